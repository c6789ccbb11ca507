//! What every layer is.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Desk, View};
use crate::input::layout::{Focus, readings};
use crate::input::{Action, Code, Key};

/// What becomes of a layer after a key.
pub(crate) enum After {
    Stay,
    /// It goes.
    Close,
    /// It goes, and an action is carried out.
    Act(Action),
}

/// What lies on top of a screen. Keys go to the topmost one.
pub(crate) trait Layer {
    fn key(&mut self, key: Key, desk: &mut Desk<'_>) -> After;

    /// Draws itself into the body.
    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>);

    /// What the hint line says.
    fn hint(&self, view: &View<'_>) -> String;

    fn paste(&mut self, _text: &str) {}

    /// Whether it is somebody else's screen: it covers everything and lets no key through.
    fn covers(&self) -> bool {
        false
    }

    /// The name under which what was typed is kept when it is left with Esc; none where nothing is kept.
    fn name(&self) -> Option<&str> {
        None
    }

    /// What was typed, if anything was.
    fn typed(&self) -> Option<Vec<String>> {
        None
    }

    /// Puts back what was kept.
    fn restore(&mut self, _values: &[String]) {}
}

/// The letter or digit of a key that acts: on another layout the one in the same place.
pub(crate) fn pressed(key: Key) -> Option<char> {
    let plain = |key: Key| match key.code {
        Code::Char(c) if c.is_ascii() && !key.ctrl && !key.alt => Some(c),
        _ => None,
    };
    readings(key, Focus::Keys).find_map(plain)
}
