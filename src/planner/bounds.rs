//! How good a plan can be at all: lower bounds, level by level. Where a plan meets them it is proved best.
//!
//! Of mixing there are two, and the higher one counts.
//!
//! *Rounds against rounds.* Σ m(m−1)/2 over pairs of people is, counted the other way, the number of pairs of people who
//! share a room in both of two rounds, over all pairs of rounds. The `a` people of a room of one round sit in the `G` rooms
//! of the other; the fewest pairs among them share one when they are spread evenly.
//!
//! *Meetings over pairs.* So many meetings fall on so many pairs of people; Σ m(m−1)/2 is least when they fall evenly.

use super::cells::{at, row};
use super::meetings::PLENARY;
use super::preferences::Wishes;
use super::setup::{NO_VALUE, RoundSetup, Setup, misfit};
use super::unmet::Unmet;
use super::worth::Worth;

/// What no plan can be better than. Less is better on every level, but for [`Bound::fewest`], which no plan exceeds.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bound {
    /// Of [`super::Worth::hard`].
    pub hard: i64,
    /// Of [`super::Worth::topics`].
    pub topics: i64,
    /// Of [`super::Worth::mixing`].
    pub mixing: i64,
    /// Of [`super::Worth::largest`].
    pub largest: i64,
    /// Of [`super::Worth::fewest`], from above.
    pub fewest: i64,
    /// Of [`super::Worth::balance`].
    pub balance: i64,
}

impl Bound {
    /// The bounds of a problem.
    pub(super) fn of(setup: &Setup<'_>) -> Self {
        let sizes: Vec<Vec<i64>> = setup.rounds.iter().map(sizes).collect();
        let (mixing, meetings) = mixing(setup, &sizes);
        let pairs = setup.people as i64 * (setup.people as i64 - 1) / 2;
        let hard = hard(setup);
        // Where rules must be broken anyway, sizes may be, and topics gain by it.
        let topics = if hard > 0 || !setup.has_topics() { 0 } else { topics(setup) };
        Self {
            hard,
            topics,
            mixing,
            largest: match (mixing, meetings) {
                (_, 0) => 0,
                (0, _) => i64::from(somebody_meets(setup, &sizes)),
                _ => ((meetings + pairs - 1) / pairs.max(1)).max(2).max(largest(setup)),
            },
            fewest: fewest(setup, meetings),
            balance: setup.rounds.iter().zip(&sizes).map(|(round, sizes)| balance(setup, round, sizes)).sum(),
        }
    }
}

impl Bound {
    /// Whether a plan worth this is proved best: it meets the bound on every level that plans are first compared by.
    pub(super) fn is_met_by(&self, worth: &Worth) -> bool {
        worth.hard == self.hard
            && worth.disturbance == 0
            && worth.topics == self.topics
            && worth.mixing == self.mixing
            && worth.largest == self.largest
            && worth.balance == self.balance
    }
}

/// The most meetings that some pair has to have: where more people are there in all of some rounds than there are ways to go
/// through their rooms, two go the same way.
pub(super) fn largest(setup: &Setup<'_>) -> i64 {
    let mut rounds: Vec<&RoundSetup> = setup.rounds.iter().filter(|round| round.rooms > 0).collect();
    rounds.sort_by_key(|round| round.rooms);
    let mut there: Vec<bool> = vec![true; setup.people];
    let (mut ways, mut most) = (1_usize, 0);
    for (number, round) in rounds.into_iter().enumerate() {
        ways = ways.saturating_mul(round.rooms);
        for (p, there) in there.iter_mut().enumerate() {
            *there &= round.frame.is_present(p);
        }
        if there.iter().filter(|there| **there).count() <= ways {
            break;
        }
        most = number as i64 + 1;
    }
    most
}

/// What the ranks of topics cost if nothing else were asked.
fn topics(setup: &Setup<'_>) -> i64 {
    (0..setup.rounds.len()).filter_map(|number| Wishes::of(setup, number)).map(|wishes| wishes.cost).sum()
}

/// Whether some two people have to meet, or have met.
fn somebody_meets(setup: &Setup<'_>, sizes: &[Vec<i64>]) -> bool {
    let must = |(round, sizes): (&RoundSetup, &Vec<i64>)| {
        let crowded = !round.elastic || round.frame.count > round.rooms;
        crowded && sizes.iter().any(|size| (2..=PLENARY as i64).contains(size))
    };
    setup.history.pairs().next().is_some() || setup.rounds.iter().zip(sizes).any(must)
}

/// The sizes under which the fewest pairs meet: as even as the stated ones allow.
fn sizes(round: &RoundSetup) -> Vec<i64> {
    let mut sizes: Vec<i64> = round.frame.even.iter().map(|b| b.min as i64).collect();
    let mut spare = round.frame.count as i64 - sizes.iter().sum::<i64>();
    for (size, even) in sizes.iter_mut().zip(&round.frame.even) {
        let more = spare.min(even.max as i64 - *size).max(0);
        *size += more;
        spare -= more;
    }
    sizes
}

/// The fewest pairs among `people` that share one of `rooms` rooms: those of an even spread.
fn spread(people: usize, rooms: usize) -> i64 {
    let rooms = rooms.max(1);
    let (each, rest) = ((people / rooms) as i64, (people % rooms) as i64);
    let pairs = |n: i64| n * (n - 1) / 2;
    rest * pairs(each + 1) + (rooms as i64 - rest) * pairs(each)
}

fn pairs(n: i64) -> i64 {
    n * (n - 1) / 2
}

/// The bound of mixing, and how many meetings there are in all.
fn mixing(setup: &Setup<'_>, sizes: &[Vec<i64>]) -> (i64, i64) {
    let counted = |sizes: &Vec<i64>| sizes.iter().all(|size| *size <= PLENARY as i64);
    let history: i64 = setup.history.pairs().map(|(_, _, m)| pairs(i64::from(m))).sum();
    let before: i64 = setup.history.pairs().map(|(_, _, m)| i64::from(m)).sum();
    let held: i64 = sizes.iter().flatten().filter(|size| **size <= PLENARY as i64).copied().map(pairs).sum();
    let mut sum = history;
    for (number, round) in setup.rounds.iter().enumerate().filter(|(n, _)| counted(row_of(sizes, *n))) {
        for (other, later) in setup.rounds.iter().enumerate().skip(number + 1) {
            if !counted(row_of(sizes, other)) {
                continue;
            }
            let both =
                round.frame.present.iter().zip(&later.frame.present).filter(|(a, b)| **a && **b).count();
            let one = crossing(row_of(sizes, number), round, later.rooms, both as i64);
            let two = crossing(row_of(sizes, other), later, round.rooms, both as i64);
            sum += one.max(two);
        }
        for group in setup.problem.history.iter().flatten().filter(|group| group.len() <= PLENARY) {
            let mut here: Vec<usize> = group.iter().copied().filter(|&p| round.frame.is_present(p)).collect();
            here.sort_unstable();
            here.dedup();
            sum += spread(here.len(), round.rooms);
        }
    }
    let all = pairs(setup.people as i64).max(1);
    let (each, rest) = ((before + held) / all, (before + held) % all);
    let evenly = (all - rest) * pairs(each) + rest * pairs(each + 1);
    (sum.max(evenly), before + held)
}

fn row_of(sizes: &[Vec<i64>], number: usize) -> &Vec<i64> {
    static NONE: Vec<i64> = Vec::new();
    sizes.get(number).unwrap_or(&NONE)
}

/// The fewest pairs that share a room of these sizes and one of the other round's rooms; `both` are there in both rounds.
fn crossing(sizes: &[i64], round: &RoundSetup, rooms: usize, both: i64) -> i64 {
    if both == round.frame.count as i64 {
        return sizes.iter().map(|size| spread(*size as usize, rooms)).sum();
    }
    // Who of which room is away in the other round is open, so nothing better is said than that all are spread evenly.
    let count = sizes.len().max(1) as i64;
    let (each, rest) = (both / count, both % count);
    rest * spread(each as usize + 1, rooms) + (count - rest) * spread(each as usize, rooms)
}

/// The most different partners that whoever has fewest can have.
fn fewest(setup: &Setup<'_>, meetings: i64) -> i64 {
    let widest = |round: &RoundSetup| {
        if round.frame.unmet.iter().any(misfit) {
            return round.frame.count as i64;
        }
        let bounds = if round.elastic { &round.frame.stated } else { &round.frame.even };
        bounds.iter().map(|bounds| bounds.max.min(round.frame.count)).max().unwrap_or(0) as i64
    };
    let widest: Vec<i64> = setup.rounds.iter().map(widest).collect();
    let there = |p: usize| setup.rounds.iter().any(|round| round.frame.is_present(p));
    let most = (0..setup.people).filter(|&p| there(p)).map(|p| {
        let seats = setup.rounds.iter().zip(&widest).filter(|(round, _)| round.frame.is_present(p));
        let others: i64 = seats.map(|(_, widest)| (widest - 1).max(0)).sum();
        (others + setup.history.partners(p).len() as i64).min(setup.people as i64 - 1)
    });
    let least = most.min().unwrap_or(0);
    if setup.history.pairs().next().is_some() || setup.rounds.iter().any(|round| round.elastic) {
        return least;
    }
    // On average nobody has more than all meetings give.
    let there = (0..setup.people).filter(|&p| there(p)).count() as i64;
    least.min(2 * meetings / there.max(1))
}

/// What must break whatever the plan: sums that do not fit, companies that are too large, seats that contradict.
fn hard(setup: &Setup<'_>) -> i64 {
    let mut sum = 0;
    for (number, round) in setup.rounds.iter().enumerate() {
        let frame = &round.frame;
        for unmet in &frame.unmet {
            sum += match unmet {
                Unmet::TooFewPeople { people, needed } => needed.saturating_sub(*people) as i64,
                Unmet::TooFewSeats { people, seats } => people.saturating_sub(*seats) as i64,
                Unmet::NoRooms { people } => *people as i64,
                Unmet::HeldTwice { rooms, .. } | Unmet::HostInTwoRooms { rooms, .. } => {
                    rooms.len() as i64 - 1
                }
                Unmet::HeldAgainstHost { .. }
                | Unmet::HeldAway { .. }
                | Unmet::HostAway { .. }
                | Unmet::NoSuchRoom { .. } => 1,
                _ => 0,
            };
        }
        for room in 0..round.rooms {
            sum += super::constraints::impossible_size(setup.problem, number, room);
        }
        if round.rooms == 0 {
            continue;
        }
        let present = |group: &Vec<usize>| {
            let mut here: Vec<usize> = group.iter().copied().filter(|&p| frame.is_present(p)).collect();
            here.sort_unstable();
            here.dedup();
            here.len()
        };
        sum += setup.problem.apart.iter().map(|group| spread(present(group), round.rooms)).sum::<i64>();
        // A company larger than every room breaks it, or a room's max; another may be mended by the same overfilled room.
        let largest = frame.stated.iter().map(|bounds| bounds.max).max().unwrap_or(0);
        let seats = frame.unmet.iter().any(|unmet| matches!(unmet, Unmet::TooFewSeats { .. }));
        let company = setup.problem.together.iter().any(|group| present(group) > largest);
        sum += i64::from(company && !seats);
    }
    sum
}

/// Rooms whose size or fixed people no even shares can make up.
fn balance(setup: &Setup<'_>, round: &RoundSetup, sizes: &[i64]) -> i64 {
    let fits = !round.frame.unmet.iter().any(misfit);
    let mut sum = 0;
    for k in 0..setup.columns {
        let value = |p: usize| Some(at(setup.values_of(p), k)).filter(|value| *value != NO_VALUE);
        let here = (0..setup.people).filter(|&p| round.frame.is_present(p));
        let mut values: Vec<u32> = Vec::new();
        let mut unknown = 0_i64;
        for p in here {
            match value(p) {
                Some(value) => values.push(value),
                None => unknown += 1,
            }
        }
        values.sort_unstable();
        values.dedup();
        let share = |value: &u32| at(&round.shares, *value as usize);
        let low: i64 = values.iter().map(|value| i64::from(share(value).0)).sum();
        let high: i64 = values.iter().map(|value| i64::from(share(value).1)).sum();
        let mut fixed: Vec<Vec<u32>> = vec![Vec::new(); round.rooms];
        for (p, room) in round.frame.fixed.iter().enumerate() {
            if let (Some(list), Some(value)) = (room.and_then(|room| fixed.get_mut(room)), value(p)) {
                list.push(value);
            }
        }
        for (room, size) in sizes.iter().enumerate() {
            let (least, most) = match at(&round.frame.stated, room) {
                bounds if round.elastic => (bounds.min as i64, i64::try_from(bounds.max).unwrap_or(i64::MAX)),
                _ => (*size, *size),
            };
            let by_size = if fits { (least - high - unknown).max(low - most).max(0) } else { 0 };
            let here = row(&fixed, room);
            let over = values.iter().map(|value| {
                let count = here.iter().filter(|held| *held == value).count() as i64;
                (count - i64::from(share(value).1)).max(0)
            });
            sum += by_size.max(if here.is_empty() { 0 } else { over.sum() });
        }
    }
    sum
}
