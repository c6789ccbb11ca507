//! Votes before there is anything to vote on.

use super::finding::{Finding, Kind};
use super::layout::{Day, Placed};
use crate::workshop::Workshop;
use crate::workshop::thing::Thing;
use crate::workshop::votes::Stage;

pub(super) fn check(workshop: &Workshop, days: &[Day<'_>], found: &mut Vec<Finding>) {
    // What was withdrawn is not voted on; an idea can be made a proposal at any time.
    let any = workshop.proposals.iter().any(|proposal| proposal.state() != "withdrawn")
        || workshop.ideas.iter().next().is_some();
    let all = days.iter().flat_map(|day| &day.items);
    let before = all.take_while(|placed| !(any || proposes(placed)));
    let too_early = before.filter(|placed| placed.item.kind() == "vote");
    found.extend(too_early.map(|placed| placed.finds(Kind::VoteTooEarly)));
    for vote in workshop.votes.iter().filter(|vote| vote.stage() == Stage::Prepared) {
        if !vote.options().iter().any(|option| workshop.proposals.get(*option).is_some()) {
            found.push(Finding { vote: Some(vote.key()), ..Finding::new(Kind::VoteWithoutOptions) });
        }
    }
}

/// Whether something could be proposed in an item: people work in it, and do not only listen. Of kinds that are somebody's
/// own nothing is known, so they could.
fn proposes(placed: &Placed<'_>) -> bool {
    !placed.is_pause() && !matches!(placed.item.kind(), "plenary" | "vote")
}
