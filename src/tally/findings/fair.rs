//! The shape of the answer about fair share.

use schemars::JsonSchema;
use serde::Serialize;

use crate::tally::shares::{Amount, Election, equal_shares, plain};

/// The Method of Equal Shares beside the plain winners.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct EqualShares {
    /// The winners, in the order of the options; what everybody's equal share of the budget pays for.
    pub winners: Vec<String>,
    /// The winners with what was left over spent. Where all cost the same: the budget raised by one option's cost, again and
    /// again, then filled by utility in all; else as `completed_by_units`.
    pub completed: Vec<String>,
    /// The winners with the budget raised by one unit a voter, again and again: the last outcome within the real budget.
    pub completed_by_units: Vec<String>,
    /// How `winners` were paid for, in the order of buying.
    pub payments: Vec<Payment>,
    /// Voters with at least one of `winners` on their ballots.
    pub represented: usize,
    /// Voters with at least one of `completed` on their ballots.
    pub completed_represented: usize,
    /// The plain winners: by utility in all, whatever still fits into the budget.
    pub plain: Vec<String>,
    /// Voters with at least one of `plain` on their ballots.
    pub plain_represented: usize,
}

/// How a winner was paid for. Amounts are exact: whole numbers or fractions such as `3/7`.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Payment {
    /// Which.
    pub option: String,
    /// What it costs.
    pub cost: String,
    /// What each who paid in full paid for one dot; for the whole option where dots do not count.
    pub price: String,
    /// How many paid in full.
    pub full: usize,
    /// How many paid all that they had left, which was less.
    pub rest: usize,
    /// What these paid together.
    pub rest_paid: String,
}

/// Works it out. `points` is how many of the election's weights make one dot.
pub fn fair(election: &Election, points: u64) -> EqualShares {
    let shares = equal_shares(election);
    let plain = plain(election);
    let name = |place: &usize| election.projects().get(*place).map(|project| project.id.clone());
    let names = |places: &[usize]| places.iter().filter_map(name).collect();
    let money = |amount: Amount| (amount / Amount::from_integer(election.unit().into())).to_string();
    let payments = shares.payments.into_iter().filter_map(|payment| {
        let project = election.projects().get(payment.project)?;
        Some(Payment {
            option: project.id.clone(),
            cost: money(Amount::from_integer(project.cost.into())),
            price: money(payment.price * Amount::from_integer(points.into())),
            full: payment.full,
            rest: payment.rest,
            rest_paid: money(payment.rest_paid),
        })
    });
    EqualShares {
        payments: payments.collect(),
        represented: election.represented(&shares.winners),
        completed_represented: election.represented(&shares.completed),
        plain_represented: election.represented(&plain),
        winners: names(&shares.winners),
        completed: names(&shares.completed),
        completed_by_units: names(&shares.completed_by_units),
        plain: names(&plain),
    }
}
