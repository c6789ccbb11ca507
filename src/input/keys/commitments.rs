//! Keys on Commitments.

use super::Own;

/// What can be done on Commitments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Commitments {
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
}

/// The rows, the most used first.
pub static ROWS: &[Own<Commitments>] = &[
    ("up", Commitments::Up, "key-up"),
    ("k", Commitments::Up, "key-up"),
    ("down", Commitments::Down, "key-down"),
    ("j", Commitments::Down, "key-down"),
];
