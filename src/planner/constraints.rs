//! What is asked of a round, made ready: who is there, who sits fast, how large each room may be, and where the wishes
//! contradict one another.

use std::collections::BTreeMap;

use super::cells::at;
use super::model::{Problem, Room, Round};
use super::unmet::Unmet;

/// The fewest and the most people of a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Bounds {
    pub(super) min: usize,
    pub(super) max: usize,
}

impl Bounds {
    /// What the room itself states. Where min is above max, max holds: walls do not give way.
    fn stated(room: &Room) -> Self {
        let max = room.max.unwrap_or(usize::MAX);
        Self { min: room.min.unwrap_or(0).min(max), max }
    }

    /// How many people too few or too many.
    #[inline]
    pub(super) fn outside(self, size: usize) -> i64 {
        (self.min.saturating_sub(size) + size.saturating_sub(self.max)) as i64
    }
}

/// By how many people a room's min lies above its max: whatever its size, so many are too few or too many.
pub(super) fn impossible_size(problem: &Problem, round: usize, room: usize) -> i64 {
    let room = problem.rounds.get(round).and_then(|round| round.rooms.get(room));
    let over = room.and_then(|room| Some(room.min?.saturating_sub(room.max?)));
    over.unwrap_or(0) as i64
}

/// One round of a problem, checked and made ready.
#[derive(Debug, Clone, Default)]
pub(super) struct Frame {
    /// Whether each person is there.
    pub(super) present: Vec<bool>,
    /// How many are.
    pub(super) count: usize,
    /// The room that each person must sit in, if any.
    pub(super) fixed: Vec<Option<usize>>,
    /// What each room states.
    pub(super) stated: Vec<Bounds>,
    /// The sizes that are as even as the stated ones allow.
    pub(super) even: Vec<Bounds>,
    /// Contradictions in what was asked.
    pub(super) unmet: Vec<Unmet>,
}

impl Frame {
    /// Checks and prepares round number `round`; a round that does not exist is one without rooms.
    pub(super) fn of(problem: &Problem, round: usize) -> Self {
        let empty = Round::default();
        let round = problem.rounds.get(round).unwrap_or(&empty);
        let mut present = vec![true; problem.people.len()];
        for &p in &round.absent {
            super::cells::put(&mut present, p, false);
        }
        let count = present.iter().filter(|there| **there).count();
        let mut frame = Self { fixed: vec![None; present.len()], present, count, ..Self::default() };
        frame.fix_seats(round);
        frame.set_sizes(round);
        frame.name_unknown_languages(problem);
        frame
    }

    /// The number of rooms.
    pub(super) fn rooms(&self) -> usize {
        self.stated.len()
    }

    /// Whether the person is there.
    #[inline]
    pub(super) fn is_present(&self, p: usize) -> bool {
        at(&self.present, p)
    }

    /// The room the person must sit in.
    #[inline]
    pub(super) fn fixed(&self, p: usize) -> Option<usize> {
        at(&self.fixed, p)
    }

    /// Held seats first, since a hand fixed them last; then hosts.
    fn fix_seats(&mut self, round: &Round) {
        let rooms = round.rooms.len();
        let mut held: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for seat in &round.held {
            if !self.is_present(seat.person) {
                self.unmet.push(Unmet::HeldAway { person: seat.person, room: seat.room });
            } else if seat.room >= rooms {
                self.unmet.push(Unmet::NoSuchRoom { person: seat.person, room: seat.room });
            } else {
                let wanted = held.entry(seat.person).or_default();
                if !wanted.contains(&seat.room) {
                    wanted.push(seat.room);
                }
            }
        }
        let mut hosts: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (room, r) in round.rooms.iter().enumerate() {
            for &person in &r.hosts {
                if !self.is_present(person) {
                    self.unmet.push(Unmet::HostAway { person, room });
                    continue;
                }
                let wanted = hosts.entry(person).or_default();
                if !wanted.contains(&room) {
                    wanted.push(room);
                }
            }
        }
        for (&person, wanted) in &held {
            super::cells::put(&mut self.fixed, person, wanted.first().copied());
            if wanted.len() > 1 {
                self.unmet.push(Unmet::HeldTwice { person, rooms: wanted.clone() });
            }
        }
        for (person, wanted) in hosts {
            if wanted.len() > 1 {
                self.unmet.push(Unmet::HostInTwoRooms { person, rooms: wanted.clone() });
            }
            match self.fixed(person) {
                Some(held) if !wanted.contains(&held) => {
                    self.unmet.push(Unmet::HeldAgainstHost { person, held, hosts: wanted });
                }
                Some(_) => {}
                None => super::cells::put(&mut self.fixed, person, wanted.first().copied()),
            }
        }
    }

    fn set_sizes(&mut self, round: &Round) {
        let people = self.count;
        let rooms = round.rooms.len();
        self.stated = round.rooms.iter().map(Bounds::stated).collect();
        for (room, r) in round.rooms.iter().enumerate() {
            if let (Some(min), Some(max)) = (r.min, r.max)
                && min > max
            {
                self.unmet.push(Unmet::MinOverMax { room, min, max });
            }
        }
        if rooms == 0 {
            if people > 0 {
                self.unmet.push(Unmet::NoRooms { people });
            }
            return;
        }
        if rooms > people {
            self.unmet.push(Unmet::MoreRoomsThanPeople { rooms, people });
        }
        let needed = self.stated.iter().fold(0_usize, |sum, b| sum.saturating_add(b.min));
        let seats = self.stated.iter().fold(0_usize, |sum, b| sum.saturating_add(b.max));
        if needed > people {
            self.unmet.push(Unmet::TooFewPeople { people, needed });
        }
        if seats < people {
            self.unmet.push(Unmet::TooFewSeats { people, seats });
        }
        let mut fast = vec![0_usize; rooms];
        for room in self.fixed.iter().flatten() {
            if let Some(n) = fast.get_mut(*room) {
                *n += 1;
            }
        }
        for (room, (bounds, &held)) in self.stated.iter().zip(&fast).enumerate() {
            if held > bounds.max {
                self.unmet.push(Unmet::HeldOverMax { room, held, max: bounds.max });
            }
        }
        // Where the sums do not fit, what is short or over is shared out evenly as well.
        let limits: Vec<Bounds> = self
            .stated
            .iter()
            .zip(&fast)
            .map(|(b, &held)| {
                if needed > people {
                    Bounds { min: held.min(b.min), max: b.min.max(held) }
                } else if seats < people {
                    Bounds { min: b.max, max: usize::MAX }
                } else {
                    Bounds { min: b.min.max(held), max: b.max.max(held) }
                }
            })
            .collect();
        self.even = level(&limits, people);
    }

    fn name_unknown_languages(&mut self, problem: &Problem) {
        if !problem.rules.language {
            return;
        }
        for (person, known) in problem.people.iter().enumerate() {
            if known.languages.is_empty() && self.is_present(person) {
                self.unmet.push(Unmet::LanguagesUnknown { person });
            }
        }
    }
}

/// Pours `people` into rooms with these limits until the water stands level: each room between the level and one above,
/// kept within its own limits.
fn level(limits: &[Bounds], people: usize) -> Vec<Bounds> {
    let at_level =
        |level: usize| limits.iter().fold(0_usize, |sum, b| sum.saturating_add(level.clamp(b.min, b.max)));
    // The highest level that does not need more people than there are, by halving.
    let (mut low, mut high) = (0, people.saturating_add(1));
    while low + 1 < high {
        let middle = low + (high - low) / 2;
        if at_level(middle) <= people {
            low = middle;
        } else {
            high = middle;
        }
    }
    let exact = at_level(low) == people;
    limits
        .iter()
        .map(|b| Bounds {
            min: low.clamp(b.min, b.max),
            max: if exact { low } else { low + 1 }.clamp(b.min, b.max),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(rooms: &[(usize, usize)], people: usize) -> Vec<(usize, usize)> {
        let limits: Vec<Bounds> = rooms.iter().map(|&(min, max)| Bounds { min, max }).collect();
        level(&limits, people).iter().map(|b| (b.min, b.max)).collect()
    }

    #[test]
    fn water_stands_level_between_the_walls() {
        assert_eq!(sizes(&[(0, 99); 7], 42), [(6, 6); 7]);
        assert_eq!(sizes(&[(0, 99); 4], 42), [(10, 11); 4]);
        assert_eq!(sizes(&[(0, 4), (0, 99), (12, 99)], 30), [(4, 4), (13, 13), (13, 13)]);
        assert_eq!(sizes(&[(0, 4), (0, 99), (20, 99)], 30), [(4, 4), (6, 6), (20, 20)]);
        assert_eq!(sizes(&[(0, 9); 3], 2), [(0, 1); 3]);
        assert_eq!(sizes(&[(0, 9); 3], 0), [(0, 0); 3]);
    }
}
