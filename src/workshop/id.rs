//! Names of runs, events and things.

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One run of the program on one session: 64 random bits, written as 16 lower-case hex digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct RunId(pub u64);

impl fmt::Display for RunId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

/// A text that is not the name of a run, an event or a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a valid id")]
pub struct BadId;

impl FromStr for RunId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let plain = text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if !plain {
            return Err(BadId);
        }
        u64::from_str_radix(text, 16).map(RunId).map_err(|_| BadId)
    }
}

/// What event it is: the run and sequence number of its first attempt, written `7e772f44d7bf6548.12`.
///
/// It stays the same when an event that was not acknowledged is written again in another file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct EventId {
    /// The run that made it.
    pub run: RunId,
    /// Its place in that run, from 0.
    pub n: u64,
}

/// A table by the ids of events. They are met by the hundred thousand when a session opens, so the hash is a fast one.
pub(crate) type ById<T> = std::collections::HashMap<EventId, T, foldhash::fast::RandomState>;

impl EventId {
    /// The event `n` of `run`.
    pub const fn new(run: RunId, n: u64) -> Self {
        Self { run, n }
    }
}

impl fmt::Display for EventId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}", self.run, self.n)
    }
}

impl FromStr for EventId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let (run, n) = text.split_once('.').ok_or(BadId)?;
        // One spelling only, so that an id can be compared as text as well.
        let plain =
            !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()) && (n == "0" || !n.starts_with('0'));
        if !plain {
            return Err(BadId);
        }
        Ok(Self { run: run.parse()?, n: n.parse().map_err(|_| BadId)? })
    }
}

impl JsonSchema for EventId {
    fn schema_name() -> Cow<'static, str> {
        "EventId".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        json_schema!({
            "type": "string",
            "pattern": r"^[0-9a-f]{16}\.(0|[1-9][0-9]*)$",
        })
    }
}

impl Serialize for EventId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for EventId {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
        text.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_id_reads_back_what_it_writes() {
        let id = EventId::new(RunId(0x7e77_2f44_d7bf_6548), 12);
        assert_eq!(id.to_string(), "7e772f44d7bf6548.12");
        assert_eq!("7e772f44d7bf6548.12".parse(), Ok(id));
    }

    #[test]
    fn only_one_spelling_of_an_event_id_counts() {
        for text in
            ["", "7e772f44d7bf6548", "7e772f44d7bf6548.", "7E772f44d7bf6548.1", "7e772f44d7bf6548.01", "7e.1"]
        {
            assert_eq!(text.parse::<EventId>(), Err(BadId), "{text:?}");
        }
    }
}
