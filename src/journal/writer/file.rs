//! A file of one run, as long as nothing has gone wrong with it.

use std::io;
use std::path::{Path, PathBuf};

use crate::journal::storage::{AppendFile, Storage, make_folders};

/// An open file and the directories that still have to be synced for its name to last.
pub(super) struct RunFile {
    pub(super) path: PathBuf,
    file: Box<dyn AppendFile>,
    to_sync: Vec<PathBuf>,
    /// What tells it from any other file that may come to stand at its path.
    number: Option<u64>,
    written: u64,
    /// The bytes written last.
    last: Vec<u8>,
}

impl RunFile {
    /// Creates `name` in `folder`, making the folder too where that is allowed. Nothing is synced yet.
    pub(super) fn create(storage: &dyn Storage, folder: &Path, name: &str, make: bool) -> io::Result<Self> {
        let mut to_sync = if make { make_folders(storage, folder)? } else { Vec::new() };
        to_sync.insert(0, folder.to_path_buf());
        let path = folder.join(name);
        let file = storage.create_new(&path)?;
        let number = storage.metadata(&path).ok().and_then(|meta| meta.file);
        Ok(Self { path, file, to_sync, number, written: 0, last: Vec::new() })
    }

    /// Whether what was written here can still be read at its path: nobody has removed the file, put another in its place (as
    /// carriers and restored backups do) or cut it. Where that cannot be told, yes.
    pub(super) fn stands(&self, storage: &dyn Storage) -> bool {
        match storage.metadata(&self.path) {
            Ok(meta) if meta.len < self.written => false,
            // Some file systems number a file anew now and then: what stands in it tells more.
            Ok(meta) => meta.file == self.number || self.ends_as_written(storage),
            Err(error) => error.kind() != io::ErrorKind::NotFound,
        }
    }

    fn ends_as_written(&self, storage: &dyn Storage) -> bool {
        let from = self.written.saturating_sub(self.last.len() as u64);
        let mut found = Vec::new();
        storage.read_from(&self.path, from, self.last.len(), &mut found).is_ok() && found == self.last
    }

    /// Appends bytes and returns once they, and the name of the file, would survive a power cut.
    pub(super) fn append(&mut self, storage: &dyn Storage, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)?;
        self.written = self.written.saturating_add(bytes.len() as u64);
        bytes.clone_into(&mut self.last);
        self.file.sync_data()?;
        for folder in self.to_sync.drain(..) {
            storage.sync_dir(&folder)?;
        }
        Ok(())
    }
}
