//! The plan of each day as it stood when the day began.

use std::collections::BTreeMap;

use jiff::Timestamp;

use super::slots;
use crate::workshop::Workshop;
use crate::workshop::agenda::events::ItemEvent;
use crate::workshop::event::{Event, EventKind};
use crate::workshop::id::EventId;
use crate::workshop::meeting::events::SessionEvent;
use crate::workshop::stamp::Stamp;

/// An item as it was planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Planned {
    pub(super) item: EventId,
    pub(super) begins: Timestamp,
    pub(super) ends: Timestamp,
}

/// A day that has begun, and its plan at that moment.
pub(super) struct Begun {
    pub(super) day: u32,
    pub(super) plan: Vec<Planned>,
}

/// The days that have begun. None without a first day: then nothing can be placed in time.
pub(super) fn begun(workshop: &Workshop) -> Vec<Begun> {
    let mut firsts: BTreeMap<(Stamp, EventId), Vec<u32>> = BTreeMap::new();
    for (day, first) in first_starts(workshop) {
        firsts.entry(first).or_default().push(day);
    }
    if firsts.is_empty() || workshop.meeting.starts().is_none() {
        return Vec::new();
    }
    // What a day's plan was is folded from all that was said before its first start: once for all days, and only what makes
    // an agenda. What was undone later stood then.
    let mut then = Workshop::new();
    let mut begun = Vec::new();
    for event in workshop.events() {
        for day in firsts.remove(&(event.stamp, event.id)).unwrap_or_default() {
            let mut plan = planned(&then, day);
            // The first day was only named later: then the plan as it is now is the only one there is.
            if plan.is_empty() {
                plan = planned(workshop, day);
            }
            begun.push(Begun { day, plan });
        }
        if firsts.is_empty() {
            break;
        }
        if makes_agenda(event) {
            then.apply(Event::clone(event));
        }
    }
    begun
}

fn planned(workshop: &Workshop, day: u32) -> Vec<Planned> {
    let of_day = slots(workshop).into_iter().filter(|slot| slot.day == day);
    of_day.map(|slot| Planned { item: slot.item, begins: slot.planned, ends: slot.planned_end }).collect()
}

/// The event with which each day's first item was started.
fn first_starts(workshop: &Workshop) -> BTreeMap<u32, (Stamp, EventId)> {
    let mut firsts: BTreeMap<u32, (Stamp, EventId)> = BTreeMap::new();
    for item in workshop.items.iter() {
        let Some(start) = item.clock().first_start() else { continue };
        let Some(event) = workshop.event(start.by) else { continue };
        let said = (event.stamp, event.id);
        let first = firsts.entry(item.day()).or_insert(said);
        *first = said.min(*first);
    }
    firsts
}

fn makes_agenda(event: &Event) -> bool {
    match &event.kind {
        EventKind::Session(SessionEvent::Described(_))
        | EventKind::Item(ItemEvent::Added(_))
        | EventKind::Item(ItemEvent::Changed(_))
        | EventKind::Item(ItemEvent::Removed(_))
        | EventKind::Item(ItemEvent::Moved(_))
        | EventKind::Item(ItemEvent::Swapped(_)) => true,
        other => other.reversal().is_some(),
    }
}
