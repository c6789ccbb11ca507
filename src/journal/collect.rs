//! All lines of one session, from a folder or a pack, ready to be packed or joined.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use bytes::Bytes;

use super::VersionVector;
use super::digest::Digest;
use super::folder::{FolderFault, identify};
use super::line::{Line, MAX_LINE, claim};
use super::name::SessionName;
use super::pack::{PackHeader, begins};
use super::reader::{Reader, is_log_name};
use super::remark::{Damage, Remark};
use super::scan::{Item, Scan};
use super::sid::Sid;
use super::storage::{EntryKind, SharedStorage, Storage};
use crate::workshop::id::RunId;
use crate::workshop::stamp::Stamp;

/// Where a line stands in a pack: by stamp, then run, then sequence; the digest parts the sides of a fork.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The order of things.
    pub stamp: Stamp,
    /// The run.
    pub run: RunId,
    /// Its place in the run.
    pub n: u64,
    /// The digest of the line.
    pub digest: Digest,
}

impl Place {
    /// The place of a line.
    pub(crate) fn of(line: &Line) -> Self {
        Self { stamp: line.stamp, run: line.run, n: line.n, digest: line.digest }
    }
}

/// The distinct lines of a session, byte for byte without their newlines, sorted.
/// They are pieces of what was read wherever that was read whole: the lines of a pack share its bytes.
pub type Lines = BTreeMap<Place, Bytes>;

/// One session, read whole.
#[derive(Debug, Clone)]
pub struct Collected {
    /// Its identity.
    pub sid: Sid,
    /// Its name.
    pub slug: SessionName,
    /// The latest major version of the format in it.
    pub version: u32,
    /// Its lines.
    pub lines: Lines,
    /// Whole lines that did not count.
    pub damage: Vec<Damage>,
    /// What else is to be said.
    pub remarks: Vec<Remark>,
    /// What has been read of each run without a gap.
    pub vector: VersionVector,
}

impl Collected {
    /// What a pack holds.
    pub(crate) fn of_pack(header: PackHeader, lines: Lines) -> Self {
        Self {
            sid: header.sid,
            slug: header.slug,
            version: header.version.max(header.pack),
            lines,
            damage: Vec::new(),
            remarks: Vec::new(),
            vector: VersionVector::new(),
        }
    }

    /// Takes in the lines of this session that wait in a spill folder on this laptop: they belong to it as much as those that
    /// found a place in its own.
    ///
    /// # Errors
    /// The system's error.
    pub(crate) fn take_waiting(&mut self, storage: &dyn Storage, spill: &Path) -> Result<(), FolderFault> {
        let mut waiting = spilled(storage, spill, self.sid)?;
        self.lines.append(&mut waiting.lines);
        self.damage.append(&mut waiting.damage);
        let known: HashSet<_> = self.lines.keys().map(|place| (place.run, place.n)).collect();
        for hurt in &mut self.damage {
            hurt.healed |= hurt.was.is_some_and(|was| known.contains(&was));
        }
        Ok(())
    }

    /// The damage that nothing here heals.
    pub(crate) fn unhealed(&self) -> Vec<Damage> {
        self.damage.iter().filter(|hurt| !hurt.healed).cloned().collect()
    }
}

/// Reads a whole session folder. `keys/` is not looked at.
///
/// # Errors
/// A [`FolderFault`] when it is no session folder.
pub fn collect(storage: &SharedStorage, folder: &Path) -> Result<Collected, FolderFault> {
    let identity = identify(storage.as_ref(), folder)?;
    let mut reader = Reader::with_sid(storage.clone(), folder, identity.sid);
    let mut lines = Lines::new();
    reader.read_each_raw(&mut |fresh| {
        lines.extend(fresh.into_iter().map(|fresh| (Place::of(&fresh.line), fresh.raw)));
    });
    let mut remarks = reader.remarks();
    for remark in &remarks {
        // A file that could not be read would be missing in the copy without anybody knowing.
        if let Remark::Unreadable { file, error } = remark {
            return Err(FolderFault::FileNotReadable(file.clone(), *error));
        }
    }
    remarks.retain(|remark| !matches!(remark, Remark::Damage(_)));
    Ok(Collected {
        sid: identity.sid,
        slug: identity.slug,
        version: reader.later_version().unwrap_or(identity.version),
        lines,
        damage: reader.damage(),
        remarks,
        vector: reader.version_vector(),
    })
}

/// What could be got out of files that lie anywhere.
#[derive(Debug, Clone, Default)]
pub struct Salvaged {
    /// The good lines.
    pub lines: Lines,
    /// The whole lines that did not count.
    pub damage: Vec<Damage>,
}

/// What log files lying flat in `folder` hold of the session `sid`: how lines come home from a spill folder, which is the session's
/// own, so that a run without a header is its too. Runs whose header names another session are left out. A folder that does not
/// exist holds none.
///
/// # Errors
/// The system's error.
pub fn spilled(storage: &dyn Storage, folder: &Path, sid: Sid) -> Result<Salvaged, FolderFault> {
    flat(storage, folder, sid, &|_| true)
}

/// As [`spilled`], but of a run without a header only where `known` says that it is this session's.
///
/// # Errors
/// The system's error.
pub(crate) fn flat(
    storage: &dyn Storage,
    folder: &Path,
    sid: Sid,
    known: &dyn Fn(RunId) -> bool,
) -> Result<Salvaged, FolderFault> {
    let entries = match storage.list(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Salvaged::default()),
        other => other.map_err(FolderFault::from_io)?,
    };
    let mut all = Salvaged::default();
    for entry in entries {
        let name = entry.name.to_string_lossy();
        if entry.kind != EntryKind::File || !is_log_name(&name) {
            continue;
        }
        let mut found =
            salvaged(storage, &folder.join(&entry.name), sid, known).map_err(FolderFault::from_io)?;
        all.lines.append(&mut found.lines);
        all.damage.append(&mut found.damage);
    }
    Ok(all)
}

/// What one file, be it a log or a pack, whole or hurt, holds of the session `sid`. A run is this session's if its header says so
/// (also one that is hurt, as far as it can be made out) or if, without any header in the file, `known` does.
///
/// # Errors
/// The system's error.
pub(crate) fn salvaged(
    storage: &dyn Storage,
    path: &Path,
    sid: Sid,
    known: &dyn Fn(RunId) -> bool,
) -> std::io::Result<Salvaged> {
    let (mut all, mut sids) = (Salvaged::default(), HashMap::new());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Scan::new(path.to_path_buf(), &name).advance(storage, &mut |item: Item<'_>| {
        match item.parsed {
            Ok(line) => {
                if let Some(header) = &line.header {
                    sids.insert(line.run, header.sid);
                }
                all.lines.insert(Place::of(&line), Bytes::copy_from_slice(item.raw));
            }
            // The first line of a pack is none of a log.
            Err(_) if item.number == 1 && begins(item.raw) => {}
            Err(fault) => {
                if let (Some(run), Some(named)) = (rumoured(item.raw, "w"), rumoured(item.raw, "sid")) {
                    sids.entry(run).or_insert(named);
                }
                let file = path.display().to_string().into();
                let was = claim(item.raw);
                all.damage.push(Damage { file, line: item.number, fault, was, healed: false });
            }
        }
        true
    })?;
    all.lines.retain(|place, _| match sids.get(&place.run) {
        Some(named) => *named == sid,
        None => known(place.run),
    });
    if all.lines.is_empty() && !sids.values().any(|named| *named == sid) {
        return Ok(Salvaged::default());
    }
    Ok(all)
}

/// What a hurt line seems to say in a field of letters and digits.
pub(crate) fn rumoured<T: std::str::FromStr>(raw: &[u8], field: &str) -> Option<T> {
    let text = String::from_utf8_lossy(raw);
    let (_, after) = text.split_once(&format!("\"{field}\":\""))?;
    after.split('"').next()?.parse().ok()
}

/// The bytes of lines as they stand in a file.
pub(crate) fn joined<'a>(lines: impl Iterator<Item = &'a Bytes>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for line in lines {
        debug_assert!(line.len() <= MAX_LINE);
        bytes.extend_from_slice(line);
        bytes.push(b'\n');
    }
    bytes
}
