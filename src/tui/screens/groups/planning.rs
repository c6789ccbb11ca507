//! Rounds planned together beside the screen, better while one looks; Esc keeps the best so far.

use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use crate::parallel::Threads;
use crate::planner::{self, Groups, Search, Solution, Watch, Worth};
use crate::workshop::Workshop;
use crate::workshop::groups::asked::{Asked, asked};
use crate::workshop::id::EventId;

/// How far it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Progress {
    /// How many rounds are planned.
    pub rounds: usize,
    /// How many in a hundred of the changes that will be looked at.
    pub share: u64,
    /// What the best plan so far is worth.
    pub best: Worth,
    /// Mixing and balance that no plan can go below.
    pub possible: (i64, i64),
}

/// What the search and the screen share.
#[derive(Debug, Default)]
struct Shared {
    best: Mutex<Option<Vec<Groups>>>,
    /// Goes up with every better plan.
    version: AtomicU64,
    looked: AtomicU64,
    stop: AtomicBool,
}

impl Watch for Shared {
    fn better(&self, plan: &[Groups], _worth: &Worth) {
        *self.best.lock().unwrap_or_else(PoisonError::into_inner) = Some(plan.to_vec());
        self.version.fetch_add(1, Ordering::Relaxed);
    }

    fn looked(&self, steps: u64) {
        self.looked.fetch_add(steps, Ordering::Relaxed);
    }

    fn stop(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}

/// Rounds that are being planned.
#[derive(Debug)]
pub(crate) struct Planning {
    pub asked: Arc<Asked>,
    /// Where chance began.
    pub seed: u64,
    shared: Arc<Shared>,
    steps: u64,
    possible: (i64, i64),
    seen: u64,
    thread: Option<JoinHandle<Solution>>,
}

impl Planning {
    /// Begins to plan these rounds together.
    pub(crate) fn begin(workshop: &Workshop, rounds: &[EventId], seed: u64) -> Self {
        let asked = Arc::new(asked(workshop, rounds));
        let shared = Arc::new(Shared::default());
        let bound = planner::judge(&asked.problem, Vec::new()).bound;
        let (theirs, watch) = (asked.clone(), shared.clone());
        let thread = std::thread::spawn(move || {
            let threads = std::thread::available_parallelism().map_or(1, usize::from);
            let theirs = theirs.searched();
            planner::solve(&theirs, Search::seeded(seed), &Threads(threads), watch.as_ref())
        });
        Self {
            steps: planner::steps_of(&asked.problem),
            possible: (bound.mixing, bound.balance),
            asked,
            seed,
            seen: 0,
            shared,
            thread: Some(thread),
        }
    }

    /// The best plan so far, the nth round being one of those asked about.
    pub(crate) fn best(&self) -> Option<Vec<Groups>> {
        let best = self.shared.best.lock().unwrap_or_else(PoisonError::into_inner);
        best.as_ref().map(|plan| planner::people_only(&self.asked.problem, plan))
    }

    /// The best plan so far, if it is better than the one that was handed out last.
    pub(crate) fn news(&mut self) -> Option<Vec<Groups>> {
        let version = self.shared.version.load(Ordering::Relaxed);
        if version == self.seen {
            return None;
        }
        self.seen = version;
        self.best()
    }

    /// How far it is.
    pub(crate) fn progress(&self) -> Progress {
        let best = self.best().map(|plan| planner::measure_all(&self.asked.problem, &plan));
        let looked = self.shared.looked.load(Ordering::Relaxed);
        Progress {
            rounds: self.asked.rounds.len(),
            share: (looked.saturating_mul(100) / self.steps.max(1)).min(99),
            best: best.unwrap_or_default(),
            possible: self.possible,
        }
    }

    /// Ends the search with the best so far.
    pub(crate) fn stop(&self) {
        self.shared.stop.store(true, Ordering::Relaxed);
    }

    /// Whether the search has ended.
    pub(crate) fn is_over(&self) -> bool {
        self.thread.as_ref().is_none_or(JoinHandle::is_finished)
    }

    /// What was found, judged by what was asked; waits for the end. None where the search broke down, which loses nothing but its work.
    pub(crate) fn found(&mut self) -> Option<Solution> {
        let solution = self.thread.take().and_then(|thread| thread.join().ok())?;
        let plan = planner::people_only(&self.asked.problem, &solution.plan);
        Some(planner::judge(&self.asked.problem, plan))
    }
}

impl Drop for Planning {
    fn drop(&mut self) {
        self.stop();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}
