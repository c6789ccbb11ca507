//! Long text, with lines, wrapped and with an undo of its own.

use ratatui::style::Style;
use ratatui::widgets::Widget;
use ratatui_textarea::{CursorMove, TextArea, WrapMode};
use unicode_segmentation::UnicodeSegmentation;

use super::clean::{self, Lines};
use super::field::Inserted;

/// Where the cursor of an [`Area`] can be sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Move {
    /// One grapheme back, also over a line end.
    Left,
    /// One grapheme on, also over a line end.
    Right,
    /// A line up.
    Up,
    /// A line down.
    Down,
    /// To the word before.
    WordLeft,
    /// To the next word.
    WordRight,
    /// To the beginning of the line.
    Home,
    /// To the end of the line.
    End,
    /// To the beginning of the text.
    Top,
    /// To the end of the text.
    Bottom,
}

/// The state of a long text. Within it a letter may stand uncomposed; what [`Area::text`] gives is clean.
///
/// The editor beneath moves by columns, so behind a mark that no letter composes with, at the end of a row,
/// the cursor may stop within a grapheme. Nothing is lost by it.
#[derive(Debug, Clone)]
pub struct Area(TextArea<'static>);

impl Area {
    /// An area with `text` in it, cleaned and cut to the limits, and the cursor at its end.
    pub fn new(text: &str) -> Self {
        let text = clean::clean_cut(text, Lines::Many);
        let mut area = TextArea::new(text.split('\n').map(str::to_owned).collect());
        area.set_wrap_mode(WrapMode::WordOrGlyph);
        area.set_cursor_line_style(Style::new());
        area.move_cursor(CursorMove::Bottom);
        area.move_cursor(CursorMove::End);
        Self(area)
    }

    /// What has been typed, clean.
    pub fn text(&self) -> String {
        clean::clean_cut(&self.0.lines().join("\n"), Lines::Many)
    }

    /// The cursor: line and grapheme, from 0.
    pub fn cursor(&self) -> (usize, usize) {
        (self.0.cursor().0, self.before().graphemes(true).count())
    }

    /// Types one character; `\n` begins a line.
    pub fn insert(&mut self, c: char) -> Inserted {
        self.paste(c.encode_utf8(&mut [0; 4]))
    }

    /// Puts `piece` in at the cursor, cleaned; as much of it as the limits allow.
    pub fn paste(&mut self, piece: &str) -> Inserted {
        let piece = clean::clean(piece, Lines::Many);
        let now = self.0.lines().join("\n");
        let bytes = clean::MOST_BYTES.saturating_sub(now.len());
        let graphemes = clean::MOST_GRAPHEMES.saturating_sub(now.graphemes(true).count());
        let fits = clean::fitting(&piece, bytes, graphemes);
        self.0.insert_str(fits);
        self.leave_grapheme();
        if fits.len() == piece.len() { Inserted::All } else { Inserted::Cut }
    }

    /// Deletes the grapheme, or the line end, before the cursor. `false`: there was none.
    pub fn backspace(&mut self) -> bool {
        let before = self.0.cursor();
        self.go(Move::Left);
        before != self.0.cursor() && self.delete()
    }

    /// Deletes the grapheme, or the line end, behind the cursor. `false`: there was none.
    pub fn delete(&mut self) -> bool {
        let chars = self.after().graphemes(true).next().map_or(1, |grapheme| grapheme.chars().count());
        let deleted = self.0.delete_str(chars);
        self.leave_grapheme();
        deleted
    }

    /// Deletes the word before the cursor. `false`: there was nothing.
    pub fn delete_word_left(&mut self) -> bool {
        let deleted = self.0.delete_word();
        self.leave_grapheme();
        deleted
    }

    /// Takes back the last change. `false`: there was none.
    pub fn undo(&mut self) -> bool {
        let undone = self.0.undo();
        self.leave_grapheme();
        undone
    }

    /// Makes the change again that was taken back last. `false`: there was none.
    pub fn redo(&mut self) -> bool {
        let redone = self.0.redo();
        self.leave_grapheme();
        redone
    }

    /// Sends the cursor somewhere.
    pub fn go(&mut self, to: Move) {
        let (over, step) = match to {
            Move::Left => (self.before().graphemes(true).next_back(), CursorMove::Back),
            Move::Right => (self.after().graphemes(true).next(), CursorMove::Forward),
            Move::Up => (None, CursorMove::Up),
            Move::Down => (None, CursorMove::Down),
            Move::WordLeft => (None, CursorMove::WordBack),
            Move::WordRight => (None, CursorMove::WordForward),
            Move::Home => (None, CursorMove::Head),
            Move::End => (None, CursorMove::End),
            Move::Top => (None, CursorMove::Top),
            Move::Bottom => (None, CursorMove::Bottom),
        };
        for _ in 0..over.map_or(1, |grapheme| grapheme.chars().count()) {
            self.0.move_cursor(step);
        }
        self.leave_grapheme();
    }

    /// The looks of the text and of the cursor.
    pub fn dress(&mut self, text: Style, cursor: Style) {
        self.0.set_style(text);
        self.0.set_cursor_style(cursor);
    }

    /// What is drawn; it scrolls so that the cursor is seen.
    pub fn widget(&self) -> impl Widget + '_ {
        &self.0
    }

    fn line(&self) -> &str {
        self.0.lines().get(self.0.cursor().0).map_or("", String::as_str)
    }

    /// The editor counts characters; this is where the cursor stands in bytes.
    fn at(&self) -> usize {
        let line = self.line();
        line.char_indices().nth(self.0.cursor().1).map_or(line.len(), |(at, _)| at)
    }

    fn before(&self) -> &str {
        self.line().get(..self.at()).unwrap_or_default()
    }

    fn after(&self) -> &str {
        self.line().get(self.at()..).unwrap_or_default()
    }

    /// Behind the grapheme in which the cursor may have been left.
    fn leave_grapheme(&mut self) {
        let (at, line) = (self.at(), self.line());
        let end = line.grapheme_indices(true).map(|(start, _)| start).find(|start| *start >= at);
        let end = end.unwrap_or(line.len());
        for _ in 0..line.get(at..end).map_or(0, |rest| rest.chars().count()) {
            self.0.move_cursor(CursorMove::Forward);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ratatui::buffer::Buffer;
    use ratatui::layout::Rect;

    use super::*;

    #[test]
    fn lines_are_typed_joined_and_taken_back() {
        let mut area = Area::new("one\r\ntwo");
        assert_eq!((area.text(), area.cursor()), ("one\ntwo".to_owned(), (1, 3)));
        area.go(Move::Home);
        assert!(area.backspace());
        assert_eq!((area.text(), area.cursor()), ("onetwo".to_owned(), (0, 3)));
        area.insert('\n');
        assert_eq!(area.text(), "one\ntwo");
        assert!(area.undo() && area.undo());
        assert_eq!(area.text(), "one\ntwo");
        area.go(Move::Top);
        assert!(!area.backspace());
    }

    #[test]
    fn a_letter_with_its_marks_is_one_step() {
        let mut area = Area::new("ae\u{323}\u{331}\u{1f1eb}\u{1f1ee}");
        assert!(area.backspace());
        assert_eq!(area.cursor(), (0, 2));
        assert!(area.backspace());
        assert_eq!(area.text(), "a");
    }

    #[test]
    fn a_paste_is_cleaned_and_cut() {
        let mut area = Area::new("");
        assert_eq!(area.paste("a\u{1b}[31m\u{202e}\r\nb"), Inserted::All);
        assert_eq!(area.text(), "a\nb");
        assert_eq!(area.paste(&"я".repeat(2_000)), Inserted::Cut);
        assert_eq!(area.text().graphemes(true).count(), clean::MOST_GRAPHEMES);
    }

    proptest! {
        #[test]
        fn whatever_is_done_it_draws_and_stays_clean(
            steps in proptest::collection::vec((0_usize..16, "[ae\u{301}日я \n\u{1f1eb}]{0,6}"), 0..40),
            (width, height) in (0_u16..12, 0_u16..5),
        ) {
            let mut area = Area::new("");
            let moves = [
                Move::Left, Move::Right, Move::Up, Move::Down, Move::WordLeft, Move::WordRight, Move::Home,
                Move::End, Move::Top, Move::Bottom,
            ];
            let screen = Rect::new(0, 0, width, height);
            for (step, text) in steps {
                match step {
                    10 => drop(area.backspace()),
                    11 => drop(area.delete()),
                    12 => drop(area.delete_word_left()),
                    13 => drop(area.undo()),
                    14 => drop(area.redo()),
                    15 => drop(area.paste(&text)),
                    to => area.go(moves[to]),
                }
                area.widget().render(screen, &mut Buffer::empty(screen));
                let text = area.text();
                prop_assert_eq!(clean::clean_whole(&text, Lines::Many), Ok(text));
            }
        }
    }
}
