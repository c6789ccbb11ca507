//! A storage for tests that fails when told to.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::disk::Disk;
use super::storage::{AppendFile, Entry, Fill, Meta, Storage};

/// What may fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    Create,
    Write,
    /// Half the bytes are written, then the error comes.
    CutWrite,
    /// What a failed write has left is to be cut off.
    Cut,
    Sync,
    SyncDir,
}

/// Decides whether an act on a path fails.
type Judge = Box<dyn FnMut(Act, &Path) -> bool + Send>;

/// The real disk, with failures in between.
#[derive(Clone)]
pub(crate) struct FailingDisk(Arc<Mutex<Judge>>);

impl FailingDisk {
    pub(crate) fn new(judge: impl FnMut(Act, &Path) -> bool + Send + 'static) -> Self {
        Self(Arc::new(Mutex::new(Box::new(judge))))
    }

    /// Fails once at each of the acts, in this order.
    pub(crate) fn once(acts: &[Act]) -> Self {
        let mut left = acts.to_vec();
        left.reverse();
        Self::new(move |act, _| {
            let fails = left.last() == Some(&act);
            if fails {
                left.pop();
            }
            fails
        })
    }

    fn ask(&self, act: Act, path: &Path) -> io::Result<()> {
        let fails = (self.0.lock().unwrap())(act, path);
        if fails { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
    }
}

struct ShamFile {
    failing_disk: FailingDisk,
    path: PathBuf,
    inner: Box<dyn AppendFile>,
    failed: bool,
}

impl AppendFile for ShamFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        assert!(!self.failed, "a file that has failed was touched again");
        self.failed = true;
        self.failing_disk.ask(Act::Write, &self.path)?;
        if let Err(error) = self.failing_disk.ask(Act::CutWrite, &self.path) {
            self.inner.write_all(bytes.get(..bytes.len() / 2).unwrap())?;
            return Err(error);
        }
        self.failed = false;
        self.inner.write_all(bytes)
    }

    fn cut_to(&mut self, length: u64) -> io::Result<()> {
        self.failing_disk.ask(Act::Cut, &self.path)?;
        self.inner.cut_to(length)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        assert!(!self.failed, "a file that has failed was touched again");
        self.failed = true;
        self.failing_disk.ask(Act::Sync, &self.path)?;
        self.failed = false;
        self.inner.sync_data()
    }
}

impl Storage for FailingDisk {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn AppendFile>> {
        self.ask(Act::Create, path)?;
        let inner = Disk.create_new(path)?;
        Ok(Box::new(ShamFile { failing_disk: self.clone(), path: path.to_path_buf(), inner, failed: false }))
    }

    fn read_from(&self, path: &Path, offset: u64, most: usize, into: &mut Vec<u8>) -> io::Result<()> {
        Disk.read_from(path, offset, most, into)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        Disk.list(folder)
    }

    fn metadata(&self, path: &Path) -> io::Result<Meta> {
        Disk.metadata(path)
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        Disk.create_dir(path)
    }

    fn sync_dir(&self, folder: &Path) -> io::Result<()> {
        self.ask(Act::SyncDir, folder)?;
        Disk.sync_dir(folder)
    }

    fn name_folder(&self, from: &Path, to: &Path) -> io::Result<()> {
        Disk.name_folder(from, to)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        Disk.remove_folder(folder)
    }

    fn put_filled(&self, path: &Path, over: bool, fill: Fill<'_>) -> io::Result<()> {
        Disk.put_filled(path, over, fill)
    }
}
