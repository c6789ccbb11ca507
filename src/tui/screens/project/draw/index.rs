//! Everybody by name with their room, and the one who is looked for.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::page::{both, centred, fill, side_by_side, write};
use crate::input::field::Field;
use crate::language::Messages;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::project::seats::{Entry, find};
use crate::tui::widgets::{line, split_bottom, split_top};
use crate::workshop::text::{Lang, Text};
use crate::wrap;

/// The narrowest column.
const NARROWEST: u16 = 34;
/// Columns between two.
const GAP: u16 = 4;

/// How many columns of names stand side by side.
fn across(body: Rect) -> usize {
    usize::from(((body.width + GAP) / (NARROWEST + GAP)).max(1))
}

/// How many pages the names take.
pub(super) fn pages(index: &[Entry], body: Rect) -> usize {
    index.len().div_ceil(across(body) * usize::from(body.height.max(1)))
}

/// A page of names, read down and then across.
pub(super) fn draw(index: &[Entry], page: usize, frame: &mut Frame<'_>, body: Rect, view: &View<'_>) {
    let across = across(body);
    // All pages are as full as the others, and so are their columns.
    let most = index.len().div_ceil(pages(index, body).max(1)).max(1);
    let rows = most.div_ceil(across);
    let width = ((body.width + GAP) / u16::try_from(across).unwrap_or(1)).saturating_sub(GAP);
    let names = index.chunks(rows * across).nth(page).unwrap_or_default();
    let seat = names.iter().map(|entry| wrap::columns(&entry.seat)).max().unwrap_or(0);
    let widest =
        |of: fn(&Entry) -> &str| index.iter().map(|entry| wrap::columns(of(entry))).max().unwrap_or(0);
    // The room is what one has come to read: its name is cut only where it would leave less than half to the person's.
    let room = widest(|entry| &entry.room).min(usize::from(width) / 2);
    let name = usize::from(width).saturating_sub(seat + room + 2);
    let columns = (body.x..).step_by(usize::from(width + GAP));
    for (x, column) in columns.zip(names.chunks(rows)) {
        for (y, entry) in (body.y..body.bottom()).zip(column) {
            let said = format!("{} {}", wrap::pad(&entry.name, name), wrap::pad_left(&entry.seat, seat));
            write(frame, x, y, said, usize::from(width), view.style(Role::Wall));
            let door = wrap::cut_with_ellipsis(&entry.room, room);
            let at = x + width.saturating_sub(u16::try_from(room).unwrap_or(0));
            write(frame, at, y, door, room, view.style(Role::Title));
        }
    }
}

/// Who was looked for, large, with the room.
pub(super) fn found(
    field: &Field,
    index: &[Entry],
    tongues: &[Messages; 2],
    frame: &mut Frame<'_>,
    body: Rect,
    view: &View<'_>,
) {
    let asked = both(tongues, "project-find", &[]);
    let rest = side_by_side(&asked, Role::Wall, frame, body, view);
    let [at, rest] = split_top(rest, 1);
    line::draw(frame, at, field, "", true, view);
    let [_, mut rest] = split_top(rest, 1);
    let hits = find(field.text(), index);
    if hits.is_empty() && !field.text().trim().is_empty() {
        centred(&both(tongues, "project-nobody", &[]), Role::Title, frame, rest, view);
        return;
    }
    // The last row is kept for how many more there are.
    let mut left = hits.len();
    for entry in hits.iter().filter_map(|place| index.get(*place)) {
        let (who, door) = (named(entry), &entry.door);
        let tall = super::page::rows(&who, rest.width) + super::page::rows(door, rest.width) + 2;
        if tall > rest.height + u16::from(left == 1) {
            break;
        }
        let below = centred(&who, Role::Wall, frame, rest, view);
        let below = centred(door, Role::Selected, frame, below, view);
        rest = split_top(below, 2)[1];
        left -= 1;
    }
    // Nobody else is meant, and the room has a number: it is read from the last row.
    if let [only] = hits.as_slice()
        && let Some(number) = index.get(*only).and_then(room_number)
        && rest.height > 2
    {
        fill(&number, Role::Digits, frame, rest, view);
    }
    if left > 0 {
        let [_, last] = split_bottom(rest, 1);
        centred(&both(tongues, "project-more", &[("n", left.into())]), Role::Wall, frame, last, view);
    }
}

/// The number of a room, where its title has one and only one.
fn room_number(entry: &Entry) -> Option<String> {
    let mut numbers = entry.room.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty());
    let number = numbers.next()?.to_owned();
    numbers.next().is_none().then_some(number)
}

/// Name and seat in both languages.
fn named(entry: &Entry) -> Text {
    let mut text = Text::default();
    for lang in Lang::ALL {
        if let Some(name) = entry.whole.get(lang).filter(|name| !name.is_empty()) {
            text.set(lang, Some(format!("{} {name}", entry.seat).into()));
        }
    }
    text
}
