//! Keys on Proposals.

use super::Own;

/// What can be done on Proposals.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Proposals {
    /// Change the chosen proposal.
    Edit,
    State,
    /// The ideas it comes from.
    Ideas,
    /// A new proposal.
    Add,
    /// A commitment that comes from it.
    Commit,
    Enablers,
    /// The essential public health operations it serves.
    Ephos,
    /// Go to the votes.
    Vote,
    Read,
    /// Read a list out of a file.
    Import,
    /// In another order.
    Order,
    /// Settle what two devices said concurrently.
    Settle,
    Remove,
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
    PageUp,
    PageDown,
}

/// The rows, the most used first.
pub(crate) static ROWS: &[Own<Proposals>] = &[
    ("enter", Proposals::Edit, "key-proposals-edit"),
    ("e", Proposals::Edit, "key-proposals-edit"),
    ("s", Proposals::State, "key-proposals-state"),
    ("i", Proposals::Ideas, "key-proposals-ideas"),
    ("n", Proposals::Add, "key-proposals-add"),
    ("c", Proposals::Commit, "key-proposals-commit"),
    ("b", Proposals::Enablers, "key-proposals-enablers"),
    ("o", Proposals::Ephos, "key-proposals-ephos"),
    ("v", Proposals::Vote, "key-proposals-vote"),
    ("g", Proposals::Read, "key-proposals-read"),
    ("r", Proposals::Order, "key-proposals-order"),
    ("m", Proposals::Import, "key-import"),
    ("y", Proposals::Settle, "key-settle"),
    ("d", Proposals::Remove, "key-proposals-remove"),
    ("delete", Proposals::Remove, "key-proposals-remove"),
    ("up", Proposals::Up, "key-up"),
    ("k", Proposals::Up, "key-up"),
    ("down", Proposals::Down, "key-down"),
    ("j", Proposals::Down, "key-down"),
    ("pageup", Proposals::PageUp, "key-proposals-page-up"),
    ("pagedown", Proposals::PageDown, "key-proposals-page-down"),
];
