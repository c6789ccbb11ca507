//! Tables that people come to once: the rotation of a World Café.
//!
//! A table at which nobody stays is put among the people: it sits in its room in every round, and whoever comes back meets it
//! again, which the search avoids as it avoids every second meeting. Where a host stays at a table it needs no more than that:
//! whoever comes back meets the host again.

use super::cells::row;
use super::model::{Groups, Person, Problem};

/// Which rooms are which tables. Rooms with the same number are the same table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Tables {
    /// For each round, for each room, its table.
    pub rounds: Vec<Vec<Option<u32>>>,
    /// The same for each round of [`Problem::history`].
    pub history: Vec<Vec<Option<u32>>>,
}

/// The problem with the tables among the people, behind all others. Whatever is planned for them is to be taken out of the plan
/// with [`people_only`].
pub(crate) fn with_tables(problem: &Problem, tables: &Tables) -> Problem {
    let mut with = problem.clone();
    let mut numbers: Vec<u32> = Vec::new();
    let rooms = tables.rounds.iter().flatten().flatten();
    for table in rooms {
        if !numbers.contains(table) && !is_hosted(problem, tables, *table) {
            numbers.push(*table);
        }
    }
    let first = with.people.len();
    with.people.extend(numbers.iter().map(|_| Person::default()));
    for (round, asked) in with.rounds.iter_mut().enumerate() {
        for (place, number) in numbers.iter().enumerate() {
            let table = first + place;
            let room = row(&tables.rounds, round).iter().position(|known| *known == Some(*number));
            match room.and_then(|room| asked.rooms.get_mut(room)) {
                Some(room) => {
                    room.hosts.push(table);
                    room.min = room.min.map(|min| min + 1);
                    room.max = room.max.map(|max| max + 1);
                }
                None => asked.absent.push(table),
            }
        }
    }
    for (round, groups) in with.history.iter_mut().enumerate() {
        for (place, number) in numbers.iter().enumerate() {
            let room = row(&tables.history, round).iter().position(|known| *known == Some(*number));
            if let Some(group) = room.and_then(|room| groups.get_mut(room)) {
                group.push(first + place);
            }
        }
    }
    with
}

/// Whether a host stays at this table in every round.
fn is_hosted(problem: &Problem, tables: &Tables, table: u32) -> bool {
    let rounds = problem.rounds.iter().zip(&tables.rounds);
    let mut rooms = rounds.flat_map(|(round, known)| round.rooms.iter().zip(known));
    rooms.all(|(room, known)| *known != Some(table) || !room.hosts.is_empty())
}

/// The plan without the tables.
pub(crate) fn people_only(problem: &Problem, plan: &[Groups]) -> Vec<Groups> {
    let people = problem.people.len();
    let without = |group: &Vec<usize>| group.iter().copied().filter(|p| *p < people).collect();
    plan.iter().map(|rooms| rooms.iter().map(without).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::super::model::{Room, Round};
    use super::super::{Alone, Search, Unwatched, evenly, measure_all, solve};
    use super::*;

    #[test]
    fn nobody_comes_back_to_a_table_where_that_can_be_had() {
        let cafe = || Round { rooms: vec![Room::default(); 5], ..Round::default() };
        let problem = Problem {
            people: vec![Person::default(); 20],
            rounds: vec![cafe(), cafe()],
            // They sat at three tables before: nobody comes back to those either.
            history: vec![(0..5).map(|room| (room * 4..room * 4 + 4).collect()).collect()],
            ..Problem::default()
        };
        let known: Vec<Option<u32>> = (0..5).map(Some).collect();
        let tables = Tables { rounds: vec![known.clone(); 2], history: vec![known] };
        let searched = with_tables(&evenly(&problem), &tables);
        let search = Search { seed: 1, steps: Some(200_000) };
        let plan = people_only(&problem, &solve(&searched, search, &Alone, &Unwatched).plan);
        assert_eq!(measure_all(&problem, &plan).repeats, 0);
        for (one, two) in
            [(&problem.history[0], &plan[0]), (&problem.history[0], &plan[1]), (&plan[0], &plan[1])]
        {
            let both = one.iter().zip(two).flat_map(|(a, b)| a.iter().filter(|p| b.contains(p)));
            assert_eq!(both.count(), 0);
        }
        assert!(plan.iter().flatten().all(|group| group.len() == 4));
    }
}
