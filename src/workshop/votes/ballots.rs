//! The ballots of a vote: which are in, which count, which contradict each other or came too late.

use std::collections::BTreeMap;

use super::paper::{MOST_PRINTED, Paper};
use super::secret::agreed;
use super::{Stage, Vote, Voter, Votes};
use crate::workshop::id::EventId;
use crate::workshop::register::{Register, Write};

impl Vote {
    /// Whether any ballot has come in.
    pub(crate) fn has_ballots(&self) -> bool {
        self.secrets.lines().next().is_some() || self.voters().next().is_some()
    }

    /// How many ballots are in, whatever is on them: all that is ever told of an open vote.
    pub fn ballots_in(&self) -> usize {
        let open = self.ballots.values().filter(|ballot| ballot.get().is_some()).count();
        let sealed = if self.stage() < Stage::Closed {
            self.secrets.ballots_in()
        } else {
            self.secret_papers().len() + self.papers_aside().count()
        };
        open + sealed
    }

    /// Who is known to be in, without what anybody voted. Of a secret vote: the seats marked, and once it is closed the numbers of
    /// the papers as well.
    pub fn voters(&self) -> impl Iterator<Item = Voter> {
        let open = self.ballots.iter().filter(|(_, ballot)| ballot.get().is_some()).map(|(voter, _)| *voter);
        let printed = self.secrets.here.papers.iter().copied().filter(|paper| *paper <= MOST_PRINTED);
        let papers = self.secret_papers().into_keys().chain(printed).map(Voter::Paper);
        open.chain(self.secrets.seats().map(Voter::Seat)).chain(papers)
    }

    /// Whether it is known that this voter's ballot is in.
    pub fn has_voted(&self, voter: Voter) -> bool {
        self.ballots.get(&voter).is_some_and(|ballot| ballot.get().is_some()) || self.secrets.has_voted(voter)
    }

    /// The papers that a counting closing published.
    pub(super) fn secret_papers(&self) -> BTreeMap<u32, Vec<&Paper>> {
        if self.stage() < Stage::Closed {
            BTreeMap::new()
        } else {
            self.secrets.papers(|by| self.is_counted(by))
        }
    }

    /// Whether this is what the voter's ballot says already, so that a list of ballots can be read twice. It tells no more
    /// than that of a ballot that nobody may see.
    pub fn is_ballot(&self, voter: Voter, votes: &Votes) -> bool {
        self.ballots.get(&voter).is_some_and(|ballot| !ballot.is_conflicted() && ballot.get() == Some(votes))
    }

    /// The ballots' events as they stand now, and what set their number of dots again: what a closing counts.
    pub(super) fn standing_ballots(&self) -> Vec<EventId> {
        let open = self.ballots.values().flat_map(Register::alive).map(|write| write.by);
        let budget = self.budget.alive().into_iter().map(|write| write.by);
        let hands = self.hands_written.alive().into_iter().map(|write| write.by);
        open.chain(self.secrets.lines().map(|(id, _)| id)).chain(budget).chain(hands).collect()
    }

    /// The ballots counted, once the vote is closed; nothing before that, and nothing where hands were counted.
    pub fn counted(&self) -> Vec<(Voter, &Votes)> {
        if self.stage() < Stage::Closed || self.has_hands() {
            return Vec::new();
        }
        let ballots = self.ballots.iter().map(|(voter, ballot)| (*voter, self.standing(ballot)));
        // Two laptops entered different ballots for one voter: neither is counted, both are named.
        ballots
            .filter(|(_, alive)| !disagree(alive))
            .filter_map(|(voter, alive)| Some((voter, &alive.first()?.value)))
            .chain(
                self.secret_papers()
                    .into_iter()
                    .filter_map(|(number, said)| Some((Voter::Paper(number), agreed(&said)?.0))),
            )
            .collect()
    }

    /// The ballots that stand for a voter: once the vote is closed, what its closing counted, as it was then. A correction or
    /// an undo made elsewhere that came later is too late, like any other ballot.
    pub(super) fn standing<'a>(&self, ballot: &'a Register<Votes>) -> Vec<&'a Write<Votes>> {
        if self.stage() < Stage::Closed {
            ballot.alive()
        } else {
            ballot.alive_among(|by| self.is_counted(by))
        }
    }

    /// The voters for whom two laptops entered different ballots apart: set aside until somebody corrects them.
    pub fn contradicting(&self) -> Vec<Voter> {
        self.ballots
            .iter()
            .filter(|(_, ballot)| disagree(&self.standing(ballot)))
            .map(|(voter, _)| *voter)
            .chain(self.papers_torn())
            .collect()
    }

    /// The voters whose ballot, or whose correction or undo of it, arrived after the closing: listed, not counted.
    pub fn late(&self) -> Vec<Voter> {
        if self.stage() < Stage::Closed {
            return Vec::new();
        }
        let events =
            |writes: Vec<&Write<Votes>>| -> Vec<EventId> { writes.iter().map(|write| write.by).collect() };
        let late = |ballot: &Register<Votes>| events(ballot.alive()) != events(self.standing(ballot));
        self.ballots.iter().filter(|(_, ballot)| late(ballot)).map(|(voter, _)| *voter).collect()
    }

    /// Whether a closing counted what this event says.
    pub(crate) fn is_counted(&self, ballot: EventId) -> bool {
        self.closings.values().any(|closing| closing.counts && closing.counted.contains(&ballot))
    }
}

pub(super) fn disagree<T: PartialEq>(ballots: &[&Write<T>]) -> bool {
    ballots.windows(2).any(|pair| matches!(pair, [a, b] if a.value != b.value))
}
