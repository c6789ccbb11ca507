//! Rows of which any number may be taken: Space takes and leaves, Enter is done. They stay in their order.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::After;
use super::pick::PickRow;
use crate::app::desk::{Desk, View};
use crate::input::layout::{self, Focus};
use crate::input::{Code, Key};
use crate::theme::Role;
use crate::ui::list::List;
use crate::ui::panel::panel;
use crate::ui::text::wrap;

/// What is done with the values taken; true when the list may close.
type Then = Box<dyn FnMut(&[String], &mut Desk<'_>) -> bool>;

/// Rows of which any number may be taken.
pub struct Options {
    title: String,
    rows: Vec<(PickRow, bool)>,
    list: List,
    then: Then,
}

impl Options {
    /// Rows, each with whether it is taken at first, that hand on the values taken, in their order.
    pub fn new(
        title: impl Into<String>,
        rows: Vec<(PickRow, bool)>,
        then: impl FnMut(&[String], &mut Desk<'_>) -> bool + 'static,
    ) -> Self {
        Self { title: title.into(), rows, list: List::default(), then: Box::new(then) }
    }

    fn taken(&self) -> Vec<String> {
        self.rows.iter().filter(|(_, taken)| *taken).map(|(row, _)| row.value.clone()).collect()
    }

    /// Takes all, or none where all are taken.
    fn turn_all(&mut self) {
        let all = self.rows.iter().all(|(_, taken)| *taken);
        self.rows.iter_mut().for_each(|(_, taken)| *taken = !all);
    }

    pub(super) fn key(&mut self, key: Key, desk: &mut Desk<'_>) -> After {
        match key.code {
            Code::Esc => return After::Close,
            Code::Enter => {
                let taken = self.taken();
                if (self.then)(&taken, desk) {
                    return After::Close;
                }
            }
            Code::Char(' ') => {
                if let Some((_, taken)) = self.rows.get_mut(self.list.selected()) {
                    *taken = !*taken;
                }
            }
            _ if self.list.key(key, self.rows.len()) => {}
            _ => {
                let all = layout::readings(key, Focus::Keys).any(|key| key == Key::char('a'));
                if all {
                    self.turn_all();
                }
            }
        }
        After::Stay
    }

    pub(super) fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let rows = u16::try_from(self.rows.len()).unwrap_or(u16::MAX).saturating_add(2);
        let inner = panel(frame, area, view, &self.title, rows.max(5), 100);
        let [top, body] = crate::ui::split_top(inner, 2);
        let taken = self.rows.iter().filter(|(_, taken)| *taken).count();
        let count = view.with("options-taken", &[("n", taken.into()), ("all", self.rows.len().into())]);
        frame.buffer_mut().set_stringn(top.x, top.y, count, usize::from(top.width), view.style(Role::Quiet));
        let rows = &self.rows;
        self.list.draw(frame, body, rows.len(), view, |place, width| {
            let row = rows.get(place);
            row.map(|(row, taken)| {
                let mark = if *taken { "[✓] " } else { "[ ] " };
                let aside = wrap::cut_with_ellipsis(&row.aside, width / 3);
                let left = width.saturating_sub(wrap::columns(&aside) + 2 + wrap::columns(mark));
                let shown = wrap::pad(&wrap::cut_with_ellipsis(&row.shown, left), left);
                let role = if *taken { Role::Ink } else { Role::Quiet };
                vec![
                    (mark.to_owned(), role),
                    (shown, role),
                    ("  ".to_owned(), role),
                    (aside.into_owned(), Role::Quiet),
                ]
            })
            .unwrap_or_default()
        });
    }
}
