//! Pairs: a round robin, by the circle method (Kirkman, *On a problem in combinations*, 1847): one person stands, the
//! others turn around them.

use super::Design;

/// Up to 2n − 1 rounds in which 2n people, two a group, meet everybody once.
pub(super) fn round_robin(groups: usize, rounds: usize) -> Design {
    let turning = 2 * groups - 1;
    let round = |k: usize| {
        let mut group = vec![0_u32; 2 * groups];
        for pair in 1..groups {
            for at in [(k + pair) % turning, (k + turning - pair) % turning] {
                super::super::cells::put(&mut group, at, pair as u32);
            }
        }
        // Number k sits with the last one, who stands: both are in group 0.
        group
    };
    Design { groups, rounds: (0..rounds.min(turning)).map(round).collect(), stationary: 0 }
}
