//! Keys on the projector.

use super::Own;

/// What can be done on the projector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Project {
    /// Leave.
    Leave,
}

/// The rows, the most used first. Nothing is done on the wall but to leave it.
pub static ROWS: &[Own<Project>] = &[("esc", Project::Leave, "key-leave")];
