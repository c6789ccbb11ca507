//! What was decided in the end: the result of a vote together with the run-offs of its tie.

use std::collections::BTreeSet;

use super::findings::{runoff_held, runoff_of};
use super::outcome::{Forward, Outcome, Results};
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;
use crate::workshop::votes::Vote;

/// The result of a closed vote with the run-off of its tie taken in, as far as the run-off's result is told: of those who were tied it
/// says who goes forward and who does not. Where the run-off is tied itself, they are tied as it leaves them. Of those who share a
/// rank the ones that go forward come first.
pub(crate) fn result(results: &Results<'_>, vote: EventId, told: impl Fn(&Vote) -> bool) -> Option<Outcome> {
    taken_in(results, vote, &told, &mut BTreeSet::new())
}

fn taken_in(
    results: &Results<'_>,
    key: EventId,
    told: &impl Fn(&Vote) -> bool,
    known: &mut BTreeSet<EventId>,
) -> Option<Outcome> {
    let mut outcome = results.of(key)?.clone();
    known.insert(key);
    let vote = results.workshop.votes.get(key).filter(|_| outcome.settled.owed > 0);
    // No vote is prepared as the run-off of a later one; files from elsewhere may say so all the same.
    let held = vote.and_then(|vote| runoff_held(results, vote)).filter(|held| !known.contains(&held.key()));
    let Some(runoff) =
        held.filter(|held| told(held)).and_then(|held| taken_in(results, held.key(), told, known))
    else {
        return Some(outcome);
    };
    for row in outcome.rows.iter_mut().filter(|row| row.forward == Forward::Tied) {
        row.forward = if runoff.settled.forward.contains(&row.option) {
            Forward::Yes
        } else if runoff.settled.tied.contains(&row.option) {
            Forward::Tied
        } else {
            Forward::No
        };
    }
    let order = |forward: Forward| match forward {
        Forward::Yes => 0,
        Forward::Tied => 1,
        Forward::No => 2,
    };
    outcome.rows.sort_by_key(|row| (row.rank, order(row.forward)));
    let in_order = |forward| -> Vec<EventId> {
        outcome.rows.iter().filter(|row| row.forward == forward).map(|row| row.option).collect()
    };
    outcome.settled.forward = in_order(Forward::Yes);
    outcome.settled.tied = in_order(Forward::Tied);
    outcome.settled.owed = runoff.settled.owed;
    Some(outcome)
}

/// The vote whose tie this one settles, or whose run-off's tie; this one where it is no run-off.
pub(crate) fn first_of<'a>(results: &Results<'a>, vote: &'a Vote, told: impl Fn(&Vote) -> bool) -> &'a Vote {
    let mut known = BTreeSet::from([vote.key()]);
    let mut first = vote;
    while let Some(of) = runoff_of(results, first).filter(|of| told(of) && known.insert(of.key())) {
        first = of;
    }
    first
}
