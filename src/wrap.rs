//! Fitting text into columns. Everything is cut between graphemes, and counted as it is drawn.

use std::borrow::Cow;
use std::iter;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// Whether each character of `text` is a grapheme of one column by itself, as in nearly all that is written in English or
/// Russian: then nothing has to be looked up.
fn is_plain(text: &str) -> bool {
    let russian = |c: char| matches!(c, '\u{410}'..='\u{44f}' | '\u{401}' | '\u{451}');
    text.bytes().all(|b| (b' '..=b'~').contains(&b))
        || text.chars().all(|c| matches!(c, ' '..='~' | '–' | '«' | '»' | '·' | '…') || russian(c))
}

/// The graphemes of `text` with their places and columns.
fn graphemes(text: &str) -> impl Iterator<Item = (usize, &str, usize)> {
    let plain = is_plain(text);
    let (one_by_one, looked_up) = if plain { (text, "") } else { ("", text) };
    let character = |(at, c): (usize, char)| (at, text.get(at..at + c.len_utf8()).unwrap_or_default(), 1);
    let cluster = |(at, grapheme): (usize, &'_ str)| {
        (at, text.get(at..at + grapheme.len()).unwrap_or_default(), grapheme.width())
    };
    one_by_one.char_indices().map(character).chain(looked_up.grapheme_indices(true).map(cluster))
}

/// The columns that `text` takes when it is drawn grapheme by grapheme.
pub fn columns(text: &str) -> usize {
    graphemes(text).map(|(_, _, width)| width).sum()
}

/// A text in lines of at most this width, the first of which begins with `lead` and the others under what stands behind it.
pub(crate) fn hanging(text: &str, lead: &str, width: usize) -> Vec<String> {
    let rest = " ".repeat(columns(lead));
    let lines = wrap(text, width.saturating_sub(rest.len())).into_iter().enumerate();
    lines.map(|(place, line)| format!("{}{line}", if place == 0 { lead } else { rest.as_str() })).collect()
}

/// The lines of `text`, none wider than `width` columns (unless one grapheme alone is), broken at spaces, and
/// within a word only where it has no line that is wide enough. A `\n` ends a line; an empty line stays.
/// The space at a break belongs to no line. Nothing fits into no columns.
pub(crate) fn wrap(text: &str, width: usize) -> Vec<&str> {
    if width == 0 {
        return Vec::new();
    }
    text.split('\n').flat_map(|line| broken(line, width)).collect()
}

fn broken(line: &str, width: usize) -> impl Iterator<Item = &str> {
    let mut rest = Some(line);
    iter::from_fn(move || {
        let all = rest?;
        let (head, tail) = break_once(all, width);
        rest = (!tail.is_empty()).then_some(tail);
        Some(head.trim_end_matches(is_gap))
    })
}

/// Where one may break: not at the spaces that exist to keep words together.
const fn is_gap(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

/// A space that carries a mark is a letter to the eye.
fn is_gap_alone(grapheme: &str) -> bool {
    grapheme.chars().all(is_gap)
}

/// `text` from its first grapheme that is no gap.
fn without_gap(text: &str) -> &str {
    let start = graphemes(text).find(|(_, grapheme, _)| !is_gap_alone(grapheme));
    start.and_then(|(at, ..)| text.get(at..)).unwrap_or_default()
}

/// The first line of `text` and what is left for the next.
fn break_once(text: &str, width: usize) -> (&str, &str) {
    let (mut used, mut last_gap, mut indent) = (0, None, true);
    for (at, grapheme, width_of_it) in graphemes(text) {
        let gap = is_gap_alone(grapheme);
        used += width_of_it;
        if used > width && !gap {
            let end = match last_gap {
                Some(gap) => gap,
                // A word as long as this is broken, after at least one grapheme.
                None if at == 0 => grapheme.len(),
                None => at,
            };
            let (head, tail) = text.split_at_checked(end).unwrap_or((text, ""));
            return (head, without_gap(tail));
        }
        // Spaces at the beginning indent and are no place to break.
        if gap && !indent {
            last_gap = Some(at);
        }
        indent &= gap;
    }
    (text, "")
}

/// `text` in at most `width` columns, with `…` in place of what is cut off.
pub(crate) fn cut_with_ellipsis(text: &str, width: usize) -> Cow<'_, str> {
    if columns(text) <= width {
        return Cow::Borrowed(text);
    }
    let Some(room) = width.checked_sub(1) else { return Cow::Borrowed("") };
    Cow::Owned(format!("{}…", head(text, room).trim_end()))
}

/// The longest beginning of `text` that fits into `width` columns.
pub(crate) fn head(text: &str, width: usize) -> &str {
    let mut used = 0;
    let end = graphemes(text)
        .map_while(|(at, grapheme, width_of_it)| {
            used += width_of_it;
            (used <= width).then_some(at + grapheme.len())
        })
        .last()
        .unwrap_or(0);
    text.get(..end).unwrap_or_default()
}

/// `text` in exactly `width` columns: cut, or with spaces after it.
pub(crate) fn pad(text: &str, width: usize) -> String {
    let cut = cut_with_ellipsis(text, width);
    let gap = width.saturating_sub(columns(&cut));
    format!("{cut}{}", " ".repeat(gap))
}

/// `text` in exactly `width` columns: cut, or with spaces before it, for numbers.
pub(crate) fn pad_left(text: &str, width: usize) -> String {
    let cut = cut_with_ellipsis(text, width);
    let gap = width.saturating_sub(columns(&cut));
    format!("{}{cut}", " ".repeat(gap))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn breaks_between_words() {
        assert_eq!(wrap("a shared fund for small pilots", 12), ["a shared", "fund for", "small pilots"]);
        assert_eq!(wrap("общий фонд", 5), ["общий", "фонд"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("one\n\ntwo", 5), ["one", "", "two"]);
        assert_eq!(wrap("anything", 0), Vec::<&str>::new());
    }

    #[test]
    fn a_word_too_long_is_broken_and_wide_letters_are_not() {
        assert_eq!(wrap("to professionalisation", 8), ["to", "professi", "onalisat", "ion"]);
        assert_eq!(wrap("日本語", 3), ["日", "本", "語"]);
        assert_eq!(wrap("日本", 1), ["日", "本"]);
        // A mark on a space is drawn, so the space is no gap.
        assert_eq!(wrap("\u{a0}本a \u{301} ", 4), ["\u{a0}本a", " \u{301}"]);
    }

    #[test]
    fn an_indent_stays_and_a_hard_space_holds() {
        assert_eq!(wrap("  indented text", 10), ["  indented", "text"]);
        assert_eq!(wrap("до 100\u{a0}рублей", 10), ["до", "100\u{a0}рублей"]);
    }

    #[test]
    fn cuts_say_that_they_cut() {
        assert_eq!(cut_with_ellipsis("Proposals clinic", 9), "Proposal…");
        assert_eq!(cut_with_ellipsis("Proposals clinic", 11), "Proposals…");
        assert_eq!(cut_with_ellipsis("日本語", 4), "日…");
        assert_eq!(cut_with_ellipsis("ab", 2), "ab");
        assert_eq!(cut_with_ellipsis("ab", 1), "…");
        assert_eq!(cut_with_ellipsis("ab", 0), "");
        assert_eq!(pad("日", 3), "日 ");
        assert_eq!(pad_left("+6", 4), "  +6");
    }

    fn any_text() -> impl Strategy<Value = String> {
        prop_oneof!["\\PC{0,60}", "[a-zа-я日本e\u{301}\u{a0}👩 \n-]{0,80}"]
    }

    proptest! {
        #[test]
        fn no_line_is_too_wide_and_no_word_is_lost(text in any_text(), width in 1_usize..30) {
            let lines = wrap(&text, width);
            let widest = text.graphemes(true).map(UnicodeWidthStr::width).max().unwrap_or(0);
            for line in &lines {
                prop_assert!(columns(line) <= width.max(widest), "{line:?}");
            }
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&lines.concat()), letters(&text));
        }

        #[test]
        fn plain_letters_are_what_is_looked_up(text in "[ -~А-яЁё–«»·…]{0,40}") {
            prop_assert!(is_plain(&text));
            let looked_up: Vec<(usize, &str, usize)> =
                text.grapheme_indices(true).map(|(at, grapheme)| (at, grapheme, grapheme.width())).collect();
            prop_assert_eq!(graphemes(&text).collect::<Vec<_>>(), looked_up);
        }

        #[test]
        fn words_that_fit_stay_whole(words in proptest::collection::vec("[a-zа-яё]{1,10}", 1..20), width in 10_usize..40) {
            let text = words.join(" ");
            let found: Vec<String> =
                wrap(&text, width).iter().flat_map(|line| line.split(' ')).map(str::to_owned).collect();
            prop_assert_eq!(found, words);
        }

        #[test]
        fn padding_is_exact(text in any_text(), width in 0_usize..40) {
            let text = text.replace('\n', " ");
            prop_assert_eq!(columns(&pad(&text, width)), width);
            prop_assert_eq!(columns(&pad_left(&text, width)), width);
            prop_assert!(columns(&cut_with_ellipsis(&text, width)) <= width);
        }
    }
}
