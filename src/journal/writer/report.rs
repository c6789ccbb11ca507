//! What a writer says.

use std::io;
use std::path::PathBuf;

use crate::journal::line::LineFault;
use crate::workshop::id::{EventId, RunId};

/// Where lines are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Keeping {
    /// In the session folder, as it should be.
    Session,
    /// In the spill folder.
    Spill,
    Memory,
}

/// Something that a writer reports, from its own thread.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WriterReport {
    /// All own lines up to this one are on a disk.
    Saved {
        /// The last of them.
        up_to: EventId,
        /// How many this report is about.
        count: usize,
        /// The run they lie in.
        run: RunId,
        /// Where.
        keeping: Keeping,
    },
    /// Foreign lines are on the disk.
    Received {
        /// How many this report is about.
        count: usize,
    },
    /// A file could not be written; it has been abandoned, and another is tried.
    Trouble {
        /// The file or folder.
        path: PathBuf,
        /// The kind of error.
        kind: io::ErrorKind,
        /// The system's words.
        message: String,
    },
    /// The session folder takes no lines; they go to this folder.
    Spilled {
        /// The spill folder.
        folder: PathBuf,
    },
    /// The session folder takes lines again, and those that lay in the spill folder lie in it too.
    Home {
        /// How many were brought home.
        count: usize,
    },
    /// No place takes lines; they are kept in memory and tried again.
    InMemory {
        /// How many.
        lines: usize,
    },
}

/// Why an event was not appended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppendFault {
    /// It cannot be a line.
    #[error(transparent)]
    Line(#[from] LineFault),
    /// No name for a run could be found that is not in use.
    #[error("no free name for a run")]
    NoRun,
    /// The writer's thread has stopped.
    #[error("the writer has stopped")]
    Stopped,
}

/// Lines without a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{lines} lines have no place on a disk")]
pub struct FlushFault {
    /// How many.
    pub lines: usize,
}
