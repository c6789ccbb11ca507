//! How fast votes are counted: 10,000 ballots on 100 options.
//!
//! `cargo bench --bench tally` prints it; a number after `--` is the seed.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench prints, and fails loudly")]

use std::time::Instant;

use talkoot::planner::random::Random;
use talkoot::tally::solid::{Memberships, Parts, flip, resampled, rules};
use talkoot::tally::{Book, Budget, Mark, Method, Points, Tie, settle};

fn main() {
    let seed = std::env::args().filter_map(|word| word.parse().ok()).next().unwrap_or(0);
    println!("10000 ballots, 100 options {:>12} {:>12} {:>12}", "sorting out", "count, ties", "solidity");
    let dots = Method::Dots(Budget { dots: 20, cap: 1 });
    for (name, method, marks) in
        [("dots", dots, 20), ("score", Method::Score, 100), ("rank", Method::Rank, 100)]
    {
        show(name, method, marks, seed);
    }
}

fn show(name: &str, method: Method, marks: usize, seed: u64) {
    let mut random = Random::new(seed);
    let mut book = Book::default();
    for number in 0..10_000_u32 {
        let mut options: Vec<u32> = (0..100).collect();
        random.shuffle(&mut options);
        let value = |rank: u32, random: &mut Random| match method {
            Method::Rank => rank,
            Method::Score => 1 + random.below(5) as u32,
            _ => 1,
        };
        let chosen = options.into_iter().take(marks).zip(1..);
        let mut marks: Vec<Mark> =
            chosen.map(|(option, rank)| Mark { option, value: Some(value(rank, &mut random)) }).collect();
        book.add(&number.to_string(), number % 2, &mut marks);
    }
    let time = |begun: Instant| begun.elapsed().as_secs_f64() * 1e3;
    let begun = Instant::now();
    let profile = book.sort_out(100, method).profile;
    let points = Points::of(&profile);
    let sorting = time(begun);
    let begun = Instant::now();
    let totals = points.totals();
    let settled = settle(&totals.rows(), 10, Tie::Supporters);
    let counting = time(begun);
    let begun = Instant::now();
    let few = flip(&points, &totals, 10, Tie::Supporters);
    let parts = Parts::of(&profile, &Memberships { groups: 2, of: vec![vec![0], vec![1]] });
    let without = parts.without(&points, &totals, 10, Tie::Supporters).len();
    let others = rules(&profile, &totals).len();
    let same = resampled(&points, &totals, 10, Tie::Supporters, seed).unwrap();
    let solid = time(begun);
    println!(
        "{name:<26} {sorting:>9.1} ms {counting:>9.1} ms {solid:>9.1} ms; {} forward, flip {:?}, {without} groups, {others} rules, {same}",
        settled.forward.len(),
        few.ballots
    );
}
