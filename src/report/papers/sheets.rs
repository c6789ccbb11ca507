//! Where a paper is cut into sheets: how tall everything on it comes out at most, in the widest of the fonts it may be printed
//! in. A browser that reaches the end of a page sooner breaks there as well; one that could have put more on it does not.
//!
//! All lengths are in thousandths of a millimetre.

use std::ops::Range;

/// What can be printed on of an A4 page: the margins are those of `papers.css`.
pub(super) const WIDTH: u32 = 186_000;
/// The same from top to bottom, less what rounding may take.
pub(super) const HEIGHT: u32 = 275_000;

const POINT: u32 = 353;

/// Letters of a size, in tenths of a point.
#[derive(Clone, Copy)]
pub(super) struct Letters {
    pub(super) size: u32,
    pub(super) bold: bool,
}

impl Letters {
    /// Letters of so many tenths of a point.
    pub(super) const fn of(size: u32) -> Self {
        Self { size, bold: false }
    }

    /// The same, bold.
    pub(super) const fn bold(size: u32) -> Self {
        Self { size, bold: true }
    }

    /// A line with what parts it from the next.
    const fn line(self) -> u32 {
        self.size * POINT * 125 / 1_000
    }

    /// How tall words come out that are broken to this width.
    pub(super) fn tall(self, words: &str, width: u32) -> u32 {
        let heavy = if self.bold { 112 } else { 100 };
        let letter = |letter: char| em(letter) * self.size * POINT / 1_000 * heavy / 100;
        self.line() * lines(words, width, letter)
    }
}

/// How wide a letter is in hundredths of its size: no letter of DejaVu Sans is wider than its kind here by much.
const fn em(letter: char) -> u32 {
    match letter {
        ' ' | '\u{a0}' => 32,
        '.' | ',' | ':' | ';' | '!' | '\'' | '’' | '|' | '(' | ')' | '-' | '/' => 40,
        'f' | 'i' | 'j' | 'l' | 'r' | 't' | 'I' => 41,
        // Among them the Russian letters that are as wide as these.
        'm' | '\u{436}' | '\u{444}' | '\u{448}' | '\u{449}' | '\u{44e}' | 'M' | 'W' | '\u{416}'
        | '\u{428}' | '\u{429}' | '\u{42e}' | '\u{424}' | '—' | '%' => 105,
        'w' | '\u{43c}' | '\u{44b}' => 82,
        'a'..='z' | '\u{430}'..='\u{44f}' | '0'..='9' => 64,
        'A'..='Z' | '\u{410}'..='\u{42f}' | '\u{80}'..='\u{52f}' => 80,
        _ => 105,
    }
}

/// The lines that words take, as many letters in each as fit.
fn lines(words: &str, most: u32, letter: impl Fn(char) -> u32) -> u32 {
    let (mut lines, mut used) = (1, 0);
    for word in words.split_whitespace() {
        let long: u32 = word.chars().map(&letter).sum();
        let gap = if used == 0 { 0 } else { letter(' ') };
        if used + gap + long <= most {
            used += gap + long;
            continue;
        }
        lines += u32::from(used > 0);
        used = 0;
        // A word longer than a line is broken.
        for one in word.chars().map(&letter) {
            if used + one > most && used > 0 {
                lines += 1;
                used = 0;
            }
            used += one;
        }
    }
    lines
}

/// Which rows stand on each sheet. The `first` one has less room than each `next`, and the last must leave as much as `end` takes.
/// There is a row on every sheet, whatever its height.
pub(super) fn sheets(rows: &[u32], (first, next): (u32, u32), end: u32) -> Vec<Range<usize>> {
    let mut sheets: Vec<Range<usize>> = Vec::new();
    let (mut from, mut used, mut room) = (0, 0_u32, first);
    for (at, row) in rows.iter().enumerate() {
        let last = at + 1 == rows.len();
        let wanted = used.saturating_add(*row).saturating_add(if last { end } else { 0 });
        if wanted > room && at > from {
            sheets.push(from..at);
            (from, used, room) = (at, 0, next);
        }
        used = used.saturating_add(*row);
    }
    sheets.push(from..rows.len());
    sheets
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_broken_as_a_page_breaks_them() {
        for (words, most, expected) in [
            ("", 10, 1),
            ("one two", 7, 1),
            ("one two", 6, 2),
            ("a abcdefghijkl", 5, 4),
            ("abcdefghijkl a", 6, 3),
            ("four two six", 8, 2),
        ] {
            assert_eq!(lines(words, most, |_| 1), expected, "{words}");
        }
    }

    #[test]
    fn every_row_stands_on_one_sheet_and_what_comes_last_has_its_room() {
        let ends = |rows: &[u32], room, end| -> Vec<(usize, usize)> {
            sheets(rows, room, end).into_iter().map(|sheet| (sheet.start, sheet.end)).collect()
        };
        assert_eq!(ends(&[2, 2, 2], (6, 9), 0), [(0, 3)]);
        assert_eq!(ends(&[2, 2, 2], (6, 9), 1), [(0, 2), (2, 3)]);
        assert_eq!(ends(&[2; 7], (4, 6), 1), [(0, 2), (2, 5), (5, 7)]);
        assert_eq!(ends(&[9, 9], (1, 1), 1), [(0, 1), (1, 2)]);
        assert_eq!(ends(&[], (1, 1), 1), [(0, 0)]);
    }
}
