//! One resample: how many ballots of each kind are drawn.

use crate::planner::random::Random;

/// Up to how many ballots of a kind on average one ballot is drawn after the other; with more, ranges of them are halved.
const FEW_OF_A_KIND: u64 = 16;

/// The ballots that are drawn from, numbered so that those of a kind stand together.
pub(super) struct Urn {
    /// Where each kind ends.
    ends: Vec<u64>,
    /// The kind of each ballot, where ballots are drawn one after the other.
    kinds: Vec<u32>,
    all: u64,
}

impl Urn {
    /// The urn of so many ballots of each kind.
    pub(super) fn of(weights: impl Iterator<Item = u64>) -> Self {
        let mut all = 0_u64;
        let ends: Vec<u64> = weights
            .map(|weight| {
                all = all.saturating_add(weight);
                all
            })
            .collect();
        let mut kinds = Vec::new();
        if all <= FEW_OF_A_KIND.saturating_mul(ends.len() as u64) {
            let mut begin = 0;
            for (kind, end) in (0..).zip(&ends) {
                kinds.extend((begin..*end).map(|_| kind));
                begin = *end;
            }
        }
        Self { ends, kinds, all }
    }

    /// How many ballots there are.
    pub(super) const fn all(&self) -> u64 {
        self.all
    }

    /// Draws as many ballots as there are, with replacement, and tells how many of each kind came; of one kind it may tell several
    /// times.
    pub(super) fn draw(&self, random: &mut Random, tell: &mut impl FnMut(usize, u64)) {
        if self.kinds.is_empty() {
            return halve(&self.ends, self.all, random, tell);
        }
        for _ in 0..self.kinds.len() {
            let drawn = random.below(self.kinds.len());
            tell(self.kinds.get(drawn).map_or(0, |kind| *kind as usize), 1);
        }
    }
}

/// Draws `all` ballots of as many, which are numbered so that those of kind i end before `ends[i]`, and tells how many of
/// each kind came. A draw is the bits of a number, taken from the highest on: of the draws that fall into a range, a
/// binomial number with p = ½ falls into its upper half, which is how many of so many random bits are set. A range that
/// lies within one kind is not halved further, so that a million ballots of few kinds cost little; draws beyond the last
/// ballot are drawn again. Whole numbers only: a seed gives the same everywhere.
fn halve(ends: &[u64], all: u64, random: &mut Random, tell: &mut impl FnMut(usize, u64)) {
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

/// How many of so many random bits are set. Eight words are added up bit by bit before any is counted, since counting is slow where
/// there is no instruction for it (W. Muła, N. Kurz and D. Lemire, *Faster Population Counts Using AVX2 Instructions*, The Computer
/// Journal 61, 2018: Harley and Seal's method).
fn set_bits(count: u64, random: &mut Random) -> u64 {
    let mut set = if count < 512 { 0 } else { set_in_eights(count / 512, random) };
    for _ in 0..count % 512 / 64 {
        set += u64::from(random.bits().count_ones());
    }
    match count % 64 {
        0 => set,
        rest => set + u64::from((random.bits() >> (64 - rest)).count_ones()),
    }
}

/// How many bits are set in so many times eight random words.
fn set_in_eights(times: u64, random: &mut Random) -> u64 {
    let (mut ones, mut twos, mut fours, mut eights) = (0, 0, 0, 0_u64);
    for _ in 0..times {
        let a = add(&mut ones, random.bits(), random.bits());
        let b = add(&mut ones, random.bits(), random.bits());
        let first = add(&mut twos, a, b);
        let a = add(&mut ones, random.bits(), random.bits());
        let b = add(&mut ones, random.bits(), random.bits());
        let second = add(&mut twos, a, b);
        eights += u64::from(add(&mut fours, first, second).count_ones());
    }
    let count = |bits: u64| u64::from(bits.count_ones());
    eights * 8 + count(fours) * 4 + count(twos) * 2 + count(ones)
}

/// Adds two words to a third, bit by bit, and returns what is carried.
#[inline]
const fn add(sum: &mut u64, a: u64, b: u64) -> u64 {
    let partly = *sum ^ a;
    let carried = (*sum & a) | (partly & b);
    *sum = partly ^ b;
    carried
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bits_that_are_added_up_are_as_many_as_those_counted_one_by_one() {
        for count in [0, 1, 63, 64, 65, 511, 512, 513, 1_024, 5_000, 70_001] {
            let mut random = Random::new(count);
            let mut bits = Vec::new();
            while (bits.len() as u64) < count {
                let left = count - bits.len() as u64;
                let word = random.bits();
                bits.extend((0..left.min(64)).map(|place| word >> (63 - place) & 1));
            }
            assert_eq!(set_bits(count, &mut Random::new(count)), bits.iter().sum::<u64>(), "{count}");
        }
    }

    /// Whether each kind comes as often as it stands in the urn.
    fn even(urn: &Urn, weights: &[u64]) {
        let mut random = Random::new(3);
        let mut came = vec![0_u64; weights.len()];
        let rounds = 20_000;
        for _ in 0..rounds {
            let mut sum = 0;
            urn.draw(&mut random, &mut |kind, count| {
                came[kind] += count;
                sum += count;
            });
            assert_eq!(sum, urn.all());
        }
        for (came, weight) in came.iter().zip(weights) {
            let expected = (weight * rounds) as f64;
            let off = (*came as f64 - expected).abs();
            assert!(off < 5.0 * expected.sqrt(), "{came} of {expected}");
        }
    }

    #[test]
    fn every_ballot_is_drawn_equally_often_one_after_the_other_and_by_halves() {
        let weights = [1_u64, 1, 5, 30, 13];
        let urn = Urn::of(weights.into_iter());
        assert_eq!(urn.kinds.len(), 50);
        even(&urn, &weights);
        even(&Urn { kinds: Vec::new(), ..urn }, &weights);
        let many = [100_u64, 7, 93];
        let urn = Urn::of(many.into_iter());
        assert!(urn.kinds.is_empty());
        even(&urn, &many);
    }
}
