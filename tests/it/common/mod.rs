//! What the laws of the domain are tested with: laptops that obey `decide`, random requests, and a canonical dump.

pub mod device;
pub mod dump;
pub mod requests;
