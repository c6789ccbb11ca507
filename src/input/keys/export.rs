//! Keys on Report.

use super::Own;

/// What can be done on Report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Export {
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
}

/// The rows, the most used first.
pub static ROWS: &[Own<Export>] = &[
    ("up", Export::Up, "key-up"),
    ("k", Export::Up, "key-up"),
    ("down", Export::Down, "key-down"),
    ("j", Export::Down, "key-down"),
];
