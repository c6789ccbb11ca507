//! Keys on Report.

use super::Own;

/// What can be done on Report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Export {
    /// Write the files.
    Write,
    /// Turn the chosen setting.
    Turn,
    /// The next file in the preview.
    File,
    /// The file before.
    FileBack,
    /// The other edition.
    Edition,
    /// The next choice of languages.
    Languages,
    Folder,
    /// The mark that tells spreadsheets how tables are written.
    Mark,
    /// Up in the list of settings.
    Up,
    /// Down in the list of settings.
    Down,
    /// Up in the preview.
    PageUp,
    /// Down in the preview.
    PageDown,
    /// To the left in the preview of a table.
    Left,
    /// To the right in the preview of a table.
    Right,
}

/// The rows, the most used first.
pub(crate) static ROWS: &[Own<Export>] = &[
    ("enter", Export::Write, "key-export-write"),
    ("x", Export::Write, "key-export-write"),
    ("space", Export::Turn, "key-export-turn"),
    ("tab", Export::File, "key-export-file"),
    ("e", Export::Edition, "key-export-edition"),
    ("l", Export::Languages, "key-export-languages"),
    ("t", Export::Folder, "key-export-folder"),
    ("b", Export::Mark, "key-export-mark"),
    ("shift-tab", Export::FileBack, "key-export-file-back"),
    ("up", Export::Up, "key-up"),
    ("k", Export::Up, "key-up"),
    ("down", Export::Down, "key-down"),
    ("j", Export::Down, "key-down"),
    ("pageup", Export::PageUp, "key-export-page-up"),
    ("pagedown", Export::PageDown, "key-export-page-down"),
    ("left", Export::Left, "key-export-left"),
    ("right", Export::Right, "key-export-right"),
];
