//! The terms that ideas and proposals are tagged with.

use std::sync::Arc;

use super::events::{TermEvent, TermSet};
use crate::workshop::event::Event;
use crate::workshop::register::{Register, WriteContext};
use crate::workshop::thing::{Bilingual, Made, Thing, Things};

/// A term: an enabler, a capacity, an essential public health operation, a kind of participant.
#[derive(Debug, Clone, Default)]
pub struct Term {
    made: Made,
    removed: Register<bool>,
    /// The group it belongs to: `enabler`, `capacity`, `epho`, `kind`, or one's own.
    pub group: Register<Arc<str>>,
    /// Its wording.
    pub name: Bilingual,
}

crate::workshop::thing_for!(Term);
crate::workshop::fields!(Term from TermSet { group, name } beside { of, id } also {});

impl Term {
    pub(crate) fn group(&self) -> &str {
        self.group.get().map(AsRef::as_ref).unwrap_or_default()
    }
}

/// What an event means for the vocabulary.
pub(in crate::workshop) fn apply(
    terms: &mut Things<Term>,
    what: &TermEvent,
    event: &Event,
    ctx: WriteContext<'_>,
) {
    match what {
        TermEvent::Added(set) => {
            terms.make(event, set.id.as_ref(), ctx.counts).set_fields(ctx, set, &event.who);
        }
        TermEvent::Changed(set) => terms.entry(set.of.unwrap_or(event.id)).set_fields(ctx, set, &event.who),
        TermEvent::Removed(about) => terms.entry(about.of).removed.write(ctx, true),
    }
}
