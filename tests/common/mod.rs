//! What the laws of the domain are tested with: laptops that obey `decide`, random requests, and a canonical dump.
#![allow(dead_code, unreachable_pub, reason = "each test file uses its part")]
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test says what it missed")]

pub mod device;
pub mod dump;
pub mod requests;
