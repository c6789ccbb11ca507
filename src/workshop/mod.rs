//! The domain: what a workshop is, what may be done to it, and what then has happened.
//!
//! Pure: no terminal, file, network, clock or chance. Time and seeds are handed in.
//!
//! [`command`] is what somebody wants, [`decide`] says what then happens or refuses, [`event`] is what happened, and
//! [`Workshop::apply`] makes a [`Workshop`] of any set of events, in any order.

pub mod agenda;
pub(crate) mod alike;
pub(crate) mod clean;
pub mod command;
pub mod commitments;
pub mod decide;
pub mod drift;
pub mod event;
pub mod foresee;
pub mod groups;
mod history;
pub mod id;
pub mod ideas;
pub mod meeting;
mod once;
pub mod paying;
pub mod people;
pub mod plan;
pub mod proposals;
pub(crate) mod range;
pub(crate) mod redact;
pub mod refusal;
pub mod register;
pub mod schedule;
pub mod stamp;
mod state;
pub mod text;
pub mod thing;
pub mod undo;
pub mod votes;

pub use state::Workshop;

use id::EventId;
use register::{Pen, Register};

/// Implements [`thing::Thing`] for a type with the fields `made` and `removed`.
macro_rules! thing_for {
    ($name:ident) => {
        impl Thing for $name {
            fn made(&self) -> &Made {
                &self.made
            }

            fn made_mut(&mut self) -> &mut Made {
                &mut self.made
            }

            fn is_removed(&self) -> bool {
                self.removed.get().copied().unwrap_or(false)
            }
        }
    };
}
use thing_for;

/// Writes a field if the event sets it.
fn put<T: Clone + PartialEq>(register: &mut Register<T>, pen: Pen<'_>, value: Option<&T>) {
    if let Some(value) = value {
        register.write(pen, value.clone());
    }
}

/// Collects the events that setting a field replaces, if it is set.
fn over<T: Clone + PartialEq>(register: &Register<T>, set: bool, into: &mut Vec<EventId>) {
    if set {
        register.over(into);
    }
}
