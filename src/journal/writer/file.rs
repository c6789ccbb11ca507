//! A file of one run, as long as nothing has gone wrong with it.

use std::io;
use std::path::{Path, PathBuf};

use crate::journal::FULL_FILE;
use crate::journal::storage::{AppendFile, Storage, make_folders};

/// An open file and the directories that still have to be synced for its name to last.
pub(super) struct RunFile {
    pub(super) path: PathBuf,
    file: Box<dyn AppendFile>,
    to_sync: Vec<PathBuf>,
    written: u64,
    /// The bytes written last, after a few that stood before them: the end of a line with its digest.
    last: Vec<u8>,
}

/// How many bytes before those written last are looked at, too: junk without an end before a line spoils it.
const BEFORE: usize = 64;

impl RunFile {
    /// Creates `name` in `folder`, making the folder too where that is allowed. Nothing is synced yet.
    pub(super) fn create(storage: &dyn Storage, folder: &Path, name: &str, make: bool) -> io::Result<Self> {
        let mut to_sync = if make { make_folders(storage, folder)? } else { Vec::new() };
        to_sync.insert(0, folder.to_path_buf());
        let path = folder.join(name);
        let file = storage.create_new(&path)?;
        Ok(Self { path, file, to_sync, written: 0, last: Vec::new() })
    }

    /// Whether what was written here can still be read at its path: nobody has removed the file, put another in its place (as
    /// carriers and restored backups do), cut it, added to it or written over its end. Where that cannot be told, yes.
    pub(super) fn stands(&self, storage: &dyn Storage) -> bool {
        match storage.metadata(&self.path) {
            // Which file it is tells less than what stands in it: some file systems number a file again now and then.
            Ok(meta) => meta.len == self.written && self.ends_as_written(storage),
            Err(error) => !matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory),
        }
    }

    /// Whether it is time for another file.
    pub(super) fn is_full(&self) -> bool {
        self.written >= FULL_FILE
    }

    /// What can be read back through the file that is still open, be its name gone.
    pub(super) fn read_back(&mut self) -> Vec<u8> {
        self.file.read_back().unwrap_or_default()
    }

    fn ends_as_written(&self, storage: &dyn Storage) -> bool {
        let from = self.written.saturating_sub(self.last.len() as u64);
        let mut found = Vec::new();
        storage.read_from(&self.path, from, self.last.len(), &mut found).is_ok() && found == self.last
    }

    /// Appends bytes and returns once they, and the name of the file, would survive a power cut.
    pub(super) fn append(&mut self, storage: &dyn Storage, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.file.write_all(bytes) {
            // Whoever waits for these lines is told that they are not here: the first of them are not to be, either.
            let _ = self.file.cut_to(self.written);
            return Err(error);
        }
        self.written = self.written.saturating_add(bytes.len() as u64);
        self.last.drain(..self.last.len().saturating_sub(BEFORE));
        self.last.extend_from_slice(bytes);
        self.file.sync_data()?;
        for folder in self.to_sync.drain(..) {
            storage.sync_dir(&folder)?;
        }
        Ok(())
    }
}
