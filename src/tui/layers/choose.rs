//! A list of which several rows can be taken: Space takes or leaves, typing narrows it down, Enter is done.

use std::collections::BTreeSet;

use ratatui::Frame;
use ratatui::layout::Rect;

use super::narrowed::Narrowed;
use super::pick::PickRow;
use crate::input::{Code, Key};
use crate::theme::Role;
use crate::tui::ctx::{After, Desk, Layer, View};
use crate::tui::widgets::panel::panel;
use crate::wrap;

/// What is done with the values taken, in the order of the rows; true when the list may close.
type Then = Box<dyn FnMut(&[String], &mut Desk<'_>) -> bool>;

/// A list of which several rows can be taken.
pub(crate) struct Choose {
    title: String,
    rows: Narrowed<PickRow>,
    /// Of each of the first rows, which stand for several others: those.
    groups: Vec<Vec<usize>>,
    taken: BTreeSet<usize>,
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
        let rows = Narrowed::new(first.into_iter().chain(rest).collect(), PickRow::words);
        Self { title: title.into(), rows, groups: Vec::new(), taken, then: Box::new(then) }
    }

    /// With rows in front that take or leave several others at once, each by its words and the values it stands for.
    #[must_use]
    pub(crate) fn with_groups(mut self, groups: Vec<(String, Vec<String>)>) -> Self {
        let shift = groups.len();
        let place = |value: &String| self.rows.rows.iter().position(|row| row.value == *value);
        self.groups = groups
            .iter()
            .map(|(_, values)| values.iter().filter_map(place).map(|at| at + shift).collect())
            .collect();
        let first = groups.into_iter().map(|(shown, _)| PickRow::new("", shown, ""));
        let rows = first.chain(self.rows.rows).collect();
        self.rows = Narrowed::new(rows, PickRow::words);
        self.taken = self.taken.iter().map(|at| at + shift).collect();
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
        self.taken
            .iter()
            .filter_map(|place| self.rows.rows.get(*place))
            .map(|row| row.value.clone())
            .collect()
    }

    fn turn(&mut self) {
        let Some(place) = self.rows.place() else { return };
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
            _ => self.rows.key(key),
        }
        After::Stay
    }

    fn paste(&mut self, text: &str) {
        self.rows.paste(text);
    }

    fn draw(&mut self, frame: &mut Frame<'_>, area: Rect, view: &View<'_>) {
        let count = view.with("choose-taken", &[("n", self.taken.len().into())]);
        let title = format!("{} · {count}", self.title);
        let inner = panel(frame, area, view, &title, self.rows.height().max(5), 100);
        let body = self.rows.draw_line(frame, inner, view);
        let marks: Vec<&str> = (0..self.rows.rows.len()).map(|place| self.mark(place)).collect();
        self.rows.draw_rows(frame, body, view, |place, row, width| {
            let mark = marks.get(place).copied().unwrap_or("[ ] ");
            let aside = wrap::cut_with_ellipsis(&row.aside, width / 3);
            let left = width.saturating_sub(wrap::columns(&aside) + 2 + wrap::columns(mark));
            let shown = wrap::pad(&wrap::cut_with_ellipsis(&row.shown, left), left);
            vec![
                (mark.to_owned(), Role::Accent),
                (shown, Role::Ink),
                ("  ".to_owned(), Role::Ink),
                (aside.into_owned(), Role::Quiet),
            ]
        });
    }

    fn hint(&self, view: &View<'_>) -> String {
        view.say("hint-choose")
    }
}
