//! How long a session takes to open: reading, checking and folding its events.
#![allow(clippy::unwrap_used, reason = "a bench fails loudly")]

mod world;

use std::path::{Path, PathBuf};

use talkoot::journal::folder;
use talkoot::session::{Session, silent};
use talkoot::workshop::ideas::commands::{IdeaAdd, IdeaTag};
use talkoot::workshop::text::Text;

use world::world;

fn main() {
    divan::main();
}

/// A session of so many events, nearly all of them ideas and tags.
fn made(at: &Path, events: usize) -> PathBuf {
    let world = world(at);
    let mut session = talkoot::sessions::create::empty(&world, "bench", silent()).unwrap();
    for n in 0..events / 2 {
        let text = format!("idea {n}: a shared fund for small pilots in the region, led by a partner");
        let add = IdeaAdd {
            text: Text::plain(&text),
            room: Some("room-a".into()),
            tags: None,
            author: None,
            kind: None,
        };
        let made = session.execute(&add.into()).unwrap().made.unwrap();
        let tag = IdeaTag { idea: made.into(), add: Some(vec!["financing".into()]), remove: None };
        session.execute(&tag.into()).unwrap();
    }
    session.flush().unwrap();
    session.folder().to_path_buf()
}

#[divan::bench(args = [1_000, 10_000, 100_000], sample_count = 10, sample_size = 1)]
fn open(bencher: divan::Bencher<'_, '_>, events: usize) {
    let at = tempfile::tempdir().unwrap();
    let folder = made(at.path(), events);
    let world = world(at.path());
    bencher.bench_local(|| {
        let identity = folder::identify(world.storage.as_ref(), &folder).unwrap();
        let session = Session::open(&world, identity, "desk", silent());
        assert!(session.workshop.event_count() >= events);
        session
    });
}
