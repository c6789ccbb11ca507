//! Talkoot runs an interactive workshop of several days from a terminal.
#![forbid(unsafe_code)]

pub mod ballot_box;
pub mod bundled;
pub mod cli;
pub mod fault;
mod given;
pub mod input;
pub mod intake;
pub mod journal;
pub mod language;
mod parallel;
pub mod planner;
pub mod rehearsal;
pub mod report;
pub mod session;
pub mod sessions;
pub mod tally;
pub mod terminal;
pub mod theme;
pub mod tui;

pub mod workshop;
pub mod world;
pub mod wrap;
