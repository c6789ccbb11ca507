//! Keys on Groups.

use super::Own;

/// What can be done on Groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Groups {
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
}

/// The rows, the most used first.
pub static ROWS: &[Own<Groups>] = &[
    ("up", Groups::Up, "key-up"),
    ("k", Groups::Up, "key-up"),
    ("down", Groups::Down, "key-down"),
    ("j", Groups::Down, "key-down"),
];
