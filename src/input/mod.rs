//! From the hand to a key, on whatever keyboard layout, and from the key to what is meant.

pub(crate) mod field;
pub(crate) mod key;
pub mod keys;
pub(crate) mod layout;

pub(crate) use key::Code;
pub use key::Key;
pub(crate) use keys::Action;
pub use keys::Context;
pub(crate) use layout::{Focus, readings};
