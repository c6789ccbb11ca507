//! Two people exchange their seats of one round while only names are exchanged. Two seats at a time, and only what differs
//! between the two: half of the time of relabelling goes into the exchanges that are made.

use super::super::cells::{alter, at, put, row};
use super::super::setup::{NO_VALUE, RoundSetup};
use super::Seating;

impl Seating<'_> {
    /// Exchanges the seats of two people in one round. Fit for relabelling only, see [`Seating::only_names`].
    pub(in crate::planner) fn exchange_names(&mut self, number: usize, p: usize, q: usize) {
        let (Some(a), Some(b)) = (self.room_of(number, p), self.room_of(number, q)) else { return };
        let Some(round) = self.round(number) else { return };
        if a == b {
            return;
        }
        let counted = self.light && self.setup.dense && self.setup.tabled;
        if !counted || round.plenary || self.topics || !self.before.is_empty() {
            self.seat(number, p, b);
            self.seat(number, q, a);
            return;
        }
        let (x, y) = (round.first + a, round.first + b);
        self.exchange_ties(number, (p, a), (q, b));
        self.exchange_places(number, p, q, x, y);
        self.exchange_values(round, p, q, x, y);
        if round.divided {
            for (room, comes, goes) in [(x, q, p), (y, p, q)] {
                self.speech.count(self.setup, room, goes, -1);
                self.speech.count(self.setup, room, comes, 1);
                self.speech.settle(self.setup, number, room, row(&self.members, room));
            }
        }
    }

    fn exchange_places(&mut self, number: usize, p: usize, q: usize, x: usize, y: usize) {
        let (of_p, of_q) = (p * self.rounds + number, q * self.rounds + number);
        let (place_p, place_q) = (at(&self.places, of_p), at(&self.places, of_q));
        for (room, place, comes) in [(x, place_p, q), (y, place_q, p)] {
            if let Some(members) = self.members.get_mut(room) {
                put(members, place as usize, comes as u32);
            }
        }
        self.places.swap(of_p, of_q);
        self.seats.swap(of_p, of_q);
    }

    /// The wishes about these two, before they exchange their rooms.
    fn exchange_ties(&mut self, number: usize, (p, a): (usize, usize), (q, b): (usize, usize)) {
        if !self.setup.has_bonds() {
            return;
        }
        let ties = |room: usize, p: usize, but: usize| -> i32 {
            let others = self.members(number, room).iter().map(|other| *other as usize);
            others.filter(|other| *other != p && *other != but).map(|other| self.setup.tie(p, other)).sum()
        };
        let change = ties(b, p, q) + ties(a, q, p) - ties(a, p, q) - ties(b, q, p);
        self.running.hard += i64::from(change);
        let first = at(&self.pulls, number);
        for (room, comes, goes) in [(a, q, p), (b, p, q)] {
            let cells = first + room * self.people;
            let bonds = |p: usize| self.bonds.get(p * self.people..(p + 1) * self.people);
            let pulls = self.bond_pull.get_mut(cells..cells + self.people);
            let (Some(pulls), Some(comes), Some(goes)) = (pulls, bonds(comes), bonds(goes)) else { continue };
            for ((pull, comes), goes) in pulls.iter_mut().zip(comes).zip(goes) {
                *pull += comes - goes;
            }
        }
    }

    fn exchange_values(&mut self, round: &RoundSetup, p: usize, q: usize, x: usize, y: usize) {
        let setup = self.setup;
        for (&v, &w) in setup.values_of(p).iter().zip(setup.values_of(q)) {
            if v == w {
                continue;
            }
            for (room, value, joins) in [(x, v, false), (y, v, true), (y, w, false), (x, w, true)] {
                if value != NO_VALUE {
                    self.count_value(round, room * setup.values + value as usize, value, joins);
                }
            }
        }
    }

    fn count_value(&mut self, round: &RoundSetup, cell: usize, value: u32, joins: bool) {
        let table = if joins { &self.joining } else { &self.leaving };
        self.running.balance += i64::from(at(table, cell));
        alter(&mut self.here, cell, |here| here.wrapping_add_signed(if joins { 1 } else { -1 }));
        self.set_here(cell, at(&self.here, cell), at(&round.shares, value as usize));
    }
}
