//! Votes in the making: prepared, changed, removed, gates waived.

use std::sync::Arc;

use super::super::super::command::{VoteChange, VotePrepare, VoteRemove, VoteWaive};
use super::super::super::event::{About, Happening, VoteSet, VoteWaived};
use super::super::super::id::EventId;
use super::super::super::refusal::Refusal;
use super::super::super::votes::{Stage, TIES};
use super::super::{Desk, Outcome, check};
use super::Gate;

/// The most options of one vote, and the most dots of one ballot.
const MOST_OPTIONS: usize = 500;
pub(super) const MOST_DOTS: u32 = 10_000;
/// The usual share of supporters that counts as agreement.
const USUAL_THRESHOLD: f64 = 0.75;

impl Desk<'_> {
    pub(in super::super) fn vote_prepare(&self, c: &VotePrepare) -> Outcome {
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

    pub(in super::super) fn vote_change(&self, c: &VoteChange) -> Outcome {
        if let Some(outcome) = self.budget_change(c) {
            return outcome;
        }
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

    pub(in super::super) fn vote_remove(&self, c: &VoteRemove) -> Outcome {
        let (of, _) = self.vote_in(&c.vote, Stage::Prepared)?;
        Ok((Happening::VoteRemoved(About { of }), Vec::new()))
    }

    pub(in super::super) fn vote_waive(&self, c: &VoteWaive) -> Outcome {
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

    fn options(&self, names: &[Arc<str>]) -> Result<Vec<EventId>, Refusal> {
        let options = check::find_all(&self.workshop.proposals, "proposal", names)?;
        match options.len() {
            0 => Err(Refusal::empty("options")),
            many if many > MOST_OPTIONS => Err(Refusal::too_many("options", MOST_OPTIONS)),
            _ => Ok(options),
        }
    }
}

fn count(options: &[EventId]) -> u32 {
    u32::try_from(options.len()).unwrap_or(u32::MAX).max(1)
}

fn share(share: f64) -> Result<f64, Refusal> {
    if (0.0..=1.0).contains(&share) { Ok(share) } else { Err(Refusal::out_of_range("threshold", 0, 1)) }
}
