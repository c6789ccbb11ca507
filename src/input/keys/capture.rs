//! Keys on the rapporteur's desk.

use super::Own;

/// What can be done on the rapporteur's desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Capture {
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
}

/// The rows, the most used first.
pub static ROWS: &[Own<Capture>] = &[
    ("up", Capture::Up, "key-up"),
    ("k", Capture::Up, "key-up"),
    ("down", Capture::Down, "key-down"),
    ("j", Capture::Down, "key-down"),
];
