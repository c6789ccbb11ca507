//! Rounds in which nobody meets again, from the lines of an affine plane.

use super::cells::{at, put};
use super::constraints::Frame;
use super::model::{Groups, Problem};

/// How many rooms a grid is drawn for; every class of lines is tried, so that it must not be many.
const ROOMS: std::ops::RangeInclusive<usize> = 3..=61;

/// The rooms of a round drawn along the diagonals of a square grid, in which two earlier rounds are rows and columns.
///
/// For a prime number G of rooms, the G−1 classes of parallel lines y − kx of the affine plane over the integers modulo G
/// meet rows, columns and one another in one point each, so nobody meets again. Earlier rounds whose groups share at most
/// one person each give such a grid; where cells are empty, columns are renamed so that an empty cell of each row lies
/// on one line, and every other line loses exactly one person (Bose 1938 for the planes; the naming is plain matching).
#[derive(Debug, Clone)]
pub(super) struct Grid {
    /// Row and column of each person, if they were in both rounds.
    cells: Vec<Option<(usize, usize)>>,
    order: usize,
    /// The names of rows and columns may still be exchanged: no later round of the history rests on them.
    free: bool,
}

impl Grid {
    /// A grid from the first two rounds of the history that give one.
    pub(super) fn of(problem: &Problem, rooms: usize) -> Option<Self> {
        let people = problem.people.len();
        let prime = (2..rooms).take_while(|d| d * d <= rooms).all(|d| !rooms.is_multiple_of(d));
        if !prime || !ROOMS.contains(&rooms) || people > rooms * rooms {
            return None;
        }
        let rounds: Vec<Vec<Option<usize>>> = problem
            .history
            .iter()
            .filter(|groups| groups.len() == rooms)
            .map(|groups| {
                let mut room_of = vec![None; people];
                for (room, group) in groups.iter().enumerate() {
                    group.iter().for_each(|&p| put(&mut room_of, p, Some(room)));
                }
                room_of
            })
            .collect();
        let (first, later) = rounds.split_first()?;
        later.iter().take(8).find_map(|second| {
            let cells: Vec<_> = first.iter().zip(second).map(|(x, y)| Some(((*x)?, (*y)?))).collect();
            let mut taken = vec![false; rooms * rooms];
            for &(x, y) in cells.iter().flatten() {
                if at(&taken, x * rooms + y) {
                    return None;
                }
                put(&mut taken, x * rooms + y, true);
            }
            let names = diagonal_names(&taken, rooms);
            let cells = cells.into_iter().map(|cell| cell.map(|(x, y)| (x, at(&names, y)))).collect();
            let mut grid = Self { cells, order: rooms, free: false };
            let others: Vec<_> = later.iter().filter(|other| *other != second).collect();
            // Only where one cell of each row is empty do rows and columns belong together once and for all.
            if taken.iter().filter(|cell| **cell).count() == rooms * (rooms - 1) {
                grid.free = others.is_empty();
                if let Some(names) = others.iter().find_map(|third| grid.names_from(third)) {
                    grid.rename(&names);
                }
            }
            Some(grid)
        })
    }

    /// Whether other names for rows and columns are still open.
    pub(super) fn is_free(&self) -> bool {
        self.free
    }

    /// Gives rows, and the columns that belong to them, these names.
    pub(super) fn rename(&mut self, names: &[usize]) {
        for (x, y) in self.cells.iter_mut().flatten() {
            (*x, *y) = (at(names, *x), at(names, *y));
        }
    }

    /// The names under which the groups of a third round are parallel lines. Two lines of one class differ by a shift;
    /// going round by that shift numbers the rows (up to a factor, which only exchanges classes).
    fn names_from(&self, third: &[Option<usize>]) -> Option<Vec<usize>> {
        let g = self.order;
        // The column of each row on each line; the empty cell of a line is the one on the diagonal.
        let mut lines: Vec<Vec<usize>> = vec![(0..g).collect(); g];
        for (cell, room) in self.cells.iter().zip(third) {
            if let (Some((x, y)), Some(room)) = (cell, room) {
                put(lines.get_mut(*room)?, *x, *y);
            }
        }
        let (one, two) = (lines.first()?, lines.get(1)?);
        let mut shift = vec![g; g];
        one.iter().zip(two).for_each(|(&from, &to)| put(&mut shift, from, to));
        let mut names = vec![g; g];
        let mut at_row = 0;
        for name in 0..g {
            if at(&names, at_row) != g {
                return None;
            }
            put(&mut names, at_row, name);
            at_row = shift.get(at_row).copied()?;
        }
        names.iter().all(|name| *name < g).then_some(names)
    }

    /// How many classes of lines there are.
    pub(super) fn classes(&self) -> usize {
        self.order - 1
    }

    /// The people who are there, by the lines of class `k` (1 to [`Self::classes`]); lines get the rooms in which most of
    /// their people are held. Whoever stands on no line, or is held elsewhere, is left out.
    pub(super) fn groups(&self, frame: &Frame, k: usize) -> Groups {
        let g = self.order;
        let line = |(x, y): (usize, usize)| (y + (g - k) * x) % g;
        let mut votes = vec![0_usize; g * g];
        for (cell, fixed) in self.cells.iter().zip(&frame.fixed) {
            if let (Some(cell), Some(room)) = (cell, fixed)
                && let Some(vote) = votes.get_mut(line(*cell) * g + room)
            {
                *vote += 1;
            }
        }
        let mut wanted: Vec<(usize, usize)> = votes.into_iter().enumerate().map(|(i, n)| (n, i)).collect();
        wanted.sort_by_key(|&(n, i)| (std::cmp::Reverse(n), (i / g + g - i % g) % g, i));
        let mut room_of_line = vec![None; g];
        let mut taken = vec![false; g];
        for (_, i) in wanted {
            if at(&room_of_line, i / g).is_none() && !at(&taken, i % g) {
                put(&mut room_of_line, i / g, Some(i % g));
                put(&mut taken, i % g, true);
            }
        }
        let mut groups = vec![Vec::new(); g];
        for (p, cell) in self.cells.iter().enumerate().filter(|(p, _)| frame.is_present(*p)) {
            let room = cell.and_then(|cell| at(&room_of_line, line(cell)));
            let room = room.filter(|room| frame.fixed(p).is_none_or(|fixed| fixed == *room));
            if let Some(group) = room.and_then(|room| groups.get_mut(room)) {
                group.push(p);
            }
        }
        groups
    }
}

/// New names for the columns, such that the empty cells (x, y) of a perfect matching get the names (x, x); the old names
/// where there is none.
fn diagonal_names(taken: &[bool], g: usize) -> Vec<usize> {
    let mut row_of: Vec<Option<usize>> = vec![None; g];
    for x in 0..g {
        if !extend(taken, g, x, &mut vec![false; g], &mut row_of) {
            return (0..g).collect();
        }
    }
    row_of.into_iter().map(|row| row.unwrap_or(0)).collect()
}

/// One augmenting path of a matching of rows to columns through empty cells (Kuhn).
fn extend(taken: &[bool], g: usize, x: usize, seen: &mut [bool], row_of: &mut [Option<usize>]) -> bool {
    for y in 0..g {
        if at(taken, x * g + y) || at(seen, y) {
            continue;
        }
        put(seen, y, true);
        let free = match at(row_of, y) {
            None => true,
            Some(other) => extend(taken, g, other, seen, row_of),
        };
        if free {
            put(row_of, y, Some(x));
            return true;
        }
    }
    false
}
