//! The smallest change that makes a plan right again, shown before it is taken: who moves, where, and why.

use super::asking::Asking;
use super::words::{self, Names};
use crate::language::Arg;
use crate::planner::{self, Repaired};
use crate::tui::ctx::Desk;
use crate::tui::layers::Pages;
use crate::workshop::groups::Round;
use crate::workshop::groups::commands::RoundRepair;
use crate::wrap;

/// The width of the text: what fits on the smallest comfortable terminal.
const WIDTH: usize = 72;

/// Shows what would change, for Enter to take.
pub(super) fn show(desk: &mut Desk<'_>, asking: &Asking, repaired: &Repaired) {
    let messages = desk.messages;
    let Some(workshop) = desk.workshop() else { return };
    let Some(round) = workshop.rounds.get(asking.round) else { return };
    if repaired.left.is_empty() && repaired.placed.is_empty() && repaired.moved.is_empty() {
        desk.say(
            if repaired.given_up.is_empty() { "groups-said-right" } else { "groups-said-no-better" },
            &[],
        );
        return;
    }
    let names = Names { workshop, messages, view: asking.asked.as_ref(), round };
    let lines = lines(&names, repaired);
    let moved = repaired.moved.len();
    let id = if repaired.proved { "groups-repair-title" } else { "groups-repair-title-some" };
    let title = messages.with(id, &[("n", moved.into())]);
    let label = workshop.rounds.label(asking.round).into_owned();
    desk.push(Pages::new(title, lines).taken_by(move |desk| take(desk, &label, moved)));
}

fn take(desk: &mut Desk<'_>, round: &str, moved: usize) {
    if desk.perform(RoundRepair { round: round.into() }).is_some() {
        desk.say("groups-said-repaired", &[("n", moved.into())]);
    }
}

fn lines(names: &Names<'_>, repaired: &Repaired) -> Vec<String> {
    let messages = names.messages;
    let mut lines = Vec::new();
    let mut put = |text: &str, lead: &str| lines.extend(wrap::hanging(text, lead, WIDTH));
    let whom = |person: usize| {
        let name = names.view.people.get(person).and_then(|key| names.workshop.people.get(*key));
        let name = name.map_or_else(String::new, |person| person.name.in_(messages.lang()).to_owned());
        format!("{} {name}", names.person(person))
    };
    let room = |room: usize| Arg::from(names.room(room));
    for (person, from) in &repaired.left {
        put(
            &messages.with("groups-repair-left", &[("person", whom(*person).into()), ("room", room(*from))]),
            "− ",
        );
    }
    for placed in &repaired.placed {
        let args = [("person", Arg::from(whom(placed.person))), ("room", room(placed.room))];
        put(&messages.with("groups-repair-placed", &args), "+ ");
    }
    for moved in &repaired.moved {
        let args =
            [("person", Arg::from(whom(moved.person))), ("from", room(moved.from)), ("to", room(moved.to))];
        put(&messages.with("groups-repair-moved", &args), "→ ");
        for unmet in &moved.why {
            put(&words::unmet(names, unmet), "    ");
        }
    }
    if repaired.moved.is_empty() {
        put(&messages.say("groups-repair-nobody"), "");
    }
    if repaired.proved {
        put(&messages.say("groups-repair-proved"), "");
    }
    for wish in &repaired.given_up {
        put(&messages.with("groups-repair-given-up", &[("wish", messages.wish(names, wish).into())]), "! ");
    }
    let again = again(names.round, names, repaired);
    put(&again, "");
    lines
}

/// What the round is worth then, beside what it is worth now.
fn again(round: &Round, names: &Names<'_>, repaired: &Repaired) -> String {
    let problem = &names.view.problem;
    let now = planner::measure_all(problem, &[names.view.current(0, round)]);
    let args = [
        ("repeats", Arg::from(now.mixing)),
        ("repeats-then", repaired.worth.mixing.into()),
        ("balance", now.balance.into()),
        ("balance-then", repaired.worth.balance.into()),
    ];
    names.messages.with("groups-repair-worth", &args)
}
