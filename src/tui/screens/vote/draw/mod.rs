//! How Vote is drawn: the votes, below them the chosen one as far as it is.

mod open;
mod prepared;
mod result;
mod worth;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::Vote;
use super::model::{Seen, Titled};
use crate::language::Arg;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::{split_bottom, split_top};
use crate::workshop::votes::Stage;
use crate::workshop::votes::ballot_rules::Method;
use crate::workshop::votes::decide::expected_voters;
use crate::wrap;

/// The most votes that are listed at once.
const MOST_LISTED: usize = 4;

/// A state by its shape as well as by its word.
pub(super) const fn glyph(stage: Stage) -> &'static str {
    match stage {
        Stage::Prepared => "○",
        Stage::Open => "◐",
        Stage::Closed => "■",
        Stage::Revealed => "●",
    }
}

pub(crate) fn draw(screen: &mut Vote, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let area = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    if screen.listed.is_empty() {
        let text = view.say("vote-empty");
        return paragraph(frame, Rect { y: area.y + 1, ..area }, &text, Role::Ink, view);
    }
    let listed = screen.listed.len();
    let rows = if listed > MOST_LISTED { MOST_LISTED + 1 } else { listed };
    let [top, below] = split_top(area, u16::try_from(rows).unwrap_or(1));
    list(screen, frame, top, view);
    let [line, body] = split_top(below, 1);
    rule(frame, line, view);
    let Some(seen) = screen.seen.clone() else { return };
    let body = head(&seen, frame, body, view);
    match seen.stage {
        Stage::Prepared => prepared::draw(screen, &seen, frame, body, view),
        Stage::Open => open::draw(screen, &seen, frame, body, view),
        Stage::Closed | Stage::Revealed if screen.worth => worth::draw(screen, &seen, frame, body, view),
        Stage::Closed | Stage::Revealed => result::draw(screen, &seen, frame, body, view),
    }
}

fn list(screen: &mut Vote, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let listed = &screen.listed;
    let ids = listed.iter().map(|(id, _, _)| wrap::columns(id)).max().unwrap_or_default();
    screen.list.draw(frame, area, listed.len(), view, |place, width| {
        let Some((id, title, stage)) = listed.get(place) else { return Vec::new() };
        let word = view.say(&format!("vote-stage-{}", stage.name()));
        let word = format!("{} {word}", glyph(*stage));
        let left = width.saturating_sub(wrap::columns(&word) + 2);
        let role = if *stage == Stage::Open { Role::Accent } else { Role::Quiet };
        let title = format!("{}  {title}", wrap::pad(id, ids));
        vec![(wrap::pad(&title, left), Role::Ink), ("  ".to_owned(), Role::Ink), (word, role)]
    });
}

/// What is asked, in both languages, and by which rules.
fn head(seen: &Seen, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    let width = usize::from(area.width);
    let mut at = area;
    // The list above says the title already where it fits into its row.
    let word = view.say(&format!("vote-stage-{}", seen.stage.name()));
    let listed = wrap::columns(&seen.vote.id) + wrap::columns(&seen.vote.title) + wrap::columns(&word) + 8;
    let title = (listed > width).then_some((&seen.vote.title, Role::Title));
    let titles = title.into_iter().chain([(&seen.vote.other, Role::Quiet)]);
    let mut titles: Vec<(String, Role)> = titles
        .flat_map(|(text, role)| wrap::wrap(text, width).into_iter().take(2).map(move |line| (line, role)))
        .filter(|(line, _)| !line.is_empty())
        .map(|(line, role)| (line.to_owned(), role))
        .collect();
    let mut rules = rules(seen, view);
    // What needs no line of its own stands at the end of the title where there is room, else with the rules.
    if let Some(note) = note(seen, view) {
        match titles.last_mut() {
            Some((line, _)) if wrap::columns(line) + wrap::columns(&note) + 3 <= width => {
                let gap = width - wrap::columns(line) - wrap::columns(&note);
                line.push_str(&" ".repeat(gap));
                line.push_str(&note);
            }
            _ => rules.push(note),
        }
    }
    for part in titles {
        at = line(frame, at, &[part], view);
    }
    for text in in_lines(&rules, width) {
        at = line(frame, at, &[(text, Role::Ink)], view);
    }
    at = voters(seen, frame, at, view);
    at = proxies(seen, frame, at, view);
    for remark in &seen.remarks {
        at = line(frame, at, &[("! ".to_owned(), Role::Trouble), (view.say(remark), Role::Trouble)], view);
    }
    if seen.versions > 1 {
        let says = view.with("count-versions", &[("n", seen.versions.into())]);
        at = line(frame, at, &[("! ".to_owned(), Role::Trouble), (says, Role::Trouble)], view);
    }
    // A free line where there is room for it.
    if at.height > 16 { split_top(at, 1)[1] } else { at }
}

/// Before the opening how many may vote, where that is everybody who is here; after it the hash, which whoever holds a printed paper
/// compares with it.
fn note(seen: &Seen, view: &View<'_>) -> Option<String> {
    if seen.stage == Stage::Prepared {
        let n = expected_voters(view.workshop, view.now, 0);
        return seen.named.is_empty().then(|| view.with("vote-may-all", &[("n", n.into())]));
    }
    seen.hash.as_ref().map(|hash| view.with("vote-rule-hash", &[("hash", Arg::from(hash))]))
}

/// `3 may vote: S01  S02  S03`, where they are named.
fn voters(seen: &Seen, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    if seen.named.is_empty() || seen.stage > Stage::Open {
        return area;
    }
    let label = format!("{} ", view.with("vote-may-named", &[("n", seen.named.len().into())]));
    let left = usize::from(area.width).saturating_sub(wrap::columns(&label));
    let named = open::some(&seen.named, left, view);
    line(frame, area, &[(label, Role::Quiet), (named, Role::Ink)], view)
}

/// `by proxy: S07 by S12 · S30 by S12`
fn proxies(seen: &Seen, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    if seen.proxies.is_empty() {
        return area;
    }
    let told = seen
        .proxies
        .iter()
        .map(|(who, by)| view.with("vote-by-proxy", &[("who", Arg::from(who)), ("by", Arg::from(by))]));
    let label = format!("{} ", view.say("vote-proxies"));
    let left = usize::from(area.width).saturating_sub(wrap::columns(&label));
    let told = open::some(&told.collect::<Vec<_>>(), left, view);
    line(frame, area, &[(label, Role::Quiet), (told, Role::Ink)], view)
}

fn rules(seen: &Seen, view: &View<'_>) -> Vec<String> {
    let [dots, cap, seats] = seen.numbers;
    let tie = view.say(&format!("tie-{}", seen.tie));
    let percent = percent(seen.threshold);
    let by_dots = view.with("vote-rule-dots", &[("dots", dots.into()), ("cap", cap.into())]);
    let method = match seen.method {
        Method::Dots => by_dots,
        other => view.say(&format!("method-{}", other.name())),
    };
    let forward = match seen.then {
        Some(then) => view.with("vote-rule-stages", &[("n", seats.into()), ("then", then.into())]),
        None => view.with("vote-rule-seats", &[("n", seats.into())]),
    };
    let mut rules = vec![
        view.say(if seen.secret { "vote-rule-secret" } else { "vote-rule-not-secret" }),
        method,
        forward,
        view.with("vote-rule-tie", &[("tie", Arg::from(&tie))]),
        view.with("vote-rule-agreement", &[("percent", Arg::from(&percent))]),
    ];
    if let Some(first) = &seen.second_of {
        rules.push(view.with("vote-rule-second", &[("vote", Arg::from(first))]));
    }
    rules
}

/// Parts with a point between them, each whole in its line where a line is long enough for it.
pub(super) fn in_lines(parts: &[String], width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for (place, part) in parts.iter().enumerate() {
        let last = place + 1 == parts.len();
        let part = if last { part.clone() } else { format!("{part} ·") };
        match lines.last_mut() {
            Some(line) if wrap::columns(line) + 1 + wrap::columns(&part) <= width => {
                line.push(' ');
                line.push_str(&part);
            }
            _ => lines.extend(wrap::wrap(&part, width).into_iter().map(ToOwned::to_owned)),
        }
    }
    lines
}

pub(super) fn percent(percent: f64) -> String {
    let text = format!("{percent:.1}");
    text.strip_suffix(".0").map(ToOwned::to_owned).unwrap_or(text)
}

/// Writes a line of parts, with `…` where they do not all fit, and gives the room below it.
pub(super) fn line(frame: &mut Frame<'_>, area: Rect, parts: &[(String, Role)], view: &View<'_>) -> Rect {
    let [row, rest] = split_top(area, 1);
    let mut x = row.x;
    if row.height > 0 {
        for (text, role) in fitting(parts, usize::from(row.width)) {
            let left = usize::from(row.right().saturating_sub(x));
            (x, _) = frame.buffer_mut().set_stringn(x, row.y, text, left, view.style(role));
        }
    }
    rest
}

/// As many parts as fit into a line; the last of them ends in `…` where something is left out that can be seen.
fn fitting(parts: &[(String, Role)], width: usize) -> Vec<(String, Role)> {
    let mut fitting: Vec<(String, Role)> = Vec::new();
    let mut left = width;
    for (place, (text, role)) in parts.iter().enumerate() {
        let more = parts.iter().skip(place + 1).any(|(text, _)| !text.trim().is_empty());
        let text = if more { text } else { text.trim_end() };
        let wide = wrap::columns(text);
        if wide < left || wide == left && !more {
            left -= wide;
            fitting.push((text.to_owned(), *role));
            continue;
        }
        // What fills the line to its end and is not all is a column too wide as well.
        fitting.push((wrap::cut_with_ellipsis(&format!("{text} "), left).into_owned(), *role));
        break;
    }
    fitting
}

pub(super) fn rule(frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    if area.height > 0 {
        let width = usize::from(area.width);
        frame.buffer_mut().set_stringn(area.x, area.y, "─".repeat(width), width, view.style(Role::Rule));
    }
}

fn paragraph(frame: &mut Frame<'_>, area: Rect, text: &str, role: Role, view: &View<'_>) {
    let mut at = area;
    for text in wrap::wrap(text, usize::from(area.width.min(90))) {
        at = line(frame, at, &[(text.to_owned(), role)], view);
    }
}

/// The options by their numbers, with the other language below where there is room for all, beside it where there is room
/// for that. Scrolls where not all are seen.
fn options(screen: &mut Vote, options: &[Titled], frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let width = usize::from(area.width);
    let digits = options.len().to_string().len().max(2);
    let label = options.iter().map(|option| wrap::columns(&option.id)).max().unwrap_or(0).min(12);
    let indent = digits + label + 4;
    let room = width.saturating_sub(indent);
    let both = options.iter().map(|option| {
        let lines = |text: &str| if text.is_empty() { 0 } else { wrap::wrap(text, room).len() };
        lines(&option.title).max(1) + lines(&option.other)
    });
    let all = both.sum::<usize>() <= usize::from(area.height);
    let mut rows: Vec<Vec<(String, Role)>> = Vec::new();
    for (place, option) in options.iter().enumerate() {
        let number = wrap::pad_left(&(place + 1).to_string(), digits);
        let first = vec![
            (format!("{number}  "), Role::Key),
            (format!("{}  ", wrap::pad(&option.id, label)), Role::Quiet),
        ];
        let blank = || vec![(" ".repeat(indent), Role::Ink)];
        if all {
            let titles = wrap::wrap(&option.title, room).into_iter().map(|text| (text, Role::Ink));
            let others = wrap::wrap(&option.other, room).into_iter().map(|text| (text, Role::Quiet));
            let others = others.filter(|(text, _)| !text.is_empty());
            for (at, (text, role)) in titles.chain(others).enumerate() {
                let mut row = if at == 0 { first.clone() } else { blank() };
                row.push((text.to_owned(), role));
                rows.push(row);
            }
        } else {
            let mut row = first;
            let half = if width >= 140 && !option.other.is_empty() { room / 2 - 1 } else { room };
            row.push((wrap::pad(&option.title, half), Role::Ink));
            if half < room {
                row.push((
                    format!("  {}", wrap::cut_with_ellipsis(&option.other, room - half - 2)),
                    Role::Quiet,
                ));
            }
            rows.push(row);
        }
    }
    let len = rows.len();
    screen.scroll.scroll(frame, area, len, view, |place| rows.get(place).cloned().unwrap_or_default());
}

/// The last line of an area for a legend, and the rest.
fn legend(frame: &mut Frame<'_>, area: Rect, text: &str, view: &View<'_>) -> Rect {
    let [rest, last] = split_bottom(area, 1);
    line(frame, last, &[(text.to_owned(), Role::Quiet)], view);
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_is_cut_says_so() {
        let said = |parts: &[&str], width| {
            let parts: Vec<_> = parts.iter().map(|text| ((*text).to_owned(), Role::Ink)).collect();
            fitting(&parts, width).into_iter().map(|(text, _)| text).collect::<String>()
        };
        assert_eq!(said(&["one ", "two"], 7), "one two");
        assert_eq!(said(&["one ", "two   "], 7), "one two");
        assert_eq!(said(&["one ", "two"], 6), "one t…");
        assert_eq!(said(&["one", "two"], 3), "on…");
        assert_eq!(said(&["one ", "two", "  "], 7), "one two");
        assert_eq!(said(&["one"], 0), "");
    }
}
