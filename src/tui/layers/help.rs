//! Help on where one is, made of the key table.

use ratatui::Frame;
use ratatui::layout::Rect;

use crate::input::keys::{Row, global_rows_in, rows};
use crate::input::{Code, Context, Key};
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Layer, View};
use crate::tui::widgets::hint::key_name;
use crate::tui::widgets::list::List;
use crate::tui::widgets::panel::panel;
use crate::wrap;

/// Help.
pub(crate) struct Help {
    context: Context,
    list: List,
}

impl Help {
    /// Help on a screen.
    pub(crate) fn new(context: Context) -> Self {
        Self { context, list: List::default() }
    }
}

impl Layer for Help {
    fn key(&mut self, key: Key, _desk: &mut Desk<'_>) -> After {
        match key.code {
            Code::Esc | Code::Enter | Code::F(1) | Code::Char('q' | '?') => After::Close,
            _ => {
                self.list.key(key, usize::from(u16::MAX));
                After::Stay
            }
        }
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let mut lines: Vec<Vec<(String, Role)>> = Vec::new();
        let about = view.say(&format!("help-of-{}", self.context.title()));
        let title = view.say(self.context.title());
        let width = usize::from(area.width.min(84)).saturating_sub(6);
        for text in wrap::wrap(&about, width) {
            lines.push(vec![(text.to_owned(), Role::Ink)]);
        }
        lines.push(Vec::new());
        push_rows(&mut lines, &rows(self.context), view);
        lines.push(Vec::new());
        lines.push(vec![(view.say("help-everywhere"), Role::Title)]);
        push_rows(&mut lines, &global_rows_in(self.context), view);
        let rows = u16::try_from(lines.len()).unwrap_or(u16::MAX);
        let inner = panel(frame, area, view, &title, rows, 84);
        self.list
            .scroll(frame, inner, lines.len(), view, |place| lines.get(place).cloned().unwrap_or_default());
    }

    fn hint(&self, view: &View<'_>) -> String {
        view.say("hint-pages")
    }
}

/// One line an action, with all its keys.
fn push_rows(lines: &mut Vec<Vec<(String, Role)>>, rows: &[Row], view: &View<'_>) {
    let mut said: Vec<crate::input::Action> = Vec::new();
    for row in rows {
        if said.contains(&row.action) {
            continue;
        }
        said.push(row.action);
        let keys: Vec<String> = rows
            .iter()
            .filter(|other| other.action == row.action)
            .map(|other| key_name(other.on, view.messages))
            .collect();
        lines.push(vec![(wrap::pad(&keys.join(" "), 20), Role::Key), (view.say(row.says), Role::Ink)]);
    }
}
