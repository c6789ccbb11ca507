//! Random histories, played on three laptops.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use talkoot::workshop::event::Event;
use talkoot::workshop::id::EventId;

use crate::common::device::{BEGIN, Device, laptops};
use crate::common::requests::{self, Draw};

/// What happens in a history.
#[derive(Debug, Clone)]
pub enum Step {
    /// A laptop is asked for something.
    Do(usize, Draw),
    /// A laptop does two things as one piece of work.
    Work(usize, Draw, Draw),
    /// A laptop gets another one's events: of each run those up to a number, as when a copy was made some time ago.
    Sync(usize, usize, u8),
}

/// A day, in milliseconds.
const DAY: i64 = 24 * 3600 * 1000;

/// Steps of a history.
pub fn steps(most: usize) -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        10 => (0..3_usize, requests::draw()).prop_map(|(on, draw)| Step::Do(on, draw)),
        1 => (0..3_usize, requests::draw(), requests::draw()).prop_map(|(on, a, b)| Step::Work(on, a, b)),
        2 => (0..3_usize, 1..3_usize, prop_oneof![Just(255_u8), 0..40_u8])
            .prop_map(|(to, by, upto)| Step::Sync((to + by) % 3, to, upto)),
    ];
    prop::collection::vec(step, 1..most)
}

/// How wrong the three clocks are.
pub fn skews() -> impl Strategy<Value = [i64; 3]> {
    let wrong = || prop_oneof![Just(0_i64), -DAY..DAY];
    (wrong(), wrong(), -1000..1000_i64).prop_map(|(one, two, three)| [one, two, three])
}

/// When step number `n` is done.
pub fn time(n: usize) -> Timestamp {
    BEGIN + SignedDuration::from_mins(n as i64)
}

/// The ids of a laptop's events from the latest back, so that small numbers name what has just been done.
pub fn known(laptop: &Device) -> Vec<EventId> {
    laptop.workshop.events().rev().map(|event| event.id).collect()
}

/// Plays a history; `watch` sees the laptop before and after every request that was not refused.
pub fn play_watching(
    skews: [i64; 3],
    steps: &[Step],
    mut watch: impl FnMut(&Device, &Device, &talkoot::workshop::command::Request, &Event),
) -> Vec<Device> {
    let mut laptops = laptops(skews);
    for (n, step) in steps.iter().enumerate() {
        match step {
            Step::Do(on, draw) => {
                let laptop = &mut laptops[*on];
                let request = requests::request(requests::verb(draw[0]), *draw, &known(laptop));
                let before = laptop.clone();
                if let Ok(event) = laptop.obey(&request, time(n)) {
                    watch(&before, laptop, &request, &event);
                }
            }
            Step::Work(on, a, b) => {
                let laptop = &mut laptops[*on];
                let request = requests::request(requests::verb(a[0]), *a, &known(laptop));
                // An undo is a piece of work of its own.
                let first =
                    laptop.obey(&request, time(n)).ok().filter(|first| first.kind.reversal().is_none());
                let request = requests::request(requests::verb(b[0]), *b, &known(laptop));
                if !matches!(request.command.verb(), "undo" | "redo") {
                    let _ = laptop.obey_in(&request, time(n), first.map(|first| first.id));
                }
            }
            Step::Sync(from, to, upto) => {
                let upto = if *upto == 255 { u64::MAX } else { u64::from(*upto) };
                for event in laptops[*from].events().iter().filter(|event| event.id.n < upto) {
                    laptops[*to].take(event, time(n));
                }
            }
        }
    }
    laptops
}

/// Plays a history.
pub fn play(skews: [i64; 3], steps: &[Step]) -> Vec<Device> {
    play_watching(skews, steps, |_, _, _, _| {})
}

/// All events of all laptops, each once, by id.
pub fn union(laptops: &[Device]) -> Vec<Event> {
    let mut all: Vec<Event> = laptops.iter().flat_map(Device::events).collect();
    all.sort_by_key(|event| event.id);
    all.dedup_by_key(|event| event.id);
    all
}
