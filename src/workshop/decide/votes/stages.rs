//! A vote opens, closes and is shown.

use super::super::super::command::{VoteClose, VoteOpen, VoteReveal};
use super::super::super::event::{About, Happening, VoteClosed, VoteOpened};
use super::super::super::refusal::Refusal;
use super::super::super::votes::Stage;
use super::super::{Desk, Outcome};

impl Desk<'_> {
    pub(in super::super) fn vote_open(&self, c: &VoteOpen) -> Outcome {
        let (of, vote) = self.vote_in(&c.vote, Stage::Prepared)?;
        if vote.options().iter().filter(|option| self.workshop.proposals.get(**option).is_some()).count() < 2
        {
            return Err(Refusal::state("refused-too-few-options", &c.vote));
        }
        let mut rules = Vec::new();
        vote.over_rules(&mut rules);
        let key = self.context.ballot_key.clone().filter(|_| vote.is_secret());
        Ok((Happening::VoteOpened(VoteOpened { of, key }), rules))
    }

    pub(in super::super) fn vote_close(&self, c: &VoteClose) -> Outcome {
        let (of, vote) = self.vote_in(&c.vote, Stage::Open)?;
        let seed = (vote.tie() == "lot").then_some(self.context.seed);
        let closed = VoteClosed { of, counted: vote.standing_ballots(), seed, ..VoteClosed::default() };
        Ok((Happening::VoteClosed(closed), Vec::new()))
    }

    pub(in super::super) fn vote_reveal(&self, c: &VoteReveal) -> Outcome {
        let (of, _) = self.vote_in(&c.vote, Stage::Closed)?;
        Ok((Happening::VoteRevealed(About { of }), Vec::new()))
    }
}
