//! What a plan of all rounds is worth, level by level, in whole numbers, measured from the definition.
//!
//! The search keeps the same numbers by differences ([`super::seating`]); what is shown and compared is measured here.

use std::cmp::Reverse;
use std::collections::HashMap;

use super::cells::{at, put, row};
use super::meetings::PLENARY;
use super::model::{Groups, Order, Person, Problem};
use super::setup::{NO_VALUE, Setup};
use super::speech::silence_of;

/// What a plan of all rounds is worth. Less is better on every level, but for [`Worth::fewest`] and [`Worth::distinct`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Worth {
    /// What breaks a rule, counted in people or pairs: people below a room's min or above its max; pairs that share a
    /// room and are to be kept apart, or the other way round; people without the language of a room that is not
    /// interpreted; people alone with theirs where nobody may be; held seats and hosts that are not as asked; people
    /// who are not placed, placed twice, or placed though away.
    pub hard: i64,
    /// Seats that differ from [`Problem::before`].
    pub disturbance: i64,
    /// Σ rank² over the rounds whose rooms have topics (0 = first choice).
    pub topics: i64,
    /// The worst rank that anybody got.
    pub worst_rank: i64,
    /// Σ m(m−1)/2 over pairs with m meetings, history included.
    pub mixing: i64,
    /// The most meetings of one pair.
    pub largest: i64,
    /// The fewest different partners that anybody has who is there at all, history included.
    pub fewest: i64,
    /// Over attributes, values, rooms and rounds: how far the count lies outside ⌊n/G⌋ … ⌈n/G⌉.
    pub balance: i64,
    /// The same, for each attribute.
    pub by_column: Vec<i64>,
    /// People by whom sizes are further apart than they need be. No level; it decides among equals.
    pub uneven: i64,
    /// Σ max(0, m−1) over pairs: what is shown of mixing.
    pub repeats: i64,
    /// Pairs who meet at least once, history included.
    pub distinct: i64,
}

impl Worth {
    /// What plans are compared by: less is better, level after level. The fewest partners come after balance, for before it
    /// they would reward rooms of uneven size: most partners of all has whoever sits in the one room with everybody.
    pub(crate) fn key(&self, order: Order) -> impl Ord + use<> {
        let mixing = (self.mixing, self.largest);
        let balance = (self.balance, self.by_column.clone());
        let (first, between, last) = match order {
            Order::Mixing => (mixing, balance, (0, 0)),
            Order::Balance => ((0, 0), balance, mixing),
        };
        let before = (self.hard, self.disturbance, self.topics, self.worst_rank);
        (before, first, between, last, Reverse(self.fewest), self.uneven)
    }
}

/// Measures a plan of all rounds: for each round, its groups in the order of its rooms.
pub(crate) fn measure_all(problem: &Problem, plan: &[Groups]) -> Worth {
    worth(&Setup::of(problem), plan)
}

/// [`measure_all`] with what is at hand already.
pub(super) fn worth(setup: &Setup<'_>, plan: &[Groups]) -> Worth {
    let mut worth = Worth { by_column: vec![0; setup.columns], ..Worth::default() };
    for number in 0..setup.rounds.len() {
        let rooms = row(plan, number);
        worth.hard += broken(setup, number, rooms);
        worth.uneven += uneven(setup, number, rooms);
        balance(setup, number, rooms, &mut worth.by_column);
        for (room, people) in rooms.iter().enumerate() {
            for &p in people {
                let rank = super::setup::rank(setup.problem, number, room, p).unwrap_or(0) as i64;
                worth.topics += rank * rank;
                worth.worst_rank = worth.worst_rank.max(rank);
            }
        }
    }
    worth.balance = worth.by_column.iter().sum();
    worth.disturbance = disturbance(setup, plan);
    mixing(setup, plan, &mut worth);
    worth
}

fn broken(setup: &Setup<'_>, number: usize, rooms: &[Vec<usize>]) -> i64 {
    let Some(round) = setup.rounds.get(number) else { return 0 };
    let frame = &round.frame;
    let mut broken = 0;
    let mut seat = vec![None; setup.people];
    let mut placed = vec![0_i64; setup.people];
    for (room, group) in rooms.iter().enumerate() {
        for &p in group {
            put(&mut seat, p, Some(room));
            match placed.get_mut(p) {
                Some(times) => *times += 1,
                None => broken += 1,
            }
        }
    }
    let due = frame.present.iter().map(|&there| i64::from(there));
    broken += due.zip(&placed).map(|(due, placed)| (due - placed).abs()).sum::<i64>();
    if let Some(asked) = setup.problem.rounds.get(number) {
        let held = asked.held.iter().map(|held| (held.person, held.room));
        let hosts = asked
            .rooms
            .iter()
            .enumerate()
            .flat_map(|(room, asked)| asked.hosts.iter().map(move |host| (*host, room)));
        broken += held.chain(hosts).filter(|(p, room)| at(&seat, *p) != Some(*room)).count() as i64;
    }
    let mut left = Vec::new();
    for room in 0..frame.rooms() {
        let group = row(rooms, room);
        broken += at(&frame.stated, room).outside(group.len());
        broken += super::constraints::impossible_size(setup.problem, number, room);
        let people: Vec<Person> = group
            .iter()
            .map(|p| at(&setup.problem.people, *p))
            .filter(|person| !person.languages.is_empty())
            .collect();
        let rules = setup.problem.rules;
        let silence = silence_of(&people, rules.language, rules.alone);
        broken += i64::from(silence.alone);
        left.push(i64::from(silence.without));
    }
    left.sort_unstable_by_key(|without| Reverse(*without));
    broken += left.iter().skip(round.interpreters).sum::<i64>();
    broken + ties(setup, frame, &seat)
}

/// Pairs that are to be kept apart and are not, or the other way round.
fn ties(setup: &Setup<'_>, frame: &super::constraints::Frame, seat: &[Option<usize>]) -> i64 {
    let pairs = |n: i64| n * (n - 1) / 2;
    let together = |group: &[usize]| {
        let mut here: HashMap<usize, i64> = HashMap::new();
        let mut people: Vec<usize> = group.iter().copied().filter(|&p| frame.is_present(p)).collect();
        people.sort_unstable();
        people.dedup();
        for room in people.iter().filter_map(|p| at(seat, *p)) {
            *here.entry(room).or_default() += 1;
        }
        (pairs(people.len() as i64), here.values().copied().map(pairs).sum::<i64>())
    };
    let apart: i64 = setup.problem.apart.iter().map(|group| together(group).1).sum();
    let split: i64 =
        setup.problem.together.iter().map(|group| together(group)).map(|(all, sharing)| all - sharing).sum();
    apart + split
}

fn uneven(setup: &Setup<'_>, number: usize, rooms: &[Vec<usize>]) -> i64 {
    let Some(round) = setup.rounds.get(number) else { return 0 };
    let sizes = round.frame.even.iter().enumerate();
    sizes.map(|(room, even)| even.outside(row(rooms, room).len())).sum()
}

fn balance(setup: &Setup<'_>, number: usize, rooms: &[Vec<usize>], by_column: &mut [i64]) {
    let Some(round) = setup.rounds.get(number) else { return };
    let outside = |value: u32, here: u32| {
        let (low, high) = at(&round.shares, value as usize);
        i64::from(low.saturating_sub(here)) + i64::from(here.saturating_sub(high))
    };
    let count = round.frame.rooms();
    for (k, sum) in by_column.iter_mut().enumerate() {
        let value = |p: usize| Some(at(setup.values_of(p), k)).filter(|value| *value != NO_VALUE);
        // Most values are in few rooms where rooms are many, so the empty ones are counted and not visited.
        let mut empty: HashMap<u32, i64> = HashMap::new();
        for value in (0..setup.people).filter(|&p| round.frame.is_present(p)).filter_map(value) {
            empty.insert(value, count as i64);
        }
        for group in rooms.iter().take(count) {
            let mut here: HashMap<u32, u32> = HashMap::new();
            for value in group.iter().filter_map(|&p| value(p)) {
                *here.entry(value).or_default() += 1;
            }
            for (value, people) in here {
                *sum += outside(value, people);
                *empty.entry(value).or_default() -= 1;
            }
        }
        *sum += empty.iter().map(|(value, rooms)| outside(*value, 0) * rooms).sum::<i64>();
    }
}

fn disturbance(setup: &Setup<'_>, plan: &[Groups]) -> i64 {
    let mut sum = 0;
    for (number, before) in setup.problem.before.iter().enumerate() {
        let Some(round) = setup.rounds.get(number) else { continue };
        let rooms = row(plan, number);
        let mut seat = vec![None; setup.people];
        for (room, group) in rooms.iter().enumerate() {
            group.iter().for_each(|&p| put(&mut seat, p, Some(room)));
        }
        for (room, group) in before.iter().enumerate() {
            let there = group.iter().filter(|p| round.frame.is_present(**p));
            sum += there.filter(|p| at(&seat, **p) != Some(room)).count() as i64;
        }
    }
    sum
}

/// Counts by sorting the pairs of each person, so that no table of people by people is needed.
fn mixing(setup: &Setup<'_>, plan: &[Groups], worth: &mut Worth) {
    let mut rooms_of: Vec<Vec<&[usize]>> = vec![Vec::new(); setup.people];
    for group in plan.iter().flatten().filter(|group| group.len() <= PLENARY) {
        for &p in group {
            if let Some(rooms) = rooms_of.get_mut(p) {
                rooms.push(group);
            }
        }
    }
    let mut fewest = i64::MAX;
    let mut times = vec![0_i64; setup.people];
    let mut met: Vec<usize> = Vec::new();
    for (p, rooms) in rooms_of.iter().enumerate() {
        for &(q, before) in setup.history.partners(p) {
            put(&mut times, q as usize, i64::from(before));
            met.push(q as usize);
        }
        for &q in rooms.iter().copied().flatten().filter(|q| **q != p) {
            let before = at(&times, q);
            if before == 0 {
                met.push(q);
            }
            put(&mut times, q, before + 1);
        }
        if !rooms.is_empty() {
            fewest = fewest.min(met.len() as i64);
        }
        for q in met.drain(..) {
            let m = at(&times, q);
            put(&mut times, q, 0);
            if p < q {
                worth.mixing += m * (m - 1) / 2;
                worth.repeats += m - 1;
                worth.distinct += 1;
                worth.largest = worth.largest.max(m);
            }
        }
    }
    worth.fewest = if fewest == i64::MAX { 0 } else { fewest };
}
