//! An export that goes on beside the screen, so that a big session does not hold up the hand.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use crate::fault::{Exit, Fault};
use crate::given;
use crate::journal::storage::SharedStorage;
use crate::report::Edition;
use crate::report::export::{Formats, Languages, files};
use crate::report::pabulib::Passed;
use crate::workshop::Workshop;

/// What is exported, and how.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Order {
    /// The formats.
    pub formats: Formats,
    /// The edition.
    pub edition: Edition,
    /// The languages of the report.
    pub languages: Languages,
    /// Whether tables begin with a byte order mark.
    pub mark: bool,
}

/// How far an export is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// So many of so many files are made.
    Runs {
        /// Made.
        done: usize,
        /// Of.
        of: usize,
    },
    /// They stand in the folder.
    Written {
        /// How many files.
        count: usize,
        /// The votes for which there is none.
        passed: Vec<Passed>,
    },
    /// It went wrong.
    Failed(Box<Fault>),
}

/// An export.
#[derive(Debug)]
pub struct Work {
    /// Where to.
    pub to: PathBuf,
    state: Arc<Mutex<State>>,
    thread: Option<JoinHandle<()>>,
}

impl Work {
    /// Exports at once.
    pub fn at_once(workshop: &Workshop, order: Order, to: PathBuf, storage: &SharedStorage) -> Self {
        let state = Arc::new(Mutex::new(State::Runs { done: 0, of: 0 }));
        run(workshop, order, &to, storage, &state);
        Self { to, state, thread: None }
    }

    /// Exports beside the screen.
    pub fn beside(workshop: Workshop, order: Order, to: PathBuf, storage: SharedStorage) -> Self {
        let state = Arc::new(Mutex::new(State::Runs { done: 0, of: 0 }));
        let (told, folder) = (state.clone(), to.clone());
        let thread = std::thread::spawn(move || run(&workshop, order, &folder, &storage, &told));
        Self { to, state, thread: Some(thread) }
    }

    /// How far it is.
    pub fn state(&self) -> State {
        self.state.lock().map_or(State::Runs { done: 0, of: 0 }, |state| state.clone())
    }

    /// Whether it goes on.
    pub(crate) fn runs(&self) -> bool {
        // A thread that ended without a word is not waited for.
        matches!(self.state(), State::Runs { .. })
            && self.thread.as_ref().is_some_and(|thread| !thread.is_finished())
    }
}

impl Drop for Work {
    /// Whoever leaves the program has asked for the files as well.
    fn drop(&mut self) {
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn run(workshop: &Workshop, order: Order, to: &Path, storage: &SharedStorage, state: &Mutex<State>) {
    let tell = |now: State| {
        if let Ok(mut state) = state.lock() {
            *state = now;
        }
    };
    let Order { formats, edition, languages, mark } = order;
    let made = files(workshop, formats, edition, languages, mark, &mut |progress| {
        tell(State::Runs { done: progress.done, of: progress.of });
    });
    let written = if made.files.is_empty() {
        Err(Fault::new(Exit::Refused, "nothing", "fault-pb-none"))
    } else {
        given::write_all(storage.as_ref(), to, &made.files)
    };
    match written {
        Ok(()) => tell(State::Written { count: made.files.len(), passed: made.passed }),
        Err(fault) => tell(State::Failed(Box::new(fault))),
    }
}
