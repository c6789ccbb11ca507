//! The thread of a writer: groups, syncs, and the way on after an error.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::GROUP;
use super::file::RunFile;
use super::report::{Keeping, WriterReport};
use super::state::{Next, Shared, in_name, own_name};
use crate::workshop::id::RunId;

/// Failures in a row, none of them after an acknowledged line, before the next place is tried.
const STRIKES: u32 = 3;
/// By how much fewer lines are written at once after a failure.
const FEWER: usize = 8;
/// How many names are tried for a new file.
const NAMES: u32 = 16;
/// First pause before lines in memory are tried again; it doubles up to [`LONGEST`]. A line that is appended meanwhile is tried
/// at once, and all others with it.
const PAUSE: Duration = Duration::from_secs(2);
/// The longest such pause, and the longest before it is tried again whether the session folder takes lines: whoever has made
/// room, or put the stick back, looks at the screen for an answer.
const LONGEST: Duration = Duration::from_secs(5);

/// One of the two files a run may have.
struct Lane {
    file: Option<RunFile>,
    strikes: u32,
    /// The most lines that are written at once: few after a failure, since a disk that is nearly full still takes a few.
    most: usize,
}

impl Default for Lane {
    fn default() -> Self {
        Self { file: None, strikes: 0, most: GROUP }
    }
}

impl Lane {
    fn succeeded(&mut self) {
        self.strikes = 0;
        self.most = self.most.saturating_mul(2).min(GROUP);
    }

    fn failed(&mut self) {
        self.file = None;
        self.strikes = self.strikes.saturating_add(1);
        self.most = (self.most / FEWER).max(1);
    }
}

/// Does the writing. Its thread does it as lines come; whoever waits for them may do it in the thread's stead, so that nobody
/// has to be woken first. The lock around a worker is taken before that of the state, never after.
pub(super) struct Worker {
    shared: Arc<Shared>,
    report: Box<dyn FnMut(WriterReport) + Send>,
    own: Lane,
    foreign: Lane,
    pause: Duration,
}

/// Tells those who wait, should the thread end in whatever way.
struct Obituary<'a>(&'a Shared);

impl Drop for Obituary<'_> {
    fn drop(&mut self) {
        self.0.lock().dead = true;
        self.0.done.notify_all();
    }
}

/// The life of the thread.
pub(super) fn run(shared: &Shared, worker: &Mutex<Worker>) {
    let _obituary = Obituary(shared);
    loop {
        let mut at_work = worker.lock().unwrap_or_else(PoisonError::into_inner);
        match at_work.step() {
            Next::End => return,
            Next::Wait(_) => {}
            Next::Own | Next::Foreign | Next::Look | Next::Again | Next::Home => continue,
        }
        drop(at_work);
        let mut state = shared.lock();
        // Something may have come while nobody looked.
        if let Next::Wait(until) = state.next() {
            state.asleep = true;
            shared.wait_wake(state, until).asleep = false;
        }
    }
}

impl Worker {
    pub(super) fn new(shared: Arc<Shared>, report: Box<dyn FnMut(WriterReport) + Send>) -> Self {
        Self { shared, report, own: Lane::default(), foreign: Lane::default(), pause: PAUSE }
    }

    /// Does what is next, and says what it was.
    pub(super) fn step(&mut self) -> Next {
        let next = self.shared.lock().next();
        match next {
            Next::Own => self.write_own(),
            Next::Foreign => self.write_foreign(),
            Next::Look => self.look(),
            Next::Again => self.try_again(),
            Next::Home => self.go_home(),
            Next::Wait(_) | Next::End => {}
        }
        next
    }

    /// Tries every place from the first again.
    fn try_again(&mut self) {
        self.pause = self.pause.saturating_mul(2).min(LONGEST);
        self.foreign = Lane::default();
        let mut state = self.shared.lock();
        state.last_try = state.closing;
        state.try_again = false;
        state.stuck = false;
        if state.keeping == Keeping::Memory {
            state.keeping = Keeping::Session;
            self.own = Lane::default();
        }
    }

    fn write_own(&mut self) {
        let (first, keeping) = {
            let mut state = self.shared.lock();
            (state.first.take(), state.keeping)
        };
        match first {
            Some(Ok(file)) => self.own.file = Some(file),
            Some(Err((path, error))) => return self.own_failed(path, &error),
            None => {}
        }
        if self.own.file.is_none()
            && keeping == Keeping::Session
            && std::mem::take(&mut self.shared.lock().unnamed)
        {
            let log = self.shared.places.log.clone();
            match self.create_first(&log) {
                Ok(file) => self.own.file = Some(file),
                Err(error) => return self.own_failed(log, &error),
            }
        }
        if self.own.file.is_none() {
            let Some(folder) = self.place(keeping) else { return self.give_up() };
            match self.create(&folder, own_name) {
                Ok((run, file)) => {
                    self.shared.lock().move_to(run);
                    self.own.file = Some(file);
                }
                Err(error) => return self.own_failed(folder, &error),
            }
        }
        let (bytes, count, up_to) = self.shared.lock().group(self.own.most);
        let Some(file) = self.own.file.as_mut() else { return };
        if let Err(error) = file.append(self.shared.storage.as_ref(), &bytes) {
            let path = file.path.clone();
            return self.own_failed(path, &error);
        }
        if !file.stands(self.shared.storage.as_ref()) {
            return self.own_lost();
        }
        self.own.succeeded();
        self.pause = PAUSE;
        let run = self.shared.lock().run;
        // Acknowledged before it is reported, so that whoever asks how many wait after a report is told the truth.
        self.shared.lock().acknowledge(count);
        if self.own.file.as_ref().is_some_and(RunFile::is_full) {
            self.own.file = None;
            self.shared.lock().forget_kept();
        }
        if let Some(up_to) = up_to {
            (self.report)(WriterReport::Saved { up_to, count, run, keeping });
        }
        self.shared.done.notify_all();
    }

    /// Sees whether what was written still stands.
    fn look(&mut self) {
        self.shared.lock().look = false;
        let lost = self.own.file.as_ref().is_some_and(|file| !file.stands(self.shared.storage.as_ref()));
        if lost {
            self.own_lost();
        }
        self.shared.done.notify_all();
    }

    /// Somebody has taken the file away, or put another in its place: all that stood in it is written again, under its ids.
    fn own_lost(&mut self) {
        let (path, left) = match self.own.file.take() {
            Some(mut file) => (std::mem::take(&mut file.path), file.read_back()),
            None => Default::default(),
        };
        self.shared.lock().take_back(&left);
        self.own_failed(path, &io::ErrorKind::NotFound.into());
    }

    /// Tries whether the session folder takes lines again: those that went to the spill folder are brought home, and what is
    /// written from now on goes home at once. Until then the pauses between two tries grow.
    fn go_home(&mut self) {
        let away = self.shared.lock().away.clone();
        let count = away.iter().filter(|line| !line.is_empty()).count();
        let mut bytes = Vec::new();
        for line in &away {
            bytes.extend_from_slice(line);
            bytes.push(b'\n');
        }
        let log = self.shared.places.log.clone();
        let room = self.shared.storage.has_room(&log, u64::try_from(bytes.len()).unwrap_or(u64::MAX));
        let full = || Err(io::ErrorKind::StorageFull.into());
        let made = if room { self.create(&log, in_name) } else { full() };
        let home = made.and_then(|(_, mut file)| file.append(self.shared.storage.as_ref(), &bytes));
        let mut state = self.shared.lock();
        if home.is_err() {
            self.pause = self.pause.saturating_mul(2).min(LONGEST);
            state.home_at = Instant::now().checked_add(self.pause);
            return;
        }
        // More may have come meanwhile; but writing them is this worker's doing, so nothing has.
        state.away.clear();
        state.home_at = None;
        state.keeping = Keeping::Session;
        drop(state);
        self.pause = PAUSE;
        self.own = Lane::default();
        (self.report)(WriterReport::Home { count });
    }

    /// The own file, if there is one, is abandoned; goes to the next place when this one has failed too often.
    fn own_failed(&mut self, path: PathBuf, error: &io::Error) {
        self.own.failed();
        (self.report)(trouble(path, error));
        if self.own.strikes < STRIKES {
            return;
        }
        let keeping = self.shared.lock().keeping;
        match self.shared.places.spill.clone() {
            Some(folder) if keeping == Keeping::Session => {
                self.own.strikes = 0;
                {
                    let mut state = self.shared.lock();
                    state.keeping = Keeping::Spill;
                    state.home_at = Instant::now().checked_add(self.pause);
                }
                (self.report)(WriterReport::Spilled { folder });
            }
            _ => self.give_up(),
        }
    }

    /// No place takes the lines: they stay in memory.
    fn give_up(&mut self) {
        self.shared.lock().keeping = Keeping::Memory;
        self.hold();
    }

    /// Says that lines are held in memory, and when they will be tried again.
    fn hold(&mut self) {
        let lines = {
            let mut state = self.shared.lock();
            state.again_at = Instant::now().checked_add(self.pause);
            state.waiting_own()
        };
        (self.report)(WriterReport::InMemory { lines });
        let mut state = self.shared.lock();
        state.given_up += 1;
        // Whoever asked for another try while this one ran has now had it.
        state.try_again = false;
        drop(state);
        self.shared.done.notify_all();
    }

    fn write_foreign(&mut self) {
        if self.foreign.file.is_none() {
            let folder = self.shared.places.log.clone();
            match self.create_foreign(&folder) {
                Ok(file) => self.foreign.file = Some(file),
                Err(error) => return self.foreign_failed(folder, &error),
            }
        }
        let (bytes, count) = self.shared.lock().foreign_group();
        let Some(file) = self.foreign.file.as_mut() else { return };
        if let Err(error) = file.append(self.shared.storage.as_ref(), &bytes) {
            let path = file.path.clone();
            return self.foreign_failed(path, &error);
        }
        self.foreign.succeeded();
        {
            let mut state = self.shared.lock();
            let count = count.min(state.foreign.len());
            state.foreign.drain(..count);
        }
        (self.report)(WriterReport::Received { count });
        self.shared.done.notify_all();
    }

    /// Foreign lines have a home where they came from, so they are neither spilled nor in danger: they wait.
    fn foreign_failed(&mut self, path: PathBuf, error: &io::Error) {
        self.foreign.failed();
        (self.report)(trouble(path, error));
        if self.foreign.strikes >= STRIKES {
            let mut state = self.shared.lock();
            state.stuck = true;
            state.again_at = Instant::now().checked_add(self.pause);
            drop(state);
            self.shared.done.notify_all();
        }
    }

    fn place(&self, keeping: Keeping) -> Option<PathBuf> {
        match keeping {
            Keeping::Session => Some(self.shared.places.log.clone()),
            Keeping::Spill => self.shared.places.spill.clone(),
            Keeping::Memory => None,
        }
    }

    /// The file for foreign lines bears the name of the own run where that is free, else of a new one.
    fn create_foreign(&mut self, folder: &Path) -> io::Result<RunFile> {
        self.room_for_one(folder)?;
        let run = self.shared.lock().run;
        match RunFile::create(self.shared.storage.as_ref(), folder, &in_name(run), self.may_make(folder)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                self.create(folder, in_name).map(|(_, file)| file)
            }
            made => made,
        }
    }

    /// Whether a folder may be made: the spill folder always, that of the session only as long as it has never been there.
    fn may_make(&self, folder: &Path) -> bool {
        folder != self.shared.places.log || !self.shared.lock().rooted
    }

    /// Refuses where not even the next line has room.
    fn room_for_one(&self, folder: &Path) -> io::Result<()> {
        let bytes = self.shared.lock().least();
        if self.shared.storage.has_room(folder, bytes) {
            Ok(())
        } else {
            Err(io::ErrorKind::StorageFull.into())
        }
    }

    /// Creates the file of the run whose lines have been numbered already.
    fn create_first(&mut self, log: &Path) -> io::Result<RunFile> {
        self.room_for_one(log)?;
        let run = self.shared.lock().run;
        let made = RunFile::create(self.shared.storage.as_ref(), log, &own_name(run), self.may_make(log))?;
        self.shared.lock().rooted = true;
        Ok(made)
    }

    /// Creates a file for a new run.
    fn create(&mut self, folder: &Path, name: fn(RunId) -> String) -> io::Result<(RunId, RunFile)> {
        for _ in 0..NAMES {
            let run = self.shared.lock().new_run();
            self.room_for_one(folder)?;
            match RunFile::create(self.shared.storage.as_ref(), folder, &name(run), self.may_make(folder)) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => {
                    let at_home = folder == self.shared.places.log;
                    self.shared.lock().rooted |= at_home && made.is_ok();
                    return made.map(|file| (run, file));
                }
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

fn trouble(path: PathBuf, error: &io::Error) -> WriterReport {
    WriterReport::Trouble { path, kind: error.kind(), message: error.to_string() }
}
