//! Keys on People.

use super::Own;

/// What can be done on People.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum People {
    /// Mark the chosen one present, or away, and go on to the next.
    Toggle,
    /// Narrow the list by typing.
    Find,
    /// Only those who are not here, or all again.
    OnlyAway,
    /// Somebody new.
    Add,
    /// Change what is known of the chosen one.
    Edit,
    /// Say on which day the chosen one comes.
    Late,
    /// Read a list out of a file.
    Import,
    /// The next filter by language.
    Language,
    /// The next order.
    Sort,
    /// Copy the rows that are shown.
    Copy,
    /// Take the chosen one off the roster.
    Remove,
    /// All filters off.
    Everybody,
    /// Settle what two devices said concurrently.
    Settle,
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
    PageUp,
    PageDown,
    First,
    Last,
}

/// The rows, the most used first.
pub(crate) static ROWS: &[Own<People>] = &[
    ("space", People::Toggle, "key-people-toggle"),
    ("f", People::Find, "key-people-find"),
    ("a", People::OnlyAway, "key-people-only-away"),
    ("n", People::Add, "key-people-add"),
    ("enter", People::Edit, "key-people-edit"),
    ("e", People::Edit, "key-people-edit"),
    ("x", People::Late, "key-people-late"),
    ("m", People::Import, "key-import"),
    ("l", People::Language, "key-people-language"),
    ("s", People::Sort, "key-people-sort"),
    ("c", People::Copy, "key-people-copy"),
    ("d", People::Remove, "key-people-remove"),
    ("delete", People::Remove, "key-people-remove"),
    ("esc", People::Everybody, "key-people-everybody"),
    ("y", People::Settle, "key-settle"),
    ("up", People::Up, "key-up"),
    ("k", People::Up, "key-up"),
    ("down", People::Down, "key-down"),
    ("j", People::Down, "key-down"),
    ("pageup", People::PageUp, "key-people-page-up"),
    ("pagedown", People::PageDown, "key-people-page-down"),
    ("home", People::First, "key-people-first"),
    ("end", People::Last, "key-people-last"),
];
