//! Fields for which laptops that were apart wrote different values: all of them, none settled silently.

use std::collections::BTreeMap;

use serde::Serialize;
use serde_json::Value;

use super::{Edition, Model};
use crate::workshop::register::Register;
use crate::workshop::text::Lang;
use crate::workshop::thing::Bilingual;

/// The values alive of each torn field, oldest first; of a text each language apart, as in `title.en`. Empty: no conflict.
#[derive(Debug, Clone, PartialEq, Default, Serialize)]
#[serde(transparent)]
pub struct Versions(BTreeMap<String, Vec<Value>>);

impl Versions {
    /// Whether nothing is torn.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Each torn field with its values.
    pub(crate) fn fields(&self) -> impl Iterator<Item = (&str, &[Value])> {
        self.0.iter().map(|(name, values)| (name.as_str(), values.as_slice()))
    }

    /// The most values that one field has; 1 when nothing is torn.
    pub(crate) fn most(&self) -> usize {
        self.0.values().map(Vec::len).max().unwrap_or(1)
    }

    /// The conflicts are the organisers' to settle, and none of the public's business.
    pub(super) fn told(self, edition: Edition) -> Self {
        if edition.is_internal() { self } else { Self::default() }
    }

    pub(super) fn text(mut self, name: &str, text: &Bilingual) -> Self {
        for lang in Lang::ALL {
            self.put(&format!("{name}.{lang}"), text.of(lang), |form| Some(form.words.as_ref().into()));
        }
        self
    }

    pub(super) fn field<T: Clone + PartialEq + Serialize>(self, name: &str, register: &Register<T>) -> Self {
        self.field_as(name, register, |value| serde_json::to_value(value).ok())
    }

    pub(super) fn field_as<T: Clone + PartialEq>(
        mut self,
        name: &str,
        register: &Register<T>,
        show: impl Fn(&T) -> Option<Value>,
    ) -> Self {
        self.put(name, register, show);
        self
    }

    fn put<T: Clone + PartialEq>(
        &mut self,
        name: &str,
        register: &Register<T>,
        show: impl Fn(&T) -> Option<Value>,
    ) {
        if !register.is_conflicted() {
            return;
        }
        let mut values: Vec<Value> = Vec::new();
        for value in register.alive().iter().filter_map(|write| show(&write.value)) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        if values.len() > 1 {
            self.0.insert(name.to_owned(), values);
        }
    }
}

/// A thing that laptops which were apart left with several versions of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Conflicts {
    /// Its id; empty for the meeting itself.
    pub id: String,
    pub fields: Vec<String>,
}

impl Model {
    /// All that laptops which were apart said differently, for somebody to settle.
    pub(crate) fn conflicts(&self) -> Vec<Conflicts> {
        let mut torn = Vec::new();
        let mut look = |id: &str, versions: &Versions| {
            if !versions.is_empty() {
                let fields = versions.fields().map(|(name, _)| name.to_owned()).collect();
                torn.push(Conflicts { id: id.to_owned(), fields });
            }
        };
        look("", &self.meeting.versions);
        self.vocabulary.iter().for_each(|term| look(&term.id, &term.versions));
        self.agenda.iter().for_each(|item| look(&item.id, &item.versions));
        self.people.iter().for_each(|person| look(&person.id, &person.versions));
        self.groups.iter().for_each(|round| look(&round.id, &round.versions));
        for idea in &self.ideas {
            look(&idea.id, &idea.versions);
            idea.merged.iter().for_each(|below| look(&below.id, &below.versions));
        }
        self.proposals.iter().for_each(|proposal| look(&proposal.id, &proposal.versions));
        self.votes.iter().for_each(|vote| look(&vote.id, &vote.versions));
        self.commitments.iter().for_each(|commitment| look(&commitment.id, &commitment.versions));
        torn
    }
}
