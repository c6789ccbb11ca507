//! Ballots come in.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::super::ballot_rules::{self, Fault};
use super::super::super::command::{VoteCast as Cast, VoteCorrect};
use super::super::super::event::{Happening, VoteCast};
use super::super::super::id::EventId;
use super::super::super::refusal::Refusal;
use super::super::super::votes::{Stage, Vote, Voter, Votes};
use super::super::{Desk, Outcome, check};

impl Desk<'_> {
    pub(in super::super) fn vote_cast(&self, c: &Cast) -> Outcome {
        let (cast, vote, voter) = self.ballot(&c.vote, c.seat.as_deref(), c.paper, &c.votes)?;
        if vote.has_voted(voter) {
            return Err(Refusal::new("voted", "refused-voted").with("id", self.name_of(voter)));
        }
        Ok((Happening::VoteCast(cast), Vec::new()))
    }

    pub(in super::super) fn vote_correct(&self, c: &VoteCorrect) -> Outcome {
        let (cast, vote, voter) = self.ballot(&c.vote, c.seat.as_deref(), c.paper, &c.votes)?;
        if !vote.has_voted(voter) {
            return Err(Refusal::new("not-voted", "refused-not-voted").with("id", self.name_of(voter)));
        }
        let mut over = Vec::new();
        vote.over_ballot(voter, &mut over);
        Ok((Happening::VoteCorrected(cast), over))
    }

    fn ballot(
        &self,
        vote: &str,
        seat: Option<&str>,
        paper: Option<u32>,
        votes: &BTreeMap<Arc<str>, u32>,
    ) -> Result<(VoteCast, &Vote, Voter), Refusal> {
        let (of, vote) = self.vote_in(vote, Stage::Open)?;
        let (seat, voter) = match (seat, paper) {
            (Some(seat), None) => {
                let name = seat;
                let seat = check::find(&self.workshop.people, "person", name)?;
                if !vote.may_vote(seat) {
                    return Err(Refusal::new("not-a-voter", "refused-not-a-voter").with("id", name));
                }
                (Some(seat), Voter::Seat(seat))
            }
            (None, Some(paper)) => (None, Voter::Paper(check::within("paper", paper, 1, 999_999)?)),
            _ => return Err(Refusal::new("seat-or-paper", "refused-seat-or-paper")),
        };
        let mut dots = Votes::new();
        for (option, given) in votes.iter().filter(|(_, given)| **given > 0) {
            let key = check::find(&self.workshop.proposals, "proposal", option)?;
            if !vote.options().contains(&key) {
                return Err(Refusal::unknown("option", option));
            }
            // Two names of one option would otherwise lose the first's dots.
            if dots.insert(key, *given).is_some() {
                return Err(Refusal::taken("option", option));
            }
        }
        if let Some(fault) = ballot_rules::faults(&dots, vote.ballot_rules()).into_iter().next() {
            return Err(self.against_the_rules(&fault));
        }
        Ok((VoteCast { of, seat, paper, votes: dots }, vote, voter))
    }

    fn against_the_rules(&self, fault: &Fault<EventId>) -> Refusal {
        let label = |option: &EventId| self.workshop.proposals.label(*option).into_owned();
        match fault {
            Fault::OverCap { option, most } => {
                Refusal::new("over-cap", "refused-over-cap").with("id", label(option)).with("most", most)
            }
            Fault::OverBudget { given, most } => {
                Refusal::new("over-budget", "refused-over-budget").with("given", given).with("most", most)
            }
            Fault::OffScale { option, most } => {
                Refusal::new("off-scale", "refused-off-scale").with("id", label(option)).with("most", most)
            }
            Fault::RankTwice { rank } => Refusal::new("ranks", "refused-rank-twice").with("rank", rank),
            Fault::RankMissing { rank } => Refusal::new("ranks", "refused-rank-missing").with("rank", rank),
        }
    }

    fn name_of(&self, voter: Voter) -> String {
        match voter {
            Voter::Seat(seat) => self.workshop.people.label(seat).into_owned(),
            Voter::Paper(paper) => paper.to_string(),
        }
    }
}
