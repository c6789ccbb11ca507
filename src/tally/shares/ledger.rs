//! Exact amounts: every amount of a run is a whole number over one common denominator.
//!
//! A voter who has never given all that was left has the share, less weight times price for each project that was bought and
//! that the voter supports. So the share and one price a project are all that has to be kept exactly.

use num_bigint::BigInt;
use num_integer::Integer;

/// The share of a voter and the prices of what was bought, in the order of buying.
#[derive(Debug, Clone)]
pub(super) struct Ledger {
    /// The common denominator.
    whole: BigInt,
    share: BigInt,
    prices: Vec<BigInt>,
    /// Amounts in fixed point are counted in 2^−shift.
    shift: u32,
}

impl Ledger {
    /// Everybody has the endowment divided by the number of voters, which is at least 1.
    pub(super) fn new(endowment: u128, voters: usize) -> Self {
        let (share, whole) = (BigInt::from(endowment), BigInt::from(voters.max(1)));
        // The share in fixed point then lies below 2⁶¹, and above 2⁵⁹ unless it is 0.
        let shift = u32::try_from((60 + whole.bits()).saturating_sub(share.bits())).unwrap_or(0);
        Self { whole, share, prices: Vec::new(), shift }
    }

    /// The share in fixed point, rounded down.
    pub(super) fn fixed_share(&self) -> i64 {
        let fixed: BigInt = (&self.share << self.shift).div_floor(&self.whole);
        i64::try_from(fixed).unwrap_or(i64::MAX)
    }

    /// A cost in fixed point: exact, for what costs no more than the endowment (2⁸⁵ at most: 2²⁴ voters and 2⁶¹ each).
    pub(super) fn fixed_cost(&self, cost: u64) -> i128 {
        i128::try_from(BigInt::from(cost) << self.shift).unwrap_or(i128::MAX)
    }

    /// How many projects have been bought.
    pub(super) fn len(&self) -> usize {
        self.prices.len()
    }

    /// What voters have left together, over the denominator: `count` shares less the prices times these weights.
    pub(super) fn left(&self, count: u64, weights: impl IntoIterator<Item = (usize, u64)>) -> BigInt {
        let mut left = &self.share * count;
        for (slot, weight) in weights {
            if let Some(price) = self.prices.get(slot).filter(|_| weight > 0) {
                left -= price * weight;
            }
        }
        left
    }

    /// A cost, over the denominator.
    pub(super) fn cost(&self, cost: u64) -> BigInt {
        &self.whole * cost
    }

    /// Enters a price a weight: `sum` over the denominator, divided among `weight`. Returns it in fixed point, rounded up.
    pub(super) fn enter(&mut self, sum: BigInt, weight: u64) -> i64 {
        let weight = weight.max(1);
        // The remainder first: it is a small number, and the sum is not.
        let rest = u64::try_from(sum.mod_floor(&BigInt::from(weight))).unwrap_or(0);
        let common = rest.gcd(&weight).max(1);
        let (price, factor) = (sum / common, weight / common);
        self.whole *= factor;
        self.share *= factor;
        for earlier in &mut self.prices {
            *earlier *= factor;
        }
        let fixed: BigInt = (&price << self.shift).div_ceil(&self.whole);
        self.prices.push(price);
        i64::try_from(fixed).unwrap_or(i64::MAX)
    }

    /// A price a weight, as numerator and denominator.
    pub(super) fn price(&self, slot: usize) -> (BigInt, BigInt) {
        (self.prices.get(slot).cloned().unwrap_or_default(), self.whole.clone())
    }
}
