//! The rows of a file: sections, columns, lines.

use csv::{ReaderBuilder, StringRecord, Trim};

use super::fault::{Fault, Kind, Section};

/// A section: its columns and rows.
pub(super) struct Table {
    pub(super) section: Section,
    /// The line of its title.
    pub(super) line: u64,
    columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

pub(super) struct Row {
    pub(super) line: u64,
    record: StringRecord,
}

impl Row {
    /// The field of a column; empty where the column is not there.
    pub(super) fn field(&self, column: Option<usize>) -> &str {
        column.and_then(|column| self.record.get(column)).unwrap_or("")
    }

    pub(super) fn fault(&self, kind: Kind) -> Fault {
        Fault { line: self.line, kind }
    }
}

impl Table {
    /// The place of a column that may be there.
    pub(super) fn column(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.eq_ignore_ascii_case(name))
    }

    /// The place of a column that must be there.
    pub(super) fn needed(&self, name: &'static str) -> Result<usize, Fault> {
        let missing = Kind::NoColumn { section: self.section, column: name };
        self.column(name).ok_or(Fault { line: self.line, kind: missing })
    }

    /// The columns, without empty ones at the end: a spreadsheet fills up rows with them.
    fn head(&mut self, record: &StringRecord) {
        self.columns = record.iter().map(str::to_owned).collect();
        while self.columns.last().is_some_and(String::is_empty) {
            self.columns.pop();
        }
    }

    fn push(&mut self, row: Row) -> Result<(), Fault> {
        let (found, columns) = (row.record.len(), self.columns.len());
        if found < columns {
            return Err(row.fault(Kind::ShortRow { found, columns }));
        }
        if row.record.iter().skip(columns).any(|field| !field.is_empty()) {
            return Err(row.fault(Kind::LongRow { found, columns }));
        }
        self.rows.push(row);
        Ok(())
    }
}

/// The section that a row is the title of.
fn title(record: &StringRecord) -> Option<Section> {
    let mut fields = record.iter();
    let first = fields.next()?;
    let section = Section::ALL.into_iter().find(|section| first.eq_ignore_ascii_case(section.title()));
    section.filter(|_| fields.all(str::is_empty))
}

/// Counts lines while a text is gone through; a carriage return alone ends a line as well, as it does for the reader.
struct Lines<'a> {
    bytes: &'a [u8],
    at: usize,
    line: u64,
}

impl Lines<'_> {
    /// The line on which a record begins. Its position is where the one before ended, which may be before empty lines.
    fn of(&mut self, record: &StringRecord) -> u64 {
        let begin = record.position().and_then(|position| usize::try_from(position.byte()).ok());
        let begin = begin.unwrap_or(self.at);
        while let Some(&byte) = self.bytes.get(self.at) {
            let ends = byte == b'\n' || (byte == b'\r' && self.bytes.get(self.at + 1) != Some(&b'\n'));
            if self.at >= begin && !matches!(byte, b'\n' | b'\r') {
                break;
            }
            self.line += u64::from(ends);
            self.at += 1;
        }
        self.line
    }
}

/// Takes a file apart. Also gives the number of its last line.
pub(super) fn tables(text: &str) -> Result<(Vec<Table>, u64), Fault> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut reader = ReaderBuilder::new()
        .delimiter(b';')
        .flexible(true)
        .has_headers(false)
        .trim(Trim::All)
        .from_reader(text.as_bytes());
    let mut tables: Vec<Table> = Vec::new();
    let mut record = StringRecord::new();
    let mut lines = Lines { bytes: text.as_bytes(), at: 0, line: 1 };
    let mut headed = true;
    // The text is UTF-8 and its rows may be of any length, so that nothing is left that the reader could refuse.
    while reader.read_record(&mut record).unwrap_or(false) {
        let row = Row { line: lines.of(&record), record: std::mem::take(&mut record) };
        if row.record.iter().all(str::is_empty) {
            continue;
        }
        if let Some(section) = title(&row.record) {
            if tables.iter().any(|table| table.section == section) {
                return Err(row.fault(Kind::SectionTwice(section)));
            }
            tables.push(Table { section, line: row.line, columns: Vec::new(), rows: Vec::new() });
            headed = false;
            continue;
        }
        let Some(table) = tables.last_mut() else { return Err(row.fault(Kind::NotPabulib)) };
        if headed {
            table.push(row)?;
        } else {
            table.head(&row.record);
            headed = true;
        }
    }
    Ok((tables, (text.lines().count() as u64).max(1)))
}
