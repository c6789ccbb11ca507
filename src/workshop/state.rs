//! A workshop: the pure fold of a set of events.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::agenda::{self, Item};
use super::commitments::{self, Commitment};
use super::event::{Event, EventKind};
use super::groups::events::GroupsEvent;
use super::groups::wishes::{self, GroupRules, Wish};
use super::groups::{self, Round};
use super::history::History;
use super::id::{ById, EventId, RunId};
use super::ideas::events::IdeaEvent;
use super::ideas::{self, Idea};
use super::meeting::Meeting;
use super::meeting::events::StageEvent;
use super::meeting::vocabulary::{self, Term};
use super::people::{self, Person};
use super::proposals::{self, Proposal};
use super::register::WriteContext;
use super::stamp::Stamp;
use super::thing::Things;
use super::votes::{self, Vote};

/// All that an event says, as text: two events that differ have different texts.
fn text(event: &Event) -> (Stamp, &str, &str, &str, String) {
    let payload = event.kind.write(&event.frame).unwrap_or_default();
    (event.stamp, event.kind.name(), &event.who, &event.device, payload)
}

/// Everything that is known of a workshop.
#[derive(Debug, Clone, Default)]
pub struct Workshop {
    /// The meeting as such.
    pub meeting: Meeting,
    /// The vocabulary.
    pub terms: Things<Term>,
    /// The roster.
    pub people: Things<Person>,
    /// The agenda.
    pub items: Things<Item>,
    /// Breakout rounds.
    pub rounds: Things<Round>,
    /// What is asked of all groups.
    pub rules: GroupRules,
    /// Wishes that people sit together, or apart.
    pub wishes: Things<Wish>,
    /// Ideas.
    pub ideas: Things<Idea>,
    /// Proposals.
    pub proposals: Things<Proposal>,
    /// Votes.
    pub votes: Things<Vote>,
    /// Commitments.
    pub commitments: Things<Commitment>,
    history: History,
    unknown: BTreeMap<Arc<str>, usize>,
    /// Events that came with two contents.
    contradicted: BTreeSet<EventId>,
    /// Those of which another content counts than the one taken in, until all is folded again.
    replaced: ById<Arc<Event>>,
    /// Things that only a later version may change, each with the events that say so.
    sealed: BTreeMap<EventId, BTreeSet<EventId>>,
    revision: u64,
}

impl Workshop {
    /// A workshop of which nothing is known yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// An empty one in the place of this one: whoever keeps something made from this one can tell that it is stale.
    pub(crate) fn emptied(&self) -> Self {
        Self { revision: self.revision.wrapping_add(1), ..Self::default() }
    }

    /// Takes in what happened. Commutes, is idempotent and never refuses: any order and repetition of the same events gives
    /// the same workshop. Returns whether the event was new.
    pub fn apply(&mut self, event: Event) -> bool {
        let new = self.take(event);
        self.settle();
        new
    }

    /// Takes in one of many events, after the last of which [`Workshop::settle`] is to be called: what is undone, and which of two
    /// contents of one event counts, is computed once for all of them. Returns whether it was new.
    pub(crate) fn take(&mut self, event: Event) -> bool {
        let Some(known) = self.history.get(event.id) else {
            self.take_new(Arc::new(event));
            return true;
        };
        if **known == event {
            return false;
        }
        // One id, two contents: a fork, which `check` names loudly. Every copy must read it alike, so the one that
        // comes first as text counts.
        self.contradicted.insert(event.id);
        let standing = self.replaced.get(&event.id).unwrap_or(known);
        if text(&event) < text(standing) {
            self.replaced.insert(event.id, Arc::new(event));
        }
        false
    }

    fn take_new(&mut self, event: Arc<Event>) {
        self.revision = self.revision.wrapping_add(1);
        if let EventKind::Unknown(foreign) = &event.kind {
            *self.unknown.entry(foreign.kind.clone()).or_default() += 1;
            if let Some(of) = foreign.of.filter(|_| foreign.must) {
                self.sealed.entry(of).or_default().insert(event.id);
            }
        }
        let touched = self.history.insert(event);
        self.touch_all(touched);
    }

    /// Computes what the events taken in undo.
    pub(crate) fn settle(&mut self) {
        if !self.replaced.is_empty() {
            self.fold_anew();
        }
        let touched = self.history.settle();
        self.touch_all(touched);
    }

    /// Folds all events again, those with another content in it.
    fn fold_anew(&mut self) {
        let mut replaced = std::mem::take(&mut self.replaced);
        let before = std::mem::take(self);
        self.revision = before.revision.wrapping_add(1);
        self.contradicted = before.contradicted;
        self.history.know_runs_as(&before.history);
        for event in before.history.iter() {
            self.take_new(replaced.remove(&event.id).unwrap_or_else(|| event.clone()));
        }
    }

    fn touch_all(&mut self, touched: Vec<EventId>) {
        for id in touched {
            if let Some(event) = self.history.get(id).cloned() {
                let counts = self.history.counts(id);
                self.history.file(id, counts);
                self.touch(&event, counts);
            }
        }
    }

    /// The clock of the laptop had been set back by so many milliseconds when a run began: for undo its work comes after what was
    /// done there before.
    pub(crate) fn know_set_back(&mut self, run: RunId, by: i64) {
        self.history.know_set_back(run, by);
    }

    /// Another laptop wrote this run and bears the same name of a device: what it did is not to be undone as one's own.
    pub(crate) fn know_strange(&mut self, run: RunId) {
        self.history.know_strange(run);
    }

    /// Whether another laptop that bears the same name of a device wrote this run.
    pub(crate) fn is_strange(&self, run: RunId) -> bool {
        self.history.is_strange(run)
    }

    /// By how many milliseconds the clock of this device has been set back, for a run that begins at `now`.
    pub(crate) fn set_back_of(&self, device: &str, now: i64) -> i64 {
        self.history.set_back_of(device, now)
    }

    fn touch(&mut self, event: &Event, counts: bool) {
        let ctx = WriteContext { by: event.id, stamp: event.stamp, over: &event.frame.over, counts };
        match &event.kind {
            EventKind::Session(what) => self.meeting.apply(what, event, ctx),
            EventKind::Stage(StageEvent::Shown(shown)) => self.meeting.show(shown, ctx),
            EventKind::Term(what) => vocabulary::apply(&mut self.terms, what, event, ctx),
            EventKind::Person(what) => people::apply(&mut self.people, what, event, ctx),
            EventKind::Item(what) => agenda::apply(&mut self.items, what, event, ctx),
            EventKind::Round(what) => groups::apply(&mut self.rounds, what, event, ctx),
            EventKind::Groups(GroupsEvent::Ruled(ruled)) => self.rules.set_fields(ctx, ruled, &event.who),
            EventKind::Wish(what) => wishes::apply(&mut self.wishes, what, event, ctx),
            EventKind::Idea(IdeaEvent::Promoted(set)) => {
                proposals::make(&mut self.proposals, set, event, ctx);
            }
            EventKind::Idea(what) => ideas::apply(&mut self.ideas, what, event, ctx),
            EventKind::Proposal(what) => proposals::apply(&mut self.proposals, what, event, ctx),
            EventKind::Vote(what) => votes::apply(&mut self.votes, what, event, ctx),
            EventKind::Commitment(what) => commitments::apply(&mut self.commitments, what, event, ctx),
            // Which events count is the history's; of a kind that is not known nothing follows.
            EventKind::Work(_) | EventKind::Unknown(_) => {}
        }
    }

    /// What only this laptop knows of an open secret vote, beside the events ([`super::votes::secret::Here`]).
    pub(crate) fn know_here(&mut self, vote: EventId, here: super::votes::secret::Here) {
        if self.votes.any(vote).is_some_and(|vote| vote.secrets.here != here) {
            self.votes.entry(vote).secrets.here = here;
            self.revision = self.revision.wrapping_add(1);
        }
    }

    /// A ballot was entered on this laptop: the same as [`Workshop::know_here`] with one more, for those who have told all before it.
    pub(crate) fn know_ballot(&mut self, vote: EventId, paper: u32, seat: Option<EventId>) {
        let here = &mut self.votes.entry(vote).secrets.here;
        here.papers.insert(paper);
        here.seats.extend(seat);
        self.revision = self.revision.wrapping_add(1);
    }

    /// Changes with every event taken in: whoever keeps something made from this state can tell whether it is stale.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The event with this id.
    pub fn event(&self, id: EventId) -> Option<&Arc<Event>> {
        self.history.get(id)
    }

    /// All events in order.
    pub fn events(&self) -> impl DoubleEndedIterator<Item = &Arc<Event>> {
        self.history.iter()
    }

    /// The events that speak of a thing or replace what the event wrote that made it, in order.
    pub(crate) fn events_about(&self, thing: EventId) -> Vec<&Arc<Event>> {
        let mut about: Vec<&Arc<Event>> = self.history.leaners(thing).collect();
        about.sort_unstable_by_key(|event| (event.stamp, event.id));
        about
    }

    /// How many events there are.
    pub fn event_count(&self) -> usize {
        self.history.len()
    }

    /// The latest stamp.
    pub fn latest_stamp(&self) -> Option<Stamp> {
        self.history.latest()
    }

    /// Whether an event counts: it was not undone.
    pub fn counts(&self, id: EventId) -> bool {
        self.history.counts(id)
    }

    /// How many events there are of kinds that this version does not know.
    pub fn unknown_kinds(&self) -> &BTreeMap<Arc<str>, usize> {
        &self.unknown
    }

    /// How many things laptops said differently, so that a person should settle them.
    pub(crate) fn conflicts(&self) -> usize {
        let rounds = self.rounds.iter().filter(|round| round.versions() > 1);
        self.people.iter().filter(|person| person.versions() > 1).count()
            + self.items.iter().filter(|item| item.versions() > 1).count()
            + rounds.count()
            + self.ideas.iter().filter(|idea| idea.versions() > 1).count()
            + self.proposals.iter().filter(|proposal| proposal.versions() > 1).count()
            + self
                .votes
                .iter()
                .filter(|vote| vote.stage() == votes::Stage::Prepared && vote.versions() > 1)
                .count()
            + self.commitments.iter().filter(|commitment| commitment.versions() > 1).count()
            + usize::from(self.meeting.versions() > 1)
            + usize::from(self.rules.versions() > 1)
    }

    /// Events that came with two contents: a damaged or forged file has them. One is read, the same in every copy.
    pub(crate) fn contradicted(&self) -> impl Iterator<Item = EventId> {
        self.contradicted.iter().copied()
    }

    /// The name by which a thing of whatever kind is found; its event's id where nothing was made by that.
    pub(crate) fn label(&self, key: EventId) -> String {
        macro_rules! first_of {
            ($($things:ident)*) => {
                $(if self.$things.any(key).is_some() { return self.$things.label(key).into_owned(); })*
            };
        }
        first_of!(ideas people items rounds proposals votes commitments terms wishes);
        key.to_string()
    }

    /// Whether a thing is to be shown but not changed: a later version has done something to it that this one does not
    /// understand, and said that it must be understood.
    pub(crate) fn is_read_only(&self, thing: EventId) -> bool {
        self.sealed.get(&thing).is_some_and(|events| events.iter().any(|event| self.counts(*event)))
    }

    /// The things that are to be shown but not changed.
    pub(crate) fn read_only(&self) -> impl Iterator<Item = EventId> {
        self.sealed.keys().copied().filter(|thing| self.is_read_only(*thing))
    }

    /// How many events name themselves through others.
    pub fn rings(&self) -> usize {
        self.history.rings()
    }

    /// How many more events of the same kind are part of the work that this event began: the other lines of a list.
    pub(crate) fn more_alike(&self, first: EventId) -> usize {
        let Some(kind) = self.event(first).map(|event| event.kind.name()) else { return 0 };
        let alike = |part: &&EventId| self.event(**part).is_some_and(|event| event.kind.name() == kind);
        self.history.parts_of(first).iter().filter(alike).count()
    }

    pub(super) fn history(&self) -> &History {
        &self.history
    }
}
