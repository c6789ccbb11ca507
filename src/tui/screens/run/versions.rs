//! What two laptops said concurrently about an item of the agenda, or about the meeting as such.

use std::sync::Arc;

use jiff::Timestamp;

use crate::language::{Messages, date};
use crate::tui::screens::shared::conflicts::{Conflicts, Version};
use crate::tui::screens::shared::naming;
use crate::workshop::Workshop;
use crate::workshop::agenda::clock::Turn;
use crate::workshop::agenda::commands::{ItemChange, ItemCorrect, ItemMove, ItemSkip};
use crate::workshop::agenda::{self, Place};
use crate::workshop::command::{Request, Stop};
use crate::workshop::id::EventId;
use crate::workshop::meeting::commands::SessionDescribe;
use crate::workshop::thing::Thing;

/// The versions of whatever has several, of an item.
pub(crate) fn of_item(workshop: &Workshop, messages: &Messages, of: EventId) -> Vec<Version> {
    let Some(item) = workshop.items.get(of) else { return Vec::new() };
    let name: Arc<str> = workshop.items.label(of).as_ref().into();
    let none = || ItemChange { item: name.clone(), ..ItemChange::default() };
    let change = |change: ItemChange| -> Request { change.into() };
    let yes = |is: &bool| messages.say(if *is { "settle-yes" } else { "settle-no" });
    let clock = |minutes: &u32| match minutes {
        0..1440 => format!("{:02}:{:02}", minutes / 60, minutes % 60),
        _ => String::new(),
    };
    let torn = Conflicts::of(workshop)
        .text(["run-ask-title-en", "run-ask-title-ru"], &item.title, |text| {
            change(ItemChange { title: Some(text), ..none() })
        })
        .field(
            "run-place",
            &item.place,
            |place| place_in_words(workshop, messages, of, place),
            |place| {
                let after = before(workshop, of, place).map(|key| workshop.items.label(key).as_ref().into());
                ItemMove { item: name.clone(), after, day: Some(place.0) }.into()
            },
        )
        .field("run-ask-minutes", &item.minutes, ToString::to_string, |minutes| {
            change(ItemChange { minutes: Some(*minutes), ..none() })
        })
        .field("run-ask-shortest", &item.shortest, ToString::to_string, |minutes| {
            change(ItemChange { shortest: Some(*minutes), ..none() })
        })
        .field("run-ask-stop", &item.stop, yes, |stop| {
            change(ItemChange { stop: Some(Stop::Flag(*stop)), ..none() })
        })
        .field("run-ask-droppable", &item.droppable, yes, |is| {
            change(ItemChange { droppable: Some(*is), ..none() })
        })
        .field("run-ask-kind", &item.kind, ToString::to_string, |kind| {
            change(ItemChange { kind: Some(kind.clone()), ..none() })
        })
        .field("run-ask-interpreted", &item.interpreted, yes, |is| {
            change(ItemChange { interpreted: Some(*is), ..none() })
        })
        .field("run-ask-begins", &item.begins, clock, |minutes| {
            change(ItemChange { begins: Some(clock(minutes).into()), ..none() })
        })
        .field("run-ask-weight", &item.weight, ToString::to_string, |weight| {
            change(ItemChange { weight: Some(*weight), ..none() })
        })
        .text(["run-ask-instruction-en", "run-ask-instruction-ru"], &item.instruction, |text| {
            change(ItemChange { instruction: Some(text), ..none() })
        })
        .field("run-ask-skipped", &item.skipped, yes, |skip| {
            ItemSkip { item: name.clone(), skip: Some(*skip) }.into()
        });
    let corrected = item.clock().corrections().into_iter();
    let all = corrected.fold(torn, |torn, (told, at)| {
        let start = told.turn == Turn::Start;
        let label = if start { "run-ask-started" } else { "run-ask-ended" };
        let shown = |time: &Timestamp| date::clock(&workshop.meeting.local(*time));
        torn.field(label, at, shown, |time| {
            let (turn, to) = (Some(told.by.to_string().into()), Some(time.to_string().into()));
            ItemCorrect { item: name.clone(), started: None, ended: None, turn, to }.into()
        })
    });
    all.versions
}

/// The item behind which a place lies; none at the head of a day.
fn before(workshop: &Workshop, of: EventId, place: &Place) -> Option<EventId> {
    let mut others = agenda::in_order(&workshop.items).into_iter().filter(|item| item.key() != of);
    let ahead = |item: &&agenda::Item| {
        item.day() == place.0 && item.place.get().is_some_and(|other| other.1 <= place.1)
    };
    others.rfind(ahead).map(Thing::key)
}

fn place_in_words(workshop: &Workshop, messages: &Messages, of: EventId, place: &Place) -> String {
    match before(workshop, of, place).and_then(|key| workshop.items.get(key)) {
        Some(item) => messages.with(
            "run-place-after",
            &[("day", place.0.into()), ("item", item.title.in_(messages.lang()).into())],
        ),
        None => messages.with("run-place-first", &[("day", place.0.into())]),
    }
}

/// The versions of whatever has several, of the meeting.
pub(crate) fn of_meeting(workshop: &Workshop) -> Vec<Version> {
    let meeting = &workshop.meeting;
    let none = || SessionDescribe { ..SessionDescribe::default() };
    let change = |change: SessionDescribe| -> Request { change.into() };
    Conflicts::of(workshop)
        .text(["meeting-title-en", "meeting-title-ru"], &meeting.title, |text| {
            change(SessionDescribe { title: Some(text), ..none() })
        })
        .text(["meeting-question-en", "meeting-question-ru"], &meeting.question, |text| {
            change(SessionDescribe { question: Some(text), ..none() })
        })
        .text(["meeting-note-en", "meeting-note-ru"], &meeting.note, |text| {
            change(SessionDescribe { note: Some(text), ..none() })
        })
        .field("meeting-starts", &meeting.starts, ToString::to_string, |starts| {
            change(SessionDescribe { starts: Some(starts.to_string().into()), ..none() })
        })
        .field("meeting-timezone", &meeting.timezone, ToString::to_string, |zone| {
            change(SessionDescribe { timezone: Some(zone.clone()), ..none() })
        })
        .field(
            "meeting-languages",
            &meeting.languages,
            |list| naming::joined(list),
            |list| change(SessionDescribe { languages: Some(list.clone()), ..none() }),
        )
        .versions
}
