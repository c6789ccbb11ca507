//! The arithmetic of a day: when each item was planned, when it is to be expected now, which hard stop falls.
//!
//! Pure: the time is handed in. Planned times follow from fixed begins and lengths; expected times from what has really been
//! started and ended, and from `now`.

use jiff::civil::{DateTime, Time};
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::agenda::{self, Item, Progress};
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
    /// It was passed over: something after it has begun, and it has not.
    pub skipped: bool,
    /// By how many seconds a hard stop is missed.
    pub missed: Option<i64>,
}

impl Slot {
    /// By how many minutes it begins later than planned; negative: earlier.
    pub fn drift_minutes(&self) -> i64 {
        self.expected.duration_since(self.planned).as_secs().div_euclid(60)
    }
}

/// The whole agenda in time, at `now` (the meeting's clock).
///
/// Without a first day nothing can be placed in time, and the result is empty.
pub fn slots(meeting: &Meeting, items: &Things<Item>, now: Timestamp) -> Vec<Slot> {
    let ordered = agenda::in_order(items);
    let mut slots = Vec::with_capacity(ordered.len());
    let mut rest = ordered.as_slice();
    while let Some(first) = rest.first() {
        let day = first.day();
        let (today, later) = rest.split_at(rest.iter().take_while(|item| item.day() == day).count());
        slots.extend(day_slots(meeting, today, day, now));
        rest = later;
    }
    slots
}

fn day_slots(meeting: &Meeting, items: &[&Item], day: u32, now: Timestamp) -> Vec<Slot> {
    let (Some(date), Some(starts)) = (meeting.date_of(day), meeting.starts()) else { return Vec::new() };
    let zone = meeting.zone();
    let instant = |civil: DateTime| civil.to_zoned(zone.clone()).map_or(now, |zoned| zoned.timestamp());
    let begin = if starts.time() == Time::midnight() { DEFAULT_BEGIN } else { starts.time() };
    let mut planned = instant(date.to_datetime(begin));
    let last_begun = items.iter().rposition(|item| item.progress() != Progress::Waiting);
    // When what comes next can begin, once something has begun.
    let mut free: Option<Timestamp> = None;
    let mut slots = Vec::with_capacity(items.len());
    for (place, item) in items.iter().enumerate() {
        if let Some(fixed) = item.begins() {
            let midnight = date.to_datetime(Time::midnight());
            planned = midnight.checked_add(i64::from(fixed).minutes()).map_or(planned, instant);
        }
        let planned_end = later(planned, i64::from(item.planned_minutes()) * 60);
        let progress = item.progress();
        let skipped = progress == Progress::Waiting && last_begun.is_some_and(|last| place < last);
        let length = i64::from(item.minutes()) * 60;
        let (expected, expected_end) = match progress {
            Progress::Waiting => {
                let soonest = match free {
                    // It follows at once, but a fixed begin is waited for.
                    Some(free) if item.begins().is_some() => free.max(planned),
                    Some(free) => free,
                    None => planned.max(now.min(later(planned, 24 * 3600))),
                };
                (soonest, later(soonest, if skipped { 0 } else { length }))
            }
            Progress::Running { first, .. } | Progress::Paused { first, .. } => {
                (first, later(now, (length - progress.ran(now)).max(0)))
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
        if !skipped {
            let waits = progress == Progress::Waiting && free.is_none();
            let running_on = progress.is_on();
            free = Some(if running_on || waits { expected_end } else { expected_end.max(floor(free, progress, now, items, place)) });
        }
        planned = planned_end;
    }
    slots
}

/// Between two items nothing can begin before now.
fn floor(free: Option<Timestamp>, progress: Progress, now: Timestamp, items: &[&Item], place: usize) -> Timestamp {
    let free = free.unwrap_or(Timestamp::MIN);
    let next_waits = items.get(place + 1).is_some_and(|next| next.progress() == Progress::Waiting);
    if matches!(progress, Progress::Ended { .. }) && next_waits { free.max(now) } else { free }
}

fn later(time: Timestamp, seconds: i64) -> Timestamp {
    time.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(time)
}

/// An item that could give minutes so that a hard stop holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Payer {
    /// The item.
    pub item: EventId,
    /// Minutes that it can give without going below its shortest useful length.
    pub minutes: u32,
    /// Whether it could be dropped altogether.
    pub droppable: bool,
}

/// Which items could pay for a missed hard stop: those that have not begun between now and it, most able first.
pub fn payers(slots: &[Slot], items: &Things<Item>, stop: EventId) -> Vec<Payer> {
    let Some(place) = slots.iter().position(|slot| slot.item == stop) else { return Vec::new() };
    let day = slots.get(place).map(|slot| slot.day);
    let mut payers: Vec<Payer> = slots
        .iter()
        .take(place)
        .filter(|slot| Some(slot.day) == day && slot.progress == Progress::Waiting && !slot.skipped)
        .filter_map(|slot| items.get(slot.item))
        .map(|item| Payer {
            item: item.key(),
            minutes: item.minutes().saturating_sub(item.shortest()),
            droppable: item.is_droppable(),
        })
        .filter(|payer| payer.minutes > 0 || payer.droppable)
        .collect();
    payers.sort_by_key(|payer| std::cmp::Reverse(payer.minutes));
    payers
}
