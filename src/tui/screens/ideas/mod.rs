//! Ideas: what it remembers and how it acts.

mod detail;
pub(crate) mod draw;
mod forms;
pub(crate) mod model;
mod settle;

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::shared::rooms::Rooms;
use super::shared::writing::Writing;
use crate::input::field::Field;
use crate::input::keys::ideas::Ideas as Act;
use crate::input::{Action, Code, Context, Key};
use crate::intake::Kind;
use crate::language::Messages;
use crate::tui::ctx::{Desk, Screen, View};
use crate::tui::layers::{Pages, Pick, PickRow, import};
use crate::tui::widgets::uneven::Uneven;
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::id::EventId;
use crate::workshop::ideas::Idea;
use crate::workshop::ideas::commands::{IdeaHide, IdeaMerge, IdeaRemove, IdeaUnmerge};
use crate::workshop::text::Lang;
use model::{Board, Shown};

#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Cursor {
    /// Nothing: keys act.
    #[default]
    Nowhere,
    /// The line in which ideas are written.
    Line,
    Filter,
}

/// What the board was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Made {
    revision: u64,
    lang: Lang,
    shown: Shown,
    filter: String,
}

#[derive(Debug, Default)]
pub(crate) struct Ideas {
    pub line: Writing,
    /// The words that an idea must have to be shown.
    pub filter: Field,
    pub cursor: Cursor,
    /// How one looks at the board.
    pub shown: Shown,
    pub board: Board,
    pub rooms: Rooms,
    /// Which row is chosen.
    pub list: Uneven,
    /// The marked ideas, in the order in which they were marked.
    pub marked: Vec<EventId>,
    made: Option<Made>,
    /// The chosen idea, which stays chosen when others come and go. None: the newest is.
    chosen: Option<EventId>,
    /// The marks have done their work; said by a form that closes.
    forget_marks: Rc<Cell<bool>>,
    /// The room picked for new ideas, said by a list that closes.
    picked_room: Rc<RefCell<Option<Arc<str>>>>,
}

impl Ideas {
    /// Makes the board again if anything that it is made of has changed.
    fn renew(&mut self, workshop: &Workshop, messages: &Messages, now: jiff::Timestamp) {
        if self.forget_marks.take() {
            self.marked.clear();
        }
        if let Some(room) = self.picked_room.take() {
            self.line.room = room;
        }
        let made = Made {
            revision: workshop.revision(),
            lang: messages.lang(),
            shown: self.shown,
            filter: self.filter.text().to_owned(),
        };
        if self.made.as_ref() == Some(&made) {
            return;
        }
        let before = self.made.as_ref().map(|made| (made.revision, made.lang));
        if before != Some((made.revision, made.lang)) {
            self.rooms = Rooms::of(workshop, now);
            self.board = Board::of(workshop);
            let standing = |key: &EventId| {
                workshop.ideas.get(*key).is_some()
                    && crate::workshop::ideas::kept(&workshop.ideas, *key) == *key
            };
            self.marked.retain(standing);
        }
        self.board.arrange(workshop, &self.rooms, messages, self.shown, &made.filter);
        self.made = Some(made);
        let last = self.board.entries.len().saturating_sub(1);
        let row = match self.chosen {
            Some(chosen) => self.board.entries.iter().position(|entry| entry.idea == chosen),
            None => Some(if self.shown == Shown::All { last } else { 0 }),
        };
        self.list.select(row.unwrap_or_else(|| self.list.selected()).min(last));
    }

    pub(crate) fn chosen(&self) -> Option<EventId> {
        self.board.entries.get(self.list.selected()).map(|entry| entry.idea)
    }

    fn move_to(&mut self, step: impl FnOnce(&mut Uneven, usize)) {
        let len = self.board.entries.len();
        step(&mut self.list, len);
        let follows = self.shown == Shown::All && self.list.selected() + 1 >= len;
        self.chosen = if follows { None } else { self.chosen() };
    }

    /// What is to be worked on: the marked ideas or, without marks, the chosen one.
    fn targets(&self) -> Vec<EventId> {
        if self.marked.is_empty() { self.chosen().into_iter().collect() } else { self.marked.clone() }
    }

    fn mark(&mut self) {
        let Some(idea) = self.chosen() else { return };
        match self.marked.iter().position(|marked| *marked == idea) {
            Some(at) => drop(self.marked.remove(at)),
            None => self.marked.push(idea),
        }
        self.move_to(|list, len| list.step(1, len));
    }

    fn merge(&mut self, desk: &mut Desk<'_>) {
        // Marked ideas are merged; with one mark or none the chosen one joins it.
        let mut ideas = self.marked.clone();
        if ideas.len() < 2 {
            ideas.extend(self.chosen().filter(|chosen| !ideas.contains(chosen)));
        }
        if ideas.len() < 2 {
            return desk.say("ideas-mark-two", &[]);
        }
        let Some(workshop) = desk.workshop() else { return };
        let (n, names) = (ideas.len(), names(workshop, &ideas));
        if desk.perform(IdeaMerge { ideas: names, text: None }).is_some() {
            self.chosen = ideas.first().copied();
            self.marked.clear();
            desk.say("ideas-merged", &[("n", n.into())]);
        }
    }

    /// The same command for each of the ideas that are worked on, as one piece of work.
    fn each(&mut self, desk: &mut Desk<'_>, request: impl Fn(Arc<str>, &Idea) -> Option<Request>) {
        let Some(workshop) = desk.workshop() else { return };
        let targets = self.targets();
        let one = |key: &EventId| {
            let idea = workshop.ideas.get(*key)?;
            request(workshop.ideas.label(*key).as_ref().into(), idea)
        };
        let requests: Vec<Request> = targets.iter().filter_map(one).collect();
        if !requests.is_empty() && desk.perform_all(&requests) {
            self.marked.clear();
        }
    }

    fn hide(&mut self, desk: &mut Desk<'_>) {
        let Some(workshop) = desk.workshop() else { return };
        let ideas = self.targets();
        let is_hidden = |key: &EventId| workshop.ideas.get(*key).is_some_and(|idea| idea.is_off_record());
        // Where some are on the record and some are not, all are taken off: what was told in confidence stays so.
        let hide = !ideas.iter().all(is_hidden);
        self.each(desk, |name, idea| {
            let flag = idea.hidden.get().copied().unwrap_or(false);
            let kind = idea.sort() == crate::workshop::ideas::Sort::OffRecord;
            match hide {
                // An idea whose kind is off the record goes on it by becoming a plain idea.
                false if kind => Some(forms::of_kind(name, "idea")),
                _ if flag == hide || (hide && kind) => None,
                _ => Some(IdeaHide { idea: name, hidden: Some(hide) }.into()),
            }
        });
    }

    fn pick_room(&self, desk: &mut Desk<'_>) {
        let messages = desk.messages;
        let row = |id: &str, aside: String| PickRow::new(id, self.rooms.full(id, messages), aside);
        let topic = |topic: &crate::workshop::text::Text| topic.in_(messages.lang()).to_owned();
        let rooms = self.rooms.rows.iter().map(|room| row(&room.id, topic(&room.topic)));
        let rows = std::iter::once(row("", String::new())).chain(rooms).collect();
        let picked = self.picked_room.clone();
        let then = move |id: &str, _: &mut Desk<'_>| {
            picked.replace(Some(id.into()));
            true
        };
        desk.push(Pick::new(messages.say("ideas-room-title"), rows, then));
    }
}

/// The names by which ideas are found.
fn names(workshop: &Workshop, ideas: &[EventId]) -> Vec<Arc<str>> {
    ideas.iter().map(|key| workshop.ideas.label(*key).as_ref().into()).collect()
}

impl Screen for Ideas {
    fn context(&self) -> Context {
        Context::Ideas
    }

    fn refresh(&mut self, view: &View<'_>) {
        self.renew(view.workshop, view.messages, view.now);
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        self.renew(view.workshop, view.messages, view.now);
        draw::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, desk: &mut Desk<'_>) {
        let Action::Ideas(action) = action else { return };
        // Several keys may come before one frame is drawn: each acts on the board as it then is.
        if let Some(workshop) = desk.workshop() {
            self.renew(workshop, desk.messages, desk.now());
        }
        match action {
            Act::Write => self.cursor = Cursor::Line,
            Act::Filter => self.cursor = Cursor::Filter,
            Act::Mark => self.mark(),
            Act::Merge => self.merge(desk),
            Act::Unmerge => {
                let Some((name, _)) = self.one(desk) else { return };
                desk.perform(IdeaUnmerge { idea: name });
            }
            Act::Tag => self.tag(desk),
            Act::Edit => self.edit(desk),
            Act::Translate => self.translate(desk),
            Act::Promote => self.promote(desk),
            Act::Kind => self.kind(desk),
            Act::Hide => self.hide(desk),
            Act::Settle => self.settle(desk),
            Act::Room => self.pick_room(desk),
            Act::Import => import::ask_import(Kind::Ideas, desk),
            Act::Detail => {
                let (Some(idea), Some(workshop)) = (self.chosen(), desk.workshop()) else { return };
                let lines = detail::lines(workshop, desk.messages, &self.rooms, idea);
                desk.push(Pages::new(desk.messages.say("ideas-detail-title"), lines));
            }
            Act::Remove => self.each(desk, |idea, _| Some(IdeaRemove { idea }.into())),
            Act::Clear => {
                self.marked.clear();
                self.filter.take();
            }
            Act::View | Act::ViewBack => self.shown = self.shown.turn(action == Act::View),
            Act::Up => self.move_to(|list, len| list.step(-1, len)),
            Act::Down => self.move_to(|list, len| list.step(1, len)),
            Act::PageUp => self.move_to(|list, len| list.page(false, len)),
            Act::PageDown => self.move_to(|list, len| list.page(true, len)),
            Act::First => self.move_to(|list, len| list.step(isize::MIN, len)),
            Act::Last => self.move_to(|list, len| list.step(isize::MAX, len)),
        }
    }

    fn field(&mut self) -> Option<&mut Field> {
        match self.cursor {
            Cursor::Nowhere => None,
            Cursor::Line => Some(&mut self.line.field),
            Cursor::Filter => Some(&mut self.filter),
        }
    }

    fn enter(&mut self, desk: &mut Desk<'_>) {
        match self.cursor {
            Cursor::Filter => self.cursor = Cursor::Nowhere,
            _ => {
                if self.line.enter(desk) {
                    // The eye follows what was written.
                    self.chosen = None;
                }
            }
        }
    }

    fn leave_field(&mut self) {
        if self.cursor == Cursor::Filter {
            self.filter.take();
        } else if self.line.give_up() {
            return;
        }
        self.cursor = Cursor::Nowhere;
    }

    fn key_in_field(&mut self, key: Key, desk: &mut Desk<'_>) -> bool {
        match (self.cursor, key.code) {
            (Cursor::Line, Code::Tab) => self.line.room = self.rooms.turn(&self.line.room, !key.shift),
            (Cursor::Line, Code::Up) => self.line.again(desk, true),
            (Cursor::Line, Code::Down) => self.line.again(desk, false),
            (_, Code::Up) => self.move_to(|list, len| list.step(-1, len)),
            (_, Code::Down) => self.move_to(|list, len| list.step(1, len)),
            (_, Code::PageUp) => self.move_to(|list, len| list.page(false, len)),
            (_, Code::PageDown) => self.move_to(|list, len| list.page(true, len)),
            _ => return false,
        }
        true
    }

    fn paste(&mut self, text: &str, desk: &mut Desk<'_>) -> bool {
        if self.cursor == Cursor::Filter {
            return false;
        }
        // Cells side by side are a table, whatever has the cursor; lines are ideas.
        if text.contains('\t') && import::pasted(Kind::Ideas, text, desk) {
            return true;
        }
        if text.trim_end().contains(['\n', '\r']) {
            self.chosen = None;
            return self.line.paste(text, desk);
        }
        self.cursor = Cursor::Line;
        self.line.field.paste(text);
        true
    }

    fn draft(&self) -> Option<&str> {
        self.line.draft()
    }

    fn restore(&mut self, draft: &str) {
        self.line.restore(draft);
    }

    fn is_conflicted(&self, view: &View<'_>) -> bool {
        let chosen = self.chosen().filter(|_| matches!(self.cursor, Cursor::Nowhere));
        let idea = chosen.and_then(|key| view.workshop.ideas.get(key));
        idea.is_some_and(|idea| idea.versions() > 1)
            || chosen.is_some_and(|key| self.board.torn.contains(&key))
    }

    fn hint(&self, view: &View<'_>) -> Option<String> {
        match self.cursor {
            Cursor::Nowhere => None,
            Cursor::Filter => Some(view.say("ideas-hint-filter")),
            Cursor::Line if self.line.is_changing() => Some(view.say("capture-hint-changing")),
            Cursor::Line => Some(view.say("ideas-hint-line")),
        }
    }
}
