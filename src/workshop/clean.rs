//! From what a person types, pastes or imports to clean text.
//!
//! Clean text is NFC, has no character that is invisible or steers the terminal, no letter buried under
//! marks, and is short enough to be kept.

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

/// The longest text, in bytes of UTF-8.
pub(crate) const MOST_BYTES: usize = 4_000;
/// The longest text, in graphemes.
pub(crate) const MOST_GRAPHEMES: usize = 1_000;
/// The most code points in one grapheme.
pub(crate) const MOST_IN_GRAPHEME: usize = 16;

/// Whether a text may have lines.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Lines {
    /// One: breaks at the ends go, breaks within become a space.
    One,
    /// Any number, ended by `\n`.
    Many,
}

/// Why a clean text cannot be kept whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, thiserror::Error)]
pub(crate) enum TextFault {
    /// More than [`MOST_BYTES`].
    #[error("{0} bytes are more than {MOST_BYTES}")]
    TooManyBytes(usize),
    /// More than [`MOST_GRAPHEMES`].
    #[error("{0} characters are more than {MOST_GRAPHEMES}")]
    TooManyGraphemes(usize),
}

/// The text without what does not belong in one, at its full length. Doing it twice changes nothing more.
pub(crate) fn clean(text: &str, lines: Lines) -> String {
    // Nearly every call is for what is clean already, so that is found out without building anything.
    if is_clean(text) {
        return text.to_owned();
    }
    let mut text: String = join_lines(&without_escapes(text), lines);
    loop {
        let next = short_graphemes(&text);
        // A cut can bring together what then composes or joins; each turn is shorter, so this ends.
        if next == text {
            return text;
        }
        text = next;
    }
}

/// Whether a text is clean, as can be told without building anything: it may be clean all the same.
pub(crate) fn is_clean(text: &str) -> bool {
    text.chars().all(is_plain)
}

/// The clean text, whole or not at all.
///
/// # Errors
/// [`TextFault`] with the length that is too much.
pub(crate) fn clean_whole(text: &str, lines: Lines) -> Result<String, TextFault> {
    let text = clean(text, lines);
    if text.len() > MOST_BYTES {
        return Err(TextFault::TooManyBytes(text.len()));
    }
    // A grapheme has a code point at least, and that a byte: nearly every text is short enough without being counted.
    if text.len() <= MOST_GRAPHEMES {
        return Ok(text);
    }
    match text.graphemes(true).count() {
        many if many > MOST_GRAPHEMES => Err(TextFault::TooManyGraphemes(many)),
        _ => Ok(text),
    }
}

/// The clean text, cut between two graphemes where it gets too long.
pub(crate) fn clean_cut(text: &str, lines: Lines) -> String {
    let mut text = clean(text, lines);
    let end = fitting(&text, MOST_BYTES, MOST_GRAPHEMES).len();
    text.truncate(end);
    text
}

/// The beginning of `text` that keeps within `bytes` and `graphemes`.
pub(crate) fn fitting(text: &str, bytes: usize, graphemes: usize) -> &str {
    let end = text
        .grapheme_indices(true)
        .take(graphemes)
        .map(|(at, grapheme)| at + grapheme.len())
        .take_while(|end| *end <= bytes)
        .last()
        .unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// What is clean wherever it stands: visible, composed, and a grapheme of its own. The letters and marks of which texts in Russian and the
/// languages of Europe in Latin letters are made.
const fn is_plain(c: char) -> bool {
    matches!(c,
        ' '..='~' | '\u{c0}'..='\u{17f}' | '\u{401}' | '\u{410}'..='\u{44f}' | '\u{451}'
        | '«' | '»' | '–' | '—' | '…' | '№' | '“' | '”' | '„' | '’')
}

/// Line ends of all systems and of Unicode.
const fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{0b}' | '\u{0c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What nobody sees: controls; soft hyphen; direction marks, overrides and isolates; joiners, word joiners
/// and zero-width spaces; the byte order mark; tags; noncharacters.
pub(crate) const fn is_unseen(c: char) -> bool {
    matches!(c,
        '\u{00}'..='\u{1f}' | '\u{2028}' | '\u{2029}' | '\u{7f}'..='\u{9f}' | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}'
        | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{fffe}'..='\u{ffff}' | '\u{e0000}'..='\u{e0fff}')
}

/// Takes out terminal sequences whole, so that no `[31m` stays behind of a colour.
fn without_escapes(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((at, c)) = rest.char_indices().find(|(_, c)| matches!(c, '\u{1b}' | '\u{80}'..='\u{9f}')) {
        clean.push_str(rest.get(..at).unwrap_or_default());
        let after = rest.get(at + c.len_utf8()..).unwrap_or_default();
        if c == '\u{85}' {
            // A line end, and not a sequence, although it stands among them.
            clean.push('\n');
            rest = after;
        } else {
            rest = after_sequence(c, after);
        }
    }
    clean.push_str(rest);
    clean
}

/// What follows the sequence that `first` has begun (ECMA-48). One that does not end takes nothing with it:
/// a line must never be lost.
fn after_sequence(first: char, rest: &str) -> &str {
    let (kind, body) = match first {
        '\u{1b}' => match rest.chars().next() {
            Some(c @ '\u{40}'..='\u{5f}') => (u32::from(c), rest.get(1..).unwrap_or_default()),
            // Two-character sequences such as ESC 7, with or without an intermediate.
            Some(' '..='\u{7e}') => {
                let end = rest.trim_start_matches(|c| matches!(c, ' '..='/'));
                return match end.chars().next() {
                    Some('0'..='\u{7e}') => end.get(1..).unwrap_or_default(),
                    _ => rest,
                };
            }
            _ => return rest,
        },
        c1 => (u32::from(c1) - 0x40, rest),
    };
    match char::from_u32(kind) {
        Some('[') => {
            let end = body
                .trim_start_matches(|c| matches!(c, '0'..='?'))
                .trim_start_matches(|c| matches!(c, ' '..='/'));
            match end.chars().next() {
                Some('@'..='~') => end.get(1..).unwrap_or_default(),
                _ => body,
            }
        }
        // Strings: DCS, SOS, OSC, PM, APC, ended by ST, an OSC also by BEL.
        Some('P' | 'X' | ']' | '^' | '_') => {
            let ends = ["\u{1b}\\", "\u{9c}", "\u{7}"];
            let line = body.split(is_break).next().unwrap_or_default();
            let end = ends.iter().filter_map(|end| Some((line.find(end)?, end.len()))).min();
            end.and_then(|(at, len)| body.get(at + len..)).unwrap_or(body)
        }
        _ => body,
    }
}

/// Line ends and tabs as they may be, nothing unseen, NFC.
fn join_lines(text: &str, lines: Lines) -> String {
    let text = match lines {
        Lines::One => text.trim_matches(is_break),
        Lines::Many => text,
    };
    let mut seen = String::with_capacity(text.len());
    let mut before = ' ';
    for c in text.chars() {
        match c {
            '\n' if before == '\r' => {}
            c if is_break(c) && lines == Lines::Many => seen.push('\n'),
            // A run of them is one gap.
            c if is_break(c) => {
                if !is_break(before) {
                    seen.push(' ');
                }
            }
            '\t' => seen.push(' '),
            c if is_unseen(c) => {}
            c => seen.push(c),
        }
        before = c;
    }
    seen.nfc().collect()
}

/// Each grapheme cut to [`MOST_IN_GRAPHEME`] code points.
fn short_graphemes(text: &str) -> String {
    let short: String =
        text.graphemes(true).flat_map(|grapheme| grapheme.chars().take(MOST_IN_GRAPHEME)).collect();
    short.nfc().collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn one(text: &str) -> String {
        clean(text, Lines::One)
    }

    #[test]
    fn what_is_plain_stays_and_stands_by_itself() {
        let plain: Vec<char> = (0..=0x2fff_u32).filter_map(char::from_u32).filter(|c| is_plain(*c)).collect();
        assert_eq!(plain.len(), 95 + 192 + 66 + 10);
        for c in &plain {
            let text = format!("a{c}");
            assert_eq!(short_graphemes(&join_lines(&without_escapes(&text), Lines::One)), text);
            for next in &plain {
                let text: String = [*c, *next].iter().collect();
                assert_eq!(text.graphemes(true).count(), 2, "{text:?}");
                assert_eq!(text.nfc().collect::<String>(), text);
            }
        }
    }

    #[test]
    fn composes() {
        assert_eq!(one("и\u{306}е\u{308}"), "йё");
        assert_eq!(one("A\u{30a}"), "Å");
    }

    #[test]
    fn sequences_go_whole_and_never_take_text_along() {
        assert_eq!(one("a\u{1b}[31;1mred\u{1b}[0m"), "ared");
        assert_eq!(one("a\u{1b}]0;title\u{7}b\u{1b}]52;c;eA==\u{1b}\\c"), "abc");
        assert_eq!(one("\u{9b}2Jhere"), "here");
        assert_eq!(one("\u{1b}(Bhere\u{1b}7!"), "here!");
        assert_eq!(one("a\u{1b}]never ended, but mine"), "anever ended, but mine");
        assert_eq!(one("a\u{1b}]0;one line\nand another\u{7}"), "a0;one line and another");
        assert_eq!(one("a\u{1b}[12слово"), "a12слово");
        assert_eq!(one("\u{1b}"), "");
        assert_eq!(one("a\u{1b}Привет"), "aПривет");
    }

    #[test]
    fn nothing_invisible_stays() {
        assert_eq!(one("\u{feff}co\u{ad}operate\u{200b}\u{202e}\u{2067}\u{61c}\u{200d}!"), "cooperate!");
        assert_eq!(one("a\u{0}\u{8}\u{7f}b"), "ab");
        assert_eq!(one("сто\u{a0}рублей"), "сто\u{a0}рублей");
    }

    #[test]
    fn lines() {
        assert_eq!(one("\r\nfirst\r\n\r\nsecond\u{2028}third\tcolumn\n"), "first second third column");
        assert_eq!(clean("first\r\nsecond\rthird\u{85}\n", Lines::Many), "first\nsecond\nthird\n\n");
        assert_eq!(one("typing "), "typing ");
    }

    #[test]
    fn a_letter_under_a_heap_of_marks_is_dug_out() {
        let heap = "e".to_owned() + &"\u{323}\u{336}".repeat(50) + "nd";
        let cleaned = one(&heap);
        assert!(cleaned.ends_with("nd"));
        assert!(cleaned.graphemes(true).all(|g| g.chars().count() <= MOST_IN_GRAPHEME));
    }

    #[test]
    fn limits_are_told_or_kept() {
        let fits = "я".repeat(MOST_GRAPHEMES);
        assert_eq!(clean_whole(&fits, Lines::One).as_deref(), Ok(fits.as_str()));
        let long = "я".repeat(MOST_GRAPHEMES + 1);
        assert_eq!(clean_whole(&long, Lines::One), Err(TextFault::TooManyGraphemes(1_001)));
        assert_eq!(clean_cut(&long, Lines::One), fits);
        let heavy = "\u{1f600}\u{1f3fd}".repeat(600);
        assert_eq!(clean_whole(&heavy, Lines::One), Err(TextFault::TooManyBytes(4_800)));
        assert_eq!(clean_cut(&heavy, Lines::One).len(), MOST_BYTES);
    }

    /// Text in which what has to be cleaned is frequent.
    fn troubled() -> impl Strategy<Value = String> {
        let rare = proptest::sample::select(
            "\u{1b}[]m;\u{7}\u{9b}\r\n\t\u{85}\u{2028}\u{300}\u{306}\u{600}\u{200d}\u{1100}\u{1161}\u{11a8}\u{1f1eb}иe "
                .chars()
                .collect::<Vec<_>>(),
        );
        let unit =
            (prop_oneof![3 => rare, 1 => any::<char>()], prop_oneof![8 => Just(1_usize), 1 => Just(20)])
                .prop_map(|(c, times)| c.to_string().repeat(times));
        proptest::collection::vec(unit, 0..40).prop_map(|units| units.concat())
    }

    proptest! {
        #[test]
        fn twice_is_once(text in troubled(), many in any::<bool>()) {
            let lines = if many { Lines::Many } else { Lines::One };
            let cleaned = clean(&text, lines);
            prop_assert_eq!(clean(&cleaned, lines), cleaned);
            let cut = clean_cut(&text, lines);
            prop_assert_eq!(&clean_cut(&cut, lines), &cut);
            prop_assert_eq!(clean_whole(&cut, lines), Ok(cut));
        }

        #[test]
        fn clean_is_clean(text in troubled()) {
            let cleaned = one(&text);
            prop_assert!(unicode_normalization::is_nfc(&cleaned));
            let clean_char = |c: char| !c.is_control() && !is_unseen(c) && !is_break(c);
            prop_assert!(cleaned.chars().all(clean_char));
            prop_assert!(cleaned.graphemes(true).all(|g| g.chars().count() <= MOST_IN_GRAPHEME));
        }

        #[test]
        fn ordinary_text_stays_as_it_is(text in "[A-Za-zА-Яа-яёЁ0-9 .,!?«»—№%]{0,200}") {
            prop_assert_eq!(one(&text), text);
        }
    }
}
