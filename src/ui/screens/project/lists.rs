//! Views of the wall that are read line by line: ideas, proposals, a result, commitments.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::page::{both, halves, rows, rows_of, rule, side_by_side};
use crate::app::View;
use crate::app::screens::project::shown::Place;
use crate::language::{Tongue, date};
use crate::report::outcome::Forward;
use crate::theme::Role;
use crate::ui::screens::writing::glyph;
use crate::ui::split_left;
use crate::ui::text::wrap;
use crate::workshop::ideas::Sort;
use crate::workshop::text::{Lang, Text};

/// The columns of the sign before an idea.
const SIGN: u16 = 2;

/// A heading in both languages with a rule below; gives what is left.
pub(super) fn heading(text: &Text, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
    let rest = side_by_side(text, Role::Title, frame, area, view);
    rule(frame, rest, view)
}

/// Says how many there was no room for, in the last row.
pub(super) fn more(n: usize, tongues: &[Tongue; 2], frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    if n > 0 && area.height > 0 {
        let last = Rect { y: area.bottom() - 1, height: 1, ..area };
        frame.buffer_mut().set_stringn(
            last.x,
            last.y,
            " ".repeat(usize::from(last.width)),
            usize::from(last.width),
            view.style(Role::Wall),
        );
        side_by_side(&both(tongues, "project-more", &[("n", n.into())]), Role::Quiet, frame, last, view);
    }
}

/// Texts one below the other with a gap where there is room for all; gives how many did not fit.
fn stack(
    count: usize,
    frame: &mut Frame<'_>,
    area: Rect,
    height: impl Fn(usize) -> u16,
    mut put: impl FnMut(usize, &mut Frame<'_>, Rect),
) -> usize {
    let heights: Vec<u16> = (0..count).map(height).collect();
    let all: u32 = heights.iter().map(|height| u32::from(*height)).sum();
    let gap = u16::from(all + u32::try_from(count).unwrap_or(u32::MAX) <= u32::from(area.height));
    let mut y = area.y;
    // Where not all fit, the last row says so.
    let bottom = if all > u32::from(area.height) { area.bottom().saturating_sub(1) } else { area.bottom() };
    for (place, height) in heights.iter().enumerate() {
        if y.saturating_add(*height) > bottom {
            return count - place;
        }
        put(place, frame, Rect { y, height: *height, ..area });
        y = y.saturating_add(height + gap);
    }
    0
}

pub(super) fn ideas(
    title: &Text,
    ideas: &[(Sort, Text)],
    all: usize,
    tongues: &[Tongue; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let head = if title.is_empty() { both(tongues, "project-ideas", &[]) } else { title.clone() };
    let body = heading(&head, frame, area, view);
    if ideas.is_empty() {
        side_by_side(&both(tongues, "project-no-ideas", &[]), Role::Quiet, frame, body, view);
        return;
    }
    // Each language keeps to its side as soon as there are two.
    let has = |lang: Lang| ideas.iter().any(|(_, idea)| idea.get(lang).is_some());
    let apart = Lang::ALL.into_iter().all(has);
    let put = |place: usize, frame: &mut Frame<'_>, area: Rect| {
        if let Some((sort, idea)) = ideas.get(place) {
            // The sign tells one idea from the next where there is no room for a gap.
            let [left, right] = split_left(area, SIGN);
            frame.buffer_mut().set_stringn(left.x, left.y, glyph(*sort), 1, view.style(Role::Title));
            halves(idea, Role::Wall, apart, frame, right, view);
        }
    };
    let height = |place: usize| {
        ideas.get(place).map_or(0, |(_, idea)| rows_of(idea, body.width.saturating_sub(SIGN), apart))
    };
    // More than fit are not measured.
    let count = ideas.len().min(usize::from(body.height) + 1);
    let left_out = stack(count, frame, body, height, put);
    more(all - count + left_out, tongues, frame, body, view);
}

/// Texts with a mark before them, the mark once and the text in both languages.
fn marked(
    list: &[(String, Text)],
    tongues: &[Tongue; 2],
    frame: &mut Frame<'_>,
    body: Rect,
    view: &View<'_>,
) {
    let widest = list.iter().map(|(mark, _)| wrap::columns(mark)).max().unwrap_or(0) + 2;
    let widest = u16::try_from(widest).unwrap_or(0).min(body.width / 4);
    let height = |place: usize| {
        list.get(place).map_or(0, |(_, text)| rows(text, body.width.saturating_sub(widest)).max(1))
    };
    let put = |place: usize, frame: &mut Frame<'_>, area: Rect| {
        if let Some((mark, text)) = list.get(place) {
            let [left, right] = split_left(area, widest);
            frame.buffer_mut().set_stringn(
                left.x,
                left.y,
                mark,
                usize::from(widest),
                view.style(Role::Title),
            );
            side_by_side(text, Role::Wall, frame, right, view);
        }
    };
    let left_out = stack(list.len(), frame, body, height, put);
    more(left_out, tongues, frame, body, view);
}

pub(super) fn proposals(
    list: &[(String, Text)],
    tongues: &[Tongue; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let body = heading(&both(tongues, "project-proposals", &[]), frame, area, view);
    marked(list, tongues, frame, body, view);
}

pub(super) fn options(
    title: &Text,
    list: &[(String, Text)],
    tongues: &[Tongue; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let body = heading(title, frame, area, view);
    marked(list, tongues, frame, body, view);
}

pub(super) fn reveal(
    title: &Text,
    places: &[Place],
    tongues: &[Tongue; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let body = heading(title, frame, area, view);
    let most = places.iter().map(|place| place.total).max().unwrap_or(0).max(1);
    let first_out = places.iter().position(|place| place.forward != Forward::Yes).filter(|at| *at > 0);
    // Rank, text in two languages, bar and number.
    let bar = (body.width / 5).clamp(8, 30);
    let words = body.width.saturating_sub(6 + bar + 7);
    let line = |place: &Place| {
        let mut text = place.title.clone();
        if place.forward == Forward::Tied {
            for tongue in tongues {
                let lang = tongue.lang();
                if let Some(words) =
                    text.get(lang).map(|words| format!("{words} – {}", tongue.say("project-tied")))
                {
                    text.set(lang, Some(words.into()));
                }
            }
        }
        text
    };
    let height = |at: usize| {
        let rows = places.get(at).map_or(0, |place| rows(&line(place), words).max(1));
        rows + u16::from(first_out == Some(at))
    };
    let put = |at: usize, frame: &mut Frame<'_>, area: Rect| {
        let Some(place) = places.get(at) else { return };
        // The cut line stands above the first that does not go forward.
        let area = if first_out == Some(at) { rule(frame, area, view) } else { area };
        let rank = format!("{}{}", place.rank, if place.shared { "=" } else { "" });
        let role = if place.forward == Forward::Yes { Role::Title } else { Role::Wall };
        frame.buffer_mut().set_stringn(area.x, area.y, wrap::pad_left(&rank, 4), 5, view.style(role));
        side_by_side(&line(place), role, frame, Rect { x: area.x + 6, width: words, ..area }, view);
        let full = usize::try_from(place.total.saturating_mul(u64::from(bar)) / most).unwrap_or(0);
        let x = area.x + 6 + words + 1;
        let buffer = frame.buffer_mut();
        buffer.set_stringn(x, area.y, "█".repeat(full), usize::from(bar), view.style(Role::Bar));
        let total = wrap::pad_left(&place.total.to_string(), 4);
        buffer.set_stringn(x + bar + 1, area.y, total, 5, view.style(role));
    };
    let left_out = stack(places.len(), frame, body, height, put);
    more(left_out, tongues, frame, body, view);
}

pub(super) fn commitments(
    list: &[(Text, Text, Option<jiff::civil::Date>)],
    tongues: &[Tongue; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let body = heading(&both(tongues, "project-commitments", &[]), frame, area, view);
    let said = |(text, owner, due): &(Text, Text, Option<jiff::civil::Date>)| {
        let mut all = Text::default();
        for tongue in tongues {
            let lang = tongue.lang();
            // Words that are there in one language only stand once.
            let Some(words) = text.get(lang).filter(|words| !words.is_empty()) else { continue };
            let due = due.map(|due| date::long_day(tongue, due)).unwrap_or_default();
            let parts = [words, owner.in_(lang), due.as_str()];
            let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
            all.set(lang, Some(parts.join(" · ").into()));
        }
        (String::new(), all)
    };
    let rows: Vec<(String, Text)> = list.iter().map(said).collect();
    marked(&rows, tongues, frame, body, view);
}
