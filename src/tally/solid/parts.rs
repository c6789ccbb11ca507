//! Groups of voters, and the result without one of them.

use crate::tally::cut::{Settled, Tie, settle};
use crate::tally::groups::FEWEST;
use crate::tally::points::{Points, Totals};
use crate::tally::profile::Profile;

/// Which groups the voters are in: for each number that stands at a ballot ([`crate::tally::profile::Cast::group`]), the groups.
#[derive(Debug, Clone, Default)]
pub struct Memberships {
    /// How many groups.
    pub groups: usize,
    /// For each number of a ballot, its groups, none twice.
    pub of: Vec<Vec<u32>>,
}

/// The ballots of each group that is large enough to be looked at.
#[derive(Debug, Clone, Default)]
pub struct Parts {
    /// For each group, how many of each kind of ballot, by kind; empty for groups of fewer than [`FEWEST`] ballots.
    pub(in crate::tally) ballots: Vec<Vec<(u32, u64)>>,
}

impl Parts {
    /// Puts the ballots of a profile into their groups.
    pub fn of(profile: &Profile, memberships: &Memberships) -> Self {
        let mut sizes = vec![0_usize; memberships.groups];
        let groups_of = |group: u32| memberships.of.get(group as usize).map_or(&[][..], Vec::as_slice);
        for group in profile.casts().iter().flat_map(|cast| groups_of(cast.group)) {
            if let Some(size) = sizes.get_mut(*group as usize) {
                *size += 1;
            }
        }
        let mut kinds: Vec<Vec<u32>> = vec![Vec::new(); memberships.groups];
        for cast in profile.casts() {
            for group in groups_of(cast.group) {
                let large = sizes.get(*group as usize).is_some_and(|size| *size >= FEWEST);
                if let Some(kinds) = kinds.get_mut(*group as usize).filter(|_| large) {
                    kinds.push(cast.kind);
                }
            }
        }
        let counted = |mut kinds: Vec<u32>| {
            kinds.sort_unstable();
            let runs = kinds.chunk_by(|a, b| a == b);
            runs.filter_map(|run| Some((*run.first()?, run.len() as u64))).collect()
        };
        Self { ballots: kinds.into_iter().map(counted).collect() }
    }

    /// How many ballots a group has; 0 for those too small to be looked at.
    pub(crate) fn size(&self, group: usize) -> u64 {
        self.ballots.get(group).map_or(0, |kinds| kinds.iter().map(|(_, times)| times).sum())
    }

    /// For each group of at least [`FEWEST`] ballots, the result without it, where at least as many ballots remain. It
    /// tells no totals, so that those of a smaller group cannot be found by subtraction.
    pub fn without(
        &self,
        points: &Points,
        totals: &Totals,
        seats: usize,
        tie: Tie,
    ) -> Vec<(usize, Settled<u32>)> {
        let all: u64 = points.weights.iter().sum();
        let mut results = Vec::new();
        for (group, kinds) in self.ballots.iter().enumerate() {
            let size = self.size(group);
            if size < FEWEST as u64 || all.saturating_sub(size) < FEWEST as u64 {
                continue;
            }
            let part = points.totals_of(kinds.iter().map(|(kind, times)| (*kind as usize, *times)));
            results.push((group, settle(&totals.without(&part).rows(), seats, tie)));
        }
        results
    }
}
