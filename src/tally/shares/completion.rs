//! Spending what Equal Shares leaves over.

use std::cmp::Reverse;

use super::election::Election;
use super::run::run;

/// What a completion gives.
pub(super) struct Raised {
    pub(super) winners: Vec<usize>,
    /// How many times as large as asked for the largest step was.
    pub(super) factor: u128,
}

/// The winners when the endowment is raised step by step: the last outcome that the real budget pays for, or the first to which
/// nothing that anybody supports can be added. `first` is the outcome of the real budget. Where very many steps would be needed, the
/// later ones are larger ([`Pace`]).
///
/// Steps of one unit a voter are "Add1" (Faliszewski et al. 2023, *Participatory Budgeting: Data, Tools and Analysis*).
pub(super) fn raised(election: &Election, projects: &[usize], first: &[usize], step: u128) -> Raised {
    let mut pace = Pace::of(election, step);
    // Where all of it can be paid, nothing is dropped on the way until everything has been bought.
    if election.total(projects) <= u128::from(election.budget()) {
        return Raised { winners: projects.to_vec(), factor: pace.factor };
    }
    let mut endowment = u128::from(election.budget());
    let mut last = first.to_vec();
    // With the whole budget in every purse, whoever is left could pay alone for whatever still fits: then an outcome is complete
    // or beyond the budget. So this ends.
    while !complete(election, projects, &last) {
        endowment = endowment.saturating_add(pace.next());
        match run(election, projects, endowment, election.budget()) {
            Some(bought) => last = bought.projects,
            None => break,
        }
    }
    Raised { winners: last, factor: pace.factor }
}

/// What is done at most in steps of the size asked for: steps, times voters, projects and votes.
const WORK: u64 = 1 << 26;
/// The fewest and the most of these steps.
const STEPS: (u64, u64) = (10_000, 1_000_000);
/// By this part of them, steps of each larger size.
const PART: u64 = 64;

/// How large the steps are: of the size asked for, so many of them that most elections end there; then of twice that size, of four
/// times, and so on, a sixty-fourth as many of each. So the number of steps grows with the number of digits of the budget and not with
/// the budget, and the way that has been gone before a larger step is hundreds of times as long as the step.
struct Pace {
    step: u128,
    factor: u128,
    left: u64,
    more: u64,
}

impl Pace {
    fn of(election: &Election, step: u128) -> Self {
        let votes: usize = election.ballots().iter().map(Vec::len).sum();
        let size = (votes + election.ballots().len() + election.projects().len()) as u64;
        let fine = (WORK / size.max(1)).clamp(STEPS.0, STEPS.1);
        Self { step: step.max(1), factor: 1, left: fine, more: fine / PART }
    }

    fn next(&mut self) -> u128 {
        if self.left == 0 {
            self.factor = self.factor.saturating_mul(2);
            self.left = self.more;
        }
        self.left -= 1;
        self.step.saturating_mul(self.factor)
    }
}

/// Whether nothing can be added any more.
pub(super) fn complete(election: &Election, projects: &[usize], winners: &[usize]) -> bool {
    let mut won = vec![false; election.projects().len()];
    for winner in winners {
        if let Some(slot) = won.get_mut(*winner) {
            *slot = true;
        }
    }
    let spent = election.total(winners);
    let others = projects.iter().filter(|project| !won.get(**project).copied().unwrap_or(true));
    let cheapest = others.map(|project| election.cost(*project)).min();
    cheapest.is_none_or(|cost| spent + u128::from(cost) > u128::from(election.budget()))
}

/// Projects with the same utility in all, each of which would have fitted in alone, where not all did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct LineTie {
    /// All of them, in the order handed in.
    pub tied: Vec<usize>,
    /// Whether, of some that as many support, the id decided; else the number of supporters did.
    pub by_id: bool,
}

/// Adds, by utility in all, whatever still fits into the budget: of two with the same the one that more support, then the one whose
/// id comes first as text; and says where that mattered. From nothing, this is the rule that most towns use (`greedy` in Pabulib).
pub(super) fn greedy(
    election: &Election,
    projects: &[usize],
    winners: Vec<usize>,
) -> (Vec<usize>, Vec<LineTie>) {
    let mut order: Vec<(u128, usize, u32, usize)> = projects
        .iter()
        .filter(|project| !winners.contains(project))
        .map(|project| {
            let backers = election.backers(*project);
            let weight: u128 = backers.iter().map(|(_, weight)| u128::from(*weight)).sum();
            (weight, backers.len(), election.rank(*project), *project)
        })
        .collect();
    order.sort_by_key(|(weight, backers, rank, _)| (Reverse((*weight, *backers)), *rank));
    let mut winners = winners;
    let mut ties = Vec::new();
    let mut room = u128::from(election.budget()).saturating_sub(election.total(&winners));
    for level in order.chunk_by(|a, b| a.0 == b.0) {
        // Those that fit in alone: their number of supporters, and whether they are in.
        let mut could: Vec<(usize, usize, bool)> = Vec::new();
        let before = room;
        for &(_, backers, _, project) in level {
            let cost = u128::from(election.cost(project));
            let fits = cost <= room;
            if fits {
                room -= cost;
                winners.push(project);
            }
            if cost <= before {
                could.push((project, backers, fits));
            }
        }
        if could.iter().any(|(_, _, fits)| !fits) {
            let mut alike = could.chunk_by(|a, b| a.1 == b.1);
            let by_id = alike.any(|run| run.iter().any(|it| it.2) && run.iter().any(|it| !it.2));
            let mut tied: Vec<usize> = could.iter().map(|(project, _, _)| *project).collect();
            tied.sort_unstable();
            ties.push(LineTie { tied, by_id });
        }
    }
    (winners, ties)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::tally::shares::tests::{election, small};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(16))]

        #[test]
        fn steps_grow_only_after_a_long_way_and_bring_any_budget_within_reach(asked in small(), step in 1_u128..1_000) {
            let mut pace = Pace::of(&asked, step);
            let (fine, part) = (pace.left, pace.left / PART);
            let (mut way, mut steps) = (0_u128, 0_u64);
            while way < 1 << 85 {
                let next = pace.next();
                prop_assert!(next == step || (steps >= fine && next * 128 <= way), "{next} after {way}");
                (way, steps) = (way + next, steps + 1);
            }
            prop_assert!(steps <= fine + 86 * part.max(1));
        }
    }

    #[test]
    fn large_elections_take_several_thousand_steps_of_the_size_asked_for() {
        let ballots = vec![(0..20).map(|project| (project, 1)).collect::<Vec<_>>(); 5_000];
        assert_eq!(Pace::of(&election(&[(1, 1); 20], &ballots, 1), 1).left, STEPS.0);
        assert_eq!(Pace::of(&election(&[], &[], 1), 1).left, STEPS.1);
    }
}
