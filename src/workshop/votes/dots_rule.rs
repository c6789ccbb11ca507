//! How many dots a ballot has, and why: four rules of thumb, side by side, and a number of one's own.
//!
//! - A *third* of the options is what multivoting calls N/3 (for example C. Freshley and others' multi-vote; "generally, the
//!   number of votes per person can be calculated by dividing the number of choices by 3", Global Learning Partners,
//!   *Participatory Decision Making: Dot-mocracy*). It is the usual one here.
//! - A *quarter* and a *fifth* sharpen the choice where a list is long.
//! - *MSU*: B. Wilson's formula at Michigan State University Extension (*Dot voting tips*,
//!   <https://www.canr.msu.edu/news/dot-voting-tips>) starts from dots spread evenly over all options: half as many dots on
//!   the average option as there are options, so *N* · *N*/2 in the room, divided by those who vote. Sixteen options: 128.
//!   It says that too few make gaps, so a part of a dot is rounded up here.

/// A rule for the number of dots.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DotsRule {
    /// A third of the options, rounded up; the usual one.
    Third,
    /// A quarter of the options, rounded up.
    Quarter,
    /// A fifth of the options, rounded up.
    Fifth,
    /// Half the square of the number of options, shared among the voters, rounded up.
    Msu,
    /// A number of one's own.
    Own,
}

/// The most dots that a rule gives: more are not placed with thought.
pub(crate) const MOST_BY_RULE: u32 = 20;

impl DotsRule {
    /// All rules, the usual one first.
    pub(crate) const ALL: [Self; 5] = [Self::Third, Self::Quarter, Self::Fifth, Self::Msu, Self::Own];

    /// Its name in commands and in the session file.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Third => "third",
            Self::Quarter => "quarter",
            Self::Fifth => "fifth",
            Self::Msu => "msu",
            Self::Own => "own",
        }
    }

    /// The rule of that name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|rule| rule.name() == name)
    }

    /// The dots on a ballot by this rule, with so many options and voters: at least 1, at most [`MOST_BY_RULE`] and at most
    /// one for each option. None for a number of one's own, and for MSU's rule while nobody is there to vote.
    pub(crate) fn dots(self, options: usize, voters: usize) -> Option<u32> {
        let dots = match self {
            Self::Third => options.div_ceil(3),
            Self::Quarter => options.div_ceil(4),
            Self::Fifth => options.div_ceil(5),
            // N · N/2 over the voters, in whole numbers.
            Self::Msu if voters > 0 => options.saturating_mul(options).div_ceil(voters.saturating_mul(2)),
            Self::Msu | Self::Own => return None,
        };
        let dots = u32::try_from(dots.min(options)).unwrap_or(MOST_BY_RULE);
        Some(dots.clamp(1, MOST_BY_RULE))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rules_side_by_side() {
        let all = |options, voters| DotsRule::ALL.map(|rule| rule.dots(options, voters));
        assert_eq!(all(11, 42), [Some(4), Some(3), Some(3), Some(2), None]);
        // MSU's own example: 16 options want 128 dots in the room.
        assert_eq!(DotsRule::Msu.dots(16, 32), Some(4));
        assert_eq!(DotsRule::Msu.dots(16, 31), Some(5));
        assert_eq!(all(100, 10), [Some(20), Some(20), Some(20), Some(20), None]);
        assert_eq!(all(2, 1), [Some(1), Some(1), Some(1), Some(2), None]);
        assert_eq!(all(3, 0), [Some(1), Some(1), Some(1), None, None]);
        for rule in DotsRule::ALL {
            assert_eq!(DotsRule::from_name(rule.name()), Some(rule));
        }
    }
}
