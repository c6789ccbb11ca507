//! Breakout rounds: rooms, and who sits where.

pub mod asked;
pub mod commands;
pub(crate) mod decide;
pub(crate) mod decide_rooms;
pub(crate) mod decide_wishes;
pub mod events;
pub mod rooms;
pub(crate) mod wishes;

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use super::event::Event;
use super::id::EventId;
use super::register::{Register, WriteContext};
use super::stamp::Stamp;
use super::thing::{Bilingual, Made, Thing, Things};
use events::{Room, RoundEvent, RoundPlanned, RoundSet};
use rooms::{RoomClock, Said};

/// The format in which the planner mixes people.
pub(crate) const MIXED: &str = "mixed";
/// The format in which people choose their rooms: Open Space.
pub(crate) const CHOSEN: &str = "chosen";
/// The format in which nobody comes twice to a room, in all rounds of that format, but the hosts: World Café.
pub(crate) const CAFE: &str = "cafe";

/// A breakout round.
#[derive(Debug, Clone, Default)]
pub struct Round {
    made: Made,
    removed: Register<bool>,
    /// The title.
    pub title: Bilingual,
    /// The item in which it is held.
    pub item: Register<EventId>,
    /// The rooms.
    pub rooms: Register<Vec<Room>>,
    interpreters: Register<u32>,
    format: Register<Arc<str>>,
    preferences: BTreeMap<EventId, Register<Vec<Arc<str>>>>,
    seats: BTreeMap<EventId, Register<Option<Arc<str>>>>,
    held: BTreeMap<EventId, Register<bool>>,
    clocks: BTreeMap<Arc<str>, RoomClock>,
    /// Who began to report back, and when; none: the reports ended.
    reported: BTreeMap<EventId, Reported>,
}

/// When a room began to report back.
#[derive(Debug, Clone)]
struct Reported {
    at: Timestamp,
    stamp: Stamp,
    room: Option<Arc<str>>,
    counts: bool,
}

super::thing_for!(Round);
super::fields!(Round from RoundSet { title, item, rooms, interpreters, format } beside { of, id } also {});

impl Round {
    /// The rooms, in the order given.
    pub fn rooms(&self) -> &[Room] {
        self.rooms.get().map(Vec::as_slice).unwrap_or_default()
    }

    /// The room with this id.
    pub fn room(&self, id: &str) -> Option<&Room> {
        self.rooms().iter().find(|room| room.id.as_ref() == id)
    }

    /// The room in which somebody sits.
    ///
    /// Where two laptops seated one person apart, it is the later of the two, in every copy; see [`Self::is_conflicted`]. A seat
    /// in a room that the round no longer has is none.
    pub fn seat(&self, person: EventId) -> Option<&Arc<str>> {
        self.seats.get(&person).and_then(|seat| self.room_of(seat))
    }

    fn room_of<'a>(&self, seat: &'a Register<Option<Arc<str>>>) -> Option<&'a Arc<str>> {
        seat.get().and_then(Option::as_ref).filter(|room| self.room(room).is_some())
    }

    /// Everybody who was given a room, even one that the round no longer has.
    pub(super) fn assigned(&self) -> impl Iterator<Item = EventId> {
        self.seats
            .iter()
            .filter(|(_, seat)| seat.get().is_some_and(Option::is_some))
            .map(|(person, _)| *person)
    }

    /// Whether two laptops seated this person in different rooms.
    pub fn is_conflicted(&self, person: EventId) -> bool {
        self.seats.get(&person).is_some_and(Register::is_conflicted)
    }

    /// Whether this person stays where they are whatever is planned.
    pub fn is_held(&self, person: EventId) -> bool {
        self.held.get(&person).and_then(Register::get).copied().unwrap_or(false)
    }

    /// Everybody seated, with their room, by person.
    pub fn seated(&self) -> impl Iterator<Item = (EventId, &Arc<str>)> {
        self.seats.iter().filter_map(|(person, seat)| Some((*person, self.room_of(seat)?)))
    }

    /// Whether anybody is seated.
    pub fn is_planned(&self) -> bool {
        self.seated().next().is_some()
    }

    /// The clock of a room.
    pub fn clock(&self, room: &str) -> &RoomClock {
        static UNTOUCHED: std::sync::LazyLock<RoomClock> = std::sync::LazyLock::new(RoomClock::default);
        self.clocks.get(room).unwrap_or(&UNTOUCHED)
    }

    /// When which room began to report back, in order; none: the reports ended.
    pub fn reported(&self) -> Vec<(Timestamp, Option<Arc<str>>)> {
        let mut all: Vec<&Reported> = self.reported.values().filter(|reported| reported.counts).collect();
        all.sort_by_key(|reported| (reported.at, reported.stamp));
        all.into_iter().map(|reported| (reported.at, reported.room.clone())).collect()
    }

    /// How many of its rooms can be interpreted.
    pub(crate) fn interpreters(&self) -> u32 {
        self.interpreters.get().copied().unwrap_or(0)
    }

    /// The field of the interpreted rooms.
    pub(crate) fn interpreted(&self) -> &Register<u32> {
        &self.interpreters
    }

    /// The field of the format.
    pub(crate) fn format(&self) -> &Register<Arc<str>> {
        &self.format
    }

    /// Whether people choose their rooms themselves.
    pub(crate) fn is_chosen(&self) -> bool {
        self.format.get().is_some_and(|format| format.as_ref() == CHOSEN)
    }

    /// Whether people go on from room to room and come to each once.
    pub(crate) fn is_cafe(&self) -> bool {
        self.format.get().is_some_and(|format| format.as_ref() == CAFE)
    }

    /// The rooms that this person wants, the dearest first: those that the round has.
    pub fn preferred(&self, person: EventId) -> impl Iterator<Item = &Arc<str>> {
        let rooms = self.preferences.get(&person).and_then(Register::get).into_iter().flatten();
        rooms.filter(|room| self.room(room).is_some())
    }

    /// Whether anybody wants any room.
    pub(crate) fn has_preferences(&self) -> bool {
        self.preferences.keys().any(|person| self.preferred(*person).next().is_some())
    }

    /// The events that a new choice of this person's replaces.
    pub(super) fn over_preference(&self, person: EventId, into: &mut Vec<EventId>) {
        if let Some(register) = self.preferences.get(&person) {
            register.over(into);
        }
    }

    fn plan(&mut self, ctx: WriteContext<'_>, planned: &RoundPlanned) {
        for (room, people) in &planned.seats {
            for person in people {
                self.seats.entry(*person).or_default().write(ctx, Some(room.clone()));
            }
        }
        for person in &planned.out {
            self.seats.entry(*person).or_default().write(ctx, None);
        }
    }

    /// The events that seating this person again replaces.
    pub(super) fn over_seat(&self, person: EventId, held: bool, into: &mut Vec<EventId>) {
        if let Some(seat) = self.seats.get(&person) {
            seat.over(into);
        }
        if let Some(register) = self.held.get(&person).filter(|_| held) {
            register.over(into);
        }
    }
}

/// What an event means for the rounds.
pub(super) fn apply(rounds: &mut Things<Round>, what: &RoundEvent, event: &Event, ctx: WriteContext<'_>) {
    match what {
        RoundEvent::Added(set) => {
            rounds.make(event, set.id.as_ref(), ctx.counts).set_fields(ctx, set, &event.who);
        }
        RoundEvent::Changed(set) => rounds.entry(set.of.unwrap_or(event.id)).set_fields(ctx, set, &event.who),
        RoundEvent::Removed(about) => rounds.entry(about.of).removed.write(ctx, true),
        RoundEvent::Planned(planned) | RoundEvent::Repaired(planned) => {
            rounds.entry(planned.of).plan(ctx, planned);
        }
        RoundEvent::Started(turned) | RoundEvent::Called(turned) => {
            let start = matches!(what, RoundEvent::Started(_));
            let said = if start { Said::Start } else { Said::Call };
            let round = rounds.entry(turned.of);
            for room in &turned.rooms {
                round.clocks.entry(room.clone()).or_default().turn(ctx, event.frame.at, said);
            }
        }
        RoundEvent::Extended(extended) => {
            let clocks = &mut rounds.entry(extended.of).clocks;
            clocks.entry(extended.room.clone()).or_default().extend(ctx, extended.minutes);
        }
        RoundEvent::Reported(told) => {
            let (at, stamp, room, counts) = (event.frame.at, event.stamp, told.room.clone(), ctx.counts);
            rounds.entry(told.of).reported.insert(event.id, Reported { at, stamp, room, counts });
        }
        RoundEvent::Preferred(preferred) => {
            let round = rounds.entry(preferred.of);
            round.preferences.entry(preferred.person).or_default().write(ctx, preferred.rooms.clone());
        }
        RoundEvent::Placed(seat) | RoundEvent::Held(seat) => {
            let round = rounds.entry(seat.of);
            if seat.room.is_some() || seat.held.is_none() {
                round.seats.entry(seat.person).or_default().write(ctx, seat.room.clone());
            }
            if let Some(held) = seat.held {
                round.held.entry(seat.person).or_default().write(ctx, held);
            }
        }
    }
}

/// Every room that any round has, once, in the order of the rounds; a room's title is the latest.
pub(crate) fn all_rooms(rounds: &Things<Round>) -> Vec<Room> {
    let mut rooms: Vec<Room> = Vec::new();
    for room in rounds.iter().flat_map(|round| round.rooms().iter()) {
        match rooms.iter_mut().find(|known| known.id == room.id) {
            Some(known) => known.title = room.title.clone(),
            None => rooms.push(room.clone()),
        }
    }
    rooms
}
