//! Ballots, and which of them count.

use std::collections::{BTreeMap, BTreeSet};

/// One ballot: dots on options.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ballot<O> {
    /// Its number or name; one that comes twice is looked at closely ([`sort_out`]).
    pub id: String,
    /// Dots by option. An option left out has none; 0 is the same.
    pub votes: Vec<(O, u32)>,
}

/// How many dots a ballot may hold, and how many of them on one option.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Budget {
    /// Dots a ballot.
    pub dots: u32,
    /// Dots of one ballot on one option.
    pub cap: u32,
}

/// What is wrong with a ballot.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault<O> {
    /// Dots on something that cannot be voted for: unknown, withdrawn or merged away.
    #[error("dots on an option that is not in this vote")]
    NoSuchOption(O),
    /// An option stands on the ballot twice, so that it is not clear what was meant.
    #[error("an option stands on the ballot twice")]
    OptionTwice(O),
    /// More dots on one option than the cap.
    #[error("{given} dots on one option, {cap} allowed")]
    OverCap {
        /// Which.
        option: O,
        /// How many dots.
        given: u32,
        /// How many are allowed.
        cap: u32,
    },
    /// More dots than the budget.
    #[error("{given} dots, {dots} allowed")]
    OverBudget {
        /// How many in all.
        given: u64,
        /// How many are allowed.
        dots: u32,
    },
}

/// Everything that is wrong with a ballot: by option in the order of the ballot, the sum last.
pub fn faults<O: Ord + Clone>(votes: &[(O, u32)], options: &[O], budget: Budget) -> Vec<Fault<O>> {
    let known: BTreeSet<&O> = options.iter().collect();
    faults_in(votes, &known, budget)
}

fn faults_in<O: Ord + Clone>(votes: &[(O, u32)], known: &BTreeSet<&O>, budget: Budget) -> Vec<Fault<O>> {
    let mut found = Vec::new();
    let mut seen = BTreeSet::new();
    let mut given = 0_u64;
    for (option, dots) in votes {
        given += u64::from(*dots);
        if !known.contains(option) {
            found.push(Fault::NoSuchOption(option.clone()));
        } else if !seen.insert(option) {
            found.push(Fault::OptionTwice(option.clone()));
        } else if *dots > budget.cap {
            found.push(Fault::OverCap { option: option.clone(), given: *dots, cap: budget.cap });
        }
    }
    if given > u64::from(budget.dots) {
        found.push(Fault::OverBudget { given, dots: budget.dots });
    }
    found
}

/// Why a ballot does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why<O> {
    /// It is not valid.
    Faults(Vec<Fault<O>>),
    /// Its id stands on ballots that differ; none of them counts.
    Contradicts,
    /// A ballot with the same id and the same votes counts already.
    Copy,
}

/// A ballot that does not count, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SetAside<O> {
    /// Its place among the ballots handed in, from 0.
    pub place: usize,
    /// Its id.
    pub id: String,
    /// Why.
    pub why: Why<O>,
}

/// Ballots, sorted into those that count and those that do not. Every ballot handed in is in one of the two.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sorted<'a, O> {
    /// Those that count, in the order in which they came.
    pub valid: Vec<&'a Ballot<O>>,
    /// The others, in the order in which they came.
    pub set_aside: Vec<SetAside<O>>,
}

/// Sorts ballots. Of one id, identical ballots (the order and the zeros on the paper do not matter) count once, different
/// ones are all set aside.
pub fn sort_out<'a, O: Ord + Clone>(
    ballots: &'a [Ballot<O>],
    options: &[O],
    budget: Budget,
) -> Sorted<'a, O> {
    let known: BTreeSet<&O> = options.iter().collect();
    let mut votes_of: BTreeMap<&str, (Votes<'_, O>, bool)> = BTreeMap::new();
    for ballot in ballots {
        let votes = plain(&ballot.votes);
        votes_of
            .entry(&ballot.id)
            .and_modify(|(first, differ)| *differ |= *first != votes)
            .or_insert((votes, false));
    }
    let mut sorted = Sorted { valid: Vec::new(), set_aside: Vec::new() };
    let mut counted = BTreeSet::new();
    for (place, ballot) in ballots.iter().enumerate() {
        let found = faults_in(&ballot.votes, &known, budget);
        let why = if votes_of.get(ballot.id.as_str()).is_some_and(|(_, differ)| *differ) {
            Why::Contradicts
        } else if !found.is_empty() {
            Why::Faults(found)
        } else if counted.insert(ballot.id.as_str()) {
            sorted.valid.push(ballot);
            continue;
        } else {
            Why::Copy
        };
        sorted.set_aside.push(SetAside { place, id: ballot.id.clone(), why });
    }
    sorted
}

/// Dots by option, ascending, without zeros.
type Votes<'a, O> = Vec<(&'a O, u32)>;

/// The votes in one spelling.
fn plain<O: Ord>(votes: &[(O, u32)]) -> Votes<'_, O> {
    let mut votes: Votes<'_, O> = votes.iter().filter(|(_, dots)| *dots > 0).map(|(o, d)| (o, *d)).collect();
    votes.sort_unstable();
    votes
}

#[cfg(test)]
mod tests {
    use super::*;

    const THREE: Budget = Budget { dots: 3, cap: 2 };

    fn ballot(id: &str, votes: &[(char, u32)]) -> Ballot<char> {
        Ballot { id: id.to_owned(), votes: votes.to_vec() }
    }

    #[test]
    fn each_fault_is_named() {
        let options = ['a', 'b'];
        assert_eq!(faults(&[('a', 2), ('b', 1)], &options, THREE), []);
        assert_eq!(faults(&[('x', 1)], &options, THREE), [Fault::NoSuchOption('x')]);
        assert_eq!(faults(&[('a', 1), ('a', 1)], &options, THREE), [Fault::OptionTwice('a')]);
        assert_eq!(faults(&[('a', 3)], &options, THREE), [Fault::OverCap { option: 'a', given: 3, cap: 2 }]);
        assert_eq!(faults(&[('a', 2), ('b', 2)], &options, THREE), [Fault::OverBudget { given: 4, dots: 3 }]);
        // Two sums that would wrap to something small in 32 bits.
        let most = Budget { dots: u32::MAX, cap: u32::MAX };
        assert_eq!(
            faults(&[('a', u32::MAX), ('b', 2)], &options, most),
            [Fault::OverBudget { given: u64::from(u32::MAX) + 2, dots: u32::MAX }]
        );
    }

    #[test]
    fn of_one_id_the_same_counts_once_and_different_ones_not_at_all() {
        let ballots = [
            ballot("1", &[('a', 1)]),
            ballot("2", &[('a', 1)]),
            ballot("1", &[('b', 0), ('a', 1)]),
            ballot("2", &[('b', 1)]),
            ballot("3", &[('a', 9)]),
        ];
        let sorted = sort_out(&ballots, &['a', 'b'], THREE);
        assert_eq!(sorted.valid, [&ballots[0]]);
        let aside: Vec<_> = sorted.set_aside.iter().map(|a| (a.place, a.id.as_str())).collect();
        assert_eq!(aside, [(1, "2"), (2, "1"), (3, "2"), (4, "3")]);
        assert_eq!(sorted.set_aside[1].why, Why::Copy);
        assert_eq!(sorted.set_aside[0].why, Why::Contradicts);
    }
}
