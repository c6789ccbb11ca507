//! What a plan is worth: whole numbers, one level after the other, measured from the definition.
//!
//! The search keeps the same numbers by differences ([`super::table`]); what is shown is always measured here.

use std::collections::HashMap;
use std::ops::{Add, AddAssign, Sub};

use super::cells::at;
use super::constraints::Frame;
use super::language::{RoomLanguage, room_language};
use super::meetings::{Meetings, PLENARY};
use super::model::{Groups, Problem};

/// What is compared, in this order: less is better, and no gain further down outweighs a loss further up. Differences
/// compare in the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Cost {
    /// What breaks a rule: people below a room's min or above its max, people without the language of their room, people
    /// who are not where they are held, not placed, placed twice, or placed though away.
    pub hard: i64,
    /// People by whom sizes are further apart than they need be.
    pub uneven: i64,
    /// How often the people of each room had met before, over all pairs.
    pub mixing: i64,
    /// Over attributes, values and rooms: by how much the count lies outside ⌊n/G⌋ … ⌈n/G⌉, for n people with that value
    /// and G rooms.
    pub balance: i64,
}

impl Add for Cost {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self {
            hard: self.hard + other.hard,
            uneven: self.uneven + other.uneven,
            mixing: self.mixing + other.mixing,
            balance: self.balance + other.balance,
        }
    }
}

impl AddAssign for Cost {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl Sub for Cost {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self {
            hard: self.hard - other.hard,
            uneven: self.uneven - other.uneven,
            mixing: self.mixing - other.mixing,
            balance: self.balance - other.balance,
        }
    }
}

/// The levels of a round's plan, as they are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Levels {
    /// See [`Cost::hard`]; 0 means that every rule is kept.
    pub hard: i64,
    /// See [`Cost::uneven`].
    pub uneven: i64,
    /// Σ m(m−1)/2 over pairs of people with m meetings, history and this round together.
    pub mixing: i64,
    /// Pairs in this round who had met before.
    pub again: i64,
    /// Σ max(0, m−1) over pairs, history and this round together.
    pub repeats: i64,
    /// Pairs who have met at least once, history and this round together.
    pub distinct: i64,
    /// See [`Cost::balance`].
    pub balance: i64,
}

/// Measures a plan of round number `round`; `rooms` are its groups, in the order of the rooms.
pub fn measure(problem: &Problem, round: usize, rooms: &[Vec<usize>]) -> Levels {
    let frame = Frame::of(problem, round);
    let meetings = Meetings::of(problem.people.len(), &problem.history);
    levels(problem, &frame, &meetings, rooms)
}

/// [`measure`] with what is at hand already.
pub(super) fn levels(problem: &Problem, frame: &Frame, meetings: &Meetings, rooms: &[Vec<usize>]) -> Levels {
    let mut levels = Levels::default();
    for (_, _, m) in meetings.pairs() {
        let m = i64::from(m);
        levels.mixing += m * (m - 1) / 2;
        levels.repeats += m - 1;
        levels.distinct += 1;
    }
    for group in rooms.iter().filter(|group| group.len() <= PLENARY) {
        for (i, &p) in group.iter().enumerate() {
            for &q in group.iter().skip(i + 1) {
                match i64::from(meetings.times(p, q)) {
                    0 => levels.distinct += 1,
                    m => {
                        levels.mixing += m;
                        levels.repeats += 1;
                        levels.again += 1;
                    }
                }
            }
        }
    }
    levels.hard = broken_seats(frame, rooms);
    for (room, (stated, even)) in frame.stated.iter().zip(&frame.even).enumerate() {
        let people = super::cells::row(rooms, room);
        levels.hard += stated.outside(people.len());
        levels.uneven += even.outside(people.len());
        if problem.rules.language
            && let RoomLanguage::Without(left) = room_language(problem, people)
        {
            levels.hard += left.len() as i64;
        }
    }
    levels.balance = balance(problem, frame, rooms);
    levels
}

/// Seats that are not as they must be: not placed, placed twice, placed though away, not where they are held.
fn broken_seats(frame: &Frame, rooms: &[Vec<usize>]) -> i64 {
    let mut seats = vec![0_i64; frame.present.len()];
    let mut broken = 0;
    for (room, group) in rooms.iter().enumerate() {
        for &p in group {
            match seats.get_mut(p) {
                Some(seat) => *seat += 1,
                None => broken += 1,
            }
            if frame.fixed(p).is_some_and(|fixed| fixed != room) || room >= frame.rooms() {
                broken += 1;
            }
        }
    }
    let due = frame.present.iter().map(|&there| i64::from(there));
    broken + due.zip(&seats).map(|(due, seats)| (due - seats).abs()).sum::<i64>()
}

fn balance(problem: &Problem, frame: &Frame, rooms: &[Vec<usize>]) -> i64 {
    let count = frame.rooms();
    let mut sum = 0;
    for column in &problem.columns {
        let mut all: HashMap<u32, usize> = HashMap::new();
        for (value, _) in column.values.iter().zip(&frame.present).filter(|(_, there)| **there) {
            if let Some(value) = value {
                *all.entry(*value).or_default() += 1;
            }
        }
        // Most values are in few rooms where rooms are many, so the empty ones are counted and not visited.
        let mut empty: HashMap<u32, usize> = all.keys().map(|&value| (value, count)).collect();
        for group in rooms.iter().take(count) {
            let mut here: HashMap<u32, usize> = HashMap::new();
            for value in group.iter().filter_map(|&p| at(&column.values, p)) {
                *here.entry(value).or_default() += 1;
            }
            for (value, size) in here {
                let n = all.get(&value).copied().unwrap_or_default();
                sum += outside_share(n, count, size);
                if let Some(left) = empty.get_mut(&value) {
                    *left -= 1;
                }
            }
        }
        for (value, left) in empty {
            let n = all.get(&value).copied().unwrap_or_default();
            sum += outside_share(n, count, 0) * left as i64;
        }
    }
    sum
}

/// How far `here` lies outside an even share of `n` over `rooms` rooms.
fn outside_share(n: usize, rooms: usize, here: usize) -> i64 {
    let rooms = rooms.max(1);
    (n / rooms).saturating_sub(here) as i64 + here.saturating_sub(n.div_ceil(rooms)) as i64
}

/// The fewest pairs among `people` that share one of `rooms` rooms: those of an even spread.
pub(super) fn spread(people: usize, rooms: usize) -> i64 {
    let rooms = rooms.max(1);
    let (each, rest) = ((people / rooms) as i64, (people % rooms) as i64);
    let pairs = |n: i64| n * (n - 1) / 2;
    rest * pairs(each + 1) + (rooms as i64 - rest) * pairs(each)
}

/// Orders the people within each room, so that equal plans look equal.
pub(super) fn in_order(mut rooms: Groups) -> Groups {
    for room in &mut rooms {
        room.sort_unstable();
    }
    rooms
}
