//! All tests from outside but those that need a process of their own: one program, so that it is linked once.
#![allow(
    unreachable_pub,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails loudly"
)]

// What they stand on.
mod common;
mod ground;
mod pty;
mod stage;

mod attacks;
mod bundled;
mod cli;
mod export_pb;
mod format;
mod full;
mod fuzz;
mod groups_solve;
mod hands;
mod hangup;
mod hostile;
mod import;
mod keys;
mod kill;
mod languages;
mod laws;
mod newer;
mod offline;
mod old;
mod papers;
mod plan;
mod projector;
mod redact;
mod reference;
mod rehearse;
mod repair;
mod rubbish;
mod screens;
mod script;
mod scripted;
mod second;
mod secret;
mod tally;
mod tally_schema;
mod tally_shares;
mod vote_worth;
mod walk;
mod walls;
