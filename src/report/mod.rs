//! Writing outcomes: one model of the report, one file a format.
//!
//! All of it is a pure function of the state: the same set of events gives the same bytes, in whatever order it was taken
//! in. [`model::Model`] decides what may be seen in which edition; the formats only write down what they find in it.
//!
//! Three rules hold in every edition: an open vote shows its turnout and nothing else, what is off the record stands
//! nowhere ([`record`]), and of a secret vote nobody learns who voted what.

pub(crate) mod csv_tables;
pub(crate) mod decided;
pub mod export;
pub mod findings;
pub mod json;
pub(crate) mod markdown;
pub(crate) mod model;
pub mod outcome;
pub(crate) mod pabulib;
pub(crate) mod papers;
pub(crate) mod plan;
pub(crate) mod record;
pub(crate) mod show;
#[cfg(test)]
mod tests;
mod words;
pub(crate) mod worth;

use crate::language::Messages;
use crate::workshop::Workshop;
use crate::workshop::drift::DayDrift;

pub use model::Edition;
pub(crate) use model::Model;

/// How a day went against its plan in words: by how much it ended later or earlier, and each cause by itself.
pub(crate) fn day_in_words(
    workshop: &Workshop,
    messages: &Messages,
    day: &DayDrift,
) -> (String, Vec<String>) {
    words::drift_parts(messages, &model::Day::of(workshop, day))
}
