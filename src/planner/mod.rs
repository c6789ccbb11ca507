//! Breakout groups: who sits in which room, so that people meet those they have not met, in a language they share.
//!
//! Pure and determined: the same [`Problem`], seed and steps give the same plan, on every machine and any number of threads.
//! The field's words: social golfer problem, anticlustering. What counts stands in [`Worth`] (all rounds) and [`Cost`] (one),
//! level by level, in whole numbers.
//!
//! - [`model`] what is asked · [`constraints`] and [`setup`] the same made ready, contradictions named · [`language`] how a room
//!   can talk · [`meetings`] who met whom
//! - [`worth`] what a plan of all rounds is worth, from the definition · [`bounds`] what no plan can be better than
//! - [`solve`](mod@solve) all rounds at once: [`design`] perfect mixing by algebra · [`first`] first plans · [`relabel`] names
//!   exchanged over a design · [`anneal`] seats exchanged · [`seating`] and [`speech`] seats and their running counts
//! - one round by itself, the others as history: [`construction`], [`grid`], [`search`], [`table`], [`counts`], [`levels`]
//! - [`preferences`] topics that people rank, by a [`flow`]
//! - [`price`] what moving somebody would cost · [`repair`] the smallest change after a no-show or a latecomer
//! - [`explain`] and [`Unmet`] what could not be had

mod anneal;
mod bounds;
mod cells;
#[cfg(test)]
mod checks;
mod constraints;
mod construction;
mod cooling;
mod counts;
mod design;
mod explain;
mod first;
mod flow;
mod grid;
#[cfg(test)]
mod known_plans;
mod language;
mod levels;
mod meetings;
mod model;
mod preferences;
mod price;
pub mod random;
mod relabel;
mod repair;
mod search;
mod seating;
mod setup;
mod solve;
mod speech;
mod table;
mod unmet;
#[cfg(test)]
mod whole_checks;
mod worth;

pub use anneal::look_at_exchanges;
pub use bounds::Bound;
pub use explain::{RoomFacts, facts, unmet};
pub use language::{LanguageBook, LanguageSet, RoomLanguage, TooManyLanguages, room_language};
pub use levels::{Cost, Levels, measure};
pub use meetings::{Meetings, PLENARY};
pub use model::{Column, Effort, Groups, Held, Order, Person, Plan, Problem, Room, Round, Rules};
pub use preferences::{TopicPrice, topic_prices};
pub use price::{Price, move_price};
pub use repair::{Moved, Placed, Repaired, repair};
pub use solve::{Alone, Crew, Search, Solution, Unwatched, Watch, solve};
pub use unmet::Unmet;
pub use worth::{Worth, measure_all};

use constraints::Frame;
use construction::{by_language, greedy, seat_fixed};
use grid::Grid;
use random::Random;
use table::Table;

/// Plans round number `round` of the problem. Everybody who is there gets a seat as soon as there is a room; what cannot
/// be had is named in [`Plan::unmet`]. A round that does not exist is one without rooms.
pub fn plan(problem: &Problem, round: usize, effort: Effort) -> Plan {
    let frame = Frame::of(problem, round);
    let meetings = Meetings::of(problem.people.len(), &problem.history);
    let mut random = Random::new(effort.seed);
    let (starts, settled) = starts(problem, &frame, &meetings, &mut random);
    let count = starts.len() as u64;
    let mut best: Option<Table<'_>> = None;
    let mut steps = 0;
    for (i, mut table) in starts.into_iter().enumerate() {
        if best.as_ref().is_some_and(|best| best.cost == Cost::default()) {
            break;
        }
        let share = if settled { 0 } else { effort.steps - steps } / (count - i as u64).max(1);
        steps += search::improve(&mut table, &mut random, share);
        if best.as_ref().is_none_or(|best| table.cost < best.cost) {
            best = Some(table);
        }
    }
    let rooms = best.map(|table| table.groups()).unwrap_or_default();
    finish(problem, round, &frame, &meetings, rooms, steps)
}

/// Plans all rounds in their order, each with the plans before it as further history; the seed goes up by one a round.
pub fn plan_all(problem: &Problem, effort: Effort) -> Vec<Plan> {
    let mut problem = problem.clone();
    let mut plans = Vec::new();
    for round in 0..problem.rounds.len() {
        let effort = Effort { seed: effort.seed.wrapping_add(round as u64), ..effort };
        let plan = plan(&problem, round, effort);
        problem.history.push(plan.rooms.clone());
        plans.push(plan);
    }
    plans
}

/// First plans, the most promising first; and whether the first is to be taken as it is.
fn starts<'a>(
    problem: &'a Problem,
    frame: &'a Frame,
    meetings: &'a Meetings,
    random: &mut Random,
) -> (Vec<Table<'a>>, bool) {
    let mut fixed = Table::empty(problem, frame, meetings, &frame.even);
    seat_fixed(&mut fixed);
    let mut starts = Vec::new();
    let mut first = fixed.clone();
    greedy(problem, &mut first, random);
    if first.cost == Cost::default() {
        return (vec![first], true);
    }
    if first.cost.hard > 0 && problem.rules.language {
        let mut sorted = fixed.clone();
        by_language(problem, &mut sorted, random);
        starts.push(sorted);
    }
    if let Some(lines) = on_lines(problem, &fixed, random) {
        // Whoever leaves the lines for a better balance now pays with repeats in the rounds to come.
        if (lines.cost.hard, lines.cost.uneven, lines.cost.mixing) == (0, 0, 0) {
            return (vec![lines], true);
        }
        starts.push(lines);
    }
    starts.push(first);
    starts.sort_by_key(|table| table.cost);
    (starts, false)
}

/// The best plan along the lines of a grid that the history gives, if it gives one. While the names of rows and columns
/// are open, some are tried.
fn on_lines<'a>(problem: &Problem, fixed: &Table<'a>, random: &mut Random) -> Option<Table<'a>> {
    let mut grid = Grid::of(problem, fixed.rooms())?;
    let mut names: Vec<usize> = (0..fixed.rooms()).collect();
    let tries = if grid.is_free() { 4_000_usize.div_ceil(fixed.rooms().pow(2)) } else { 1 };
    let mut best: Option<Table<'a>> = None;
    for _ in 0..tries {
        for k in 1..=grid.classes() {
            let mut table = fixed.clone();
            grid.seat(&mut table, k);
            greedy(problem, &mut table, random);
            if best.as_ref().is_none_or(|best| table.cost < best.cost) {
                best = Some(table);
            }
        }
        random.shuffle(&mut names);
        grid.rename(&names);
    }
    best
}

fn finish(
    problem: &Problem,
    round: usize,
    frame: &Frame,
    meetings: &Meetings,
    rooms: Groups,
    steps: u64,
) -> Plan {
    Plan {
        levels: levels::levels(problem, frame, meetings, &rooms),
        unmet: explain::unmet_in(problem, round, frame, &rooms),
        rooms,
        steps,
    }
}
