//! Keys on People.

use super::Own;

/// What can be done on People.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum People {
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
}

/// The rows, the most used first.
pub static ROWS: &[Own<People>] = &[
    ("up", People::Up, "key-up"),
    ("k", People::Up, "key-up"),
    ("down", People::Down, "key-down"),
    ("j", People::Down, "key-down"),
];
