//! Keys on Home.

use super::Own;

/// What can be done on Home.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Home {
    /// Open what is chosen.
    Open,
    /// Make a session.
    New,
    /// Open a folder or a pack that lies elsewhere.
    Import,
    /// Look again what is there.
    Again,
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
}

/// The rows, the most used first.
pub(crate) static ROWS: &[Own<Home>] = &[
    ("enter", Home::Open, "key-home-open"),
    ("n", Home::New, "key-home-new"),
    ("m", Home::Import, "key-home-import"),
    ("r", Home::Again, "key-home-again"),
    ("up", Home::Up, "key-up"),
    ("k", Home::Up, "key-up"),
    ("down", Home::Down, "key-down"),
    ("j", Home::Down, "key-down"),
];
