//! Two options that look alike, one above the other, so that their words can be compared.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::language::Arg;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::list::Part;
use crate::tui::widgets::split_top;
use crate::workshop::id::EventId;
use crate::workshop::text::Text;
use crate::wrap;

/// How much of an option is shown: its title; with the other language; with who, where and when; with the ideas it comes from.
const MOST: usize = 3;

/// Both options, as much of them as there is room for: the title always, in whole.
pub(crate) fn lines(view: &View<'_>, pair: [EventId; 2], width: usize, room: usize) -> Vec<Vec<Part>> {
    let shown = |much: usize| {
        let [first, second] =
            pair.map(|option| crate::tui::screens::vote::alike::draw::option(view, option, width, much));
        let mut lines = numbered(first, "1");
        lines.push(Vec::new());
        lines.extend(numbered(second, "2"));
        lines
    };
    let fitting = (0..=MOST).rev().map(shown).find(|lines| lines.len() <= room);
    fitting.unwrap_or_else(|| shown(0))
}

/// What can be done, each with its key.
pub(crate) fn choices(view: &View<'_>, pair: [EventId; 2]) -> Vec<Vec<Part>> {
    let [first, second] = pair.map(|option| view.workshop.proposals.label(option).into_owned());
    let keep = |stays: &str, goes: &str| {
        view.with("vote-alike-keep", &[("stays", Arg::from(stays)), ("goes", Arg::from(goes))])
    };
    let choice = |key: &str, says: String| vec![(format!("{key}  "), Role::Key), (says, Role::Ink)];
    let letter = crate::tui::widgets::hint::key_name("d", view.messages);
    vec![
        choice(&letter, view.say("vote-alike-different")),
        choice("1", keep(&first, &second)),
        choice("2", keep(&second, &first)),
    ]
}

/// Lines below one another, as far as there is room.
pub(crate) fn draw(frame: &mut Frame<'_>, area: Rect, lines: Vec<Vec<Part>>, view: &View<'_>) {
    let mut at = area;
    for parts in lines {
        let [row, rest] = split_top(at, 1);
        if row.height == 0 {
            return;
        }
        let mut x = row.x;
        for (text, role) in parts {
            let left = usize::from(row.right().saturating_sub(x));
            (x, _) = frame.buffer_mut().set_stringn(x, row.y, text, left, view.style(role));
        }
        at = rest;
    }
}

/// The first line with a number before it, the others below its words.
fn numbered(lines: Vec<Part>, number: &str) -> Vec<Vec<Part>> {
    let lead = |place: usize| if place == 0 { format!("{number}  ") } else { "   ".to_owned() };
    let lines = lines.into_iter().enumerate();
    lines.map(|(place, part)| vec![(lead(place), Role::Key), part]).collect()
}

fn option(view: &View<'_>, option: EventId, width: usize, much: usize) -> Vec<Part> {
    let Some(proposal) = view.workshop.proposals.any(option) else { return Vec::new() };
    let lang = view.lang();
    let width = width.saturating_sub(3);
    let mut lines: Vec<Part> = Vec::new();
    let mut add = |text: &str, role: Role| {
        let wrapped = wrap::wrap(text, width).into_iter().filter(|line| !line.is_empty());
        lines.extend(wrapped.map(|line| (line.to_owned(), role)));
    };
    let id = view.workshop.proposals.label(option);
    add(&format!("{id}  {}", proposal.title.in_(lang)), Role::Title);
    let other = proposal.title.get(lang).and(proposal.title.get(lang.other()));
    if let Some(other) = other.filter(|_| much > 0) {
        add(other, Role::Quiet);
    }
    if much > 1 {
        let one = |text: &Text| text.in_(lang).to_owned();
        let facts = proposal
            .leads()
            .iter()
            .map(one)
            .chain([&proposal.place, &proposal.when].map(|it| one(&it.text())));
        let facts: Vec<String> = facts.filter(|fact| !fact.is_empty()).collect();
        add(&facts.join(" · "), Role::Ink);
    }
    if much > 2 {
        for idea in proposal.ideas() {
            let text = view.workshop.ideas.any(*idea).map(|idea| idea.text.in_(lang)).unwrap_or_default();
            if !text.is_empty() {
                add(&format!("{} · {text}", view.workshop.ideas.label(*idea)), Role::Quiet);
            }
        }
    }
    lines
}
