//! What is asked of all groups: rules, wishes about people, and the rooms that somebody wants.

use std::rc::Rc;
use std::sync::Arc;

use super::rooms::ids;
use crate::language::{Arg, Messages};
use crate::tui::ctx::Desk;
use crate::tui::layers::{Ask, Form, Known, Pick, PickRow};
use crate::workshop::Workshop;
use crate::workshop::groups::commands::{GroupsRules, RoundPrefer, WishAdd, WishRemove};
use crate::workshop::groups::wishes::{COLUMNS, LANGUAGES};
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;

/// A column as people call it.
fn column(messages: &Messages, name: &str) -> String {
    messages.say(&format!("groups-column-{name}"))
}

/// Columns in a line, as people call them.
fn columns(messages: &Messages, names: &[Arc<str>]) -> String {
    names.iter().map(|name| column(messages, name)).collect::<Vec<_>>().join("; ")
}

/// The columns that a line names, in its order; what is no column is handed on as it is, for the refusal to name.
fn read(messages: &Messages, line: &str) -> Vec<Arc<str>> {
    let all: Vec<&str> = COLUMNS.into_iter().chain([LANGUAGES]).collect();
    let named = line.split([';', ',']).map(str::trim).filter(|name| !name.is_empty());
    named
        .map(|name| {
            let known = all.iter().find(|known| {
                column(messages, known).to_lowercase() == name.to_lowercase() || **known == name
            });
            known.map_or_else(|| name.into(), |known| Arc::from(*known))
        })
        .collect()
}

/// Asks for the rules.
pub(super) fn ask(desk: &mut Desk<'_>) {
    let messages = desk.messages;
    let Some(workshop) = desk.workshop() else {
        desk.say("groups-said-no-session", &[]);
        return;
    };
    let rules = &workshop.rules;
    let choice = |value: &str, id: &str| (value.to_owned(), messages.say(id));
    let yes_no = || vec![choice("yes", "groups-yes"), choice("no", "groups-no")];
    let word = |is: bool| if is { "yes" } else { "no" };
    let known: Rc<[Known]> = COLUMNS
        .into_iter()
        .chain([LANGUAGES])
        .map(|name| Known::new(column(messages, name), column(messages, name)))
        .collect();
    let order = if rules.balance_first() { "balance" } else { "mixing" };
    let before = [
        word(rules.language()).to_owned(),
        word(rules.alone()).to_owned(),
        columns(messages, &rules.apart_by()),
        columns(messages, &rules.balance()),
        order.to_owned(),
    ];
    let [language, alone, apart, balance, order] = before.each_ref().map(String::as_str);
    let orders = vec![choice("mixing", "groups-order-mixing"), choice("balance", "groups-order-balance")];
    let asks = vec![
        Ask::one(messages.say("groups-ask-language"), yes_no(), language),
        Ask::one(messages.say("groups-ask-alone"), yes_no(), alone),
        Ask::line(messages.say("groups-ask-apart-by"), apart).knowing(known.clone()),
        Ask::line(messages.say("groups-ask-balance"), balance).knowing(known),
        Ask::one(messages.say("groups-ask-order"), orders, order),
    ];
    let mut title = messages.say("groups-rules-title");
    if rules.versions() > 1 {
        title += &format!(" · ≠ {}", messages.with("count-versions", &[("n", rules.versions().into())]));
    }
    desk.push(Form::new("groups-rules", title, asks, move |values, desk| {
        ruled(desk, &before, values).unwrap_or(false)
    }));
}

/// Only what was changed is written.
fn ruled(desk: &mut Desk<'_>, before: &[String; 5], values: &[String]) -> Option<bool> {
    let [language, alone, apart, balance, order] = values else { return None };
    let [old_language, old_alone, old_apart, old_balance, old_order] = before;
    let messages = desk.messages;
    let command = GroupsRules {
        language: (language != old_language).then(|| language == "yes"),
        alone: (alone != old_alone).then(|| alone == "yes"),
        apart_by: (apart != old_apart).then(|| read(messages, apart)),
        balance: (balance != old_balance).then(|| read(messages, balance)),
        order: (order != old_order).then(|| order.as_str().into()),
    };
    let nothing = GroupsRules { language: None, alone: None, apart_by: None, balance: None, order: None };
    Some(command == nothing || desk.perform(command).is_some())
}

/// Shows the wishes about people: the first two rows make one, the others are taken back by Enter.
pub(super) fn wishes(desk: &mut Desk<'_>, person: Option<EventId>) {
    let messages = desk.messages;
    let Some(workshop) = desk.workshop() else {
        desk.say("groups-said-no-session", &[]);
        return;
    };
    let mut rows = vec![
        PickRow::new("+apart", messages.say("groups-wish-new-apart"), String::new()),
        PickRow::new("+together", messages.say("groups-wish-new-together"), String::new()),
    ];
    for wish in workshop.wishes.iter() {
        let people: Vec<String> =
            wish.people().iter().map(|key| workshop.people.label(*key).into_owned()).collect();
        let id = if wish.is_together() { "groups-wish-together" } else { "groups-wish-apart" };
        let args = [("people", Arg::from(people.join(", "))), ("n", people.len().into())];
        let label = workshop.wishes.label(wish.key()).into_owned();
        rows.push(PickRow::new(label, messages.with(id, &args), messages.say("groups-wish-take-back")));
    }
    let who = person.map(|person| workshop.people.label(person).into_owned()).unwrap_or_default();
    desk.push(Pick::new(messages.say("groups-wishes-title"), rows, move |picked, desk| {
        match picked.strip_prefix('+') {
            Some(kind) => {
                wish(desk, kind, &who);
                true
            }
            None => desk.perform(WishRemove { wish: picked.into() }).is_some(),
        }
    }));
}

/// Asks who shall sit together, or apart.
fn wish(desk: &mut Desk<'_>, kind: &str, who: &str) {
    let messages = desk.messages;
    let Some(workshop) = desk.workshop() else { return };
    let asks = vec![
        Ask::line(messages.say("groups-ask-people"), who)
            .such_as(messages.say("groups-ask-hosts-example"))
            .knowing(people(workshop, messages)),
    ];
    let kind: Arc<str> = kind.into();
    let title = messages.say(&format!("groups-wish-new-{kind}"));
    let name = format!("groups-wish-{kind}");
    desk.push(Form::new(name, title, asks, move |values, desk| {
        let people = values.first().map(|line| ids(line)).unwrap_or_default();
        desk.perform(WishAdd { kind: kind.clone(), people }).is_some()
    }));
}

/// Everybody by id, found by name.
fn people(workshop: &Workshop, messages: &Messages) -> Rc<[Known]> {
    let known = |person: &crate::workshop::people::Person| {
        let id = workshop.people.label(person.key()).into_owned();
        let shown = format!("{id} {}", person.name.in_(messages.lang()));
        Known::new(id, shown)
    };
    workshop.people.iter().map(known).collect()
}

/// Asks which rooms somebody wants.
pub(super) fn prefer(desk: &mut Desk<'_>, round: EventId, person: EventId) {
    let messages = desk.messages;
    let lang = messages.lang();
    let Some(workshop) = desk.workshop() else { return };
    let Some(of) = workshop.rounds.get(round) else { return };
    let name = |id: &Arc<str>| of.room(id).map_or_else(String::new, |room| room.title.in_(lang).to_owned());
    let now = of.preferred(person).map(name).collect::<Vec<_>>().join("; ");
    let known: Rc<[Known]> = of
        .rooms()
        .iter()
        .map(|room| {
            let title = room.title.in_(lang).to_owned();
            let topic = room.topic.in_(lang);
            let shown = if topic.is_empty() { title.clone() } else { format!("{title} · {topic}") };
            Known::new(title, shown)
        })
        .collect();
    let label = workshop.people.label(person).into_owned();
    let args = [
        ("person", Arg::from(label.clone())),
        ("name", workshop.people.get(person).map_or("", |person| person.name.in_(lang)).into()),
    ];
    let asks = vec![Ask::line(messages.say("groups-ask-wanted"), &now).knowing(known)];
    let form = format!("groups-prefer-{round}-{person}");
    desk.push(Form::new(form, messages.with("groups-prefer-title", &args), asks, move |values, desk| {
        preferred(desk, round, &label, values.first().map_or("", String::as_str)).unwrap_or(false)
    }));
}

fn preferred(desk: &mut Desk<'_>, round: EventId, person: &str, line: &str) -> Option<bool> {
    let workshop = desk.workshop()?;
    let of = workshop.rounds.get(round)?;
    let lower = |text: &str| text.trim().to_lowercase();
    let id = |name: &str| {
        let same = |room: &&crate::workshop::groups::events::Room| {
            crate::workshop::text::Lang::ALL
                .into_iter()
                .any(|lang| lower(room.title.in_(lang)) == lower(name))
                || lower(&room.id) == lower(name)
        };
        of.rooms().iter().find(same).map_or_else(|| Arc::from(name), |room| room.id.clone())
    };
    let rooms = line.split([';', ',']).map(str::trim).filter(|name| !name.is_empty()).map(id).collect();
    let round = workshop.rounds.label(round).as_ref().into();
    Some(desk.perform(RoundPrefer { round, person: person.into(), rooms }).is_some())
}
