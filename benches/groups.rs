//! How good plans of groups are, and how fast they come: the table of known problems, then exchanges looked at a second.
//!
//! `cargo bench --bench groups` prints it; a number after `--` is the seed.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench prints, and fails loudly"
)]

use std::time::Instant;

use talkoot::planner::{
    Alone, LanguageSet, Person, Problem, Room, Round, Rules, Search, Solution, Unwatched, look_at_exchanges,
    repair, solve, topic_prices,
};

fn main() {
    let seed = std::env::args().filter_map(|word| word.parse().ok()).next().unwrap_or(0);
    println!(
        "{:<28} {:>7} {:>8} {:>8} {:>7} {:>9} {:>11}",
        "", "repeats", "mixing", "bound", "most", "proved", "time"
    );
    for (name, sizes, rounds) in known() {
        let problem = plain(&sizes, rounds);
        show(&name, &problem, Search::seeded(seed));
    }
    let problem = wished(10_000, 11, seed);
    let begun = Instant::now();
    let topics = topic_prices(&problem);
    println!(
        "\n10000 people, {} topics that they rank: {:.1} ms",
        topics[0].1.len(),
        begun.elapsed().as_secs_f64() * 1e3
    );
    println!("\nthe smallest change, proved (median and most of all cases)");
    for (people, rooms) in [(42, 7), (200, 20), (500, 50)] {
        repairs(people, rooms, seed);
    }
    println!("\nexchanges looked at a second");
    for (people, size) in [(42, 6), (500, 10), (10_000, 10)] {
        let problem = plain(&vec![size; people / size], 6);
        let begun = Instant::now();
        let looks = look_at_exchanges(&problem, if people > 1_000 { 4_000_000 } else { 30_000_000 }, seed);
        let seconds = begun.elapsed().as_secs_f64();
        println!("{people:>8} people {:>8.1} million", looks as f64 / seconds / 1e6);
    }
}

/// Name, sizes of the rooms, rounds.
fn known() -> Vec<(String, Vec<usize>, usize)> {
    let even = |rooms: usize, size: usize, rounds: usize| {
        (format!("{} = {rooms}×{size}, {rounds} rounds", rooms * size), vec![size; rooms], rounds)
    };
    let mixed = |large: (usize, usize), small: (usize, usize), rounds: usize| {
        let people = large.0 * large.1 + small.0 * small.1;
        let name = format!("{people} = {}×{}+{}×{}, {rounds} rounds", large.0, large.1, small.0, small.1);
        (name, [vec![large.1; large.0], vec![small.1; small.0]].concat(), rounds)
    };
    vec![
        even(7, 6, 5),
        even(7, 6, 7),
        mixed((2, 6), (6, 5), 8),
        mixed((6, 5), (3, 4), 9),
        even(8, 4, 8),
        even(8, 4, 9),
        even(8, 4, 10),
        even(5, 3, 7),
        even(6, 6, 3),
        even(7, 7, 8),
        even(8, 8, 9),
        even(6, 7, 5),
        even(5, 8, 4),
        even(4, 10, 4),
        even(3, 14, 5),
        even(20, 5, 6),
        even(50, 10, 6),
        even(1_000, 10, 12),
    ]
}

fn plain(sizes: &[usize], rounds: usize) -> Problem {
    let rooms = sizes.iter().map(|&size| Room { min: Some(size), max: Some(size), ..Room::default() });
    Problem {
        people: vec![Person::default(); sizes.iter().sum()],
        rounds: vec![Round { rooms: rooms.collect(), ..Round::default() }; rounds],
        rules: Rules { language: false, ..Rules::default() },
        ..Problem::default()
    }
}

/// People who rank all topics, each at random; a topic takes a tenth more than its share.
fn wished(people: usize, topics: u32, seed: u64) -> Problem {
    let mut random = talkoot::planner::random::Random::new(seed);
    let most = people * 11 / 10 / topics as usize;
    let room = |topic| Room { max: Some(most), topic: Some(topic), ..Room::default() };
    let mut list: Vec<u32> = (0..topics).collect();
    let preferences = (0..people).map(|_| {
        random.shuffle(&mut list);
        // Some topics are dearer to many.
        list.sort_by_key(|topic| random.below(3) as u32 + topic / 3);
        list.clone()
    });
    Problem {
        preferences: preferences.collect(),
        rounds: vec![Round { rooms: (0..topics).map(room).collect(), ..Round::default() }],
        ..plain(&vec![1; people], 0)
    }
}

/// English, Russian and both, colleagues apart, three rooms interpreted, a host a room, rooms of five or six (or what that is in
/// larger halls).
fn workshop(people: usize, rooms: usize) -> Problem {
    let size = people / rooms;
    let languages = |p: usize| match p % 21 {
        0..11 => 1,
        11..17 => 2,
        _ => 3,
    };
    let room =
        |room: usize| Room { min: Some(size - 1), max: Some(size), hosts: vec![room * 3], ..Room::default() };
    Problem {
        people: (0..people)
            .map(|p| Person { languages: LanguageSet(languages(p)), interpreter: false })
            .collect(),
        rounds: vec![Round {
            rooms: (0..rooms).map(room).collect(),
            interpreters: rooms / 2,
            ..Round::default()
        }],
        apart: (0..people / 8).map(|group| vec![group * 8 + 1, group * 8 + 2]).collect(),
        ..Problem::default()
    }
}

/// Everybody in turn does not come; then a host and two others.
fn repairs(people: usize, rooms: usize, seed: u64) {
    let problem = workshop(people, rooms);
    let search = Search { seed, steps: Some(2_000_000) };
    let solution = solve(&problem, search, &Alone, &Unwatched);
    let plan = &solution.plan[0];
    let cases = (0..people.min(60)).map(|p| vec![p]).chain([vec![0, 1, 2], vec![11, 12, 13, 14]]);
    let (mut times, mut moved, mut proved) = (Vec::new(), 0, 0);
    for away in cases {
        let mut now = problem.clone();
        now.rounds[0].absent = away;
        let begun = Instant::now();
        let repaired = repair(&now, 0, plan);
        times.push(begun.elapsed().as_secs_f64() * 1e3);
        moved = moved.max(repaired.moved.len());
        proved += usize::from(repaired.proved);
    }
    times.sort_by(f64::total_cmp);
    println!(
        "{people:>8} people {:>8.1} ms {:>8.1} ms; at most {moved} moved, proved {proved} of {}, broken rules before {}",
        times[times.len() / 2],
        times[times.len() - 1],
        times.len(),
        solution.worth.hard
    );
}

fn show(name: &str, problem: &Problem, search: Search) {
    let begun = Instant::now();
    let Solution { worth, bound, proved, .. } = solve(problem, search, &Alone, &Unwatched);
    let time = begun.elapsed().as_secs_f64() * 1e3;
    println!(
        "{name:<28} {:>7} {:>8} {:>8} {:>7} {:>9} {time:>8.1} ms",
        worth.repeats, worth.mixing, bound.mixing, worth.largest, proved
    );
}
