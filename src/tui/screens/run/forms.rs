//! The forms of Run: an item of the agenda, and until when the running one goes on.

use std::sync::Arc;

use jiff::civil::{Date, Time};
use jiff::{SignedDuration, Timestamp, ToSpan};

use super::Run;
use super::actions::minutes_until;
use super::what_if::{WhatIf, Whose};
use crate::language::{Messages, date};
use crate::tui::ctx::{Desk, Effect, Notice};
use crate::tui::layers::{Ask, Form};
use crate::workshop::agenda::commands::{ItemAdd, ItemChange, ItemCorrect, ItemStart};
use crate::workshop::agenda::{BREAK_WEIGHT, Item, LEAST_WEIGHT, Progress};
use crate::workshop::command::{Request, Stop};
use crate::workshop::groups::rooms;
use crate::workshop::id::EventId;
use crate::workshop::text::{Lang, Text};
use crate::workshop::{Workshop, schedule};

const KINDS: [&str; 8] = ["plenary", "activity", "breakout", "energiser", "break", "lunch", "vote", "social"];

/// Says that something cannot be read; the form stays.
fn wrong(desk: &mut Desk<'_>, id: &str) -> bool {
    let sentence = desk.messages.say(id);
    let hint = desk.messages.hint(id, &[]).unwrap_or_default();
    desk.effects.push(Effect::Say(Notice { sentence, hint, trouble: true }));
    false
}

/// The fields of an item as they stand in the form.
#[derive(Debug, Clone, PartialEq)]
struct Values {
    title_en: String,
    title_ru: String,
    minutes: Option<u32>,
    shortest: Option<u32>,
    begins: String,
    stop: bool,
    droppable: bool,
    kind: String,
    interpreted: bool,
    weight: Option<u32>,
    instruction_en: String,
    instruction_ru: String,
}

/// A number, nothing for an empty field.
fn number(text: &str) -> Result<Option<u32>, ()> {
    let text = text.trim();
    if text.is_empty() { Ok(None) } else { text.parse().map(Some).map_err(drop) }
}

/// A time of the day as people type it: `11:05`, `11.05`, `1105`, `9`.
fn time(text: &str) -> Option<Time> {
    // "till 15:30" is what one says.
    let text = match text.trim().split_once(' ') {
        Some((word, rest)) if word.chars().all(char::is_alphabetic) => rest.trim(),
        _ => text.trim(),
    };
    let (hour, minute) = match text.split_once([':', '.', ' ']) {
        Some((hour, minute)) => (hour, minute),
        None if text.len() > 2 => text.split_at_checked(text.len() - 2)?,
        None => (text, "0"),
    };
    Time::new(hour.parse().ok()?, minute.parse().ok()?, 0, 0).ok()
}

impl Values {
    fn read(values: &[String]) -> Result<Self, &'static str> {
        let at = |place: usize| values.get(place).map(|value| value.trim()).unwrap_or_default();
        let begins = match at(4) {
            "" => String::new(),
            typed => date::clock_time(time(typed).ok_or("run-not-a-time")?),
        };
        Ok(Self {
            title_en: at(0).to_owned(),
            title_ru: at(1).to_owned(),
            minutes: number(at(2)).map_err(|()| "run-not-minutes")?,
            shortest: number(at(3)).map_err(|()| "run-not-minutes")?,
            begins,
            stop: at(5) == "yes",
            droppable: at(6) == "yes",
            kind: at(7).to_owned(),
            interpreted: at(8) == "yes",
            weight: number(at(9)).map_err(|()| "run-not-weight")?,
            instruction_en: at(10).to_owned(),
            instruction_ru: at(11).to_owned(),
        })
    }

    fn of(item: &Item) -> Self {
        let form = |lang| item.title.get(lang).unwrap_or_default().to_owned();
        let instruction = |lang| item.instruction.get(lang).unwrap_or_default().to_owned();
        Self {
            title_en: form(Lang::En),
            title_ru: form(Lang::Ru),
            minutes: item.minutes.get().copied(),
            shortest: item.shortest.get().copied(),
            begins: item.begins().map(date::clock_minutes).unwrap_or_default(),
            stop: item.is_stop(),
            droppable: item.is_droppable(),
            kind: item.kind().to_owned(),
            interpreted: item.is_interpreted(),
            weight: item.weight.get().copied(),
            instruction_en: instruction(Lang::En),
            instruction_ru: instruction(Lang::Ru),
        }
    }

    fn title(&self) -> Text {
        let form = |text: &str| (!text.is_empty()).then(|| Arc::from(text));
        Text { en: form(&self.title_en), ru: form(&self.title_ru) }
    }

    fn instruction(&self) -> Text {
        let form = |text: &str| (!text.is_empty()).then(|| Arc::from(text));
        Text { en: form(&self.instruction_en), ru: form(&self.instruction_ru) }
    }

    fn asks(&self, messages: &Messages) -> Vec<Ask> {
        let yes_no = |value: bool| {
            (if value { "yes" } else { "no" }, vec![said(messages, "no"), said(messages, "yes")])
        };
        let one = |label: &str, value: bool| {
            let (value, choices) = yes_no(value);
            Ask::one(messages.say(label), choices, value)
        };
        let shown = |number: Option<u32>| number.map(|number| number.to_string()).unwrap_or_default();
        let mut kinds: Vec<(String, String)> = KINDS
            .iter()
            .map(|kind| ((*kind).to_owned(), messages.say(&format!("item-kind-{kind}"))))
            .collect();
        kinds.insert(0, (String::new(), messages.say("run-kind-none")));
        if !kinds.iter().any(|(kind, _)| *kind == self.kind) {
            kinds.push((self.kind.clone(), self.kind.clone()));
        }
        vec![
            Ask::line(messages.say("run-ask-title-en"), &self.title_en),
            Ask::line(messages.say("run-ask-title-ru"), &self.title_ru),
            Ask::line(messages.say("run-ask-minutes"), &shown(self.minutes)).such_as("45"),
            Ask::line(messages.say("run-ask-shortest"), &shown(self.shortest))
                .such_as(messages.say("run-such-as-shortest")),
            Ask::line(messages.say("run-ask-begins"), &self.begins)
                .such_as(messages.say("run-such-as-begins")),
            one("run-ask-stop", self.stop),
            one("run-ask-droppable", self.droppable),
            Ask::one(messages.say("run-ask-kind"), kinds, &self.kind),
            one("run-ask-interpreted", self.interpreted),
            Ask::line(messages.say("run-ask-weight"), &shown(self.weight))
                .such_as(messages.say("run-such-as-weight")),
            Ask::line(messages.say("run-ask-instruction-en"), &self.instruction_en)
                .such_as(messages.say("run-such-as-instruction")),
            Ask::line(messages.say("run-ask-instruction-ru"), &self.instruction_ru),
        ]
    }
}

fn said(messages: &Messages, value: &str) -> (String, String) {
    (value.to_owned(), messages.say(&format!("run-{value}")))
}

/// A new item after the chosen one.
pub(super) fn add(run: &mut Run, desk: &mut Desk<'_>) {
    let day = run.page.day.max(1);
    let after = run.chosen().and_then(|key| Some(desk.workshop()?.items.label(key).into_owned()));
    let empty = Values {
        title_en: String::new(),
        title_ru: String::new(),
        minutes: Some(30),
        shortest: None,
        begins: String::new(),
        stop: false,
        droppable: false,
        kind: "plenary".to_owned(),
        interpreted: true,
        weight: None,
        instruction_en: String::new(),
        instruction_ru: String::new(),
    };
    let title = desk.messages.with("run-form-add", &[("day", day.into())]);
    let asks = empty.asks(desk.messages);
    // One begins to type in the language one works in.
    let at = usize::from(desk.messages.lang() == Lang::Ru);
    desk.push(
        Form::new("run-add", title, asks, move |values, desk| {
            let values = match Values::read(values) {
                Ok(values) => values,
                Err(id) => return wrong(desk, id),
            };
            let Some(minutes) = values.minutes else { return wrong(desk, "run-not-minutes") };
            let after =
                after.clone().filter(|after| desk.workshop().is_some_and(|w| w.items.find(after).is_ok()));
            let add = ItemAdd {
                day,
                title: values.title(),
                minutes,
                shortest: values.shortest,
                stop: Some(Stop::Flag(values.stop)).filter(|_| values.stop),
                droppable: Some(values.droppable).filter(|droppable| *droppable),
                kind: Some(values.kind.as_str().into()).filter(|kind: &Arc<str>| !kind.is_empty()),
                after: after.map(Into::into),
                interpreted: Some(values.interpreted),
                begins: Some(values.begins.as_str().into()).filter(|begins: &Arc<str>| !begins.is_empty()),
                weight: values.weight,
                instruction: Some(values.instruction()).filter(|text| text.forms().next().is_some()),
            };
            desk.perform(add).is_some()
        })
        .at(at),
    );
}

/// Changes an item: only what differs is said.
pub(super) fn edit(item: EventId, desk: &mut Desk<'_>) {
    let Some(workshop) = desk.workshop() else { return };
    let Some(before) = workshop.items.get(item).map(Values::of) else { return };
    let label = workshop.items.label(item).into_owned();
    let is_break = workshop.items.get(item).is_some_and(Item::is_break);
    let usual_weight = if is_break { BREAK_WEIGHT } else { LEAST_WEIGHT };
    let lang = desk.messages.lang();
    let shown =
        if lang == Lang::Ru && !before.title_ru.is_empty() { &before.title_ru } else { &before.title_en };
    let title = desk.messages.with("run-form-edit", &[("title", shown.into())]);
    let asks = before.asks(desk.messages);
    desk.push(
        Form::new(format!("run-edit-{item}"), title, asks, move |values, desk| {
            let after = match Values::read(values) {
                Ok(values) => values,
                Err(id) => return wrong(desk, id),
            };
            if after == before {
                return true;
            }
            if after.minutes.is_none() {
                return wrong(desk, "run-not-minutes");
            }
            let form = |before: &str, after: &str| (before != after).then(|| Arc::from(after));
            let title = Text {
                en: form(&before.title_en, &after.title_en),
                ru: form(&before.title_ru, &after.title_ru),
            };
            let changed = |before: bool, after: bool| (before != after).then_some(after);
            let change = ItemChange {
                item: label.as_str().into(),
                title: Some(title).filter(|title| title.forms().next().is_some()),
                minutes: after.minutes.filter(|_| after.minutes != before.minutes),
                // An item that names no shortest length cannot be shortened: it is as long as it is.
                shortest: after.shortest.or(after.minutes).filter(|_| after.shortest != before.shortest),
                stop: changed(before.stop, after.stop).map(Stop::Flag),
                droppable: changed(before.droppable, after.droppable),
                kind: form(&before.kind, &after.kind),
                interpreted: changed(before.interpreted, after.interpreted),
                begins: form(&before.begins, &after.begins),
                // Emptied it weighs again what everything weighs.
                weight: after.weight.or(Some(usual_weight)).filter(|_| after.weight != before.weight),
                instruction: Some(Text {
                    en: form(&before.instruction_en, &after.instruction_en),
                    ru: form(&before.instruction_ru, &after.instruction_ru),
                })
                .filter(|text| text.forms().next().is_some()),
            };
            desk.perform(change).is_some()
        })
        .at(usize::from(lang == Lang::Ru)),
    );
}

/// Asks until when the running item goes on.
pub(super) fn until(desk: &mut Desk<'_>) {
    let now = desk.now();
    let Some(workshop) = desk.workshop() else { return };
    let running = schedule::running(workshop).and_then(|key| workshop.items.get(key).map(|item| (key, item)));
    let Some((key, item)) = running else { return desk.say("run-nothing-runs", &[]) };
    let label = workshop.items.label(key).into_owned();
    let end =
        now.checked_add((i64::from(item.minutes()) * 60 - item.progress().ran(now)).seconds()).unwrap_or(now);
    let example = date::clock(&workshop.meeting.local(end));
    let title =
        desk.messages.with("run-form-until", &[("title", item.title.in_(desk.messages.lang()).into())]);
    let asks = vec![Ask::line(desk.messages.say("run-ask-until"), "").such_as(example)];
    desk.push(Form::new(format!("run-until-{key}"), title, asks, move |values, desk| {
        let now = desk.now();
        let typed = values.first().map(String::as_str).unwrap_or_default();
        let Some(time) = time(typed) else { return wrong(desk, "run-not-a-time") };
        let Some(workshop) = desk.workshop() else { return true };
        let Some(item) = workshop.items.get(key) else { return true };
        let today = workshop.meeting.local(now).date();
        let on =
            |date: Date| Some(date.to_datetime(time).to_zoned(workshop.meeting.zone()).ok()?.timestamp());
        // Shortly before midnight "till a quarter past" is tomorrow.
        let long_ago = |until: &Timestamp| now.duration_since(*until) > SignedDuration::from_hours(12);
        let until = on(today).filter(|until| !long_ago(until)).or_else(|| on(today.tomorrow().ok()?));
        let left = rooms::left(workshop, item, now);
        let minutes = until.and_then(|until| minutes_until(left, now, until));
        match minutes {
            None => wrong(desk, "run-until-past"),
            Some(0) => true,
            Some(minutes) => {
                let title = item.title.in_(desk.messages.lang()).to_owned();
                let day = item.day();
                let whose = Whose::Item(label.clone());
                let Some(layer) = WhatIf::minutes(whose, &title, minutes, day, desk) else { return false };
                desk.push(layer);
                true
            }
        }
    }));
}

/// A time as people say it of what has happened: `4` is four minutes ago, `10:21` the time of the day.
fn ago(typed: &str, now: Timestamp, workshop: &Workshop) -> Option<Timestamp> {
    let typed = typed.trim();
    if typed.len() <= 2 && typed.bytes().all(|b| b.is_ascii_digit()) {
        return now.checked_sub(typed.parse::<i64>().ok()?.minutes()).ok();
    }
    let time = time(typed)?;
    let at = |date: Date| Some(date.to_datetime(time).to_zoned(workshop.meeting.zone()).ok()?.timestamp());
    let today = workshop.meeting.local(now).date();
    // After midnight the evening before is meant.
    at(today).filter(|time| *time <= now).or_else(|| at(today.yesterday().ok()?))
}

/// Asks when the item really started or ended: the chosen one if it has begun, else what runs. Where nothing has begun, since
/// when the chosen one runs.
pub(super) fn correct(run: &Run, desk: &mut Desk<'_>) {
    let now = desk.now();
    let messages = desk.messages;
    let Some(workshop) = desk.workshop() else { return };
    let begun =
        |key: &EventId| workshop.items.get(*key).is_some_and(|item| item.progress() != Progress::Waiting);
    let key = run.chosen().filter(begun).or_else(|| schedule::running(workshop)).or_else(|| run.chosen());
    let Some((key, item)) = key.and_then(|key| Some((key, workshop.items.get(key)?))) else { return };
    let label: Arc<str> = workshop.items.label(key).as_ref().into();
    let day = item.day();
    let title = item.title.in_(messages.lang()).to_owned();
    let clock = |time: Timestamp| date::clock(&workshop.meeting.local(time));
    let progress = item.progress();
    let ended = match progress {
        Progress::Ended { at, .. } => Some(at),
        _ => None,
    };
    let example = messages.say("run-such-as-ago");
    let known = |time: Option<Timestamp>| time.map(clock).unwrap_or_default();
    // What is typed takes the place of what is known, so the field begins empty and the known time stands beside it.
    let ask = |id: &str, time: Option<Timestamp>| {
        let known = known(time);
        let label =
            if known.is_empty() { messages.say(id) } else { format!("{} ({known})", messages.say(id)) };
        Ask::line(label, "").such_as(example.clone())
    };
    let mut asks = vec![ask("run-ask-started", progress.first())];
    if ended.is_some() {
        asks.push(ask("run-ask-ended", ended));
    }
    let form = messages.with("run-form-correct", &[("title", (&title).into())]);
    desk.push(Form::new(format!("run-correct-{key}"), form, asks, move |values, desk| {
        let mut requests: Vec<Request> = Vec::new();
        let mut said: [Option<Timestamp>; 2] = [None, None];
        for (place, typed) in values.iter().enumerate().filter(|(_, typed)| !typed.trim().is_empty()) {
            let time = desk.workshop().and_then(|workshop| ago(typed, now, workshop));
            let Some(time) = time else { return wrong(desk, "run-not-ago") };
            if let Some(said) = said.get_mut(place) {
                *said = Some(time);
            }
            let said: Option<Arc<str>> = Some(time.to_string().into());
            let item = label.clone();
            requests.push(match (progress, place) {
                (Progress::Waiting, _) => Request { at: Some(time), ..ItemStart { item }.into() },
                (_, 0) => ItemCorrect { item, started: said, ended: None, turn: None, to: None }.into(),
                _ => ItemCorrect { item, started: None, ended: said, turn: None, to: None }.into(),
            });
        }
        if requests.is_empty() {
            return true;
        }
        // A start after the end as it was known can only be said after the new end.
        if let (Some(ended), [Some(start), Some(_)]) = (ended, &said[..])
            && *start >= ended
        {
            requests.reverse();
        }
        let title = desk.messages.with("what-if-correct", &[("title", (&title).into())]);
        let Some(layer) = WhatIf::requests(requests, title, day, desk) else { return false };
        desk.push(layer);
        true
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_read_as_people_type_it() {
        for typed in ["11:05", "11.05", "1105", " 11 05 ", "till 11:05"] {
            assert_eq!(time(typed).map(date::clock_time).as_deref(), Some("11:05"), "{typed}");
        }
        assert_eq!(time("9").map(date::clock_time).as_deref(), Some("09:00"));
        for typed in ["", "25:00", "11:60", "noon", "ё5"] {
            assert_eq!(time(typed), None, "{typed}");
        }
    }
}
