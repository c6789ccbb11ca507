//! Each item, planned and actual, and its rooms.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::plan::{Begun, Planned};
use super::{is_on, seconds, slots};
use crate::workshop::Workshop;
use crate::workshop::agenda::{self, Item, Progress};
use crate::workshop::groups::rooms;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;

/// What became of an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Held {
    /// It is to come.
    Waits,
    /// It runs or is paused.
    On,
    /// It was held.
    Ended,
    /// It was not held: something after it has begun, or it is to be passed over.
    Skipped,
    /// It was taken off the day after the day had begun.
    TakenOff,
}

/// An item, planned and actual. Lengths are seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemDrift {
    pub item: EventId,
    /// What became of it.
    pub held: Held,
    /// When it was planned to begin and to end; none for one that was put in after the day had begun.
    pub planned: Option<(Timestamp, Timestamp)>,
    /// Its length as it was planned when the day began; for one that was put in later its length.
    pub length: i64,
    /// By how much its length was changed since.
    pub changed: i64,
    /// What it was given, less what was taken, while the day went on.
    pub given: i64,
    pub began: Option<Timestamp>,
    /// When it ended, so far.
    pub ended: Option<Timestamp>,
    /// How long it ran, without pauses.
    pub ran: i64,
    /// How long it was paused between its begin and its end.
    pub paused: i64,
    /// The rooms of the rounds held in it.
    pub rooms: Vec<RoomDrift>,
}

impl ItemDrift {
    /// Seconds that it ran longer than planned and given; negative: shorter.
    pub(crate) fn over(&self) -> i64 {
        self.ran - self.length - self.changed - self.given
    }
}

/// A room of a round held in an item, planned and actual. Lengths are seconds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomDrift {
    pub round: EventId,
    /// The room, by id.
    pub room: Arc<str>,
    /// Its length, with what it was given or taken.
    pub length: i64,
    pub began: Option<Timestamp>,
    /// When it ended: called there, or with the item.
    pub ended: Option<Timestamp>,
    /// How long it ran.
    pub ran: i64,
}

/// The items of a day: those that are on it now, and those of its plan that no longer are.
pub(super) fn items(workshop: &Workshop, begun: &Begun, now: Option<Timestamp>) -> Vec<ItemDrift> {
    let planned: BTreeMap<EventId, &Planned> = begun.plan.iter().map(|plan| (plan.item, plan)).collect();
    let passed: BTreeMap<EventId, bool> =
        slots(workshop).into_iter().map(|slot| (slot.item, slot.skipped)).collect();
    let ordered = agenda::in_order(&workshop.items);
    let of_day = ordered.into_iter().filter(|item| item.day() == begun.day);
    let mut items: Vec<ItemDrift> = of_day
        .map(|item| {
            let passed = passed.get(&item.key()).copied().unwrap_or(false) || item.is_skipped();
            one(workshop, item, planned.get(&item.key()).copied(), passed, now)
        })
        .collect();
    let gone = begun.plan.iter().filter(|plan| !is_on(workshop, plan.item, begun.day));
    items.extend(gone.map(taken_off));
    items
}

fn one(
    workshop: &Workshop,
    item: &Item,
    planned: Option<&Planned>,
    passed: bool,
    now: Option<Timestamp>,
) -> ItemDrift {
    let progress = item.progress();
    let began = progress.first();
    // Without a present what still runs is told up to the last that is known of it.
    let ended = match progress {
        Progress::Waiting => None,
        // Another laptop's clock may be ahead of ours: what it told has been all the same, and nothing ends before that.
        Progress::Running { since: last, .. } | Progress::Paused { at: last, .. } => {
            Some(now.map_or(last, |now| now.max(last)))
        }
        Progress::Ended { at, .. } => Some(at),
    };
    let ran = ended.map_or(0, |ended| progress.ran(ended));
    let planned_now = i64::from(item.planned_minutes()) * 60;
    let length = planned.map_or(planned_now, |plan| seconds(plan.begins, plan.ends));
    let whole = began.zip(ended).map_or(0, |(began, ended)| seconds(began, ended));
    ItemDrift {
        item: item.key(),
        held: match progress {
            Progress::Waiting if passed => Held::Skipped,
            Progress::Waiting => Held::Waits,
            Progress::Running { .. } | Progress::Paused { .. } => Held::On,
            Progress::Ended { .. } => Held::Ended,
        },
        planned: planned.map(|plan| (plan.begins, plan.ends)),
        length,
        changed: planned_now - length,
        given: item.given().saturating_mul(60),
        began,
        ended,
        ran,
        paused: whole - ran,
        rooms: in_rooms(workshop, item, ended),
    }
}

fn taken_off(plan: &Planned) -> ItemDrift {
    ItemDrift {
        item: plan.item,
        held: Held::TakenOff,
        planned: Some((plan.begins, plan.ends)),
        length: seconds(plan.begins, plan.ends),
        changed: 0,
        given: 0,
        began: None,
        ended: None,
        ran: 0,
        paused: 0,
        rooms: Vec::new(),
    }
}

/// The rooms of the rounds held in an item, once it has begun.
fn in_rooms(workshop: &Workshop, item: &Item, until: Option<Timestamp>) -> Vec<RoomDrift> {
    let Some(until) = until else { return Vec::new() };
    let here = |round: &&crate::workshop::groups::Round| round.item.get() == Some(&item.key());
    let of = |round: &crate::workshop::groups::Round| {
        let key = round.key();
        rooms::times(round, item, until).into_iter().map(move |time| RoomDrift {
            round: key,
            room: time.room,
            length: i64::from(time.minutes) * 60,
            began: time.begun,
            ended: time.ended,
            ran: time.ran,
        })
    };
    workshop.rounds.iter().filter(here).flat_map(of).collect()
}
