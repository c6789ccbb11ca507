//! Rankings on published elections, and concordance against its definition.

use super::*;
use crate::tally::accord::{NoConcordance, concordance};
use crate::tally::{Book, Mark, Method};

/// A profile of rankings: how many, and the options from the best to the worst.
fn ranked_profile(of: &[(usize, &str)], options: usize) -> Profile {
    let mut book = Book::default();
    for (times, order) in of {
        for _ in 0..*times {
            let marks = order
                .bytes()
                .zip(1..)
                .map(|(letter, rank)| Mark { option: u32::from(letter - b'A'), value: Some(rank) });
            let id = book.len().to_string();
            book.add(&id, 0, &mut marks.collect::<Vec<_>>());
        }
    }
    book.sort_out(options, Method::Rank).profile
}

#[test]
fn schulze_orders_his_own_example() {
    // Schulze (2011), section 3.1's 45 voters as it is commonly told: E before A, C, B, D.
    let profile = ranked_profile(
        &[
            (5, "ACBED"),
            (5, "ADECB"),
            (8, "BEDAC"),
            (3, "CABED"),
            (7, "CAEBD"),
            (2, "CBADE"),
            (7, "DCEBA"),
            (8, "EBADC"),
        ],
        5,
    );
    let pairs = pairs(&profile);
    assert_eq!((pairs.prefer(0, 1), pairs.prefer(1, 0)), (20, 25));
    assert_eq!(condorcet_winner(&pairs), None);
    assert_eq!(schulze(&pairs), [3, 1, 2, 0, 4]);
}

#[test]
fn tennessee_chooses_by_each_rule_as_told_in_textbooks() {
    // Memphis A, Nashville B, Chattanooga C, Knoxville D.
    let profile = ranked_profile(&[(42, "ABCD"), (26, "BCDA"), (15, "CDBA"), (17, "DCBA")], 4);
    assert_eq!(borda_totals(&profile).total, [126, 194, 173, 107]);
    assert_eq!(condorcet_winner(&pairs(&profile)), Some(1));
    // Chattanooga falls first, then Nashville, then Memphis; Knoxville is left.
    assert_eq!(instant_runoff(&profile), [2, 1, 0, 3]);
}

#[test]
fn equal_options_fall_together() {
    let profile = ranked_profile(&[(3, "A"), (1, "B"), (1, "C")], 3);
    assert_eq!(instant_runoff(&profile), [1, 0, 0]);
    assert_eq!(instant_runoff(&ranked_profile(&[], 2)), [0, 0]);
    assert_eq!(schulze(&pairs(&ranked_profile(&[], 0))), [0_u64; 0]);
}

#[test]
fn concordance_is_that_of_complete_rankings_alone() {
    assert_eq!(concordance(&ranked_profile(&[(4, "ABC")], 3)), Ok(1.0));
    assert_eq!(concordance(&ranked_profile(&[(1, "ABC"), (1, "CBA")], 3)), Ok(0.0));
    // Rank sums 5, 5, 8 around their mean of 6.
    let three = ranked_profile(&[(2, "ABC"), (1, "BCA")], 3);
    let sums = [5.0_f64, 5.0, 8.0];
    let s: f64 = sums.iter().map(|sum| (sum - 6.0) * (sum - 6.0)).sum();
    assert_eq!(concordance(&three), Ok(12.0 * s / (9.0 * 24.0)));
    assert_eq!(concordance(&ranked_profile(&[(2, "AB")], 3)), Err(NoConcordance::Incomplete));
    let mut book = Book::default();
    // Ranks 1, 2½, 2½, 4 and 1, 2, 3, 4: sums 2, 4½, 5½, 8; S = 18½; T = 6.
    for (id, ranks) in [("a", [1, 2, 2, 4]), ("b", [1, 2, 3, 4])] {
        let marks = (0..).zip(ranks).map(|(option, rank)| Mark { option, value: Some(rank) });
        book.add(id, 0, &mut marks.collect::<Vec<_>>());
    }
    let tied = book.sort_out(4, Method::Rank).profile;
    assert_eq!(concordance(&tied), Ok(12.0 * 18.5 / (4.0 * 60.0 - 2.0 * 6.0)));
}
