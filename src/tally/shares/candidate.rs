//! What a project would ask of its supporters now: its price, as far as it has to be known.
//!
//! Amounts are first held between two whole numbers in fixed point. Where these do not tell which of two amounts is larger,
//! exact numbers do: nothing is decided by a rounded one.

use std::cmp::Ordering;

use num_bigint::BigInt;

use super::election::Election;
use super::ledger::Ledger;

/// The lower bound of a voter who has nothing left.
const BROKE: i64 = i64::MIN;

/// What voters have left.
pub(super) struct Purses<'a> {
    pub(super) election: &'a Election,
    pub(super) ledger: Ledger,
    /// For each voter a lower bound in fixed point; the amount is at most `slack` above it.
    low: Vec<i64>,
    slack: i64,
    /// For each project, its place among those bought.
    slots: Vec<Option<usize>>,
}

/// A project that may still be bought.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) project: usize,
    pub(super) gain: u64,
    cost: i128,
    /// Supporters with something left, and their weights; the first `poor` of them pay all they have.
    backers: Vec<(u32, u32)>,
    poor: usize,
}

/// What a project asks for.
pub(super) struct Offer {
    /// Bounds of the price of one utility, in fixed point.
    pub(super) low: u128,
    pub(super) high: u128,
    /// The weight of those who pay in full.
    pub(super) weight: u64,
    /// Those who pay in full and have nothing left then.
    equal: Vec<u32>,
    /// The sum that they divide among them, once somebody wanted it exactly.
    exact: Option<BigInt>,
}

/// How many pay in full, and how many all they have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Payers {
    pub(super) full: usize,
    /// The weight of those who pay in full.
    pub(super) weight: u64,
    pub(super) poor: usize,
}

/// A price a weight in fixed point as a price a utility, with 64 more bits.
fn by_gain(price: i128, gain: u64, up: bool) -> u128 {
    let price = u128::try_from(price).unwrap_or(0).min(u128::MAX >> 64) << 64;
    let gain = u128::from(gain.max(1));
    if up { price.div_ceil(gain) } else { price / gain }
}

impl<'a> Purses<'a> {
    pub(super) fn new(election: &'a Election, endowment: u128) -> Self {
        let voters = election.ballots().len();
        let ledger = Ledger::new(endowment, voters);
        let low = vec![ledger.fixed_share(); voters];
        Self { election, ledger, low, slack: 1, slots: vec![None; election.projects().len()] }
    }

    fn low(&self, voter: u32) -> i64 {
        self.low.get(voter as usize).copied().unwrap_or(BROKE)
    }

    fn set(&mut self, voter: u32, low: i64) {
        if let Some(purse) = self.low.get_mut(voter as usize) {
            *purse = low;
        }
    }

    /// A project as a candidate, and a lower bound of what it will ever ask a utility. It must cost no more than the endowment.
    pub(super) fn candidate(&self, project: usize) -> (Candidate, u128) {
        let backers = self.election.backers(project).to_vec();
        let gain = self.election.projects().get(project).map_or(1, |project| project.gain);
        let cost = self.ledger.fixed_cost(self.election.cost(project));
        let weight: u64 = backers.iter().map(|(_, weight)| u64::from(*weight)).sum();
        let least = by_gain(cost / i128::from(weight.max(1)), gain, false);
        (Candidate { project, gain, cost, backers, poor: 0 }, least)
    }

    /// What voters with something left have together, exactly.
    fn together(&self, voters: &[(u32, u32)]) -> BigInt {
        let mut weights = vec![0_u64; self.ledger.len()];
        for (voter, _) in voters {
            for (project, weight) in self.election.ballot(*voter) {
                let slot = self.slots.get(*project as usize).copied().flatten();
                if let Some(sum) = slot.and_then(|slot| weights.get_mut(slot)) {
                    *sum += u64::from(*weight);
                }
            }
        }
        self.ledger.left(voters.len() as u64, weights.into_iter().enumerate())
    }

    /// What the poor leave of the cost, exactly.
    fn remainder(&self, candidate: &Candidate) -> BigInt {
        let poor = candidate.backers.get(..candidate.poor).unwrap_or_default();
        self.ledger.cost(self.election.cost(candidate.project)) - self.together(poor)
    }

    /// Whether all that the supporters have left is enough.
    fn affordable(&self, candidate: &Candidate, low: i128) -> bool {
        let slack = i128::from(self.slack) * candidate.backers.len() as i128;
        if low >= candidate.cost {
            return true;
        }
        low + slack >= candidate.cost
            && self.together(&candidate.backers) >= self.ledger.cost(self.election.cost(candidate.project))
    }

    /// What a candidate asks for now, or none if its supporters cannot pay for it (and never will again). Prices only rise while
    /// purses empty, so that whoever was poor before is poor still.
    pub(super) fn offer(&self, candidate: &mut Candidate) -> Option<Offer> {
        let (before, mut seen, mut poor) = (candidate.poor, 0, 0);
        let (mut sum, mut given, mut weight) = (0_i128, 0_i128, 0_u64);
        candidate.backers.retain(|(voter, w)| {
            let (low, was_poor) = (self.low(*voter), seen < before);
            seen += 1;
            if low == BROKE {
                return false;
            }
            sum += i128::from(low);
            if was_poor {
                poor += 1;
                given += i128::from(low);
            } else {
                weight += u64::from(*w);
            }
            true
        });
        candidate.poor = poor;
        if !self.affordable(candidate, sum) {
            return None;
        }
        loop {
            // Supporters who can pay are not all poor; this only guards the division.
            let among = i128::from(weight.max(1));
            let rest = candidate.cost - given;
            let slack = i128::from(self.slack) * candidate.poor as i128;
            let low = (rest - slack).div_euclid(among).max(0);
            let high = (rest.max(0) as u128).div_ceil(among as u128) as i128;
            let mut doubtful = Vec::new();
            let before = candidate.poor;
            for place in before..candidate.backers.len() {
                let Some(&(voter, w)) = candidate.backers.get(place) else { break };
                let purse = self.low(voter);
                if i128::from(purse) + i128::from(self.slack) < low * i128::from(w) {
                    candidate.backers.swap(place, candidate.poor);
                    candidate.poor += 1;
                    given += i128::from(purse);
                    weight -= u64::from(w);
                } else if i128::from(purse) < high * i128::from(w) {
                    doubtful.push((voter, w));
                }
            }
            if candidate.poor > before {
                continue;
            }
            let mut offer = Offer {
                low: by_gain(low, candidate.gain, false),
                high: by_gain(high, candidate.gain, true),
                weight,
                equal: Vec::new(),
                exact: None,
            };
            if doubtful.is_empty() {
                return Some(offer);
            }
            let exact = self.remainder(candidate);
            for (voter, w) in doubtful {
                let left = self.left(voter) * weight;
                match left.cmp(&(&exact * w)) {
                    Ordering::Greater => {}
                    Ordering::Equal => offer.equal.push(voter),
                    Ordering::Less => {
                        let from = candidate.poor;
                        let place = candidate.backers.iter().skip(from).position(|(v, _)| *v == voter);
                        candidate.backers.swap(from + place.unwrap_or(0), from);
                        candidate.poor += 1;
                        given += i128::from(self.low(voter));
                    }
                }
            }
            if candidate.poor == before {
                offer.exact = Some(exact);
                return Some(offer);
            }
            let full = candidate.backers.iter().skip(candidate.poor);
            weight = full.map(|(_, w)| u64::from(*w)).sum();
        }
    }

    /// What one voter with something left has, exactly.
    fn left(&self, voter: u32) -> BigInt {
        let bought = |(project, weight): &(u32, u32)| {
            let slot = self.slots.get(*project as usize).copied().flatten();
            slot.map(|slot| (slot, u64::from(*weight)))
        };
        self.ledger.left(1, self.election.ballot(voter).iter().filter_map(bought))
    }

    /// Whether `a` asks less a utility than `b`, or as much and its id comes first.
    pub(super) fn better(&self, a: &Candidate, asks: &mut Offer, b: &Candidate, holds: &mut Offer) -> bool {
        if asks.high < holds.low {
            return true;
        }
        if holds.high < asks.low {
            return false;
        }
        // ρ is the sum divided by weight and gain: multiplied crosswise.
        let left = self.exact(a, asks) * holds.weight * b.gain;
        let right = self.exact(b, holds) * asks.weight * a.gain;
        let rank = |candidate: &Candidate| self.election.rank(candidate.project);
        left.cmp(&right).then_with(|| rank(a).cmp(&rank(b))) == Ordering::Less
    }

    /// What those who pay in full divide among them.
    fn exact<'o>(&self, candidate: &Candidate, offer: &'o mut Offer) -> &'o BigInt {
        offer.exact.get_or_insert_with(|| self.remainder(candidate))
    }

    /// Buys a candidate by the offer that it made last.
    pub(super) fn buy(&mut self, candidate: &Candidate, offer: Offer) -> Payers {
        let sum = offer.exact.unwrap_or_else(|| self.remainder(candidate));
        if let Some(slot) = self.slots.get_mut(candidate.project) {
            *slot = Some(self.ledger.len());
        }
        let price = self.ledger.enter(sum, offer.weight);
        let mut most = 0;
        for (voter, w) in candidate.backers.iter().skip(candidate.poor) {
            most = most.max(*w);
            let paid = i64::try_from(i128::from(price) * i128::from(*w)).unwrap_or(i64::MAX);
            self.set(*voter, self.low(*voter).saturating_sub(paid));
        }
        let poor = candidate.backers.iter().take(candidate.poor).map(|(voter, _)| *voter);
        for voter in poor.chain(offer.equal) {
            self.set(voter, BROKE);
        }
        // Rounding the price up by less than 1 takes less than the weight too much.
        self.slack += i64::from(most);
        Payers { full: candidate.backers.len() - candidate.poor, weight: offer.weight, poor: candidate.poor }
    }
}
