//! The palette: every action of where one is, with its key, found by typing a part of its name.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::narrowed::Narrowed;
use crate::input::keys::global::Global;
use crate::input::keys::{Row, global_rows_in, rows};
use crate::input::{Action, Code, Context, Key};
use crate::language::Messages;
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Layer, View};
use crate::tui::widgets::panel::panel;
use crate::wrap;

/// The palette.
pub(crate) struct Palette {
    rows: Narrowed<(Row, String)>,
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
        Self { rows: Narrowed::new(all, |(_, name)| name.clone()) }
    }
}

impl Layer for Palette {
    fn key(&mut self, key: Key, _desk: &mut Desk<'_>) -> After {
        match key.code {
            Code::Esc => return After::Close,
            Code::Enter => {
                if let Some((row, _)) = self.rows.row() {
                    return After::Act(row.action);
                }
            }
            _ => self.rows.key(key),
        }
        After::Stay
    }

    fn paste(&mut self, text: &str) {
        self.rows.paste(text);
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let inner = panel(frame, area, view, &view.say("key-palette"), self.rows.height(), 64);
        let body = self.rows.draw_line(frame, inner, view);
        if self.rows.found.is_empty() {
            let none = view.say("palette-none");
            frame.buffer_mut().set_stringn(
                body.x,
                body.y,
                none,
                usize::from(body.width),
                view.style(Role::Quiet),
            );
        }
        self.rows.draw_rows(frame, body, view, |_, (row, name), width| {
            let key = crate::tui::widgets::hint::key_name(row.on, view.messages);
            let left = width.saturating_sub(wrap::columns(&key) + 2);
            let name = wrap::pad(&wrap::cut_with_ellipsis(name, left), left);
            vec![(name, Role::Ink), ("  ".to_owned(), Role::Ink), (key, Role::Key)]
        });
    }

    fn hint(&self, view: &View<'_>) -> String {
        view.say("hint-palette")
    }
}
