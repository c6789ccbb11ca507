//! Vote: what it remembers and how it acts. It is drawn in `ui::screens::vote`.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::desk::{Desk, View};
use crate::app::screen::Screen;
use crate::input::keys::vote::Vote as Act;
use crate::input::{Action, Context};
use crate::ui::list::List;

/// Vote.
#[derive(Debug, Default)]
pub struct Vote {
    /// The list.
    pub list: List,
}

impl Screen for Vote {
    fn context(&self) -> Context {
        Context::Vote
    }

    fn refresh(&mut self, _view: &View<'_>) {}

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        crate::ui::screens::vote::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, _desk: &mut Desk<'_>) {
        let Action::Vote(action) = action else { return };
        match action {
            Act::Up => self.list.step(-1, 0),
            Act::Down => self.list.step(1, 0),
            #[allow(unreachable_patterns)]
            _ => {}
        }
    }
}
