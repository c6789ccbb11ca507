//! Commitments: what it remembers and how it acts.

pub(crate) mod draw;
mod forms;
mod model;

pub(crate) use forms::add;
pub(crate) use model::{Facts, Order, Row, is_overdue, versions};

use std::cell::Cell;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::shared::conflicts;
use crate::input::keys::commitments::Commitments as Act;
use crate::input::{Action, Code, Context, Key};
use crate::tui::ctx::{Desk, Screen, View};
use crate::tui::layers::Pages;
use crate::tui::widgets::list::List;
use crate::workshop::commitments::Commitment;
use crate::workshop::commitments::commands::{CommitmentDone, CommitmentRemove};
use crate::workshop::id::EventId;
use draw as ui;

/// The columns into which a commitment is written to be read on its own: what the smallest usual terminal shows.
const PAGE: usize = 74;

#[derive(Debug, Default)]
pub(crate) struct Commitments {
    pub list: List,
    /// What it shows, computed again when the workshop or the minute changes.
    pub facts: Facts,
    pub order: Order,
    /// The chosen commitment, wherever it stands.
    chosen: Option<EventId>,
    /// One just made, to be chosen once it is in the list.
    made: Rc<Cell<Option<EventId>>>,
}

impl Commitments {
    /// The row chosen.
    pub(crate) fn chosen(&self) -> Option<&Row> {
        self.facts.rows.get(self.list.selected())
    }

    fn moved(&mut self, code: Code) {
        self.list.key(Key::plain(code), self.facts.rows.len());
        self.chosen = self.chosen().map(|row| row.key);
    }

    /// Finds the chosen commitment again where it stands now.
    fn follow(&mut self) {
        let wanted = self.made.take().or(self.chosen);
        match self.facts.rows.iter().position(|row| Some(row.key) == wanted) {
            Some(place) => self.list.select(place),
            // What was chosen is gone: its neighbour is.
            None => self.list.keep_within(self.facts.rows.len()),
        }
        self.chosen = self.chosen().map(|row| row.key);
    }

    fn done(desk: &mut Desk<'_>, of: EventId) {
        let Some(workshop) = desk.workshop() else { return };
        let kept = workshop.commitments.get(of).is_some_and(Commitment::is_done);
        let commitment = workshop.commitments.label(of).as_ref().into();
        desk.perform(CommitmentDone { commitment, done: Some(!kept) });
    }

    fn settle(desk: &mut Desk<'_>, of: EventId) {
        let found = desk.workshop().map(|workshop| versions(workshop, desk.messages, of)).unwrap_or_default();
        conflicts::settle(desk, found);
    }
}

impl Screen for Commitments {
    fn context(&self) -> Context {
        Context::Commitments
    }

    fn refresh(&mut self, view: &View<'_>) {
        self.facts = Facts::of(view.workshop, view.messages, view.now, self.order);
        self.follow();
    }

    fn is_conflicted(&self, _: &View<'_>) -> bool {
        self.chosen().is_some_and(|row| row.versions > 1)
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        ui::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, desk: &mut Desk<'_>) {
        let Action::Commitments(action) = action else { return };
        match action {
            Act::Up => return self.moved(Code::Up),
            Act::Down => return self.moved(Code::Down),
            Act::PageUp => return self.moved(Code::PageUp),
            Act::PageDown => return self.moved(Code::PageDown),
            Act::Add => return forms::add(desk, None, self.made.clone()),
            Act::Order => {
                self.order = self.order.next();
                self.facts.put_in(self.order);
                return self.follow();
            }
            _ => {}
        }
        let Some(of) = self.chosen().map(|row| row.key) else {
            return desk.say("commitments-said-none", &[]);
        };
        match action {
            Act::Done => Self::done(desk, of),
            Act::Edit => forms::edit(desk, of),
            Act::Settle => Self::settle(desk, of),
            Act::Read => {
                let Some(workshop) = desk.workshop() else { return };
                let lines = ui::lines(workshop, desk.messages, desk.now(), of, PAGE);
                let title = workshop.commitments.label(of).into_owned();
                desk.push(Pages::new(title, lines));
            }
            Act::Remove => {
                let id = desk.workshop().map(|workshop| workshop.commitments.label(of).into_owned());
                let id = id.unwrap_or_default();
                if desk.perform(CommitmentRemove { commitment: id.as_str().into() }).is_some() {
                    desk.say("commitments-said-removed", &[("id", (&id).into())]);
                }
            }
            Act::Up | Act::Down | Act::PageUp | Act::PageDown | Act::Add | Act::Order => {}
        }
    }
}
