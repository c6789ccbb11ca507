//! The same events as files: permuted, repeated, split over many files, delivered in pieces that end in the middle of a line.

use std::fs::OpenOptions;
use std::io::Write;

use proptest::prelude::*;
use talkoot::journal::collect::Lines;
use talkoot::journal::digest::Digest;
use talkoot::journal::disk::Disk;
use talkoot::journal::line::{HeaderFields, Line, OPEN, object};
use talkoot::report::json::{Json, What};
use talkoot::session::{Session, silent};
use talkoot::workshop::event::Event;
use talkoot::workshop::id::{EventId, RunId};
use talkoot::workshop::text::Lang;
use talkoot::world::{Clock, World};

use super::order::assert_same;
use super::play::{play, skews, steps, union};
use crate::common::device::{NOW, fold};

/// The events as lines: for each device a run of its own with its header.
fn lines(events: &[Event]) -> Vec<Vec<u8>> {
    let mut devices: Vec<&str> = events.iter().map(|event| event.device.as_ref()).collect();
    devices.sort_unstable();
    devices.dedup();
    let mut lines = Vec::new();
    for (number, device) in devices.into_iter().enumerate() {
        let run = RunId(0x2222_0000_0000_0000 + number as u64);
        let mut line = Line {
            run,
            n: 0,
            id: EventId::new(run, 0),
            stamp: Default::default(),
            kind: OPEN.into(),
            who: None,
            device: None,
            must: false,
            d: object("{}".into()).unwrap(),
            previous: Digest::ZERO,
            digest: Digest::ZERO,
            header: Some(HeaderFields {
                sid: "k7q2m9x4ab".parse().unwrap(),
                dev: device.into(),
                app: "0.1.0".into(),
                version: 1,
            }),
        };
        lines.push(line.encode().unwrap());
        for event in events.iter().filter(|event| event.device.as_ref() == device) {
            line = Line {
                n: line.n + 1,
                id: event.id,
                stamp: event.stamp,
                kind: event.kind.name().into(),
                who: Some(event.who.as_ref().into()),
                d: object(event.kind.write(&event.frame).unwrap()).unwrap(),
                previous: line.digest,
                header: None,
                ..line
            };
            lines.push(line.encode().unwrap());
        }
    }
    lines
}

fn world(at: &std::path::Path) -> World {
    World {
        clock: Clock::Stands(NOW),
        seed: Some(1),
        device: Some("d-reader".into()),
        lang: Lang::En,
        sessions: at.join("sessions"),
        state: at.join("state"),
        timezone: "Europe/Helsinki".into(),
        storage: Disk::shared(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn however_the_lines_arrive_the_state_is_the_same(
        skews in skews(),
        steps in steps(40),
        files in 1..6_usize,
        places in prop::collection::vec((any::<prop::sample::Index>(), 0..6_usize), 1..80),
        pieces in prop::collection::vec((0..6_usize, 1..900_usize, any::<bool>()), 1..60),
    ) {
        let events = union(&play(skews, &steps));
        let whole = fold(&events);
        // Every line once, in an order that is drawn, in a file that is drawn; then some of them again elsewhere.
        let mut contents: Vec<Vec<u8>> = vec![Vec::new(); files];
        let all = lines(&events);
        let mut left = all.clone();
        let mut draw = places.iter().cycle();
        while !left.is_empty() {
            let (at, file) = draw.next().unwrap();
            let line = left.swap_remove(at.index(left.len()));
            contents[file % files].extend([line.as_slice(), b"\n"].concat());
        }
        for (at, file) in &places {
            contents[(file + 1) % files].extend([at.get(&all).as_slice(), b"\n"].concat());
        }

        let folder = tempfile::tempdir().unwrap();
        let world = world(folder.path());
        let sid = "k7q2m9x4ab".parse().unwrap();
        let mut session =
            Session::begin(&world, "demo".parse().unwrap(), sid, Lines::new(), "desk", silent());
        let log = session.folder().join("log");
        std::fs::create_dir_all(&log).unwrap();
        let mut given = vec![0; files];
        let mut give = |file: usize, most: usize| {
            let rest = &contents[file][given[file]..];
            let piece = &rest[..rest.len().min(most)];
            let path = log.join(format!("{:016x}.in.jsonl", 0x3333 + file));
            OpenOptions::new().create(true).append(true).open(path).unwrap().write_all(piece).unwrap();
            given[file] += piece.len();
        };
        for (file, most, look) in pieces {
            give(file % files, most);
            if look {
                session.pull();
            }
        }
        for file in 0..files {
            give(file, usize::MAX);
        }
        session.pull();
        assert_same(&whole, &session.workshop);
        let told = |workshop| Json::of(&What::All.model(workshop), What::All).bytes();
        prop_assert_eq!(told(&whole), told(&session.workshop));
        prop_assert!(session.reader().damage().is_empty());
        prop_assert!(session.reader().holes().is_empty());
    }
}
