//! Ballots, and which of them count.

use std::collections::BTreeMap;

use super::book::Book;
use super::method::{Mark, Method};

/// One ballot: a number for each option that is marked.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Ballot<O> {
    /// Its number or name; one that comes twice is looked at closely ([`sort_out`]).
    pub id: String,
    /// What each option was given: dots, a score, a rank, … as [`Method`] says. Of dots, none and 0 are the same.
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
    /// A mark on something that cannot be voted for: unknown, withdrawn or merged away.
    #[error("a mark on an option that is not in this vote")]
    NoSuchOption(O),
    /// An option stands on the ballot twice, so that it is not clear what was meant.
    #[error("an option stands on the ballot twice")]
    OptionTwice(O),
    /// What was given to an option is no whole number from 0 on.
    #[error("no whole number from 0 on")]
    NotWhole(O),
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
    /// What was given to an option is not on the scale.
    #[error("{given} given, {least} to {most} allowed")]
    OutOfRange {
        /// Which.
        option: O,
        /// What it was given.
        given: u32,
        /// The least on the scale.
        least: u32,
        /// The most on the scale.
        most: u32,
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

impl<O> Fault<O> {
    /// The same about options by another name.
    pub fn map<P>(self, name: impl FnOnce(O) -> P) -> Fault<P> {
        match self {
            Self::NoSuchOption(option) => Fault::NoSuchOption(name(option)),
            Self::OptionTwice(option) => Fault::OptionTwice(name(option)),
            Self::NotWhole(option) => Fault::NotWhole(name(option)),
            Self::OverCap { option, given, cap } => Fault::OverCap { option: name(option), given, cap },
            Self::OutOfRange { option, given, least, most } => {
                Fault::OutOfRange { option: name(option), given, least, most }
            }
            Self::OverBudget { given, dots } => Fault::OverBudget { given, dots },
        }
    }
}

impl<O> Fault<Option<O>> {
    fn transpose(self) -> Option<Fault<O>> {
        Some(match self {
            Self::NoSuchOption(option) => Fault::NoSuchOption(option?),
            Self::OptionTwice(option) => Fault::OptionTwice(option?),
            Self::NotWhole(option) => Fault::NotWhole(option?),
            Self::OverCap { option, given, cap } => Fault::OverCap { option: option?, given, cap },
            Self::OutOfRange { option, given, least, most } => {
                Fault::OutOfRange { option: option?, given, least, most }
            }
            Self::OverBudget { given, dots } => Fault::OverBudget { given, dots },
        })
    }
}

/// Everything that is wrong with a ballot: by option in the order of the ballot, the sum last.
pub fn faults<O: Ord + Clone>(votes: &[(O, u32)], options: &[O], method: impl Into<Method>) -> Vec<Fault<O>> {
    let mut names = Names::of(options);
    let marks = names.marks(votes);
    names.told(method.into().faults(&marks, names.known))
}

/// Options and what else stands on ballots, numbered.
struct Names<'a, O> {
    numbers: BTreeMap<&'a O, u32>,
    names: Vec<&'a O>,
    /// How many of them can be voted for; the first ones.
    known: usize,
}

impl<'a, O: Ord + Clone> Names<'a, O> {
    fn of(options: &'a [O]) -> Self {
        let mut names = Self { numbers: BTreeMap::new(), names: Vec::new(), known: 0 };
        for option in options {
            names.number(option);
        }
        names.known = names.names.len();
        names
    }

    fn number(&mut self, option: &'a O) -> u32 {
        *self.numbers.entry(option).or_insert_with(|| {
            self.names.push(option);
            (self.names.len() - 1) as u32
        })
    }

    fn marks(&mut self, votes: &'a [(O, u32)]) -> Vec<Mark> {
        votes.iter().map(|(o, value)| Mark { option: self.number(o), value: Some(*value) }).collect()
    }

    fn told(&self, faults: Vec<Fault<u32>>) -> Vec<Fault<O>> {
        let name = |number: u32| self.names.get(number as usize).map(|name| (*name).clone());
        faults.into_iter().filter_map(|fault| fault.map(name).transpose()).collect()
    }
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
    options: &'a [O],
    method: impl Into<Method>,
) -> Sorted<'a, O> {
    let mut names = Names::of(options);
    let mut book = Book::default();
    for ballot in ballots {
        book.add(&ballot.id, 0, &mut names.marks(&ballot.votes));
    }
    let set_aside: Vec<SetAside<O>> = book
        .sort_out(names.known, method.into())
        .set_aside
        .into_iter()
        .map(|aside| SetAside {
            place: aside.place,
            id: aside.id,
            why: match aside.why {
                Why::Faults(faults) => Why::Faults(names.told(faults)),
                Why::Contradicts => Why::Contradicts,
                Why::Copy => Why::Copy,
            },
        })
        .collect();
    let mut out = set_aside.iter().map(|aside| aside.place).peekable();
    let counts = |(place, ballot): (usize, &'a Ballot<O>)| match out.next_if_eq(&place) {
        Some(_) => None,
        None => Some(ballot),
    };
    let valid = ballots.iter().enumerate().filter_map(counts).collect();
    Sorted { valid, set_aside }
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
