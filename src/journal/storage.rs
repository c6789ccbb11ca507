//! The one door to the file system, so that a simulated disk can stand behind it.

use std::ffi::OsString;
use std::io;
use std::path::Path;
use std::sync::Arc;

/// What kind of thing a directory entry is, without following links.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A regular file.
    File,
    /// A directory.
    Folder,
    /// A symbolic link, wherever it leads.
    Link,
    /// A device, a socket, a FIFO.
    Other,
}

/// One entry of a directory.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its name in the directory.
    pub name: OsString,
    /// What it is.
    pub kind: EntryKind,
}

/// What is known of a file without reading it. Links are followed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Meta {
    /// A file, a folder, or something else.
    pub kind: EntryKind,
    /// Its length in bytes.
    pub len: u64,
    /// What tells this file from another put in its place under the same name, where the system has such a thing.
    pub file: Option<u64>,
}

/// A file just created, open for appending.
pub trait AppendFile: Send {
    /// Writes all the bytes after what stands there.
    ///
    /// # Errors
    /// Whatever the system says; part of the bytes may be there all the same.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Returns once the bytes written so far would survive a power cut.
    ///
    /// # Errors
    /// Whatever the system says; it then says nothing of what is on the disk, and must not be tried again.
    fn sync_data(&mut self) -> io::Result<()>;

    /// Cuts the file to this length: what a write that failed has left is taken back.
    ///
    /// # Errors
    /// `Unsupported`, or whatever the system says; all of it is there still.
    fn cut_to(&mut self, _length: u64) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }

    /// All that was written so far, read through the open file: also where its name has been taken away.
    ///
    /// # Errors
    /// `Unsupported`, or whatever the system says.
    fn read_back(&mut self) -> io::Result<Vec<u8>> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// What has changed in a folder that is watched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Changed {
    /// These files, by name, were made, written to, or have gone.
    Files(Vec<OsString>),
    /// It cannot be told any more: all is to be looked at, and the folder watched again.
    Lost,
}

/// Tells what has changed in a folder, without waiting.
pub trait FolderWatch: Send {
    /// What has changed since one last asked.
    fn changed(&mut self) -> Changed;
}

/// A file system, as far as a session needs one.
///
/// Every method gives the system's own error, which the caller judges.
pub trait Storage: Send + Sync {
    /// Creates a file that must not exist yet (`O_EXCL`) and opens it for appending.
    ///
    /// # Errors
    /// `AlreadyExists` when the name is taken, or the system's error.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn AppendFile>>;

    /// Puts the bytes from `offset` on into `into` (emptied first), at most `most` of them; fewer only at the end of
    /// the file. Links are followed; what is not a regular file is refused.
    ///
    /// # Errors
    /// The system's error.
    fn read_from(&self, path: &Path, offset: u64, most: usize, into: &mut Vec<u8>) -> io::Result<()>;

    /// The entries of a directory, in no particular order.
    ///
    /// # Errors
    /// The system's error.
    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>>;

    /// What stands at `path`, links followed.
    ///
    /// # Errors
    /// The system's error, `NotFound` among them.
    fn metadata(&self, path: &Path) -> io::Result<Meta>;

    /// Makes one directory; its parent must exist.
    ///
    /// # Errors
    /// `AlreadyExists` when something stands there, or the system's error.
    fn create_dir(&self, path: &Path) -> io::Result<()>;

    /// Returns once the names in `folder` would survive a power cut. Where the system cannot do that, it is done.
    ///
    /// # Errors
    /// The system's error.
    fn sync_dir(&self, folder: &Path) -> io::Result<()>;

    /// Gives a folder just made its name, at which nothing must stand (an empty folder may).
    ///
    /// # Errors
    /// The system's error.
    fn name_folder(&self, from: &Path, to: &Path) -> io::Result<()>;

    /// Removes a folder just made, with all that is in it.
    ///
    /// # Errors
    /// The system's error.
    fn remove_folder(&self, folder: &Path) -> io::Result<()>;

    /// Whether so many bytes have room in `folder`, as far as can be told beforehand: a try that must fail would leave an empty
    /// file behind. Where it cannot be told, yes.
    fn has_room(&self, folder: &Path, bytes: u64) -> bool {
        let _ = (folder, bytes);
        true
    }

    /// Watches a folder, where the system tells of every change in it. Elsewhere none, and all of it has to be looked at.
    fn watch(&self, folder: &Path) -> Option<Box<dyn FolderWatch>> {
        let _ = folder;
        None
    }

    /// Puts a whole file at `path` at once: a reader sees what stood there before or all that `fill` writes.
    ///
    /// # Errors
    /// `AlreadyExists` when something stands there and `over` is not set, or the system's error.
    fn put_filled(&self, path: &Path, over: bool, fill: Fill<'_>) -> io::Result<()>;

    /// [`Storage::put_filled`] with these bytes.
    ///
    /// # Errors
    /// As there.
    fn put_whole(&self, path: &Path, bytes: &[u8], over: bool) -> io::Result<()> {
        self.put_filled(path, over, &mut |file| file.write_all(bytes))
    }
}

/// Writes a whole file.
pub type Fill<'a> = &'a mut dyn FnMut(&mut dyn io::Write) -> io::Result<()>;

/// A storage shared by the reader, the writer and their threads.
pub type SharedStorage = Arc<dyn Storage>;

/// The directory that holds `path`, never the empty path (which no system call takes).
pub fn parent_of(path: &Path) -> &Path {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    }
}

/// Makes `folder` and whatever is missing above it, and gives the directories whose names must be synced for it to last
/// (the nearest first).
///
/// # Errors
/// The system's error; `NotADirectory` when a file stands in the way.
pub(crate) fn make_folders(storage: &dyn Storage, folder: &Path) -> io::Result<Vec<std::path::PathBuf>> {
    match storage.metadata(folder) {
        Ok(meta) if meta.kind == EntryKind::Folder => return Ok(Vec::new()),
        Ok(_) => return Err(io::ErrorKind::NotADirectory.into()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    let parent = parent_of(folder);
    let mut to_sync = if parent == folder { Vec::new() } else { make_folders(storage, parent)? };
    match storage.create_dir(folder) {
        // Two programs may make the same session folder at the same moment.
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
        _ => to_sync.insert(0, parent.to_path_buf()),
    }
    Ok(to_sync)
}

/// Reads a whole file of at most `most` bytes; a longer one gives `FileTooLarge`.
///
/// # Errors
/// The system's error.
pub(crate) fn read_whole(storage: &dyn Storage, path: &Path, most: usize) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    storage.read_from(path, 0, most.saturating_add(1), &mut bytes)?;
    if bytes.len() > most { Err(io::ErrorKind::FileTooLarge.into()) } else { Ok(bytes) }
}
