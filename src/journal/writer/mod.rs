//! Writing one's own lines: numbered at once, synced in groups by a thread of their own.
//!
//! The rule after an error: the file is abandoned for good and a new run begun, in which whatever was not acknowledged is
//! written again under its `id`, fewer lines at a time. Three times in a row without a line acknowledged, and the next place is tried: the session
//! folder, the spill folder, memory. A failed sync is never tried again on the same file.

mod file;
mod report;
mod state;
mod worker;

use std::path::PathBuf;
use std::sync::{Arc, Mutex, TryLockError};
use std::thread::JoinHandle;
use std::time::Instant;

use bytes::Bytes;

pub use report::WriterReport;
pub(crate) use report::{AppendFault, FlushFault, Keeping};

use self::state::{Shared, State};
use self::worker::Worker;
use super::line::{Line, LineFault, parse};
use super::sid::Sid;
use super::storage::SharedStorage;
use crate::workshop::id::{EventId, RunId};
use crate::workshop::stamp::Stamp;

/// The most lines that share one sync.
pub(crate) const GROUP: usize = 64;

/// What a writer has to know.
pub struct WriterOptions {
    /// The session folder; made at the first line if it has never been there.
    pub folder: PathBuf,
    /// Whether it was there when the session was opened: then it is not made again, should its medium go.
    pub found: bool,
    /// The name of this run.
    pub run: RunId,
    /// Whether that name could be another's too: then its file is made before the first line is numbered.
    pub reserve: bool,
    /// The identity of the session.
    pub sid: Sid,
    /// The device, for the header.
    pub dev: Box<str>,
    /// Who runs the program, for the header.
    pub who: Option<Box<str>>,
    /// The version of the program, for the header.
    pub app: Box<str>,
    /// The payload of the header, the text of a JSON object; `{}` where there is nothing to say.
    pub opening: String,
    /// Where lines go when the session folder takes none.
    pub spill: Option<PathBuf>,
    /// Names a further run, one not in use, after this one's file had to be abandoned.
    pub next_run: Box<dyn FnMut() -> RunId + Send>,
}

/// An event to be written.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Its id if it has one already; else it gets the place where it is first written.
    pub id: Option<EventId>,
    /// Where it stands in the order of things.
    pub stamp: Stamp,
    /// Its kind.
    pub kind: Box<str>,
    /// Who did it, if not the one in the header.
    pub who: Option<Box<str>>,
    /// On which device, if not the one in the header.
    pub device: Option<Box<str>>,
    /// Whether a reader that does not know the kind must show the object read-only.
    pub must: bool,
    /// The payload, the text of a JSON object.
    pub d: String,
}

/// Appends to one's own files of a session. A writer that is never used creates nothing. Dropping it writes what is still
/// waiting, as far as there is a place for it; call [`Writer::flush`] before to know.
pub struct Writer {
    shared: Arc<Shared>,
    worker: Arc<Mutex<Worker>>,
    thread: Option<JoinHandle<()>>,
}

impl Writer {
    /// Starts the thread of a writer. `report` is called on that thread, or on one that waits in [`Writer::flush`], and must
    /// not wait for the writer.
    ///
    /// # Errors
    /// [`LineFault`] when the opening cannot stand in a header.
    pub fn start(
        storage: SharedStorage,
        options: WriterOptions,
        report: Box<dyn FnMut(WriterReport) + Send>,
    ) -> Result<Self, LineFault> {
        let (state, places) = State::new(options)?;
        let shared = Arc::new(Shared::new(state, places, storage));
        let worker = Arc::new(Mutex::new(Worker::new(shared.clone(), report)));
        let (with, at) = (shared.clone(), worker.clone());
        // A system without a thread to give is out of memory; the lines then stay in memory, and flush says so.
        let thread =
            std::thread::Builder::new().name("journal".into()).spawn(move || worker::run(&with, &at));
        if thread.is_err() {
            shared.lock().dead = true;
        }
        Ok(Self { shared, worker, thread: thread.ok() })
    }

    /// Numbers an event and hands it to the thread. The line that comes back stands in memory only until a
    /// [`WriterReport::Saved`] covers its id; after a disk error it may come to lie in another run, under the same id.
    ///
    /// # Errors
    /// [`AppendFault`]; nothing was appended then.
    pub fn append(&self, draft: Draft) -> Result<Line, AppendFault> {
        let line = self.hand_over(draft)?;
        if std::mem::take(&mut self.shared.lock().asleep) {
            self.shared.wake.notify_one();
        }
        Ok(line)
    }

    /// As [`Writer::append`] for whoever calls [`Writer::flush`] next: the thread is not woken for what is then written here.
    ///
    /// # Errors
    /// [`AppendFault`]; nothing was appended then.
    pub(crate) fn hand_over(&self, draft: Draft) -> Result<Line, AppendFault> {
        let mut state = self.shared.lock();
        if state.dead {
            return Err(AppendFault::Stopped);
        }
        state.begin(&draft, &self.shared)?;
        state.push(draft)
    }

    /// Hands over foreign lines, byte for byte and without their newlines, for this run's `.in.jsonl`. Gives how many
    /// there are; reported as [`WriterReport::Received`] once they are on the disk.
    ///
    /// # Errors
    /// [`AppendFault::Line`] for the first that does not count; none is taken then.
    pub(crate) fn receive(&self, lines: Vec<Bytes>) -> Result<usize, AppendFault> {
        for line in &lines {
            parse(line)?;
        }
        let mut state = self.shared.lock();
        if state.dead {
            return Err(AppendFault::Stopped);
        }
        let count = lines.len();
        state.foreign.extend(lines);
        self.shared.wake.notify_one();
        Ok(count)
    }

    /// Returns once all that was handed over is on a disk; while lines are kept in memory, tries every place again. What the
    /// thread has not begun is written here: waking it, and being woken by it, would take longer than the disk does.
    ///
    /// # Errors
    /// [`FlushFault`] says how many lines still have no place.
    pub fn flush(&self) -> Result<(), FlushFault> {
        let before = {
            let mut state = self.shared.lock();
            state.try_again = true;
            // What is written now is looked after by whoever writes it.
            state.look = state.pending_is_empty() && state.has_written();
            state.given_up
        };
        loop {
            let state = self.shared.lock();
            if state.is_idle() {
                return Ok(());
            }
            if state.dead || state.given_up != before {
                return Err(FlushFault { lines: state.waiting_own() });
            }
            // The order of locks is worker, then state; trying is allowed all the same.
            match self.worker.try_lock() {
                Ok(mut worker) => {
                    drop(state);
                    worker.step();
                }
                Err(TryLockError::Poisoned(worker)) => {
                    drop(state);
                    worker.into_inner().step();
                }
                Err(TryLockError::WouldBlock) => drop(self.shared.wait_done(state)),
            }
        }
    }

    /// Tries at once whether the session folder takes lines again, if they go to the spill folder: worth calling when
    /// something in the session folder has changed. Without it that is tried now and then.
    pub(crate) fn go_home(&self) {
        let mut state = self.shared.lock();
        if state.home_at.is_some() {
            state.home_at = Some(Instant::now());
            self.shared.wake.notify_one();
        }
    }

    /// Sees to it that what was written still stands where it was: worth calling when something in the session folder has changed.
    /// What somebody has taken away, replaced or cut is written again.
    pub(crate) fn look(&self) {
        let mut state = self.shared.lock();
        if state.has_written() {
            state.look = true;
            self.shared.wake.notify_one();
        }
    }

    #[cfg(test)]
    pub(crate) fn keeping(&self) -> Keeping {
        self.shared.lock().keeping
    }

    /// How many own lines have not been acknowledged. Foreign lines are not among them: they lie elsewhere too.
    pub(crate) fn waiting(&self) -> usize {
        self.shared.lock().waiting_own()
    }

    /// How many lines lie on this laptop only, or where they came from, and are still to go into the session folder.
    pub(crate) fn away(&self) -> usize {
        self.shared.lock().away()
    }

    /// The bytes of all own lines that have not been acknowledged: what to rescue by other means when there is no place
    /// for them.
    pub(crate) fn unsaved(&self) -> Vec<Vec<u8>> {
        self.shared.lock().unsaved()
    }
}

impl Drop for Writer {
    fn drop(&mut self) {
        self.shared.lock().closing = true;
        self.shared.wake.notify_one();
        if let Some(thread) = self.thread.take() {
            // A panic of the thread has been reported where it happened.
            let _ = thread.join();
        }
    }
}
