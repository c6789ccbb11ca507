//! Rooms across, a person a cell. Where not all rooms have room the rooms page sideways.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::language::Arg;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::groups::model::{Column, RoundLook, Seat, Speech};
use crate::tui::screens::groups::{Groups, Part};
use crate::wrap;

/// The columns that a person needs at least, and has at most.
const LEAST: u16 = 19;
const MOST: u16 = 36;

/// From this height the topic and the languages of a room have lines of their own.
const TALL: u16 = 17;

/// Draws the grid around the cursor.
pub(super) fn draw(screen: &mut Groups, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let Some(look) = screen.look.take() else { return };
    let fit = usize::from((area.width / LEAST).max(1));
    if let Some(bands) = Bands::of(&look, fit, area) {
        bands.draw(screen, frame, area, &look, view);
        screen.look = Some(look);
        return;
    }
    let loose = usize::from(look.has_loose());
    let visible = fit.saturating_sub(loose).clamp(1, look.rooms.max(1));
    let paged = visible < look.rooms;
    let room = screen.column.checked_sub(loose);
    let part = &mut screen.part;
    if let Some(room) = room {
        if room < part.first_room {
            part.first_room = room;
        } else if room >= part.first_room + visible {
            part.first_room = room + 1 - visible;
        }
    }
    part.first_room = part.first_room.min(look.rooms - visible);
    part.rooms = visible;
    let shown: Vec<(usize, &Column)> = (0..loose)
        .chain((loose + part.first_room)..(loose + part.first_room + visible))
        .filter_map(|place| Some((place, look.columns.get(place)?)))
        .collect();
    let area_of_grid = Rect { height: area.height - u16::from(paged), ..area };
    let heads = Heads::of(&shown, area_of_grid.height >= TALL);
    let count = shown.len().max(1);
    let most = shown.iter().map(|(_, column)| column.seats.len()).max().unwrap_or(0);
    // The strips that each room may have beside one another, where people are many and rooms few.
    let guess = usize::from(area_of_grid.height).saturating_sub(4).max(1);
    part.strips = (fit / count).clamp(1, most.div_ceil(guess).max(1));
    let slot = (area.width / u16::try_from(count * part.strips).unwrap_or(u16::MAX)).clamp(1, MOST);
    let width = slot * u16::try_from(part.strips).unwrap_or(1);
    let head = heads.rows(usize::from(width) - 1);
    let cursor = (screen.column, screen.row);
    for (nth, (place, column)) in shown.iter().enumerate() {
        let x = area.x + width * u16::try_from(nth).unwrap_or(0);
        if x >= area.right() {
            break;
        }
        let ground = Rect { x, width: width.min(area.right() - x), ..area_of_grid };
        heads.draw(frame, ground, column, *place == cursor.0, view);
        let rows = ground.height.saturating_sub(head);
        let body = Rect { y: ground.y + head.min(ground.height), height: rows, ..ground };
        let here = (*place == cursor.0).then_some(cursor.1);
        people(frame, body, column, slot, &mut screen.part, here, view);
    }
    if paged {
        say_part(frame, area, screen.part.first_room, visible, &look, view);
    }
    screen.look = Some(look);
}

/// The rows in which the chosen round can be drawn whole; those there are, where that is fewer.
pub(super) fn height(look: &RoundLook, area: Rect) -> u16 {
    if look.others.is_empty() {
        return area.height;
    }
    let fit = usize::from((area.width / LEAST).max(1));
    let most = look.columns.iter().map(|column| column.seats.len()).max().unwrap_or(0);
    let count = look.columns.len().max(1);
    let rows = if Bands::of(look, fit, area).is_some() {
        count.div_ceil(fit) * (most + 5)
    } else {
        // A head of three lines, or of eight where there is room for that as well; the people; a line on the part that one sees.
        let strips = (fit / count.min(fit)).max(1);
        let people = most.div_ceil(strips) + usize::from(count > fit);
        if area.height >= 2 * TALL { (8 + people).max(usize::from(TALL) + 1) } else { 4 + people }
    };
    u16::try_from(rows).unwrap_or(u16::MAX).min(area.height)
}

/// Rooms in several rows one below the other, where they do not fit beside one another and nobody is hidden so.
struct Bands {
    rows: u16,
    across: usize,
}

impl Bands {
    fn of(look: &RoundLook, fit: usize, area: Rect) -> Option<Self> {
        let count = look.columns.len();
        let most = look.columns.iter().map(|column| column.seats.len()).max().unwrap_or(0);
        let bands = count.div_ceil(fit);
        // A title, a size, the languages, the people, and a row between.
        let rows = most + 4;
        let fits = count > fit && bands * rows <= usize::from(area.height) + 1;
        fits.then(|| Self {
            rows: area.height.saturating_add(1) / u16::try_from(bands).unwrap_or(1),
            across: count.div_ceil(bands),
        })
    }

    fn draw(
        &self,
        screen: &mut Groups,
        frame: &mut Frame<'_>,
        area: Rect,
        look: &RoundLook,
        view: &View<'_>,
    ) {
        let slot = (area.width / u16::try_from(self.across).unwrap_or(1)).clamp(1, MOST);
        let width = usize::from(slot) - 1;
        let all: Vec<(usize, &Column)> = look.columns.iter().enumerate().collect();
        let most = look.columns.iter().map(|column| column.seats.len()).max().unwrap_or(0);
        let tall = Heads::of(&all, true);
        let is_tall = usize::from(tall.rows(width)) + most < usize::from(self.rows);
        let heads = if is_tall { tall } else { Heads::of(&all, false) };
        let head = heads.rows(width);
        screen.part = Part { rooms: self.across, strips: 1, ..Part::default() };
        for (place, column) in all {
            let x = area.x + slot * u16::try_from(place % self.across).unwrap_or(0);
            let y = area.y + self.rows * u16::try_from(place / self.across).unwrap_or(0);
            let height = self.rows.min(area.bottom().saturating_sub(y));
            let ground = Rect { x, y, width: slot, height };
            heads.draw(frame, ground, column, place == screen.column, view);
            let body = Rect { y: y + head.min(height), height: height.saturating_sub(head), ..ground };
            let here = (place == screen.column).then_some(screen.row);
            people(frame, body, column, slot, &mut screen.part, here, view);
        }
    }
}

fn say_part(
    frame: &mut Frame<'_>,
    area: Rect,
    first: usize,
    visible: usize,
    look: &RoundLook,
    view: &View<'_>,
) {
    let args =
        [("first", Arg::from(first + 1)), ("last", (first + visible).into()), ("all", look.rooms.into())];
    let text = view.with("groups-rooms-part", &args);
    let width = usize::from(area.width).saturating_sub(1);
    let text = wrap::pad_left(&text, width);
    frame.buffer_mut().set_stringn(
        area.x,
        area.bottom().saturating_sub(1),
        text,
        width,
        view.style(Role::Quiet),
    );
}

/// How the heads of the columns are laid out, all alike.
struct Heads {
    tall: bool,
    titles: Vec<String>,
    topics: Vec<String>,
}

impl Heads {
    fn of(shown: &[(usize, &Column)], tall: bool) -> Self {
        let titles = shown.iter().map(|(_, column)| column.title.clone()).collect();
        let topics =
            shown.iter().map(|(_, column)| column.topic.clone()).filter(|topic| tall && !topic.is_empty());
        Self { tall, titles, topics: topics.collect() }
    }

    fn lines(texts: &[String], width: usize, most: usize) -> u16 {
        let lines = texts.iter().map(|text| wrap::wrap(text, width).len()).max().unwrap_or(0);
        u16::try_from(lines.min(most)).unwrap_or(1)
    }

    fn parts(&self, width: usize) -> (u16, u16) {
        let titles = Self::lines(&self.titles, width, if self.tall { 2 } else { 1 }).max(1);
        (titles, Self::lines(&self.topics, width, 2))
    }

    fn rows(&self, width: usize) -> u16 {
        let (titles, topics) = self.parts(width);
        titles + topics + if self.tall { 4 } else { 2 }
    }

    fn draw(&self, frame: &mut Frame<'_>, area: Rect, column: &Column, here: bool, view: &View<'_>) {
        let width = usize::from(area.width).saturating_sub(1);
        let (titles, topics) = self.parts(width);
        let title = if here { Role::Accent } else { Role::Title };
        let mut y = area.y;
        y += block(frame, Rect { y, height: titles, ..area }, &column.title, title, view);
        y += block(frame, Rect { y, height: topics, ..area }, &column.topic, Role::Quiet, view);
        let (mark, words, role) = match &column.speech {
            Speech::Open => ("", String::new(), Role::Quiet),
            Speech::Common(codes) => {
                ("", view.with("groups-all-speak", &[("languages", codes.into())]), Role::Ink)
            }
            Speech::Interpreted => ("◆", view.say("groups-interpreted"), Role::Ink),
            Speech::None => ("‼", view.say("groups-no-language"), Role::Trouble),
        };
        let size = if column.off_size { Role::Time } else { Role::Ink };
        let size_text = if column.off_size { format!("! {}", column.size) } else { column.size.clone() };
        let mut line = |y: u16, text: &str, role: Role, x: u16| {
            if y < area.bottom() {
                let left = usize::from(area.right().saturating_sub(x)).saturating_sub(1);
                let text = wrap::cut_with_ellipsis(text, left);
                frame.buffer_mut().set_stringn(x, y, &text, left, view.style(role));
            }
        };
        line(y, &size_text, size, area.x);
        if self.tall {
            line(y + 1, &column.tongues, Role::Quiet, area.x);
            line(y + 2, format!("{mark} {words}").trim(), role, area.x);
            line(y + 3, &"─".repeat(width), Role::Rule, area.x);
        } else {
            let short = match &column.speech {
                Speech::Common(codes) => codes.as_str(),
                _ => mark,
            };
            let x = area.x + u16::try_from(wrap::columns(&size_text)).unwrap_or(0) + 2;
            line(y, short, role, x);
            line(y + 1, &column.tongues, Role::Quiet, area.x);
        }
    }
}

/// A text in a few lines, and how many rows it stands in. What has no room in them is cut, with a mark.
fn block(frame: &mut Frame<'_>, area: Rect, text: &str, role: Role, view: &View<'_>) -> u16 {
    let width = usize::from(area.width).saturating_sub(1);
    let lines = wrap::wrap(text, width);
    let rows = usize::from(area.height);
    for (n, line) in lines.iter().take(rows).enumerate() {
        let cut = n + 1 == rows && lines.len() > rows;
        let line = if cut {
            format!("{}…", wrap::head(line, width.saturating_sub(1)).trim_end())
        } else {
            (*line).to_owned()
        };
        let y = area.y + u16::try_from(n).unwrap_or(0);
        frame.buffer_mut().set_stringn(area.x, y, line, width, view.style(role));
    }
    area.height
}

/// The people of a column in strips; where not all are seen the last row says which part is.
fn people(
    frame: &mut Frame<'_>,
    area: Rect,
    column: &Column,
    slot: u16,
    part: &mut Part,
    cursor: Option<usize>,
    view: &View<'_>,
) {
    let len = column.seats.len();
    let strips = part.strips.max(1);
    let all = usize::from(area.height) * strips >= len;
    let rows = usize::from(if all { area.height } else { area.height.saturating_sub(1) }).max(1);
    let window = rows * strips;
    let mut first = 0;
    if let Some(row) = cursor {
        part.rows = rows;
        first = part.first_seat;
        if row < first {
            first = row;
        } else if row >= first + window {
            first = row + 1 - window;
        }
        first = first.min(len.saturating_sub(window));
        part.first_seat = first;
    }
    for (nth, (place, seat)) in column.seats.iter().enumerate().skip(first).take(window).enumerate() {
        let x = area.x + slot * u16::try_from(nth / rows).unwrap_or(0);
        let y = area.y + u16::try_from(nth % rows).unwrap_or(0);
        if x < area.right() && y < area.bottom() {
            let cell = Rect { x, y, width: slot.min(area.right() - x), height: 1 };
            person(frame, cell, seat, cursor == Some(place), view);
        }
    }
    if cursor == Some(0) && len == 0 && area.height > 0 {
        frame.buffer_mut().set_stringn(area.x, area.y, "▸", 1, view.style(Role::Accent));
    }
    if !all && area.height > 0 {
        let args = [
            ("first", Arg::from(first + 1)),
            ("last", (first + window).min(len).into()),
            ("all", len.into()),
        ];
        let width = usize::from(area.width).saturating_sub(1);
        let text = wrap::pad_left(&view.with("list-part", &args), width);
        frame.buffer_mut().set_stringn(area.x, area.bottom() - 1, text, width, view.style(Role::Quiet));
    }
}

/// A number in raised digits.
fn raised(number: u32) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let digit = |digit: char| digit.to_digit(10).and_then(|digit| DIGITS.get(digit as usize));
    number.to_string().chars().filter_map(digit).collect()
}

fn person(frame: &mut Frame<'_>, cell: Rect, seat: &Seat, here: bool, view: &View<'_>) {
    let width = usize::from(cell.width).saturating_sub(1);
    let buffer = frame.buffer_mut();
    let ground = Rect { width: cell.width.saturating_sub(1), ..cell };
    if here {
        buffer.set_style(ground, view.style(Role::Selected));
    }
    let style = |role| view.style(if here { Role::Selected } else { role });
    let lead = match (seat.host, seat.held) {
        (true, _) => "▪",
        (false, true) => "=",
        (false, false) => " ",
    };
    let mut marks = String::new();
    let mut put = |is: bool, mark: char| {
        if is {
            marks.push(mark);
        }
    };
    put(seat.host && seat.held, '=');
    put(seat.interpreter, '◆');
    put(seat.absent, '○');
    put(seat.torn, '≠');
    put(seat.left_out, '‼');
    if seat.met_before() > 0 {
        marks.push_str(&raised(seat.met_before()));
    }
    let trouble = seat.absent || seat.torn || seat.left_out;
    let marks_width = wrap::columns(&marks);
    let name_width =
        width.saturating_sub(3 + wrap::columns(&seat.id) + marks_width + usize::from(marks_width > 0));
    let name = if wrap::columns(&seat.name) <= name_width { &seat.name } else { &seat.short };
    let name = wrap::cut_with_ellipsis(name, name_width);
    let ink = if seat.absent { Role::Quiet } else { Role::Ink };
    let arrow = if here { "▸" } else { " " };
    let text = format!("{arrow}{lead}{} {name}", seat.id);
    buffer.set_stringn(cell.x, cell.y, text, width, style(ink));
    let at = cell.x + u16::try_from(width.saturating_sub(marks_width)).unwrap_or(0);
    let role = if trouble { Role::Trouble } else { Role::Quiet };
    buffer.set_stringn(at, cell.y, marks, marks_width.min(width), style(role));
}

#[cfg(test)]
mod tests {
    use super::raised;

    #[test]
    fn numbers_are_raised() {
        assert_eq!(raised(2), "²");
        assert_eq!(raised(17), "¹⁷");
    }
}
