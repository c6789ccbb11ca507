//! The shape of a vote as it is handed in: JSON, every key known by name.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Deserialize;

use super::ballots::Ballots;

/// A vote: what is voted on, how, and the ballots.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(title = "Talkoot tally: instance")]
pub struct Instance {
    /// What can be voted for, none twice.
    pub options: Vec<String>,
    /// How people vote.
    pub method: MethodSpec,
    /// Dots a ballot; needed for the method `dots`.
    #[serde(default)]
    pub dots: Option<u32>,
    /// Dots of one ballot on one option; without it, as many as `dots`.
    #[serde(default)]
    pub cap: Option<u32>,
    /// How many options go forward.
    pub seats: u32,
    /// What happens to a tie on the cut line.
    #[serde(default)]
    pub tie: TieSpec,
    /// Where chance begins: of the lot, and of the ballots drawn again.
    #[serde(default)]
    pub seed: u64,
    /// The share of those who agree from which on an option counts as agreed, taken as the decimal number that is written.
    #[serde(default = "three_quarters")]
    pub threshold: f64,
    /// What each option costs, in whole units, for the Method of Equal Shares; without it each costs 1.
    #[serde(default)]
    pub costs: Option<BTreeMap<String, u64>>,
    /// The budget in the same units; needed with `costs`, else it is `seats`.
    #[serde(default)]
    pub budget: Option<u64>,
    /// The ballots.
    #[schemars(with = "Vec<super::ballots::BallotSpec>")]
    pub ballots: Ballots,
}

fn three_quarters() -> f64 {
    0.75
}

/// How people vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum MethodSpec {
    /// Dots with a budget and a cap.
    Dots,
    /// 1 for each option that is approved of.
    Approval,
    /// A score from 1 to 5.
    Score,
    /// A rank, 1 being best; equal ranks are allowed, and options may be left out.
    Rank,
    /// Kaner's gradients of agreement, from 1 (endorse) to 8 (block).
    Gradients,
    /// 1 yes, 2 no, 3 abstain, 4 block.
    Consent,
}

/// What happens to a tie on the cut line.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum TieSpec {
    /// All tied go forward.
    All,
    /// Those with more supporters; where these are equal too, a run-off is owed.
    Supporters,
    /// A lot drawn from the seed.
    Lot,
    /// A run-off among the tied is owed.
    #[default]
    Runoff,
}
