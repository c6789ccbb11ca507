//! Who sits where: everybody finds their own line from the last row. Names are whole where there is room, then cut, then
//! only the numbers of the seats stand there, which everybody has on their badge.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::lists::{heading, more};
use crate::app::View;
use crate::app::screens::groups::look::short;
use crate::app::screens::project::shown::{Room, Seat};
use crate::language::Tongue;
use crate::theme::Role;
use crate::ui::text::wrap;
use crate::workshop::text::{Lang, Text};

/// The narrowest column in which a name is told.
const NAME: u16 = 30;
/// The narrowest column at all.
const NARROWEST: u16 = 22;
/// Columns between rooms.
const GAP: u16 = 2;

/// How much of a name is told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Names {
    Whole,
    Cut,
    Seats,
}

pub(super) fn draw(
    title: &Text,
    rooms: &[Room],
    tongues: &[Tongue; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let body = heading(title, frame, area, view);
    let (blocks, across) = blocks(rooms, body);
    let width = body.width / across.max(1);
    let mut y = body.y;
    let mut left_out = blocks.len();
    for row in blocks.chunks(usize::from(across.max(1))) {
        let height = row.iter().map(Vec::len).max().unwrap_or(0);
        let height = u16::try_from(height).unwrap_or(u16::MAX);
        if y.saturating_add(height) > body.bottom() {
            break;
        }
        for (x, block) in (body.x..).step_by(usize::from(width.max(1))).zip(row) {
            for (y, (text, role)) in (y..body.bottom()).zip(block) {
                let room = usize::from(width.saturating_sub(GAP));
                frame.buffer_mut().set_stringn(x, y, text, room, view.style(*role));
            }
        }
        left_out -= row.len();
        y = y.saturating_add(height).saturating_add(1);
    }
    more(left_out, tongues, frame, body, view);
}

/// The rooms with as much of the names as fits, and how many of them stand side by side.
fn blocks(rooms: &[Room], body: Rect) -> (Vec<Vec<(String, Role)>>, u16) {
    let most = u16::try_from(rooms.len()).unwrap_or(u16::MAX).max(1);
    for (names, least) in [(Names::Whole, NAME), (Names::Cut, NARROWEST), (Names::Seats, NARROWEST)] {
        // The fewest side by side have the widest lines.
        for across in 1..=(body.width / (least + GAP)).clamp(1, most) {
            let width = usize::from((body.width / across).saturating_sub(GAP));
            let blocks: Vec<_> = rooms.iter().map(|room| block(room, names, width)).collect();
            let rows =
                blocks.chunks(usize::from(across)).map(|row| row.iter().map(Vec::len).max().unwrap_or(0) + 1);
            if rows.sum::<usize>() <= usize::from(body.height) + 1 {
                return (blocks, across);
            }
        }
    }
    let across = (body.width / (NARROWEST + GAP)).clamp(1, most);
    let width = usize::from((body.width / across).saturating_sub(GAP));
    (rooms.iter().map(|room| block(room, Names::Seats, width)).collect(), across)
}

/// A room: its door in both languages, and who sits in it.
fn block(room: &Room, names: Names, width: usize) -> Vec<(String, Role)> {
    let forms = |text: &Text| -> Vec<String> {
        Lang::ALL.iter().filter_map(|lang| text.get(*lang)).map(str::to_owned).collect()
    };
    let cut = |text: &str, role: Role| (wrap::cut_with_ellipsis(text, width).into_owned(), role);
    let mut lines = vec![cut(&forms(&room.title).join(" · "), Role::Title)];
    match names {
        Names::Whole => {
            for topic in forms(&room.topic) {
                lines
                    .extend(wrap::wrap(&topic, width).into_iter().map(|line| (line.to_owned(), Role::Quiet)));
            }
            for person in &room.people {
                let whole = format!("{} {}", person.seat, person.name);
                let indent = wrap::columns(&person.seat) + 1;
                let wrapped = wrap::wrap(&person.name, width.saturating_sub(indent).max(8));
                if wrap::columns(&whole) <= width {
                    lines.push((whole, Role::Wall));
                    continue;
                }
                for (at, line) in wrapped.into_iter().enumerate() {
                    let head = if at == 0 { format!("{} ", person.seat) } else { " ".repeat(indent) };
                    lines.push((format!("{head}{line}"), Role::Wall));
                }
            }
        }
        Names::Cut => {
            lines.extend(
                forms(&room.topic).first().map(|_| cut(&forms(&room.topic).join(" · "), Role::Quiet)),
            );
            let people = room.people.iter();
            // What tells people apart is what has to be seen of a name.
            let name = |person: &Seat| format!("{} {}", person.seat, short(&person.name));
            lines.extend(people.map(|person| cut(&name(person), Role::Wall)));
        }
        Names::Seats => {
            lines.extend(
                forms(&room.topic).first().map(|_| cut(&forms(&room.topic).join(" · "), Role::Quiet)),
            );
            let seats: Vec<&str> = room.people.iter().map(|person| person.seat.as_str()).collect();
            let seats = seats.join("  ");
            lines.extend(wrap::wrap(&seats, width).into_iter().map(|line| (line.to_owned(), Role::Wall)));
        }
    }
    lines
}
