//! What every screen is.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::{Desk, View};
use crate::input::field::Field;
use crate::input::{Action, Context};

/// How often a screen changes by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wake {
    /// Only when something happens.
    Never,
    /// With each minute of a clock.
    Minute,
    /// With each turn of the pages on the wall.
    Turn,
    /// With each second of a countdown.
    Second,
    /// A few times a second: while something is computed that is shown as it gets better.
    Soon,
}

/// One screen: what it remembers, how it acts, how it is drawn.
pub trait Screen {
    /// Its part of the key table.
    fn context(&self) -> Context;

    /// Computes again what it shows of the workshop. Called before drawing whenever the workshop, the language or the
    /// minute has changed, and never else: what costs more than the visible rows belongs here.
    fn refresh(&mut self, view: &View<'_>);

    /// Draws itself into the body.
    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>);

    /// Does what the hand meant. Actions of other screens never come here.
    fn act(&mut self, action: Action, desk: &mut Desk<'_>);

    /// The line that has the cursor, if one has.
    fn field(&mut self) -> Option<&mut Field> {
        None
    }

    /// Enter in the line that has the cursor.
    fn enter(&mut self, _desk: &mut Desk<'_>) {}

    /// Esc in the line that has the cursor: gives the cursor back and keeps the draft.
    fn leave_field(&mut self) {}

    /// A key in the line that the screen wants for itself (Tab, say); false leaves it to the line.
    fn key_in_field(&mut self, _key: crate::input::Key, _desk: &mut Desk<'_>) -> bool {
        false
    }

    /// Lines pasted where no line has the cursor, or more than one into a line. False: not wanted.
    fn paste(&mut self, _text: &str, _desk: &mut Desk<'_>) -> bool {
        false
    }

    /// The text typed and not yet saved, to be kept as a draft.
    fn draft(&self) -> Option<&str> {
        None
    }

    /// The room that the draft belongs to, where it belongs to one.
    fn draft_room(&self) -> Option<&str> {
        None
    }

    /// Puts a kept draft back.
    fn restore(&mut self, _draft: &str) {}

    /// Whether it works at something that goes on while other screens are shown.
    fn is_at_work(&self) -> bool {
        false
    }

    /// Time has passed: what was worked at may have come to an end.
    fn pass(&mut self, _desk: &mut Desk<'_>) {}

    /// Whether the bell is to ring now; asking is answered once.
    fn rings(&mut self) -> bool {
        false
    }

    /// How often something on it changes by itself.
    fn wakes(&self, _view: &View<'_>) -> Wake {
        Wake::Never
    }

    /// Whether two laptops said concurrently what the chosen thing is: the hint line then names the key that settles it.
    fn is_conflicted(&self, _view: &View<'_>) -> bool {
        false
    }

    /// What is said in the hint line in place of the keys, if anything: while a line has the cursor, say.
    fn hint(&self, _view: &View<'_>) -> Option<String> {
        None
    }
}
