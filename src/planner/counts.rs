//! How many people with each value of each attribute sit in each room, for the balance level.

use std::collections::BTreeMap;

use super::cells::{at, put};
use super::constraints::Frame;
use super::model::Problem;
use super::table::NOWHERE;

/// A person about whom an attribute is not known.
const UNKNOWN: usize = usize::MAX;

/// Up to this many cells the counts are a table; above, where nearly all of them are 0, a map.
const CELLS: usize = 16_000_000;

/// The even share of one value: how many people with it a room has at least and at most.
#[derive(Debug, Clone, Copy, Default)]
struct Share {
    least: usize,
    most: usize,
}

impl Share {
    #[inline]
    fn outside(self, here: usize) -> i64 {
        self.least.saturating_sub(here) as i64 + here.saturating_sub(self.most) as i64
    }
}

/// Counts by value and room. Values of all attributes are numbered through.
#[derive(Debug, Clone)]
pub(super) struct Counts {
    columns: usize,
    rooms: usize,
    values: Vec<usize>,
    shares: Vec<Share>,
    table: Vec<usize>,
    map: BTreeMap<usize, usize>,
}

impl Counts {
    /// All rooms empty.
    pub(super) fn empty(problem: &Problem, frame: &Frame) -> Self {
        let (people, columns) = (problem.people.len(), problem.columns.len());
        let mut values = vec![UNKNOWN; people * columns];
        let mut totals: Vec<usize> = Vec::new();
        for (c, column) in problem.columns.iter().enumerate() {
            let mut numbers: BTreeMap<u32, usize> = BTreeMap::new();
            for (p, value) in column.values.iter().enumerate().take(people) {
                let Some(value) = value.filter(|_| frame.is_present(p)) else { continue };
                let number = *numbers.entry(value).or_insert(totals.len());
                if number == totals.len() {
                    totals.push(0);
                }
                if let Some(total) = totals.get_mut(number) {
                    *total += 1;
                }
                put(&mut values, p * columns + c, number);
            }
        }
        let rooms = frame.rooms();
        let kept = totals.len().checked_mul(rooms).filter(|cells| *cells <= CELLS).unwrap_or(0);
        let share = |n: &usize| Share { least: n / rooms.max(1), most: n.div_ceil(rooms.max(1)) };
        let shares = totals.iter().map(share).collect();
        Self { columns, rooms, values, shares, table: vec![0; kept], map: BTreeMap::new() }
    }

    /// The balance level as the rooms stand now.
    pub(super) fn cost(&self) -> i64 {
        let each = |value: usize| {
            let share = at(&self.shares, value);
            if self.table.is_empty() {
                let first = value * self.rooms;
                let there = self.map.range(first..first + self.rooms);
                let (rooms, sum) =
                    there.fold((0, 0), |(rooms, sum), (_, &here)| (rooms + 1, sum + share.outside(here)));
                return sum + (self.rooms - rooms) as i64 * share.outside(0);
            }
            (0..self.rooms).map(|room| share.outside(self.here(value, room))).sum()
        };
        (0..self.shares.len()).map(each).sum()
    }

    /// What the level would change by if `p` moved.
    pub(super) fn if_moved(&self, p: usize, from: usize, to: usize) -> i64 {
        self.of(p).map(|value| self.step(value, from, -1) + self.step(value, to, 1)).sum()
    }

    /// What the level would change by if `p` in `a` and `q` in `b` changed places.
    #[inline]
    pub(super) fn if_swapped(&self, p: usize, q: usize, a: usize, b: usize) -> i64 {
        let mut sum = 0;
        for c in 0..self.columns {
            let (mine, theirs) =
                (at(&self.values, p * self.columns + c), at(&self.values, q * self.columns + c));
            if mine != theirs {
                sum += self.step(mine, a, -1) + self.step(mine, b, 1);
                sum += self.step(theirs, b, -1) + self.step(theirs, a, 1);
            }
        }
        sum
    }

    /// Notes that `p` moved.
    pub(super) fn moved(&mut self, p: usize, from: usize, to: usize) {
        for c in 0..self.columns {
            let value = at(&self.values, p * self.columns + c);
            for (room, by) in [(from, -1), (to, 1)] {
                if value == UNKNOWN || room == NOWHERE {
                    continue;
                }
                let cell = value * self.rooms + room;
                let then = self.here(value, room).saturating_add_signed(by);
                if self.table.is_empty() {
                    self.map.insert(cell, then);
                } else {
                    put(&mut self.table, cell, then);
                }
            }
        }
    }

    fn of(&self, p: usize) -> impl Iterator<Item = usize> {
        (0..self.columns).map(move |c| at(&self.values, p * self.columns + c))
    }

    #[inline]
    fn here(&self, value: usize, room: usize) -> usize {
        let cell = value * self.rooms + room;
        if self.table.is_empty() { self.map.get(&cell).copied().unwrap_or(0) } else { at(&self.table, cell) }
    }

    #[inline]
    fn step(&self, value: usize, room: usize, by: isize) -> i64 {
        if value == UNKNOWN || room == NOWHERE {
            return 0;
        }
        let (share, here) = (at(&self.shares, value), self.here(value, room));
        share.outside(here.saturating_add_signed(by)) - share.outside(here)
    }
}
