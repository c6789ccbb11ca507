//! Reading on in one file: only bytes not yet read, in bounded memory, finding its feet again at every newline.

use std::io::{self, BufRead};
use std::path::PathBuf;

use super::line::{self, Line, LineFault, MAX_LINE};
use super::storage::Storage;

/// How much is read at once; more than the longest line, so that every good line fits.
const CHUNK: usize = 1024 * 1024;
/// How many lines are parsed before the rest of what was read.
const HEAD: usize = 16;
const _: () = assert!(CHUNK > MAX_LINE + 2);

/// Where reading of one file has come to.
#[derive(Debug)]
pub(crate) struct Scan {
    /// The file.
    pub(crate) path: PathBuf,
    /// Its name in `log/`.
    pub(crate) name: Box<str>,
    /// The start of the first line not yet taken.
    offset: u64,
    /// Whole lines passed.
    lines: u64,
    /// Set while a line longer than any allowed is being passed over.
    passing: Option<u64>,
    /// Length of the file when it was last read.
    seen: u64,
    /// Bytes after the last newline.
    pub(crate) tail: u64,
    file: Option<u64>,
}

/// A whole line of a file.
pub(crate) struct Item<'a> {
    /// Which line it is, from 1.
    pub(crate) number: u64,
    /// Its bytes without the line ending; cut off when it is longer than any allowed.
    pub(crate) raw: &'a [u8],
    /// What it says.
    pub(crate) parsed: Result<Line, LineFault>,
}

/// What reading on has met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Start {
    /// Read on from where it stood.
    Onward,
    /// The file is another one, or shorter: it is read from its start.
    Afresh,
}

impl Scan {
    pub(crate) fn new(path: PathBuf, name: &str) -> Self {
        Self { path, name: name.into(), offset: 0, lines: 0, passing: None, seen: 0, tail: 0, file: None }
    }

    /// Takes the length and identity of the file as they are now; says whether all must be read again, and whether
    /// there is anything to read.
    pub(crate) fn look(&mut self, storage: &dyn Storage) -> io::Result<(Start, bool)> {
        let meta = storage.metadata(&self.path)?;
        // A carrier may put a fuller copy in the place of a torn one, or a healed one in that of a hurt one.
        let other = self.file.is_some() && meta.file != self.file;
        let start = if other || meta.len < self.seen { Start::Afresh } else { Start::Onward };
        if start == Start::Afresh {
            *self = Self::new(std::mem::take(&mut self.path), &self.name);
        }
        self.file = meta.file;
        Ok((start, meta.len != self.seen))
    }

    /// How much of the file has been read, in bytes.
    pub(crate) fn passed(&self) -> u64 {
        self.offset
    }

    /// Gives every whole line not yet taken to `sink`, until it says to stop (`false`).
    pub(crate) fn advance(
        &mut self,
        storage: &dyn Storage,
        sink: &mut dyn FnMut(Item<'_>) -> bool,
    ) -> io::Result<()> {
        while self.step(storage, sink)? {}
        Ok(())
    }

    /// Gives the whole lines of the next chunk to `sink`, until it says to stop; says whether there is more.
    pub(crate) fn step(
        &mut self,
        storage: &dyn Storage,
        sink: &mut dyn FnMut(Item<'_>) -> bool,
    ) -> io::Result<bool> {
        let mut chunk = Vec::new();
        storage.read_from(&self.path, self.offset, CHUNK, &mut chunk)?;
        let full = chunk.len() >= CHUNK;
        let (rows, mut rest, mut taken) = self.rows(&chunk);
        // A few first: whoever only wants to know what a file is stops there.
        let (head, body) = rows.split_at(rows.len().min(HEAD));
        for rows in [head, body] {
            for (row, parsed) in rows.iter().zip(parse_all(rows)) {
                if !sink(Item { number: row.number, raw: row.raw, parsed }) {
                    return Ok(false);
                }
            }
        }
        if full && taken == 0 {
            // No newline in all this: too long to be a line, and passed over without being kept.
            self.passing.get_or_insert(self.offset);
            taken = chunk.len() as u64;
            rest = &[];
        }
        self.offset += taken;
        self.tail = rest.len() as u64 + self.passing.map_or(0, |start| self.offset - start);
        self.seen = self.offset + rest.len() as u64;
        // A line that lacks only its newline says all it has to say: the file was cut, or the newline is on its way. It is not
        // passed: with its newline it is read once more.
        if !full
            && self.passing.is_none()
            && let Ok(line) = line::parse(rest.strip_suffix(b"\r").unwrap_or(rest))
        {
            self.tail = 0;
            sink(Item { number: self.lines + 1, raw: rest, parsed: Ok(line) });
        }
        Ok(full)
    }

    /// The whole lines in `chunk`, which begins where the scan stands; what follows them; and how long they are.
    fn rows<'a>(&mut self, chunk: &'a [u8]) -> (Vec<Row<'a>>, &'a [u8], u64) {
        let (mut rows, mut rest, mut taken) = (Vec::new(), chunk, 0u64);
        while let Some((raw, after)) = first_line(rest) {
            let length = (rest.len() - after.len()) as u64;
            rest = after;
            self.lines += 1;
            let long = self.passing.take().is_some();
            taken += length;
            let raw = raw.strip_suffix(b"\r").unwrap_or(raw);
            // Blank lines are nobody's.
            if !raw.is_empty() || long {
                rows.push(Row { number: self.lines, raw, long });
            }
        }
        (rows, rest, taken)
    }
}

/// A whole line not yet parsed.
struct Row<'a> {
    number: u64,
    raw: &'a [u8],
    /// Set when this is only the end of a line longer than any allowed.
    long: bool,
}

impl Row<'_> {
    fn parse(&self) -> Result<Line, LineFault> {
        if self.long { Err(LineFault::TooLong) } else { line::parse(self.raw) }
    }
}

/// Parses rows, many of them at once: digests and JSON are most of the time that opening a session takes.
fn parse_all(rows: &[Row<'_>]) -> Vec<Result<Line, LineFault>> {
    crate::parallel::map(rows, Row::parse)
}

/// The first whole line without its newline, and what follows it.
fn first_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let mut rest = bytes;
    // Reading from a slice cannot fail; `skip_until` is the standard library's fast search for a byte.
    let length = rest.skip_until(b'\n').ok()?;
    let line = bytes.get(..length)?.strip_suffix(b"\n")?;
    Some((line, rest))
}
