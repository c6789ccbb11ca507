//! What the planner is asked about breakout rounds: people, rooms and rules by number.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::Round;
use super::events::Room;
use super::wishes::{COLUMNS, LANGUAGES};
use crate::planner::{self, Column, Groups, LanguageBook, LanguageSet, Order, Problem, Rules, Tables};
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::people::Person;
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;

/// Rounds as the planner is asked about them. Rounds and rooms stand in the order given, people in that of the roster.
#[derive(Debug, Clone)]
pub(crate) struct Asked {
    /// Everybody on the roster; a person's number is the place in this list.
    pub people: Vec<EventId>,
    /// The rounds that are asked about.
    pub rounds: Vec<EventId>,
    pub rooms: Vec<Vec<Arc<str>>>,
    /// Who is there on the day of each.
    pub there: Vec<Vec<usize>>,
    /// What the planner is asked.
    pub problem: Problem,
    /// Rooms that people come to once.
    tables: Tables,
    numbers: HashMap<EventId, usize>,
}

impl Asked {
    /// What the search is given: rooms of even sizes where nothing is said, and tables that people come to once among the
    /// people ([`planner::people_only`] takes them out of the plan).
    pub(crate) fn searched(&self) -> Problem {
        planner::with_tables(&planner::evenly(&self.problem), &self.tables)
    }

    /// The number of a person.
    pub(crate) fn number(&self, person: EventId) -> Option<usize> {
        self.numbers.get(&person).copied()
    }

    /// The rooms of a round.
    pub(crate) fn rooms_of(&self, round: usize) -> &[Arc<str>] {
        self.rooms.get(round).map_or(&[], Vec::as_slice)
    }

    /// Who is there on the day of a round.
    pub(crate) fn there_in(&self, round: usize) -> &[usize] {
        self.there.get(round).map_or(&[], Vec::as_slice)
    }

    /// The rooms of the `nth` round filled as they are now, by number.
    pub(crate) fn current(&self, nth: usize, round: &Round) -> Groups {
        let place: HashMap<&Arc<str>, usize> = self.rooms_of(nth).iter().zip(0..).collect();
        let mut rooms = vec![Vec::new(); place.len()];
        for (person, room) in round.seated() {
            if let (Some(number), Some(seats)) =
                (self.number(person), place.get(room).and_then(|place| rooms.get_mut(*place)))
            {
                seats.push(number);
            }
        }
        rooms.iter_mut().for_each(|room: &mut Vec<usize>| room.sort_unstable());
        rooms
    }

    /// Who sits where in a plan of the `nth` round.
    pub(crate) fn seats(&self, nth: usize, plan: &Groups) -> Vec<(EventId, Arc<str>)> {
        let named = self.rooms_of(nth).iter().zip(plan);
        named
            .flat_map(|(room, people)| people.iter().map(move |number| (number, room)))
            .filter_map(|(number, room)| Some((*self.people.get(*number)?, room.clone())))
            .collect()
    }
}

/// The day on which a round is held: that of its item, or the first.
pub fn round_day(workshop: &Workshop, round: &Round) -> u32 {
    let item = round.item.get().and_then(|item| workshop.items.get(*item));
    item.map_or(1, crate::workshop::agenda::Item::day)
}

/// What the planner is asked about one round, as things are now; none when there is no such round.
pub(crate) fn problem_of(workshop: &Workshop, round: EventId) -> Option<Asked> {
    workshop.rounds.get(round)?;
    Some(asked(workshop, &[round]))
}

/// What the planner is asked about these rounds together; those that do not exist are passed over. All other rounds that are
/// planned count as meetings.
pub(crate) fn asked(workshop: &Workshop, rounds: &[EventId]) -> Asked {
    let roster: Vec<&Person> = workshop.people.iter().collect();
    let people: Vec<EventId> = roster.iter().map(|person| person.key()).collect();
    let numbers: HashMap<EventId, usize> = people.iter().copied().zip(0..).collect();
    let rounds: Vec<&Round> = rounds.iter().filter_map(|round| workshop.rounds.get(*round)).collect();
    let is_asked = |other: &&Round| rounds.iter().any(|round| round.key() == other.key());
    let history: Vec<&Round> =
        workshop.rounds.iter().filter(|other| !is_asked(other) && other.is_planned()).collect();
    let rules = &workshop.rules;
    let problem = Problem {
        people: planner_people(&roster),
        columns: rules.balance().iter().filter_map(|name| column(&roster, name)).collect(),
        rounds: rounds.iter().map(|round| one(workshop, &roster, &numbers, round)).collect(),
        history: history.iter().map(|round| groups(&numbers, round)).collect(),
        rules: Rules {
            language: rules.language(),
            alone: rules.alone(),
            order: if rules.balance_first() { Order::Balance } else { Order::Mixing },
        },
        apart: apart(workshop, &roster, &numbers),
        together: wished(workshop, &numbers, true),
        ..Problem::default()
    };
    let there = |round: &&Round| {
        let day = round_day(workshop, round);
        (0..roster.len()).filter(|p| roster.get(*p).is_some_and(|person| person.is_present(day))).collect()
    };
    Asked {
        tables: tables(&rounds, &history),
        there: rounds.iter().map(there).collect(),
        rooms: rounds
            .iter()
            .map(|round| round.rooms().iter().map(|room| room.id.clone()).collect())
            .collect(),
        rounds: rounds.iter().map(|round| round.key()).collect(),
        people,
        problem,
        numbers,
    }
}

/// In the rounds of a World Café, rooms with the same id are one table, and so are those with the same title and topic.
fn tables(rounds: &[&Round], history: &[&Round]) -> Tables {
    let same = |a: &Room, b: &Room| a.id == b.id || (a.title == b.title && a.topic == b.topic);
    let mut known: Vec<Room> = Vec::new();
    let mut number = |room: &Room| {
        let place = known.iter().position(|other| same(room, other)).unwrap_or_else(|| {
            known.push(room.clone());
            known.len() - 1
        });
        u32::try_from(place).ok()
    };
    let mut of = |rounds: &[&Round]| {
        let rooms = rounds.iter().map(|round| (round.is_cafe(), round.rooms()));
        rooms.map(|(cafe, rooms)| rooms.iter().map(|room| number(room).filter(|_| cafe)).collect()).collect()
    };
    Tables { rounds: of(rounds), history: of(history) }
}

fn one(
    workshop: &Workshop,
    roster: &[&Person],
    numbers: &HashMap<EventId, usize>,
    round: &Round,
) -> planner::Round {
    let day = round_day(workshop, round);
    let place: HashMap<&Arc<str>, usize> = round.rooms().iter().map(|room| &room.id).zip(0..).collect();
    let chosen = round.is_chosen();
    let wants = round.has_preferences();
    let preferred = |person: &Person| -> Vec<u32> {
        let rooms = round.preferred(person.key());
        rooms.filter_map(|room| u32::try_from(*place.get(room)?).ok()).collect()
    };
    let preferences: Vec<Vec<u32>> =
        if wants { roster.iter().map(|person| preferred(person)).collect() } else { Vec::new() };
    let is_host = |key: EventId| round.rooms().iter().any(|room| room.hosts.contains(&key));
    let undecided = |number: usize| preferences.get(number).is_none_or(Vec::is_empty);
    let (mut held, mut absent) = (Vec::new(), Vec::new());
    for (number, person) in roster.iter().enumerate() {
        let key = person.key();
        let seat = round.seat(key).and_then(|room| place.get(room)).copied();
        let stays = chosen && undecided(number) && !is_host(key);
        match seat {
            // Whoever went somewhere by themselves is not sent elsewhere.
            Some(room) if round.is_held(key) || stays => held.push(planner::Held { person: number, room }),
            None if stays => absent.push(number),
            _ => {}
        }
        if !person.is_present(day) {
            absent.push(number);
        }
    }
    let number = |key: &EventId| numbers.get(key).copied();
    let rooms = round.rooms().iter().enumerate().map(|(place, room)| planner::Room {
        min: room.min.map(|min| min as usize),
        max: room.max.map(|max| max as usize),
        hosts: room.hosts.iter().filter_map(number).collect(),
        topic: u32::try_from(place).ok().filter(|_| wants),
    });
    planner::Round {
        rooms: rooms.collect(),
        held,
        absent,
        interpreters: round.interpreters() as usize,
        preferences,
    }
}

/// The groups of a round that counts as held.
fn groups(numbers: &HashMap<EventId, usize>, round: &Round) -> Groups {
    let place: HashMap<&Arc<str>, usize> = round.rooms().iter().map(|room| &room.id).zip(0..).collect();
    let mut groups: Groups = vec![Vec::new(); place.len()];
    for (person, room) in round.seated() {
        let group = place.get(room).and_then(|place| groups.get_mut(*place));
        if let (Some(number), Some(group)) = (numbers.get(&person), group) {
            group.push(*number);
        }
    }
    groups
}

/// People who are to be kept apart: by wishes, and by columns.
fn apart(workshop: &Workshop, roster: &[&Person], numbers: &HashMap<EventId, usize>) -> Vec<Vec<usize>> {
    let mut groups = wished(workshop, numbers, false);
    for values in workshop.rules.apart_by().iter().filter_map(|name| column(roster, name)) {
        let mut by: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
        for (number, value) in values.values.iter().enumerate() {
            if let Some(value) = value {
                by.entry(*value).or_default().push(number);
            }
        }
        groups.extend(by.into_values().filter(|people| people.len() > 1));
    }
    groups
}

fn wished(workshop: &Workshop, numbers: &HashMap<EventId, usize>, together: bool) -> Vec<Vec<usize>> {
    let wishes = workshop.wishes.iter().filter(|wish| wish.is_together() == together);
    let people =
        wishes.map(|wish| wish.people().iter().filter_map(|key| numbers.get(key).copied()).collect());
    people.filter(|people: &Vec<usize>| people.len() > 1).collect()
}

fn planner_people(people: &[&Person]) -> Vec<planner::Person> {
    let mut book = LanguageBook::default();
    let mut languages = |person: &Person| {
        let codes = person.languages().iter().map(AsRef::as_ref);
        // Beyond 64 languages nothing is known of the rest: they fit anywhere, and are named.
        book.intern(codes).unwrap_or(LanguageSet::default())
    };
    people
        .iter()
        .map(|person| planner::Person { languages: languages(person), interpreter: person.interprets() })
        .collect()
}

/// A column of the roster by its name; none where there is no such column.
fn column(people: &[&Person], name: &str) -> Option<Column> {
    let [organisation, kind, country] = COLUMNS;
    let value = |person: &Person| -> Option<String> {
        let word = |register: &crate::workshop::register::Register<Arc<str>>| {
            register.get().map(|word| word.as_ref().to_owned())
        };
        match name {
            _ if name == organisation => Some(person.organisation.in_(Lang::En).to_lowercase()),
            _ if name == kind => word(&person.kind),
            _ if name == country => word(&person.country),
            _ => {
                let mut codes: Vec<&str> = person.languages().iter().map(AsRef::as_ref).collect();
                codes.sort_unstable();
                Some(codes.join(" "))
            }
        }
    };
    let known = name == LANGUAGES || COLUMNS.contains(&name);
    let values: Vec<Option<String>> = people.iter().map(|person| value(person)).collect();
    known.then(|| Column::intern(values.iter().map(Option::as_deref)))
}
