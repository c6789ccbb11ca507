//! From the hand to a key, on whatever keyboard layout.

pub mod key;
pub mod layout;

pub use key::{BadKey, Code, Key};
pub use layout::{Focus, readings};
