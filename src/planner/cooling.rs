//! Simulated annealing in whole numbers (Kirkpatrick, Gelatt and Vecchi, *Optimization by Simulated Annealing*, Science
//! 220, 1983): a change for the worse by d is taken with the chance e^(−d/T). Said the other way round, so that no number
//! with a point is needed: it is taken when d ≤ −T·ln u for an even u, and the logarithm comes from a table that is worked
//! out in whole numbers as well. So a plan is the same on every machine.

/// How many values of u the table tells apart, as a power of two.
const BITS: u32 = 12;
/// One, in the fixed point of temperatures and logarithms.
pub(super) const ONE: i64 = 1 << 16;

/// −ln u in 65536ths, for u = (i + ½) / 4096.
static LOGARITHMS: [i32; 1 << BITS] = logarithms();

#[allow(clippy::indexing_slicing, reason = "worked out while compiling, where no iterator can be used")]
const fn logarithms() -> [i32; 1 << BITS] {
    let mut table = [0; 1 << BITS];
    let mut i = 0;
    while i < 1 << BITS {
        // u = odd / 2^(BITS + 1), so −log2 u = BITS + 1 − log2 odd.
        let odd = 2 * i as u64 + 1;
        let log = ((BITS as u64 + 1) << 20) - log2(odd);
        // ln 2 in 2^-20: 726817.
        table[i] = (((log * 726_817) >> 20) >> 4) as i32;
        i += 1;
    }
    table
}

/// The logarithm to base 2 in 2^-20ths, digit by digit: squaring doubles it.
const fn log2(x: u64) -> u64 {
    let whole = 63 - x.leading_zeros() as u64;
    let mut mantissa = x << (31 - whole);
    let mut log = whole << 20;
    let mut digit = 1 << 19;
    while digit > 0 {
        mantissa = (mantissa * mantissa) >> 31;
        if mantissa >= 1 << 32 {
            mantissa >>= 1;
            log += digit;
        }
        digit >>= 1;
    }
    log
}

/// The most that a change may be for the worse, at a temperature in 65536ths, for these random bits.
#[inline]
pub(super) fn most(temperature: i64, bits: u64) -> i64 {
    let log = LOGARITHMS.get((bits & ((1 << BITS) - 1)) as usize).copied().unwrap_or(0);
    (temperature * i64::from(log)) >> 32
}

/// A temperature that falls from one value to another along an exponential, made of straight pieces for each halving.
#[derive(Debug, Clone, Copy)]
pub(super) struct Schedule {
    /// In 65536ths.
    pub(super) hot: i64,
    /// In 65536ths.
    pub(super) cold: i64,
}

impl Schedule {
    /// The temperature after `done` of `all` steps.
    pub(super) fn at(self, done: u64, all: u64) -> i64 {
        let (hot, cold) = (self.hot.max(1), self.cold.max(1));
        // How many halvings lead from hot to cold, in 2^-20ths.
        let halvings = log2(hot as u64).saturating_sub(log2(cold as u64));
        let so_far = (u128::from(halvings) * u128::from(done) / u128::from(all.max(1))) as u64;
        let (whole, part) = (so_far >> 20, (so_far & ((1 << 20) - 1)) as i64);
        let from = hot >> whole.min(62);
        (from - ((from * part) >> 21)).max(1)
    }
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test says what it missed")]
mod tests {
    use super::*;

    #[test]
    fn the_table_holds_logarithms() {
        for i in [0, 1, 100, 2_047, 2_048, 4_000, 4_095] {
            let exact = -((i as f64 + 0.5) / 4_096.0).ln() * ONE as f64;
            assert!((f64::from(LOGARITHMS[i]) - exact).abs() < 1.5, "{i}: {} {exact}", LOGARITHMS[i]);
        }
    }

    #[test]
    fn a_change_for_the_worse_is_taken_as_often_as_the_theory_says() {
        let mut random = crate::planner::random::Random::new(1);
        for (temperature, worse) in [(4 * ONE, 3), (10 * ONE, 1), (2 * ONE, 6)] {
            let draws = 200_000;
            let taken = (0..draws).filter(|_| most(temperature, random.bits()) >= worse).count();
            let theory = (-(worse as f64) * ONE as f64 / temperature as f64).exp();
            assert!((taken as f64 / f64::from(draws) - theory).abs() < 0.01);
        }
    }

    #[test]
    fn a_temperature_falls_from_end_to_end() {
        let schedule = Schedule { hot: 20 * ONE, cold: 2 * ONE };
        assert_eq!(schedule.at(0, 1_000), 20 * ONE);
        assert!((schedule.at(1_000, 1_000) - 2 * ONE).abs() < ONE / 4);
        let falls: Vec<i64> = (0..=100).map(|done| schedule.at(done, 100)).collect();
        assert!(falls.windows(2).all(|two| two[1] <= two[0]));
    }
}
