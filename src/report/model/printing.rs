//! What is put up and handed out: a list for each door, a card for each table, a slip for each person.
//!
//! It is made of what the model already says of rounds, rooms and people, so it needs no place in JSON.

use std::collections::HashMap;

use super::{Item, Model, Person, Room, Round, title_or_id};
use crate::workshop::text::Text;

/// What the organisers print for the rounds that are planned.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Printing<'a> {
    /// The planned rounds in the order in which they are held; those without an item of the agenda at the end.
    pub rounds: Vec<PlannedRound<'a>>,
    /// The cards, in the order of the rounds and rooms in which each stands first.
    pub cards: Vec<TableCard<'a>>,
    /// The slips, in the order of the roster.
    pub slips: Vec<Slip<'a>>,
    /// Who is present in a planned round and has a room in none: nobody gets lost between the slips.
    pub unseated: Vec<&'a Person>,
}

/// A round with somebody in it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct PlannedRound<'a> {
    pub round: &'a Round,
    /// The item of the agenda in which it is held.
    pub item: Option<&'a Item>,
    /// A list for each room, in the order given.
    pub doors: Vec<DoorList<'a>>,
}

/// Who is to go through a door.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct DoorList<'a> {
    pub room: &'a Room,
    /// Who sits in it, in the order of the roster.
    pub people: Vec<&'a Person>,
}

/// A card for a table: one for all rounds in which a room has the same title, topic and hosts.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct TableCard<'a> {
    /// The hosts, in the order given.
    pub hosts: Vec<&'a Person>,
    /// The rounds, each with the room as it is in that round.
    pub rounds: Vec<(&'a Round, &'a Room)>,
}

/// Where one person goes.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Slip<'a> {
    pub person: &'a Person,
    /// The seat in each of the planned rounds, in their order.
    pub seats: Vec<Seat<'a>>,
}

/// Where a person is in a round.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Seat<'a> {
    Room(&'a Room),
    /// Present that day, and in no room.
    NoRoom,
    /// Not there that day, and in no room.
    Away,
}

impl Round {
    /// Whether anybody sits in it.
    pub(crate) fn is_planned(&self) -> bool {
        self.rooms.iter().any(|room| room.seated > 0)
    }
}

impl Room {
    /// Whether this person is a host of the room.
    pub(crate) fn is_host(&self, person: &Person) -> bool {
        self.hosts.contains(&person.id)
    }
}

impl Model {
    /// What is to be printed; none in public, since it names people, and none before a round is planned.
    pub(crate) fn printing(&self) -> Option<Printing<'_>> {
        if !self.edition.is_internal() {
            return None;
        }
        let people: HashMap<&str, &Person> =
            self.people.iter().map(|person| (person.id.as_str(), person)).collect();
        let rounds = self.planned(&people);
        if rounds.is_empty() {
            return None;
        }
        let is_seated = |slip: &Slip<'_>| slip.seats.iter().any(|seat| matches!(seat, Seat::Room(_)));
        let (slips, others): (Vec<_>, Vec<_>) = slips(&self.people, &rounds).into_iter().partition(is_seated);
        let present = others.into_iter().filter(|slip| slip.seats.contains(&Seat::NoRoom));
        let unseated = present.map(|slip| slip.person).collect();
        Some(Printing { cards: cards(&people, &rounds), rounds, slips, unseated })
    }

    fn planned<'a>(&'a self, people: &HashMap<&str, &'a Person>) -> Vec<PlannedRound<'a>> {
        let agenda: HashMap<&str, (usize, &Item)> =
            self.agenda.iter().enumerate().map(|(place, item)| (item.id.as_str(), (place, item))).collect();
        let mut rounds: Vec<(usize, PlannedRound<'_>)> = self
            .groups
            .iter()
            .filter(|round| round.is_planned())
            .map(|round| {
                let held = round.item.as_ref().and_then(|item| agenda.get(item.id.as_str()));
                let door = |room: &'a Room| DoorList {
                    room,
                    people: room
                        .people
                        .iter()
                        .filter_map(|person| people.get(person.id.as_str()).copied())
                        .collect(),
                };
                let planned = PlannedRound {
                    round,
                    item: held.map(|(_, item)| *item),
                    doors: round.rooms.iter().map(door).collect(),
                };
                (held.map_or(usize::MAX, |(place, _)| *place), planned)
            })
            .collect();
        // Rounds are kept in the order in which they were made; a slip is read in the order of the day.
        rounds.sort_by_key(|(place, _)| *place);
        rounds.into_iter().map(|(_, planned)| planned).collect()
    }
}

fn slips<'a>(people: &'a [Person], rounds: &[PlannedRound<'a>]) -> Vec<Slip<'a>> {
    let seats: Vec<HashMap<&str, Seat<'a>>> = rounds
        .iter()
        .map(|planned| {
            let unseated = planned.round.without_room.iter().map(|id| (id.as_str(), Seat::NoRoom));
            let seated = planned.doors.iter().flat_map(|door| {
                let room = door.room;
                door.people.iter().map(move |person| (person.id.as_str(), Seat::Room(room)))
            });
            unseated.chain(seated).collect()
        })
        .collect();
    let seat = |round: &HashMap<&str, Seat<'a>>, person: &Person| {
        round.get(person.id.as_str()).copied().unwrap_or(Seat::Away)
    };
    people
        .iter()
        .map(|person| Slip { person, seats: seats.iter().map(|round| seat(round, person)).collect() })
        .collect()
}

fn cards<'a>(people: &HashMap<&str, &'a Person>, rounds: &[PlannedRound<'a>]) -> Vec<TableCard<'a>> {
    type Key<'a> = (Text, &'a Text, Vec<&'a str>);
    let mut cards: Vec<TableCard<'a>> = Vec::new();
    let mut known: HashMap<(Key<'a>, usize), usize> = HashMap::new();
    for planned in rounds {
        // Two rooms of one round that look alike are two tables all the same.
        let mut same_key: HashMap<Key<'a>, usize> = HashMap::new();
        for door in &planned.doors {
            let room = door.room;
            let mut hosts: Vec<&str> = room.hosts.iter().map(String::as_str).collect();
            hosts.sort_unstable();
            let key = (title_or_id(&room.title, &room.id), &room.topic, hosts);
            let nth = same_key.entry(key.clone()).or_default();
            let place = *known.entry((key, *nth)).or_insert(cards.len());
            *nth += 1;
            match cards.get_mut(place) {
                Some(card) => card.rounds.push((planned.round, room)),
                None => cards.push(TableCard {
                    hosts: room.hosts.iter().filter_map(|host| people.get(host.as_str()).copied()).collect(),
                    rounds: vec![(planned.round, room)],
                }),
            }
        }
    }
    cards
}
