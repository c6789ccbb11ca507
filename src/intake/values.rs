//! What stands in a cell: clean texts, words, lists, yes and no, ids.

use std::borrow::Cow;
use std::sync::Arc;

use super::columns::TextAt;
use super::fault::Fault;
use super::table::Row;
use crate::workshop::clean::{self, Lines};
use crate::workshop::text::{Lang, Text};

/// The longest word that a command takes, in bytes.
const MOST_OF_A_WORD: usize = 200;
/// The longest cell shown in a preview or a message, in graphemes.
const SHOWN: usize = 60;

/// Whether a character is left alone by all cleaning: printable ASCII, Russian letters, the marks of both languages.
/// Such cells, nearly all, need no second look.
const fn is_plain(c: char) -> bool {
    matches!(c, ' '..='~' | 'А'..='я' | 'Ё' | 'ё' | '«' | '»' | '–' | '—' | '“' | '”' | '’' | '№')
}

/// A cell as the session would keep it.
pub(super) fn line(cell: &str) -> Cow<'_, str> {
    if cell.chars().all(is_plain) {
        return Cow::Borrowed(cell.trim());
    }
    let clean = clean::clean(cell, Lines::One);
    let trimmed = clean.trim();
    if trimmed.len() == clean.len() { Cow::Owned(clean) } else { Cow::Owned(trimmed.to_owned()) }
}

/// A cell short enough for a line of the screen.
pub(super) fn shown(cell: &str) -> String {
    let line = line(cell);
    let fits = clean::fitting(&line, 4 * SHOWN, SHOWN);
    if fits.len() == line.len() { line.into_owned() } else { format!("{}…", fits.trim_end()) }
}

/// A text for comparing: lower case, «е» for «ё», one kind of quotes, dashes and blanks.
pub(super) fn normal(text: &str) -> String {
    let text = line(text);
    let mut normal = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        let c = match c {
            'ё' => 'е',
            '«' | '»' | '“' | '”' | '„' => '"',
            '’' | '‘' => '\'',
            '–' | '—' | '‑' | '−' => '-',
            c if c.is_whitespace() => ' ',
            c => c,
        };
        if c != ' ' || !normal.ends_with(' ') {
            normal.push(c);
        }
    }
    normal
}

/// One text of a row in the languages in which it is there; none if its cells are empty, which says nothing.
pub(super) fn text(row: Row<'_>, at: TextAt, field: &'static str) -> Result<Option<Text>, Fault> {
    let cell = |place: Option<usize>| place.map_or(Cow::Borrowed(""), |place| line(row.cell(place)));
    joined(row.line, field, [cell(at.plain), cell(at.en), cell(at.ru)])
}

/// A text out of what stands in the column of either language, the English one and the Russian one.
pub(super) fn joined(
    line: u64,
    field: &'static str,
    cells: [Cow<'_, str>; 3],
) -> Result<Option<Text>, Fault> {
    let [plain, en, ru] = cells;
    let mut text = Text::default();
    for (lang, cell) in [(Lang::En, en), (Lang::Ru, ru)] {
        if !cell.is_empty() {
            text.set(lang, Some(within(line, field, &cell)?));
        }
    }
    if !plain.is_empty() {
        let lang = match (&text.en, &text.ru) {
            (Some(_), None) => Lang::Ru,
            (None, Some(_)) => Lang::En,
            _ => Lang::of(&plain),
        };
        if text.get(lang).is_none() {
            text.set(lang, Some(within(line, field, &plain)?));
        }
    }
    Ok((!text.is_empty()).then_some(text))
}

fn within(line: u64, field: &'static str, cell: &str) -> Result<Arc<str>, Fault> {
    if cell.len() > clean::MOST_GRAPHEMES && clean::clean_whole(cell, Lines::One).is_err() {
        return Err(Fault::TooLong { line, field });
    }
    Ok(cell.into())
}

/// A text out of one entry of a list.
pub(super) fn plain(line: u64, field: &'static str, entry: &str) -> Result<Text, Fault> {
    within(line, field, entry).map(|words| Text::one(Lang::of(entry), words))
}

/// A word of a row; none if its cell is empty.
pub(super) fn word<'t>(
    row: Row<'t>,
    at: Option<usize>,
    field: &'static str,
) -> Result<Option<Cow<'t, str>>, Fault> {
    let Some(place) = at else { return Ok(None) };
    let cell = line(row.cell(place));
    if cell.len() > MOST_OF_A_WORD {
        return Err(Fault::TooLong { line: row.line, field });
    }
    Ok((!cell.is_empty()).then_some(cell))
}

/// The id of a row, if it has one.
pub(super) fn id(row: Row<'_>, at: Option<usize>) -> Result<Option<Arc<str>>, Fault> {
    let Some(place) = at else { return Ok(None) };
    let id = line(row.cell(place));
    if id.is_empty() {
        return Ok(None);
    }
    let inside = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    // `S01~2` names the second of two things made apart, and things without an id go by their event's.
    let bare =
        id.rsplit_once('~').filter(|(_, n)| n.parse::<u32>().is_ok()).map_or(id.as_ref(), |(bare, _)| bare);
    let begins = bare.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric());
    if begins && bare.len() <= 64 && bare.bytes().all(inside) {
        Ok(Some(id.as_ref().into()))
    } else {
        Err(Fault::BadId { line: row.line, id: shown(&id) })
    }
}

/// The entries of a cell that lists words without punctuation of their own: codes, tags, languages. Where somebody has
/// used semicolons, commas within are still separators; `also` are further ones.
pub(super) fn words<'a>(cell: &'a str, also: &'a [&'a str]) -> impl Iterator<Item = &'a str> {
    let mut parts: Vec<&str> = cell.split([';', ',', '/', '|', '\n', '\r', '•']).collect();
    for separator in also {
        parts = parts.into_iter().flat_map(|part| part.split(separator)).collect();
    }
    parts.into_iter().map(str::trim).filter(|part| !part.is_empty())
}

/// The entries of a cell that lists names, which may hold commas and slashes (“Medical university, Kyrgyzstan”,
/// “WHO/Europe”): parted by semicolons, lines, bars, or slashes with blanks around.
pub(super) fn names(cell: &str) -> impl Iterator<Item = Cow<'_, str>> {
    let parts = cell.split([';', '\n', '\r', '|', '•']).flat_map(|part| part.split(" / "));
    parts.map(line).filter(|part| !part.is_empty())
}

/// Yes or no, in both languages.
pub(super) fn yes_no(row: Row<'_>, at: Option<usize>, field: &'static str) -> Result<Option<bool>, Fault> {
    let Some(word) = word(row, at, field)? else { return Ok(None) };
    match is_yes(&word) {
        Some(yes) => Ok(Some(yes)),
        None => Err(Fault::BadValue { line: row.line, field, value: shown(&word) }),
    }
}

/// Whether a word means yes or no.
pub(super) fn is_yes(word: &str) -> Option<bool> {
    match normal(word).as_str() {
        "yes" | "y" | "true" | "1" | "x" | "х" | "+" | "да" | "д" | "истина" | "✓" | "✔" | "v" => {
            Some(true)
        }
        "no" | "n" | "false" | "0" | "-" | "нет" | "н" | "ложь" => Some(false),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn comparing_forgives_how_things_are_typed() {
        assert_eq!(normal(" Ёлка  «и»\u{a0}— ель’s "), "елка \"и\" - ель's");
        assert_eq!(
            names("Medical university, Kyrgyzstan;WHO/Europe; ").collect::<Vec<_>>(),
            ["Medical university, Kyrgyzstan", "WHO/Europe"]
        );
        assert_eq!(words("en / ru;lv,fi", &[]).collect::<Vec<_>>(), ["en", "ru", "lv", "fi"]);
        assert_eq!([is_yes("Да"), is_yes("FALSE"), is_yes("perhaps")], [Some(true), Some(false), None]);
    }

    #[test]
    fn a_single_column_is_told_by_its_script() {
        let join = |plain: &'static str, en: &'static str, ru: &'static str| {
            joined(1, "name", [plain.into(), en.into(), ru.into()]).unwrap().unwrap()
        };
        assert_eq!(join("Анна", "", ""), Text::one(Lang::Ru, "Анна"));
        assert_eq!(join("42", "", "Сорок два"), Text::both("42", "Сорок два"));
        assert_eq!(join("Ignored", "Anna", "Анна"), Text::both("Anna", "Анна"));
    }

    proptest! {
        #[test]
        fn the_short_way_of_cleaning_is_the_long_one(cell in "[ -~А-яЁё«»–—“”’№\t\u{301}\u{200b}]{0,40}") {
            let clean = clean::clean(&cell, Lines::One);
            prop_assert_eq!(line(&cell), clean.trim());
        }
    }
}
