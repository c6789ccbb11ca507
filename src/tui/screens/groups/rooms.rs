//! The rooms of a round: as a list in one line, and each by itself.

use std::sync::Arc;

use crate::journal::name::SessionName;
use crate::language::{Arg, Messages};
use crate::tui::ctx::Desk;
use crate::tui::layers::{Ask, Form};
use crate::workshop::Workshop;
use crate::workshop::command::RoomSpec;
use crate::workshop::groups::all_rooms;
use crate::workshop::groups::commands::RoundChange;
use crate::workshop::groups::events::Room;
use crate::workshop::id::EventId;
use crate::workshop::text::{Lang, Text};

/// The most rooms made by giving their number.
const MOST: usize = 200;

/// A room with all it has, as a command that changes the round must name it.
pub(super) fn spec(workshop: &Workshop, room: &Room) -> RoomSpec {
    let hosts = room.hosts.iter().filter(|host| workshop.people.get(**host).is_some());
    let hosts: Vec<Arc<str>> = hosts.map(|host| workshop.people.label(*host).as_ref().into()).collect();
    RoomSpec {
        id: room.id.clone(),
        title: Some(room.title.clone()),
        min: room.min,
        max: room.max,
        topic: (!room.topic.is_empty()).then(|| room.topic.clone()),
        hosts: (!hosts.is_empty()).then_some(hosts),
        minutes: room.minutes,
    }
}

/// A text of the form's two fields; a field left empty is none.
pub(super) fn text(en: &str, ru: &str) -> Text {
    let form = |words: &str| Some(words.trim()).filter(|words| !words.is_empty()).map(Arc::from);
    Text { en: form(en), ru: form(ru) }
}

/// Ids with blanks, commas or semicolons between them.
pub(super) fn ids(line: &str) -> Vec<Arc<str>> {
    line.split([' ', ',', ';']).filter(|id| !id.is_empty()).map(Arc::from).collect()
}

/// A number that may be left out. `Err`: it is none, which has been said.
pub(super) fn number(given: &str, desk: &mut Desk<'_>) -> Result<Option<u32>, ()> {
    let given = given.trim();
    if given.is_empty() {
        return Ok(None);
    }
    given.parse().map(Some).map_err(|_| desk.say("groups-said-no-number", &[("given", given.into())]))
}

/// The names of rooms in one line.
pub(super) fn names(rooms: &[Room], lang: Lang) -> String {
    rooms.iter().map(|room| room.title.in_(lang)).collect::<Vec<_>>().join("; ")
}

/// Rooms from a line of names between semicolons, or from their number. A room that the round has stays as it is, one that
/// another round has is the same room.
pub(super) fn read(line: &str, workshop: &Workshop, own: &[Room]) -> Vec<RoomSpec> {
    let known = all_rooms(&workshop.rounds);
    let mut rooms: Vec<RoomSpec> = Vec::new();
    let mut put = |title: Text| {
        let same = |room: &&Room| {
            let name = |text: &Text, lang| text.get(lang).map(str::to_lowercase);
            Lang::ALL.into_iter().any(|lang| {
                name(&title, lang).is_some_and(|words| {
                    Lang::ALL.into_iter().any(|lang| name(&room.title, lang).as_ref() == Some(&words))
                })
            })
        };
        let free = |id: &str, rooms: &[RoomSpec]| !rooms.iter().any(|room| room.id.as_ref() == id);
        if let Some(room) = own.iter().filter(|room| free(&room.id, &rooms)).find(same) {
            rooms.push(spec(workshop, room));
            return;
        }
        let elsewhere = known.iter().filter(|room| free(&room.id, &rooms)).find(same);
        let (id, title) = match elsewhere {
            Some(room) => (room.id.clone(), room.title.clone()),
            None => (
                fresh_id(&title, |id| free(id, &rooms) && !known.iter().any(|room| room.id.as_ref() == id)),
                title,
            ),
        };
        rooms.push(RoomSpec {
            id,
            title: Some(title),
            min: None,
            max: None,
            topic: None,
            hosts: None,
            minutes: None,
        });
    };
    match line.trim().parse::<usize>() {
        Ok(count) => {
            let both = Lang::ALL.map(Messages::new);
            let keep = count.min(MOST).min(own.len());
            own.iter().take(keep).for_each(|room| put(room.title.clone()));
            (keep..count.min(MOST)).for_each(|place| put(numbered(&both, place)));
        }
        Err(_) => {
            let named = line.split(';').map(str::trim).filter(|name| !name.is_empty());
            named.for_each(|name| put(Text::plain(name)));
        }
    }
    rooms
}

/// Room A, Room B, …, Room Z, Room 27, …
fn numbered(both: &[Messages; 2], place: usize) -> Text {
    let letter = u8::try_from(place).ok().filter(|place| *place < 26).map(|place| char::from(b'A' + place));
    let name = letter.map_or_else(|| (place + 1).to_string(), String::from);
    let [en, ru] =
        both.each_ref().map(|messages| messages.with("groups-room-name", &[("name", Arg::from(&name))]));
    Text::both(&en, &ru)
}

fn fresh_id(title: &Text, free: impl Fn(&str) -> bool) -> Arc<str> {
    let slug = SessionName::from_title(title.in_(Lang::En));
    let slug = slug.map_or_else(|_| "room".to_owned(), |slug| slug.as_str().to_owned());
    let numbered = (2..).map(|n: usize| format!("{slug}-{n}"));
    let found = std::iter::once(slug.clone()).chain(numbered).find(|id| free(id));
    found.unwrap_or(slug).into()
}

/// Gives the round these rooms. Returns whether that was done.
pub(super) fn give(desk: &mut Desk<'_>, round: EventId, rooms: Vec<RoomSpec>) -> bool {
    let Some(workshop) = desk.workshop() else { return false };
    let round = workshop.rounds.label(round).as_ref().into();
    let change =
        RoundChange { round, title: None, item: None, rooms: Some(rooms), interpreters: None, format: None };
    desk.perform(change).is_some()
}

fn specs(workshop: &Workshop, round: EventId) -> Vec<RoomSpec> {
    let rooms = workshop.rounds.get(round).map(|round| round.rooms()).unwrap_or_default();
    rooms.iter().map(|room| spec(workshop, room)).collect()
}

/// Takes a room out of the round.
pub(super) fn remove(desk: &mut Desk<'_>, round: EventId, room: &str) {
    let Some(workshop) = desk.workshop() else { return };
    let mut rooms = specs(workshop, round);
    rooms.retain(|known| known.id.as_ref() != room);
    give(desk, round, rooms);
}

/// Asks what a room shall be; without one, a new room.
pub(super) fn edit(desk: &mut Desk<'_>, round: EventId, room: Option<&str>) {
    let messages = desk.messages;
    let Some(workshop) = desk.workshop() else { return };
    let rooms = workshop.rounds.get(round).map(|round| round.rooms()).unwrap_or_default();
    let known = room.and_then(|id| rooms.iter().find(|room| room.id.as_ref() == id));
    // A new room is like the last one.
    let like = known.or(rooms.last());
    let both = Lang::ALL.map(Messages::new);
    let title = known.map_or_else(|| numbered(&both, rooms.len()), |room| room.title.clone());
    let topic = known.map(|room| room.topic.clone()).unwrap_or_default();
    let number = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
    let form = |text: &Text, lang| text.get(lang).unwrap_or_default().to_owned();
    let hosts =
        known.map(|room| spec(workshop, room).hosts.unwrap_or_default().join(" ")).unwrap_or_default();
    let ask = |id: &str, text: &str| Ask::line(messages.say(id), text);
    let asks = vec![
        ask("groups-ask-title-en", &form(&title, Lang::En)),
        ask("groups-ask-title-ru", &form(&title, Lang::Ru)),
        ask("groups-ask-topic-en", &form(&topic, Lang::En)),
        ask("groups-ask-topic-ru", &form(&topic, Lang::Ru)),
        ask("groups-ask-min", &number(like.and_then(|room| room.min))),
        ask("groups-ask-max", &number(like.and_then(|room| room.max))),
        ask("groups-ask-hosts", &hosts).such_as(messages.say("groups-ask-hosts-example")),
        ask("groups-ask-minutes", &number(known.and_then(|room| room.minutes)))
            .such_as(messages.say("groups-ask-minutes-example")),
    ];
    let (name, form_title) = match room {
        Some(room) => (format!("groups-room-{round}-{room}"), messages.say("groups-edit-room-title")),
        None => (format!("groups-room-{round}"), messages.say("groups-add-room-title")),
    };
    let room = known.map(|room| room.id.clone());
    desk.push(Form::new(name, form_title, asks, move |values, desk| {
        change(desk, round, room.as_ref(), values).unwrap_or(false)
    }));
}

fn change(desk: &mut Desk<'_>, round: EventId, room: Option<&Arc<str>>, values: &[String]) -> Option<bool> {
    let [en, ru, topic_en, topic_ru, min, max, hosts, minutes] = values else { return None };
    let min = number(min, desk).ok()?;
    let max = number(max, desk).ok()?;
    let minutes = number(minutes, desk).ok()?;
    let workshop = desk.workshop()?;
    let mut rooms = specs(workshop, round);
    let title = text(en, ru);
    let id = room.cloned().unwrap_or_else(|| {
        let all = all_rooms(&workshop.rounds);
        let same = |room: &&Room| room.title == title && !rooms.iter().any(|own| own.id == room.id);
        let elsewhere = all.iter().find(same).map(|room| room.id.clone());
        elsewhere.unwrap_or_else(|| fresh_id(&title, |id| !all.iter().any(|room| room.id.as_ref() == id)))
    });
    let topic = text(topic_en, topic_ru);
    let hosts = ids(hosts);
    let new = RoomSpec {
        id,
        title: Some(title),
        min,
        max,
        topic: (!topic.is_empty()).then_some(topic),
        hosts: (!hosts.is_empty()).then_some(hosts),
        minutes,
    };
    match rooms.iter_mut().find(|known| known.id == new.id) {
        Some(known) if *known == new => return Some(true),
        Some(known) => *known = new,
        None => rooms.push(new),
    }
    Some(give(desk, round, rooms))
}
