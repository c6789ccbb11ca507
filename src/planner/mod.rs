//! Breakout groups: who sits in which room, so that people meet those they have not met, in a language they share.
//!
//! Pure and determined: the same [`Problem`], seed and steps give the same plan, on every machine and any number of threads.
//! The field's words: social golfer problem, anticlustering. What counts stands in [`Worth`], level by level, in whole numbers.
//!
//! - [`model`] what is asked · [`constraints`] and [`setup`] the same made ready, contradictions named · [`language`] how a room
//!   can talk · [`meetings`] who met whom · [`even`] sizes where none are said
//! - [`tables`] that people come to once
//! - [`worth`] what a plan of all rounds is worth, from the definition · [`bounds`] what no plan can be better than
//! - [`solve`](mod@solve) all rounds at once: [`design`] perfect mixing by algebra · [`grid`] lines
//!   that earlier rounds left open · [`first`] first plans · [`relabel`] names
//!   exchanged over a design · [`anneal`] seats exchanged · [`seating`] and [`speech`] seats and their running counts
//! - [`preferences`] topics that people rank, by a [`flow`]
//! - [`price`] what moving somebody would cost · [`repair`](mod@repair) the smallest change after a no-show or a latecomer
//! - [`explain`] and [`Unmet`] what could not be had · [`rules`] why not: the wishes that contradict one another
//!
//! What a session asks is put into these numbers by `workshop/decide/asked.rs` alone. [`repair`](mod@repair) and [`rules`] ask a solver
//! for propositional logic behind `rules/formula.rs`.

mod anneal;
mod bounds;
mod cells;
#[cfg(test)]
mod checks;
mod constraints;
mod cooling;
mod design;
mod even;
mod explain;
mod first;
mod flow;
mod grid;
#[cfg(test)]
mod known_plans;
mod language;
mod meetings;
mod model;
mod preferences;
mod price;
pub mod random;
mod relabel;
mod repair;
mod rules;
mod seating;
mod setup;
mod solve;
mod speech;
mod stages;
mod tables;
mod unmet;
#[cfg(test)]
mod whole_checks;
mod worth;

pub use anneal::look_at_exchanges;
pub(crate) use even::evenly;
pub(crate) use explain::{RoomFacts, facts, unmet};
pub use language::LanguageSet;
pub(crate) use language::{LanguageBook, RoomLanguage};
pub(crate) use meetings::Meetings;
pub(crate) use model::{Column, Groups, Held, Order};
pub use model::{Person, Problem, Room, Round, Rules};
pub use preferences::topic_prices;
pub(crate) use price::{Price, move_prices};
pub(crate) use repair::Repaired;
pub use repair::repair;
pub(crate) use rules::{Contradiction, GivenUp, Wish, contradictions};
pub use solve::{Alone, Search, Solution, Unwatched, solve};
pub(crate) use solve::{Crew, Watch, judge, steps_of};
pub(crate) use tables::{Tables, people_only, with_tables};
pub(crate) use unmet::Unmet;
pub(crate) use worth::{Worth, measure_all};
