//! The messages: the same in both languages, complete, grammatical where that can be counted, and nowhere in the code.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test says what it missed"
)]

#[path = "languages/bundles.rs"]
mod bundles;
#[path = "languages/events.rs"]
mod events;
#[path = "languages/literals.rs"]
mod literals;
#[path = "languages/sources.rs"]
mod sources;
