//! The arithmetic of a day: when each item was planned, when it is to be expected now, which hard stop falls.
//!
//! Pure: the time is handed in. Planned times follow from fixed begins and lengths; expected times from what has really been
//! started and ended, and from `now`. Lengths are real time: where clocks are changed in the night, an hour is an hour. A fixed
//! begin that does not exist on its date, because clocks were put forward, is as much later as they were
//! ([RFC 5545](https://www.rfc-editor.org/rfc/rfc5545#section-3.3.5), section 3.3.5, as jiff has it).

use std::collections::HashSet;

use jiff::civil::{Date, DateTime, Time};
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::Workshop;
use super::agenda::{self, Item, Progress};
use super::groups::rooms;
use super::id::EventId;
use super::meeting::Meeting;
use super::thing::{Thing, Things};

/// When the day begins if nobody says so.
const DEFAULT_BEGIN: Time = Time::constant(9, 0, 0, 0);

/// One item in time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slot {
    /// The item.
    pub item: EventId,
    /// The day, from 1.
    pub day: u32,
    /// When it was planned to begin.
    pub planned: Timestamp,
    /// When it was planned to end.
    pub planned_end: Timestamp,
    /// When it began or is to be expected to begin.
    pub expected: Timestamp,
    /// When it ended or is to be expected to end.
    pub expected_end: Timestamp,
    /// How it goes.
    pub progress: Progress,
    /// It is passed over: somebody said so, or something after it has begun, and it has not.
    pub skipped: bool,
    /// By how many seconds a hard stop is missed.
    pub missed: Option<i64>,
}

impl Slot {
    /// By how many minutes it begins later than planned; negative: earlier.
    pub(crate) fn drift_minutes(&self) -> i64 {
        self.expected.duration_since(self.planned).as_secs().div_euclid(60)
    }
}

/// The whole agenda in time, at `now` (the meeting's clock).
///
/// Without a first day nothing can be placed in time, and the result is empty.
pub fn slots(meeting: &Meeting, items: &Things<Item>, now: Timestamp) -> Vec<Slot> {
    let Some(starts) = meeting.starts() else { return Vec::new() };
    let lay = Lay { meeting, starts, rooms: &|_| None, now };
    lay.all(items, |day| meeting.date_of(day))
}

/// The same for a workshop that is going on: an item lasts as long as the last of its rooms, and where no first day is set,
/// each day is laid on today, so that items can be run and seen.
pub fn slots_of(workshop: &Workshop, now: Timestamp) -> Vec<Slot> {
    let meeting = &workshop.meeting;
    let today = meeting.local(now).date();
    let starts = meeting.starts().unwrap_or_else(|| today.to_datetime(DEFAULT_BEGIN));
    let dated = meeting.starts().is_some();
    let rooms = |item: &Item| {
        let held = workshop.rounds.iter().filter(|round| round.item.get() == Some(&item.key()));
        let times = held.flat_map(|round| rooms::times(round, item, now));
        times.filter(rooms::RoomTime::is_on).filter_map(|time| time.ends).max()
    };
    let lay = Lay { meeting, starts, rooms: &rooms, now };
    lay.all(&workshop.items, |day| if dated { meeting.date_of(day) } else { Some(today) })
}

/// Lays items in time.
struct Lay<'a> {
    meeting: &'a Meeting,
    starts: DateTime,
    /// When the last room of a running item is to be expected to end.
    rooms: &'a dyn Fn(&Item) -> Option<Timestamp>,
    now: Timestamp,
}

impl Lay<'_> {
    fn all(&self, items: &Things<Item>, date_of: impl Fn(u32) -> Option<Date>) -> Vec<Slot> {
        let ordered = agenda::in_order(items);
        let days = ordered.chunk_by(|a, b| a.day() == b.day());
        let day = |today: &[&Item]| {
            let day = today.first().map_or(1, |item| item.day());
            date_of(day).map(|date| self.day(today, day, date)).unwrap_or_default()
        };
        days.flat_map(day).collect()
    }

    fn instant(&self, civil: DateTime) -> Timestamp {
        civil.to_zoned(self.meeting.zone()).map_or(self.now, |zoned| zoned.timestamp())
    }

    fn day(&self, items: &[&Item], day: u32, date: Date) -> Vec<Slot> {
        let now = self.now;
        let begin = if self.starts.time() == Time::midnight() { DEFAULT_BEGIN } else { self.starts.time() };
        let mut planned = self.instant(date.to_datetime(begin));
        let progresses: Vec<Progress> = items.iter().map(|item| item.progress()).collect();
        let last_begun = progresses.iter().rposition(|progress| *progress != Progress::Waiting);
        // When what comes next can begin, once something has begun.
        let mut free: Option<Timestamp> = None;
        let mut open: Option<Timestamp> = None;
        let mut slots = Vec::with_capacity(items.len());
        for (place, (item, progress)) in items.iter().zip(progresses).enumerate() {
            if let Some(fixed) = item.begins() {
                let midnight = date.to_datetime(Time::midnight());
                let fixed = midnight.checked_add(i64::from(fixed).minutes());
                planned = fixed.map_or(planned, |fixed| self.instant(fixed));
            }
            let planned_end = later(planned, i64::from(item.planned_minutes()) * 60);
            let passed = last_begun.is_some_and(|last| place < last) || item.is_skipped();
            let skipped = progress == Progress::Waiting && passed;
            let (expected, expected_end) = match progress {
                Progress::Waiting => {
                    let usual = open.filter(|_| item.begins().is_none()).unwrap_or(planned);
                    let soonest = self.soonest(item, usual.min(planned), free);
                    (soonest, later(soonest, if skipped { 0 } else { i64::from(item.minutes()) * 60 }))
                }
                Progress::Running { first, .. } | Progress::Paused { first, .. } => {
                    let own = later(now, item.left(now).max(0));
                    // What another laptop's clock puts ahead of ours does not end before it begins.
                    (first, (self.rooms)(item).map_or(own, |rooms| rooms.max(own)).max(first))
                }
                Progress::Ended { first, at, .. } => (first, at),
            };
            let late = expected.duration_since(planned).as_secs();
            slots.push(Slot {
                item: item.key(),
                day,
                planned,
                planned_end,
                expected,
                expected_end,
                progress,
                skipped,
                missed: (item.is_stop() && !skipped && late > 0).then_some(late),
            });
            if skipped {
                // What is passed over before anything begins leaves its time to what follows.
                open = open.or(Some(planned).filter(|_| free.is_none()));
            } else {
                // An item that was held before its turn frees nobody before what still runs has ended.
                free = Some(free.map_or(expected_end, |free| free.max(expected_end)));
            }
            planned = planned_end;
        }
        slots
    }

    /// When an item that has not begun can be expected to.
    fn soonest(&self, item: &Item, planned: Timestamp, free: Option<Timestamp>) -> Timestamp {
        match free {
            // It follows at once, though not in the past, but a fixed begin is waited for.
            Some(free) if item.begins().is_some() => free.max(planned).max(self.now),
            Some(free) => free.max(self.now),
            None => planned.max(self.now.min(later(planned, 24 * 3600))),
        }
    }
}

fn later(time: Timestamp, seconds: i64) -> Timestamp {
    time.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(time)
}

/// The item that runs or is paused; of several that laptops started concurrently, the one begun last.
pub(crate) fn running(workshop: &Workshop) -> Option<EventId> {
    let on = workshop.items.iter().filter(|item| item.progress().is_on());
    on.max_by_key(|item| (matches!(item.progress(), Progress::Running { .. }), item.progress().first()))
        .map(Thing::key)
}

/// What comes after the running item or, where nothing runs, first of what has not been begun on the day.
pub(crate) fn next(
    workshop: &Workshop,
    slots: &[Slot],
    running: Option<EventId>,
    day: u32,
) -> Option<EventId> {
    let order: Vec<&Item> =
        agenda::in_order(&workshop.items).into_iter().filter(|item| item.day() == day).collect();
    let after =
        running.and_then(|key| order.iter().position(|item| item.key() == key)).map_or(0, |at| at + 1);
    let skipped: HashSet<EventId> = slots.iter().filter(|slot| slot.skipped).map(|slot| slot.item).collect();
    let waits = |item: &&&Item| item.progress() == Progress::Waiting && !skipped.contains(&item.key());
    order.iter().skip(after).find(waits).map(|item| item.key())
}
