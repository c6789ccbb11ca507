//! Keys on Groups.

use super::Own;

/// What can be done on Groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Groups {
    /// Plan the round; again for another plan.
    Plan,
    /// Plan all rounds to come together.
    PlanAll,
    /// End planning with the best plan so far.
    Stop,
    /// Move the chosen person, or seat somebody in an empty room.
    Move,
    NextRound,
    RoundBefore,
    /// Make the plan right again with the fewest moves.
    Repair,
    /// Keep the chosen person where they are, or let them go.
    Hold,
    /// Who has met whom.
    Met,
    /// A new round.
    Add,
    /// Change the round.
    Edit,
    /// Take the chosen person out of the round.
    TakeOut,
    /// All that could not be had, and what contradicts.
    Why,
    /// Which rooms the chosen person wants.
    Prefer,
    /// What is asked of all groups.
    Rules,
    /// Who sits together, and who apart.
    Wishes,
    /// A new room.
    AddRoom,
    /// Change the room.
    EditRoom,
    RemoveRoom,
    /// Remove the round.
    Remove,
    /// Up in the room.
    Up,
    /// Down in the room.
    Down,
    /// The room before.
    Left,
    /// The next room.
    Right,
    /// The rooms before those that one sees.
    RoomsBack,
    /// The rooms after those that one sees.
    RoomsOn,
}

/// The rows, the most used first.
pub(crate) static ROWS: &[Own<Groups>] = &[
    ("space", Groups::Plan, "key-groups-plan"),
    ("p", Groups::Plan, "key-groups-plan"),
    ("a", Groups::PlanAll, "key-groups-plan-all"),
    ("enter", Groups::Move, "key-groups-move"),
    ("m", Groups::Move, "key-groups-move"),
    ("tab", Groups::NextRound, "key-groups-next-round"),
    ("r", Groups::Repair, "key-groups-repair"),
    ("h", Groups::Hold, "key-groups-hold"),
    ("w", Groups::Met, "key-groups-met"),
    ("n", Groups::Add, "key-groups-add"),
    ("e", Groups::Edit, "key-groups-edit"),
    ("shift-tab", Groups::RoundBefore, "key-groups-round-before"),
    ("x", Groups::TakeOut, "key-groups-take-out"),
    ("y", Groups::Why, "key-groups-why"),
    ("f", Groups::Prefer, "key-groups-prefer"),
    ("g", Groups::Rules, "key-groups-rules"),
    ("t", Groups::Wishes, "key-groups-wishes"),
    ("b", Groups::AddRoom, "key-groups-add-room"),
    ("c", Groups::EditRoom, "key-groups-edit-room"),
    ("D", Groups::RemoveRoom, "key-groups-remove-room"),
    ("d", Groups::Remove, "key-groups-remove"),
    ("delete", Groups::Remove, "key-groups-remove"),
    ("esc", Groups::Stop, "key-groups-stop"),
    ("up", Groups::Up, "key-up"),
    ("k", Groups::Up, "key-up"),
    ("down", Groups::Down, "key-down"),
    ("j", Groups::Down, "key-down"),
    ("left", Groups::Left, "key-groups-left"),
    ("right", Groups::Right, "key-groups-right"),
    ("pageup", Groups::RoomsBack, "key-groups-rooms-back"),
    ("pagedown", Groups::RoomsOn, "key-groups-rooms-on"),
];
