//! Pass the laptop, drawn over the whole screen: who it is, the ballot, the ballot once more, its number. Of other ballots nothing
//! but how many are in.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;

use super::{Open, Page, Pass};
use crate::language::{Arg, Messages};
use crate::report::outcome;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::list::{List, Part, part_seen, put};
use crate::tui::widgets::{line as field, split_bottom, split_top};
use crate::workshop::id::EventId;
use crate::workshop::text::Lang;
use crate::workshop::thing::Bilingual;
use crate::workshop::votes::ballot_rules::Method;
use crate::workshop::votes::{Vote, Voter};
use crate::wrap;

/// The widest that it is set: longer lines are hard to read.
const WIDTH: u16 = 100;
/// Rows from which on there is air between the options.
const ROOMY: u16 = 32;
/// Columns of what an option got, where it is a number or dots.
const MARK: usize = 6;
/// The same where it is a word.
const WORD: usize = 18;

pub(crate) fn draw(pass: &mut Pass, frame: &mut Frame<'_>, view: &View<'_>) {
    let area = frame.area();
    frame.render_widget(Clear, area);
    frame.buffer_mut().set_style(area, view.theme.ground());
    frame.buffer_mut().set_style(area, view.style(Role::Ink));
    let messages = Messages::new(pass.messages.lang());
    let view = &View { messages: &messages, ..*view };
    let width = area.width.saturating_sub(4).min(WIDTH);
    let x = area.x + (area.width - width) / 2;
    // The first row stays free; the last but one has what is said, the last the keys.
    let inside = Rect { x, y: area.y + 1, width, height: area.height.saturating_sub(1) };
    let [rest, keys] = split_bottom(inside, 1);
    let [body, said] = split_bottom(rest, 1);
    if let Some(told) = &pass.said {
        let role = if told.trouble { Role::Trouble } else { Role::Good };
        let mark = if told.trouble { "! " } else { "✓ " };
        row(frame, said, &[(mark.to_owned(), role), (told.sentence.clone(), role)], view);
    }
    let Some(vote) = pass.vote(view.workshop) else {
        // The number of a ballot that is in stays until it is dismissed.
        if let Page::Number(number) = pass.page {
            told_number(number, frame, body, view);
            return hint(frame, keys, "pass-hint-number", view);
        }
        paragraphs(frame, body, "pass-over", Role::Title, view);
        return hint(frame, keys, "pass-hint-over", view);
    };
    let id = match pass.page {
        Page::Who => {
            who(pass, vote, frame, body, view);
            if pass.papers { "pass-hint-number-first" } else { "pass-hint-who" }
        }
        Page::Ballot => {
            ballot(pass, vote, frame, body, view);
            return hint(frame, keys, &format!("pass-hint-{}", vote.method().name()), view);
        }
        Page::Sure => {
            sure(pass, vote, frame, body, view);
            "pass-hint-sure"
        }
        Page::Number(number) => {
            told_number(number, frame, body, view);
            "pass-hint-number"
        }
        Page::Leave => {
            paragraphs(frame, body, "pass-leave", Role::Title, view);
            "pass-hint-leave"
        }
    };
    hint(frame, keys, id, view);
}

fn hint(frame: &mut Frame<'_>, area: Rect, id: &str, view: &View<'_>) {
    let keys = view.say(id);
    row(frame, area, &[(keys.clone(), Role::Quiet)], view);
    // Whoever does not read this language must be able to read how to get the other one.
    let other = Messages::new(view.lang().other()).say("pass-hint-language");
    let width = usize::from(area.width);
    if wrap::columns(&keys) + wrap::columns(&other) + 2 <= width && !matches!(id, "pass-hint-over") {
        let from = u16::try_from(width - wrap::columns(&other)).unwrap_or(0);
        row(frame, Rect { x: area.x + from, ..area }, &[(other, Role::Quiet)], view);
    }
}

fn row(frame: &mut Frame<'_>, area: Rect, parts: &[Part], view: &View<'_>) -> Rect {
    let [at, rest] = split_top(area, 1);
    let mut x = at.x;
    if at.height > 0 {
        for (text, role) in parts {
            let left = usize::from(at.right().saturating_sub(x));
            (x, _) = frame.buffer_mut().set_stringn(x, at.y, text, left, view.style(*role));
        }
    }
    rest
}

/// A sentence over as many rows as it needs.
fn paragraph(frame: &mut Frame<'_>, area: Rect, text: &str, role: Role, view: &View<'_>) -> Rect {
    let mut at = area;
    for text in wrap::wrap(text, usize::from(area.width).max(1)) {
        at = row(frame, at, &[(text.to_owned(), role)], view);
    }
    at
}

/// A sentence in the language of the interface, then in the other one: whoever takes the laptop next reads one of them.
fn paragraphs(frame: &mut Frame<'_>, area: Rect, id: &str, role: Role, view: &View<'_>) -> Rect {
    let other = Messages::new(view.lang().other());
    let at = paragraph(frame, area, &view.say(id), role, view);
    paragraph(frame, at, &other.say(id), Role::Quiet, view)
}

fn gap(area: Rect) -> Rect {
    split_top(area, 1)[1]
}

fn who(pass: &Pass, vote: &Vote, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let at = paragraphs(frame, area, "pass-on", Role::Title, view);
    let at = question(vote, frame, gap(at), 2, view);
    let id = match (pass.papers, vote.is_secret()) {
        (false, _) => "pass-who",
        (true, false) => "pass-which",
        (true, true) => "pass-which-secret",
    };
    let at = paragraphs(frame, gap(at), id, Role::Ink, view);
    let [line, at] = split_top(gap(at), 1);
    let [mark, line] = crate::tui::widgets::split_left(line, 2);
    row(frame, mark, &[("› ".to_owned(), Role::Accent)], view);
    field::draw(frame, Rect { width: line.width.min(40), ..line }, &pass.who, "", true, view);
    let [names, foot] = split_bottom(at, 1);
    let turnout = outcome::turnout(view.workshop, vote);
    let args = [("n", turnout.ballots.into()), ("all", turnout.seats.into())];
    row(frame, foot, &[(view.with("vote-in", &args), Role::Quiet)], view);
    let found = pass.found(view.workshop, vote);
    let mut list: List = pass.found;
    list.draw(frame, names, found.len(), view, |place, _| {
        let Some(seat) = found.get(place) else { return Vec::new() };
        vec![(name_of(*seat, view), Role::Ink)]
    });
}

fn name_of(seat: EventId, view: &View<'_>) -> String {
    let label = view.workshop.people.label(seat);
    let name = view.workshop.people.get(seat).map(|person| person.name.in_(view.lang()));
    format!("{label}  {}", name.unwrap_or_default())
}

/// What is asked, in both languages, over at most so many rows each.
fn question(vote: &Vote, frame: &mut Frame<'_>, area: Rect, rows: usize, view: &View<'_>) -> Rect {
    let width = usize::from(area.width).max(1);
    let mut at = area;
    for (text, role) in both(&vote.title, view.lang(), Role::Title) {
        for text in wrap::wrap(&text, width).into_iter().take(rows) {
            at = row(frame, at, &[(text.to_owned(), role)], view);
        }
    }
    at
}

/// A text in the language of the interface, and in the other one where it is there as well.
fn both(text: &Bilingual, lang: Lang, role: Role) -> Vec<Part> {
    let other = text.get(lang.other()).filter(|_| text.get(lang).is_some());
    let first = (text.in_(lang).to_owned(), role);
    std::iter::once(first).chain(other.map(|other| (other.to_owned(), Role::Quiet))).collect()
}

fn option_in_words(option: EventId, view: &View<'_>) -> Vec<Part> {
    match view.workshop.proposals.any(option) {
        Some(proposal) => both(&proposal.title, view.lang(), Role::Ink),
        None => vec![(view.workshop.proposals.label(option).into_owned(), Role::Ink)],
    }
}

/// What an option got, as it is shown.
fn mark(method: Method, number: u32, view: &View<'_>) -> String {
    let dots = || usize::try_from(number).unwrap_or(usize::MAX);
    match method {
        Method::Approval if number == 0 => "[ ]".to_owned(),
        Method::Approval => "[×]".to_owned(),
        _ if number == 0 => "·".to_owned(),
        Method::Dots if dots() < MARK => "●".repeat(dots()),
        Method::Dots => format!("● {number}"),
        Method::Rank => format!("{number}."),
        Method::Consent => view.say(&format!("consent-{number}")),
        Method::Score | Method::Gradients => number.to_string(),
    }
}

fn column(method: Method) -> usize {
    if method == Method::Consent { WORD } else { MARK }
}

/// Whose ballot it is, and what can still be given.
fn state(open: &Open, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    let whose = match open.voter {
        Voter::Seat(seat) => name_of(seat, view),
        Voter::Paper(number) => {
            let number = number.to_string();
            view.with("pass-ballot-number", &[("number", Arg::from(&number))])
        }
    };
    let rules = open.slip.rules();
    let done = open.slip.given().count();
    let left = match rules.method {
        Method::Dots => {
            let left = usize::try_from(open.slip.left()).unwrap_or(0);
            let rings = format!("{} ", "○".repeat(left.min(12))).trim_start().to_owned();
            let cap = view.with("pass-most", &[("cap", rules.cap.into())]);
            format!("{rings}{} · {cap}", view.with("pass-dots-left", &[("n", left.into())]))
        }
        _ => view.with("pass-answered", &[("n", done.into()), ("all", rules.options.into())]),
    };
    // What can still be given comes first; the name may be cut.
    let room = usize::from(area.width).saturating_sub(wrap::columns(&left) + 3);
    let whose = wrap::cut_with_ellipsis(&whose, room).into_owned();
    row(frame, area, &[(left, Role::Accent), ("   ".to_owned(), Role::Ink), (whose, Role::Title)], view)
}

fn ballot(pass: &mut Pass, vote: &Vote, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let roomy = area.height >= ROOMY;
    let at = question(vote, frame, area, if roomy { 3 } else { 1 }, view);
    let Some(open) = &mut pass.open else { return };
    let at = state(open, frame, if roomy { gap(at) } else { at }, view);
    let [rule, at] = split_top(at, 1);
    let width = usize::from(rule.width);
    row(frame, rule, &[("─".repeat(width), Role::Rule)], view);
    let method = vote.method();
    let at = scale(method, open.slip.get(open.at), frame, at, view);
    let columns = column(method);
    let room = width.saturating_sub(columns + 3).max(1);
    let blocks: Vec<Vec<Vec<Part>>> = (open.order.iter().enumerate())
        .map(|(place, option)| {
            let mark = wrap::pad(&mark(method, open.slip.get(place), view), columns);
            let mut lines = block(*option, &mark, Role::Accent, room, view);
            if roomy {
                lines.push(Vec::new());
            }
            lines
        })
        .collect();
    let heights: Vec<usize> = blocks.iter().map(Vec::len).collect();
    let all = heights.iter().sum::<usize>();
    let more = all > usize::from(at.height);
    let height = usize::from(at.height).saturating_sub(usize::from(more));
    open.top = if more { first_seen(&heights, open.top, open.at, height) } else { 0 };
    let mut y = at.y;
    let mut last = open.top;
    for (place, lines) in blocks.iter().enumerate().skip(open.top) {
        let tall = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let bottom = at.y + u16::try_from(height).unwrap_or(u16::MAX);
        // An option is shown whole or not at all, or somebody would vote on half a sentence.
        if y.saturating_add(tall) > bottom.saturating_add(u16::from(roomy)) && place != open.at {
            break;
        }
        last = place + 1;
        for (n, parts) in lines.iter().enumerate() {
            if y >= bottom {
                break;
            }
            let chosen = place == open.at && !parts.is_empty();
            put(frame, at, y, if chosen && n == 0 { "▸ " } else { "  " }, parts, chosen, view);
            y += 1;
        }
    }
    if more {
        part_seen(frame, at, &(open.top..last), blocks.len(), view);
    }
}

/// The words of the chosen answer on a scale that has words.
fn scale(method: Method, number: u32, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    if method != Method::Gradients {
        return area;
    }
    let words = match number {
        0 => view.say("pass-no-answer"),
        number => format!("{number}  {}", view.say(&format!("gradient-{number}"))),
    };
    row(frame, area, &[(words, Role::Accent)], view)
}

/// The lines of an option: what it got, its words in both languages.
fn block(option: EventId, mark: &str, role: Role, room: usize, view: &View<'_>) -> Vec<Vec<Part>> {
    let mut lines: Vec<Vec<Part>> = Vec::new();
    let blank = " ".repeat(wrap::columns(mark));
    for (text, of) in option_in_words(option, view) {
        for text in wrap::wrap(&text, room) {
            let lead = if lines.is_empty() { mark.to_owned() } else { blank.clone() };
            lines.push(vec![(lead, role), (text.to_owned(), of)]);
        }
    }
    lines
}

/// The first option that is seen, so that the chosen one is seen whole.
fn first_seen(heights: &[usize], top: usize, at: usize, height: usize) -> usize {
    let mut top = top.min(at);
    let taken = |top: usize| heights.iter().take(at + 1).skip(top).sum::<usize>();
    while top < at && taken(top) > height {
        top += 1;
    }
    top
}

fn sure(pass: &mut Pass, vote: &Vote, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let at = row(frame, area, &[(view.say("pass-your-ballot"), Role::Title)], view);
    let at = question(vote, frame, at, 1, view);
    let Some(open) = &pass.open else { return };
    let at = state(open, frame, at, view);
    let [rule, at] = split_top(at, 1);
    let width = usize::from(rule.width);
    row(frame, rule, &[("─".repeat(width), Role::Rule)], view);
    if open.slip.is_blank() {
        paragraph(frame, at, &view.say("pass-empty"), Role::Title, view);
        return;
    }
    let method = vote.method();
    let columns = column(method);
    let mut given: Vec<(usize, u32)> = open.slip.given().collect();
    if method == Method::Rank {
        given.sort_by_key(|(_, rank)| *rank);
    }
    let mut lines: Vec<Vec<Part>> = Vec::new();
    for (place, number) in given {
        let Some(option) = open.order.get(place) else { continue };
        let mark = wrap::pad(&mark(method, number, view), columns);
        lines.extend(block(*option, &mark, Role::Accent, width.saturating_sub(columns).max(1), view));
        if method == Method::Gradients {
            let words = view.say(&format!("gradient-{number}"));
            let lead = " ".repeat(columns);
            let cut = wrap::cut_with_ellipsis(&words, width.saturating_sub(columns)).into_owned();
            lines.push(vec![(lead, Role::Ink), (cut, Role::Accent)]);
        }
    }
    pass.scroll.scroll(frame, at, lines.len(), view, |place| lines.get(place).cloned().unwrap_or_default());
}

fn told_number(number: u32, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let at = paragraph(frame, area, &view.say("pass-number-in"), Role::Title, view);
    let at = row(frame, gap(at), &[(number.to_string(), Role::Digits)], view);
    paragraph(frame, gap(at), &view.say("pass-number-for"), Role::Ink, view);
}
