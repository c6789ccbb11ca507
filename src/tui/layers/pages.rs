//! A text to read, line by line: what would be exported, what a list would change.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::input::{Code, Key};
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Layer, View};
use crate::tui::widgets::list::List;
use crate::tui::widgets::panel::panel;

/// What is done where the reader agrees.
type Then = Box<dyn FnMut(&mut Desk<'_>)>;

/// A text to read.
pub(crate) struct Pages {
    title: String,
    lines: Vec<String>,
    list: List,
    then: Option<Then>,
    /// Whether Enter leaves it open: what is shown once is not to be lost by a key pressed too often.
    firm: bool,
}

impl Pages {
    /// A text of lines.
    pub(crate) fn new(title: impl Into<String>, lines: Vec<String>) -> Self {
        Self { title: title.into(), lines, list: List::default(), then: None, firm: false }
    }

    /// Only Esc ends it.
    #[must_use]
    pub(crate) fn firm(mut self) -> Self {
        self.firm = true;
        self
    }

    /// With something that Enter does; Esc leaves all as it is.
    #[must_use]
    pub(crate) fn taken_by(mut self, then: impl FnMut(&mut Desk<'_>) + 'static) -> Self {
        self.then = Some(Box::new(then));
        self
    }
}

impl Layer for Pages {
    fn key(&mut self, key: Key, desk: &mut Desk<'_>) -> After {
        match key.code {
            Code::Enter if self.firm => After::Stay,
            Code::Enter => {
                if let Some(then) = &mut self.then {
                    then(desk);
                }
                After::Close
            }
            Code::Esc => After::Close,
            Code::Char('q') if !self.firm => After::Close,
            _ => {
                self.list.key(key, self.lines.len());
                After::Stay
            }
        }
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = u16::try_from(self.lines.len()).unwrap_or(u16::MAX);
        let inner = panel(frame, area, view, &self.title, rows, 100);
        let lines = &self.lines;
        self.list.scroll(frame, inner, lines.len(), view, |place| {
            vec![(lines.get(place).cloned().unwrap_or_default(), Role::Ink)]
        });
    }

    fn hint(&self, view: &View<'_>) -> String {
        view.say(if self.then.is_some() { "hint-pages-take" } else { "hint-pages" })
    }
}
