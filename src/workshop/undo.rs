//! Undo and redo, without limit, as events like any other.
//!
//! `u` takes back the last piece of work of this device and person. The floor is the session as it was made. What has been
//! disclosed is not undone but stepped over: opening a vote once a ballot is in, closing it, revealing it. What others have
//! built on is refused.

use std::collections::HashSet;

use super::Workshop;
use super::command::{Redo, Undo};
use super::decide::Decider;
use super::event::{Event, EventKind, Reversal, WorkEvent};
use super::id::EventId;
use super::meeting::events::SessionEvent;
use super::refusal::Refusal;
use super::votes::events::VoteEvent;

type Outcome = Result<(EventKind, Vec<EventId>), Refusal>;

/// What `u` would take back, and what it has to step over to get there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Next {
    /// The first event of the work that would be undone or redone.
    pub event: Option<EventId>,
    /// Work that stays because it was disclosed, latest first.
    pub stepped_over: Vec<EventId>,
}

/// What `u` would take back for this device and person: what they did last there, whatever the stamps say.
pub fn next_undo(workshop: &Workshop, device: &str, who: &str) -> Next {
    let mut next = Next::default();
    let history = workshop.history();
    for event in history.work_by(device, who).filter_map(|id| history.get(id)) {
        if is_disclosed(workshop, event) {
            next.stepped_over.push(event.id);
        } else {
            next.event = Some(event.id);
            break;
        }
    }
    next
}

/// What redo would put in force again for this device and person: their last undo, unless new work followed it.
pub fn next_redo(workshop: &Workshop, device: &str, who: &str) -> Option<EventId> {
    let history = workshop.history();
    let (undo, mut later) = history.last_undo(device, who)?;
    // Work put in force again by a redo is not new.
    if later.any(|work| !history.was_redone(work)) {
        return None;
    }
    history.get(undo).and_then(|event| event.kind.reversal()).map(|taken| taken.of)
}

/// Decides `undo`.
///
/// # Errors
/// Nothing to undo, an unknown event, the floor, something disclosed, or something built on by others.
fn decide_undo(workshop: &Workshop, event: Option<&str>, device: &str, who: &str) -> Outcome {
    let history = workshop.history();
    let of = match event {
        Some(name) => {
            let id: EventId = name.trim().parse().map_err(|_| Refusal::unknown("event", name))?;
            let known = history.get(id).ok_or_else(|| Refusal::unknown("event", name))?;
            if known.frame.base || matches!(known.kind, EventKind::Session(SessionEvent::Made(_))) {
                return Err(Refusal::new("floor", "refused-floor"));
            }
            // Undoing a redo takes the work away again, so what is asked of work is asked of that.
            let root = history.get(root_work(workshop, id)).filter(|root| history.counts(root.id));
            if root.is_some_and(|root| is_disclosed(workshop, root)) {
                return Err(Refusal::new("disclosed", "refused-disclosed"));
            }
            if !history.counts(id) {
                return Err(Refusal::state("refused-undone-already", name));
            }
            history.work_of(id)
        }
        None => {
            let next = next_undo(workshop, device, who);
            match (next.event, next.stepped_over.is_empty()) {
                (Some(event), _) => event,
                (None, true) => return Err(Refusal::new("nothing", "refused-nothing-to-undo")),
                (None, false) => return Err(Refusal::new("disclosed", "refused-disclosed")),
            }
        }
    };
    let root = root_work(workshop, of);
    if history.counts(root)
        && let Some(leaner) = built_on(workshop, root)
    {
        return Err(Refusal::new("built-on", "refused-built-on")
            .with("who", &leaner.who)
            .with("event", leaner.id)
            .with("what", leaner.kind.name()));
    }
    Ok((EventKind::Work(WorkEvent::Undone(Reversal { of, undoes: vec![of] })), Vec::new()))
}

/// Decides `redo`: names every counting undo of the work.
///
/// # Errors
/// Nothing to redo, or an event that was not undone.
fn decide_redo(workshop: &Workshop, event: Option<&str>, device: &str, who: &str) -> Outcome {
    let history = workshop.history();
    let of = match event {
        Some(name) => {
            let id: EventId = name.trim().parse().map_err(|_| Refusal::unknown("event", name))?;
            if history.get(id).is_none() {
                return Err(Refusal::unknown("event", name));
            }
            history.work_of(id)
        }
        None => next_redo(workshop, device, who)
            .ok_or_else(|| Refusal::new("nothing", "refused-nothing-to-redo"))?,
    };
    let undoes: Vec<EventId> = history.counting_namers(of).collect();
    if undoes.is_empty() {
        return Err(Refusal::state("refused-not-undone", &of.to_string()));
    }
    Ok((EventKind::Work(WorkEvent::Redone(Reversal { of, undoes })), Vec::new()))
}

/// The work that an undo, a redo or an undo of these is about in the end; the event itself if it is work.
fn root_work(workshop: &Workshop, id: EventId) -> EventId {
    let history = workshop.history();
    let mut at = history.work_of(id);
    // A chain longer than all events is a ring.
    for _ in 0..history.len() {
        match history.get(at).and_then(|event| event.kind.reversal()) {
            Some(taken) => at = history.work_of(taken.of),
            None => break,
        }
    }
    at
}

/// A counting event of other work that speaks of what this work made, or replaces what it wrote.
fn built_on(workshop: &Workshop, of: EventId) -> Option<&Event> {
    let history = workshop.history();
    let parts = [of].into_iter().chain(history.parts_of(of).iter().copied());
    parts.flat_map(|part| history.counting_leaners(part)).map(AsRef::as_ref).next()
}

/// Whether taking this back would unsay what people have seen or relied on, be it by way of what was built on it: an idea
/// stays once its proposal has been voted on.
fn is_disclosed(workshop: &Workshop, event: &Event) -> bool {
    let history = workshop.history();
    let (mut seen, mut open) = (HashSet::new(), vec![event.id]);
    while let Some(id) = open.pop() {
        let first = history.work_of(id);
        if !seen.insert(first) {
            continue;
        }
        for part in [first].into_iter().chain(history.parts_of(first).iter().copied()) {
            if history.get(part).is_some_and(|event| is_told(workshop, event)) {
                return true;
            }
            open.extend(history.counting_leaners(part).map(|leaner| leaner.id));
        }
    }
    false
}

/// Whether an event by itself is something that people have seen or relied on: a vote's rules and its opening once a ballot
/// is in, its closing, what was voted once it is closed.
fn is_told(workshop: &Workshop, event: &Event) -> bool {
    let vote = |key: EventId| workshop.votes.any(key);
    match &event.kind {
        EventKind::Vote(VoteEvent::Closed(_)) | EventKind::Vote(VoteEvent::Revealed(_)) => true,
        EventKind::Vote(VoteEvent::Opened(opened)) => vote(opened.of).is_some_and(is_begun),
        EventKind::Vote(VoteEvent::Sealed(sealed)) => {
            vote(sealed.of).is_some_and(|vote| vote.closed_at().is_some())
        }
        EventKind::Vote(VoteEvent::Budget(budget)) => vote(budget.of).is_some_and(is_begun),
        EventKind::Vote(VoteEvent::Ballots(_)) => true,
        EventKind::Vote(VoteEvent::Dismissed(dismissed)) => vote(dismissed.of).is_some_and(is_begun),
        EventKind::Vote(VoteEvent::Waived(waived)) => vote(waived.of).is_some_and(is_begun),
        EventKind::Vote(VoteEvent::Prepared(_)) => {
            vote(event.id).is_some_and(|vote| vote.has_ballots() || vote.has_checks() || vote.has_hands())
        }
        EventKind::Vote(VoteEvent::Changed(set)) => set.of.and_then(vote).is_some_and(is_begun),
        EventKind::Vote(VoteEvent::Counted(counted)) => {
            vote(counted.of).is_some_and(|vote| vote.closed_at().is_some())
        }
        EventKind::Vote(VoteEvent::Proxied(proxied)) => {
            vote(proxied.of).is_some_and(|vote| vote.closed_at().is_some())
        }
        EventKind::Vote(VoteEvent::Checked(checked)) => {
            vote(checked.of).is_some_and(|vote| vote.closed_at().is_some())
        }
        EventKind::Vote(VoteEvent::Cast(cast)) | EventKind::Vote(VoteEvent::Corrected(cast)) => {
            vote(cast.of).is_some_and(|vote| vote.closed_at().is_some())
        }
        _ => false,
    }
}

/// Whether people have voted, or been told that the vote is over: then its opening stays.
fn is_begun(vote: &super::votes::Vote) -> bool {
    vote.has_ballots() || vote.has_checks() || vote.has_hands() || vote.closed_at().is_some()
}

impl Decider<'_> {
    pub(super) fn undo(&self, c: &Undo) -> Outcome {
        decide_undo(self.workshop, c.event.as_deref(), &self.context.device, self.who)
    }

    pub(super) fn redo(&self, c: &Redo) -> Outcome {
        decide_redo(self.workshop, c.event.as_deref(), &self.context.device, self.who)
    }
}
