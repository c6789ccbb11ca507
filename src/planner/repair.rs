//! The smallest change that makes a plan right again: after a no-show, a late arrival, a room lost, a host taken ill.

use super::constraints::Frame;
use super::finish;
use super::levels::Cost;
use super::meetings::Meetings;
use super::model::{Plan, Problem};
use super::table::{NOWHERE, Table};

/// Somebody who had no seat and has one now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    /// Who.
    pub person: usize,
    /// Where.
    pub room: usize,
    /// What it changed, level by level.
    pub change: Cost,
}

/// Somebody who had a seat and has another now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Moved {
    /// Who.
    pub person: usize,
    /// Where they sat.
    pub from: usize,
    /// Where they sit now.
    pub to: usize,
}

/// A plan made right again, and who is touched by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// The plan as it is now.
    pub plan: Plan,
    /// Seats given up: who is no longer there, and where they sat.
    pub left: Vec<(usize, usize)>,
    /// Who had no seat.
    pub placed: Vec<Placed>,
    /// Who had to move, because a rule broke.
    pub moved: Vec<Moved>,
}

/// Repairs a plan of round number `round`. `problem` says how things are *now* (who is absent, which rooms there are, who
/// is held); `rooms` is the plan as it was.
///
/// People who are away give up their seats; people without a seat get the one that costs least; nobody else moves unless a
/// rule is broken that moving (or exchanging two) mends. Rooms may grow uneven: only a stated min or max moves anybody.
pub fn repair(problem: &Problem, round: usize, rooms: &[Vec<usize>]) -> Repaired {
    let frame = Frame::of(problem, round);
    let meetings = Meetings::of(problem.people.len(), &problem.history);
    let mut table = Table::empty(problem, &frame, &meetings, &frame.even);
    let mut before = vec![NOWHERE; frame.present.len()];
    let mut left = Vec::new();
    for (room, group) in rooms.iter().enumerate() {
        for &p in group {
            if !frame.is_present(p) {
                left.push((p, room));
            } else if table.room_of(p) == NOWHERE && room < frame.rooms() {
                super::cells::put(&mut before, p, room);
                table.seat(p, frame.fixed(p).unwrap_or(room));
            }
        }
    }
    let mut placed = Vec::new();
    // The rule first: whoever is held takes that seat before others are placed around them.
    let mut late: Vec<usize> =
        (0..before.len()).filter(|&p| frame.is_present(p) && table.room_of(p) == NOWHERE).collect();
    late.sort_by_key(|&p| (frame.fixed(p).is_none(), p));
    for p in late {
        let Some(room) =
            frame.fixed(p).or_else(|| (0..table.rooms()).min_by_key(|&room| (table.if_moved(p, room), room)))
        else {
            break;
        };
        let change = table.if_moved(p, room);
        table.seat(p, room);
        placed.push(Placed { person: p, room, change });
    }
    mend(&mut table, &before);
    for seat in &mut placed {
        seat.room = table.room_of(seat.person);
    }
    let moved = before
        .iter()
        .enumerate()
        .map(|(person, &from)| Moved { person, from, to: table.room_of(person) })
        .filter(|m| m.from != NOWHERE && m.from != m.to)
        .collect();
    let plan = finish(problem, round, &frame, &meetings, table.groups(), 0);
    Repaired { plan, left, placed, moved }
}

/// Above this many people only moves are tried, no exchanges: there are too many pairs.
const PAIRS: usize = 2_000;

/// How much a change mends, how many it disturbs, what it costs: less is better.
type Rank = (i64, i64, Cost);

/// Who moves, who changes places with them, if anybody, and which room they go to.
type Step = (usize, Option<usize>, usize);

/// Moves or exchanges people as long as that mends a broken rule, each time by the change that mends most, then disturbs
/// fewest, then costs least.
fn mend(table: &mut Table<'_>, before: &[usize]) {
    let frame = table.frame;
    let free: Vec<usize> =
        (0..before.len()).filter(|&p| table.room_of(p) != NOWHERE && frame.fixed(p).is_none()).collect();
    // Whoever had no seat before is not disturbed by getting another one.
    let disturbs = |p: usize, from: usize, to: usize| {
        let home = super::cells::at(before, p);
        if home == NOWHERE { 0 } else { i64::from(to != home) - i64::from(from != home) }
    };
    while table.cost.hard > 0 {
        let mut best: Option<(Rank, Step)> = None;
        let mut consider = |change: Cost, disturbed: i64, what: Step| {
            let rank = (change.hard, disturbed, change);
            if change.hard < 0 && best.as_ref().is_none_or(|(least, _)| rank < *least) {
                best = Some((rank, what));
            }
        };
        let broken: Vec<usize> = (0..table.rooms()).filter(|&room| table.breaks(room)).collect();
        for &p in &free {
            let from = table.room_of(p);
            let goals = if table.breaks(from) { 0..table.rooms() } else { 0..0 };
            for to in goals.chain(broken.iter().copied()).filter(|to| *to != from) {
                consider(table.if_moved(p, to), disturbs(p, from, to), (p, None, to));
            }
            for &q in free.iter().filter(|_| free.len() <= PAIRS && table.breaks(from)) {
                let to = table.room_of(q);
                if to != from {
                    let disturbed = disturbs(p, from, to) + disturbs(q, to, from);
                    consider(table.if_swapped(p, q), disturbed, (p, Some(q), to));
                }
            }
        }
        match best {
            Some((_, (p, Some(q), _))) => table.swap(p, q),
            Some((_, (p, None, to))) => table.seat(p, to),
            None => break,
        }
    }
}
