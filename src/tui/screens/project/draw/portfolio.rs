//! What goes forward, with what was promised for it below: who does what by when.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lists::heading;
use super::page::{both, number, rows, side_by_side, write};
use crate::language::{Messages, date};
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::project::pages::{Pages, paginate};
use crate::tui::screens::project::portfolio::{Goes, Group, Promise};
use crate::tui::widgets::split_left;
use crate::workshop::text::Text;

/// Columns by which promises stand in below what they are for.
const INDENT: u16 = 6;

/// A row of the list: a group, and a promise of it; none in one for which nothing was promised yet.
type Row<'a> = (usize, &'a Group, Option<&'a Promise>);

pub(super) fn draw(
    groups: &[Group],
    pages: &mut Pages,
    tongues: &[Messages; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let body = heading(&both(tongues, "project-commitments", &[]), frame, area, view);
    if groups.is_empty() {
        side_by_side(&both(tongues, "project-no-commitments", &[]), Role::Wall, frame, body, view);
        return;
    }
    let mut list: Vec<Row<'_>> = Vec::new();
    for (place, group) in groups.iter().enumerate() {
        if group.promises.is_empty() {
            list.push((place, group, None));
        }
        list.extend(group.promises.iter().map(|promise| (place, group, Some(promise))));
    }
    let begins = |at: usize| {
        let before = at.checked_sub(1).and_then(|before| list.get(before));
        before.map(|row| row.0) != list.get(at).map(|row| row.0)
    };
    // On a new page the group is named again.
    let height = |at: usize, first: bool| {
        let Some((_, group, promise)) = list.get(at) else { return 0 };
        let named = if begins(at) || first {
            rows(&title(group, tongues), body.width - INDENT.min(body.width))
        } else {
            0
        };
        let gap = u16::from(begins(at) && !first);
        gap + named + rows(&said(*promise, tongues), body.width.saturating_sub(INDENT)).max(1)
    };
    let parts = paginate(list.len(), body.height, height);
    let page = pages.show(parts.len(), view.now);
    number(page, parts.len(), frame, body, view);
    let mut rest = body;
    let part = parts.get(page).cloned().unwrap_or_default();
    for at in part.clone() {
        let Some((_, group, promise)) = list.get(at) else { continue };
        let first = at == part.start;
        if begins(at) && !first {
            rest = crate::tui::widgets::split_top(rest, 1)[1];
        }
        if rest.height == 0 {
            break;
        }
        if begins(at) || first {
            let [label, words] = split_left(rest, INDENT);
            write(frame, label.x, label.y, mark(group), usize::from(INDENT), view.style(Role::Title));
            let left = side_by_side(&title(group, tongues), Role::Title, frame, words, view);
            rest = Rect { y: left.y, height: left.height, ..rest };
        }
        let [label, words] = split_left(rest, INDENT);
        // Where they stand close, the sign tells one from the next.
        if rest.height == 0 {
            break;
        }
        let at = label.x + INDENT - 2;
        write(frame, at.min(words.x), rest.y, "·", usize::from(words.width.min(1)), view.style(Role::Title));
        let left = side_by_side(&said(*promise, tongues), Role::Wall, frame, words, view);
        rest = Rect { y: left.y, height: left.height, ..rest };
    }
}

/// The id; a tick beside what goes forward.
fn mark(group: &Group) -> String {
    if group.goes == Goes::Nowhere { group.label.clone() } else { format!("✓ {}", group.label) }
}

fn title(group: &Group, tongues: &[Messages; 2]) -> Text {
    if group.label.is_empty() {
        return both(tongues, "project-other-commitments", &[]);
    }
    let says = match group.goes {
        Goes::Forward => "project-forward",
        Goes::On => "project-on",
        Goes::Nowhere => return group.title.clone(),
    };
    let mut text = group.title.clone();
    for messages in tongues {
        let lang = messages.lang();
        let said = text.get(lang).map(|words| format!("{words} – {}", messages.say(says)));
        if let Some(words) = said {
            text.set(lang, Some(words.into()));
        }
    }
    text
}

fn said(promise: Option<&Promise>, tongues: &[Messages; 2]) -> Text {
    let Some(promise) = promise else { return both(tongues, "project-nothing-promised", &[]) };
    let mut all = Text::default();
    for messages in tongues {
        let lang = messages.lang();
        // Words that are there in one language only stand once.
        let Some(words) = promise.text.get(lang).filter(|words| !words.is_empty()) else { continue };
        let due = promise.due.map(|due| date::long_day(messages, due)).unwrap_or_default();
        let parts = [words, promise.owner.in_(lang), due.as_str()];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        all.set(lang, Some(parts.join(" · ").into()));
    }
    all
}
