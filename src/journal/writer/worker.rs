//! The thread of a writer: groups, syncs, and the way on after an error.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::file::RunFile;
use super::report::{Keeping, WriterReport};
use super::state::{Shared, in_name, own_name};
use crate::workshop::id::RunId;

/// Failures in a row, none of them after an acknowledged line, before the next place is tried.
const STRIKES: u32 = 2;
/// How many names are tried for a new file.
const NAMES: u32 = 16;
/// First pause before lines in memory are tried again; it doubles up to [`LONGEST`].
const PAUSE: Duration = Duration::from_secs(2);
/// The longest such pause.
const LONGEST: Duration = Duration::from_secs(300);

/// One of the two files a run may have.
#[derive(Default)]
struct Lane {
    file: Option<RunFile>,
    strikes: u32,
}

pub(super) struct Worker {
    shared: Arc<Shared>,
    report: Box<dyn FnMut(WriterReport) + Send>,
    own: Lane,
    foreign: Lane,
    /// Set while foreign lines have no place.
    stuck: bool,
    pause: Duration,
    /// When lines in memory are tried again.
    again_at: Option<Instant>,
}

/// Tells those who wait, should the thread end in whatever way.
struct Obituary(Arc<Shared>);

impl Drop for Obituary {
    fn drop(&mut self) {
        self.0.lock().dead = true;
        self.0.done.notify_all();
    }
}

/// What to do next.
enum Job {
    Own,
    Foreign,
    Again,
    End,
}

impl Worker {
    pub(super) fn new(shared: Arc<Shared>, report: Box<dyn FnMut(WriterReport) + Send>) -> Self {
        let (own, foreign) = (Lane::default(), Lane::default());
        Self { shared, report, own, foreign, stuck: false, pause: PAUSE, again_at: None }
    }

    pub(super) fn run(mut self) {
        let _obituary = Obituary(self.shared.clone());
        // At the end everything is tried once more, and only once.
        let mut last_try = false;
        loop {
            match self.next_job(last_try) {
                Job::Own => self.write_own(),
                Job::Foreign => self.write_foreign(),
                Job::Again => {
                    last_try = self.shared.lock().closing;
                    self.try_again();
                }
                Job::End => return,
            }
        }
    }

    fn next_job(&mut self, last_try: bool) -> Job {
        let shared = self.shared.clone();
        let mut state = shared.lock();
        loop {
            let in_memory = state.keeping == Keeping::Memory;
            let own_waits = state.has_own() && in_memory;
            let foreign_waits = self.stuck && !state.foreign.is_empty();
            let held = own_waits || foreign_waits;
            if held && (std::mem::take(&mut state.try_again) || (state.closing && !last_try)) {
                return Job::Again;
            }
            if state.has_own() && !in_memory {
                return Job::Own;
            }
            if !state.foreign.is_empty() && !self.stuck {
                return Job::Foreign;
            }
            if state.closing {
                return Job::End;
            }
            if held && self.again_at.is_some_and(|at| at <= Instant::now()) {
                return Job::Again;
            }
            state = shared.wait_wake(state, if held { self.again_at } else { None });
        }
    }

    /// Tries every place from the first again.
    fn try_again(&mut self) {
        self.pause = self.pause.saturating_mul(2).min(LONGEST);
        self.stuck = false;
        self.foreign = Lane::default();
        let mut state = self.shared.lock();
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
        let (bytes, count, up_to) = self.shared.lock().group();
        let Some(file) = self.own.file.as_mut() else { return };
        if let Err(error) = file.append(self.shared.storage.as_ref(), &bytes) {
            let path = file.path.clone();
            return self.own_failed(path, &error);
        }
        self.own.strikes = 0;
        self.pause = PAUSE;
        let run = self.shared.lock().run;
        // Acknowledged before it is reported, so that whoever asks how many wait after a report is told the truth.
        self.shared.lock().acknowledge(count);
        if let Some(up_to) = up_to {
            (self.report)(WriterReport::Saved { up_to, count, run, keeping });
        }
        self.shared.done.notify_all();
    }

    /// The own file, if there is one, is abandoned; goes to the next place when this one has failed too often.
    fn own_failed(&mut self, path: PathBuf, error: &io::Error) {
        self.own.file = None;
        self.own.strikes = self.own.strikes.saturating_add(1);
        (self.report)(trouble(path, error));
        if self.own.strikes < STRIKES {
            return;
        }
        let keeping = self.shared.lock().keeping;
        match self.shared.places.spill.clone() {
            Some(folder) if keeping == Keeping::Session => {
                self.own.strikes = 0;
                self.shared.lock().keeping = Keeping::Spill;
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
        self.again_at = Instant::now().checked_add(self.pause);
        let lines = self.shared.lock().waiting();
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
        self.foreign.strikes = 0;
        (self.report)(WriterReport::Received { count });
        {
            let mut state = self.shared.lock();
            let count = count.min(state.foreign.len());
            state.foreign.drain(..count);
        }
        self.shared.done.notify_all();
    }

    /// Foreign lines have a home where they came from, so they are not spilled but wait.
    fn foreign_failed(&mut self, path: PathBuf, error: &io::Error) {
        self.foreign.file = None;
        self.foreign.strikes = self.foreign.strikes.saturating_add(1);
        (self.report)(trouble(path, error));
        if self.foreign.strikes >= STRIKES {
            self.stuck = true;
            self.hold();
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
        let run = self.shared.lock().run;
        match RunFile::create(self.shared.storage.as_ref(), folder, &in_name(run)) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {
                self.create(folder, in_name).map(|(_, file)| file)
            }
            made => made,
        }
    }

    /// Creates a file for a new run.
    fn create(&mut self, folder: &Path, name: fn(RunId) -> String) -> io::Result<(RunId, RunFile)> {
        for _ in 0..NAMES {
            let run = self.shared.lock().new_run();
            match RunFile::create(self.shared.storage.as_ref(), folder, &name(run)) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                made => return made.map(|file| (run, file)),
            }
        }
        Err(io::ErrorKind::AlreadyExists.into())
    }
}

fn trouble(path: PathBuf, error: &io::Error) -> WriterReport {
    WriterReport::Trouble { path, kind: error.kind(), message: error.to_string() }
}
