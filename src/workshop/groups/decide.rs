//! Decisions about breakout rounds. The assignment itself is the planner's; here is what it is asked and what becomes of it.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::asked::{problem_of, round_day};
use super::commands::{
    RoundAdd, RoundChange, RoundHold, RoundPlace, RoundPlan, RoundPrefer, RoundRemove, RoundRepair,
};
use super::events::{Room, RoundEvent, RoundPlanned, RoundPreferred, RoundSeat, RoundSet};
use super::{CAFE, CHOSEN, MIXED};
use crate::planner::{self, Alone, Search, Unwatched};
use crate::workshop::command::RoomSpec;
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::{About, EventKind};
use crate::workshop::id::EventId;
use crate::workshop::refusal::Refusal;

/// The most rooms in a round.
const MOST_ROOMS: usize = 2_000;
/// How many changes are looked at for each seat of one round by itself, and at most: what takes a fraction of a second, since
/// whoever asks waits for it.
const STEPS: u64 = 8_000;
const MOST_STEPS: u64 = 600_000;

impl Decider<'_> {
    pub(in crate::workshop) fn round_add(&self, c: &RoundAdd) -> Outcome {
        let set = RoundSet {
            of: None,
            id: check::free(&self.workshop.rounds, "round", self.id.as_ref())?,
            title: Some(check::needed_text("title", &c.title)?),
            item: check::maybe(c.item.as_ref(), |item: &str| {
                check::find(&self.workshop.items, "item", item)
            })?,
            rooms: Some(self.rooms(&c.rooms)?),
            interpreters: check::maybe(c.interpreters.as_ref(), interpreters)?,
            format: check::maybe(c.format.as_ref(), format)?,
        };
        Ok((EventKind::Round(RoundEvent::Added(set)), Vec::new()))
    }

    pub(in crate::workshop) fn round_change(&self, c: &RoundChange) -> Outcome {
        let of = self.round(&c.round)?;
        let set = RoundSet {
            of: Some(of),
            id: None,
            title: check::maybe(c.title.as_ref(), |text| check::needed_text("title", text))?,
            item: check::maybe(c.item.as_ref(), |item: &str| {
                check::find(&self.workshop.items, "item", item)
            })?,
            rooms: check::maybe(c.rooms.as_ref(), |rooms: &Vec<_>| self.rooms(rooms))?,
            interpreters: check::maybe(c.interpreters.as_ref(), interpreters)?,
            format: check::maybe(c.format.as_ref(), format)?,
        };
        if set == (RoundSet { of: Some(of), ..RoundSet::default() }) {
            return Err(Refusal::nothing("round"));
        }
        let mut over = Vec::new();
        if let Some(round) = self.workshop.rounds.get(of) {
            round.over_fields(&set, &mut over);
        }
        Ok((EventKind::Round(RoundEvent::Changed(set)), over))
    }

    pub(in crate::workshop) fn round_remove(&self, c: &RoundRemove) -> Outcome {
        Ok((EventKind::Round(RoundEvent::Removed(About { of: self.round(&c.round)? })), Vec::new()))
    }

    pub(in crate::workshop) fn round_plan(&self, c: &RoundPlan) -> Outcome {
        let of = self.round(&c.round)?;
        let seed = c.seed.unwrap_or(0);
        let asked = problem_of(self.workshop, of).filter(|asked| !asked.there_in(0).is_empty());
        let Some(asked) = asked else { return Err(Refusal::state("refused-nobody-to-seat", &c.round)) };
        if asked.rooms_of(0).is_empty() {
            return Err(Refusal::state("refused-no-rooms", &c.round));
        }
        let seats = match &c.seats {
            Some(given) => self.given(of, asked.rooms_of(0), given)?,
            None => {
                let seats = u64::try_from(asked.there_in(0).len()).unwrap_or(u64::MAX);
                let search = Search { seed, steps: Some(STEPS.saturating_mul(seats).min(MOST_STEPS)) };
                let solution = planner::solve(&asked.searched(), search, &Alone, &Unwatched);
                planner::people_only(&asked.problem, &solution.plan)
                    .first()
                    .map(|rooms| asked.seats(0, rooms))
                    .unwrap_or_default()
            }
        };
        self.planned(of, &seats, Some(seed))
            .map(|(planned, over)| (EventKind::Round(RoundEvent::Planned(planned)), over))
    }

    pub(in crate::workshop) fn round_repair(&self, c: &RoundRepair) -> Outcome {
        let of = self.round(&c.round)?;
        let round = self.workshop.rounds.get(of).filter(|round| round.is_planned());
        let Some(round) = round else { return Err(Refusal::state("refused-not-planned", &c.round)) };
        let Some(asked) = problem_of(self.workshop, of) else {
            return Err(Refusal::unknown("round", &c.round));
        };
        let repaired = planner::repair(&asked.problem, 0, &asked.current(0, round));
        let seats = asked.seats(0, &repaired.rooms);
        let (planned, over) = self.planned(of, &seats, None)?;
        if planned.seats.is_empty() && planned.out.is_empty() {
            return Err(Refusal::state("refused-nothing-to-repair", &c.round));
        }
        Ok((EventKind::Round(RoundEvent::Repaired(planned)), over))
    }

    pub(in crate::workshop) fn round_prefer(&self, c: &RoundPrefer) -> Outcome {
        let (of, person, _) = self.seat(&c.round, &c.person, None)?;
        let round = self.workshop.rounds.get(of).ok_or_else(|| Refusal::unknown("round", &c.round))?;
        let mut rooms = Vec::new();
        for name in check::words("rooms", &c.rooms)? {
            let room = round.room(&name).ok_or_else(|| Refusal::unknown("room", &name))?;
            rooms.push(room.id.clone());
        }
        let mut over = Vec::new();
        round.over_preference(person, &mut over);
        Ok((EventKind::Round(RoundEvent::Preferred(RoundPreferred { of, person, rooms })), over))
    }

    pub(in crate::workshop) fn round_place(&self, c: &RoundPlace) -> Outcome {
        let (of, person, room) = self.seat(&c.round, &c.person, c.room.as_deref())?;
        let mut over = Vec::new();
        if let Some(round) = self.workshop.rounds.get(of) {
            if round.seat(person) == room.as_ref() && !round.is_conflicted(person) {
                return Err(Refusal::nothing("round"));
            }
            round.over_seat(person, false, &mut over);
        }
        Ok((EventKind::Round(RoundEvent::Placed(RoundSeat { of, person, room, held: None })), over))
    }

    pub(in crate::workshop) fn round_hold(&self, c: &RoundHold) -> Outcome {
        let (of, person, room) = self.seat(&c.round, &c.person, c.room.as_deref())?;
        let held = Some(room.is_some());
        let mut over = Vec::new();
        if let Some(round) = self.workshop.rounds.get(of) {
            if room.is_none() && !round.is_held(person) {
                return Err(Refusal::nothing("round"));
            }
            round.over_seat(person, true, &mut over);
        }
        Ok((EventKind::Round(RoundEvent::Held(RoundSeat { of, person, room, held })), over))
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

    /// A plan made elsewhere: rooms of the round, and people once each, who are there on its day.
    fn given(
        &self,
        of: EventId,
        rooms: &[Arc<str>],
        given: &BTreeMap<Arc<str>, Vec<Arc<str>>>,
    ) -> Result<Vec<(EventId, Arc<str>)>, Refusal> {
        let mut seats: HashMap<EventId, Arc<str>> = HashMap::new();
        let day = self.workshop.rounds.get(of).map_or(1, |round| round_day(self.workshop, round));
        for (room, people) in given {
            let known = rooms.iter().find(|known| *known == room);
            let room = known.ok_or_else(|| Refusal::unknown("room", room))?;
            for person in people {
                let key = check::find(&self.workshop.people, "person", person)?;
                if !self.workshop.people.get(key).is_some_and(|person| person.is_present(day)) {
                    return Err(Refusal::state("refused-seat-absent", person));
                }
                if seats.insert(key, room.clone()).is_some() {
                    return Err(Refusal::new("taken", "refused-two-seats").with("person", person));
                }
            }
        }
        let mut seats: Vec<(EventId, Arc<str>)> = seats.into_iter().collect();
        seats.sort_unstable();
        Ok(seats)
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
                    None => crate::workshop::text::Text::plain(&id),
                },
                min: spec.min,
                max: spec.max,
                minutes: check::maybe(spec.minutes.as_ref(), |minutes| {
                    check::within("minutes", *minutes, 1, crate::workshop::range::MOST_MINUTES)
                })?,
                topic: match &spec.topic {
                    Some(topic) if !topic.is_empty() => check::needed_text("topic", topic)?,
                    _ => crate::workshop::text::Text::default(),
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

fn interpreters(rooms: &u32) -> Result<u32, Refusal> {
    check::within("interpreters", *rooms, 0, MOST_ROOMS as u32)
}

fn format(given: &str) -> Result<Arc<str>, Refusal> {
    check::one_of("format", given, &[MIXED, CAFE, CHOSEN])
}
