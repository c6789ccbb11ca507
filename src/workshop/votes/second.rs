//! What was typed a second time of a vote that is not sealed, and what came of it.

use std::collections::{BTreeMap, BTreeSet};

use super::second_entry::{Difference, Reading, SecondEntry};
use super::{Stage, Vote, Voter, Votes};
use crate::workshop::id::EventId;
use crate::workshop::register::Register;
use crate::workshop::stamp::Stamp;

/// A ballot that was typed a second time.
#[derive(Debug, Clone)]
pub(super) struct Check {
    pub voter: Voter,
    pub stamp: Stamp,
    pub votes: Votes,
    pub counts: bool,
}

impl Vote {
    fn checks(&self) -> impl Iterator<Item = (EventId, &Check)> {
        self.checks.iter().filter(|(_, check)| check.counts).map(|(id, check)| (*id, check))
    }

    /// Whether anything was typed a second time.
    pub fn has_checks(&self) -> bool {
        self.checks().next().is_some() || self.secrets.checks().next().is_some()
    }

    /// Whose ballots are known to have been typed a second time.
    pub fn checked(&self) -> BTreeSet<Voter> {
        let open = self.checks().map(|(_, check)| check.voter);
        open.chain(self.secrets.here.checked.iter().copied()).collect()
    }

    /// What a second entry has found. Of a vote that is closed: what its closing recorded. Of an open one whose ballots are sealed: what
    /// the keys on this laptop tell, which no event says. None where nothing was typed twice, or where that is not known.
    pub fn second_entry(&self) -> Option<SecondEntry> {
        if self.stage() >= Stage::Closed {
            return self.second_at_closing();
        }
        if self.public_key().is_some() {
            return self.secrets.here.second.clone();
        }
        if self.has_hands() || self.checks().next().is_none() {
            return None;
        }
        let mut checks: BTreeMap<Voter, Vec<Reading<'_>>> = BTreeMap::new();
        for (id, check) in self.checks() {
            let reading = Reading { at: (check.stamp, id), votes: &check.votes };
            checks.entry(check.voter).or_default().push(reading);
        }
        let voters: BTreeSet<Voter> = self.ballots.keys().chain(checks.keys()).copied().collect();
        let mut second = SecondEntry::default();
        for voter in voters {
            let ballot = self.ballots.get(&voter);
            let entered: Vec<Reading<'_>> = ballot
                .into_iter()
                .flat_map(Register::counting)
                .map(|write| Reading { at: (write.stamp, write.by), votes: &write.value })
                .collect();
            let stands = ballot.map(Register::alive).unwrap_or_default();
            let stands: Vec<&Votes> = stands.into_iter().map(|write| &write.value).collect();
            let checks = checks.get(&voter).map(Vec::as_slice).unwrap_or_default();
            second.take(voter, &entered, &stands, checks);
        }
        Some(second)
    }

    /// Of two closings the one that compared more, then the one that came first.
    fn second_at_closing(&self) -> Option<SecondEntry> {
        let told = self.closings.iter().filter(|(_, closing)| closing.counts).filter_map(|(id, closing)| {
            let told = closing.second.as_ref()?;
            Some(((told.agree, told.differ.len(), std::cmp::Reverse((closing.at, *id))), told))
        });
        let (_, told) = told.max_by(|(a, _), (b, _)| a.cmp(b))?;
        let counted = self.counted();
        let first = |voter: Voter| {
            let found = counted.iter().find(|(counted, _)| *counted == voter);
            found.map(|(_, votes)| (*votes).clone())
        };
        let number = |count: u32| usize::try_from(count).unwrap_or(usize::MAX);
        let differ = told.differ.iter().filter_map(|differs| {
            let voter = differs.seat.map(Voter::Seat).or_else(|| differs.paper.map(Voter::Paper))?;
            let entered = !differs.missing;
            let first = first(voter).filter(|_| entered);
            Some(Difference { voter, entered, first, second: differs.votes.clone() })
        });
        Some(SecondEntry {
            agree: number(told.agree),
            put_right: number(told.put_right),
            differ: differ.collect(),
            unchecked: number(told.unchecked),
        })
    }
}
