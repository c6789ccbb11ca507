//! First plans, from which the search starts.

use super::cells::{at, put};
use super::model::Problem;
use super::random::Random;
use super::table::Table;

/// Seats everybody who is held or host.
pub(super) fn seat_fixed(table: &mut Table<'_>) {
    let fixed: Vec<(usize, usize)> =
        table.frame.fixed.iter().enumerate().filter_map(|(p, room)| room.map(|room| (p, room))).collect();
    for (p, room) in fixed {
        table.seat(p, room);
    }
}

/// People who are there and sit nowhere yet.
fn standing(table: &Table<'_>) -> Vec<usize> {
    let frame = table.frame;
    (0..frame.present.len())
        .filter(|&p| frame.is_present(p) && table.room_of(p) == super::table::NOWHERE)
        .collect()
}

/// Puts everybody who stands where it costs least at that moment, those with the fewest languages first.
pub(super) fn greedy(problem: &Problem, table: &mut Table<'_>, random: &mut Random) {
    let mut people = standing(table);
    random.shuffle(&mut people);
    people.sort_by_key(|&p| {
        let person = at(&problem.people, p);
        (person.languages.0.count_ones().max(1), person.languages)
    });
    let looks = if people.len() > 20_000 { 8 } else { 64 };
    // Rooms below their even minimum, then those below their even maximum, so that sizes come out even.
    for limit in [|b: super::constraints::Bounds| b.min, |b: super::constraints::Bounds| b.max] {
        let room_left =
            |table: &Table<'_>, room: usize| table.members(room).len() < limit(at(&table.frame.even, room));
        let mut open: Vec<usize> = (0..table.rooms()).filter(|&room| room_left(table, room)).collect();
        let mut rest = Vec::new();
        for p in people {
            let best = if open.len() <= looks {
                (0..open.len()).min_by_key(|&i| (table.if_moved(p, at(&open, i)), at(&open, i)))
            } else {
                (0..looks)
                    .map(|_| random.below(open.len()))
                    .min_by_key(|&i| (table.if_moved(p, at(&open, i)), i))
            };
            let Some(i) = best else {
                rest.push(p);
                continue;
            };
            let room = at(&open, i);
            table.seat(p, room);
            if !room_left(table, room) {
                open.swap_remove(i);
            }
        }
        people = rest;
    }
    overfill(table, people);
}

/// Everybody sits somewhere, even where more are held than an even division would take.
fn overfill(table: &mut Table<'_>, people: Vec<usize>) {
    for p in people {
        let Some(room) = (0..table.rooms()).min_by_key(|&room| (table.if_moved(p, room), room)) else {
            return;
        };
        table.seat(p, room);
    }
}

/// Fills room after room with people in the order of their languages, so that those who share one sit together and only
/// the rooms at a border are mixed. For halls where few speak both languages.
pub(super) fn by_language(problem: &Problem, table: &mut Table<'_>, random: &mut Random) {
    let mut people = standing(table);
    random.shuffle(&mut people);
    // The mean number of a person's languages: Russian only, then both, then English only.
    people.sort_by_key(|&p| {
        let set = at(&problem.people, p).languages;
        let (count, sum) = set.numbers().fold((0, 0), |(count, sum), number| (count + 1, sum + number));
        (sum * 1_000).checked_div(count).unwrap_or(0)
    });
    let mut people = people.into_iter();
    let mut spare = table.frame.count.saturating_sub(table.frame.even.iter().map(|b| b.min).sum());
    for room in 0..table.rooms() {
        let even = at(&table.frame.even, room);
        let extra = (even.max - even.min).min(spare);
        spare -= extra;
        while table.members(room).len() < even.min + extra {
            let Some(p) = people.next() else { return };
            table.seat(p, room);
        }
    }
    overfill(table, people.collect());
}

/// The rooms of a round drawn along the diagonals of a square grid, in which two earlier rounds are rows and columns.
///
/// For a prime number G of rooms, the G−1 classes of parallel lines y − kx of the affine plane over the integers modulo G
/// meet rows, columns and one another in one point each, so nobody meets again. Earlier rounds whose groups share at most
/// one person each give such a grid; where cells are empty, columns are named anew so that an empty cell of each row lies
/// on one line, and every other line loses exactly one person (Bose 1938 for the planes; the naming is plain matching).
pub(super) struct Grid {
    /// Row and column of each person, if they were in both rounds.
    cells: Vec<Option<(usize, usize)>>,
    order: usize,
}

impl Grid {
    /// A grid from the first two rounds of the history that give one.
    pub(super) fn of(problem: &Problem, rooms: usize) -> Option<Self> {
        if rooms > 1_000 || rooms < 3 || (2..rooms).take_while(|d| d * d <= rooms).any(|d| rooms % d == 0) {
            return None;
        }
        let people = problem.people.len();
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
            Some(Self { cells, order: rooms })
        })
    }

    /// How many classes of lines there are.
    pub(super) fn classes(&self) -> usize {
        self.order - 1
    }

    /// Seats people by the lines of class `k` (1 to [`Self::classes`]); lines get the rooms in which most of their people
    /// are held.
    pub(super) fn seat(&self, table: &mut Table<'_>, k: usize) {
        let g = self.order;
        let line = |(x, y): (usize, usize)| (y + (g - k) * x) % g;
        let mut votes = vec![0_usize; g * g];
        for (cell, fixed) in self.cells.iter().zip(&table.frame.fixed) {
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
        for p in standing(table) {
            if let Some(room) = at(&self.cells, p).and_then(|cell| at(&room_of_line, line(cell))) {
                table.seat(p, room);
            }
        }
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
