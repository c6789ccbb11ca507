//! What the result of a vote of the session is worth: the findings of the tally on its ballots, by the groups of its voters.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::outcome::{self, Ballots, Results};
use crate::tally::Share;
use crate::tally::findings::{Counted, Findings, Poll, findings};
use crate::tally::pabulib::Utility;
use crate::tally::solid::Memberships;
use crate::workshop::Workshop;
use crate::workshop::event::{Event, EventKind};
use crate::workshop::id::EventId;
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;
use crate::workshop::votes::events::VoteEvent;
use crate::workshop::votes::paper::Groups;
use crate::workshop::votes::{Stage, Vote, Voter};

/// What is held against the ranking; none before the vote is closed, and where no ballot counts.
///
/// Where everybody votes on the same options again by the same method, the last such vote that was closed before this one was
/// opened is the round before.
pub fn of(workshop: &Workshop, vote: EventId) -> Option<Findings> {
    let vote = workshop.votes.get(vote)?;
    let now = Counting::of(workshop, vote)?;
    let before = round_before(workshop, vote).and_then(|before| Counting::of(workshop, before));
    let before = before.as_ref().map(Counting::poll);
    Some(findings(&now.poll(), &Counted::of(&now.ballots.sorted.profile), before.as_ref()))
}

/// The vote of which this one is another round.
pub(crate) fn round_before<'a>(workshop: &'a Workshop, vote: &Vote) -> Option<&'a Vote> {
    let opened = vote.opened_at()?;
    let options = |vote: &Vote| {
        let mut options = vote.options().to_vec();
        options.sort_unstable();
        options
    };
    let same = |other: &&Vote| {
        other.key() != vote.key() && other.method() == vote.method() && options(other) == options(vote)
    };
    let earlier = workshop.votes.iter().filter(same);
    let closed = earlier.filter_map(|other| Some((other.closed_at()?, other)));
    let known = closed.filter(|(closed, other)| (*closed, other.key()) < (opened, vote.key()));
    known.max_by_key(|(closed, other)| (*closed, other.key())).map(|(_, other)| other)
}

/// The vote of which this one is the run-off: the one for which it was prepared. Where nobody said so: closed before, with these very
/// options tied on its line and as many places owed; of several the one that closed last.
pub fn runoff_of<'a>(results: &Results<'a>, vote: &Vote) -> Option<&'a Vote> {
    let workshop = results.workshop;
    let opened = vote.opened_at()?;
    if let Some(of) = vote.settles.get().and_then(|of| workshop.votes.get(*of)) {
        return (of.stage() >= Stage::Closed).then_some(of);
    }
    let options: BTreeSet<EventId> = vote.options().iter().copied().collect();
    // What costs nothing to know goes first.
    let could = |other: &&Vote| {
        other.seats() >= vote.seats() && options.iter().all(|option| other.options().contains(option))
    };
    let owes = |other: &&Vote| {
        let settled = results.of(other.key()).map(|outcome| &outcome.settled);
        settled.is_some_and(|settled| {
            settled.owed == vote.seats() as usize
                && settled.tied.iter().copied().collect::<BTreeSet<_>>() == options
        })
    };
    let before = |at| move |other: &&Vote| (at, other.key()) < (opened, vote.key());
    let earlier = workshop.votes.iter().filter(|other| other.closed_at().is_some_and(|at| before(at)(other)));
    earlier.filter(could).filter(owes).max_by_key(|other| (other.closed_at(), other.key()))
}

/// The run-off of this vote: the first that was opened.
pub(crate) fn runoff_held<'a>(results: &Results<'a>, vote: &Vote) -> Option<&'a Vote> {
    let of = |other: &&Vote| runoff_of(results, other).is_some_and(|known| known.key() == vote.key());
    let tied = results.of(vote.key()).map_or(0, |outcome| outcome.settled.tied.len());
    let could = |other: &&Vote| tied > 0 && other.options().len() == tied;
    results
        .workshop
        .votes
        .iter()
        .filter(could)
        .filter(of)
        .min_by_key(|other| (other.opened_at(), other.key()))
}

/// The vote of which this one is the second stage: closed before, the first of two, with all of these options among those that went
/// forward there or were tied on its line, and as many places as it said. A vote that is not open yet is one as well.
pub fn second_stage_of<'a>(results: &Results<'a>, vote: &Vote) -> Option<&'a Vote> {
    let before = |other: &&Vote| {
        let (closed, opened) = (other.closed_at(), vote.opened_at());
        let known =
            closed.is_some_and(|at| opened.is_none_or(|opened| (at, other.key()) < (opened, vote.key())));
        known && other.key() != vote.key() && other.then() == Some(vote.seats())
    };
    let among = |other: &&Vote| {
        let shortlist = shortlist(results, other.key());
        vote.options().len() > 1 && vote.options().iter().all(|option| shortlist.contains(option))
    };
    let runoff = runoff_of(results, vote).map(Thing::key);
    let earlier = results.workshop.votes.iter().filter(before).filter(|it| Some(it.key()) != runoff);
    earlier.filter(among).max_by_key(|other| (other.closed_at(), other.key()))
}

/// What a closed vote sends to a second stage, in the order of its ballot: those that go forward, and whatever is tied on the line,
/// since a few more do a shortlist no harm.
pub(crate) fn shortlist(results: &Results<'_>, vote: EventId) -> Vec<EventId> {
    let Some(outcome) = results.of(vote) else { return Vec::new() };
    let goes = |option: &EventId| {
        outcome.rows.iter().any(|row| row.option == *option && row.forward != outcome::Forward::No)
    };
    let options = results.workshop.votes.get(vote).map(Vote::options).unwrap_or_default();
    options.iter().copied().filter(goes).collect()
}

/// A vote with all that the findings stand on.
struct Counting {
    options: Vec<String>,
    groups: Vec<String>,
    memberships: Memberships,
    ballots: Ballots,
    seats: usize,
    tie: crate::tally::Tie,
    seed: u64,
    threshold: Share,
    costs: Vec<u64>,
}

impl Counting {
    fn of(workshop: &Workshop, vote: &Vote) -> Option<Self> {
        if vote.stage() < Stage::Closed {
            return None;
        }
        let ballots = outcome::ballots(vote);
        if ballots.sorted.profile.ballots() == 0 {
            return None;
        }
        let mut groups: BTreeMap<String, u32> = BTreeMap::new();
        let of_voters = groups_of_voters(workshop, vote, &ballots.voters);
        groups.extend(of_voters.iter().flatten().map(|group| (group.clone(), 0)));
        groups.values_mut().zip(0..).for_each(|(number, place)| *number = place);
        let numbers = |of: &Vec<String>| of.iter().filter_map(|group| groups.get(group).copied()).collect();
        let of = of_voters.iter().map(numbers).collect();
        let label = |option: &EventId| workshop.proposals.label(*option).into_owned();
        Some(Self {
            options: vote.options().iter().map(label).collect(),
            memberships: Memberships { groups: groups.len(), of },
            groups: groups.into_keys().collect(),
            seats: vote.seats() as usize,
            tie: outcome::tie(vote),
            seed: vote.seed(),
            threshold: outcome::threshold(vote),
            costs: vec![1; vote.options().len()],
            ballots,
        })
    }

    fn poll(&self) -> Poll<'_> {
        Poll {
            options: &self.options,
            groups: &self.groups,
            memberships: &self.memberships,
            profile: &self.ballots.sorted.profile,
            seats: self.seats,
            tie: self.tie,
            seed: self.seed,
            threshold: self.threshold,
            // Each option takes one of the places.
            money: (&self.costs, self.seats as u64),
            utility: Utility::Dots,
        }
    }
}

/// The groups of each voter, such as `language=ru`: of a seat by the roster, of a paper by what was said with it.
fn groups_of_voters(workshop: &Workshop, vote: &Vote, voters: &[Voter]) -> Vec<Vec<String>> {
    let mut said: BTreeMap<u32, &Groups> = open_papers(workshop, vote);
    said.extend(vote.groups_of_papers());
    let named = |group: &str, value: &str| format!("{group}={value}");
    let of = |voter: &Voter| match voter {
        Voter::Paper(number) => {
            let groups = said.get(number).into_iter().flat_map(|groups| groups.iter());
            groups.map(|(group, value)| named(group, value)).collect()
        }
        Voter::Seat(seat) => {
            let Some(person) = workshop.people.any(*seat) else { return Vec::new() };
            let language = person.languages().iter().find_map(|code| Lang::from_code(code)).map(Lang::code);
            let kind = person.kind.get().map(AsRef::as_ref);
            let country = person.country.get().map(AsRef::as_ref);
            let groups = [("language", language), ("kind", kind), ("country", country)];
            let known = groups.into_iter().filter_map(|(group, value)| Some((group, value?)));
            known.filter(|(_, value)| !value.is_empty()).map(|(group, value)| named(group, value)).collect()
        }
    };
    voters.iter().map(of).collect()
}

/// What was said with the papers of a vote that is not secret: with a correction, else with the ballot.
fn open_papers<'a>(workshop: &'a Workshop, vote: &Vote) -> BTreeMap<u32, &'a Groups> {
    let cast = |event: &'a Arc<Event>| match &event.kind {
        EventKind::Vote(VoteEvent::Cast(cast)) | EventKind::Vote(VoteEvent::Corrected(cast)) => {
            Some((event.id, cast))
        }
        _ => None,
    };
    let casts = workshop.events_about(vote.key()).into_iter().filter_map(cast);
    let here = casts.filter(|(id, cast)| cast.of == vote.key() && workshop.counts(*id));
    here.filter_map(|(_, cast)| Some((cast.paper?, &cast.groups)))
        .filter(|(_, groups)| !groups.is_empty())
        .collect()
}
