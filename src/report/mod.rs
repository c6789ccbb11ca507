//! Writing outcomes: one model of the report, one file a format.
//!
//! All of it is a pure function of the state: the same set of events gives the same bytes, in whatever order it was taken
//! in. [`model::Model`] decides what may be seen in which edition; the formats only write down what they find in it.
//!
//! Three rules hold in every edition: an open vote shows its turnout and nothing else, what is off the record stands
//! nowhere ([`record`]), and of a secret vote nobody learns who voted what.

pub mod csv_tables;
pub mod decided;
pub mod export;
pub mod findings;
pub mod json;
pub mod markdown;
pub mod model;
pub mod outcome;
pub mod pabulib;
pub mod papers;
pub mod plan;
pub mod record;
pub mod show;
mod words;
pub mod worth;

#[cfg(test)]
mod tests;

use crate::language::Tongue;
use crate::workshop::Workshop;
use crate::workshop::drift::DayDrift;

pub use export::{Formats, Languages, Progress, files};
pub use json::What;
pub use model::{Edition, Model};

/// How a day went against its plan in words: by how much it ended later or earlier, and each cause by itself.
pub fn day_in_words(workshop: &Workshop, tongue: &Tongue, day: &DayDrift) -> (String, Vec<String>) {
    words::drift_parts(tongue, &model::Day::of(workshop, day))
}
