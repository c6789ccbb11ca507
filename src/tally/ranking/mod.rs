//! Orders of the options by other rules than adding up: pairs, Schulze, instant run-off. Whole numbers throughout.
//!
//! Each starts from the order that a ballot puts the options into: its ranks, its dots, its scores. Options that it leaves
//! out are below all that it marks, and equal among themselves.

#[cfg(test)]
mod checks;
mod pairs;
mod runoff;

pub(crate) use pairs::{condorcet_winner, pairs, schulze};
pub(crate) use runoff::instant_runoff;

use super::count::{Row, ranked};
use super::points::{Totals, borda};
use super::profile::Profile;

/// The order of the options by Borda's points (see [`super::Method`]), taken from the order of each ballot.
pub(crate) fn borda_totals(profile: &Profile) -> Totals {
    let mut totals = Totals::of(profile.options());
    for (weight, marks) in profile.iter() {
        let cells: Vec<_> = borda(profile.method(), marks, profile.options()).collect();
        totals.add(&cells, weight);
    }
    totals
}

/// Rows in the order of some key of each option, more being better, with competition ranks.
pub(super) fn rows_by(keys: &[u64], supporters: &[u64]) -> Vec<Row<u32>> {
    let all = (0..).zip(keys.iter().zip(supporters));
    ranked(all.map(|(option, (&total, &supporters))| Row { option, total, supporters, rank: 0 }).collect())
}
