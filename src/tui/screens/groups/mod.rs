//! Groups: what it remembers and how it acts.

mod actions;
mod asking;
pub(crate) mod draw;
pub(crate) mod figures;
mod forms;
mod met;
pub(crate) mod model;
pub(crate) mod planning;
mod repair;
mod rooms;
mod rules;
mod why;
mod words;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::input::keys::groups::Groups as Act;
use crate::input::{Action, Context};
use crate::language::Messages;
use crate::tui::ctx::{Desk, Screen, View};
use crate::tui::widgets::list::List;
use crate::workshop::Workshop;
use crate::workshop::groups::Round;
use crate::workshop::groups::asked::round_day;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;
use asking::{Asking, Question};
use model::{Column, RoundLook, RoundRow, Seat};
use planning::Planning;

/// What part of the grid was drawn last, which is what moving sideways goes by.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Part {
    /// The first room that one sees.
    pub first_room: usize,
    /// How many rooms one sees.
    pub rooms: usize,
    /// The first person of each room that one sees.
    pub first_seat: usize,
    /// How many people stand in one strip of a room.
    pub rows: usize,
    /// How many strips a room has side by side.
    pub strips: usize,
}

#[derive(Debug, Default)]
pub(crate) struct Groups {
    /// The list of rounds.
    pub list: List,
    pub rounds: Vec<RoundRow>,
    /// The chosen round.
    pub look: Option<RoundLook>,
    /// The line of figures.
    pub figures: Option<String>,
    /// What all planned rounds are worth together, in a line.
    pub together: Option<String>,
    /// Rounds that are being planned.
    pub planning: Option<Planning>,
    asking: Option<Asking>,
    /// What is drawn of the grid.
    pub part: Part,
    /// The column that the cursor is in.
    pub column: usize,
    /// The place in that column.
    pub row: usize,
    /// Whom the cursor follows.
    pub who: Option<EventId>,
    chosen: Option<EventId>,
}

impl Groups {
    /// The column that the cursor is in.
    pub(crate) fn at_column(&self) -> Option<&Column> {
        self.look.as_ref()?.columns.get(self.column)
    }

    /// The person that the cursor is on.
    pub(crate) fn at_seat(&self) -> Option<&Seat> {
        self.at_column()?.seats.get(self.row)
    }

    /// Whether rounds are being planned.
    pub(crate) fn is_planning(&self) -> bool {
        self.planning.is_some()
    }

    /// How far planning is, in a line.
    pub(crate) fn planning_told(&self, view: &View<'_>) -> Option<String> {
        self.planning.as_ref().map(|planning| words::planning(view.messages, &planning.progress()))
    }

    fn rebuild(&mut self, workshop: &Workshop, messages: &Messages) {
        self.rounds = model::rounds(workshop, messages);
        let place = self.rounds.iter().position(|round| Some(round.key) == self.chosen);
        match place {
            Some(place) => self.list.select(place),
            // The round is gone, or none was chosen yet: the one that stands in its place.
            None => {
                self.list.keep_within(self.rounds.len());
                self.chosen = self.rounds.get(self.list.selected()).map(|round| round.key);
            }
        }
        let preview = self.planning.as_ref().and_then(|planning| model::Preview::of(planning, self.chosen?));
        self.look = self.chosen.and_then(|round| model::round(workshop, messages, round, preview));
        self.together = figures::together(workshop, messages);
        let figures = self.look.as_ref().and_then(|look| look.figures);
        self.figures = figures.map(|figures| figures::told(messages, &figures));
        self.find_cursor();
    }

    fn renew(&mut self, desk: &Desk<'_>) {
        if let Some(workshop) = desk.workshop() {
            self.rebuild(workshop, desk.messages);
        }
    }

    /// Puts the cursor back on the person that it follows, wherever they sit now.
    fn find_cursor(&mut self) {
        let Some(look) = &self.look else { return };
        let found = self.who.and_then(|who| {
            let mut columns = look.columns.iter().enumerate();
            columns
                .find_map(|(at, column)| Some((at, column.seats.iter().position(|seat| seat.person == who)?)))
        });
        if let Some(place) = found {
            (self.column, self.row) = place;
        } else {
            self.column = self.column.min(look.columns.len().saturating_sub(1));
            self.settle();
        }
    }

    /// Keeps the cursor within its column and follows whoever is there.
    fn settle(&mut self) {
        let people = self.at_column().map_or(0, |column| column.seats.len());
        self.row = self.row.min(people.saturating_sub(1));
        self.who = self.at_seat().map(|seat| seat.person);
    }

    fn step(&mut self, by: isize) {
        self.row = self.row.saturating_add_signed(by);
        self.settle();
    }

    /// To the strip or room beside.
    fn sideways(&mut self, by: isize) {
        let rows = self.part.rows.max(1);
        let people = self.at_column().map_or(0, |column| column.seats.len());
        let strips = isize::try_from(rows).unwrap_or(1) * by;
        let beside = self.row.checked_add_signed(strips).filter(|row| *row < people);
        if let Some(row) = beside.filter(|_| self.part.strips > 1) {
            self.row = row;
        } else {
            self.leap(by);
            // Into a room of several strips one comes from its side.
            self.row = if self.part.strips > 1 { self.row % rows } else { self.row };
        }
        self.settle();
    }

    fn leap(&mut self, by: isize) {
        let columns = self.look.as_ref().map_or(0, |look| look.columns.len());
        self.column = self.column.saturating_add_signed(by).min(columns.saturating_sub(1));
        self.settle();
    }

    fn go_round(&mut self, by: isize, desk: &Desk<'_>) {
        let len = self.rounds.len();
        let Some(last) = len.checked_sub(1) else { return };
        let at = self.list.selected();
        // Round and round, since one key goes through all of them.
        let next = match by {
            ..=0 if at == 0 => last,
            1.. if at >= last => 0,
            _ => at.saturating_add_signed(by),
        };
        self.chosen = self.rounds.get(next).map(|round| round.key);
        self.part = Part { rows: self.part.rows, strips: self.part.strips, ..Part::default() };
        (self.column, self.row) = (0, 0);
        self.renew(desk);
    }
}

/// Whether it changes what is planned or what a plan rests on.
const fn changes(action: Act) -> bool {
    !matches!(
        action,
        Act::Up
            | Act::Down
            | Act::Left
            | Act::Right
            | Act::RoomsBack
            | Act::RoomsOn
            | Act::NextRound
            | Act::RoundBefore
            | Act::Met
            | Act::Stop
    )
}

/// The round that is on, else the first of today or later.
fn first_to_see(view: &View<'_>) -> Option<EventId> {
    let workshop = view.workshop;
    let is_on = |round: &&Round| {
        let item = round.item.get().and_then(|item| workshop.items.get(*item));
        item.is_some_and(|item| item.progress().is_on())
    };
    let today = workshop.meeting.day_at(view.now).unwrap_or(1);
    let to_come = |round: &&Round| i64::from(round_day(workshop, round)) >= today;
    let round = workshop.rounds.iter().find(is_on).or_else(|| workshop.rounds.iter().find(to_come));
    round.map(Thing::key)
}

impl Screen for Groups {
    fn context(&self) -> Context {
        Context::Groups
    }

    fn refresh(&mut self, view: &View<'_>) {
        // A round that was added since is the one that one wants to see.
        let newest = view.workshop.rounds.iter().last().map(Thing::key);
        let known = self.rounds.iter().any(|round| Some(round.key) == newest);
        if !known && !self.rounds.is_empty() && forms::made_here(view.workshop, newest, view.session) {
            self.chosen = newest;
            (self.column, self.row, self.who) = (0, 0, None);
        }
        if self.chosen.is_none() {
            self.chosen = first_to_see(view);
        }
        self.rebuild(view.workshop, view.messages);
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        draw::draw(self, frame, area, view);
    }

    fn hint(&self, view: &View<'_>) -> Option<String> {
        match &self.asking {
            Some(_) => Some(view.say("groups-hint-asking")),
            None => self.is_planning().then(|| view.say("groups-hint-planning")),
        }
    }

    fn is_at_work(&self) -> bool {
        self.planning.is_some() || self.asking.is_some()
    }

    fn pass(&mut self, desk: &mut Desk<'_>) {
        self.look_after_planning(desk);
        self.look_after_asking(desk);
    }

    fn act(&mut self, action: Action, desk: &mut Desk<'_>) {
        let Action::Groups(action) = action else { return };
        if self.planning.is_some() && changes(action) {
            desk.say("groups-said-planning", &[]);
            return;
        }
        let page = isize::try_from(self.part.rooms.max(1)).unwrap_or(1);
        match action {
            Act::Up => self.step(-1),
            Act::Down => self.step(1),
            Act::Left => self.sideways(-1),
            Act::Right => self.sideways(1),
            Act::RoomsBack => self.leap(-page),
            Act::RoomsOn => self.leap(page),
            Act::NextRound => self.go_round(1, desk),
            Act::RoundBefore => self.go_round(-1, desk),
            Act::Plan => self.plan(desk),
            Act::PlanAll => self.plan_all(desk),
            Act::Stop => self.stop(desk),
            Act::Repair => self.ask(desk, Question::Repair),
            Act::Move => self.ask_move(desk),
            Act::Hold => self.hold(desk),
            Act::TakeOut => self.take_out(desk),
            Act::Met => met::show(desk, self.who),
            Act::Why => self.ask(desk, Question::Why),
            Act::Prefer => self.prefer(desk),
            Act::Rules => rules::ask(desk),
            Act::Wishes => rules::wishes(desk, self.who),
            Act::Add => forms::add(desk),
            Act::Edit => self.with_round(desk, forms::edit),
            Act::AddRoom => self.with_round(desk, |desk, round| rooms::edit(desk, round, None)),
            Act::EditRoom => self.edit_room(desk),
            Act::RemoveRoom => self.remove_room(desk),
            Act::Remove => self.remove(desk),
        }
    }
}
