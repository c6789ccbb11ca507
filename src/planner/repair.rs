//! The smallest change that makes a plan right again: after a no-show, a late arrival, a room lost, a host taken ill.
//!
//! How few people have to move is not searched for but proved: the rules of the round are a formula ([`super::rules`]), and the
//! solver is asked whether they can all be kept while nobody moves, one moves, two move, and so on. Of the changes of that size
//! the one that costs least on the other levels is taken.

use std::collections::BTreeSet;

use rustsat::types::Lit;

use super::cells::{at, put};
use super::constraints::Frame;
use super::explain::unmet_in;
use super::model::{Groups, Problem};
use super::rules::Wish;
use super::rules::formula::{Answer, Formula, Purpose};
use super::seating::Seating;
use super::setup::Setup;
use super::unmet::Unmet;
use super::worth::{Worth, worth};

/// Somebody who had no seat and has one now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Placed {
    pub person: usize,
    pub room: usize,
}

/// Somebody who had a seat and has another now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    pub person: usize,
    /// Where they sat.
    pub from: usize,
    /// Where they sit now.
    pub to: usize,
    /// What was wrong with the rooms that they left and came to, or with their own seat, before anybody moved.
    pub why: Vec<Unmet>,
}

/// A plan made right again, and who is touched by it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repaired {
    /// The people of each room as it is now, ascending.
    pub rooms: Groups,
    /// What the round is worth so, the others as history.
    pub worth: Worth,
    /// Seats given up: who is no longer there, and where they sat.
    pub left: Vec<(usize, usize)>,
    /// Who had no seat.
    pub placed: Vec<Placed>,
    /// Who had to move, because a rule broke.
    pub moved: Vec<Moved>,
    /// Whether it is proved that no plan that keeps the same rules moves fewer people.
    pub proved: bool,
    /// Wishes that could not be kept, whoever moves.
    pub given_up: Vec<Wish>,
}

/// The most people who move in a change that is looked for by asking the solver.
const MOST_MOVED: usize = 12;
/// Of so many changes of the same size, the one that costs least is taken.
const MOST_COMPARED: usize = 400;
/// The most changes that are tried where the smallest cannot be proved, so that a meeting of thousands waits no longer than a second.
const MOST_TRIED: usize = 200_000;

/// Repairs a plan of round number `round`. `problem` says how things are *now* (who is absent, which rooms there are, who
/// is held); `rooms` is the plan as it was.
///
/// People who are away give up their seats; people without a seat get one; nobody else moves unless a rule is broken that
/// moving mends. Rooms may grow uneven: only a stated min or max moves anybody. Where not all rules can be kept, those that
/// are kept now stay kept as far as possible.
pub fn repair(problem: &Problem, round: usize, rooms: &[Vec<usize>]) -> Repaired {
    let alone = only(problem, round);
    let setup = Setup::of(&alone);
    let frame = Frame::of(&alone, 0);
    let before = Before::of(&frame, rooms);
    let found = smallest(&setup, &frame, &before);
    let (rooms, proved, given_up) =
        found.unwrap_or_else(|| (nearest(&setup, &frame, &before), false, Vec::new()));
    let wrong: Vec<Unmet> = unmet_in(&alone, 0, &frame, &before.groups(frame.rooms()));
    let mut repaired = Repaired {
        worth: worth(&setup, std::slice::from_ref(&rooms)),
        left: before.left.clone(),
        placed: Vec::new(),
        moved: Vec::new(),
        proved,
        given_up,
        rooms,
    };
    for (to, group) in repaired.rooms.iter().enumerate() {
        for &person in group {
            match at(&before.homes, person) {
                None => repaired.placed.push(Placed { person, room: to }),
                Some(from) if from != to => {
                    let about = |unmet: &&Unmet| {
                        let rooms = unmet.rooms();
                        unmet.people().contains(&person) || rooms.contains(&from) || rooms.contains(&to)
                    };
                    let why = wrong.iter().filter(|unmet| unmet.is_broken_rule()).filter(about);
                    repaired.moved.push(Moved { person, from, to, why: why.cloned().collect() });
                }
                Some(_) => {}
            }
        }
    }
    repaired.placed.sort_by_key(|placed| placed.person);
    repaired.moved.sort_by_key(|moved| moved.person);
    repaired
}

/// The problem of one round by itself, the others as history.
pub(super) fn only(problem: &Problem, round: usize) -> Problem {
    Problem {
        rounds: problem.rounds.get(round).cloned().into_iter().collect(),
        before: Vec::new(),
        ..problem.clone()
    }
}

/// The plan as it was.
struct Before {
    /// By person: the room where those sit who are there.
    homes: Vec<Option<usize>>,
    /// Who is no longer there, and where they sat.
    left: Vec<(usize, usize)>,
}

impl Before {
    fn of(frame: &Frame, rooms: &[Vec<usize>]) -> Self {
        let mut before = Self { homes: vec![None; frame.present.len()], left: Vec::new() };
        for (room, group) in rooms.iter().enumerate() {
            for &p in group {
                if !frame.is_present(p) {
                    before.left.push((p, room));
                } else if at(&before.homes, p).is_none() && room < frame.rooms() {
                    put(&mut before.homes, p, Some(room));
                }
            }
        }
        before
    }

    /// Those who are still there, in their rooms.
    fn groups(&self, rooms: usize) -> Groups {
        let mut groups = vec![Vec::new(); rooms];
        for (p, home) in self.homes.iter().enumerate() {
            if let Some(group) = home.and_then(|home| groups.get_mut(home)) {
                group.push(p);
            }
        }
        groups
    }
}

/// The smallest change, proved; none where it was not found out.
fn smallest(setup: &Setup<'_>, frame: &Frame, before: &Before) -> Option<(Groups, bool, Vec<Wish>)> {
    let mut formula = Formula::of(setup.problem, 0, frame, Purpose::Moves)?;
    let (kept, given_up) = keep(&mut formula, setup.problem, frame, before)?;
    let homes: Vec<(usize, Lit)> = before
        .homes
        .iter()
        .enumerate()
        .filter_map(|(p, home)| Some((p, formula.seat(p, (*home)?)?)))
        .collect();
    let mut moves = formula.count(homes.iter().map(|(_, seat)| !*seat).collect());
    let mut assumed = kept.clone();
    for size in 0..=MOST_MOVED.min(homes.len()) {
        assumed.truncate(kept.len());
        assumed.extend(moves.at_most(&mut formula, size)?);
        match formula.ask(&assumed) {
            Answer::Can => {
                let rooms = cheapest(setup, &mut formula, &assumed, before)?;
                return Some((rooms, true, given_up));
            }
            Answer::Cannot(_) => {}
            Answer::Unknown => return None,
        }
    }
    None
}

/// Which wishes are kept, as literals: all, or as many as go together. Where a wish has to go, one that is broken already goes
/// first, then the one that is easiest to do without.
fn keep(
    formula: &mut Formula,
    problem: &Problem,
    frame: &Frame,
    before: &Before,
) -> Option<(Vec<Lit>, Vec<Wish>)> {
    let broken = unmet_in(problem, 0, frame, &before.groups(frame.rooms()));
    let mut wishes = formula.wishes.clone();
    let mut given_up = Vec::new();
    loop {
        let assumed: Vec<Lit> = wishes.iter().map(|(_, literal)| *literal).collect();
        match formula.ask(&assumed) {
            Answer::Can => return Some(take_back(formula, assumed, given_up)),
            Answer::Unknown => return None,
            Answer::Cannot(core) => {
                let candidates = wishes.iter().enumerate().filter(|(_, (_, literal))| core.contains(literal));
                let holds = |wish: &Wish| !broken.iter().any(|unmet| breaks(unmet, wish));
                // Of equals the last: whoever is held in two rooms stays in the first.
                let (place, _) = candidates.min_by_key(|(place, (wish, _))| {
                    (holds(wish), weight(wish), std::cmp::Reverse(*place))
                })?;
                given_up.push(wishes.remove(place));
            }
        }
    }
}

/// What was given up early may go together with what is kept in the end.
fn take_back(
    formula: &mut Formula,
    mut kept: Vec<Lit>,
    mut given_up: Vec<(Wish, Lit)>,
) -> (Vec<Lit>, Vec<Wish>) {
    given_up.sort_by_key(|(wish, _)| std::cmp::Reverse(weight(wish)));
    given_up.retain(|(_, literal)| {
        kept.push(*literal);
        let without = formula.ask(&kept) != Answer::Can;
        if without {
            kept.pop();
        }
        without
    });
    (kept, given_up.into_iter().map(|(wish, _)| wish).collect())
}

/// Whether this is about that wish being broken.
fn breaks(unmet: &Unmet, wish: &Wish) -> bool {
    match (unmet, wish) {
        (Unmet::BelowMin { room: at, .. }, Wish::Min { room, .. })
        | (Unmet::OverMax { room: at, .. } | Unmet::HeldOverMax { room: at, .. }, Wish::Max { room, .. })
        | (Unmet::NoCommonLanguage { room: at, .. }, Wish::Language { room }) => at == room,
        (Unmet::Apart { people, .. }, Wish::Apart { people: group })
        | (Unmet::Split { people, .. }, Wish::Together { people: group }) => {
            people.iter().all(|p| group.contains(p))
        }
        (Unmet::Alone { person, .. }, Wish::NotAlone { people }) => people.contains(person),
        _ => false,
    }
}

/// How hard it is to do without a wish.
const fn weight(wish: &Wish) -> u8 {
    match wish {
        Wish::NotAlone { .. } => 0,
        Wish::Min { .. } => 1,
        Wish::Together { .. } => 2,
        Wish::Apart { .. } => 3,
        Wish::Max { .. } => 4,
        Wish::Language { .. } => 5,
        Wish::Host { .. } => 6,
        Wish::Held { .. } => 7,
        Wish::Interpreted { .. } => 8,
    }
}

/// Of the changes that are possible under what is assumed, the one that costs least.
fn cheapest(setup: &Setup<'_>, formula: &mut Formula, assumed: &[Lit], before: &Before) -> Option<Groups> {
    let order = setup.problem.rules.order;
    let mut best: Option<(_, Groups)> = None;
    for _ in 0..MOST_COMPARED {
        let rooms = formula.rooms();
        let mut change = Vec::new();
        for (room, group) in rooms.iter().enumerate() {
            let changed = group.iter().filter(|p| at(&before.homes, **p) != Some(room));
            change.extend(changed.filter_map(|p| formula.seat(*p, room)));
        }
        let key = worth(setup, std::slice::from_ref(&rooms)).key(order);
        if best.as_ref().is_none_or(|(least, _)| key < *least) {
            best = Some((key, rooms));
        }
        // Nothing changes: there is no other such plan.
        if change.is_empty() {
            break;
        }
        formula.forbid(&change)?;
        if formula.ask(assumed) != Answer::Can {
            break;
        }
    }
    best.map(|(_, rooms)| rooms)
}

/// Where the smallest change cannot be proved: everybody without a seat gets the one that costs least, and then people move as
/// long as that mends a broken rule, each time by the change that mends most for each who moves.
fn nearest(setup: &Setup<'_>, frame: &Frame, before: &Before) -> Groups {
    let mut seating = Seating::of(setup, &[before.groups(frame.rooms())]);
    let rooms = frame.rooms();
    let there = (0..frame.present.len()).filter(|p| frame.is_present(*p));
    for p in there.clone() {
        match (frame.fixed(p), seating.room_of(0, p)) {
            (Some(room), here) if here != Some(room) => seating.seat(0, p, room),
            (None, None) => {
                if let Some(room) = (0..rooms).min_by_key(|room| (seating.arrival(0, p, *room), *room)) {
                    seating.seat(0, p, room);
                }
            }
            _ => {}
        }
    }
    let free: Vec<usize> = there.filter(|p| frame.fixed(*p).is_none()).collect();
    let all = free.len() * rooms <= MOST_TRIED;
    // A change that mends something mostly touches what is broken: of a large meeting only such changes are tried.
    let broken = |seating: &Seating<'_>| -> (BTreeSet<usize>, BTreeSet<usize>) {
        let plan = seating.plan().into_iter().next().unwrap_or_default();
        let unmet = unmet_in(setup.problem, 0, frame, &plan);
        let rules = unmet.iter().filter(|unmet| unmet.is_broken_rule());
        (rules.clone().flat_map(Unmet::people).collect(), rules.flat_map(Unmet::rooms).collect())
    };
    let mut tried = 0;
    while seating.running().hard > 0 && tried <= MOST_TRIED {
        let hard = seating.running().hard;
        let mut best: Option<(i64, usize, usize)> = None;
        let (people, hurt) = if all { Default::default() } else { broken(&seating) };
        for &p in &free {
            let Some(from) = seating.room_of(0, p) else { continue };
            let anywhere = all || people.contains(&p) || hurt.contains(&from);
            for to in (0..rooms).filter(|to| *to != from && (anywhere || hurt.contains(to))) {
                tried += usize::from(!all);
                seating.seat(0, p, to);
                let mended = hard - seating.running().hard;
                seating.seat(0, p, from);
                if mended > 0 && best.is_none_or(|(most, _, _)| mended > most) {
                    best = Some((mended, p, to));
                }
            }
            if tried > MOST_TRIED {
                break;
            }
        }
        let Some((_, p, to)) = best else { break };
        seating.seat(0, p, to);
    }
    seating.plan().into_iter().next().unwrap_or_default()
}
