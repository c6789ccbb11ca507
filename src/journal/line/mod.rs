//! One line of a log: its fields, its limits and its two spellings (bytes and [`Line`]).

mod encode;
mod parse;
#[cfg(test)]
mod tests;

use serde_json::value::RawValue;

pub use encode::object;
pub use parse::{claim, parse};

use super::digest::Digest;
use super::sid::Sid;
use crate::workshop::id::{EventId, RunId};
use crate::workshop::stamp::Stamp;

/// The longest line in bytes, its newline not counted.
pub(crate) const MAX_LINE: usize = 256 * 1024;
/// The deepest nesting of objects and lists in a line; the line itself is the first level.
pub(crate) const MAX_DEPTH: usize = 16;
/// The longest kind in bytes.
pub(crate) const MAX_KIND: usize = 64;
/// The kind of the first line of a run.
pub const OPEN: &str = "log.open";

/// What stands before the digest; the digest is taken over all bytes before the last of these.
const MARK: &str = ",\"h\":\"";

/// One line that holds: its digest is right, it parses and keeps the limits.
#[derive(Debug, Clone)]
pub struct Line {
    /// The run in whose file it was first stored.
    pub run: RunId,
    /// Its place in that run, from 0.
    pub n: u64,
    /// What event it is; differs from `run.n` when it was written again elsewhere or brought by a phone.
    pub id: EventId,
    /// Where it stands in the order of things.
    pub stamp: Stamp,
    /// The kind of event.
    pub kind: Box<str>,
    /// Who did it, if not the one named in the header of the run.
    pub who: Option<Box<str>>,
    /// On which device, if not the one named in the header of the run.
    pub device: Option<Box<str>>,
    /// Whether a reader that does not know the kind must show the object read-only.
    pub must: bool,
    /// The payload: the text of a JSON object.
    pub d: Box<RawValue>,
    /// The digest of the line before in the same run.
    pub previous: Digest,
    /// The digest of this line.
    pub digest: Digest,
    /// What only the first line of a run says.
    pub header: Option<HeaderFields>,
}

/// What only the header, the first line of a run, says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeaderFields {
    /// The identity of the session.
    pub sid: Sid,
    /// The device the run ran on.
    pub dev: Box<str>,
    /// The version of the program.
    pub app: Box<str>,
    /// The major version of the format.
    pub version: u32,
}

/// Why a line does not count.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LineFault {
    /// Longer than [`MAX_LINE`].
    #[error("longer than 256 KiB")]
    TooLong,
    /// Nested deeper than [`MAX_DEPTH`].
    #[error("nested deeper than 16 levels")]
    TooDeep,
    /// Bytes that are no UTF-8.
    #[error("not UTF-8")]
    NotUtf8,
    /// It does not end in a digest.
    #[error("does not end in a digest")]
    NoDigest,
    /// The digest is not that of the bytes before it.
    #[error("the digest does not match")]
    WrongDigest,
    /// The bytes are no JSON.
    #[error("not JSON")]
    NotJson,
    /// JSON of another shape than a line has.
    #[error("not the shape of a line")]
    Shape,
    /// A key that stands twice.
    #[error("a key stands twice")]
    Twice,
    /// A field that every line must have is not there.
    #[error("field {0:?} is missing")]
    Missing(&'static str),
    /// A field says something it cannot.
    #[error("field {0:?} is not valid")]
    Field(&'static str),
}

/// How deep the brackets of a JSON text nest.
fn depth(text: &str) -> usize {
    let opening = text.bytes().filter(|b| matches!(b, b'{' | b'[')).count();
    if opening <= MAX_DEPTH {
        // Fewer brackets than levels allowed: nearly every line is done here.
        return opening.min(MAX_DEPTH);
    }
    let (mut now, mut most, mut quoted, mut escaped) = (0usize, 0usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if quoted => escaped = true,
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'{' | b'[' => {
                now = now.saturating_add(1);
                most = most.max(now);
            }
            b'}' | b']' => now = now.saturating_sub(1),
            _ => {}
        }
    }
    most
}
