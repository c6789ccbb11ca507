//! Hearing that something in `log/` has changed: watched where the system can, else looked at once a second.

mod netfs;

pub(super) use netfs::is_remote;

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;
use std::time::Duration;

use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher};

use super::storage::{EntryKind, SharedStorage};

/// How often a folder is looked at that cannot be watched.
pub(crate) const POLL: Duration = Duration::from_secs(1);

/// How changes are heard of; the status line says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The system tells of them.
    Watched,
    /// The folder is looked at once a second: a network or FUSE folder, one that cannot be watched, or one that does not
    /// exist yet.
    Polled,
}

/// Follows one session folder until it is dropped.
pub(crate) struct Follow {
    watched: Arc<AtomicBool>,
    messages: Sender<Message>,
    thread: Option<JoinHandle<()>>,
}

enum Message {
    Changed,
    Nudge,
    /// Somebody is awake anyhow: is what is watched still what stands there?
    Check,
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
    pub(crate) fn start(
        storage: SharedStorage,
        folder: &Path,
        changed: Box<dyn FnMut() + Send>,
    ) -> std::io::Result<Self> {
        let (messages, inbox) = channel();
        let watched = Arc::new(AtomicBool::new(false));
        let mut follower = Follower {
            storage,
            log: folder.join("log"),
            changed,
            watched: watched.clone(),
            messages: messages.clone(),
            inbox,
            sight: Sight::new(),
            watching: None,
        };
        // The first try is made here, so that the mode is right as soon as this returns.
        let watcher = follower.watch();
        let thread =
            std::thread::Builder::new().name("follow".into()).spawn(move || follower.run(watcher))?;
        Ok(Self { watched, messages, thread: Some(thread) })
    }

    /// Looks whether the folder that is watched still stands in its place, without reading anything: worth calling whenever one
    /// is awake anyhow. Not every way in which a folder can go is told of: a stick that is pulled, a folder far above renamed.
    pub(crate) fn check(&self) {
        // A follower that has ended needs none.
        let _ = self.messages.send(Message::Check);
    }

    /// How changes are heard of now.
    pub(crate) fn mode(&self) -> Mode {
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
    /// Which folder is watched: another one may come to stand in its place.
    watching: Option<Identity>,
}

/// What tells a folder from another one of the same name.
type Identity = (u64, u64);

#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    let found = std::fs::metadata(path).ok()?;
    Some((found.dev(), found.ino()))
}

/// Elsewhere it is only known whether one is there.
#[cfg(not(unix))]
fn identity(path: &Path) -> Option<Identity> {
    path.is_dir().then_some((0, 0))
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
            let message = match message {
                // Also where the news is of the folder itself: it may be another one by now.
                Message::Check | Message::Changed
                    if watcher.is_some() && identity(&self.log) != self.watching =>
                {
                    Message::Lost
                }
                message => message,
            };
            match message {
                Message::End => return,
                Message::Check => {}
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
                    // What has piled up meanwhile is one change, but for the news that all is over, or that what is watched is gone:
                    // a folder made again can have the identity of the one removed, and nothing else would tell of it.
                    let rest: Vec<Message> = self.inbox.try_iter().collect();
                    if rest.iter().any(|message| matches!(message, Message::End)) {
                        return;
                    }
                    if rest.iter().any(|message| matches!(message, Message::Lost)) {
                        self.watched.store(false, Ordering::Relaxed);
                        watcher = None;
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
    fn watch(&mut self) -> Option<RecommendedWatcher> {
        if !self.log.is_dir() || netfs::is_remote(&self.log) {
            return None;
        }
        let messages = Mutex::new(self.messages.clone());
        let log = self.log.clone();
        // The folder around it and the one above that tell when this one is renamed away; what else happens there is not ours.
        let around: Vec<PathBuf> = log.ancestors().skip(1).take(2).map(Path::to_path_buf).collect();
        let near = around.clone();
        self.watching = identity(&log);
        let mut watcher = notify::recommended_watcher(move |event: notify::Result<notify::Event>| {
            let message = match event {
                // Reading a file is an access, and would otherwise tell us of ourselves for ever.
                Ok(event) if matches!(event.kind, EventKind::Access(_)) => return,
                Ok(event) if matches!(event.kind, EventKind::Remove(_)) && event.paths.contains(&log) => {
                    Message::Lost
                }
                Ok(event) => {
                    // Said the other way round, since some systems name the same place otherwise than we do.
                    let another = |path: &PathBuf| {
                        path.parent().is_some_and(|folder| near.iter().any(|near| near == folder))
                            && *path != log
                            && near.first() != Some(path)
                    };
                    if !event.paths.is_empty() && event.paths.iter().all(another) {
                        return;
                    }
                    Message::Changed
                }
                Err(_) => Message::Lost,
            };
            // Nobody listens any more when the follower is being dropped.
            let _ = messages.lock().unwrap_or_else(PoisonError::into_inner).send(message);
        })
        .ok()?;
        watcher.watch(&self.log, RecursiveMode::NonRecursive).ok()?;
        for folder in around {
            // Where that is not allowed, a check finds out.
            let _ = watcher.watch(&folder, RecursiveMode::NonRecursive);
        }
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

    /// Waits until lines written into a folder are heard of; hangs, and so fails, if they never are.
    fn hears(log: &Path, ears: &Receiver<()>) {
        let mut n = 0;
        while ears.try_recv().is_ok() {}
        loop {
            n += 1;
            std::fs::write(log.join(format!("{n:016x}.own.jsonl")), "x\n").unwrap();
            if ears.recv_timeout(POLL).is_ok() {
                return;
            }
        }
    }

    #[test]
    fn a_folder_that_goes_and_another_that_comes_in_its_place_are_followed() {
        let place = tempfile::tempdir().unwrap();
        let (folder, away) = (place.path().join("session"), place.path().join("away"));
        std::fs::create_dir_all(folder.join("log")).unwrap();
        let (heard, ears) = channel();
        let follow = Follow::start(Disk::shared(), &folder, Box::new(move || _ = heard.send(()))).unwrap();
        ears.recv().unwrap();
        hears(&folder.join("log"), &ears);
        // Renamed away and back: the very same folder.
        std::fs::rename(&folder, &away).unwrap();
        std::fs::rename(&away, &folder).unwrap();
        hears(&folder.join("log"), &ears);
        // Another one in its place, as from a backup.
        std::fs::rename(&folder, &away).unwrap();
        std::fs::create_dir_all(folder.join("log")).unwrap();
        hears(&folder.join("log"), &ears);
        // Removed altogether, and made again.
        std::fs::remove_dir_all(&folder).unwrap();
        std::fs::create_dir_all(folder.join("log")).unwrap();
        hears(&folder.join("log"), &ears);
        drop(follow);
    }

    #[test]
    fn that_a_folder_is_gone_is_not_lost_among_changes() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir(folder.path().join("log")).unwrap();
        let ((heard, ears), (go_on, gate)) = (channel(), channel::<()>());
        let changed = Box::new(move || {
            let _ = heard.send(());
            let _ = gate.recv();
        });
        let follow = Follow::start(Disk::shared(), folder.path(), changed).unwrap();
        ears.recv().unwrap();
        let before = follow.mode();
        for message in [Message::Changed, Message::Changed, Message::Lost, Message::Changed] {
            follow.messages.send(message).unwrap();
        }
        go_on.send(()).unwrap();
        ears.recv().unwrap();
        let after = follow.mode();
        // The follower is let go before it is judged, or a red test would wait for it.
        drop(go_on);
        assert_eq!((before, after), (Mode::Watched, Mode::Polled));
    }

    #[test]
    fn a_folder_whose_place_far_above_is_another_is_found_by_a_check() {
        let place = tempfile::tempdir().unwrap();
        let (stick, other) = (place.path().join("stick"), place.path().join("other"));
        let folder = stick.join("a/b/session");
        std::fs::create_dir_all(folder.join("log")).unwrap();
        let (heard, ears) = channel();
        let follow = Follow::start(Disk::shared(), &folder, Box::new(move || _ = heard.send(()))).unwrap();
        ears.recv().unwrap();
        std::fs::rename(&stick, &other).unwrap();
        std::fs::create_dir_all(folder.join("log")).unwrap();
        follow.check();
        hears(&folder.join("log"), &ears);
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
        follow.messages.send(Message::Nudge).unwrap();
        ears.recv().unwrap();
        assert_eq!(follow.mode(), if netfs::is_remote(&log) { Mode::Polled } else { Mode::Watched });
    }
}
