//! All lines of one session, from a folder or a pack, ready to be packed or joined.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use super::VersionVector;
use super::digest::Digest;
use super::folder::{FolderFault, identify};
use super::line::{Line, MAX_LINE};
use super::name::SessionName;
use super::pack::PackHeader;
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
    pub fn of(line: &Line) -> Self {
        Self { stamp: line.stamp, run: line.run, n: line.n, digest: line.digest }
    }
}

/// The distinct lines of a session, byte for byte without their newlines, sorted.
pub type Lines = BTreeMap<Place, Vec<u8>>;

/// One session, read whole.
#[derive(Debug, Clone)]
pub struct Gathered {
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

impl Gathered {
    /// What a pack holds.
    pub fn of_pack(header: PackHeader, lines: Lines) -> Self {
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
    pub fn take_waiting(&mut self, storage: &dyn Storage, spill: &Path) -> Result<(), FolderFault> {
        let mut waiting = spilled(storage, spill, self.sid)?;
        self.lines.append(&mut waiting);
        let known: HashSet<_> = self.lines.keys().map(|place| (place.run, place.n)).collect();
        for hurt in &mut self.damage {
            hurt.healed |= hurt.was.is_some_and(|was| known.contains(&was));
        }
        Ok(())
    }

    /// The damage that nothing here heals.
    pub fn unhealed(&self) -> Vec<Damage> {
        self.damage.iter().filter(|hurt| !hurt.healed).cloned().collect()
    }
}

/// Reads a whole session folder. `keys/` is not looked at.
///
/// # Errors
/// A [`FolderFault`] when it is no session folder.
pub fn gather(storage: &SharedStorage, folder: &Path) -> Result<Gathered, FolderFault> {
    let identity = identify(storage.as_ref(), folder)?;
    let mut reader = Reader::with_sid(storage.clone(), folder, identity.sid);
    let lines = reader.read(true).into_iter().map(|fresh| (Place::of(&fresh.line), fresh.raw)).collect();
    let mut remarks = reader.remarks();
    for remark in &remarks {
        // A file that could not be read would be missing in the copy without anybody knowing.
        if let Remark::Unreadable { error, .. } = remark {
            return Err(FolderFault::NotReadable((*error).into()));
        }
    }
    remarks.retain(|remark| !matches!(remark, Remark::Damage(_)));
    Ok(Gathered {
        sid: identity.sid,
        slug: identity.slug,
        version: reader.later_version().unwrap_or(identity.version),
        lines,
        damage: reader.damage(),
        remarks,
        vector: reader.version_vector(),
    })
}

/// All good lines of the session `sid` in log files lying flat in `folder`: how lines come home from a spill folder.
/// Runs whose header names another session are left out. A folder that does not exist holds none.
///
/// # Errors
/// The system's error.
pub fn spilled(storage: &dyn Storage, folder: &Path, sid: Sid) -> Result<Lines, FolderFault> {
    let entries = match storage.list(folder) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Lines::new()),
        other => other.map_err(FolderFault::from_io)?,
    };
    let mut lines = Lines::new();
    for entry in entries {
        let name = entry.name.to_string_lossy();
        if entry.kind != EntryKind::File || !is_log_name(&name) {
            continue;
        }
        lines.append(&mut salvaged(storage, &folder.join(&entry.name), sid).map_err(FolderFault::from_io)?);
    }
    Ok(lines)
}

/// All good lines of the session `sid` in one file, be it a log or a pack, whole or hurt. Lines of runs whose header stands
/// there and names another session are left out, and all of them where no header names this one.
///
/// # Errors
/// The system's error.
pub fn salvaged(storage: &dyn Storage, path: &Path, sid: Sid) -> std::io::Result<Lines> {
    let (mut lines, mut sids) = (Lines::new(), HashMap::new());
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    Scan::new(path.to_path_buf(), &name).advance(storage, &mut |item: Item<'_>| {
        if let Ok(line) = item.parsed {
            if let Some(header) = &line.header {
                sids.insert(line.run, header.sid);
            }
            lines.insert(Place::of(&line), item.raw.to_vec());
        }
        true
    })?;
    if !sids.values().any(|found| *found == sid) {
        return Ok(Lines::new());
    }
    lines.retain(|place, _| sids.get(&place.run).is_none_or(|found| *found == sid));
    Ok(lines)
}

/// The bytes of lines as they stand in a file.
pub(crate) fn joined<'a>(lines: impl Iterator<Item = &'a Vec<u8>>) -> Vec<u8> {
    let mut bytes = Vec::new();
    for line in lines {
        debug_assert!(line.len() <= MAX_LINE);
        bytes.extend_from_slice(line);
        bytes.push(b'\n');
    }
    bytes
}
