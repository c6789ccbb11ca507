//! Proposals: what the meeting may take forward.

pub mod commands;
pub(crate) mod decide;
pub mod events;

use std::sync::Arc;

use super::event::Event;
use super::id::EventId;
use super::register::{Register, WriteContext};
use super::text::Text;
use super::thing::{Bilingual, Made, Thing, Things};
use events::{ProposalEvent, ProposalSet};

/// The states of a proposal.
pub const STATES: [&str; 4] = ["draft", "ready", "going-forward", "withdrawn"];

/// A proposal.
#[derive(Debug, Clone, Default)]
pub struct Proposal {
    made: Made,
    removed: Register<bool>,
    /// The title.
    pub title: Bilingual,
    /// Who leads it.
    pub leads: Register<Vec<Text>>,
    /// Who takes part.
    pub partners: Register<Vec<Text>>,
    /// Where.
    pub place: Bilingual,
    /// When, in words.
    pub when: Bilingual,
    /// Enablers, as terms.
    pub enablers: Register<Vec<Arc<str>>>,
    /// Essential public health operations, as terms.
    pub ephos: Register<Vec<Arc<str>>>,
    /// The ideas it comes from.
    pub ideas: Register<Vec<EventId>>,
    /// Its state.
    pub state: Register<Arc<str>>,
}

super::thing_for!(Proposal);
super::fields!(Proposal from ProposalSet { title, place, when, leads, partners, enablers, ephos, ideas, state } beside { of, id } also {});

impl Proposal {
    /// Its state: one of [`STATES`].
    pub fn state(&self) -> &str {
        self.state.get().map_or("draft", AsRef::as_ref)
    }

    /// The ideas it comes from.
    pub fn ideas(&self) -> &[EventId] {
        self.ideas.get().map(Vec::as_slice).unwrap_or_default()
    }

    /// Who leads it.
    pub fn leads(&self) -> &[Text] {
        self.leads.get().map(Vec::as_slice).unwrap_or_default()
    }

    /// Who takes part.
    pub(crate) fn partners(&self) -> &[Text] {
        self.partners.get().map(Vec::as_slice).unwrap_or_default()
    }
}

/// Makes a proposal: by itself, or of a cluster of ideas.
pub(super) fn make(
    proposals: &mut Things<Proposal>,
    set: &ProposalSet,
    event: &Event,
    ctx: WriteContext<'_>,
) {
    proposals.make(event, set.id.as_ref(), ctx.counts).set_fields(ctx, set, &event.who);
}

/// What an event means for the proposals.
pub(super) fn apply(
    proposals: &mut Things<Proposal>,
    what: &ProposalEvent,
    event: &Event,
    ctx: WriteContext<'_>,
) {
    match what {
        ProposalEvent::Added(set) => make(proposals, set, event, ctx),
        ProposalEvent::Edited(set) => {
            proposals.entry(set.of.unwrap_or(event.id)).set_fields(ctx, set, &event.who);
        }
        ProposalEvent::Removed(about) => proposals.entry(about.of).removed.write(ctx, true),
    }
}
