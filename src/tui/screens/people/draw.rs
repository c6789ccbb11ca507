//! How People is drawn: the counts, the filter, the roster, and below it all that is known of the chosen one.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::People;
use super::forms::role_in;
use super::model::{Order, Row, Speaks, Standing, kind_in};
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::list::Part;
use crate::tui::widgets::{line, split_bottom, split_top};
use crate::workshop::people::Person;
use crate::workshop::text::Lang;
use crate::workshop::thing::{Bilingual, Thing};
use crate::wrap;

/// The lines above the list: counts, filter, headers.
const HEAD: u16 = 3;
/// The rule and the lines below the list that tell everything of the chosen one.
const FOOT: u16 = 5;
/// The fewest lines of the body where there is room for them.
const WITH_FOOT: u16 = 16;

/// How wide each column is; 0: it is not shown.
struct Widths {
    id: usize,
    name: usize,
    other: usize,
    organisation: usize,
    kind: usize,
    country: usize,
    languages: usize,
    role: usize,
    state: usize,
}

impl Widths {
    fn of(width: usize, id: usize, by_organisation: bool) -> Self {
        let narrow = width < 100;
        let (country, languages, state) = (6, 8, if narrow { 10 } else { 11 });
        let role = if narrow { 0 } else { 16 };
        let kind = if width >= 140 { 28 } else { 0 };
        // The mark, and a gap behind every column but the last.
        let rest = width.saturating_sub(2 + id + 1 + kind + country + languages + role + state);
        let (name, other) = match rest {
            110.. => (rest * 35 / 100, rest * 35 / 100),
            _ if narrow && !by_organisation => (rest, 0),
            _ if narrow => (rest / 2, 0),
            _ => (rest * 60 / 100, 0),
        };
        let organisation = rest.saturating_sub(name + other);
        Self { id, name, other, organisation, kind, country, languages, role, state }
    }
}

pub(crate) fn draw(screen: &mut People, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if screen.counts.all() == 0 {
        return empty(frame, inner, view, "people-empty");
    }
    let [head, rest] = split_top(inner, HEAD);
    let foot = if area.height >= WITH_FOOT { FOOT } else { 0 };
    let [body, foot] = split_bottom(rest, foot);
    counts(screen, frame, Rect { height: 1, ..head }, view);
    filter(screen, frame, Rect { y: head.y + 1, height: 1, ..head }, view);
    if screen.shown.is_empty() {
        return empty(frame, body, view, "people-nobody-found");
    }
    let by_organisation = screen.order == Order::Organisation;
    let widths = Widths::of(usize::from(inner.width).saturating_sub(2), screen.id_width, by_organisation);
    headers(screen, frame, Rect { y: head.y + 2, height: 1, ..head }, &widths, view);
    let shown = std::mem::take(&mut screen.shown);
    screen.list.draw(frame, body, shown.len(), view, |place, _| {
        shown.get(place).map(|row| parts(row, &widths, view)).unwrap_or_default()
    });
    screen.shown = shown;
    if foot.height > 0 {
        chosen(screen, frame, foot, view);
    }
}

fn empty(frame: &mut Frame<'_>, area: Rect, view: &View<'_>, id: &str) {
    let text = view.say(id);
    let width = usize::from(area.width.saturating_sub(2)).min(76);
    let from = area.y.saturating_add(area.height.min(4) / 2);
    for (y, line) in (from..area.bottom()).zip(wrap::wrap(&text, width)) {
        frame.buffer_mut().set_stringn(area.x + 1, y, line, width, view.style(Role::Ink));
    }
}

/// Writes parts one behind the other and returns the column behind them.
fn write(frame: &mut Frame<'_>, area: Rect, x: u16, parts: &[Part], view: &View<'_>) -> u16 {
    let mut x = x;
    for (words, role) in parts {
        let left = usize::from(area.right().saturating_sub(x));
        (x, _) = frame.buffer_mut().set_stringn(x, area.y, words, left, view.style(*role));
    }
    x
}

fn counts(screen: &People, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let counts = &screen.counts;
    let count = |id: &str, n: usize| view.with(id, &[("n", n.into())]);
    let parts: Vec<Part> = vec![
        (format!("{} ", Standing::Here.mark()), Role::Good),
        (count("people-count-here", counts.here), Role::Title),
        (format!("   {} ", Standing::Away.mark()), Role::Time),
        (count("people-count-away", counts.away), Role::Ink),
        (format!("   {} ", Standing::Expected(0).mark()), Role::Quiet),
        (count("people-count-expected", counts.expected), Role::Ink),
    ];
    let x = write(frame, area, area.x, &parts, view);
    let there = |lead: bool, words: &str| {
        let mut parts: Vec<Part> = Vec::new();
        if lead {
            parts.push((view.say("people-of-those-here"), Role::Quiet));
        }
        for speaks in Speaks::ALL {
            let n = counts.speaking(speaks);
            if speaks != Speaks::Neither || n > 0 {
                parts.push((format!("   {n} "), Role::Ink));
                parts.push((view.say(&format!("{words}{}", speaks.name())), Role::Quiet));
            }
        }
        parts
    };
    // Where the words do not fit, codes stand for them.
    let wide = |parts: &[Part]| -> u16 {
        u16::try_from(parts.iter().map(|(words, _)| wrap::columns(words)).sum::<usize>()).unwrap_or(u16::MAX)
    };
    let room = area.right().saturating_sub(x);
    let choices = [there(true, "people-speak-"), there(false, "people-speak-"), there(false, "people-code-")];
    let fits = choices.iter().find(|parts| wide(parts) <= room).or(choices.last());
    if let Some(parts) = fits {
        write(frame, area, area.right().saturating_sub(wide(parts)).max(x), parts, view);
    }
}

fn filter(screen: &mut People, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let mut right: Vec<Part> = Vec::new();
    if screen.filter.only_away {
        right.push((view.say("people-only-away"), Role::Time));
    }
    if let Some(speaks) = screen.filter.speaks {
        right.push((view.say(&format!("people-only-{}", speaks.name())), Role::Time));
    }
    if screen.filter.is_on() {
        let args = [("shown", screen.shown.len().into()), ("all", screen.counts.all().into())];
        right.push((view.with("people-shown-of", &args), Role::Quiet));
    }
    let parts: Vec<Part> =
        right.into_iter().flat_map(|part| [part, ("   ".to_owned(), Role::Quiet)]).collect();
    let width: usize = parts.iter().map(|(words, _)| wrap::columns(words)).sum();
    let width = u16::try_from(width).unwrap_or(u16::MAX);
    let at = area.right().saturating_sub(width).saturating_add(3).min(area.right()).max(area.x);
    write(frame, area, at, &parts, view);
    if screen.finding || !screen.find.is_empty() {
        let label = format!("{} ", view.say("people-find"));
        let x = write(frame, area, area.x, &[(label, Role::Accent)], view);
        let line = Rect { x, width: at.saturating_sub(x).saturating_sub(2), ..area };
        line::draw(frame, line, &screen.find, &view.say("people-find-example"), screen.finding, view);
    }
}

fn headers(screen: &People, frame: &mut Frame<'_>, area: Rect, widths: &Widths, view: &View<'_>) {
    let mut parts: Vec<Part> = vec![("    ".to_owned(), Role::Quiet)];
    let columns = [
        ("people-column-id", widths.id + 1),
        ("people-column-name", widths.name),
        ("people-column-other-name", widths.other),
        ("people-column-organisation", widths.organisation),
        ("people-column-kind", widths.kind),
        ("people-column-country", widths.country),
        ("people-column-languages", widths.languages),
        ("people-column-role", widths.role),
    ];
    for (id, width) in columns.into_iter().filter(|(_, width)| *width > 0) {
        // A mark, so that the order is not told by ink alone.
        let by = id == screen.order.column();
        let name = if by { format!("{}↓", view.say(id)) } else { view.say(id) };
        parts.push((column(&name, width), if by { Role::Accent } else { Role::Quiet }));
    }
    write(frame, area, area.x, &parts, view);
}

/// A text in a column, with at least one blank behind it.
fn column(text: &str, width: usize) -> String {
    let fits = wrap::pad(text, width.saturating_sub(1));
    if width == 0 { String::new() } else { format!("{fits} ") }
}

fn parts(row: &Row, widths: &Widths, view: &View<'_>) -> Vec<Part> {
    let Some(person) = view.workshop.people.get(row.key) else { return Vec::new() };
    let lang = view.lang();
    let (mark, ink) = match row.standing {
        Standing::Here => (Role::Good, Role::Ink),
        Standing::Away => (Role::Time, Role::Quiet),
        Standing::Expected(_) => (Role::Quiet, Role::Quiet),
    };
    let word = |word: Option<&std::sync::Arc<str>>| word.map(ToString::to_string).unwrap_or_default();
    let role = if person.role().is_empty() { String::new() } else { role_in(person.role(), view.messages) };
    let role = if role == role_in("", view.messages) { String::new() } else { role };
    let kind = kind_in(view.workshop, &word(person.kind.get()), lang);
    let mut parts = vec![
        (format!("{} ", row.standing.mark()), mark),
        (column(&view.workshop.people.label(row.key), widths.id + 1), Role::Quiet),
        (column(person.name.in_(lang), widths.name), ink),
        (column(person.name.get(lang.other()).unwrap_or_default(), widths.other), Role::Quiet),
        (column(person.organisation.in_(lang), widths.organisation), ink),
        (column(&kind, widths.kind), Role::Quiet),
        (column(&word(person.country.get()), widths.country), ink),
        (column(&person.languages().join(" "), widths.languages), ink),
        (column(&role, widths.role), ink),
    ];
    let state = state(person, row.standing, view);
    let trouble = if person.is_conflicted() { Role::Trouble } else { mark };
    parts.push((wrap::cut_with_ellipsis(&state, widths.state).into_owned(), trouble));
    parts
}

/// What is to be said of somebody who is not simply here.
fn state(person: &Person, standing: Standing, view: &View<'_>) -> String {
    if person.is_conflicted() {
        return view.with("count-versions", &[("n", person.versions().into())]);
    }
    match standing {
        Standing::Here => String::new(),
        Standing::Away => view.say("people-away"),
        Standing::Expected(day) => view.with("people-day", &[("day", day.into())]),
    }
}

/// All that is known of the chosen one, nothing cut that has room.
fn chosen(screen: &People, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let Some(person) = screen.chosen().and_then(|key| view.workshop.people.get(key)) else { return };
    let width = usize::from(area.width);
    let rule = "─".repeat(width);
    frame.buffer_mut().set_stringn(area.x, area.y, rule, width, view.style(Role::Rule));
    let lang = view.lang();
    let other = |text: &Bilingual| {
        text.get(lang.other()).filter(|_| text.get(lang).is_some()).unwrap_or_default().to_owned()
    };
    let id = view.workshop.people.label(person.key());
    let indent = " ".repeat(wrap::columns(&id) + 2);
    let lines: [Vec<Part>; 4] = [
        vec![(format!("{id}  "), Role::Quiet), (person.name.in_(lang).to_owned(), Role::Title)],
        vec![(format!("{indent}{}", other(&person.name)), Role::Quiet)],
        vec![
            (format!("{indent}{}", person.organisation.in_(lang)), Role::Ink),
            (format!("   {}", other(&person.organisation)), Role::Quiet),
        ],
        vec![(format!("{indent}{}", facts(person, lang, view)), Role::Ink)],
    ];
    for (y, parts) in (area.y + 1..area.bottom()).zip(&lines) {
        let row = Rect { y, height: 1, ..area };
        let mut left = width;
        let fitting: Vec<Part> = parts
            .iter()
            .map(|(words, role)| {
                let words = wrap::cut_with_ellipsis(words, left).into_owned();
                left = left.saturating_sub(wrap::columns(&words));
                (words, *role)
            })
            .collect();
        write(frame, row, area.x, &fitting, view);
    }
}

/// Kind, country, languages, role, day of arrival, in one line.
fn facts(person: &Person, lang: Lang, view: &View<'_>) -> String {
    let kind = person.kind.get().map(AsRef::as_ref).unwrap_or_default();
    let spoken = |code: &std::sync::Arc<str>| {
        let id = format!("language-{code}");
        if view.messages.has(&id) { view.say(&id) } else { code.to_string() }
    };
    let languages: Vec<String> = person.languages().iter().map(spoken).collect();
    let arrives = match person.arrival_day() {
        1 => String::new(),
        day => view.with("people-arrives", &[("day", day.into())]),
    };
    let facts = [
        kind_in(view.workshop, kind, lang),
        person.country.get().map(ToString::to_string).unwrap_or_default(),
        languages.join(", "),
        role_in(person.role(), view.messages),
        arrives,
    ];
    let facts: Vec<String> = facts.into_iter().filter(|fact| !fact.is_empty()).collect();
    facts.join(" · ")
}
