//! Making a change: seats, and every count that hangs on them.

use super::super::cells::{alter, at, put, row};
use super::super::setup::{NO_VALUE, RoundSetup};
use super::{AWAY, Seating, joining, leaving};

impl Seating<'_> {
    /// Seats somebody in a room, from another room or from nowhere.
    pub(in crate::planner) fn seat(&mut self, number: usize, p: usize, room: usize) {
        let Some(round) = self.round(number) else { return };
        let from = self.room_of(number, p);
        if p >= self.people || room >= round.rooms || from == Some(room) || !round.frame.is_present(p) {
            return;
        }
        let (stated, even) = match from {
            Some(from) => self.resized(number, &[(from, -1), (room, 1)]),
            None => self.resized(number, &[(room, 1)]),
        };
        self.running.hard += stated;
        self.running.uneven += even;
        if self.topics {
            let was = from.map_or(0, |from| self.setup.rank_squared(number, from, p));
            self.running.topics += self.setup.rank_squared(number, room, p) - was;
        }
        if !self.before.is_empty() {
            let was = from.is_some_and(|from| self.disturbs(number, from, p));
            self.running.disturbance += i64::from(self.disturbs(number, room, p)) - i64::from(was);
        }
        if let Some(from) = from {
            self.take(number, round, p, from);
        }
        self.give(number, round, p, room);
    }

    fn take(&mut self, number: usize, round: &RoundSetup, p: usize, room: usize) {
        let place = at(&self.places, p * self.rounds + number) as usize;
        let members = self.members.get_mut(round.first + room).map(std::mem::take).unwrap_or_default();
        if round.plenary {
            self.running.hard -= i64::from(self.ties_in(number, room, p));
        } else if self.light {
            self.count_ties(&members, p, -1);
        } else {
            for q in members.iter().map(|q| *q as usize).filter(|q| *q != p) {
                let shared = self.shared(p, q);
                alter(&mut self.grip, q * self.rounds + number, |grip| grip - shared);
                self.meet(number, p, q, -1);
            }
            put(&mut self.grip, p * self.rounds + number, 0);
        }
        self.add_pulls(number, room, p, -1);
        let mut members = members;
        if place < members.len() {
            members.swap_remove(place);
        }
        if let Some(moved) = members.get(place) {
            put(&mut self.places, *moved as usize * self.rounds + number, place as u32);
        }
        put(&mut self.members, round.first + room, members);
        put(&mut self.seats, p * self.rounds + number, AWAY | p as u32);
        self.trails.sit(p, number, None);
        self.count_values(round, p, room, -1);
        self.settle(number, round, p, room, -1);
    }

    fn give(&mut self, number: usize, round: &RoundSetup, p: usize, room: usize) {
        let mut members = self.members.get_mut(round.first + room).map(std::mem::take).unwrap_or_default();
        put(&mut self.seats, p * self.rounds + number, room as u32);
        self.trails.sit(p, number, Some(room as u32));
        self.add_pulls(number, room, p, 1);
        if round.plenary {
            self.running.hard += i64::from(self.ties_in(number, room, p));
        } else if self.light {
            self.count_ties(&members, p, 1);
        } else {
            let mut grip = self.seat_cost(number, room, p);
            for q in members.iter().map(|q| *q as usize) {
                self.meet(number, p, q, 1);
                let shared = self.shared(p, q);
                grip += shared;
                alter(&mut self.grip, q * self.rounds + number, |grip| grip + shared);
            }
            put(&mut self.grip, p * self.rounds + number, grip);
        }
        put(&mut self.places, p * self.rounds + number, members.len() as u32);
        members.push(p as u32);
        put(&mut self.members, round.first + room, members);
        self.count_values(round, p, room, 1);
        self.settle(number, round, p, room, 1);
    }

    /// Counts the wishes about somebody and the members of a room.
    fn count_ties(&mut self, members: &[u32], p: usize, by: i64) {
        if self.setup.has_bonds() {
            let ties: i32 = members.iter().map(|q| self.setup.tie(p, *q as usize)).sum();
            self.running.hard += by * i64::from(ties);
        }
    }

    /// From here on only names are exchanged, which leaves mixing as it is: who meets whom is no longer kept up to date.
    /// With a history it is, since names have one.
    pub(in crate::planner) fn only_names(&mut self) {
        self.light = self.setup.problem.history.is_empty();
    }

    /// Counts one meeting of two people more or less, everywhere where it weighs but in this round's own grips.
    fn meet(&mut self, here: usize, p: usize, q: usize, by: i32) {
        // In the large, whoever is being seated is already counted among those who meet, or still is.
        let old = if self.setup.dense || by < 0 { self.times(p, q) } else { self.times(p, q) - 1 };
        let new = old.wrapping_add_signed(by);
        let pairs = |m: u32| i64::from(m) * (i64::from(m) - 1) / 2;
        let weights = &self.setup.weights;
        self.running.mixing += pairs(new) - pairs(old);
        self.running.often += i64::from(new > weights.often) - i64::from(old > weights.often);
        self.running.hard += i64::from(by * self.setup.tie(p, q));
        let shared = weights.meeting(new.saturating_sub(1)) - weights.meeting(old.saturating_sub(1));
        // Whoever meets only here shares no other seat that would weigh more or less.
        let elsewhere = if old.min(new) == 0 { 0 } else { self.rounds };
        for number in (0..elsewhere).filter(|number| *number != here) {
            let (x, y) = (p * self.rounds + number, q * self.rounds + number);
            if at(&self.seats, x) == at(&self.seats, y) {
                alter(&mut self.grip, x, |grip| grip + shared);
                alter(&mut self.grip, y, |grip| grip + shared);
            }
        }
        if !self.setup.dense {
            return;
        }
        let weight = weights.meeting(new) - weights.meeting(old);
        for (x, y) in [(p, q), (q, p)] {
            let cell = x * self.people + y;
            put(&mut self.met, cell, new as u16);
            alter(&mut self.weights, cell, |old| old + weight);
            let seats = self.seats.get(x * self.rounds..(x + 1) * self.rounds).unwrap_or(&[]);
            for (seat, first) in seats.iter().zip(&self.pulls).filter(|(seat, _)| **seat & AWAY == 0) {
                alter(&mut self.pull, first + *seat as usize * self.people + y, |old| old + weight);
            }
        }
    }

    /// Adds what somebody weighs for everybody to a room, or takes it away.
    fn add_pulls(&mut self, number: usize, room: usize, p: usize, by: i32) {
        if !self.setup.dense {
            return;
        }
        let first = at(&self.pulls, number) + room * self.people;
        if !self.light
            && let (Some(pulls), Some(weights)) = (
                self.pull.get_mut(first..first + self.people),
                self.weights.get(p * self.people..(p + 1) * self.people),
            )
        {
            for (pull, weight) in pulls.iter_mut().zip(weights) {
                *pull += by * weight;
            }
        }
        if let (Some(pulls), Some(bonds)) = (
            self.bond_pull.get_mut(first..first + self.people),
            self.bonds.get(p * self.people..(p + 1) * self.people),
        ) {
            for (pull, bond) in pulls.iter_mut().zip(bonds) {
                *pull += by * bond;
            }
        }
    }

    fn count_values(&mut self, round: &RoundSetup, p: usize, room: usize, by: i32) {
        let setup = self.setup;
        for &value in setup.values_of(p).iter().filter(|value| **value != NO_VALUE) {
            let share = at(&round.shares, value as usize);
            let room = round.first + room;
            // The members stand as they are after the change.
            let new = if setup.tabled {
                at(&self.here, room * setup.values + value as usize).wrapping_add_signed(by)
            } else {
                self.count(room, value)
            };
            let old = new.wrapping_add_signed(-by);
            let outside =
                |n: u32| i64::from(share.0.saturating_sub(n)) + i64::from(n.saturating_sub(share.1));
            self.running.balance += outside(new) - outside(old);
            if setup.tabled {
                self.set_here(room * setup.values + value as usize, new, share);
            }
        }
    }

    pub(super) fn set_here(&mut self, cell: usize, count: u32, share: (u32, u32)) {
        put(&mut self.here, cell, count);
        put(&mut self.leaving, cell, leaving(count, share));
        put(&mut self.joining, cell, joining(count, share));
    }

    fn settle(&mut self, number: usize, round: &RoundSetup, p: usize, room: usize, by: i32) {
        if round.divided {
            let room = round.first + room;
            self.speech.count(self.setup, room, p, by);
            self.speech.settle(self.setup, number, room, row(&self.members, room));
        }
    }
}
