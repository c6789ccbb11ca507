//! Keys on Ideas.

use super::Own;

/// What can be done on Ideas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ideas {
    /// Give the cursor to the line.
    Write,
    /// Mark the chosen idea, or unmark it.
    Mark,
    /// Merge the marked ideas into the first marked.
    Merge,
    /// Let merged ideas go again.
    Unmerge,
    Tag,
    /// Change an idea.
    Edit,
    /// The words in the other language.
    Translate,
    /// The next way to look at the board.
    View,
    /// The way before.
    ViewBack,
    /// Show only what has these words.
    Filter,
    /// Forget marks and filter.
    Clear,
    Kind,
    /// Off the record, or on it again.
    Hide,
    /// Make a proposal of it.
    Promote,
    /// All that is known of an idea.
    Detail,
    /// Settle versions.
    Settle,
    /// Choose the room that new ideas go to.
    Room,
    /// Read a list out of a file.
    Import,
    Remove,
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
pub(crate) static ROWS: &[Own<Ideas>] = &[
    ("i", Ideas::Write, "key-ideas-write"),
    ("enter", Ideas::Write, "key-ideas-write"),
    ("space", Ideas::Mark, "key-ideas-mark"),
    ("m", Ideas::Merge, "key-ideas-merge"),
    ("t", Ideas::Tag, "key-ideas-tag"),
    ("e", Ideas::Edit, "key-ideas-edit"),
    ("v", Ideas::View, "key-ideas-view"),
    ("right", Ideas::View, "key-ideas-view"),
    ("p", Ideas::Promote, "key-ideas-promote"),
    ("T", Ideas::Translate, "key-ideas-translate"),
    ("g", Ideas::Detail, "key-ideas-detail"),
    ("f", Ideas::Filter, "key-ideas-filter"),
    ("/", Ideas::Filter, "key-ideas-filter"),
    ("c", Ideas::Kind, "key-ideas-kind"),
    ("h", Ideas::Hide, "key-ideas-hide"),
    ("b", Ideas::Unmerge, "key-ideas-unmerge"),
    ("y", Ideas::Settle, "key-settle"),
    ("r", Ideas::Room, "key-ideas-room"),
    ("M", Ideas::Import, "key-import"),
    ("x", Ideas::Clear, "key-ideas-clear"),
    ("d", Ideas::Remove, "key-ideas-remove"),
    ("delete", Ideas::Remove, "key-ideas-remove"),
    ("V", Ideas::ViewBack, "key-ideas-view-back"),
    ("left", Ideas::ViewBack, "key-ideas-view-back"),
    ("up", Ideas::Up, "key-up"),
    ("k", Ideas::Up, "key-up"),
    ("down", Ideas::Down, "key-down"),
    ("j", Ideas::Down, "key-down"),
    ("pageup", Ideas::PageUp, "key-ideas-page-up"),
    ("pagedown", Ideas::PageDown, "key-ideas-page-down"),
    ("home", Ideas::First, "key-ideas-first"),
    ("end", Ideas::Last, "key-ideas-last"),
];
