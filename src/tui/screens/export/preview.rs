//! What a file of the export will hold, as lines to read.

use super::work::Order;
use crate::report::export::{Source, Unmade};
use crate::tui::ctx::View;
use crate::workshop::text::Lang;
use crate::wrap;

/// The most lines that are kept of a file.
const MOST_LINES: usize = 5_000;
/// The widest column of a table.
const WIDEST: usize = 32;

/// What is kept of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Content {
    Text(Vec<String>),
    /// A table: its columns with their widths, the first row being the names.
    Table {
        widths: Vec<usize>,
        /// The cells.
        rows: Vec<Vec<String>>,
    },
}

/// What a preview was made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Of {
    revision: u64,
    order: Order,
    file: usize,
    lang: Lang,
}

/// The preview of one file.
#[derive(Debug, Clone)]
pub(crate) struct Preview {
    /// Made of this; made again when it is something else.
    pub of: Of,
    /// What it holds.
    pub content: Content,
    /// Whether only its beginning is kept.
    pub cut: bool,
    /// A text in lines of so many columns, each with whether it is a heading.
    wrapped: (usize, Vec<(String, bool)>),
}

impl Preview {
    /// A text in lines of at most `width` columns, each with whether it is a heading; kept until the width changes.
    pub(crate) fn wrapped(&mut self, width: usize) -> &[(String, bool)] {
        if self.wrapped.0 != width
            && let Content::Text(lines) = &self.content
        {
            let one = |line: &String| -> Vec<(String, bool)> {
                let heading = line.starts_with('#');
                wrap::wrap(line, width).into_iter().map(|line| (line.to_owned(), heading)).collect()
            };
            self.wrapped = (width, lines.iter().flat_map(one).collect());
        }
        &self.wrapped.1
    }
}

impl Of {
    /// What a preview would be made of now.
    pub(crate) fn now(view: &View<'_>, order: Order, file: usize) -> Self {
        Self { revision: view.workshop.revision(), order, file, lang: view.lang() }
    }
}

/// The preview of a file; empty where there is none.
pub(crate) fn make(of: Of, file: Option<&Unmade>, source: &Source<'_>) -> Preview {
    let bytes = file.map(|file| file.bytes(source)).unwrap_or_default();
    let (content, cut) = match file {
        Some(file) if file.name.ends_with(".csv") => cells(&bytes),
        _ => lines(&String::from_utf8_lossy(&bytes)),
    };
    Preview { of, content, cut, wrapped: (0, Vec::new()) }
}

fn lines(text: &str) -> (Content, bool) {
    let mut all = text.lines();
    let kept = all.by_ref().take(MOST_LINES).map(|line| line.replace('\t', "    ")).collect();
    (Content::Text(kept), all.next().is_some())
}

fn cells(bytes: &[u8]) -> (Content, bool) {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(bytes);
    let mut records = reader.records().filter_map(Result::ok);
    // A cell of several lines is shown as one.
    let one = |cell: &str| cell.split_whitespace().collect::<Vec<_>>().join(" ");
    let rows: Vec<Vec<String>> =
        records.by_ref().take(MOST_LINES).map(|record| record.iter().map(one).collect()).collect();
    let mut widths: Vec<usize> = Vec::new();
    for row in &rows {
        for (place, cell) in row.iter().enumerate() {
            let width = wrap::columns(cell).min(WIDEST);
            match widths.get_mut(place) {
                Some(known) => *known = (*known).max(width),
                None => widths.push(width),
            }
        }
    }
    (Content::Table { widths, rows }, records.next().is_some())
}
