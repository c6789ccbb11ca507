//! Decisions about breakout rounds. The assignment itself is the planner's; here is what it is asked and what becomes of it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::super::Workshop;
use super::super::command::{
    RoomSpec, RoundAdd, RoundChange, RoundHold, RoundPlace, RoundPlan, RoundRemove, RoundRepair,
};
use super::super::event::{About, Happening, Room, RoundPlanned, RoundSeat, RoundSet};
use super::super::groups::Round;
use super::super::id::EventId;
use super::super::people::Person;
use super::super::refusal::Refusal;
use super::super::thing::Thing;
use super::{Desk, Outcome, check};
use crate::planner::{self, Column, Effort, LanguageBook, LanguageSet, Problem};

/// The most rooms in a round.
const MOST_ROOMS: usize = 2_000;

impl Desk<'_> {
    pub(super) fn round_add(&self, c: &RoundAdd) -> Outcome {
        let set = RoundSet {
            of: None,
            id: check::free(&self.workshop.rounds, "round", self.id.as_ref())?,
            title: Some(check::needed_text("title", &c.title)?),
            item: check::maybe(c.item.as_ref(), |item: &str| {
                check::find(&self.workshop.items, "item", item)
            })?,
            rooms: Some(self.rooms(&c.rooms)?),
        };
        Ok((Happening::RoundAdded(set), Vec::new()))
    }

    pub(super) fn round_change(&self, c: &RoundChange) -> Outcome {
        let of = self.round(&c.round)?;
        let set = RoundSet {
            of: Some(of),
            id: None,
            title: check::maybe(c.title.as_ref(), |text| check::needed_text("title", text))?,
            item: check::maybe(c.item.as_ref(), |item: &str| {
                check::find(&self.workshop.items, "item", item)
            })?,
            rooms: check::maybe(c.rooms.as_ref(), |rooms: &Vec<_>| self.rooms(rooms))?,
        };
        if set == (RoundSet { of: Some(of), ..RoundSet::default() }) {
            return Err(Refusal::nothing("round"));
        }
        let mut over = Vec::new();
        if let Some(round) = self.workshop.rounds.get(of) {
            round.over(&set, &mut over);
        }
        Ok((Happening::RoundChanged(set), over))
    }

    pub(super) fn round_remove(&self, c: &RoundRemove) -> Outcome {
        Ok((Happening::RoundRemoved(About { of: self.round(&c.round)? }), Vec::new()))
    }

    pub(super) fn round_plan(&self, c: &RoundPlan) -> Outcome {
        let of = self.round(&c.round)?;
        let seed = c.seed.unwrap_or(0);
        let asked = problem_of(self.workshop, of).filter(|asked| !asked.people.is_empty());
        let Some(asked) = asked else { return Err(Refusal::state("refused-nobody-to-seat", &c.round)) };
        if asked.rooms.is_empty() {
            return Err(Refusal::state("refused-no-rooms", &c.round));
        }
        let plan = planner::plan(&asked.problem, 0, Effort::seeded(seed));
        let seats = asked.seats(&plan.rooms);
        self.planned(of, &seats, Some(seed)).map(|(planned, over)| (Happening::RoundPlanned(planned), over))
    }

    pub(super) fn round_repair(&self, c: &RoundRepair) -> Outcome {
        let of = self.round(&c.round)?;
        let round = self.workshop.rounds.get(of).filter(|round| round.is_planned());
        let Some(round) = round else { return Err(Refusal::state("refused-not-planned", &c.round)) };
        let Some(asked) = problem_of(self.workshop, of) else {
            return Err(Refusal::unknown("round", &c.round));
        };
        let repaired = planner::repair(&asked.problem, 0, &asked.current(round));
        let seats = asked.seats(&repaired.plan.rooms);
        let (planned, over) = self.planned(of, &seats, None)?;
        if planned.seats.is_empty() && planned.out.is_empty() {
            return Err(Refusal::state("refused-nothing-to-repair", &c.round));
        }
        Ok((Happening::RoundRepaired(planned), over))
    }

    pub(super) fn round_place(&self, c: &RoundPlace) -> Outcome {
        let (of, person, room) = self.seat(&c.round, &c.person, c.room.as_deref())?;
        let mut over = Vec::new();
        if let Some(round) = self.workshop.rounds.get(of) {
            if round.seat(person) == room.as_ref() && !round.is_torn(person) {
                return Err(Refusal::nothing("round"));
            }
            round.over_seat(person, false, &mut over);
        }
        Ok((Happening::RoundPlaced(RoundSeat { of, person, room, held: None }), over))
    }

    pub(super) fn round_hold(&self, c: &RoundHold) -> Outcome {
        let (of, person, room) = self.seat(&c.round, &c.person, c.room.as_deref())?;
        let held = Some(room.is_some());
        let mut over = Vec::new();
        if let Some(round) = self.workshop.rounds.get(of) {
            if room.is_none() && !round.is_held(person) {
                return Err(Refusal::nothing("round"));
            }
            round.over_seat(person, true, &mut over);
        }
        Ok((Happening::RoundHeld(RoundSeat { of, person, room, held }), over))
    }

    fn round(&self, name: &str) -> Result<EventId, Refusal> {
        check::find(&self.workshop.rounds, "round", name)
    }

    fn seat(
        &self,
        round: &str,
        person: &str,
        room: Option<&str>,
    ) -> Result<(EventId, EventId, Option<Arc<str>>), Refusal> {
        let of = self.round(round)?;
        let person = check::find(&self.workshop.people, "person", person)?;
        let known = |room: &str| {
            self.workshop.rounds.get(of).and_then(|round| round.room(room)).map(|room| room.id.clone())
        };
        let room = match room.filter(|room| !room.trim().is_empty()) {
            None => None,
            Some(room) => Some(known(room).ok_or_else(|| Refusal::unknown("room", room))?),
        };
        Ok((of, person, room))
    }

    /// What changes when these are the seats, and what that replaces.
    fn planned(
        &self,
        of: EventId,
        seats: &[(EventId, Arc<str>)],
        seed: Option<u64>,
    ) -> Result<(RoundPlanned, Vec<EventId>), Refusal> {
        let mut planned = RoundPlanned { of, seed, ..RoundPlanned::default() };
        let mut over = Vec::new();
        let Some(round) = self.workshop.rounds.get(of) else { return Ok((planned, over)) };
        let new: HashMap<EventId, &Arc<str>> = seats.iter().map(|(person, room)| (*person, room)).collect();
        for (person, room) in seats {
            // A repair is told by its changes; a plan is told whole, so that it can be read by itself.
            if seed.is_some() || round.seat(*person) != Some(room) {
                planned.seats.entry(room.clone()).or_default().push(*person);
                round.over_seat(*person, false, &mut over);
            }
        }
        for person in round.assigned().filter(|person| !new.contains_key(person)) {
            planned.out.push(person);
            round.over_seat(person, false, &mut over);
        }
        Ok((planned, over))
    }

    fn rooms(&self, specs: &[RoomSpec]) -> Result<Vec<Room>, Refusal> {
        if specs.len() > MOST_ROOMS {
            return Err(Refusal::too_many("rooms", MOST_ROOMS));
        }
        let mut rooms: Vec<Room> = Vec::new();
        for spec in specs {
            let id = check::id(&spec.id)?;
            if rooms.iter().any(|room| room.id == id) {
                return Err(Refusal::taken("room", &id));
            }
            if let (Some(min), Some(max)) = (spec.min, spec.max)
                && min > max
            {
                return Err(Refusal::new("out-of-range", "refused-min-over-max").with("id", &id));
            }
            rooms.push(Room {
                title: match &spec.title {
                    Some(title) => check::needed_text("title", title)?,
                    None => super::super::text::Text::plain(&id),
                },
                min: spec.min,
                max: spec.max,
                topic: match &spec.topic {
                    Some(topic) if !topic.is_empty() => check::needed_text("topic", topic)?,
                    _ => super::super::text::Text::default(),
                },
                hosts: check::find_all(
                    &self.workshop.people,
                    "person",
                    spec.hosts.as_deref().unwrap_or_default(),
                )?,
                id,
            });
        }
        Ok(rooms)
    }
}

/// A round as the planner is asked about it: its people and rooms by number.
#[derive(Debug, Clone)]
pub struct RoomView {
    /// Everybody who is there in this round or was in another one; a person's number is the place in this list.
    pub people: Vec<EventId>,
    /// The rooms, in order.
    pub rooms: Vec<Arc<str>>,
    /// What the planner is asked.
    pub problem: Problem,
}

impl RoomView {
    /// The number of a person.
    pub fn number(&self, person: EventId) -> Option<usize> {
        self.people.iter().position(|known| *known == person)
    }

    /// The round's rooms filled as they are now, by number.
    pub fn current(&self, round: &Round) -> Vec<Vec<usize>> {
        let numbers: HashMap<EventId, usize> = self.people.iter().copied().zip(0..).collect();
        let place: HashMap<&Arc<str>, usize> = self.rooms.iter().zip(0..).collect();
        let mut rooms = vec![Vec::new(); self.rooms.len()];
        for (person, room) in round.seated() {
            if let (Some(number), Some(seats)) =
                (numbers.get(&person), place.get(room).and_then(|place| rooms.get_mut(*place)))
            {
                seats.push(*number);
            }
        }
        rooms.iter_mut().for_each(|room: &mut Vec<usize>| room.sort_unstable());
        rooms
    }

    fn seats(&self, rooms: &[Vec<usize>]) -> Vec<(EventId, Arc<str>)> {
        let named = self.rooms.iter().zip(rooms);
        named
            .flat_map(|(room, people)| people.iter().map(move |number| (number, room)))
            .filter_map(|(number, room)| Some((*self.people.get(*number)?, room.clone())))
            .collect()
    }
}

/// The day on which a round is held: that of its item, or the first.
pub fn round_day(workshop: &Workshop, round: &Round) -> u32 {
    let item = round.item.get().and_then(|item| workshop.items.get(*item));
    item.map_or(1, super::super::agenda::Item::day)
}

/// What the planner is asked about a round, as things are now; none when there is no such round.
pub fn problem_of(workshop: &Workshop, round: EventId) -> Option<RoomView> {
    let round = workshop.rounds.get(round)?;
    let day = round_day(workshop, round);
    let here: Vec<&Person> = workshop.people.iter().filter(|person| person.is_present(day)).collect();
    let mut people: Vec<EventId> = here.iter().map(|person| person.key()).collect();
    // Hosts and held people who are away are known to the planner as absent, so that it can name them.
    let fixed: Vec<EventId> = workshop
        .people
        .iter()
        .filter(|person| !person.is_present(day))
        .map(Thing::key)
        .filter(|key| {
            round.is_held(*key)
                || round.seat(*key).is_some()
                || round.rooms().iter().any(|room| room.hosts.contains(key))
        })
        .collect();
    let first_absent = people.len();
    people.extend(&fixed);
    let numbers: HashMap<EventId, usize> = people.iter().copied().zip(0..).collect();
    let rooms: Vec<Arc<str>> = round.rooms().iter().map(|room| room.id.clone()).collect();
    let known: Vec<&Person> = people.iter().filter_map(|key| workshop.people.get(*key)).collect();
    let number = |key: &EventId| numbers.get(key).copied();
    let room_number = |id: &Arc<str>| rooms.iter().position(|room| room == id);
    let held = people
        .iter()
        .filter(|key| round.is_held(**key))
        .filter_map(|key| Some(planner::Held { person: number(key)?, room: room_number(round.seat(*key)?)? }))
        .collect();
    let planner_rooms = round.rooms().iter().map(|room| planner::Room {
        min: room.min.map(|min| min as usize),
        max: room.max.map(|max| max as usize),
        hosts: room.hosts.iter().filter_map(number).collect(),
        topic: None,
    });
    let history = workshop.rounds.iter().filter(|other| other.key() != round.key() && other.is_planned());
    let history = history.map(|other| {
        let mut groups: BTreeMap<&Arc<str>, Vec<usize>> = BTreeMap::new();
        for (person, room) in other.seated() {
            if let Some(number) = number(&person) {
                groups.entry(room).or_default().push(number);
            }
        }
        groups.into_values().collect()
    });
    let problem = Problem {
        people: planner_people(&known),
        columns: columns(&known),
        rounds: vec![planner::Round {
            rooms: planner_rooms.collect(),
            held,
            absent: (first_absent..people.len()).collect(),
            interpreters: 0,
        }],
        history: history.collect(),
        ..Problem::default()
    };
    Some(RoomView { people, rooms, problem })
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

fn columns(people: &[&Person]) -> Vec<Column> {
    use super::super::text::Lang;
    let word = |register: &super::super::register::Register<Arc<str>>| register.get().cloned();
    let organisation: Vec<Option<String>> =
        people.iter().map(|person| Some(person.organisation.in_(Lang::En).to_lowercase())).collect();
    let kind: Vec<Option<Arc<str>>> = people.iter().map(|person| word(&person.kind)).collect();
    let country: Vec<Option<Arc<str>>> = people.iter().map(|person| word(&person.country)).collect();
    vec![
        Column::intern(organisation.iter().map(Option::as_deref)),
        Column::intern(kind.iter().map(Option::as_deref)),
        Column::intern(country.iter().map(Option::as_deref)),
    ]
}
