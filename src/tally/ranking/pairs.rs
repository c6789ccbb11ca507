//! Options in pairs: how many ballots prefer each to each other, who beats all, and Schulze's method.

use crate::tally::profile::Profile;

/// How many ballots prefer one option to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pairs {
    options: usize,
    prefer: Vec<u64>,
}

impl Pairs {
    /// How many ballots put `a` above `b`.
    pub(crate) fn prefer(&self, a: usize, b: usize) -> u64 {
        self.prefer.get(a * self.options + b).copied().unwrap_or(0)
    }
}

/// Counts the ballots by pairs of options: time and memory grow with the square of the options.
pub(crate) fn pairs(profile: &Profile) -> Pairs {
    let options = profile.options();
    let mut prefer = vec![0_u64; options * options];
    let mut level = vec![u32::MAX; options];
    for (weight, marks) in profile.iter() {
        for &(option, value) in marks {
            if let Some(level) = level.get_mut(option as usize) {
                *level = profile.method().place(value);
            }
        }
        for &(option, value) in marks {
            let place = profile.method().place(value);
            let begin = option as usize * options;
            let Some(row) = prefer.get_mut(begin..begin + options) else { continue };
            for (count, level) in row.iter_mut().zip(&level) {
                *count += if place < *level { weight } else { 0 };
            }
        }
        for &(option, _) in marks {
            if let Some(level) = level.get_mut(option as usize) {
                *level = u32::MAX;
            }
        }
    }
    Pairs { options, prefer }
}

/// The option that more ballots prefer to each other option than the other way round, if there is one (Condorcet, *Essai sur
/// l’application de l’analyse*, 1785).
pub(crate) fn condorcet_winner(pairs: &Pairs) -> Option<u32> {
    let all = 0..pairs.options;
    let beats_all =
        |a: &usize| all.clone().filter(|b| b != a).all(|b| pairs.prefer(*a, b) > pairs.prefer(b, *a));
    all.clone().find(beats_all).and_then(|winner| u32::try_from(winner).ok())
}

/// For each option, how many others it beats by Schulze's method with winning votes; what beats another also beats all that
/// this one beats, so that these numbers order the options, and equal ones share a rank.
///
/// Source: M. Schulze, *A new monotonic, clone-independent, reversal symmetric, and Condorcet-consistent single-winner
/// election method*, Social Choice and Welfare 36 (2011), 267–303. A path is as strong as its weakest link, a link counts
/// if more ballots prefer a to b than b to a and is as strong as their number; a beats b if the strongest path from a to b
/// is stronger than the one back. The strongest paths are found as in Floyd and Warshall's algorithm.
pub(crate) fn schulze(pairs: &Pairs) -> Vec<u64> {
    let n = pairs.options;
    let mut strength = vec![0_u64; n * n];
    for (place, strongest) in strength.iter_mut().enumerate() {
        let (a, b) = (place / n, place % n);
        let (there, back) = (pairs.prefer(a, b), pairs.prefer(b, a));
        *strongest = if there > back { there } else { 0 };
    }
    for by in 0..n {
        let onward: Vec<u64> = strength.get(by * n..(by + 1) * n).map(<[u64]>::to_vec).unwrap_or_default();
        for row in
            strength.chunks_exact_mut(n.max(1)).enumerate().filter(|(a, _)| *a != by).map(|(_, row)| row)
        {
            let first = row.get(by).copied().unwrap_or(0);
            for (strongest, second) in row.iter_mut().zip(&onward) {
                *strongest = (*strongest).max(first.min(*second));
            }
        }
    }
    let at = |a: usize, b: usize| strength.get(a * n + b).copied().unwrap_or(0);
    (0..n).map(|a| (0..n).filter(|&b| a != b && at(a, b) > at(b, a)).count() as u64).collect()
}
