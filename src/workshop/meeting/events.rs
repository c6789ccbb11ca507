//! What can happen to the meeting as such, the vocabulary and the wall, as it stands in the session file.

use std::sync::Arc;

use jiff::Timestamp;

use crate::workshop::event::{About, events, payload};
use crate::workshop::id::EventId;
use crate::workshop::range;
use crate::workshop::text::Text;

events! {
    /// What happened to the session as such.
    SessionEvent
    /// The session was made.
    "session.made" => Made(SessionMade),
    /// What the meeting is.
    "session.described" => Described(Box<SessionSet>),
    /// The clock runs as if it were another time.
    "session.practised" => Practised(Practised),
}

impl SessionEvent {
    pub(in crate::workshop) fn things(&self, _into: &mut Vec<EventId>) {}
}

events! {
    /// What happened to the vocabulary.
    TermEvent
    /// A term was added.
    "vocabulary.added" => Added(TermSet) makes,
    /// A term was changed.
    "vocabulary.changed" => Changed(TermSet),
    /// A term was removed.
    "vocabulary.removed" => Removed(About),
}

impl TermEvent {
    pub(in crate::workshop) fn things(&self, into: &mut Vec<EventId>) {
        match self {
            Self::Added(set) | Self::Changed(set) => into.extend(set.of),
            Self::Removed(about) => into.push(about.of),
        }
    }
}

events! {
    /// What happened on the wall.
    StageEvent
    /// Something went on the wall.
    "stage.shown" => Shown(StageShown),
}

impl StageEvent {
    pub(in crate::workshop) fn things(&self, _into: &mut Vec<EventId>) {}
}

payload! {
    /// The session was made.
    SessionMade {
        /// Its short name.
        slug: Arc<str>,
    }
}

payload! {
    /// What the meeting is.
    set SessionSet {
        /// The title.
        title: Text,
        /// The focal question.
        question: Text,
        /// When it begins: civil date and time at the place of the meeting.
        #[schemars(with = "Option<String>")]
        starts: jiff::civil::DateTime,
        /// The time zone's IANA name.
        timezone: Arc<str>,
        /// The working languages.
        languages: Vec<Arc<str>>,
        /// A note to whoever opens the session.
        note: Text,
    }
}

payload! {
    /// The clock runs as if it were another time.
    Practised {
        /// Seconds added to the real time; none: real time again.
        offset: Option<i64>,
        /// How many of its seconds pass in a real one; none: one.
        #[serde(skip_serializing_if = "Option::is_none")]
        speed: Option<u32>,
        /// The real time from which it runs at that speed.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[schemars(with = "Option<String>")]
        since: Option<Timestamp>,
    }
}

payload! {
    /// A term to tag with.
    set TermSet {
        /// The group it belongs to.
        group: Arc<str>,
        /// Its wording.
        name: Text,
    }
}

payload! {
    /// Something went on the wall.
    StageShown {
        /// Which view.
        view: Arc<str>,
        /// Of what.
        #[serde(skip_serializing_if = "Option::is_none")]
        of: Option<Arc<str>>,
        /// How many places of a result, from the last; none: all.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(deserialize_with = "range::count")]
        step: Option<u32>,
    }
}
