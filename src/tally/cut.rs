//! Who goes forward, and what happens when a tie lies on the cut line.

use std::cmp::Reverse;

use super::count::Row;
use crate::planner::random::Random;

/// Where the line falls, before any rule for ties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cut<O> {
    /// Those who go forward without question, best first.
    pub forward: Vec<O>,
    /// Those with equal totals on the line: some of them, but not all, would fill the seats. Empty: a clean cut.
    pub tied: Vec<O>,
    /// How many seats are left for the tied.
    pub owed: usize,
}

/// Cuts a result as [`super::count()`] gives it. With more seats than options all go forward.
pub(crate) fn cut<O: Clone>(rows: &[Row<O>], seats: usize) -> Cut<O> {
    let on_the_line = match (seats.checked_sub(1).and_then(|last| rows.get(last)), rows.get(seats)) {
        (Some(last), Some(next)) if last.total == next.total => Some(last.total),
        _ => None,
    };
    let tied = |row: &&Row<O>| Some(row.total) == on_the_line;
    let forward: Vec<O> =
        rows.iter().take(seats).filter(|row| !tied(row)).map(|row| row.option.clone()).collect();
    let tied: Vec<O> = rows.iter().filter(tied).map(|row| row.option.clone()).collect();
    let owed = if tied.is_empty() { 0 } else { seats - forward.len() };
    Cut { forward, tied, owed }
}

/// The rule for a tie on the cut line, fixed before the vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tie {
    /// All tied go forward, though these are more than the seats.
    All,
    /// Those with more distinct supporters; where these are equal too, the tie stays and a run-off is owed.
    Supporters,
    /// A public lot, drawn from this seed, which is shown.
    Lot {
        /// The seed.
        seed: u64,
    },
    /// A new vote among the tied.
    Runoff,
}

/// What decided who goes forward.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DecidedBy<O> {
    /// The totals alone; no tie lay on the line.
    Totals,
    /// All tied went forward.
    All,
    /// The number of supporters.
    Supporters,
    /// The lot: its seed, and the tied in the order in which they were drawn.
    Lot {
        /// The seed.
        seed: u64,
        /// The order drawn.
        drawn: Vec<O>,
    },
    /// Nothing yet: a run-off among the tied is owed.
    Runoff,
}

/// Who goes forward after the rule for ties.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled<O> {
    /// Those who go forward, in the order of the result.
    pub forward: Vec<O>,
    /// Those among whom a run-off is owed.
    pub tied: Vec<O>,
    /// How many of the tied it decides on.
    pub owed: usize,
    pub decided_by: DecidedBy<O>,
}

/// Cuts a result and applies the rule for a tie on the line. The lot is drawn from the tied in the order of the rows, by
/// the shuffle of [`Random`] from the seed: anybody can draw it again.
pub fn settle<O: Clone>(rows: &[Row<O>], seats: usize, tie: Tie) -> Settled<O> {
    let places: Vec<Row<usize>> = rows
        .iter()
        .enumerate()
        .map(|(option, row)| Row { option, total: row.total, supporters: row.supporters, rank: row.rank })
        .collect();
    let settled = settle_places(&places, seats, tie);
    let named = |places: &[usize]| -> Vec<O> {
        places.iter().filter_map(|place| rows.get(*place)).map(|row| row.option.clone()).collect()
    };
    Settled {
        forward: named(&settled.forward),
        tied: named(&settled.tied),
        owed: settled.owed,
        decided_by: match &settled.decided_by {
            DecidedBy::Totals => DecidedBy::Totals,
            DecidedBy::All => DecidedBy::All,
            DecidedBy::Supporters => DecidedBy::Supporters,
            DecidedBy::Lot { seed, drawn } => DecidedBy::Lot { seed: *seed, drawn: named(drawn) },
            DecidedBy::Runoff => DecidedBy::Runoff,
        },
    }
}

/// The same for rows whose options are their places.
fn settle_places(rows: &[Row<usize>], seats: usize, tie: Tie) -> Settled<usize> {
    let Cut { mut forward, tied, owed } = cut(rows, seats);
    if tied.is_empty() {
        return Settled { forward, tied, owed, decided_by: DecidedBy::Totals };
    }
    match tie {
        Tie::All => {
            forward.extend(tied);
            Settled { forward, tied: vec![], owed: 0, decided_by: DecidedBy::All }
        }
        Tie::Runoff => Settled { forward, tied, owed, decided_by: DecidedBy::Runoff },
        Tie::Lot { seed } => {
            let mut drawn = tied;
            Random::new(seed).shuffle(&mut drawn);
            forward.extend(drawn.iter().take(owed));
            forward.sort_unstable();
            Settled { forward, tied: vec![], owed: 0, decided_by: DecidedBy::Lot { seed, drawn } }
        }
        Tie::Supporters => {
            let mut among: Vec<Row<usize>> =
                tied.iter().filter_map(|place| rows.get(*place)).cloned().collect();
            among.sort_by_key(|row| Reverse(row.supporters));
            // The same cut once more, with supporters for totals.
            among.iter_mut().for_each(|row| row.total = row.supporters);
            let again = cut(&among, owed);
            let decided_by = if again.tied.is_empty() { DecidedBy::Supporters } else { DecidedBy::Runoff };
            forward.extend(again.forward);
            forward.sort_unstable();
            Settled { forward, tied: again.tied, owed: again.owed, decided_by }
        }
    }
}

/// Whether an option goes forward.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Goes {
    /// It does.
    Yes,
    /// A run-off that is owed decides on it.
    Tied,
    /// It does not.
    No,
}

impl Settled<u32> {
    /// What becomes of each of so many options, by number: what two results are compared by.
    pub(crate) fn goes(&self, options: usize) -> Vec<Goes> {
        let mut goes = vec![Goes::No; options];
        for (all, this) in [(&self.forward, Goes::Yes), (&self.tied, Goes::Tied)] {
            for option in all {
                if let Some(goes) = goes.get_mut(*option as usize) {
                    *goes = this;
                }
            }
        }
        goes
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(of: &[(char, u64, u64)]) -> Vec<Row<char>> {
        of.iter().map(|&(option, total, supporters)| Row { option, total, supporters, rank: 0 }).collect()
    }

    #[test]
    fn a_tie_on_the_line_is_named_and_one_beside_it_is_not() {
        let result = rows(&[('a', 9, 1), ('b', 5, 1), ('c', 5, 1), ('d', 5, 1), ('e', 1, 1)]);
        let short = |seats| {
            let Cut { forward, tied, owed } = cut(&result, seats);
            (String::from_iter(forward), String::from_iter(tied), owed)
        };
        assert_eq!(short(0), (String::new(), String::new(), 0));
        assert_eq!(short(1), ("a".into(), String::new(), 0));
        assert_eq!(short(2), ("a".into(), "bcd".into(), 1));
        assert_eq!(short(3), ("a".into(), "bcd".into(), 2));
        assert_eq!(short(4), ("abcd".into(), String::new(), 0));
        assert_eq!(short(99), ("abcde".into(), String::new(), 0));
    }

    #[test]
    fn each_rule_settles_in_its_own_way() {
        let result = rows(&[('a', 9, 1), ('b', 5, 2), ('c', 5, 4), ('d', 5, 2), ('e', 5, 1)]);
        assert_eq!(settle(&result, 3, Tie::All).forward, ['a', 'b', 'c', 'd', 'e']);
        let runoff = settle(&result, 3, Tie::Runoff);
        assert_eq!((runoff.forward, runoff.tied.len(), runoff.owed), (vec!['a'], 4, 2));
        let by = settle(&result, 2, Tie::Supporters);
        assert_eq!((by.forward, by.decided_by), (vec!['a', 'c'], DecidedBy::Supporters));
        let by = settle(&result, 3, Tie::Supporters);
        assert_eq!((by.forward, by.tied, by.owed), (vec!['a', 'c'], vec!['b', 'd'], 1));
        assert_eq!(by.decided_by, DecidedBy::Runoff);
        assert_eq!(settle(&result, 1, Tie::Runoff).decided_by, DecidedBy::Totals);
    }

    #[test]
    fn every_tied_option_has_the_same_chance_in_the_lot() {
        let result = rows(&[('a', 5, 1), ('b', 5, 1), ('c', 5, 1)]);
        let mut won = [0; 3];
        for seed in 0..3_000 {
            let forward = settle(&result, 1, Tie::Lot { seed }).forward;
            won[usize::from(forward[0] as u8 - b'a')] += 1;
        }
        assert!(won.iter().all(|n| (900..1_100).contains(n)), "{won:?}");
    }

    proptest! {
        #[test]
        fn seats_are_never_lost_or_doubled(mut totals in prop::collection::vec((0_u64..5, 0_u64..4), 0..12), seats in 0_usize..14, seed: u64) {
            totals.sort_by_key(|t| Reverse(t.0));
            let result: Vec<Row<usize>> = totals.iter().enumerate()
                .map(|(option, &(total, supporters))| Row { option, total, supporters, rank: 0 }).collect();
            let seats_there = seats.min(result.len());
            let Cut { forward, tied, owed } = cut(&result, seats);
            prop_assert_eq!(forward.len() + owed, seats_there);
            prop_assert!(tied.is_empty() == (owed == 0) && (tied.is_empty() || tied.len() > owed));
            for tie in [Tie::Supporters, Tie::Lot { seed }, Tie::Runoff] {
                let settled = settle(&result, seats, tie);
                prop_assert_eq!(settled.forward.len() + settled.owed, seats_there);
                prop_assert!(forward.iter().all(|o| settled.forward.contains(o)));
            }
            prop_assert_eq!(settle(&result, seats, Tie::All).forward.len(), forward.len() + tied.len());
        }
    }
}
