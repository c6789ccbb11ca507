//! A pack becomes a session folder, or joins into the one of its identity.

use std::io;
use std::path::{Path, PathBuf};

use bytes::Bytes;

use super::collect::{Lines, collect, joined};
use super::folder::{FolderFault, identify, list};
use super::pack::{PackFault, read_pack};
use super::sid::Sid;
use super::storage::{AppendFile, SharedStorage, Storage, make_folders, parent_of};
use super::{FULL_FILE, VERSION};
use crate::workshop::id::RunId;

/// How many names are tried for a new file. With a seed, names are counted from the first, and each unpacking took one.
const NAMES: u32 = 100_000;

/// Why a pack could not be unpacked.
#[derive(Debug, thiserror::Error)]
pub(crate) enum UnpackFault {
    /// The pack is not whole.
    #[error(transparent)]
    Pack(#[from] PackFault),
    /// The folder it would join into cannot be used.
    #[error(transparent)]
    Folder(#[from] FolderFault),
    /// The system failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What unpacking has done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unpacked {
    /// The session folder.
    pub folder: PathBuf,
    /// The identity.
    pub sid: Sid,
    /// Whether the folder was there before.
    pub joined: bool,
    /// How many lines were not there yet.
    pub added: usize,
}

/// Puts the lines of a pack into the session of its identity in `to`, or makes that session there. Only lines that are
/// not there yet are written, into `<run>.in.jsonl`, the run being the first of `names` that has no such file.
///
/// # Errors
/// [`UnpackFault`].
pub(crate) fn unpack(
    storage: &SharedStorage,
    pack: impl Into<Bytes>,
    to: &Path,
    names: &mut dyn FnMut() -> RunId,
) -> Result<Unpacked, UnpackFault> {
    let (header, mut lines) = read_pack(pack)?;
    if let Some(version) = header.later_version() {
        return Err(FolderFault::LaterVersion(version).into());
    }
    let folder = to.join(header.slug.folder(header.sid));
    let existing = existing(storage.as_ref(), to, &folder, header.sid)?;
    if let Some(there) = &existing {
        let known = collect(storage, there)?;
        if known.version > VERSION {
            return Err(FolderFault::LaterVersion(known.version).into());
        }
        lines.retain(|place, _| !known.lines.contains_key(place));
    }
    let joined = existing.is_some();
    let folder = existing.unwrap_or(folder);
    if !lines.is_empty() || !joined {
        write_in(storage.as_ref(), &folder, names, &lines)?;
    }
    Ok(Unpacked { folder, sid: header.sid, joined, added: lines.len() })
}

/// The folder in `to` that is the session `sid`: the one named as it should be, else the first.
fn existing(
    storage: &dyn Storage,
    to: &Path,
    named: &Path,
    sid: Sid,
) -> Result<Option<PathBuf>, FolderFault> {
    match identify(storage, named) {
        Ok(found) if found.sid == sid => return Ok(Some(found.folder)),
        Err(FolderFault::Missing) => {}
        Ok(_) | Err(FolderFault::PlainFolder | FolderFault::NotOurs) => {
            return Err(FolderFault::NameTaken(named.to_path_buf()));
        }
        Err(other) => return Err(other),
    }
    let found = list(storage, to)?.sessions.into_iter().find(|found| found.sid == sid);
    Ok(found.map(|found| found.folder))
}

/// Writes foreign lines into a new `<run>.in.jsonl`, which is on the disk when this returns; the run is the first of `names`
/// that has no such file. A session folder that is not there yet is made aside and gets its name when all is in it, so that a disk
/// that fills half-way leaves no half session behind that would pass for a whole one.
///
/// # Errors
/// `AlreadyExists` when many names in a row are in use, or the system's error; the file is then never touched again.
pub(crate) fn write_in(
    storage: &dyn Storage,
    folder: &Path,
    names: &mut dyn FnMut() -> RunId,
    lines: &Lines,
) -> io::Result<()> {
    let is_new = matches!(storage.metadata(folder), Err(error) if error.kind() == io::ErrorKind::NotFound);
    let (parent, Some(name)) = (parent_of(folder), folder.file_name()) else {
        return fill(storage, folder, names, lines);
    };
    if !is_new {
        return fill(storage, folder, names, lines);
    }
    let begin = format!(".{}.", name.to_string_lossy());
    let aside = parent.join(format!("{begin}{}.part", std::process::id()));
    // What an earlier process of this number may have left when the power went.
    let _ = storage.remove_folder(&aside);
    let made = fill(storage, &aside, names, lines).and_then(|()| storage.name_folder(&aside, folder));
    match made {
        Ok(()) => {
            remove_parts(storage, parent, &begin);
            storage.sync_dir(parent)
        }
        Err(error) => {
            let _ = storage.remove_folder(&aside);
            // Another program has made it meanwhile: then it is there, and takes what is missing.
            let there = storage.metadata(&folder.join("log")).is_ok();
            if there { fill(storage, folder, names, lines) } else { Err(error) }
        }
    }
}

/// Removes what others left aside of a session that stands now. Whoever is still at work there finds it standing.
fn remove_parts(storage: &dyn Storage, parent: &Path, begin: &str) {
    for entry in storage.list(parent).unwrap_or_default() {
        let name = entry.name.to_string_lossy();
        if name.starts_with(begin) && name.ends_with(".part") {
            let _ = storage.remove_folder(&parent.join(&entry.name));
        }
    }
}

fn fill(
    storage: &dyn Storage,
    folder: &Path,
    names: &mut dyn FnMut() -> RunId,
    lines: &Lines,
) -> io::Result<()> {
    let log = folder.join("log");
    let to_sync = make_folders(storage, &log)?;
    let mut rest = lines.values().peekable();
    let mut is_first = true;
    while is_first || rest.peek().is_some() {
        is_first = false;
        let mut bytes = 0;
        let some = std::iter::from_fn(|| {
            let line = rest.next_if(|_| bytes < FULL_FILE)?;
            bytes += line.len() as u64;
            Some(line)
        });
        let bytes = joined(some);
        let mut file = create_in(storage, &log, names)?;
        file.write_all(&bytes)?;
        file.sync_data()?;
    }
    storage.sync_dir(&log)?;
    to_sync.iter().try_for_each(|folder| storage.sync_dir(folder))
}

fn create_in(
    storage: &dyn Storage,
    log: &Path,
    names: &mut dyn FnMut() -> RunId,
) -> io::Result<Box<dyn AppendFile>> {
    let mut made = Err(io::ErrorKind::AlreadyExists.into());
    for _ in 0..NAMES {
        made = storage.create_new(&log.join(format!("{}.in.jsonl", names())));
        match &made {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            _ => break,
        }
    }
    made
}
