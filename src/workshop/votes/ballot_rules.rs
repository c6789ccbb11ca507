//! What may stand on a ballot, by the method of its vote. Pure: nothing here knows who votes.
//!
//! A ballot is a whole number for each option that got one; an option without a number got nothing. What the numbers mean
//! hangs on the method: dots, a cross (1), a score from 1 to 5, a rank with 1 as the best, one of Kaner's eight gradients of
//! agreement with 1 as endorsement (Kaner, *Facilitator's Guide to Participatory Decision-Making*, 3rd ed., Jossey-Bass 2014,
//! chapter on gradients of agreement), or an answer to consent: 1 yes, 2 no, 3 abstain, 4 block.

use litemap::LiteMap;

/// How one votes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Method {
    /// Dots, with a budget for the ballot and a cap for an option.
    Dots,
    /// A cross for each option that one could live with.
    Approval,
    /// A score from 1 to 5, 5 the best.
    Score,
    /// A rank for each option, or for the first few; 1 the best.
    Rank,
    /// How far one agrees, from 1 (endorsement) to 8 (block).
    Gradients,
    /// Yes, no, abstain or block.
    Consent,
}

impl Method {
    pub(crate) const ALL: [Self; 6] =
        [Self::Dots, Self::Approval, Self::Score, Self::Rank, Self::Gradients, Self::Consent];

    /// Its name in commands and in the session file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dots => "dots",
            Self::Approval => "approval",
            Self::Score => "score",
            Self::Rank => "rank",
            Self::Gradients => "gradients",
            Self::Consent => "consent",
        }
    }

    /// The method of that name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|method| method.name() == name)
    }

    /// The highest number that an option can get; none where that hangs on the vote (dots: the cap; ranks: the options).
    pub(crate) const fn highest(self) -> Option<u32> {
        match self {
            Self::Dots | Self::Rank => None,
            Self::Approval => Some(1),
            Self::Score => Some(5),
            Self::Gradients => Some(8),
            Self::Consent => Some(4),
        }
    }

    /// Whether it chooses among options, so that some go forward and others do not. The others ask how far a group agrees,
    /// which can be asked of one option alone.
    pub(crate) const fn chooses(self) -> bool {
        !matches!(self, Self::Gradients | Self::Consent)
    }

    /// What the total of an option counts: `dots`, `points` (scores added up, or Borda's) or `agree` (ballots).
    pub(crate) const fn unit(self) -> &'static str {
        match self {
            Self::Dots => "dots",
            Self::Score | Self::Rank => "points",
            Self::Approval | Self::Gradients | Self::Consent => "agree",
        }
    }

    /// The fewest options with which it makes sense.
    pub(crate) const fn fewest_options(self) -> usize {
        if self.chooses() { 2 } else { 1 }
    }
}

/// The rules of one vote, as far as a ballot must keep to them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rules {
    /// How one votes.
    pub method: Method,
    /// Dots a ballot; only for dots.
    pub dots: u32,
    /// Most dots of one ballot on one option; only for dots.
    pub cap: u32,
    /// How many options there are.
    pub options: usize,
}

impl Rules {
    /// The highest number that an option can get.
    pub(crate) fn highest(self) -> u32 {
        match self.method {
            Method::Dots => self.cap,
            Method::Rank => u32::try_from(self.options).unwrap_or(u32::MAX),
            other => other.highest().unwrap_or(1),
        }
    }
}

/// What is wrong with a ballot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault<O> {
    /// More dots on one option than the cap.
    OverCap {
        /// Which option.
        option: O,
        /// The most it may get.
        most: u32,
    },
    /// More dots in all than the budget.
    OverBudget {
        /// How many in all.
        given: u64,
        /// How many are allowed.
        most: u32,
    },
    /// A number that the scale does not have.
    OffScale {
        /// Which option.
        option: O,
        /// The highest number of the scale; the lowest is 1.
        most: u32,
    },
    /// One rank for two options.
    RankTwice {
        /// The rank.
        rank: u32,
    },
    /// A rank is left out although a later one is given: ranks run from 1 without a gap.
    RankMissing {
        /// The first rank that is missing.
        rank: u32,
    },
}

/// What is wrong with a ballot by the rules of its vote; nothing, if it may be counted. Options that got 0 got nothing.
/// Faults of single options come first, in the order of the options' keys.
pub fn faults<O: Ord + Clone>(votes: &LiteMap<O, u32>, rules: Rules) -> Vec<Fault<O>> {
    let most = rules.highest();
    let given = || votes.iter().filter(|(_, number)| **number > 0);
    let beyond = given().filter(|(_, number)| **number > most).map(|(option, _)| {
        let option = option.clone();
        match rules.method {
            Method::Dots => Fault::OverCap { option, most },
            _ => Fault::OffScale { option, most },
        }
    });
    let mut faults: Vec<Fault<O>> = beyond.collect();
    match rules.method {
        Method::Dots => {
            let sum: u64 = given().map(|(_, number)| u64::from(*number)).sum();
            if sum > u64::from(rules.dots) {
                faults.push(Fault::OverBudget { given: sum, most: rules.dots });
            }
        }
        Method::Rank => {
            let mut ranks: Vec<u32> = given().map(|(_, rank)| *rank).collect();
            ranks.sort_unstable();
            let twice = ranks.windows(2).find_map(|pair| match pair {
                [a, b] if a == b => Some(*a),
                _ => None,
            });
            faults.extend(twice.map(|rank| Fault::RankTwice { rank }));
            ranks.dedup();
            let missing = (1_u32..).zip(&ranks).find(|(wanted, rank)| wanted != *rank);
            faults.extend(missing.map(|(rank, _)| Fault::RankMissing { rank }));
        }
        Method::Approval | Method::Score | Method::Gradients | Method::Consent => {}
    }
    faults
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rules(method: Method) -> Rules {
        Rules { method, dots: 3, cap: 2, options: 4 }
    }

    fn wrong(method: Method, votes: &[(char, u32)]) -> Vec<Fault<char>> {
        faults(&votes.iter().copied().collect(), rules(method))
    }

    #[test]
    fn each_method_has_its_rules() {
        use Method::*;
        assert_eq!(wrong(Dots, &[('a', 2), ('b', 1)]), []);
        assert_eq!(wrong(Dots, &[('a', 3)]), [Fault::OverCap { option: 'a', most: 2 }]);
        assert_eq!(wrong(Dots, &[('a', 2), ('b', 2)]), [Fault::OverBudget { given: 4, most: 3 }]);
        assert_eq!(wrong(Approval, &[('a', 1), ('b', 1), ('c', 1), ('d', 1)]), []);
        assert_eq!(wrong(Approval, &[('a', 2)]), [Fault::OffScale { option: 'a', most: 1 }]);
        assert_eq!(wrong(Score, &[('a', 5), ('b', 6)]), [Fault::OffScale { option: 'b', most: 5 }]);
        assert_eq!(wrong(Gradients, &[('a', 8), ('b', 9)]), [Fault::OffScale { option: 'b', most: 8 }]);
        assert_eq!(wrong(Consent, &[('a', 4), ('b', 5)]), [Fault::OffScale { option: 'b', most: 4 }]);
        assert_eq!(wrong(Rank, &[('a', 2), ('c', 1)]), [], "the first few are enough");
        assert_eq!(wrong(Rank, &[('a', 1), ('c', 1)]), [Fault::RankTwice { rank: 1 }]);
        assert_eq!(wrong(Rank, &[('a', 1), ('c', 3)]), [Fault::RankMissing { rank: 2 }]);
        assert_eq!(wrong(Rank, &[('a', 0), ('c', 1)]), [], "0 is no rank");
        for method in Method::ALL {
            assert_eq!(wrong(method, &[]), [], "an empty ballot is a ballot");
            assert_eq!(Method::from_name(method.name()), Some(method));
        }
    }

    /// By the definition of each method, without any of the code above.
    fn holds(votes: &LiteMap<u8, u32>, rules: Rules) -> bool {
        let given: Vec<u32> = votes.values().copied().filter(|number| *number > 0).collect();
        match rules.method {
            Method::Dots => {
                given.iter().sum::<u32>() <= rules.dots && given.iter().all(|number| *number <= rules.cap)
            }
            Method::Approval => given.iter().all(|number| *number == 1),
            Method::Score => given.iter().all(|number| (1..=5).contains(number)),
            Method::Gradients => given.iter().all(|number| (1..=8).contains(number)),
            Method::Consent => given.iter().all(|number| (1..=4).contains(number)),
            Method::Rank => (1..=given.len() as u32)
                .all(|rank| given.iter().filter(|number| **number == rank).count() == 1),
        }
    }

    proptest! {
        #[test]
        fn what_has_no_fault_keeps_the_rules_and_only_that(
            votes in prop::collection::btree_map(0_u8..6, 0_u32..10, 0..6),
            method in prop::sample::select(Method::ALL.to_vec()), dots in 1_u32..6, cap in 1_u32..4,
        ) {
            let votes: LiteMap<u8, u32> = votes.into_iter().collect();
            let rules = Rules { method, dots, cap, options: 6 };
            prop_assert_eq!(faults(&votes, rules).is_empty(), holds(&votes, rules));
        }
    }
}
