//! The terminal as a thing that is borrowed and given back.

pub(crate) mod capability;
pub(crate) mod clipboard;
pub(crate) mod guard;
mod modes;
mod pasted;
pub(crate) mod signals;
mod typed;

#[cfg(unix)]
pub use guard::{Guard, Suspension, TerminalError};
pub use signals::{Signals, TerminalSignal};
pub(crate) use typed::{Source, Typed};
