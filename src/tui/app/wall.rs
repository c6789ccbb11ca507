//! The wall in the program: on a terminal of its own, or on the desk's in place of the desk; and its bell.

use super::{App, Flow};
use crate::input::Context;
use crate::theme::{Palette, Theme};
use crate::tui::screens::project::Project;

impl App {
    /// The same with a wall that rings, or does not.
    #[must_use]
    pub fn with_bell(mut self, bell: bool) -> Self {
        self.bell = bell;
        self.hang_bell();
        self
    }

    /// Gives the bell to a wall that was just made.
    pub(super) fn hang_bell(&mut self) {
        let bell = self.bell;
        for screen in self.screens.iter_mut().filter(|screen| screen.context() == Context::Project) {
            *screen = Box::new(Project::new(bell));
        }
    }

    /// Whether the bell is to ring now; asking is answered once.
    pub fn rings(&mut self) -> bool {
        self.screens.get_mut(self.at).is_some_and(|screen| screen.rings())
    }

    /// Shows the wall on this terminal.
    pub(super) fn show_wall(&mut self) {
        let from = self.at;
        self.go(Context::Project);
        if self.context() == Context::Project {
            // Whatever the desk's colours are, the wall is for the last row.
            self.wall = Some((from, Theme::new(Palette::Projector, self.theme.depth())));
        }
    }

    /// From the wall back to the desk; where there is none, out of the program.
    pub(super) fn leave_wall(&mut self) -> Flow {
        match self.wall.take() {
            Some((from, _)) => {
                self.at = from;
                Flow::On
            }
            None => self.leave(),
        }
    }
}
