//! Several resamples counted in one pass over a table of all ballots.

use std::iter;

use super::draw::Urn;
use crate::planner::random::Random;
use crate::tally::points::{Points, Totals};

/// How many resamples are counted in one pass, so that the table is fetched from memory that many times less.
const AT_ONCE: usize = 8;
/// The most cells of a table.
const MOST_CELLS: usize = 8_000_000;
/// One cell in so many has to be marked: below that, lists of what is marked are shorter.
const SPARSE: usize = 8;
/// Rows are a multiple of so many cells, as many as small processors add at once.
const STEP: usize = 8;

/// What each kind of ballot gives to each option, in 16 bits: its points and, where they are asked for, behind them whether it agrees.
/// Rows are added without looking where their cells belong.
pub(super) struct Table {
    options: usize,
    /// Where in a row the supporters begin; none where they are not asked for.
    supporters: Option<usize>,
    width: usize,
    cells: Vec<u16>,
    most: u64,
}

impl Table {
    /// None where the ballots mark few of the options, where it would be large, where a ballot gives more than 16 bits hold,
    /// or where there are more ballots than 32 bits count.
    pub(super) fn of(points: &Points, order: &[usize], supporters: bool) -> Option<Self> {
        let (kinds, options) = (points.weights.len(), points.options);
        let most = points.method.most(options);
        u16::try_from(most).ok()?;
        u32::try_from(points.weights.iter().sum::<u64>()).ok()?;
        let part = options.next_multiple_of(STEP);
        let width = if supporters { part * 2 } else { part };
        let marked: usize = (0..kinds).map(|kind| points.cells(kind).len()).sum();
        let size = kinds.checked_mul(width).filter(|size| *size <= MOST_CELLS)?;
        if marked < kinds * options / SPARSE || width == 0 {
            return None;
        }
        let mut cells = vec![0_u16; size];
        for (row, kind) in cells.chunks_exact_mut(width).zip(order) {
            for cell in points.cells(*kind) {
                let place = cell.option as usize;
                *row.get_mut(place)? = u16::try_from(cell.points).ok()?;
                if supporters {
                    *row.get_mut(part + place)? = u16::from(cell.agrees);
                }
            }
        }
        let supporters = supporters.then_some(part);
        Some(Self { options, supporters, width, cells, most: u64::from(most.max(1)) })
    }

    /// The totals of so many resamples.
    pub(super) fn draw(
        &self,
        urn: &Urn,
        random: &mut Random,
        resamples: usize,
        tell: &mut dyn FnMut(Totals),
    ) {
        let mut counts = vec![[0_u32; AT_ONCE]; self.cells.len() / self.width];
        let mut left = resamples;
        while left > 0 {
            let now = left.min(AT_ONCE);
            counts.fill([0; AT_ONCE]);
            for lane in 0..now {
                urn.draw(random, &mut |kind, count| {
                    if let Some(held) = counts.get_mut(kind).and_then(|counts| counts.get_mut(lane)) {
                        *held = held.saturating_add(u32::try_from(count).unwrap_or(u32::MAX));
                    }
                });
            }
            let mut sums: Vec<Sum> = iter::repeat_with(|| Sum::of(self.width)).take(now).collect();
            for (row, counts) in self.cells.chunks_exact(self.width).zip(&counts) {
                for (sum, count) in sums.iter_mut().zip(counts).filter(|(_, count)| **count > 0) {
                    sum.add(row, u64::from(*count), self.most);
                }
            }
            sums.into_iter().for_each(|sum| tell(self.totals(sum)));
            left -= now;
        }
    }

    fn totals(&self, sum: Sum) -> Totals {
        let mut total = sum.whole();
        let mut supporters = self.supporters.map(|begin| total.split_off(begin)).unwrap_or_default();
        total.truncate(self.options);
        supporters.resize(self.options, 0);
        Totals { total, supporters }
    }
}

/// A running sum of rows: in 16 bits as long as they hold it.
struct Sum {
    low: Vec<u16>,
    /// What may be added to any cell before 16 bits overflow.
    room: u64,
    high: Vec<u64>,
}

impl Sum {
    fn of(width: usize) -> Self {
        Self { low: vec![0; width], room: u64::from(u16::MAX), high: vec![0; width] }
    }

    fn add(&mut self, row: &[u16], times: u64, most: u64) {
        let worth = times.saturating_mul(most);
        if worth > self.room {
            self.carry();
        }
        match u16::try_from(times).ok().filter(|_| worth <= self.room) {
            Some(times) => {
                self.room -= worth;
                for (sum, cell) in self.low.iter_mut().zip(row) {
                    *sum = sum.wrapping_add(cell.wrapping_mul(times));
                }
            }
            None => {
                for (sum, cell) in self.high.iter_mut().zip(row) {
                    *sum = sum.saturating_add(u64::from(*cell).saturating_mul(times));
                }
            }
        }
    }

    fn carry(&mut self) {
        for (high, low) in self.high.iter_mut().zip(&mut self.low) {
            *high += u64::from(std::mem::take(low));
        }
        self.room = u64::from(u16::MAX);
    }

    fn whole(mut self) -> Vec<u64> {
        self.carry();
        self.high
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tally::{Book, Mark, Method};

    proptest! {
        #[test]
        fn the_table_counts_what_the_lists_count(
            ballots in prop::collection::vec((prop::collection::vec(0_u32..=5, 5), 1_u64..100_000), 1..12),
            resamples in 1_usize..20,
            seed in any::<u64>(),
        ) {
            let mut book = Book::default();
            for (n, (marks, _)) in ballots.iter().enumerate() {
                let mark = |(option, value): (u32, &u32)| Mark { option, value: Some(*value) };
                let given = (0..).zip(marks).filter(|(_, value)| **value > 0);
                book.add(&n.to_string(), 0, &mut given.map(mark).collect::<Vec<_>>());
            }
            let mut points = Points::of(&book.sort_out(5, Method::Score).profile);
            // As many of each kind as one likes: ten thousand of one kind do not fit into 16 bits at once.
            points.weights = points.weights.iter().zip(&ballots).map(|(_, (_, times))| *times % 3_000).collect();
            let order: Vec<usize> = (0..points.weights.len()).collect();
            let Some(table) = Table::of(&points, &order, true) else { return Ok(()) };
            let urn = Urn::of(points.weights.iter().copied());
            prop_assume!(urn.all() > 0);
            let mut told = Vec::new();
            table.draw(&urn, &mut Random::new(seed), resamples, &mut |totals| told.push(totals));
            let mut random = Random::new(seed);
            let expected = (0..resamples).map(|_| {
                let mut totals = Totals::of(5);
                urn.draw(&mut random, &mut |kind, count| totals.add(points.cells(kind), count));
                totals
            });
            prop_assert_eq!(told, expected.collect::<Vec<_>>());
        }
    }
}
