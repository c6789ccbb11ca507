//! Keys on the projector.

use super::Own;

/// What can be done on the projector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Project {
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
}

/// The rows, the most used first.
pub static ROWS: &[Own<Project>] = &[
    ("up", Project::Up, "key-up"),
    ("k", Project::Up, "key-up"),
    ("down", Project::Down, "key-down"),
    ("j", Project::Down, "key-down"),
];
