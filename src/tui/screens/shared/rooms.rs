//! The rooms that ideas come from: those of the breakout that runs or is next, then all others.

use std::sync::Arc;

use jiff::Timestamp;

use crate::language::Messages;
use crate::workshop::Workshop;
use crate::workshop::agenda::{self, Progress};
use crate::workshop::groups::{self, Round};
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RoomRow {
    pub id: Arc<str>,
    /// What stands on its door.
    pub title: Text,
    /// What is talked about there.
    pub topic: Text,
    pub round: Text,
    /// Another room has the same on its door.
    shared: bool,
}

/// All rooms, the plenary not among them.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rooms {
    /// In the order in which they are offered.
    pub rows: Vec<RoomRow>,
}

/// The round that is held now or, with none, next.
fn current(workshop: &Workshop, now: Timestamp) -> Option<&Round> {
    let items = agenda::in_order(&workshop.items);
    let of = |item: &agenda::Item| workshop.rounds.iter().find(|round| round.item.get() == Some(&item.key()));
    if let Some(round) = items.iter().filter(|item| item.progress().is_on()).find_map(|item| of(item)) {
        return Some(round);
    }
    let today = workshop.meeting.day_at(now).unwrap_or(1);
    let begun = items.iter().rposition(|item| item.progress() != Progress::Waiting).map_or(0, |at| at + 1);
    items.iter().skip(begun).filter(|item| i64::from(item.day()) >= today).find_map(|item| of(item))
}

impl Rooms {
    /// The rooms of a workshop.
    pub(crate) fn of(workshop: &Workshop, now: Timestamp) -> Self {
        let first = current(workshop, now).map(Round::rooms).unwrap_or_default();
        let all = groups::all_rooms(&workshop.rounds);
        let rest = all.iter().filter(|room| !first.iter().any(|known| known.id == room.id));
        let alike = |title: &Text| all.iter().filter(|other| other.title == *title).count() > 1;
        let round = |id: &str| workshop.rounds.iter().find(|round| round.room(id).is_some());
        let row = |room: &crate::workshop::groups::events::Room| RoomRow {
            id: room.id.clone(),
            title: room.title.clone(),
            topic: room.topic.clone(),
            round: round(&room.id).map(|round| round.title.text()).unwrap_or_default(),
            shared: alike(&room.title),
        };
        Self { rows: first.iter().chain(rest).map(row).collect() }
    }

    /// The room with this id.
    pub(crate) fn get(&self, id: &str) -> Option<&RoomRow> {
        self.rows.iter().find(|row| row.id.as_ref() == id)
    }

    /// What stands on the door; the plenary for no id.
    pub(crate) fn short(&self, id: &str, messages: &Messages) -> String {
        match self.get(id) {
            Some(row) if !row.title.is_empty() => row.title.in_(messages.lang()).to_owned(),
            _ if id.is_empty() => messages.say("ideas-plenary-short"),
            _ => id.to_owned(),
        }
    }

    /// The same, told apart from other rooms with the same door.
    pub(crate) fn full(&self, id: &str, messages: &Messages) -> String {
        let short = self.short(id, messages);
        match self.get(id).filter(|row| row.shared && !row.round.is_empty()) {
            Some(row) => format!("{short} · {}", row.round.in_(messages.lang())),
            None if id.is_empty() => messages.say("ideas-plenary"),
            None => short,
        }
    }

    /// The room after or before one, the plenary being the first of all.
    pub(crate) fn turn(&self, id: &str, on: bool) -> Arc<str> {
        let ids: Vec<&str> = std::iter::once("").chain(self.rows.iter().map(|row| row.id.as_ref())).collect();
        let at = ids.iter().position(|known| *known == id).unwrap_or(0);
        let next = if on { at + 1 } else { at + ids.len() - 1 };
        ids.get(next % ids.len()).copied().unwrap_or_default().into()
    }
}
