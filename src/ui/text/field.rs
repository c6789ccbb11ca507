//! A line one types in, in any script.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

use super::clean::{self, Lines};
use super::wrap::columns;

/// What became of text that was to be put in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Inserted {
    /// It is all there.
    All,
    /// It was longer than a line may be; the rest is not there.
    Cut,
}

/// The part of a field that is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct FieldView<'a> {
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
    pub fn new(text: &str) -> Self {
        let text = clean::clean_cut(text, Lines::One);
        Self { cursor: text.len(), text }
    }

    /// What has been typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Whether nothing has been typed.
    pub const fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The cursor, counted in graphemes from the beginning.
    pub fn cursor(&self) -> usize {
        self.before().graphemes(true).count()
    }

    /// What stands before the cursor.
    pub fn before(&self) -> &str {
        self.text.get(..self.cursor).unwrap_or_default()
    }

    /// What stands behind the cursor.
    pub fn after(&self) -> &str {
        self.text.get(self.cursor..).unwrap_or_default()
    }

    /// Hands the text over and leaves the line empty.
    pub fn take(&mut self) -> String {
        self.cursor = 0;
        std::mem::take(&mut self.text)
    }

    /// Types one character.
    pub fn insert(&mut self, c: char) -> Inserted {
        self.paste(c.encode_utf8(&mut [0; 4]))
    }

    /// Puts `piece` in at the cursor, cleaned; as much of it as the limits allow.
    pub fn paste(&mut self, piece: &str) -> Inserted {
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
    pub fn backspace(&mut self) -> bool {
        self.delete_between(self.previous(), self.cursor)
    }

    /// Deletes the grapheme behind the cursor. `false`: there was none.
    pub fn delete(&mut self) -> bool {
        self.delete_between(self.cursor, self.next())
    }

    /// Deletes the word before the cursor. `false`: there was nothing.
    pub fn delete_word_left(&mut self) -> bool {
        self.delete_between(self.word_start(), self.cursor)
    }

    /// Deletes the word behind the cursor. `false`: there was nothing.
    pub fn delete_word_right(&mut self) -> bool {
        self.delete_between(self.cursor, self.word_end())
    }

    /// Deletes everything before the cursor. `false`: there was nothing.
    pub fn kill_to_start(&mut self) -> bool {
        self.delete_between(0, self.cursor)
    }

    /// Deletes everything behind the cursor. `false`: there was nothing.
    pub fn kill_to_end(&mut self) -> bool {
        self.delete_between(self.cursor, self.text.len())
    }

    /// One grapheme to the left.
    pub fn left(&mut self) {
        self.cursor = self.previous();
    }

    /// One grapheme to the right.
    pub fn right(&mut self) {
        self.cursor = self.next();
    }

    /// To the beginning of this word, or of the one before.
    pub fn word_left(&mut self) {
        self.cursor = self.word_start();
    }

    /// To the end of this word, or of the next.
    pub fn word_right(&mut self) {
        self.cursor = self.word_end();
    }

    /// To the beginning of the line.
    pub const fn home(&mut self) {
        self.cursor = 0;
    }

    /// To the end of the line.
    pub const fn end(&mut self) {
        self.cursor = self.text.len();
    }

    /// What is seen of the line in `width` columns. It moves on by halves of the width, so that one sees
    /// where one is writing; no wide character is ever drawn in part.
    pub fn view(&self, width: usize) -> FieldView<'_> {
        let at = columns(self.before());
        // The last column is kept for a cursor behind the text.
        let under = self.after().graphemes(true).next().map_or(1, |grapheme| grapheme.width().max(1));
        let least = (at + under).saturating_sub(width).min(at);
        let step = (width.saturating_sub(under) / 2).max(1);
        let wanted = (least.div_ceil(step) * step).min(at);
        let (start, hidden) = self.boundary_at_column(wanted);
        let rest = self.text.get(start..).unwrap_or_default();
        let text = super::wrap::head(rest, width);
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
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// The line with `|` where the cursor is.
    fn drawn(field: &Field) -> String {
        format!("{}|{}", field.before(), field.after())
    }

    #[test]
    fn typing_and_deleting_in_both_scripts() {
        let mut field = Field::default();
        for c in "общий fund".chars() {
            field.insert(c);
        }
        field.left();
        field.backspace();
        assert_eq!(drawn(&field), "общий fu|d");
        field.delete();
        field.home();
        field.delete();
        assert_eq!(drawn(&field), "|бщий fu");
        assert!(!field.backspace());
        assert_eq!(field.take(), "бщий fu");
        assert_eq!(drawn(&field), "|");
    }

    #[test]
    fn words() {
        let mut field = Field::new("fund, «малые проекты» now");
        field.word_left();
        assert_eq!(drawn(&field), "fund, «малые проекты» |now");
        field.delete_word_left();
        assert_eq!(drawn(&field), "fund, «малые |now");
        field.word_left();
        assert_eq!(drawn(&field), "fund, «|малые now");
        field.word_right();
        assert_eq!(drawn(&field), "fund, «малые| now");
        field.delete_word_right();
        assert_eq!(drawn(&field), "fund, «малые|");
        field.kill_to_start();
        assert_eq!(drawn(&field), "|");
        assert!(!field.delete_word_left() && !field.delete_word_right());
    }

    #[test]
    fn a_letter_with_its_marks_is_one_step() {
        let mut field = Field::new("ae\u{323}\u{331}\u{1f1eb}\u{1f1ee}b");
        field.left();
        field.left();
        assert_eq!(field.cursor(), 2);
        field.backspace();
        assert_eq!(drawn(&field), "a|\u{1f1eb}\u{1f1ee}b");
        field.delete();
        assert_eq!(drawn(&field), "a|b");
    }

    #[test]
    fn marks_typed_after_the_letter_compose() {
        let mut field = Field::new("и");
        assert_eq!(field.insert('\u{306}'), Inserted::All);
        assert_eq!(drawn(&field), "й|");
    }

    #[test]
    fn a_paste_is_cleaned_and_cut() {
        let mut field = Field::new("ab");
        field.left();
        assert_eq!(field.paste("one\r\n\u{1b}[31mtwo\u{202e}\n"), Inserted::All);
        assert_eq!(drawn(&field), "aone two|b");
        assert_eq!(field.paste(&"я".repeat(2_000)), Inserted::Cut);
        assert_eq!(field.text().graphemes(true).count(), clean::MOST_GRAPHEMES);
        assert!(field.text().ends_with("яb"));
        assert_eq!(field.insert('x'), Inserted::Cut);
        assert!(field.text().ends_with("яb"));
    }

    #[test]
    fn the_view_follows_the_cursor() {
        let mut field = Field::new("0123456789");
        let view = field.view(6);
        assert_eq!((view.text, view.cursor, view.more_left, view.more_right), ("6789", 4, true, false));
        field.left();
        assert_eq!(field.view(6).text, "456789");
        field.home();
        let view = field.view(6);
        assert_eq!((view.text, view.cursor, view.more_left, view.more_right), ("012345", 0, false, true));
        assert_eq!(field.view(20).text, "0123456789");
        assert_eq!(field.view(0).text, "");
    }

    #[test]
    fn wide_letters_are_whole_or_absent() {
        let field = Field::new("日本語日本語");
        assert_eq!(field.view(5).text, "本語");
        assert_eq!(field.view(1).text, "");
    }

    #[derive(Debug, Clone)]
    enum Step {
        Insert(char),
        Paste(String),
        Do(usize),
    }

    fn any_steps() -> impl Strategy<Value = Vec<Step>> {
        let c = prop_oneof![
            any::<char>(),
            proptest::sample::select(
                "aя日 -\u{301}\u{306}и\u{600}\u{1f1eb}\u{1100}\u{1161}".chars().collect::<Vec<_>>()
            ),
        ];
        let step = prop_oneof![
            4 => c.prop_map(Step::Insert),
            1 => "\\PC{0,20}".prop_map(Step::Paste),
            6 => (0_usize..12).prop_map(Step::Do),
        ];
        proptest::collection::vec(step, 0..60)
    }

    fn take(field: &mut Field, step: &Step) {
        match step {
            Step::Insert(c) => {
                field.insert(*c);
            }
            Step::Paste(text) => {
                field.paste(text);
            }
            Step::Do(0) => field.left(),
            Step::Do(1) => field.right(),
            Step::Do(2) => field.word_left(),
            Step::Do(3) => field.word_right(),
            Step::Do(4) => field.home(),
            Step::Do(5) => field.end(),
            Step::Do(n) => {
                let delete = [
                    Field::backspace,
                    Field::delete,
                    Field::delete_word_left,
                    Field::delete_word_right,
                    Field::kill_to_end,
                    Field::kill_to_start,
                ];
                delete[n - 6](field);
            }
        }
    }

    proptest! {
        #[test]
        fn whatever_is_done_the_line_is_sound(steps in any_steps(), width in 0_usize..12) {
            let mut field = Field::default();
            for step in &steps {
                take(&mut field, step);
                let on_boundary = field.cursor == field.text.len()
                    || field.text.grapheme_indices(true).any(|(at, _)| at == field.cursor);
                prop_assert!(on_boundary, "{:?} in {:?}", field, step);
                prop_assert_eq!(clean::clean(&field.text, Lines::One), field.text.clone());
                let view = field.view(width);
                prop_assert!(columns(view.text) <= width && view.text.width() <= width);
                prop_assert!(view.cursor < width.max(1), "{:?} in {}", view, width);
            }
        }

        #[test]
        fn typed_is_pasted(text in "[ -~а-яёА-Я]{0,40}") {
            let (mut typed, mut pasted) = (Field::default(), Field::default());
            for c in text.chars() {
                typed.insert(c);
            }
            pasted.paste(&text);
            prop_assert_eq!(&typed, &pasted);
            prop_assert_eq!(typed.text(), text);
        }

        #[test]
        fn left_and_right_pass_every_boundary(text in "\\PC{0,30}") {
            let mut field = Field::new(&text);
            let all = field.cursor();
            for n in (0..all).rev() {
                field.left();
                prop_assert_eq!(field.cursor(), n);
            }
            for n in 1..=all {
                field.right();
                prop_assert_eq!(field.cursor(), n);
            }
        }
    }
}
