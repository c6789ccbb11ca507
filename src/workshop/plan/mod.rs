//! The check of the plan: what a chief interpreter and an old hand at facilitating would say of an agenda before it is run.
//!
//! Pure and without sentences: [`findings`] says what is so, where, and with which numbers; the words stand in
//! `locales/*/plan.ftl`. The plan is looked at by the clock on the wall, in minutes from midnight, so that it can be checked
//! before anybody knows the date. Each number has its source in [`norms`] and in `docs/plan-check.md`.

mod breaks;
mod days;
mod finding;
mod interpretation;
mod languages;
mod layout;
pub(crate) mod norms;
mod rooms;
mod time;
mod votes;

use std::collections::BTreeMap;

use super::Workshop;
use super::id::EventId;

pub(crate) use finding::Finding;
pub use finding::{Fact, Kind, Weight};

/// What cannot be said of a plan, since something is not known yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unchecked {
    /// There is no agenda.
    NoItems,
    /// The first day is not known: no clock change, no date.
    NoFirstDay,
    /// The time zone is not known: no clock change.
    NoZone,
    /// There is no roster: no team of interpreters, no languages, no size of rooms.
    NoPeople,
    /// Nobody sits in so many rounds yet: no languages in their rooms.
    Unplanned(usize),
}

impl Unchecked {
    /// Its name for programs, and how many there are of it.
    pub(crate) const fn name(self) -> (&'static str, usize) {
        match self {
            Self::NoItems => ("no-items", 0),
            Self::NoFirstDay => ("no-first-day", 0),
            Self::NoZone => ("no-time-zone", 0),
            Self::NoPeople => ("no-people", 0),
            Self::Unplanned(count) => ("rounds-unplanned", count),
        }
    }
}

/// All that is to be said of the plan, in the order of the agenda; what belongs to no day comes last.
pub fn findings(workshop: &Workshop) -> Vec<Finding> {
    let days = layout::days(workshop);
    let mut found = Vec::new();
    for day in &days {
        time::check(workshop, day, &mut found);
        breaks::check(day, &mut found);
        interpretation::check(workshop, day, &mut found);
        languages::check(workshop, day, &mut found);
    }
    days::check(&days, &mut found);
    rooms::check(workshop, &days, &mut found);
    votes::check(workshop, &days, &mut found);
    // Stable: what is alike stays as it was found.
    found.sort_by_key(|finding| {
        (finding.day.unwrap_or(u32::MAX), finding.at.unwrap_or_default(), std::cmp::Reverse(finding.weight()))
    });
    found
}

/// What cannot be checked yet.
pub fn unchecked(workshop: &Workshop) -> Vec<Unchecked> {
    if workshop.items.is_empty() {
        return vec![Unchecked::NoItems];
    }
    let mut all = Vec::new();
    if workshop.meeting.starts().is_none() {
        all.push(Unchecked::NoFirstDay);
    } else if workshop.meeting.timezone.get().is_none() {
        all.push(Unchecked::NoZone);
    }
    if workshop.people.is_empty() {
        all.push(Unchecked::NoPeople);
    } else {
        let open = workshop.rounds.iter().filter(|round| !round.is_planned() && round.rooms().len() > 1);
        let open = open.count();
        if open > 0 {
            all.push(Unchecked::Unplanned(open));
        }
    }
    all
}

/// The gravest finding of each item that has any.
pub fn marks(workshop: &Workshop) -> BTreeMap<EventId, Finding> {
    let mut marks: BTreeMap<EventId, Finding> = BTreeMap::new();
    for finding in findings(workshop) {
        let Some(item) = finding.item else { continue };
        let graver = marks.get(&item).is_none_or(|known| known.weight() < finding.weight());
        if graver {
            marks.insert(item, finding);
        }
    }
    marks
}
