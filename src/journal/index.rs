//! Which lines are known, compactly: for each its digests and where its bytes lie.

use std::collections::{BTreeMap, HashMap};

use super::VersionVector;
use super::digest::Digest;
use super::remark::{Fork, Hole};
use crate::workshop::id::RunId;

/// Where a line lies and what it is chained by.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Spot {
    pub(crate) digest: Digest,
    pub(crate) previous: Digest,
}

/// What putting a line in has shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Put {
    New,
    Repeat,
    Fork,
}

/// One run: what came in order lies flat, what came early waits beside it.
#[derive(Debug, Default)]
struct Run {
    flat: Vec<Spot>,
    early: BTreeMap<u64, Spot>,
    forks: BTreeMap<u64, Vec<Spot>>,
}

impl Run {
    fn get(&self, n: u64) -> Option<&Spot> {
        usize::try_from(n).ok().and_then(|at| self.flat.get(at)).or_else(|| self.early.get(&n))
    }

    fn put(&mut self, n: u64, spot: Spot) -> Put {
        if let Some(known) = self.get(n) {
            if known.digest == spot.digest {
                return Put::Repeat;
            }
            let others = self.forks.entry(n).or_default();
            if others.iter().any(|other| other.digest == spot.digest) {
                return Put::Repeat;
            }
            others.push(spot);
            return Put::Fork;
        }
        if n != self.flat.len() as u64 {
            self.early.insert(n, spot);
            return Put::New;
        }
        self.flat.push(spot);
        while let Some(next) = self.early.remove(&(self.flat.len() as u64)) {
            self.flat.push(next);
        }
        Put::New
    }

    fn all(&self) -> impl Iterator<Item = (u64, &Spot)> {
        (0u64..).zip(&self.flat).chain(self.early.iter().map(|(n, spot)| (*n, spot)))
    }
}

#[derive(Debug, Default)]
pub(crate) struct Index {
    runs: HashMap<RunId, Run>,
}

impl Index {
    pub(crate) fn put(&mut self, run: RunId, n: u64, spot: Spot) -> Put {
        self.runs.entry(run).or_default().put(n, spot)
    }

    pub(crate) fn get(&self, run: RunId, n: u64) -> Option<Spot> {
        self.runs.get(&run)?.get(n).copied()
    }

    /// The last known place before `n`.
    pub(crate) fn last_before(&self, run: RunId, n: u64) -> Option<u64> {
        let run = self.runs.get(&run)?;
        let flat = (run.flat.len() as u64).min(n).checked_sub(1);
        run.early.range(..n).next_back().map(|(early, _)| *early).or(flat)
    }

    /// All lines that stand in one place.
    pub(crate) fn spots(&self, run: RunId, n: u64) -> Vec<Spot> {
        let Some(run) = self.runs.get(&run) else { return Vec::new() };
        run.get(n).into_iter().chain(run.forks.get(&n).into_iter().flatten()).copied().collect()
    }

    /// Takes a run out, and says how many lines of it were known.
    pub(crate) fn forget(&mut self, run: RunId) -> u64 {
        self.runs.remove(&run).map_or(0, |run| run.flat.len() as u64 + run.early.len() as u64)
    }

    pub(crate) fn len(&self) -> usize {
        self.runs.values().map(|run| run.flat.len() + run.early.len()).sum()
    }

    pub(crate) fn vector(&self) -> VersionVector {
        let next = |run: &Run| run.flat.len() as u64;
        self.runs.iter().filter(|(_, run)| next(run) > 0).map(|(id, run)| (*id, next(run))).collect()
    }

    /// The places of which a later line is known but they themselves are not, as ranges.
    pub(crate) fn holes(&self) -> Vec<Hole> {
        let mut holes = Vec::new();
        for (id, run) in &self.runs {
            let mut next = run.flat.len() as u64;
            for n in run.early.keys() {
                if *n > next {
                    holes.push(Hole { run: *id, first: next, last: n - 1 });
                }
                next = n + 1;
            }
        }
        holes.sort_unstable_by_key(|hole| (hole.run, hole.first));
        holes
    }

    /// How many lines of each run are known.
    pub(crate) fn sizes(&self) -> BTreeMap<RunId, u64> {
        let size = |run: &Run| run.flat.len() as u64 + run.early.len() as u64;
        self.runs.iter().map(|(id, run)| (*id, size(run))).collect()
    }

    pub(crate) fn forks(&self) -> Vec<Fork> {
        let mut forks = Vec::new();
        for (id, run) in &self.runs {
            for (n, others) in &run.forks {
                let mut digests: Vec<_> =
                    run.get(*n).into_iter().chain(others).map(|spot| spot.digest).collect();
                digests.sort_unstable();
                forks.push(Fork { run: *id, n: *n, digests });
            }
        }
        forks.sort_unstable_by_key(|fork| (fork.run, fork.n));
        forks
    }

    /// Lines whose `p` is not the digest of any known line before them.
    pub(crate) fn unchained(&self) -> Vec<(RunId, u64)> {
        let mut found = Vec::new();
        for (id, run) in &self.runs {
            for (n, spot) in run.all() {
                let holds = match n.checked_sub(1) {
                    None => spot.previous == Digest::ZERO,
                    Some(before) => run.get(before).is_none_or(|known| {
                        let forked = run.forks.get(&before).into_iter().flatten();
                        std::iter::once(known)
                            .chain(forked)
                            .any(|spot_before| spot_before.digest == spot.previous)
                    }),
                };
                if !holds {
                    found.push((*id, n));
                }
            }
        }
        found.sort_unstable();
        found
    }
}
