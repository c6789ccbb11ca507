//! What has changed in a folder since one last asked, told by the kernel without looking at the files.
//!
//! Whoever waits for changes uses [`crate::journal::follow`]; here nothing waits. The kernel queues the news before the write
//! that it is of has returned, so that nobody who was told of a line can find it missing here.

use std::ffi::OsString;
use std::io;
use std::mem::MaybeUninit;
use std::os::fd::OwnedFd;
use std::os::unix::ffi::OsStringExt as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};

use rustix::fs::inotify::{self, CreateFlags, ReadFlags, WatchFlags};

use super::super::follow::is_remote;
use super::super::storage::{Changed, FolderWatch};

/// Room for the news of some hundred files.
const BUFFER: usize = 16 * 1024;

struct Inotify {
    queue: OwnedFd,
    folder: PathBuf,
    identity: (u64, u64),
}

/// Begins to watch a folder. None where the system does not tell of changes that are made elsewhere.
pub(super) fn watch(folder: &Path) -> Option<Box<dyn FolderWatch>> {
    if is_remote(folder) {
        return None;
    }
    let queue = inotify::init(CreateFlags::NONBLOCK | CreateFlags::CLOEXEC).ok()?;
    let within = WatchFlags::CREATE | WatchFlags::MODIFY | WatchFlags::DELETE | WatchFlags::MOVE;
    let itself = WatchFlags::DELETE_SELF | WatchFlags::MOVE_SELF | WatchFlags::ONLYDIR;
    inotify::add_watch(&queue, folder, within | itself).ok()?;
    let identity = identity(folder)?;
    Some(Box::new(Inotify { queue, folder: folder.to_path_buf(), identity }))
}

fn identity(folder: &Path) -> Option<(u64, u64)> {
    let found = std::fs::metadata(folder).ok()?;
    Some((found.dev(), found.ino()))
}

impl FolderWatch for Inotify {
    fn changed(&mut self) -> Changed {
        let mut buffer = [MaybeUninit::uninit(); BUFFER];
        let mut news = inotify::Reader::new(&self.queue, &mut buffer);
        let mut files: Vec<OsString> = Vec::new();
        loop {
            match news.next() {
                Ok(event) => {
                    let within = ReadFlags::CREATE
                        | ReadFlags::MODIFY
                        | ReadFlags::DELETE
                        | ReadFlags::MOVED_FROM
                        | ReadFlags::MOVED_TO;
                    let name = event.file_name().filter(|_| within.contains(event.events()));
                    let Some(name) = name else { return Changed::Lost };
                    files.push(OsString::from_vec(name.to_bytes().to_vec()));
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(_) => return Changed::Lost,
            }
        }
        // Another folder may have come to stand in its place, of which nothing is told.
        if identity(&self.folder) != Some(self.identity) {
            return Changed::Lost;
        }
        files.sort_unstable();
        files.dedup();
        Changed::Files(files)
    }
}
