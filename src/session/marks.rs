//! Who has voted in a secret vote: marks that are gathered on this laptop and written ten at a time.

use std::collections::BTreeSet;

use super::{Done, Session};
use crate::ballot_box::{Change, Entry, Memory, Places};
use crate::fault::Fault;
use crate::tally::FEWEST;
use crate::workshop::decide::Decision;
use crate::workshop::event::Frame;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing as _;
use crate::workshop::votes::secret::Here;
use crate::workshop::votes::{self, Stage};

/// Marks are gathered until there are so many, so that none can be laid beside the line that came with it.
pub(super) const MARKS_AT_ONCE: usize = 10;

/// What is remembered of a vote, as far as it has been read.
pub(super) struct Remembered {
    memory: Memory,
    /// The revision of the workshop that knows all of it; none while there is more to tell.
    told: Option<u64>,
}

impl Session {
    /// Takes what is remembered of a vote, all that the other programs on this laptop have added read, and whether the workshop knows
    /// it. It goes back with [`Session::keep_memory`]; if it does not, it is read from the file again.
    pub(super) fn memory(&mut self, places: &Places, vote: EventId) -> (Memory, bool) {
        let Some(Remembered { mut memory, told }) = self.remembered.remove(&vote) else {
            return (Memory::load(places), false);
        };
        let changed = memory.refresh(places);
        (memory, !changed && told == Some(self.workshop.revision()))
    }

    pub(super) fn keep_memory(&mut self, vote: EventId, memory: Memory, known: bool) {
        let told = known.then(|| self.workshop.revision());
        self.remembered.insert(vote, Remembered { memory, told });
    }

    pub(super) fn mark_by_hand(
        &mut self,
        decision: &Decision,
        vote: EventId,
        seats: Vec<EventId>,
        voted: bool,
        part: Option<EventId>,
    ) -> Result<Done, Fault> {
        let places = self.places(vote);
        let _held = places.hold();
        let (mut memory, _) = self.memory(&places, vote);
        let mut done = Done::default();
        if voted {
            let kept = memory.record(&places, Change::ByHand(seats), true).is_ok();
            self.keep_memory(vote, memory, false);
            self.know(vote);
            let enough = if kept { MARKS_AT_ONCE } else { 1 };
            self.write_marks(vote, enough, &decision.frame, &mut done)?;
            return Ok(done);
        }
        let (mut marked, waiting): (Vec<EventId>, Vec<EventId>) = seats.into_iter().partition(|seat| {
            self.workshop.votes.get(vote).is_some_and(|vote| vote.secrets.is_marked(*seat))
        });
        memory
            .record(&places, Change::NotVoted(waiting), true)
            .map_err(|error| Fault::io(&self.world.state, &error))?;
        self.keep_memory(vote, memory, false);
        self.know(vote);
        if !marked.is_empty() {
            let (kind, over) = votes::decide::marks(&self.workshop, vote, &mut marked, false);
            let frame = Frame { over: over.into(), ..decision.frame.clone() };
            done = self.append(Decision { kind, frame, who: decision.who.clone() }, part, false)?;
        }
        Ok(done)
    }

    /// Writes the marks that wait, if there are enough of them, in the order of the roster. The caller keeps other programs out.
    pub(super) fn write_marks(
        &mut self,
        vote: EventId,
        enough: usize,
        frame: &Frame,
        done: &mut Done,
    ) -> Result<(), Fault> {
        let places = self.places(vote);
        let (mut memory, known) = self.memory(&places, vote);
        let mut seats: Vec<EventId> = self.waiting_marks(&memory).into_iter().collect();
        if seats.len() < enough.max(1) {
            self.keep_memory(vote, memory, known);
            return Ok(());
        }
        let (kind, over) = votes::decide::marks(&self.workshop, vote, &mut seats, true);
        let frame = Frame { at: frame.at, over: over.into(), ..Frame::default() };
        // Whoever made them enough is one of them.
        let who = self.who.clone();
        let written = self.append(Decision { kind, frame, who }, None, false)?;
        done.events.extend(written.events);
        // What stands in the session file is known without being remembered.
        let _ = memory.record(&places, Change::Marked(seats), true);
        self.keep_memory(vote, memory, false);
        self.know(vote);
        Ok(())
    }

    /// Whether these marks may stand beside the ballots that a closing publishes: with fewer than three of them whoever reads the
    /// list would know a ballot without the number of a paper for that of one of these few.
    fn are_enough(&self, vote: EventId, seats: &[EventId]) -> bool {
        let Some(vote) = self.workshop.votes.get(vote) else { return false };
        let marked = vote.secrets.seats().filter(|seat| vote.secrets.is_marked(*seat));
        marked.chain(seats.iter().copied()).collect::<BTreeSet<_>>().len() >= FEWEST
    }

    /// Writes the marks that wait when the vote closes.
    pub(super) fn write_last_marks(
        &mut self,
        vote: EventId,
        frame: &Frame,
        done: &mut Done,
    ) -> Result<(), Fault> {
        let (memory, known) = self.memory(&self.places(vote), vote);
        let seats: Vec<EventId> = self.waiting_marks(&memory).into_iter().collect();
        self.keep_memory(vote, memory, known);
        if self.are_enough(vote, &seats) { self.write_marks(vote, 1, frame, done) } else { Ok(()) }
    }

    /// The seats whose marks wait.
    fn waiting_marks(&self, memory: &Memory) -> BTreeSet<EventId> {
        let counting =
            memory.unmarked().filter(|entry| entry.event.is_none_or(|event| self.workshop.counts(event)));
        counting.filter_map(|entry| entry.seat).chain(memory.by_hand().iter().copied()).collect()
    }

    /// Tells the workshop what only this laptop knows of a vote.
    pub(super) fn know(&mut self, vote: EventId) {
        let (memory, known) = self.memory(&self.places(vote), vote);
        if !known {
            let seats = self.waiting_marks(&memory);
            let counting = memory
                .entries()
                .iter()
                .filter(|entry| entry.event.is_none_or(|event| self.workshop.counts(event)));
            let papers = counting.map(|entry| entry.paper).collect();
            let (checked, second) = self.second_here(vote, &memory);
            self.workshop.know_here(vote, Here { seats, papers, checked, second });
        }
        self.keep_memory(vote, memory, true);
    }

    /// Reads again what this laptop knows of open secret votes, and forgets what it knew of closed ones.
    pub(crate) fn remember_ballots(&mut self) {
        for vote in self.secret_votes(|stage| stage < Stage::Closed) {
            self.know(vote);
        }
        self.forget_closed();
    }

    /// Forgets the keys and ballots of secret votes that are closed, wherever that was heard of. Seats whose marks are still to be written
    /// are kept, and nothing that links them with a number.
    pub(crate) fn forget_closed(&mut self) {
        for vote in self.secret_votes(|stage| stage >= Stage::Closed) {
            let places = self.places(vote);
            if !places.has_any() {
                continue;
            }
            let _held = places.hold();
            self.remembered.remove(&vote);
            let late = self.late_marks(vote, &Memory::load(&places));
            self.workshop.know_here(vote, Here::default());
            if self.waiting() == 0 && self.away() == 0 {
                let _ = places.forget();
            }
            let late: Vec<EventId> = late.into_iter().collect();
            if !late.is_empty() && self.are_enough(vote, &late) {
                Memory::keep_only(&places, late);
            } else {
                places.forget_memory();
            }
        }
    }

    fn secret_votes(&self, at: impl Fn(Stage) -> bool) -> Vec<EventId> {
        let secret = self.workshop.votes.iter().filter(|vote| vote.public_key().is_some());
        secret.filter(|vote| at(vote.stage())).map(|vote| vote.key()).collect()
    }

    /// Who has voted here in a vote that another laptop closed meanwhile, with ballots that it counted, and is not marked yet.
    fn late_marks(&self, vote: EventId, memory: &Memory) -> BTreeSet<EventId> {
        let Some(vote) = self.workshop.votes.get(vote) else { return BTreeSet::new() };
        let counted = |entry: &&Entry| entry.event.is_some_and(|line| vote.is_counted(line));
        let waiting = memory.unmarked().filter(counted);
        waiting.filter_map(|entry| entry.seat).chain(memory.by_hand().iter().copied()).collect()
    }

    /// Writes who has voted here in votes that another laptop closed before the marks were written. Without them nobody could tell
    /// whether a seat was entered on both.
    pub(crate) fn write_late_marks(&mut self) {
        for vote in self.secret_votes(|stage| stage >= Stage::Closed) {
            let places = self.places(vote);
            if !places.has_any() {
                continue;
            }
            let _held = places.hold();
            let memory = Memory::load(&places);
            let mut seats: Vec<EventId> = self.late_marks(vote, &memory).into_iter().collect();
            if seats.is_empty() || !self.are_enough(vote, &seats) {
                continue;
            }
            let (kind, over) = votes::decide::marks(&self.workshop, vote, &mut seats, true);
            let frame = Frame { at: self.world.now(), over: over.into(), ..Frame::default() };
            let who = self.who.clone();
            // What cannot be written now is remembered, and tried again.
            if self.append(Decision { kind, frame, who }, None, false).is_ok() {
                places.forget_memory();
            }
        }
    }

    /// After an undo or a redo of a ballot: the mark that stands in the file is taken back, or waits again.
    pub(super) fn follow_undo(&mut self, frame: &Frame, done: &mut Done) -> Result<(), Fault> {
        for vote in self.secret_votes(|stage| stage == Stage::Open) {
            let places = self.places(vote);
            let _held = places.hold();
            let (mut memory, known) = self.memory(&places, vote);
            let gone = |entry: &Entry| entry.event.is_some_and(|event| !self.workshop.counts(event));
            let taken_back = memory.entries().iter().filter(|entry| entry.marked && gone(entry));
            let mut unmarked: Vec<EventId> = taken_back.filter_map(|entry| entry.seat).collect();
            if !unmarked.is_empty() {
                let (kind, over) = votes::decide::marks(&self.workshop, vote, &mut unmarked, false);
                let frame = Frame { at: frame.at, over: over.into(), ..Frame::default() };
                let who = self.who.clone();
                let written = self.append(Decision { kind, frame, who }, None, false)?;
                done.events.extend(written.events);
                let _ = memory.record(&places, Change::Unmarked(unmarked), true);
            }
            self.keep_memory(vote, memory, known);
            self.know(vote);
        }
        Ok(())
    }
}
