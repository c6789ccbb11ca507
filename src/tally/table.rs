//! Rows of different lengths, one after the other in one piece of memory, each stored once.

use std::collections::HashMap;
use std::hash::{BuildHasher, Hash};

use foldhash::fast::FixedState;

/// No further row.
const NONE: u32 = u32::MAX;

/// Distinct rows, numbered from 0 in the order in which they came first.
#[derive(Debug, Clone)]
pub(super) struct Table<T> {
    ends: Vec<usize>,
    cells: Vec<T>,
    /// The row that came last with a hash; those before it are reached by `before`.
    last: HashMap<u64, u32, FixedState>,
    before: Vec<u32>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Self { ends: Vec::new(), cells: Vec::new(), last: HashMap::default(), before: Vec::new() }
    }
}

impl<T: Copy + Eq + Hash> Table<T> {
    /// The number of a row, which is stored if it is new.
    pub(super) fn intern(&mut self, row: &[T]) -> u32 {
        let hash = FixedState::default().hash_one(row);
        let last = self.last.get(&hash).copied().unwrap_or(NONE);
        let mut at = last;
        while at != NONE {
            if self.row(at) == row {
                return at;
            }
            at = self.before.get(at as usize).copied().unwrap_or(NONE);
        }
        // More than 2³² different rows fit into no memory that this runs in.
        let number = u32::try_from(self.ends.len()).unwrap_or(NONE);
        self.cells.extend_from_slice(row);
        self.ends.push(self.cells.len());
        self.before.push(last);
        self.last.insert(hash, number);
        number
    }

    /// The cells of a row.
    pub(super) fn row(&self, number: u32) -> &[T] {
        row(&self.ends, &self.cells, number as usize)
    }

    /// How many rows.
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }
}

/// The cells of one row of many that end where `ends` says.
pub(super) fn row<'a, T>(ends: &[usize], cells: &'a [T], number: usize) -> &'a [T] {
    let begin = number.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
    let end = ends.get(number).copied().unwrap_or(begin);
    cells.get(begin..end).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn equal_rows_have_one_number(rows in prop::collection::vec(prop::collection::vec(0_u8..3, 0..4), 0..60)) {
            let mut table = Table::default();
            let numbers: Vec<u32> = rows.iter().map(|row| table.intern(row)).collect();
            for (row, number) in rows.iter().zip(&numbers) {
                prop_assert_eq!(table.row(*number), row.as_slice());
                let first = rows.iter().position(|other| other == row).unwrap();
                prop_assert_eq!(numbers[first], *number);
            }
            prop_assert_eq!(table.len(), rows.iter().collect::<std::collections::BTreeSet<_>>().len());
        }
    }
}
