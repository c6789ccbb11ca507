//! Spending what Equal Shares leaves over.

use std::cmp::Reverse;

use super::election::Election;
use super::run::run;

/// The winners when the endowment is raised step by step: the last outcome that the real budget pays for, or the first to which
/// nothing that anybody supports can be added. `first` is the outcome of the real budget.
///
/// Steps of one unit a voter are "Add1" (Faliszewski et al. 2023, *Participatory Budgeting: Data, Tools and Analysis*).
pub(super) fn raised(election: &Election, projects: &[usize], first: &[usize], step: u128) -> Vec<usize> {
    // Where all of it can be paid, nothing is dropped on the way until everything has been bought.
    if election.total(projects) <= u128::from(election.budget()) {
        return projects.to_vec();
    }
    let mut endowment = u128::from(election.budget());
    let mut last = first.to_vec();
    // With the whole budget in every purse, whoever is left could pay alone for whatever still fits: then an outcome is complete
    // or beyond the budget. So this ends.
    while !complete(election, projects, &last) {
        endowment = endowment.saturating_add(step.max(1));
        match run(election, projects, endowment, election.budget()) {
            Some(bought) => last = bought.projects,
            None => break,
        }
    }
    last
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

/// Adds, by utility in all, whatever still fits into the budget: of two with the same the one that more support, then the one whose
/// id comes first as text. From nothing, this is the rule that most towns use (`greedy` in Pabulib).
pub(super) fn greedy(election: &Election, projects: &[usize], winners: Vec<usize>) -> Vec<usize> {
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
    let mut spent = election.total(&winners);
    for (_, _, _, project) in order {
        let cost = u128::from(election.cost(project));
        if spent + cost <= u128::from(election.budget()) {
            spent += cost;
            winners.push(project);
        }
    }
    winners
}
