//! Languages of a day in the hall: those that nobody interprets, and a hall that has none in common.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::finding::{Fact, Finding, Kind};
use super::interpretation::interpreters;
use super::layout::{Day, Placed};
use crate::workshop::Workshop;
use crate::workshop::people::Person;
use crate::workshop::thing::Thing;

pub(super) fn check(workshop: &Workshop, day: &Day<'_>, found: &mut Vec<Finding>) {
    uncovered(workshop, day, found);
    unheard(workshop, day, found);
}

/// Those who listen on a day and of whom it is known what they speak.
fn listeners(workshop: &Workshop, day: u32) -> impl Iterator<Item = &Person> {
    workshop.people.iter().filter(move |person| {
        !person.interprets() && person.is_present(day) && !person.languages().is_empty()
    })
}

/// Languages of people who understand none of the interpreters, on a day that is interpreted.
fn uncovered(workshop: &Workshop, day: &Day<'_>, found: &mut Vec<Finding>) {
    let Some(first) = day.interpreted().next() else { return };
    let spoken: BTreeSet<&str> = interpreters(workshop, day.number)
        .flat_map(|person| person.languages().iter().map(AsRef::as_ref))
        .collect();
    // Nobody there is told by itself, and of interpreters without languages nothing is known.
    if spoken.is_empty() {
        return;
    }
    let left = listeners(workshop, day.number)
        .filter(|person| !person.languages().iter().any(|language| spoken.contains(language.as_ref())));
    let mut languages: BTreeSet<Arc<str>> = BTreeSet::new();
    let mut people = Vec::new();
    for person in left {
        languages.extend(person.languages().first().cloned());
        people.push(person.key());
    }
    if !people.is_empty() {
        let languages = Fact::Languages(languages.into_iter().collect());
        let finding = first.finds(Kind::LanguageUncovered).with("languages", languages);
        found.push(finding.with("people", Fact::People(people)));
    }
}

/// The whole hall listens, has no language in common, and it is not interpreted: told once a day.
fn unheard(workshop: &Workshop, day: &Day<'_>, found: &mut Vec<Finding>) {
    let in_hall = |placed: &&Placed<'_>| {
        matches!(placed.item.kind(), "plenary" | "vote")
            && !placed.item.is_interpreted()
            && placed.minutes() > 0
    };
    let Some(first) = day.work().find(in_hall) else { return };
    let mut common: Option<BTreeSet<&str>> = None;
    for person in listeners(workshop, day.number) {
        let own = person.languages().iter().map(AsRef::as_ref);
        common = Some(match common {
            None => own.collect(),
            Some(common) => own.filter(|language| common.contains(language)).collect(),
        });
    }
    if common.is_some_and(|common| common.is_empty()) {
        let count = day.work().filter(in_hall).count();
        let count = Fact::Count(i64::try_from(count).unwrap_or(i64::MAX));
        let languages = Fact::Languages(workshop.meeting.languages());
        found.push(first.finds(Kind::NotInterpreted).with("count", count).with("languages", languages));
    }
}
