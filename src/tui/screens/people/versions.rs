//! What two laptops said concurrently about somebody.

use std::sync::Arc;

use super::forms;
use crate::language::Messages;
use crate::tui::screens::shared::conflicts::{Conflicts, Version};
use crate::tui::screens::shared::naming;
use crate::workshop::Workshop;
use crate::workshop::command::{Arrival, Request};
use crate::workshop::id::EventId;
use crate::workshop::people::commands::{PersonArrive, PersonChange, PersonLeave};

/// The versions of whatever has several.
pub(crate) fn versions(workshop: &Workshop, messages: &Messages, of: EventId) -> Vec<Version> {
    let Some(person) = workshop.people.get(of) else { return Vec::new() };
    let name: Arc<str> = workshop.people.label(of).as_ref().into();
    let none = || PersonChange { person: name.clone(), ..PersonChange::default() };
    let change = |change: PersonChange| -> Request { change.into() };
    Conflicts::of(workshop)
        .text(["people-field-name-en", "people-field-name-ru"], &person.name, |text| {
            change(PersonChange { name: Some(text), ..none() })
        })
        .text(
            ["people-field-organisation-en", "people-field-organisation-ru"],
            &person.organisation,
            |text| change(PersonChange { organisation: Some(text), ..none() }),
        )
        .field(
            "people-field-kind",
            &person.kind,
            |kind| naming::term(workshop, kind, messages.lang()),
            |kind| change(PersonChange { kind: Some(kind.clone()), ..none() }),
        )
        .field("people-field-country", &person.country, ToString::to_string, |country| {
            change(PersonChange { country: Some(country.clone()), ..none() })
        })
        .field(
            "people-field-languages",
            &person.languages,
            |list| naming::joined(list),
            |list| change(PersonChange { languages: Some(list.clone()), ..none() }),
        )
        .field(
            "people-field-role",
            &person.role,
            |role| forms::role_in(role, messages),
            |role| change(PersonChange { role: Some(role.clone()), ..none() }),
        )
        .field("people-field-arrives", &person.arrives, ToString::to_string, |day| {
            change(PersonChange { arrives: Some(Arrival::Day((*day).max(1))), ..none() })
        })
        .field(
            "people-presence",
            &person.presence,
            |here| messages.say(if *here { "people-is-here" } else { "people-is-away" }),
            |here| {
                let person = name.clone();
                if *here { PersonArrive { person }.into() } else { PersonLeave { person }.into() }
            },
        )
        .versions
}
