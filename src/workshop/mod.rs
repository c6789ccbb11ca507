//! The domain: what a workshop is, what may be done to it, and what then has happened.
//!
//! Pure: no terminal, file, network, clock or randomness. Time and seeds are handed in.
//!
//! [`command`] is what somebody wants, [`decide`] says what then happens or refuses, [`event`] is what happened, and
//! [`Workshop::apply`] makes a [`Workshop`] of any set of events, in any order. Each noun has a folder: its verbs in `commands`, what
//! can happen to it in `events`, its decisions in `decide`, its state and what events mean for that at the head.

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

/// The fields of a noun, once: what an event sets, which writes that replaces, and how many versions there are follow from this list.
///
/// `said` names a field of the event where that is another name; `beside` are those that are taken in some other way, so that the
/// compiler knows whether one was forgotten. What is behind `also` is written in a way of its own and can have
/// several versions all the same; without it a conflict would be settled silently.
macro_rules! fields {
    (
        $noun:ident from $set:ident { $($field:ident $(said $said:ident)?),* }
        beside { $($beside:ident),* } also { $($also:ident),* }
    ) => {
        const _: () = assert!(
            [$(stringify!($field),)* $(stringify!($beside)),*].len()
                == <$set as $crate::workshop::event::Payload>::FIELDS.len(),
            concat!("fields! of ", stringify!($noun), " leaves out a field of ", stringify!($set))
        );

        impl $noun {
            /// Writes those of the fields that the event sets.
            pub(in crate::workshop) fn set_fields(
                &mut self,
                ctx: $crate::workshop::register::WriteContext<'_>,
                set: &$set,
                who: &std::sync::Arc<str>,
            ) {
                use $crate::workshop::register::Field as _;
                $(if let Some(value) = &$crate::workshop::fields!(@said set $field $($said)?) {
                    self.$field.put(ctx, value, who);
                })*
            }

            /// The events that a change of these fields replaces.
            pub(in crate::workshop) fn over_fields(&self, set: &$set, into: &mut Vec<$crate::workshop::id::EventId>) {
                use $crate::workshop::register::Field as _;
                $(if let Some(value) = &$crate::workshop::fields!(@said set $field $($said)?) {
                    self.$field.replaced_by(value, into);
                })*
            }

            /// The most versions that any of its fields has: 2 and more is a conflict.
            pub fn versions(&self) -> u32 {
                [1, $(self.$field.versions(),)* $(self.$also.versions()),*].into_iter().max().unwrap_or(1)
            }
        }
    };
    (@said $set:ident $field:ident) => { $set.$field };
    (@said $set:ident $field:ident $said:ident) => { $set.$said };
}
pub(crate) use fields;
