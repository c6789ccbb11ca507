//! What stands at a path: a session of ours, or what else.

use std::io;
use std::path::{Path, PathBuf};

use super::collect::rumoured;
use super::line::HeaderFields;
use super::name::{PACK_ENDING, SessionName, split_folder};
use super::reader::is_log_name;
use super::scan::{Item, Scan};
use super::sid::Sid;
use super::storage::{EntryKind, Storage};
use super::{VERSION, pack};
use crate::workshop::id::RunId;
use crate::workshop::stamp::Stamp;

/// How many bad lines in a row are read in a file that has shown no good one, before it is given up.
const PATIENCE: u32 = 1_000;
/// How much of a file is read to see whether it is a pack, in bytes.
const PEEK: usize = 4096;

/// A session folder that has been recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Identity {
    /// The folder.
    pub folder: PathBuf,
    /// The readable part of its name; made from the folder's name when somebody has renamed it.
    pub slug: SessionName,
    /// The identity, from a header.
    pub sid: Sid,
    /// The latest major version of the format among the headers looked at.
    pub version: u32,
}

/// Why something is not a session folder to work with.
#[derive(Debug, thiserror::Error)]
pub enum FolderFault {
    /// Nothing stands there.
    #[error("nothing stands there")]
    Missing,
    /// A folder, but not ours.
    #[error("a folder that is no session")]
    PlainFolder,
    /// A folder of ours in which nothing is readable: it cannot be trusted.
    #[error("a session folder in which nothing is readable")]
    Empty,
    /// A file (or something stranger) that is no pack.
    #[error("not a session")]
    NotOurs,
    /// Written by a later major version: to be read with a remark, not to be written.
    #[error("written by a later version ({0}) of the format")]
    LaterVersion(u32),
    /// The system would not let us look.
    #[error("cannot be read: {0}")]
    NotReadable(#[from] io::Error),
    /// The system would not let us look into one of its log files.
    #[error("{0} cannot be read: {1}")]
    FileNotReadable(Box<str>, io::ErrorKind),
    /// The name that the session would have is taken by something else.
    #[error("the name is taken by something else")]
    NameTaken(PathBuf),
    /// A path or name longer than the system takes.
    #[error("the name is too long")]
    TooLong,
}

impl FolderFault {
    /// The fault that a system error means for a path.
    pub(crate) fn from_io(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            io::ErrorKind::InvalidFilename => Self::TooLong,
            io::ErrorKind::NotADirectory => Self::Missing,
            _ => Self::NotReadable(error),
        }
    }
}

/// What a path leads to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Found {
    /// A session folder.
    Folder(Identity),
    /// A file that is named like a pack or begins like one; whether it is whole shows when it is read.
    Pack(PathBuf),
}

/// Looks what stands at `path`.
///
/// # Errors
/// A [`FolderFault`]; never [`FolderFault::LaterVersion`], since such a session can be read.
pub(crate) fn look(storage: &dyn Storage, path: &Path) -> Result<Found, FolderFault> {
    let meta = storage.metadata(path).map_err(FolderFault::from_io)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    match meta.kind {
        EntryKind::Folder => identify(storage, path).map(Found::Folder),
        EntryKind::File if name.ends_with(PACK_ENDING) => Ok(Found::Pack(path.to_path_buf())),
        EntryKind::File if begins_as_pack(storage, path) => Ok(Found::Pack(path.to_path_buf())),
        EntryKind::File | EntryKind::Link | EntryKind::Other => Err(FolderFault::NotOurs),
    }
}

/// Browsers and file managers rename what they save (`….session (1).jsonl`), so the name is not all there is.
fn begins_as_pack(storage: &dyn Storage, path: &Path) -> bool {
    let mut bytes = Vec::new();
    let read = storage.read_from(path, 0, PEEK, &mut bytes);
    read.is_ok() && pack::begins(&bytes)
}

/// Recognises a session folder: a directory with `log/`, in which a log file has a header that counts.
///
/// # Errors
/// [`FolderFault::Missing`], [`FolderFault::NotOurs`] for a file, [`FolderFault::PlainFolder`],
/// [`FolderFault::Empty`], [`FolderFault::NotReadable`], [`FolderFault::TooLong`].
pub fn identify(storage: &dyn Storage, folder: &Path) -> Result<Identity, FolderFault> {
    let meta = storage.metadata(folder).map_err(FolderFault::from_io)?;
    if meta.kind != EntryKind::Folder {
        return Err(FolderFault::NotOurs);
    }
    let full = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let named = split_folder(&full);
    let log = folder.join("log");
    let mut entries = match storage.list(&log) {
        Ok(entries) => entries,
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            return Err(FolderFault::PlainFolder);
        }
        Err(error) => return Err(FolderFault::from_io(error)),
    };
    entries.retain(|entry| entry.kind == EntryKind::File && is_log_name(&entry.name.to_string_lossy()));
    entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    let agrees = |sid: Sid| named.as_ref().is_some_and(|(_, short)| sid.short() == *short);
    let mut headers: Vec<(Stamp, RunId, HeaderFields)> = Vec::new();
    let (mut refused, mut rumour) = (None, None);
    for entry in &entries {
        match header_of(storage, &log.join(&entry.name)) {
            Ok(Header::Good(header)) => headers.push(*header),
            // A hurt first line is believed where the name of the folder says the same.
            Ok(Header::Hurt(sid)) => rumour = rumour.or(Some(sid).filter(|sid| agrees(*sid))),
            Ok(Header::None) => {}
            Err(error) => refused = Some(error),
        }
        // One header that the name of the folder agrees with is enough; else all are looked at.
        if headers.iter().any(|(_, _, header)| agrees(header.sid)) {
            break;
        }
    }
    let version = headers.iter().map(|(_, _, header)| header.version).max().unwrap_or(VERSION);
    // The one that the name of the folder tells of, else the earliest: as a reader chooses.
    let first = headers.iter().min_by_key(|(stamp, run, header)| (!agrees(header.sid), *stamp, *run));
    let sid =
        first.map(|(_, _, header)| header.sid).filter(|sid| agrees(*sid) || rumour.is_none()).or(rumour);
    let Some(sid) = sid else {
        return Err(match refused {
            Some(error) => FolderFault::NotReadable(error),
            None if entries.is_empty() && named.is_none() => FolderFault::PlainFolder,
            None => FolderFault::Empty,
        });
    };
    let slug = slug_of(&full, sid);
    Ok(Identity { folder: folder.to_path_buf(), slug, sid, version })
}

/// The slug in the name of a session's folder, or one made from whatever it is called now.
pub(crate) fn slug_of(folder_name: &str, sid: Sid) -> SessionName {
    let named = split_folder(folder_name).filter(|(_, short)| *short == sid.short()).map(|(slug, _)| slug);
    let made = named.or_else(|| SessionName::from_title(folder_name).ok());
    // A name of nothing but signs: the identity is a slug as well.
    made.or_else(|| sid.as_str().parse().ok()).unwrap_or_else(SessionName::fallback)
}

/// What a file says of the session it belongs to.
enum Header {
    /// Its first header, with stamp and run.
    Good(Box<(Stamp, RunId, HeaderFields)>),
    /// None that counts, but a hurt line that seems to be one.
    Hurt(Sid),
    None,
}

/// The first header in a file.
fn header_of(storage: &dyn Storage, path: &Path) -> io::Result<Header> {
    let (mut found, mut rumour) = (None, None);
    let (mut bad, mut good) = (0u32, false);
    Scan::new(path.to_path_buf(), "").advance(storage, &mut |item: Item<'_>| {
        match item.parsed {
            Ok(line) => {
                good = true;
                found = line.header.map(|header| Box::new((line.stamp, line.run, header)));
            }
            Err(_) => {
                bad = bad.saturating_add(1);
                rumour = rumour.or_else(|| rumoured(item.raw, "sid"));
            }
        }
        found.is_none() && (good || bad < PATIENCE)
    })?;
    Ok(found.map_or(rumour.map_or(Header::None, Header::Hurt), Header::Good))
}

/// What lies in a directory of sessions.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    /// Sessions, by name of the folder.
    pub sessions: Vec<Identity>,
    /// Packs lying beside them, by name.
    pub packs: Vec<PathBuf>,
    /// What looks like a session of ours but cannot be read, and why.
    pub faults: Vec<(PathBuf, FolderFault)>,
}

/// Lists the sessions in a directory. One that does not exist holds none.
///
/// # Errors
/// [`FolderFault::NotReadable`] and the like, for the directory itself.
pub(crate) fn list(storage: &dyn Storage, sessions: &Path) -> Result<Listing, FolderFault> {
    let mut listing = Listing::default();
    let mut entries = match storage.list(sessions) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(listing),
        Err(error) => return Err(FolderFault::from_io(error)),
    };
    entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
    // What begins with a dot is on its way to become a session, or was left on it when the power went.
    entries.retain(|entry| !entry.name.as_encoded_bytes().starts_with(b"."));
    for entry in entries {
        let path = sessions.join(&entry.name);
        match look(storage, &path) {
            Ok(Found::Folder(identity)) => listing.sessions.push(identity),
            Ok(Found::Pack(pack)) => listing.packs.push(pack),
            Err(FolderFault::Missing | FolderFault::PlainFolder | FolderFault::NotOurs) => {}
            Err(fault) => listing.faults.push((path, fault)),
        }
    }
    Ok(listing)
}
