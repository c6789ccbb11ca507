//! What would be if something were done: the workshop after commands that nobody has given yet.

use jiff::Timestamp;

use super::Workshop;
use super::agenda::Progress;
use super::command::Request;
use super::decide::{self, Context};
use super::event::Event;
use super::id::{EventId, RunId};
use super::refusal::Refusal;
use super::schedule::Slot;
use super::stamp::Stamp;

/// The run in which nothing has happened: no file bears its name.
const NOWHERE: RunId = RunId(u64::MAX);

/// The workshop as it would be after these, one after the other. The one given stays as it is.
///
/// # Errors
/// The first refusal.
pub fn foresee(workshop: &Workshop, requests: &[Request], context: &Context) -> Result<Workshop, Refusal> {
    let mut ahead = workshop.clone();
    for (n, request) in (0..).zip(requests) {
        let decision = decide::decide(&ahead, request, context)?;
        let last = ahead.latest_stamp().map_or(0, |stamp| stamp.ms);
        ahead.apply(Event {
            id: EventId::new(NOWHERE, n),
            stamp: Stamp::at(last.saturating_add(1)),
            who: decision.who,
            device: context.device.clone(),
            frame: decision.frame,
            kind: decision.kind,
        });
    }
    Ok(ahead)
}

/// One item of a day, as it stands and as it would.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// The item.
    pub item: EventId,
    /// As it stands; none for one that would be new on this day.
    pub before: Option<Slot>,
    /// As it would; none for one that would be gone from this day.
    pub after: Option<Slot>,
}

impl Step {
    /// Whether it would be as it is.
    pub(crate) fn stays(&self) -> bool {
        let begin = |slot: Option<Slot>| slot.map(|slot| (slot.expected, slot.expected_end, slot.skipped));
        begin(self.before) == begin(self.after)
    }

    /// By how many seconds it would miss its time as a hard stop.
    pub(crate) fn missed(&self) -> Option<i64> {
        self.after.filter(|slot| slot.progress == Progress::Waiting)?.missed
    }
}

/// A day as it stands and as it would, from what runs on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Course {
    /// The items, in the order in which they would be held; those that would be gone last.
    pub steps: Vec<Step>,
    /// When the day ends as it stands.
    pub end_before: Option<Timestamp>,
    /// When it would end.
    pub end_after: Option<Timestamp>,
}

/// What would become of a day: what has ended in both is left out. The day ends with its last item that is `work`.
pub fn course(before: &[Slot], after: &[Slot], day: u32, work: impl Fn(EventId) -> bool) -> Course {
    let of = |slots: &[Slot], item: EventId| {
        slots.iter().find(|slot| slot.item == item && slot.day == day).copied()
    };
    let over = |slot: Option<Slot>| slot.is_none_or(|slot| matches!(slot.progress, Progress::Ended { .. }));
    let steps = after.iter().filter(|slot| slot.day == day).map(|slot| Step {
        item: slot.item,
        before: of(before, slot.item),
        after: Some(*slot),
    });
    let gone = before.iter().filter(|slot| slot.day == day && of(after, slot.item).is_none());
    let gone = gone.map(|slot| Step { item: slot.item, before: Some(*slot), after: None });
    let open = |step: &Step| !(over(step.before) && over(step.after) && step.stays());
    let to_come = |slot: &Slot| !matches!(slot.progress, Progress::Ended { .. }) && work(slot.item);
    // In the evening, when all work is done, the day ends with what is left of it.
    let evening = !after.iter().any(|slot| slot.day == day && !slot.skipped && to_come(slot));
    let end = |slots: &[Slot]| {
        let held = slots.iter().filter(|slot| slot.day == day && !slot.skipped);
        held.filter(|slot| evening || work(slot.item)).map(|slot| slot.expected_end).max()
    };
    Course { steps: steps.chain(gone).filter(open).collect(), end_before: end(before), end_after: end(after) }
}
