//! Where sessions come from, for the command line and the screens alike: found by a name or a path and opened, or begun.

pub mod carry;
pub mod place;
