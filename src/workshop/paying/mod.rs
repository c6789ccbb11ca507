//! Who pays for an overrun: which items give minutes, or go, so that the hard stops of the day hold.
//!
//! Here the agenda is put into numbers and the answer back into items; the search itself is in [`problem`].

pub mod problem;

use jiff::Timestamp;

use super::Workshop;
use super::agenda::commands::{ItemExtend, ItemSkip};
use super::agenda::{Item, Progress};
use super::command::Request;
use super::groups::rooms;
use super::id::EventId;
use super::schedule::Slot;
use super::thing::Thing;
use problem::{Day, Gift, Part, Way};

/// The most proposals that are made.
pub(crate) const MOST_PROPOSALS: usize = 3;

/// What an item gives.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Give {
    /// The item.
    pub item: EventId,
    /// Minutes: all it has, where it is dropped.
    pub minutes: u32,
    /// Whether it is dropped.
    pub dropped: bool,
}

/// One way to make the stops.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proposal {
    /// Who gives what, in the order of the day.
    pub gives: Vec<Give>,
    /// The stops that it saves, in the order of the day.
    pub saves: Vec<EventId>,
}

/// A stop that does not hold, and by how many minutes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Miss {
    /// The stop.
    pub stop: EventId,
    /// Whole minutes.
    pub minutes: u32,
}

/// What an overrun costs, and who could pay.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bill {
    /// The stops that are missed as things stand.
    pub missed: Vec<Miss>,
    /// Those of them that nothing which may be taken can save, with by how much they fall at least.
    pub fallen: Vec<Miss>,
    /// Those of them that fall even if everything were dropped that has not begun, with by how much then.
    pub hopeless: Vec<Miss>,
    /// What would have to be given, dropping even what may not be dropped, so that no other falls; none where that saves nothing.
    pub would_take: Option<Proposal>,
    /// Ways to make all stops but those that fall, the least harm first.
    pub proposals: Vec<Proposal>,
}

impl Proposal {
    /// The commands that carry it out.
    pub fn requests(&self, workshop: &Workshop) -> Vec<Request> {
        let request = |give: &Give| -> Request {
            let item = workshop.items.label(give.item).as_ref().into();
            if give.dropped {
                ItemSkip { item, skip: None }.into()
            } else {
                let minutes = -i32::try_from(give.minutes).unwrap_or(i32::MAX);
                ItemExtend { item, minutes }.into()
            }
        };
        self.gives.iter().map(request).collect()
    }
}

/// What the course of a day costs, at `now`: nothing where every hard stop holds.
pub fn bill(workshop: &Workshop, slots: &[Slot], day: u32, now: Timestamp) -> Bill {
    let Numbers { items, day: numbers, running } = in_numbers(workshop, slots, day, now);
    let named = |stops: Vec<(usize, i64)>| -> Vec<Miss> {
        let miss = |(place, late): (usize, i64)| {
            Some(Miss { stop: *items.get(place)?, minutes: u32::try_from(late).unwrap_or(u32::MAX) })
        };
        stops.into_iter().filter_map(miss).collect()
    };
    let missed = numbers.missed(&[]);
    if missed.is_empty() {
        return Bill::default();
    }
    let fallen = numbers.fallen();
    let lost: Vec<usize> = fallen.iter().map(|(place, _)| *place).collect();
    let saved = |lost: &[usize]| -> Vec<EventId> {
        let kept = missed.iter().map(|(place, _)| *place).filter(|place| !lost.contains(place));
        kept.filter_map(|place| items.get(place).copied()).collect()
    };
    let proposal =
        |way: Way, lost: &[usize]| Proposal { gives: gives(&items, &numbers, &way), saves: saved(lost) };
    let ways = numbers.without_stops(&lost).ways(MOST_PROPOSALS);
    let dropping = dropping_all(&numbers, running);
    let hopeless = dropping.fallen();
    let gone: Vec<usize> = hopeless.iter().map(|(place, _)| *place).collect();
    let savable = lost.iter().any(|place| !gone.contains(place));
    let would_take = savable.then(|| dropping.without_stops(&gone).best()).flatten();
    Bill {
        missed: named(missed.clone()),
        fallen: named(fallen),
        would_take: would_take.map(|way| proposal(way, &gone)),
        hopeless: named(hopeless),
        proposals: ways.into_iter().map(|way| proposal(way, &lost)).collect(),
    }
}

fn gives(items: &[EventId], day: &Day, way: &Way) -> Vec<Give> {
    let give = |(place, gift): &(usize, Gift)| {
        let (minutes, dropped) = match gift {
            Gift::Minutes(minutes) => (*minutes, false),
            Gift::Dropped => (day.parts.get(*place)?.length, true),
        };
        Some(Give { item: *items.get(*place)?, minutes: u32::try_from(minutes).ok()?, dropped })
    };
    way.gifts.iter().filter_map(give).collect()
}

/// The same day where everything that has not begun could be dropped.
fn dropping_all(day: &Day, running: bool) -> Day {
    let mut day = day.clone();
    for part in day.parts.iter_mut().skip(usize::from(running)) {
        part.droppable = true;
    }
    day
}

/// Whole minutes since 1970. A begun one does not count: nobody sounds an alarm for seconds.
fn minute(time: Timestamp) -> i64 {
    time.as_second().div_euclid(60)
}

/// The rest of a day in numbers: what runs first, then what waits.
struct Numbers {
    items: Vec<EventId>,
    day: Day,
    /// Whether the first part runs.
    running: bool,
}

fn in_numbers(workshop: &Workshop, slots: &[Slot], day: u32, now: Timestamp) -> Numbers {
    let today: Vec<&Slot> = slots.iter().filter(|slot| slot.day == day && !slot.skipped).collect();
    let begun = today.iter().any(|slot| slot.progress != Progress::Waiting);
    let running = today.iter().rev().find(|slot| slot.progress.is_on());
    let mut items = Vec::new();
    let mut numbers = Day { free: minute(now), parts: Vec::new() };
    if let Some(slot) = running
        && let Some(item) = workshop.items.get(slot.item)
    {
        let end = minute(slot.expected_end);
        let gives = running_gives(workshop, item, slot, now);
        let length = (end - minute(now)).max(gives);
        numbers.free = end - length;
        let weight = i64::from(item.weight());
        items.push(slot.item);
        numbers.parts.push(Part { begins: None, length, gives, droppable: false, weight, stop: None });
    }
    // Before anything has begun the day opens with its first item, whoever is dropped.
    let opens = today.iter().find(|slot| slot.progress == Progress::Waiting).filter(|_| !begun);
    if let Some(slot) = opens {
        numbers.free = minute(slot.expected);
    }
    // What else was begun holds up all that waits: two laptops may each have started an item, and the clock of one may be ahead.
    let others = today
        .iter()
        .filter(|slot| slot.progress != Progress::Waiting && running.is_none_or(|on| on.item != slot.item));
    let others = others.map(|slot| minute(slot.expected_end)).max();
    for slot in today.iter().filter(|slot| slot.progress == Progress::Waiting) {
        let Some(item) = workshop.items.get(slot.item) else { continue };
        let length = i64::from(item.minutes());
        let fixed = item.begins().is_some().then(|| minute(slot.planned)).max(others);
        items.push(slot.item);
        numbers.parts.push(Part {
            begins: fixed,
            length,
            gives: length - i64::from(item.shortest()),
            droppable: item.is_droppable() && !item.is_stop(),
            weight: i64::from(item.weight()),
            stop: item.is_stop().then(|| minute(slot.planned)),
        });
    }
    Numbers { items, day: numbers, running: running.is_some() }
}

/// The minutes that what runs can still give: not below its shortest length, not what has passed, and nothing where a room
/// with a length of its own goes on until the end.
fn running_gives(workshop: &Workshop, item: &Item, slot: &Slot, now: Timestamp) -> i64 {
    let rounds = workshop.rounds.iter().filter(|round| round.item.get() == Some(&item.key()));
    let apart = rounds.flat_map(|round| {
        let own = |time: &rooms::RoomTime| round.room(&time.room).is_some_and(|room| room.minutes.is_some());
        rooms::times(round, item, now)
            .into_iter()
            .filter(own)
            .filter_map(|time| time.ends)
            .collect::<Vec<_>>()
    });
    // What another laptop's clock puts ahead of ours does not end before it begins.
    let left = item.left(now).min(slot.expected_end.duration_since(slot.expected).as_secs());
    let left = left.div_euclid(60).max(0);
    let spare = i64::from(item.minutes()) - i64::from(item.shortest());
    // Taking more than what lies before the end of such a room would move nothing.
    let most =
        apart.max().map_or(i64::MAX, |end| slot.expected_end.duration_since(end).as_secs().div_euclid(60));
    spare.min(left).min(most).max(0)
}
