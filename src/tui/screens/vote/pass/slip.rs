//! A ballot as a participant fills it in: what each option got so far. It is kept in memory only and keeps the rules of the vote
//! at every moment.

use crate::workshop::votes::ballot_rules::{Method, Rules};

/// Why a mark was not set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refused {
    /// All dots are given.
    Spent,
    /// The most dots that one option may have.
    Cap(u32),
    /// The highest number of the scale.
    Scale(u32),
}

/// A ballot that is being filled in. Options go by their places on it, from 0.
#[derive(Debug, Clone)]
pub(crate) struct Slip {
    rules: Rules,
    given: Vec<u32>,
}

impl Slip {
    /// An empty ballot.
    pub(crate) fn new(rules: Rules) -> Self {
        Self { rules, given: vec![0; rules.options] }
    }

    pub(crate) fn rules(&self) -> Rules {
        self.rules
    }

    /// What the option in this place got; 0 for nothing.
    pub(crate) fn get(&self, place: usize) -> u32 {
        self.given.get(place).copied().unwrap_or(0)
    }

    /// Places with what they got, as far as they got anything.
    pub(crate) fn given(&self) -> impl Iterator<Item = (usize, u32)> + '_ {
        self.given.iter().copied().enumerate().filter(|(_, number)| *number > 0)
    }

    /// Whether nothing is on it.
    pub(crate) fn is_blank(&self) -> bool {
        self.given().next().is_none()
    }

    /// How many dots can still be given.
    pub(crate) fn left(&self) -> u32 {
        let sum = self.given().fold(0_u32, |sum, (_, dots)| sum.saturating_add(dots));
        self.rules.dots.saturating_sub(sum)
    }

    /// The option in this place gets this number; 0 takes back what it got.
    ///
    /// # Errors
    /// Why not; the ballot is as it was then.
    pub(crate) fn set(&mut self, place: usize, number: u32) -> Result<(), Refused> {
        let most = self.rules.highest();
        match self.rules.method {
            Method::Rank => self.rank(place, number),
            Method::Dots if number > most => return Err(Refused::Cap(most)),
            Method::Dots if number > self.left().saturating_add(self.get(place)) => {
                return Err(Refused::Spent);
            }
            _ if number > most => return Err(Refused::Scale(most)),
            _ => self.put(place, number),
        }
        Ok(())
    }

    /// One more: a dot, the next number of the scale, a better rank.
    ///
    /// # Errors
    /// Why not.
    pub(crate) fn more(&mut self, place: usize) -> Result<(), Refused> {
        let now = self.get(place);
        match (self.rules.method, now) {
            (Method::Rank, 0) => self.set(place, u32::MAX),
            (Method::Rank, 1) => Ok(()),
            (Method::Rank, rank) => self.set(place, rank - 1),
            (Method::Dots, dots) => self.set(place, dots + 1),
            (_, number) => self.set(place, (number + 1).min(self.rules.highest())),
        }
    }

    /// One less; a rank becomes worse, the last one is taken back.
    pub(crate) fn less(&mut self, place: usize) {
        let now = self.get(place);
        let to = match self.rules.method {
            Method::Rank if now == 0 => return,
            Method::Rank if now < self.last_rank() => now + 1,
            Method::Rank => 0,
            _ => now.saturating_sub(1),
        };
        // Less than a ballot that keeps the rules keeps them.
        let _ = self.set(place, to);
    }

    /// What the space bar does: the next dot, a cross set or taken back, the next rank or none, the next number of the scale
    /// and none after the last.
    ///
    /// # Errors
    /// Why not.
    pub(crate) fn press(&mut self, place: usize) -> Result<(), Refused> {
        let now = self.get(place);
        match self.rules.method {
            Method::Dots => self.more(place),
            Method::Rank if now == 0 => self.more(place),
            Method::Rank => self.set(place, 0),
            _ if now >= self.rules.highest() => self.set(place, 0),
            _ => self.set(place, now + 1),
        }
    }

    fn put(&mut self, place: usize, number: u32) {
        if let Some(given) = self.given.get_mut(place) {
            *given = number;
        }
    }

    fn last_rank(&self) -> u32 {
        self.given.iter().copied().max().unwrap_or(0)
    }

    /// Takes an option out of the order and puts it in at a rank, the others closing up and making room: ranks run from 1
    /// without a gap.
    fn rank(&mut self, place: usize, rank: u32) {
        let before = self.get(place);
        if place >= self.given.len() {
            return;
        }
        if before > 0 {
            self.put(place, 0);
            self.given.iter_mut().filter(|other| **other > before).for_each(|other| *other -= 1);
        }
        if rank > 0 {
            let rank = rank.min(self.last_rank() + 1);
            self.given.iter_mut().filter(|other| **other >= rank).for_each(|other| *other += 1);
            self.put(place, rank);
        }
    }
}

#[cfg(test)]
mod tests {
    use litemap::LiteMap;

    use proptest::prelude::*;

    use super::*;
    use crate::workshop::votes::ballot_rules::faults;

    fn slip(method: Method) -> Slip {
        Slip::new(Rules { method, dots: 3, cap: 2, options: 4 })
    }

    #[test]
    fn dots_end_with_the_budget_and_with_the_cap() {
        let mut slip = slip(Method::Dots);
        assert_eq!((slip.more(0), slip.more(0), slip.more(0)), (Ok(()), Ok(()), Err(Refused::Cap(2))));
        assert_eq!((slip.more(1), slip.more(2)), (Ok(()), Err(Refused::Spent)));
        assert_eq!(slip.left(), 0);
        slip.less(0);
        assert_eq!((slip.set(2, 1), slip.get(0), slip.left()), (Ok(()), 1, 0));
    }

    #[test]
    fn ranks_close_up_and_make_room() {
        let mut slip = slip(Method::Rank);
        for place in [2, 0, 3] {
            slip.press(place).unwrap();
        }
        assert_eq!(slip.given().collect::<Vec<_>>(), [(0, 2), (2, 1), (3, 3)]);
        slip.set(3, 1).unwrap();
        assert_eq!(slip.given().collect::<Vec<_>>(), [(0, 3), (2, 2), (3, 1)]);
        slip.more(0).unwrap();
        assert_eq!(slip.given().collect::<Vec<_>>(), [(0, 2), (2, 3), (3, 1)]);
        slip.press(3).unwrap();
        assert_eq!(slip.given().collect::<Vec<_>>(), [(0, 1), (2, 2)]);
        slip.less(0);
        assert_eq!(slip.given().collect::<Vec<_>>(), [(0, 2), (2, 1)]);
        slip.less(0);
        assert_eq!(slip.given().collect::<Vec<_>>(), [(2, 1)]);
    }

    #[test]
    fn scales_end_and_the_space_bar_goes_round() {
        let mut slip = slip(Method::Consent);
        assert_eq!(slip.set(1, 5), Err(Refused::Scale(4)));
        for wanted in [1, 2, 3, 4, 0, 1] {
            slip.press(1).unwrap();
            assert_eq!(slip.get(1), wanted);
        }
    }

    proptest! {
        #[test]
        fn whatever_is_pressed_the_rules_are_kept(
            method in prop::sample::select(Method::ALL.to_vec()),
            dots in 1_u32..6, cap in 1_u32..4,
            pressed in prop::collection::vec((0_usize..6, 0_u8..4, 0_u32..12), 0..40),
        ) {
            let rules = Rules { method, dots, cap: cap.min(dots), options: 5 };
            let mut slip = Slip::new(rules);
            for (place, key, number) in pressed {
                match key {
                    0 => drop(slip.more(place)),
                    1 => slip.less(place),
                    2 => drop(slip.press(place)),
                    _ => drop(slip.set(place, number)),
                }
                let votes: LiteMap<usize, u32> = slip.given().collect();
                prop_assert!(faults(&votes, rules).is_empty(), "{votes:?}");
            }
        }
    }
}
