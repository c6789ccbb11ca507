//! Subtotals by group of voters, without showing what one or two people voted.

use std::borrow::Borrow;
use std::collections::BTreeMap;

use super::ballot::Ballot;
use super::count::count;

/// The fewest ballots that are shown apart.
pub(crate) const FEWEST: usize = 3;

/// What one group of voters gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GroupTotals<G, O> {
    /// The groups counted here: one, or all those that are only shown together.
    pub groups: Vec<G>,
    /// How many ballots.
    pub ballots: usize,
    /// Dots by option, in the order of the options.
    pub totals: Vec<(O, u64)>,
}

/// Subtotals by group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ByGroup<G, O> {
    /// Groups shown apart, in the order of the groups.
    pub apart: Vec<GroupTotals<G, O>>,
    /// Groups that are shown only as one, because one of them is too small.
    pub together: Option<GroupTotals<G, O>>,
}

/// Counts by group. Groups of fewer than [`FEWEST`] ballots are put together; while these are still too few, the smallest
/// other group joins them, since what is missing from the sum could be told by subtraction otherwise. With fewer ballots
/// than that in all, nothing is shown.
pub(crate) fn by_group<G: Ord + Clone, O: Ord + Clone, B: Borrow<Ballot<O>>>(
    options: &[O],
    ballots: &[(G, B)],
) -> ByGroup<G, O> {
    let mut groups: BTreeMap<&G, Vec<&Ballot<O>>> = BTreeMap::new();
    for (group, ballot) in ballots {
        groups.entry(group).or_default().push(ballot.borrow());
    }
    let (mut apart, mut small): (Vec<_>, Vec<_>) =
        groups.into_iter().partition(|(_, ballots)| ballots.len() >= FEWEST);
    let size = |groups: &[(&G, Vec<&Ballot<O>>)]| groups.iter().map(|(_, b)| b.len()).sum::<usize>();
    while !small.is_empty() && size(&small) < FEWEST {
        let Some(smallest) = (0..apart.len()).min_by_key(|&i| apart.get(i).map(|(_, b)| b.len())) else {
            return ByGroup { apart: Vec::new(), together: None };
        };
        small.push(apart.remove(smallest));
    }
    small.sort_by_key(|(group, _)| *group);
    let totals = |groups: Vec<G>, ballots: &[&Ballot<O>]| GroupTotals {
        groups,
        ballots: ballots.len(),
        totals: in_option_order(options, ballots),
    };
    let together = (!small.is_empty()).then(|| {
        let all: Vec<&Ballot<O>> = small.iter().flat_map(|(_, ballots)| ballots.iter().copied()).collect();
        totals(small.iter().map(|(group, _)| (*group).clone()).collect(), &all)
    });
    let apart = apart.iter().map(|(group, ballots)| totals(vec![(*group).clone()], ballots)).collect();
    ByGroup { apart, together }
}

fn in_option_order<O: Ord + Clone>(options: &[O], ballots: &[&Ballot<O>]) -> Vec<(O, u64)> {
    let sums: BTreeMap<O, u64> =
        count(options, ballots).into_iter().map(|row| (row.option, row.total)).collect();
    options.iter().map(|option| (option.clone(), sums.get(option).copied().unwrap_or(0))).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn votes(of: &[(&'static str, u32)]) -> Vec<(&'static str, Ballot<char>)> {
        let ballot = |i: usize, dots| Ballot { id: i.to_string(), votes: vec![('a', dots)] };
        of.iter().enumerate().map(|(i, &(group, dots))| (group, ballot(i, dots))).collect()
    }

    #[test]
    fn a_small_group_never_stands_alone_not_even_by_subtraction() {
        let seen = by_group(
            &['a', 'b'],
            &votes(&[("en", 1), ("en", 1), ("en", 1), ("en", 2), ("fi", 1), ("fi", 1), ("fi", 1), ("ru", 3)]),
        );
        assert_eq!(seen.apart.len(), 1);
        assert_eq!((seen.apart[0].groups.as_slice(), seen.apart[0].ballots), (["en"].as_slice(), 4));
        let together = seen.together.expect("the small one");
        assert_eq!((together.groups, together.totals), (vec!["fi", "ru"], vec![('a', 6), ('b', 0)]));
    }

    #[test]
    fn two_ballots_in_all_are_not_shown() {
        assert_eq!(
            by_group(&['a'], &votes(&[("en", 1), ("ru", 1)])),
            ByGroup { apart: vec![], together: None }
        );
    }

    proptest! {
        #[test]
        fn groups_add_up_and_none_is_small(of in prop::collection::vec((prop::sample::select(vec!["x", "y", "z", "w"]), 0_u32..4), 0..14)) {
            let seen = by_group(&['a'], &votes(&of));
            let all: Vec<_> = seen.apart.iter().chain(&seen.together).collect();
            prop_assert!(all.iter().all(|g| g.ballots >= FEWEST));
            if of.len() >= FEWEST {
                let sum: u64 = all.iter().map(|g| g.totals[0].1).sum();
                prop_assert_eq!(sum, of.iter().map(|v| u64::from(v.1)).sum::<u64>());
                prop_assert_eq!(all.iter().map(|g| g.ballots).sum::<usize>(), of.len());
            }
        }
    }
}
