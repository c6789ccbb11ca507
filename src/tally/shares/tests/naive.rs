//! Equal Shares word for word: every price from a sorted list of supporters, fractions throughout, nothing remembered.

use num_bigint::BigInt;

use super::super::{Amount, Election};

fn whole(number: u64) -> Amount {
    Amount::from_integer(BigInt::from(number))
}

/// The smallest ρ with Σ min(b, ρ·u) = cost, where there is one. Supporters sorted by b ÷ u: the first so many give all.
fn rho(cost: &Amount, mut backers: Vec<(Amount, Amount)>) -> Option<Amount> {
    backers.sort_by(|a, b| (&a.0 * &b.1).cmp(&(&b.0 * &a.1)));
    (0..backers.len()).find_map(|poor| {
        let given: Amount = backers[..poor].iter().map(|(left, _)| left).sum();
        let among: Amount = backers[poor..].iter().map(|(_, utility)| utility).sum();
        let rho = (cost - given) / among;
        (&rho * &backers[poor].1 <= backers[poor].0).then_some(rho)
    })
}

/// What is bought, with the price of a weight.
pub(super) fn run(election: &Election, endowment: u128) -> Vec<(usize, Amount)> {
    let utility = |voter: usize, project: usize| {
        let set = election.ballots()[voter].iter().find(|(p, _)| *p as usize == project);
        set.map(|(_, weight)| whole(u64::from(*weight) * election.projects()[project].gain))
    };
    let voters = 0..election.ballots().len();
    let supported = |project: usize| voters.clone().any(|voter| utility(voter, project).is_some());
    let all = (0..election.projects().len()).filter(|project| supported(*project));
    let (free, mut open): (Vec<_>, Vec<_>) = all.partition(|p| election.projects()[*p].cost == 0);
    let mut bought: Vec<_> = free.into_iter().map(|project| (project, Amount::default())).collect();
    let share = Amount::new(endowment.into(), voters.len().max(1).into());
    let mut left = vec![share; voters.len()];
    loop {
        let asked = open.iter().filter_map(|project| {
            let of = |voter: usize| Some((left[voter].clone(), utility(voter, *project)?));
            let rho =
                rho(&whole(election.projects()[*project].cost), voters.clone().filter_map(of).collect());
            rho.map(|rho| (rho, election.projects()[*project].id.clone(), *project))
        });
        let Some((rho, _, project)) = asked.min() else { return bought };
        for voter in voters.clone() {
            if let Some(utility) = utility(voter, project) {
                let due = &rho * utility;
                left[voter] = if due < left[voter] { &left[voter] - due } else { Amount::default() };
            }
        }
        bought.push((project, rho * whole(election.projects()[project].gain)));
        open.retain(|other| *other != project);
    }
}

/// The winners with the endowment raised by one unit a voter.
pub(super) fn by_units(election: &Election) -> Vec<usize> {
    let voters = election.ballots().len() as u128;
    let mut endowment = u128::from(election.budget());
    let mut last = Vec::new();
    loop {
        let mut winners: Vec<usize> =
            run(election, endowment).into_iter().map(|(project, _)| project).collect();
        winners.sort_unstable();
        let costs = |projects: &[usize]| projects.iter().map(|p| election.projects()[*p].cost).sum::<u64>();
        if costs(&winners) > election.budget() {
            return last;
        }
        let rest = (0..election.projects().len()).filter(|project| !winners.contains(project));
        let wanted = |p: &usize| election.ballots().iter().any(|b| b.iter().any(|(q, _)| *q as usize == *p));
        let fits = |p: usize| costs(&winners) + election.projects()[p].cost <= election.budget();
        if !rest.filter(wanted).any(fits) {
            return winners;
        }
        (last, endowment) = (winners, endowment + voters.max(1));
    }
}
