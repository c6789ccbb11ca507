//! Talkoot runs an interactive workshop of several days from a terminal.
#![forbid(unsafe_code)]

pub mod input;
pub mod intake;
pub mod language;
pub mod planner;
pub mod tally;
pub mod terminal;
pub mod theme;
pub mod ui;
pub mod workshop;
