//! Run: what it remembers and how it acts. It is drawn in `ui::screens::run`.

mod act;
mod forms;
pub mod page;
pub mod stage;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::desk::{Desk, View};
use crate::app::screen::{Screen, Wake};
use crate::input::{Action, Code, Context, Key};
use crate::ui::list::List;
use crate::ui::text::field::Field;
use crate::workshop::agenda::Progress;
use crate::workshop::command::IdeaAdd;
use crate::workshop::id::EventId;
use crate::workshop::text::Text;
use page::Page;

/// Run.
#[derive(Debug, Default)]
pub struct Run {
    /// Which item of the day is chosen.
    pub list: List,
    /// The rows as they are drawn: rooms and second lines of titles among the items.
    pub drawn: List,
    /// The day, if one was asked for.
    pub day: Option<u32>,
    /// What is shown.
    pub page: Page,
    /// The line one writes an idea in.
    pub line: Field,
    /// Whether it has the cursor.
    pub writing: bool,
    /// The room that the idea was said in: a place among the rooms of the page; none: the plenary.
    pub room: Option<usize>,
    followed: Option<Option<EventId>>,
    stale: bool,
    /// An item to be chosen once it is on the page.
    choose: Option<String>,
}

impl Run {
    /// The item that is chosen.
    pub fn chosen(&self) -> Option<EventId> {
        self.page.rows.get(self.list.selected()).map(|row| row.item)
    }

    /// The room that an idea goes to.
    pub fn target(&self) -> Option<&page::RoomRow> {
        self.room.and_then(|room| self.page.rooms.get(room))
    }

    /// Turns to another day; its page is worked out before the next frame.
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
        if self.room.is_some_and(|room| room >= self.page.rooms.len()) {
            self.room = None;
        }
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        if self.stale {
            self.refresh(view);
        }
        crate::ui::screens::run::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, desk: &mut Desk<'_>) {
        if let Action::Run(action) = action {
            act::act(self, action, desk);
        }
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.writing.then_some(&mut self.line)
    }

    fn enter(&mut self, desk: &mut Desk<'_>) {
        let text = self.line.text().trim();
        if text.is_empty() {
            self.writing = false;
            return;
        }
        let idea = IdeaAdd {
            text: Text::plain(text),
            room: self.target().map(|room| room.id.clone()),
            tags: None,
            author: None,
            kind: None,
        };
        if desk.perform(idea).is_some() {
            self.line.take();
        }
    }

    fn leave_field(&mut self) {
        self.writing = false;
    }

    fn key_in_field(&mut self, key: Key, _desk: &mut Desk<'_>) -> bool {
        if key.code != Code::Tab {
            return false;
        }
        let rooms = self.page.rooms.len();
        self.room = match (self.room, key.shift) {
            (None, _) if rooms == 0 => None,
            (None, false) => Some(0),
            (None, true) => Some(rooms - 1),
            (Some(room), false) => Some(room + 1).filter(|room| *room < rooms),
            (Some(room), true) => room.checked_sub(1),
        };
        true
    }

    fn draft(&self) -> Option<&str> {
        Some(self.line.text()).filter(|text| !text.is_empty())
    }

    fn restore(&mut self, draft: &str) {
        self.line = Field::new(draft);
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

    fn hint(&self, view: &View<'_>) -> Option<String> {
        self.writing
            .then(|| view.say(if self.page.rooms.is_empty() { "hint-field" } else { "run-hint-write" }))
    }
}
