//! Lines and columns of plain text.

use crate::workshop::clean;
use crate::wrap;

/// Between two columns.
const GAP: &str = "  ";

/// A page of lines. Whatever comes in is cleaned, so that nothing in it steers the terminal.
pub(super) struct Lines {
    width: usize,
    lines: Vec<String>,
}

impl Lines {
    pub(super) fn new(width: usize) -> Self {
        Self { width, lines: Vec::new() }
    }

    /// The page with one line end after the last line.
    pub(super) fn finish(self) -> String {
        let mut page = self.lines.join("\n");
        page.push('\n');
        page
    }

    /// How many lines there are.
    pub(super) fn count(&self) -> usize {
        self.lines.len()
    }

    /// A heading, after an empty line.
    pub(super) fn heading(&mut self, text: &str) {
        if !self.lines.is_empty() {
            self.lines.push(String::new());
        }
        self.line(0, text);
    }

    /// Some text, `indent` columns in, in as many lines as it takes.
    pub(super) fn line(&mut self, indent: usize, text: &str) {
        let text = clean::clean(text, clean::Lines::Many);
        let margin = " ".repeat(indent);
        let lines = wrap::wrap(&text, self.width.saturating_sub(indent).max(1)).into_iter();
        self.lines.extend(lines.map(|line| format!("{margin}{line}").trim_end().to_owned()));
    }

    /// Rows of cells. All columns but the last are as wide as their widest cell; the last is wrapped, on lines of its own
    /// where little room is left beside the others.
    pub(super) fn table(&mut self, indent: usize, rows: &[Vec<String>]) {
        let rows: Vec<Vec<String>> = rows
            .iter()
            .map(|row| row.iter().map(|cell| clean::clean(cell, clean::Lines::One)).collect())
            .collect();
        let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
        let widest = |column: usize| {
            rows.iter().filter_map(|row| row.get(column)).map(|cell| wrap::columns(cell)).max()
        };
        let widths: Vec<usize> =
            (0..columns.saturating_sub(1)).map(|column| widest(column).unwrap_or(0)).collect();
        // A column in which nothing stands takes no room.
        let before: usize = widths.iter().filter(|width| **width > 0).map(|width| width + GAP.len()).sum();
        let beside = before + indent <= self.width * 2 / 3;
        for row in &rows {
            let Some((last, first)) = row.split_last() else { continue };
            let padded = first.iter().zip(&widths).filter(|(_, width)| **width > 0);
            if beside {
                let lead: String =
                    padded.map(|(cell, width)| format!("{}{GAP}", wrap::pad(cell, *width))).collect();
                self.hang(indent, &lead, before, last);
            } else {
                let cells: Vec<&str> =
                    first.iter().map(String::as_str).filter(|cell| !cell.is_empty()).collect();
                self.line(indent, &cells.join(GAP));
                self.line(indent + 4, last);
            }
        }
    }

    fn hang(&mut self, indent: usize, lead: &str, before: usize, text: &str) {
        let margin = " ".repeat(indent);
        let room = self.width.saturating_sub(indent + before).max(1);
        for (number, line) in wrap::wrap(text, room).into_iter().enumerate() {
            let start = if number == 0 { lead.to_owned() } else { " ".repeat(before) };
            self.lines.push(format!("{margin}{start}{line}").trim_end().to_owned());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_line_up_by_what_is_seen_and_nothing_is_cut() {
        let mut lines = Lines::new(30);
        let row = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
        lines.table(0, &[row(["S01", "Хельсинки", "one"]), row(["S2", "日本", "two words and some more"])]);
        assert_eq!(
            lines.finish(),
            "S01  Хельсинки  one\nS2   日本       two words and\n                some more\n"
        );
        let mut narrow = Lines::new(20);
        narrow.table(0, &[row(["a long first cell", "b", "the rest"])]);
        assert_eq!(narrow.finish(), "a long first cell  b\n    the rest\n");
    }

    #[test]
    fn nothing_typed_steers_the_terminal() {
        let mut lines = Lines::new(40);
        lines.line(0, "red \u{1b}[31malert\u{7}");
        assert!(lines.finish().chars().all(|c| c == '\n' || !c.is_control()));
    }
}
