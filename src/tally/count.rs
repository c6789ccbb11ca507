//! Totals, supporters and ranks.

use std::borrow::Borrow;
use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::ballot::Ballot;

/// One option's result.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row<O> {
    pub option: O,
    /// Dots in all; with other methods, points.
    pub total: u64,
    /// Ballots with at least one dot on it; with other methods, those that agree.
    pub supporters: u64,
    /// Its competition rank: 1, 2, 2, 4.
    pub rank: u32,
}

/// Counts ballots: one row an option, by rank and then in the order of `options` (of which the first counts where one
/// stands twice). Dots on anything else are passed over: [`super::book::Book::sort_out`] names such ballots beforehand.
pub fn count<O: Ord + Clone, B: Borrow<Ballot<O>>>(options: &[O], ballots: &[B]) -> Vec<Row<O>> {
    let mut place: BTreeMap<&O, usize> = BTreeMap::new();
    let mut rows: Vec<Row<O>> = Vec::new();
    for option in options {
        place.entry(option).or_insert_with(|| {
            rows.push(Row { option: option.clone(), total: 0, supporters: 0, rank: 0 });
            rows.len() - 1
        });
    }
    // The last ballot that was counted as a supporter of each option, so that one ballot is one supporter.
    let mut counted: Vec<Option<usize>> = vec![None; rows.len()];
    for (number, ballot) in ballots.iter().enumerate() {
        for (option, dots) in ballot.borrow().votes.iter().filter(|(_, dots)| *dots > 0) {
            let Some(&i) = place.get(option) else { continue };
            let (Some(row), Some(last)) = (rows.get_mut(i), counted.get_mut(i)) else { continue };
            // 2³² entries of 2³²−1 dots fit, more than any memory holds.
            row.total = row.total.saturating_add(u64::from(*dots));
            if *last != Some(number) {
                *last = Some(number);
                row.supporters += 1;
            }
        }
    }
    ranked(rows)
}

/// Puts rows into the order of their totals, equal ones as they stand, and gives them competition ranks: 1, 2, 2, 4.
pub(crate) fn ranked<O>(mut rows: Vec<Row<O>>) -> Vec<Row<O>> {
    rows.sort_by_key(|row| Reverse(row.total));
    let mut before: Option<(u64, u32)> = None;
    for (place, row) in rows.iter_mut().enumerate() {
        row.rank = match before {
            Some((total, rank)) if total == row.total => rank,
            _ => u32::try_from(place + 1).unwrap_or(u32::MAX),
        };
        before = Some((row.total, row.rank));
    }
    rows
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ballots(votes: &[Vec<(u8, u32)>]) -> Vec<Ballot<u8>> {
        votes.iter().enumerate().map(|(i, v)| Ballot { id: i.to_string(), votes: v.clone() }).collect()
    }

    #[test]
    fn equal_totals_share_a_rank_and_the_next_is_skipped() {
        let rows = count(&[1, 2, 3, 4, 5], &ballots(&[vec![(4, 1), (2, 2)], vec![(3, 2), (1, 3)]]));
        let short: Vec<_> = rows.iter().map(|r| (r.option, r.total, r.supporters, r.rank)).collect();
        assert_eq!(short, [(1, 3, 1, 1), (2, 2, 1, 2), (3, 2, 1, 2), (4, 1, 1, 4), (5, 0, 0, 5)]);
    }

    #[test]
    fn the_largest_dots_add_up_exactly() {
        let rows = count(&[1], &ballots(&[vec![(1, u32::MAX)], vec![(1, u32::MAX)]]));
        assert_eq!(rows[0].total, 2 * u64::from(u32::MAX));
    }

    #[test]
    fn nothing_to_count_is_no_trouble() {
        assert_eq!(count::<u8, Ballot<u8>>(&[], &[]), []);
        let rows = count::<u8, Ballot<u8>>(&[7, 8, 7], &[]);
        assert_eq!(rows.iter().map(|r| (r.option, r.rank)).collect::<Vec<_>>(), [(7, 1), (8, 1)]);
    }

    proptest! {
        #[test]
        fn the_order_of_ballots_changes_nothing_and_no_dot_is_lost(
            (votes, mixed) in prop::collection::vec(prop::collection::vec((0_u8..6, 0_u32..4), 0..5), 0..30)
                .prop_flat_map(|votes| (Just(votes.clone()), Just(votes).prop_shuffle())),
        ) {
            let options = [5, 4, 3, 2, 1, 0];
            let rows = count(&options, &ballots(&votes));
            prop_assert_eq!(&rows, &count(&options, &ballots(&mixed)));
            let all: u64 = votes.iter().flatten().map(|(_, dots)| u64::from(*dots)).sum();
            prop_assert_eq!(rows.iter().map(|r| r.total).sum::<u64>(), all);
            for row in &rows {
                let above = rows.iter().filter(|other| other.total > row.total).count();
                prop_assert_eq!(row.rank as usize, above + 1);
                let for_it = votes.iter().filter(|b| b.iter().any(|(o, d)| *o == row.option && *d > 0)).count();
                prop_assert_eq!(row.supporters as usize, for_it);
            }
        }
    }
}
