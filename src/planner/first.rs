//! First plans of all rounds: laid out along a design, or filled at random. Held seats are kept in both.

use std::collections::HashMap;

use super::cells::{at, put, row};
use super::design::design;
use super::grid::Grid;
use super::model::Groups;
use super::preferences::Wishes;
use super::random::Random;
use super::seating::Seating;
use super::setup::{RoundSetup, Setup};
use super::worth::worth;

/// How many rooms are looked at to seat somebody; where very many are to be seated, few.
const LOOKS: usize = 24;
/// So many names of rows and columns are tried, by the square of the rooms.
const NAMES: usize = 1_000;
/// So many seats are very many.
const MANY: usize = 200_000;

/// A plan filled at random, but with everybody who is held in their room.
pub(super) fn at_random<'a>(setup: &'a Setup<'a>, random: &mut Random) -> Seating<'a> {
    let mut seating = Seating::of(setup, &[]);
    for number in 0..setup.rounds.len() {
        fill(&mut seating, number, random);
    }
    seating
}

/// A plan along a design, as far as one fits: the same number of rooms in every round. Rounds beyond the design's are filled.
pub(super) fn along_a_design<'a>(setup: &'a Setup<'a>, random: &mut Random) -> Option<Seating<'a>> {
    let rooms = setup.rounds.first().map(|round| round.rooms).filter(|rooms| *rooms > 1)?;
    if setup.rounds.iter().any(|round| round.rooms != rooms) {
        return None;
    }
    let people: Vec<usize> =
        (0..setup.people).filter(|&p| setup.rounds.iter().any(|round| round.frame.is_present(p))).collect();
    let size = people.len().div_ceil(rooms);
    let hosts = hosts(setup, rooms);
    let design = design(rooms, size, setup.rounds.len(), hosts.iter().any(Option::is_some));
    if design.rounds.is_empty() {
        return None;
    }
    let cell_of = cells(setup, &people, &hosts, random);
    let mut plan: Vec<Groups> = Vec::new();
    for (cells, round) in design.rounds.iter().zip(&setup.rounds) {
        let mut groups = vec![Vec::new(); rooms];
        for &p in people.iter().filter(|p| round.frame.is_present(**p)) {
            let group = at(cells, at(&cell_of, p)) as usize;
            if let Some(group) = groups.get_mut(group) {
                group.push(p);
            }
        }
        plan.push(into_rooms(round, groups));
    }
    let mut seating = Seating::of(setup, &plan);
    for number in 0..setup.rounds.len() {
        if number >= design.rounds.len() {
            fill(&mut seating, number, random);
        } else {
            hold(&mut seating, number);
            level(&mut seating, number);
        }
    }
    Some(seating)
}

/// A plan of one round along the lines of a grid that the history gives, if it gives one: nobody meets again there. While the
/// names of rows and columns are open, some are tried.
pub(super) fn along_lines<'a>(setup: &'a Setup<'a>, random: &mut Random) -> Option<Seating<'a>> {
    let [round] = setup.rounds.as_slice() else { return None };
    let mut grid = Grid::of(setup.problem, round.rooms)?;
    let order = setup.problem.rules.order;
    let mut names: Vec<usize> = (0..round.rooms).collect();
    let tries = if grid.is_free() { NAMES.div_ceil(round.rooms.pow(2)) } else { 1 };
    let mut best = None;
    for _ in 0..tries {
        for k in 1..=grid.classes() {
            let mut seating = Seating::of(setup, &[grid.groups(&round.frame, k)]);
            fill(&mut seating, 0, random);
            let key = worth(setup, &seating.plan()).key(order);
            if best.as_ref().is_none_or(|(least, _)| key < *least) {
                best = Some((key, seating));
            }
        }
        random.shuffle(&mut names);
        grid.rename(&names);
    }
    best.map(|(_, seating)| seating)
}

/// For each room, who sits in it in every round.
fn hosts(setup: &Setup<'_>, rooms: usize) -> Vec<Option<usize>> {
    let mut hosts = vec![None; rooms];
    let Some(first) = setup.rounds.first() else { return hosts };
    for (p, room) in first.frame.fixed.iter().enumerate() {
        let stays = room.is_some() && setup.rounds.iter().all(|round| round.frame.fixed(p) == *room);
        if let Some(room) = room
            && stays
            && at(&hosts, *room).is_none()
        {
            put(&mut hosts, *room, Some(p));
        }
    }
    hosts
}

/// Which cell each person stands in: hosts in row 0 under their rooms, then those who are to be kept apart row by row,
/// since the people of a row do not meet, then the others.
fn cells(setup: &Setup<'_>, people: &[usize], hosts: &[Option<usize>], random: &mut Random) -> Vec<usize> {
    let mut cell_of = vec![usize::MAX; setup.people];
    for (room, host) in hosts.iter().enumerate() {
        if let Some(host) = host {
            put(&mut cell_of, *host, room);
        }
    }
    let mut taken = hosts.iter().map(Option::is_some).collect::<Vec<bool>>();
    taken.resize(people.len().max(taken.len()), false);
    let mut others: Vec<usize> = people.iter().copied().filter(|&p| at(&cell_of, p) == usize::MAX).collect();
    random.shuffle(&mut others);
    let mut sizes = vec![0_usize; setup.apart_groups as usize];
    let group = |p: usize| {
        row(&setup.ties_of, p).iter().map(|tie| *tie as usize).find(|tie| *tie < setup.apart_groups as usize)
    };
    for group in others.iter().filter_map(|&p| group(p)) {
        super::cells::alter(&mut sizes, group, |size| size + 1);
    }
    others.sort_by_key(|&p| group(p).map_or((1, 0, 0), |group| (0, usize::MAX - at(&sizes, group), group)));
    let mut free = (0..taken.len()).filter(|&cell| !at(&taken, cell));
    for p in others {
        put(&mut cell_of, p, free.next().unwrap_or(usize::MAX));
    }
    cell_of
}

/// Gives each group a room: that of a host among them, or else one that its size suits.
fn into_rooms(round: &RoundSetup, groups: Groups) -> Groups {
    let mut rooms: Groups = vec![Vec::new(); round.rooms];
    let mut open: Vec<usize> = (0..round.rooms).collect();
    let mut others = Vec::new();
    for group in groups {
        let fixed = group.iter().find_map(|&p| round.frame.fixed(p));
        match fixed.and_then(|room| open.iter().position(|open| *open == room)) {
            Some(place) => put(&mut rooms, open.remove(place), group),
            None => others.push(group),
        }
    }
    // Stable sorts: where sizes are equal, the design's own order stays.
    others.sort_by_key(|group| std::cmp::Reverse(group.len()));
    open.sort_by_key(|&room| {
        let even = at(&round.frame.even, room);
        std::cmp::Reverse((even.max, even.min))
    });
    for (room, group) in open.into_iter().zip(others) {
        put(&mut rooms, room, group);
    }
    rooms
}

/// Brings everybody who is held to their room, in exchange for whom that costs least.
fn hold(seating: &mut Seating<'_>, number: usize) {
    let Some(round) = seating.setup.rounds.get(number) else { return };
    for (p, room) in round.frame.fixed.iter().enumerate().filter_map(|(p, room)| Some((p, (*room)?))) {
        let Some(from) = seating.room_of(number, p).filter(|from| *from != room) else { continue };
        let others = seating.members(number, room).iter().map(|q| *q as usize);
        let free: Vec<usize> = others.filter(|q| round.frame.fixed(*q).is_none()).collect();
        let best = free.into_iter().min_by_key(|&q| (seating.exchange(number, p, q, i64::MAX), q));
        seating.seat(number, p, room);
        if let Some(q) = best {
            seating.seat(number, q, from);
        }
    }
}

/// Moves people, as long as that makes sizes more even.
fn level(seating: &mut Seating<'_>, number: usize) {
    let Some(round) = seating.setup.rounds.get(number) else { return };
    let even = |room: usize| at(&round.frame.even, room);
    loop {
        let size = |room: usize| seating.members(number, room).len();
        let over = (0..round.rooms).find(|&room| size(room) > even(room).max);
        let under = (0..round.rooms).find(|&room| size(room) < even(room).min);
        let goals: Vec<usize> = match (over, under) {
            (None, None) => return,
            (Some(_), Some(under)) => vec![under],
            (Some(_), None) => (0..round.rooms).filter(|&room| size(room) < even(room).max).collect(),
            (None, Some(under)) => vec![under],
        };
        let sources: Vec<usize> = match over {
            Some(over) => vec![over],
            None => (0..round.rooms).filter(|&room| size(room) > even(room).min).collect(),
        };
        let movers = sources.iter().flat_map(|&room| seating.members(number, room));
        let best = movers
            .map(|p| *p as usize)
            .filter(|&p| round.frame.fixed(p).is_none())
            .flat_map(|p| goals.iter().take(LOOKS).map(move |&to| (p, to)))
            .filter_map(|(p, to)| Some((seating.shift(number, p, to)?, p, to)))
            .min();
        let Some((_, p, to)) = best else { return };
        seating.seat(number, p, to);
    }
}

/// Seats everybody where they sit in the plan that is changed, if they sit there.
fn settle(seating: &mut Seating<'_>, number: usize, people: &mut Vec<usize>) {
    let setup = seating.setup;
    let (Some(round), Some(before)) = (setup.rounds.get(number), setup.problem.before.get(number)) else {
        return;
    };
    for (room, group) in before.iter().enumerate().take(round.rooms) {
        for &p in group {
            let free = seating.members(number, room).len() < at(&round.frame.stated, room).max;
            if free && seating.room_of(number, p).is_none() && round.frame.fixed(p).is_none() {
                seating.seat(number, p, room);
            }
        }
    }
    people.retain(|&p| seating.room_of(number, p).is_none());
}

/// Seats everybody with the topic that the cheapest flow has for them, as far as its rooms have places.
fn wish(seating: &mut Seating<'_>, number: usize, people: &mut Vec<usize>) {
    let setup = seating.setup;
    let (Some(round), Some(wishes)) = (setup.rounds.get(number), Wishes::of(setup, number)) else { return };
    let asked = setup.problem.rounds.get(number).map_or(&[][..], |round| &round.rooms);
    let topic_of: HashMap<usize, Option<u32>> = wishes.by_person().collect();
    people.retain(|&p| {
        let Some(&topic) = topic_of.get(&p) else { return true };
        let rooms = asked.iter().enumerate().filter(|(_, room)| room.topic == topic).map(|(room, _)| room);
        let free =
            rooms.filter(|&room| seating.members(number, room).len() < at(&round.frame.stated, room).max);
        let missing = |room: usize| seating.members(number, room).len() < at(&round.frame.stated, room).min;
        let best = free.min_by_key(|&room| (!missing(room), seating.arrival(number, p, room), room));
        if let Some(room) = best {
            seating.seat(number, p, room);
        }
        best.is_none()
    });
}

/// Fills a round: those who are held first, then the others in a random order, each in the room that they weigh least in
/// among some that still need people.
fn fill(seating: &mut Seating<'_>, number: usize, random: &mut Random) {
    let setup = seating.setup;
    let Some(round) = setup.rounds.get(number).filter(|round| round.rooms > 0) else { return };
    let mut people: Vec<usize> = Vec::new();
    for p in (0..setup.people).filter(|&p| round.frame.is_present(p)) {
        match round.frame.fixed(p) {
            Some(room) => seating.seat(number, p, room),
            None if seating.room_of(number, p).is_none() => people.push(p),
            None => {}
        }
    }
    settle(seating, number, &mut people);
    random.shuffle(&mut people);
    wish(seating, number, &mut people);
    // Those who speak least first: whoever comes later fits more rooms.
    let languages = |p: usize| at(&setup.problem.people, p).languages;
    people.sort_by_key(|&p| (languages(p).0.count_ones().max(1), languages(p)));
    // Rooms below their even minimum, then those below their even maximum.
    let most = if setup.people * setup.rounds.len() > MANY { 2 } else { LOOKS };
    let mut rest = people;
    for limit in [|b: super::constraints::Bounds| b.min, |b: super::constraints::Bounds| b.max] {
        let has_place = |seating: &Seating<'_>, room: usize| {
            seating.members(number, room).len() < limit(at(&round.frame.even, room))
        };
        let mut open: Vec<usize> = (0..round.rooms).filter(|&room| has_place(seating, room)).collect();
        let mut left = Vec::new();
        for p in rest {
            let all = open.len() <= most;
            let count = open.len().min(most);
            let looked: Vec<usize> =
                (0..count).map(|i| if all { i } else { random.below(open.len()) }).collect();
            let best =
                looked.into_iter().min_by_key(|&i| (seating.arrival(number, p, at(&open, i)), at(&open, i)));
            let Some(i) = best else {
                left.push(p);
                continue;
            };
            let room = at(&open, i);
            seating.seat(number, p, room);
            if !has_place(seating, room) {
                open.swap_remove(i);
            }
        }
        rest = left;
    }
    // Everybody sits somewhere, even where more are held than an even division would take.
    for p in rest {
        let room = (0..round.rooms).min_by_key(|&room| (seating.arrival(number, p, room), room));
        seating.seat(number, p, room.unwrap_or(0));
    }
}
