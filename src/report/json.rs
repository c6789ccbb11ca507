//! The report as JSON; its shape is told in `docs/json.md`.

use serde::Serialize;
use serde_json::{Map, Value};

use crate::workshop::Workshop;

use super::model::{Edition, Model};

/// What is to be shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum What {
    /// Everything.
    All,
    /// The agenda.
    Agenda,
    /// The participants.
    People,
    /// Rounds, rooms, who sits where.
    Groups,
    /// Ideas and the parking lot.
    Ideas,
    /// Proposals with their source ideas.
    Proposals,
    /// Votes and results.
    Votes,
    /// Commitments.
    Commitments,
    /// The report, which holds everything too.
    Report,
}

impl What {
    /// Those that have a name on the command line; without any it is [`What::All`].
    pub const NAMED: [Self; 8] = [
        Self::Agenda,
        Self::People,
        Self::Groups,
        Self::Ideas,
        Self::Proposals,
        Self::Votes,
        Self::Commitments,
        Self::Report,
    ];

    /// The model that it is told from.
    pub(super) fn model(self, workshop: &Workshop) -> Model {
        match self {
            Self::All | Self::Report | Self::Ideas => Model::of(workshop, Edition::Internal),
            _ => Model::without_ideas(workshop, Edition::Internal),
        }
    }

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::Agenda => "agenda",
            Self::People => "people",
            Self::Groups => "groups",
            Self::Ideas => "ideas",
            Self::Proposals => "proposals",
            Self::Votes => "votes",
            Self::Commitments => "commitments",
            Self::Report => "report",
        }
    }

    /// What goes by this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMED.into_iter().chain([Self::All]).find(|what| what.name() == name)
    }
}

/// A part of the workshop, for its organisers.
pub fn view(workshop: &Workshop, what: What) -> Value {
    of(&what.model(workshop), what)
}

/// A part of a model.
pub fn of(model: &Model, what: What) -> Value {
    let mut map = Map::new();
    match what {
        // The whole model is the report: one shape for both, and for the exported file.
        What::All | What::Report => return value(model),
        What::Agenda => {
            put(&mut map, "meeting", &model.meeting);
            put(&mut map, "agenda", &model.agenda);
            if !model.drift.is_empty() {
                put(&mut map, "drift", &model.drift);
            }
        }
        What::People => put(&mut map, "people", &model.people),
        What::Groups => {
            put(&mut map, "groups", &model.groups);
            if let Some(rules) = &model.group_rules {
                put(&mut map, "group_rules", rules);
            }
        }
        What::Ideas => {
            put(&mut map, "ideas", &model.ideas);
            if let Some(count) = model.off_record {
                put(&mut map, "off_record", &count);
            }
        }
        What::Proposals => put(&mut map, "proposals", &model.proposals),
        What::Votes => put(&mut map, "votes", &model.votes),
        What::Commitments => put(&mut map, "commitments", &model.commitments),
    }
    Value::Object(map)
}

fn put(map: &mut Map<String, Value>, name: &str, part: &impl Serialize) {
    map.insert(name.to_owned(), value(part));
}

/// The model has neither maps with keys that are no text nor numbers that JSON cannot write, so this never fails; a
/// threshold that is not a number is written as null.
fn value(part: &impl Serialize) -> Value {
    serde_json::to_value(part).unwrap_or(Value::Null)
}

/// The file `session.json`: pretty, and with a line end.
pub fn pretty(model: &Model) -> Vec<u8> {
    let mut bytes = serde_json::to_vec_pretty(&of(model, What::All)).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}
