//! Capture: what it remembers and how it acts.
//!
//! The cursor is always in a line: the one in which ideas are written or, while a room is chosen, the one that finds it.

pub(crate) mod draw;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::shared::rooms::Rooms;
use super::shared::writing::Writing;
use crate::input::field::Field;
use crate::input::keys::capture::Capture as Act;
use crate::input::{Action, Context, Key};
use crate::language::Messages;
use crate::tui::ctx::{Desk, Screen, View};
use crate::tui::layers::matching;
use crate::tui::widgets::list::List;
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;

/// A room being chosen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Choosing {
    /// What finds it.
    pub filter: Field,
    /// The rooms found: their id and what is shown.
    pub found: Vec<(String, String)>,
    /// Which of them is chosen.
    pub list: List,
}

#[derive(Debug, Default)]
pub(crate) struct Capture {
    pub line: Writing,
    pub rooms: Rooms,
    /// The ideas of this room, oldest first.
    pub ideas: Vec<EventId>,
    /// The choice of a room, while it is made.
    pub choosing: Option<Choosing>,
    /// A room was chosen once, so that a choice can be left again.
    has_room: bool,
    /// The room to begin with, until it was offered.
    last: Option<String>,
    made: Option<(u64, String)>,
}

impl Capture {
    /// The desk of a room; without one it is asked for, beginning with the last that was written for.
    pub(crate) fn new(room: Option<String>, last: Option<String>) -> Self {
        let has_room = room.is_some();
        let line = Writing::of_room(&room.unwrap_or_default());
        let choosing = (!has_room).then(Choosing::default);
        Self { line, has_room, choosing, last, ..Self::default() }
    }

    fn renew(&mut self, workshop: &Workshop, now: jiff::Timestamp) {
        let made = (workshop.revision(), self.line.room.to_string());
        if self.made.as_ref() != Some(&made) {
            self.rooms = Rooms::of(workshop, now);
            let here = workshop.ideas.iter().filter(|idea| idea.room() == made.1);
            self.ideas = here.map(Thing::key).collect();
            self.made = Some(made);
        }
    }

    /// Finds the rooms again.
    fn find(&mut self, messages: &Messages) {
        let Some(choosing) = &mut self.choosing else { return };
        let ids = std::iter::once("").chain(self.rooms.rows.iter().map(|row| row.id.as_ref()));
        let row = |id: &str| {
            let topic = self
                .rooms
                .get(id)
                .map(|row| row.topic.in_(messages.lang()))
                .filter(|topic| !topic.is_empty());
            let topic = topic.map(|topic| format!(" · {topic}")).unwrap_or_default();
            (id.to_owned(), format!("{}{topic}", self.rooms.full(id, messages)))
        };
        let all: Vec<(String, String)> = ids.map(row).collect();
        let texts: Vec<String> = all.iter().map(|(id, shown)| format!("{shown} {id}")).collect();
        let found = matching(choosing.filter.text(), &texts);
        choosing.found = found.into_iter().filter_map(|place| all.get(place).cloned()).collect();
        if let Some(place) =
            self.last.take().and_then(|last| choosing.found.iter().position(|(id, _)| *id == last))
        {
            choosing.list.select(place);
        }
        choosing.list.keep_within(choosing.found.len());
    }

    fn renew_all(&mut self, desk: &Desk<'_>) {
        if let Some(workshop) = desk.workshop() {
            self.renew(workshop, desk.now());
        }
        self.find(desk.messages);
    }

    fn take_room(&mut self, desk: &Desk<'_>) {
        self.renew_all(desk);
        let Some(choosing) = &self.choosing else { return };
        if let Some((id, _)) = choosing.found.get(choosing.list.selected()) {
            self.line.give_up();
            self.line.room = id.as_str().into();
            self.has_room = true;
            self.choosing = None;
        }
    }

    fn give_up(&mut self) {
        match &self.choosing {
            Some(_) if self.has_room => self.choosing = None,
            Some(_) => {}
            None => {
                self.line.give_up();
            }
        }
    }
}

impl Screen for Capture {
    fn context(&self) -> Context {
        Context::Capture
    }

    fn refresh(&mut self, view: &View<'_>) {
        self.renew(view.workshop, view.now);
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.renew(view.workshop, view.now);
        self.find(view.messages);
        draw::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, desk: &mut Desk<'_>) {
        let Action::Capture(action) = action else { return };
        match action {
            Act::Save => self.enter(desk),
            Act::GiveUp => self.give_up(),
            Act::Room if self.choosing.is_some() => self.give_up(),
            Act::Room => self.choosing = Some(Choosing::default()),
            Act::Older | Act::Newer => match &mut self.choosing {
                Some(choosing) => {
                    let by = if action == Act::Older { -1 } else { 1 };
                    choosing.list.step(by, choosing.found.len());
                }
                None => {
                    self.line.again(desk, action == Act::Older);
                    if desk.workshop().is_some_and(|workshop| self.line.is_conflicted(workshop)) {
                        desk.say("settle-replaces", &[]);
                    }
                }
            },
        }
    }

    fn field(&mut self) -> Option<&mut Field> {
        Some(match &mut self.choosing {
            Some(choosing) => &mut choosing.filter,
            None => &mut self.line.field,
        })
    }

    fn enter(&mut self, desk: &mut Desk<'_>) {
        if self.choosing.is_some() {
            self.take_room(desk);
        } else {
            self.line.enter(desk);
        }
    }

    fn leave_field(&mut self) {
        self.give_up();
    }

    fn key_in_field(&mut self, key: Key, desk: &mut Desk<'_>) -> bool {
        if self.choosing.is_none() {
            return false;
        }
        self.renew_all(desk);
        let Some(choosing) = &mut self.choosing else { return false };
        if key.typed().is_some() {
            choosing.list.select(0);
        }
        choosing.list.key(key, choosing.found.len())
    }

    fn paste(&mut self, text: &str, desk: &mut Desk<'_>) -> bool {
        self.choosing.is_none() && self.line.paste(text, desk)
    }

    fn draft(&self) -> Option<&str> {
        self.line.draft()
    }

    fn draft_room(&self) -> Option<&str> {
        self.has_room.then_some(self.line.room.as_ref())
    }

    fn restore(&mut self, draft: &str) {
        self.line.restore(draft);
    }

    fn hint(&self, view: &View<'_>) -> Option<String> {
        Some(view.say(match &self.choosing {
            Some(_) => "capture-hint-room",
            None if self.line.is_changing() => "capture-hint-changing",
            None => "capture-hint",
        }))
    }
}
