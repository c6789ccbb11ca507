//! A round in a form.

use std::sync::Arc;

use super::rooms;
use crate::language::{Arg, Messages};
use crate::session::Session;
use crate::tui::ctx::Desk;
use crate::tui::layers::{Ask, Form};
use crate::workshop::command::{Request, RoomSpec};
use crate::workshop::groups::commands::{RoundAdd, RoundChange};
use crate::workshop::groups::events::Room;
use crate::workshop::groups::{CAFE, CHOSEN, MIXED, Round};
use crate::workshop::id::EventId;
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Thing;
use crate::workshop::{Workshop, agenda};

/// Whether a round was made on this device: a round that others make elsewhere does not take the screen away.
pub(super) fn made_here(workshop: &Workshop, round: Option<EventId>, session: Option<&Session>) -> bool {
    let event = round.and_then(|round| workshop.event(round));
    event.zip(session).is_some_and(|(event, session)| event.device == session.device())
}

/// The items of the agenda to choose from, and none of them.
fn items(workshop: &Workshop, messages: &Messages) -> Vec<(String, String)> {
    let shown = |item: &&agenda::Item| {
        let args = [("day", Arg::from(item.day())), ("item", item.title.in_(messages.lang()).into())];
        (workshop.items.label(item.key()).into_owned(), messages.with("groups-item", &args))
    };
    let none = (String::new(), messages.say("groups-item-none"));
    std::iter::once(none).chain(agenda::in_order(&workshop.items).iter().map(shown)).collect()
}

/// The first item of breakouts that has no round yet.
fn waiting(workshop: &Workshop) -> String {
    let has_round = |item: EventId| workshop.rounds.iter().any(|round| round.item.get() == Some(&item));
    let items = agenda::in_order(&workshop.items);
    let item = items.iter().find(|item| item.kind() == "breakout" && !has_round(item.key()));
    item.map(|item| workshop.items.label(item.key()).into_owned()).unwrap_or_default()
}

/// The bound that all rooms share, as it stands in the form.
fn shared(rooms: &[Room], bound: impl Fn(&Room) -> Option<u32>) -> String {
    let first = rooms.first().and_then(&bound);
    let same = rooms.iter().all(|room| bound(room) == first);
    first.filter(|_| same).map(|bound| bound.to_string()).unwrap_or_default()
}

fn format_of(round: &Round) -> &'static str {
    match (round.is_cafe(), round.is_chosen()) {
        (true, _) => CAFE,
        (_, true) => CHOSEN,
        _ => MIXED,
    }
}

/// What a round is in both forms, as texts.
struct AtFirst<'a> {
    title: [&'a str; 2],
    item: &'a str,
    format: &'a str,
    rooms: &'a str,
    sizes: [&'a str; 2],
    interpreters: &'a str,
}

fn asks(
    messages: &Messages,
    at_first: &AtFirst<'_>,
    items: Vec<(String, String)>,
    formats: &[&str],
) -> Vec<Ask> {
    let [en, ru] = at_first.title;
    let [min, max] = at_first.sizes;
    let format = |name: &&str| ((*name).to_owned(), messages.say(&format!("groups-format-{name}")));
    vec![
        Ask::line(messages.say("groups-ask-title-en"), en),
        Ask::line(messages.say("groups-ask-title-ru"), ru),
        Ask::one(messages.say("groups-ask-item"), items, at_first.item),
        Ask::line(messages.say("groups-ask-rooms"), at_first.rooms)
            .such_as(messages.say("groups-ask-rooms-example")),
        Ask::line(messages.say("groups-ask-min"), min),
        Ask::line(messages.say("groups-ask-max"), max),
        Ask::line(messages.say("groups-ask-interpreters"), at_first.interpreters),
        Ask::one(messages.say("groups-ask-format"), formats.iter().map(format).collect(), at_first.format),
    ]
}

/// Asks for a new round.
pub(super) fn add(desk: &mut Desk<'_>) {
    let messages = desk.messages;
    let Some(workshop) = desk.workshop() else {
        desk.say("groups-said-no-session", &[]);
        return;
    };
    let item = waiting(workshop);
    let last = workshop.rounds.iter().last().map_or(0, Round::interpreters);
    let at_first = AtFirst {
        title: ["", ""],
        item: &item,
        format: MIXED,
        rooms: "",
        sizes: ["", ""],
        interpreters: &if last > 0 { last.to_string() } else { String::new() },
    };
    let mut asks = asks(messages, &at_first, items(workshop, messages), &[MIXED, CAFE, CHOSEN]);
    asks.push(
        Ask::line(messages.say("groups-ask-hosts"), "").such_as(messages.say("groups-ask-hosts-in-order")),
    );
    asks.push(
        Ask::line(messages.say("groups-ask-rounds"), "").such_as(messages.say("groups-ask-rounds-example")),
    );
    desk.push(Form::new("groups-add", messages.say("groups-add-title"), asks, |values, desk| {
        added(desk, values).unwrap_or(false)
    }));
}

/// The rounds of a World Café where nothing is said.
const CAFE_ROUNDS: u32 = 3;
/// The most rounds made at once.
const MOST_ROUNDS: u32 = 20;

fn added(desk: &mut Desk<'_>, values: &[String]) -> Option<bool> {
    let [en, ru, item, line, min, max, interpreters, format, hosts, rounds] = values else { return None };
    let min = rooms::number(min, desk).ok()?;
    let max = rooms::number(max, desk).ok()?;
    let interpreters = rooms::number(interpreters, desk).ok()?;
    let rounds = rooms::number(rounds, desk).ok()?;
    let mut rooms = rooms::read(line, desk.workshop()?, &[]);
    let hosts = rooms::ids(hosts);
    if hosts.len() > rooms.len() {
        desk.say(
            "groups-said-too-many-hosts",
            &[("hosts", hosts.len().into()), ("rooms", rooms.len().into())],
        );
        return Some(false);
    }
    for room in &mut rooms {
        (room.min, room.max) = (min, max);
    }
    for (room, host) in rooms.iter_mut().zip(hosts) {
        room.hosts = Some(vec![host]);
    }
    let item: Option<Arc<str>> = (!item.is_empty()).then(|| item.as_str().into());
    let cafe = format == CAFE;
    let count = rounds.unwrap_or(if cafe { CAFE_ROUNDS } else { 1 }).clamp(1, MOST_ROUNDS);
    let title = rooms::text(en, ru);
    let one = |nth: u32| RoundAdd {
        title: if count > 1 { numbered(&title, nth) } else { title.clone() },
        item: item.clone(),
        rooms: rooms.clone(),
        interpreters,
        format: (format != MIXED).then(|| format.as_str().into()),
    };
    let requests: Vec<Request> = (1..=count).map(|nth| one(nth).into()).collect();
    Some(desk.perform_all(&requests))
}

/// A title with the number of the round behind it, in each language that it has.
fn numbered(title: &Text, nth: u32) -> Text {
    let form = |words: &Option<Arc<str>>| words.as_ref().map(|words| format!("{words} · {nth}").into());
    Text { en: form(&title.en), ru: form(&title.ru) }
}

/// Asks what the round shall be.
pub(super) fn edit(desk: &mut Desk<'_>, key: EventId) {
    let messages = desk.messages;
    let lang = messages.lang();
    let Some(workshop) = desk.workshop() else { return };
    let Some(round) = workshop.rounds.get(key) else { return };
    let form = |lang| round.title.get(lang).unwrap_or_default().to_owned();
    let item = round.item.get().and_then(|item| workshop.items.get(*item));
    let before = [
        form(Lang::En),
        form(Lang::Ru),
        item.map(|item| workshop.items.label(item.key()).into_owned()).unwrap_or_default(),
        rooms::names(round.rooms(), lang),
        shared(round.rooms(), |room| room.min),
        shared(round.rooms(), |room| room.max),
        if round.interpreters() > 0 { round.interpreters().to_string() } else { String::new() },
        format_of(round).to_owned(),
    ];
    let [en, ru, item, line, min, max, interpreters, format] = before.each_ref().map(String::as_str);
    let at_first = AtFirst { title: [en, ru], item, format, rooms: line, sizes: [min, max], interpreters };
    let asks = asks(messages, &at_first, items(workshop, messages), &[MIXED, CAFE, CHOSEN]);
    let name = format!("groups-edit-{key}");
    desk.push(Form::new(name, messages.say("groups-edit-title"), asks, move |values, desk| {
        changed(desk, key, &before, values).unwrap_or(false)
    }));
}

/// Only what was changed in the form is written, so that what others change meanwhile stays.
fn changed(desk: &mut Desk<'_>, key: EventId, before: &[String; 8], values: &[String]) -> Option<bool> {
    let [en, ru, item, line, min, max, interpreters, format] = values else { return None };
    let [old_en, old_ru, old_item, old_line, old_min, old_max, old_interpreters, old_format] = before;
    let new_interpreters = rooms::number(interpreters, desk).ok()?;
    let new_min = rooms::number(min, desk).ok()?;
    let new_max = rooms::number(max, desk).ok()?;
    let workshop = desk.workshop()?;
    let round = workshop.rounds.get(key)?;
    let title = rooms::text(if en == old_en { "" } else { en }, if ru == old_ru { "" } else { ru });
    let specs: Option<Vec<RoomSpec>> = ((line, min, max) != (old_line, old_min, old_max)).then(|| {
        let mut specs = if line == old_line {
            round.rooms().iter().map(|room| rooms::spec(workshop, room)).collect()
        } else {
            rooms::read(line, workshop, round.rooms())
        };
        for room in &mut specs {
            // A room that is new has the bounds that all have; the others keep theirs unless these were changed.
            let is_new = round.room(&room.id).is_none();
            room.min = if is_new || min != old_min { new_min } else { room.min };
            room.max = if is_new || max != old_max { new_max } else { room.max };
        }
        specs
    });
    let item = (item != old_item && !item.is_empty()).then(|| item.as_str().into());
    let title = (!title.is_empty()).then_some(title);
    let interpreters = (interpreters != old_interpreters).then(|| new_interpreters.unwrap_or(0));
    let format = (format != old_format).then(|| format.as_str().into());
    if title.is_none() && item.is_none() && specs.is_none() && interpreters.is_none() && format.is_none() {
        return Some(true);
    }
    let round = workshop.rounds.label(key).as_ref().into();
    Some(desk.perform(RoundChange { round, title, item, rooms: specs, interpreters, format }).is_some())
}
