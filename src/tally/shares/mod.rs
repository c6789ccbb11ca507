//! Fair share: the Method of Equal Shares.
//!
//! Everybody is given the same part of the budget. A project is bought if its supporters can pay for it, each as much for a
//! utility as any other of them or else all that is left: voter `i` with `b_i` left pays `min(b_i, ρ·u_i)`. In every round the
//! project with the smallest ρ is bought, of equal ones the one whose id comes first as text. So a group that is an ℓ-th
//! part of the voters and of one mind decides about an ℓ-th part of the budget, however the others vote (extended justified
//! representation).
//!
//! Sources: Peters & Skowron 2020, *Proportionality and the Limits of Welfarism* (unit costs); Peters, Pierczyński & Skowron 2021,
//! *Proportional Participatory Budgeting with Additive Utilities* (costs and utilities).
//!
//! Exact: an amount is a whole number over a common denominator of any length ([`ledger`]); most comparisons are
//! settled by bounds in whole numbers, the others by the amounts themselves ([`candidate`]). No floating-point number occurs.

mod candidate;
mod completion;
mod election;
mod ledger;
mod run;
#[cfg(test)]
mod tests;

use num_bigint::BigInt;
use num_rational::Ratio;

pub(crate) use completion::LineTie;
pub use election::{Election, Project};
pub(crate) use election::{LARGEST_COST, LARGEST_WEIGHT, MOST_VOTERS, Unfit};

/// An exact amount in whole units of the budget.
pub(crate) type Amount = Ratio<BigInt>;

/// What Equal Shares gives.
#[derive(Debug, Clone)]
pub struct Shares {
    /// The winners, in the order handed in.
    pub winners: Vec<usize>,
    /// How they were paid for, in the order of buying; what costs nothing comes first and is paid by nobody.
    pub payments: Vec<Payment>,
    /// The winners with the endowment raised by one unit a voter, again and again: the last outcome within the budget, or the
    /// first that is complete.
    pub completed_by_units: Vec<usize>,
    /// The winners with what was left over spent: where all projects cost the same, the endowment is raised by one project's
    /// cost in all (finer steps), and then the budget filled by utility in all; else as `completed_by_units`.
    pub completed: Vec<usize>,
    /// How many times as large as said the largest of these steps was: 1 but where very many of them would have been needed.
    pub step: u128,
}

/// How a winner was paid for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payment {
    /// Which.
    pub project: usize,
    /// What each in `full` paid for one weight on the ballot (ρ times the gain).
    pub price: Amount,
    /// How many paid this in full.
    pub full: usize,
    /// How many paid all that they had left, which was less.
    pub rest: usize,
    /// What these paid together.
    pub rest_paid: Amount,
}

/// Computes Equal Shares, with completion.
pub fn equal_shares(election: &Election) -> Shares {
    let (projects, free) = election.supported();
    let budget = u128::from(election.budget());
    let first = run::run(election, &projects, budget, election.budget());
    let (bought, payments) = first.map_or_else(Default::default, |bought| {
        let payments = payments(election, &free, &bought);
        (bought.projects, payments)
    });
    let with_free = |mut winners: Vec<usize>| {
        winners.extend(&free);
        winners.sort_unstable();
        winners
    };
    let voters = election.ballots().len() as u128;
    let by_units = completion::raised(election, &projects, &bought, voters * u128::from(election.unit()));
    let (completed, step) = match election.one_cost() {
        None => (by_units.winners.clone(), by_units.factor),
        Some(cost) => {
            let finer = completion::raised(election, &projects, &bought, u128::from(cost));
            let step = by_units.factor.max(finer.factor);
            (completion::greedy(election, &projects, finer.winners).0, step)
        }
    };
    Shares {
        winners: with_free(bought),
        payments,
        completed_by_units: with_free(by_units.winners),
        completed: with_free(completed),
        step,
    }
}

/// The plain winners beside it: by utility in all, whatever still fits into the budget, in the order handed in. Of two with the same
/// the one that more support, then the one whose id comes first as text; what nobody supports is left out. With it, the ties that were
/// settled so.
pub(crate) fn plain(election: &Election) -> (Vec<usize>, Vec<LineTie>) {
    let (mut projects, free) = election.supported();
    projects.extend(free);
    let (mut winners, ties) = completion::greedy(election, &projects, Vec::new());
    winners.sort_unstable();
    (winners, ties)
}

fn payments(election: &Election, free: &[usize], bought: &run::Bought) -> Vec<Payment> {
    let nothing = |project: &usize| Payment {
        project: *project,
        price: Amount::default(),
        full: election.backers(*project).len(),
        rest: 0,
        rest_paid: Amount::default(),
    };
    let mut payments: Vec<Payment> = free.iter().map(nothing).collect();
    for (slot, (project, payers)) in bought.projects.iter().zip(&bought.payers).enumerate() {
        let price = amount(bought.ledger.price(slot));
        let paid = &price * BigInt::from(payers.weight);
        let rest_paid = Amount::from_integer(election.cost(*project).into()) - paid;
        payments.push(Payment { project: *project, price, full: payers.full, rest: payers.poor, rest_paid });
    }
    payments
}

fn amount((numerator, denominator): (BigInt, BigInt)) -> Amount {
    Ratio::new(numerator, denominator)
}
