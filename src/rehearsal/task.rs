//! What is going to happen, before it is known in what words.

use std::sync::Arc;

use super::player::Part;
use super::words::Deck;
use crate::workshop::id::EventId;
use crate::workshop::text::Lang;

/// Something on the wall.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Wall {
    Title,
    Now(EventId),
    Groups(EventId),
    Ideas,
    Proposals,
    Vote,
    /// The result, so many places of it from the last; none: all.
    Reveal(Option<u32>),
    Commitments,
}

/// Something that is going to happen.
#[derive(Debug, Clone)]
pub(super) enum Task {
    // The facilitator's part.
    Show(Wall),
    Start(EventId),
    Pause(EventId),
    GoOn(EventId),
    Extend(EventId, i32),
    End(EventId),
    Plan(EventId),
    Repair(EventId),
    Report(EventId, Option<Arc<str>>),
    Prepare,
    Gates,
    Waive(&'static str),
    OpenVote,
    CloseVote,
    Reveal,
    Results,
    Forward(EventId),
    Merge,
    Promote,
    Commit(Option<EventId>),
    // The participants'.
    Prefer(EventId, EventId),
    Arrive(EventId),
    Leave(EventId),
    LeaveSeat(EventId),
    Say(Deck, Option<(EventId, Arc<str>)>),
    Translate(Arc<str>, Lang, Arc<str>),
    Vote(EventId, EventId),
}

impl Task {
    /// Whose it is.
    pub(super) const fn part(&self) -> Part {
        match self {
            Self::Prefer(..)
            | Self::Arrive(_)
            | Self::Leave(_)
            | Self::LeaveSeat(_)
            | Self::Say(..)
            | Self::Translate(..)
            | Self::Vote(..) => Part::Participants,
            _ => Part::Facilitator,
        }
    }
}
