//! Designs: first plans in which nobody meets anybody twice, made by algebra and not by search.
//!
//! `G` groups of `s` are thought of as `s` rows of `G` people. In a *transversal* round, each group takes one of each row:
//! the person in column c of row i goes to group c + f(i, k) in round k. Two people of one row never meet then, and two of
//! different rows at most once if for every two rows the differences f(i, k) − f(j, k) are all different: a difference
//! matrix (Colbourn and Dinitz, *Handbook of Combinatorial Designs*, 2nd ed., VI.17). With a finite field of G elements,
//! f(i, k) = i·k gives G rounds for up to G rows (the resolvable transversal design of Bose, 1938). The people of a row
//! then still have one another to meet: they are split into groups of `s` by a smaller design.
//!
//! f(0, k) = 0: whoever stands in row 0 stays in one group for all transversal rounds, as hosts do.

mod difference;
mod field;
mod kirkman;
mod pairs;

/// Rounds for so many groups of one size.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Design {
    /// How many groups a round has.
    pub(super) groups: usize,
    /// For each round and each cell (row · groups + column), its group.
    pub(super) rounds: Vec<Vec<u32>>,
    /// In how many of the first rounds the cell in column c of row 0 is in group c.
    pub(super) stationary: usize,
}

/// A design of up to `rounds` rounds for `groups` groups of `size`, with as many rounds as are known to go without a
/// repeat. `still` asks for rounds in which row 0 stays where it is.
pub(super) fn design(groups: usize, size: usize, rounds: usize, still: bool) -> Design {
    let empty = Design { groups, rounds: Vec::new(), stationary: 0 };
    if groups == 0 || size == 0 || rounds == 0 {
        return empty;
    }
    let transversal = transversal(groups, size, rounds);
    if still || transversal.rounds.len() >= rounds {
        return transversal;
    }
    let other = match (groups, size) {
        (_, 2) => pairs::round_robin(groups, rounds),
        (5, 3) => kirkman::fifteen(rounds),
        _ => empty,
    };
    let within = within_rows(groups, size, rounds, transversal);
    if other.rounds.len() > within.rounds.len() { other } else { within }
}

/// The transversal rounds alone.
fn transversal(groups: usize, size: usize, rounds: usize) -> Design {
    let table = difference::table(groups, size, rounds);
    let round = |k: usize| {
        let row = |i: usize| {
            let shift = table.shift(i, k);
            (0..groups).map(move |column| (column, shift))
        };
        (0..size).flat_map(row).map(|(column, shift)| table.add(column, shift) as u32).collect()
    };
    let rounds: Vec<Vec<u32>> = (0..table.rounds()).map(round).collect();
    Design { groups, stationary: rounds.len(), rounds }
}

/// More rounds, in which the people of each row meet one another.
fn within_rows(groups: usize, size: usize, rounds: usize, mut design: Design) -> Design {
    if !groups.is_multiple_of(size) || design.rounds.len() >= rounds {
        return design;
    }
    let parts = groups / size;
    let left = rounds - design.rounds.len();
    let smaller = if parts == 1 {
        Design { groups: 1, rounds: vec![vec![0; groups]], stationary: 0 }
    } else {
        self::design(parts, size, left, false)
    };
    for round in smaller.rounds.iter().take(left) {
        let row = |i: usize| round.iter().map(move |part| (i * parts) as u32 + part);
        design.rounds.push((0..size).flat_map(row).collect());
    }
    design
}

#[cfg(test)]
#[allow(clippy::indexing_slicing, reason = "a test says what it missed")]
mod tests {
    use super::*;

    /// Every group has its size, and how many pairs meet again.
    fn repeats(design: &Design, size: usize) -> usize {
        let people = design.groups * size;
        let mut met = vec![false; people * people];
        let mut repeats = 0;
        for round in &design.rounds {
            assert_eq!(round.len(), people);
            let mut groups = vec![Vec::new(); design.groups];
            for (p, group) in round.iter().enumerate() {
                groups[*group as usize].push(p);
            }
            for group in &groups {
                assert_eq!(group.len(), size);
                for (i, p) in group.iter().enumerate() {
                    for q in &group[i + 1..] {
                        repeats += usize::from(met[p * people + q]);
                        met[p * people + q] = true;
                    }
                }
            }
        }
        repeats
    }

    #[test]
    fn known_designs_have_all_their_rounds_and_no_repeat() {
        let known = [
            (7, 6, 7),
            (8, 4, 9),
            (8, 6, 8),
            (9, 5, 9),
            (5, 3, 7),
            (6, 6, 3),
            (7, 7, 8),
            (8, 8, 9),
            (9, 9, 10),
            (4, 4, 5),
            (9, 3, 13),
            (3, 3, 4),
            (21, 2, 41),
            (20, 5, 6),
            (50, 10, 6),
            (10, 4, 7),
            (16, 4, 20),
            (1, 1, 1),
            (11, 11, 12),
        ];
        for (groups, size, rounds) in known {
            let design = design(groups, size, rounds, false);
            assert_eq!(design.rounds.len(), rounds, "{groups} groups of {size}");
            assert_eq!(repeats(&design, size), 0, "{groups} groups of {size}");
        }
    }

    #[test]
    fn row_0_stays_where_it_is() {
        for (groups, size, rounds) in [(7, 6, 7), (10, 4, 5), (20, 5, 6)] {
            let design = design(groups, size, rounds, true);
            assert_eq!((design.stationary, design.rounds.len()), (rounds, rounds));
            for round in &design.rounds {
                assert!((0..groups).all(|column| round[column] as usize == column));
            }
        }
    }

    #[test]
    fn nothing_asked_gives_nothing() {
        for (groups, size, rounds) in [(0, 4, 3), (4, 0, 3), (4, 4, 0)] {
            assert!(design(groups, size, rounds, false).rounds.is_empty());
        }
    }
}
