//! Commitments: what it remembers and how it acts. It is drawn in `ui::screens::commitments`.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::desk::{Desk, View};
use crate::app::screen::Screen;
use crate::input::keys::commitments::Commitments as Act;
use crate::input::{Action, Context};
use crate::ui::list::List;

/// Commitments.
#[derive(Debug, Default)]
pub struct Commitments {
    /// The list.
    pub list: List,
}

impl Screen for Commitments {
    fn context(&self) -> Context {
        Context::Commitments
    }

    fn refresh(&mut self, _view: &View<'_>) {}

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        crate::ui::screens::commitments::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, _desk: &mut Desk<'_>) {
        let Action::Commitments(action) = action else { return };
        match action {
            Act::Up => self.list.step(-1, 0),
            Act::Down => self.list.step(1, 0),
            #[allow(unreachable_patterns)]
            _ => {}
        }
    }
}
