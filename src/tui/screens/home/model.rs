//! What lies in the directory of sessions, and what is read of a session before it is opened.

use std::path::{Path, PathBuf};

use jiff::Timestamp;
use serde::Deserialize;

use crate::bundled;
use crate::fault::Fault;
use crate::journal::folder::{self, Identity};
use crate::journal::reader::Reader;
use crate::journal::{collect, pack};
use crate::workshop::refusal::Refusal;
use crate::workshop::text::Text;
use crate::world::World;

/// Something that can be chosen on Home.
#[derive(Debug, Clone)]
pub(crate) enum Found {
    /// A session of one's own.
    Session(Identity),
    /// A bundled session that was not copied out yet.
    Bundled(&'static str),
    Pack(PathBuf),
    /// What looks like a session and cannot be opened.
    Broken(PathBuf, Refusal),
}

/// What a session says of itself, read when its row is first seen.
#[derive(Debug, Clone, Default)]
pub(crate) struct About {
    pub title: Text,
    /// When it was last written to.
    pub changed: Option<Timestamp>,
    /// Lines that lie on this laptop only, because its folder took none.
    pub spilled: usize,
}

/// All that is there, and the fault of the directory itself.
pub(crate) fn look(world: &World) -> (Vec<Found>, Option<Refusal>) {
    let listing = match folder::list(world.storage.as_ref(), &world.sessions) {
        Ok(listing) => listing,
        Err(fault) => {
            let fault = Fault::folder(&world.sessions, fault).refusal;
            return (bundled::all().iter().map(|one| Found::Bundled(one.name)).collect(), Some(fault));
        }
    };
    let own: Vec<Identity> = listing.sessions;
    let mut recent: Vec<(Option<Timestamp>, Identity)> =
        own.into_iter().map(|identity| (changed(&identity.folder), identity)).collect();
    recent.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.folder.cmp(&b.1.folder)));
    let copied = |name: &str| {
        let header =
            bundled::named(name).and_then(|one| pack::read_pack(one.pack).ok()).map(|(header, _)| header);
        header.is_some_and(|header| recent.iter().any(|(_, identity)| identity.sid == header.sid))
    };
    let fresh: Vec<Found> =
        bundled::all().iter().filter(|one| !copied(one.name)).map(|one| Found::Bundled(one.name)).collect();
    let mut all: Vec<Found> = recent.into_iter().map(|(_, identity)| Found::Session(identity)).collect();
    all.extend(fresh);
    all.extend(listing.packs.into_iter().map(Found::Pack));
    all.extend(listing.faults.into_iter().map(|(path, fault)| {
        let refusal = Fault::folder(&path, fault).refusal;
        Found::Broken(path, refusal)
    }));
    (all, None)
}

/// When any of its log files was last written to.
fn changed(folder: &Path) -> Option<Timestamp> {
    let files = std::fs::read_dir(folder.join("log")).ok()?;
    let times = files.filter_map(|file| file.ok()?.metadata().ok()?.modified().ok());
    times.max().and_then(|time| Timestamp::try_from(time).ok())
}

#[derive(Deserialize)]
struct Described {
    title: Option<Text>,
}

/// What a session says of itself. Its lines are read, since what is derived from them may be older; nothing is written.
pub(crate) fn about(world: &World, identity: &Identity) -> About {
    let mut reader = Reader::with_sid(world.storage.clone(), &identity.folder, identity.sid);
    let mut titles: Vec<_> = reader
        .read_new()
        .into_iter()
        .filter(|line| line.kind.as_ref() == "session.described")
        .filter_map(|line| {
            let described: Described = serde_json::from_str(line.d.get()).ok()?;
            Some((line.stamp, described.title?))
        })
        .collect();
    titles.sort_by_key(|(stamp, _)| *stamp);
    let mut title = Text::default();
    for (_, newer) in titles {
        for (lang, words) in newer.forms() {
            title.set(lang, Some(words.clone()));
        }
    }
    let spill = world.spill(identity.sid);
    let spilled = collect::spilled(world.storage.as_ref(), &spill, identity.sid).unwrap_or_default().lines;
    let missing = spilled.keys().filter(|place| !reader.knows(place.run, place.n, place.digest)).count();
    About { title, changed: changed(&identity.folder), spilled: missing }
}
