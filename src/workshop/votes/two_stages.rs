//! How long a shortlist is, where a vote has two stages.
//!
//! Nobody compares forty options. Practice brings a long list down to a manageable one first and chooses after that: multivoting
//! "narrows a large list of possibilities to a smaller list of the top priorities" and is repeated until the list is short enough
//! (N. R. Tague, *The Quality Toolbox*, 2nd ed., ASQ Quality Press 2005); the nominal group technique ranks a handful out of what was
//! listed, and votes again (A. L. Delbecq, A. H. Van de Ven, D. H. Gustafson, *Group Techniques for Program Planning*, 1975). How
//! short is our choice: ten, or two for each place where that is more; never above the number from which on a list is too long,
//! nor more than half of it while that leaves a choice.

/// Above this many options people no longer compare; two stages are better.
pub(crate) const MANY_OPTIONS: usize = 20;
/// The usual length of a shortlist.
const USUAL: usize = 10;

/// How many of so many options go on to a second stage with so many places: always more than the places, and fewer than the
/// options. None where there is no such number.
pub(crate) fn shortlist(options: usize, places: u32) -> Option<u32> {
    let places = usize::try_from(places).unwrap_or(usize::MAX);
    let (least, most) = (places.checked_add(1)?, options.checked_sub(1)?);
    if least > most {
        return None;
    }
    let usual = places.saturating_mul(2).clamp(USUAL, MANY_OPTIONS).min(options.div_ceil(2));
    u32::try_from(usual.clamp(least, most)).ok()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn ten_or_two_for_each_place_and_no_more_than_half() {
        let shortlists = |options| [1, 3, 5, 8, 12].map(|places| shortlist(options, places));
        assert_eq!(shortlists(40), [Some(10), Some(10), Some(10), Some(16), Some(20)]);
        assert_eq!(shortlists(21), [Some(10), Some(10), Some(10), Some(11), Some(13)]);
        assert_eq!(shortlists(6), [Some(3), Some(4), None, None, None]);
        assert_eq!(shortlist(0, 0), None);
    }

    proptest! {
        #[test]
        fn there_is_a_choice_in_both_stages(options in 0_usize..600, places in 0_u32..600) {
            match shortlist(options, places) {
                Some(list) => prop_assert!(list > places && (list as usize) < options),
                None => prop_assert!(places as usize + 1 >= options),
            }
        }
    }
}
