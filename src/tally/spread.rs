//! How far votes on an ordered scale agree: van der Eijk's A, the median, the interquartile range.
//!
//! Never a standard deviation: the steps of such a scale need not be equally far apart.

/// The most categories of a scale that [`agreement`] looks at: each layer takes time in proportion to them.
pub(crate) const MOST_CATEGORIES: usize = 1_000;

/// Van der Eijk's agreement A of how often each category of an ordered scale was chosen: 1 where all chose one category, 0
/// where each was chosen equally often, −1 where half chose one end and half the other.
///
/// Source: C. van der Eijk, *Measuring Agreement in Ordered Rating Scales*, Quality & Quantity 35 (2001), 325–341. The
/// frequencies are taken apart into layers, each as high as the lowest category that is left in it. A layer has only empty
/// and full categories; its agreement is U · (1 − (S−1)/(K−1)) for K categories of which S are full, and A is the mean of
/// the layers by the ballots in them. U compares the triples of categories that speak for one peak (full, full, empty and
/// empty, full, full: TU) with those that speak for two (full, empty, full: TDU):
/// U = ((K−2)·TU − (K−1)·TDU) / ((K−2)·(TU+TDU)).
///
/// None where nothing was chosen, for a scale of fewer than two categories, and for one of more than [`MOST_CATEGORIES`].
pub(crate) fn agreement(frequencies: &[u64]) -> Option<f64> {
    let all: u128 = frequencies.iter().map(|&f| u128::from(f)).sum();
    if all == 0 || !(2..=MOST_CATEGORIES).contains(&frequencies.len()) {
        return None;
    }
    let mut left = frequencies.to_vec();
    let mut agreement = 0.0;
    while let Some(height) = left.iter().copied().filter(|f| *f > 0).min() {
        let full: Vec<bool> = left.iter().map(|f| *f > 0).collect();
        let (above, below) = layer(&full);
        let ballots = u128::from(height) * full.iter().filter(|full| **full).count() as u128;
        agreement += (ballots as f64 / all as f64) * (above as f64 / below as f64);
        left.iter_mut().for_each(|f| *f = f.saturating_sub(height));
    }
    Some(agreement)
}

/// The agreement of one layer as a fraction.
fn layer(full: &[bool]) -> (i128, i128) {
    let categories = full.len() as i128;
    let ones = full.iter().filter(|full| **full).count() as i128;
    let (mut before, mut peaks, mut gaps) = (0_i128, 0_i128, 0_i128);
    for &full in full {
        if full {
            before += 1;
            continue;
        }
        let after = ones - before;
        gaps += before * after;
        peaks += (before * (before - 1) + after * (after - 1)) / 2;
    }
    // One full category, all of them, or a scale of two: there is no triple to look at, and U is 1.
    let (above, below) = if peaks + gaps == 0 || categories == 2 {
        (1, 1)
    } else {
        ((categories - 2) * peaks - (categories - 1) * gaps, (categories - 2) * (peaks + gaps))
    };
    (above * (categories - ones), below * (categories - 1))
}

/// Polarisation (1−A)/2: 0 where all agree, ½ where all categories were chosen equally often, 1 where the two ends face
/// each other.
pub(crate) fn polarisation(agreement: f64) -> f64 {
    (1.0 - agreement) / 2.0
}

/// A number counted in quarters, so that medians and quartiles are exact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Quarters(pub u64);

impl Quarters {
    /// The same as a decimal number, exact below 2⁵³.
    pub(crate) fn to_f64(self) -> f64 {
        self.0 as f64 / 4.0
    }
}

/// The middle of votes, and how wide their middle half is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Middle {
    /// The median; between the two middle ones where their number is even.
    pub median: Quarters,
    /// The interquartile range Q₃ − Q₁.
    pub iqr: Quarters,
}

/// The median and the interquartile range of values, each with how often it occurs, the values ascending. None where
/// nothing occurs.
///
/// The quartiles are those of type 7 in R. J. Hyndman and Y. Fan, *Sample Quantiles in Statistical Packages*, The American
/// Statistician 50 (1996), 361–365: of n values in order, the one at (n−1)·p counted from 0, in a straight line between two
/// neighbours. Spreadsheets (`QUARTILE.INC`), R and NumPy do the same.
pub(crate) fn middle(values: &[(u32, u64)]) -> Option<Middle> {
    let all: u64 = values.iter().map(|(_, times)| times).sum();
    let last = all.checked_sub(1)?;
    let at = |place: u64| {
        let mut passed = 0_u64;
        let found = values.iter().find(|(_, times)| {
            passed = passed.saturating_add(*times);
            place < passed
        });
        found.map_or(0, |(value, _)| u64::from(*value))
    };
    let quantile = |quarters: u64| {
        let place = u128::from(last) * u128::from(quarters);
        let whole = (place / 4) as u64;
        let low = at(whole);
        let high = at(whole.saturating_add(1).min(last));
        4 * low + (place % 4) as u64 * (high - low)
    };
    Some(Middle { median: Quarters(quantile(2)), iqr: Quarters(quantile(3) - quantile(1)) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rounded(frequencies: &[u64], places: i32) -> f64 {
        let by = 10_f64.powi(places);
        (agreement(frequencies).unwrap() * by).round() / by
    }

    #[test]
    fn published_spreads_have_their_agreement() {
        assert_eq!(rounded(&[30, 40, 210, 130, 530, 50, 10], 5), 0.61133);
        assert_eq!(agreement(&[7, 7, 7, 7, 7]), Some(0.0));
        assert_eq!(agreement(&[20, 0, 0, 0, 20]), Some(-1.0));
        assert_eq!(agreement(&[0, 0, 42, 0, 0]), Some(1.0));
        assert_eq!(rounded(&[2, 3, 7, 18, 12], 3), 0.488);
        assert_eq!(rounded(&[18, 3, 0, 3, 18], 3), -0.754);
        assert_eq!(polarisation(-1.0), 1.0);
        assert_eq!(polarisation(1.0), 0.0);
    }

    #[test]
    fn what_is_no_scale_has_no_agreement() {
        assert_eq!(agreement(&[]), None);
        assert_eq!(agreement(&[5]), None);
        assert_eq!(agreement(&[0, 0, 0]), None);
        assert_eq!(agreement(&vec![1; MOST_CATEGORIES + 1]), None);
        assert_eq!(agreement(&[5, 0]), Some(1.0));
        assert_eq!(agreement(&[5, 5]), Some(0.0));
        assert_eq!(agreement(&[u64::MAX, 0, u64::MAX]), Some(-1.0));
    }

    #[test]
    fn quartiles_are_those_of_type_seven() {
        let middle_of = |values: &[u32]| middle(&values.iter().map(|v| (*v, 1)).collect::<Vec<_>>()).unwrap();
        // numpy.percentile([1, 2, 3, 4], [25, 50, 75]) = 1.75, 2.5, 3.25
        let four = middle_of(&[1, 2, 3, 4]);
        assert_eq!((four.median.to_f64(), four.iqr.to_f64()), (2.5, 1.5));
        // numpy.percentile([1, 1, 2, 5, 5, 5, 9], [25, 75]) = 1.5, 5.0
        let seven = middle_of(&[1, 1, 2, 5, 5, 5, 9]);
        assert_eq!((seven.median.to_f64(), seven.iqr.to_f64()), (5.0, 3.5));
        assert_eq!(middle(&[]), None);
        assert_eq!(middle(&[(3, 0)]), None);
        assert_eq!(middle(&[(3, 1)]).map(|m| (m.median.to_f64(), m.iqr.to_f64())), Some((3.0, 0.0)));
    }

    proptest! {
        #[test]
        fn agreement_lies_between_its_ends_and_does_not_hang_on_direction_or_size(
            mut frequencies in prop::collection::vec(0_u64..9, 2..9), times in 1_u64..50,
        ) {
            let Some(a) = agreement(&frequencies) else { return Ok(()) };
            prop_assert!((-1.0 - 1e-12..=1.0 + 1e-12).contains(&a), "{a}");
            let more: Vec<u64> = frequencies.iter().map(|f| f * times).collect();
            prop_assert!((agreement(&more).unwrap() - a).abs() < 1e-12);
            frequencies.reverse();
            prop_assert!((agreement(&frequencies).unwrap() - a).abs() < 1e-12);
        }

        #[test]
        fn counted_values_have_the_middle_of_the_values_written_out(counted in prop::collection::vec(0_u64..4, 1..7)) {
            let values: Vec<(u32, u64)> = (1..).zip(counted.iter().copied()).collect();
            let written: Vec<u32> = values.iter().flat_map(|&(v, n)| std::iter::repeat_n(v, n as usize)).collect();
            let one: Vec<(u32, u64)> = written.iter().map(|v| (*v, 1)).collect();
            prop_assert_eq!(middle(&values), middle(&one));
            if written.len() % 2 == 1 {
                let mid = written[written.len() / 2];
                prop_assert_eq!(middle(&values).unwrap().median.to_f64(), f64::from(mid));
            }
        }
    }
}
