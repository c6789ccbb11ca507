//! Talkoot runs an interactive workshop of several days from a terminal.
#![forbid(unsafe_code)]

pub mod planner;
pub mod tally;
pub mod workshop;
