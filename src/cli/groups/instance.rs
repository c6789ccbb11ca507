//! The shape of a problem of groups as it is handed in: JSON, every key known by name.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;

/// A problem of groups: people, rounds of rooms, and what is asked of them.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Talkoot groups: instance")]
pub struct Instance {
    /// Everybody there is.
    pub people: Vec<PersonSpec>,
    /// The rounds, in the order in which they are held.
    pub rounds: Vec<RoundSpec>,
    /// What is asked of every round.
    #[serde(default)]
    pub rules: RulesSpec,
    /// For each person (by id), the topics they want, the dearest first.
    #[serde(default)]
    pub preferences: BTreeMap<String, Vec<String>>,
    /// The groups of rounds already held: a list of rounds, each a list of groups of people's ids.
    #[serde(default)]
    pub history: Vec<Vec<Vec<String>>>,
    /// Seats that are fixed.
    #[serde(default)]
    pub held: Vec<HeldSpec>,
    /// A plan that is changed: for each round, for each room, who sits there. Seats that come out differently are counted
    /// as disturbance.
    #[serde(default)]
    pub before: Vec<Vec<Vec<String>>>,
}

/// One person. Any further key is a column of that name: `organisation`, `kind`, `country`, …
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct PersonSpec {
    /// By which the person is named everywhere else.
    pub id: String,
    /// The languages they work in, by code; none: not known.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Further columns.
    #[serde(flatten)]
    pub columns: BTreeMap<String, Value>,
}

/// One round.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoundSpec {
    /// Its rooms.
    pub rooms: Vec<RoomPlaces>,
    /// How many of its rooms can be interpreted; these need no common language.
    #[serde(default)]
    pub interpreters: usize,
    /// Who is not there (ids).
    #[serde(default)]
    pub absent: Vec<String>,
    /// How long it takes, in minutes. It changes no plan.
    #[serde(default)]
    pub length: Option<u32>,
}

/// One room of a round.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoomPlaces {
    /// By which it is named.
    pub id: String,
    /// The fewest people; none: 0.
    #[serde(default)]
    pub min: Option<usize>,
    /// The most people; none: any number.
    #[serde(default)]
    pub max: Option<usize>,
    /// The topic that it works on.
    #[serde(default)]
    pub topic: Option<String>,
    /// Who stays with it (ids).
    #[serde(default)]
    pub hosts: Vec<String>,
}

/// A fixed seat.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct HeldSpec {
    /// The round, counted from 0.
    pub round: usize,
    /// The room's id.
    pub room: String,
    /// The person's id.
    pub person: String,
}

/// What is asked of every round.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct RulesSpec {
    /// A common working language in every room that is not interpreted.
    pub language: bool,
    /// Groups of people no two of whom may share a room.
    pub apart: Vec<Vec<String>>,
    /// Groups of people who must share a room.
    pub together: Vec<Vec<String>>,
    /// Columns: people with the same value may not share a room.
    pub apart_by: Vec<String>,
    /// Columns to be spread evenly over the rooms, the most important first.
    pub balance: Vec<String>,
    /// Which comes first: meeting new people, or balance.
    pub order: OrderSpec,
    /// Nobody sits where nobody else speaks a language of theirs.
    pub alone: bool,
}

impl Default for RulesSpec {
    fn default() -> Self {
        Self {
            language: true,
            apart: Vec::new(),
            together: Vec::new(),
            apart_by: Vec::new(),
            balance: Vec::new(),
            order: OrderSpec::Mixing,
            alone: false,
        }
    }
}

/// Which of the two comes first.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OrderSpec {
    /// Meeting new people.
    #[default]
    Mixing,
    /// Even shares.
    Balance,
}
