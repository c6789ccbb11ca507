//! Why a day ended later or earlier than planned.

use std::collections::BTreeSet;

use jiff::Timestamp;

use super::items::{Held, ItemDrift};
use super::plan::Planned;
use super::seconds;
use crate::workshop::id::EventId;

/// A cause of drift.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Cause {
    /// The day began later, or earlier, than planned.
    Began,
    /// Minutes given to items, or taken from them.
    Given,
    /// Items ran longer, or shorter, than planned and given.
    Over,
    /// Items were paused.
    Paused,
    /// Time between items beyond what was planned to be free; negative where free time was used up, or items overlapped.
    Idle,
    /// Items that were not held.
    Skipped,
    /// Items that were put in after the day had begun.
    Inserted,
    /// Items that were taken off after the day had begun.
    TakenOff,
    /// Items whose planned length was changed after the day had begun.
    Replanned,
}

impl Cause {
    /// All of them, in the order in which they are told.
    pub(crate) const ALL: [Self; 9] = [
        Self::Began,
        Self::Over,
        Self::Given,
        Self::Paused,
        Self::Idle,
        Self::Skipped,
        Self::Inserted,
        Self::TakenOff,
        Self::Replanned,
    ];

    /// Its name for programs.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Began => "began",
            Self::Given => "given",
            Self::Over => "over",
            Self::Paused => "paused",
            Self::Idle => "idle",
            Self::Skipped => "skipped",
            Self::Inserted => "inserted",
            Self::TakenOff => "taken_off",
            Self::Replanned => "replanned",
        }
    }
}

/// Seconds by cause, positive where they made the day later. Together they are its drift, to the second.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Causes([i64; Cause::ALL.len()]);

impl Causes {
    /// The causes of a day whose plan up to where it has come is `plan`; planned and actual are each begin and end.
    pub(super) fn of(
        plan: &[Planned],
        items: &[ItemDrift],
        planned: (Timestamp, Timestamp),
        actual: (Timestamp, Timestamp),
    ) -> Self {
        let mut causes = Self::default();
        causes.add(Cause::Began, seconds(planned.0, actual.0));
        let of_plan: BTreeSet<EventId> = plan.iter().map(|plan| plan.item).collect();
        let gone: BTreeSet<EventId> =
            items.iter().filter(|item| item.held == Held::TakenOff).map(|item| item.item).collect();
        let mut used = 0;
        let mut lengths = 0;
        let mut held: BTreeSet<EventId> = BTreeSet::new();
        for item in items.iter().filter(|item| item.began.is_some()) {
            held.insert(item.item);
            used += item.ran + item.paused;
            causes.add(Cause::Over, item.over());
            causes.add(Cause::Given, item.given);
            causes.add(Cause::Paused, item.paused);
            if of_plan.contains(&item.item) {
                causes.add(Cause::Replanned, item.changed);
            } else {
                // One that was planned for later than where the day has come does not occur: the last that was held ends it.
                causes.add(Cause::Inserted, item.length + item.changed);
            }
        }
        for plan in plan {
            let length = seconds(plan.begins, plan.ends);
            lengths += length;
            if !held.contains(&plan.item) {
                let cause = if gone.contains(&plan.item) { Cause::TakenOff } else { Cause::Skipped };
                causes.add(cause, -length);
            }
        }
        // Free is what no item took: as it was, less as it was planned.
        let free = seconds(actual.0, actual.1) - used;
        let planned_free = seconds(planned.0, planned.1) - lengths;
        causes.add(Cause::Idle, free - planned_free);
        causes
    }

    fn add(&mut self, cause: Cause, seconds: i64) {
        if let Some(sum) = self.0.get_mut(place(cause)) {
            *sum = sum.saturating_add(seconds);
        }
    }

    /// The seconds of a cause.
    pub fn get(&self, cause: Cause) -> i64 {
        self.0.get(place(cause)).copied().unwrap_or(0)
    }

    /// All together: the drift.
    pub fn sum(&self) -> i64 {
        self.0.iter().sum()
    }

    /// Each cause in whole minutes, so that they add up to the drift in whole minutes: what is cut off one is carried to
    /// the next. A cause of no seconds has no minutes.
    pub fn minutes(&self) -> Vec<(Cause, i64)> {
        let mut told = 0;
        let mut sum = 0;
        let each = Cause::ALL.into_iter().map(|cause| {
            sum += self.get(cause);
            let minutes = rounded(sum) - told;
            told += minutes;
            (cause, minutes)
        });
        each.collect()
    }

    /// The drift in whole minutes.
    pub fn minutes_in_all(&self) -> i64 {
        rounded(self.sum())
    }
}

/// Seconds in whole minutes, as a clock on the wall shows them: a minute that has only begun is not told.
fn rounded(seconds: i64) -> i64 {
    seconds.div_euclid(60)
}

const fn place(cause: Cause) -> usize {
    cause as usize
}
