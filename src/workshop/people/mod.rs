//! The roster: who is expected, who is here, who speaks what.

pub mod commands;
pub(crate) mod decide;
pub mod events;

use std::sync::Arc;

use super::event::Event;
use super::id::EventId;
use super::register::{Register, WriteContext};
use super::thing::{Bilingual, Made, Thing, Things};
use events::{PersonEvent, PersonSet};

/// Somebody on the roster: a person, or a seat that stands for one.
#[derive(Debug, Clone, Default)]
pub struct Person {
    made: Made,
    removed: Register<bool>,
    /// The name, or what the seat stands for.
    pub name: Bilingual,
    /// The organisation.
    pub organisation: Bilingual,
    /// The kind of participant.
    pub kind: Register<Arc<str>>,
    /// The country.
    pub country: Register<Arc<str>>,
    /// Languages spoken, best first.
    pub languages: Register<Vec<Arc<str>>>,
    /// The role.
    pub role: Register<Arc<str>>,
    /// The day of arrival, from 1; 0 and 1 mean from the beginning.
    pub arrives: Register<u32>,
    /// Whether the person was marked present or away.
    pub presence: Register<bool>,
}

super::thing_for!(Person);
super::fields!(Person from PersonSet { name, organisation, kind, country, languages, role, arrives } beside { of, id } also { presence });

impl Person {
    /// The languages spoken, best first.
    pub fn languages(&self) -> &[Arc<str>] {
        self.languages.get().map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether the person speaks a language.
    pub fn speaks(&self, language: &str) -> bool {
        self.languages().iter().any(|spoken| spoken.as_ref() == language)
    }

    /// The role, empty for a plain participant.
    pub fn role(&self) -> &str {
        self.role.get().map(AsRef::as_ref).unwrap_or_default()
    }

    /// Whether the person interprets: a room in which they sit needs no common language.
    pub(crate) fn interprets(&self) -> bool {
        self.role() == "interpreter"
    }

    /// The day of arrival, from 1.
    pub fn arrival_day(&self) -> u32 {
        self.arrives.get().copied().unwrap_or(1).max(1)
    }

    /// Whether the person is here on a day: marked so or, unmarked, once the day of arrival has come.
    pub fn is_present(&self, day: u32) -> bool {
        self.presence.get().copied().unwrap_or_else(|| day >= self.arrival_day())
    }

    /// The same as it stood when only these events were known.
    pub(crate) fn was_present(&self, day: u32, known: impl Fn(EventId) -> bool) -> bool {
        let marked = self.presence.alive_among(known).last().map(|write| write.value);
        marked.unwrap_or_else(|| day >= self.arrival_day())
    }

    /// Whether two people wrote different things about this one without knowing of each other.
    pub fn is_conflicted(&self) -> bool {
        self.name.versions() > 1
            || self.organisation.versions() > 1
            || self.kind.is_conflicted()
            || self.country.is_conflicted()
            || self.languages.is_conflicted()
            || self.role.is_conflicted()
            || self.arrives.is_conflicted()
            || self.presence.is_conflicted()
    }
}

/// What an event means for the roster.
pub(super) fn apply(people: &mut Things<Person>, what: &PersonEvent, event: &Event, ctx: WriteContext<'_>) {
    match what {
        PersonEvent::Added(set) => {
            people.make(event, set.id.as_ref(), ctx.counts).set_fields(ctx, set, &event.who);
        }
        PersonEvent::Changed(set) => {
            people.entry(set.of.unwrap_or(event.id)).set_fields(ctx, set, &event.who);
        }
        PersonEvent::Arrived(about) => people.entry(about.of).presence.write(ctx, true),
        PersonEvent::Left(about) => people.entry(about.of).presence.write(ctx, false),
        PersonEvent::Removed(about) => people.entry(about.of).removed.write(ctx, true),
    }
}

impl Person {}
