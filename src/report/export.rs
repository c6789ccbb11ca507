//! All files of an export, by name, with their bytes. Where they are written to is somebody else's business.

use crate::language::Tongue;
use crate::workshop::Workshop;
use crate::workshop::text::Lang;

use super::json::{Json, What};
use super::model::{Edition, Model};
use super::{csv_tables, markdown};

/// In which formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Formats {
    /// `report.md`
    pub markdown: bool,
    /// One `.csv` a table.
    pub csv: bool,
    /// `session.json`
    pub json: bool,
}

impl Formats {
    /// All of them.
    pub const ALL: Self = Self { markdown: true, csv: true, json: true };
    pub(crate) const NONE: Self = Self { markdown: false, csv: false, json: false };
    /// Their names on the command line.
    pub(crate) const NAMES: [&str; 3] = ["markdown", "csv", "json"];

    /// With the format of this name as well; none when there is no such format.
    #[must_use]
    pub(crate) fn with(mut self, name: &str) -> Option<Self> {
        *match name {
            "markdown" => &mut self.markdown,
            "csv" => &mut self.csv,
            "json" => &mut self.json,
            _ => return None,
        } = true;
        Some(self)
    }
}

/// In which languages a report speaks. Tables and JSON always hold both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Languages {
    /// One; what there is only in the other language is still told.
    One(Lang),
    /// Both: English with the Russian below it in lighter form.
    Both,
}

impl Languages {
    /// The languages of this name: `en`, `ru` or `both`.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        if name == "both" { Some(Self::Both) } else { Lang::from_code(name).map(Self::One) }
    }
}

/// How far an export has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Progress<'a> {
    /// The file that is made now; empty at the end.
    pub file: &'a str,
    /// How many are made.
    pub done: usize,
    /// How many there will be.
    pub of: usize,
}

/// The files of an export, in a fixed order. The same set of events gives the same bytes. `bom` puts a byte order mark
/// before each table, so that spreadsheets read it as UTF-8.
pub(crate) fn files(
    workshop: &Workshop,
    formats: Formats,
    edition: Edition,
    languages: Languages,
    bom: bool,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Vec<(String, Vec<u8>)> {
    let model = Model::of(workshop, edition);
    let mut names: Vec<String> = Vec::new();
    if formats.markdown {
        names.push("report.md".to_owned());
    }
    if formats.csv {
        names.extend(csv_tables::TABLES.iter().map(|table| format!("{}.csv", table.name)));
    }
    if formats.json {
        names.push("session.json".to_owned());
    }
    let of = names.len();
    let mut files = Vec::with_capacity(of);
    for (done, name) in names.into_iter().enumerate() {
        progress(Progress { file: &name, done, of });
        let table = csv_tables::TABLES.iter().find(|table| name.strip_suffix(".csv") == Some(table.name));
        let bytes = match table {
            Some(table) => csv_tables::bytes(&model, table, bom),
            None if name == "session.json" => Json::of(&model, What::All).bytes(),
            None => markdown::report(&model, languages, &Tongue::new(Lang::En), &Tongue::new(Lang::Ru))
                .into_bytes(),
        };
        files.push((name, bytes));
    }
    progress(Progress { file: "", done: of, of });
    files
}
