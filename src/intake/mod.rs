//! Reading other people's lists: participants, proposals, agendas, ideas, ballots, as they come out of a spreadsheet.
//!
//! [`decode()`] makes text of bytes, [`Table`] rows of text, [`columns`] finds out what stands in which column, and
//! [`plan`] compares the rows with the workshop: what has to be added, what changes, what is there already. A [`Plan`]
//! holds commands like anybody's; the caller shows [`preview`] and then carries them out. Nothing here reads a file.

mod agenda;
mod ballots;
pub(crate) mod columns;
mod compare;
pub(crate) mod decode;
pub(crate) mod fault;
mod headers;
mod ideas;
mod matching;
mod people;
mod proposals;
mod say;
mod scan;
pub(crate) mod table;
#[cfg(test)]
mod tests;
mod times;
mod values;
mod words;

pub(crate) use columns::ColumnMatch;
pub(crate) use decode::decode;
pub(crate) use fault::{Fault, Note};
pub(crate) use say::{at_line, preview, say};
pub(crate) use table::Table;

use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::id::EventId;

/// What a list is a list of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Kind {
    /// Participants.
    People,
    Proposals,
    /// Items of the agenda.
    Agenda,
    Ideas,
    /// Ballots of the vote that is open.
    Ballots,
}

impl Kind {
    pub(crate) const ALL: [Self; 5] =
        [Self::People, Self::Proposals, Self::Agenda, Self::Ideas, Self::Ballots];

    /// Its name on the command line.
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::People => "people",
            Self::Proposals => "proposals",
            Self::Agenda => "agenda",
            Self::Ideas => "ideas",
            Self::Ballots => "ballots",
        }
    }

    /// The kind with this name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }
}

/// The most notes that a plan keeps; of the others only the number is told.
pub(crate) const MOST_NOTES: usize = 100;
/// How many rows are shown before anything is written.
pub(crate) const FIRST_ROWS: usize = 5;

/// What reading a list will do.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Plan {
    /// What the list is a list of.
    pub kind: Kind,
    /// Which column is read as what.
    pub columns: Vec<ColumnMatch>,
    /// The headers of the columns that are not read.
    pub unmatched: Vec<String>,
    /// What is to be carried out, in this order.
    pub requests: Vec<Request>,
    /// The line of the list from which each request comes, in the same order.
    pub lines: Vec<u64>,
    /// How many rows are new.
    pub added: usize,
    /// How many rows change something.
    pub changed: usize,
    /// How many rows say what is known already.
    pub unchanged: usize,
    /// What somebody should look at: the first [`MOST_NOTES`].
    pub notes: Vec<Note>,
    /// How many notes there are beyond those kept.
    pub more_notes: usize,
    /// The first rows, their cells as they were read.
    pub first: Vec<Vec<String>>,
}

/// What a row of the list comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Added,
    Changed,
    Unchanged,
}

impl Plan {
    fn new(kind: Kind, columns: &columns::Columns, table: &Table) -> Self {
        let cells = |row: table::Row<'_>| {
            columns.matches.iter().map(|column| values::shown(row.cell(column.place))).collect()
        };
        Self {
            kind,
            columns: columns.matches.clone(),
            unmatched: columns.unmatched.clone(),
            requests: Vec::new(),
            lines: Vec::new(),
            added: 0,
            changed: 0,
            unchanged: 0,
            notes: Vec::new(),
            more_notes: 0,
            first: table.rows().take(FIRST_ROWS).map(cells).collect(),
        }
    }

    fn ask(&mut self, line: u64, request: impl Into<Request>) {
        self.requests.push(request.into());
        self.lines.push(line);
    }

    fn note(&mut self, note: Note) {
        if self.notes.len() < MOST_NOTES {
            self.notes.push(note);
        } else {
            self.more_notes += 1;
        }
    }

    fn count(&mut self, outcome: Outcome) {
        match outcome {
            Outcome::Added => self.added += 1,
            Outcome::Changed => self.changed += 1,
            Outcome::Unchanged => self.unchanged += 1,
        }
    }

    /// How many rows were read and understood.
    pub(crate) fn rows(&self) -> usize {
        self.added + self.changed + self.unchanged
    }
}

/// Says what reading this list will do to that workshop. Reading it a second time does nothing more. Ballots need not name their
/// vote where `vote` does.
///
/// # Errors
/// A [`Fault`] that names the line or column: a column is missing, a cell cannot be read, two rows mean one thing; the vote is not
/// open, or the list names another one.
pub(crate) fn plan(
    kind: Kind,
    vote: Option<EventId>,
    workshop: &Workshop,
    table: &Table,
) -> Result<Plan, Fault> {
    match kind {
        Kind::People => people::plan(workshop, table),
        Kind::Proposals => proposals::plan(workshop, table),
        Kind::Agenda => agenda::plan(workshop, table),
        Kind::Ideas => ideas::plan(workshop, table),
        Kind::Ballots => ballots::plan(workshop, table, vote),
    }
}
