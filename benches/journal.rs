//! What it costs until an edit is safe on the disk: ours beside the bare system calls, beside one JSON document rewritten
//! atomically, and beside SQLite (WAL, synchronous FULL). Each edit is durable when its line ends.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a bench fails loudly and says what it saw"
)]

mod world;

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Instant;

use divan::counter::ItemsCount;
use talkoot::session::{Session, silent};
use talkoot::workshop::ideas::commands::{IdeaAdd, IdeaEdit};
use talkoot::workshop::text::Text;

use world::world;

/// How many ideas there are already.
const IDEAS: [usize; 2] = [1_000, 10_000];
/// How many events come at once.
const BURST: usize = 100;

fn main() {
    // The bar is a ratio, and a disk's speed drifts: the two are measured in turn.
    if std::env::args().any(|argument| argument == "--bench") {
        println!("in turn, 400 times: {}", in_turn(1_000));
        println!("in turn, 400 times: {}", in_turn(10_000));
    }
    divan::main();
}

/// One edit acknowledged, and a bare write and fdatasync of as many bytes, in turn: the medians and their ratio.
fn in_turn(ideas: usize) -> String {
    let at = folder();
    let mut session = session(at.path(), ideas);
    let mut bare = File::options().create_new(true).append(true).open(at.path().join("bare")).unwrap();
    let logs = || {
        fs::read_dir(session_log(at.path()))
            .unwrap()
            .map(|entry| entry.unwrap().metadata().unwrap().len())
            .sum::<u64>()
    };
    let (mut ours, mut theirs, mut length) = (Vec::new(), Vec::new(), 0);
    for turn in 0..400 {
        let before = logs();
        let begun = Instant::now();
        session.execute_saved(&edit(turn % ideas, turn).into()).unwrap();
        ours.push(begun.elapsed());
        length = usize::try_from(logs() - before).unwrap();
        let line = vec![b'x'; length];
        let begun = Instant::now();
        bare.write_all(&line).unwrap();
        bare.sync_data().unwrap();
        theirs.push(begun.elapsed());
    }
    ours.sort_unstable();
    theirs.sort_unstable();
    let (ours, theirs) = (ours[200], theirs[200]);
    let ratio = ours.as_secs_f64() / theirs.as_secs_f64();
    format!("an edit among {ideas} ideas {ours:?}, bare {theirs:?} ({length} bytes): {ratio:.2}")
}

/// Where the only session of a world has its logs.
fn session_log(at: &Path) -> PathBuf {
    let sessions = fs::read_dir(at.join("sessions")).unwrap();
    sessions.map(|entry| entry.unwrap().path().join("log")).find(|log| log.is_dir()).unwrap()
}

/// A folder on the disk of the project: what lies in memory only would cost nothing to sync.
fn folder() -> tempfile::TempDir {
    let at = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target");
    fs::create_dir_all(&at).unwrap();
    tempfile::tempdir_in(at).unwrap()
}

fn words(n: usize, turn: usize) -> String {
    format!("idea {n}, version {turn}: a shared fund for small pilots in the region, led by a partner")
}

fn add(n: usize) -> IdeaAdd {
    IdeaAdd {
        text: Text::plain(&words(n, 0)),
        room: Some("room-a".into()),
        tags: None,
        author: None,
        kind: None,
    }
}

fn edit(n: usize, turn: usize) -> IdeaEdit {
    let text = Some(Text::plain(&words(n, turn)));
    IdeaEdit { idea: format!("i{n}").into(), text, room: None, author: None, kind: None }
}

fn session(at: &Path, ideas: usize) -> Session {
    let world = world(at);
    let mut session = talkoot::sessions::create::empty(&world, "bench", silent()).unwrap();
    for n in 0..ideas {
        let mut request: talkoot::workshop::command::Request = add(n).into();
        request.id = Some(format!("i{n}").into());
        session.execute(&request).unwrap();
    }
    session.flush().unwrap();
    session
}

/// A line of the length of ours, written and synced.
#[divan::bench(sample_count = 200, sample_size = 1)]
fn bare_write_and_fdatasync(bencher: divan::Bencher<'_, '_>) {
    let at = folder();
    let mut file = File::options().create_new(true).append(true).open(at.path().join("bare")).unwrap();
    let line = vec![b'x'; 420];
    file.write_all(&line).unwrap();
    file.sync_data().unwrap();
    bencher.bench_local(|| {
        file.write_all(&line).unwrap();
        file.sync_data().unwrap();
    });
}

/// One edit, acknowledged.
#[divan::bench(args = IDEAS, sample_count = 200, sample_size = 1)]
fn talkoot_edit(bencher: divan::Bencher<'_, '_>, ideas: usize) {
    let at = folder();
    let mut session = session(at.path(), ideas);
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        session.execute_saved(&edit(turn % ideas, turn).into()).unwrap();
    });
}

/// A hundred ideas at once, the last of them acknowledged.
#[divan::bench(sample_count = 100, sample_size = 1)]
fn talkoot_burst(bencher: divan::Bencher<'_, '_>) {
    let at = folder();
    let mut session = session(at.path(), 1);
    bencher.counter(ItemsCount::new(BURST)).bench_local(|| {
        for n in 0..BURST {
            session.execute(&add(n).into()).unwrap();
        }
        session.flush().unwrap();
    });
}

/// The same edit in one JSON document, written beside the old one and put in its place.
#[divan::bench(args = IDEAS, sample_count = 100, sample_size = 1)]
fn document_edit(bencher: divan::Bencher<'_, '_>, ideas: usize) {
    let at = folder();
    let mut texts: Vec<serde_json::Value> = (0..ideas)
        .map(|n| serde_json::json!({"id": format!("i{n}"), "text": words(n, 0), "room": "room-a"}))
        .collect();
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        texts[turn % ideas]["text"] = words(turn % ideas, turn).into();
        let (new, old) = (at.path().join("new"), at.path().join("document.json"));
        let mut file = File::create(&new).unwrap();
        file.write_all(&serde_json::to_vec(&texts).unwrap()).unwrap();
        file.sync_data().unwrap();
        fs::rename(&new, &old).unwrap();
        File::open(at.path()).unwrap().sync_all().unwrap();
    });
}

/// The same edit in SQLite, a transaction of its own.
#[divan::bench(args = IDEAS, sample_count = 200, sample_size = 1)]
fn sqlite_edit(bencher: divan::Bencher<'_, '_>, ideas: usize) {
    let at = folder();
    let mut base = rusqlite::Connection::open(at.path().join("base.sqlite")).unwrap();
    base.pragma_update(None, "journal_mode", "WAL").unwrap();
    base.pragma_update(None, "synchronous", "FULL").unwrap();
    base.execute("CREATE TABLE idea (id TEXT PRIMARY KEY, text TEXT, room TEXT)", ()).unwrap();
    let filling = base.transaction().unwrap();
    for n in 0..ideas {
        let row = (format!("i{n}"), words(n, 0), "room-a");
        filling.execute("INSERT INTO idea VALUES (?1, ?2, ?3)", row).unwrap();
    }
    filling.commit().unwrap();
    let mut turn = 0;
    bencher.bench_local(|| {
        turn += 1;
        let row = (words(turn % ideas, turn), format!("i{}", turn % ideas));
        base.prepare_cached("UPDATE idea SET text = ?1 WHERE id = ?2").unwrap().execute(row).unwrap();
    });
}
