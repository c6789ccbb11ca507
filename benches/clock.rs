//! How long the clock thinks: a day laid in time, who pays for an overrun, and what a change would do.
//!
//! `cargo bench --bench clock` prints medians and the most of all runs. Whoever presses a key waits for these.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench prints, and fails loudly"
)]

use std::hint::black_box;
use std::time::Instant;

use jiff::{SignedDuration, Timestamp};
use talkoot::workshop::Workshop;
use talkoot::workshop::command::Request;
use talkoot::workshop::decide::Context;
use talkoot::workshop::foresee::foresee;
use talkoot::workshop::paying::{bill, problem};
use talkoot::workshop::schedule::slots_of;

fn main() {
    println!("{:<56} {:>10} {:>10}", "", "median ms", "most ms");
    for items in [20, 100, 500] {
        let workshop = day(items);
        for late in [5, 60, 600] {
            let now = begin() + SignedDuration::from_mins(10 + late);
            let slots = slots_of(&workshop, now);
            let bill_of = || bill(&workshop, &slots, 1, now);
            let found = bill_of();
            let name = format!(
                "who pays, {items} items, {late} min late: {} missed, {} ways",
                found.missed.len(),
                found.proposals.len()
            );
            measure(&name, bill_of);
        }
        let now = begin() + SignedDuration::from_mins(15);
        measure(&format!("{items} items laid in time"), || slots_of(&workshop, now));
        let request = r#"{"do":"item.extend","item":"i0","minutes":5}"#;
        let requests = [Request::read(request).unwrap()];
        let context = Context { now, who: "desk".into(), device: "d".into(), seed: 0, ballot_key: None };
        measure(&format!("what five minutes more would do, {items} items"), || {
            let ahead = foresee(&workshop, &requests, &context).unwrap();
            slots_of(&ahead, now)
        });
    }
    // Numbers alone: every item can give, weighs something else, and a stop in every ten is late by more and more.
    let parts = (0..100_i64).map(|n| problem::Part {
        begins: None,
        length: 30,
        gives: n % 17,
        droppable: n % 3 == 0,
        weight: 1 + n % 5,
        stop: (n % 10 == 9).then_some(30 * n + n / 10),
    });
    for late in [1, 30, 240, 1_440] {
        let day = problem::Day { free: late, parts: parts.clone().collect() };
        measure(&format!("three ways in numbers, 100 items, {late} min late"), || day.ways(3));
    }
}

fn begin() -> Timestamp {
    "2017-11-28T07:00:00Z".parse().unwrap()
}

/// A day of items of ten minutes, the first of which runs; every tenth is a hard stop.
fn day(items: usize) -> Workshop {
    let context = Context { now: begin(), who: "desk".into(), device: "d".into(), seed: 0, ballot_key: None };
    let mut lines = vec![
        r#"{"do":"session.describe","title":"t","starts":"2017-11-28T09:00","timezone":"Europe/Helsinki"}"#
            .to_owned(),
    ];
    for n in 0..items {
        let stop = n % 10 == 9;
        lines.push(format!(
            r#"{{"do":"item.add","id":"i{n}","day":1,"title":"Item {n}","minutes":10,"shortest":{},"stop":{stop},"droppable":{},"weight":{}}}"#,
            3 + n % 6,
            n % 4 == 1,
            1 + n % 5
        ));
    }
    lines.push(r#"{"do":"item.start","item":"i0"}"#.to_owned());
    let requests: Vec<Request> = lines.iter().map(|line| Request::read(line).unwrap()).collect();
    foresee(&Workshop::new(), &requests, &context).unwrap()
}

fn measure<T>(name: &str, mut work: impl FnMut() -> T) {
    let mut times: Vec<f64> = (0..51)
        .map(|_| {
            let begun = Instant::now();
            black_box(work());
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    println!("{name:<56} {:>10.3} {:>10.3}", times[times.len() / 2], times[times.len() - 1]);
}
