//! Our own small generator, so that a seed gives the same plan and the same lot on every machine and in every later
//! version.
//!
//! xoshiro256** (Blackman and Vigna, *Scrambled Linear Pseudorandom Number Generators*, ACM TOMS 47, 2021), its state
//! filled by SplitMix64 (Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, OOPSLA 2014). Not for
//! secrets. What it yields for a seed must never change: stored workshops print their seeds.

/// One step of SplitMix64: moves `state` on and returns 64 well-mixed bits.
pub(crate) fn split_mix(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    z ^ (z >> 31)
}

/// A stream of numbers that follows from its seed alone.
#[derive(Debug, Clone)]
pub struct Random {
    s: [u64; 4],
}

impl Random {
    /// The stream of `seed`.
    pub fn new(seed: u64) -> Self {
        let mut state = seed;
        Self { s: std::array::from_fn(|_| split_mix(&mut state)) }
    }

    /// The next 64 bits.
    #[inline]
    pub(crate) fn bits(&mut self) -> u64 {
        let [s0, s1, s2, s3] = self.s;
        let result = s1.wrapping_mul(5).rotate_left(7).wrapping_mul(9);
        let (s2, s3) = (s2 ^ s0, s3 ^ s1);
        self.s = [s0 ^ s3, s1 ^ s2, s2 ^ (s1 << 17), s3.rotate_left(45)];
        result
    }

    /// A number in `0..n`; 0 where `n` is 0. Exactly even: numbers that would favour some are drawn again (Lemire, *Fast
    /// Random Integer Generation in an Interval*, ACM TOMACS 29, 2019).
    #[inline]
    pub fn below(&mut self, n: usize) -> usize {
        let n = n as u64;
        if n == 0 {
            return 0;
        }
        loop {
            let wide = u128::from(self.bits()) * u128::from(n);
            let low = wide as u64;
            if low >= n || low >= n.wrapping_neg() % n {
                return (wide >> 64) as usize;
            }
        }
    }

    /// Puts `items` into an even random order (Fisher and Yates).
    pub fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.below(last + 1));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn split_mix_gives_the_published_first_numbers() {
        // The reference values for seed 1234567, as other implementations print them.
        let mut state = 1_234_567;
        assert_eq!(split_mix(&mut state), 6_457_827_717_110_365_317);
        assert_eq!(split_mix(&mut state), 3_203_168_211_198_807_973);
    }

    #[test]
    fn xoshiro_gives_the_published_first_numbers() {
        // The reference state 1, 2, 3, 4.
        let mut random = Random { s: [1, 2, 3, 4] };
        assert_eq!([random.bits(), random.bits(), random.bits()], [11_520, 0, 1_509_978_240]);
    }

    #[test]
    fn a_shuffle_keeps_every_item() {
        let mut items: Vec<u32> = (0..100).collect();
        Random::new(7).shuffle(&mut items);
        assert_ne!(items, (0..100).collect::<Vec<_>>());
        items.sort_unstable();
        assert_eq!(items, (0..100).collect::<Vec<_>>());
    }
}
