//! Events: what happened. The state of a session is a pure fold of the set of them.
//!
//! Things are named by the id of the event that made them, so that a name chosen twice on two devices never means the wrong
//! one. `d.over` names the events whose writes are replaced; `d.part` the first event of the work that this is part of, which
//! is undone as one; `d.base` marks what a session was made with, below which nothing is undone.

use std::sync::Arc;

use jiff::Timestamp;
use schemars::Schema;
use serde::{Deserialize, Serialize};

use super::agenda::events::ItemEvent;
use super::clean;
use super::commitments::events::CommitmentEvent;
use super::groups::events::{GroupsEvent, RoundEvent, WishEvent};
use super::id::EventId;
use super::ideas::events::IdeaEvent;
use super::meeting::events::{SessionEvent, StageEvent, TermEvent};
use super::people::events::PersonEvent;
use super::proposals::events::ProposalEvent;
use super::stamp::Stamp;
use super::text::Lang;
use super::votes::events::VoteEvent;

/// Something that happened, and when and by whom.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// Which event.
    pub id: EventId,
    /// Its place in the order of events; never when it happened.
    pub stamp: Stamp,
    /// Who did it: `desk`, a room, a person.
    pub who: Arc<str>,
    /// The device on which it was done.
    pub device: Arc<str>,
    /// When it happened, and how it hangs together with others.
    pub frame: Frame,
    /// What happened.
    pub kind: EventKind,
}

/// What the payload of every event holds.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct Frame {
    /// When it happened.
    #[serde(default)]
    pub at: Timestamp,
    /// The events whose writes it replaces.
    #[serde(default, skip_serializing_if = "<[_]>::is_empty")]
    pub over: Arc<[EventId]>,
    /// The first event of the piece of work that this one is part of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<EventId>,
    /// Whether the session was made with it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub base: bool,
}

/// What the reference says of a payload.
pub(super) trait Payload {
    /// Its fields, in order.
    const FIELDS: &'static [&'static str];
}

impl<P: Payload> Payload for Box<P> {
    const FIELDS: &'static [&'static str] = P::FIELDS;
}

/// A kind of event, as the reference tells of it.
pub struct KindSpec {
    /// The kind as it stands in a line.
    pub name: &'static str,
    /// One line on what happened.
    pub doc: &'static str,
    /// The fields of its payload in order, beside those that every payload has.
    pub fields: &'static [&'static str],
    /// The JSON Schema of its payload.
    pub schema: fn() -> Schema,
}

macro_rules! payload {
    ($(#[$meta:meta])* $name:ident { $($(#[$fmeta:meta])* $field:ident : $ty:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(default)]
        pub struct $name { $($(#[$fmeta])* pub $field: $ty,)* }

        impl $crate::workshop::event::Payload for $name {
            const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
        }
    };
    // A payload that sets those of its fields that are there.
    ($(#[$meta:meta])* set $name:ident { $($(#[$fmeta:meta])* $field:ident : $ty:ty,)* }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Default, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
        #[serde(default)]
        pub struct $name {
            /// The thing; without it the one that this event makes.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub of: Option<EventId>,
            /// The id chosen for what is made.
            #[serde(skip_serializing_if = "Option::is_none")]
            pub id: Option<Arc<str>>,
            $($(#[$fmeta])* #[serde(skip_serializing_if = "Option::is_none")] pub $field: Option<$ty>,)*
        }

        impl $crate::workshop::event::Payload for $name {
            const FIELDS: &'static [&'static str] = &["of", "id", $(stringify!($field)),*];
        }
    };
}

payload! {
    /// A thing as the subject of what its kind says.
    About {
        /// The thing.
        of: EventId,
    }
}
payload! {
    /// A thing is, or is no longer, something.
    Flag {
        /// The thing.
        of: EventId,
        /// Whether it is.
        is: bool,
    }
}
payload! {
    /// Work was undone, or an undo was.
    Reversal {
        /// The work that this is about.
        of: EventId,
        /// The events that count no longer: the work itself, or every counting undo of it.
        undoes: Vec<EventId>,
    }
}

/// An event of a kind that this version does not know, or whose payload it cannot read.
#[derive(Debug, Clone, PartialEq)]
pub struct Foreign {
    /// Its kind.
    pub kind: Arc<str>,
    /// The text of its payload, a JSON object.
    pub payload: Box<str>,
    /// The thing it is about, if it says so.
    pub of: Option<EventId>,
    /// Whether who does not know the kind must not change that thing.
    pub must: bool,
}

impl Foreign {
    fn new(kind: &str, payload: &str, must: bool) -> Self {
        #[derive(Default, Deserialize)]
        #[serde(default)]
        struct Subject {
            of: Option<EventId>,
        }
        let subject: Subject = serde_json::from_str(payload).unwrap_or_default();
        Self { kind: kind.into(), payload: payload.into(), of: subject.of, must }
    }

    /// The payload with another frame: for a copy.
    fn write(&self, frame: &Frame) -> Result<String, serde_json::Error> {
        let mut fields: serde_json::Map<String, serde_json::Value> = serde_json::from_str(&self.payload)?;
        if let serde_json::Value::Object(frame) = serde_json::to_value(frame)? {
            fields.extend(frame);
        }
        serde_json::to_string(&fields)
    }
}

macro_rules! events {
    ($(#[$meta:meta])* $name:ident $($(#[doc = $doc:literal])* $kind:literal => $variant:ident($payload:ty) $($role:ident)?,)*) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        pub enum $name { $($(#[doc = $doc])* $variant($payload),)* }

        impl $name {
            pub(in crate::workshop) const KINDS: &'static [$crate::workshop::event::KindSpec] =
                &[$($crate::workshop::event::KindSpec {
                    name: $kind,
                    doc: concat!($($doc),*),
                    fields: <$payload as $crate::workshop::event::Payload>::FIELDS,
                    schema: || schemars::schema_for!($payload),
                },)*];

            pub(in crate::workshop) fn name(&self) -> &'static str {
                match self { $(Self::$variant(_) => $kind,)* }
            }

            pub(in crate::workshop) fn role(&self) -> $crate::workshop::event::Role {
                match self { $(Self::$variant(_) => events!(@role $($role)?),)* }
            }

            /// None for a kind that is not one of these.
            pub(in crate::workshop) fn read(kind: &str, payload: &str) -> Option<Result<Self, serde_json::Error>> {
                Some(match kind {
                    $($kind => serde_json::from_str(payload).map(Self::$variant),)*
                    _ => return None,
                })
            }

            pub(in crate::workshop) fn write(
                &self,
                frame: &$crate::workshop::event::Frame,
            ) -> Result<String, serde_json::Error> {
                match self { $(Self::$variant(payload) => $crate::workshop::event::write(payload, frame),)* }
            }
        }
    };
    (@role) => { $crate::workshop::event::Role::Changes };
    (@role makes) => { $crate::workshop::event::Role::Makes };
    (@role must) => { $crate::workshop::event::Role::Must };
    (@role changes_all) => { $crate::workshop::event::Role::ChangesAll };
}
pub(super) use events;
pub(super) use payload;

/// What an event is to the things that it speaks of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Role {
    /// It changes the first of them.
    Changes,
    /// It changes all of them.
    ChangesAll,
    /// It makes a thing, which then goes by the id of the event.
    Makes,
    /// It changes the first, and who does not know its kind must not change that: who cannot read sealed ballots must not close the
    /// vote without them.
    Must,
}

/// The text of a payload with its frame.
pub(super) fn write(payload: &impl Serialize, frame: &Frame) -> Result<String, serde_json::Error> {
    #[derive(Serialize)]
    struct Whole<'a, P> {
        #[serde(flatten)]
        payload: &'a P,
        #[serde(flatten)]
        frame: &'a Frame,
    }
    serde_json::to_string(&Whole { payload, frame })
}

macro_rules! nouns {
    ($($(#[doc = $doc:literal])* $noun:ident($event:ident),)*) => {
        /// What happened. What is long and rare is boxed, so that the many short events do not take its room.
        #[derive(Debug, Clone, PartialEq)]
        pub enum EventKind {
            $($(#[doc = $doc])* $noun($event),)*
            /// A kind that this version does not know: kept, passed on, counted.
            Unknown(Arc<Foreign>),
        }

        /// Every kind of event that this version knows, in the order of the contract.
        pub fn kinds() -> impl Iterator<Item = &'static KindSpec> {
            [$($event::KINDS),*].into_iter().flatten()
        }

        impl EventKind {
            /// Its name as it stands in the session file.
            pub fn name(&self) -> &str {
                match self { $(Self::$noun(event) => event.name(),)* Self::Unknown(foreign) => &foreign.kind }
            }

            fn role(&self) -> Role {
                match self {
                    $(Self::$noun(event) => event.role(),)*
                    Self::Unknown(foreign) => if foreign.must { Role::Must } else { Role::Changes },
                }
            }

            /// The things it speaks of, the one it is about first; not the one it makes.
            pub(crate) fn things(&self, into: &mut Vec<EventId>) {
                match self {
                    $(Self::$noun(event) => event.things(into),)*
                    Self::Unknown(foreign) => into.extend(foreign.of),
                }
            }

            fn read(kind: &str, payload: &str, must: bool) -> Result<Self, serde_json::Error> {
                $(if let Some(event) = $event::read(kind, payload) { return event.map(Self::$noun); })*
                Ok(Self::Unknown(Arc::new(Foreign::new(kind, payload, must))))
            }

            /// The payload for the session file.
            ///
            /// # Errors
            /// None that an event made here can cause.
            pub fn write(&self, frame: &Frame) -> Result<String, serde_json::Error> {
                match self { $(Self::$noun(event) => event.write(frame),)* Self::Unknown(foreign) => foreign.write(frame) }
            }
        }
    };
}

nouns! {
    /// What happened to the session as such.
    Session(SessionEvent),
    /// What happened to the vocabulary.
    Term(TermEvent),
    /// What happened to the roster.
    Person(PersonEvent),
    /// What happened to the agenda.
    Item(ItemEvent),
    /// What happened to a breakout round.
    Round(RoundEvent),
    /// What is asked of all groups.
    Groups(GroupsEvent),
    /// What happened to the wishes that people sit together, or apart.
    Wish(WishEvent),
    /// What happened to ideas.
    Idea(IdeaEvent),
    /// What happened to proposals.
    Proposal(ProposalEvent),
    /// What happened to a vote.
    Vote(VoteEvent),
    /// What happened to commitments.
    Commitment(CommitmentEvent),
    /// What happened on the wall.
    Stage(StageEvent),
    /// What was undone, or counts again.
    Work(WorkEvent),
}

events! {
    /// What was undone, or counts again.
    WorkEvent
    /// Work was undone.
    "work.undone" => Undone(Reversal),
    /// Undone work counts again.
    "work.redone" => Redone(Reversal),
}

impl WorkEvent {
    pub(super) fn things(&self, _into: &mut Vec<EventId>) {}
}

/// Whether the words of a payload are surely clean: no character that may not be, and none behind an escape.
fn is_plain(payload: &str) -> bool {
    !payload.contains('\\') && clean::is_clean(payload)
}

/// A payload with clean words.
fn cleaned(payload: &str) -> Option<String> {
    fn walk(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::String(text) => *text = clean::clean(text, clean::Lines::Many),
            serde_json::Value::Array(all) => all.iter_mut().for_each(walk),
            serde_json::Value::Object(fields) => {
                fields.values_mut().for_each(walk);
                if !fields.keys().all(|key| clean::is_clean(key)) {
                    let named = std::mem::take(fields).into_iter();
                    fields.extend(named.map(|(key, value)| (clean::clean(&key, clean::Lines::One), value)));
                }
            }
            _ => {}
        }
    }
    let mut value: serde_json::Value = serde_json::from_str(payload).ok()?;
    walk(&mut value);
    serde_json::to_string(&value).ok()
}

impl Event {
    /// Reads an event from what stands in a line of the session file.
    ///
    /// A payload that cannot be read as its kind says is kept as an unknown event: nothing that was written is dropped. What
    /// steers terminals is taken out of the words, as it is out of what is typed here: another hand wrote the line. `must`
    /// says that who does not know the kind must not change what it is about.
    pub fn read(
        id: EventId,
        stamp: Stamp,
        who: Arc<str>,
        device: Arc<str>,
        kind: &str,
        payload: &str,
        must: bool,
    ) -> Self {
        let cleaned = if is_plain(payload) { None } else { cleaned(payload) };
        let payload = cleaned.as_deref().unwrap_or(payload);
        let frame = serde_json::from_str(payload).unwrap_or_default();
        let spoiled = (!clean::is_clean(kind)).then(|| clean::clean(kind, clean::Lines::One));
        let kind = spoiled.as_deref().unwrap_or(kind);
        let kind = EventKind::read(kind, payload, must)
            .unwrap_or_else(|_| EventKind::Unknown(Arc::new(Foreign::new(kind, payload, must))));
        Self { id, stamp, who, device, frame, kind }
    }

    /// The thing that this event makes or is about, if it is about one.
    pub fn of(&self) -> Option<EventId> {
        let mut first = Vec::new();
        self.kind.things(&mut first);
        first.first().copied().or_else(|| self.kind.makes().then_some(self.id))
    }
}

impl EventKind {
    /// Whether it makes a thing, which then goes by the id of the event.
    pub fn makes(&self) -> bool {
        self.role() == Role::Makes
    }

    /// Whether who does not know its kind must not change what it is about.
    pub(crate) fn must(&self) -> bool {
        self.role() == Role::Must
    }

    /// Whether it is an undo or a redo, and not work.
    pub fn reversal(&self) -> Option<&Reversal> {
        match self {
            Self::Work(WorkEvent::Undone(reversal) | WorkEvent::Redone(reversal)) => Some(reversal),
            _ => None,
        }
    }

    /// The things that it changes, of all that it speaks of.
    pub(crate) fn subjects(&self) -> Vec<EventId> {
        let mut things = Vec::new();
        self.things(&mut things);
        if self.role() != Role::ChangesAll {
            things.truncate(1);
        }
        things
    }

    /// The language forms of a text that was given, for `Lang` in `d`.
    pub(crate) fn language(&self) -> Option<Lang> {
        match self {
            Self::Idea(IdeaEvent::Translated(translated)) => {
                translated.text.forms().next().map(|(lang, _)| lang)
            }
            _ => None,
        }
    }
}
