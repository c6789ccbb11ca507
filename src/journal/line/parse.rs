//! Reading a line: the digest first, then one pass over the JSON with borrowed strings.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::error::Category;
use serde_json::value::RawValue;

use super::{HeaderFields, Line, LineFault, MARK, MAX_DEPTH, MAX_KIND, MAX_LINE, OPEN, depth};
use crate::journal::digest::Digest;
use crate::workshop::id::RunId;
use crate::workshop::stamp::Stamp;

/// The bytes that end every line: the mark, 32 hex digits, a quote and a brace.
const ENDING: usize = MARK.len() + 34;

/// Reads one line, given without its newline. A carriage return that a carrier put before the newline is to be taken
/// off by the caller.
///
/// # Errors
/// A [`LineFault`] that says why the line does not count.
pub fn parse(raw: &[u8]) -> Result<Line, LineFault> {
    if raw.len() > MAX_LINE {
        return Err(LineFault::TooLong);
    }
    let text = std::str::from_utf8(raw).map_err(|_| LineFault::NotUtf8)?;
    let split = text.len().checked_sub(ENDING).and_then(|at| text.split_at_checked(at));
    let (guarded, ending) = split.ok_or(LineFault::NoDigest)?;
    let digest = ending
        .strip_prefix(MARK)
        .and_then(|rest| rest.strip_suffix("\"}"))
        .and_then(|hex| hex.parse::<Digest>().ok())
        .ok_or(LineFault::NoDigest)?;
    if Digest::of(guarded.as_bytes()) != digest {
        return Err(LineFault::WrongDigest);
    }
    if depth(text) > MAX_DEPTH {
        return Err(LineFault::TooDeep);
    }
    if has_half_pair(text) {
        return Err(LineFault::NotJson);
    }
    let fields: Fields<'_> = serde_json::from_str(text).map_err(|error| match error.classify() {
        Category::Data => LineFault::Shape,
        Category::Io | Category::Syntax | Category::Eof => LineFault::NotJson,
    })?;
    fields.into_line(digest)
}

/// Whether an escape names half of a surrogate pair alone: no character, and so no text (RFC 8259, section 8.2). The JSON
/// reader passes over what it does not need; ours never writes these escapes.
fn has_half_pair(text: &str) -> bool {
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        let escape = rest.get(at..).unwrap_or_default();
        // An escape of one letter, be it of a backslash, is two bytes long.
        let length = match unit(escape) {
            Some(0xd800..=0xdbff) => match escape.get(6..).and_then(unit) {
                Some(0xdc00..=0xdfff) => 12,
                _ => return true,
            },
            Some(0xdc00..=0xdfff) => return true,
            Some(_) => 6,
            None => 2,
        };
        rest = escape.get(length..).unwrap_or_default();
    }
    false
}

/// The code unit that an escape at the beginning of a text names.
fn unit(text: &str) -> Option<u16> {
    u16::from_str_radix(text.strip_prefix("\\u")?.get(..4)?, 16).ok()
}

/// What a line that does not count still claims to be: its run and sequence, if they can be made out and its id says the same
/// (one wrong digit in either would name a neighbour). Only good for telling whether another copy has the line.
pub fn claim(raw: &[u8]) -> Option<(RunId, u64)> {
    let text = raw.utf8_chunks().next()?.valid();
    let (_, rest) = text.split_once("\"w\":\"")?;
    let (run, rest) = rest.split_once("\",\"n\":")?;
    let digits = rest.split(|c: char| !c.is_ascii_digit()).next()?;
    let agrees = rest.strip_prefix(digits)?.starts_with(&format!(",\"id\":\"{run}.{digits}\""));
    if agrees { Some((run.parse().ok()?, digits.parse().ok()?)) } else { None }
}

#[derive(serde::Deserialize)]
#[serde(transparent)]
struct Text<'a>(#[serde(borrow)] Cow<'a, str>);

/// The fields as they stand, each at most once.
#[derive(Default)]
struct Fields<'a> {
    talkoot: Option<&'a RawValue>,
    w: Option<Text<'a>>,
    n: Option<u64>,
    id: Option<Text<'a>>,
    t: Option<Text<'a>>,
    k: Option<Text<'a>>,
    sid: Option<&'a RawValue>,
    dev: Option<Text<'a>>,
    who: Option<Text<'a>>,
    app: Option<&'a RawValue>,
    must: Option<bool>,
    d: Option<&'a RawValue>,
    p: Option<Text<'a>>,
    h: Option<Text<'a>>,
    twice: bool,
}

impl<'de> Deserialize<'de> for Fields<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(FieldsVisitor)
    }
}

struct FieldsVisitor;

/// Takes the next value into its slot; true when the slot was taken already.
fn put<'de, A: MapAccess<'de>, T: Deserialize<'de>>(
    map: &mut A,
    slot: &mut Option<T>,
) -> Result<bool, A::Error> {
    Ok(slot.replace(map.next_value()?).is_some())
}

impl<'de> Visitor<'de> for FieldsVisitor {
    type Value = Fields<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a line of a log")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Fields<'de>, A::Error> {
        let mut fields = Fields::default();
        let mut others: Vec<Cow<'de, str>> = Vec::new();
        while let Some(Text(key)) = map.next_key()? {
            let twice = match key.as_ref() {
                "talkoot" => put(&mut map, &mut fields.talkoot)?,
                "w" => put(&mut map, &mut fields.w)?,
                "n" => put(&mut map, &mut fields.n)?,
                "id" => put(&mut map, &mut fields.id)?,
                "t" => put(&mut map, &mut fields.t)?,
                "k" => put(&mut map, &mut fields.k)?,
                "sid" => put(&mut map, &mut fields.sid)?,
                "dev" => put(&mut map, &mut fields.dev)?,
                "who" => put(&mut map, &mut fields.who)?,
                "app" => put(&mut map, &mut fields.app)?,
                "must" => put(&mut map, &mut fields.must)?,
                "d" => put(&mut map, &mut fields.d)?,
                "p" => put(&mut map, &mut fields.p)?,
                "h" => put(&mut map, &mut fields.h)?,
                _ => {
                    map.next_value::<IgnoredAny>()?;
                    others.push(key);
                    false
                }
            };
            fields.twice |= twice;
        }
        let count = others.len();
        others.sort_unstable();
        others.dedup();
        fields.twice |= others.len() != count;
        Ok(fields)
    }
}

impl Fields<'_> {
    fn into_line(self, digest: Digest) -> Result<Line, LineFault> {
        if self.twice {
            return Err(LineFault::Twice);
        }
        let n = self.n.ok_or(LineFault::Missing("n"))?;
        let kind = self.k.ok_or(LineFault::Missing("k"))?.0;
        if kind.is_empty() || kind.len() > MAX_KIND {
            return Err(LineFault::Field("k"));
        }
        let d = self.d.ok_or(LineFault::Missing("d"))?;
        if !d.get().starts_with('{') {
            return Err(LineFault::Field("d"));
        }
        // In any other line these fields are nobody's, whatever they hold.
        let header = match self.talkoot {
            Some(version) if n == 0 && kind == OPEN => Some(HeaderFields {
                sid: read(self.sid.map(own::<Text<'_>>).transpose()?, "sid")?,
                dev: self.dev.as_ref().map(|dev| dev.0.as_ref()).unwrap_or_default().into(),
                app: self.app.map(own::<Text<'_>>).transpose()?.map(|app| app.0).unwrap_or_default().into(),
                version: match own::<u32>(version)? {
                    0 => return Err(LineFault::Field("talkoot")),
                    version => version,
                },
            }),
            _ => None,
        };
        Ok(Line {
            run: read(self.w, "w")?,
            n,
            id: read(self.id, "id")?,
            stamp: stamp(&self.t.ok_or(LineFault::Missing("t"))?.0)?,
            kind: kind.into(),
            who: self.who.map(|who| who.0.into()),
            device: if header.is_some() { None } else { self.dev.map(|dev| dev.0.into()) },
            must: self.must.unwrap_or(false),
            d: d.to_owned(),
            previous: read(self.p, "p")?,
            digest,
            header,
        })
    }
}

/// The value of a field that only a header has.
fn own<'a, T: Deserialize<'a>>(raw: &'a RawValue) -> Result<T, LineFault> {
    serde_json::from_str(raw.get()).map_err(|_| LineFault::Shape)
}

fn read<T: std::str::FromStr>(text: Option<Text<'_>>, name: &'static str) -> Result<T, LineFault> {
    text.ok_or(LineFault::Missing(name))?.0.parse().map_err(|_| LineFault::Field(name))
}

/// A stamp in its one spelling: other ways to write the same moment would sort wrongly as text.
fn stamp(text: &str) -> Result<Stamp, LineFault> {
    let shape = "dddd-dd-ddTdd:dd:dd.dddZ-xxxx";
    let plain = text.len() == shape.len()
        && text.bytes().zip(shape.bytes()).all(|(is, want)| match want {
            b'd' => is.is_ascii_digit(),
            b'x' => is.is_ascii_hexdigit(),
            other => is == other,
        });
    // The leap second that a time may name has no stamp of its own.
    if !plain || text.get(17..19) == Some("60") {
        return Err(LineFault::Field("t"));
    }
    text.parse().map_err(|_| LineFault::Field("t"))
}
