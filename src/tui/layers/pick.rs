//! A list to pick from, narrowed down by typing.

use ratatui::Frame;
use ratatui::layout::Rect;

use super::narrowed::Narrowed;
use crate::input::{Code, Key};
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Layer, View};
use crate::tui::widgets::panel::panel;
use crate::tui::widgets::tall;
use crate::wrap;

/// A row that can be picked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PickRow {
    /// What is handed on.
    pub value: String,
    pub shown: String,
    /// What stands at the right, in lighter ink.
    pub aside: String,
}

impl PickRow {
    pub(crate) fn new(value: impl Into<String>, shown: impl Into<String>, aside: impl Into<String>) -> Self {
        Self { value: value.into(), shown: shown.into(), aside: aside.into() }
    }

    /// By what it is found.
    pub(super) fn words(&self) -> String {
        format!("{} {}", self.shown, self.aside)
    }
}

/// What is done with the value picked; true when the list may close.
pub(super) type Then = Box<dyn FnMut(&str, &mut Desk<'_>) -> bool>;

/// A list to pick from.
pub(crate) struct Pick {
    title: String,
    rows: Narrowed<PickRow>,
    /// Whether each row is shown whole, over as many lines as it needs, with what stands aside above it.
    tall: bool,
    then: Then,
}

/// The most lines that a row shown whole may take.
const TALLEST: usize = 12;
/// The widest that such rows are set.
const TALL_WIDTH: u16 = 120;

impl Pick {
    /// A list that hands on what is picked.
    pub(crate) fn new(
        title: impl Into<String>,
        rows: Vec<PickRow>,
        then: impl FnMut(&str, &mut Desk<'_>) -> bool + 'static,
    ) -> Self {
        let rows = Narrowed::new(rows, PickRow::words);
        Self { title: title.into(), rows, tall: false, then: Box::new(then) }
    }

    /// A list of long rows, each shown whole; it begins at the row `at`.
    pub(crate) fn tall(
        title: impl Into<String>,
        rows: Vec<PickRow>,
        at: usize,
        then: impl FnMut(&str, &mut Desk<'_>) -> bool + 'static,
    ) -> Self {
        let mut pick = Self { tall: true, ..Self::new(title, rows, then) };
        pick.rows.list.select(at);
        pick
    }

    fn draw_tall(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let wide = area.width.min(TALL_WIDTH);
        let width = usize::from(wide.saturating_sub(6));
        let high = |row: &PickRow| wrap::wrap(&row.shown, width).len() + 2;
        let lines = self.rows.rows.iter().map(high).max().unwrap_or(3).min(TALLEST);
        let rows = u16::try_from(self.rows.rows.len().saturating_mul(lines) + 2).unwrap_or(u16::MAX);
        let inner = panel(frame, area, view, &self.title, rows.max(5), wide);
        let body = self.rows.draw_line(frame, inner, view);
        let Narrowed { rows, found, list, .. } = &mut self.rows;
        let lines = u16::try_from(lines).unwrap_or(3);
        tall::draw(list, frame, body, (found.len(), lines), view, |place, width| {
            let Some(row) = found.get(place).and_then(|place| rows.get(*place)) else { return Vec::new() };
            let mut parts =
                vec![vec![(wrap::cut_with_ellipsis(&row.aside, width).into_owned(), Role::Quiet)]];
            let words = wrap::wrap(&row.shown, width);
            let room = usize::from(lines).saturating_sub(2);
            for (n, line) in words.iter().take(room).enumerate() {
                let cut = n + 1 == room && room < words.len();
                let line =
                    if cut { format!("{}…", wrap::head(line, width - 1)) } else { (*line).to_owned() };
                parts.push(vec![(line, Role::Ink)]);
            }
            parts
        });
    }
}

impl Layer for Pick {
    fn key(&mut self, key: Key, desk: &mut Desk<'_>) -> After {
        match key.code {
            Code::Esc => return After::Close,
            Code::Enter => {
                let Some(value) = self.rows.row().map(|row| row.value.clone()) else { return After::Stay };
                if (self.then)(&value, desk) {
                    return After::Close;
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
        if self.tall {
            return self.draw_tall(frame, area, view);
        }
        let inner = panel(frame, area, view, &self.title, self.rows.height().max(5), 84);
        let body = self.rows.draw_line(frame, inner, view);
        self.rows.draw_rows(frame, body, view, |_, row, width| {
            // What stands aside has a third, and what the row itself leaves free.
            let free = width.saturating_sub(wrap::columns(&row.shown) + 2);
            let aside = wrap::cut_with_ellipsis(&row.aside, free.max(width / 3));
            let left = width.saturating_sub(wrap::columns(&aside) + 2);
            let shown = wrap::pad(&wrap::cut_with_ellipsis(&row.shown, left), left);
            vec![(shown, Role::Ink), ("  ".to_owned(), Role::Ink), (aside.into_owned(), Role::Quiet)]
        });
    }

    fn hint(&self, view: &View<'_>) -> String {
        view.say("hint-pick")
    }
}
