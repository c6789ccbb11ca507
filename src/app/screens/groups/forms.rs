//! A round in a form.

use super::rooms;
use crate::app::desk::Desk;
use crate::app::layers::{Ask, Form};
use crate::language::{Arg, Tongue};
use crate::session::Session;
use crate::workshop::Workshop;
use crate::workshop::agenda;
use crate::workshop::command::{RoomSpec, RoundAdd, RoundChange};
use crate::workshop::event::Room;
use crate::workshop::id::EventId;
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;

/// Whether a round was made on this device: a round that others make elsewhere does not take the screen away.
pub(super) fn made_here(workshop: &Workshop, round: Option<EventId>, session: Option<&Session>) -> bool {
    let event = round.and_then(|round| workshop.event(round));
    event.zip(session).is_some_and(|(event, session)| event.device == session.device())
}

/// The items of the agenda to choose from, and none of them.
fn items(workshop: &Workshop, tongue: &Tongue) -> Vec<(String, String)> {
    let shown = |item: &&agenda::Item| {
        let args = [("day", Arg::from(item.day())), ("item", item.title.in_(tongue.lang()).into())];
        (workshop.items.label(item.key()).into_owned(), tongue.with("groups-item", &args))
    };
    let none = (String::new(), tongue.say("groups-item-none"));
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

fn asks(tongue: &Tongue, at_first: [&str; 6], items: Vec<(String, String)>) -> Vec<Ask> {
    let [en, ru, item, rooms, min, max] = at_first;
    vec![
        Ask::line(tongue.say("groups-ask-title-en"), en),
        Ask::line(tongue.say("groups-ask-title-ru"), ru),
        Ask::one(tongue.say("groups-ask-item"), items, item),
        Ask::line(tongue.say("groups-ask-rooms"), rooms).such_as(tongue.say("groups-ask-rooms-example")),
        Ask::line(tongue.say("groups-ask-min"), min),
        Ask::line(tongue.say("groups-ask-max"), max),
    ]
}

/// Asks for a new round.
pub(super) fn add(desk: &mut Desk<'_>) {
    let tongue = desk.tongue;
    let Some(workshop) = desk.workshop() else {
        desk.say("groups-said-no-session", &[]);
        return;
    };
    let item = waiting(workshop);
    let asks = asks(tongue, ["", "", &item, "", "", ""], items(workshop, tongue));
    desk.push(Form::new("groups-add", tongue.say("groups-add-title"), asks, |values, desk| {
        added(desk, values).unwrap_or(false)
    }));
}

fn added(desk: &mut Desk<'_>, values: &[String]) -> Option<bool> {
    let [en, ru, item, line, min, max] = values else { return None };
    let min = rooms::number(min, desk).ok()?;
    let max = rooms::number(max, desk).ok()?;
    let mut rooms = rooms::read(line, desk.workshop()?, &[]);
    for room in &mut rooms {
        (room.min, room.max) = (min, max);
    }
    let item = (!item.is_empty()).then(|| item.as_str().into());
    Some(desk.perform(RoundAdd { title: rooms::text(en, ru), item, rooms }).is_some())
}

/// Asks what the round shall be.
pub(super) fn edit(desk: &mut Desk<'_>, key: EventId) {
    let tongue = desk.tongue;
    let lang = tongue.lang();
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
    ];
    let [en, ru, item, line, min, max] = before.each_ref().map(String::as_str);
    let asks = asks(tongue, [en, ru, item, line, min, max], items(workshop, tongue));
    let name = format!("groups-edit-{key}");
    desk.push(Form::new(name, tongue.say("groups-edit-title"), asks, move |values, desk| {
        changed(desk, key, &before, values).unwrap_or(false)
    }));
}

/// Only what was changed in the form is written, so that what others change meanwhile stays.
fn changed(desk: &mut Desk<'_>, key: EventId, before: &[String; 6], values: &[String]) -> Option<bool> {
    let [en, ru, item, line, min, max] = values else { return None };
    let [old_en, old_ru, old_item, old_line, old_min, old_max] = before;
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
    if title.is_none() && item.is_none() && specs.is_none() {
        return Some(true);
    }
    let round = workshop.rounds.label(key).as_ref().into();
    Some(desk.perform(RoundChange { round, title, item, rooms: specs }).is_some())
}
