//! The fewest ballots that would change who goes forward.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use crate::tally::ballot::Budget;
use crate::tally::cut::{Tie, cut, settle};
use crate::tally::method::Method;
use crate::tally::points::{Points, Totals};

/// How few ballots would change the result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Flip {
    /// How many, each replaced by any valid ballot; none where no replacement changes it.
    pub ballots: Option<u64>,
    /// Whether fewer are proved not to do; else the number is a bound from above.
    pub exact: bool,
}

const NEVER: Flip = Flip { ballots: None, exact: true };
const ONE: Flip = Flip { ballots: Some(1), exact: true };

/// The fewest ballots that, replaced by any valid ones, change the result: exact but where said below.
///
/// *No tie left on the line* (s options go forward, by totals or, with [`Tie::Supporters`], by totals and then supporters).
/// The result is another one if and only if some z outside draws level with some y inside: then no clean cut can lie
/// between the two, and without such a pair the same cut lies there still. For one pair each replaced ballot brings z
/// nearer by what it gave to y less what it gave to z, and the new one by at most the cap of one option, which the valid
/// ballot that marks z alone reaches. What one ballot brings does not hang on the others, so the k best replacements are
/// the k largest gains, and the fewest are found by taking the largest gains in turn (in the order of totals, then
/// supporters, where both count). The answer is the least over all pairs. This holds for every method, since each has a
/// valid ballot that gives one option the most and the others nothing.
///
/// *A tie on the line.* One ballot is enough: some ballot can give one of the tied more or less than before, which parts it
/// from the rest. Only a tie of options without any point, with [`Tie::All`] and dots, may need more, since so many options
/// must get a dot as there are seats: that number is found by taking the ballots in turn that cover least alone, and is
/// exact where it meets the bound that each ballot covers at most as many options as it has dots.
///
/// *A lot.* What is drawn is what is compared. Drawing level may or may not change it, getting ahead always does: where
/// both need equally many ballots the number is exact, else the larger is a bound.
pub fn flip(points: &Points, totals: &Totals, seats: usize, tie: Tie) -> Flip {
    let options = points.options;
    let most = points.method.most(options);
    if seats == 0 || seats >= options || points.weights.is_empty() || most == 0 {
        return NEVER;
    }
    let rows = totals.rows();
    let line = cut(&rows, seats);
    let settled = settle(&rows, seats, tie);
    if let Some(first) = line.tied.first() {
        let empty = totals.total.get(*first as usize) == Some(&0);
        match (tie, points.method) {
            (Tie::All, Method::Dots(budget)) if empty => return cover(points, seats, budget),
            (Tie::Supporters, _) if settled.tied.is_empty() => {}
            _ => return ONE,
        }
    }
    let search = Search {
        gives: by_option(points),
        totals,
        most: i64::from(most),
        all: points.weights.iter().sum(),
        supporters: tie == Tie::Supporters,
    };
    let inside: BTreeSet<u32> = settled.forward.iter().copied().collect();
    let level = search.least(&inside, 0);
    if matches!(tie, Tie::Lot { .. }) {
        let ahead = search.least(&inside, 1);
        return Flip { ballots: ahead, exact: ahead == level };
    }
    Flip { ballots: level, exact: true }
}

/// What a ballot gives to one option.
#[derive(Debug, Clone, Copy)]
struct Given {
    kind: usize,
    points: i64,
    agrees: i64,
    times: u64,
}

fn by_option(points: &Points) -> Vec<Vec<Given>> {
    let mut gives = vec![Vec::new(); points.options];
    for (kind, &times) in points.weights.iter().enumerate() {
        for cell in points.cells(kind) {
            if let Some(gives) = gives.get_mut(cell.option as usize) {
                let agrees = i64::from(cell.agrees);
                gives.push(Given { kind, points: i64::from(cell.points), agrees, times });
            }
        }
    }
    gives
}

struct Search<'a> {
    gives: Vec<Vec<Given>>,
    totals: &'a Totals,
    most: i64,
    all: u64,
    supporters: bool,
}

impl Search<'_> {
    fn key(&self, option: u32) -> (u64, u64) {
        let at = |of: &[u64]| of.get(option as usize).copied().unwrap_or(0);
        (at(&self.totals.total), if self.supporters { at(&self.totals.supporters) } else { 0 })
    }

    /// The fewest ballots with which some option outside has at least `more` points more than some option inside, or as
    /// many and no fewer supporters.
    fn least(&self, inside: &BTreeSet<u32>, more: i64) -> Option<u64> {
        let all = 0..u32::try_from(self.gives.len()).unwrap_or(u32::MAX);
        let mut lowest: Vec<u32> = inside.iter().copied().collect();
        lowest.sort_by_key(|o| self.key(*o));
        let mut highest: Vec<u32> = all.filter(|option| !inside.contains(option)).collect();
        highest.sort_by_key(|o| Reverse(self.key(*o)));
        let mut best: Option<u64> = None;
        for &y in &lowest {
            for &z in &highest {
                let gap = self.key(y).0.saturating_sub(self.key(z).0).saturating_add(more.unsigned_abs());
                // No ballot brings the two nearer by more than twice the most.
                let bound = gap.div_ceil(2 * self.most.unsigned_abs()).max(1);
                if best.is_some_and(|best| bound >= best) {
                    break;
                }
                let found = self.pair(y, z, more);
                best = best.into_iter().chain(found).min();
            }
        }
        best
    }

    /// The fewest ballots with which `z` draws level with `y`.
    fn pair(&self, y: u32, z: u32, more: i64) -> Option<u64> {
        let list = |option: u32| self.gives.get(option as usize).map_or(&[][..], Vec::as_slice);
        let gained = |points: i64, agrees: i64| {
            (points.saturating_add(self.most), if self.supporters { agrees + 1 } else { 0 })
        };
        let (mut left, mut right) = (list(y), list(z));
        let mut gains: Vec<((i64, i64), u64)> = Vec::with_capacity(left.len() + right.len() + 1);
        let mut rest = self.all;
        loop {
            let (points, agrees, times) = match (left.first(), right.first()) {
                (Some(a), Some(b)) if a.kind == b.kind => {
                    (left, right) = (rest_of(left), rest_of(right));
                    (a.points - b.points, a.agrees - b.agrees, a.times)
                }
                (Some(a), b) if b.is_none_or(|b| a.kind < b.kind) => {
                    left = rest_of(left);
                    (a.points, a.agrees, a.times)
                }
                (_, Some(b)) => {
                    right = rest_of(right);
                    (-b.points, -b.agrees, b.times)
                }
                (_, None) => break,
            };
            rest = rest.saturating_sub(times);
            gains.push((gained(points, agrees), times));
        }
        gains.push((gained(0, 0), rest));
        gains.sort_unstable_by_key(|gain| Reverse(gain.0));
        let ((total_y, for_y), (total_z, for_z)) = (self.key(y), self.key(z));
        let mut short = (
            i128::from(total_y) - i128::from(total_z) + i128::from(more),
            i128::from(for_y) - i128::from(for_z),
        );
        let mut taken = 0_u64;
        for ((total, supporters), times) in gains {
            let (total, supporters) = (i128::from(total), i128::from(supporters));
            if let Some(few) = enough(short, total, supporters).filter(|few| *few <= i128::from(times)) {
                return Some(taken.saturating_add(few as u64).max(1));
            }
            short = (short.0 - total * i128::from(times), short.1 - supporters * i128::from(times));
            taken += times;
        }
        None
    }
}

fn rest_of<T>(list: &[T]) -> &[T] {
    list.get(1..).unwrap_or_default()
}

/// How many equal gains make up for what is short: fewer than nothing in total, or nothing in total and in supporters.
fn enough(short: (i128, i128), total: i128, supporters: i128) -> Option<i128> {
    let made_up = |by: i128| short.0 < by * total || (short.0 == by * total && short.1 <= by * supporters);
    if made_up(0) {
        return Some(0);
    }
    if total > 0 {
        let level = short.0.max(0) / total + i128::from(short.0.max(0) % total > 0);
        return [level, level + 1].into_iter().find(|by| made_up(*by));
    }
    if short.0 > 0 || supporters <= 0 {
        return None;
    }
    Some(short.1 / supporters + i128::from(short.1 % supporters > 0))
}

/// The fewest ballots with which as many options as seats get a dot, where fewer have one.
fn cover(points: &Points, seats: usize, budget: Budget) -> Flip {
    let all: u64 = points.weights.iter().sum();
    let (seats, dots) = (seats as u64, u64::from(budget.dots));
    if all.saturating_mul(dots) < seats {
        return NEVER;
    }
    let mut left = points.weights.clone();
    let mut holders = vec![0_u64; points.options];
    for (kind, &times) in left.iter().enumerate() {
        for cell in points.cells(kind) {
            if let Some(holders) = holders.get_mut(cell.option as usize) {
                *holders += times;
            }
        }
    }
    let covered = |holders: &[u64]| holders.iter().filter(|n| **n > 0).count() as u64;
    let bound = seats.saturating_sub(covered(&holders)).div_ceil(dots);
    let mut replaced = 0_u64;
    while covered(&holders).saturating_add(replaced.saturating_mul(dots)) < seats {
        let alone = |kind: usize| {
            points.cells(kind).iter().filter(|c| holders.get(c.option as usize) == Some(&1)).count()
        };
        let kinds = (0..left.len()).filter(|&kind| left.get(kind).is_some_and(|times| *times > 0));
        let Some(kind) = kinds.min_by_key(|&kind| alone(kind)) else { break };
        for cell in points.cells(kind) {
            if let Some(holders) = holders.get_mut(cell.option as usize) {
                *holders = holders.saturating_sub(1);
            }
        }
        if let Some(times) = left.get_mut(kind) {
            *times -= 1;
        }
        replaced += 1;
    }
    Flip { ballots: Some(replaced), exact: replaced == bound }
}
