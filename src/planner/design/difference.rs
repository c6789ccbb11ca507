//! Difference matrices: by how much each row is shifted in each round.

use super::super::cells::at;
use super::field::Field;

/// How many shifts the search for a table may try.
const TRIES: usize = 200_000;

/// A table of shifts f(row, round) in some group of order `groups`, such that for every two rows the differences are all
/// different.
#[derive(Debug, Clone)]
pub(super) enum Table {
    /// f(i, k) = i · k in a finite field.
    Field { field: Field, rows: usize, rounds: usize },
    /// f(i, k) as listed, added modulo the number of groups.
    Cyclic { groups: usize, rows: Vec<Vec<usize>> },
}

impl Table {
    /// How many rounds it has.
    pub(super) fn rounds(&self) -> usize {
        match self {
            Self::Field { rounds, .. } => *rounds,
            Self::Cyclic { rows, .. } => rows.first().map_or(0, Vec::len),
        }
    }

    /// The shift of a row in a round. Where there are more rows than the table has, they come round again.
    pub(super) fn shift(&self, row: usize, round: usize) -> usize {
        match self {
            Self::Field { field, rows, .. } => field.multiply(row % rows, round),
            Self::Cyclic { rows, .. } => rows.get(row % rows.len().max(1)).map_or(0, |row| at(row, round)),
        }
    }

    /// A column shifted.
    pub(super) fn add(&self, column: usize, shift: usize) -> usize {
        match self {
            Self::Field { field, .. } => field.add(column, shift),
            Self::Cyclic { groups, .. } => (column + shift) % groups,
        }
    }
}

/// A table with as many of these rounds as can be had for `rows` rows. With more rows than groups, rows repeat.
pub(super) fn table(groups: usize, rows: usize, rounds: usize) -> Table {
    let rows = rows.min(groups);
    // Multiples modulo the number of groups: (i − j)·(k − l) is never a multiple of it.
    let multiples = |rounds: usize| Table::Cyclic {
        groups,
        rows: (0..rows).map(|i| (0..rounds).map(|k| i * k % groups).collect()).collect(),
    };
    if (rows - 1).saturating_mul(rounds - 1) < groups {
        return multiples(rounds);
    }
    if let Some(field) = Field::of(groups) {
        return Table::Field { rounds: rounds.min(groups), field, rows };
    }
    for fewer in (2..=rounds.min(groups)).rev() {
        if (rows - 1) * (fewer - 1) < groups {
            return multiples(fewer);
        }
        if let Some(rows) = searched(groups, rows, fewer) {
            return Table::Cyclic { groups, rows };
        }
    }
    multiples(1)
}

/// A table found by trying, the first row and the first round being 0.
fn searched(groups: usize, rows: usize, rounds: usize) -> Option<Vec<Vec<usize>>> {
    let mut table = vec![vec![0; rounds]];
    let mut tries = TRIES / rounds.max(1);
    extend(groups, rows, rounds, &mut table, &mut vec![0], &mut tries).then_some(table)
}

/// Adds shifts to the row that is begun, then rows to the table.
fn extend(
    groups: usize,
    rows: usize,
    rounds: usize,
    table: &mut Vec<Vec<usize>>,
    row: &mut Vec<usize>,
    tries: &mut usize,
) -> bool {
    if table.len() == rows {
        return true;
    }
    if row.len() == rounds {
        table.push(row.clone());
        if extend(groups, rows, rounds, table, &mut vec![0], tries) {
            return true;
        }
        table.pop();
        return false;
    }
    let k = row.len();
    for shift in 1..groups {
        if *tries == 0 {
            return false;
        }
        *tries -= 1;
        let new = |other: &[usize]| {
            let difference = |k: usize, shift: usize| (groups + shift - at(other, k)) % groups;
            row.iter().enumerate().all(|(l, before)| difference(l, *before) != difference(k, shift))
        };
        if table.iter().all(|other| new(other)) {
            row.push(shift);
            if extend(groups, rows, rounds, table, row, tries) {
                return true;
            }
            row.pop();
        }
    }
    false
}
