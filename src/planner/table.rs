//! A plan while it is searched: seats, and the counts from which the effect of a change is read off without making it.

use super::LanguageSet;
use super::cells::{at, put, row};
use super::constraints::{Bounds, Frame};
use super::counts::Counts;
use super::language::chains;
use super::levels::Cost;
use super::meetings::Meetings;
use super::model::{Groups, Problem};

/// Not seated.
pub(super) const NOWHERE: usize = usize::MAX;

/// Up to this many cells the meetings of each person in each room are kept; above they are counted when asked for.
const CELLS: usize = 4_000_000;

/// Seats and counts. Only people who are there are ever seated.
#[derive(Debug, Clone)]
pub(super) struct Table<'a> {
    problem: &'a Problem,
    pub(super) frame: &'a Frame,
    pub(super) meetings: &'a Meetings,
    sizes: &'a [Bounds],
    rooms: usize,
    room_of: Vec<usize>,
    place: Vec<usize>,
    members: Vec<Vec<usize>>,
    contacts: Vec<i64>,
    /// Languages are asked for, and there is none that everybody speaks.
    divided: bool,
    languages: usize,
    speakers: Vec<usize>,
    known: Vec<usize>,
    interpreters: Vec<usize>,
    speechless: Vec<i64>,
    counts: Counts,
    /// What the plan costs now, people not yet seated included.
    pub(super) cost: Cost,
}

impl<'a> Table<'a> {
    /// All rooms empty. `sizes` is what counts as even.
    pub(super) fn empty(
        problem: &'a Problem,
        frame: &'a Frame,
        meetings: &'a Meetings,
        sizes: &'a [Bounds],
    ) -> Self {
        let (people, rooms) = (problem.people.len(), frame.rooms());
        let spoken = problem.people.iter().fold(LanguageSet::default(), |all, p| all.or(p.languages));
        let known = problem.people.iter().map(|p| p.languages).filter(|set| !set.is_empty());
        let divided =
            problem.rules.language && known.fold(LanguageSet(u64::MAX), LanguageSet::and).is_empty();
        let languages = 64 - spoken.0.leading_zeros() as usize;
        let counts = Counts::empty(problem, frame);
        let mut cost = Cost { hard: frame.count as i64, balance: counts.cost(), ..Cost::default() };
        for (stated, even) in frame.stated.iter().zip(sizes) {
            cost.hard += stated.outside(0);
            cost.uneven += even.outside(0);
        }
        let kept = people.checked_mul(rooms).filter(|cells| *cells <= CELLS).unwrap_or(0);
        Self {
            problem,
            frame,
            meetings,
            sizes,
            rooms,
            room_of: vec![NOWHERE; people],
            place: vec![0; people],
            members: vec![Vec::new(); rooms],
            contacts: vec![0; kept],
            divided,
            languages,
            speakers: vec![0; rooms * languages],
            known: vec![0; rooms],
            interpreters: vec![0; rooms],
            speechless: vec![0; rooms],
            counts,
            cost,
        }
    }

    /// The number of rooms.
    pub(super) fn rooms(&self) -> usize {
        self.rooms
    }

    /// Where somebody sits, or [`NOWHERE`].
    #[inline]
    pub(super) fn room_of(&self, p: usize) -> usize {
        self.room_of.get(p).copied().unwrap_or(NOWHERE)
    }

    /// Who sits in a room, in no particular order.
    #[inline]
    pub(super) fn members(&self, room: usize) -> &[usize] {
        row(&self.members, room)
    }

    /// The rooms as they stand, people ascending.
    pub(super) fn groups(&self) -> Groups {
        super::levels::in_order(self.members.clone())
    }

    /// Whether a room breaks a rule: its language or its stated size.
    #[inline]
    pub(super) fn breaks(&self, room: usize) -> bool {
        at(&self.speechless, room) > 0 || at(&self.frame.stated, room).outside(self.members(room).len()) > 0
    }

    /// Whether a room is larger or smaller than it need be.
    #[inline]
    pub(super) fn is_uneven(&self, room: usize) -> bool {
        at(self.sizes, room).outside(self.members(room).len()) > 0
    }

    /// Whether one person may go from one room to the other without making sizes less even.
    #[inline]
    pub(super) fn may_move(&self, from: usize, to: usize) -> bool {
        self.resized(from, -1).uneven + self.resized(to, 1).uneven <= 0
    }

    /// How often `p` has met the people of `room`, over all of them.
    #[inline]
    pub(super) fn met_in(&self, p: usize, room: usize) -> i64 {
        if !self.contacts.is_empty() {
            return at(&self.contacts, p * self.rooms + room);
        }
        let here = self.meetings.partners(p).iter().filter(|(q, _)| self.room_of(*q as usize) == room);
        here.map(|(_, times)| i64::from(*times)).sum()
    }

    /// What the cost would change by if `p` moved to `to` (from nowhere, too).
    pub(super) fn if_moved(&self, p: usize, to: usize) -> Cost {
        let from = self.room_of(p);
        if from == to || to >= self.rooms {
            return Cost::default();
        }
        let mut change = self.resized(to, 1);
        change.mixing = self.met_in(p, to);
        change.hard += self.speechless_if(to, None, Some(p)) - at(&self.speechless, to);
        change.balance = self.counts.if_moved(p, from, to);
        if from == NOWHERE {
            change.hard -= 1;
        } else {
            change += self.resized(from, -1);
            change.mixing -= self.met_in(p, from);
            change.hard += self.speechless_if(from, Some(p), None) - at(&self.speechless, from);
        }
        change
    }

    /// What the cost would change by if `p` and `q` changed places.
    pub(super) fn if_swapped(&self, p: usize, q: usize) -> Cost {
        self.if_swapped_within(p, q, None).unwrap_or_default()
    }

    /// The same, but given up as soon as it is sure to be more than `limit`.
    #[inline]
    pub(super) fn if_swapped_within(&self, p: usize, q: usize, limit: Option<Cost>) -> Option<Cost> {
        let (a, b) = (self.room_of(p), self.room_of(q));
        if a == b || a == NOWHERE || b == NOWHERE {
            return None;
        }
        let limit = limit.unwrap_or(Cost { hard: i64::MAX, ..Cost::default() });
        let met = i64::from(self.meetings.times(p, q));
        let mixing = self.met_in(p, b) + self.met_in(q, a) - self.met_in(p, a) - self.met_in(q, b) - 2 * met;
        // Where nothing is broken yet, a change can only break something.
        if self.cost.hard == 0 && limit.hard == 0 && limit.uneven == 0 && mixing > limit.mixing {
            return None;
        }
        let at_a = self.speechless_if(a, Some(p), Some(q));
        if at_a > 0 && self.cost.hard == 0 && limit.hard == 0 {
            return None;
        }
        let hard = at_a + self.speechless_if(b, Some(q), Some(p))
            - at(&self.speechless, a)
            - at(&self.speechless, b);
        if (hard, 0, mixing) > (limit.hard, limit.uneven, limit.mixing) {
            return None;
        }
        Some(Cost { hard, uneven: 0, mixing, balance: self.counts.if_swapped(p, q, a, b) })
    }

    /// Seats `p` in `to`, from another room or from nowhere.
    pub(super) fn seat(&mut self, p: usize, to: usize) {
        let from = self.room_of(p);
        if from == to || to >= self.rooms || !self.frame.is_present(p) {
            return;
        }
        self.cost += self.if_moved(p, to);
        if from != NOWHERE {
            self.take(p, from);
        }
        self.give(p, to);
        self.counts.moved(p, from, to);
    }

    /// `p` and `q` change places.
    pub(super) fn swap(&mut self, p: usize, q: usize) {
        let (a, b) = (self.room_of(p), self.room_of(q));
        if a == b || a == NOWHERE || b == NOWHERE {
            return;
        }
        self.cost += self.if_swapped(p, q);
        self.take(p, a);
        self.take(q, b);
        self.give(p, b);
        self.give(q, a);
        self.counts.moved(p, a, b);
        self.counts.moved(q, b, a);
    }

    fn resized(&self, room: usize, by: isize) -> Cost {
        let size = self.members(room).len();
        let (then, stated, even) =
            (size.saturating_add_signed(by), at(&self.frame.stated, room), at(self.sizes, room));
        Cost {
            hard: stated.outside(then) - stated.outside(size),
            uneven: even.outside(then) - even.outside(size),
            ..Cost::default()
        }
    }

    fn take(&mut self, p: usize, room: usize) {
        let place = at(&self.place, p);
        if let Some(members) = self.members.get_mut(room)
            && place < members.len()
        {
            members.swap_remove(place);
            if let Some(&last) = members.get(place) {
                put(&mut self.place, last, place);
            }
        }
        put(&mut self.room_of, p, NOWHERE);
        self.note(p, room, -1);
    }

    fn give(&mut self, p: usize, room: usize) {
        let place = self.members(room).len();
        put(&mut self.place, p, place);
        put(&mut self.room_of, p, room);
        if let Some(members) = self.members.get_mut(room) {
            members.push(p);
        }
        self.note(p, room, 1);
    }

    /// Brings the counts of a room up to date after `p` came (1) or went (−1).
    fn note(&mut self, p: usize, room: usize, by: isize) {
        if !self.contacts.is_empty() {
            for &(q, times) in self.meetings.partners(p) {
                if let Some(cell) = self.contacts.get_mut(q as usize * self.rooms + room) {
                    *cell += i64::from(times) * by as i64;
                }
            }
        }
        let person = at(&self.problem.people, p);
        let bump = |cells: &mut Vec<usize>, i: usize| {
            if let Some(cell) = cells.get_mut(i) {
                *cell = cell.saturating_add_signed(by);
            }
        };
        if !person.languages.is_empty() {
            bump(&mut self.known, room);
            if person.interpreter {
                bump(&mut self.interpreters, room);
            }
            for number in person.languages.numbers() {
                bump(&mut self.speakers, room * self.languages + number);
            }
        }
        let speechless = self.speechless_if(room, None, None);
        put(&mut self.speechless, room, speechless);
    }

    /// How many people of a room would be without its language, had `out` left and `into` come.
    fn speechless_if(&self, room: usize, out: Option<usize>, into: Option<usize>) -> i64 {
        if !self.divided {
            return 0;
        }
        let person = |p: Option<usize>| p.map(|p| at(&self.problem.people, p)).unwrap_or_default();
        let (out_person, in_person) = (person(out), person(into));
        let one = |set: LanguageSet| i64::from(!set.is_empty());
        let known = at(&self.known, room) as i64 + one(in_person.languages) - one(out_person.languages);
        if known == 0 {
            return 0;
        }
        let start = room * self.languages;
        let mut most = 0;
        for number in 0..self.languages {
            let bit = |set: LanguageSet| (set.0 >> number & 1) as i64;
            let here = at(&self.speakers, start + number) as i64;
            most = most.max(here + bit(in_person.languages) - bit(out_person.languages));
        }
        let without = known - most;
        if without == 0 || (at(&self.interpreters, room) == 0 && !in_person.interpreter) {
            return without;
        }
        let people = || {
            let stay = self.members(room).iter().copied().filter(move |&p| Some(p) != out);
            stay.chain(into).map(|p| at(&self.problem.people, p)).filter(|p| !p.languages.is_empty())
        };
        let left = |chain: LanguageSet| people().filter(|p| p.languages.and(chain).is_empty()).count() as i64;
        // Most rooms have one interpreter at most, and this is asked millions of times: no list for one.
        let mut interpreters = people().filter(|p| p.interpreter).map(|p| p.languages);
        match (interpreters.next(), interpreters.next()) {
            (None, _) => return without,
            (Some(one), None) => return without.min(left(one)),
            (Some(_), Some(_)) => {}
        }
        chains(people().filter(|p| p.interpreter).map(|p| p.languages))
            .into_iter()
            .map(left)
            .fold(without, i64::min)
    }
}
