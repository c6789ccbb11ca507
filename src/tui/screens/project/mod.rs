//! The projector: what the facilitator put on stage.

pub(crate) mod bell;
pub(crate) mod draw;
pub(crate) mod model;
pub(crate) mod pages;
pub(crate) mod portfolio;
pub(crate) mod result;
pub(crate) mod seats;

use std::sync::Arc;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::input::field::Field;
use crate::input::keys::project::Project as Act;
use crate::input::{Action, Context};
use crate::language::Messages;
use crate::tui::ctx::{Desk, Screen, View, Wake};
use crate::workshop::Workshop;
use crate::workshop::agenda::urgency::Urgency;
use crate::workshop::agenda::{Item, Progress};
use crate::workshop::groups::rooms;
use crate::workshop::text::Lang;
use bell::Bell;
use model::Shown;
use pages::Pages;

/// The projector.
#[derive(Debug)]
pub struct Project {
    /// English and Russian: the wall speaks both at once.
    pub tongues: [Messages; 2],
    /// What is shown.
    pub shown: Shown,
    /// Which page of it.
    pub pages: Pages,
    /// What is typed to find a name, while somebody does.
    pub find: Option<Field>,
    bell: Bell,
    /// What was on stage when the pages began.
    staged: Option<(Arc<str>, Option<Arc<str>>)>,
}

impl Default for Project {
    fn default() -> Self {
        Self::new(false)
    }
}

impl Project {
    /// The wall, with a bell or without.
    pub fn new(bell: bool) -> Self {
        Self {
            tongues: Lang::ALL.map(Messages::new),
            shown: Shown::default(),
            pages: Pages::default(),
            find: None,
            bell: Bell::new(bell),
            staged: None,
        }
    }

    fn item<'a>(&self, view: &View<'a>) -> Option<&'a Item> {
        match self.shown {
            Shown::Now { item: Some(item), .. } => view.workshop.items.get(item),
            _ => None,
        }
    }
}

/// How urgent the countdown of an item is.
pub(crate) fn urgency(workshop: &Workshop, item: &Item, now: jiff::Timestamp) -> Urgency {
    Urgency::of(rooms::left(workshop, item, now), i64::from(item.minutes()) * 60)
}

impl Screen for Project {
    fn context(&self) -> Context {
        Context::Project
    }

    fn refresh(&mut self, view: &View<'_>) {
        self.shown = Shown::new(view.workshop, view.now);
        let staged = view.workshop.meeting.staged().map(|staged| (staged.view.clone(), staged.of.clone()));
        if self.staged != staged {
            self.staged = staged;
            self.pages.restart(view.now);
        }
        if !matches!(self.shown, Shown::Groups { .. }) {
            self.find = None;
        }
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        if let (Some(item), Shown::Now { item: Some(key), .. }) = (self.item(view), &self.shown) {
            self.bell.hear(*key, urgency(view.workshop, item, view.now));
        }
        draw::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, _desk: &mut Desk<'_>) {
        let Action::Project(act) = action else { return };
        match act {
            Act::PageOn => self.pages.turn(true),
            Act::PageBack => self.pages.turn(false),
            Act::Hold => self.pages.hold(),
            Act::Find if matches!(self.shown, Shown::Groups { .. }) => self.find = Some(Field::default()),
            Act::Bell => self.bell.switch(),
            // The program sees to leaving.
            Act::Find | Act::Leave => {}
        }
    }

    fn field(&mut self) -> Option<&mut Field> {
        self.find.as_mut()
    }

    fn leave_field(&mut self) {
        self.find = None;
    }

    fn rings(&mut self) -> bool {
        self.bell.rings()
    }

    fn wakes(&self, view: &View<'_>) -> Wake {
        let turns = if self.pages.turns() && self.find.is_none() { Wake::Turn } else { Wake::Never };
        let own = match &self.shown {
            Shown::Now { item: Some(_), .. } => {
                let progress = self.item(view).map(Item::progress);
                if matches!(progress, Some(Progress::Running { .. })) { Wake::Second } else { Wake::Minute }
            }
            Shown::Now { item: None, .. } | Shown::Title { clock: true } => Wake::Minute,
            // The sign that an idea is new goes when its time has come.
            Shown::Ideas { ideas, .. } if ideas.iter().any(|idea| idea.is_new(view.now)) => Wake::Turn,
            _ => Wake::Never,
        };
        own.max(turns)
    }
}
