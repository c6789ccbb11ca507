//! Work that must not grow faster than its cause: each at n, 2n and 4n with the seconds it took and the exponent between the last
//! two; then commands on large sessions with the memory that they took. `cargo bench --bench growth [NAME…]` runs all of it, or what
//! is named.
#![allow(clippy::unwrap_used, clippy::print_stdout, reason = "a bench fails loudly and prints")]

mod commands;
#[path = "../world/mod.rs"]
mod world;

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use talkoot::report::json::{Json, What};
use talkoot::session::{Session, silent};
use talkoot::workshop::command::Request;

use world::world;

/// One sort of work: its name, n, and what is prepared and then timed for a number.
struct Work {
    name: &'static str,
    n: usize,
    run: fn(&mut Session, usize) -> Duration,
}

const ALL: [Work; 9] = [
    Work { name: "ideas", n: 10_000, run: |at, n| timed(at, (0..n).map(idea)) },
    Work { name: "edits of one text", n: 5_000, run: |at, n| timed_after(at, 1, (0..n).map(edit)) },
    Work {
        name: "undos",
        n: 2_500,
        run: |at, n| {
            timed_after(at, 1, (0..n).map(edit));
            timed(at, (0..n).map(|_| r#"{"do":"undo"}"#.to_owned()))
        },
    },
    Work {
        name: "redos",
        n: 2_500,
        run: |at, n| {
            timed_after(at, 1, (0..n).map(edit));
            timed(at, (0..n).map(|_| r#"{"do":"undo"}"#.to_owned()));
            timed(at, (0..n).map(|_| r#"{"do":"redo"}"#.to_owned()))
        },
    },
    Work {
        name: "views on the wall",
        n: 5_000,
        run: |at, n| {
            timed(
                at,
                (0..n).map(|n| {
                    format!(r#"{{"do":"stage.show","view":"{}"}}"#, if n % 2 == 0 { "now" } else { "ideas" })
                }),
            )
        },
    },
    Work { name: "ideas merged into one", n: 2_000, run: |at, n| timed_after(at, n + 1, (1..=n).map(merge)) },
    Work { name: "open ballots", n: 2_500, run: |at, n| ballots(at, n, false) },
    Work { name: "secret ballots", n: 500, run: |at, n| ballots(at, n, true) },
    Work {
        name: "ideas shown as JSON",
        n: 10_000,
        run: |at, n| {
            timed(at, (0..n).map(idea));
            let begin = Instant::now();
            let what = What::All;
            std::hint::black_box(Json::of(&what.model(&at.workshop), what).bytes());
            begin.elapsed()
        },
    },
];

fn main() {
    let wanted: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    for work in
        ALL.iter().filter(|work| wanted.is_empty() || wanted.iter().any(|word| work.name.contains(word)))
    {
        let mut line = format!("{:24}", work.name);
        let mut took = Vec::new();
        for times in [1, 2, 4] {
            let folder = tempfile::tempdir().unwrap();
            let world = world(folder.path());
            let mut session = talkoot::sessions::create::empty(&world, "bench", silent()).unwrap();
            let seconds = (work.run)(&mut session, work.n * times).as_secs_f64();
            let _ = write!(line, "{:>8}: {seconds:7.3} s", work.n * times);
            took.push(seconds);
        }
        println!("{line}{}", exponent(&took));
    }
    commands::run(&wanted);
}

/// By which power of n work grew from the last size but one to the last, which is twice as large.
fn exponent(took: &[f64]) -> String {
    match took {
        [.., before, last] => format!("   n^{:.2}", (last / before).log2()),
        _ => String::new(),
    }
}

fn timed(session: &mut Session, lines: impl Iterator<Item = String>) -> Duration {
    let requests: Vec<Request> = lines.map(|line| Request::read(&line).unwrap()).collect();
    let begin = Instant::now();
    for request in &requests {
        session.pull();
        session.execute(request).unwrap();
    }
    session.flush().unwrap();
    begin.elapsed()
}

fn timed_after(session: &mut Session, ideas: usize, lines: impl Iterator<Item = String>) -> Duration {
    timed(session, (0..ideas).map(idea));
    timed(session, lines)
}

fn idea(n: usize) -> String {
    format!(r#"{{"do":"idea.add","id":"i{n}","text":"idea {n}"}}"#)
}

fn edit(n: usize) -> String {
    format!(r#"{{"do":"idea.edit","idea":"i0","text":"other words {n}"}}"#)
}

fn merge(n: usize) -> String {
    format!(r#"{{"do":"idea.merge","ideas":["i0","i{n}"]}}"#)
}

fn ballots(session: &mut Session, n: usize, secret: bool) -> Duration {
    let options = (0..5).map(|n| format!(r#"{{"do":"proposal.add","id":"P{n}","title":"option {n}"}}"#));
    let vote = format!(
        r#"{{"do":"vote.prepare","id":"v","title":"Which?","options":["P0","P1","P2"],"method":"dots","dots":1,"secret":{secret}}}"#
    );
    timed(session, options.chain([vote, r#"{"do":"vote.open","vote":"v"}"#.to_owned()]));
    let cast = |n| format!(r#"{{"do":"vote.cast","vote":"v","paper":{},"votes":{{"P{}":1}}}}"#, n + 1, n % 3);
    timed(session, (0..n).map(cast))
}
