//! Views of the wall that are read line by line: ideas, proposals, what is voted on.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::page::{both, halves, number, rows, rows_of, rule, side_by_side, write};
use crate::language::{Arg, Messages};
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::project::model::Said;
use crate::tui::screens::project::pages::{Pages, paginate};
use crate::tui::screens::shared::writing::draw::glyph;
use crate::tui::widgets::split_left;
use crate::workshop::text::{Lang, Text};
use crate::wrap;

/// The columns of the sign before an idea.
const SIGN: u16 = 2;

/// A heading in both languages with a rule below; gives what is left.
pub(super) fn heading(text: &Text, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    let rest = side_by_side(text, Role::Title, frame, area, view);
    rule(frame, rest, view)
}

/// Texts one below the other, with a gap where there is room for all, and else page by page.
pub(super) fn stack(
    count: usize,
    pages: &mut Pages,
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
    height: impl Fn(usize) -> u16,
    mut put: impl FnMut(usize, &mut Frame<'_>, Rect),
) {
    let gapped = paginate(count, area.height.saturating_add(1), |place, _| height(place).saturating_add(1));
    let (parts, gap) = match gapped.len() {
        0 | 1 => (gapped, 1),
        _ => (paginate(count, area.height, |place, _| height(place)), 0),
    };
    let page = pages.show(parts.len(), view.now);
    number(page, parts.len(), frame, area, view);
    let mut y = area.y;
    for place in parts.get(page).cloned().unwrap_or_default() {
        let height = height(place).min(area.bottom().saturating_sub(y));
        put(place, frame, Rect { y, height, ..area });
        y = y.saturating_add(height + gap).min(area.bottom());
    }
}

pub(super) fn ideas(
    (title, ideas, all): (&Text, &[Said], usize),
    pages: &mut Pages,
    tongues: &[Messages; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let new = ideas.iter().filter(|said| said.is_new(view.now)).count();
    let mut head = Text::default();
    for messages in tongues {
        let lang = messages.lang();
        let titled = title.in_(lang);
        let name = if titled.is_empty() { messages.say("project-ideas") } else { titled.to_owned() };
        let id = match (all, new) {
            (0, _) => None,
            (_, 0) => Some("project-ideas-all"),
            _ => Some("project-ideas-new"),
        };
        let args = [("title", Arg::from(&name)), ("all", all.into()), ("new", new.into())];
        head.set(lang, Some(id.map_or_else(|| name.clone(), |id| messages.with(id, &args)).into()));
    }
    let body = heading(&head, frame, area, view);
    if ideas.is_empty() {
        side_by_side(&both(tongues, "project-no-ideas", &[]), Role::Wall, frame, body, view);
        return;
    }
    // Each language keeps to its side as soon as there are two.
    let has = |lang: Lang| ideas.iter().any(|said| said.text.get(lang).is_some());
    let apart = Lang::ALL.into_iter().all(has);
    let put = |place: usize, frame: &mut Frame<'_>, area: Rect| {
        if let Some(said) = ideas.get(place) {
            // The sign tells one idea from the next where there is no room for a gap.
            let [left, right] = split_left(area, SIGN);
            let new = said.is_new(view.now);
            let (sign, role) = if new { ("●", Role::Title) } else { (glyph(said.sort), Role::Wall) };
            write(frame, left.x, left.y, sign, 1, view.style(Role::Title));
            halves(&said.text, role, apart, frame, right, view);
        }
    };
    let height = |place: usize| {
        ideas.get(place).map_or(0, |said| rows_of(&said.text, body.width.saturating_sub(SIGN), apart))
    };
    stack(ideas.len(), pages, frame, body, view, height, put);
}

/// Texts with a mark before them, the mark once and the text in both languages.
fn marked(list: &[(String, Text)], pages: &mut Pages, frame: &mut Frame<'_>, body: Rect, view: &View<'_>) {
    let widest = list.iter().map(|(mark, _)| wrap::columns(mark)).max().unwrap_or(0) + 2;
    let widest = u16::try_from(widest).unwrap_or(0).min(body.width / 4);
    let height = |place: usize| {
        list.get(place).map_or(0, |(_, text)| rows(text, body.width.saturating_sub(widest)).max(1))
    };
    let put = |place: usize, frame: &mut Frame<'_>, area: Rect| {
        if let Some((mark, text)) = list.get(place) {
            let [left, right] = split_left(area, widest);
            write(frame, left.x, left.y, mark, usize::from(widest), view.style(Role::Title));
            side_by_side(text, Role::Wall, frame, right, view);
        }
    };
    stack(list.len(), pages, frame, body, view, height, put);
}

pub(super) fn proposals(
    list: &[(String, Text)],
    pages: &mut Pages,
    tongues: &[Messages; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let body = heading(&both(tongues, "project-proposals", &[]), frame, area, view);
    marked(list, pages, frame, body, view);
}

pub(super) fn options(
    title: &Text,
    list: &[(String, Text)],
    pages: &mut Pages,
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let body = heading(title, frame, area, view);
    marked(list, pages, frame, body, view);
}
