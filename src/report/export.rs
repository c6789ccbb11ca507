//! All files of an export, by name, with their bytes. Where they are written to is somebody else's business.

use std::ops::Not as _;

use super::json::{Json, What};
use super::model::{Edition, Model};
use super::pabulib::{self, Passed};
use super::{csv_tables, markdown};
use crate::language::Messages;
use crate::workshop::Workshop;
use crate::workshop::text::Lang;

/// A format of an export.
pub(crate) struct Format {
    /// Its name on the command line.
    pub name: &'static str,
    /// The message that names it on the screen.
    pub label: &'static str,
    /// Whether it is written where no format is named.
    usual: bool,
    files: fn(&Source<'_>, &mut Vec<Passed>) -> Vec<Unmade>,
}

/// All formats, in the order in which their files are written. The command line, its completions and the screen read this table.
pub(crate) static FORMATS: [Format; 4] = [
    Format {
        name: "markdown",
        label: "export-markdown",
        usual: true,
        files: |_, _| {
            vec![Unmade::new("report.md", |source| {
                let (en, ru) = (Messages::new(Lang::En), Messages::new(Lang::Ru));
                markdown::report(source.model, source.languages, &en, &ru).into_bytes()
            })]
        },
    },
    Format {
        name: "csv",
        label: "export-csv",
        usual: true,
        files: |_, _| {
            let file = |table: &'static csv_tables::Table| {
                let name = format!("{}.csv", table.name);
                Unmade::new(name, move |source| csv_tables::bytes(source.model, table, source.bom))
            };
            csv_tables::TABLES.iter().map(file).collect()
        },
    },
    Format {
        name: "json",
        label: "export-json",
        usual: true,
        files: |_, _| vec![Unmade::new("session.json", |source| Json::of(source.model, What::All).bytes())],
    },
    Format {
        name: "pb",
        label: "export-pb",
        usual: false,
        files: |source, passed| {
            let written = pabulib::votes(source.workshop, source.model.edition);
            passed.extend(written.passed);
            written.files.into_iter().map(|(name, bytes)| Unmade::new(name, move |_| bytes.clone())).collect()
        },
    },
];

/// A set of formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Formats([bool; FORMATS.len()]);

impl Formats {
    /// Those that are written where none is named.
    pub fn usual() -> Self {
        Self(FORMATS.each_ref().map(|format| format.usual))
    }

    /// Those with these names.
    pub(crate) fn named(names: &[&str]) -> Self {
        Self(FORMATS.each_ref().map(|format| names.contains(&format.name)))
    }

    /// Whether the format at this place of the table is among them.
    pub(crate) fn has(self, place: usize) -> bool {
        self.0.get(place).copied().unwrap_or(false)
    }

    /// Takes the format at this place of the table in, or out.
    pub(crate) fn turn(&mut self, place: usize) {
        if let Some(is_in) = self.0.get_mut(place) {
            *is_in = is_in.not();
        }
    }

    pub(crate) fn is_empty(self) -> bool {
        self == Self([false; FORMATS.len()])
    }
}

/// What files are made of.
pub(crate) struct Source<'a> {
    pub workshop: &'a Workshop,
    pub model: &'a Model,
    pub languages: Languages,
    /// Whether a byte order mark stands before each table, so that spreadsheets read it as UTF-8.
    pub bom: bool,
}

type Make = dyn Fn(&Source<'_>) -> Vec<u8>;

/// A file that is not made yet.
pub(crate) struct Unmade {
    pub name: String,
    make: Box<Make>,
}

impl Unmade {
    fn new(name: impl Into<String>, make: impl Fn(&Source<'_>) -> Vec<u8> + 'static) -> Self {
        Self { name: name.into(), make: Box::new(make) }
    }

    /// Its bytes, of the source that it was listed for.
    pub(crate) fn bytes(&self, source: &Source<'_>) -> Vec<u8> {
        (self.make)(source)
    }
}

/// The files of these formats, in a fixed order, and the votes for which there is none.
pub(crate) fn list(source: &Source<'_>, formats: Formats) -> (Vec<Unmade>, Vec<Passed>) {
    let mut passed = Vec::new();
    let chosen = FORMATS.iter().zip(formats.0).filter(|(_, is_in)| *is_in);
    let files = chosen.flat_map(|(format, _)| (format.files)(source, &mut passed)).collect();
    (files, passed)
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

/// The files of an export, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Made {
    pub files: Vec<(String, Vec<u8>)>,
    /// The votes for which there is no file.
    pub passed: Vec<Passed>,
}

/// Makes the files of an export. The same set of events gives the same bytes; `bom` as in [`Source`].
pub(crate) fn files(
    workshop: &Workshop,
    formats: Formats,
    edition: Edition,
    languages: Languages,
    bom: bool,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Made {
    let source = Source { workshop, model: &Model::of(workshop, edition), languages, bom };
    let (unmade, passed) = list(&source, formats);
    let of = unmade.len();
    let mut files = Vec::with_capacity(of);
    for (done, file) in unmade.into_iter().enumerate() {
        progress(Progress { file: &file.name, done, of });
        let bytes = file.bytes(&source);
        files.push((file.name, bytes));
    }
    progress(Progress { file: "", done: of, of });
    Made { files, passed }
}
