//! Keys on the rapporteur's desk. The cursor never leaves the line, so none of them writes a letter.

use super::Own;

/// What can be done on the rapporteur's desk.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Capture {
    /// Enter the line.
    Save,
    /// Choose another room.
    Room,
    /// Take up the line written before.
    Older,
    /// Take up the line written after.
    Newer,
    /// Give up the change of a line.
    GiveUp,
}

/// The rows, the most used first.
pub(crate) static ROWS: &[Own<Capture>] = &[
    ("enter", Capture::Save, "key-capture-save"),
    ("tab", Capture::Room, "key-capture-room"),
    ("up", Capture::Older, "key-capture-older"),
    ("down", Capture::Newer, "key-capture-newer"),
    ("esc", Capture::GiveUp, "key-capture-give-up"),
];
