//! Agreement: the middle of what each option was given, how many agree, van der Eijk's A, Kendall's W, common ground, and what
//! changed between two rounds.

use std::cmp::Reverse;

use super::groups::FEWEST;
use super::profile::Profile;
use super::share::Share;
use super::solid::Parts;
use super::spread::{Middle, Quarters, agreement, middle};

/// How far the ballots agree on one option.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Accord {
    /// The median and the interquartile range of what it was given; of dots and approval, nothing counts as 0.
    pub middle: Option<Middle>,
    /// The share of those who agree: of all ballots for dots, approval and first ranks, else of those that mark it
    /// ([`super::Method::share_of_all`]).
    pub agree: Share,
    /// Van der Eijk's A; only for scores and gradients.
    pub a: Option<f64>,
}

/// What was given to each option: values ascending, each with how often.
fn given(profile: &Profile) -> Vec<Vec<(u32, u64)>> {
    let mut given: Vec<Vec<(u32, u64)>> = vec![Vec::new(); profile.options()];
    for (weight, marks) in profile.iter() {
        for &(option, value) in marks {
            if let Some(given) = given.get_mut(option as usize) {
                given.push((value, weight));
            }
        }
    }
    for values in &mut given {
        if profile.method().blank_speaks() {
            let marked: u64 = values.iter().map(|(_, times)| times).sum();
            values.push((0, profile.ballots().saturating_sub(marked)));
        }
        values.sort_unstable();
        let sums = values.chunk_by(|a, b| a.0 == b.0);
        *values = sums.filter_map(|run| Some((run.first()?.0, run.iter().map(|v| v.1).sum()))).collect();
    }
    given
}

/// The agreement on each option, by its number.
pub(crate) fn accord(profile: &Profile) -> Vec<Accord> {
    let method = profile.method();
    let one = |values: Vec<(u32, u64)>| {
        let times = |which: &dyn Fn(u32) -> bool| -> u64 {
            values.iter().filter(|(value, _)| which(*value)).map(|(_, times)| times).sum()
        };
        let of = if method.share_of_all() { profile.ballots() } else { times(&|_| true) };
        let agree = Share { some: times(&|v| method.agrees(v)), of };
        let steps = method
            .steps()
            .and_then(|steps| agreement(&(1..=steps).map(|step| times(&|v| v == step)).collect::<Vec<_>>()));
        Accord { middle: middle(&values), agree, a: steps }
    };
    given(profile).into_iter().map(one).collect()
}

/// The median of each option.
pub(super) fn medians(profile: &Profile) -> Vec<Option<Quarters>> {
    given(profile).iter().map(|values| middle(values).map(|middle| middle.median)).collect()
}

/// Why there is no coefficient of concordance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum NoConcordance {
    /// The ballots are no rankings.
    NotRankings,
    /// A ballot leaves an option out.
    Incomplete,
    /// Fewer than two ballots or two options, or every ballot puts all options level.
    NothingToCompare,
}

/// Kendall's coefficient of concordance W, corrected for ties: 0 where the rankings have nothing in common, 1 where all are
/// the same.
///
/// Source: M. G. Kendall and B. Babington Smith, *The Problem of m Rankings*, Annals of Mathematical Statistics 10 (1939);
/// for ties M. G. Kendall, *Rank Correlation Methods* (1948): W = 12·S / (m²·(n³−n) − m·ΣT) for m rankings of n options, S
/// the sum of squares of the options' rank sums around their mean, equal ranks counted with their middle, and T = Σ(t³−t)
/// over the sets of t equal ranks of a ballot. Reckoned in whole numbers, divided at the end.
///
/// # Errors
/// Where W has no meaning, with the reason.
pub(crate) fn concordance(profile: &Profile) -> Result<f64, NoConcordance> {
    if profile.method() != super::Method::Rank {
        return Err(NoConcordance::NotRankings);
    }
    let n = profile.options() as i128;
    let m = i128::from(profile.ballots());
    if n < 2 || m < 2 {
        return Err(NoConcordance::NothingToCompare);
    }
    // Twice the rank sums, so that the middle of equal ranks is whole.
    let mut sums = vec![0_i128; profile.options()];
    let mut ties = 0_i128;
    for (weight, marks) in profile.iter() {
        if marks.len() < profile.options() {
            return Err(NoConcordance::Incomplete);
        }
        let mut order: Vec<(u32, u32)> = marks.iter().map(|(option, rank)| (*rank, *option)).collect();
        order.sort_unstable();
        let mut before = 0_i128;
        for level in order.chunk_by(|a, b| a.0 == b.0) {
            let t = level.len() as i128;
            for (_, option) in level {
                if let Some(sum) = sums.get_mut(*option as usize) {
                    *sum += (2 * before + t + 1) * i128::from(weight);
                }
            }
            ties += (t * t * t - t) * i128::from(weight);
            before += t;
        }
    }
    let mean = m * (n + 1);
    let squares: i128 = sums.iter().map(|sum| (sum - mean) * (sum - mean)).sum();
    let below = m * m * (n * n * n - n) - m * ties;
    // Four times the squares, for the sums are doubled.
    if below == 0 { Err(NoConcordance::NothingToCompare) } else { Ok((3 * squares) as f64 / below as f64) }
}

/// The rate that each group has to reach.
const COMMON: Share = Share { some: 6, of: 10 };

/// The options that are common ground: every group that is large enough to be looked at reaches 60 % agreeing, of at least
/// [`FEWEST`] ballots each; those with the largest product of the groups' rates first. None where no division (what stands before
/// the `=` of a group's name) has two such groups: a language and a kind overlap, and agree with themselves.
///
/// Groups whose rates multiply: C. Small and others, *Polis: Scaling Deliberation by Mapping High Dimensional Opinion
/// Spaces*, Recerca 26 (2021), group-aware consensus. The products are compared exactly.
pub(crate) fn common_ground(profile: &Profile, parts: &Parts, groups: &[String]) -> Vec<u32> {
    let method = profile.method();
    let options = profile.options();
    let division = |group: &String| group.split_once('=').map_or("", |(division, _)| division).to_owned();
    let large = groups.iter().zip(&parts.ballots).filter(|(_, kinds)| !kinds.is_empty());
    let mut divisions: Vec<String> = large.map(|(group, _)| division(group)).collect();
    divisions.sort_unstable();
    if !divisions.chunk_by(|a, b| a == b).any(|groups| groups.len() > 1) {
        return Vec::new();
    }
    let mut rates: Vec<Vec<Share>> = vec![Vec::new(); options];
    for (group, kinds) in parts.ballots.iter().enumerate().filter(|(_, kinds)| !kinds.is_empty()) {
        let size = if method.share_of_all() { parts.size(group) } else { 0 };
        let mut of_group = vec![Share { some: 0, of: size }; options];
        for &(kind, times) in kinds {
            for &(option, value) in profile.marks(kind as usize) {
                let Some(share) = of_group.get_mut(option as usize) else { continue };
                share.some += if method.agrees(value) { times } else { 0 };
                share.of += if method.share_of_all() { 0 } else { times };
            }
        }
        for (rates, share) in rates.iter_mut().zip(of_group) {
            rates.push(share);
        }
    }
    let reaches = |rate: &Share| rate.of >= FEWEST as u64 && rate.reaches(COMMON);
    let shared = (0_u32..).zip(rates).filter(|(_, rates)| rates.iter().all(reaches));
    let mut common: Vec<(u32, Vec<Share>)> = shared.collect();
    common.sort_by(|(_, a), (_, b)| larger_product(a, b));
    common.into_iter().map(|(option, _)| option).collect()
}

/// Which of two products of shares is larger; that one comes first. a/b against c/d is a·d against c·b.
fn larger_product(a: &[Share], b: &[Share]) -> std::cmp::Ordering {
    let wide = |above: &[Share], below: &[Share]| {
        let factors = above.iter().map(|share| share.some).chain(below.iter().map(|share| share.of));
        let mut product = vec![1_u32];
        factors.for_each(|factor| multiply(&mut product, factor));
        while product.last() == Some(&0) {
            product.pop();
        }
        product
    };
    let (a, b) = (wide(a, b), wide(b, a));
    Reverse((a.len(), a.iter().rev().collect::<Vec<_>>())).cmp(&Reverse((b.len(), b.iter().rev().collect())))
}

/// Multiplies a number written in digits of 32 bits, the lowest first.
fn multiply(number: &mut Vec<u32>, factor: u64) {
    let mut carry = 0_u128;
    for digit in number.iter_mut() {
        let sum = u128::from(*digit) * u128::from(factor) + carry;
        *digit = sum as u32;
        carry = sum >> 32;
    }
    while carry > 0 {
        number.push(carry as u32);
        carry >>= 32;
    }
}

/// What became of an option between two rounds of voting on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Change {
    /// By how many ranks it rose; below 0 where it fell.
    pub rose: i64,
    /// By how much its median moved, in quarters.
    pub median: Option<i64>,
}

/// The change of one option: its rank and median before and now.
pub(crate) fn change(before: (u32, Option<Quarters>), now: (u32, Option<Quarters>)) -> Change {
    let median = before.1.zip(now.1).map(|(before, now)| now.0 as i64 - before.0 as i64);
    Change { rose: i64::from(before.0) - i64::from(now.0), median }
}
