//! The ballots that count: different ballots, each with how many people cast it.

use super::method::Method;
use super::table::{Table, row};

/// A ballot that counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Cast {
    /// Which of the different ballots it is.
    pub kind: u32,
    /// The group of its voter.
    pub group: u32,
}

/// The profile of a vote: the valid ballots, each different one stored once.
#[derive(Debug, Clone)]
pub struct Profile {
    options: usize,
    method: Method,
    ends: Vec<usize>,
    marks: Vec<(u32, u32)>,
    weights: Vec<u64>,
    casts: Vec<Cast>,
}

impl Profile {
    /// The profile of ballots whose kinds are rows of a table; rows that nobody cast are left out.
    pub(super) fn of(options: usize, method: Method, table: &Table<(u32, u32)>, casts: Vec<Cast>) -> Self {
        let mut profile =
            Self { options, method, ends: Vec::new(), marks: Vec::new(), weights: Vec::new(), casts };
        let mut weights = vec![0_u64; table.len()];
        for cast in &profile.casts {
            if let Some(weight) = weights.get_mut(cast.kind as usize) {
                *weight += 1;
            }
        }
        let mut numbers = vec![0_u32; table.len()];
        for ((kind, &weight), number) in (0_u32..).zip(&weights).zip(&mut numbers).filter(|(w, _)| *w.1 > 0) {
            *number = profile.weights.len() as u32;
            profile.marks.extend_from_slice(table.row(kind));
            profile.ends.push(profile.marks.len());
            profile.weights.push(weight);
        }
        for cast in &mut profile.casts {
            cast.kind = numbers.get(cast.kind as usize).copied().unwrap_or(cast.kind);
        }
        profile
    }

    /// How many options.
    pub(crate) fn options(&self) -> usize {
        self.options
    }

    /// How people voted.
    pub(crate) fn method(&self) -> Method {
        self.method
    }

    /// How many ballots count.
    pub(crate) fn ballots(&self) -> u64 {
        self.casts.len() as u64
    }

    /// Every ballot that counts, in the order in which they came.
    pub(crate) fn casts(&self) -> &[Cast] {
        &self.casts
    }

    /// How often each different ballot was cast; never 0.
    pub(crate) fn weights(&self) -> &[u64] {
        &self.weights
    }

    /// The marks of a different ballot, (option, value) in the order of the options, without those that say nothing.
    pub(crate) fn marks(&self, kind: usize) -> &[(u32, u32)] {
        row(&self.ends, &self.marks, kind)
    }

    /// Each different ballot: how often it was cast, and its marks.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (u64, &[(u32, u32)])> {
        self.weights.iter().enumerate().map(|(kind, weight)| (*weight, self.marks(kind)))
    }
}
