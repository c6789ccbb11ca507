//! The session file: append-only JSON Lines, written by one process in one run and never changed afterwards by anybody.
//!
//! | file | what it does |
//! |---|---|
//! | `line`, `digest`, `sid` | one line: its fields, its digest, the identity of a session |
//! | `storage`, `disk` | the one door to the file system, and the real one behind it |
//! | `name`, `folder` | what a session folder is called and how ours is told from anybody's |
//! | `scan`, `index`, `reader`, `remark` | reading what is new, and what is to be said about it |
//! | `writer/` | appending in group commits, and going on after a disk has failed |
//! | `follow` | hearing of lines that others have written |
//! | `gather`, `pack`, `unpack`, `join` | whole sessions as one file, and joined |
//! | `derived` | `session.json`, never the truth |
//!
//! The journal knows nothing of what events mean: a kind is a string and a payload the text of a JSON object.

pub mod collect;
pub(crate) mod derived;
pub mod digest;
pub mod disk;
#[cfg(test)]
mod failing_disk;
pub mod folder;
pub(crate) mod follow;
mod index;
pub(crate) mod join;
pub mod line;
pub(crate) mod name;
pub mod pack;
pub mod reader;
pub(crate) mod redact;
pub(crate) mod remark;
pub(crate) mod repair;
mod scan;
pub mod sid;
pub mod storage;
#[cfg(test)]
mod tests;
pub(crate) mod unpack;
pub mod writer;

/// How much of one file is read, in bytes, so that nobody who writes into the folder keeps all others waiting.
pub(crate) const MAX_FILE: u64 = 256 << 20;
/// How much of all files is read: what fits into one pack.
pub(crate) const MAX_FOLDER: u64 = pack::MAX_PACK as u64;
/// How many files are read.
pub(crate) const MAX_FILES: usize = 100_000;
/// A file is left for a new one when it has so many bytes: well before it would not be read to its end.
pub(crate) const FULL_FILE: u64 = 64 << 20;

/// The format version that this program writes; a later one is read with a remark and never written.
pub(crate) const VERSION: u32 = 1;

/// What of each run has been seen without a gap: the run, and the first sequence number not seen.
pub(crate) type VersionVector = std::collections::BTreeMap<crate::workshop::id::RunId, u64>;
