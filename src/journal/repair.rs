//! Bringing home what a session lacks: every good line of it that lies anywhere else, byte for byte. No log is touched; what is
//! brought stands in a new file of a new run.

use std::collections::HashSet;
use std::io;
use std::path::{Path, PathBuf};

use super::VERSION;
use super::collect::{Lines, collect, flat, salvaged};
use super::folder::{FolderFault, Identity, identify};
use super::storage::{EntryKind, SharedStorage};
use super::unpack::write_in;
use crate::workshop::id::RunId;

/// What a copy gave.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Brought {
    pub copy: PathBuf,
    /// How many lines that nobody before it had.
    pub lines: usize,
    /// How many good lines of this session it has at all.
    pub of: usize,
}

/// What was brought home.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Repaired {
    /// What each copy gave, in the order in which the copies were asked.
    pub brought: Vec<Brought>,
}

impl Repaired {
    /// How many lines in all.
    pub(crate) fn lines(&self) -> usize {
        self.brought.iter().map(|brought| brought.lines).sum()
    }
}

/// Why nothing was brought home.
#[derive(Debug, thiserror::Error)]
pub(crate) enum RepairFault {
    /// The session cannot be read.
    #[error(transparent)]
    Session(FolderFault),
    /// A copy cannot be read.
    #[error("{}: {fault}", .copy.display())]
    Copy {
        copy: PathBuf,
        /// Why.
        fault: FolderFault,
    },
    /// The lines could not be written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Brings home into the session folder what it lacks of the lines in these copies: session folders, folders of log files
/// (a spill folder), packs and single log files, whole or hurt. Each gives the lines whose digest holds, of runs whose header
/// names this session or that are known here. The file is on the disk when this returns.
///
/// # Errors
/// [`RepairFault`]; nothing was written then, except where the system failed half-way.
pub(crate) fn repair(
    storage: &SharedStorage,
    identity: &Identity,
    copies: &[PathBuf],
    names: &mut dyn FnMut() -> RunId,
) -> Result<Repaired, RepairFault> {
    let here = collect(storage, &identity.folder).map_err(RepairFault::Session)?;
    if here.version > VERSION {
        return Err(RepairFault::Session(FolderFault::LaterVersion(here.version)));
    }
    let runs: HashSet<RunId> = here.lines.keys().map(|place| place.run).collect();
    let known = |run: RunId| runs.contains(&run);
    let mut missing = Lines::new();
    let mut brought = Vec::new();
    for copy in copies {
        let lines = lines_of(storage, identity, copy, &known)
            .map_err(|fault| RepairFault::Copy { copy: copy.clone(), fault })?;
        let (before, of) = (missing.len(), lines.len());
        missing.extend(lines.into_iter().filter(|(place, _)| !here.lines.contains_key(place)));
        brought.push(Brought { copy: copy.clone(), lines: missing.len() - before, of });
    }
    if !missing.is_empty() {
        write_in(storage.as_ref(), &identity.folder, names, &missing)?;
    }
    Ok(Repaired { brought })
}

/// The good lines of this session in one copy.
fn lines_of(
    storage: &SharedStorage,
    identity: &Identity,
    copy: &Path,
    known: &dyn Fn(RunId) -> bool,
) -> Result<Lines, FolderFault> {
    let meta = storage.metadata(copy).map_err(FolderFault::from_io)?;
    if meta.kind == EntryKind::File {
        let found = salvaged(storage.as_ref(), copy, identity.sid, known).map_err(FolderFault::from_io)?;
        return Ok(found.lines);
    }
    match identify(storage.as_ref(), copy) {
        Ok(found) if found.sid == identity.sid => Ok(collect(storage, copy)?.lines),
        Ok(_) => Ok(Lines::new()),
        // No session by itself: what logs lie in it may be ours all the same.
        Err(_) => {
            let log = copy.join("log");
            let has_log = storage.metadata(&log).is_ok_and(|meta| meta.kind == EntryKind::Folder);
            flat(storage.as_ref(), if has_log { &log } else { copy }, identity.sid, known)
                .map(|found| found.lines)
        }
    }
}
