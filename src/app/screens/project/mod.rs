//! The projector: what the facilitator put on stage. It is drawn in `ui::screens::project`.

pub mod shown;

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::desk::{Desk, View};
use crate::app::screen::{Screen, Wake};
use crate::input::{Action, Context};
use crate::language::Tongue;
use crate::workshop::agenda::Progress;
use crate::workshop::text::Lang;
use shown::Shown;

/// The projector.
#[derive(Debug)]
pub struct Project {
    /// English and Russian: the wall speaks both at once.
    pub tongues: [Tongue; 2],
    /// What is shown.
    pub shown: Shown,
}

impl Default for Project {
    fn default() -> Self {
        Self { tongues: Lang::ALL.map(Tongue::new), shown: Shown::default() }
    }
}

impl Screen for Project {
    fn context(&self) -> Context {
        Context::Project
    }

    fn refresh(&mut self, view: &View<'_>) {
        self.shown = Shown::new(view.workshop, view.now);
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        crate::ui::screens::project::draw(self, frame, area, view);
    }

    // Its only key leaves, which the program sees to.
    fn act(&mut self, _action: Action, _desk: &mut Desk<'_>) {}

    fn wakes(&self, view: &View<'_>) -> Wake {
        match self.shown {
            Shown::Now { item: Some(item), .. } => {
                let progress = view.workshop.items.get(item).map(crate::workshop::agenda::Item::progress);
                if matches!(progress, Some(Progress::Running { .. })) { Wake::Second } else { Wake::Minute }
            }
            Shown::Now { item: None, .. } | Shown::Title { clock: true } => Wake::Minute,
            _ => Wake::Never,
        }
    }
}
