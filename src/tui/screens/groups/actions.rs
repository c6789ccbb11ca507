//! What is done to the chosen round and the chosen person.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::asking::{Answer, Asking, Question};
use super::planning::Planning;
use super::words::{self, Names};
use super::{Groups, repair, rooms, why};
use crate::language::Arg;
use crate::planner::{self, Order, Price};
use crate::tui::ctx::{Desk, Effect, Notice};
use crate::tui::layers::{Pick, PickRow};
use crate::workshop::Workshop;
use crate::workshop::agenda::Progress;
use crate::workshop::command::Request;
use crate::workshop::event::EventKind;
use crate::workshop::groups::Round;
use crate::workshop::groups::asked::problem_of;
use crate::workshop::groups::commands::{RoundHold, RoundPlace, RoundPlan, RoundRemove};
use crate::workshop::groups::events::RoundEvent;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;
use crate::wrap;

/// The seed after that of the last plan of this round, undone or not, so that no plan comes twice.
fn next_seed(workshop: &Workshop, round: EventId) -> u64 {
    let seed = |kind: &EventKind| match kind {
        EventKind::Round(RoundEvent::Planned(planned)) if planned.of == round => planned.seed,
        _ => None,
    };
    workshop.events().rev().find_map(|event| seed(&event.kind)).map_or(0, |seed| seed.wrapping_add(1))
}

/// The rounds that can still be planned: not over, not running, with rooms, and (where people choose) with a choice made.
fn to_come(workshop: &Workshop) -> Vec<EventId> {
    let waits = |round: &&Round| {
        let item = round.item.get().and_then(|item| workshop.items.get(*item));
        item.is_none_or(|item| item.progress() == Progress::Waiting)
    };
    let ready = |round: &&Round| {
        !round.rooms().is_empty() && (!round.is_chosen() || round.has_preferences() || round.is_planned())
    };
    workshop.rounds.iter().filter(waits).filter(ready).map(Thing::key).collect()
}

impl Groups {
    fn round(&self, desk: &mut Desk<'_>) -> Option<(EventId, String)> {
        let key = self.look.as_ref().map(|look| look.key);
        let named = key.and_then(|key| Some((key, desk.workshop()?.rounds.label(key).into_owned())));
        if named.is_none() {
            desk.say("groups-said-no-round", &[]);
        }
        named
    }

    pub(super) fn with_round(&self, desk: &mut Desk<'_>, act: impl FnOnce(&mut Desk<'_>, EventId)) {
        if let Some((round, _)) = self.round(desk) {
            act(desk, round);
        }
    }

    /// The person that the cursor is on and their room.
    fn person(&self, desk: &mut Desk<'_>) -> Option<(String, Option<String>)> {
        let seat = self.at_seat().map(|seat| seat.id.clone());
        if seat.is_none() {
            desk.say("groups-said-nobody", &[]);
        }
        Some((seat?, self.at_column()?.room.as_deref().map(str::to_owned)))
    }

    /// Plans the round; pressed again, with the next seed.
    pub(super) fn plan(&mut self, desk: &mut Desk<'_>) {
        let Some((key, round)) = self.round(desk) else { return };
        let seed = desk.workshop().map_or(0, |workshop| next_seed(workshop, key));
        let before = self.figures.clone();
        if desk.perform(RoundPlan { round: round.into(), seed: Some(seed), seats: None }).is_none() {
            return;
        }
        // Everybody sits somewhere else now: the cursor stays in its place, at first in the first room.
        self.who = None;
        if before.is_none() {
            (self.column, self.row) = (0, 0);
        }
        self.renew(desk);
        self.tell(seed, before, desk);
    }

    /// Begins to plan all rounds to come together.
    pub(super) fn plan_all(&mut self, desk: &mut Desk<'_>) {
        let Some(workshop) = desk.workshop() else { return };
        let rounds = to_come(workshop);
        let Some(first) = rounds.first() else {
            desk.say("groups-said-nothing-to-plan", &[]);
            return;
        };
        if workshop.people.iter().next().is_none() {
            desk.say("groups-said-nobody-there", &[]);
            return;
        }
        self.planning = Some(Planning::begin(workshop, &rounds, next_seed(workshop, *first)));
        self.who = None;
        self.look_after_planning(desk);
    }

    /// Begins to ask something about the round.
    pub(super) fn ask(&mut self, desk: &mut Desk<'_>, question: Question) {
        let Some((key, _)) = self.round(desk) else { return };
        let Some(workshop) = desk.workshop() else { return };
        let is_planned = workshop.rounds.get(key).is_some_and(Round::is_planned);
        if question == Question::Repair && !is_planned {
            desk.say("groups-not-planned", &[]);
            return;
        }
        self.asking = Asking::begin(workshop, key, question);
    }

    /// Shows what was found out; where it is no longer about things as they are it is asked again.
    pub(super) fn look_after_asking(&mut self, desk: &mut Desk<'_>) {
        if !self.asking.as_ref().is_some_and(Asking::is_over) {
            return;
        }
        let (Some(mut asking), Some(workshop)) = (self.asking.take(), desk.workshop()) else { return };
        if !asking.still_holds(workshop) {
            self.asking = Asking::begin(workshop, asking.round, asking.question);
            return;
        }
        match asking.answer() {
            Some(Answer::Why(knots)) => why::show(desk, &asking, knots.as_deref()),
            Some(Answer::Repair(repaired)) => repair::show(desk, &asking, &repaired),
            None => desk.say("groups-why-undecided", &[]),
        }
    }

    /// Ends planning with the best plan so far, or leaves what is being found out.
    pub(super) fn stop(&mut self, desk: &mut Desk<'_>) {
        if self.asking.take().is_some() {
            return;
        }
        let Some(planning) = &self.planning else { return };
        planning.stop();
        self.keep(desk);
    }

    /// Shows a better plan, and keeps the best one when the search has ended.
    pub(super) fn look_after_planning(&mut self, desk: &mut Desk<'_>) {
        if self.planning.as_ref().is_some_and(Planning::is_over) {
            self.keep(desk);
        } else if self.planning.as_mut().and_then(Planning::news).is_some() {
            self.renew(desk);
        }
    }

    /// Writes the plan that was found, all rounds as one piece of work.
    fn keep(&mut self, desk: &mut Desk<'_>) {
        let Some(mut planning) = self.planning.take() else { return };
        let Some(solution) = planning.found() else {
            desk.say("groups-said-not-planned", &[]);
            return;
        };
        let Some(workshop) = desk.workshop() else { return };
        let mut requests: Vec<Request> = Vec::new();
        for (nth, (round, plan)) in planning.asked.rounds.iter().zip(&solution.plan).enumerate() {
            if workshop.rounds.get(*round).is_none() {
                continue;
            }
            let mut seats: BTreeMap<Arc<str>, Vec<Arc<str>>> = BTreeMap::new();
            for (person, room) in planning.asked.seats(nth, plan) {
                // Whoever has left since then is left out; the plan of the others stands.
                if workshop.people.get(person).is_some() {
                    seats.entry(room).or_default().push(workshop.people.label(person).as_ref().into());
                }
            }
            let round = workshop.rounds.label(*round).as_ref().into();
            requests.push(RoundPlan { round, seed: Some(planning.seed), seats: Some(seats) }.into());
        }
        let done = desk.perform_all(&requests);
        self.renew(desk);
        if done {
            let args = [
                ("rounds", Arg::from(requests.len())),
                ("repeats", solution.worth.mixing.into()),
                ("possible", solution.bound.mixing.into()),
            ];
            desk.say(if solution.proved { "groups-said-all-proved" } else { "groups-said-all" }, &args);
        }
    }

    pub(super) fn prefer(&self, desk: &mut Desk<'_>) {
        let Some((key, _)) = self.round(desk) else { return };
        match self.at_seat().map(|seat| seat.person) {
            Some(person) => super::rules::prefer(desk, key, person),
            None => desk.say("groups-said-nobody", &[]),
        }
    }

    /// Says what is worth now what was done, and what it was worth before.
    fn tell(&self, seed: u64, before: Option<String>, desk: &mut Desk<'_>) {
        let sentence = desk.messages.with("groups-said-planned", &[("seed", seed.into())]);
        let hint = match before {
            Some(before) if Some(&before) != self.figures.as_ref() => {
                desk.messages.with("groups-said-before", &[("figures", before.into())])
            }
            Some(_) => desk.messages.say("groups-said-as-before"),
            None => String::new(),
        };
        desk.effects.push(Effect::Say(Notice { sentence, hint, trouble: false }));
    }

    pub(super) fn hold(&mut self, desk: &mut Desk<'_>) {
        let Some((_, round)) = self.round(desk) else { return };
        let held = self.at_seat().is_some_and(|seat| seat.held);
        let Some((person, room)) = self.person(desk) else { return };
        if room.is_none() && !held {
            desk.say("groups-said-no-room", &[("person", person.into())]);
            return;
        }
        let room = room.filter(|_| !held).map(Into::into);
        if desk.perform(RoundHold { round: round.into(), person: person.into(), room }).is_some() {
            self.renew(desk);
        }
    }

    pub(super) fn take_out(&mut self, desk: &mut Desk<'_>) {
        let Some((_, round)) = self.round(desk) else { return };
        let Some((person, room)) = self.person(desk) else { return };
        if room.is_none() {
            desk.say("groups-said-no-room", &[("person", person.into())]);
            return;
        }
        if desk.perform(RoundPlace { round: round.into(), person: person.into(), room: None }).is_some() {
            self.renew(desk);
        }
    }

    pub(super) fn remove(&mut self, desk: &mut Desk<'_>) {
        let Some((_, round)) = self.round(desk) else { return };
        if desk.perform(RoundRemove { round: round.into() }).is_some() {
            self.renew(desk);
        }
    }

    pub(super) fn edit_room(&self, desk: &mut Desk<'_>) {
        let room = self.at_column().and_then(|column| column.room.clone());
        match room {
            Some(room) => self.with_round(desk, |desk, round| rooms::edit(desk, round, Some(&room))),
            None => desk.say("groups-said-which-room", &[]),
        }
    }

    pub(super) fn remove_room(&mut self, desk: &mut Desk<'_>) {
        let room = self.at_column().and_then(|column| column.room.clone());
        match room {
            Some(room) => {
                self.with_round(desk, |desk, round| rooms::remove(desk, round, &room));
                self.renew(desk);
            }
            None => desk.say("groups-said-which-room", &[]),
        }
    }

    /// Asks where the chosen person shall go or, in an empty room, who shall come; each with the price.
    pub(super) fn ask_move(&self, desk: &mut Desk<'_>) {
        let Some((key, round)) = self.round(desk) else { return };
        match (self.at_seat(), self.at_column()) {
            (Some(seat), _) => ask_room(desk, key, round, seat.person),
            (None, Some(column)) if column.room.is_some() => {
                ask_person(desk, key, round, column.room.as_deref().unwrap_or_default());
            }
            _ => desk.say("groups-said-nobody", &[]),
        }
    }
}

/// A row with its price, the cheapest first; those that cannot be priced last.
fn priced(mut rows: Vec<(Option<Price>, PickRow)>, order: Order) -> Vec<PickRow> {
    rows.sort_by_key(|(price, _)| {
        price.as_ref().map(|price| price.change.key(order)).map_or((1, None), |key| (0, Some(key)))
    });
    let mut rows: Vec<PickRow> = rows.into_iter().map(|(_, row)| row).collect();
    // Prices stand below one another.
    let widest =
        |part: fn(&PickRow) -> &str| rows.iter().map(|row| wrap::columns(part(row))).max().unwrap_or(0);
    let (shown, aside) = (widest(|row| &row.shown).min(40), widest(|row| &row.aside));
    for row in &mut rows {
        row.shown = wrap::pad(&row.shown, shown);
        row.aside = wrap::pad(&row.aside, aside);
    }
    rows
}

fn ask_room(desk: &mut Desk<'_>, key: EventId, round: String, person: EventId) {
    let messages = desk.messages;
    let Some(workshop) = desk.workshop() else { return };
    let (Some(view), Some(of)) = (problem_of(workshop, key), workshop.rounds.get(key)) else { return };
    let current = view.current(0, of);
    let names = Names { workshop, messages, view: &view, round: of };
    let number = view.number(person).unwrap_or(usize::MAX);
    let asked = (0..of.rooms().len()).map(|to| (number, to));
    let prices = planner::move_prices(&view.problem, 0, &current, asked);
    let mut rows = Vec::new();
    let others = of.rooms().iter().zip(prices).enumerate();
    for (to, (room, price)) in others.filter(|(_, (room, _))| of.seat(person) != Some(&room.id)) {
        let told = price.as_ref().map(|price| words::price(&names, price));
        let size = words::size(messages, current.get(to).map_or(0, Vec::len), room.min, room.max);
        let shown = format!("{}  {size}", room.title.in_(messages.lang()));
        let told = told.unwrap_or_else(|| messages.say("groups-price-absent"));
        rows.push((price, PickRow::new(room.id.as_ref(), shown, told)));
    }
    let label = workshop.people.label(person).into_owned();
    let name = workshop.people.get(person).map_or("", |person| person.name.in_(messages.lang()));
    let title = messages.with("groups-move-title", &[("person", Arg::from(&label)), ("name", name.into())]);
    let rows = priced(rows, view.problem.rules.order);
    desk.push(Pick::new(title, rows, move |room, desk| {
        let command = RoundPlace {
            round: round.as_str().into(),
            person: label.as_str().into(),
            room: Some(room.into()),
        };
        desk.perform(command).is_some()
    }));
}

fn ask_person(desk: &mut Desk<'_>, key: EventId, round: String, room: &str) {
    let messages = desk.messages;
    let Some(workshop) = desk.workshop() else { return };
    let (Some(view), Some(of)) = (problem_of(workshop, key), workshop.rounds.get(key)) else { return };
    let Some(to) = view.rooms_of(0).iter().position(|known| known.as_ref() == room) else { return };
    let current = view.current(0, of);
    let names = Names { workshop, messages, view: &view, round: of };
    let mut rows = Vec::new();
    let asked = (0..view.people.len()).map(|number| (number, to));
    let prices = planner::move_prices(&view.problem, 0, &current, asked);
    for (person, price) in view.people.iter().zip(prices) {
        let Some(price) = price else { continue };
        let label = workshop.people.label(*person).into_owned();
        let name = workshop.people.get(*person).map_or("", |person| person.name.in_(messages.lang()));
        let told = words::price(&names, &price);
        rows.push((Some(price), PickRow::new(label.clone(), format!("{label} {name}"), told)));
    }
    let title = messages.with("groups-seat-title", &[("room", names.room(to).into())]);
    let rows = priced(rows, view.problem.rules.order);
    let room = room.to_owned();
    desk.push(Pick::new(title, rows, move |person, desk| {
        let command = RoundPlace {
            round: round.as_str().into(),
            person: person.into(),
            room: Some(room.as_str().into()),
        };
        desk.perform(command).is_some()
    }));
}
