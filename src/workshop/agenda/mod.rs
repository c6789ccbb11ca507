//! The agenda: items, days, and what was really run. The clock of an item is in [`clock`], the arithmetic of times in
//! [`super::schedule`].

pub(crate) mod clock;
pub mod commands;
pub(crate) mod decide;
pub(crate) mod decide_clock;
pub mod events;
pub(crate) mod urgency;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::event::Event;
use super::id::EventId;
use super::register::{Register, WriteContext};
use super::thing::{Bilingual, Made, Thing, Things};
use clock::{Clock, Turn};
use events::{ItemEvent, ItemPlace, ItemSet};

pub use clock::Progress;

/// Minutes of a day: a fixed begin at or after this is none.
pub(crate) const NO_BEGIN: u32 = 24 * 60;

/// What a minute of an item weighs if nobody says so, and the least that it can.
pub(crate) const LEAST_WEIGHT: u32 = 1;
/// What a minute of a break weighs if nobody says so: interpreters and everybody else rest in it.
pub(crate) const BREAK_WEIGHT: u32 = 2;
/// The most that a minute of an item can weigh.
pub(crate) const MOST_WEIGHT: u32 = 100;

/// Minutes given and taken, by the event that did so, and whether it counts.
#[derive(Debug, Clone, Default)]
pub(super) struct Extensions(BTreeMap<EventId, (i32, bool)>);

impl Extensions {
    /// Takes one in, or says whether one known counts.
    pub(super) fn put(&mut self, ctx: WriteContext<'_>, minutes: i32) {
        self.0.insert(ctx.by, (minutes, ctx.counts));
    }

    /// All that count together.
    pub(super) fn sum(&self) -> i64 {
        self.0.values().filter(|(_, counts)| *counts).map(|(minutes, _)| i64::from(*minutes)).sum()
    }
}

/// Where an item stands: the day from 1, and its place among that day's items as a fractional index.
pub(crate) type Place = (u32, Arc<str>);

/// An item of the agenda.
#[derive(Debug, Clone, Default)]
pub struct Item {
    made: Made,
    removed: Register<bool>,
    /// Day and place on it.
    pub place: Register<Place>,
    /// The title.
    pub title: Bilingual,
    /// Planned length in minutes.
    pub minutes: Register<u32>,
    /// Shortest useful length in minutes.
    pub shortest: Register<u32>,
    /// Whether it is a hard stop.
    pub stop: Register<bool>,
    /// Whether it may be dropped.
    pub droppable: Register<bool>,
    /// The kind.
    pub kind: Register<Arc<str>>,
    /// Whether it is interpreted.
    pub interpreted: Register<bool>,
    /// Fixed begin in minutes from midnight.
    pub begins: Register<u32>,
    /// How much a minute taken from it harms.
    pub weight: Register<u32>,
    /// The one instruction that stands on the wall while it runs.
    pub instruction: Bilingual,
    /// Whether it is to be passed over.
    pub skipped: Register<bool>,
    clock: Clock,
    extensions: Extensions,
}

impl Thing for Item {
    fn made(&self) -> &Made {
        &self.made
    }

    fn made_mut(&mut self) -> &mut Made {
        &mut self.made
    }

    /// An item that one laptop took off and another held apart stays: what happened is not forgotten.
    fn is_removed(&self) -> bool {
        self.removed.get().copied().unwrap_or(false) && self.progress() == Progress::Waiting
    }
}

super::fields!(Item from ItemSet { title, minutes, shortest, stop, droppable, kind, interpreted, begins, weight, instruction } beside { of, id, day, place } also { place, clock, skipped });

impl Item {
    /// The day, from 1.
    pub fn day(&self) -> u32 {
        self.place.get().map_or(1, |place| place.0)
    }

    /// The planned length in minutes with what was given or taken: never below zero.
    pub fn minutes(&self) -> u32 {
        let all = i64::from(self.planned_minutes()).saturating_add(self.given());
        u32::try_from(all.max(0)).unwrap_or(u32::MAX)
    }

    /// The minutes that it was given, less those that were taken.
    pub fn given(&self) -> i64 {
        self.extensions.sum()
    }

    /// The length in minutes as it was planned.
    pub fn planned_minutes(&self) -> u32 {
        self.minutes.get().copied().unwrap_or(0)
    }

    /// The shortest useful length in minutes; an item that names none cannot be shortened.
    pub fn shortest(&self) -> u32 {
        self.shortest.get().copied().unwrap_or_else(|| self.planned_minutes()).min(self.planned_minutes())
    }

    /// Whether it is a hard stop.
    pub fn is_stop(&self) -> bool {
        self.stop.get().copied().unwrap_or(false)
    }

    /// Whether it may be dropped.
    pub fn is_droppable(&self) -> bool {
        self.droppable.get().copied().unwrap_or(false)
    }

    pub(crate) fn is_interpreted(&self) -> bool {
        self.interpreted.get().copied().unwrap_or(false)
    }

    /// The kind, empty when none was given.
    pub(crate) fn kind(&self) -> &str {
        self.kind.get().map(AsRef::as_ref).unwrap_or_default()
    }

    /// Whether nobody works in it: a break, a meal, an evening.
    pub(crate) fn is_break(&self) -> bool {
        matches!(self.kind(), "break" | "lunch" | "social")
    }

    /// The fixed begin in minutes from midnight, if there is one.
    pub fn begins(&self) -> Option<u32> {
        self.begins.get().copied().filter(|minutes| *minutes < NO_BEGIN)
    }

    /// How it went so far, told by the turns of its clock in the order in which they happened.
    pub fn progress(&self) -> Progress {
        self.clock.progress()
    }

    /// Its clock.
    pub fn clock(&self) -> &Clock {
        &self.clock
    }

    /// How much a minute taken from it harms.
    pub(crate) fn weight(&self) -> u32 {
        let usual = if self.is_break() { BREAK_WEIGHT } else { LEAST_WEIGHT };
        self.weight.get().copied().unwrap_or(usual).clamp(LEAST_WEIGHT, MOST_WEIGHT)
    }

    /// Whether it is to be passed over: somebody said so, and it has not begun all the same.
    pub fn is_skipped(&self) -> bool {
        self.skipped.get().copied().unwrap_or(false) && self.progress() == Progress::Waiting
    }

    /// Seconds that are left of it at `now`; below zero it is over its time.
    pub(crate) fn left(&self, now: Timestamp) -> i64 {
        i64::from(self.minutes()) * 60 - self.progress().ran(now)
    }
}

impl Item {
    fn set(&mut self, ctx: WriteContext<'_>, set: &ItemSet, who: &Arc<str>) {
        if let (Some(day), Some(place)) = (set.day, &set.place) {
            self.place.write(ctx, (day, place.clone()));
        }
        self.set_fields(ctx, set, who);
    }

    /// The events that a change of these fields replaces.
    pub(super) fn over(&self, set: &ItemSet, into: &mut Vec<EventId>) {
        if set.place.is_some() {
            self.place.over(into);
        }
        self.over_fields(set, into);
    }
}

/// What an event means for the agenda.
pub(super) fn apply(items: &mut Things<Item>, what: &ItemEvent, event: &Event, ctx: WriteContext<'_>) {
    let mut turn = |of: EventId, turn: Turn| items.entry(of).clock.turn(ctx, event.frame.at, turn);
    match what {
        ItemEvent::Added(set) => items.make(event, set.id.as_ref(), ctx.counts).set(ctx, set, &event.who),
        ItemEvent::Changed(set) => items.entry(set.of.unwrap_or(event.id)).set(ctx, set, &event.who),
        ItemEvent::Removed(about) => items.entry(about.of).removed.write(ctx, true),
        ItemEvent::Moved(ItemPlace { of, day, place }) => {
            items.entry(*of).place.write(ctx, (*day, place.clone()));
        }
        ItemEvent::Swapped(swapped) => {
            for ItemPlace { of, day, place } in &swapped.items {
                items.entry(*of).place.write(ctx, (*day, place.clone()));
            }
        }
        ItemEvent::Started(started) => {
            turn(started.of, Turn::Start);
            started
                .ends
                .iter()
                .filter(|ended| **ended != started.of)
                .for_each(|ended| turn(*ended, Turn::End));
        }
        ItemEvent::Ended(about) => turn(about.of, Turn::End),
        ItemEvent::Paused(about) => turn(about.of, Turn::Pause),
        ItemEvent::Extended(extended) => {
            items.entry(extended.of).extensions.put(ctx, extended.minutes);
        }
        ItemEvent::Corrected(corrected) => {
            for of in std::iter::once(&corrected.of).chain(&corrected.also) {
                items.entry(*of).clock.correct(ctx, corrected.turn, corrected.to);
            }
        }
        ItemEvent::Skipped(flag) => items.entry(flag.of).skipped.write(ctx, flag.is),
    }
}

/// The items of the agenda in the order in which they are to be held.
pub fn in_order(items: &Things<Item>) -> Vec<&Item> {
    let mut all: Vec<&Item> = items.iter().collect();
    all.sort_by(|a, b| {
        let place = |item: &Item| item.place.get().cloned().unwrap_or((1, "".into()));
        let key = |item: &Item| (item.made().stamp, item.key());
        place(a).cmp(&place(b)).then_with(|| key(a).cmp(&key(b)))
    });
    all
}
