//! Planned and actual: what each item was to be and what it was, and by which causes a day ended later or earlier than planned.
//!
//! The plan of a day is the agenda as it stood when the day's first item was started; what was put in, taken off, moved or
//! given another length since is a cause of its own. No second is lost: the causes of a day add up to its drift.

mod causes;
mod items;
mod plan;

use jiff::{SignedDuration, Timestamp};

use super::{Workshop, agenda, schedule};

pub use causes::Cause;
pub(crate) use causes::Causes;
pub use items::Held;
pub(crate) use items::{ItemDrift, RoomDrift};

/// A day that was held, in part or whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayDrift {
    /// The day, from 1.
    pub day: u32,
    /// Whether it is over: nothing of it is to come. While it is not, all is told up to the last item that has begun.
    pub over: bool,
    /// When it was planned to begin.
    pub planned: Timestamp,
    /// When it was planned to end, or to be where it is: at the end of the last item that has begun, or within it.
    pub planned_end: Timestamp,
    /// When it began.
    pub began: Timestamp,
    /// When it ended, so far.
    pub ended: Timestamp,
    /// The causes of its drift.
    pub causes: Causes,
    /// The items in the order of the agenda; those that were taken off after the day had begun come last.
    pub items: Vec<ItemDrift>,
}

impl DayDrift {
    /// Seconds by which the day ended later than planned; negative: earlier.
    pub fn seconds(&self) -> i64 {
        seconds(self.planned_end, self.ended)
    }
}

/// All days of which anything was held. `now` is the meeting's clock; without it, as for a report, what still runs is told up
/// to when it was last started or paused.
pub fn days(workshop: &Workshop, now: Option<Timestamp>) -> Vec<DayDrift> {
    let mut begun = plan::begun(workshop);
    begun.sort_unstable_by_key(|begun| begun.day);
    begun.into_iter().filter_map(|begun| one(workshop, &begun, now)).collect()
}

/// One day, if anything of it was held.
pub fn day(workshop: &Workshop, day: u32, now: Timestamp) -> Option<DayDrift> {
    let begun = plan::begun(workshop).into_iter().find(|begun| begun.day == day)?;
    one(workshop, &begun, Some(now))
}

fn one(workshop: &Workshop, begun: &plan::Begun, now: Option<Timestamp>) -> Option<DayDrift> {
    let items = items::items(workshop, begun, now);
    let day = begun.day;
    let held: Vec<&ItemDrift> = items.iter().filter(|item| item.began.is_some()).collect();
    let began = held.iter().filter_map(|item| item.began).min()?;
    let ended = held.iter().filter_map(|item| item.ended).max()?;
    let over = is_over(workshop, day, &items, now);
    // While the day goes on, what is to come is no drift.
    let counted = if over {
        begun.plan.len()
    } else {
        let held = |slot: &plan::Planned| held.iter().any(|item| item.item == slot.item);
        begun.plan.iter().rposition(held).map_or(0, |last| last + 1)
    };
    let (plan, counting) = so_far(begun.plan.get(..counted).unwrap_or_default(), &items);
    let (planned, planned_end) = match (plan.first(), plan.last()) {
        (Some(first), Some(last)) => (first.begins, last.ends),
        // Nothing of it was planned: it began and ended as it did.
        _ => (began, began),
    };
    let causes = Causes::of(&plan, &counting, (planned, planned_end), (began, ended));
    Some(DayDrift { day, over, planned, planned_end, began, ended, causes, items })
}

/// The plan and the items as they count while an item is on: of one that is still within its time, only so much was to be as
/// has run, so that what is left of it makes nobody early.
fn so_far(plan: &[plan::Planned], items: &[ItemDrift]) -> (Vec<plan::Planned>, Vec<ItemDrift>) {
    let (mut plan, mut items) = (plan.to_vec(), items.to_vec());
    for item in items.iter_mut().filter(|item| item.held == Held::On && item.over() <= 0) {
        (item.length, item.changed, item.given) = (item.ran, 0, 0);
        if let Some(planned) = plan.iter_mut().find(|planned| planned.item == item.item) {
            let run = SignedDuration::from_secs(item.ran);
            planned.ends = planned.begins.checked_add(run).unwrap_or(planned.ends);
        }
    }
    (plan, items)
}

/// Whether nothing of a day is to come: all was held or is passed over, or a later day has begun, or its date has gone by.
fn is_over(workshop: &Workshop, day: u32, items: &[ItemDrift], now: Option<Timestamp>) -> bool {
    if items.iter().any(|item| item.held == Held::On) {
        return false;
    }
    if items.iter().all(|item| item.held != Held::Waits) {
        return true;
    }
    let begun = |item: &agenda::Item| item.day() > day && item.progress().first().is_some();
    let today = now.and_then(|now| workshop.meeting.day_at(now));
    workshop.items.iter().any(begun) || today.is_some_and(|today| today > i64::from(day))
}

/// Seconds from one time to another: whole ones, as the clocks of items count them.
fn seconds(from: Timestamp, to: Timestamp) -> i64 {
    to.as_second().saturating_sub(from.as_second())
}

/// The planned times of all items as the agenda stands now.
fn slots(workshop: &Workshop) -> Vec<schedule::Slot> {
    // Planned times do not hang on the present.
    schedule::slots(&workshop.meeting, &workshop.items, Timestamp::UNIX_EPOCH)
}

/// Whether an item is on this day of the agenda as it stands now.
fn is_on(workshop: &Workshop, item: super::id::EventId, day: u32) -> bool {
    workshop.items.get(item).is_some_and(|item| item.day() == day)
}
