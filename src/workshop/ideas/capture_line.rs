//! From the one line that somebody types while others talk to the parts of an idea.
//!
//! The rules, none of which one has to know:
//!
//! - A mark in front says what the line is: `!` an action, `?` a question, `"` a quote, `%` off the record. A `"` that is
//!   closed again before the line ends only sets off a word, and is no mark.
//! - `ru:` or `en:` in front says which language it is; without it the letters tell.
//! - `#word` anywhere tags (`№word` too, since a Russian keyboard has no `#`), `@word` says who said it; the last one counts.
//!   A tag begins with a letter, so that `#1` stays as it is.
//! - A tag or a name at either end of the line is taken out of the words; within the sentence, or where a full stop follows,
//!   it belongs to the sentence and stays, without its sign. All else stays exactly as it was typed.

use std::sync::Arc;

use super::Sort;
use crate::workshop::text::{Lang, Text};

/// What a line says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Captured {
    pub words: Arc<str>,
    /// The language they are in.
    pub lang: Lang,
    pub sort: Sort,
    /// The tags in small letters, each once, in the order in which they were typed.
    pub tags: Vec<Arc<str>>,
    /// Who said it.
    pub author: Option<Arc<str>>,
}

/// There is nothing in the line but marks, tags and names.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a line without words")]
pub(crate) struct NoWords;

/// A tag or a name in a line.
#[derive(Clone, Copy)]
struct Sign<'a> {
    is_tag: bool,
    body: &'a str,
    /// What follows it without a space: a comma, a full stop.
    rest: &'a str,
}

/// The sign that a piece of text without spaces begins with.
fn sign(piece: &str) -> Option<Sign<'_>> {
    let mut chars = piece.chars();
    let is_tag = match chars.next()? {
        '#' | '№' => true,
        '@' => false,
        _ => return None,
    };
    let after = chars.as_str();
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_' | '.');
    let end = after.find(|c| !inside(c)).unwrap_or(after.len());
    let body = after.get(..end)?.trim_end_matches(['-', '_', '.']);
    let first = body.chars().next()?;
    let begins = if is_tag { first.is_alphabetic() } else { first.is_alphanumeric() };
    begins.then(|| Sign { is_tag, body, rest: after.get(body.len()..).unwrap_or_default() })
}

/// The sign if it stands apart from the sentence: nothing behind it, or one of these.
fn apart<'a>(piece: &'a str, behind: &[&str]) -> Option<Sign<'a>> {
    sign(piece).filter(|sign| sign.rest.is_empty() || behind.contains(&sign.rest))
}

/// The mark that a line begins with, and the line without it.
fn mark(line: &str) -> Option<(Sort, &str)> {
    let mut chars = line.chars();
    let sort = match chars.next()? {
        '!' => Sort::Action,
        '?' => Sort::Question,
        '%' => Sort::OffRecord,
        '"' => return quote(chars.as_str().trim()),
        _ => return None,
    };
    Some((sort, chars.as_str()))
}

/// The words of a quote, without the mark that may close it at the end.
fn quote(rest: &str) -> Option<(Sort, &str)> {
    if rest.matches('"').count().is_multiple_of(2) {
        return Some((Sort::Quote, rest));
    }
    rest.strip_suffix('"').map(|words| (Sort::Quote, words))
}

/// The language that a line begins with, and the line without it.
fn language(line: &str) -> Option<(Lang, &str)> {
    let (code, rest) = line.split_once(':')?;
    let lang = Lang::ALL.into_iter().find(|lang| code.eq_ignore_ascii_case(lang.code()))?;
    Some((lang, rest))
}

/// A line up to its last piece, and that piece.
fn last_piece(line: &str) -> (&str, &str) {
    let start = line.char_indices().rev().find(|(_, c)| c.is_whitespace());
    let start = start.map_or(0, |(at, c)| at + c.len_utf8());
    line.split_at_checked(start).unwrap_or(("", line))
}

/// The first piece of a line, and the rest.
fn first_piece(line: &str) -> (&str, &str) {
    let end = line.find(char::is_whitespace).unwrap_or(line.len());
    line.split_at_checked(end).unwrap_or((line, ""))
}

/// Reads a line.
///
/// # Errors
/// [`NoWords`] when it holds nothing but marks, tags and names.
pub(crate) fn parse(line: &str) -> Result<Captured, NoWords> {
    let mut rest = line.trim();
    let mut behind = Vec::new();
    loop {
        let (before, piece) = last_piece(rest);
        let Some(sign) = apart(piece, &[",", ";"]) else { break };
        behind.push(sign);
        rest = before.trim_end();
    }
    let mut signs = Vec::new();
    let (mut sort, mut lang) = (None, None);
    loop {
        rest = rest.trim_start();
        let (piece, after) = first_piece(rest);
        if let Some((found, after)) = mark(rest).filter(|_| sort.is_none()) {
            (sort, rest) = (Some(found), after);
        } else if let Some((found, after)) = language(rest).filter(|_| lang.is_none()) {
            (lang, rest) = (Some(found), after);
        } else if let Some(sign) = apart(piece, &[",", ";", ":"]) {
            signs.push(sign);
            rest = after;
        } else {
            break;
        }
    }
    let mut words = String::with_capacity(rest.len());
    rest = rest.trim();
    while !rest.is_empty() {
        let (piece, after) = first_piece(rest);
        let gap = after.len() - after.trim_start().len();
        let sign = sign(piece);
        signs.extend(sign);
        words.push_str(match sign {
            Some(_) => piece.get(first_len(piece)..).unwrap_or_default(),
            None => piece,
        });
        words.push_str(after.get(..gap).unwrap_or_default());
        rest = after.get(gap..).unwrap_or_default();
    }
    let says_something = |c: char| !c.is_whitespace() && !"!?\"%#@№".contains(c);
    if !words.contains(says_something) {
        return Err(NoWords);
    }
    signs.extend(behind.into_iter().rev());
    Ok(Captured {
        lang: lang.unwrap_or_else(|| Lang::of(&words)),
        words: words.into(),
        sort: sort.unwrap_or(Sort::Idea),
        tags: tags(&signs),
        author: signs.iter().rev().find(|sign| !sign.is_tag).map(|sign| sign.body.into()),
    })
}

fn first_len(piece: &str) -> usize {
    piece.chars().next().map_or(0, char::len_utf8)
}

fn tags(signs: &[Sign<'_>]) -> Vec<Arc<str>> {
    let mut tags: Vec<Arc<str>> = Vec::new();
    for sign in signs.iter().filter(|sign| sign.is_tag) {
        let tag: Arc<str> = sign.body.to_lowercase().into();
        if !tags.contains(&tag) {
            tags.push(tag);
        }
    }
    tags
}

impl Captured {
    /// The words under their language.
    pub(crate) fn text(&self) -> Text {
        Text::one(self.lang, self.words.clone())
    }

    /// A line that says this, to be changed and read again.
    pub(crate) fn line(&self) -> String {
        let mark = match self.sort {
            Sort::Action => "!",
            Sort::Question => "?",
            Sort::Quote => "\"",
            Sort::OffRecord => "%",
            Sort::Idea | Sort::Parking => "",
        };
        let told = Lang::of(&self.words) == self.lang && language(&self.words).is_none();
        let lang = if told { String::new() } else { format!("{}: ", self.lang) };
        let tags: String = self.tags.iter().map(|tag| format!(" #{tag}")).collect();
        let author = self.author.as_ref().map(|author| format!(" @{author}")).unwrap_or_default();
        format!("{lang}{mark}{}{tags}{author}", self.words)
    }
}

/// The lines of a pasted text that are not blank, each read by itself.
pub(crate) fn lines(text: &str) -> impl Iterator<Item = Result<Captured, NoWords>> {
    text.split(['\n', '\r', '\u{2028}', '\u{2029}']).filter(|line| !line.trim().is_empty()).map(parse)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(line: &str) -> (String, Sort, String, Option<String>) {
        let found = parse(line).unwrap_or_else(|_| panic!("{line:?} has words"));
        let author = found.author.map(|author| author.to_string());
        (found.words.to_string(), found.sort, found.tags.join(" "), author)
    }

    fn says(
        words: &str,
        sort: Sort,
        tags: &str,
        author: Option<&str>,
    ) -> (String, Sort, String, Option<String>) {
        (words.into(), sort, tags.into(), author.map(Into::into))
    }

    #[test]
    fn words_alone_are_an_idea() {
        assert_eq!(
            read("  a shared  fund for pilots "),
            says("a shared  fund for pilots", Sort::Idea, "", None)
        );
        assert_eq!(read("50 % of GDP, really?!"), says("50 % of GDP, really?!", Sort::Idea, "", None));
        assert_eq!(read("write to who@who.int"), says("write to who@who.int", Sort::Idea, "", None));
        assert_eq!(read("#1 priority: приказ № 5"), says("#1 priority: приказ № 5", Sort::Idea, "", None));
    }

    #[test]
    fn tags_at_the_ends_go_and_those_of_the_sentence_stay() {
        assert_eq!(
            read("a shared fund #Financing, #pilots"),
            says("a shared fund", Sort::Idea, "financing pilots", None)
        );
        assert_eq!(read("#financing: a shared fund"), says("a shared fund", Sort::Idea, "financing", None));
        assert_eq!(
            read("more #financing for pilots"),
            says("more financing for pilots", Sort::Idea, "financing", None)
        );
        assert_eq!(
            read("we need more #financing."),
            says("we need more financing.", Sort::Idea, "financing", None)
        );
        assert_eq!(read("#WHO's plan #who"), says("WHO's plan", Sort::Idea, "who", None));
        assert_eq!(read("общий фонд №финансы"), says("общий фонд", Sort::Idea, "финансы", None));
    }

    #[test]
    fn the_last_name_counts() {
        assert_eq!(read("@S07 a fund @S12"), says("a fund", Sort::Idea, "", Some("S12")));
        assert_eq!(
            read("ask @EuroHealthNet to host it"),
            says("ask EuroHealthNet to host it", Sort::Idea, "", Some("EuroHealthNet"))
        );
    }

    #[test]
    fn a_mark_in_front_says_what_it_is() {
        assert_eq!(read("! call the ministry"), says("call the ministry", Sort::Action, "", None));
        assert_eq!(read("?who pays #financing"), says("who pays", Sort::Question, "financing", None));
        assert_eq!(read("% they will not sign"), says("they will not sign", Sort::OffRecord, "", None));
        assert_eq!(
            read("\"We pay, you decide\" @S07"),
            says("We pay, you decide", Sort::Quote, "", Some("S07"))
        );
        assert_eq!(read("\"We pay, you decide"), says("We pay, you decide", Sort::Quote, "", None));
        assert_eq!(
            read("@S07 \"he said \"no\" to it"),
            says("he said \"no\" to it", Sort::Quote, "", Some("S07"))
        );
        assert_eq!(
            read("\"Open data\" is not enough"),
            says("\"Open data\" is not enough", Sort::Idea, "", None)
        );
        assert_eq!(read("a fund!"), says("a fund!", Sort::Idea, "", None));
    }

    #[test]
    fn a_language_in_front_is_taken_at_its_word() {
        let found = parse("ru: EPHO 7 #workforce").unwrap();
        assert_eq!((found.words.as_ref(), found.lang), ("EPHO 7", Lang::Ru));
        assert_eq!(parse("!EN: НИФ").unwrap().lang, Lang::En);
        assert_eq!(parse("общий фонд").unwrap().lang, Lang::Ru);
        assert_eq!(parse("rule: one each").unwrap().words.as_ref(), "rule: one each");
    }

    #[test]
    fn without_words_there_is_no_idea() {
        for line in [
            "",
            "  ",
            "!",
            "?",
            "\"",
            "\"\"",
            "%",
            "#financing",
            "! #a @b",
            "ru:",
            "en: ?",
            "@S07",
            "#",
            "!?",
        ] {
            assert_eq!(parse(line), Err(NoWords), "{line:?}");
        }
        assert_eq!(lines("one\n\n#tag\r\ntwo\n").filter_map(Result::ok).count(), 2);
    }

    fn any_line() -> impl Strategy<Value = String> {
        let piece = prop_oneof![
            "[a-zA-Zа-яё0-9,.:]{1,6}",
            "[#№@][a-zа-я0-9._-]{0,5}[.,;:!]?",
            "[!?\"%]{1,2}",
            Just("ru:".to_owned()),
            Just("EN:".to_owned()),
        ];
        proptest::collection::vec((piece, " {0,2}"), 0..9)
            .prop_map(|pieces| pieces.into_iter().map(|(piece, gap)| piece + &gap).collect())
    }

    proptest! {
        #[test]
        fn what_was_read_can_be_written_and_read_again(line in any_line()) {
            if let Ok(found) = parse(&line) {
                let written = found.line();
                prop_assert_eq!(parse(&written), Ok(found), "{}", written);
            }
        }

        #[test]
        fn letters_are_lost_only_at_the_ends(line in "[a-zа-я0-9 .,]{1,60}") {
            let found = parse(&line);
            if line.chars().any(|c| !c.is_whitespace()) && language(line.trim()).is_none() {
                let found = found.unwrap();
                prop_assert_eq!(found.words.as_ref(), line.trim());
                prop_assert!(found.tags.is_empty() && found.author.is_none());
            }
        }

        #[test]
        fn any_text_can_be_read(line in "\\PC{0,60}") {
            if let Ok(found) = parse(&line) {
                prop_assert!(found.words.trim() == found.words.as_ref() && !found.words.is_empty());
                prop_assert!(line.contains(found.words.split_whitespace().next().unwrap_or_default()));
            }
        }
    }
}
