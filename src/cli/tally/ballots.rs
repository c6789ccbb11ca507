//! Ballots read as they come, straight into the form in which they are counted: a million of them need no tree of JSON.

use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};
use std::fmt;

use foldhash::fast::RandomState;
use schemars::JsonSchema;
use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};

use crate::tally::{Book, Mark};

/// What is expected at a place, as [`super::odd`] knows it again and says it in the language of the interface.
pub(super) const LIST: &str = "list";
/// Keys with values.
pub(super) const KEYS: &str = "keys";
/// A text.
pub(super) const TEXT: &str = "text";
/// A whole number.
pub(super) const WHOLE: &str = "whole";

/// One ballot.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct BallotSpec {
    /// Its number or name; one that comes twice counts once or, if the ballots differ, not at all.
    pub id: String,
    /// The groups its voter is in, by what divides them: `{"language": "ru"}`.
    #[serde(default)]
    pub groups: BTreeMap<String, String>,
    /// What each option was given: dots, 1 for approval, a score 1–5, a rank with 1 best, a gradient 1–8.
    pub votes: BTreeMap<String, u32>,
}

/// The ballots of an instance. Options are numbered in the order in which they were met.
#[derive(Debug, Default)]
pub struct Ballots {
    /// The ballots.
    pub(super) book: Book,
    /// What stands on them, by number.
    pub(super) names: Numbers,
    /// The groups, as `key=value`, by number.
    pub(super) groups: Numbers,
    /// What different voters are in, by the number at each ballot.
    pub(super) memberships: Vec<Vec<u32>>,
    known: HashMap<Vec<u32>, u32, RandomState>,
}

/// Names, numbered in the order in which they came.
#[derive(Debug, Default)]
pub(super) struct Numbers {
    pub(super) names: Vec<String>,
    numbers: HashMap<String, u32, RandomState>,
}

impl Numbers {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = u32::try_from(self.names.len()).unwrap_or(u32::MAX);
        self.names.push(name.to_owned());
        self.numbers.insert(name.to_owned(), number);
        number
    }
}

impl<'de> Deserialize<'de> for Ballots {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(All)
    }
}

struct All;

impl<'de> Visitor<'de> for All {
    type Value = Ballots;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(LIST)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Ballots, A::Error> {
        let mut ballots = Ballots::default();
        let mut scratch = Scratch::default();
        while seq.next_element_seed(One { ballots: &mut ballots, scratch: &mut scratch })?.is_some() {}
        Ok(ballots)
    }
}

/// What is used again for every ballot.
#[derive(Debug, Default)]
struct Scratch {
    id: String,
    marks: Vec<Mark>,
    groups: Vec<u32>,
    pair: String,
}

struct One<'a> {
    ballots: &'a mut Ballots,
    scratch: &'a mut Scratch,
}

/// The keys of a ballot.
#[derive(Deserialize)]
#[serde(field_identifier, rename_all = "lowercase")]
enum Key {
    Id,
    Groups,
    Votes,
}

impl<'de> DeserializeSeed<'de> for One<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for One<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(KEYS)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let Scratch { id, marks, groups, pair } = self.scratch;
        let (mut has_id, mut has_votes, mut has_groups) = (false, false, false);
        marks.clear();
        groups.clear();
        while let Some(key) = map.next_key()? {
            match key {
                Key::Id if has_id => return Err(A::Error::duplicate_field("id")),
                Key::Votes if has_votes => return Err(A::Error::duplicate_field("votes")),
                Key::Groups if has_groups => return Err(A::Error::duplicate_field("groups")),
                Key::Id => {
                    has_id = true;
                    id.clear();
                    map.next_value_seed(Words(&mut |text| id.push_str(text)))?;
                }
                Key::Votes => {
                    has_votes = true;
                    map.next_value_seed(Votes { names: &mut self.ballots.names, marks })?;
                }
                Key::Groups => {
                    has_groups = true;
                    map.next_value_seed(Groups { numbers: &mut self.ballots.groups, groups, pair })?;
                }
            }
        }
        if !has_id {
            return Err(A::Error::missing_field("id"));
        }
        if !has_votes {
            return Err(A::Error::missing_field("votes"));
        }
        groups.sort_unstable();
        groups.dedup();
        let known = self.ballots.known.get(groups.as_slice()).copied();
        let group = known.unwrap_or_else(|| {
            let number = u32::try_from(self.ballots.memberships.len()).unwrap_or(u32::MAX);
            self.ballots.memberships.push(groups.clone());
            self.ballots.known.insert(groups.clone(), number);
            number
        });
        self.ballots.book.add(id, group, marks);
        Ok(())
    }
}

/// A text, or a number that stands for one.
struct Words<'a>(&'a mut dyn FnMut(&str));

impl<'de> DeserializeSeed<'de> for Words<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Words<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(TEXT)
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        (self.0)(text);
        Ok(())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        (self.0)(&number.to_string());
        Ok(())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        (self.0)(&number.to_string());
        Ok(())
    }
}

struct Votes<'a> {
    names: &'a mut Numbers,
    marks: &'a mut Vec<Mark>,
}

impl<'de> DeserializeSeed<'de> for Votes<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Votes<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(KEYS)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        let mut option = 0;
        while map.next_key_seed(Words(&mut |name| option = self.names.number(name)))?.is_some() {
            let Given(value) = map.next_value()?;
            self.marks.push(Mark { option, value });
        }
        Ok(())
    }
}

/// What an option was given: a whole number, or something that makes the ballot invalid.
struct Given(Option<u32>);

impl<'de> Deserialize<'de> for Given {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Number)
    }
}

struct Number;

impl Visitor<'_> for Number {
    type Value = Given;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(WHOLE)
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Given, E> {
        Ok(Given(u32::try_from(number).ok()))
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<Given, E> {
        Ok(Given(u32::try_from(number).ok()))
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<Given, E> {
        let whole = number.fract() == 0.0 && (0.0..=f64::from(u32::MAX)).contains(&number);
        Ok(Given(whole.then_some(number as u32)))
    }
}

struct Groups<'a> {
    numbers: &'a mut Numbers,
    groups: &'a mut Vec<u32>,
    pair: &'a mut String,
}

impl<'de> DeserializeSeed<'de> for Groups<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        deserializer.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Groups<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(KEYS)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        while let Some(key) = map.next_key::<Cow<'_, str>>()? {
            self.pair.clear();
            self.pair.push_str(&key);
            self.pair.push('=');
            map.next_value_seed(Words(&mut |value| self.pair.push_str(value)))?;
            self.groups.push(self.numbers.number(self.pair));
        }
        Ok(())
    }
}
