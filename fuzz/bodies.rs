//! What is fuzzed. The same bodies run under cargo-fuzz (`fuzz/fuzz_targets`) and, bounded, with the other tests
//! (`tests/it/fuzz.rs`): no panic, no unbounded memory, and what was read means one thing only.

use talkoot::journal::digest::Digest;
use talkoot::journal::line;
use talkoot::journal::pack::read_pack;
use talkoot::report::json::{Json, What};
use talkoot::workshop::Workshop;
use talkoot::workshop::event::Event;
use talkoot::workshop::id::{EventId, RunId};
use talkoot::workshop::stamp::Stamp;

/// The most events that one fold is made of.
const EVENTS: usize = 64;

/// Any bytes as a line: what counts says again what it said, and is what its digest says.
pub fn line(bytes: &[u8]) {
    // Whether or not it counts, telling which line it was must not fail.
    let _ = line::claim(bytes);
    let Ok(mut read) = line::parse(bytes) else { return };
    let text = std::str::from_utf8(bytes).expect("a line that counts is UTF-8");
    let (guarded, _) = text.rsplit_once(",\"h\":\"").expect("a line that counts has a digest");
    assert_eq!(Digest::of(guarded.as_bytes()), read.digest);
    let again = read.encode().map(|bytes| line::parse(&bytes));
    if let Ok(again) = again {
        let again = again.expect("what was written can be read");
        assert_eq!((again.run, again.n, again.id, again.stamp), (read.run, read.n, read.id, read.stamp));
        assert_eq!((again.kind, again.d.get()), (read.kind.clone(), read.d.get()));
    }
    fold_all(&[(read.id, read.stamp, read.kind.to_string(), read.d.get().to_owned())]);
}

/// Any bytes behind a right digest: what a hand or another program could have written.
pub fn sealed(bytes: &[u8]) {
    let digest = Digest::of(bytes);
    line(&[bytes, format!(",\"h\":\"{digest}\"}}").as_bytes()].concat());
}

/// Any bytes as a pack: read whole, or refused with the place.
pub fn pack(bytes: &[u8]) {
    if let Ok((_, lines)) = read_pack(bytes.to_vec()) {
        for (place, raw) in lines {
            let line = line::parse(&raw).expect("a pack holds lines that count");
            assert_eq!((line.run, line.n, line.digest), (place.run, place.n, place.digest));
        }
    }
}

/// Rows of `kind payload` as events: folded forth, back and twice, they give one state.
pub fn fold(bytes: &[u8]) {
    let text = String::from_utf8_lossy(bytes);
    let rows = text.lines().take(EVENTS).zip(0u64..).map(|(row, n)| {
        let (kind, payload) = row.split_once(' ').unwrap_or((row, "{}"));
        let stamp = Stamp::at(1_511_852_400_000 + i64::try_from(n % 7).unwrap_or(0));
        (EventId::new(RunId(1 + n % 3), n), stamp, kind.to_owned(), payload.to_owned())
    });
    fold_all(&rows.collect::<Vec<_>>());
}

fn fold_all(rows: &[(EventId, Stamp, String, String)]) {
    let events: Vec<Event> = rows
        .iter()
        .map(|(id, stamp, kind, payload)| {
            Event::read(*id, *stamp, "desk".into(), "d-1".into(), kind, payload, payload.len() % 5 == 0)
        })
        .collect();
    let state = |events: &mut dyn Iterator<Item = &Event>| {
        let mut workshop = Workshop::new();
        for event in events {
            workshop.apply(event.clone());
        }
        Json::of(&What::All.model(&workshop), What::All).bytes()
    };
    let forth = state(&mut events.iter());
    assert_eq!(forth, state(&mut events.iter().rev()), "the order of arrival does not matter");
    assert_eq!(forth, state(&mut events.iter().chain(&events)), "repeats do not matter");
}
