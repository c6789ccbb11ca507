//! Rooms at a glance: of a running breakout how long each has, whether its rapporteur is there, what was captured and said last;
//! of an item in which rooms report back, who reports and how long each has.

pub(crate) mod draw;

use std::sync::Arc;

use jiff::Timestamp;
use ratatui::Frame;
use ratatui::layout::Rect;

use super::model::{self, Page};
use super::what_if::{WhatIf, Whose};
use crate::input::keys::global::Global;
use crate::input::{Action, Code, Key};
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Layer, View, pressed};
use crate::tui::widgets::list::{List, Part};
use crate::tui::widgets::panel::panel;
use crate::tui::widgets::tall;
use crate::workshop::Workshop;
use crate::workshop::command::Command;
use crate::workshop::groups::commands::{RoundCall, RoundReport, RoundStart};
use crate::workshop::groups::rooms::{self as clocks, Report};
use crate::workshop::id::EventId;
use crate::workshop::text::Text;

/// The widest that they are set.
const WIDTH: u16 = 110;
/// Lines of a room: what can be counted, and what was said last.
const LINES: u16 = 2;

/// What the rooms do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Doing {
    Work,
    /// They report back.
    Report,
}

/// Rooms at a glance.
pub(crate) struct Rooms {
    round: EventId,
    doing: Doing,
    day: u32,
    list: List,
    /// The rooms as they were drawn last, in that order.
    order: Vec<Arc<str>>,
    page: Page,
    seen: Option<(u64, i64)>,
    /// The room that has just begun to report: the choice follows it.
    follows: Option<Arc<str>>,
    /// Nothing with rooms runs any more.
    over: bool,
}

impl Rooms {
    /// The rooms of what runs: at work, or reporting back. None where nothing with rooms runs.
    pub(crate) fn of(page: &Page) -> Option<Self> {
        let (round, doing) = match (page.round, page.reports) {
            (Some(round), _) => (round, Doing::Work),
            (None, Some(round)) => (round, Doing::Report),
            (None, None) => return None,
        };
        let list = List::default();
        Some(Self {
            round,
            doing,
            day: page.day,
            list,
            order: Vec::new(),
            page: page.clone(),
            seen: None,
            follows: None,
            over: false,
        })
    }

    fn chosen(&self) -> Option<Arc<str>> {
        self.order.get(self.list.selected()).cloned()
    }

    fn name(&self, desk: &Desk<'_>) -> Option<Arc<str>> {
        Some(desk.workshop()?.rounds.label(self.round).as_ref().into())
    }

    fn at_work(&mut self, key: Key, round: Arc<str>, desk: &mut Desk<'_>) -> After {
        let room = self.chosen();
        match pressed(key) {
            Some('c') => perform(desk, RoundCall { round, room }),
            Some('x') => perform(desk, RoundCall { round, room: None }),
            Some('s') => perform(desk, RoundStart { round, room }),
            Some('a') => self.minutes(5, &round, desk),
            Some('z') => self.minutes(-5, &round, desk),
            Some('g' | '+') => self.minutes(1, &round, desk),
            Some('k') => self.list.step(-1, self.order.len()),
            Some('j') => self.list.step(1, self.order.len()),
            Some('q' | 'r') => return After::Close,
            _ => {}
        }
        After::Stay
    }

    /// Minutes for the chosen room: what that does to the day is shown first.
    fn minutes(&self, minutes: i32, round: &str, desk: &mut Desk<'_>) {
        let Some(room) = self.chosen() else { return };
        let title = desk.workshop().and_then(|workshop| title(workshop, self.round, &room));
        let title = title.map(|title| title.in_(desk.messages.lang()).to_owned()).unwrap_or_default();
        let whose = Whose::Room(round.to_owned(), room.to_string());
        if let Some(layer) = WhatIf::minutes(whose, &title, minutes, self.day, desk) {
            desk.push(layer);
        }
    }

    fn reporting(&mut self, key: Key, round: Arc<str>, desk: &mut Desk<'_>) -> After {
        let room = match (key.code, pressed(key)) {
            (Code::Enter, _) => self.chosen(),
            (_, Some(' ')) => self.next(desk),
            (_, Some('x')) => None,
            (_, Some('k')) => {
                self.list.step(-1, self.order.len());
                return After::Stay;
            }
            (_, Some('j')) => {
                self.list.step(1, self.order.len());
                return After::Stay;
            }
            (_, Some('q' | 'r')) => return After::Close,
            _ => return After::Stay,
        };
        self.follows = room.clone();
        perform(desk, RoundReport { round, room });
        After::Stay
    }

    /// The first room that has not reported.
    fn next(&self, desk: &Desk<'_>) -> Option<Arc<str>> {
        let reports = self.reports(desk.workshop()?, desk.now());
        reports.into_iter().find(|report| report.begun.is_none()).map(|report| report.room)
    }

    fn reports(&self, workshop: &Workshop, now: Timestamp) -> Vec<Report> {
        model::reports(workshop, &self.page, now)
    }
}

impl Layer for Rooms {
    fn key(&mut self, key: Key, desk: &mut Desk<'_>) -> After {
        match key.code {
            Code::Esc => return After::Close,
            _ if self.over => return After::Close,
            _ if self.list.key(key, self.order.len()) => return After::Stay,
            _ => {}
        }
        // Undo says what it did, as everywhere: the program does it.
        if pressed(key) == Some('u') {
            return After::Act(Action::Global(Global::Undo));
        }
        let Some(round) = self.name(desk) else { return After::Close };
        match self.doing {
            Doing::Work => self.at_work(key, round, desk),
            Doing::Report => self.reporting(key, round, desk),
        }
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let seen = (view.workshop.revision(), view.now.as_second().div_euclid(60));
        if self.seen != Some(seen) {
            self.seen = Some(seen);
            self.page = Page::new(view, None);
            // Somebody may have gone on: what is shown is always of what runs.
            match Self::of(&self.page) {
                Some(now) => (self.round, self.doing, self.over) = (now.round, now.doing, false),
                None => self.over = true,
            }
        }
        if self.over {
            let inner = panel(frame, area, view, &view.say("run-no-rooms"), 1, WIDTH);
            let hint = view.messages.hint("run-no-rooms", &[]).unwrap_or_default();
            return self.list.scroll(frame, inner, 1, view, |_| vec![(hint.clone(), Role::Quiet)]);
        }
        let item = self.page.running.and_then(|item| view.workshop.items.get(item));
        let Some((round, item)) = view.workshop.rounds.get(self.round).zip(item) else { return };
        let (times, reports) = match self.doing {
            Doing::Work => (clocks::times(round, item, view.now), Vec::new()),
            Doing::Report => (Vec::new(), self.reports(view.workshop, view.now)),
        };
        let at_work = times.iter().map(|time| time.room.clone());
        self.order = at_work.chain(reports.iter().map(|report| report.room.clone())).collect();
        let follows = self.follows.take();
        if let Some(place) = follows.and_then(|room| self.order.iter().position(|other| *other == room)) {
            self.list.select(place);
        }
        let heading = match self.doing {
            Doing::Work => view.with("rooms-title", &[("title", round.title.in_(view.lang()).into())]),
            Doing::Report => view.with("rooms-reports", &[("title", round.title.in_(view.lang()).into())]),
        };
        let len = self.order.len();
        let rows = u16::try_from(len).unwrap_or(u16::MAX).saturating_mul(LINES);
        let inner = panel(frame, area, view, &heading, rows.max(3), WIDTH);
        let (page, of) = (&self.page, self.round);
        let row = |place: usize, width: usize| -> Vec<Vec<Part>> {
            if let Some(time) = times.get(place) {
                let row = page.rooms.iter().find(|row| row.id == time.room);
                return row.map(|row| draw::at_work(row, time, width, view)).unwrap_or_default();
            }
            let Some(report) = reports.get(place) else { return Vec::new() };
            let title = title(view.workshop, of, &report.room).unwrap_or_default();
            draw::reporting(&title, report, width, view)
        };
        tall::draw(&mut self.list, frame, inner, (len, LINES), view, row);
    }

    fn hint(&self, view: &View<'_>) -> String {
        view.say(match self.doing {
            Doing::Work => "hint-rooms",
            Doing::Report => "hint-reports",
        })
    }
}

fn perform(desk: &mut Desk<'_>, command: impl Into<Command>) {
    desk.perform(command.into());
}

fn title(workshop: &Workshop, round: EventId, room: &str) -> Option<Text> {
    let room = workshop.rounds.get(round)?.room(room)?;
    let mut title = if room.title.is_empty() { Text::plain(&room.id) } else { room.title.clone() };
    for (lang, topic) in room.topic.forms() {
        if let Some(words) = title.get(lang).map(|words| format!("{words} · {topic}")) {
            title.set(lang, Some(words.into()));
        }
    }
    Some(title)
}
