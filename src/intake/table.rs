//! Rows and cells of a list, kept in one piece of memory.

use super::fault::Fault;
use super::{Kind, columns, scan};

/// The most rows that are read: no workshop has a list as long, and what is read stands in memory many times over.
pub(crate) const MOST_ROWS: usize = 100_000;
/// The most columns that are read.
pub(crate) const MOST_COLUMNS: usize = 1_000;
/// The largest cell, in bytes.
pub(crate) const MOST_OF_A_CELL: usize = 64 * 1024;

/// A list: a header, and rows under it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Table {
    header: Vec<String>,
    cells: String,
    /// Where each cell ends in `cells`.
    ends: Vec<usize>,
    /// The place of each row's first cell in `ends`, and its line.
    rows: Vec<(usize, u64)>,
}

/// A row of a table.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'t> {
    table: &'t Table,
    from: usize,
    to: usize,
    /// The line on which it begins.
    pub line: u64,
}

impl<'t> Row<'t> {
    /// The cell in a column, from 0; empty where the row has none.
    pub(crate) fn cell(&self, place: usize) -> &'t str {
        let at = self.from.saturating_add(place);
        if at >= self.to {
            return "";
        }
        let ends = &self.table.ends;
        let start = at.checked_sub(1).and_then(|before| ends.get(before)).copied().unwrap_or(0);
        ends.get(at).and_then(|end| self.table.cells.get(start..*end)).unwrap_or_default()
    }
}

impl Table {
    /// Reads a list with a header: cells parted by comma, semicolon or tab, whichever the header uses.
    ///
    /// # Errors
    /// A [`Fault`] with the line: a row longer than the header, an open quote, a limit.
    pub(crate) fn read(text: &str) -> Result<Self, Fault> {
        let (delimiter, text, skipped) = match scan::named_delimiter(text) {
            Some((delimiter, rest)) => (delimiter, rest, 1),
            None => (scan::delimiter(text), text, 0),
        };
        let mut table = Self::default();
        table.fill(text, delimiter, skipped)?;
        if table.header.is_empty() { Err(Fault::Empty) } else { Ok(table) }
    }

    /// Reads rows pasted out of a spreadsheet. If their first row holds no names of columns, the columns are taken to
    /// stand in the usual order, with or without an id first.
    ///
    /// # Errors
    /// As [`Table::read`].
    pub(crate) fn pasted(text: &str, kind: Kind) -> Result<Self, Fault> {
        let table = Self::read(text)?;
        if columns::is_header(kind, &table.header) {
            return Ok(table);
        }
        let delimiter = scan::delimiter(text);
        // As many columns as the widest row, since there is no header to hold against them.
        let width = widest(text, delimiter);
        let mut table = Self { header: vec![String::new(); width.min(MOST_COLUMNS)], ..Self::default() };
        table.fill(text, delimiter, 0)?;
        table.header = columns::usual(kind, &table);
        Ok(table)
    }

    fn fill(&mut self, text: &str, delimiter: u8, skipped: u64) -> Result<(), Fault> {
        let mut reader = reader(text, delimiter);
        let mut record = csv::StringRecord::new();
        let mut last = 0;
        loop {
            // The reader says where it stood before it passed over empty lines; the row begins after them.
            let (start, line) = begin(text, reader.position());
            let line = line.saturating_add(skipped);
            match reader.read_record(&mut record) {
                Ok(true) => {}
                Ok(false) => break,
                // Text that is valid comes apart into valid text, and nothing else can fail.
                Err(_) => return Err(Fault::OpenQuote { line }),
            }
            last = start;
            if let Some(place) = record.iter().position(|cell| cell.len() > MOST_OF_A_CELL) {
                return Err(Fault::CellTooBig { line, column: place + 1, most: MOST_OF_A_CELL });
            }
            if self.header.is_empty() {
                if record.len() > MOST_COLUMNS {
                    return Err(Fault::TooManyColumns { line, most: MOST_COLUMNS });
                }
                self.header = record.iter().map(str::to_owned).collect();
            } else {
                self.push(&record, line)?;
            }
        }
        if scan::ends_open(text.get(last..).unwrap_or_default(), delimiter) {
            let line = reader_line(text, last).saturating_add(skipped);
            return Err(Fault::OpenQuote { line });
        }
        Ok(())
    }

    fn push(&mut self, record: &csv::StringRecord, line: u64) -> Result<(), Fault> {
        let filled = filled(record);
        if filled == 0 {
            return Ok(());
        }
        if filled > self.header.len() {
            return Err(Fault::RowTooLong { line, cells: filled, columns: self.header.len() });
        }
        if self.rows.len() == MOST_ROWS {
            return Err(Fault::TooManyRows { line, most: MOST_ROWS });
        }
        self.rows.push((self.ends.len(), line));
        for cell in record.iter().take(filled) {
            self.cells.push_str(cell);
            self.ends.push(self.cells.len());
        }
        Ok(())
    }

    /// The names of the columns.
    pub(crate) fn header(&self) -> &[String] {
        &self.header
    }

    /// The rows that hold anything.
    pub(crate) fn rows(&self) -> impl ExactSizeIterator<Item = Row<'_>> {
        self.rows.iter().enumerate().map(|(at, (from, line))| {
            let to = self.rows.get(at + 1).map_or(self.ends.len(), |next| next.0);
            Row { table: self, from: *from, to, line: *line }
        })
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes())
}

/// How many cells there are up to the last one that holds anything.
fn filled(record: &csv::StringRecord) -> usize {
    record
        .iter()
        .enumerate()
        .filter(|(_, cell)| !cell.trim().is_empty())
        .last()
        .map_or(0, |(last, _)| last + 1)
}

fn widest(text: &str, delimiter: u8) -> usize {
    let mut record = csv::StringRecord::new();
    let mut reader = reader(text, delimiter);
    let mut width = 1;
    while matches!(reader.read_record(&mut record), Ok(true)) {
        width = width.max(filled(&record));
    }
    width
}

fn begin(text: &str, position: &csv::Position) -> (usize, u64) {
    let at = usize::try_from(position.byte()).unwrap_or(usize::MAX);
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    let blank = rest.iter().take_while(|b| matches!(b, b'\n' | b'\r'));
    let (bytes, lines) =
        blank.fold((0_usize, 0_u64), |(bytes, lines), b| (bytes + 1, lines + u64::from(*b == b'\n')));
    (at.saturating_add(bytes), position.line().saturating_add(lines))
}

fn reader_line(text: &str, at: usize) -> u64 {
    let before = text.as_bytes().get(..at).unwrap_or_default();
    u64::try_from(before.iter().filter(|b| **b == b'\n').count()).unwrap_or(u64::MAX).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn cells(table: &Table) -> Vec<(u64, Vec<&str>)> {
        table
            .rows()
            .map(|row| (row.line, (0..table.header().len()).map(|at| row.cell(at)).collect()))
            .collect()
    }

    #[test]
    fn lines_are_counted_as_an_editor_does() {
        let table =
            Table::read("\nid,name\r\n\r\n1,\"two\nlines, and \"\"quotes\"\"\"\r\n\n2\n,\n=1+1,@x,\n")
                .unwrap();
        let expected =
            vec![(4, vec!["1", "two\nlines, and \"quotes\""]), (7, vec!["2", ""]), (9, vec!["=1+1", "@x"])];
        assert_eq!(cells(&table), expected);
    }

    #[test]
    fn ragged_rows() {
        assert_eq!(Table::read("a;b\n1;2;3\n"), Err(Fault::RowTooLong { line: 2, cells: 3, columns: 2 }));
        assert_eq!(Table::read("a;b\n1;2;;\n").map(|table| table.len()), Ok(1));
        assert_eq!(Table::read("a,b\n1,\"x\n2,y\n"), Err(Fault::OpenQuote { line: 2 }));
        assert_eq!(Table::read(" \n").map(|table| table.len()), Ok(0));
        assert_eq!(Table::read(""), Err(Fault::Empty));
    }

    #[test]
    fn limits() {
        let big = format!("a\n{}\n", "x".repeat(MOST_OF_A_CELL + 1));
        assert_eq!(Table::read(&big), Err(Fault::CellTooBig { line: 2, column: 1, most: MOST_OF_A_CELL }));
        let many = format!("a\n{}", "x\n".repeat(MOST_ROWS + 1));
        assert_eq!(Table::read(&many), Err(Fault::TooManyRows { line: 100_002, most: MOST_ROWS }));
        assert!(matches!(Table::read(&",".repeat(2_000)), Err(Fault::TooManyColumns { .. })));
    }

    #[test]
    fn pasted_rows_need_no_header() {
        let with = Table::pasted("Имя\tСтрана\nАнна\tLV\n", Kind::People).unwrap();
        assert_eq!(cells(&with), [(2, vec!["Анна", "LV"])]);
        let without = Table::pasted("S01\tAnna\tWHO\nS02\tBen\n", Kind::People).unwrap();
        assert_eq!(without.header(), ["id", "name", "organisation"]);
        assert_eq!(without.len(), 2);
        let plain = Table::pasted("Anna\tWHO\n", Kind::People).unwrap();
        assert_eq!(plain.header(), ["name", "organisation"]);
    }

    proptest! {
        #[test]
        fn what_csv_writes_is_read_back(rows in prop::collection::vec(prop::collection::vec("[a-z;,\"\t\n =я]{0,8}", 3), 0..12)) {
            let mut writer = csv::WriterBuilder::new().from_writer(Vec::new());
            writer.write_record(["x", "y", "z"]).unwrap();
            rows.iter().for_each(|row| writer.write_record(row).unwrap());
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            let table = Table::read(&text).unwrap();
            let filled: Vec<&Vec<String>> = rows.iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty())).collect();
            prop_assert_eq!(table.len(), filled.len());
            for (row, expected) in table.rows().zip(filled) {
                for (at, cell) in expected.iter().enumerate() {
                    // Blanks at the end of a row may go with the cells that hold nothing else.
                    prop_assert_eq!(row.cell(at).trim(), cell.trim());
                }
            }
        }

        #[test]
        fn never_panics(text in "[a-c,;\t\"\r\n]{0,60}") {
            let _ = Table::read(&text);
            let _ = Table::pasted(&text, Kind::Agenda);
        }
    }
}
