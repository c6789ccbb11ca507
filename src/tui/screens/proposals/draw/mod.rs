//! How Proposals is drawn: the list at the left, the chosen one at the right; below it where the terminal is narrow.

pub(crate) mod detail;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Proposals, Row};
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::widgets::list::{List, Part};
use crate::tui::widgets::{split_left, split_top, tall};
use crate::workshop::text::Lang;
use crate::wrap;

/// From so many columns on the chosen proposal stands beside the list.
const BESIDE: u16 = 110;
/// The columns of a rank, an id, a state or enabler, the other language, the number of ideas.
const RANK: usize = 4;
const ID: usize = 5;
const STATE: usize = 18;
const MISSING: usize = 5;
const IDEAS: usize = 5;

/// The mark of a state; its word always stands beside it.
pub(crate) fn glyph(state: &str) -> &'static str {
    match state {
        "draft" => "○",
        "ready" => "◐",
        "going-forward" => "●",
        "withdrawn" => "×",
        _ => "·",
    }
}

/// The look of a state.
pub(super) fn role(state: &str) -> Role {
    match state {
        "going-forward" => Role::Good,
        "withdrawn" => Role::Quiet,
        _ => Role::Ink,
    }
}

/// A state with its mark.
pub(super) fn state(state: &str, messages: &crate::language::Messages) -> String {
    let id = format!("proposal-state-{state}");
    let said = if messages.has(&id) { messages.say(&id) } else { state.to_owned() };
    format!("{} {said}", glyph(state))
}

/// That there is no form in a language, in a few columns.
pub(super) fn missing(lang: Lang) -> String {
    format!("◌ {lang}")
}

pub(crate) fn draw(screen: &mut Proposals, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    if screen.facts.rows.is_empty() {
        return crate::tui::widgets::page::nothing(frame, area, "proposals-empty", view);
    }
    let [head, body] = split_top(area, 1);
    header(screen, frame, head, view);
    if area.width >= BESIDE {
        let left = (area.width * 7 / 12).clamp(62, 116);
        let [list, right] = split_left(body, left);
        draw_list(screen, frame, list, view);
        for y in right.y..right.bottom() {
            frame.buffer_mut().set_stringn(right.x, y, "│", 1, view.style(Role::Rule));
        }
        let inner = Rect { x: right.x + 2, width: right.width.saturating_sub(3), ..right };
        draw_detail(screen, frame, inner, view);
    } else {
        // The list takes what it needs, up to two thirds; the chosen one gets the rest.
        let rows = u16::try_from(screen.facts.rows.len()).unwrap_or(u16::MAX).saturating_add(1);
        let [list, below] = split_top(body, rows.min(body.height * 2 / 3).max(3));
        draw_list(screen, frame, list, view);
        let rule = "─".repeat(usize::from(below.width));
        frame.buffer_mut().set_stringn(
            below.x,
            below.y,
            rule,
            usize::from(below.width),
            view.style(Role::Rule),
        );
        let [_, below] = split_top(below, 1);
        let inner = Rect { x: below.x + 2, width: below.width.saturating_sub(3), ..below };
        draw_detail(screen, frame, inner, view);
    }
}

/// How many there are, how many of them go forward, and in which order they stand.
fn header(screen: &Proposals, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let rows = &screen.facts.rows;
    let forward = rows.iter().filter(|row| row.state == "going-forward").count();
    let mut said = vec![view.with("count-proposals", &[("n", rows.len().into())])];
    if forward > 0 {
        said.push(view.with("proposals-forward", &[("n", forward.into())]));
    }
    let untranslated = rows.iter().filter(|row| row.missing.is_some()).count();
    if untranslated > 0 {
        said.push(view.with("proposals-untranslated", &[("n", untranslated.into())]));
    }
    if screen.facts.vote.is_some() {
        said.push(view.say(if screen.by_rank { "proposals-by-rank" } else { "proposals-by-id" }));
    }
    crate::tui::widgets::page::head_line(frame, area, &said, view);
}

fn draw_list(screen: &mut Proposals, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let [heads, area] = split_top(area, 1);
    let ranked = screen.facts.vote.is_some();
    let rows = &screen.facts.rows;
    let two = rows.len().saturating_mul(2) <= usize::from(area.height);
    let parts = columns_of(view, ranked, usize::from(area.width).saturating_sub(2));
    let names: String = parts.iter().map(|(words, _)| words.as_str()).collect();
    let width = usize::from(heads.width).saturating_sub(2);
    frame.buffer_mut().set_stringn(heads.x + 2, heads.y, names, width, view.style(Role::Quiet));
    let list: &mut List = &mut screen.list;
    let lines = if two { 2 } else { 1 };
    tall::draw(list, frame, area, (rows.len(), lines), view, |place, width| {
        rows.get(place).map(|row| lines_of(row, width, two, ranked, view)).unwrap_or_default()
    });
}

/// The columns that are left for titles.
fn title_columns(width: usize, ranked: bool) -> usize {
    let rank = if ranked { RANK } else { 0 };
    width.saturating_sub(rank + ID + STATE + MISSING + IDEAS + 1)
}

/// The names of the columns.
fn columns_of(view: &View<'_>, ranked: bool, width: usize) -> Vec<Part> {
    let title = title_columns(width, ranked);
    let mut parts = Vec::new();
    if ranked {
        parts.push((wrap::pad(&view.say("proposals-column-rank"), RANK), Role::Quiet));
    }
    parts.push((wrap::pad("", ID), Role::Quiet));
    parts.push((wrap::pad(&view.say("proposals-column-title"), title + 1), Role::Quiet));
    parts.push((wrap::pad(&view.say("proposals-state"), STATE), Role::Quiet));
    parts.push((wrap::pad_left(&view.say("proposals-column-ideas"), MISSING + IDEAS), Role::Quiet));
    parts
}

/// A proposal in one line, or in two: then its title may go on in the second, beside its enablers.
fn lines_of(row: &Row, width: usize, two: bool, ranked: bool, view: &View<'_>) -> Vec<Vec<Part>> {
    let gap = |columns: usize| (" ".repeat(columns), Role::Ink);
    let room = title_columns(width, ranked);
    let torn = (row.versions > 1).then(|| view.with("count-versions", &[("n", row.versions.into())]));
    let torn = torn.or_else(|| view.workshop.is_read_only(row.key).then(|| view.say("mark-read-only")));
    // What is torn is said in the line that is always there.
    let conflicted_columns = torn.as_ref().map_or(0, |torn| wrap::columns(torn) + 1);
    let words = wrap::wrap(&row.title, room.saturating_sub(conflicted_columns));
    let quiet = if row.state == "withdrawn" { Role::Quiet } else { Role::Ink };
    let first_words = match (two, words.as_slice()) {
        (true, [first, ..]) => (*first).to_owned(),
        _ => wrap::cut_with_ellipsis(&row.title, room.saturating_sub(conflicted_columns)).into_owned(),
    };
    let mut first = Vec::new();
    if ranked {
        let rank =
            row.ranked.map(|ranked| format!("{}{}", ranked.rank, if ranked.shared { "=" } else { "" }));
        first.push((wrap::pad(&rank.unwrap_or_default(), RANK), Role::Title));
    }
    first.push((wrap::pad(&row.id, ID), Role::Quiet));
    let left = room.saturating_sub(wrap::columns(&first_words) + conflicted_columns);
    first.push((first_words.clone(), quiet));
    if let Some(torn) = torn {
        first.push((format!(" {torn}"), Role::Time));
    }
    first.push(gap(left + 1));
    first.push((wrap::pad(&state(&row.state, view.messages), STATE), role(&row.state)));
    let missing = wrap::pad(&row.missing.map(missing).unwrap_or_default(), MISSING);
    let ideas = if row.ideas == 0 { String::new() } else { row.ideas.to_string() };
    first.push((missing, Role::Time));
    first.push((wrap::pad_left(&ideas, IDEAS), Role::Ink));
    if !two {
        return vec![first];
    }
    let indent = ID + if ranked { RANK } else { 0 };
    let rest = row.title.strip_prefix(first_words.as_str()).unwrap_or_default().trim_start();
    // The other language has the second line where the title leaves it free.
    let (rest, role) = if rest.is_empty() { (row.other.as_str(), Role::Quiet) } else { (rest, quiet) };
    let second = wrap::pad(rest, room);
    let below =
        vec![gap(indent), (second, role), gap(1), (wrap::pad(&enablers(row, STATE), STATE), Role::Quiet)];
    vec![first, below]
}

/// The first enabler, and how many more there are.
fn enablers(row: &Row, width: usize) -> String {
    let Some(first) = row.enablers.first() else { return String::new() };
    match row.enablers.len() {
        1 => wrap::pad(first, width),
        n => {
            let more = format!(" +{}", n - 1);
            let cut = wrap::cut_with_ellipsis(first, width.saturating_sub(more.len()));
            wrap::pad(&format!("{cut}{more}"), width)
        }
    }
}

/// The chosen proposal. What does not fit is read with a key.
fn draw_detail(screen: &mut Proposals, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let Some(of) = screen.chosen().map(|row| row.key) else { return };
    let width = usize::from(area.width);
    let facts = &screen.facts;
    let stale = screen.written.as_ref().is_none_or(|(key, wide, _)| (*key, *wide) != (of, width));
    if stale {
        screen.written = Some((of, width, detail::lines(view.workshop, view.messages, facts, of, width)));
    }
    let Some((_, _, lines)) = &screen.written else { return };
    let height = usize::from(area.height);
    let cut = lines.len() > height;
    let shown = if cut { height.saturating_sub(1) } else { height };
    for (y, line) in (area.y..).zip(lines.iter().take(shown)) {
        let mut x = area.x;
        for (words, role) in line {
            let left = usize::from(area.right().saturating_sub(x));
            (x, _) = frame.buffer_mut().set_stringn(x, y, words, left, view.style(*role));
        }
    }
    if cut && area.height > 0 {
        let more = view.with("proposals-more", &[("n", (lines.len() - shown).into())]);
        let more = wrap::cut_with_ellipsis(&more, width);
        frame.buffer_mut().set_stringn(area.x, area.bottom() - 1, more, width, view.style(Role::Quiet));
    }
}
