//! First plans, from which the search starts.

use super::cells::at;
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
pub(super) fn standing(table: &Table<'_>) -> Vec<usize> {
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
