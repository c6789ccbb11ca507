//! The ballots of a secret vote as the session file holds them: sealed lines and marks while it is open, papers once it is closed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::events::{VoteBallots, VoteChecked, VoteMarked, VoteSealed};
use super::paper::{Groups, Paper};
use super::second_entry::SecondEntry;
use super::{Voter, Votes};
use crate::workshop::event::Event;
use crate::workshop::id::EventId;
use crate::workshop::register::{Register, WriteContext};
use crate::workshop::stamp::Stamp;

#[derive(Debug, Clone)]
pub(crate) struct SealedLine {
    /// The start of the public key to which it is sealed.
    pub to: Arc<str>,
    /// Its place in the order of events.
    pub stamp: Stamp,
    /// The device on which it was entered.
    pub device: Arc<str>,
    /// Whether it puts a ballot right, and is no ballot more.
    pub corrects: bool,
    /// What is sealed, in base64.
    pub ballot: Arc<str>,
    counts: bool,
}

/// What only this laptop knows of an open vote, beside the session file: who has voted on it and is not marked yet, and the numbers
/// that were entered on it. No event says it, nothing that is exported of an open vote depends on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Here {
    /// Seats whose marks are still to be written.
    pub seats: BTreeSet<EventId>,
    /// Numbers that are in.
    pub papers: BTreeSet<u32>,
    /// Whose ballots were typed a second time, as far as it is known here.
    pub checked: BTreeSet<Voter>,
    /// What the second entry has found, where the keys that open the ballots are here.
    pub second: Option<SecondEntry>,
}

/// The box of a vote.
#[derive(Debug, Clone, Default)]
pub struct SecretBox {
    lines: BTreeMap<EventId, SealedLine>,
    checks: BTreeMap<EventId, SealedLine>,
    marks: BTreeMap<EventId, Register<bool>>,
    /// On which device each mark was written.
    marked_by: BTreeMap<EventId, Arc<str>>,
    published: BTreeMap<EventId, (Arc<[Paper]>, bool)>,
    /// What this laptop knows beside it.
    pub here: Here,
}

impl SecretBox {
    /// The lines that count, undone ones left out.
    pub(crate) fn lines(&self) -> impl Iterator<Item = (EventId, &SealedLine)> {
        self.lines.iter().filter(|(_, line)| line.counts).map(|(id, line)| (*id, line))
    }

    /// The second readings that count. They are no ballots.
    pub(crate) fn checks(&self) -> impl Iterator<Item = (EventId, &SealedLine)> {
        self.checks.iter().filter(|(_, line)| line.counts).map(|(id, line)| (*id, line))
    }

    /// How many ballots are in, whatever is on them.
    pub(crate) fn ballots_in(&self) -> usize {
        self.lines().filter(|(_, line)| !line.corrects).count()
    }

    /// The seats that have voted: marked in the session file, or on this laptop.
    pub(crate) fn seats(&self) -> impl Iterator<Item = EventId> {
        let marked = self.marks.iter().filter(|(_, mark)| mark.get() == Some(&true)).map(|(seat, _)| *seat);
        marked.collect::<BTreeSet<_>>().union(&self.here.seats).copied().collect::<Vec<_>>().into_iter()
    }

    /// The seats that two laptops marked as having voted, where neither mark was taken back: neither knew of the other's before it took
    /// a ballot. One that writes its own mark twice, after a crash, says nothing new.
    pub(crate) fn seats_marked_again(&self) -> impl Iterator<Item = EventId> {
        let again = |marks: &Register<bool>| {
            let by = standing_marks(marks).into_iter().filter_map(|mark| self.marked_by.get(&mark));
            by.collect::<BTreeSet<_>>().len() > 1
        };
        self.marks.iter().filter(move |(_, marks)| again(marks)).map(|(seat, _)| *seat)
    }

    /// Whether this seat is marked in the session file.
    pub(crate) fn is_marked(&self, seat: EventId) -> bool {
        self.marks.get(&seat).is_some_and(|mark| mark.get() == Some(&true))
    }

    /// Whether it is known that this voter's ballot is in.
    pub(crate) fn has_voted(&self, voter: Voter) -> bool {
        match voter {
            Voter::Seat(seat) => self.is_marked(seat) || self.here.seats.contains(&seat),
            Voter::Paper(paper) => self.here.papers.contains(&paper),
        }
    }

    /// The papers that were published by any of these events: by number, with all that was said of it.
    pub(crate) fn papers(&self, by: impl Fn(EventId) -> bool) -> BTreeMap<u32, Vec<&Paper>> {
        let mut papers: BTreeMap<u32, Vec<&Paper>> = BTreeMap::new();
        let told = self.published.iter().filter(|(id, (_, counts))| *counts && by(**id));
        for paper in told.flat_map(|(_, (papers, _))| papers.iter()) {
            papers.entry(paper.paper).or_default().push(paper);
        }
        papers
    }

    /// The events that a mark of this seat replaces.
    pub(in crate::workshop) fn over_mark(&self, seat: EventId, into: &mut Vec<EventId>) {
        if let Some(mark) = self.marks.get(&seat) {
            mark.over(into);
        }
    }

    /// A ballot came in sealed.
    pub(super) fn seal(&mut self, sealed: &VoteSealed, event: &Event, ctx: WriteContext<'_>) {
        let line = SealedLine {
            to: sealed.to.clone(),
            stamp: event.stamp,
            device: event.device.clone(),
            corrects: sealed.corrects,
            ballot: sealed.ballot.clone(),
            counts: ctx.counts,
        };
        self.lines.insert(event.id, line);
    }

    /// A ballot was typed a second time, and sealed again.
    pub(super) fn check(&mut self, checked: &VoteChecked, event: &Event, ctx: WriteContext<'_>) {
        let line = SealedLine {
            to: checked.to.clone().unwrap_or_default(),
            stamp: event.stamp,
            device: event.device.clone(),
            corrects: false,
            ballot: checked.ballot.clone().unwrap_or_default(),
            counts: ctx.counts,
        };
        self.checks.insert(event.id, line);
    }

    /// It was marked who has voted.
    pub(super) fn mark(&mut self, marked: &VoteMarked, event: &Event, ctx: WriteContext<'_>) {
        for seat in &marked.seats {
            self.marks.entry(*seat).or_default().write(ctx, marked.voted);
        }
        self.marked_by.insert(event.id, event.device.clone());
    }

    /// The ballots were published.
    pub(super) fn publish(&mut self, told: &VoteBallots, event: &Event, ctx: WriteContext<'_>) {
        self.published.insert(event.id, (told.ballots.as_slice().into(), ctx.counts));
    }
}

/// The marks that no other takes back, directly or through others.
fn standing_marks(marks: &Register<bool>) -> Vec<EventId> {
    let taking_back: BTreeSet<EventId> =
        marks.counting().filter(|write| !write.value).map(|write| write.by).collect();
    let stands = |mark: &EventId| {
        let alone = marks.alive_among(|by| by == *mark || taking_back.contains(&by));
        alone.iter().any(|write| write.by == *mark)
    };
    marks.counting().filter(|write| write.value).map(|write| write.by).filter(|mark| stands(mark)).collect()
}

/// What is said of one paper, when all say the same.
pub(in crate::workshop) fn agreed<'a>(said: &[&'a Paper]) -> Option<(&'a Votes, &'a Groups)> {
    let first = said.first()?;
    said.iter().all(|paper| paper.votes == first.votes).then_some((&first.votes, &first.groups))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workshop::id::RunId;

    fn standing(writes: &[(u64, bool, &[u64])]) -> Vec<u64> {
        let mut marks = Register::default();
        for (n, voted, over) in writes {
            let over: Arc<[EventId]> = over.iter().map(|n| EventId::new(RunId(1), *n)).collect();
            let by = EventId::new(RunId(1), *n);
            marks.write(WriteContext { by, stamp: Stamp::at(*n as i64), over: &over, counts: true }, *voted);
        }
        standing_marks(&marks).into_iter().map(|mark| mark.n).collect()
    }

    #[test]
    fn a_mark_stands_until_one_that_takes_it_back() {
        assert_eq!(standing(&[(1, true, &[])]), [1]);
        assert_eq!(
            standing(&[(1, true, &[]), (2, true, &[])]),
            [1, 2],
            "two that did not know of each other"
        );
        assert_eq!(standing(&[(1, true, &[]), (2, true, &[1])]), [1, 2], "the second wrote what had waited");
        assert_eq!(
            standing(&[(1, true, &[]), (2, false, &[1]), (3, true, &[2])]),
            [3],
            "taken back, voted again"
        );
        assert!(
            standing(&[(1, true, &[]), (2, true, &[1]), (3, false, &[2])]).is_empty(),
            "through the one that it names"
        );
    }
}
