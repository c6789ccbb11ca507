//! A vote opens, closes and is shown.

use super::numbers::MOST_DOTS;
use super::{frozen, open_gates};
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::{About, EventKind};
use crate::workshop::id::EventId;
use crate::workshop::refusal::Refusal;
use crate::workshop::votes::commands::{VoteChange, VoteClose, VoteOpen, VoteReveal};
use crate::workshop::votes::events::{VoteBudget, VoteClosed, VoteEvent, VoteOpened};
use crate::workshop::votes::{Stage, Vote};

impl Decider<'_> {
    pub(in crate::workshop) fn vote_open(&self, c: &VoteOpen) -> Outcome {
        let (of, vote) = self.vote_in(&c.vote, Stage::Prepared)?;
        let there = vote.options().iter().filter(|option| self.workshop.proposals.get(**option).is_some());
        if there.count() < vote.method().fewest_options() {
            return Err(Refusal::state("refused-too-few-options", &c.vote));
        }
        let mut rules = Vec::new();
        vote.over_rules(&mut rules);
        let key = self.context.ballot_key.clone().filter(|_| vote.is_secret());
        let opened = VoteOpened {
            of,
            key,
            gates: open_gates(self.workshop, vote).into_iter().map(Into::into).collect(),
            hash: Some(frozen::hash(self.workshop, vote).into()),
            order: Some(self.context.seed),
        };
        Ok((EventKind::Vote(VoteEvent::Opened(opened)), rules))
    }

    /// A change of nothing but the dots of an open vote. Ballots that are in and break the new rules are named at the closing.
    pub(super) fn budget_change(&self, c: &VoteChange) -> Option<Outcome> {
        let VoteChange {
            vote: _,
            dots,
            cap,
            title,
            options,
            seats,
            secret,
            tie,
            threshold,
            method,
            dots_rule,
            voters,
            then,
        } = c;
        let others = [title.is_some(), options.is_some(), seats.is_some(), secret.is_some(), tie.is_some()];
        let more = [method.is_some(), dots_rule.is_some(), voters.is_some(), threshold.is_some()];
        let more = more.contains(&true) || then.is_some();
        if others.contains(&true) || more || (dots.is_none() && cap.is_none()) {
            return None;
        }
        let (of, vote) = self.vote_in(&c.vote, Stage::Open).ok()?;
        Some(self.budget(of, vote, c))
    }

    fn budget(&self, of: EventId, vote: &Vote, c: &VoteChange) -> Outcome {
        if vote.has_hands() {
            return Err(Refusal::state("refused-budget-after-hands", &c.vote));
        }
        let dots = check::within("dots", c.dots.unwrap_or(vote.dots()), 1, MOST_DOTS)?;
        let cap = check::within("cap", c.cap.unwrap_or(vote.cap().min(dots)), 1, dots)?;
        if (dots, cap) == (vote.dots(), vote.cap()) {
            return Err(Refusal::nothing("vote"));
        }
        let mut over = Vec::new();
        vote.budget.over(&mut over);
        Ok((EventKind::Vote(VoteEvent::Budget(VoteBudget { of, dots, cap })), over))
    }

    pub(in crate::workshop) fn vote_close(&self, c: &VoteClose) -> Outcome {
        let (of, vote) = self.vote_in(&c.vote, Stage::Open)?;
        if vote.are_hands_conflicted() {
            return Err(Refusal::state("refused-hands-torn", &c.vote));
        }
        let unheard = super::unheard(self.workshop, vote, &self.context.device);
        let seed = (vote.tie() == "lot").then_some(self.context.seed);
        // What the lines of a sealed vote say is compared when they are opened.
        let second = vote.second_entry().filter(|_| vote.public_key().is_none());
        let closed = VoteClosed {
            of,
            counted: vote.standing_ballots(),
            seed,
            unheard,
            second: second.map(|second| second.told(true)),
            ..VoteClosed::default()
        };
        Ok((EventKind::Vote(VoteEvent::Closed(closed.into())), Vec::new()))
    }

    pub(in crate::workshop) fn vote_reveal(&self, c: &VoteReveal) -> Outcome {
        let (of, _) = self.vote_in(&c.vote, Stage::Closed)?;
        Ok((EventKind::Vote(VoteEvent::Revealed(About { of })), Vec::new()))
    }
}
