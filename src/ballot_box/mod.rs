//! The ballot box of a secret vote: what keeps a ballot unread until the vote is closed.
//!
//! A ballot is sealed to the vote's public key (`seal`) before it becomes a line of the session file, on whatever laptop it was
//! entered. The private key lies in the state directory of the laptop that opened the vote and, wrapped by a phrase that is shown
//! once (`phrase`), in `keys/` beside the log (`places`). What a laptop has to remember of the ballots entered on it until the
//! closing stands in its state directory (`memory`). Nothing here decides anything: that is the domain's.

mod memory;
mod phrase;
mod places;
mod seal;

pub(crate) use memory::{Change, Checked, Entry, Memory};
pub use phrase::unwrap;
pub(crate) use phrase::{phrase, wrap};
pub(crate) use places::Places;
pub(crate) use seal::{Secret, generate, open, seal, tag};
