//! The terminal as a thing that is borrowed and given back.

pub mod capability;
pub mod clipboard;
pub mod guard;
mod hangup;
mod modes;
pub mod signals;

pub use capability::colour_depth;
pub use guard::{Guard, Suspension, TerminalError};
pub use signals::{Signals, TerminalSignal};
