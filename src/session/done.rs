//! What a command did.

use crate::workshop::id::EventId;

/// What a command did.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Done {
    /// The name by which what was made can be found.
    pub made: Option<String>,
    pub events: Vec<EventId>,
    /// What is told of a secret vote and stands in no file.
    pub told: Told,
}

/// What else an answer tells of a secret vote; none of it stands in any file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Told {
    /// The number of the paper that was entered.
    pub paper: Option<u32>,
    /// The phrase that opens the vote should this laptop be lost: shown once.
    pub phrase: Option<String>,
}
