//! A list that typing narrows down, with the line one types in above it: what lists to pick from, to take from, and the palette share.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher};
use ratatui::Frame;
use ratatui::layout::Rect;

use crate::input::Key;
use crate::input::field::Field;
use crate::tui::ctx::View;
use crate::tui::widgets::list::{List, Part};
use crate::tui::widgets::{line, split_top};

/// Rows of which those are shown that match what was typed.
pub(super) struct Narrowed<R> {
    pub(super) rows: Vec<R>,
    /// The words by which a row is found.
    words: fn(&R) -> String,
    filter: Field,
    /// The places of those that match, best first.
    pub(super) found: Vec<usize>,
    pub(super) list: List,
}

impl<R> Narrowed<R> {
    /// All rows, nothing typed.
    pub(super) fn new(rows: Vec<R>, words: fn(&R) -> String) -> Self {
        let found = (0..rows.len()).collect();
        Self { rows, words, filter: Field::new(""), found, list: List::default() }
    }

    /// The place of the chosen row among all.
    pub(super) fn place(&self) -> Option<usize> {
        self.found.get(self.list.selected()).copied()
    }

    /// The chosen row.
    pub(super) fn row(&self) -> Option<&R> {
        self.place().and_then(|place| self.rows.get(place))
    }

    /// A key that moves the choice or changes what is typed.
    pub(super) fn key(&mut self, key: Key) {
        if !self.list.key(key, self.found.len()) && line::key(&mut self.filter, key) {
            self.narrow();
        }
    }

    pub(super) fn paste(&mut self, text: &str) {
        self.filter.paste(text);
        self.narrow();
    }

    fn narrow(&mut self) {
        let words: Vec<String> = self.rows.iter().map(self.words).collect();
        self.found = matching(self.filter.text(), &words);
        self.list.select(0);
    }

    /// How many lines the panel needs.
    pub(super) fn height(&self) -> u16 {
        u16::try_from(self.rows.len()).unwrap_or(u16::MAX).saturating_add(2)
    }

    /// Draws the line one types in. Returns what is left for the rows.
    pub(super) fn draw_line(&self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) -> Rect {
        let [above, body] = split_top(area, 2);
        line::draw(frame, Rect { height: 1, ..above }, &self.filter, &view.say("pick-type"), true, view);
        body
    }

    /// Draws the rows that match, each as `parts` says for its place among all and the columns there are.
    pub(super) fn draw_rows(
        &mut self,
        frame: &mut Frame<'_>,
        body: Rect,
        view: &View<'_>,
        parts: impl Fn(usize, &R, usize) -> Vec<Part>,
    ) {
        let Self { rows, found, list, .. } = self;
        list.draw(frame, body, found.len(), view, |at, width| {
            let place = found.get(at).copied();
            let row = place.and_then(|place| Some((place, rows.get(place)?)));
            row.map(|(place, row)| parts(place, row, width)).unwrap_or_default()
        });
    }
}

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
