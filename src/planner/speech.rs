//! Who is left without words in each room, kept up to date while seats change.

use super::cells::{alter, at, put};
use super::language::{LanguageSet, chains};
use super::model::Person;
use super::setup::{RoundSetup, Setup};

/// The people of a room whom its best language does not reach, and those with whom nobody shares one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Silence {
    pub(super) without: u32,
    pub(super) alone: u32,
}

/// For each room of each round: how many speak what, and who is left without.
#[derive(Debug, Clone)]
pub(super) struct Speech {
    languages: usize,
    known: Vec<u32>,
    speakers: Vec<u32>,
    silence: Vec<Silence>,
    /// For each round, how many rooms leave so many people without, by that number.
    tally: Vec<Vec<u32>>,
    cost: Vec<i64>,
    /// For each round, the part of its cost that is about people without words.
    uncovered: Vec<i64>,
}

impl Speech {
    /// All rooms empty.
    pub(super) fn empty(setup: &Setup<'_>) -> Self {
        Self {
            languages: setup.languages,
            known: vec![0; setup.rooms],
            speakers: vec![0; setup.rooms * setup.languages],
            silence: vec![Silence::default(); setup.rooms],
            tally: setup.rounds.iter().map(|round| vec![round.rooms as u32]).collect(),
            cost: vec![0; setup.rounds.len()],
            uncovered: vec![0; setup.rounds.len()],
        }
    }

    /// What the rooms of a round cost by language: people without, but for those in its interpreted rooms, and people
    /// who sit alone.
    #[inline]
    pub(super) fn cost(&self, round: usize) -> i64 {
        at(&self.cost, round)
    }

    /// Counts somebody in or out (±1); [`Speech::settle`] has to follow.
    pub(super) fn count(&mut self, setup: &Setup<'_>, room: usize, p: usize, by: i32) {
        let set = at(&setup.problem.people, p).languages;
        if set.is_empty() {
            return;
        }
        alter(&mut self.known, room, |known| known.wrapping_add_signed(by));
        for language in set.numbers() {
            let cell = room * self.languages + language;
            alter(&mut self.speakers, cell, |speakers| speakers.wrapping_add_signed(by));
        }
    }

    /// Computes a room again after people were counted in or out.
    pub(super) fn settle(&mut self, setup: &Setup<'_>, number: usize, room: usize, members: &[u32]) {
        let Some(round) = setup.rounds.get(number).filter(|round| round.divided) else { return };
        let old = at(&self.silence, room);
        let new = self.now(setup, room, members);
        if old == new {
            return;
        }
        let change = self.change(number, round, &[(room, new)]);
        alter(&mut self.cost, number, |cost| cost + change);
        put(&mut self.silence, room, new);
        let Some(tally) = self.tally.get_mut(number) else { return };
        let (less, more) = (old.without as usize, new.without as usize);
        tally.resize(tally.len().max(more + 1), 0);
        alter(tally, less, |rooms| rooms - 1);
        alter(tally, more, |rooms| rooms + 1);
        let uncovered = self.uncovered(number, round, &[]);
        put(&mut self.uncovered, number, uncovered);
    }

    /// What the round's cost would change by if these rooms were as given.
    #[inline]
    pub(super) fn change(&self, number: usize, round: &RoundSetup, rooms: &[(usize, Silence)]) -> i64 {
        if rooms.iter().all(|(room, new)| at(&self.silence, *room) == *new) {
            return 0;
        }
        let mut alone = 0;
        let mut without = 0;
        for (room, new) in rooms {
            let old = at(&self.silence, *room);
            alone += i64::from(new.alone) - i64::from(old.alone);
            without += i64::from(new.without) - i64::from(old.without);
        }
        if round.interpreters == 0 {
            return alone + without;
        }
        alone + self.uncovered(number, round, rooms) - at(&self.uncovered, number)
    }

    /// People without words in the rooms that are not interpreted, were these rooms as given. Interpreted are those that
    /// leave the most without.
    fn uncovered(&self, number: usize, round: &RoundSetup, rooms: &[(usize, Silence)]) -> i64 {
        let Some(tally) = self.tally.get(number) else { return 0 };
        let top = rooms.iter().map(|(_, new)| new.without).fold(tally.len() as u32, u32::max);
        if round.rooms < top as usize {
            // Few halls: room by room is shorter than number by number.
            let now = |room: usize| at(&self.silence, room).without;
            let as_given =
                |room: usize| rooms.iter().find(|(given, _)| *given == room).map(|(_, new)| new.without);
            let numbers = round.first..round.first + round.rooms;
            let mut without: Vec<u32> =
                numbers.map(|room| as_given(room).unwrap_or_else(|| now(room))).collect();
            without.sort_unstable_by_key(|without| std::cmp::Reverse(*without));
            return without.into_iter().skip(round.interpreters).map(i64::from).sum();
        }
        let (mut covered, mut sum) = (round.interpreters as i64, 0);
        for without in (1..=top).rev() {
            let mut count = i64::from(at(tally, without as usize));
            for (room, new) in rooms {
                count += i64::from(new.without == without);
                count -= i64::from(at(&self.silence, *room).without == without);
            }
            let rooms = count;
            let interpreted = rooms.min(covered);
            covered -= interpreted;
            sum += (rooms - interpreted) * i64::from(without);
        }
        sum
    }

    /// Who is left without in a room as it is counted now.
    fn now(&self, setup: &Setup<'_>, room: usize, members: &[u32]) -> Silence {
        if setup.spelled {
            return spelled(setup, members, None, None);
        }
        self.counted(setup, room, LanguageSet::default(), LanguageSet::default())
    }

    /// Who would be left without in a room if `out` left it and `into` came.
    #[inline]
    pub(super) fn silence_if(
        &self,
        setup: &Setup<'_>,
        room: usize,
        members: &[u32],
        out: Option<usize>,
        into: Option<usize>,
    ) -> Silence {
        if setup.spelled {
            return spelled(setup, members, out, into);
        }
        let set =
            |p: Option<usize>| p.map_or(LanguageSet::default(), |p| at(&setup.problem.people, p).languages);
        let (leaves, comes) = (set(out), set(into));
        if leaves == comes {
            return at(&self.silence, room);
        }
        self.counted(setup, room, leaves, comes)
    }

    #[inline]
    fn counted(&self, setup: &Setup<'_>, room: usize, leaves: LanguageSet, comes: LanguageSet) -> Silence {
        if !setup.problem.rules.language {
            return Silence::default();
        }
        let known = at(&self.known, room) + u32::from(!comes.is_empty()) - u32::from(!leaves.is_empty());
        let mut most = 0;
        for language in 0..self.languages {
            let bit = |set: LanguageSet| (set.0 >> language & 1) as u32;
            let here = at(&self.speakers, room * self.languages + language) + bit(comes) - bit(leaves);
            most = most.max(here);
        }
        Silence { without: known - most, alone: 0 }
    }
}

/// The same, person by person: with interpreters among the people, and whether somebody sits alone.
fn spelled(setup: &Setup<'_>, members: &[u32], out: Option<usize>, into: Option<usize>) -> Silence {
    let stays = members.iter().map(|p| *p as usize).filter(|p| Some(*p) != out);
    let people: Vec<Person> = stays
        .chain(into)
        .map(|p| at(&setup.problem.people, p))
        .filter(|person| !person.languages.is_empty())
        .collect();
    silence_of(&people, setup.problem.rules.language, setup.problem.rules.alone)
}

/// Who is left without among these people, from the definition.
pub(super) fn silence_of(people: &[Person], language: bool, alone: bool) -> Silence {
    let outside = |reach: LanguageSet| {
        people.iter().filter(|person| person.languages.and(reach).is_empty()).count() as u32
    };
    let mut silence = Silence::default();
    if language {
        let spoken = people.iter().fold(LanguageSet::default(), |all, person| all.or(person.languages));
        let single = spoken.numbers().map(|number| LanguageSet(1 << number));
        let linked = chains(people.iter().filter(|person| person.interpreter).map(|person| person.languages));
        silence.without = single.chain(linked).map(outside).min().unwrap_or(0);
    }
    if alone {
        let lonely = people.iter().enumerate().filter(|(i, person)| {
            let shares = |other: &Person| !other.languages.and(person.languages).is_empty();
            people.len() > 1 && !people.iter().enumerate().any(|(j, other)| j != *i && shares(other))
        });
        silence.alone = lonely.count() as u32;
    }
    silence
}
