//! A text to read, line by line: what would be exported, what a list would change.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::After;
use crate::app::desk::View;
use crate::input::{Code, Key};
use crate::theme::Role;
use crate::ui::list::List;
use crate::ui::panel::panel;

/// A text to read.
pub struct Pages {
    title: String,
    lines: Vec<String>,
    list: List,
}

impl Pages {
    /// A text of lines.
    pub fn new(title: impl Into<String>, lines: Vec<String>) -> Self {
        Self { title: title.into(), lines, list: List::default() }
    }

    pub(super) fn key(&mut self, key: Key) -> After {
        match key.code {
            Code::Esc | Code::Enter | Code::Char('q') => After::Close,
            _ => {
                self.list.key(key, self.lines.len());
                After::Stay
            }
        }
    }

    pub(super) fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        let inner = panel(frame, area, view, &self.title, rows, 100);
        let lines = &self.lines;
        self.list.scroll(frame, inner, lines.len(), view, |place| {
            vec![(lines.get(place).cloned().unwrap_or_default(), Role::Ink)]
        });
    }
}
