//! Who sits where: everybody finds their own line from the last row. All rooms stand on one wall where their names can be read
//! there; else they come page by page, rooms whole, and after them everybody by name.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::index;
use super::lists::heading;
use super::page::{number, write};
use crate::input::field::Field;
use crate::language::Messages;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::groups::model::short;
use crate::tui::screens::project::pages::{Pages, paginate};
use crate::tui::screens::project::seats::{Entry, Room, Seat};
use crate::workshop::text::{Lang, Text};
use crate::wrap;

/// The narrowest column in which a name is told.
const NAME: u16 = 30;
/// The narrowest column at all.
const NARROWEST: u16 = 22;
/// Columns between rooms.
const GAP: u16 = 2;

/// How much of a room is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Told {
    /// Names and topics whole.
    Whole,
    /// A line for each name, and one for the topic.
    Lines,
    /// A line for each name.
    Names,
}

/// A room as lines.
type Block = Vec<(String, Role)>;

/// Rooms as they stand on the wall: the rows of blocks, and which of them make a page.
struct Layout {
    blocks: Vec<Block>,
    across: usize,
    pages: Vec<std::ops::Range<usize>>,
}

pub(super) fn draw(
    (title, rooms, names): (&Text, &[Room], &[Entry]),
    find: Option<&Field>,
    pages: &mut Pages,
    tongues: &[Messages; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let body = heading(title, frame, area, view);
    if let Some(field) = find {
        return index::found(field, names, tongues, frame, body, view);
    }
    let layout = layout(rooms, body);
    let rooms_take = layout.pages.len();
    // Who has all rooms before their eyes needs no list.
    let names_take = if rooms_take > 1 { index::pages(names, body) } else { 0 };
    let count = rooms_take + names_take;
    let page = pages.show(count, view.now);
    number(page, count, frame, body, view);
    match page.checked_sub(rooms_take) {
        Some(page) if names_take > 0 => index::draw(names, page, frame, body, view),
        _ => put(&layout, page, frame, body, view),
    }
}

fn put(layout: &Layout, page: usize, frame: &mut Frame<'_>, body: Rect, view: &View<'_>) {
    let width = body.width / u16::try_from(layout.across).unwrap_or(1).max(1);
    let mut y = body.y;
    let rows: Vec<&[Block]> = layout.blocks.chunks(layout.across).collect();
    for row in layout.pages.get(page).and_then(|part| rows.get(part.clone())).unwrap_or_default() {
        for (x, block) in (body.x..).step_by(usize::from(width.max(1))).zip(*row) {
            for (y, (text, role)) in (y..body.bottom()).zip(block) {
                let room = usize::from(width.saturating_sub(GAP));
                write(frame, x, y, text, room, view.style(*role));
            }
        }
        y = y.saturating_add(tall(row)).saturating_add(1).min(body.bottom());
    }
}

/// The rows of the tallest.
fn tall(row: &[Block]) -> u16 {
    u16::try_from(row.iter().map(Vec::len).max().unwrap_or(0)).unwrap_or(u16::MAX)
}

/// As much as can be told on one page, in the widest columns; else what takes the fewest pages.
fn layout(rooms: &[Room], body: Rect) -> Layout {
    let most = u16::try_from(rooms.len()).unwrap_or(u16::MAX).max(1);
    let mut best: Option<Layout> = None;
    for (told, least) in [(Told::Whole, NAME), (Told::Lines, NARROWEST), (Told::Names, NARROWEST)] {
        for across in 1..=(body.width / (least + GAP)).clamp(1, most) {
            let width = usize::from((body.width / across).saturating_sub(GAP));
            let height = usize::from(body.height);
            let blocks: Vec<Block> =
                rooms.iter().flat_map(|room| parts(block(room, told, width), height)).collect();
            let across = usize::from(across);
            let rows: Vec<u16> = blocks.chunks(across).map(tall).collect();
            let more = |at: usize, first: bool| {
                rows.get(at).map_or(0, |rows| rows.saturating_add(u16::from(!first)))
            };
            let pages = paginate(rows.len(), body.height, more);
            if best.as_ref().is_none_or(|best| pages.len() < best.pages.len()) {
                best = Some(Layout { blocks, across, pages });
            }
        }
        if best.as_ref().is_some_and(|best| best.pages.len() <= 1) {
            break;
        }
    }
    best.unwrap_or(Layout { blocks: Vec::new(), across: 1, pages: Vec::new() })
}

/// A room that is taller than the wall goes on in another block under the same name.
fn parts(block: Block, height: usize) -> Vec<Block> {
    if block.len() <= height || height < 2 {
        return vec![block];
    }
    let Some((title, rest)) = block.split_first() else { return Vec::new() };
    rest.chunks(height - 1).map(|part| std::iter::once(title).chain(part).cloned().collect()).collect()
}

/// A room: its door in both languages, and who sits in it.
fn block(room: &Room, told: Told, width: usize) -> Block {
    let forms = |text: &Text| -> Vec<String> {
        let mut forms: Vec<String> =
            Lang::ALL.iter().filter_map(|lang| text.get(*lang)).map(str::to_owned).collect();
        forms.dedup();
        forms
    };
    let cut = |text: &str, role: Role| (wrap::cut_with_ellipsis(text, width).into_owned(), role);
    let mut lines = vec![cut(&forms(&room.title).join(" · "), Role::Title)];
    let topic = forms(&room.topic);
    match told {
        Told::Whole => {
            for topic in &topic {
                lines.extend(wrap::wrap(topic, width).into_iter().map(|line| (line.to_owned(), Role::Quiet)));
            }
            for person in &room.people {
                let lead = format!("{} ", person.seat);
                lines.extend(
                    wrap::hanging(&person.name, &lead, width).into_iter().map(|line| (line, Role::Wall)),
                );
            }
        }
        Told::Lines | Told::Names => {
            if told == Told::Lines && !topic.is_empty() {
                lines.push(cut(&topic.join(" · "), Role::Quiet));
            }
            // What tells people apart is what has to be seen of a name.
            let name = |person: &Seat| format!("{} {}", person.seat, short(&person.name));
            lines.extend(room.people.iter().map(|person| cut(&name(person), Role::Wall)));
        }
    }
    lines
}
