//! What stands on the record.

use crate::workshop::id::EventId;
use crate::workshop::ideas::{Idea, Merges, Sort};
use crate::workshop::thing::{Thing, Things};

/// The ideas of which something may be told.
///
/// An idea merged into one that is off the record says the same as that one, so it is off the record with it. Where two
/// laptops disagree whether it is, it is: what was told once cannot be taken back.
pub(crate) struct Record<'a> {
    ideas: &'a Things<Idea>,
    merges: Merges,
}

impl<'a> Record<'a> {
    /// That of these ideas.
    pub(crate) fn of(ideas: &'a Things<Idea>) -> Self {
        Self { ideas, merges: Merges::of(ideas) }
    }

    /// Whether this one is on it.
    pub(crate) fn has(&self, idea: &Idea) -> bool {
        let kept = self.merges.kept(idea.key());
        !is_held_back(idea)
            && (kept == idea.key() || self.ideas.get(kept).is_none_or(|root| !is_held_back(root)))
    }

    /// The idea in which one is read.
    pub(crate) fn kept(&self, idea: EventId) -> EventId {
        self.merges.kept(idea)
    }
}

fn is_held_back(idea: &Idea) -> bool {
    idea.is_off_record()
        || idea.hidden.is_conflicted() && idea.hidden.alive().iter().any(|write| write.value)
        || idea.kind.is_conflicted()
            && idea.kind.alive().iter().any(|write| Sort::from_name(&write.value) == Some(Sort::OffRecord))
}
