//! All events ever seen, and which of them count.
//!
//! An event counts unless a counting undo names it, or names the first event of the piece of work it is part of. Events that
//! name each other in a ring (only a damaged or forged file has them) count as nothing.

mod rings;

use std::collections::{BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use super::event::{Event, EventKind, WorkEvent};
use super::id::{ById, EventId, RunId};
use super::meeting::events::SessionEvent;
use super::stamp::{FAR_AHEAD_MS, Stamp};
use super::votes::events::VoteEvent;

#[derive(Debug, Clone)]
struct Known {
    event: Arc<Event>,
    /// No counting undo names it. An undo that has not been settled yet does not count.
    own: bool,
    /// It names itself through others.
    ring: bool,
}

/// What one person has done on one device, in the order in which it was done there.
#[derive(Debug, Clone, Default)]
struct Hand {
    /// The work that counts.
    work: BTreeSet<(Stamp, EventId)>,
    /// The undos that count.
    undos: BTreeSet<(Stamp, EventId)>,
}

/// The set of events, with what follows from it alone.
#[derive(Debug, Clone, Default)]
pub(super) struct History {
    known: ById<Known>,
    order: BTreeSet<(Stamp, EventId)>,
    /// The counting undos and redos that name an event.
    against: ById<BTreeSet<EventId>>,
    /// Undos and redos that have come and are still to be settled.
    unsettled: Vec<EventId>,
    /// The events that are part of a piece of work begun by an event.
    parts: ById<Vec<EventId>>,
    /// The events that speak of what an event made, or replace what it wrote.
    leaning: ById<Vec<EventId>>,
    /// By device and person.
    hands: HashMap<Arc<str>, HashMap<Arc<str>, Hand>>,
    /// Work that a redo has put in force again.
    redone: HashSet<EventId>,
    /// By how much the clock of a run's laptop had been set back, in milliseconds, where it had.
    set_back: HashMap<RunId, i64>,
    /// Runs of other laptops that bear the name of this one.
    strange: HashSet<RunId>,
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
        let part = if known.event.kind.reversal().is_some() { None } else { known.event.frame.part };
        known.own && part.is_none_or(|part| self.known.get(&part).is_none_or(|first| first.own))
    }

    /// The counting undos and redos that name an event.
    pub(super) fn counting_namers(&self, id: EventId) -> impl ExactSizeIterator<Item = EventId> + '_ {
        static NONE: BTreeSet<EventId> = BTreeSet::new();
        self.against.get(&id).unwrap_or(&NONE).iter().copied()
    }

    /// The events that lean on one: speak of what it made or replace what it wrote.
    pub(super) fn leaners(&self, id: EventId) -> impl Iterator<Item = &Arc<Event>> {
        self.leaning.get(&id).into_iter().flatten().filter_map(|leaner| self.get(*leaner))
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

    /// The work of this person on this device that counts, the last first.
    pub(super) fn work_by(&self, device: &str, who: &str) -> impl Iterator<Item = EventId> + '_ {
        self.hand(device, who).into_iter().flat_map(|hand| hand.work.iter().rev().map(|(_, id)| *id))
    }

    /// The last undo of this person on this device that counts, and the work that they did after it.
    pub(super) fn last_undo(
        &self,
        device: &str,
        who: &str,
    ) -> Option<(EventId, impl Iterator<Item = EventId> + '_)> {
        let hand = self.hand(device, who)?;
        let last = hand.undos.last()?;
        Some((last.1, hand.work.range(last..).map(|(_, id)| *id)))
    }

    fn hand(&self, device: &str, who: &str) -> Option<&Hand> {
        self.hands.get(device)?.get(who)
    }

    /// Whether a redo has ever put this work in force again.
    pub(super) fn was_redone(&self, work: EventId) -> bool {
        self.redone.contains(&work)
    }

    /// The clock of the laptop had been set back by so many milliseconds when this run began: what the run did comes after what
    /// was done there before, whatever the stamps say.
    pub(super) fn know_set_back(&mut self, run: RunId, by: i64) {
        if by <= 0 || self.set_back.get(&run) == Some(&by) {
            return;
        }
        self.file_anew(run, |history| _ = history.set_back.insert(run, by));
    }

    /// Another laptop wrote this run and bears the same name of a device.
    pub(super) fn know_strange(&mut self, run: RunId) {
        if !self.is_strange(run) {
            self.file_anew(run, |history| _ = history.strange.insert(run));
        }
    }

    pub(super) fn is_strange(&self, run: RunId) -> bool {
        self.strange.contains(&run)
    }

    /// Files what a run has done where it belongs once this is known.
    fn file_anew(&mut self, run: RunId, learn: impl FnOnce(&mut Self)) {
        let of_run: Vec<EventId> = self.known.keys().copied().filter(|id| id.run == run).collect();
        for id in &of_run {
            self.file(*id, false);
        }
        learn(self);
        for id in &of_run {
            self.file(*id, self.counts(*id));
        }
    }

    /// Knows the same of runs as another history.
    pub(super) fn know_runs_as(&mut self, other: &Self) {
        self.set_back.clone_from(&other.set_back);
        self.strange.clone_from(&other.strange);
    }

    /// By how many milliseconds the clock of a device has been set back, as a run learns that begins there at `now`.
    pub(super) fn set_back_of(&self, device: &str, now: i64) -> i64 {
        let mut latest: HashMap<RunId, i64> = HashMap::new();
        for event in self.known.values().map(|known| &known.event).filter(|event| &*event.device == device) {
            let ms = latest.entry(event.id.run).or_insert(event.stamp.ms);
            *ms = event.stamp.ms.max(*ms);
        }
        let since = |(run, ms): (RunId, i64)| {
            let ahead = ms.saturating_sub(now);
            let known = self.set_back.get(&run).copied().unwrap_or(0);
            known.saturating_add(if ahead > FAR_AHEAD_MS { ahead.saturating_add(1) } else { 0 })
        };
        latest.into_iter().map(since).max().unwrap_or(0)
    }

    /// Takes an event in. Returns the events whose counting changed, this one always among them but for an undo, which waits for
    /// [`History::settle`].
    pub(super) fn insert(&mut self, event: Arc<Event>) -> Vec<EventId> {
        let id = event.id;
        self.order.insert((event.stamp, id));
        if let Some(part) = event.frame.part.filter(|part| *part != id) {
            self.parts.entry(part).or_default().push(id);
        }
        let mut leans = Vec::new();
        event.kind.things(&mut leans);
        leans.extend(event.frame.over.iter());
        leans.sort_unstable();
        leans.dedup();
        for on in leans.into_iter().filter(|on| *on != id) {
            self.leaning.entry(on).or_default().push(id);
        }
        if let EventKind::Work(WorkEvent::Redone(taken)) = &event.kind {
            self.redone.insert(taken.of);
        }
        let undoes = event.kind.reversal().is_some();
        let own = !undoes && !self.against.contains_key(&id);
        self.known.insert(id, Known { event, own, ring: false });
        if undoes {
            self.unsettled.push(id);
            return Vec::new();
        }
        let mut changed = vec![id];
        if !own {
            changed.extend(self.parts_of(id));
        }
        changed
    }

    /// Computes which of the undos that have come count, and what with them: each event once, undoers before what they undo.
    /// Returns the events whose counting changed, the undos that have come among them.
    pub(super) fn settle(&mut self) -> Vec<EventId> {
        let fresh = std::mem::take(&mut self.unsettled);
        let mut changed = Vec::new();
        for ring in
            rings::undone_first(&fresh, |id| self.get(id).map(|event| targets(event))).into_iter().rev()
        {
            for at in &ring.members {
                let named = self.against.contains_key(at);
                let Some(known) = self.known.get_mut(at) else { continue };
                known.ring |= ring.closed;
                let own = !known.ring && !named;
                if known.own != own {
                    known.own = own;
                    changed.push(*at);
                    let event = known.event.clone();
                    self.name(*at, targets(&event), own);
                }
            }
        }
        let mut touched: HashSet<EventId> = HashSet::new();
        let with_parts = changed.iter().flat_map(|at| [at].into_iter().chain(self.parts_of(*at)));
        fresh.iter().chain(with_parts).copied().filter(|one| touched.insert(*one)).collect()
    }

    /// Writes down that an undo counts against what it names, or does no longer.
    fn name(&mut self, undo: EventId, targets: &[EventId], counts: bool) {
        for target in targets {
            if counts {
                self.against.entry(*target).or_default().insert(undo);
            } else if let Some(against) = self.against.get_mut(target) {
                against.remove(&undo);
                if against.is_empty() {
                    self.against.remove(target);
                }
            }
        }
    }

    /// Files an event with what its person has done on its device, if it counts, or takes it out.
    pub(super) fn file(&mut self, id: EventId, counts: bool) {
        let Some(event) = self.get(id).cloned() else { return };
        if self.is_strange(id.run) {
            return;
        }
        let by = self.set_back.get(&id.run).copied().unwrap_or(0);
        let place = (Stamp { ms: event.stamp.ms.saturating_add(by), ..event.stamp }, id);
        let undo = matches!(event.kind, EventKind::Work(WorkEvent::Undone(_)));
        if !undo && !is_work(&event) {
            return;
        }
        let of_device = self.hands.entry(event.device.clone()).or_default();
        let hand = of_device.entry(event.who.clone()).or_default();
        let set = if undo { &mut hand.undos } else { &mut hand.work };
        if counts {
            set.insert(place)
        } else {
            set.remove(&place)
        };
    }
}

/// Whether an event is a piece of work that can be taken back: not part of another, nor what the session was made with.
fn is_work(event: &Event) -> bool {
    let never = matches!(
        event.kind,
        EventKind::Session(SessionEvent::Made(_))
            | EventKind::Vote(VoteEvent::Marked(_))
            | EventKind::Unknown(_)
    );
    !never && !event.frame.base && event.frame.part.is_none() && event.kind.reversal().is_none()
}

fn targets(event: &Event) -> &[EventId] {
    event.kind.reversal().map(|taken| taken.undoes.as_slice()).unwrap_or_default()
}
