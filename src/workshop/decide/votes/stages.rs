//! A vote opens, closes and is shown.

use super::super::super::command::{VoteClose, VoteOpen, VoteReveal};
use super::super::super::event::{About, Happening, VoteClosed, VoteOpened};
use super::super::super::refusal::Refusal;
use super::super::super::votes::Stage;
use super::super::{Desk, Outcome};
use super::{frozen, open_gates};

impl Desk<'_> {
    pub(in super::super) fn vote_open(&self, c: &VoteOpen) -> Outcome {
        let (of, vote) = self.vote_in(&c.vote, Stage::Prepared)?;
        let there = vote.options().iter().filter(|option| self.workshop.proposals.get(**option).is_some());
        if there.count() < vote.method().fewest_options() {
            return Err(Refusal::state("refused-too-few-options", &c.vote));
        }
        let mut rules = Vec::new();
        vote.over_rules(&mut rules);
        let opened = VoteOpened {
            of,
            gates: open_gates(self.workshop, vote).into_iter().map(Into::into).collect(),
            hash: Some(frozen::hash(self.workshop, vote).into()),
            order: Some(self.context.seed),
        };
        Ok((Happening::VoteOpened(opened), rules))
    }

    pub(in super::super) fn vote_close(&self, c: &VoteClose) -> Outcome {
        let (of, vote) = self.vote_in(&c.vote, Stage::Open)?;
        let seed = (vote.tie() == "lot").then_some(self.context.seed);
        Ok((Happening::VoteClosed(VoteClosed { of, counted: vote.standing_ballots(), seed }), Vec::new()))
    }

    pub(in super::super) fn vote_reveal(&self, c: &VoteReveal) -> Outcome {
        let (of, _) = self.vote_in(&c.vote, Stage::Closed)?;
        Ok((Happening::VoteRevealed(About { of }), Vec::new()))
    }
}
