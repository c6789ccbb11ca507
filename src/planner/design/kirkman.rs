//! Fifteen people, three a group, seven rounds, every two together once: Kirkman's schoolgirl problem (*Query VI*, Lady's
//! and Gentleman's Diary, 1850).
//!
//! One round is searched for; the other six follow by turning it. The people are two rings of seven and one who stands. When
//! both rings turn by one, each pair becomes another pair with the same difference, so every two meet once in seven turns
//! if the first round has every difference once.

use super::super::cells::{alter, at, put};
use super::Design;

const TURNS: usize = 7;
const PEOPLE: usize = 2 * TURNS + 1;
const STANDS: usize = PEOPLE - 1;

/// Up to seven rounds.
pub(super) fn fifteen(rounds: usize) -> Design {
    let mut first = vec![None; PEOPLE];
    let found = fill(&mut first, &mut [false; 3 * TURNS + 2], 0);
    let round = |turn: usize| {
        let mut groups = vec![0_u32; PEOPLE];
        for (p, group) in first.iter().enumerate() {
            let turned = if p == STANDS { p } else { p / TURNS * TURNS + (p % TURNS + turn) % TURNS };
            put(&mut groups, turned, group.unwrap_or(0));
        }
        groups
    };
    let rounds = if found { rounds.min(TURNS) } else { 0 };
    Design { groups: PEOPLE / 3, rounds: (0..rounds).map(round).collect(), stationary: 0 }
}

/// Fills the groups from this one on so that no difference comes twice.
fn fill(group_of: &mut [Option<u32>], seen: &mut [bool; 3 * TURNS + 2], group: u32) -> bool {
    let Some(p) = (0..PEOPLE).find(|&p| at(group_of, p).is_none()) else { return true };
    for q in p + 1..PEOPLE {
        for r in q + 1..PEOPLE {
            let three = [p, q, r];
            let new = [difference(p, q), difference(p, r), difference(q, r)];
            let repeated =
                new.iter().any(|&d| at(seen, d)) || new[0] == new[1] || new[0] == new[2] || new[1] == new[2];
            if repeated || three.iter().any(|&p| at(group_of, p).is_some()) {
                continue;
            }
            three.iter().for_each(|&p| put(group_of, p, Some(group)));
            new.iter().for_each(|&d| alter(seen, d, |_| true));
            if fill(group_of, seen, group + 1) {
                return true;
            }
            three.iter().for_each(|&p| put(group_of, p, None));
            new.iter().for_each(|&d| alter(seen, d, |_| false));
        }
    }
    false
}

/// What two people differ by, however both are turned; each kind of difference has numbers of its own.
fn difference(p: usize, q: usize) -> usize {
    if q == STANDS {
        return 3 * TURNS + p / TURNS;
    }
    let apart = (q % TURNS + TURNS - p % TURNS) % TURNS;
    match (p / TURNS, q / TURNS) {
        (0, 0) => apart.min(TURNS - apart),
        (1, 1) => TURNS + apart.min(TURNS - apart),
        _ => 2 * TURNS + apart,
    }
}
