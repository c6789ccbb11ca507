//! Files that a person names, to be read or written: what is no file, never ends or never begins is refused instead of read.

use std::fs::{File, OpenOptions};
use std::io::{self, IsTerminal as _, Read as _};
use std::path::Path;

use crate::fault::{Exit, Fault};
use crate::journal::storage::{Storage, make_folders};

/// The largest file with a list that is read, in bytes.
pub(crate) const MOST_OF_A_LIST: usize = 1 << 30;

/// Opens a file, a pipe that somebody writes into, or the terminal.
///
/// # Errors
/// The fault to be told: not there, not to be read, or nothing that has an end.
pub(crate) fn open(path: &Path) -> Result<File, Fault> {
    open_plain(path).map_err(|error| fault(path, &error))
}

/// Reads a file of at most `most` bytes whole.
///
/// # Errors
/// As [`open`], or that it is longer.
pub(crate) fn read(path: &Path, most: usize) -> Result<Vec<u8>, Fault> {
    let file = open(path)?;
    let known = file.metadata().map_or(0, |about| about.len());
    let most = u64::try_from(most).unwrap_or(u64::MAX);
    let mut bytes = Vec::new();
    if known <= most {
        bytes.reserve_exact(usize::try_from(known).unwrap_or(0));
        file.take(most.saturating_add(1)).read_to_end(&mut bytes).map_err(|error| fault(path, &error))?;
    }
    if known.max(bytes.len() as u64) > most {
        return Err(Fault::new(Exit::Refused, "too-long", "fault-file-too-long")
            .with("path", path.display())
            .with("most", most / (1024 * 1024)));
    }
    Ok(bytes)
}

/// Writes files into a folder, which is made if need be: each of them whole or not at all.
///
/// # Errors
/// The system's.
pub(crate) fn write_all(storage: &dyn Storage, to: &Path, files: &[(String, Vec<u8>)]) -> Result<(), Fault> {
    make_folders(storage, to).map_err(|error| Fault::io(to, &error))?;
    for (name, bytes) in files {
        let path = to.join(name);
        storage.put_whole(&path, bytes, true).map_err(|error| Fault::io(&path, &error))?;
    }
    Ok(())
}

fn fault(path: &Path, error: &io::Error) -> Fault {
    let (kind, message) = match error.kind() {
        io::ErrorKind::NotFound => ("missing", "fault-no-file"),
        io::ErrorKind::InvalidInput | io::ErrorKind::IsADirectory => ("not-ours", "fault-no-plain-file"),
        _ => return Fault::io(path, error),
    };
    Fault::new(Exit::Refused, kind, message).with("path", path.display())
}

#[cfg(not(unix))]
pub(crate) fn open_plain(path: &Path) -> io::Result<File> {
    let file = OpenOptions::new().read(true).open(path)?;
    if file.metadata()?.is_file() || file.is_terminal() {
        Ok(file)
    } else {
        Err(io::ErrorKind::InvalidInput.into())
    }
}

#[cfg(unix)]
pub(crate) fn open_plain(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::{FileTypeExt as _, OpenOptionsExt as _};

    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    use rustix::fs::{OFlags, fcntl_getfl, fcntl_setfl};

    /// How long a pipe is waited for into which nobody writes yet.
    const PATIENCE: Timespec = Timespec { tv_sec: 3, tv_nsec: 0 };

    // A pipe without a writer would keep whoever opens it waiting.
    let flags = OFlags::NONBLOCK.bits().cast_signed();
    let file = OpenOptions::new().read(true).custom_flags(flags).open(path)?;
    let kind = file.metadata()?.file_type();
    if kind.is_fifo() {
        let mut pipe = [PollFd::new(&file, PollFlags::IN)];
        if poll(&mut pipe, Some(&PATIENCE))? == 0 {
            return Err(io::ErrorKind::InvalidInput.into());
        }
    } else if !kind.is_file() && !file.is_terminal() {
        return Err(io::ErrorKind::InvalidInput.into());
    }
    fcntl_setfl(&file, fcntl_getfl(&file)? - OFlags::NONBLOCK)?;
    Ok(file)
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_and_what_is_too_long_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("file");
        std::fs::write(&file, "twelve bytes").unwrap();
        assert_eq!(read(&file, 12).unwrap(), b"twelve bytes");
        let kind = |path: &Path, most| read(path, most).unwrap_err().refusal.kind;
        assert_eq!(kind(&file, 11), "too-long");
        assert_eq!(kind(Path::new("/dev/zero"), 1 << 30), "not-ours");
        assert_eq!(kind(folder.path(), 1 << 30), "not-ours");
        assert_eq!(kind(&folder.path().join("none"), 1 << 30), "missing");
    }
}
