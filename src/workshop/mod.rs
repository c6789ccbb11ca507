//! The domain: what a workshop is, what may be done to it, and what then has happened.
//!
//! Pure: no terminal, file, network, clock or chance. Time and seeds are handed in.

pub mod clean;
pub mod id;
pub mod stamp;
