//! Hands counted instead of ballots, people who vote for others, and devices that were not heard from.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::SignedDuration;

use super::numbers::day_at;
use crate::workshop::Workshop;
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::{Event, EventKind};
use crate::workshop::refusal::Refusal;
use crate::workshop::votes::ballot_rules::Method;
use crate::workshop::votes::commands::{VoteCount, VoteProxy};
use crate::workshop::votes::events::{VoteCounted, VoteEvent, VoteProxied};
use crate::workshop::votes::paper::MOST_PRINTED;
use crate::workshop::votes::{Hands, Stage, Vote, Voter, Votes};

/// How far back before an opening a device counts as one of that day, where the day is none of the meeting's.
const A_DAY: SignedDuration = SignedDuration::from_hours(24);

impl Decider<'_> {
    pub(in crate::workshop) fn vote_count(&self, c: &VoteCount) -> Outcome {
        let (of, vote) = self.vote_in(&c.vote, Stage::Open)?;
        if vote.is_secret() || vote.public_key().is_some() {
            return Err(Refusal::state("refused-hands-secret", &c.vote));
        }
        if !vote.takes_hands() {
            return Err(Refusal::new("method", "refused-hands-method"));
        }
        if vote.has_ballots() || vote.has_checks() {
            return Err(Refusal::state("refused-hands-after-ballots", &c.vote));
        }
        let voters = check::within("voters", c.voters, 1, MOST_PRINTED)?;
        let mut hands = Votes::new();
        let mut all = 0_u64;
        for (option, given) in &c.hands {
            let key = check::find(&self.workshop.proposals, "proposal", option)?;
            if !vote.options().contains(&key) {
                return Err(Refusal::unknown("option", option));
            }
            if hands.insert(key, *given).is_some() {
                return Err(Refusal::taken("option", option));
            }
            if *given > voters {
                return Err(Refusal::new("out-of-range", "refused-hands-over-voters")
                    .with("id", option)
                    .with("given", given)
                    .with("most", voters));
            }
            all += u64::from(*given);
        }
        let most = u64::from(vote.dots()) * u64::from(voters);
        if vote.method() == Method::Dots && all > most {
            return Err(Refusal::new("over-budget", "refused-hands-over-budget")
                .with("given", all)
                .with("most", most)
                .with("dots", vote.dots()));
        }
        hands.retain(|_, given| *given > 0);
        if vote.hands() == Some(&Hands { hands: hands.clone(), voters }) {
            return Err(Refusal::nothing("vote"));
        }
        let mut over = Vec::new();
        vote.hands_written.over(&mut over);
        Ok((EventKind::Vote(VoteEvent::Counted(VoteCounted { of, hands, voters })), over))
    }

    pub(in crate::workshop) fn vote_proxy(&self, c: &VoteProxy) -> Outcome {
        let prepared = self.vote_in(&c.vote, Stage::Prepared);
        let (of, vote) = prepared.or_else(|_| self.vote_in(&c.vote, Stage::Open))?;
        let person = check::find(&self.workshop.people, "person", &c.person)?;
        let no_voter = |name: &str| Refusal::new("not-a-voter", "refused-not-a-voter").with("id", name);
        if !vote.may_vote(person) {
            return Err(no_voter(&c.person));
        }
        let label = |key| self.workshop.people.label(key).into_owned();
        if vote.has_voted(Voter::Seat(person)) {
            return Err(Refusal::new("voted", "refused-voted").with("id", label(person)));
        }
        let by = match c.by.as_deref().map(str::trim).filter(|by| !by.is_empty()) {
            None => None,
            Some(name) => {
                let by = check::find(&self.workshop.people, "person", name)?;
                if by == person {
                    return Err(Refusal::new("proxy", "refused-proxy-oneself").with("id", label(by)));
                }
                if !vote.may_vote(by) {
                    return Err(no_voter(name));
                }
                let day = day_at(self.workshop, self.at);
                if !self.workshop.people.get(by).is_some_and(|holder| holder.is_present(day)) {
                    return Err(Refusal::new("proxy", "refused-proxy-away").with("id", label(by)));
                }
                // Neither may the holder have given away their own vote, nor the giver hold another's.
                let chained = vote.proxy_of(by).map(|_| by);
                let held = vote.proxies_given().any(|(_, holder)| holder == person).then_some(person);
                if let Some(link) = chained.or(held) {
                    let message = if link == by { "refused-proxy-given" } else { "refused-proxy-held" };
                    return Err(Refusal::new("proxy", message).with("id", label(link)));
                }
                Some(by)
            }
        };
        let register = vote.proxies.get(&person);
        let torn = register.is_some_and(|register| register.is_conflicted());
        if vote.proxy_of(person) == by && !torn {
            return Err(Refusal::nothing("vote"));
        }
        let mut over = Vec::new();
        if let Some(register) = register {
            register.over(&mut over);
        }
        Ok((EventKind::Vote(VoteEvent::Proxied(VoteProxied { of, person, by })), over))
    }
}

/// The devices that wrote on the day of the opening and from which nothing has come since, but for the one that asks: what
/// was entered on them is not here yet, and will be too late once the vote is closed.
pub(crate) fn unheard(workshop: &Workshop, vote: &Vote, here: &str) -> Vec<Arc<str>> {
    let (Some(opening), Some(at)) = (vote.opened_by().and_then(|id| workshop.event(id)), vote.opened_at())
    else {
        return Vec::new();
    };
    let day = workshop.meeting.day_at(at);
    let that_day = |event: &Event| match day {
        Some(_) => workshop.meeting.day_at(event.frame.at) == day,
        None => event.frame.at.duration_until(at) < A_DAY,
    };
    let (mut before, mut since) = (BTreeSet::new(), BTreeSet::new());
    for event in workshop.events().filter(|event| !event.frame.base) {
        if event.stamp >= opening.stamp {
            since.insert(&event.device);
        } else if that_day(event) {
            before.insert(&event.device);
        }
    }
    let silent = before.into_iter().filter(|device| !since.contains(device) && ***device != *here);
    silent.cloned().collect()
}
