//! The ways to vote: what may stand on a ballot, what it is worth, and who agrees.

use super::ballot::{Budget, Fault};

/// How people vote. One ballot serves all of them: a number for each option that is marked.
///
/// | method | a mark is | total | supporters (who agree) |
/// |---|---|---|---|
/// | dots | dots, at most the cap, in all at most the budget | dots | at least one dot |
/// | approval | 1 | ballots | the same |
/// | score | 1–5 | sum of scores | 4 or 5 |
/// | rank | 1 is best; equal ranks and gaps are allowed, only the order counts | Borda points | rank it first |
/// | gradients | 1–8, 1 endorses | ballots at 1–4 | the same |
/// | consent | 1 yes, 2 no, 3 abstain, 4 block | yes | the same |
///
/// Sources: dots are cumulative voting with a cap (D. C. Dunning and others, *multi-voting*, after R. Tague, *The Quality
/// Toolbox*, 2005); approval: S. J. Brams and P. C. Fishburn, *Approval Voting*, APSR 72 (1978); scores: the sum is range
/// voting, and the median stands beside it since a scale is only an order; Borda points: J.-C. de Borda (1784), an option
/// gets as many points from a ballot as the ballot places options below it, and those not ranked are below all that are;
/// gradients: S. Kaner, *Facilitator's Guide to Participatory Decision-Making* (3rd ed. 2014), eight steps that are
/// ordered and no numbers to be added, so that those who agree are counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Dots with a budget and a cap.
    Dots(Budget),
    /// Each option is approved of or not.
    Approval,
    /// A score from 1 to 5.
    Score,
    /// An order, 1 being best.
    Rank,
    /// Kaner's gradients of agreement, from 1 (endorse) to 8 (block).
    Gradients,
    /// Yes, no, abstain or block: 1 to 4.
    Consent,
}

impl From<Budget> for Method {
    fn from(budget: Budget) -> Self {
        Self::Dots(budget)
    }
}

impl Method {
    /// The least and the most that may be given to one of so many options.
    pub(crate) fn range(self, options: usize) -> (u32, u32) {
        match self {
            Self::Dots(budget) => (0, budget.cap.min(budget.dots)),
            Self::Approval => (0, 1),
            Self::Score => (1, 5),
            Self::Rank => (1, u32::try_from(options).unwrap_or(u32::MAX)),
            Self::Gradients => (1, 8),
            Self::Consent => (1, 4),
        }
    }

    /// Whether a mark says no more than none would: no dot, not approved.
    pub(crate) fn is_blank(self, value: u32) -> bool {
        value == 0 && matches!(self, Self::Dots(_) | Self::Approval)
    }

    /// Whether who gave this agrees.
    pub(crate) fn agrees(self, value: u32) -> bool {
        match self {
            Self::Dots(_) | Self::Approval => value >= 1,
            Self::Score => value >= 4,
            Self::Gradients => (1..=4).contains(&value),
            Self::Rank | Self::Consent => value == 1,
        }
    }

    /// Whether a ballot that leaves an option out has said something about it all the same: none of its dots.
    pub(crate) fn blank_speaks(self) -> bool {
        matches!(self, Self::Dots(_) | Self::Approval)
    }

    /// Whether the share of those who agree is one of all ballots: a ballot that leaves an option out has given it none of its dots, or
    /// ranks it below all others. Else it is a share of those that mark the option.
    pub(crate) fn share_of_all(self) -> bool {
        self.blank_speaks() || self == Self::Rank
    }

    /// How many steps the scale has on which van der Eijk's A can be taken; none where marks are no such scale.
    pub(crate) fn steps(self) -> Option<u32> {
        match self {
            Self::Score => Some(5),
            Self::Gradients => Some(8),
            _ => None,
        }
    }

    /// How dear an option is by its mark: less is dearer. Options that are left out come after all of them.
    pub(crate) fn place(self, value: u32) -> u32 {
        match self {
            Self::Rank | Self::Gradients | Self::Consent => value,
            Self::Dots(_) | Self::Approval | Self::Score => u32::MAX - value,
        }
    }

    /// The most that one ballot can add to the total of one option, while it gives another nothing.
    pub(super) fn most(self, options: usize) -> u32 {
        match self {
            Self::Dots(budget) => budget.cap.min(budget.dots),
            Self::Score => 5,
            Self::Rank => u32::try_from(options.saturating_sub(1)).unwrap_or(u32::MAX),
            Self::Approval | Self::Gradients | Self::Consent => 1,
        }
    }

    /// What is wrong with a mark on an option that can be voted for.
    fn fault(self, option: u32, value: Option<u32>, options: usize) -> Option<Fault<u32>> {
        let Some(given) = value else { return Some(Fault::NotWhole(option)) };
        let (least, most) = self.range(options);
        match self {
            Self::Dots(Budget { cap, .. }) => (given > cap).then_some(Fault::OverCap { option, given, cap }),
            _ => {
                (!(least..=most).contains(&given)).then_some(Fault::OutOfRange { option, given, least, most })
            }
        }
    }

    /// Whether marks in the order of the options are without any fault; quicker than [`Self::faults`].
    pub(super) fn is_sound(self, marks: &[Mark], options: usize) -> bool {
        let mut next = 0_u64;
        let mut given = 0_u64;
        for mark in marks {
            if u64::from(mark.option) < next || mark.option as usize >= options {
                return false;
            }
            if self.fault(mark.option, mark.value, options).is_some() {
                return false;
            }
            next = u64::from(mark.option) + 1;
            given += u64::from(mark.value.unwrap_or(0));
        }
        !matches!(self, Self::Dots(budget) if given > u64::from(budget.dots))
    }

    /// Everything that is wrong with a ballot among so many options: by option in the order of the marks, the sum last.
    pub(crate) fn faults(self, marks: &[Mark], options: usize) -> Vec<Fault<u32>> {
        let mut found = Vec::new();
        let mut seen = std::collections::BTreeSet::new();
        let mut given = 0_u64;
        for &Mark { option, value } in marks {
            given += u64::from(value.unwrap_or(0));
            if option as usize >= options {
                found.push(Fault::NoSuchOption(option));
            } else if !seen.insert(option) {
                found.push(Fault::OptionTwice(option));
            } else {
                found.extend(self.fault(option, value, options));
            }
        }
        if let Self::Dots(Budget { dots, .. }) = self
            && given > u64::from(dots)
        {
            found.push(Fault::OverBudget { given, dots });
        }
        found
    }
}

/// A mark on a ballot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark {
    /// The number of the option. Numbers from that of the options on stand for what cannot be voted for.
    pub option: u32,
    /// What it was given; none for what is no whole number from 0 to 2³²−1.
    pub value: Option<u32>,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const THREE: Method = Method::Dots(Budget { dots: 3, cap: 2 });
    const ALL: [Method; 6] =
        [THREE, Method::Approval, Method::Score, Method::Rank, Method::Gradients, Method::Consent];

    fn marks(of: &[(u32, u32)]) -> Vec<Mark> {
        of.iter().map(|&(option, value)| Mark { option, value: Some(value) }).collect()
    }

    #[test]
    fn each_method_has_its_range() {
        let allowed: Vec<Vec<u32>> = ALL
            .iter()
            .map(|method| (0..10).filter(|v| method.faults(&marks(&[(0, *v)]), 3).is_empty()).collect())
            .collect();
        assert_eq!(
            allowed,
            [
                vec![0, 1, 2],
                vec![0, 1],
                vec![1, 2, 3, 4, 5],
                vec![1, 2, 3],
                vec![1, 2, 3, 4, 5, 6, 7, 8],
                vec![1, 2, 3, 4]
            ]
        );
        let fault = Fault::OutOfRange { option: 0, given: 6, least: 1, most: 5 };
        assert_eq!(Method::Score.faults(&marks(&[(0, 6)]), 3), [fault]);
        assert_eq!(Method::Rank.faults(&marks(&[(0, 1), (1, 1)]), 3), [], "equal ranks are allowed");
        let odd = [Mark { option: 1, value: None }];
        assert_eq!(Method::Score.faults(&odd, 3), [Fault::NotWhole(1)]);
    }

    #[test]
    fn each_fault_of_dots_is_named() {
        let faults = |votes: &[(u32, u32)]| THREE.faults(&marks(votes), 2);
        assert_eq!(faults(&[(0, 2), (1, 1)]), []);
        assert_eq!(faults(&[(2, 1)]), [Fault::NoSuchOption(2)]);
        assert_eq!(faults(&[(0, 1), (0, 1)]), [Fault::OptionTwice(0)]);
        assert_eq!(faults(&[(0, 3)]), [Fault::OverCap { option: 0, given: 3, cap: 2 }]);
        assert_eq!(faults(&[(0, 2), (1, 2)]), [Fault::OverBudget { given: 4, dots: 3 }]);
        // Two sums that would wrap to something small in 32 bits.
        let most = Method::Dots(Budget { dots: u32::MAX, cap: u32::MAX });
        let given = u64::from(u32::MAX) + 2;
        assert_eq!(
            most.faults(&marks(&[(0, u32::MAX), (1, 2)]), 2),
            [Fault::OverBudget { given, dots: u32::MAX }]
        );
    }

    #[test]
    fn each_method_knows_who_agrees() {
        let agree: Vec<Vec<u32>> =
            ALL.iter().map(|method| (0..9).filter(|v| method.agrees(*v)).collect()).collect();
        let dots: Vec<u32> = (1..9).collect();
        assert_eq!(agree, [dots.clone(), dots, vec![4, 5, 6, 7, 8], vec![1], vec![1, 2, 3, 4], vec![1]]);
    }

    proptest! {
        #[test]
        fn the_quick_look_says_the_same_as_the_long_one(
            of in prop::collection::vec((0_u32..5, prop::option::weighted(0.9, 0_u32..7)), 0..5), number in 0_usize..6,
        ) {
            let mut marks: Vec<Mark> = of.iter().map(|&(option, value)| Mark { option, value }).collect();
            marks.sort_unstable();
            let method = ALL[number];
            prop_assert_eq!(method.is_sound(&marks, 4), method.faults(&marks, 4).is_empty());
        }
    }
}
