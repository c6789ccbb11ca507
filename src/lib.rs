//! Talkoot runs an interactive workshop of several days from a terminal.
#![forbid(unsafe_code)]

pub mod journal;
pub mod workshop;
