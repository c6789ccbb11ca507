//! Amounts and points as they stand in a file: whole numbers and decimal fractions, kept exactly.

use std::fmt;

/// The most digits after the point.
const MOST_DECIMALS: u32 = 9;

/// A number that is not negative, as digits and the place of the decimal point; 12.50 and 12.5 are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(crate) struct Decimal {
    digits: u64,
    decimals: u32,
}

/// Why a text is not such a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub(crate) enum NotDecimal {
    /// It is not digits with at most one decimal point or comma.
    #[error("not a number")]
    Number,
    /// It is below 0.
    #[error("negative")]
    Negative,
    /// It has more digits than are worked with: 18 in all, 9 after the point.
    #[error("too many digits")]
    Digits,
}

impl Decimal {
    /// How many digits stand after the point, without zeros at the end.
    pub(crate) fn decimals(self) -> u32 {
        self.decimals
    }

    /// Whether it is 0.
    pub(crate) fn is_zero(self) -> bool {
        self.digits == 0
    }

    /// The number times 10 to this power, if that is a whole number of 64 bits.
    pub(crate) fn scaled(self, decimals: u32) -> Option<u64> {
        self.digits.checked_mul(10_u64.checked_pow(decimals.checked_sub(self.decimals)?)?)
    }

    /// Reads digits, with a point or a comma before the decimals.
    ///
    /// # Errors
    /// [`NotDecimal`].
    pub(crate) fn read(text: &str) -> Result<Self, NotDecimal> {
        let (negative, plain) = match text.strip_prefix(['-', '\u{2212}']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(text)),
        };
        let (whole, fraction) = plain.split_once(['.', ',']).unwrap_or((plain, "0"));
        let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(fraction) {
            return Err(NotDecimal::Number);
        }
        let (whole, fraction) = (whole.trim_start_matches('0'), fraction.trim_end_matches('0'));
        let decimals = u32::try_from(fraction.len()).unwrap_or(u32::MAX);
        if decimals > MOST_DECIMALS || whole.len() + fraction.len() > 18 {
            return Err(NotDecimal::Digits);
        }
        let all = whole.bytes().chain(fraction.bytes());
        let number = all.fold(0_u64, |number, byte| number * 10 + u64::from(byte - b'0'));
        if negative && number > 0 {
            return Err(NotDecimal::Negative);
        }
        Ok(Self { digits: number, decimals: if number == 0 { 0 } else { decimals } })
    }
}

impl From<u32> for Decimal {
    fn from(number: u32) -> Self {
        Self { digits: number.into(), decimals: 0 }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let unit = 10_u64.pow(self.decimals.min(18));
        write!(f, "{}", self.digits / unit)?;
        if self.decimals > 0 {
            write!(f, ".{:0width$}", self.digits % unit, width = self.decimals as usize)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written() {
        let shown = |text: &str| Decimal::read(text).map(|number| number.to_string());
        for (text, same) in
            [("12", "12"), ("012.50", "12.5"), ("0,05", "0.05"), ("+3", "3"), ("0.0", "0"), ("-0", "0")]
        {
            assert_eq!(shown(text), Ok(same.to_owned()), "{text}");
        }
        for text in ["", ".", "1.", ".5", "1 000", "1e3", "1.2.3", "NaN", "x", "--1", "١"] {
            assert_eq!(shown(text), Err(NotDecimal::Number), "{text}");
        }
        assert_eq!(shown("-3"), Err(NotDecimal::Negative));
        assert_eq!(shown("\u{2212}0.1"), Err(NotDecimal::Negative));
        assert_eq!(shown("999999999999999999"), Ok("9".repeat(18)));
        assert_eq!(shown("1000000000000000000"), Err(NotDecimal::Digits));
        assert_eq!(shown("0.0000000001"), Err(NotDecimal::Digits));
    }

    #[test]
    fn to_scale_is_to_multiply() {
        let number = Decimal::read("12.5").unwrap();
        assert_eq!((number.scaled(0), number.scaled(1), number.scaled(3)), (None, Some(125), Some(12_500)));
        assert_eq!(Decimal::read("999999999999999999").unwrap().scaled(9), None);
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(digits in 0_u64..1_000_000_000_000_000_000, decimals in 0_u32..10) {
            let unit = 10_u64.pow(decimals);
            let text = if decimals == 0 {
                digits.to_string()
            } else {
                format!("{}.{:0width$}", digits / unit, digits % unit, width = decimals as usize)
            };
            let number = Decimal::read(&text).unwrap();
            prop_assert_eq!(number.scaled(decimals), Some(digits));
            prop_assert_eq!(Decimal::read(&number.to_string()), Ok(number));
        }
    }
}
