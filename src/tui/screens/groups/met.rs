//! Who met whom over all rounds, as a text to read.

use std::collections::HashMap;

use crate::language::{Arg, Messages};
use crate::planner::Meetings;
use crate::tui::ctx::Desk;
use crate::tui::layers::Pages;
use crate::workshop::Workshop;
use crate::workshop::groups::Round;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;
use crate::wrap;

/// The width of the text: what fits on the smallest comfortable terminal.
const WIDTH: usize = 74;

/// Meetings of everybody on the roster.
pub(super) struct Met {
    people: Vec<EventId>,
    meetings: Meetings,
    seated: Vec<bool>,
}

/// The people of each room of a round.
fn by_room(round: &Round) -> Vec<Vec<EventId>> {
    let mut rooms: Vec<Vec<EventId>> = vec![Vec::new(); round.rooms().len()];
    let places: HashMap<&str, usize> = round.rooms().iter().map(|room| room.id.as_ref()).zip(0..).collect();
    for (person, room) in round.seated() {
        if let Some(seats) = places.get(room.as_ref()).and_then(|place| rooms.get_mut(*place)) {
            seats.push(person);
        }
    }
    rooms
}

impl Met {
    /// Counts them.
    pub(super) fn of(workshop: &Workshop) -> Self {
        let people: Vec<EventId> = workshop.people.iter().map(Thing::key).collect();
        let numbers: HashMap<EventId, usize> = people.iter().copied().zip(0..).collect();
        let mut seated = vec![false; people.len()];
        let mut history = Vec::new();
        for round in workshop.rounds.iter() {
            let rooms: Vec<Vec<usize>> = by_room(round)
                .iter()
                .map(|room| room.iter().filter_map(|person| numbers.get(person).copied()).collect())
                .collect();
            for number in rooms.iter().flatten() {
                if let Some(flag) = seated.get_mut(*number) {
                    *flag = true;
                }
            }
            history.push(rooms);
        }
        Self { meetings: Meetings::of(people.len(), &history), people, seated }
    }

    /// The fewest and the most people that anybody who was ever seated has met.
    pub(super) fn range(&self) -> (usize, usize) {
        let met = || {
            let there = self.seated.iter().enumerate().filter(|(_, seated)| **seated);
            there.map(|(number, _)| self.meetings.partners(number).len())
        };
        (met().min().unwrap_or(0), met().max().unwrap_or(0))
    }

    /// A square of everybody and everybody: how often each two have met.
    fn square(&self, workshop: &Workshop) -> Vec<String> {
        let labels: Vec<String> =
            self.people.iter().map(|person| workshop.people.label(*person).into_owned()).collect();
        let widest = labels.iter().map(|label| wrap::columns(label)).max().unwrap_or(0);
        if self.people.is_empty() || widest + 1 + labels.len() > WIDTH {
            return Vec::new();
        }
        let numbers = |place: usize| {
            let times = |other: usize| match self.meetings.times(place, other) {
                _ if place == other => '\\',
                0 => '·',
                n => char::from_digit(n, 10).unwrap_or('+'),
            };
            (0..labels.len()).map(times).collect::<String>()
        };
        let row =
            |(place, label): (usize, &String)| format!("{} {}", wrap::pad(label, widest), numbers(place));
        labels.iter().enumerate().map(row).collect()
    }
}

/// Shows whom the person has met, and how it stands with everybody.
pub(super) fn show(desk: &mut Desk<'_>, person: Option<EventId>) {
    let messages = desk.messages;
    let Some(workshop) = desk.workshop() else { return };
    let met = Met::of(workshop);
    let mut lines = Vec::new();
    let mut title = messages.say("groups-met-title");
    if let Some(person) = person.filter(|person| workshop.people.get(*person).is_some()) {
        let label = workshop.people.label(person).into_owned();
        let name = workshop.people.get(person).map(|person| person.name.in_(messages.lang()).to_owned());
        title = messages.with(
            "groups-met-title-of",
            &[("person", label.into()), ("name", name.unwrap_or_default().into())],
        );
        one(workshop, messages, &met, person, &mut lines);
        lines.push(String::new());
    }
    let (least, most) = met.range();
    push(&mut lines, &messages.with("groups-met-range", &[("least", least.into()), ("most", most.into())]));
    let square = met.square(workshop);
    if !square.is_empty() {
        push(&mut lines, &messages.say("groups-met-square"));
        lines.push(String::new());
        lines.extend(square);
    }
    desk.push(Pages::new(title, lines));
}

fn push(lines: &mut Vec<String>, text: &str) {
    for (place, line) in wrap::wrap(text, WIDTH - 2).into_iter().enumerate() {
        lines.push(if place == 0 { line.to_owned() } else { format!("  {line}") });
    }
}

fn one(workshop: &Workshop, messages: &Messages, met: &Met, person: EventId, lines: &mut Vec<String>) {
    let lang = messages.lang();
    let mut known: Vec<EventId> = Vec::new();
    for round in workshop.rounds.iter().filter(|round| round.is_planned()) {
        let Some(room) = round.seat(person).and_then(|id| round.room(id)) else {
            let args = [("round", Arg::from(round.title.in_(lang)))];
            push(lines, &messages.with("groups-met-not-in", &args));
            continue;
        };
        let mut here: Vec<EventId> = round
            .seated()
            .filter(|(other, at)| **at == room.id && *other != person)
            .map(|(other, _)| other)
            .collect();
        here.retain(|other| workshop.people.get(*other).is_some());
        let fresh = here.iter().filter(|other| !known.contains(other)).count();
        let named = |other: &EventId| {
            let label = workshop.people.label(*other);
            if known.contains(other) { format!("{label}*") } else { label.into_owned() }
        };
        let people = here.iter().map(named).collect::<Vec<_>>().join(", ");
        let args = [
            ("round", Arg::from(round.title.in_(lang))),
            ("room", room.title.in_(lang).into()),
            ("fresh", fresh.into()),
            ("people", people.into()),
        ];
        push(lines, &messages.with("groups-met-in", &args));
        known.extend(here);
    }
    if let Some(number) = met.people.iter().position(|known| *known == person) {
        let partners = met.meetings.partners(number);
        let again = partners.iter().filter(|(_, times)| *times > 1).count();
        let args = [("people", partners.len().into()), ("again", again.into())];
        push(lines, &messages.with("groups-met-all", &args));
    }
}
