//! One run of Equal Shares: buy what asks least a utility, until nothing can be paid any more.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use super::candidate::{Candidate, Offer, Payers, Purses};
use super::election::Election;
use super::ledger::Ledger;

/// What a run bought.
pub(super) struct Bought {
    /// In the order of buying, without what costs nothing.
    pub(super) projects: Vec<usize>,
    /// Who paid for each of these.
    pub(super) payers: Vec<Payers>,
    /// The exact prices.
    pub(super) ledger: Ledger,
}

/// Buys from an endowment that all voters share equally. Candidates wait by a lower bound of what they ask: what they asked last,
/// since prices only rise; only those that might be the cheapest are asked again. None if more than `limit` is spent.
pub(super) fn run(election: &Election, projects: &[usize], endowment: u128, limit: u64) -> Option<Bought> {
    let mut purses = Purses::new(election, endowment);
    let (mut bought, mut payers, mut spent) = (Vec::new(), Vec::new(), 0_u64);
    let mut candidates: Vec<Candidate> = Vec::new();
    let mut waiting: BinaryHeap<Reverse<(u128, usize)>> = BinaryHeap::new();
    for project in projects.iter().filter(|project| u128::from(election.cost(**project)) <= endowment) {
        let (candidate, least) = purses.candidate(*project);
        waiting.push(Reverse((least, candidates.len())));
        candidates.push(candidate);
    }
    while let Some((place, offer)) = cheapest(&purses, &mut candidates, &mut waiting) {
        let Some(candidate) = candidates.get(place) else { break };
        bought.push(candidate.project);
        spent = spent.saturating_add(election.cost(candidate.project));
        if spent > limit {
            return None;
        }
        payers.push(purses.buy(candidate, offer));
    }
    Some(Bought { projects: bought, payers, ledger: purses.ledger })
}

/// Takes the candidate that asks least out of those that wait.
fn cheapest(
    purses: &Purses<'_>,
    candidates: &mut [Candidate],
    waiting: &mut BinaryHeap<Reverse<(u128, usize)>>,
) -> Option<(usize, Offer)> {
    let mut best: Option<(usize, Offer)> = None;
    let mut asked: Vec<Reverse<(u128, usize)>> = Vec::new();
    while let Some(Reverse((least, place))) = waiting.peek().copied() {
        if best.as_ref().is_some_and(|(_, best)| least > best.high) {
            break;
        }
        waiting.pop();
        let Some(mut offer) = candidates.get_mut(place).and_then(|candidate| purses.offer(candidate)) else {
            continue;
        };
        let Some((held, mut holding)) = best.take() else {
            best = Some((place, offer));
            continue;
        };
        let (Some(new), Some(old)) = (candidates.get(place), candidates.get(held)) else { continue };
        if purses.better(new, &mut offer, old, &mut holding) {
            asked.push(Reverse((holding.low, held)));
            best = Some((place, offer));
        } else {
            asked.push(Reverse((offer.low, place)));
            best = Some((held, holding));
        }
    }
    waiting.extend(asked);
    best
}
