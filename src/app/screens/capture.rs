//! Capture: what it remembers and how it acts. It is drawn in `ui::screens::capture`.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::app::desk::{Desk, View};
use crate::app::screen::Screen;
use crate::input::keys::capture::Capture as Act;
use crate::input::{Action, Context};
use crate::ui::list::List;

/// Capture.
#[derive(Debug, Default)]
pub struct Capture {
    /// The list.
    pub list: List,
    /// The room.
    pub room: Option<String>,
}

impl Capture {
    /// The desk of a room; without one it is asked for.
    pub fn new(room: Option<String>) -> Self {
        Self { room, ..Self::default() }
    }
}

impl Screen for Capture {
    fn context(&self) -> Context {
        Context::Capture
    }

    fn refresh(&mut self, _view: &View<'_>) {}

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        crate::ui::screens::capture::draw(self, frame, area, view);
    }

    fn act(&mut self, action: Action, _desk: &mut Desk<'_>) {
        let Action::Capture(action) = action else { return };
        match action {
            Act::Up => self.list.step(-1, 0),
            Act::Down => self.list.step(1, 0),
            #[allow(unreachable_patterns)]
            _ => {}
        }
    }
}
