//! All events ever seen, and which of them count.
//!
//! An event counts unless a counting undo names it, or names the first event of the piece of work it is part of. Events that
//! name each other in a ring (only a damaged or forged file has them) count as nothing.

use std::collections::{BTreeSet, HashSet};
use std::sync::Arc;

use super::event::Event;
use super::id::{ById, EventId};
use super::stamp::Stamp;

#[derive(Debug, Clone)]
struct Known {
    event: Arc<Event>,
    /// No counting undo names it.
    own: bool,
    /// It names itself through others.
    ring: bool,
}

/// The set of events, with what follows from it alone.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    known: ById<Known>,
    order: BTreeSet<(Stamp, EventId)>,
    /// The undo and redo events that name an event.
    namers: ById<Vec<EventId>>,
    /// The events that are part of a piece of work begun by an event.
    parts: ById<Vec<EventId>>,
    /// The events that speak of what an event made, or replace what it wrote.
    leaning: ById<Vec<EventId>>,
}

impl History {
    /// The event with this id.
    pub(super) fn get(&self, id: EventId) -> Option<&Arc<Event>> {
        self.known.get(&id).map(|known| &known.event)
    }

    /// All events, in order.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &Arc<Event>> {
        self.order.iter().filter_map(|(_, id)| self.get(*id))
    }

    /// How many events there are.
    pub(super) fn len(&self) -> usize {
        self.known.len()
    }

    /// The latest stamp.
    pub(super) fn latest(&self) -> Option<Stamp> {
        self.order.last().map(|(stamp, _)| *stamp)
    }

    /// Whether an event counts.
    pub(super) fn counts(&self, id: EventId) -> bool {
        let Some(known) = self.known.get(&id) else { return false };
        let part = if known.event.happening.takes().is_some() { None } else { known.event.frame.part };
        known.own && part.is_none_or(|part| self.known.get(&part).is_none_or(|first| first.own))
    }

    /// The counting undos and redos that name an event.
    pub(super) fn counting_namers(&self, id: EventId) -> Vec<EventId> {
        let namers = self.namers.get(&id).map(Vec::as_slice).unwrap_or_default();
        let mut counting: Vec<EventId> = namers.iter().copied().filter(|namer| self.counts(*namer)).collect();
        counting.sort_unstable();
        counting
    }

    /// The counting events of other pieces of work that lean on one: speak of what it made or replace what it wrote.
    pub(super) fn counting_leaners(&self, id: EventId) -> impl Iterator<Item = &Arc<Event>> {
        let work = self.work_of(id);
        let leaners = self.leaning.get(&id).map(Vec::as_slice).unwrap_or_default();
        leaners
            .iter()
            .filter(move |leaner| self.work_of(**leaner) != work && self.counts(**leaner))
            .filter_map(|leaner| self.get(*leaner))
    }

    /// The first event of the piece of work that an event is part of.
    pub(super) fn work_of(&self, id: EventId) -> EventId {
        self.get(id).and_then(|event| event.frame.part).unwrap_or(id)
    }

    /// The events that are part of the piece of work that `first` began, without `first`.
    pub(super) fn parts_of(&self, first: EventId) -> &[EventId] {
        self.parts.get(&first).map(Vec::as_slice).unwrap_or_default()
    }

    /// Events that name themselves through others.
    pub(super) fn rings(&self) -> usize {
        self.known.values().filter(|known| known.ring).count()
    }

    /// Takes an event in. Returns the events whose counting changed, this one always among them.
    pub(super) fn insert(&mut self, event: Arc<Event>) -> Vec<EventId> {
        let id = event.id;
        self.order.insert((event.stamp, id));
        if let Some(part) = event.frame.part.filter(|part| *part != id) {
            self.parts.entry(part).or_default().push(id);
        }
        let mut leans = Vec::new();
        event.happening.things(&mut leans);
        leans.extend(event.frame.over.iter());
        leans.sort_unstable();
        leans.dedup();
        for on in leans.into_iter().filter(|on| *on != id) {
            self.leaning.entry(on).or_default().push(id);
        }
        let targets: Vec<EventId> = targets(&event).to_vec();
        for target in &targets {
            self.namers.entry(*target).or_default().push(id);
        }
        self.known.insert(id, Known { event, own: true, ring: false });
        // Only an undo that was named before it arrived can close a ring.
        let closes = !targets.is_empty() && self.namers.contains_key(&id);
        // Nobody has spoken of it yet, and it speaks of no other: nothing but itself can count otherwise than before.
        if targets.is_empty() && !self.namers.contains_key(&id) && !self.parts.contains_key(&id) {
            return vec![id];
        }
        let mut fresh = if closes { self.mark_rings(id) } else { Vec::new() };
        fresh.push(id);
        self.settle(&fresh)
    }

    /// Marks the ring that an event closes, if it closes one, and names its members.
    fn mark_rings(&mut self, id: EventId) -> Vec<EventId> {
        let forth =
            self.reach(id, |at| self.get(at).map(|event| targets(event).to_vec()).unwrap_or_default());
        let back = self.reach(id, |at| self.namers.get(&at).cloned().unwrap_or_default());
        let members: Vec<EventId> = forth.intersection(&back).copied().collect();
        for member in &members {
            if let Some(known) = self.known.get_mut(member) {
                known.ring = true;
            }
        }
        members
    }

    /// What can be reached from `id` in one step or more.
    fn reach(&self, id: EventId, next: impl Fn(EventId) -> Vec<EventId>) -> HashSet<EventId> {
        let mut reached = HashSet::new();
        let mut open = next(id);
        while let Some(at) = open.pop() {
            if reached.insert(at) {
                open.extend(next(at));
            }
        }
        reached
    }

    /// Works out anew who counts, from the `fresh` events on along what they name.
    fn settle(&mut self, fresh: &[EventId]) -> Vec<EventId> {
        let mut changed: Vec<EventId> = Vec::new();
        let mut touched: HashSet<EventId> = HashSet::new();
        let mut open = fresh.to_vec();
        let mut unseen: HashSet<EventId> = fresh.iter().copied().collect();
        while let Some(at) = open.pop() {
            let namers = self.namers.get(&at).map(Vec::as_slice).unwrap_or_default();
            let named = namers.iter().any(|namer| self.known.get(namer).is_some_and(|known| known.own));
            let Some(known) = self.known.get_mut(&at) else { continue };
            let own = !known.ring && !named;
            if known.own == own && !unseen.remove(&at) {
                continue;
            }
            unseen.remove(&at);
            known.own = own;
            let event = known.event.clone();
            open.extend(targets(&event));
            let parts = self.parts.get(&at).map(Vec::as_slice).unwrap_or_default();
            changed.extend([at].iter().chain(parts).copied().filter(|one| touched.insert(*one)));
        }
        changed
    }
}

fn targets(event: &Event) -> &[EventId] {
    event.happening.takes().map(|taken| taken.undoes.as_slice()).unwrap_or_default()
}
