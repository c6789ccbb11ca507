//! In which order the options stand on a ballot, and by which mark one knows that they are the ones that were frozen.
//!
//! What stands first is chosen more often (J. M. Miller and J. A. Krosnick, *The Impact of Candidate Name Order on Election
//! Outcomes*, Public Opinion Quarterly 62, 1998), so no option stands first for everybody. The orders are the rows of Latin
//! squares: each block of *n* ballots has one shuffle of the *n* options, turned by one place from ballot to ballot, so that
//! within a block every option stands once in every place.

use sha2::{Digest, Sha256};

/// The next of a stream of numbers from a seed: SplitMix64 (Steele, Lea and Flood, *Fast Splittable Pseudorandom Number
/// Generators*, OOPSLA 2014).
fn next(state: &mut u64) -> u64 {
    *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
    let mut z = *state;
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

/// The options as they stand on the ballot of this number (from 0), by the seed of the opening. Each is there once.
pub fn ballot_order<O: Clone>(options: &[O], seed: u64, number: u32) -> Vec<O> {
    let many = options.len();
    let Ok(block) = u32::try_from(many) else { return options.to_vec() };
    if block < 2 {
        return options.to_vec();
    }
    let mut state = seed ^ u64::from(number / block).wrapping_mul(0xD134_2543_DE82_EF95);
    let mut order: Vec<O> = options.to_vec();
    // Fisher and Yates; the part that a modulus favours is below 2⁻⁵⁰ for so few options.
    for last in (1..many).rev() {
        let bound = u64::try_from(last + 1).unwrap_or(1);
        let other = usize::try_from(next(&mut state) % bound).unwrap_or(0);
        order.swap(last, other);
    }
    order.rotate_left(usize::try_from(number % block).unwrap_or(0));
    order
}

/// SHA-256 in 64 hex digits over the frozen text: every line of it ended by a newline, so that no two lists of lines run into
/// the same text as long as no line holds one.
pub(crate) fn hash<'a>(lines: impl IntoIterator<Item = &'a str>) -> String {
    use std::fmt::Write as _;
    let mut sum = Sha256::new();
    for line in lines {
        sum.update(line.as_bytes());
        sum.update(b"\n");
    }
    sum.finalize().iter().fold(String::with_capacity(64), |mut text, byte| {
        // Writing into a string does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_hash_is_sha_256_of_the_lines() {
        // printf 'abc\n' | sha256sum
        assert_eq!(hash(["abc"]), "edeaaff3f1774ad2888673770c6d64097e391bc362d7d6fb34982ddf0efd18cb");
        assert_ne!(hash(["a", "b"]), hash(["ab"]));
    }

    proptest! {
        #[test]
        fn every_option_stands_as_often_in_each_place(many in 1_usize..15, blocks in 1_u32..4, seed: u64) {
            let options: Vec<usize> = (0..many).collect();
            let mut stood = vec![vec![0_u32; many]; many];
            for number in 0..blocks * many as u32 {
                let order = ballot_order(&options, seed, number);
                let mut sorted = order.clone();
                sorted.sort_unstable();
                prop_assert_eq!(&sorted, &options, "each once");
                for (place, option) in order.into_iter().enumerate() {
                    stood[option][place] += 1;
                }
            }
            prop_assert!(stood.iter().flatten().all(|times| *times == blocks));
        }

        #[test]
        fn whatever_the_number_of_ballots_places_differ_by_few(many in 2_usize..12, ballots in 1_u32..60, seed: u64) {
            let options: Vec<usize> = (0..many).collect();
            let mut stood = vec![vec![0_u32; many]; many];
            for number in 0..ballots {
                for (place, option) in ballot_order(&options, seed, number).into_iter().enumerate() {
                    stood[option][place] += 1;
                }
            }
            let least = stood.iter().flatten().min().unwrap();
            let most = stood.iter().flatten().max().unwrap();
            prop_assert!(most - least <= 1, "{least} to {most}");
        }
    }
}
