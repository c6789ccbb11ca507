//! Keys on Home.

use super::Own;

/// What can be done on Home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Home {
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
}

/// The rows, the most used first.
pub static ROWS: &[Own<Home>] = &[
    ("up", Home::Up, "key-up"),
    ("k", Home::Up, "key-up"),
    ("down", Home::Down, "key-down"),
    ("j", Home::Down, "key-down"),
];
