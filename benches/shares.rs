//! How fast Equal Shares is: 10,000 voters and 200 projects, with completion.
//!
//! `cargo bench --bench shares` prints it.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints, and fails loudly")]

use std::time::Instant;

use talkoot::planner::random::Random;
use talkoot::tally::shares::{Election, Project, equal_shares};

fn main() {
    for (voters, cost_counts) in [(1_000, true), (10_000, true), (10_000, false)] {
        let election = election(voters, 200, cost_counts);
        let begun = Instant::now();
        let shares = equal_shares(&election);
        println!(
            "{voters:>6} voters × 200 projects, {:<9} {:>7.1} ms, {} winners, {} completed",
            if cost_counts { "by cost:" } else { "by count:" },
            begun.elapsed().as_secs_f64() * 1e3,
            shares.winners.len(),
            shares.completed.len()
        );
    }
}

fn election(voters: usize, projects: u32, cost_counts: bool) -> Election {
    let mut random = Random::new(7);
    let mut below = |most: u64| random.below(usize::try_from(most).unwrap()) as u64;
    let project = |number: u32, cost: u64| Project {
        id: format!("P{number:03}"),
        cost,
        gain: if cost_counts { cost } else { 1 },
    };
    let all: Vec<Project> = (0..projects).map(|number| project(number, 5_000 + below(75_000))).collect();
    let ballots = (0..voters)
        .map(|_| {
            let chosen: std::collections::BTreeSet<u32> =
                (0..=below(14)).map(|_| (below(200) * below(200) / 200) as u32).collect();
            chosen.into_iter().map(|project| (project, 1)).collect()
        })
        .collect();
    let budget = all.iter().map(|project| project.cost).sum::<u64>() / 3;
    Election::new(all, ballots, budget, 1).unwrap()
}
