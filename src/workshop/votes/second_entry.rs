//! The second entry: the whole stack of paper ballots is typed once more, and the two readings of each are compared, so that a typing
//! error is found before the vote closes. It never counts and never changes what counts.

use super::events::{SecondDiffers, SecondTold};
use super::{Voter, Votes};
use crate::workshop::id::EventId;
use crate::workshop::stamp::Stamp;

/// The most marks in the readings that a closing tells, so that they fit into its line: one is some 35 bytes long.
const MOST_TOLD: usize = 2_000;

/// What somebody typed of a ballot, once.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Reading<'a> {
    /// Its place in the order of events.
    pub at: (Stamp, EventId),
    pub votes: &'a Votes,
}

/// A ballot of which the two entries do not say the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Whose, or the number of its paper.
    pub voter: Voter,
    /// Whether it was entered the first time at all.
    pub entered: bool,
    /// What counts of it; none where it was not entered, or where what was entered contradicts itself.
    pub first: Option<Votes>,
    /// What the second entry says; none where a closing had too many to tell.
    pub second: Option<Votes>,
}

/// How far a second entry has come, and what it found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SecondEntry {
    /// How many ballots say the same both times.
    pub agree: usize,
    /// How many of them once differed and were put right.
    pub put_right: usize,
    /// Those that differ.
    pub differ: Vec<Difference>,
    /// How many ballots were not typed a second time.
    pub unchecked: usize,
}

impl SecondEntry {
    /// How many ballots were typed twice.
    pub(crate) fn typed(&self) -> usize {
        self.agree + self.differ.iter().filter(|difference| difference.entered).count()
    }

    /// How many ballots were entered the first time.
    pub fn ballots(&self) -> usize {
        self.typed() + self.unchecked
    }

    /// The ballot of this voter, if it differs.
    pub fn difference(&self, voter: Voter) -> Option<&Difference> {
        self.differ.iter().find(|difference| difference.voter == voter)
    }

    /// Takes in one ballot: all that was entered of it in any order, what of that stands, and all its second readings.
    pub(crate) fn take(
        &mut self,
        voter: Voter,
        entered: &[Reading<'_>],
        stands: &[&Votes],
        checks: &[Reading<'_>],
    ) {
        let Some(last) = checks.iter().max_by_key(|check| check.at) else {
            self.unchecked += usize::from(!stands.is_empty());
            return;
        };
        let alike = stands.windows(2).all(|pair| matches!(pair, [a, b] if a == b));
        let first = stands.first().filter(|_| alike);
        if first.is_some_and(|first| *first == last.votes) {
            self.agree += 1;
            self.put_right += usize::from(checks.iter().any(|check| differed(entered, check)));
        } else {
            self.differ.push(Difference {
                voter,
                entered: !stands.is_empty(),
                first: first.map(|votes| (*votes).clone()),
                second: Some(last.votes.clone()),
            });
        }
    }

    /// As the closing of a vote records it. `named`: whether whose ballot it is may stand there.
    pub(crate) fn told(&self, named: bool) -> SecondTold {
        let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
        let mut room = MOST_TOLD;
        let differ = |difference: &Difference| {
            let (seat, paper) = match difference.voter {
                Voter::Seat(seat) => (Some(seat).filter(|_| named), None),
                Voter::Paper(paper) => (None, Some(paper)),
            };
            let left = difference.second.as_ref().and_then(|votes| room.checked_sub(votes.len()));
            let votes = difference.second.clone().filter(|_| left.is_some());
            room = left.unwrap_or(room);
            SecondDiffers { seat, paper, missing: !difference.entered, votes }
        };
        SecondTold {
            agree: number(self.agree),
            put_right: number(self.put_right),
            unchecked: number(self.unchecked),
            differ: self.differ.iter().map(differ).collect(),
        }
    }
}

/// Whether a second reading was another than what stood when it was made; a ballot that came after it is what it is compared with.
fn differed(entered: &[Reading<'_>], check: &Reading<'_>) -> bool {
    let before = entered.iter().filter(|reading| reading.at < check.at).max_by_key(|reading| reading.at);
    let stood = before.or_else(|| entered.iter().min_by_key(|reading| reading.at));
    stood.is_some_and(|stood| stood.votes != check.votes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::workshop::id::RunId;

    const VOTER: Voter = Voter::Paper(17);

    fn votes(n: u64) -> Votes {
        [(EventId { run: RunId(1), n }, 1)].into_iter().collect()
    }

    fn at(n: u64) -> (Stamp, EventId) {
        (Stamp::default(), EventId { run: RunId(2), n })
    }

    /// `1e` is the reading 1 entered, `2c` the reading 2 typed again, in this order; what was entered last stands.
    fn typed(words: &str) -> SecondEntry {
        let all: Vec<(u64, Votes, bool)> = words
            .split(' ')
            .filter(|word| !word.is_empty())
            .zip(0..)
            .map(|(word, n)| (n, votes(u64::from(word.as_bytes()[0])), word.ends_with('c')))
            .collect();
        let side = |check: bool| -> Vec<Reading<'_>> {
            let side = all.iter().filter(|(_, _, of)| *of == check);
            side.map(|(n, votes, _)| Reading { at: at(*n), votes }).collect()
        };
        let stands: Vec<&Votes> = side(false).last().map(|reading| reading.votes).into_iter().collect();
        let mut second = SecondEntry::default();
        second.take(VOTER, &side(false), &stands, &side(true));
        second
    }

    #[test]
    fn what_a_closing_tells_fits_into_its_line() {
        let fat = |n: u64| (0..40).map(|option| (EventId { run: RunId(n), n: option }, 5)).collect::<Votes>();
        let differ = |n: u32| Difference {
            voter: Voter::Paper(n),
            entered: true,
            first: None,
            second: Some(fat(u64::from(n))),
        };
        let second = SecondEntry { differ: (1..=300).map(differ).collect(), ..SecondEntry::default() };
        let told = second.told(false);
        assert_eq!(told.differ.len(), 300, "each is named");
        assert_eq!(told.differ.iter().filter(|differs| differs.votes.is_some()).count(), MOST_TOLD / 40);
        assert!(serde_json::to_vec(&told).unwrap().len() < 128 * 1024);
    }

    fn short(words: &str) -> (usize, usize, usize, usize) {
        let second = typed(words);
        (second.agree, second.put_right, second.unchecked, second.differ.len())
    }

    #[test]
    fn what_differed_once_and_agrees_now_was_put_right() {
        assert_eq!(short(""), (0, 0, 0, 0));
        assert_eq!(short("1e"), (0, 0, 1, 0));
        assert_eq!(short("1e 1c"), (1, 0, 0, 0));
        assert_eq!(short("1e 2c"), (0, 0, 0, 1));
        assert_eq!(short("1e 2c 2e"), (1, 1, 0, 0), "the second was right");
        assert_eq!(short("1e 2c 1c"), (1, 1, 0, 0), "the first was right");
        assert_eq!(short("1e 2c 3e 3c"), (1, 1, 0, 0), "neither was");
        assert_eq!(short("1e 2e 2c"), (1, 0, 0, 0), "put right before it was typed again");
        assert_eq!(short("1c 1e"), (1, 0, 0, 0), "another laptop was faster");
        let missing = typed("1c");
        assert!(missing.differ.iter().all(|difference| !difference.entered && difference.first.is_none()));
        assert_eq!((missing.typed(), missing.ballots()), (0, 0));
    }

    proptest! {
        #[test]
        fn a_ballot_differs_exactly_where_its_last_readings_do(
            readings in prop::collection::vec((0_u8..3, any::<bool>()), 0..8)
        ) {
            let words: Vec<String> = readings.iter().map(|(n, check)| format!("{n}{}", if *check { 'c' } else { 'e' })).collect();
            let second = typed(&words.join(" "));
            let last = |check: bool| readings.iter().rev().find(|(_, of)| *of == check).map(|(n, _)| *n);
            let (first, again) = (last(false), last(true));
            prop_assert_eq!(second.agree, usize::from(again.is_some() && first == again));
            prop_assert_eq!(second.differ.len(), usize::from(again.is_some() && first != again));
            prop_assert_eq!(second.unchecked, usize::from(first.is_some() && again.is_none()));
            prop_assert!(second.put_right <= second.agree);
        }
    }
}
