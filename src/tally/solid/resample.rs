//! The ballots drawn again (bootstrap).

use super::RESAMPLES;
use crate::planner::random::Random;
use crate::tally::cut::{Tie, settle};
use crate::tally::points::{Points, Totals};

/// In how many of [`RESAMPLES`] resamples the result is the same: each draws as many ballots as there are, with
/// replacement, all by chance from the seed (B. Efron, *Bootstrap Methods: Another Look at the Jackknife*, Annals of
/// Statistics 7, 1979). None without ballots.
pub fn resampled(points: &Points, totals: &Totals, seats: usize, tie: Tie, seed: u64) -> Option<u32> {
    let all: u64 = points.weights.iter().sum();
    if all == 0 {
        return None;
    }
    let same = settle(&totals.rows(), seats, tie).goes(points.options);
    let order = by_content(points);
    let mut ends = Vec::with_capacity(order.len());
    let mut end = 0_u64;
    for kind in &order {
        end += points.weights.get(*kind).copied().unwrap_or(0);
        ends.push(end);
    }
    let mut random = Random::new(seed);
    let mut times = 0;
    let dense = Dense::of(points, &order, all);
    let cells = |place: usize| order.get(place).map_or(&[][..], |kind| points.cells(*kind));
    for _ in 0..RESAMPLES {
        let mut drawn = Totals::of(points.options);
        match &dense {
            Some(dense) => dense.draw(&ends, all, &mut random, tie, &mut drawn),
            None => draw(&ends, all, &mut random, &mut |place, count| drawn.add(cells(place), count)),
        }
        times += u32::from(settle(&drawn.rows(), seats, tie).goes(points.options) == same);
    }
    Some(times)
}

/// The different ballots by what is on them, so that it makes no difference in which order they came: of a secret vote that
/// order is drawn, and the figure is to be the same wherever the same ballots are looked at.
fn by_content(points: &Points) -> Vec<usize> {
    let mut order: Vec<usize> = (0..points.weights.len()).collect();
    let content = |kind: usize| points.cells(kind).iter().map(|cell| (cell.option, cell.points, cell.agrees));
    order.sort_by(|a, b| content(*a).cmp(content(*b)));
    order
}

/// Ballots that mark many of the options, as a table of all options: rows are added without looking where they belong.
struct Dense {
    options: usize,
    points: Vec<u32>,
    agrees: Vec<u32>,
}

impl Dense {
    /// None where the ballots mark few options, where the table would be large, or where 32 bits would not hold the sums.
    fn of(points: &Points, order: &[usize], all: u64) -> Option<Self> {
        let (kinds, options) = (points.weights.len(), points.options);
        let marked: usize = (0..kinds).map(|kind| points.cells(kind).len()).sum();
        let most = u64::from(points.method.most(options)).saturating_mul(all);
        let size = kinds.checked_mul(options).filter(|size| *size <= 4_000_000 && marked >= size / 4)?;
        u32::try_from(most.max(all)).ok()?;
        let mut dense = Self { options, points: vec![0; size], agrees: vec![0; size] };
        for (row, kind) in order.iter().enumerate() {
            for cell in points.cells(*kind) {
                let place = row * options + cell.option as usize;
                *dense.points.get_mut(place)? = cell.points;
                *dense.agrees.get_mut(place)? = u32::from(cell.agrees);
            }
        }
        Some(dense)
    }

    fn draw(&self, ends: &[u64], all: u64, random: &mut Random, tie: Tie, drawn: &mut Totals) {
        let mut sums = vec![0_u32; self.options];
        let mut agree = vec![0_u32; self.options];
        let add = |sums: &mut [u32], table: &[u32], kind: usize, count: u32| {
            let begin = kind * self.options;
            let row = table.get(begin..begin + self.options).unwrap_or_default();
            for (sum, cell) in sums.iter_mut().zip(row) {
                *sum = sum.wrapping_add(cell.wrapping_mul(count));
            }
        };
        // Supporters decide nothing but a tie by that rule.
        let supporters = tie == Tie::Supporters;
        draw(ends, all, random, &mut |kind, count| {
            // As many as there are ballots, which 32 bits hold.
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            add(&mut sums, &self.points, kind, count);
            if supporters {
                add(&mut agree, &self.agrees, kind, count);
            }
        });
        drawn.total = sums.into_iter().map(u64::from).collect();
        drawn.supporters = agree.into_iter().map(u64::from).collect();
    }
}

/// Draws `all` ballots of as many, which are numbered so that those of kind i end before `ends[i]`, and tells how many of
/// each kind came. A draw is the bits of a number, taken from the highest on: of the draws that fall into a range, a
/// binomial number with p = ½ falls into its upper half, which is how many of so many random bits are set. A range that
/// lies within one kind is not halved further, so that a million ballots of few kinds cost little; draws beyond the last
/// ballot are drawn again. Whole numbers only: a seed gives the same everywhere.
fn draw(ends: &[u64], all: u64, random: &mut Random, tell: &mut dyn FnMut(usize, u64)) {
    let size = all.next_power_of_two();
    let mut left = all;
    let mut open: Vec<(u64, u64, u64, usize, usize)> = Vec::new();
    while left > 0 {
        open.push((0, size, left, 0, ends.len()));
        left = 0;
        while let Some((begin, size, count, low, high)) = open.pop() {
            if begin >= all {
                left += count;
                continue;
            }
            // The kinds that the range may touch are those from `low` up to `high`.
            if high - low <= 1 && begin + size <= all {
                tell(low, count);
                continue;
            }
            let half = size / 2;
            if half == 0 {
                tell(low, count);
                continue;
            }
            let upper = set_bits(count, random);
            let middle = begin + half;
            let inside = ends.get(low..high).unwrap_or_default();
            // The first kind that ends after the middle holds the ballot in the middle.
            let split = low + inside.partition_point(|end| *end <= middle);
            let through = low + inside.partition_point(|end| *end < middle);
            if count > upper {
                open.push((begin, half, count - upper, low, (through + 1).min(high)));
            }
            if upper > 0 {
                open.push((middle, half, upper, split.min(high.saturating_sub(1)), high));
            }
        }
    }
}

/// How many of so many random bits are set.
fn set_bits(count: u64, random: &mut Random) -> u64 {
    let mut set = 0_u64;
    for _ in 0..count / 64 {
        set += u64::from(random.bits().count_ones());
    }
    match count % 64 {
        0 => set,
        rest => set + u64::from((random.bits() >> (64 - rest)).count_ones()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ballot_is_drawn_equally_often() {
        let ends = [1, 2, 7, 7 + 30, 50];
        let weights = [1_u64, 1, 5, 30, 13];
        let mut random = Random::new(3);
        let mut came = [0_u64; 5];
        let rounds = 20_000;
        for _ in 0..rounds {
            let mut sum = 0;
            draw(&ends, 50, &mut random, &mut |kind, count| {
                came[kind] += count;
                sum += count;
            });
            assert_eq!(sum, 50);
        }
        for (came, weight) in came.iter().zip(weights) {
            let expected = (weight * rounds) as f64;
            let off = (*came as f64 - expected).abs();
            assert!(off < 5.0 * expected.sqrt(), "{came} of {expected}");
        }
    }

    #[test]
    fn the_table_draws_what_the_lists_draw() {
        let mut book = crate::tally::Book::default();
        for n in 0_u32..40 {
            let marks = (0..5).filter(|option| (n + option) % 3 > 0);
            let mark = |option| crate::tally::Mark { option, value: Some(1 + (n * option) % 5) };
            book.add(&n.to_string(), 0, &mut marks.map(mark).collect::<Vec<_>>());
        }
        let points = Points::of(&book.sort_out(5, crate::tally::Method::Score).profile);
        let mut end = 0;
        let ends: Vec<u64> = points
            .weights
            .iter()
            .map(|weight| {
                end += weight;
                end
            })
            .collect();
        let (mut table, mut lists) = (Totals::of(5), Totals::of(5));
        let order: Vec<usize> = (0..points.weights.len()).collect();
        let dense = Dense::of(&points, &order, 40).expect("full enough");
        dense.draw(&ends, 40, &mut Random::new(9), Tie::Supporters, &mut table);
        draw(&ends, 40, &mut Random::new(9), &mut |kind, count| lists.add(points.cells(kind), count));
        assert_eq!(table, lists);
    }
}
