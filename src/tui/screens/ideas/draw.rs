//! How Ideas is drawn: what one looks at, the board, and the line in which one writes.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use jiff::tz::TimeZone;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::model::Entry;
use super::{Cursor, Ideas};
use crate::language::date;
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::shared::writing::draw;
use crate::tui::widgets::list::Part;
use crate::tui::widgets::{line, split_bottom, split_top};
use crate::workshop::ideas::Idea;
use crate::workshop::thing::Thing;
use crate::wrap;

/// The most lines that an idea takes.
const LINES: usize = 2;
/// Chosen, marked, time, each with its gap.
const BEFORE_ROOM: usize = 2 + 2 + 7;

/// The widths of what stands beside the words.
#[derive(Clone, Copy)]
struct Columns {
    room: usize,
    text: usize,
    marks: usize,
}

impl Columns {
    fn of(width: u16) -> Self {
        let width = usize::from(width);
        let room = (width / 7).clamp(8, 16);
        let marks = (width / 4).clamp(14, 34);
        let text = width.saturating_sub(BEFORE_ROOM + room + 2 + 2 + marks + 2).max(10);
        Self { room, text, marks }
    }
}

/// A row of the board, computed.
struct Row {
    heading: Option<(String, String)>,
    lead: String,
    text: Vec<String>,
    marks: Vec<Vec<Part>>,
}

impl Row {
    fn height(&self) -> usize {
        usize::from(self.heading.is_some()) + self.text.len().max(self.marks.len()).max(1)
    }
}

pub(crate) fn draw(screen: &mut Ideas, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let [rest, foot] = split_bottom(area, 2);
    let [head, body] = split_top(rest, 1);
    let seen = board(screen, frame, body, view);
    title(screen, frame, head, seen, view);
    type_here(screen, frame, foot, view);
}

fn put(frame: &mut Frame<'_>, area: Rect, y: u16, parts: &[Part], chosen: bool, view: &View<'_>) {
    let mut x = area.x;
    for (words, role) in parts {
        let left = usize::from(area.right().saturating_sub(x));
        let style = view.style(if chosen { Role::Selected } else { *role });
        (x, _) = frame.buffer_mut().set_stringn(x, y, words, left, style);
    }
}

/// What one looks at, how many, which part, the marks and the filter.
fn title(screen: &mut Ideas, frame: &mut Frame<'_>, area: Rect, seen: (usize, usize), view: &View<'_>) {
    let inner = Rect { x: area.x + 1, width: area.width.saturating_sub(2), ..area };
    let len = screen.board.entries.len();
    let mut parts: Vec<Part> = vec![
        (view.say(screen.shown.title()), Role::Title),
        (format!("   {}", counted(screen, view)), Role::Quiet),
    ];
    if !screen.marked.is_empty() {
        let marked = view.with("ideas-marked", &[("n", screen.marked.len().into())]);
        parts.push((format!("   ● {marked}"), Role::Accent));
    }
    let part = if len > 0 && (seen.0 > 0 || seen.1 < len) {
        view.with(
            "list-part",
            &[("first", (seen.0 + 1).into()), ("last", seen.1.into()), ("all", len.into())],
        )
    } else {
        String::new()
    };
    let right = u16::try_from(wrap::columns(&part)).unwrap_or(0);
    let filters = screen.cursor == Cursor::Filter || !screen.filter.is_empty();
    if filters {
        parts.push((format!("   {} ", view.say("ideas-filter")), Role::Quiet));
    }
    put(frame, inner, area.y, &parts, false, view);
    if filters {
        let used: usize = parts.iter().map(|(words, _)| wrap::columns(words)).sum();
        let x = inner.x.saturating_add(u16::try_from(used).unwrap_or(u16::MAX));
        let width = inner.right().saturating_sub(x).saturating_sub(right + 2);
        let field = Rect { x, y: area.y, width, height: 1 };
        line::draw(frame, field, &screen.filter, "", screen.cursor == Cursor::Filter, view);
    }
    let x = inner.right().saturating_sub(right);
    frame.buffer_mut().set_stringn(x, area.y, &part, usize::from(right), view.style(Role::Quiet));
}

/// How many ideas are shown, and of how many where that is not all.
fn counted(screen: &Ideas, view: &View<'_>) -> String {
    let (shown, all) = (screen.board.shown, screen.board.standing);
    if shown == all {
        return draw::count("count-ideas", all, view);
    }
    view.with("ideas-some-of", &[("n", shown.into()), ("all", all.into())])
}

/// Draws the visible rows and says which they are.
fn board(screen: &mut Ideas, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> (usize, usize) {
    if screen.board.entries.is_empty() {
        nothing(screen, frame, area, view);
        return (0, 0);
    }
    let columns = Columns::of(area.width);
    let zone = view.workshop.meeting.zone();
    let mut list = screen.list;
    let board = &screen.board;
    // A row is asked for several times until it is known which are seen, and computed once.
    let built: RefCell<HashMap<usize, Option<Rc<Row>>>> = RefCell::default();
    let row = |place: usize| {
        let work_out = || {
            let entry = board.entries.get(place)?;
            let idea = view.workshop.ideas.get(entry.idea)?;
            Some(Rc::new(build(screen, *entry, idea, columns, &zone, view)))
        };
        built.borrow_mut().entry(place).or_insert_with(work_out).clone()
    };
    let height = |place: usize| row(place).map_or(1, |row| row.height());
    let visible = list.visible(usize::from(area.height), board.entries.len(), height);
    let mut y = area.y;
    let mut whole = visible.start;
    for place in visible.clone() {
        let Some(row) = row(place) else { continue };
        let left = usize::from(area.bottom().saturating_sub(y));
        whole += usize::from(row.height() <= left);
        let entry = board.entries.get(place).map(|entry| entry.idea);
        let marked = entry.is_some_and(|idea| screen.marked.contains(&idea));
        y = draw_row(
            frame,
            Rect { y, height: area.bottom().saturating_sub(y), ..area },
            &row,
            columns,
            (place == list.selected(), marked),
            view,
        );
    }
    screen.list = list;
    (visible.start, whole.max(visible.start + 1))
}

fn nothing(screen: &Ideas, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let text = if screen.filter.is_empty() || screen.board.standing == 0 {
        view.say(screen.shown.nothing())
    } else {
        view.with("ideas-none-found", &[("words", screen.filter.text().into())])
    };
    let inner = Rect { x: area.x + 4, width: area.width.saturating_sub(8).min(72), ..area };
    for (y, line) in (area.y + 1..area.bottom()).zip(wrap::wrap(&text, usize::from(inner.width))) {
        put(frame, inner, y, &[(line.to_owned(), Role::Quiet)], false, view);
    }
}

fn build(
    screen: &Ideas,
    entry: Entry,
    idea: &Idea,
    columns: Columns,
    zone: &TimeZone,
    view: &View<'_>,
) -> Row {
    let heading = entry.heading.and_then(|heading| screen.board.headings.get(heading));
    let heading = heading.map(|(title, n)| (title.clone(), draw::count("count-ideas", *n, view)));
    let time = date::clock(&idea.made().at.to_zoned(zone.clone()));
    let room = wrap::pad(&screen.rooms.short(idea.room(), view.messages), columns.room);
    let lead = format!("{time}  {room}  {} ", draw::glyph(idea.sort()));
    let merged = screen.board.merged.get(&idea.key()).map_or(0, Vec::len);
    let mut marks = draw::marks(idea, merged, screen.board.both, view);
    if screen.board.torn.contains(&idea.key()) {
        marks.insert(0, (view.say("ideas-merged-apart"), Role::Trouble));
    }
    Row {
        heading,
        lead,
        text: cut(idea.text.in_(view.lang()), columns.text),
        marks: flow(&marks, columns.marks),
    }
}

/// The words in no more than the lines that there are, `…` where more was said.
fn cut(text: &str, width: usize) -> Vec<String> {
    let lines = wrap::wrap(text, width);
    let more = lines.len() > LINES;
    let mut shown: Vec<String> = lines.into_iter().take(LINES).map(str::to_owned).collect();
    if let Some(last) = shown.last_mut().filter(|_| more) {
        let room = wrap::head(last, width.saturating_sub(2)).trim_end();
        *last = format!("{room} …");
    }
    shown
}

/// Marks side by side, as many as the lines hold.
fn flow(marks: &[Part], width: usize) -> Vec<Vec<Part>> {
    let mut lines: Vec<Vec<Part>> = Vec::new();
    let mut used = width;
    for (mark, role) in marks {
        let mark = wrap::cut_with_ellipsis(mark, width);
        let columns = wrap::columns(&mark);
        if used + 2 + columns > width {
            if lines.len() == LINES {
                break;
            }
            lines.push(Vec::new());
            used = 0;
        }
        if let Some(line) = lines.last_mut() {
            if used > 0 {
                line.push(("  ".to_owned(), Role::Ink));
                used += 2;
            }
            line.push((mark.into_owned(), *role));
            used += columns;
        }
    }
    lines
}

/// Draws a row from the top of `area` and says where the next begins.
fn draw_row(
    frame: &mut Frame<'_>,
    area: Rect,
    row: &Row,
    columns: Columns,
    (chosen, marked): (bool, bool),
    view: &View<'_>,
) -> u16 {
    let mut y = area.y;
    if let Some((title, count)) = &row.heading
        && y < area.bottom()
    {
        let parts = [(format!(" {title}"), Role::Title), (format!("  {count}"), Role::Quiet)];
        put(frame, area, y, &parts, false, view);
        y += 1;
    }
    let rows = row.text.len().max(row.marks.len()).max(1);
    for n in 0..rows {
        if y >= area.bottom() {
            break;
        }
        if chosen {
            frame.buffer_mut().set_style(Rect { y, height: 1, ..area }, view.style(Role::Selected));
        }
        let lead = if n == 0 { row.lead.as_str() } else { "" };
        let mark = match (n, chosen, marked) {
            (0, true, true) => "▸ ● ",
            (0, true, false) => "▸   ",
            (0, false, true) => "  ● ",
            _ => "    ",
        };
        let text = row.text.get(n).map(String::as_str).unwrap_or_default();
        // Each part stands at its own column: blanks between them need no drawing.
        let mut x = area.x;
        let mut part = |frame: &mut Frame<'_>, width: usize, words: &str, role: Role| {
            let style = view.style(if chosen { Role::Selected } else { role });
            let left = usize::from(area.right().saturating_sub(x));
            frame.buffer_mut().set_stringn(x, y, words, width.min(left), style);
            x = x.saturating_add(u16::try_from(width).unwrap_or(u16::MAX));
        };
        part(frame, 4, mark, Role::Accent);
        part(frame, BEFORE_ROOM - 4 + columns.room + 4, lead, Role::Quiet);
        part(frame, columns.text + 2, text, Role::Ink);
        for (words, role) in row.marks.get(n).into_iter().flatten() {
            part(frame, wrap::columns(words), words, *role);
        }
        y += 1;
    }
    y
}

/// The room and the line, under a rule that says how the line is understood.
fn type_here(screen: &Ideas, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let here = screen.cursor == Cursor::Line;
    let word = match (here, screen.line.is_changing()) {
        (true, true) => view.say("capture-changing"),
        (true, false) => draw::understood(&screen.line.field, view),
        _ => String::new(),
    };
    draw::rule(frame, Rect { height: 1, ..area }, &word, if here { Role::Accent } else { Role::Rule }, view);
    let room = screen.rooms.full(&screen.line.room, view.messages);
    let room = wrap::cut_with_ellipsis(&room, usize::from(area.width / 3));
    let style = view.style(if here { Role::Accent } else { Role::Quiet });
    let y = area.bottom().saturating_sub(1);
    let width = usize::from(area.width.saturating_sub(1));
    let (x, _) = frame.buffer_mut().set_stringn(area.x + 1, y, format!("{room} › "), width, style);
    let field = Rect { x, y, width: area.right().saturating_sub(x + 1), height: 1 };
    let example = view.say(if here { "capture-example" } else { "ideas-example" });
    let example = wrap::cut_with_ellipsis(&example, usize::from(field.width));
    line::draw(frame, field, &screen.line.field, &example, here, view);
}
