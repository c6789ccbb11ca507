//! What a writer and its thread share: the numbering, and the lines that nobody has acknowledged.

use std::collections::{HashSet, VecDeque};
use std::io;
use std::path::PathBuf;
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use bytes::Bytes;

use super::file::RunFile;
use super::report::{AppendFault, Keeping};
use super::{Draft, GROUP, WriterOptions};
use crate::journal::VERSION;
use crate::journal::digest::Digest;
use crate::journal::line::{HeaderFields, Line, LineFault, OPEN, object, parse};
use crate::journal::storage::SharedStorage;
use crate::workshop::id::{EventId, RunId};

/// How many bytes of acknowledged lines are kept in memory, should their file be taken away from under us.
const MOST_KEPT: usize = 8 * 1024 * 1024;

/// How many names are tried when a run's name is in use; more means that the names are not random.
const NAMES: u32 = 16;

/// Where files may be put.
pub(super) struct Places {
    pub(super) log: PathBuf,
    pub(super) spill: Option<PathBuf>,
}

/// The state behind its lock.
pub(super) struct Shared {
    state: Mutex<State>,
    pub(super) wake: Condvar,
    pub(super) done: Condvar,
    pub(super) storage: SharedStorage,
    pub(super) places: Places,
}

impl Shared {
    pub(super) fn new(state: State, places: Places, storage: SharedStorage) -> Self {
        Self { state: Mutex::new(state), wake: Condvar::new(), done: Condvar::new(), storage, places }
    }

    pub(super) fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn wait_done<'a>(&self, state: MutexGuard<'a, State>) -> MutexGuard<'a, State> {
        self.done.wait(state).unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits to be woken, or until the time has come.
    pub(super) fn wait_wake<'a>(
        &self,
        state: MutexGuard<'a, State>,
        until: Option<Instant>,
    ) -> MutexGuard<'a, State> {
        let Some(until) = until else {
            return self.wake.wait(state).unwrap_or_else(PoisonError::into_inner);
        };
        let most = until.saturating_duration_since(Instant::now());
        self.wake.wait_timeout(state, most).unwrap_or_else(PoisonError::into_inner).0
    }
}

/// An own line that nobody has acknowledged.
struct Pending {
    line: Line,
    bytes: Vec<u8>,
}

/// What a writer has to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Next {
    /// Write own lines.
    Own,
    /// Write foreign lines.
    Foreign,
    /// See whether what was written still stands.
    Look,
    /// Try every place again.
    Again,
    /// Try whether the session folder takes lines again.
    Home,
    /// Nothing, until woken or until this moment.
    Wait(Option<Instant>),
    /// Nothing any more.
    End,
}

pub(super) struct State {
    /// The run whose lines are being numbered.
    pub(super) run: RunId,
    next: u64,
    last: Digest,
    /// Set once the first line has been appended; its stamp is also that of the headers.
    begun: bool,
    header: Line,
    /// The header's bytes, until they are acknowledged in the current run.
    header_bytes: Vec<u8>,
    pending: VecDeque<Pending>,
    pub(super) foreign: VecDeque<Bytes>,
    /// The file made at the first append, or why it could not be, for the thread to take.
    pub(super) first: Option<Result<RunFile, (PathBuf, io::Error)>>,
    pub(super) keeping: Keeping,
    pub(super) closing: bool,
    pub(super) dead: bool,
    pub(super) try_again: bool,
    /// Set while foreign lines have no place.
    pub(super) stuck: bool,
    /// When lines without a place are tried again.
    pub(super) again_at: Option<Instant>,
    /// When it is tried whether the session folder takes lines again, while they go to the spill folder.
    pub(super) home_at: Option<Instant>,
    /// Whether `log/` has been there. It is then never made again: where it has gone, its medium has, and what would be made
    /// is a folder on another disk, out of sight as soon as the medium returns.
    pub(super) rooted: bool,
    /// The lines that went to the spill folder, to be brought home.
    pub(super) away: Vec<Vec<u8>>,
    /// The last own lines that were acknowledged, should their file be taken away from under us.
    kept: VecDeque<Vec<u8>>,
    kept_bytes: usize,
    /// Whether the thread sleeps: of many lines only the first wakes it.
    pub(super) asleep: bool,
    /// Whether somebody wants to know that what was written still stands.
    pub(super) look: bool,
    /// Whether the run's name has to be put on its file by the thread.
    pub(super) unnamed: bool,
    reserve: bool,
    /// Set once the last try before the end has begun.
    pub(super) last_try: bool,
    /// Counts how often the thread has found no place.
    pub(super) given_up: u64,
    next_run: Box<dyn FnMut() -> RunId + Send>,
}

impl State {
    pub(super) fn new(options: WriterOptions) -> Result<(Self, Places), LineFault> {
        let fields = HeaderFields { sid: options.sid, dev: options.dev, app: options.app, version: VERSION };
        let mut header = Line {
            run: options.run,
            n: 0,
            id: EventId::new(options.run, 0),
            stamp: Default::default(),
            kind: OPEN.into(),
            who: options.who,
            device: None,
            must: false,
            d: object(options.opening)?,
            previous: Digest::ZERO,
            digest: Digest::ZERO,
            header: Some(fields),
        };
        header.encode()?;
        let state = Self {
            run: options.run,
            next: 0,
            last: Digest::ZERO,
            begun: false,
            header,
            header_bytes: Vec::new(),
            pending: VecDeque::new(),
            foreign: VecDeque::new(),
            first: None,
            keeping: Keeping::Session,
            closing: false,
            dead: false,
            try_again: false,
            stuck: false,
            again_at: None,
            home_at: None,
            rooted: options.found,
            away: Vec::new(),
            kept: VecDeque::new(),
            kept_bytes: 0,
            asleep: false,
            look: false,
            unnamed: false,
            reserve: options.reserve,
            last_try: false,
            given_up: 0,
            next_run: options.next_run,
        };
        Ok((state, Places { log: options.folder.join("log"), spill: options.spill }))
    }

    /// At the first append, reserves the run by creating its file where names are counted and not drawn: only then is it certain
    /// that no line of the same name, and so no event of the same id, exists. Of 64 random bits it is certain enough, and a slow
    /// folder holds nobody up. Writing and syncing is left to the thread.
    pub(super) fn begin(&mut self, draft: &Draft, shared: &Shared) -> Result<(), AppendFault> {
        if self.begun {
            return Ok(());
        }
        // A first event that cannot be a line creates nothing.
        self.line_of(draft.clone())?.encode()?;
        if !self.reserve {
            self.begun = true;
            self.unnamed = true;
            return Ok(());
        }
        let mut run = self.run;
        for _ in 0..NAMES {
            match RunFile::create(shared.storage.as_ref(), &shared.places.log, &own_name(run), !self.rooted) {
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => run = (self.next_run)(),
                made => {
                    self.rooted |= made.is_ok();
                    self.first = Some(made.map_err(|error| (shared.places.log.clone(), error)));
                    self.begun = true;
                    self.run = run;
                    return Ok(());
                }
            }
        }
        Err(AppendFault::NoRun)
    }

    pub(super) fn new_run(&mut self) -> RunId {
        (self.next_run)()
    }

    /// Numbers an event in the current run.
    pub(super) fn push(&mut self, draft: Draft) -> Result<Line, AppendFault> {
        if self.next == 0 {
            self.header.stamp = draft.stamp;
            self.write_header(self.run)?;
        }
        let mut line = self.line_of(draft)?;
        let bytes = line.encode()?;
        self.next = self.next.saturating_add(1);
        self.last = line.digest;
        self.pending.push_back(Pending { line: line.clone(), bytes });
        if self.again_at.is_some() {
            // Somebody is at work: what has no place is tried again with it.
            self.again_at = Some(Instant::now());
        }
        Ok(line)
    }

    /// The line that an event would be next.
    fn line_of(&self, draft: Draft) -> Result<Line, LineFault> {
        Ok(Line {
            run: self.run,
            n: self.next,
            id: draft.id.unwrap_or(EventId::new(self.run, self.next)),
            stamp: draft.stamp,
            kind: draft.kind,
            who: draft.who,
            device: draft.device,
            must: draft.must,
            d: object(draft.d)?,
            previous: self.last,
            digest: Digest::ZERO,
            header: None,
        })
    }

    fn write_header(&mut self, run: RunId) -> Result<(), LineFault> {
        self.header.run = run;
        self.header.id = EventId::new(run, 0);
        self.header_bytes = self.header.encode()?;
        self.run = run;
        self.next = 1;
        self.last = self.header.digest;
        Ok(())
    }

    /// Goes on in another run: whatever is not acknowledged gets a new place there and keeps its id.
    pub(super) fn move_to(&mut self, run: RunId) {
        // Neither can fail: the same lines were encoded before, and their numbers have not grown.
        let _ = self.write_header(run);
        for pending in &mut self.pending {
            let line = &mut pending.line;
            (line.run, line.n, line.previous) = (run, self.next, self.last);
            if let Ok(bytes) = line.encode() {
                pending.bytes = bytes;
            }
            self.next = self.next.saturating_add(1);
            self.last = line.digest;
        }
    }

    /// The bytes of the next group of at most so many lines, with the header before them if it is not acknowledged, how many
    /// lines it has, and the id of the last.
    pub(super) fn group(&self, most: usize) -> (Vec<u8>, usize, Option<EventId>) {
        let mut bytes = Vec::new();
        if !self.header_bytes.is_empty() {
            bytes.extend_from_slice(&self.header_bytes);
            bytes.push(b'\n');
        }
        let (mut count, mut last) = (0, None);
        for pending in self.pending.iter().take(most) {
            bytes.extend_from_slice(&pending.bytes);
            bytes.push(b'\n');
            count += 1;
            last = Some(pending.line.id);
        }
        (bytes, count, last)
    }

    /// The group is on a disk.
    pub(super) fn acknowledge(&mut self, count: usize) {
        let header = std::mem::take(&mut self.header_bytes);
        let group: Vec<Vec<u8>> =
            self.pending.drain(..count.min(self.pending.len())).map(|pending| pending.bytes).collect();
        if self.keeping == Keeping::Spill {
            self.away.extend(Some(header).filter(|header| !header.is_empty()));
            self.away.extend(group.iter().cloned());
        }
        for bytes in group {
            self.kept_bytes += bytes.len();
            self.kept.push_back(bytes);
        }
        while self.kept_bytes > MOST_KEPT
            && let Some(oldest) = self.kept.pop_front()
        {
            self.kept_bytes -= oldest.len();
        }
    }

    /// Another file follows: what stands in the one before is not written again.
    pub(super) fn forget_kept(&mut self) {
        self.kept.clear();
        self.kept_bytes = 0;
    }

    pub(super) fn pending_is_empty(&self) -> bool {
        self.pending.is_empty()
    }

    /// Whether anything has been acknowledged that can be written again.
    pub(super) fn has_written(&self) -> bool {
        !self.kept.is_empty()
    }

    /// The file with the acknowledged lines is gone or hurt: they count as not acknowledged again, those kept in memory and, of those
    /// before them, what could be read back of the file (`left`).
    pub(super) fn take_back(&mut self, left: &[u8]) {
        let kept = std::mem::take(&mut self.kept);
        self.kept_bytes = 0;
        // They were encoded here, and so can be read.
        let read = |bytes: Vec<u8>| Some(Pending { line: parse(&bytes).ok()?, bytes });
        let kept: Vec<Pending> = kept.into_iter().filter_map(read).collect();
        let known: HashSet<EventId> = kept.iter().chain(&self.pending).map(|held| held.line.id).collect();
        let left = left.split(|byte| *byte == b'\n').map(<[u8]>::to_vec).filter_map(read);
        let mut all: VecDeque<Pending> =
            left.filter(|held| held.line.header.is_none() && !known.contains(&held.line.id)).collect();
        all.extend(kept);
        all.append(&mut self.pending);
        self.pending = all;
    }

    /// The bytes of the next foreign lines, and how many they are.
    pub(super) fn foreign_group(&self) -> (Vec<u8>, usize) {
        let mut bytes = Vec::new();
        let mut count = 0;
        for line in self.foreign.iter().take(GROUP * GROUP) {
            bytes.extend_from_slice(line);
            bytes.push(b'\n');
            count += 1;
        }
        (bytes, count)
    }

    /// What is to be done next.
    pub(super) fn next(&self) -> Next {
        let in_memory = self.keeping == Keeping::Memory;
        let has_own = !self.pending.is_empty();
        let held = (has_own && in_memory) || (self.stuck && !self.foreign.is_empty());
        // At the end everything is tried once more, and only once.
        if held && (self.try_again || (self.closing && !self.last_try)) {
            return Next::Again;
        }
        if has_own && !in_memory {
            return Next::Own;
        }
        if !self.foreign.is_empty() && !self.stuck {
            return Next::Foreign;
        }
        if self.look {
            return Next::Look;
        }
        if self.closing {
            return Next::End;
        }
        if held && self.again_at.is_some_and(|at| at <= Instant::now()) {
            return Next::Again;
        }
        if self.home_at.is_some_and(|at| at <= Instant::now()) {
            return Next::Home;
        }
        let again_at = self.again_at.filter(|_| held);
        Next::Wait(again_at.into_iter().chain(self.home_at).min())
    }

    /// Whether nothing has to be waited for. Foreign lines that find no place lie elsewhere, and need not be.
    pub(super) fn is_idle(&self) -> bool {
        self.pending.is_empty() && (self.foreign.is_empty() || self.stuck) && !self.look
    }

    /// How many bytes the next line needs at least, with the header where that is not written yet.
    pub(super) fn least(&self) -> u64 {
        let first =
            self.pending.front().map(|pending| pending.bytes.len()).or(self.away.first().map(Vec::len));
        let foreign = || self.foreign.front().map(Bytes::len);
        let bytes = first.or_else(foreign).unwrap_or_default() + self.header_bytes.len() + 2;
        u64::try_from(bytes).unwrap_or(u64::MAX)
    }

    pub(super) fn waiting_own(&self) -> usize {
        self.pending.len()
    }

    /// How many lines lie on this laptop only, or where they came from, and are to go into the session folder.
    pub(super) fn away(&self) -> usize {
        self.away.iter().filter(|line| !line.is_empty()).count() + self.foreign.len()
    }

    pub(super) fn unsaved(&self) -> Vec<Vec<u8>> {
        let header = if self.pending.is_empty() { None } else { Some(self.header_bytes.clone()) };
        let header = header.filter(|bytes| !bytes.is_empty());
        header.into_iter().chain(self.pending.iter().map(|pending| pending.bytes.clone())).collect()
    }
}

/// The name of a run's own file.
pub(super) fn own_name(run: RunId) -> String {
    format!("{run}.own.jsonl")
}

/// The name of the file for the foreign lines of a run.
pub(super) fn in_name(run: RunId) -> String {
    format!("{run}.in.jsonl")
}
