//! The laws of the domain, over random histories of laptops that each obeyed `decide` and were joined.
#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it missed"
)]

#[path = "../common/mod.rs"]
mod common;

mod clocks;
mod drift;
mod effects;
mod merges;
mod names;
mod order;
mod pieces;
mod play;
mod rounds;
mod times;
mod undoing;
mod votes;
