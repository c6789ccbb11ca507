//! Decisions about votes.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::super::Workshop;
use super::super::command::{
    VoteCast as Cast, VoteChange, VoteClose, VoteCorrect, VoteOpen, VotePrepare, VoteRemove, VoteReveal,
    VoteWaive,
};
use super::super::event::{About, Happening, VoteCast, VoteClosed, VoteSet, VoteWaived};
use super::super::id::EventId;
use super::super::refusal::Refusal;
use super::super::text::Lang;
use super::super::votes::{Stage, TIES, Vote, Voter, Votes};
use super::{Desk, Outcome, check};

/// The most options of one vote, and the most dots of one ballot.
const MOST_OPTIONS: usize = 500;
const MOST_DOTS: u32 = 10_000;
/// Above this many options people no longer compare; two stages are better.
const MANY_OPTIONS: usize = 20;
/// The usual share of supporters that counts as agreement.
const USUAL_THRESHOLD: f64 = 0.75;

/// What should be so before a vote opens. One that is not passed can be waived, with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Every option in both languages.
    Languages,
    /// No two options that look alike.
    Duplicates,
    /// Not more options than people can compare.
    Number,
}

impl Gate {
    /// All gates.
    pub const ALL: [Self; 3] = [Self::Languages, Self::Duplicates, Self::Number];

    /// Its name in the session file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Languages => "languages",
            Self::Duplicates => "duplicates",
            Self::Number => "number",
        }
    }
}

/// Each gate with the options for which it is not passed: none, passed.
pub fn gates(workshop: &Workshop, vote: &Vote) -> Vec<(Gate, Vec<EventId>)> {
    let options: Vec<_> =
        vote.options().iter().filter_map(|key| Some((*key, workshop.proposals.get(*key)?))).collect();
    let single = |(key, proposal): &(EventId, &super::super::proposals::Proposal)| {
        let both = Lang::ALL.iter().all(|lang| proposal.title.get(*lang).is_some());
        (!both).then_some(*key)
    };
    let same = |text: &str| text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let mut alike = Vec::new();
    for lang in Lang::ALL {
        let mut seen: BTreeMap<String, EventId> = BTreeMap::new();
        for (key, proposal) in &options {
            if let Some(title) = proposal.title.get(lang)
                && let Some(first) = seen.insert(same(title), *key)
            {
                alike.extend([first, *key]);
            }
        }
    }
    alike.sort_unstable();
    alike.dedup();
    let many = options.iter().skip(MANY_OPTIONS).map(|(key, _)| *key).collect();
    vec![
        (Gate::Languages, options.iter().filter_map(single).collect()),
        (Gate::Duplicates, alike),
        (Gate::Number, many),
    ]
}

impl Desk<'_> {
    pub(super) fn vote_prepare(&self, c: &VotePrepare) -> Outcome {
        let options = self.options(&c.options)?;
        let third = u32::try_from(options.len().div_ceil(3)).unwrap_or(MOST_DOTS).min(20);
        let dots = c.dots.unwrap_or(third);
        let set = VoteSet {
            of: None,
            id: check::free(&self.workshop.votes, "vote", self.id.as_ref())?,
            title: Some(check::needed_text("title", &c.title)?),
            method: Some(check::one_of("method", &c.method, &["dots"])?),
            dots: Some(check::within("dots", dots, 1, MOST_DOTS)?),
            cap: Some(check::within("cap", c.cap.unwrap_or(1), 1, dots)?),
            seats: Some(check::within(
                "seats",
                c.seats.unwrap_or(3.min(count(&options))),
                1,
                count(&options),
            )?),
            secret: Some(c.secret.unwrap_or(true)),
            tie: Some(check::one_of("tie", c.tie.as_deref().unwrap_or("runoff"), &TIES)?),
            threshold: Some(share(c.threshold.unwrap_or(USUAL_THRESHOLD))?),
            options: Some(options),
        };
        Ok((Happening::VotePrepared(Box::new(set)), Vec::new()))
    }

    pub(super) fn vote_change(&self, c: &VoteChange) -> Outcome {
        let (of, vote) = self.vote_in(&c.vote, Stage::Prepared)?;
        let options = check::maybe(c.options.as_ref(), |options: &Vec<_>| self.options(options))?;
        let many = options.as_ref().map_or_else(|| count(vote.options()), |options| count(options));
        let dots = check::maybe(c.dots.as_ref(), |dots| check::within("dots", *dots, 1, MOST_DOTS))?;
        let set = VoteSet {
            of: Some(of),
            id: None,
            title: check::maybe(c.title.as_ref(), |text| check::needed_text("title", text))?,
            options,
            method: None,
            dots,
            cap: check::maybe(c.cap.as_ref(), |cap| {
                check::within("cap", *cap, 1, dots.unwrap_or(vote.dots()))
            })?,
            seats: check::maybe(c.seats.as_ref(), |seats| check::within("seats", *seats, 1, many))?,
            secret: c.secret,
            tie: check::maybe(c.tie.as_ref(), |tie: &str| check::one_of("tie", tie, &TIES))?,
            threshold: c.threshold.map(share).transpose()?,
        };
        if set == (VoteSet { of: Some(of), ..VoteSet::default() }) {
            return Err(Refusal::nothing("vote"));
        }
        let mut over = Vec::new();
        vote.over(&set, &mut over);
        Ok((Happening::VoteChanged(Box::new(set)), over))
    }

    pub(super) fn vote_remove(&self, c: &VoteRemove) -> Outcome {
        let (of, _) = self.vote_in(&c.vote, Stage::Prepared)?;
        Ok((Happening::VoteRemoved(About { of }), Vec::new()))
    }

    pub(super) fn vote_waive(&self, c: &VoteWaive) -> Outcome {
        let (of, vote) = self.vote_in(&c.vote, Stage::Prepared)?;
        let gate = check::one_of("gate", &c.gate, &Gate::ALL.map(Gate::name))?;
        let reason = check::line("reason", &c.reason)?;
        if reason.is_empty() {
            return Err(Refusal::empty("reason"));
        }
        let mut over = Vec::new();
        if let Some(register) = vote.waived.get(&gate) {
            register.over(&mut over);
        }
        Ok((Happening::VoteWaived(VoteWaived { of, gate, reason }), over))
    }

    pub(super) fn vote_open(&self, c: &VoteOpen) -> Outcome {
        let (of, vote) = self.vote_in(&c.vote, Stage::Prepared)?;
        if vote.options().iter().filter(|option| self.workshop.proposals.get(**option).is_some()).count() < 2
        {
            return Err(Refusal::state("refused-too-few-options", &c.vote));
        }
        let mut rules = Vec::new();
        vote.over_rules(&mut rules);
        Ok((Happening::VoteOpened(About { of }), rules))
    }

    pub(super) fn vote_close(&self, c: &VoteClose) -> Outcome {
        let (of, vote) = self.vote_in(&c.vote, Stage::Open)?;
        let seed = (vote.tie() == "lot").then_some(self.context.seed);
        Ok((Happening::VoteClosed(VoteClosed { of, counted: vote.standing_ballots(), seed }), Vec::new()))
    }

    pub(super) fn vote_reveal(&self, c: &VoteReveal) -> Outcome {
        let (of, _) = self.vote_in(&c.vote, Stage::Closed)?;
        Ok((Happening::VoteRevealed(About { of }), Vec::new()))
    }

    pub(super) fn vote_cast(&self, c: &Cast) -> Outcome {
        let (cast, vote, voter) = self.ballot(&c.vote, c.seat.as_deref(), c.paper, &c.votes)?;
        if vote.has_voted(voter) {
            return Err(Refusal::new("voted", "refused-voted").with("id", self.name_of(voter)));
        }
        Ok((Happening::VoteCast(cast), Vec::new()))
    }

    pub(super) fn vote_correct(&self, c: &VoteCorrect) -> Outcome {
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
                let seat = check::find(&self.workshop.people, "person", seat)?;
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
            if *given > vote.cap() {
                return Err(Refusal::new("over-cap", "refused-over-cap")
                    .with("id", option)
                    .with("most", vote.cap()));
            }
            // Two names of one option would otherwise lose the first's dots.
            if dots.insert(key, *given).is_some() {
                return Err(Refusal::taken("option", option));
            }
        }
        let sum: u64 = dots.values().map(|given| u64::from(*given)).sum();
        if sum > u64::from(vote.dots()) {
            return Err(Refusal::new("over-budget", "refused-over-budget")
                .with("given", sum)
                .with("most", vote.dots()));
        }
        Ok((VoteCast { of, seat, paper, votes: dots }, vote, voter))
    }

    fn vote_in(&self, name: &str, stage: Stage) -> Result<(EventId, &Vote), Refusal> {
        let of = check::find(&self.workshop.votes, "vote", name)?;
        let Some(vote) = self.workshop.votes.get(of) else { return Err(Refusal::unknown("vote", name)) };
        if vote.stage() == stage {
            return Ok((of, vote));
        }
        let message = match vote.stage() {
            Stage::Prepared => "refused-vote-not-open",
            Stage::Open => "refused-vote-open",
            Stage::Closed => "refused-vote-closed",
            Stage::Revealed => "refused-vote-revealed",
        };
        Err(Refusal::state(message, name))
    }

    fn options(&self, names: &[Arc<str>]) -> Result<Vec<EventId>, Refusal> {
        let options = check::find_all(&self.workshop.proposals, "proposal", names)?;
        match options.len() {
            0 => Err(Refusal::empty("options")),
            many if many > MOST_OPTIONS => Err(Refusal::too_many("options", MOST_OPTIONS)),
            _ => Ok(options),
        }
    }

    fn name_of(&self, voter: Voter) -> String {
        match voter {
            Voter::Seat(seat) => self.workshop.people.label(seat).into_owned(),
            Voter::Paper(paper) => paper.to_string(),
        }
    }
}

fn count(options: &[EventId]) -> u32 {
    u32::try_from(options.len()).unwrap_or(u32::MAX).max(1)
}

fn share(share: f64) -> Result<f64, Refusal> {
    if (0.0..=1.0).contains(&share) { Ok(share) } else { Err(Refusal::out_of_range("threshold", 0, 1)) }
}
