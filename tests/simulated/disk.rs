//! A disk that loses what was not synced, tears writes, fills up and fails: behind the one storage trait.

use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::{Arc, Mutex};

use talkoot::journal::storage::{AppendFile, Entry, EntryKind, Fill, Meta, Storage, parent_of};
use turmoil::fs::FsHandle;
use turmoil::fs::shim::std::fs;

/// A program that forgets something: what the simulation must find out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mutant {
    /// Forgets nothing.
    None,
    /// Never syncs a folder, and believes it did.
    NoFolderSync,
    /// Never syncs a file, and believes it did.
    NoFileSync,
}

/// What may go wrong with one act.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fault {
    /// Half of a write is there, then the disk is full.
    HalfAndFull,
    /// The system says no, and nothing was done.
    Refused,
    /// A sync fails, and whether anything is on the disk nobody knows.
    SyncFailed,
}

/// Draws that depend on the seed only (SplitMix64, Steele et al. 2014).
#[derive(Debug)]
pub(crate) struct Draws(u64);

impl Draws {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub(crate) fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (bits ^ (bits >> 31)) % most
    }
}

/// What befalls the disk during one life of the program.
#[derive(Debug)]
pub(crate) struct Fate {
    draws: Draws,
    /// How many acts there are before the power goes.
    acts: u64,
    /// One act in so many fails; 0: none.
    fails: u64,
}

impl Fate {
    pub(crate) fn new(seed: u64, acts: u64, fails: u64) -> Self {
        Self { draws: Draws::new(seed), acts, fails }
    }

    /// No fault at all.
    pub(crate) fn kind() -> Self {
        Self::new(0, u64::MAX, 0)
    }
}

/// The simulated disk of the host that this was made on.
#[derive(Clone)]
pub(crate) struct SimDisk {
    handle: Arc<FsHandle>,
    fate: Arc<Mutex<Fate>>,
    mutant: Mutant,
}

impl SimDisk {
    /// The disk of the simulated host that is running now.
    pub(crate) fn here(fate: Fate, mutant: Mutant) -> Self {
        Self { handle: Arc::new(FsHandle::current()), fate: Arc::new(Mutex::new(fate)), mutant }
    }

    /// Does an act, unless the power is gone or it is to fail.
    fn act<T>(&self, fault: Fault, act: impl FnOnce(Option<Fault>) -> io::Result<T>) -> io::Result<T> {
        let mut fate = self.fate.lock().unwrap();
        if fate.acts == 0 {
            return Err(io::Error::other("no power"));
        }
        fate.acts -= 1;
        let one_in = fate.fails;
        let fails = one_in > 0 && fate.draws.below(one_in) == 0;
        drop(fate);
        let _inside = self.handle.enter();
        act(fails.then_some(fault))
    }
}

struct SimFile {
    disk: SimDisk,
    file: fs::File,
    failed: bool,
}

impl AppendFile for SimFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        assert!(!self.failed, "a file that has failed was touched again");
        let file = &mut self.file;
        let half = bytes.len() / 2;
        let early = self.disk.fate.lock().unwrap().draws.below(8) == 0;
        let written = self.disk.act(Fault::HalfAndFull, |fault| match fault {
            // The system may put on the disk at any time what nobody asked it to.
            None if early => file.write_all(bytes).and_then(|()| file.sync_all()),
            None => file.write_all(bytes),
            Some(_) => file.write_all(&bytes[..half]).and(Err(io::ErrorKind::StorageFull.into())),
        });
        self.failed = written.is_err();
        written
    }

    fn sync_data(&mut self) -> io::Result<()> {
        assert!(!self.failed, "a file that has failed was touched again");
        let (file, mutant) = (&self.file, self.disk.mutant);
        let synced = self.disk.act(Fault::SyncFailed, |fault| match fault {
            None if mutant == Mutant::NoFileSync => Ok(()),
            None => file.sync_data(),
            Some(_) => Err(io::Error::other("a sync failed")),
        });
        self.failed = synced.is_err();
        synced
    }
}

fn kind_of(kind: fs::FileType) -> EntryKind {
    match (kind.is_symlink(), kind.is_file()) {
        (true, _) => EntryKind::Link,
        (_, true) => EntryKind::File,
        _ => EntryKind::Folder,
    }
}

impl Storage for SimDisk {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn AppendFile>> {
        let file = self.act(Fault::Refused, |fault| match fault {
            None => fs::OpenOptions::new().write(true).append(true).create_new(true).open(path),
            Some(_) => Err(io::Error::other("no file can be made")),
        })?;
        Ok(Box::new(SimFile { disk: self.clone(), file, failed: false }))
    }

    fn read_from(&self, path: &Path, offset: u64, most: usize, into: &mut Vec<u8>) -> io::Result<()> {
        into.clear();
        let _inside = self.handle.enter();
        let mut file = fs::File::open(path)?;
        file.seek(SeekFrom::Start(offset))?;
        file.take(most as u64).read_to_end(into).map(drop)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        let _inside = self.handle.enter();
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            entries.push(Entry { name: entry.file_name(), kind: kind_of(entry.file_type()?) });
        }
        Ok(entries)
    }

    fn metadata(&self, path: &Path) -> io::Result<Meta> {
        let _inside = self.handle.enter();
        if path == Path::new("/") {
            return Ok(Meta { kind: EntryKind::Folder, len: 0, file: None });
        }
        let meta = fs::metadata(path)?;
        Ok(Meta { kind: kind_of(meta.file_type()), len: meta.len(), file: None })
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        self.act(Fault::Refused, |fault| match fault {
            None => fs::create_dir(path),
            Some(_) => Err(io::Error::other("no folder can be made")),
        })
    }

    fn sync_dir(&self, folder: &Path) -> io::Result<()> {
        let mutant = self.mutant;
        self.act(Fault::SyncFailed, |fault| match fault {
            None if mutant == Mutant::NoFolderSync => Ok(()),
            None => fs::sync_dir(folder),
            Some(_) => Err(io::Error::other("a sync failed")),
        })
    }

    fn name_folder(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.act(Fault::Refused, |_| fs::rename(from, to))
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.act(Fault::Refused, |_| fs::remove_dir_all(folder))
    }

    fn put_filled(&self, path: &Path, over: bool, fill: Fill<'_>) -> io::Result<()> {
        let mut bytes = Vec::new();
        fill(&mut bytes)?;
        self.act(Fault::Refused, |_| {
            if !over && fs::exists(path) {
                return Err(io::ErrorKind::AlreadyExists.into());
            }
            let beside = path.with_extension("new");
            fs::write(&beside, &bytes)?;
            fs::OpenOptions::new().write(true).open(&beside)?.sync_all()?;
            fs::rename(&beside, path)?;
            fs::sync_dir(parent_of(path))
        })
    }
}
