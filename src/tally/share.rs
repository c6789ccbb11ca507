//! Shares that are compared exactly.

use std::cmp::Ordering;

/// The most places after the point that are looked at.
const PLACES: usize = 18;

/// A share of ballots: so many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Share {
    /// How many.
    pub some: u64,
    /// Of how many; 0 where there was nobody to ask.
    pub of: u64,
}

impl Share {
    /// A threshold as a person wrote it: the shortest decimal number that is read as `number`, so that 0.6 is 6/10 and not
    /// the binary number beside it. None outside of 0 to 1.
    pub(crate) fn written(number: f64) -> Option<Self> {
        if !(0.0..=1.0).contains(&number) {
            return None;
        }
        let text = format!("{}", number.abs());
        let (whole, places) = text.split_once('.').unwrap_or((text.as_str(), ""));
        let places = places.get(..places.len().min(PLACES))?;
        let of = 10_u64.pow(u32::try_from(places.len()).ok()?);
        let part = if places.is_empty() { 0 } else { places.parse::<u64>().ok()? };
        Some(Self { some: whole.parse::<u64>().ok()? * of + part, of })
    }

    /// Whether the share is at least the threshold; never where there was nobody to ask.
    pub(crate) fn reaches(self, threshold: Self) -> bool {
        self.of > 0 && self.compare(threshold) != Ordering::Less
    }

    fn compare(self, other: Self) -> Ordering {
        (u128::from(self.some) * u128::from(other.of)).cmp(&(u128::from(other.some) * u128::from(self.of)))
    }

    /// As a decimal number, to be shown.
    pub(crate) fn to_f64(self) -> f64 {
        if self.of == 0 { 0.0 } else { self.some as f64 / self.of as f64 }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_threshold_is_taken_as_it_was_written() {
        assert_eq!(Share::written(0.75), Some(Share { some: 75, of: 100 }));
        assert_eq!(Share::written(0.6), Some(Share { some: 6, of: 10 }));
        assert_eq!(Share::written(1.0), Some(Share { some: 1, of: 1 }));
        assert_eq!(Share::written(0.0), Some(Share { some: 0, of: 1 }));
        for wrong in [1.5, -0.1, f64::NAN, f64::INFINITY] {
            assert_eq!(Share::written(wrong), None, "{wrong}");
        }
        assert!(Share::written(1e-300).is_some_and(|least| least.some == 0));
    }

    #[test]
    fn exactly_the_threshold_reaches_it() {
        // 0.6 as a binary number is a little less than three fifths, 0.7 · 10 a little more than seven.
        let of_ten = |some| Share { some, of: 10 };
        for (written, least) in [(0.6, 6), (0.7, 7), (0.1, 1), (0.3, 3)] {
            let threshold = Share::written(written).unwrap();
            assert!(of_ten(least).reaches(threshold) && !of_ten(least - 1).reaches(threshold), "{written}");
        }
        assert!(!Share { some: 0, of: 0 }.reaches(Share { some: 0, of: 1 }));
    }
}
