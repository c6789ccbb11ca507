//! The agenda of the day: planned and actual times, and below a running breakout its rooms.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::language::{Arg, date};
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::run::Run;
use crate::tui::screens::run::model::{Page, RoomRow, Row};
use crate::tui::screens::run::rooms::draw;
use crate::tui::widgets::list::Part;
use crate::tui::widgets::split_top;
use crate::workshop::agenda::Progress;
use crate::workshop::groups::rooms::{self as clocks, RoomTime};
use crate::workshop::plan::{Finding, Weight};
use crate::workshop::text::{Lang, Text};
use crate::wrap;

/// Columns of `09:00 09:04  +4 !` with a gap before.
const TIMES: usize = 20;
/// Columns of what is said of a room's ideas, and of the time it has left.
const ROOM_WORDS: usize = 14;
const ROOM_TIME: usize = 7;
/// Columns of the mark of how it goes.
const MARK: usize = 2;

/// A row as it is drawn.
enum Drawn<'a> {
    /// An item with the first line of its title.
    Item(usize, &'a Row, String),
    /// The next line of a title.
    More(usize, String, Role),
    /// A room of the item.
    Room(usize, &'a RoomRow),
    /// Rooms that there is no place for.
    Rooms(usize, usize),
}

impl Drawn<'_> {
    fn item(&self) -> usize {
        match self {
            Self::Item(item, ..) | Self::More(item, ..) | Self::Room(item, _) | Self::Rooms(item, _) => *item,
        }
    }
}

pub(super) fn draw(screen: &mut Run, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let [head, body] = split_top(area, 1);
    let width = usize::from(area.width);
    heading(&screen.page, frame, head, view);
    if screen.page.rows.is_empty() {
        let text = view.say("run-day-empty");
        for (y, line) in (body.y + 1..body.bottom()).zip(wrap::wrap(&text, width.saturating_sub(4))) {
            frame.buffer_mut().set_stringn(body.x + 2, y, line, width - 2, view.style(Role::Quiet));
        }
        return;
    }
    screen.list.keep_within(screen.page.rows.len());
    let title = width.saturating_sub(2 + MARK + TIMES + 1);
    let drawn = rows(&screen.page, title, usize::from(body.height), view.lang());
    let chosen = screen.list.selected();
    let at = drawn.iter().position(|row| row.item() == chosen).unwrap_or(0);
    screen.drawn.select(at);
    let len = drawn.len();
    let times = times(&screen.page, view);
    screen.drawn.draw(frame, body, len, view, |place, width| {
        drawn.get(place).map(|row| parts(row, &times, width, view)).unwrap_or_default()
    });
}

/// The rooms of what runs, in time.
pub(super) fn times(page: &Page, view: &View<'_>) -> Vec<RoomTime> {
    let item = page.running.and_then(|item| view.workshop.items.get(item));
    let round = page.round.and_then(|round| view.workshop.rounds.get(round));
    item.zip(round).map(|(item, round)| clocks::times(round, item, view.now)).unwrap_or_default()
}

fn heading(page: &Page, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let width = usize::from(area.width);
    let times = format!(
        "{} {}       ",
        wrap::pad_left(&view.say("run-column-plan"), 5),
        wrap::pad_left(&view.say("run-column-now"), 5)
    );
    let mut day = match view.workshop.meeting.date_of(page.day) {
        Some(day) => date::short_day(view.messages, day),
        None => String::new(),
    };
    let number = view.with("header-day", &[("day", page.day.into()), ("days", page.last_day.into())]);
    day = if day.is_empty() { number } else { format!("{day} · {number}") };
    let left = wrap::pad(&day, width.saturating_sub(wrap::columns(&times) + 3));
    let buffer = frame.buffer_mut();
    let (x, _) = buffer.set_stringn(area.x + 2, area.y, left, width - 2, view.style(Role::Title));
    let rest = usize::from(area.right().saturating_sub(x));
    buffer.set_stringn(x, area.y, times, rest, view.style(Role::Quiet));
}

/// The rows in as much detail as there is room for: titles in full and in the other language, else titles in full, else
/// one line an item and as many rooms as fit.
fn rows<'a>(page: &'a Page, title: usize, height: usize, lang: Lang) -> Vec<Drawn<'a>> {
    for (full, other) in [(true, true), (true, false), (false, false)] {
        let all = build(page, title, lang, full, other, usize::MAX);
        if all.len() <= height {
            return all;
        }
    }
    let items = build(page, title, lang, false, false, 0);
    let rooms = page.rooms.len();
    // The last line says how many rooms there are beside those.
    let left = height.saturating_sub(items.len());
    let full = build(page, title, lang, true, false, 2);
    if rooms > 2 && full.len() <= height {
        return build(page, title, lang, true, false, 2 + height - full.len());
    }
    build(page, title, lang, false, false, left.max(2))
}

fn build<'a>(
    page: &'a Page,
    title: usize,
    lang: Lang,
    full: bool,
    other: bool,
    rooms: usize,
) -> Vec<Drawn<'a>> {
    let mut all = Vec::new();
    for (place, row) in page.rows.iter().enumerate() {
        let words = row.title.in_(lang);
        if full {
            let mut lines = wrap::wrap(words, title).into_iter();
            all.push(Drawn::Item(place, row, lines.next().unwrap_or_default().to_owned()));
            all.extend(lines.map(|line| Drawn::More(place, line.to_owned(), Role::Ink)));
        } else {
            all.push(Drawn::Item(place, row, wrap::cut_with_ellipsis(words, title).into_owned()));
        }
        if other && let Some(words) = second(&row.title, lang) {
            let lines = wrap::wrap(words, title).into_iter();
            all.extend(lines.map(|line| Drawn::More(place, line.to_owned(), Role::Quiet)));
        }
        if page.running == Some(row.item) {
            if page.rooms.len() <= rooms {
                all.extend(page.rooms.iter().map(|room| Drawn::Room(place, room)));
            } else if rooms > 0 {
                let shown = rooms - 1;
                all.extend(page.rooms.iter().take(shown).map(|room| Drawn::Room(place, room)));
                all.push(Drawn::Rooms(place, page.rooms.len() - shown));
            }
        }
    }
    all
}

/// The words in the other language, where both are there.
pub(super) fn second(text: &Text, lang: Lang) -> Option<&str> {
    text.get(lang)?;
    text.get(lang.other()).filter(|words| !words.is_empty())
}

fn parts(row: &Drawn<'_>, times: &[RoomTime], width: usize, view: &View<'_>) -> Vec<Part> {
    let text = |text: String, role: Role| (text, role);
    match row {
        Drawn::Item(_, row, title) => item(row, title, width, view),
        Drawn::More(_, line, role) => vec![text(format!("{}{line}", " ".repeat(MARK)), *role)],
        Drawn::Room(_, row) => room(row, times.iter().find(|time| time.room == row.id), width, view),
        Drawn::Rooms(_, more) => {
            vec![text(format!("  {}", view.with("run-more-rooms", &[("n", (*more).into())])), Role::Quiet)]
        }
    }
}

fn item(row: &Row, title: &str, width: usize, view: &View<'_>) -> Vec<Part> {
    let slot = &row.slot;
    let local = |time| date::clock(&view.workshop.meeting.local(time));
    let (mark, role) = match slot.progress {
        Progress::Ended { .. } => ("✓ ", Role::Quiet),
        Progress::Running { .. } => ("▶ ", Role::Accent),
        Progress::Paused { .. } => ("‖ ", Role::Time),
        Progress::Waiting if slot.skipped => ("– ", Role::Quiet),
        Progress::Waiting => match row.finding.as_ref().map(Finding::weight) {
            Some(Weight::Wrong) => ("‼ ", Role::Trouble),
            Some(Weight::Remark) => ("? ", Role::Quiet),
            None => ("  ", Role::Ink),
        },
    };
    let place = width.saturating_sub(MARK + TIMES);
    let mut tag = if row.stop { view.say("run-stop") } else { String::new() };
    if row.versions > 1 {
        tag = view.with("count-versions", &[("n", row.versions.into())]);
    }
    // The word stands beside its sign where the title leaves it room.
    let free = place.saturating_sub(wrap::columns(title));
    let tag = match (row.stop, wrap::columns(&tag) + 4 <= free) {
        (_, _) if row.versions > 1 => tag,
        (true, true) => format!("▪ {tag}"),
        (true, false) => "▪".to_owned(),
        (false, _) => String::new(),
    };
    let left = place.saturating_sub(wrap::columns(&tag));
    let alone = tag == "▪";
    let ink = match slot.progress {
        Progress::Running { .. } | Progress::Paused { .. } => Role::Title,
        Progress::Ended { .. } => Role::Quiet,
        Progress::Waiting if slot.skipped => Role::Quiet,
        Progress::Waiting => Role::Ink,
    };
    let drift = row.drift().filter(|drift| *drift != 0);
    let begun = slot.progress != Progress::Waiting;
    let mut parts = vec![
        (mark.to_owned(), role),
        (wrap::pad(title, left), ink),
        // The sign alone stands in the middle of the gap.
        (
            if alone { format!(" {tag}") } else { tag },
            if row.versions > 1 { Role::Trouble } else { Role::Quiet },
        ),
        (format!("{}{} ", if alone { " " } else { "  " }, local(slot.planned)), Role::Quiet),
    ];
    if slot.skipped {
        parts.push((wrap::pad(&view.say("run-state-skipped"), TIMES - 8), Role::Quiet));
        return parts;
    }
    let now = if row.live && (begun || drift.is_some()) { local(slot.expected) } else { String::new() };
    parts.push((wrap::pad(&now, 5), if begun { ink } else { Role::Ink }));
    let late = drift.map(date::signed_minutes).unwrap_or_default();
    let role = if drift.is_some_and(|drift| drift > 0) { Role::Time } else { Role::Quiet };
    parts.push((wrap::pad_left(&late, 5), role));
    if row.missed().is_some() {
        parts.push((" !".to_owned(), Role::Trouble));
    }
    parts
}

fn room(row: &RoomRow, time: Option<&RoomTime>, width: usize, view: &View<'_>) -> Vec<Part> {
    let name = draw::name(row, view);
    let (mark, what, role) = draw::rapporteur(row, view);
    let people = wrap::pad_left(&row.people.to_string(), 3);
    let (left, left_role) = time.map(|time| draw::left(time, view)).unwrap_or((String::new(), Role::Quiet));
    let what = wrap::pad(&what, ROOM_WORDS);
    let left = wrap::pad_left(&left, ROOM_TIME);
    let fixed = MARK + wrap::columns(&people) + 3 + wrap::columns(&what) + wrap::columns(&left);
    let name = wrap::cut_with_ellipsis(&name, width.saturating_sub(fixed)).into_owned();
    vec![
        (format!("{}{}", " ".repeat(MARK), wrap::pad(&name, width.saturating_sub(fixed))), Role::Ink),
        (format!("{people} {mark} "), Role::Ink),
        (what, role),
        (left, left_role),
    ]
}

/// Minutes as an argument of a message.
pub(super) fn n(minutes: impl Into<i64>) -> Arg<'static> {
    Arg::Number(minutes.into())
}
