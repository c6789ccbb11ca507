//! Run: what it remembers and how it acts.

mod actions;
pub(crate) mod course;
pub(crate) mod draw;
mod forms;
mod layout;
mod live;
pub(crate) mod model;
pub(crate) mod pays;
pub(crate) mod rooms;
mod versions;
pub(crate) mod what_if;

use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::shared::conflicts::Version;
use super::shared::writing::Writing;
use crate::input::field::Field;
use crate::input::{Action, Code, Context, Key};
use crate::intake::Kind;
use crate::language::Messages;
use crate::tui::ctx::{Desk, Screen, View, Wake};
use crate::tui::layers::import;
use crate::tui::widgets::list::List;
use crate::workshop::Workshop;
use crate::workshop::agenda::Progress;
use crate::workshop::id::EventId;
use model::Page;

#[derive(Debug, Default)]
pub(crate) struct Run {
    /// Which item of the day is chosen.
    pub list: List,
    /// The rows as they are drawn: rooms and second lines of titles among the items.
    pub drawn: List,
    /// The day, if one was asked for.
    pub day: Option<u32>,
    /// What is shown.
    pub page: Page,
    /// The line one writes an idea in, and the room of the running item that it was said in; empty: the plenary.
    pub line: Writing,
    /// Whether it has the cursor.
    pub writing: bool,
    followed: Option<Option<EventId>>,
    stale: bool,
    /// An item to be chosen once it is on the page.
    choose: Option<String>,
}

impl Run {
    /// The item that is chosen.
    pub(crate) fn chosen(&self) -> Option<EventId> {
        self.page.rows.get(self.list.selected()).map(|row| row.item)
    }

    /// What two laptops said concurrently about the chosen item; where that is nothing, about the meeting.
    fn versions(&self, workshop: &Workshop, messages: &Messages) -> Vec<Version> {
        let item = self.chosen().map(|key| versions::of_item(workshop, messages, key));
        item.filter(|found| !found.is_empty()).unwrap_or_else(|| versions::of_meeting(workshop))
    }

    /// The room that an idea goes to.
    pub(crate) fn target(&self) -> Option<&model::RoomRow> {
        self.page.rooms.iter().find(|room| room.id == self.line.room)
    }

    /// Turns to another day; its page is computed before the next frame.
    /// The room after the one that is written for, or before it; the plenary stands between the last and the first.
    fn next_room(&self, on: bool) -> Arc<str> {
        let rooms = &self.page.rooms;
        let at = rooms.iter().position(|room| room.id == self.line.room);
        let next = match (at, on) {
            (None, true) => rooms.first(),
            (None, false) => rooms.last(),
            (Some(at), true) => rooms.get(at + 1),
            (Some(at), false) => at.checked_sub(1).and_then(|at| rooms.get(at)),
        };
        next.map(|room| room.id.clone()).unwrap_or_default()
    }

    fn turn_to(&mut self, day: u32) {
        if day != self.page.day {
            self.day = Some(day);
            self.page.day = day;
            self.page.rows.clear();
            self.list.select(0);
            self.stale = true;
        }
    }
}

impl Screen for Run {
    fn context(&self) -> Context {
        Context::Run
    }

    fn refresh(&mut self, view: &View<'_>) {
        self.stale = false;
        let chosen = self.chosen();
        self.page = Page::new(view, self.day);
        // The choice follows what runs, and else stays on its item wherever that has moved.
        let running = self.page.running;
        let wanted = self.choose.take().and_then(|item| view.workshop.items.find(&item).ok());
        let usual = || running.or(self.page.next.as_ref().map(|row| row.item));
        let follow = if self.followed == Some(running) { None } else { usual() };
        let place = |item: Option<EventId>| item.and_then(|item| self.page.place(item));
        if let Some(place) = place(wanted).or_else(|| place(follow)).or_else(|| place(chosen)) {
            self.list.select(place);
        }
        self.followed = Some(running);
        self.list.keep_within(self.page.rows.len());
        if self.target().is_none() {
            self.line.room = "".into();
        }
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        if self.stale {
            self.refresh(view);
        }
        draw::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, desk: &mut Desk<'_>) {
        if let Action::Run(action) = action {
            actions::act(self, action, desk);
        }
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.writing.then_some(&mut self.line.field)
    }

    fn enter(&mut self, desk: &mut Desk<'_>) {
        if self.line.field.text().trim().is_empty() && !self.line.is_changing() {
            self.writing = false;
        } else {
            self.line.enter(desk);
        }
    }

    fn leave_field(&mut self) {
        if !self.line.give_up() {
            self.writing = false;
        }
    }

    fn key_in_field(&mut self, key: Key, desk: &mut Desk<'_>) -> bool {
        match key.code {
            Code::Tab => self.line.room = self.next_room(!key.shift),
            Code::Up => self.line.again(desk, true),
            Code::Down => self.line.again(desk, false),
            _ => return false,
        }
        true
    }

    fn paste(&mut self, text: &str, desk: &mut Desk<'_>) -> bool {
        // Lines pasted into the line are ideas; elsewhere rows are an agenda.
        if self.writing { self.line.paste(text, desk) } else { import::pasted(Kind::Agenda, text, desk) }
    }

    fn draft(&self) -> Option<&str> {
        self.line.draft()
    }

    fn restore(&mut self, draft: &str) {
        self.line.restore(draft);
    }

    fn wakes(&self, view: &View<'_>) -> Wake {
        let runs = |progress: Progress| matches!(progress, Progress::Running { .. });
        if view.workshop.items.iter().any(|item| runs(item.progress())) {
            return Wake::Second;
        }
        // On a day of the meeting what is late grows later.
        let day = view.workshop.meeting.day_at(view.now).unwrap_or(0);
        if (1..=i64::from(self.page.last_day)).contains(&day) { Wake::Minute } else { Wake::Never }
    }

    fn is_conflicted(&self, view: &View<'_>) -> bool {
        !self.versions(view.workshop, view.messages).is_empty()
    }

    fn hint(&self, view: &View<'_>) -> Option<String> {
        self.writing.then(|| {
            view.say(match (self.line.is_changing(), self.page.rooms.is_empty()) {
                (true, _) => "capture-hint-changing",
                (false, true) => "hint-field",
                (false, false) => "run-hint-write",
            })
        })
    }
}
