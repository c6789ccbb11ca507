//! The palette: every action of where one is, with its key, found by typing a part of its name.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::pick::matching;
use crate::input::field::Field;
use crate::input::keys::global::Global;
use crate::input::keys::{Row, global_rows_in, rows};
use crate::input::{Action, Code, Context, Key};
use crate::language::Messages;
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Layer, View};
use crate::tui::widgets::line;
use crate::tui::widgets::list::List;
use crate::tui::widgets::panel::panel;
use crate::wrap;

/// The palette.
pub(crate) struct Palette {
    rows: Vec<(Row, String)>,
    filter: Field,
    found: Vec<usize>,
    list: List,
}

impl Palette {
    /// Every action of a screen and of everywhere, once, with the first of its keys.
    pub(crate) fn new(context: Context, messages: &Messages) -> Self {
        let mut all: Vec<(Row, String)> = Vec::new();
        for row in rows(context).into_iter().chain(global_rows_in(context)) {
            if !all.iter().any(|(known, _)| known.action == row.action) {
                all.push((row, messages.say(row.says)));
            }
        }
        // What can be done elsewhere is found as well: it leads to the screen where its key acts.
        let elsewhere = (0_u8..)
            .zip(Context::DESK)
            .filter(|(_, other)| Context::DESK.contains(&context) && *other != context);
        for (number, other) in elsewhere {
            let mut said: Vec<String> = Vec::new();
            for row in rows(other) {
                let name = format!("{} › {}", messages.say(other.title()), messages.say(row.says));
                if !said.contains(&name)
                    && !row.says.starts_with("key-up")
                    && !row.says.starts_with("key-down")
                {
                    said.push(name.clone());
                    all.push((Row { action: Action::Global(Global::Screen(number)), ..row }, name));
                }
            }
        }
        let found = (0..all.len()).collect();
        Self { rows: all, filter: Field::new(""), found, list: List::default() }
    }

    fn narrow(&mut self) {
        let names: Vec<String> = self.rows.iter().map(|(_, name)| name.clone()).collect();
        self.found = matching(self.filter.text(), &names);
        self.list.select(0);
    }
}

impl Layer for Palette {
    fn key(&mut self, key: Key, _desk: &mut Desk<'_>) -> After {
        match key.code {
            Code::Esc => return After::Close,
            Code::Enter => {
                let row = self.found.get(self.list.selected()).and_then(|place| self.rows.get(*place));
                if let Some((row, _)) = row {
                    return After::Act(row.action);
                }
            }
            _ if self.list.key(key, self.found.len()) => {}
            _ => {
                if line::key(&mut self.filter, key) {
                    self.narrow();
                }
            }
        }
        After::Stay
    }

    fn paste(&mut self, text: &str) {
        self.filter.paste(text);
        self.narrow();
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = u16::try_from(self.rows.len()).unwrap_or(u16::MAX).saturating_add(2);
        let inner = panel(frame, area, view, &view.say("key-palette"), rows, 64);
        let [filter, body] = crate::tui::widgets::split_top(inner, 2);
        line::draw(frame, Rect { height: 1, ..filter }, &self.filter, &view.say("pick-type"), true, view);
        if self.found.is_empty() {
            let none = view.say("palette-none");
            frame.buffer_mut().set_stringn(
                body.x,
                body.y,
                none,
                usize::from(body.width),
                view.style(Role::Quiet),
            );
        }
        let (rows, found) = (&self.rows, &self.found);
        self.list.draw(frame, body, found.len(), view, |place, width| {
            let row = found.get(place).and_then(|place| rows.get(*place));
            row.map(|(row, name)| {
                let key = crate::tui::widgets::hint::key_name(row.on, view.messages);
                let left = width.saturating_sub(wrap::columns(&key) + 2);
                let name = wrap::pad(&wrap::cut_with_ellipsis(name, left), left);
                vec![(name, Role::Ink), ("  ".to_owned(), Role::Ink), (key, Role::Key)]
            })
            .unwrap_or_default()
        });
    }

    fn hint(&self, view: &View<'_>) -> String {
        view.say("hint-palette")
    }
}
