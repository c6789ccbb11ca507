//! Keys on Commitments.

use super::Own;

/// What can be done on Commitments.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Commitments {
    /// Done, or open again.
    Done,
    /// A new commitment.
    Add,
    /// Change the chosen one.
    Edit,
    /// In another order.
    Order,
    Read,
    Remove,
    /// Settle what two devices said concurrently.
    Settle,
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
    PageUp,
    PageDown,
}

/// The rows, the most used first.
pub(crate) static ROWS: &[Own<Commitments>] = &[
    ("space", Commitments::Done, "key-commitments-done"),
    ("n", Commitments::Add, "key-commitments-add"),
    ("enter", Commitments::Edit, "key-commitments-edit"),
    ("e", Commitments::Edit, "key-commitments-edit"),
    ("s", Commitments::Order, "key-commitments-order"),
    ("g", Commitments::Read, "key-commitments-read"),
    ("d", Commitments::Remove, "key-commitments-remove"),
    ("delete", Commitments::Remove, "key-commitments-remove"),
    ("y", Commitments::Settle, "key-settle"),
    ("up", Commitments::Up, "key-up"),
    ("k", Commitments::Up, "key-up"),
    ("down", Commitments::Down, "key-down"),
    ("j", Commitments::Down, "key-down"),
    ("pageup", Commitments::PageUp, "key-commitments-page-up"),
    ("pagedown", Commitments::PageDown, "key-commitments-page-down"),
];
