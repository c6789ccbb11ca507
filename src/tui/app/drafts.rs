//! What is typed and not yet entered, kept in the state directory so that a dead laptop loses no half sentence.
//!
//! A thread of its own writes it: a slow disk must not hold up whoever types. Of one draft only the latest is written.

use std::collections::{BTreeSet, HashMap};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use crate::input::Context;
use crate::journal::digest::Digest;
use crate::journal::storage::{SharedStorage, make_folders};
use crate::session::Session;

/// The longest draft read back, in bytes.
const MOST_BYTES: usize = 8 * 1024;
/// The longest name that a draft is called by as it is, in bytes.
const MOST_OF_A_NAME: usize = 64;
/// Where the last room stands.
const LAST_ROOM: &str = "last.room";

/// Writes drafts. Dropping it waits until the last of them is written.
pub(super) struct Drafts {
    shared: Arc<Shared>,
    thread: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    wake: Condvar,
}

#[derive(Default)]
struct State {
    /// What was handed over, by where it goes: written or on its way.
    latest: HashMap<PathBuf, String>,
    /// What is on its way.
    due: BTreeSet<PathBuf>,
    closing: bool,
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A room has one draft, whoever sits at its desk; elsewhere each has their own.
fn path(session: &Session, context: Context, room: Option<&str>) -> PathBuf {
    // Readable as far as file names go. What that would make alike has its digest beside it.
    let plain = |text: &str| -> String {
        let kept = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if text.len() <= MOST_OF_A_NAME && text.chars().all(kept) {
            return text.to_owned();
        }
        let name = text.chars().map(|c| if kept(c) { c } else { '_' }).take(MOST_OF_A_NAME);
        name.chain(['.']).chain(Digest::of(text.as_bytes()).to_string().chars()).collect()
    };
    let of = match room {
        Some(room) => format!("{}-{}", context.title(), plain(room)),
        None => format!("{}-{}", plain(session.who()), context.title()),
    };
    session.world().drafts(session.sid()).join(of)
}

impl Drafts {
    /// Begins with nothing; the thread is begun with the first draft.
    pub(super) fn new() -> Self {
        Self { shared: Arc::default(), thread: None }
    }

    /// Keeps a draft; an empty one is forgotten. A draft that cannot be kept is still on the screen.
    pub(super) fn keep(&mut self, session: &Session, context: Context, room: Option<&str>, draft: &str) {
        self.put(session, path(session, context, room), draft);
    }

    /// Keeps in mind which room was written for last.
    pub(super) fn keep_room(&mut self, session: &Session, room: &str) {
        self.put(session, session.world().drafts(session.sid()).join(LAST_ROOM), room);
    }

    fn put(&mut self, session: &Session, path: PathBuf, draft: &str) {
        if self.thread.is_none() {
            let (shared, storage) = (self.shared.clone(), session.world().storage.clone());
            let run = move || write_all(&shared, &storage);
            self.thread = std::thread::Builder::new().name("drafts".into()).spawn(run).ok();
            if self.thread.is_none() {
                // A system without a thread to give: then by whoever types.
                return write(&session.world().storage, &path, draft);
            }
        }
        let mut state = self.shared.lock();
        state.latest.insert(path.clone(), draft.to_owned());
        state.due.insert(path);
        self.shared.wake.notify_one();
    }

    /// The draft that was kept, if there is one.
    pub(super) fn kept(&self, session: &Session, context: Context, room: Option<&str>) -> Option<String> {
        let path = path(session, context, room);
        let latest = self.shared.lock().latest.get(&path).cloned();
        latest.map_or_else(|| get(session, &path), |draft| Some(draft).filter(|draft| !draft.is_empty()))
    }
}

impl Drop for Drafts {
    fn drop(&mut self) {
        self.shared.lock().closing = true;
        self.shared.wake.notify_one();
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// The life of the thread.
fn write_all(shared: &Shared, storage: &SharedStorage) {
    loop {
        let mut state = shared.lock();
        let Some(path) = state.due.pop_first() else {
            if state.closing {
                return;
            }
            drop(shared.wake.wait(state).unwrap_or_else(PoisonError::into_inner));
            continue;
        };
        let draft = state.latest.get(&path).cloned().unwrap_or_default();
        drop(state);
        write(storage, &path, &draft);
    }
}

fn write(storage: &SharedStorage, path: &Path, draft: &str) {
    if draft.is_empty() {
        let _ = std::fs::remove_file(path);
        return;
    }
    if let Some(folder) = path.parent()
        && make_folders(storage.as_ref(), folder).is_ok()
    {
        let _ = storage.put_whole(path, draft.as_bytes(), true);
    }
}

/// The room that was written for last on this laptop.
pub(super) fn kept_room(session: &Session) -> Option<String> {
    get(session, &session.world().drafts(session.sid()).join(LAST_ROOM))
}

fn get(session: &Session, path: &Path) -> Option<String> {
    let mut bytes = Vec::new();
    session.world().storage.read_from(path, 0, MOST_BYTES, &mut bytes).ok()?;
    String::from_utf8(bytes).ok().filter(|draft| !draft.is_empty())
}
