//! What can be done, as it is asked for.

use std::sync::Arc;

use crate::workshop::command::{Arrival, verb_table};
use crate::workshop::text::Text;

verb_table! {
    /// What can be done to the roster.
    PeopleCommand
    /// Adds somebody to the roster.
    "person.add" person_add => PersonAdd {
        /// The name, or what the seat stands for.
        name: Text,
        /// The organisation.
        organisation ?_: Text,
        /// The kind of participant: a term of the vocabulary or a word of one's own.
        kind ?_: Arc<str>,
        /// The country.
        country ?_: Arc<str>,
        /// The languages spoken, best first, as codes (`en`, `ru`).
        languages ?_: Vec<Arc<str>>,
        /// `participant`, `interpreter`, `host`, `facilitator`, `rapporteur`, or a word of one's own.
        role ?_: Arc<str>,
        /// The day (from 1) or date of arrival, for whoever is not there from the beginning.
        arrives ?_: Arrival,
    }
    /// Changes what is known of somebody; an empty text or list clears a field.
    "person.change" person_change => PersonChange {
        /// Whom.
        person: Arc<str>,
        /// The name.
        name ?_: Text,
        /// The organisation.
        organisation ?_: Text,
        /// The kind of participant.
        kind ?_: Arc<str>,
        /// The country.
        country ?_: Arc<str>,
        /// The languages spoken, best first.
        languages ?_: Vec<Arc<str>>,
        /// The role.
        role ?_: Arc<str>,
        /// The day or date of arrival.
        arrives ?_: Arrival,
    }
    /// Marks somebody present.
    "person.arrive" person_arrive => PersonArrive {
        /// Whom.
        person: Arc<str>,
    }
    /// Marks somebody away.
    "person.leave" person_leave => PersonLeave {
        /// Whom.
        person: Arc<str>,
    }
    /// Takes somebody off the roster.
    "person.remove" person_remove => PersonRemove {
        /// Whom.
        person: Arc<str>,
    }
}
