//! Breakout rounds: rooms, and who sat where.

use serde::Serialize;
use serde_json::Value;

use super::versions::Versions;
use super::{Ref, View, label};
use crate::workshop::Workshop;
use crate::workshop::groups::asked::round_day;
use crate::workshop::groups::{self, wishes};
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;

/// A round.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Round {
    pub id: String,
    pub title: Text,
    /// The item of the agenda in which it was held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<Ref>,
    /// How it is held, where it is not mixed by the planner: `cafe` or `chosen`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub format: Option<&'static str>,
    /// How many of its rooms can be interpreted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interpreters: Option<u32>,
    /// The rooms, in the order given.
    pub rooms: Vec<Room>,
    /// The seats that two laptops gave different rooms; shown in the one that was given last.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub in_two_rooms: Vec<String>,
    /// Who is present on the day of a planned round and sits in none of its rooms, as ids; never in public. It follows from
    /// the rest, so JSON does without it.
    #[serde(skip)]
    pub without_room: Vec<String>,
    /// What is torn.
    #[serde(skip_serializing_if = "Versions::is_empty")]
    pub versions: Versions,
}

/// A room of a round.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Room {
    pub id: String,
    /// What stands on its door.
    pub title: Text,
    /// What was talked about.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub topic: Text,
    /// Fewest people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<u32>,
    /// Most people.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<u32>,
    /// Its own length in minutes, where it is another than that of the item.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<u32>,
    /// How many sat there.
    pub seated: usize,
    /// Who, in the order of the roster; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub people: Vec<Ref>,
    /// Who stayed there as a host, as ids; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub hosts: Vec<String>,
}

/// What is asked of all groups in every round, where it is not what the program begins with.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Rules {
    /// Whether each room needs a common working language, or is interpreted.
    pub language: bool,
    /// Whether nobody may be alone with their language.
    pub alone: bool,
    /// Columns by which people are kept apart.
    pub apart_by: Vec<String>,
    /// Columns that are spread evenly, the most important first.
    pub balance: Vec<String>,
    /// Which comes first.
    pub order: &'static str,
    /// Who is to sit together, or apart; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub wishes: Vec<Wish>,
}

/// A wish that people sit together, or apart.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Wish {
    pub id: String,
    /// `together` or `apart`.
    pub kind: &'static str,
    /// Who, as ids.
    pub people: Vec<String>,
}

/// None where nothing was said.
pub(super) fn rules(view: View<'_>) -> Option<Rules> {
    let told = |rules: &wishes::GroupRules, wishes: Vec<Wish>| {
        let words =
            |list: Vec<std::sync::Arc<str>>| list.iter().map(|word| word.as_ref().to_owned()).collect();
        Rules {
            language: rules.language(),
            alone: rules.alone(),
            apart_by: words(rules.apart_by()),
            balance: words(rules.balance()),
            order: if rules.balance_first() { "balance" } else { "mixing" },
            wishes,
        }
    };
    let wishes = view.internal(|workshop| {
        let people = |wish: &wishes::Wish| {
            wish.people().iter().map(|person| label(&workshop.people, *person)).collect::<Vec<_>>()
        };
        let one = |wish: &wishes::Wish| Wish {
            id: label(&workshop.wishes, wish.key()),
            kind: if wish.is_together() { "together" } else { "apart" },
            people: people(wish),
        };
        workshop.wishes.iter().map(one).collect::<Vec<_>>()
    });
    let rules = told(&view.workshop.rules, wishes);
    (rules != told(&wishes::GroupRules::default(), Vec::new())).then_some(rules)
}

pub(super) fn groups(view: View<'_>) -> Vec<Round> {
    view.workshop.rounds.iter().map(|round| one(view, round)).collect()
}

fn one(view: View<'_>, round: &groups::Round) -> Round {
    let items = &view.workshop.items;
    let item = round.item.get().and_then(|item| items.get(*item));
    Round {
        id: label(&view.workshop.rounds, round.key()),
        title: round.title.text(),
        item: item.map(|item| Ref { id: label(items, item.key()), title: item.title.text() }),
        format: match (round.is_cafe(), round.is_chosen()) {
            (true, _) => Some(groups::CAFE),
            (_, true) => Some(groups::CHOSEN),
            _ => None,
        },
        interpreters: Some(round.interpreters()).filter(|rooms| *rooms > 0),
        rooms: rooms(view, round),
        in_two_rooms: view.internal(|workshop| {
            let torn = workshop.people.iter().filter(|person| round.is_conflicted(person.key()));
            torn.map(|person| label(&workshop.people, person.key())).collect()
        }),
        without_room: view.internal(|workshop| without_room(workshop, round)),
        versions: Versions::default()
            .text("title", &round.title)
            .field_as("item", &round.item, |item| Some(items.label(*item).into()))
            .field_as("interpreters", round.interpreted(), |rooms| Some(Value::from(*rooms)))
            .field_as("format", round.format(), |format| Some(format.as_ref().into()))
            .field_as("rooms", &round.rooms, |rooms| {
                Some(rooms.iter().map(|room| Value::from(room.id.as_ref())).collect())
            })
            .told(view.edition),
    }
}

fn without_room(workshop: &Workshop, round: &groups::Round) -> Vec<String> {
    if !round.is_planned() {
        return Vec::new();
    }
    let day = round_day(workshop, round);
    let people = workshop.people.iter().filter(|person| person.is_present(day));
    let without = people.filter(|person| round.seat(person.key()).is_none());
    without.map(|person| label(&workshop.people, person.key())).collect()
}

fn rooms(view: View<'_>, round: &groups::Round) -> Vec<Room> {
    let people = &view.workshop.people;
    let mut rooms: Vec<Room> = round
        .rooms()
        .iter()
        .map(|room| Room {
            id: room.id.as_ref().to_owned(),
            title: room.title.clone(),
            topic: room.topic.clone(),
            min: room.min,
            max: room.max,
            minutes: room.minutes,
            seated: 0,
            people: Vec::new(),
            hosts: view.internal(|_| {
                room.hosts
                    .iter()
                    .filter(|host| people.get(**host).is_some())
                    .map(|host| label(people, *host))
                    .collect()
            }),
        })
        .collect();
    for person in people.iter() {
        let seat = round.seat(person.key());
        if let Some(room) = seat.and_then(|seat| rooms.iter_mut().find(|room| room.id == seat.as_ref())) {
            room.seated += 1;
            if view.edition.is_internal() {
                room.people.extend(view.seat(person.key()));
            }
        }
    }
    rooms
}
