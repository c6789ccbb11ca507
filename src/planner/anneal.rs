//! The search for better plans of all rounds: exchanges of two seats at random, taken or not as the temperature has it.

use super::cells::at;
use super::cooling::{Schedule, most};
use super::model::{Order, Problem};
use super::random::Random;
use super::seating::{Running, Seating};
use super::setup::Setup;

/// How many steps pass between two looks at the temperature, and at whether to go on.
const PACE: u64 = 512;
/// In how many pieces the temperature falls at least.
const FALLS: u64 = 128;

/// Up to so many seats the best plan is copied whenever one is better; above, only before it would be left.
const SMALL: usize = 8_192;

/// How many steps pass between two times that a better plan is told of.
const TELL: u64 = 1 << 19;

/// What plans are compared by while they are searched.
type Rank = (i64, i64, i64, i64, i64, i64, i64, i64);

fn rank(running: Running, order: Order) -> Rank {
    let Running { hard, disturbance, topics, mixing, often, balance, uneven } = running;
    match order {
        Order::Mixing => (hard, disturbance, topics, mixing, often, balance, 0, uneven),
        Order::Balance => (hard, disturbance, topics, balance, 0, mixing, often, uneven),
    }
}

/// The best seats seen.
#[derive(Debug, Clone)]
pub(super) struct Best {
    pub(super) rank: Rank,
    pub(super) seats: Vec<u32>,
}

impl Best {
    fn keep(&mut self, rank: Rank, seating: &Seating<'_>) {
        self.rank = rank;
        self.seats.clear();
        self.seats.extend_from_slice(seating.seats());
    }

    /// Keeps the seats as they stand if they are better.
    pub(super) fn keep_if_better(&mut self, seating: &Seating<'_>) {
        let rank = rank(seating.running(), seating.setup.problem.rules.order);
        if rank < self.rank {
            self.rank = rank;
            self.seats.clear();
            self.seats.extend_from_slice(seating.seats());
        }
    }

    /// The seats as they stand.
    pub(super) fn of(seating: &Seating<'_>) -> Self {
        let order = seating.setup.problem.rules.order;
        Self { rank: rank(seating.running(), order), seats: seating.seats().to_vec() }
    }
}

/// When to stop before the steps are used up.
#[derive(Clone, Copy)]
pub(super) struct Until<'w> {
    /// A plan that is as good as this cannot be bettered.
    pub(super) goal: Rank,
    /// Asked now and then; true: stop.
    pub(super) stop: &'w dyn Fn() -> bool,
    /// Told how many steps were taken since it was told last.
    pub(super) looked: &'w dyn Fn(u64),
    /// Told of every better plan.
    pub(super) better: &'w dyn Fn(&Best),
}

impl Until<'_> {
    pub(super) fn over(&self, best: &Best) -> bool {
        best.rank <= self.goal || (self.stop)()
    }
}

/// The goal that belongs to these numbers.
pub(super) fn goal(running: Running, order: Order) -> Rank {
    rank(running, order)
}

/// Searches for so many steps, a step being one exchange looked at. `best` is kept up to date; the seats are left as they
/// happen to be. Returns the steps taken.
pub(super) fn anneal(
    seating: &mut Seating<'_>,
    random: &mut Random,
    steps: u64,
    schedule: Schedule,
    best: &mut Best,
    until: &Until<'_>,
) -> u64 {
    let setup = seating.setup;
    let order = setup.problem.rules.order;
    let rounds: Vec<usize> = (0..setup.rounds.len())
        .filter(|&number| {
            setup.rounds.get(number).is_some_and(|round| round.rooms > 1 && !round.free.is_empty())
        })
        .collect();
    if rounds.is_empty() {
        return 0;
    }
    let small = seating.seats().len() <= SMALL;
    let mut now = rank(seating.running(), order);
    let pace = PACE.min(steps / FALLS).max(1);
    let mut pending = false;
    let mut told = best.rank;
    let mut done = 0;
    while done < steps && !until.over(best) {
        let temperature = schedule.at(done, steps);
        for _ in 0..pace.min(steps - done) {
            done += 1;
            let bits = random.bits();
            let number = at(&rounds, ((bits >> 52) as usize * rounds.len()) >> 12);
            let Some(round) = setup.rounds.get(number) else { continue };
            let p = somebody(&round.free, bits >> 32, random);
            let limit = most(temperature, bits);
            let change = if round.elastic && random.bits() & 7 == 0 {
                let to = random.below(round.rooms);
                seating
                    .shift(number, p, to)
                    .filter(|change| *change <= limit)
                    .map(|change| (change, None, to))
            } else {
                let q = somebody(&round.free, bits >> 12, random);
                let to = seating.room_of(number, q).unwrap_or(0);
                seating.exchange(number, p, q, limit).map(|change| (change, Some(q), to))
            };
            let Some((change, q, to)) = change else { continue };
            if pending && change > 0 {
                best.keep(now, seating);
                pending = false;
            }
            let from = seating.room_of(number, p).unwrap_or(0);
            seating.seat(number, p, to);
            if let Some(q) = q {
                seating.seat(number, q, from);
            }
            now = rank(seating.running(), order);
            if now < best.rank {
                if now <= until.goal {
                    break;
                }
                pending = !small;
                if small {
                    best.keep(now, seating);
                }
            }
        }
        (until.looked)(pace);
        if now < best.rank {
            best.keep(now, seating);
        }
        pending = false;
        if best.rank < told && done / TELL > (done - pace.min(done)) / TELL {
            (until.better)(best);
            told = best.rank;
        }
    }
    if best.rank < told {
        (until.better)(best);
    }
    done
}

/// Somebody, by 20 of these bits; in a large hall, by bits of their own.
#[inline]
fn somebody(people: &[u32], bits: u64, random: &mut Random) -> usize {
    let n = people.len();
    let i = if n < 1 << 12 { ((bits & 0xf_ffff) as usize * n) >> 20 } else { random.below(n) };
    at(people, i) as usize
}

/// Looks at so many exchanges, one after the other, in a plan made from the seed, and makes none; what the bench measures.
/// Returns how many were of people in different rooms.
pub fn look_at_exchanges(problem: &Problem, looks: u64, seed: u64) -> u64 {
    let setup = Setup::of(problem);
    let mut random = Random::new(seed);
    let seating = super::first::along_a_design(&setup, &mut random)
        .unwrap_or_else(|| super::first::at_random(&setup, &mut random));
    let mut looked = 0;
    for _ in 0..looks {
        let bits = random.bits();
        let number = ((bits >> 52) as usize * setup.rounds.len()) >> 12;
        let Some(round) = setup.rounds.get(number) else { continue };
        let p = somebody(&round.free, bits >> 32, &mut random);
        let q = somebody(&round.free, bits >> 12, &mut random);
        looked += u64::from(seating.exchange(number, p, q, i64::MAX).is_some());
    }
    looked
}
