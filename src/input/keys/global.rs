//! Keys that mean the same everywhere.

use super::Own;

/// What means the same everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Global {
    /// Go to the screen with this number.
    Screen(u8),
    /// Help on where one is.
    Help,
    /// Every action, by typing a part of its name.
    Palette,
    /// Take back the last work.
    Undo,
    /// Put the last undone work in force again.
    Redo,
    /// The interface in the other language.
    Language,
    /// The next colours.
    Colours,
    /// Practise as if the meeting began now.
    Practise,
    /// Lead a rehearsal, or have it go on by itself.
    TakeOver,
    /// Move the meeting to today.
    MoveToToday,
    /// The wall on this terminal.
    Wall,
    /// Leave, if nothing is unsaved.
    Leave,
    /// Leave from anywhere.
    Quit,
    /// Give the terminal to the shell for a while.
    Suspend,
}

pub(crate) static ROWS: &[Own<Global>] = &[
    ("1", Global::Screen(1), "screen-run"),
    ("2", Global::Screen(2), "screen-people"),
    ("3", Global::Screen(3), "screen-groups"),
    ("4", Global::Screen(4), "screen-ideas"),
    ("5", Global::Screen(5), "screen-proposals"),
    ("6", Global::Screen(6), "screen-vote"),
    ("7", Global::Screen(7), "screen-commitments"),
    ("8", Global::Screen(8), "screen-export"),
    ("0", Global::Screen(0), "screen-home"),
    ("f2", Global::Screen(1), "screen-run"),
    ("f3", Global::Screen(2), "screen-people"),
    ("f4", Global::Screen(3), "screen-groups"),
    ("f5", Global::Screen(4), "screen-ideas"),
    ("f6", Global::Screen(5), "screen-proposals"),
    ("f7", Global::Screen(6), "screen-vote"),
    ("f8", Global::Screen(7), "screen-commitments"),
    ("f9", Global::Screen(8), "screen-export"),
    ("f1", Global::Help, "key-help"),
    ("?", Global::Help, "key-help"),
    ("ctrl-p", Global::Palette, "key-palette"),
    (":", Global::Palette, "key-palette"),
    ("u", Global::Undo, "key-undo"),
    ("ctrl-t", Global::Undo, "key-undo"),
    ("ctrl-r", Global::Redo, "key-redo"),
    ("f10", Global::Language, "key-language"),
    ("f11", Global::Colours, "key-colours"),
    ("f12", Global::Practise, "key-practise"),
    ("ctrl-o", Global::TakeOver, "key-take-over"),
    ("ctrl-d", Global::MoveToToday, "key-move-to-today"),
    ("P", Global::Wall, "key-wall"),
    ("q", Global::Leave, "key-leave"),
    ("ctrl-q", Global::Quit, "key-quit"),
    ("ctrl-z", Global::Suspend, "key-suspend"),
];
