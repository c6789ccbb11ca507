//! Who has met whom, and how often.

use super::cells::{at, row};
use super::model::Groups;

/// Above this a group is a plenary: sitting in it together is no meeting. It also keeps the count of pairs in bounds.
pub(crate) const PLENARY: usize = 1_000;

/// Up to this many people a square table answers faster than a search in the list.
const SQUARE: usize = 1_500;

/// How often each two people sat in one group.
#[derive(Debug, Clone, Default)]
pub(crate) struct Meetings {
    /// For each person, whom they met and how often, ascending by person.
    partners: Vec<Vec<(u32, u32)>>,
    /// The same as a square table, for quick looks; empty for many people.
    square: Vec<u32>,
}

impl Meetings {
    /// Counts the meetings of `people` people in these rounds. Numbers from `people` up are passed over, a person named
    /// twice in one group counts once, and groups above [`PLENARY`] do not count.
    pub(crate) fn of(people: usize, history: &[Groups]) -> Self {
        let mut partners: Vec<Vec<(u32, u32)>> = vec![Vec::new(); people];
        for group in history.iter().flatten() {
            let mut group: Vec<usize> = group.iter().copied().filter(|&p| p < people).collect();
            group.sort_unstable();
            group.dedup();
            if group.len() > PLENARY {
                continue;
            }
            for &p in &group {
                if let Some(list) = partners.get_mut(p) {
                    list.extend(group.iter().filter(|&&q| q != p).map(|&q| (q as u32, 1)));
                }
            }
        }
        for list in &mut partners {
            list.sort_unstable();
            list.dedup_by(|next, kept| {
                let same = next.0 == kept.0;
                if same {
                    kept.1 += next.1;
                }
                same
            });
        }
        let mut square = Vec::new();
        if people <= SQUARE {
            square = vec![0; people * people];
            for (line, list) in square.chunks_mut(people.max(1)).zip(&partners) {
                for &(q, times) in list {
                    super::cells::put(line, q as usize, times);
                }
            }
        }
        Self { partners, square }
    }

    /// How often these two have met.
    #[inline]
    pub(crate) fn times(&self, p: usize, q: usize) -> u32 {
        if !self.square.is_empty() {
            return at(&self.square, p * self.partners.len() + q);
        }
        let list = self.partners(p);
        list.binary_search_by_key(&(q as u32), |met| met.0)
            .ok()
            .and_then(|i| list.get(i))
            .map_or(0, |met| met.1)
    }

    /// Whom this person has met and how often, ascending by person.
    #[inline]
    pub(crate) fn partners(&self, p: usize) -> &[(u32, u32)] {
        row(&self.partners, p)
    }

    /// Every two people who have met, each pair once, with how often.
    pub(crate) fn pairs(&self) -> impl Iterator<Item = (usize, usize, u32)> {
        self.partners.iter().enumerate().flat_map(|(p, list)| {
            list.iter().map(move |&(q, times)| (p, q as usize, times)).filter(|&(p, q, _)| p < q)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn meetings_are_counted_both_ways_and_strangers_passed_over() {
        let met = Meetings::of(4, &[vec![vec![0, 1, 1, 9], vec![2, 3]], vec![vec![1, 0, 2]]]);
        assert_eq!((met.times(0, 1), met.times(1, 0), met.times(0, 3)), (2, 2, 0));
        assert_eq!(met.partners(2), [(0, 1), (1, 1), (3, 1)]);
        assert_eq!(met.pairs().count(), 4);
    }

    #[test]
    fn many_people_are_counted_alike() {
        let history = [vec![vec![0, 1_600, 7], vec![3, 4]], vec![vec![7, 0]]];
        let met = Meetings::of(2_000, &history);
        assert_eq!((met.times(7, 0), met.times(1_600, 0), met.times(3, 0)), (2, 1, 0));
    }
}
