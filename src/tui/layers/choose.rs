//! A list of which several rows can be taken: Space takes or leaves, typing narrows it down, Enter is done.

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::pick::{PickRow, matching};
use crate::input::field::Field;
use crate::input::{Code, Key};
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Layer, View};
use crate::tui::widgets::line;
use crate::tui::widgets::list::List;
use crate::tui::widgets::panel::panel;
use crate::wrap;

/// What is done with the values taken, in the order of the rows; true when the list may close.
type Then = Box<dyn FnMut(&[String], &mut Desk<'_>) -> bool>;

/// A list of which several rows can be taken.
pub(crate) struct Choose {
    title: String,
    rows: Vec<PickRow>,
    /// Of each of the first rows, which stand for several others: those.
    groups: Vec<Vec<usize>>,
    taken: BTreeSet<usize>,
    filter: Field,
    found: Vec<usize>,
    list: List,
    then: Then,
}

impl Choose {
    /// A list that hands on what is taken. The rows taken at first stand first, so that they are seen.
    pub(crate) fn new(
        title: impl Into<String>,
        rows: Vec<PickRow>,
        taken: &[String],
        then: impl FnMut(&[String], &mut Desk<'_>) -> bool + 'static,
    ) -> Self {
        let (first, rest): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| taken.contains(&row.value));
        let taken = (0..first.len()).collect();
        let rows: Vec<PickRow> = first.into_iter().chain(rest).collect();
        Self {
            title: title.into(),
            found: (0..rows.len()).collect(),
            rows,
            groups: Vec::new(),
            taken,
            filter: Field::new(""),
            list: List::default(),
            then: Box::new(then),
        }
    }

    /// With rows in front that take or leave several others at once, each by its words and the values it stands for.
    #[must_use]
    pub(crate) fn with_groups(mut self, groups: Vec<(String, Vec<String>)>) -> Self {
        let shift = groups.len();
        let place = |value: &String| self.rows.iter().position(|row| row.value == *value);
        self.groups = groups
            .iter()
            .map(|(_, values)| values.iter().filter_map(place).map(|at| at + shift).collect())
            .collect();
        let first = groups.into_iter().map(|(shown, _)| PickRow::new("", shown, ""));
        self.rows.splice(0..0, first);
        self.taken = self.taken.iter().map(|at| at + shift).collect();
        self.found = (0..self.rows.len()).collect();
        self
    }

    /// Whether a row is taken; of several at once, whether all of them are, and whether some.
    fn is_taken(&self, place: usize) -> (bool, bool) {
        match self.groups.get(place) {
            Some(of) => {
                let taken = of.iter().filter(|at| self.taken.contains(at)).count();
                (taken == of.len() && taken > 0, taken > 0)
            }
            None => (self.taken.contains(&place), false),
        }
    }

    fn mark(&self, place: usize) -> &'static str {
        match self.is_taken(place) {
            (true, _) => "[✓] ",
            (false, true) => "[–] ",
            (false, false) => "[ ] ",
        }
    }

    /// The values taken, in the order of the rows.
    pub(crate) fn values(&self) -> Vec<String> {
        self.taken.iter().filter_map(|place| self.rows.get(*place)).map(|row| row.value.clone()).collect()
    }

    fn narrow(&mut self) {
        let shown: Vec<String> = self.rows.iter().map(|row| format!("{} {}", row.shown, row.aside)).collect();
        self.found = matching(self.filter.text(), &shown);
        self.list.select(0);
    }

    fn turn(&mut self) {
        let Some(place) = self.found.get(self.list.selected()).copied() else { return };
        if let Some(of) = self.groups.get(place) {
            if of.iter().all(|at| self.taken.contains(at)) {
                self.taken.retain(|at| !of.contains(at));
            } else {
                self.taken.extend(of);
            }
            return;
        }
        if !self.taken.remove(&place) {
            self.taken.insert(place);
        }
    }
}

impl Layer for Choose {
    fn key(&mut self, key: Key, desk: &mut Desk<'_>) -> After {
        match key.code {
            Code::Esc => return After::Close,
            Code::Enter => {
                let values = self.values();
                if (self.then)(&values, desk) {
                    return After::Close;
                }
            }
            // Words to find need no blanks between them: what is typed is found with anything in between.
            Code::Char(' ') if !key.ctrl && !key.alt => self.turn(),
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
        let count = view.with("choose-taken", &[("n", self.taken.len().into())]);
        let title = format!("{} · {count}", self.title);
        let inner = panel(frame, area, view, &title, rows.max(5), 100);
        let [filter, body] = crate::tui::widgets::split_top(inner, 2);
        line::draw(frame, Rect { height: 1, ..filter }, &self.filter, &view.say("pick-type"), true, view);
        let marks: Vec<&str> = self.found.iter().map(|place| self.mark(*place)).collect();
        let (rows, found) = (&self.rows, &self.found);
        self.list.draw(frame, body, found.len(), view, |at, width| {
            let row = found.get(at).and_then(|place| rows.get(*place));
            row.map(|row| {
                let mark = marks.get(at).copied().unwrap_or("[ ] ");
                let aside = wrap::cut_with_ellipsis(&row.aside, width / 3);
                let left = width.saturating_sub(wrap::columns(&aside) + 2 + wrap::columns(mark));
                let shown = wrap::pad(&wrap::cut_with_ellipsis(&row.shown, left), left);
                vec![
                    (mark.to_owned(), Role::Accent),
                    (shown, Role::Ink),
                    ("  ".to_owned(), Role::Ink),
                    (aside.into_owned(), Role::Quiet),
                ]
            })
            .unwrap_or_default()
        });
    }

    fn hint(&self, view: &View<'_>) -> String {
        view.say("hint-choose")
    }
}
