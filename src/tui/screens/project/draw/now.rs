//! The countdown on the wall: what it is, how much is left, what is to be done, what comes next.
//!
//! The digits stay black and as large all the time. How urgent it is stands in the band below them, by its colour, by a word and by
//! a sign, and in the bar that shrinks: so a change of colour costs a band and not the whole wall, and no colour has to be dark to
//! be read.

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::page::{both, centred, fill, rows, write};
use crate::language::{Messages, date};
use crate::theme::Role;
use crate::tui::ctx::View;
use crate::tui::screens::project::urgency;
use crate::tui::widgets::{split_bottom, split_top};
use crate::workshop::agenda::urgency::Urgency;
use crate::workshop::agenda::{Item, Progress};
use crate::workshop::groups::rooms;
use crate::workshop::id::EventId;
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;

/// A wall of so many rows has room for a thick band.
const TALL: u16 = 34;

/// The widest that digits are drawn. They fill walls of up to 220 columns; on wider ones a second in which many of them change
/// would be more than 4 KiB, which a wall at the end of a thin line cannot take every second.
const WIDEST: u16 = 204;

/// The look, the word and the sign of a state.
const fn state(urgency: Urgency) -> (Role, &'static str, &'static str) {
    match urgency {
        Urgency::Plenty => (Role::Plenty, "project-plenty", "●"),
        Urgency::Soon => (Role::Soon, "project-soon", "▲"),
        Urgency::Nearly => (Role::Nearly, "project-nearly", "■"),
        Urgency::Over => (Role::Over, "project-over", "+"),
    }
}

pub(super) fn now(
    (item, next): (Option<EventId>, Option<(EventId, Timestamp)>),
    instruction: &Text,
    tongues: &[Messages; 2],
    frame: &mut Frame<'_>,
    area: Rect,
    view: &View<'_>,
) {
    let items = &view.workshop.items;
    let current = item.and_then(|key| items.get(key));
    let head = match current {
        Some(item) => item.title.text(),
        None => view.workshop.meeting.title.text(),
    };
    let foot =
        next.and_then(|(key, at)| Some(coming(items.get(key)?, at, tongues, view))).unwrap_or_default();
    let rest = centred(&head, Role::Title, frame, area, view);
    let [rest, below] = split_bottom(rest, rows(&foot, area.width));
    centred(&foot, Role::Wall, frame, below, view);
    let [_, rest] = split_top(rest, 1);
    let [rest, _] = split_bottom(rest, 1);
    let Some(item) = current else {
        let clock = date::clock(&view.workshop.meeting.local(view.now));
        return fill(&clock, Role::Digits, frame, rest, view);
    };
    // While rooms report back, whose turn it is matters more than what was to be done.
    let reporting = reporting(item, tongues, view);
    let instruction = reporting.as_ref().unwrap_or(instruction);
    let told = rows(instruction, area.width);
    let [rest, below] = split_bottom(rest, told);
    centred(instruction, Role::Title, frame, below, view);
    let [rest, _] = split_bottom(rest, u16::from(told > 0));
    let (thick, thin) = if area.height >= TALL { (3, 2) } else { (1, 1) };
    let [rest, at] = split_bottom(rest, thick);
    band(item, tongues, frame, at, view);
    let [rest, at] = split_bottom(rest, thin);
    bar(item, frame, at, view);
    let [rest, _] = split_bottom(rest, 1);
    let aside = rest.width.saturating_sub(WIDEST) / 2;
    let digits = Rect { x: rest.x + aside, width: rest.width - 2 * aside, ..rest };
    fill(
        &date::wall_countdown(rooms::left(view.workshop, item, view.now)),
        Role::Digits,
        frame,
        digits,
        view,
    );
}

/// Which room reports back, how long it has left, and which is next.
fn reporting(item: &Item, tongues: &[Messages; 2], view: &View<'_>) -> Option<Text> {
    let round = rooms::reporting(view.workshop, item.key())?;
    let round = view.workshop.rounds.get(round)?;
    let reports = rooms::reports(round, item, view.now);
    let now = reports.iter().find(|report| report.is_on())?;
    let next = reports.iter().find(|report| report.begun.is_none());
    let left = date::wall_countdown(now.share - now.took);
    let mut text = Text::default();
    for messages in tongues {
        let title = |room: &str| {
            let room = round.room(room).map(|room| room.title.in_(messages.lang()).to_owned());
            room.unwrap_or_default()
        };
        let args = [("room", title(&now.room).into()), ("time", (&left).into())];
        let words = Some(messages.with("project-reporting", &args));
        let next =
            next.map(|next| messages.with("run-reporting-next", &[("room", title(&next.room).into())]));
        let all: Vec<String> = words.into_iter().chain(next).collect();
        text.set(messages.lang(), Some(all.join(" · ").into()));
    }
    Some(text)
}

/// What comes next, and when.
fn coming(item: &Item, at: Timestamp, tongues: &[Messages; 2], view: &View<'_>) -> Text {
    let (title, time) = (item.title.text(), date::clock(&view.workshop.meeting.local(at)));
    let mut text = Text::default();
    for messages in tongues {
        let lang = messages.lang();
        let args = [("time", (&time).into()), ("title", title.in_(lang).to_owned().into())];
        text.set(lang, Some(messages.with("project-next", &args).into()));
    }
    text
}

/// How urgent it is: a band with a word and a sign.
fn band(item: &Item, tongues: &[Messages; 2], frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let (role, word, sign) = state(urgency(view.workshop, item, view.now));
    let paused = matches!(item.progress(), Progress::Paused { .. });
    let (word, sign) = if paused { ("project-paused", "‖") } else { (word, sign) };
    frame.buffer_mut().set_style(area, view.style(role));
    let said = both(tongues, word, &[("sign", sign.into())]);
    let [_, middle] = split_top(area, area.height / 2);
    centred(&said, role, frame, Rect { height: middle.height.min(1), ..middle }, view);
}

/// What is left of the length; nothing of it once it is over.
fn bar(item: &Item, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
    let left = u64::try_from(rooms::left(view.workshop, item, view.now)).unwrap_or(0);
    let length = u64::from(item.minutes()) * 60;
    let filled = left.saturating_mul(u64::from(area.width)).div_ceil(length.max(1));
    let filled = u16::try_from(filled).unwrap_or(u16::MAX).min(area.width);
    for y in area.y..area.bottom() {
        let full = "█".repeat(usize::from(filled));
        write(frame, area.x, y, full, usize::from(area.width), view.style(Role::Digits));
        let empty = "─".repeat(usize::from(area.width - filled));
        if y + 1 == area.bottom() {
            write(frame, area.x + filled, y, empty, usize::from(area.width), view.style(Role::Track));
        }
    }
}
