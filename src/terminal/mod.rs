//! The terminal as a thing that is borrowed and given back.

pub mod capability;
pub mod clipboard;
pub mod guard;
mod modes;
#[cfg(unix)]
mod pasted;
pub mod signals;
mod typed;

pub use capability::colour_depth;
pub use guard::{Guard, Suspension, TerminalError};
pub use signals::{Signals, TerminalSignal};
pub(crate) use typed::{Source, Typed};
