//! The shape of the answer about fair share.

use schemars::JsonSchema;
use serde::Serialize;

use super::{Counted, Poll};
use crate::tally::pabulib::Utility;
use crate::tally::settle;
use crate::tally::shares::{self, Amount, Election};

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
    /// By how many of the units said the budget was raised at most: 1, or more where there would have been very many steps; then
    /// steps of one unit may lead to others.
    pub step: u64,
    /// The plain winners: where each option takes one of the places, what goes forward; else by points in all, whatever still fits into
    /// the budget.
    pub plain: Vec<String>,
    /// True while a run-off is owed: then `plain` are those with the most points, and not who goes forward.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub plain_open: bool,
    /// The ties at the line of the budget, and what settled them; only where there are any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plain_tied: Vec<PlainTie>,
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

/// Options with as many points in all, each of which would have fitted into the budget alone, where not all did.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct PlainTie {
    /// All of them, in the order of the options.
    pub tied: Vec<String>,
    /// What decided: `supporters`, or `id`: of as many supporters too, the id that comes first as text.
    pub decided_by: &'static str,
}

/// The plain winners, as they are set beside.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Plain {
    /// By place, in the order of the options.
    pub winners: Vec<usize>,
    /// Whether a run-off is owed.
    pub open: bool,
    /// Ties at the line of the budget.
    pub ties: Vec<shares::LineTie>,
}

impl Plain {
    /// By utility in all of this election, whatever still fits into the budget.
    pub(crate) fn of(election: &Election) -> Self {
        let (winners, ties) = shares::plain(election);
        Self { winners, open: false, ties }
    }
}

/// Above so many ballots Equal Shares is not computed beside a count: it looks at each voter by himself.
const MOST_SHARED: u64 = 20_000;

/// The Method of Equal Shares on the ballots that count.
pub(super) fn equal_shares(poll: &Poll<'_>, counted: &Counted) -> Option<EqualShares> {
    if poll.profile.ballots() > MOST_SHARED {
        return None;
    }
    let election = election(poll, counted, poll.utility)?;
    // The plain winners are by points, whatever an option is worth to whoever gave them.
    let by_points = match poll.utility {
        Utility::Dots => None,
        Utility::Cost | Utility::One => Some(self::election(poll, counted, Utility::Dots)?),
    };
    let by_points = by_points.as_ref().unwrap_or(&election);
    let places = by_points.one_cost().and_then(|cost| by_points.budget().checked_div(cost));
    let plain = if places.is_some_and(|places| places == poll.seats as u64) {
        let settled = settle(&counted.rows, poll.seats, poll.tie);
        let mut winners: Vec<usize> = settled.forward.iter().map(|option| *option as usize).collect();
        winners.sort_unstable();
        match settled.tied.is_empty() {
            true => Plain { winners, ..Plain::default() },
            false => Plain { open: true, ..Plain::of(by_points) },
        }
    } else {
        Plain::of(by_points)
    };
    Some(fair(&election, 1, &plain))
}

/// The ballots that count as an election with this utility.
fn election(poll: &Poll<'_>, counted: &Counted, utility: Utility) -> Option<Election> {
    let (costs, budget) = poll.money;
    let projects = poll.options.iter().zip(costs).map(|(id, cost)| shares::Project {
        id: id.clone(),
        cost: *cost,
        gain: if utility == Utility::Cost { *cost } else { 1 },
    });
    let mut ballots = Vec::new();
    for (kind, weight) in (0..).zip(poll.profile.weights()) {
        let cells = counted.points.cells(kind).iter().filter(|cell| cell.points > 0);
        let worth = |points: u32| if utility == Utility::Dots { points } else { 1 };
        let ballot: Vec<(u32, u32)> = cells.map(|cell| (cell.option, worth(cell.points))).collect();
        ballots.extend(std::iter::repeat_n(ballot, usize::try_from(*weight).unwrap_or(0)));
    }
    Election::new(projects.collect(), ballots, budget, 1).ok()
}

/// Computes it. `points` is how many of the election's weights make one dot.
pub(crate) fn fair(election: &Election, points: u64, plain: &Plain) -> EqualShares {
    let shares = shares::equal_shares(election);
    let name = |place: &usize| election.projects().get(*place).map(|project| project.id.clone());
    let names = |places: &[usize]| -> Vec<String> { places.iter().filter_map(name).collect() };
    let ties = plain.ties.iter().map(|tie| PlainTie {
        tied: names(&tie.tied),
        decided_by: if tie.by_id { "id" } else { "supporters" },
    });
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
        plain_represented: election.represented(&plain.winners),
        step: u64::try_from(shares.step).unwrap_or(u64::MAX),
        plain_open: plain.open,
        plain_tied: ties.collect(),
        winners: names(&shares.winners),
        completed: names(&shares.completed),
        completed_by_units: names(&shares.completed_by_units),
        plain: names(&plain.winners),
    }
}
