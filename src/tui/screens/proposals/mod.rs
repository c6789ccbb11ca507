//! Proposals: what it remembers and how it acts.

mod choices;
pub(crate) mod draw;
mod forms;
mod model;

pub(crate) use model::{Facts, Row, no_change, versions};

use std::cell::Cell;
use std::rc::Rc;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::commitments;
use super::shared::conflicts;
use crate::input::keys::proposals::Proposals as Act;
use crate::input::{Action, Code, Context, Key};
use crate::intake::Kind;
use crate::tui::ctx::{Desk, Screen, View};
use crate::tui::layers::{Pages, import};
use crate::tui::widgets::list::{List, Part};
use crate::workshop::id::EventId;
use crate::workshop::proposals::commands::ProposalRemove;
use draw as ui;

/// The columns into which a proposal is written to be read on its own: what the smallest usual terminal shows.
const PAGE: usize = 74;

/// The detail of a proposal, as it was last drawn: of which, how wide, and its lines.
pub(crate) type Written = (EventId, usize, Vec<Vec<Part>>);

#[derive(Debug, Default)]
pub(crate) struct Proposals {
    pub list: List,
    /// What it shows, computed again when the workshop changes.
    pub facts: Facts,
    /// Whether the best ranked stand first.
    pub by_rank: bool,
    /// The detail beside the list.
    pub written: Option<Written>,
    /// The chosen proposal, wherever it stands.
    chosen: Option<EventId>,
    /// One just made, to be chosen once it is in the list.
    made: Rc<Cell<Option<EventId>>>,
}

impl Proposals {
    /// The row chosen.
    pub(crate) fn chosen(&self) -> Option<&Row> {
        self.facts.rows.get(self.list.selected())
    }

    fn step(&mut self, by: isize) {
        self.list.step(by, self.facts.rows.len());
        self.chosen = self.chosen().map(|row| row.key);
    }

    fn page(&mut self, code: Code) {
        self.list.key(Key::plain(code), self.facts.rows.len());
        self.chosen = self.chosen().map(|row| row.key);
    }

    /// Finds the chosen proposal again where it stands now.
    fn follow(&mut self) {
        let wanted = self.made.take().or(self.chosen);
        let place = self.facts.rows.iter().position(|row| Some(row.key) == wanted);
        match place {
            Some(place) => self.list.select(place),
            // What was chosen is gone: its neighbour is.
            None => self.list.keep_within(self.facts.rows.len()),
        }
        self.chosen = self.chosen().map(|row| row.key);
    }

    fn settle(desk: &mut Desk<'_>, of: EventId) {
        let found = desk.workshop().map(|workshop| versions(workshop, desk.messages, of)).unwrap_or_default();
        conflicts::settle(desk, found);
    }

    fn read(&self, desk: &mut Desk<'_>, of: EventId) {
        let Some(workshop) = desk.workshop() else { return };
        let lines = ui::detail::lines(workshop, desk.messages, &self.facts, of, PAGE);
        let plain = |line: Vec<Part>| line.into_iter().map(|(words, _)| words).collect::<String>();
        let title = workshop.proposals.label(of).into_owned();
        desk.push(Pages::new(title, lines.into_iter().map(plain).collect()));
    }
}

impl Screen for Proposals {
    fn context(&self) -> Context {
        Context::Proposals
    }

    fn refresh(&mut self, view: &View<'_>) {
        self.facts = Facts::of(view.workshop, view.messages, self.by_rank);
        self.written = None;
        self.follow();
    }

    fn is_conflicted(&self, _: &View<'_>) -> bool {
        self.chosen().is_some_and(|row| row.versions > 1)
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        ui::draw(self, frame, area, view);
    }

    fn paste(&mut self, text: &str, desk: &mut Desk<'_>) -> bool {
        import::pasted(Kind::Proposals, text, desk)
    }

    fn act(&mut self, action: Action, desk: &mut Desk<'_>) {
        let Action::Proposals(action) = action else { return };
        match action {
            Act::Up => return self.step(-1),
            Act::Down => return self.step(1),
            Act::PageUp => return self.page(Code::PageUp),
            Act::PageDown => return self.page(Code::PageDown),
            Act::Add => return forms::add(desk, self.made.clone()),
            Act::Vote => return desk.go(Context::Vote),
            Act::Import => return import::ask_import(Kind::Proposals, desk),
            Act::Order => {
                self.by_rank = !self.by_rank;
                self.facts.order(self.by_rank);
                return self.follow();
            }
            _ => {}
        }
        let Some(of) = self.chosen().map(|row| row.key) else {
            return desk.say("proposals-said-none", &[]);
        };
        match action {
            Act::Edit => forms::edit(desk, of),
            Act::State => choices::state(desk, of),
            Act::Ideas => choices::ideas(desk, of),
            Act::Enablers => choices::terms(desk, of, choices::Which::Enablers),
            Act::Ephos => choices::terms(desk, of, choices::Which::Ephos),
            Act::Commit => commitments::add(desk, Some(of), Rc::default()),
            Act::Read => self.read(desk, of),
            Act::Settle => Self::settle(desk, of),
            Act::Remove => {
                let proposal = desk.workshop().map(|workshop| workshop.proposals.label(of).into_owned());
                let proposal = proposal.unwrap_or_default();
                if desk.perform(ProposalRemove { proposal: proposal.as_str().into() }).is_some() {
                    desk.say("proposals-said-removed", &[("id", (&proposal).into())]);
                }
            }
            Act::Up
            | Act::Down
            | Act::PageUp
            | Act::PageDown
            | Act::Add
            | Act::Vote
            | Act::Import
            | Act::Order => {}
        }
    }
}
