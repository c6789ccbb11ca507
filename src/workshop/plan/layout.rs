//! The days as they are planned, by the clock on the wall: minutes from midnight, so that no date is needed.

use super::finding::{Finding, Kind};
use super::norms;
use crate::workshop::Workshop;
use crate::workshop::agenda::{self, Item};
use crate::workshop::thing::Thing;

/// When a day begins if nobody says so, in minutes from midnight.
const DEFAULT_BEGIN: i64 = 9 * 60;

/// An item at its time.
pub(super) struct Placed<'a> {
    pub(super) item: &'a Item,
    /// Minutes from midnight.
    pub(super) begins: i64,
    /// Minutes from midnight.
    pub(super) ends: i64,
}

impl Placed<'_> {
    /// People are free: a break, a meal, a social event.
    pub(super) fn is_pause(&self) -> bool {
        matches!(self.item.kind(), "break" | "lunch" | "social")
    }

    pub(super) fn minutes(&self) -> i64 {
        self.ends - self.begins
    }

    /// A finding at this item.
    pub(super) fn finds(&self, kind: Kind) -> Finding {
        let (day, item) = (Some(self.item.day()), Some(self.item.key()));
        Finding { day, item, at: Some(self.begins), ..Finding::new(kind) }
    }
}

pub(super) struct Day<'a> {
    pub(super) number: u32,
    /// Its items in order, never none; those that are to be passed over are not among them.
    pub(super) items: Vec<Placed<'a>>,
}

/// Work without a break worth the name.
pub(super) struct Stretch<'d, 'a> {
    /// The items of it, breaks that are none among them.
    pub(super) items: &'d [Placed<'a>],
    pub(super) begins: i64,
    pub(super) ends: i64,
}

impl<'a> Day<'a> {
    /// The work of the day.
    pub(super) fn work(&self) -> impl Iterator<Item = &Placed<'a>> {
        self.items.iter().filter(|placed| !placed.is_pause())
    }

    /// The minutes of it that are interpreted.
    pub(super) fn interpreted(&self) -> impl Iterator<Item = &Placed<'a>> {
        self.work().filter(|placed| placed.item.is_interpreted() && placed.minutes() > 0)
    }

    /// The work between one break and the next. What is shorter than [`norms::PAUSE`] is no break; free time before a fixed
    /// begin is one.
    pub(super) fn stretches(&self) -> Vec<Stretch<'_, 'a>> {
        let mut stretches = Vec::new();
        // Where the stretch began that is not over, with its times.
        let mut open: Option<(usize, i64, i64)> = None;
        let mut close = |open: &mut Option<(usize, i64, i64)>, until: usize| {
            if let Some((first, begins, ends)) = open.take() {
                let items = self.items.get(first..until).unwrap_or_default();
                stretches.push(Stretch { items, begins, ends });
            }
        };
        for (place, placed) in self.items.iter().enumerate() {
            if open.is_some_and(|(_, _, ends)| placed.begins - ends >= norms::PAUSE) {
                close(&mut open, place);
            }
            if placed.is_pause() {
                if placed.minutes() >= norms::PAUSE {
                    close(&mut open, place);
                } else if let Some((_, _, ends)) = &mut open {
                    // The time goes on, though nobody has rested.
                    *ends = (*ends).max(placed.ends);
                }
                continue;
            }
            match &mut open {
                Some((_, _, ends)) => *ends = (*ends).max(placed.ends),
                None => open = Some((place, placed.begins, placed.ends)),
            }
        }
        close(&mut open, self.items.len());
        stretches
    }
}

/// All days that have items, in order.
pub(super) fn days(workshop: &Workshop) -> Vec<Day<'_>> {
    let morning = workshop.meeting.starts().map(|starts| minutes(starts.time()));
    let morning = morning.filter(|minutes| *minutes > 0).unwrap_or(DEFAULT_BEGIN);
    let ordered = agenda::in_order(&workshop.items);
    let held: Vec<&Item> = ordered.into_iter().filter(|item| !item.is_skipped()).collect();
    let of_a_day = held.chunk_by(|a, b| a.day() == b.day());
    of_a_day
        .filter_map(|items| {
            let mut next = morning;
            let placed = items.iter().map(|item| {
                let begins = item.begins().map_or(next, i64::from);
                // Whatever a stranger's file says: the sum of a day stays a number.
                next = begins.saturating_add(i64::from(item.planned_minutes()));
                Placed { item, begins, ends: next }
            });
            Some(Day { number: items.first()?.day(), items: placed.collect() })
        })
        .collect()
}

fn minutes(time: jiff::civil::Time) -> i64 {
    i64::from(time.hour()) * 60 + i64::from(time.minute())
}
