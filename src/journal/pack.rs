//! A session as one file: header, lines sorted, trailer with count and digest.
//!
//! The digest is a whole SHA-256 in hex over all bytes before the trailer, so that `head -n -1 FILE | sha256sum` checks
//! it.

use std::collections::{HashMap, HashSet};
use std::io;
use std::path::Path;

use bytes::Bytes;
use serde::{Deserialize, Serialize};
use sha2::Digest as _;

use super::VERSION;
use super::collect::{Collected, Lines, Place};
use super::folder::FolderFault;
use super::line::{self, LineFault};
use super::name::SessionName;
use super::remark::Damage;
use super::sid::Sid;
use super::storage::Storage;
use crate::parallel;
use crate::workshop::id::RunId;

/// The latest version of the pack's own form that is known here.
const PACK: u32 = 1;
/// The largest pack that is read, in bytes: far above any workshop, and it fits in memory.
pub(crate) const MAX_PACK: usize = 1 << 30;
/// So many lines are parsed at once.
const AT_ONCE: usize = 4096;
/// Room for the last line of a pack, in bytes.
const LONGEST_TRAILER: usize = 128;

/// What the first line of a pack says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PackHeader {
    /// Latest major version of the format among the pack and its lines.
    pub version: u32,
    /// Version of the pack's own form.
    pub pack: u32,
    /// The identity of the session.
    pub sid: Sid,
    /// Its name.
    pub slug: SessionName,
}

impl PackHeader {
    /// The later version that it was written by, if it was: then it is read with a remark and not joined into anything.
    pub(crate) fn later_version(&self) -> Option<u32> {
        let later = self.version.max(self.pack);
        if later > VERSION.max(PACK) { Some(later) } else { None }
    }
}

#[derive(Serialize, Deserialize)]
struct RawHeader {
    talkoot: u32,
    pack: u32,
    sid: String,
    slug: String,
}

#[derive(Serialize, Deserialize)]
struct RawTrailer {
    count: u64,
    digest: String,
}

/// Why bytes are no whole pack. Lines are counted from 1, the header being the first.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum PackFault {
    /// Not a pack at all.
    #[error("not a packed session")]
    NotAPack,
    /// It ends before the trailer: cut short on its way.
    #[error("cut short after line {line}")]
    CutShort {
        /// The last line that is there.
        line: u64,
    },
    /// A line that does not count.
    #[error("line {line}: {fault}")]
    Line {
        /// Which.
        line: u64,
        /// What is wrong with it.
        fault: LineFault,
    },
    /// A line of another session.
    #[error("line {line} belongs to another session")]
    OtherSession {
        /// Which.
        line: u64,
    },
    /// The same line twice.
    #[error("line {line} stands twice")]
    Repeat {
        /// The second.
        line: u64,
    },
    /// Another number of lines than the trailer says.
    #[error("{found} lines where the trailer says {said}")]
    WrongCount {
        /// What the trailer says.
        said: u64,
        /// What is there.
        found: u64,
    },
    /// The digest in the trailer is not that of the bytes.
    #[error("the digest of the pack does not match (line {line})")]
    WrongDigest {
        /// The trailer.
        line: u64,
    },
    /// Something follows the trailer.
    #[error("line {line} stands after the end")]
    AfterEnd {
        /// Which.
        line: u64,
    },
}

/// Why a session could not be packed.
#[derive(Debug, thiserror::Error)]
pub enum PackRefusal {
    /// No session folder.
    #[error(transparent)]
    Folder(#[from] FolderFault),
    /// Lines are hurt and no other copy here has them.
    #[error("{} damaged lines", .0.len())]
    Damaged(Vec<Damage>),
}

/// Packs a session. `keys/` is never carried.
///
/// # Errors
/// [`PackRefusal`]: a later version's, or one with damage that nothing here heals.
pub fn pack(session: &Collected) -> Result<Vec<u8>, PackRefusal> {
    if session.version > VERSION {
        return Err(FolderFault::LaterVersion(session.version).into());
    }
    let hurt = session.unhealed();
    if hurt.is_empty() { Ok(encode(session)) } else { Err(PackRefusal::Damaged(hurt)) }
}

/// The bytes of a pack.
pub(crate) fn encode(session: &Collected) -> Vec<u8> {
    let header = RawHeader {
        talkoot: VERSION,
        pack: PACK,
        sid: session.sid.to_string(),
        slug: session.slug.to_string(),
    };
    let mut bytes = json_line(&header);
    bytes.reserve(session.lines.values().map(|line| line.len() + 1).sum::<usize>() + LONGEST_TRAILER);
    for line in session.lines.values() {
        bytes.extend_from_slice(line);
        bytes.push(b'\n');
    }
    let trailer = RawTrailer { count: session.lines.len() as u64, digest: whole_digest(&bytes) };
    bytes.extend(json_line(&trailer));
    bytes
}

/// Puts a pack at `path`, where nothing must stand.
///
/// # Errors
/// `AlreadyExists`, or the system's error.
pub(crate) fn write(storage: &dyn Storage, path: &Path, bytes: &[u8]) -> io::Result<()> {
    storage.put_whole(path, bytes, false)
}

/// Reads a pack: its header and its lines, byte for byte without their newlines, sorted.
///
/// # Errors
/// A [`PackFault`] naming the line.
pub fn read_pack(pack: impl Into<Bytes>) -> Result<(PackHeader, Lines), PackFault> {
    lines_of(&pack.into())
}

fn lines_of(bytes: &Bytes) -> Result<(PackHeader, Lines), PackFault> {
    let rows: Vec<&[u8]> = rows(bytes).collect();
    let (first, rows) = rows.split_first().ok_or(PackFault::NotAPack)?;
    let parsed = rows.chunks(AT_ONCE).flat_map(|some| parallel::map(some, |row| line::parse(row)));
    let mut rows = (2u64..).zip(rows.iter().zip(parsed)).peekable();
    let mut header = header(first)?;
    let mut hash = sha2::Sha256::new();
    let mut lines = Lines::new();
    let mut numbers: HashMap<RunId, u64> = HashMap::new();
    let mut others: HashSet<RunId> = HashSet::new();
    add(&mut hash, first);
    let mut last = 1;
    while let Some((number, (row, parsed))) = rows.next() {
        if let Some(trailer) = trailer(row) {
            let found = lines.len() as u64;
            if let Some(line) = others.iter().filter_map(|run| numbers.get(run)).min() {
                return Err(PackFault::OtherSession { line: *line });
            }
            if trailer.count != found {
                return Err(PackFault::WrongCount { said: trailer.count, found });
            }
            if trailer.digest != hex(&hash.finalize()) {
                return Err(PackFault::WrongDigest { line: number });
            }
            return match rows.next() {
                Some((line, _)) => Err(PackFault::AfterEnd { line }),
                None => Ok((header, lines)),
            };
        }
        let parsed = parsed.map_err(|fault| {
            // The last row of a pack that was cut is half a line, or half a trailer.
            let cut = rows.peek().is_none() && !bytes.ends_with(b"\n");
            if cut { PackFault::CutShort { line: last } } else { PackFault::Line { line: number, fault } }
        })?;
        numbers.entry(parsed.run).or_insert(number);
        if let Some(fields) = &parsed.header {
            header.version = header.version.max(fields.version);
            if fields.sid != header.sid {
                others.insert(parsed.run);
            }
        }
        if lines.insert(Place::of(&parsed), bytes.slice_ref(row)).is_some() {
            return Err(PackFault::Repeat { line: number });
        }
        add(&mut hash, row);
        last = number;
    }
    Err(PackFault::CutShort { line: last })
}

/// Whether a file that begins with these bytes is meant to be a pack, whatever its name.
pub(crate) fn begins(bytes: &[u8]) -> bool {
    rows(bytes).next().is_some_and(|row| header(row).is_ok())
}

/// The rows of a file. Carriage returns that mail has put before the newlines do not belong to them.
fn rows(bytes: &[u8]) -> impl Iterator<Item = &[u8]> {
    let body = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    body.split(|byte| *byte == b'\n').map(|row| row.strip_suffix(b"\r").unwrap_or(row))
}

fn add(hash: &mut sha2::Sha256, row: &[u8]) {
    hash.update(row);
    hash.update(b"\n");
}

fn header(row: &[u8]) -> Result<PackHeader, PackFault> {
    let raw: RawHeader = serde_json::from_slice(row).map_err(|_| PackFault::NotAPack)?;
    let (sid, slug) = (raw.sid.parse(), raw.slug.parse());
    match (sid, slug) {
        (Ok(sid), Ok(slug)) if raw.talkoot > 0 && raw.pack > 0 => {
            Ok(PackHeader { version: raw.talkoot, pack: raw.pack, sid, slug })
        }
        _ => Err(PackFault::NotAPack),
    }
}

/// The trailer, if the row is one. A line of a log has neither of its fields.
fn trailer(row: &[u8]) -> Option<RawTrailer> {
    if !row.starts_with(b"{\"count\":") {
        return None;
    }
    serde_json::from_slice(row).ok()
}

fn json_line(value: &impl Serialize) -> Vec<u8> {
    // Plain numbers and strings: this cannot fail, and an empty line would be found by the first reader.
    let mut bytes = serde_json::to_vec(value).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

/// The digest in the trailer of a pack: what names its content.
pub(crate) fn content_digest(pack: &[u8]) -> String {
    let body = pack.strip_suffix(b"\n").unwrap_or(pack);
    let end = body.iter().rposition(|byte| *byte == b'\n').map_or(0, |at| at + 1);
    whole_digest(pack.get(..end).unwrap_or_default())
}

fn whole_digest(bytes: &[u8]) -> String {
    hex(&sha2::Sha256::digest(bytes))
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
