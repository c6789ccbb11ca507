//! Keys on Vote.

use super::Own;

/// What can be done on Vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Vote {
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
}

/// The rows, the most used first.
pub static ROWS: &[Own<Vote>] = &[
    ("up", Vote::Up, "key-up"),
    ("k", Vote::Up, "key-up"),
    ("down", Vote::Down, "key-down"),
    ("j", Vote::Down, "key-down"),
];
