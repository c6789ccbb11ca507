//! Keys on Ideas.

use super::Own;

/// What can be done on Ideas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ideas {
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
}

/// The rows, the most used first.
pub static ROWS: &[Own<Ideas>] = &[
    ("up", Ideas::Up, "key-up"),
    ("k", Ideas::Up, "key-up"),
    ("down", Ideas::Down, "key-down"),
    ("j", Ideas::Down, "key-down"),
];
