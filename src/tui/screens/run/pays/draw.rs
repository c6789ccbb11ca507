//! What an overrun costs and who could pay, in words.

use crate::language::{Arg, date};
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::list::Part;
use crate::workshop::id::EventId;
use crate::workshop::paying::{Bill, Give, Miss, Proposal};
use crate::workshop::schedule;
use crate::wrap;

fn title(item: EventId, view: &View<'_>) -> String {
    view.workshop.items.get(item).map(|item| item.title.in_(view.lang()).to_owned()).unwrap_or_default()
}

/// `Take 5 min from Report back, 4 from Recap`
fn words(proposal: &Proposal, view: &View<'_>) -> String {
    let give = |(place, give): (usize, &Give)| {
        let title = title(give.item, view);
        let id = match (give.dropped, place) {
            (true, 0) => "pays-drop",
            (true, _) => "pays-and-drop",
            (false, 0) => "pays-take",
            (false, _) => "pays-and-take",
        };
        view.with(id, &[("title", Arg::from(&title)), ("n", give.minutes.into())])
    };
    let all: Vec<String> = proposal.gives.iter().enumerate().map(give).collect();
    all.join(", ")
}

/// When a stop is.
fn time_of(stop: EventId, view: &View<'_>) -> String {
    let slots = schedule::slots_of(view.workshop, view.now);
    let slot = slots.iter().find(|slot| slot.item == stop);
    slot.map(|slot| date::clock(&view.workshop.meeting.local(slot.planned))).unwrap_or_default()
}

/// `Lunch stays 12:30`
fn stays(proposal: &Proposal, most: usize, view: &View<'_>) -> String {
    let stay = |stop: &EventId| {
        let time = time_of(*stop, view);
        view.with("pays-stays", &[("title", title(*stop, view).into()), ("time", time.into())])
    };
    let mut all: Vec<String> = proposal.saves.iter().take(most).map(stay).collect();
    let more = proposal.saves.len().saturating_sub(most);
    if more > 0 {
        all.push(view.with("pays-more-stops", &[("n", more.into())]));
    }
    all.join(" · ")
}

fn wrapped(text: &str, width: usize, role: Role, into: &mut Vec<Vec<Part>>) {
    into.extend(wrap::wrap(text, width).into_iter().map(|line| vec![(line.to_owned(), role)]));
}

/// A proposal with its number: what gives what, and below it what stays.
fn offer(
    number: usize,
    proposal: &Proposal,
    (chosen, most): (Option<usize>, usize),
    width: usize,
    view: &View<'_>,
    into: &mut Vec<Vec<Part>>,
) {
    let mark = match chosen {
        Some(chosen) if chosen + 1 == number => "▸ ",
        Some(_) => "  ",
        None => "",
    };
    let indent = wrap::columns(mark) + 3;
    let room = width.saturating_sub(indent);
    for (place, line) in wrap::wrap(&words(proposal, view), room).into_iter().enumerate() {
        let head = if place == 0 { format!("{mark}{number}  ") } else { " ".repeat(indent) };
        into.push(vec![(head, Role::Key), (line.to_owned(), Role::Ink)]);
    }
    for line in wrap::wrap(&stays(proposal, most, view), room) {
        into.push(vec![(" ".repeat(indent), Role::Key), (line.to_owned(), Role::Good)]);
    }
}

/// `! Lunch 12:30 ▪ stop missed by 6 minutes`
fn missed(miss: &Miss, view: &View<'_>) -> String {
    let title = format!("{} {}", title(miss.stop, view), time_of(miss.stop, view));
    format!("! {}", view.with("run-missed", &[("title", Arg::from(&title)), ("n", miss.minutes.into())]))
}

/// The bill; `chosen` is the place of the marked proposal, none where none can be chosen; at most so many stops are named.
pub(crate) fn lines(
    bill: &Bill,
    chosen: Option<usize>,
    most: usize,
    width: usize,
    view: &View<'_>,
) -> Vec<Vec<Part>> {
    let mut lines = Vec::new();
    let more = bill.missed.len().saturating_sub(most);
    for (place, miss) in bill.missed.iter().take(most).enumerate() {
        let mut words = missed(miss, view);
        if more > 0 && place + 1 == most {
            words = format!("{words} {}", view.with("pays-more-stops", &[("n", more.into())]));
        }
        wrapped(&words, width, Role::Trouble, &mut lines);
    }
    if bill.missed.is_empty() {
        wrapped(&view.say("run-all-held"), width, Role::Quiet, &mut lines);
    }
    for fallen in bill.fallen.iter().take(most) {
        let title = format!("{} {}", title(fallen.stop, view), time_of(fallen.stop, view));
        // By how much it falls if everything were dropped says more of what is lost anyhow.
        let hopeless = bill.hopeless.iter().find(|miss| miss.stop == fallen.stop);
        let id = if hopeless.is_some() { "pays-falls-anyhow" } else { "pays-falls" };
        let args = [("title", Arg::from(&title)), ("n", hopeless.unwrap_or(fallen).minutes.into())];
        wrapped(&view.with(id, &args), width, Role::Trouble, &mut lines);
    }
    for (place, proposal) in bill.proposals.iter().enumerate() {
        if chosen.is_some() {
            lines.push(Vec::new());
        }
        offer(place + 1, proposal, (chosen, most), width, view, &mut lines);
    }
    if let Some(proposal) = &bill.would_take {
        if chosen.is_some() {
            lines.push(Vec::new());
        }
        wrapped(&view.say("pays-would-take"), width, Role::Quiet, &mut lines);
        offer(bill.proposals.len() + 1, proposal, (chosen, most), width, view, &mut lines);
    }
    lines
}
