//! Ideas: what it remembers and how it acts. It is drawn in `ui::screens::ideas`.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::desk::{Desk, View};
use crate::app::screen::Screen;
use crate::input::keys::ideas::Ideas as Act;
use crate::input::{Action, Context};
use crate::ui::list::List;

/// Ideas.
#[derive(Debug, Default)]
pub struct Ideas {
    /// The list.
    pub list: List,
}

impl Screen for Ideas {
    fn context(&self) -> Context {
        Context::Ideas
    }

    fn refresh(&mut self, _view: &View<'_>) {}

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        crate::ui::screens::ideas::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, _desk: &mut Desk<'_>) {
        let Action::Ideas(action) = action else { return };
        match action {
            Act::Up => self.list.step(-1, 0),
            Act::Down => self.list.step(1, 0),
            #[allow(unreachable_patterns)]
            _ => {}
        }
    }
}
