//! The agenda: items, days, and what was really run. The arithmetic of times is in [`super::schedule`].

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::event::{Event, Happening, ItemPlace, ItemSet};
use super::id::EventId;
use super::register::{Pen, Register};
use super::stamp::Stamp;
use super::thing::{Bilingual, Made, Thing, Things};

/// Minutes of a day: a fixed begin at or after this is none.
pub const NO_BEGIN: u32 = 24 * 60;

/// What the facilitator did to an item's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Started it, or went on with it.
    Start,
    /// Paused it.
    Pause,
    /// Ended it.
    End,
}

/// One turn of an item's clock.
#[derive(Debug, Clone)]
struct Turned {
    at: Timestamp,
    stamp: Stamp,
    turn: Turn,
    /// The turns that whoever did it knew of.
    after: Arc<[EventId]>,
    counts: bool,
}

/// Where an item stands: the day from 1, and its place among that day's items as a fractional index.
pub type Place = (u32, Arc<str>);

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
    turns: BTreeMap<EventId, Turned>,
    extensions: BTreeMap<EventId, (i32, bool)>,
}

impl Thing for Item {
    fn made(&self) -> &Made {
        &self.made
    }

    fn made_mut(&mut self) -> &mut Made {
        &mut self.made
    }

    /// An item that one laptop took off and another started apart stays until it has ended.
    fn is_removed(&self) -> bool {
        self.removed.get().copied().unwrap_or(false) && !self.progress().is_on()
    }
}

/// How an item went so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Not begun.
    Waiting,
    /// Running since `since`, after having run for `before` seconds.
    Running {
        /// When it was started for the first time.
        first: Timestamp,
        /// When it was started or went on last.
        since: Timestamp,
        /// Seconds it had run before.
        before: i64,
    },
    /// Paused at `at`, having run for `before` seconds.
    Paused {
        /// When it was started for the first time.
        first: Timestamp,
        /// When it was paused.
        at: Timestamp,
        /// Seconds it has run.
        before: i64,
    },
    /// Ended.
    Ended {
        /// When it was started for the first time.
        first: Timestamp,
        /// When it ended.
        at: Timestamp,
        /// Seconds it has run.
        ran: i64,
    },
}

impl Item {
    /// How many versions there are of the field that has most.
    pub fn versions(&self) -> u32 {
        let numbers = [self.minutes.versions(), self.shortest.versions(), self.begins.versions()];
        let flags = [self.stop.versions(), self.droppable.versions(), self.interpreted.versions()];
        let others = [self.title.versions(), self.place.versions(), self.kind.versions()];
        numbers.into_iter().chain(flags).chain(others).max().unwrap_or(1)
    }

    /// The day, from 1.
    pub fn day(&self) -> u32 {
        self.place.get().map_or(1, |place| place.0)
    }

    /// The planned length in minutes with what was given or taken: never below zero.
    pub fn minutes(&self) -> u32 {
        let given: i64 = self
            .extensions
            .values()
            .filter(|(_, counts)| *counts)
            .map(|(minutes, _)| i64::from(*minutes))
            .sum();
        let all = i64::from(self.planned_minutes()).saturating_add(given);
        u32::try_from(all.max(0)).unwrap_or(u32::MAX)
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

    /// Whether it is interpreted.
    pub fn is_interpreted(&self) -> bool {
        self.interpreted.get().copied().unwrap_or(false)
    }

    /// The kind, empty when none was given.
    pub fn kind(&self) -> &str {
        self.kind.get().map(AsRef::as_ref).unwrap_or_default()
    }

    /// The fixed begin in minutes from midnight, if there is one.
    pub fn begins(&self) -> Option<u32> {
        self.begins.get().copied().filter(|minutes| *minutes < NO_BEGIN)
    }

    /// How it went so far, told by the turns of its clock in the order in which they happened.
    pub fn progress(&self) -> Progress {
        let mut progress = Progress::Waiting;
        for (turned, at) in self.in_turn().into_iter().filter(|(turned, _)| turned.counts) {
            progress = progress.turned(turned.turn, at);
        }
        progress
    }

    /// The turns of its clock in order, each with when it is taken to have happened: never before a turn that whoever did
    /// it knew of, so that a laptop with a slow clock can still end what one with a fast clock started.
    fn in_turn(&self) -> Vec<(&Turned, Timestamp)> {
        let mut times: BTreeMap<EventId, (Timestamp, usize)> =
            self.turns.iter().map(|(id, turned)| (*id, (turned.at, 0))).collect();
        // As many rounds as turns, so that turns that name each other (only forged ones do) come to an end as well.
        for _ in 1..self.turns.len() {
            let later = |(id, turned): (&EventId, &Turned)| {
                let known =
                    turned.after.iter().filter(|known| *known != id).filter_map(|known| times.get(known));
                let (at, rank) =
                    known.fold((turned.at, 0), |(at, rank), known| (at.max(known.0), rank.max(known.1 + 1)));
                (*id, (at, rank))
            };
            let next = self.turns.iter().map(later).collect();
            if next == times {
                break;
            }
            times = next;
        }
        let time = |id: &EventId, turned: &Turned| times.get(id).copied().unwrap_or((turned.at, 0));
        let mut turns: Vec<_> = self.turns.iter().map(|(id, turned)| (turned, time(id, turned))).collect();
        turns.sort_by_key(|(turned, time)| (*time, turned.stamp));
        turns.into_iter().map(|(turned, (at, _))| (turned, at)).collect()
    }

    /// The turn that a new one comes after.
    pub(super) fn over_turn(&self, into: &mut Vec<EventId>) {
        let named =
            |id: &EventId| self.turns.values().any(|turned| turned.counts && turned.after.contains(id));
        into.extend(self.turns.iter().filter(|(id, turned)| turned.counts && !named(id)).map(|(id, _)| *id));
    }
}

fn seconds(from: Timestamp, to: Timestamp) -> i64 {
    to.as_second().saturating_sub(from.as_second()).max(0)
}

impl Progress {
    fn turned(self, turn: Turn, at: Timestamp) -> Self {
        match (turn, self) {
            (Turn::Start, Self::Waiting) => Self::Running { first: at, since: at, before: 0 },
            (Turn::Start, Self::Paused { first, before, .. }) => Self::Running { first, since: at, before },
            // An item that is taken up again after its end goes on where it was.
            (Turn::Start, Self::Ended { first, ran, .. }) => Self::Running { first, since: at, before: ran },
            (Turn::Pause, Self::Running { first, since, before }) => {
                Self::Paused { first, at, before: before.saturating_add(seconds(since, at)) }
            }
            (Turn::End, Self::Running { first, since, before }) => {
                Self::Ended { first, at, ran: before.saturating_add(seconds(since, at)) }
            }
            (Turn::End, Self::Paused { first, before, .. }) => Self::Ended { first, at, ran: before },
            // Two laptops may both have said it: the first one counts.
            (Turn::Start, Self::Running { .. })
            | (Turn::Pause | Turn::End, Self::Waiting | Self::Ended { .. })
            | (Turn::Pause, Self::Paused { .. }) => self,
        }
    }

    /// Seconds it has run at `now`.
    pub fn ran(self, now: Timestamp) -> i64 {
        match self {
            Self::Waiting => 0,
            Self::Running { since, before, .. } => before.saturating_add(seconds(since, now)),
            Self::Paused { before, .. } => before,
            Self::Ended { ran, .. } => ran,
        }
    }

    /// When it was started for the first time.
    pub fn first(self) -> Option<Timestamp> {
        match self {
            Self::Waiting => None,
            Self::Running { first, .. } | Self::Paused { first, .. } | Self::Ended { first, .. } => {
                Some(first)
            }
        }
    }

    /// Whether it runs or is paused.
    pub fn is_on(self) -> bool {
        matches!(self, Self::Running { .. } | Self::Paused { .. })
    }
}

impl Item {
    fn set(&mut self, pen: Pen<'_>, set: &ItemSet, who: &Arc<str>) {
        if let (Some(day), Some(place)) = (set.day, &set.place) {
            self.place.write(pen, (day, place.clone()));
        }
        if let Some(title) = &set.title {
            self.title.write(pen, title, who, true);
        }
        super::put(&mut self.minutes, pen, set.minutes.as_ref());
        super::put(&mut self.shortest, pen, set.shortest.as_ref());
        super::put(&mut self.stop, pen, set.stop.as_ref());
        super::put(&mut self.droppable, pen, set.droppable.as_ref());
        super::put(&mut self.kind, pen, set.kind.as_ref());
        super::put(&mut self.interpreted, pen, set.interpreted.as_ref());
        super::put(&mut self.begins, pen, set.begins.as_ref());
    }

    /// The events that a change of these fields replaces.
    pub(super) fn over(&self, set: &ItemSet, into: &mut Vec<EventId>) {
        super::over(&self.place, set.place.is_some(), into);
        if let Some(title) = &set.title {
            self.title.over(title, into);
        }
        super::over(&self.minutes, set.minutes.is_some(), into);
        super::over(&self.shortest, set.shortest.is_some(), into);
        super::over(&self.stop, set.stop.is_some(), into);
        super::over(&self.droppable, set.droppable.is_some(), into);
        super::over(&self.kind, set.kind.is_some(), into);
        super::over(&self.interpreted, set.interpreted.is_some(), into);
        super::over(&self.begins, set.begins.is_some(), into);
    }
}

/// What an event means for the agenda.
pub(super) fn apply(items: &mut Things<Item>, event: &Event, pen: Pen<'_>) {
    let mut turn = |of: EventId, turn: Turn| {
        let (at, stamp, after, counts) = (event.frame.at, event.stamp, pen.over.clone(), pen.counts);
        items.entry(of).turns.insert(event.id, Turned { at, stamp, turn, after, counts });
    };
    match &event.happening {
        Happening::ItemAdded(set) => items.make(event, set.id.as_ref(), pen.counts).set(pen, set, &event.who),
        Happening::ItemChanged(set) => items.entry(set.of.unwrap_or(event.id)).set(pen, set, &event.who),
        Happening::ItemRemoved(about) => items.entry(about.of).removed.write(pen, true),
        Happening::ItemMoved(ItemPlace { of, day, place }) => {
            items.entry(*of).place.write(pen, (*day, place.clone()));
        }
        Happening::ItemSwapped(swapped) => {
            for ItemPlace { of, day, place } in &swapped.items {
                items.entry(*of).place.write(pen, (*day, place.clone()));
            }
        }
        Happening::ItemStarted(started) => {
            turn(started.of, Turn::Start);
            started
                .ends
                .iter()
                .filter(|ended| **ended != started.of)
                .for_each(|ended| turn(*ended, Turn::End));
        }
        Happening::ItemEnded(about) => turn(about.of, Turn::End),
        Happening::ItemPaused(about) => turn(about.of, Turn::Pause),
        Happening::ItemExtended(extended) => {
            items.entry(extended.of).extensions.insert(event.id, (extended.minutes, pen.counts));
        }
        _ => {}
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
