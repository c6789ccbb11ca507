//! What is to be said about the files of a session besides what stands in them.

use std::io;

use super::digest::Digest;
use super::line::LineFault;
use super::sid::Sid;
use super::storage::EntryKind;
use crate::workshop::id::RunId;

/// A whole line that does not count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Damage {
    /// The file in `log/`.
    pub file: Box<str>,
    /// The line in that file, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub fault: LineFault,
    /// Which line it was, if that can be told.
    pub was: Option<(RunId, u64)>,
    /// Whether another copy has that line, so that nothing is lost.
    pub healed: bool,
}

/// Lines that are missing from the middle of a run: lost, or not yet arrived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hole {
    pub run: RunId,
    /// The first place that is missing.
    pub first: u64,
    pub last: u64,
}

/// Two different lines in one place of one run: two programs had the same run, or a backup was restored over it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fork {
    pub run: RunId,
    /// The place.
    pub n: u64,
    /// The digests of all that stand there, sorted.
    pub digests: Vec<Digest>,
}

/// Something to be said about a session's files.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Remark {
    /// The last line of a file has no newline: it is still being written, or never was. Information.
    CutTail {
        /// The file in `log/`.
        file: Box<str>,
        /// How many bytes it has.
        bytes: u64,
    },
    /// A whole line that does not count.
    Damage(Damage),
    /// Two different lines in one place.
    Fork(Fork),
    /// A run that belongs to another session; its lines are left out.
    Foreign {
        run: RunId,
        /// The session it belongs to.
        sid: Sid,
        /// How many of its lines lie here.
        lines: u64,
    },
    /// Something in `log/` that is not a regular file; it was not opened.
    Skipped {
        /// Its name.
        file: Box<str>,
        kind: EntryKind,
    },
    /// A file in `log/` that is no log file by its name; it was not opened.
    Stray {
        /// Its name.
        file: Box<str>,
    },
    /// A file or the folder `log/` (empty name) that the system would not give; it is tried again at the next reading.
    Unreadable {
        /// Its name.
        file: Box<str>,
        error: io::ErrorKind,
    },
    /// A run written by a later major version: read as far as it goes; this program must not write here.
    LaterVersion {
        run: RunId,
        /// The version in its header.
        version: u32,
    },
}
