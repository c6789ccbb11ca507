//! What can happen to the roster, as it stands in the session file.

use std::sync::Arc;

use crate::workshop::event::{About, events, payload};
use crate::workshop::id::EventId;
use crate::workshop::range;
use crate::workshop::text::Text;

events! {
    /// What happened to the roster.
    PersonEvent
    /// Somebody was added.
    "person.added" => Added(Box<PersonSet>) makes,
    /// Something about somebody changed.
    "person.changed" => Changed(Box<PersonSet>),
    /// Somebody came.
    "person.arrived" => Arrived(About),
    /// Somebody went.
    "person.left" => Left(About),
    /// Somebody was taken off the roster.
    "person.removed" => Removed(About),
}

impl PersonEvent {
    pub(in crate::workshop) fn things(&self, into: &mut Vec<EventId>) {
        match self {
            Self::Added(set) | Self::Changed(set) => into.extend(set.of),
            Self::Arrived(about) | Self::Left(about) | Self::Removed(about) => into.push(about.of),
        }
    }
}

payload! {
    /// Somebody.
    set PersonSet {
        /// The name or what the seat stands for.
        name: Text,
        /// The organisation.
        organisation: Text,
        /// The kind of participant.
        kind: Arc<str>,
        /// The country.
        country: Arc<str>,
        /// Languages, best first.
        languages: Vec<Arc<str>>,
        /// The role.
        role: Arc<str>,
        /// The day of arrival, from 1.
        #[serde(deserialize_with = "range::day")]
        arrives: u32,
    }
}
