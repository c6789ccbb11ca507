//! What is done to the day while it goes on: minutes, who pays, rooms, passing over, exchanging, putting something in between.
//! What a change would do to the later items is shown before it is made.

use std::sync::Arc;

use super::pays::Pays;
use super::rooms::Rooms;
use super::what_if::{WhatIf, Whose};
use super::{Run, model};
use crate::language::{Arg, Messages};
use crate::tui::ctx::Desk;
use crate::tui::layers::{Pick, PickRow};
use crate::workshop::agenda::commands::{ItemAdd, ItemSkip, ItemSwap};
use crate::workshop::agenda::{Item, Progress};
use crate::workshop::command::Request;
use crate::workshop::groups::rooms;
use crate::workshop::id::EventId;
use crate::workshop::ideas::{self, Sort};
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Thing;
use crate::workshop::{Workshop, schedule};

/// Minutes of what is put in between.
const BREAK: u32 = 10;
const ENERGISER: u32 = 5;
const PARKED: u32 = 15;
/// What parts the kind of what is put in between from what it is of.
const OF: char = '\n';

/// The day of an item, its name and its title.
fn about(workshop: &Workshop, item: EventId, lang: Lang) -> Option<(u32, String, String)> {
    let found = workshop.items.get(item)?;
    Some((found.day(), workshop.items.label(item).into_owned(), found.title.in_(lang).to_owned()))
}

fn show(layer: Option<WhatIf>, desk: &mut Desk<'_>) {
    if let Some(layer) = layer {
        desk.push(layer);
    }
}

/// Minutes for what runs; where nothing does, for what is chosen.
pub(super) fn minutes(run: &Run, desk: &mut Desk<'_>, minutes: i32) {
    let lang = desk.messages.lang();
    let Some(workshop) = desk.workshop() else { return };
    let item = schedule::running(workshop).or_else(|| run.chosen());
    let Some((day, name, title)) = item.and_then(|item| about(workshop, item, lang)) else { return };
    // Of an item that is over its time, "five more minutes" are meant from now on.
    let now = desk.now();
    let over = desk.workshop().and_then(|workshop| {
        let item = workshop.items.get(item?).filter(|item| item.progress().is_on())?;
        Some((-rooms::left(workshop, item, now)).max(0))
    });
    let over = over.unwrap_or(0);
    let over = if minutes > 0 { i32::try_from((over + 59) / 60).unwrap_or(0) } else { 0 };
    let layer = WhatIf::minutes(Whose::Item(name), &title, minutes.saturating_add(over), day, desk);
    show(layer, desk);
}

/// Who pays for what the day costs.
pub(super) fn pays(run: &Run, desk: &mut Desk<'_>) {
    if run.page.bill.missed.is_empty() {
        return desk.say("run-all-held", &[]);
    }
    let first = run.page.bill.missed.first().map(|miss| miss.stop);
    let day = first.and_then(|stop| desk.workshop()?.items.get(stop).map(Item::day));
    desk.push(Pays::new(day.unwrap_or(run.page.day), run.page.bill.clone()));
}

/// The rooms of what runs.
pub(super) fn show_rooms(run: &Run, desk: &mut Desk<'_>) {
    match Rooms::of(&run.page) {
        Some(rooms) => desk.push(rooms),
        None => desk.say("run-no-rooms", &[]),
    }
}

/// Passes the chosen item over, or takes it up again.
pub(super) fn skip(run: &Run, desk: &mut Desk<'_>) {
    let lang = desk.messages.lang();
    let Some(workshop) = desk.workshop() else { return };
    let Some(item) = run.chosen().and_then(|item| workshop.items.get(item)) else { return };
    let Some((day, name, title)) = about(workshop, item.key(), lang) else { return };
    let again = item.is_skipped();
    let request = ItemSkip { item: name.as_str().into(), skip: again.then_some(false) };
    let id = if again { "what-if-unskip" } else { "what-if-skip" };
    let title = desk.messages.with(id, &[("title", (&title).into())]);
    let layer = WhatIf::requests(vec![request.into()], title, day, desk);
    show(layer, desk);
}

/// Exchanges the chosen item, or the next one where that has begun, with the one after it.
pub(super) fn swap(run: &Run, desk: &mut Desk<'_>) {
    let lang = desk.messages.lang();
    let Some(workshop) = desk.workshop() else { return };
    let waits = |row: &&model::Row| row.slot.progress == Progress::Waiting && !row.slot.skipped;
    let chosen = run.list.selected();
    let mut two = run.page.rows.iter().skip(chosen).filter(waits);
    let both = two.next().zip(two.next());
    let both = both.and_then(|(a, b)| Some((about(workshop, a.item, lang)?, about(workshop, b.item, lang)?)));
    let Some(((day, first, a), (_, second, b))) = both else { return desk.say("run-nothing-to-swap", &[]) };
    let request = ItemSwap { items: vec![first.into(), second.into()] };
    let title = desk.messages.with("what-if-swap", &[("first", (&a).into()), ("second", (&b).into())]);
    let layer = WhatIf::requests(vec![request.into()], title, day, desk);
    show(layer, desk);
}

/// The item behind which something is put in between: what runs, else what was begun last, else what is chosen.
fn before_now(run: &Run, workshop: &Workshop) -> Option<EventId> {
    let begun = run.page.rows.iter().rev().find(|row| row.slot.progress != Progress::Waiting);
    schedule::running(workshop).or(begun.map(|row| row.item)).or_else(|| run.chosen())
}

/// Asks what to put in between: a break, an energiser, or something from the parking lot.
pub(super) fn insert(run: &Run, desk: &mut Desk<'_>) {
    let messages = desk.messages;
    let Some(workshop) = desk.workshop() else { return };
    let minutes = |n: u32| messages.with("count-minutes", &[("n", n.into())]);
    let mut rows = vec![
        PickRow::new("break", messages.say("run-insert-break"), minutes(BREAK)),
        PickRow::new("energiser", messages.say("run-insert-energiser"), minutes(ENERGISER)),
    ];
    let parked =
        ideas::standing(&workshop.ideas).filter(|idea| idea.sort() == Sort::Parking && !idea.is_off_record());
    rows.extend(parked.map(|idea| {
        let value = format!("parked{OF}{}", workshop.ideas.label(idea.key()));
        PickRow::new(value, idea.text.in_(messages.lang()), messages.say("run-insert-parked"))
    }));
    let after = before_now(run, workshop);
    let day = after.and_then(|item| workshop.items.get(item)).map_or(run.page.day, Item::day);
    let after: Option<Arc<str>> = after.map(|item| workshop.items.label(item).as_ref().into());
    desk.push(Pick::new(messages.say("run-insert"), rows, move |value, desk| {
        let Some(add) = inserted(value, day, after.clone(), desk) else { return true };
        let title = add.title.in_(desk.messages.lang()).to_owned();
        let title = desk.messages.with("what-if-insert", &[("title", Arg::from(&title))]);
        let request: Request = add.into();
        let layer = WhatIf::requests(vec![request], title, day, desk);
        show(layer, desk);
        true
    }));
}

/// The item that is put in between.
fn inserted(value: &str, day: u32, after: Option<Arc<str>>, desk: &Desk<'_>) -> Option<ItemAdd> {
    let (kind, of) = value.split_once(OF).unwrap_or((value, ""));
    let both = |id: &str| {
        let [en, ru] = Lang::ALL.map(|lang| Messages::new(lang).say(id));
        Text::both(&en, &ru)
    };
    let (title, minutes, kind, interpreted) = match kind {
        "break" => (both("run-insert-break"), BREAK, "break", None),
        "energiser" => (both("run-insert-energiser"), ENERGISER, rooms::ENERGISER, None),
        _ => {
            let workshop = desk.workshop()?;
            let idea = workshop.ideas.get(workshop.ideas.find(of).ok()?)?;
            (idea.text.text(), PARKED, "plenary", Some(true))
        }
    };
    Some(ItemAdd {
        day,
        title,
        minutes,
        droppable: Some(true),
        kind: Some(kind.into()),
        after,
        interpreted,
        ..ItemAdd::default()
    })
}
