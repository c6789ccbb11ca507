//! What is going to happen, before it is known in what words.

use std::sync::Arc;

use jiff::Timestamp;

use super::player::Part;
use super::words::Deck;
use crate::workshop::command::Request;
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
    /// Looks who pays for what a day is late.
    Pay(u32),
    /// Carries out the rest of what was decided then.
    Carry(Box<Request>),
    /// A start was forgotten: it took place then.
    Correct(EventId, Timestamp),
    Plan(EventId),
    Repair(EventId),
    /// A room of a round gets minutes of its own.
    Give(EventId, Arc<str>, i32),
    /// Time is called in a room of a round; none: in all of them.
    Call(EventId, Option<Arc<str>>),
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
