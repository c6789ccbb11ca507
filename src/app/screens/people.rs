//! People: what it remembers and how it acts. It is drawn in `ui::screens::people`.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::desk::{Desk, View};
use crate::app::screen::Screen;
use crate::input::keys::people::People as Act;
use crate::input::{Action, Context};
use crate::ui::list::List;

/// People.
#[derive(Debug, Default)]
pub struct People {
    /// The list.
    pub list: List,
}

impl Screen for People {
    fn context(&self) -> Context {
        Context::People
    }

    fn refresh(&mut self, _view: &View<'_>) {}

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        crate::ui::screens::people::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, _desk: &mut Desk<'_>) {
        let Action::People(action) = action else { return };
        match action {
            Act::Up => self.list.step(-1, 0),
            Act::Down => self.list.step(1, 0),
            #[allow(unreachable_patterns)]
            _ => {}
        }
    }
}
