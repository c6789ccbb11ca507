//! Which runs this laptop has written, so that a laptop made from the same image, which bears the same name of a device, is told
//! from it: its work is not ours to undo.

use std::collections::HashSet;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;

use super::Session;
use crate::workshop::id::RunId;

/// The list of one session, a run a line, in the state directory.
#[derive(Debug, Clone)]
pub(super) struct OwnRuns {
    /// None where the device was named from outside, which is believed.
    path: Option<PathBuf>,
    /// None before anything was written here: then nothing can be told apart.
    known: Option<HashSet<RunId>>,
}

impl OwnRuns {
    pub(super) fn new(path: Option<PathBuf>) -> Self {
        let mut runs = Self { path, known: None };
        runs.read();
        runs
    }

    fn read(&mut self) {
        let text = self.path.as_ref().and_then(|path| fs::read_to_string(path).ok());
        let runs = text.map(|text| text.lines().filter_map(|line| line.parse().ok()).collect());
        // A full disk leaves a list without a run: it tells nothing.
        self.known = runs.filter(|runs: &HashSet<RunId>| !runs.is_empty());
    }

    /// Whether another laptop wrote this run. Another program on this one may have begun it since the list was read.
    fn is_strange(&mut self, run: RunId) -> bool {
        let strange = |known: &Option<HashSet<RunId>>| known.as_ref().is_some_and(|all| !all.contains(&run));
        if strange(&self.known) {
            self.read();
        }
        strange(&self.known)
    }

    /// Adds runs to the list. One that cannot be written is out of reach of undo once the program has ended.
    pub(super) fn add(&mut self, runs: impl Iterator<Item = RunId>) {
        let Some(path) = &self.path else { return };
        let known = self.known.get_or_insert_default();
        let text: String = runs.filter(|run| known.insert(*run)).map(|run| format!("{run}\n")).collect();
        if let Some(folder) = path.parent() {
            let _ = fs::create_dir_all(folder);
        }
        let file = OpenOptions::new().append(true).create(true).open(path);
        let _ = file.and_then(|mut file| file.write_all(text.as_bytes()));
    }
}

impl Session {
    /// A run begins here. With the first, all that bear the name of this device are taken for its own.
    pub(super) fn list_own_run(&mut self, run: RunId) {
        let of_device = self.runs_of_device().into_iter().filter(|run| !self.workshop.is_strange(*run));
        let all: Vec<RunId> = of_device.chain([run]).collect();
        self.own_runs.add(all.into_iter());
    }

    /// The runs that bear the name of this device.
    fn runs_of_device(&self) -> Vec<RunId> {
        let device = self.device();
        self.reader
            .headers()
            .filter(|(_, header)| *header.fields.dev == *device)
            .map(|(run, _)| run)
            .collect()
    }

    /// Tells the workshop which runs were written by a laptop that only bears this one's name.
    pub(super) fn tell_strangers(&mut self) {
        for run in self.runs_of_device() {
            if !self.workshop.is_strange(run) && self.own_runs.is_strange(run) {
                self.workshop.know_strange(run);
            }
        }
    }
}
