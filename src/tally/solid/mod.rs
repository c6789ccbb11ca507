//! How solid a result is: how few ballots would change it, whether it stands without one group, under other rules, and if the
//! ballots are drawn again.
//!
//! Two results are the same if the same options go forward and the same ones owe a run-off ([`super::Settled::goes`]).

#[cfg(test)]
mod checks;
mod flip;
mod parts;
mod resample;
mod rules;

pub use flip::flip;
pub use parts::{Memberships, Parts};
pub use resample::resampled;
pub(crate) use rules::MOST_IN_PAIRS;
pub use rules::rules;

/// How often the ballots are drawn again.
pub(crate) const RESAMPLES: u32 = 1_000;
