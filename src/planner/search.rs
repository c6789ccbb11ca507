//! Local search from a first plan: exchange seats, or move to another room, as long as the steps last.
//!
//! Min-conflicts with a tabu list (Minton et al., *Artificial Intelligence* 58, 1992; Glover, *ORSA Journal on Computing*
//! 1, 1989): a step takes somebody who is badly seated, tries every exchange and every other room for them, and makes the
//! best change, be it for the worse, that does not undo a recent one. Costs are compared level by level, in whole numbers.

use super::cells::{at, put};
use super::levels::Cost;
use super::random::Random;
use super::table::{NOWHERE, Table};

/// In larger halls a step tries this many exchanges and this many rooms, drawn at random.
const LOOKS: usize = 256;
/// How often somebody badly seated is looked for before anybody will do.
const DRAWS: usize = 48;
/// Steps without a better plan, for each person and at most in all, after which the search shakes the best one and goes on
/// from there. Where languages leave few ways from one plan to the next, this is the way out.
const PATIENCE: (u64, u64) = (20, 1_500);

/// What a step may do with one person.
#[derive(Clone, Copy)]
enum Change {
    /// Exchange seats with this person.
    Swap(usize),
    /// Go to this room.
    Move(usize),
}

/// Improves the plan in `table`, which holds the best one found in the end. Returns the steps taken.
pub(super) fn improve(table: &mut Table<'_>, random: &mut Random, steps: u64) -> u64 {
    let frame = table.frame;
    let free: Vec<usize> = (0..frame.present.len())
        .filter(|&p| table.room_of(p) != NOWHERE && frame.fixed(p).is_none())
        .collect();
    if free.is_empty() || table.rooms() < 2 {
        return 0;
    }
    let mut best = Best { cost: table.cost, seats: seats(table, &free) };
    let mut tabu = Tabu::new(frame.present.len(), table.rooms());
    let patience = (PATIENCE.0 * free.len() as u64).min(PATIENCE.1);
    let mut better = 0;
    for step in 0..steps {
        if best.cost == Cost::default() {
            return step;
        }
        if step - better > patience {
            better = step;
            restore(table, &free, &best.seats);
            shake(table, &free, random);
        }
        let p = somebody(table, &free, random);
        let from = table.room_of(p);
        match best_change(table, &free, random, &tabu, step, p, best.cost) {
            Some(Change::Swap(q)) => {
                let to = table.room_of(q);
                table.swap(p, q);
                tabu.forbid(p, from, step, random);
                tabu.forbid(q, to, step, random);
            }
            Some(Change::Move(to)) => {
                table.seat(p, to);
                tabu.forbid(p, from, step, random);
            }
            None => {}
        }
        if table.cost < best.cost {
            best = Best { cost: table.cost, seats: seats(table, &free) };
            better = step;
        }
    }
    restore(table, &free, &best.seats);
    steps
}

struct Best {
    cost: Cost,
    seats: Vec<usize>,
}

fn seats(table: &Table<'_>, free: &[usize]) -> Vec<usize> {
    free.iter().map(|&p| table.room_of(p)).collect()
}

fn restore(table: &mut Table<'_>, free: &[usize], seats: &[usize]) {
    for (&p, &room) in free.iter().zip(seats) {
        table.seat(p, room);
    }
}

/// A few exchanges at random.
fn shake(table: &mut Table<'_>, free: &[usize], random: &mut Random) {
    for _ in 0..3 + random.below(6) {
        let (p, q) = (at(free, random.below(free.len())), at(free, random.below(free.len())));
        table.swap(p, q);
    }
}

/// Somebody who is badly seated on the first level that is not 0; now and then, anybody.
fn somebody(table: &Table<'_>, free: &[usize], random: &mut Random) -> usize {
    let anybody = |random: &mut Random| at(free, random.below(free.len()));
    let cost = table.cost;
    if random.below(5) == 0 || (cost.hard, cost.uneven, cost.mixing) == (0, 0, 0) {
        return anybody(random);
    }
    let mut p = anybody(random);
    for _ in 0..DRAWS {
        let room = table.room_of(p);
        let badly = if cost.hard > 0 {
            table.breaks(room)
        } else if cost.uneven > 0 {
            table.is_uneven(room)
        } else {
            table.met_in(p, room) > 0
        };
        if badly {
            break;
        }
        p = anybody(random);
    }
    p
}

/// The best change for `p` that is not forbidden, or that leads below the best plan so far; among equals, any.
fn best_change(
    table: &Table<'_>,
    free: &[usize],
    random: &mut Random,
    tabu: &Tabu,
    step: u64,
    p: usize,
    best: Cost,
) -> Option<Change> {
    let from = table.room_of(p);
    let mut found = Found { least: None, equals: 0, now: table.cost, best };
    let all = free.len() <= LOOKS;
    for i in 0..free.len().min(LOOKS) {
        let q = if all { at(free, i) } else { at(free, random.below(free.len())) };
        let to = table.room_of(q);
        if let Some(cost) = table.if_swapped_within(p, q, found.limit()) {
            let forbidden = tabu.forbids(p, to, step) || tabu.forbids(q, from, step);
            found.consider(cost, forbidden, Change::Swap(q), random);
        }
    }
    let all = table.rooms() <= LOOKS;
    for i in 0..table.rooms().min(LOOKS) {
        let to = if all { i } else { random.below(table.rooms()) };
        // In a plan that is even, a move that leaves it uneven cannot be the best but where a rule is broken.
        if to != from && (table.cost.hard > 0 || table.may_move(from, to)) {
            found.consider(table.if_moved(p, to), tabu.forbids(p, to, step), Change::Move(to), random);
        }
    }
    found.least.map(|(_, change)| change)
}

/// The least change seen in a step; among equals, each has the same chance.
struct Found {
    least: Option<(Cost, Change)>,
    equals: usize,
    now: Cost,
    best: Cost,
}

impl Found {
    fn limit(&self) -> Option<Cost> {
        self.least.map(|(cost, _)| cost)
    }

    #[inline]
    fn consider(&mut self, cost: Cost, forbidden: bool, change: Change, random: &mut Random) {
        if (forbidden && self.now + cost >= self.best) || (cost.hard > 0 && self.now.hard == 0) {
            return;
        }
        let order = self.limit().map_or(std::cmp::Ordering::Less, |least| cost.cmp(&least));
        if order.is_gt() {
            return;
        }
        self.equals = if order.is_eq() { self.equals + 1 } else { 1 };
        if random.below(self.equals) == 0 {
            self.least = Some((cost, change));
        }
    }
}

/// Until when somebody may not go back to a room. Rooms of very large halls share entries, which only forbids too much.
struct Tabu {
    until: Vec<u64>,
    rooms: usize,
}

impl Tabu {
    fn new(people: usize, rooms: usize) -> Self {
        Self { until: vec![0; people.saturating_mul(rooms).clamp(1, 1 << 20)], rooms }
    }

    fn place(&self, p: usize, room: usize) -> usize {
        p.wrapping_mul(self.rooms).wrapping_add(room) % self.until.len().max(1)
    }

    #[inline]
    fn forbids(&self, p: usize, room: usize, step: u64) -> bool {
        at(&self.until, self.place(p, room)) > step
    }

    fn forbid(&mut self, p: usize, room: usize, step: u64, random: &mut Random) {
        let place = self.place(p, room);
        put(&mut self.until, place, step + 6 + random.below(10) as u64);
    }
}
