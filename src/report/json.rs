//! The report as JSON; its shape is told in `docs/json.md`.

use std::collections::BTreeMap;
use std::io::{self, Write};

use serde::ser::{Error, SerializeMap as _, SerializeSeq as _};
use serde::{Serialize, Serializer};

use super::model::Model;
use crate::workshop::Workshop;

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
    pub(crate) const NAMED: [Self; 8] = [
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
    pub fn model(self, workshop: &Workshop) -> Model {
        let all = matches!(self, Self::All | Self::Report);
        Model::with_parts(workshop, all || self == Self::Ideas, all || self == Self::Votes)
    }

    /// Its name on the command line.
    pub(crate) const fn name(self) -> &'static str {
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
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::NAMED.into_iter().chain([Self::All]).find(|what| what.name() == name)
    }
}

/// A part of a model as JSON with its keys in order. The elements of its lists are made one at a time: as a tree, a long session
/// takes many times the bytes of its text.
pub struct Json<'a> {
    model: &'a Model,
    what: What,
    covers: Option<BTreeMap<String, u64>>,
}

impl<'a> Json<'a> {
    /// A part of a model.
    pub fn of(model: &'a Model, what: What) -> Self {
        Self { model, what, covers: None }
    }

    /// All of it, with the number of lines of each run that it was made of, by the run's name.
    pub(crate) fn covering(model: &'a Model, covers: BTreeMap<String, u64>) -> Self {
        Self { model, what: What::All, covers: Some(covers) }
    }

    /// Writes it, pretty and with a line end.
    ///
    /// # Errors
    /// The writer's.
    pub(crate) fn write(&self, mut out: impl Write) -> io::Result<()> {
        serde_json::to_writer_pretty(&mut out, self)?;
        out.write_all(b"\n")
    }

    /// The same in memory.
    pub fn bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        // Memory refuses nothing.
        let _ = self.write(&mut bytes);
        bytes
    }
}

impl Serialize for Json<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Model {
            agenda,
            commitments,
            drift,
            edition,
            group_rules,
            groups,
            ideas,
            meeting,
            off_record,
            people,
            proposals,
            vocabulary,
            votes,
        } = self.model;
        // The whole model is the report: one shape for both, and for the exported file.
        let all = matches!(self.what, What::All | What::Report);
        let asked = |part: What| all || self.what == part;
        let mut map = serializer.serialize_map(None)?;
        if asked(What::Agenda) {
            map.serialize_entry("agenda", &OneByOne(agenda))?;
        }
        if asked(What::Commitments) {
            map.serialize_entry("commitments", &OneByOne(commitments))?;
        }
        if let Some(covers) = &self.covers {
            map.serialize_entry("covers", covers)?;
        }
        if asked(What::Agenda) && !drift.is_empty() {
            map.serialize_entry("drift", &OneByOne(drift))?;
        }
        if all {
            map.serialize_entry("edition", edition)?;
        }
        if let Some(rules) = group_rules.as_ref().filter(|_| asked(What::Groups)) {
            map.serialize_entry("group_rules", &in_order(rules)?)?;
        }
        if asked(What::Groups) {
            map.serialize_entry("groups", &OneByOne(groups))?;
        }
        if asked(What::Ideas) {
            map.serialize_entry("ideas", &OneByOne(ideas))?;
        }
        if asked(What::Agenda) {
            map.serialize_entry("meeting", &in_order(meeting)?)?;
        }
        if let Some(count) = off_record.filter(|_| asked(What::Ideas)) {
            map.serialize_entry("off_record", &count)?;
        }
        if asked(What::People) {
            map.serialize_entry("people", &OneByOne(people))?;
        }
        if asked(What::Proposals) {
            map.serialize_entry("proposals", &OneByOne(proposals))?;
        }
        if all {
            map.serialize_entry("vocabulary", &OneByOne(vocabulary))?;
        }
        if asked(What::Votes) {
            map.serialize_entry("votes", &OneByOne(votes))?;
        }
        map.end()
    }
}

struct OneByOne<'a, T>(&'a [T]);

impl<T: Serialize> Serialize for OneByOne<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.len()))?;
        for part in self.0 {
            list.serialize_element(&in_order(part)?)?;
        }
        list.end()
    }
}

/// The same with its keys in order.
fn in_order<E: Error>(part: &impl Serialize) -> Result<serde_json::Value, E> {
    serde_json::to_value(part).map_err(E::custom)
}
