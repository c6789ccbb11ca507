//! Commitments: who does what, with whom, by when.

pub mod commands;
pub(crate) mod decide;
pub mod events;

use std::sync::Arc;

use super::event::Event;
use super::id::EventId;
use super::register::{Register, WriteContext};
use super::thing::{Bilingual, Made, Thing, Things};
use events::{CommitmentEvent, CommitmentSet};

/// The date that clears a due date: nobody commits to anything by the year 0.
pub(crate) const NO_DATE: jiff::civil::Date = jiff::civil::Date::constant(0, 1, 1);

/// A commitment.
#[derive(Debug, Clone, Default)]
pub struct Commitment {
    made: Made,
    removed: Register<bool>,
    /// What is promised.
    pub text: Bilingual,
    /// Who: a seat's id, or a name.
    pub owner: Register<Arc<str>>,
    /// By when; [`NO_DATE`] clears it.
    pub due: Register<jiff::civil::Date>,
    /// With whom.
    pub with: Register<Vec<Arc<str>>>,
    /// From which proposal; the commitment's own id clears it.
    pub proposal: Register<EventId>,
    /// Whether it was kept.
    pub done: Register<bool>,
}

super::thing_for!(Commitment);
super::fields!(Commitment from CommitmentSet { text, owner, due, with, proposal } beside { of, id } also { done });

impl Commitment {
    /// Who, as it was written: a seat's id or a name.
    pub fn owner(&self) -> &str {
        self.owner.get().map(AsRef::as_ref).unwrap_or_default()
    }

    /// By when.
    pub fn due(&self) -> Option<jiff::civil::Date> {
        self.due.get().copied().filter(|date| *date != NO_DATE)
    }

    /// With whom, as it was written.
    pub(crate) fn with(&self) -> &[Arc<str>] {
        self.with.get().map(Vec::as_slice).unwrap_or_default()
    }

    /// From which proposal.
    pub fn proposal(&self) -> Option<EventId> {
        self.proposal.get().copied().filter(|proposal| *proposal != self.key())
    }

    /// Whether it was kept.
    pub fn is_done(&self) -> bool {
        self.done.get().copied().unwrap_or(false)
    }
}

/// What an event means for the commitments.
pub(super) fn apply(
    commitments: &mut Things<Commitment>,
    what: &CommitmentEvent,
    event: &Event,
    ctx: WriteContext<'_>,
) {
    match what {
        CommitmentEvent::Added(set) => {
            commitments.make(event, set.id.as_ref(), ctx.counts).set_fields(ctx, set, &event.who);
        }
        CommitmentEvent::Edited(set) => {
            commitments.entry(set.of.unwrap_or(event.id)).set_fields(ctx, set, &event.who);
        }
        CommitmentEvent::Done(flag) => commitments.entry(flag.of).done.write(ctx, flag.is),
        CommitmentEvent::Removed(about) => commitments.entry(about.of).removed.write(ctx, true),
    }
}
