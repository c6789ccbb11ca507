//! What the laws of the domain are tested with: laptops that obey `decide`, random requests, and a canonical dump.
#![allow(dead_code, reason = "each test file uses its part")]

pub mod device;
pub mod dump;
pub mod requests;
