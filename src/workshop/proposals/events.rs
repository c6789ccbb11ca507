//! What can happen to proposals, as it stands in the session file.

use std::sync::Arc;

use crate::workshop::event::{About, events, payload};
use crate::workshop::id::EventId;
use crate::workshop::text::Text;

events! {
    /// What happened to proposals.
    ProposalEvent
    /// A proposal was added.
    "proposal.added" => Added(Box<ProposalSet>) makes,
    /// A proposal was changed.
    "proposal.edited" => Edited(Box<ProposalSet>),
    /// A proposal was removed.
    "proposal.removed" => Removed(About),
}

impl ProposalEvent {
    pub(in crate::workshop) fn things(&self, into: &mut Vec<EventId>) {
        match self {
            Self::Added(set) | Self::Edited(set) => set.things(into),
            Self::Removed(about) => into.push(about.of),
        }
    }
}

payload! {
    /// A proposal.
    set ProposalSet {
        /// The title.
        title: Text,
        /// Who leads.
        leads: Vec<Text>,
        /// Who takes part.
        partners: Vec<Text>,
        /// Where.
        place: Text,
        /// When.
        when: Text,
        /// Enablers.
        enablers: Vec<Arc<str>>,
        /// Essential public health operations.
        ephos: Vec<Arc<str>>,
        /// The ideas it comes from.
        ideas: Vec<EventId>,
        /// Its state.
        state: Arc<str>,
    }
}

impl ProposalSet {
    pub(in crate::workshop) fn things(&self, into: &mut Vec<EventId>) {
        into.extend(self.of);
        into.extend(self.ideas.iter().flatten());
    }
}
