//! Which column holds what, told by the names in the header: English or Russian, in any case, under several names, with
//! the language of their content behind them (`name_ru`, “Title (English)”, «имя (англ.)») or without.

use super::fault::Fault;
use super::headers::{self, Spec};
use super::{Kind, Table, values};
use crate::workshop::text::Lang;

/// A column that is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct ColumnMatch {
    /// Its place, from 0.
    pub place: usize,
    /// Its name in the list.
    pub header: String,
    /// What it is read as: `name`, `day`, …, or `option` for a column of a ballot.
    pub field: &'static str,
    /// The language of its texts, where its name or its sister column says so.
    pub lang: Option<Lang>,
}

/// The columns of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Columns {
    pub(super) matches: Vec<ColumnMatch>,
    pub(super) unmatched: Vec<String>,
}

/// Where a text in two languages stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct TextAt {
    /// A column of either language, told by the script of each cell.
    pub(super) plain: Option<usize>,
    /// The English column.
    pub(super) en: Option<usize>,
    /// The Russian column.
    pub(super) ru: Option<usize>,
}

impl TextAt {
    pub(super) fn is_there(self) -> bool {
        self.plain.or(self.en).or(self.ru).is_some()
    }
}

impl Columns {
    /// Matches the header of a table.
    pub(super) fn of(kind: Kind, table: &Table) -> Result<Self, Fault> {
        let mut columns = Self { matches: Vec::new(), unmatched: Vec::new() };
        let mut read_in: Vec<Lang> = Vec::new();
        for (place, header) in table.header().iter().enumerate() {
            let Some(found) = find(kind, header) else {
                columns.leave(table, place, header);
                continue;
            };
            let lang = found.content.filter(|_| found.spec.bilingual);
            let one = ColumnMatch { place, header: values::shown(header), field: found.spec.field, lang };
            // `kind_en` beside `kind_ru`: a code needs no second language, the first column is enough.
            if !found.spec.bilingual && found.content.is_some() && columns.at(found.spec.field).is_some() {
                columns.leave(table, place, header);
                continue;
            }
            columns.matches.push(one);
            read_in.push(found.named_in);
        }
        columns.part_sisters(&read_in);
        columns.refuse_twins()?;
        Ok(columns)
    }

    /// Takes note of a column that is not read. One without a name counts if anything stands in it.
    fn leave(&mut self, table: &Table, place: usize, header: &str) {
        let shown = values::shown(header);
        if !shown.is_empty() {
            self.unmatched.push(shown);
        } else if table.rows().any(|row| !row.cell(place).trim().is_empty()) {
            self.unmatched.push(letters(place));
        }
    }

    /// “Name” beside «Имя»: each holds the language in which it is named.
    fn part_sisters(&mut self, named_in: &[Lang]) {
        let plain: Vec<(usize, &'static str, Lang)> = self
            .matches
            .iter()
            .zip(named_in)
            .enumerate()
            .filter(|(_, (column, _))| column.lang.is_none())
            .map(|(at, (column, lang))| (at, column.field, *lang))
            .collect();
        let told: Vec<&'static str> =
            self.matches.iter().filter(|column| column.lang.is_some()).map(|column| column.field).collect();
        for (at, field, lang) in &plain {
            let sister =
                plain.iter().any(|(other, name, named)| other != at && name == field && named != lang);
            if sister
                && !told.contains(field)
                && headers::is_bilingual(field)
                && let Some(column) = self.matches.get_mut(*at)
            {
                column.lang = Some(*lang);
            }
        }
    }

    fn refuse_twins(&self) -> Result<(), Fault> {
        for (at, column) in self.matches.iter().enumerate() {
            let same = |other: &&ColumnMatch| other.field == column.field && other.lang == column.lang;
            if let Some(first) = self.matches.iter().take(at).find(same) {
                return Err(Fault::ColumnTwice {
                    field: column.field,
                    first: first.header.clone(),
                    second: column.header.clone(),
                });
            }
        }
        Ok(())
    }

    /// The place of a column.
    pub(super) fn at(&self, field: &str) -> Option<usize> {
        self.matches.iter().find(|column| column.field == field).map(|column| column.place)
    }

    /// The places of a text.
    pub(super) fn text(&self, field: &str) -> TextAt {
        let of = |lang: Option<Lang>| {
            self.matches
                .iter()
                .find(|column| column.field == field && column.lang == lang)
                .map(|column| column.place)
        };
        TextAt { plain: of(None), en: of(Some(Lang::En)), ru: of(Some(Lang::Ru)) }
    }

    /// Refuses a list without a column that it cannot do without. With ids, rows of known things need no more.
    pub(super) fn need(&self, fields: &[&'static str]) -> Result<(), Fault> {
        if self.at("id").is_some() && self.matches.len() > 1 {
            return Ok(());
        }
        match fields.iter().find(|field| self.at(field).is_none()) {
            Some(field) => Err(Fault::MissingColumn { field }),
            None => Ok(()),
        }
    }

    /// What is wrong where a new thing has no value in a field that it needs.
    pub(super) fn missing(&self, line: u64, field: &'static str) -> Fault {
        if self.at(field).is_some() {
            Fault::MissingValue { line, field }
        } else {
            Fault::MissingColumn { field }
        }
    }
}

struct Found {
    spec: &'static Spec,
    /// The language of the content, as the header says.
    content: Option<Lang>,
    /// The language of the header itself.
    named_in: Lang,
}

fn find(kind: Kind, header: &str) -> Option<Found> {
    let whole = named(kind, header);
    // “Name / Imię”, “Duration (min)”: the first part that is known.
    whole.or_else(|| header.split(['/', '|', '(', ')', ',', '\n', ':']).find_map(|part| named(kind, part)))
}

fn named(kind: Kind, header: &str) -> Option<Found> {
    let words = words(header);
    let mut name: &[String] = &words;
    let mut content = None;
    // A header that is a language and nothing more is no name with a language behind it.
    while let [rest @ .., last] = name
        && !rest.is_empty()
        && (language(last).is_some() || (content.is_some() && matches!(last.as_str(), "in" | "на" | "по")))
    {
        content = content.or_else(|| language(last));
        name = rest;
    }
    let name = name.join(" ");
    headers::specs(kind).iter().find_map(|spec| {
        let lang = if spec.en.contains(&name.as_str()) {
            Lang::En
        } else if spec.ru.contains(&name.as_str()) {
            Lang::Ru
        } else {
            return None;
        };
        Some(Found { spec, content, named_in: lang })
    })
}

fn language(word: &str) -> Option<Lang> {
    match word {
        "en" | "eng" | "english" | "англ" | "английский" | "английском" | "английски" => {
            Some(Lang::En)
        }
        "ru" | "rus" | "russian" | "рус" | "русский" | "русском" | "русски" => {
            Some(Lang::Ru)
        }
        _ => None,
    }
}

fn words(header: &str) -> Vec<String> {
    let normal = values::normal(header);
    let inside = |c: char| c.is_alphanumeric() || matches!(c, '№' | '#');
    normal.split(|c| !inside(c)).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether cells are the names of columns: at least half of those that are filled.
pub(super) fn is_header(kind: Kind, cells: &[String]) -> bool {
    let filled = cells.iter().filter(|cell| !cell.trim().is_empty()).count();
    let known = cells.iter().filter(|cell| find(kind, cell).is_some()).count();
    known > 0 && (known * 2 >= filled || kind == Kind::Ballots)
}

/// The usual names for columns that have none: with an id first, if all cells of the first column look like ids.
pub(super) fn usual(kind: Kind, table: &Table) -> Vec<String> {
    let id_like = |cell: &str| {
        let cell = cell.trim();
        let letters = cell.trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '-' | '.'));
        cell.len() > letters.len()
            && cell.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'.'))
            && (1..=3).contains(&letters.len())
    };
    // The header row is data here, and it was read as the header.
    let first = table.header().first().map(String::as_str).into_iter();
    let mut first_cells =
        first.chain(table.rows().map(|row| row.cell(0))).filter(|cell| !cell.is_empty()).peekable();
    let with_id = first_cells.peek().is_some() && first_cells.all(id_like);
    let names = with_id.then_some("id").into_iter().chain(headers::usual(kind).iter().copied());
    names.chain(std::iter::repeat("")).take(table.header().len()).map(str::to_owned).collect()
}

/// The letters over a column of a spreadsheet: A, B, …, Z, AA, …
fn letters(place: usize) -> String {
    let mut letters = Vec::new();
    let mut left = place + 1;
    while left > 0 {
        left -= 1;
        letters.push(char::from(b'A' + u8::try_from(left % 26).unwrap_or(0)));
        left /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(kind: Kind, header: &str) -> Result<Vec<(&'static str, Option<Lang>)>, Fault> {
        let table = Table::read(header).unwrap();
        Columns::of(kind, &table).map(|columns| columns.matches.iter().map(|m| (m.field, m.lang)).collect())
    }

    #[test]
    fn headers_of_both_languages() {
        let (en, ru) = (Some(Lang::En), Some(Lang::Ru));
        assert_eq!(
            of(Kind::People, "№;Имя;ИМЯ (англ.);Organization Name;тип;Day of arrival").unwrap(),
            [
                ("id", None),
                ("name", None),
                ("name", en),
                ("organisation", None),
                ("kind", None),
                ("arrives", None)
            ]
        );
        assert_eq!(
            of(Kind::Agenda, "Day\tTitle in English\tTitle_RU\tПродолжительность (мин)").unwrap(),
            [("day", None), ("title", en), ("title", ru), ("minutes", None)]
        );
        assert_eq!(of(Kind::People, "Name,Имя").unwrap(), [("name", en), ("name", ru)]);
        assert_eq!(of(Kind::People, "Name / Имя,Языки").unwrap(), [("name", None), ("languages", None)]);
    }

    #[test]
    fn twins_are_refused_and_strangers_told() {
        assert!(matches!(
            of(Kind::People, "name,participant"),
            Err(Fault::ColumnTwice { field: "name", .. })
        ));
        let table = Table::read("name,shoe size,\nAnna,37,!\n").unwrap();
        let columns = Columns::of(Kind::People, &table).unwrap();
        assert_eq!(columns.unmatched, ["shoe size", "C"]);
        assert_eq!(
            columns.need(&["name", "organisation"]),
            Err(Fault::MissingColumn { field: "organisation" })
        );
        assert_eq!(
            [letters(0), letters(25), letters(26), letters(701), letters(702)],
            ["A", "Z", "AA", "ZZ", "AAA"]
        );
    }

    #[test]
    fn no_name_means_two_things() {
        for kind in Kind::ALL {
            let mut seen = std::collections::BTreeMap::new();
            for spec in headers::specs(kind) {
                for name in spec.en.iter().chain(spec.ru) {
                    assert_eq!(words(name).join(" "), **name, "as it is compared");
                    assert_eq!(seen.insert(*name, spec.field), None, "{name} in {kind:?}");
                }
            }
        }
    }
}
