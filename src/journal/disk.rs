//! The real file system behind [`Storage`].

#[cfg(target_os = "linux")]
mod watch;

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::path::Path;
use std::sync::Arc;

#[cfg(target_os = "linux")]
use super::storage::FolderWatch;
use super::storage::{AppendFile, Entry, EntryKind, Fill, Meta, SharedStorage, Storage, parent_of};

/// The disks of this machine.
#[derive(Debug, Clone, Copy, Default)]
pub struct Disk;

impl Disk {
    /// The disk as the shared storage that readers and writers take.
    pub fn shared() -> SharedStorage {
        Arc::new(Self)
    }
}

struct DiskFile(File);

impl AppendFile for DiskFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.write_all(bytes)
    }

    fn sync_data(&mut self) -> io::Result<()> {
        self.0.sync_data()
    }

    fn cut_to(&mut self, length: u64) -> io::Result<()> {
        self.0.set_len(length)
    }

    fn read_back(&mut self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        // Writing goes to the end wherever reading stands.
        self.0.seek(SeekFrom::Start(0))?;
        self.0.read_to_end(&mut bytes)?;
        Ok(bytes)
    }
}

fn kind_of(kind: fs::FileType) -> EntryKind {
    if kind.is_symlink() {
        EntryKind::Link
    } else if kind.is_file() {
        EntryKind::File
    } else if kind.is_dir() {
        EntryKind::Folder
    } else {
        EntryKind::Other
    }
}

#[cfg(unix)]
#[allow(clippy::unnecessary_wraps)]
fn file_number(meta: &fs::Metadata) -> Option<u64> {
    Some(std::os::unix::fs::MetadataExt::ino(meta))
}

#[cfg(not(unix))]
fn file_number(_: &fs::Metadata) -> Option<u64> {
    None
}

/// Opens a regular file for reading; a FIFO put there meanwhile neither blocks nor is read.
fn open_plain(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.custom_flags(rustix::fs::OFlags::NONBLOCK.bits().cast_signed());
    }
    let file = options.open(path)?;
    if file.metadata()?.is_file() { Ok(file) } else { Err(io::ErrorKind::InvalidInput.into()) }
}

/// Asks the server of a network or FUSE folder what is so now. Such file systems remember sizes and listings for a while (NFS
/// up to a minute, FUSE mostly a second), and lines of another laptop would be seen that much later. Elsewhere it costs nothing.
#[cfg(target_os = "linux")]
fn ask_anew(path: &Path) {
    use rustix::fs::{AtFlags, CWD, StatxFlags, statx};
    // Where it cannot be asked, what is remembered has to do.
    let _ = statx(CWD, path, AtFlags::STATX_FORCE_SYNC, StatxFlags::SIZE | StatxFlags::MTIME);
}

#[cfg(not(target_os = "linux"))]
fn ask_anew(_: &Path) {}

impl Storage for Disk {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn AppendFile>> {
        let file = OpenOptions::new().read(true).append(true).create_new(true).open(path)?;
        Ok(Box::new(DiskFile(file)))
    }

    fn read_from(&self, path: &Path, offset: u64, most: usize, into: &mut Vec<u8>) -> io::Result<()> {
        into.clear();
        let mut file = open_plain(path)?;
        file.seek(SeekFrom::Start(offset))?;
        file.take(u64::try_from(most).unwrap_or(u64::MAX)).read_to_end(into)?;
        Ok(())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        ask_anew(folder);
        let mut entries = Vec::new();
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            entries.push(Entry { name: entry.file_name(), kind: kind_of(entry.file_type()?) });
        }
        Ok(entries)
    }

    fn metadata(&self, path: &Path) -> io::Result<Meta> {
        ask_anew(path);
        let meta = fs::metadata(path)?;
        Ok(Meta { kind: kind_of(meta.file_type()), len: meta.len(), file: file_number(&meta) })
    }

    fn create_dir(&self, path: &Path) -> io::Result<()> {
        fs::create_dir(path)
    }

    #[cfg(unix)]
    fn sync_dir(&self, folder: &Path) -> io::Result<()> {
        match File::open(folder)?.sync_all() {
            // Some network file systems know no sync of a directory; there is nothing better to do there.
            Err(error)
                if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) =>
            {
                Ok(())
            }
            other => other,
        }
    }

    #[cfg(not(unix))]
    fn sync_dir(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn name_folder(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        fs::remove_dir_all(folder)
    }

    #[cfg(unix)]
    fn has_room(&self, folder: &Path, bytes: u64) -> bool {
        use rustix::fs::{StatVfsMountFlags, statvfs};
        let Ok(found) = statvfs(folder) else { return true };
        let room = found.f_bfree.saturating_mul(found.f_frsize);
        room >= bytes && !found.f_flag.contains(StatVfsMountFlags::RDONLY)
    }

    #[cfg(target_os = "linux")]
    fn watch(&self, folder: &Path) -> Option<Box<dyn FolderWatch>> {
        watch::watch(folder)
    }

    fn put_filled(&self, path: &Path, over: bool, fill: Fill<'_>) -> io::Result<()> {
        let folder = parent_of(path);
        let mut builder = tempfile::Builder::new();
        builder.prefix(".talkoot-");
        #[cfg(unix)]
        {
            // A temporary file is private by default; this one is to have the rights of any other file.
            use std::os::unix::fs::PermissionsExt;
            builder.permissions(fs::Permissions::from_mode(0o666));
        }
        let mut file = builder.tempfile_in(folder)?;
        let mut out = io::BufWriter::new(file.as_file_mut());
        fill(&mut out)?;
        out.flush()?;
        drop(out);
        file.as_file().sync_all()?;
        if over {
            file.persist(path).map_err(|error| error.error)?;
        } else {
            file.persist_noclobber(path).map_err(|error| error.error)?;
        }
        self.sync_dir(folder)
    }
}
