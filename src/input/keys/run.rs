//! Keys on Run.

use super::Own;

/// What can be done on Run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Run {
    /// End what runs and start what is next.
    Next,
    /// Five minutes more.
    More,
    /// Five minutes less.
    Less,
    /// One minute more.
    OneMore,
    /// Who pays for an overrun.
    Pays,
    /// The rooms of the running breakout, or who reports back.
    Rooms,
    /// Say when an item really started or ended.
    Correct,
    /// Pass the chosen item over, or take it up again.
    Skip,
    /// Exchange the chosen item with the next one.
    Swap,
    /// Put something in between: a break, an energiser, a thing from the parking lot.
    Insert,
    /// What the check of the plan finds.
    Check,
    /// Start the chosen item.
    Start,
    /// Pause, or go on.
    Pause,
    /// End without starting anything.
    End,
    /// Give the running item time until an hour that is asked for.
    Until,
    /// What is on the wall.
    Stage,
    /// The next step of a result on the wall.
    Step,
    /// Write an idea down.
    Write,
    /// A new item.
    Add,
    /// Change the chosen item.
    Edit,
    /// Move the chosen item up.
    MoveUp,
    /// Move the chosen item down.
    MoveDown,
    /// Remove the chosen item.
    Remove,
    /// Settle what two devices said concurrently.
    Settle,
    /// Up in the list.
    Up,
    /// Down in the list.
    Down,
    /// The day before.
    DayBack,
    /// The day after.
    DayOn,
    /// Paste or import an agenda.
    Import,
}

/// The rows, the most used first.
pub(crate) static ROWS: &[Own<Run>] = &[
    ("space", Run::Next, "key-run-next"),
    ("a", Run::More, "key-run-more"),
    ("z", Run::Less, "key-run-less"),
    ("w", Run::Pays, "key-run-pays"),
    ("r", Run::Rooms, "key-run-rooms"),
    ("p", Run::Stage, "key-run-stage"),
    ("i", Run::Write, "key-run-write"),
    ("t", Run::Until, "key-run-until"),
    ("s", Run::Start, "key-run-start"),
    ("v", Run::Pause, "key-run-pause"),
    ("x", Run::End, "key-run-end"),
    ("+", Run::OneMore, "key-run-one-more"),
    ("g", Run::OneMore, "key-run-one-more"),
    ("c", Run::Correct, "key-run-correct"),
    ("l", Run::Skip, "key-run-skip"),
    ("h", Run::Swap, "key-run-swap"),
    ("b", Run::Insert, "key-run-insert"),
    ("f", Run::Check, "key-run-check"),
    ("n", Run::Add, "key-run-add"),
    ("enter", Run::Edit, "key-run-edit"),
    ("e", Run::Edit, "key-run-edit"),
    ("K", Run::MoveUp, "key-run-move-up"),
    ("J", Run::MoveDown, "key-run-move-down"),
    ("d", Run::Remove, "key-run-remove"),
    ("delete", Run::Remove, "key-run-remove"),
    ("y", Run::Settle, "key-settle"),
    ("up", Run::Up, "key-up"),
    ("k", Run::Up, "key-up"),
    ("down", Run::Down, "key-down"),
    ("j", Run::Down, "key-down"),
    ("left", Run::DayBack, "key-run-day-back"),
    ("right", Run::DayOn, "key-run-day-on"),
    ("m", Run::Import, "key-import"),
    ("o", Run::Step, "key-step"),
];
