//! Bringing home what a session lacks: every good line of it that lies anywhere else, byte for byte. No log is touched; what is
//! brought stands in a new file of a new run.

use std::io;
use std::path::{Path, PathBuf};

use super::VERSION;
use super::folder::{FolderFault, Identity, identify};
use super::gather::{Lines, gather, salvaged, spilled};
use super::storage::{EntryKind, SharedStorage};
use super::unpack::write_in;
use crate::workshop::id::RunId;

/// What was brought home.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Repaired {
    /// How many lines each copy gave that nobody before it had, in the order in which the copies were asked.
    pub brought: Vec<(PathBuf, usize)>,
}

impl Repaired {
    /// How many lines in all.
    pub fn lines(&self) -> usize {
        self.brought.iter().map(|(_, count)| count).sum()
    }
}

/// Why nothing was brought home.
#[derive(Debug, thiserror::Error)]
pub enum RepairFault {
    /// The session cannot be read.
    #[error(transparent)]
    Session(FolderFault),
    /// A copy cannot be read.
    #[error("{}: {fault}", .copy.display())]
    Copy {
        /// The copy.
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
/// names this session. The file is on the disk when this returns.
///
/// # Errors
/// [`RepairFault`]; nothing was written then, except where the system failed half-way.
pub fn repair(
    storage: &SharedStorage,
    identity: &Identity,
    copies: &[PathBuf],
    names: &mut dyn FnMut() -> RunId,
) -> Result<Repaired, RepairFault> {
    let here = gather(storage, &identity.folder).map_err(RepairFault::Session)?;
    if here.version > VERSION {
        return Err(RepairFault::Session(FolderFault::LaterVersion(here.version)));
    }
    let mut missing = Lines::new();
    let mut brought = Vec::new();
    for copy in copies {
        let lines = lines_of(storage, identity, copy)
            .map_err(|fault| RepairFault::Copy { copy: copy.clone(), fault })?;
        let before = missing.len();
        missing.extend(lines.into_iter().filter(|(place, _)| !here.lines.contains_key(place)));
        brought.push((copy.clone(), missing.len() - before));
    }
    if !missing.is_empty() {
        write_in(storage.as_ref(), &identity.folder, names, &missing)?;
    }
    Ok(Repaired { brought })
}

/// The good lines of this session in one copy.
fn lines_of(storage: &SharedStorage, identity: &Identity, copy: &Path) -> Result<Lines, FolderFault> {
    let meta = storage.metadata(copy).map_err(FolderFault::from_io)?;
    if meta.kind == EntryKind::File {
        return salvaged(storage.as_ref(), copy, identity.sid).map_err(FolderFault::from_io);
    }
    match identify(storage.as_ref(), copy) {
        Ok(found) if found.sid == identity.sid => Ok(gather(storage, copy)?.lines),
        Ok(_) => Ok(Lines::new()),
        // No session by itself: what logs lie in it may be ours all the same.
        Err(_) => {
            let log = copy.join("log");
            let has_log = storage.metadata(&log).is_ok_and(|meta| meta.kind == EntryKind::Folder);
            spilled(storage.as_ref(), if has_log { &log } else { copy }, identity.sid)
        }
    }
}
