//! Hearing that something in `log/` has changed: watched where the system can, else looked at once a second.

mod netfs;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::storage::{EntryKind, SharedStorage};

/// How often a folder is looked at that cannot be watched.
pub const POLL: Duration = Duration::from_secs(1);

/// How changes are heard of; the status line says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    /// The system tells of them.
    Watched,
    /// The folder is looked at once a second: a network or FUSE folder, one that cannot be watched, or one that does not
    /// exist yet.
    Polled,
}

/// Follows one session folder until it is dropped.
pub struct Follow {
    watched: Arc<AtomicBool>,
    messages: Sender<Message>,
    thread: Option<JoinHandle<()>>,
}

enum Message {
    Changed,
    Nudge,
    /// The watcher has failed, or what it watched is gone.
    Lost,
    End,
}

/// Names and lengths of what lies in `log/`.
type Sight = Vec<(std::ffi::OsString, u64)>;

impl Follow {
    /// Calls `changed`, on a thread of its own, whenever something in `log/` may have changed, and once at the start. It
    /// must come back by itself, since dropping the follower waits for it.
    /// Changes that come close together may be told of once. Our own lines are told of too.
    ///
    /// # Errors
    /// The system's error when it has no thread to give.
    pub fn start(
        storage: SharedStorage,
        folder: &Path,
        changed: Box<dyn FnMut() + Send>,
    ) -> std::io::Result<Self> {
        let (messages, inbox) = channel();
        let watched = Arc::new(AtomicBool::new(false));
        let follower = Follower {
            storage,
            log: folder.join("log"),
            changed,
            watched: watched.clone(),
            messages: messages.clone(),
            inbox,
            sight: Sight::new(),
        };
        // The first try is made here, so that the mode is right as soon as this returns.
        let watcher = follower.watch();
        let thread =
            std::thread::Builder::new().name("follow".into()).spawn(move || follower.run(watcher))?;
        Ok(Self { watched, messages, thread: Some(thread) })
    }

    /// Looks at once, and begins to watch if that has become possible: worth calling after the first line has made the
    /// folder.
    pub fn nudge(&self) {
        // A follower that has ended needs none.
        let _ = self.messages.send(Message::Nudge);
    }

    /// How changes are heard of now.
    pub fn mode(&self) -> Mode {
        if self.watched.load(Ordering::Relaxed) { Mode::Watched } else { Mode::Polled }
    }
}

impl Drop for Follow {
    fn drop(&mut self) {
        // A thread that is gone already needs no telling.
        let _ = self.messages.send(Message::End);
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

struct Follower {
    storage: SharedStorage,
    log: PathBuf,
    changed: Box<dyn FnMut() + Send>,
    watched: Arc<AtomicBool>,
    messages: Sender<Message>,
    inbox: Receiver<Message>,
    sight: Sight,
}

impl Follower {
    fn run(mut self, mut watcher: Option<RecommendedWatcher>) {
        self.sight = self.look();
        (self.changed)();
        loop {
            let message = match &watcher {
                Some(_) => self.inbox.recv().unwrap_or(Message::End),
                None => match self.inbox.recv_timeout(POLL) {
                    Ok(message) => message,
                    Err(RecvTimeoutError::Disconnected) => Message::End,
                    Err(RecvTimeoutError::Timeout) => Message::Nudge,
                },
            };
            match message {
                Message::End => return,
                Message::Nudge => {
                    let begun = watcher.is_none();
                    watcher = watcher.or_else(|| self.watch());
                    let sight = self.look();
                    // What came before the watch began is not told of by the system.
                    if sight != self.sight || (begun && watcher.is_some()) {
                        self.sight = sight;
                        (self.changed)();
                    }
                }
                Message::Changed => {
                    // What has piled up meanwhile is one change.
                    let mut rest = self.inbox.try_iter();
                    if rest.any(|message| matches!(message, Message::End)) {
                        return;
                    }
                    (self.changed)();
                }
                Message::Lost => {
                    self.watched.store(false, Ordering::Relaxed);
                    watcher = None;
                    (self.changed)();
                }
            }
        }
    }

    fn look(&self) -> Sight {
        let mut sight: Sight = Vec::new();
        for entry in self.storage.list(&self.log).unwrap_or_default() {
            if entry.kind == EntryKind::File {
                let len = self.storage.metadata(&self.log.join(&entry.name)).map_or(0, |meta| meta.len);
                sight.push((entry.name, len));
            }
        }
        sight.sort_unstable();
        sight
    }

    /// Begins to watch, if the folder is there and of a kind that tells of changes made elsewhere.
    fn watch(&self) -> Option<RecommendedWatcher> {
        if !self.log.is_dir() || netfs::is_remote(&self.log) {
            return None;
        }
        let messages = Mutex::new(self.messages.clone());
        let log = self.log.clone();
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let message = match event {
                // Reading a file is an access, and would otherwise tell us of ourselves for ever.
                Ok(event) if matches!(event.kind, EventKind::Access(_)) => return,
                Ok(event) if matches!(event.kind, EventKind::Remove(_)) && event.paths.contains(&log) => {
                    Message::Lost
                }
                Ok(_) => Message::Changed,
                Err(_) => Message::Lost,
            };
            // Nobody listens any more when the follower is being dropped.
            let _ = messages.lock().unwrap_or_else(PoisonError::into_inner).send(message);
        })
        .ok()?;
        watcher.watch(&self.log, RecursiveMode::NonRecursive).ok()?;
        self.watched.store(true, Ordering::Relaxed);
        Some(watcher)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::disk::Disk;

    #[test]
    fn a_line_of_another_program_is_heard_of() {
        let folder = tempfile::tempdir().unwrap();
        let log = folder.path().join("log");
        std::fs::create_dir(&log).unwrap();
        let (heard, ears) = channel();
        let changed = Box::new(move || _ = heard.send(()));
        let follow = Follow::start(Disk::shared(), folder.path(), changed).unwrap();
        ears.recv().unwrap();
        std::fs::write(log.join("7e772f44d7bf6548.own.jsonl"), "x\n").unwrap();
        // Hangs, and so fails, if nothing is heard.
        ears.recv().unwrap();
        drop(follow);
    }

    #[test]
    fn a_folder_that_is_not_there_yet_is_polled_and_watched_once_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let (heard, ears) = channel();
        let changed = Box::new(move || _ = heard.send(()));
        let follow = Follow::start(Disk::shared(), folder.path(), changed).unwrap();
        assert_eq!(follow.mode(), Mode::Polled);
        ears.recv().unwrap();
        let log = folder.path().join("log");
        std::fs::create_dir(&log).unwrap();
        follow.nudge();
        ears.recv().unwrap();
        assert_eq!(follow.mode(), if netfs::is_remote(&log) { Mode::Polled } else { Mode::Watched });
    }
}
