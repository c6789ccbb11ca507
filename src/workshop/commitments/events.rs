//! What can happen to commitments, as it stands in the session file.

use std::sync::Arc;

use crate::workshop::event::{About, Flag, events, payload};
use crate::workshop::id::EventId;
use crate::workshop::text::Text;

events! {
    /// What happened to commitments.
    CommitmentEvent
    /// A commitment was made.
    "commitment.added" => Added(CommitmentSet) makes,
    /// A commitment was changed.
    "commitment.edited" => Edited(CommitmentSet),
    /// A commitment was kept, or is open again.
    "commitment.done" => Done(Flag),
    /// A commitment was removed.
    "commitment.removed" => Removed(About),
}

impl CommitmentEvent {
    pub(in crate::workshop) fn things(&self, into: &mut Vec<EventId>) {
        match self {
            Self::Added(set) | Self::Edited(set) => {
                into.extend(set.of);
                into.extend(set.proposal);
            }
            Self::Done(flag) => into.push(flag.of),
            Self::Removed(about) => into.push(about.of),
        }
    }
}

payload! {
    /// Who does what.
    set CommitmentSet {
        /// What.
        text: Text,
        /// Who.
        owner: Arc<str>,
        /// By when; year 0 clears it.
        #[schemars(with = "Option<String>")]
        due: jiff::civil::Date,
        /// With whom.
        with: Vec<Arc<str>>,
        /// From which proposal; the commitment's own id clears it.
        proposal: EventId,
    }
}
