//! How urgent a countdown is: the rule for the wall and for the desk.

/// A fifth of the length is left: the end comes soon.
const SOON: i128 = 5;
/// A twentieth of the length is left: the end is there.
const NEARLY: i128 = 20;

/// The four states of a countdown, the calmest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Urgency {
    /// More than 20 % of the length is left.
    Plenty,
    /// 20 % and less.
    Soon,
    /// 5 % and less.
    Nearly,
    /// Nothing is left: what counts up now is over the time.
    Over,
}

impl Urgency {
    /// How urgent it is when so many seconds are left of a length in seconds.
    pub(crate) fn of(left: i64, length: i64) -> Self {
        // In whole numbers, so that the borders are exact.
        let (left, length) = (i128::from(left), i128::from(length));
        match left {
            ..=0 => Self::Over,
            left if left * NEARLY <= length => Self::Nearly,
            left if left * SOON <= length => Self::Soon,
            _ => Self::Plenty,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_borders_of_an_hour() {
        let hour = |left: i64| Urgency::of(left, 3600);
        assert_eq!([hour(3600), hour(721)], [Urgency::Plenty; 2]);
        assert_eq!([hour(720), hour(181)], [Urgency::Soon; 2]);
        assert_eq!([hour(180), hour(1)], [Urgency::Nearly; 2]);
        assert_eq!([hour(0), hour(-1)], [Urgency::Over; 2]);
    }

    #[test]
    fn a_length_of_nothing_is_over_at_once() {
        assert_eq!(Urgency::of(0, 0), Urgency::Over);
        assert_eq!(Urgency::of(i64::MIN, i64::MIN), Urgency::Over);
        assert_eq!(Urgency::of(i64::MAX, i64::MAX), Urgency::Plenty);
    }

    proptest! {
        #[test]
        fn it_never_calms_down_by_itself(length in 0_i64..200_000, left in -200_000_i64..200_000, later in 0_i64..200_000) {
            prop_assert!(Urgency::of(left - later, length) >= Urgency::of(left, length));
        }

        #[test]
        fn it_is_a_matter_of_the_share(length in 1_i64..20_000, left in 1_i64..20_000, times in 1_i64..50) {
            prop_assert_eq!(Urgency::of(left * times, length * times), Urgency::of(left, length));
            let share = left as f64 / length as f64;
            let about = |border: f64| (share - border).abs() < 1e-9;
            if !about(0.2) && !about(0.05) {
                let expected = if share > 0.2 { Urgency::Plenty } else if share > 0.05 { Urgency::Soon } else { Urgency::Nearly };
                prop_assert_eq!(Urgency::of(left, length), expected);
            }
        }
    }
}
