//! Keys on Proposals.

use super::Own;

/// What can be done on Proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Proposals {
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
}

/// The rows, the most used first.
pub static ROWS: &[Own<Proposals>] = &[
    ("up", Proposals::Up, "key-up"),
    ("k", Proposals::Up, "key-up"),
    ("down", Proposals::Down, "key-down"),
    ("j", Proposals::Down, "key-down"),
];
