//! Votes in the making: prepared, changed, removed, gates waived.

use std::sync::Arc;

use super::Gate;
use super::numbers::{Asked, Dots};
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::{About, EventKind};
use crate::workshop::id::EventId;
use crate::workshop::refusal::Refusal;
use crate::workshop::votes::ballot_rules::Method;
use crate::workshop::votes::commands::{VoteChange, VoteDismiss, VotePrepare, VoteRemove, VoteWaive};
use crate::workshop::votes::events::{VoteDismissed, VoteEvent, VoteSet, VoteWaived};
use crate::workshop::votes::{Stage, TIES, pair};

/// The most options of one vote.
const MOST_OPTIONS: usize = 500;
/// The most seats that can be named as voters: as many as fit into a line of the session file.
const MOST_VOTERS: usize = 5_000;
/// The usual share of supporters that counts as agreement.
const USUAL_THRESHOLD: f64 = 0.75;

impl Decider<'_> {
    pub(in crate::workshop) fn vote_prepare(&self, c: &VotePrepare) -> Outcome {
        let options = self.options(&c.options)?;
        let method = method(&c.method)?;
        let voters = check::maybe(c.voters.as_ref(), |voters: &Vec<_>| self.voters(voters))?;
        let voters = voters.filter(|voters| !voters.is_empty());
        let asked = Asked { dots: c.dots, cap: c.cap, rule: c.dots_rule.as_deref() };
        let here = self.voters_now(voters.as_ref().map_or(0, Vec::len));
        let Dots { dots, cap, rule } = asked.settle(method, options.len(), here, None)?;
        let seats = check::within("seats", c.seats.unwrap_or(3.min(count(&options))), 1, count(&options))?;
        let set = VoteSet {
            of: None,
            id: check::free(&self.workshop.votes, "vote", self.id.as_ref())?,
            title: Some(check::needed_text("title", &c.title)?),
            method: Some(method.name().into()),
            dots,
            cap,
            seats: Some(seats),
            secret: Some(c.secret.unwrap_or(true)),
            tie: Some(check::one_of("tie", c.tie.as_deref().unwrap_or("runoff"), &TIES)?),
            threshold: Some(share(c.threshold.unwrap_or(USUAL_THRESHOLD))?),
            then: c.then.filter(|then| *then > 0).map(|then| second(then, seats)).transpose()?,
            runoff_of: check::maybe(c.runoff_of.as_ref(), |of: &Arc<str>| self.closed_vote(of))?,
            options: Some(options),
            dots_rule: rule,
            voters,
        };
        Ok((EventKind::Vote(VoteEvent::Prepared(Box::new(set))), Vec::new()))
    }

    /// A vote that is closed, by its id.
    fn closed_vote(&self, id: &str) -> Result<EventId, Refusal> {
        let key = check::find(&self.workshop.votes, "vote", id)?;
        let closed = self.workshop.votes.get(key).is_some_and(|vote| vote.stage() >= Stage::Closed);
        if closed { Ok(key) } else { Err(Refusal::state("refused-vote-not-closed", id)) }
    }

    pub(in crate::workshop) fn vote_change(&self, c: &VoteChange) -> Outcome {
        if let Some(outcome) = self.budget_change(c) {
            return outcome;
        }
        let (of, vote) = self.vote_in(&c.vote, Stage::Prepared)?;
        let options = check::maybe(c.options.as_ref(), |options: &Vec<_>| self.options(options))?;
        let many = options.as_ref().map_or_else(|| count(vote.options()), |options| count(options));
        let named = check::maybe(c.method.as_ref(), |name: &str| method(name))?;
        let now = named.unwrap_or(vote.method());
        let voters = check::maybe(c.voters.as_ref(), |voters: &Vec<_>| self.voters(voters))?;
        let asked = Asked { dots: c.dots, cap: c.cap, rule: c.dots_rule.as_deref() };
        let here = self.voters_now(voters.as_ref().map_or(vote.voters_named().len(), Vec::len));
        // A vote that turns to dots gets the usual number of them.
        let had = Some(vote.dots()).filter(|dots| vote.method() == Method::Dots && *dots > 0);
        let Dots { dots, cap, rule } = asked.settle(now, many as usize, here, had)?;
        let seats = check::maybe(c.seats.as_ref(), |seats| check::within("seats", *seats, 1, many))?;
        let set = VoteSet {
            of: Some(of),
            id: None,
            title: check::maybe(c.title.as_ref(), |text| check::needed_text("title", text))?,
            options,
            method: named.map(|method| method.name().into()),
            dots,
            cap,
            then: c.then.map(|then| second(then, seats.unwrap_or(vote.seats()))).transpose()?,
            runoff_of: None,
            seats,
            secret: c.secret,
            tie: check::maybe(c.tie.as_ref(), |tie: &str| check::one_of("tie", tie, &TIES))?,
            threshold: c.threshold.map(share).transpose()?,
            dots_rule: rule,
            voters,
        };
        if set == (VoteSet { of: Some(of), ..VoteSet::default() }) {
            return Err(Refusal::nothing("vote"));
        }
        let mut over = Vec::new();
        vote.over_fields(&set, &mut over);
        Ok((EventKind::Vote(VoteEvent::Changed(Box::new(set))), over))
    }

    pub(in crate::workshop) fn vote_remove(&self, c: &VoteRemove) -> Outcome {
        let (of, _) = self.vote_in(&c.vote, Stage::Prepared)?;
        Ok((EventKind::Vote(VoteEvent::Removed(About { of })), Vec::new()))
    }

    pub(in crate::workshop) fn vote_waive(&self, c: &VoteWaive) -> Outcome {
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
        Ok((EventKind::Vote(VoteEvent::Waived(VoteWaived { of, gate, reason })), over))
    }

    pub(in crate::workshop) fn vote_dismiss(&self, c: &VoteDismiss) -> Outcome {
        let (of, vote) = self.vote_in(&c.vote, Stage::Prepared)?;
        let options = check::find_all(&self.workshop.proposals, "proposal", &c.options)?;
        let stranger = c.options.iter().zip(&options).find(|(_, key)| !vote.options().contains(key));
        if let Some((name, _)) = stranger {
            return Err(Refusal::unknown("option", name));
        }
        let Some(pair) = pair(&options) else {
            return Err(Refusal::new("two-options", "refused-two-options"));
        };
        let reason = check::maybe(c.reason.as_ref(), |reason: &str| check::line("reason", reason))?;
        let reason = reason.filter(|reason| !reason.is_empty());
        let mut over = Vec::new();
        if let Some(register) = vote.dismissed.get(&pair) {
            register.over(&mut over);
        }
        Ok((
            EventKind::Vote(VoteEvent::Dismissed(VoteDismissed { of, options: pair.to_vec(), reason })),
            over,
        ))
    }

    fn voters(&self, names: &[Arc<str>]) -> Result<Vec<EventId>, Refusal> {
        let voters = check::find_all(&self.workshop.people, "person", names)?;
        if voters.len() > MOST_VOTERS { Err(Refusal::too_many("voters", MOST_VOTERS)) } else { Ok(voters) }
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

/// The method of that name.
fn method(name: &str) -> Result<Method, Refusal> {
    let name = check::one_of("method", name, &Method::ALL.map(Method::name))?;
    Method::from_name(&name).ok_or_else(|| Refusal::empty("method"))
}

fn count(options: &[EventId]) -> u32 {
    u32::try_from(options.len()).unwrap_or(u32::MAX).max(1)
}

/// How many go forward in a second stage: fewer than in the first, or 0 for none.
fn second(then: u32, seats: u32) -> Result<u32, Refusal> {
    check::within("then", then, 0, seats.saturating_sub(1))
}

fn share(share: f64) -> Result<f64, Refusal> {
    if (0.0..=1.0).contains(&share) { Ok(share) } else { Err(Refusal::out_of_range("threshold", 0, 1)) }
}
