//! A list to pick from, narrowed down by typing.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::input::field::Field;
use crate::input::{Code, Key};
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Layer, View};
use crate::tui::widgets::list::List;
use crate::tui::widgets::panel::panel;
use crate::tui::widgets::{line, tall};
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
}

/// What is done with the value picked; true when the list may close.
pub(super) type Then = Box<dyn FnMut(&str, &mut Desk<'_>) -> bool>;

/// A list to pick from.
pub(crate) struct Pick {
    title: String,
    rows: Vec<PickRow>,
    filter: Field,
    found: Vec<usize>,
    list: List,
    /// Whether each row is shown whole, over as many lines as it needs, with what stands aside above it.
    tall: bool,
    then: Then,
}

/// The most lines that a row shown whole may take.
const TALLEST: usize = 12;
/// The widest that such rows are set.
const TALL_WIDTH: u16 = 120;

/// The rows that match what was typed, best first; all of them while nothing is.
pub(crate) fn matching(typed: &str, rows: &[String]) -> Vec<usize> {
    if typed.trim().is_empty() {
        return (0..rows.len()).collect();
    }
    let mut matcher = Matcher::new(Config::DEFAULT);
    let pattern = Pattern::parse(typed, CaseMatching::Ignore, Normalization::Smart);
    let mut buffer = Vec::new();
    let mut scored: Vec<(u32, usize)> = rows
        .iter()
        .enumerate()
        .filter_map(|(place, row)| {
            let text = nucleo_matcher::Utf32Str::new(row, &mut buffer);
            Some((pattern.score(text, &mut matcher)?, place))
        })
        .collect();
    scored.sort_by_key(|(score, place)| (std::cmp::Reverse(*score), *place));
    scored.into_iter().map(|(_, place)| place).collect()
}

impl Pick {
    /// A list that hands on what is picked.
    pub(crate) fn new(
        title: impl Into<String>,
        rows: Vec<PickRow>,
        then: impl FnMut(&str, &mut Desk<'_>) -> bool + 'static,
    ) -> Self {
        let found = (0..rows.len()).collect();
        Self {
            title: title.into(),
            rows,
            filter: Field::new(""),
            found,
            list: List::default(),
            tall: false,
            then: Box::new(then),
        }
    }

    /// A list of long rows, each shown whole; it begins at the row `at`.
    pub(crate) fn tall(
        title: impl Into<String>,
        rows: Vec<PickRow>,
        at: usize,
        then: impl FnMut(&str, &mut Desk<'_>) -> bool + 'static,
    ) -> Self {
        let mut pick = Self { tall: true, ..Self::new(title, rows, then) };
        pick.list.select(at);
        pick
    }

    fn narrow(&mut self) {
        let shown: Vec<String> = self.rows.iter().map(|row| format!("{} {}", row.shown, row.aside)).collect();
        self.found = matching(self.filter.text(), &shown);
        self.list.select(0);
    }

    fn draw_tall(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let wide = area.width.min(TALL_WIDTH);
        let width = usize::from(wide.saturating_sub(6));
        let high = |row: &PickRow| wrap::wrap(&row.shown, width).len() + 2;
        let lines = self.rows.iter().map(high).max().unwrap_or(3).min(TALLEST);
        let rows = u16::try_from(self.rows.len().saturating_mul(lines) + 2).unwrap_or(u16::MAX);
        let inner = panel(frame, area, view, &self.title, rows.max(5), wide);
        let [filter, body] = crate::tui::widgets::split_top(inner, 2);
        line::draw(frame, Rect { height: 1, ..filter }, &self.filter, &view.say("pick-type"), true, view);
        let (rows, found) = (&self.rows, &self.found);
        let lines = u16::try_from(lines).unwrap_or(3);
        tall::draw(&mut self.list, frame, body, (found.len(), lines), view, |place, width| {
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
                let row = self.found.get(self.list.selected()).and_then(|place| self.rows.get(*place));
                let Some(value) = row.map(|row| row.value.clone()) else { return After::Stay };
                if (self.then)(&value, desk) {
                    return After::Close;
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
        if self.tall {
            return self.draw_tall(frame, area, view);
        }
        let rows = u16::try_from(self.rows.len()).unwrap_or(u16::MAX).saturating_add(2);
        let inner = panel(frame, area, view, &self.title, rows.max(5), 84);
        let [filter, body] = crate::tui::widgets::split_top(inner, 2);
        line::draw(frame, Rect { height: 1, ..filter }, &self.filter, &view.say("pick-type"), true, view);
        let (rows, found) = (&self.rows, &self.found);
        self.list.draw(frame, body, found.len(), view, |place, width| {
            let row = found.get(place).and_then(|place| rows.get(*place));
            row.map(|row| {
                // What stands aside has a third, and what the row itself leaves free.
                let free = width.saturating_sub(wrap::columns(&row.shown) + 2);
                let aside = wrap::cut_with_ellipsis(&row.aside, free.max(width / 3));
                let left = width.saturating_sub(wrap::columns(&aside) + 2);
                let shown = wrap::pad(&wrap::cut_with_ellipsis(&row.shown, left), left);
                vec![(shown, Role::Ink), ("  ".to_owned(), Role::Ink), (aside.into_owned(), Role::Quiet)]
            })
            .unwrap_or_default()
        });
    }

    fn hint(&self, view: &View<'_>) -> String {
        view.say("hint-pick")
    }
}
