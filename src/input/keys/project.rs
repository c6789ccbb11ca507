//! Keys on the projector.

use super::Own;

/// What can be done on the projector.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Project {
    /// The next page.
    PageOn,
    /// The page before.
    PageBack,
    /// Hold the page, or let it turn by itself again.
    Hold,
    /// Find a name.
    Find,
    /// The bell on or off.
    Bell,
    Leave,
}

/// The rows, the most used first. Nothing that is done on the wall changes anything in the session.
pub(crate) static ROWS: &[Own<Project>] = &[
    ("right", Project::PageOn, "key-project-page-on"),
    ("left", Project::PageBack, "key-project-page-back"),
    ("space", Project::Hold, "key-project-hold"),
    ("f", Project::Find, "key-project-find"),
    ("/", Project::Find, "key-project-find"),
    ("b", Project::Bell, "key-project-bell"),
    ("esc", Project::Leave, "key-leave"),
    ("P", Project::Leave, "key-leave"),
];
