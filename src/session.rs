//! One owner of journal and workshop: commands in, events out.
//!
//! A session is opened for reading; its first command gives it a writer. What others write into the same folder is taken
//! in with [`Session::pull`].

mod appending;
mod ballots;
mod beginning;
mod done;
mod health;
mod marks;
mod own_runs;
mod second;
mod taking_in;
mod words;

pub(crate) use done::{Done, Told};

use std::borrow::Borrow;
use std::collections::{BTreeMap, HashSet};
use std::io;
use std::path::PathBuf;
use std::sync::{Arc, Mutex};

use bytes::Bytes;
use jiff::Timestamp;

use self::own_runs::OwnRuns;
use crate::fault::Fault;
use crate::journal::collect::Lines;
use crate::journal::derived;
use crate::journal::folder::Identity;
use crate::journal::name::SessionName;
use crate::journal::reader::Reader;
use crate::journal::sid::Sid;
use crate::journal::writer::{Writer, WriterReport};
use crate::workshop::command::Request;
use crate::workshop::decide::{self, Context, Decision};
use crate::workshop::id::{EventId, RunId};
use crate::workshop::refusal::Refusal;
use crate::workshop::stamp::Stamp;
use crate::workshop::{Workshop, foresee};
use crate::world::World;

/// The version of this program, as it stands in the header of each run.
pub(crate) const APP: &str = env!("CARGO_PKG_VERSION");

/// A long list waits for the disk after every so many commands: else most of its lines would stand in memory twice.
const MOST_WAITING: usize = 16_384;

/// Called from the writer's thread with whatever it reports.
pub(crate) type Report = Arc<Mutex<dyn FnMut(WriterReport) + Send>>;

/// A session and the workshop in it.
pub struct Session {
    world: World,
    /// The workshop as it is now.
    pub workshop: Workshop,
    folder: PathBuf,
    slug: SessionName,
    sid: Sid,
    who: Arc<str>,
    device: Arc<str>,
    own_runs: OwnRuns,
    /// By how many milliseconds the clock of this device had been set back when the writer began.
    set_back: i64,
    reader: Reader,
    writer: Option<Writer>,
    report: Report,
    /// The lines of a bundled session that has not been copied out yet.
    bundled: Option<Lines>,
    /// Lines read out of the spill folder, to be written into the session's with the first command.
    spilled: Vec<Bytes>,
    clock: Stamp,
    /// Whether the folder was there when the session was opened.
    found: bool,
    /// Runs of which lines have come and the header has not: who wrote them, and on which device, is not known yet.
    headless: HashSet<RunId>,
    later: Option<u32>,
    appended: bool,
    /// Set while whoever appends is about to wait for it.
    waits: bool,
    /// What this laptop remembers of open secret votes.
    remembered: BTreeMap<EventId, marks::Remembered>,
}

impl std::fmt::Debug for Session {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Session").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// A report that goes nowhere.
pub fn silent() -> Report {
    Arc::new(Mutex::new(|_: WriterReport| {}))
}

impl Session {
    /// Opens a session folder. `who` sits here: `desk`, a room, a person.
    pub fn open(world: &World, identity: Identity, who: &str, report: Report) -> Self {
        let reader = Reader::with_sid(world.storage.clone(), &identity.folder, identity.sid);
        let mut session = Self::of(world, identity.folder, identity.slug, identity.sid, reader, who, report);
        session.found = true;
        session.pull();
        session.bring_home();
        session.forget_closed();
        session
    }

    /// Opens a session whose folder does not exist yet: the lines of a bundled one, or none. The first command makes it.
    pub fn begin(
        world: &World,
        slug: SessionName,
        sid: Sid,
        lines: Lines,
        who: &str,
        report: Report,
    ) -> Self {
        let folder = world.sessions.join(slug.folder(sid));
        Self::begin_in(world, folder, slug, sid, lines, who, report)
    }

    fn of(
        world: &World,
        folder: PathBuf,
        slug: SessionName,
        sid: Sid,
        reader: Reader,
        who: &str,
        report: Report,
    ) -> Self {
        Self {
            world: world.clone(),
            workshop: Workshop::new(),
            folder,
            slug,
            sid,
            who: who.into(),
            device: world.device(false),
            own_runs: OwnRuns::new(world.own_runs(sid)),
            set_back: 0,
            reader,
            writer: None,
            report,
            bundled: None,
            spilled: Vec::new(),
            clock: Stamp::default(),
            found: false,
            headless: HashSet::new(),
            later: None,
            appended: false,
            waits: false,
            remembered: BTreeMap::new(),
        }
    }

    /// Its folder, which a session just begun does not have yet.
    pub fn folder(&self) -> &std::path::Path {
        &self.folder
    }

    /// Its short name.
    pub(crate) fn slug(&self) -> &SessionName {
        &self.slug
    }

    /// Its identity.
    pub(crate) fn sid(&self) -> Sid {
        self.sid
    }

    /// Who sits here.
    pub fn who(&self) -> &Arc<str> {
        &self.who
    }

    /// The world it lives in.
    pub fn world(&self) -> &World {
        &self.world
    }

    /// What was read of the files.
    pub fn reader(&self) -> &Reader {
        &self.reader
    }

    pub(crate) fn device(&self) -> Arc<str> {
        self.device.clone()
    }

    /// The meeting's clock.
    pub fn now(&self) -> Timestamp {
        self.workshop.meeting.clock(self.world.now())
    }

    /// How many of our lines are not on a disk yet.
    pub fn waiting(&self) -> usize {
        self.writer.as_ref().map_or(0, Writer::waiting)
    }

    /// How many lines lie on this laptop only and are still to go into the session's folder.
    pub fn away(&self) -> usize {
        self.writer.as_ref().map_or(self.spilled.len(), Writer::away)
    }

    /// The lines that are on no disk, byte for byte: what is to be rescued by other means.
    pub fn unsaved(&self) -> Vec<Vec<u8>> {
        self.writer.as_ref().map(Writer::unsaved).unwrap_or_default()
    }

    /// Carries out a command: decided, appended, applied. It is durable once the writer reports its event as saved, or
    /// after [`Session::flush`].
    ///
    /// # Errors
    /// A refusal of the domain, or a fault of the world; nothing has happened then.
    pub fn execute(&mut self, request: &Request) -> Result<Done, Fault> {
        let decided = self.decide_to_do(request)?;
        self.carry_out(request, decided, None)
    }

    /// Carries out a command and returns once it is durable.
    ///
    /// # Errors
    /// As [`Session::execute`]; or what keeps it from the disk: it has happened then, stands in memory and is tried again.
    pub fn execute_saved(&mut self, request: &Request) -> Result<Done, Fault> {
        let done = self.hand_over(request)?;
        self.flush()?;
        Ok(done)
    }

    /// As [`Session::execute`], and what can be written at once is: what keeps it from the disk is for the writer's report to say.
    ///
    /// # Errors
    /// As [`Session::execute`].
    pub(crate) fn execute_at_once(&mut self, request: &Request) -> Result<Done, Fault> {
        let done = self.hand_over(request)?;
        let _ = self.flush();
        Ok(done)
    }

    fn hand_over(&mut self, request: &Request) -> Result<Done, Fault> {
        let decided = self.decide_to_do(request)?;
        self.waits = true;
        let done = self.carry_out(request, decided, None);
        self.waits = false;
        done
    }

    /// Says what a command would do, without doing it.
    ///
    /// # Errors
    /// The refusal.
    pub(crate) fn decide(&self, request: &Request) -> Result<Decision, Refusal> {
        decide::decide(&self.workshop, request, &self.context())
    }

    /// The workshop as it would be after these commands, without doing anything.
    ///
    /// # Errors
    /// The first refusal.
    pub(crate) fn foresee(&self, requests: &[Request]) -> Result<Workshop, Refusal> {
        foresee::foresee(&self.workshop, requests, &self.context())
    }

    fn context(&self) -> Context {
        Context {
            now: self.world.now(),
            who: self.who.clone(),
            device: self.device(),
            seed: self.world.draw(),
            ballot_key: None,
        }
    }

    /// Carries out commands as one piece of work, which one undo takes back.
    ///
    /// # Errors
    /// The first refusal with the place of its command in the list; what came before it is taken back by an undo of the
    /// whole.
    pub(crate) fn execute_all<R: Borrow<Request>>(
        &mut self,
        requests: impl IntoIterator<Item = R>,
    ) -> Result<(), (usize, Fault)> {
        let mut first = None;
        for (place, request) in requests.into_iter().enumerate() {
            let request = request.borrow();
            if (place + 1).is_multiple_of(MOST_WAITING) {
                // What keeps them from the disk is for the writer's report to say.
                let _ = self.flush();
            }
            let result = self
                .decide_to_do(request)
                .map_err(Fault::from)
                .and_then(|decided| self.carry_out(request, decided, first));
            match result {
                Ok(done) => first = first.or_else(|| done.events.first().copied()),
                Err(fault) => {
                    if let Some(first) = first {
                        let undo = crate::workshop::command::Undo { event: Some(first.to_string().into()) };
                        // The refusal is what is told; an undo that fails leaves work that can be undone by hand.
                        let _ = self.execute(&undo.into());
                    }
                    return Err((place, fault));
                }
            }
        }
        Ok(())
    }

    /// Carries out what a session is made with: below it nothing is undone.
    ///
    /// # Errors
    /// As [`Session::execute`].
    pub fn execute_base(&mut self, request: &Request) -> Result<Done, Fault> {
        let decision = self.decide(request)?;
        self.append(decision, None, true)
    }

    /// Begins to bring home what waits on this laptop, if anything does, instead of leaving it for the first command: for those who
    /// sit down to work here. Where that fails the lines stay where they are and seen.
    pub(crate) fn settle_in(&mut self) {
        self.write_late_marks();
        self.remember_ballots();
        if !self.spilled.is_empty() && self.later.is_none() {
            let _ = self.start_writer();
        }
    }

    /// Something in the folder has changed: lines that went elsewhere may find it well again.
    pub(crate) fn go_home(&self) {
        if let Some(writer) = &self.writer {
            writer.go_home();
        }
    }

    /// Something in the folder has changed: what was written is written again if somebody has taken it away.
    pub(crate) fn look_after(&self) {
        if let Some(writer) = &self.writer {
            writer.look();
        }
    }

    /// Waits until all is on a disk.
    ///
    /// # Errors
    /// What keeps it from there.
    pub fn flush(&mut self) -> Result<(), Fault> {
        match &self.writer {
            Some(writer) => writer.flush().map(drop).map_err(Fault::from),
            None => Ok(()),
        }
    }

    /// Writes `session.json` again, if this process has appended and what stands there is not newer: `write` writes all that is known,
    /// with how many lines of which run that covers.
    ///
    /// # Errors
    /// The system's.
    pub(crate) fn derive(
        &mut self,
        write: impl Fn(&Workshop, BTreeMap<String, u64>, &mut dyn io::Write) -> io::Result<()>,
    ) -> Result<(), Fault> {
        if !self.appended || !self.folder.join("log").exists() {
            return Ok(());
        }
        self.pull();
        let path = self.folder.join(derived::FILE);
        let ours = self.reader.version_vector();
        if !derived::covers(&ours, &self.covered()) {
            return Ok(());
        }
        let covers: BTreeMap<String, u64> = ours.iter().map(|(run, next)| (run.to_string(), *next)).collect();
        let workshop = &self.workshop;
        derived::write(self.world.storage.as_ref(), &self.folder, &mut |file| {
            write(workshop, covers.clone(), file)
        })
        .map_err(|error| Fault::io(&path, &error))
    }

    /// Lines from another source are this session's, too: those that are missing here are seen at once and written with the first
    /// command.
    pub(crate) fn complete_with(&mut self, lines: Lines) {
        let missing: Lines = lines
            .into_iter()
            .filter(|(place, _)| !self.reader.knows(place.run, place.n, place.digest))
            .collect();
        self.take_raw(&missing, false);
        self.spilled.extend(missing.into_values());
    }
}
