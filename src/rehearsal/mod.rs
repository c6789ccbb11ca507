//! The rehearsal: a whole meeting played with made-up participants, into a copy.
//!
//! - [`player::Player`] says what happens next and when, by the agenda alone: no clock, no randomness but its seed. The same workshop and seed
//!   give the same steps. [`agenda`] what a facilitator does with the items · [`late`] what is done when the day
//!   runs late · [`breakouts`] rounds · [`votes`] · [`closing`]
//!   ideas merged and promoted, and commitments · [`people`] who comes, stays away, votes · [`voices`] what is said ·
//!   [`words`] in which words
//! - [`Rehearsal`] carries the steps out on a session, with the session's clock running as fast as is wanted
//! - [`copy`](mod@copy) the session that it is played into

mod agenda;
mod breakouts;
mod closing;
pub(crate) mod copy;
mod late;
mod people;
mod play;
mod player;
mod task;
mod voices;
mod votes;
mod words;

pub(crate) use play::Figures;
pub use play::Rehearsal;
