//! The participants.

use std::sync::Arc;

use serde::Serialize;

use super::versions::Versions;
use super::{View, label};
use crate::workshop::people;
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;

/// A participant. In the public edition the fields after the country are empty.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Person {
    /// The id of the seat.
    pub id: String,
    /// The name, or what the seat stands for.
    pub name: Text,
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub organisation: Text,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub country: String,
    /// The kind of participant, as a term.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// Languages, best first.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub languages: Vec<Arc<str>>,
    /// The role; empty for a plain participant.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub role: String,
    /// The day of arrival, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub arrives: Option<u32>,
    /// Whether the person was marked present or away last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub present: Option<bool>,
    /// What is torn.
    #[serde(skip_serializing_if = "Versions::is_empty")]
    pub versions: Versions,
}

pub(super) fn people(view: View<'_>) -> Vec<Person> {
    view.workshop.people.iter().map(|person| one(view, person)).collect()
}

fn one(view: View<'_>, person: &people::Person) -> Person {
    let word = |word: Option<&Arc<str>>| word.map(|word| word.as_ref().to_owned()).unwrap_or_default();
    Person {
        id: label(&view.workshop.people, person.key()),
        name: person.name.text(),
        organisation: person.organisation.text(),
        country: word(person.country.get()),
        kind: view.internal(|_| word(person.kind.get())),
        languages: view.internal(|_| person.languages().to_vec()),
        role: view.internal(|_| person.role().to_owned()),
        arrives: view.internal(|_| Some(person.arrival_day())),
        present: view.internal(|_| person.presence.get().copied()),
        versions: Versions::default()
            .text("name", &person.name)
            .text("organisation", &person.organisation)
            .field("country", &person.country)
            .field("kind", &person.kind)
            .field("languages", &person.languages)
            .field("role", &person.role)
            .field("arrives", &person.arrives)
            .field("present", &person.presence)
            .told(view.edition),
    }
}
