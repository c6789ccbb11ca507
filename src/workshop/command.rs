//! Commands: what somebody wants. The same type serves the screens, other laptops and `talkoot apply`.
//!
//! The table below is the contract; `docs/commands.md` and its JSON Schema are generated from it.

use std::sync::Arc;

use jiff::Timestamp;
use schemars::{JsonSchema, Schema};
use serde::Deserialize;
use serde_json::{Map, Value};

use super::agenda::commands::AgendaCommand;
use super::commitments::commands::CommitmentsCommand;
use super::decide::{Decider, Outcome};
use super::groups::commands::GroupsCommand;
use super::ideas::commands::IdeasCommand;
use super::meeting::commands::{MeetingCommand, StageCommand};
use super::once::Once;
use super::people::commands::PeopleCommand;
use super::proposals::commands::ProposalsCommand;
use super::refusal::Refusal;
use super::text::Text;
use super::votes::commands::VotesCommand;

/// Whether the end of what goes before is fixed: a hard stop.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Stop {
    /// The item begins on time, or it does not.
    Flag(bool),
    /// It begins at this time of the day (`12:30`), and that is a hard stop.
    At(Arc<str>),
}

/// When somebody comes who is not there from the beginning.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(untagged)]
pub enum Arrival {
    /// On this day of the meeting, from 1.
    Day(u32),
    /// At this date (`2017-11-29`).
    Date(Arc<str>),
}

/// A room of a round, as it is asked for.
#[derive(Debug, Clone, PartialEq, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoomSpec {
    /// The room's id: the same physical room has the same id in every round.
    pub id: Arc<str>,
    /// What stands on its door.
    pub title: Option<Text>,
    /// Fewest people.
    pub min: Option<u32>,
    /// Most people.
    pub max: Option<u32>,
    /// What is talked about there: a text, or the id of a proposal or of a vocabulary term.
    pub topic: Option<Text>,
    /// People who stay there, by id.
    pub hosts: Option<Vec<Arc<str>>>,
    /// Its length in minutes, where it is another than that of the item in which the round is held.
    pub minutes: Option<u32>,
}

/// A field of a command: its name, and whether it must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FieldSpec {
    /// The name in JSON.
    pub name: &'static str,
    /// Whether a command without it is refused.
    pub required: bool,
    /// One line on what it holds.
    pub doc: &'static str,
}

/// A verb of the contract.
pub struct VerbSpec {
    /// Its name, `noun.verb`.
    pub name: &'static str,
    /// One line on what it does.
    pub doc: &'static str,
    /// Its fields in order.
    pub fields: &'static [FieldSpec],
    /// The JSON Schema of its fields.
    pub schema: fn() -> Schema,
    pub(super) read: fn(Value) -> Result<Command, Misread>,
}

pub(super) type Misread = serde_path_to_error::Error<serde_json::Error>;

macro_rules! fields {
    // `name: type` must be there, `name?: type` may be there.
    ($(#[doc = $doc:literal])* $verb:literal $variant:ident { $(#[doc = $fdoc:literal] $field:ident $(? $opt:tt)? : $ty:ty,)* }) => {
        $(#[doc = $doc])*
        #[derive(Debug, Clone, Default, PartialEq, serde::Deserialize, schemars::JsonSchema)]
        #[serde(deny_unknown_fields)]
        pub struct $variant { $(#[doc = $fdoc] pub $field: $crate::workshop::command::fields!(@type $ty $(, $opt)?),)* }

        impl $variant {
            const FIELDS: &'static [$crate::workshop::command::FieldSpec] = &[$($crate::workshop::command::FieldSpec {
                name: stringify!($field),
                required: $crate::workshop::command::fields!(@required $($opt)?),
                doc: $fdoc,
            },)*];
        }
    };
    (@type $ty:ty, $opt:tt) => { Option<$ty> };
    (@type $ty:ty) => { $ty };
    (@required $opt:tt) => { false };
    (@required) => { true };
}

macro_rules! verb_table {
    ($(#[$meta:meta])* $name:ident $($(#[doc = $doc:literal])* $verb:literal $decide:ident => $variant:ident { $($body:tt)* })*) => {
        $($crate::workshop::command::fields! { $(#[doc = $doc])* $verb $variant { $($body)* } })*

        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq)]
        #[allow(missing_docs, reason = "each variant is documented at the struct of the same name")]
        pub enum $name { $($variant($variant),)* }

        impl $name {
            pub(in crate::workshop) const VERBS: &'static [$crate::workshop::command::VerbSpec] =
                &[$($crate::workshop::command::VerbSpec {
                    name: $verb,
                    doc: concat!($($doc),*),
                    fields: $variant::FIELDS,
                    schema: || schemars::schema_for!($variant),
                    read: |value| serde_path_to_error::deserialize(value).map(|read: $variant| read.into()),
                },)*];

            pub(in crate::workshop) const fn verb(&self) -> &'static str {
                match self { $(Self::$variant(_) => $verb,)* }
            }

            pub(in crate::workshop) fn decide(
                &self,
                decider: &$crate::workshop::decide::Decider<'_>,
            ) -> $crate::workshop::decide::Outcome {
                match self { $(Self::$variant(command) => decider.$decide(command),)* }
            }
        }

        $(impl From<$variant> for $crate::workshop::command::Command {
            fn from(command: $variant) -> Self { $name::$variant(command).into() }
        })*
    };
}
pub(super) use fields;
pub(super) use verb_table;

verb_table! {
    /// Undo and redo.
    WorkCommand
    /// Takes back the last work of this device and person, or the event named.
    "undo" undo => Undo {
        /// The event.
        event ?_: Arc<str>,
    }
    /// Puts in force again what was undone last, or the event named.
    "redo" redo => Redo {
        /// The event that was undone.
        event ?_: Arc<str>,
    }
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $noun:ident($command:ident),)*) => {
        /// What somebody wants.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Command { $($(#[doc = $doc])* $noun($command),)* }

        impl Command {
            /// The verb, as it stands in JSON.
            pub const fn verb(&self) -> &'static str {
                match self { $(Self::$noun(command) => command.verb(),)* }
            }

            /// Says what happens if this is done.
            pub(super) fn decide(&self, decider: &Decider<'_>) -> Outcome {
                match self { $(Self::$noun(command) => command.decide(decider),)* }
            }
        }

        /// Every verb of the contract, in its order.
        pub fn verbs() -> impl Iterator<Item = &'static VerbSpec> + Clone {
            [$($command::VERBS),*].into_iter().flatten()
        }

        $(impl From<$command> for Command {
            fn from(command: $command) -> Self { Self::$noun(command) }
        })*
    };
}

commands! {
    /// What can be done to the meeting and its vocabulary.
    Meeting(MeetingCommand),
    /// What can be done to the roster.
    People(PeopleCommand),
    /// What can be done to the agenda.
    Agenda(AgendaCommand),
    /// What can be done to breakout groups.
    Groups(GroupsCommand),
    /// What can be done to ideas.
    Ideas(IdeasCommand),
    /// What can be done to proposals.
    Proposals(ProposalsCommand),
    /// What can be done to votes.
    Votes(VotesCommand),
    /// What can be done to commitments.
    Commitments(CommitmentsCommand),
    /// What can be done on the wall.
    Stage(StageCommand),
    /// Undo and redo.
    Work(WorkCommand),
}

/// A command and what came with it.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What is wanted.
    pub command: Command,
    /// The id that what is made shall have.
    pub id: Option<Arc<str>>,
    /// When it happened, if not now.
    pub at: Option<Timestamp>,
    /// Who wants it, if not whoever sits here.
    pub who: Option<Arc<str>>,
}

impl<C: Into<Command>> From<C> for Request {
    fn from(command: C) -> Self {
        Self { command: command.into(), id: None, at: None, who: None }
    }
}

/// Where the verb stands in a command's JSON. The first is the one that the documentation uses; the others are what people
/// write who have seen the log (`k`) or other programs.
pub(crate) const VERB_KEYS: [&str; 6] = ["do", "verb", "command", "k", "cmd", "op"];

impl Request {
    /// Reads a command from JSON: `{"do":"idea.add","text":"…"}`, or `{"idea.add":{"text":"…"}}`.
    ///
    /// # Errors
    /// A refusal that names what is wrong: not JSON, no verb, an unknown verb or field, a missing field, a value of
    /// another type.
    pub fn read(text: &str) -> Result<Self, Refusal> {
        let Once(value) =
            serde_json::from_str(text).map_err(|error| Refusal::malformed(&error.to_string()))?;
        let Value::Object(mut map) = value else {
            return Err(Refusal::malformed("not an object"));
        };
        let verb = take_verb(&mut map)?;
        let spec = verbs().find(|spec| spec.name == verb).ok_or_else(|| Refusal::unknown_verb(&verb))?;
        let id = take_text(&mut map, "id")?;
        let who = take_text(&mut map, "who")?;
        let at = match take_text(&mut map, "at")? {
            None => None,
            Some(at) => Some(at.parse::<Timestamp>().map_err(|_| Refusal::bad_time("at", &at))?),
        };
        Ok(Self { command: spec.read(map)?, id, at, who })
    }
}

impl VerbSpec {
    fn read(&self, map: Map<String, Value>) -> Result<Command, Refusal> {
        for key in map.keys() {
            if !self.fields.iter().any(|field| field.name == key) {
                let known: Vec<&str> = self.fields.iter().map(|field| field.name).collect();
                return Err(Refusal::unknown_field(self.name, key, &known));
            }
        }
        for field in self.fields.iter().filter(|field| field.required) {
            if map.get(field.name).is_none_or(Value::is_null) {
                return Err(Refusal::missing_field(self.name, field.name));
            }
        }
        (self.read)(Value::Object(map)).map_err(|error| {
            let path = error.path().to_string();
            let why = error.into_inner().to_string();
            // A number that is none of those that count things is told in words that everybody knows.
            let number = why.split('`').nth(1).filter(|given| given.parse::<f64>().is_ok());
            match number.filter(|_| why.ends_with("expected u32") || why.ends_with("expected u64")) {
                Some(given) => Refusal::not_a_count(&path, given),
                None => Refusal::wrong_type(self.name, &path, &why),
            }
        })
    }
}

fn take_verb(map: &mut Map<String, Value>) -> Result<String, Refusal> {
    for key in VERB_KEYS {
        if let Some(Value::String(verb)) = map.get(key).cloned() {
            map.remove(key);
            // An event's payload may stand by itself, as it does in the log.
            if let Some(Value::Object(inner)) = map.remove("d") {
                map.extend(inner);
            }
            return Ok(verb);
        }
    }
    let named: Vec<String> =
        map.keys().filter(|key| !["id", "at", "who"].contains(&key.as_str())).cloned().collect();
    if let [only] = named.as_slice()
        && let Some(Value::Object(_)) = map.get(only)
        && let Some(Value::Object(inner)) = map.remove(only)
    {
        map.extend(inner);
        return Ok(only.clone());
    }
    Err(Refusal::no_verb())
}

fn take_text(map: &mut Map<String, Value>, key: &'static str) -> Result<Option<Arc<str>>, Refusal> {
    match map.remove(key) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text.into())),
        Some(other) => Err(Refusal::wrong_type("", key, &other.to_string())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_is_read_in_either_shape() {
        let flat = Request::read(
            r#"{"do":"idea.add","id":"i-one","text":"a fund","at":"2017-11-28T09:00:00+02:00"}"#,
        );
        let nested =
            Request::read(r#"{"idea.add":{"text":"a fund"},"id":"i-one","at":"2017-11-28T07:00:00Z"}"#);
        assert_eq!(flat, nested);
        assert_eq!(flat.map(|request| request.command.verb()), Ok("idea.add"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        let kind = |text: &str| Request::read(text).map_err(|refusal| refusal.kind);
        assert_eq!(kind("{"), Err("malformed"));
        assert_eq!(kind("[1]"), Err("malformed"));
        assert_eq!(kind(r#"{"do":"idea.add","text":"A","text":"B"}"#), Err("malformed"));
        assert_eq!(kind(r#"{"do":"idea.add","text":{"en":"A","en":"B"}}"#), Err("malformed"));
        assert_eq!(kind(r#"{"text":"x"}"#), Err("no-verb"));
        assert_eq!(kind(r#"{"do":"idea.sing"}"#), Err("unknown-verb"));
        assert_eq!(kind(r#"{"do":"idea.add","text":"x","colour":"red"}"#), Err("unknown-field"));
        assert_eq!(kind(r#"{"do":"idea.add"}"#), Err("missing-field"));
        assert_eq!(kind(r#"{"do":"idea.add","text":7}"#), Err("wrong-type"));
        assert_eq!(kind(r#"{"do":"idea.add","text":"x","at":"yesterday"}"#), Err("bad-time"));
        for minutes in ["-5", "0.5", "99999999999"] {
            let line = format!(r#"{{"do":"item.add","day":1,"title":"x","minutes":{minutes}}}"#);
            let refusal = Request::read(&line).unwrap_err();
            assert_eq!((refusal.kind, refusal.message), ("wrong-type", "refused-not-a-count"), "{minutes}");
        }
        assert_eq!(kind(&"[".repeat(10_000)), Err("malformed"));
    }
}
