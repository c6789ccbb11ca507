//! The rules of one round as a formula of propositional logic, for the two questions that a search cannot answer: which wishes
//! contradict one another ([`contradiction`]), and what the smallest change is (`super::repair`).
//!
//! Every wish has a literal that switches its clauses on, so that wishes can be given up one by one and a solver names those
//! that do not go together.

#[cfg(test)]
mod checks;
pub(super) mod contradiction;
pub(super) mod formula;
mod speech;

pub(super) use contradiction::can_be_met;
pub(crate) use contradiction::{Contradiction, GivenUp, contradictions};

/// A single wish about a round, as it can be kept or given up.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Wish {
    /// A room has at least so many people.
    Min {
        room: usize,
        /// The fewest.
        min: usize,
    },
    /// A room takes at most so many people.
    Max {
        room: usize,
        /// The most.
        max: usize,
    },
    /// Somebody is held in a room.
    Held { person: usize, room: usize },
    /// Somebody is host of a room.
    Host { person: usize, room: usize },
    /// No two of these people sit in one room.
    Apart {
        /// Those of them who are there.
        people: Vec<usize>,
    },
    /// These people sit in one room.
    Together {
        /// Those of them who are there.
        people: Vec<usize>,
    },
    /// A room has a common working language, or interpreters among its people who reach all, or is interpreted.
    Language { room: usize },
    /// No more rooms than these can be interpreted.
    Interpreted {
        /// How many.
        rooms: usize,
    },
    /// None of these people sits where nobody else speaks a language of theirs.
    NotAlone {
        /// Those who are there and speak the same.
        people: Vec<usize>,
    },
}

impl Wish {
    /// Its name, for programs.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::Min { .. } => "min",
            Self::Max { .. } => "max",
            Self::Held { .. } => "held",
            Self::Host { .. } => "host",
            Self::Apart { .. } => "apart",
            Self::Together { .. } => "together",
            Self::Language { .. } => "language",
            Self::Interpreted { .. } => "interpreters",
            Self::NotAlone { .. } => "alone",
        }
    }

    /// The people concerned.
    pub(crate) fn people(&self) -> Vec<usize> {
        match self {
            Self::Held { person, .. } | Self::Host { person, .. } => vec![*person],
            Self::Apart { people } | Self::Together { people } | Self::NotAlone { people } => people.clone(),
            _ => Vec::new(),
        }
    }

    /// The room concerned, if it is about one.
    pub(crate) const fn room(&self) -> Option<usize> {
        match self {
            Self::Min { room, .. }
            | Self::Max { room, .. }
            | Self::Held { room, .. }
            | Self::Host { room, .. }
            | Self::Language { room } => Some(*room),
            _ => None,
        }
    }
}
