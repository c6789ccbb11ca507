//! What Equal Shares promises: a group large enough and of one mind is not passed over.

use proptest::prelude::*;

use super::{election, equal_shares};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Extended justified representation (Aziz et al. 2017), which Equal Shares gives for approvals and equal costs (Peters &
    /// Skowron 2020): of every group of at least ℓ·n/k voters who have ℓ projects in common, somebody has ℓ winners.
    #[test]
    fn of_every_cohesive_group_somebody_has_what_the_group_is_owed(
        ballots in prop::collection::vec(0_u32..64, 1..9),
        seats in 1_u32..6,
    ) {
        let approvals: Vec<Vec<(u32, u32)>> = ballots
            .iter()
            .map(|ballot| (0..6).filter(|p| ballot >> p & 1 == 1).map(|p| (p, 1)).collect())
            .collect();
        let won = equal_shares(&election(&[(1, 1); 6], &approvals, seats.into())).winners;
        let winners: u32 = won.iter().map(|winner| 1 << winner).sum();
        for group in 1_u32..1 << ballots.len() {
            let members = || ballots.iter().enumerate().filter(|(v, _)| group >> v & 1 == 1).map(|(_, b)| *b);
            let common = members().fold(63, |common, ballot| common & ballot).count_ones();
            let owed = common.min(group.count_ones() * seats / ballots.len() as u32);
            let most = members().map(|ballot| (ballot & winners).count_ones()).max().unwrap();
            prop_assert!(most >= owed, "{group:b} of {ballots:?} is owed {owed}, has {most}: {won:?}");
        }
    }
}

#[test]
fn a_third_of_one_mind_decides_about_a_third() {
    // 20 voters want a, b, c; 10 want d. The plain count gives all three seats to the larger group.
    let ballots: Vec<Vec<(u32, u32)>> =
        (0..30).map(|voter| if voter < 20 { vec![(0, 1), (1, 1), (2, 1)] } else { vec![(3, 1)] }).collect();
    let asked = election(&[(1, 1); 4], &ballots, 3);
    assert_eq!(super::plain(&asked).0, [0, 1, 2]);
    assert_eq!(asked.represented(&super::plain(&asked).0), 20);
    let winners = equal_shares(&asked).winners;
    assert_eq!(winners, [0, 1, 3]);
    assert_eq!(asked.represented(&winners), 30);
}
