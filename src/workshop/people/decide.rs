//! Decisions about the roster.

use super::commands::{PersonAdd, PersonArrive, PersonChange, PersonLeave, PersonRemove};
use super::events::{PersonEvent, PersonSet};
use crate::workshop::command::Arrival;
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::{About, EventKind};
use crate::workshop::range::LAST_DAY;
use crate::workshop::refusal::Refusal;

impl Decider<'_> {
    pub(in crate::workshop) fn person_add(&self, c: &PersonAdd) -> Outcome {
        let set = PersonSet {
            of: None,
            id: check::free(&self.workshop.people, "person", self.id.as_ref())?,
            name: Some(check::needed_text("name", &c.name)?),
            organisation: check::maybe(c.organisation.as_ref(), |text| {
                check::any_text("organisation", text)
            })?,
            kind: check::maybe(c.kind.as_ref(), |word: &str| check::word("kind", word))?,
            country: check::maybe(c.country.as_ref(), |word: &str| check::word("country", word))?,
            languages: check::maybe(c.languages.as_ref(), |list: &Vec<_>| check::languages(list))?,
            role: check::maybe(c.role.as_ref(), |word: &str| check::word("role", word))?,
            arrives: check::maybe(c.arrives.as_ref(), |arrival| self.arrival_day(arrival))?,
        };
        Ok((EventKind::Person(PersonEvent::Added(Box::new(set))), Vec::new()))
    }

    pub(in crate::workshop) fn person_change(&self, c: &PersonChange) -> Outcome {
        let of = check::find(&self.workshop.people, "person", &c.person)?;
        let set = PersonSet {
            of: Some(of),
            id: None,
            name: check::maybe(c.name.as_ref(), |text| check::needed_text("name", text))?,
            organisation: check::maybe(c.organisation.as_ref(), |text| {
                check::any_text("organisation", text)
            })?,
            kind: check::maybe(c.kind.as_ref(), |word: &str| check::word("kind", word))?,
            country: check::maybe(c.country.as_ref(), |word: &str| check::word("country", word))?,
            languages: check::maybe(c.languages.as_ref(), |list: &Vec<_>| check::languages(list))?,
            role: check::maybe(c.role.as_ref(), |word: &str| check::word("role", word))?,
            arrives: check::maybe(c.arrives.as_ref(), |arrival| self.arrival_day(arrival))?,
        };
        if set == (PersonSet { of: Some(of), ..PersonSet::default() }) {
            return Err(Refusal::nothing("person"));
        }
        let mut over = Vec::new();
        if let Some(person) = self.workshop.people.get(of) {
            person.over_fields(&set, &mut over);
        }
        Ok((EventKind::Person(PersonEvent::Changed(Box::new(set))), over))
    }

    pub(in crate::workshop) fn person_arrive(&self, c: &PersonArrive) -> Outcome {
        self.person_presence(&c.person, true)
    }

    pub(in crate::workshop) fn person_leave(&self, c: &PersonLeave) -> Outcome {
        self.person_presence(&c.person, false)
    }

    fn person_presence(&self, name: &str, present: bool) -> Outcome {
        let of = check::find(&self.workshop.people, "person", name)?;
        let mut over = Vec::new();
        if let Some(person) = self.workshop.people.get(of) {
            let marked = person.presence.get().copied();
            if marked == Some(present) && !person.presence.is_conflicted() {
                let message = if present { "refused-already-present" } else { "refused-already-away" };
                return Err(Refusal::state(message, name));
            }
            person.presence.over(&mut over);
        }
        let about = About { of };
        Ok((
            if present {
                EventKind::Person(PersonEvent::Arrived(about))
            } else {
                EventKind::Person(PersonEvent::Left(about))
            },
            over,
        ))
    }

    pub(in crate::workshop) fn person_remove(&self, c: &PersonRemove) -> Outcome {
        let of = check::find(&self.workshop.people, "person", &c.person)?;
        Ok((EventKind::Person(PersonEvent::Removed(About { of })), Vec::new()))
    }

    fn arrival_day(&self, arrival: &Arrival) -> Result<u32, Refusal> {
        match arrival {
            Arrival::Day(day) => check::within("arrives", *day, 1, LAST_DAY),
            Arrival::Date(date) if date.trim().is_empty() => Ok(1),
            Arrival::Date(given) => {
                let bad = || Refusal::bad_time("arrives", given);
                let date: jiff::civil::Date =
                    given.trim().get(..10).and_then(|date| date.parse().ok()).ok_or_else(bad)?;
                let first = self.workshop.meeting.starts().ok_or_else(bad)?.date();
                let days = first.until(date).map_err(|_| bad())?.get_days();
                let day = u32::try_from(days.saturating_add(1)).unwrap_or(0);
                check::within("arrives", day, 1, LAST_DAY)
            }
        }
    }
}
