//! A line one types in, in any script.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use crate::workshop::clean::{self, Lines};
use crate::wrap::columns;

/// What became of text that was to be put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Inserted {
    /// It is all there.
    All,
    /// It was longer than a line may be; the rest is not there.
    Cut,
}

/// The part of a field that is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct FieldView<'a> {
    /// The text, no wider than asked for.
    pub text: &'a str,
    /// The column of the cursor in it, from 0, always within the width.
    pub cursor: usize,
    /// Something is hidden to the left.
    pub more_left: bool,
    /// Something is hidden to the right.
    pub more_right: bool,
}

/// The state of one line: clean text, and a cursor between two graphemes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Field {
    text: String,
    /// In bytes, always on a grapheme boundary.
    cursor: usize,
}

impl Field {
    /// A line with `text` in it, cleaned and cut to the limits, and the cursor at its end.
    pub(crate) fn new(text: &str) -> Self {
        let text = clean::clean_cut(text, Lines::One);
        Self { cursor: text.len(), text }
    }

    /// What has been typed.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing has been typed.
    pub(crate) const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The cursor, counted in graphemes from the beginning.
    pub(crate) fn cursor(&self) -> usize {
        self.before().graphemes(true).count()
    }

    /// What stands before the cursor.
    pub(crate) fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    /// What stands behind the cursor.
    pub(crate) fn after(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    /// Hands the text over and leaves the line empty.
    pub(crate) fn take(&mut self) -> String {
        self.cursor = 0;
        std::mem::take(&mut self.text)
    }

    /// Types one character.
    pub(crate) fn insert(&mut self, c: char) -> Inserted {
        self.paste(c.encode_utf8(&mut [0; 4]))
    }

    /// Puts `piece` in at the cursor, cleaned; as much of it as the limits allow.
    pub(crate) fn paste(&mut self, piece: &str) -> Inserted {
        let piece = clean::clean(piece, Lines::One);
        let graphemes = self.text.graphemes(true).count();
        // A mark that joins the letter before it makes no grapheme more, so one is always let through here
        // and the whole is measured afterwards.
        let room = clean::MOST_GRAPHEMES.saturating_sub(graphemes).max(1);
        let fits = clean::fitting(&piece, clean::MOST_BYTES.saturating_sub(self.text.len()), room);
        let whole = format!("{}{fits}{}", self.before(), self.after());
        if clean::clean_whole(&whole, Lines::One).is_err() {
            return Inserted::Cut;
        }
        self.settle(&format!("{}{fits}", self.before()), self.after().to_owned().as_str());
        if fits.len() == piece.len() { Inserted::All } else { Inserted::Cut }
    }

    /// Deletes the grapheme before the cursor. `false`: there was none.
    pub(crate) fn backspace(&mut self) -> bool {
        self.delete_between(self.previous(), self.cursor)
    }

    /// Deletes the grapheme behind the cursor. `false`: there was none.
    pub(crate) fn delete(&mut self) -> bool {
        self.delete_between(self.cursor, self.next())
    }

    /// Deletes the word before the cursor. `false`: there was nothing.
    pub(crate) fn delete_word_left(&mut self) -> bool {
        self.delete_between(self.word_start(), self.cursor)
    }

    /// Deletes the word behind the cursor. `false`: there was nothing.
    pub(crate) fn delete_word_right(&mut self) -> bool {
        self.delete_between(self.cursor, self.word_end())
    }

    /// Deletes everything before the cursor. `false`: there was nothing.
    pub(crate) fn kill_to_start(&mut self) -> bool {
        self.delete_between(0, self.cursor)
    }

    /// Deletes everything behind the cursor. `false`: there was nothing.
    pub(crate) fn kill_to_end(&mut self) -> bool {
        self.delete_between(self.cursor, self.text.len())
    }

    /// One grapheme to the left.
    pub(crate) fn left(&mut self) {
        self.cursor = self.previous();
    }

    /// One grapheme to the right.
    pub(crate) fn right(&mut self) {
        self.cursor = self.next();
    }

    /// To the beginning of this word, or of the one before.
    pub(crate) fn word_left(&mut self) {
        self.cursor = self.word_start();
    }

    /// To the end of this word, or of the next.
    pub(crate) fn word_right(&mut self) {
        self.cursor = self.word_end();
    }

    /// To the beginning of the line.
    pub(crate) const fn home(&mut self) {
        self.cursor = 0;
    }

    /// To the end of the line.
    pub(crate) const fn end(&mut self) {
        self.cursor = self.text.len();
    }

    /// What is seen of the line in `width` columns. It moves on by halves of the width, so that one sees
    /// where one is writing; no wide character is ever drawn in part.
    pub(crate) fn view(&self, width: usize) -> FieldView<'_> {
        let at = columns(self.before());
        // The last column is kept for a cursor behind the text.
        let under = self.after().graphemes(true).next().map_or(1, |grapheme| grapheme.width().max(1));
        let least = (at + under).saturating_sub(width).min(at);
        let step = (width.saturating_sub(under) / 2).max(1);
        let wanted = (least.div_ceil(step) * step).min(at);
        let (start, hidden) = self.boundary_at_column(wanted);
        let rest = self.text.get(start..).unwrap_or_default();
        let text = crate::wrap::head(rest, width);
        FieldView { text, cursor: at - hidden, more_left: start > 0, more_right: text.len() < rest.len() }
    }

    /// The first boundary at or behind a column, in bytes, and the column where it really is.
    fn boundary_at_column(&self, column: usize) -> (usize, usize) {
        let mut used = 0;
        for (at, grapheme) in self.text.grapheme_indices(true) {
            if used >= column {
                return (at, used);
            }
            used += grapheme.width();
        }
        (self.text.len(), used)
    }

    fn previous(&self) -> usize {
        self.before().grapheme_indices(true).next_back().map_or(0, |(at, _)| at)
    }

    fn next(&self) -> usize {
        self.cursor + self.after().graphemes(true).next().map_or(0, str::len)
    }

    fn word_start(&self) -> usize {
        let start = self
            .text
            .unicode_word_indices()
            .map(|(at, _)| at)
            .take_while(|at| *at < self.cursor)
            .last()
            .unwrap_or(0);
        self.boundary_before(start)
    }

    fn word_end(&self) -> usize {
        let end =
            self.text.unicode_word_indices().map(|(at, word)| at + word.len()).find(|at| *at > self.cursor);
        boundary_from(&self.text, end.unwrap_or(self.text.len()))
    }

    fn boundary_before(&self, byte: usize) -> usize {
        self.text.grapheme_indices(true).map(|(at, _)| at).take_while(|at| *at <= byte).last().unwrap_or(0)
    }

    fn delete_between(&mut self, from: usize, to: usize) -> bool {
        if from >= to {
            return false;
        }
        let left = self.text.get(..from).unwrap_or_default().to_owned();
        let right = self.text.get(to..).unwrap_or_default().to_owned();
        self.settle(&left, &right);
        true
    }

    /// Puts two ends together. What meets may join into one grapheme; then the cursor goes behind it.
    fn settle(&mut self, left: &str, right: &str) {
        let left = clean::clean(left, Lines::One);
        self.text = clean::clean_cut(&format!("{left}{right}"), Lines::One);
        self.cursor = boundary_from(&self.text, left.len());
    }
}

/// The first grapheme boundary at or behind `byte`.
fn boundary_from(text: &str, byte: usize) -> usize {
    text.grapheme_indices(true).map(|(at, _)| at).find(|at| *at >= byte).unwrap_or(text.len())
}

#[cfg(test)]
mod tests;
