//! Decisions about votes.

mod ballots;
mod frozen;
mod gates;
mod hands;
mod numbers;
mod prepare;
mod stages;

pub(crate) use gates::GateState;
pub use gates::{Gate, gates, open_gates};
pub(crate) use hands::unheard;
pub(crate) use numbers::expected_voters;

use super::{Stage, Vote};
use crate::workshop::decide::{Decider, check};
use crate::workshop::id::EventId;
use crate::workshop::refusal::Refusal;
pub(crate) use ballots::marks;

impl Decider<'_> {
    /// The vote of this name, if it has come just so far.
    fn vote_in(&self, name: &str, stage: Stage) -> Result<(EventId, &Vote), Refusal> {
        let of = check::find(&self.workshop.votes, "vote", name)?;
        let Some(vote) = self.workshop.votes.get(of) else { return Err(Refusal::unknown("vote", name)) };
        if vote.stage() == stage {
            return Ok((of, vote));
        }
        let message = match vote.stage() {
            Stage::Prepared => "refused-vote-not-open",
            Stage::Open => "refused-vote-open",
            Stage::Closed => "refused-vote-closed",
            Stage::Revealed => "refused-vote-revealed",
        };
        Err(Refusal::state(message, name))
    }
}
