//! Power cuts, torn writes, full and failing disks, each seed another story: what was called saved is there afterwards.
//!
//! 500 stories run with the other tests; `TALKOOT_DISK_SEEDS=10000 cargo test --test simulated` tells more of them.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test fails loudly"
)]

mod disk;

use std::collections::BTreeMap;
use std::future::pending;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use talkoot::journal::collect::spilled;
use talkoot::journal::line::{Line, OPEN, parse};
use talkoot::journal::reader::Reader;
use talkoot::journal::sid::Sid;
use talkoot::journal::storage::SharedStorage;
use talkoot::journal::writer::{Draft, Writer, WriterOptions, WriterReport};
use talkoot::workshop::id::{EventId, RunId};
use talkoot::workshop::stamp::Stamp;
use tokio::sync::Notify;

use disk::{Draws, Fate, Mutant, SimDisk};

const SESSION: &str = "/sessions/helsinki-2017-k7q2m9";
const SPILL: &str = "/state/spill";
/// How often the program is started, each time after a power cut.
const LIVES: u64 = 3;

fn sid() -> Sid {
    "k7q2m9x4ab".parse().unwrap()
}

/// What a seed's story has come to.
#[derive(Default)]
struct Story {
    life: u64,
    /// Payloads of all events that were ever handed over.
    given: BTreeMap<EventId, String>,
    /// Those that were said to be saved.
    saved: Vec<EventId>,
    /// What was wrong after a power cut.
    lost: Vec<String>,
}

/// All lines of the session that can be read, in its folder and in the spill folder.
fn lines(storage: &SharedStorage) -> Vec<Line> {
    let mut lines = Reader::with_sid(storage.clone(), Path::new(SESSION), sid()).read_new();
    let away = spilled(storage.as_ref(), Path::new(SPILL), sid()).unwrap().lines;
    lines.extend(away.values().map(|raw| parse(raw).unwrap()));
    lines.retain(|line| &*line.kind != OPEN);
    lines
}

/// Compares what can be read with what was said.
fn judge(story: &mut Story, storage: &SharedStorage) {
    let mut found: BTreeMap<EventId, String> = BTreeMap::new();
    for line in lines(storage) {
        let payload = line.d.get().to_owned();
        if story.given.get(&line.id) != Some(&payload) {
            story.lost.push(format!("{} says what nobody said", line.id));
        }
        if found.insert(line.id, payload.clone()).is_some_and(|before| before != payload) {
            story.lost.push(format!("{} says two things", line.id));
        }
    }
    for id in &story.saved {
        if !found.contains_key(id) {
            story.lost.push(format!("{id} was saved and is gone (life {})", story.life));
        }
    }
}

/// One start of the program: looks at what is there, writes, and loses power somewhere.
fn live(story: &Mutex<Story>, seed: u64, mutant: Mutant) {
    let mut now = story.lock().unwrap();
    judge(&mut now, &(Arc::new(SimDisk::here(Fate::kind(), Mutant::None)) as SharedStorage));
    let life = now.life;
    now.life += 1;
    drop(now);
    let mut draws = Draws::new(seed ^ (life << 32));
    let fails = [0, 0, 40, 12, 4][usize::try_from(draws.below(5)).unwrap()];
    let fate = Fate::new(draws.below(u64::MAX), 1 + draws.below(90), fails);
    let storage: SharedStorage = Arc::new(SimDisk::here(fate, mutant));
    let mut next = life << 16;
    let options = WriterOptions {
        folder: PathBuf::from(SESSION),
        found: false,
        run: RunId((life << 16) + 1),
        reserve: true,
        sid: sid(),
        dev: "d-8f21".into(),
        who: Some("desk".into()),
        app: "0.1.0".into(),
        opening: "{}".into(),
        spill: Some(PathBuf::from(SPILL)),
        next_run: Box::new(move || {
            next += 0x100;
            RunId(next)
        }),
    };
    let said = Arc::new(Mutex::new(Vec::new()));
    let ears = said.clone();
    let report = move |report| {
        if let WriterReport::Saved { up_to, count, .. } = report {
            ears.lock().unwrap().push((up_to, count));
        }
    };
    let writer = Writer::start(storage, options, Box::new(report)).unwrap();
    let mut order = Vec::new();
    for turn in 0..1 + draws.below(12) {
        for n in 0..1 + draws.below(9) {
            let words = "слово ".repeat(usize::try_from(draws.below(40)).unwrap());
            let d = format!(r#"{{"text":"life {life}, turn {turn}, idea {n}: {words}"}}"#);
            let draft = Draft {
                id: None,
                stamp: Stamp::at(1_511_854_282_417 + i64::try_from(life * 1_000 + turn).unwrap()),
                kind: "idea.added".into(),
                who: None,
                device: None,
                must: false,
                d: d.clone(),
            };
            let id = writer.append(draft).unwrap().id;
            order.push(id);
            story.lock().unwrap().given.insert(id, d);
        }
        // A program that is told of a fault goes on: what has no place stays in memory.
        let _ = writer.flush();
    }
    drop(writer);
    let mut now = story.lock().unwrap();
    let mut acknowledged = 0;
    for (up_to, count) in said.lock().unwrap().iter() {
        acknowledged += count;
        assert_eq!(order[acknowledged - 1], *up_to, "lines are acknowledged in their order");
    }
    now.saved.extend(&order[..acknowledged]);
}

/// Tells the story of one seed and gives what was lost in it, and how many events were called saved.
fn tell(seed: u64, mutant: Mutant) -> (Vec<String>, usize) {
    let mut builder = turmoil::Builder::new();
    builder.rng_seed(seed);
    let mut draws = Draws::new(seed);
    let block = [64, 512, 4096][usize::try_from(draws.below(3)).unwrap()];
    builder.fs().block_size(block);
    if draws.below(4) == 0 {
        builder.fs().capacity(4_000 + draws.below(30_000));
    }
    let mut sim = builder.build();
    let (story, done) = (Arc::new(Mutex::new(Story::default())), Arc::new(Notify::new()));
    let (told, over) = (story.clone(), done.clone());
    sim.host("laptop", move || {
        let (told, over) = (told.clone(), over.clone());
        async move {
            live(&told, seed, mutant);
            over.notify_one();
            pending().await
        }
    });
    for life in 0..=LIVES {
        let over = done.clone();
        sim.client(format!("witness-{life}"), async move {
            over.notified().await;
            Ok(())
        });
        sim.run().unwrap();
        sim.crash("laptop");
        sim.bounce("laptop");
    }
    let story = story.lock().unwrap();
    (story.lost.clone(), story.saved.len())
}

fn seeds() -> u64 {
    std::env::var("TALKOOT_DISK_SEEDS").ok().and_then(|seeds| seeds.parse().ok()).unwrap_or(500)
}

#[test]
fn what_was_called_saved_outlives_every_power_cut() {
    let mut saved = 0;
    for seed in 0..seeds() {
        let (lost, more) = tell(seed, Mutant::None);
        assert!(lost.is_empty(), "seed {seed}: {lost:#?}");
        saved += more;
    }
    let told = usize::try_from(seeds()).unwrap();
    assert!(saved > 10 * told, "{saved} events saved in {told} stories: they say too little");
}

#[test]
fn a_program_that_forgets_to_sync_a_folder_is_found_out() {
    assert!((0..50).any(|seed| !tell(seed, Mutant::NoFolderSync).0.is_empty()));
}

#[test]
fn a_program_that_forgets_to_sync_a_file_is_found_out() {
    assert!((0..50).any(|seed| !tell(seed, Mutant::NoFileSync).0.is_empty()));
}
