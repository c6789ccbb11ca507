//! What a change would cost, read off the counts without making it.

use super::super::cells::{at, put, row};
use super::super::setup::{NO_VALUE, RoundSetup};
use super::{AWAY, Seating, joining, leaving};

/// Up to so many columns, what differs between two people is looked up once for all rounds.
const FEW: usize = 8;

impl Seating<'_> {
    /// What the search counts an exchange of the seats of `p` and `q` as.
    #[inline]
    pub(in crate::planner) fn exchange(&self, number: usize, p: usize, q: usize, most: i64) -> Option<i64> {
        let (a, b) = (self.room_of(number, p)?, self.room_of(number, q)?);
        if a == b {
            return None;
        }
        let round = self.round(number)?;
        // Neither meets the other in the room that they leave.
        let pulls = if self.setup.dense || round.plenary {
            let both = match round.plenary {
                true => self.setup.weights.hard * self.setup.tie(p, q),
                false => self.weight(p, q),
            };
            self.pull(number, b, p) + self.pull(number, a, q) - 2 * both
        } else {
            self.pull_but(number, b, p, q) + self.pull_but(number, a, q, p)
        };
        let pulls = i64::from(pulls - self.grip(number, p) - self.grip(number, q));
        // Nothing that is counted below can make up for more than this.
        let balance = if self.blind { 0 } else { i64::from(self.setup.weights.balance) };
        let slack = balance * 4 * self.setup.columns as i64;
        if pulls - slack > most && (!round.divided || self.speech.cost(number) == 0) {
            return None;
        }
        let shares = if self.blind { 0 } else { balance * self.balance_of_exchange(round, p, q, a, b) };
        let change = pulls
            + shares
            + i64::from(self.setup.weights.hard) * self.speech_of_exchange(number, round, p, q, a, b);
        (change <= most).then_some(change)
    }

    /// What an exchange changes on the levels that do not hang on who meets whom in the rounds.
    fn speech_of_exchange(
        &self,
        number: usize,
        round: &RoundSetup,
        p: usize,
        q: usize,
        a: usize,
        b: usize,
    ) -> i64 {
        if !round.divided {
            return 0;
        }
        let (x, y) = (round.first + a, round.first + b);
        let at_a = self.speech.silence_if(self.setup, x, row(&self.members, x), Some(p), Some(q));
        let at_b = self.speech.silence_if(self.setup, y, row(&self.members, y), Some(q), Some(p));
        self.speech.change(number, round, &[(x, at_a), (y, at_b)])
    }

    #[inline]
    fn balance_of_exchange(&self, round: &RoundSetup, p: usize, q: usize, a: usize, b: usize) -> i64 {
        let (x, y) = (round.first + a, round.first + b);
        let mut change = 0;
        for (&v, &w) in self.setup.values_of(p).iter().zip(self.setup.values_of(q)) {
            if v != w {
                change += self.shares_of_exchange(round, v, w, x, y);
            }
        }
        i64::from(change)
    }

    /// What it changes that one with the first value goes from `x` to `y` and one with the second comes instead.
    #[inline]
    fn shares_of_exchange(&self, round: &RoundSetup, v: u32, w: u32, x: usize, y: usize) -> i32 {
        let mut change = 0;
        if v != NO_VALUE {
            change += self.leave(round, x, v) + self.join(round, y, v);
        }
        if w != NO_VALUE {
            change += self.leave(round, y, w) + self.join(round, x, w);
        }
        change
    }

    /// The values in which these two differ, and how many; none where there may be more than fit.
    #[inline]
    fn differing(&self, p: usize, q: usize, differing: &mut [(u32, u32); FEW]) -> Option<usize> {
        if self.setup.columns > FEW {
            return None;
        }
        let mut count = 0;
        for (&v, &w) in self.setup.values_of(p).iter().zip(self.setup.values_of(q)) {
            put(differing, count, (v, w));
            count += usize::from(v != w);
        }
        Some(count)
    }

    #[inline]
    fn leave(&self, round: &RoundSetup, room: usize, value: u32) -> i32 {
        if self.setup.tabled {
            return i32::from(at(&self.leaving, room * self.setup.values + value as usize));
        }
        leaving(self.count(room, value), at(&round.shares, value as usize)).into()
    }

    #[inline]
    fn join(&self, round: &RoundSetup, room: usize, value: u32) -> i32 {
        if self.setup.tabled {
            return i32::from(at(&self.joining, room * self.setup.values + value as usize));
        }
        joining(self.count(room, value), at(&round.shares, value as usize)).into()
    }

    /// How many in a room have a value, counted by looking at each.
    pub(super) fn count(&self, room: usize, value: u32) -> u32 {
        let members = row(&self.members, room).iter();
        members.filter(|p| self.setup.values_of(**p as usize).contains(&value)).count() as u32
    }

    /// What the search counts a move of `p` to an own seat in another room as.
    pub(in crate::planner) fn shift(&self, number: usize, p: usize, to: usize) -> Option<i64> {
        let from = self.room_of(number, p)?;
        let round = self.round(number).filter(|round| from != to && to < round.rooms)?;
        let weights = &self.setup.weights;
        let pulls = self.pull(number, to, p) - self.grip(number, p);
        let (x, y) = (round.first + from, round.first + to);
        let mut balance = 0;
        for &v in self.setup.values_of(p).iter().filter(|v| **v != NO_VALUE) {
            balance += self.leave(round, x, v) + self.join(round, y, v);
        }
        let mut speech = 0;
        if round.divided {
            let at_x = self.speech.silence_if(self.setup, x, row(&self.members, x), Some(p), None);
            let at_y = self.speech.silence_if(self.setup, y, row(&self.members, y), None, Some(p));
            speech = self.speech.change(number, round, &[(x, at_x), (y, at_y)]);
        }
        let (stated, even) = self.resized(number, &[(from, -1), (to, 1)]);
        Some(
            i64::from(pulls)
                + i64::from(weights.balance * balance)
                + i64::from(weights.hard) * (speech + stated)
                + i64::from(weights.uneven) * even,
        )
    }

    /// What the search counts it as that somebody who sits nowhere comes to a room.
    pub(in crate::planner) fn arrival(&self, number: usize, p: usize, room: usize) -> i64 {
        let Some(round) = self.round(number) else { return i64::MAX };
        let weights = &self.setup.weights;
        let place = round.first + room;
        let values = self.setup.values_of(p).iter().filter(|value| **value != NO_VALUE);
        let balance: i32 = values.map(|value| self.join(round, place, *value)).sum();
        let mut speech = 0;
        if round.divided {
            let members = row(&self.members, place);
            let silence = self.speech.silence_if(self.setup, place, members, None, Some(p));
            speech = self.speech.change(number, round, &[(place, silence)]);
        }
        let (stated, even) = self.resized(number, &[(room, 1)]);
        i64::from(self.pull(number, room, p))
            + i64::from(weights.balance * balance)
            + i64::from(weights.hard) * (speech + stated)
            + i64::from(weights.uneven) * even
    }

    /// By how many people sizes would be further outside the stated and the even ones.
    pub(super) fn resized(&self, number: usize, rooms: &[(usize, isize)]) -> (i64, i64) {
        let Some(round) = self.round(number) else { return (0, 0) };
        let mut change = (0, 0);
        for &(room, by) in rooms {
            let size = self.members(number, room).len();
            let new = size.saturating_add_signed(by);
            let (stated, even) = (at(&round.frame.stated, room), at(&round.frame.even, room));
            change.0 += stated.outside(new) - stated.outside(size);
            change.1 += even.outside(new) - even.outside(size);
        }
        change
    }

    /// What the search counts it as that `p` and `q` exchange their seats in all rounds; none where one of them is not
    /// there in all rounds in which the other is. Whether they are held is not asked.
    pub(in crate::planner) fn relabel(&self, p: usize, q: usize) -> Option<i64> {
        let weights = &self.setup.weights;
        let costly = self.topics || !self.before.is_empty();
        let mut change = 0;
        let mut differing = [(0, 0); FEW];
        let few = self.differing(p, q, &mut differing);
        let seats = self.signature(p).iter().zip(self.signature(q));
        for ((number, round), (&a, &b)) in self.setup.rounds.iter().enumerate().zip(seats) {
            if a == b || (a & b & AWAY) != 0 {
                continue;
            }
            if (a | b) & AWAY != 0 {
                return None;
            }
            let (a, b) = (a as usize, b as usize);
            let shares = match few {
                Some(count) => {
                    let differing = differing.iter().take(count);
                    let (x, y) = (round.first + a, round.first + b);
                    differing.map(|&(v, w)| i64::from(self.shares_of_exchange(round, v, w, x, y))).sum()
                }
                None => self.balance_of_exchange(round, p, q, a, b),
            };
            change +=
                i64::from(weights.balance) * shares + i64::from(self.bonds_of_exchange(number, p, q, a, b));
            if round.divided {
                change += i64::from(weights.hard) * self.speech_of_exchange(number, round, p, q, a, b);
            }
            if costly {
                let cost = |room: usize, p: usize| i64::from(self.seat_cost(number, room, p));
                change += cost(b, p) + cost(a, q) - cost(a, p) - cost(b, q);
            }
        }
        Some(change)
    }

    /// What an exchange changes about who has to sit with whom, apart from who meets whom in these rounds.
    #[inline]
    fn bonds_of_exchange(&self, number: usize, p: usize, q: usize, a: usize, b: usize) -> i32 {
        if !self.setup.has_bonds() {
            return 0;
        }
        if self.is_plenary(number) {
            let ties = |room: usize, p: usize| self.ties_in(number, room, p);
            let change = ties(b, p) - ties(a, p) + ties(a, q) - ties(b, q) - 2 * self.setup.tie(p, q);
            return self.setup.weights.hard * change;
        }
        if !self.setup.dense {
            return self.bonded(number, b, p, q) - self.bonded(number, a, p, p)
                + self.bonded(number, a, q, p)
                - self.bonded(number, b, q, q);
        }
        let first = at(&self.pulls, number);
        let pull = |room: usize, p: usize| at(&self.bond_pull, first + room * self.people + p);
        pull(b, p) - pull(a, p) + pull(a, q) - pull(b, q) - 2 * at(&self.bonds, p * self.people + q)
    }

    /// What the members of a room are bound to somebody, `but` left out.
    fn bonded(&self, number: usize, room: usize, p: usize, but: usize) -> i32 {
        let others = self.members(number, room).iter().map(|q| *q as usize).filter(|q| *q != p && *q != but);
        others.map(|q| self.setup.bond(p, q)).sum()
    }
}
