//! From the hand to a key, on whatever keyboard layout, and from the key to what is meant.

pub mod key;
pub mod keys;
pub mod layout;

pub use key::{BadKey, Code, Key};
pub use keys::{Action, Context};
pub use layout::{Focus, readings};
