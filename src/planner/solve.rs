//! Plans all rounds at once: constructions first, then a search by several workers, and the best of what they find.
//!
//! The workers are logical: each has its own seed and share of the steps, and what it finds hangs on nothing else. So the
//! plan is the same on any number of threads; of equals, the worker with the lowest number wins.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use super::anneal::{Best, Until, anneal, goal};
use super::bounds::Bound;
use super::cooling::{ONE, Schedule};
use super::first::{along_a_design, along_lines, at_random};
use super::meetings::PLENARY;
use super::model::{Groups, Order, Problem};
use super::random::{Random, split_mix};
use super::relabel::relabel;
use super::seating::{Running, Seating};
use super::setup::Setup;
use super::stages::{CHANCE, DESIGN, Exchange, POLISHING, REFIT};
use super::worth::{Worth, worth};

/// How many in a hundred steps the first worker of each way has, to show which way suits the problem.
const TRIAL: u64 = 8;
/// How many workers then go on, and how many in a hundred steps each of them has. The first goes the better way, the others
/// along the design where there is one: even where its trial lost, one of several mostly wins.
const FURTHER: (usize, u64) = (5, 13);
/// How many in a hundred steps the last worker has at least, who goes on from the best plan.
const POLISH: u64 = 19;

/// How long to look, and from where.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Search {
    /// Where the generators start.
    pub seed: u64,
    /// How many changes may be looked at in all; none: what one core does in about five seconds.
    pub steps: Option<u64>,
}

impl Search {
    /// The usual search from this seed.
    pub const fn seeded(seed: u64) -> Self {
        Self { seed, steps: None }
    }
}

/// A plan of all rounds, what it is worth, and what would be possible at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Solution {
    /// For each round, the people of each room, ascending.
    pub plan: Vec<Groups>,
    /// What it is worth.
    pub worth: Worth,
    /// What no plan can be better than.
    pub bound: Bound,
    /// Whether the plan meets the bound on every level.
    pub proved: bool,
    /// How many changes were looked at to find it.
    pub steps: u64,
}

/// What goes on while one looks.
pub trait Watch: Sync {
    /// A plan better than those before, by the worker that found it.
    fn better(&self, _plan: &[Groups], _worth: &Worth) {}
    /// So many more changes were looked at, by any worker.
    fn looked(&self, _steps: u64) {}
    /// Asked now and then; true ends the search with the best so far.
    fn stop(&self) -> bool {
        false
    }
}

/// Nobody looks.
#[derive(Debug, Clone, Copy, Default)]
pub struct Unwatched;

impl Watch for Unwatched {}

/// Who does the work of several workers. The planner itself knows of no threads; whoever calls it may.
pub trait Crew: Sync {
    /// Does `work` for every number below `count`, in this order or at once.
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync));
}

/// One after the other.
#[derive(Debug, Clone, Copy, Default)]
pub struct Alone;

impl Crew for Alone {
    fn each(&self, count: usize, work: &(dyn Fn(usize) + Sync)) {
        (0..count).for_each(work);
    }
}

/// Plans all rounds of a problem. The crew does not change the plan.
pub fn solve(problem: &Problem, search: Search, crew: &dyn Crew, watch: &dyn Watch) -> Solution {
    let setup = Setup::of(problem);
    let bound = Bound::of(&setup);
    let solver = Solver { setup: &setup, bound: &bound, search, crew, watch, best: Mutex::new(None) };
    let mut random = Random::new(search.seed);
    let along = if setup.is_layered() { None } else { laid_out(&setup, &mut random) };
    let designed = along.is_some();
    let first = along.unwrap_or_else(|| at_random(&setup, &mut random));
    let first = solver.found(first.plan(), 0);
    let steps = search.steps.unwrap_or_else(|| usual_steps(&setup));
    if first.proved || steps == 0 {
        return first;
    }
    solver.run(first, steps, designed)
}

/// How many changes [`solve`] looks at where nothing is said.
pub(crate) fn steps_of(problem: &Problem) -> u64 {
    usual_steps(&Setup::of(problem))
}

/// What a plan of all rounds is worth, and what would be possible.
pub(crate) fn judge(problem: &Problem, plan: Vec<Groups>) -> Solution {
    let setup = Setup::of(problem);
    let bound = Bound::of(&setup);
    let worth = worth(&setup, &plan);
    Solution { proved: bound.is_met_by(&worth), plan, worth, bound, steps: 0 }
}

/// A plan along what is known to mix well: lines that earlier rounds left open, or a design.
fn laid_out<'a>(setup: &'a Setup<'a>, random: &mut Random) -> Option<Seating<'a>> {
    along_lines(setup, random).or_else(|| along_a_design(setup, random))
}

/// How many steps one core takes in about five seconds, by what a step costs in such a problem.
fn usual_steps(setup: &Setup<'_>) -> u64 {
    let nanoseconds = if setup.dense {
        let divided = setup.rounds.iter().any(|round| round.divided);
        let slow = match (setup.spelled, setup.problem.rules.alone) {
            (false, _) => 16,
            (true, false) => 140,
            (true, true) => 400,
        };
        // Up to four columns cost little beside the meetings.
        22 + 3 * setup.columns.saturating_sub(4) as u64
            + if divided { slow } else { 0 }
            + (setup.people / 8 + setup.people * setup.people / 2_500) as u64
    } else {
        let seats: usize = setup.rounds.iter().map(|round| round.frame.count).sum();
        let size = (seats / setup.rooms.max(1)) as u64;
        400 + size.min(PLENARY as u64) * (setup.rounds.len() as u64 + 8) * 4 + setup.columns as u64 * 40
    };
    5_589_000_000 / nanoseconds
}

struct Solver<'a> {
    setup: &'a Setup<'a>,
    bound: &'a Bound,
    search: Search,
    crew: &'a dyn Crew,
    watch: &'a dyn Watch,
    /// The best that anybody was told of.
    best: Mutex<Option<Worth>>,
}

impl Solver<'_> {
    fn order(&self) -> Order {
        self.setup.problem.rules.order
    }

    fn found(&self, plan: Vec<Groups>, steps: u64) -> Solution {
        let worth = worth(self.setup, &plan);
        self.tell(&plan, &worth);
        let proved = self.bound.is_met_by(&worth);
        Solution { plan, worth, bound: self.bound.clone(), proved, steps }
    }

    /// Tells whoever watches, if this is the best so far.
    fn tell(&self, plan: &[Groups], worth: &Worth) {
        let mut best = self.best.lock().unwrap_or_else(PoisonError::into_inner);
        let order = self.order();
        if best.as_ref().is_none_or(|best| worth.key(order) < best.key(order)) {
            self.watch.better(plan, worth);
            *best = Some(worth.clone());
        }
    }

    fn run(&self, first: Solution, steps: u64, designed: bool) -> Solution {
        let order = self.order();
        // Where topics or seats that are to stay come before mixing, no design helps.
        let ways: &[Way] = match (self.setup.is_layered(), designed) {
            (true, _) => &[Way::Wishes, Way::Chance],
            (false, true) => &[Way::Design, Way::Chance],
            (false, false) => &[Way::Chance],
        };
        let trial = steps / 100 * TRIAL;
        let tasks: Vec<Task> = ways.iter().map(|way| Task { way: *way, steps: trial }).collect();
        let mut best = first;
        let mut taken = 0;
        let tried = self.workers(&tasks, 0, &best.plan);
        let way = tried
            .iter()
            .zip(ways)
            .min_by_key(|(solution, _)| solution.worth.key(order))
            .map_or(Way::Chance, |(_, way)| *way);
        // Wishes leave one place to begin from; another is found at random only.
        let way = if way == Way::Wishes { Way::Chance } else { way };
        let mut further = vec![Task { way, steps: steps / 100 * FURTHER.1 }; FURTHER.0];
        if designed {
            further.iter_mut().skip(1).for_each(|task| task.way = Way::Design);
        }
        let last = if designed { Way::Refit } else { Way::Polish };
        let polish = Task { way: last, steps: steps / 100 * POLISH };
        let mut take = |best: &mut Solution, found: Vec<Solution>| {
            for solution in found {
                taken += solution.steps;
                if solution.worth.key(order) < best.worth.key(order) {
                    *best = solution;
                }
            }
        };
        take(&mut best, tried);
        for (number, next) in [(tasks.len(), further), (tasks.len() + FURTHER.0, vec![polish])] {
            if best.proved || self.watch.stop() {
                break;
            }
            let found = self.workers(&next, number, &best.plan);
            take(&mut best, found);
        }
        Solution { steps: taken, ..best }
    }

    /// What these workers find, up to the first of them whose plan is proved best.
    fn workers(&self, tasks: &[Task], number: usize, from: &[Groups]) -> Vec<Solution> {
        // The lowest worker whose plan is proved best: those above it need not go on.
        let proved = AtomicUsize::new(usize::MAX);
        let found: Vec<Mutex<Option<Solution>>> = tasks.iter().map(|_| Mutex::new(None)).collect();
        self.crew.each(tasks.len(), &|worker| {
            let (Some(task), Some(place)) = (tasks.get(worker), found.get(worker)) else { return };
            let stop = || self.watch.stop() || proved.load(Ordering::Relaxed) < worker;
            let solution = self.worker(*task, number + worker, from, &stop);
            if solution.proved {
                proved.fetch_min(worker, Ordering::Relaxed);
            }
            *place.lock().unwrap_or_else(PoisonError::into_inner) = Some(solution);
        });
        let proved = proved.into_inner();
        let found = found.into_iter().take(proved.saturating_add(1));
        found.filter_map(|place| place.into_inner().unwrap_or_else(PoisonError::into_inner)).collect()
    }

    /// Goes one way, with a seed of its own.
    fn worker(&self, task: Task, number: usize, from: &[Groups], stop: &dyn Fn() -> bool) -> Solution {
        let mut state = self.search.seed;
        let seed = (0..=number).fold(0, |_, _| split_mix(&mut state));
        let mut random = Random::new(seed);
        let setup = self.setup;
        let order = self.order();
        let designed = if task.way == Way::Design { laid_out(setup, &mut random) } else { None };
        let (seating, stages) = match (task.way, designed) {
            (Way::Polish, _) => (Seating::of(setup, from), POLISHING),
            (Way::Refit, _) => (Seating::of(setup, from), REFIT),
            (_, Some(designed)) => (designed, DESIGN),
            (Way::Wishes, _) => (at_random(setup, &mut random), CHANCE.get(1..).unwrap_or(&[])),
            (_, None) => (at_random(setup, &mut random), CHANCE),
        };
        // Wishes about seats that contradict one another are in the bound, and no exchange changes them.
        let contradictions = worth(setup, &seating.plan()).hard - seating.running().hard;
        let target = Running {
            hard: self.bound.hard - contradictions,
            topics: self.bound.topics,
            mixing: self.bound.mixing,
            balance: self.bound.balance,
            ..Running::default()
        };
        let tell = |best: &Best| {
            let plan = setup.plan(&best.seats);
            self.tell(&plan, &worth(setup, &plan));
        };
        let looked = |steps| self.watch.looked(steps);
        let until = Until { goal: goal(target, order), stop, looked: &looked, better: &tell };
        let mut best = Best::of(&seating);
        let mut seats = best.seats.clone();
        let unit = i64::from(setup.weights.mixing.max(setup.weights.balance)) * ONE;
        let mut done = 0;
        for stage in stages {
            if until.over(&best) {
                break;
            }
            if !stage.goes_on {
                seats.clone_from(&best.seats);
            }
            let steps = task.steps / 100 * stage.share;
            // In units of the level that comes first.
            let hard = i32::try_from(unit / ONE).unwrap_or(1) * stage.hard / 100;
            // Topics and seats that are to stay weigh more than repeats, and rules more than they: it begins as hot as that.
            let (hard, heat) =
                if setup.is_layered() { (hard.max(setup.weights.hard), stage.heat) } else { (hard, 1) };
            let schedule = Schedule { hot: unit * stage.hot * heat / 100, cold: unit * stage.cold / 100 };
            let weighed = Setup::weighed(setup.problem, hard);
            let mut seating = Seating::of(&weighed, &weighed.plan(&seats));
            done += match stage.exchange {
                Exchange::Seats => {
                    seating.blind = stage.blind && order == Order::Mixing;
                    anneal(&mut seating, &mut random, steps, schedule, &mut best, &until)
                }
                Exchange::Names => {
                    let now = seating.running();
                    let target = Running { mixing: now.mixing, often: now.often, ..target };
                    let until = Until { goal: goal(target, order), ..until };
                    relabel(&mut seating, &mut random, steps, schedule, &mut best, &until)
                }
            };
            seats.clear();
            seats.extend_from_slice(seating.seats());
        }
        self.found(setup.plan(&best.seats), done)
    }
}

/// How a worker begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    /// Along a design: nobody meets twice, and rules and balance are fitted onto that.
    Design,
    /// From what people wish for and where they sit already, with chance for the rest.
    Wishes,
    /// From a plan made at random. Where rules are tight, this one wins.
    Chance,
    /// From the best plan so far.
    Polish,
    /// The same where that may be along a design: what seats can mend was mended, only names are left.
    Refit,
}

/// What a worker has to do.
#[derive(Debug, Clone, Copy)]
struct Task {
    way: Way,
    steps: u64,
}
