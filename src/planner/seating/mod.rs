//! A plan of all rounds while it is searched: seats, and the counts from which the effect of a change is read off without
//! making it.
//!
//! Up to [`super::setup::DENSE`] people, a table holds for each round, room and person what the people of that room weigh
//! for them, so that an exchange costs a handful of looks; above, it is computed from the seats of the people concerned
//! (who sat in the same rooms), so that no table of people by people is needed.

mod change;
mod names;
mod trails;
mod weigh;

use super::cells::{at, put, row};
use super::model::Groups;
use super::setup::{RoundSetup, Setup};
use super::speech::Speech;
use trails::Trails;

/// Not seated. Each person has a number of their own for it, so that two who are away do not seem to sit together.
pub(super) const AWAY: u32 = 1 << 31;

/// What a plan costs, kept by differences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Running {
    pub(super) hard: i64,
    pub(super) disturbance: i64,
    pub(super) topics: i64,
    pub(super) mixing: i64,
    /// Pairs who meet more often than need be.
    pub(super) often: i64,
    pub(super) balance: i64,
    pub(super) uneven: i64,
}

/// Seats and counts. Only people who are there are ever seated.
#[derive(Debug, Clone)]
pub(super) struct Seating<'a> {
    pub(super) setup: &'a Setup<'a>,
    people: usize,
    rounds: usize,
    /// By person and round.
    seats: Vec<u32>,
    /// The same, to be compared many rounds at once.
    trails: Trails,
    /// The place among the members, by person and round.
    places: Vec<u32>,
    /// By room, the rooms of all rounds counted through.
    members: Vec<Vec<u32>>,
    /// By person and person: what it weighs that they share a room, and how often they do (history included).
    weights: Vec<i32>,
    met: Vec<u16>,
    /// By round, room and person: what the members of the room weigh for the person, the seat itself included.
    pull: Vec<i32>,
    /// Where each round begins in `pull`.
    pulls: Vec<usize>,
    /// By person and person: what it weighs that they share a room, whoever they meet in these rounds; and by round, room
    /// and person, the same for all members of the room. Empty where nothing of the sort is asked.
    bonds: Vec<i32>,
    bond_pull: Vec<i32>,
    /// By person and round: what it would save that the person left the seat.
    grip: Vec<i32>,
    /// By room and value.
    here: Vec<u32>,
    leaving: Vec<i8>,
    joining: Vec<i8>,
    speech: Speech,
    /// By person and round, the seat of the plan that is changed.
    before: Vec<u32>,
    topics: bool,
    /// Who meets whom is not kept up to date.
    light: bool,
    /// Exchanges are weighed without balance.
    pub(super) blind: bool,
    running: Running,
}

impl<'a> Seating<'a> {
    /// The seats of a plan; people who are away in a round are left out of it.
    pub(in crate::planner) fn of(setup: &'a Setup<'a>, plan: &[Groups]) -> Self {
        let (people, rounds) = (setup.people, setup.rounds.len());
        let square = if setup.dense { people * people } else { 0 };
        let mut pulls = Vec::new();
        let mut pull = 0;
        for round in &setup.rounds {
            pulls.push(pull);
            pull += if setup.dense { round.rooms * people } else { 0 };
        }
        let cells = if setup.tabled { setup.rooms * setup.values } else { 0 };
        let mut seating = Self {
            setup,
            people,
            rounds,
            seats: (0..people * rounds).map(|cell| AWAY | (cell / rounds.max(1)) as u32).collect(),
            trails: Trails::empty(setup),
            places: vec![0; people * rounds],
            members: vec![Vec::new(); setup.rooms],
            weights: vec![0; square],
            met: vec![0; square],
            pull: vec![0; pull],
            pulls,
            bonds: Vec::new(),
            bond_pull: Vec::new(),
            grip: vec![0; people * rounds],
            here: vec![0; cells],
            leaving: vec![0; cells],
            joining: vec![0; cells],
            speech: Speech::empty(setup),
            before: Vec::new(),
            topics: setup.has_topics(),
            light: false,
            blind: false,
            running: Running::default(),
        };
        seating.prepare();
        for (number, rooms) in plan.iter().enumerate().take(rounds) {
            for (room, group) in rooms.iter().enumerate() {
                group.iter().for_each(|&p| seating.seat(number, p, room));
            }
        }
        seating
    }

    fn prepare(&mut self) {
        let setup = self.setup;
        if !setup.problem.before.is_empty() {
            self.before = vec![AWAY; self.people * self.rounds];
            for (number, rooms) in setup.problem.before.iter().enumerate().take(self.rounds) {
                for (room, group) in rooms.iter().enumerate() {
                    for &p in group.iter().filter(|p| **p < self.people) {
                        put(&mut self.before, p * self.rounds + number, room as u32);
                    }
                }
            }
        }
        if setup.dense {
            if setup.has_bonds() {
                let pairs = (0..self.people).flat_map(|p| (0..self.people).map(move |q| (p, q)));
                self.bonds = pairs.map(|(p, q)| setup.bond(p, q)).collect();
                self.bond_pull = vec![0; self.pull.len()];
            }
            for p in 0..self.people {
                for q in 0..self.people {
                    let before = setup.history.times(p, q);
                    let weight = setup.weights.meeting(before) + setup.weights.hard * setup.tie(p, q);
                    put(&mut self.weights, p * self.people + q, weight);
                    put(&mut self.met, p * self.people + q, before as u16);
                }
            }
            for (number, round) in setup.rounds.iter().enumerate() {
                for room in 0..round.rooms {
                    for p in 0..self.people {
                        let cell = at(&self.pulls, number) + room * self.people + p;
                        let cost = self.seat_cost(number, room, p);
                        put(&mut self.pull, cell, cost);
                    }
                }
            }
        }
        for round in setup.rounds.iter().filter(|_| setup.tabled) {
            for room in 0..round.rooms {
                for (value, share) in round.shares.iter().enumerate() {
                    self.set_here((round.first + room) * setup.values + value, 0, *share);
                }
            }
        }
        for (_, _, m) in setup.history.pairs() {
            self.running.mixing += i64::from(m) * (i64::from(m) - 1) / 2;
            self.running.often += i64::from(m > setup.weights.often);
        }
        for round in &setup.rounds {
            // All who are to sit together are apart at first.
            for group in &setup.problem.together {
                let mut people: Vec<usize> =
                    group.iter().copied().filter(|&p| round.frame.is_present(p)).collect();
                people.sort_unstable();
                people.dedup();
                let count = people.len() as i64;
                self.running.hard += count * (count - 1) / 2;
            }
            for (stated, even) in round.frame.stated.iter().zip(&round.frame.even) {
                self.running.hard += stated.outside(0);
                self.running.uneven += even.outside(0);
            }
            let low: i64 = round.shares.iter().map(|share| i64::from(share.0)).sum();
            self.running.balance += low * round.rooms as i64;
        }
    }

    /// What it costs, on the levels of topics and of disturbance, that this person sits in this room.
    fn seat_cost(&self, number: usize, room: usize, p: usize) -> i32 {
        let weights = &self.setup.weights;
        let mut cost = 0;
        if self.topics {
            cost += weights.topics * self.setup.rank_squared(number, room, p) as i32;
        }
        if !self.before.is_empty() {
            cost += weights.disturbance * i32::from(self.disturbs(number, room, p));
        }
        cost
    }

    fn disturbs(&self, number: usize, room: usize, p: usize) -> bool {
        let before = at(&self.before, p * self.rounds + number);
        before & AWAY == 0 && before != room as u32
    }

    /// The room that somebody sits in.
    #[inline]
    pub(in crate::planner) fn room_of(&self, number: usize, p: usize) -> Option<usize> {
        let seat = at(&self.seats, p * self.rounds + number);
        (seat & AWAY == 0).then_some(seat as usize)
    }

    #[inline]
    fn round(&self, number: usize) -> Option<&'a RoundSetup> {
        self.setup.rounds.get(number)
    }

    /// Who sits in a room of a round.
    #[inline]
    pub(in crate::planner) fn members(&self, number: usize, room: usize) -> &[u32] {
        self.round(number).map_or(&[], |round| row(&self.members, round.first + room))
    }

    /// The seats of somebody, round by round.
    #[inline]
    fn signature(&self, p: usize) -> &[u32] {
        self.seats.get(p * self.rounds..(p + 1) * self.rounds).unwrap_or(&[])
    }

    /// The plan as it stands, people ascending.
    pub(in crate::planner) fn plan(&self) -> Vec<Groups> {
        self.setup.plan(&self.seats)
    }

    /// What the plan costs now, level by level.
    pub(in crate::planner) fn running(&self) -> Running {
        let speech: i64 = (0..self.rounds).map(|number| self.speech.cost(number)).sum();
        Running { hard: self.running.hard + speech, ..self.running }
    }

    /// What it weighs that these two share a room once more.
    #[inline]
    fn weight(&self, p: usize, q: usize) -> i32 {
        if self.setup.dense {
            return at(&self.weights, p * self.people + q);
        }
        let meeting = self.setup.weights.meeting(self.times(p, q));
        // Neither a wish about any two people nor a meeting before these rounds: nothing to look up.
        if self.setup.has_bonds() {
            meeting + self.setup.weights.hard * self.setup.tie(p, q)
        } else {
            meeting
        }
    }

    /// What it weighs that these two share a room, who do.
    #[inline]
    fn shared(&self, p: usize, q: usize) -> i32 {
        self.setup.weights.meeting(self.times(p, q).saturating_sub(1))
            + self.setup.weights.hard * self.setup.tie(p, q)
    }

    /// How often these two meet, history included.
    #[inline]
    pub(in crate::planner) fn times(&self, p: usize, q: usize) -> u32 {
        if self.setup.dense {
            return u32::from(at(&self.met, p * self.people + q));
        }
        let history = if self.setup.has_bonds() { self.setup.history.times(p, q) } else { 0 };
        if let Some(shared) = self.trails.shared(p, q) {
            return shared + history;
        }
        if self.setup.plenaries {
            let rounds = self.setup.rounds.iter().zip(self.signature(p).iter().zip(self.signature(q)));
            let same = rounds.filter(|(round, (a, b))| !round.plenary && a == b).count() as u32;
            return same + history;
        }
        let same =
            self.signature(p).iter().zip(self.signature(q)).map(|(a, b)| u32::from(a == b)).sum::<u32>();
        same + history
    }

    /// What the members of a room weigh for somebody, the seat itself included.
    #[inline]
    fn pull(&self, number: usize, room: usize, p: usize) -> i32 {
        if self.is_plenary(number) {
            return self.setup.weights.hard * self.ties_in(number, room, p) + self.seat_cost(number, room, p);
        }
        if self.setup.dense {
            return at(&self.pull, at(&self.pulls, number) + room * self.people + p);
        }
        self.pull_but(number, room, p, p)
    }

    /// The same, computed from where everybody sits, with one member of the room left out: the person, or whoever leaves it.
    #[inline]
    fn pull_but(&self, number: usize, room: usize, p: usize, but: usize) -> i32 {
        let others = self.members(number, room).iter().map(|q| *q as usize).filter(|q| *q != but);
        others.map(|q| self.weight(p, q)).sum::<i32>() + self.seat_cost(number, room, p)
    }

    /// Whether the rooms of a round are so large that nobody meets there.
    #[inline]
    fn is_plenary(&self, number: usize) -> bool {
        self.setup.plenaries && self.round(number).is_some_and(|round| round.plenary)
    }

    /// The wishes about somebody and those who sit in a room, by looking where those concerned sit: a room may be a hall.
    fn ties_in(&self, number: usize, room: usize, p: usize) -> i32 {
        let problem = self.setup.problem;
        let mut sum = 0;
        for &tie in row(&self.setup.ties_of, p) {
            let (apart, tie) = (tie < self.setup.apart_groups, tie as usize);
            let group =
                if apart { problem.apart.get(tie) } else { problem.together.get(tie - problem.apart.len()) };
            let mut here: Vec<usize> = group.into_iter().flatten().copied().filter(|q| *q != p).collect();
            here.sort_unstable();
            here.dedup();
            let count = here.iter().filter(|&&q| self.room_of(number, q) == Some(room)).count() as i32;
            sum += if apart { count } else { -count };
        }
        sum
    }

    /// What it would save that somebody left their seat.
    #[inline]
    fn grip(&self, number: usize, p: usize) -> i32 {
        if self.is_plenary(number) {
            return self.room_of(number, p).map_or(0, |room| self.pull(number, room, p));
        }
        at(&self.grip, p * self.rounds + number)
    }

    /// All seats, to come back to.
    pub(in crate::planner) fn seats(&self) -> &[u32] {
        &self.seats
    }
}

/// What it changes for a value that one of so many leaves a room.
fn leaving(count: u32, (low, high): (u32, u32)) -> i8 {
    i8::from(count <= low) - i8::from(count > high)
}

/// What it changes for a value that one more than so many is in a room.
fn joining(count: u32, (low, high): (u32, u32)) -> i8 {
    i8::from(count >= high) - i8::from(count < low)
}
