//! Ballots come in.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::workshop::Workshop;
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::EventKind;
use crate::workshop::id::EventId;
use crate::workshop::refusal::Refusal;
use crate::workshop::thing::Thing as _;
use crate::workshop::votes::ballot_rules::{self, Fault};
use crate::workshop::votes::commands::{VoteCast as Cast, VoteCheck, VoteCorrect, VoteMark};
use crate::workshop::votes::events::{VoteCast, VoteChecked, VoteEvent, VoteMarked};
use crate::workshop::votes::paper::{GROUPS, Groups, MOST_DRAWN, MOST_PRINTED};
use crate::workshop::votes::{Stage, Vote, Voter, Votes};

impl Decider<'_> {
    pub(in crate::workshop) fn vote_cast(&self, c: &Cast) -> Outcome {
        let (cast, vote, voter) =
            self.ballot(&c.vote, c.seat.as_deref(), c.paper, &c.votes, c.groups.as_ref())?;
        if vote.has_voted(voter) {
            return Err(Refusal::new("voted", "refused-voted").with("id", self.name_of(voter)));
        }
        Ok((EventKind::Vote(VoteEvent::Cast(cast)), Vec::new()))
    }

    pub(in crate::workshop) fn vote_correct(&self, c: &VoteCorrect) -> Outcome {
        let (cast, vote, voter) =
            self.ballot(&c.vote, c.seat.as_deref(), c.paper, &c.votes, c.groups.as_ref())?;
        // A sealed ballot that was entered on another laptop is not known here; the closing brings them together.
        let may_be_elsewhere = vote.public_key().is_some() && matches!(voter, Voter::Paper(_));
        if !vote.has_voted(voter) && !may_be_elsewhere {
            return Err(Refusal::new("not-voted", "refused-not-voted").with("id", self.name_of(voter)));
        }
        let mut over = Vec::new();
        vote.over_ballot(voter, &mut over);
        Ok((EventKind::Vote(VoteEvent::Corrected(cast)), over))
    }

    /// A ballot is typed a second time. It replaces nothing: of several second readings the last one is compared.
    pub(in crate::workshop) fn vote_check(&self, c: &VoteCheck) -> Outcome {
        let (cast, vote, voter) = self.ballot(&c.vote, c.seat.as_deref(), c.paper, &c.votes, None)?;
        // There is nothing to read again of a seat's ballot; to compare it all the same would tell what is in it by trying.
        let read = matches!(voter, Voter::Paper(number) if number <= MOST_PRINTED);
        if vote.public_key().is_some() && !read {
            return Err(Refusal::new("no-paper", "refused-no-paper").with("id", self.name_of(voter)));
        }
        let VoteCast { of, seat, paper, votes, .. } = cast;
        let checked = VoteChecked { of, seat, paper, votes, ..VoteChecked::default() };
        Ok((EventKind::Vote(VoteEvent::Checked(checked)), Vec::new()))
    }

    fn ballot(
        &self,
        vote: &str,
        seat: Option<&str>,
        paper: Option<u32>,
        votes: &BTreeMap<Arc<str>, u32>,
        groups: Option<&BTreeMap<Arc<str>, Arc<str>>>,
    ) -> Result<(VoteCast, &Vote, Voter), Refusal> {
        let (of, found) = self.vote_in(vote, Stage::Open)?;
        if found.has_hands() {
            return Err(Refusal::state("refused-ballot-after-hands", vote));
        }
        let vote = found;
        // The number that was drawn for a seat's secret ballot can be named again to put it right.
        let most = if vote.public_key().is_some() { MOST_DRAWN } else { MOST_PRINTED };
        let (seat, voter) = match (seat, paper) {
            (Some(seat), None) => {
                let name = seat;
                let seat = check::find(&self.workshop.people, "person", name)?;
                if !vote.may_vote(seat) {
                    return Err(Refusal::new("not-a-voter", "refused-not-a-voter").with("id", name));
                }
                (Some(seat), Voter::Seat(seat))
            }
            (None, Some(paper)) => (None, Voter::Paper(check::within("paper", paper, 1, most)?)),
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
        let groups = groups.map(|groups| self.groups_named(groups, seat.is_some())).transpose()?;
        let groups = groups.unwrap_or_default();
        Ok((VoteCast { of, seat, paper, votes: dots, groups }, vote, voter))
    }

    /// The groups that are said with a paper. Those of a seat stand on the roster.
    fn groups_named(&self, groups: &BTreeMap<Arc<str>, Arc<str>>, of_seat: bool) -> Result<Groups, Refusal> {
        if of_seat {
            return Err(Refusal::new("unknown-field", "refused-groups-of-seat"));
        }
        let named = groups.iter().map(|(group, value)| {
            let group = check::one_of("groups", group, &GROUPS)?;
            Ok((group, check::needed_word("groups", value)?))
        });
        named.collect()
    }

    /// Marks by hand who has voted, or has not after all.
    pub(in crate::workshop) fn vote_mark(&self, c: &VoteMark) -> Outcome {
        let (of, vote) = self.vote_in(&c.vote, Stage::Open)?;
        if vote.public_key().is_none() {
            return Err(Refusal::state("refused-vote-not-secret", &c.vote));
        }
        let voted = c.voted.unwrap_or(true);
        let mut seats = check::find_all(&self.workshop.people, "person", &c.seats)?;
        if seats.is_empty() {
            return Err(Refusal::empty("seats"));
        }
        for seat in &seats {
            if vote.has_voted(Voter::Seat(*seat)) == voted {
                let message = if voted { "refused-voted" } else { "refused-not-voted" };
                let kind = if voted { "voted" } else { "not-voted" };
                return Err(Refusal::new(kind, message).with("id", self.name_of(Voter::Seat(*seat))));
            }
        }
        Ok(marks(self.workshop, of, &mut seats, voted))
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

/// The event that marks these seats, in the order of the roster so that it does not tell who came when, and what it replaces.
pub(crate) fn marks(
    workshop: &Workshop,
    vote: EventId,
    seats: &mut Vec<EventId>,
    voted: bool,
) -> (EventKind, Vec<EventId>) {
    let order: BTreeMap<EventId, usize> =
        workshop.people.iter().enumerate().map(|(place, person)| (person.key(), place)).collect();
    seats.sort_by_key(|seat| (order.get(seat).copied().unwrap_or(usize::MAX), *seat));
    seats.dedup();
    let mut over = Vec::new();
    if let Some(vote) = workshop.votes.get(vote) {
        seats.iter().for_each(|seat| vote.secrets.over_mark(*seat, &mut over));
    }
    (EventKind::Vote(VoteEvent::Marked(VoteMarked { of: vote, seats: seats.clone(), voted })), over)
}
