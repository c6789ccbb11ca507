//! Reading a session folder: what is new since the last time, whoever wrote it.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};

use bytes::Bytes;

use super::digest::Digest;
use super::index::{Index, Put, Spot};
use super::line::{HeaderFields, Line, claim};
use super::name::split_folder;
use super::remark::{Damage, Hole, Remark};
use super::scan::{Item, Scan, Start};
use super::sid::Sid;
use super::storage::{Changed, EntryKind, FolderWatch, SharedStorage};
use super::{MAX_FILE, MAX_FILES, MAX_FOLDER, VERSION, VersionVector};
use crate::workshop::id::RunId;
use crate::workshop::stamp::Stamp;

/// What the header of a run said, which holds for its lines unless they say otherwise.
#[derive(Debug, Clone)]
pub(crate) struct RunHeader {
    /// Session, device, program and format version.
    pub fields: HeaderFields,
    /// Who ran it.
    pub who: Option<Box<str>>,
    /// When it began, in the order of things.
    pub stamp: Stamp,
}

/// Reads the lines of one session folder as they come. Creates nothing; holds no file open.
pub struct Reader {
    storage: SharedStorage,
    folder: PathBuf,
    log: PathBuf,
    sid: Option<Sid>,
    files: Vec<Scan>,
    hurt: Vec<HurtSince>,
    by_name: HashMap<Box<str>, usize>,
    index: Index,
    headers: HashMap<RunId, RunHeader>,
    foreign: BTreeMap<RunId, BTreeSet<(u64, Digest)>>,
    strays: Vec<Remark>,
    unreadable: BTreeMap<Box<str>, io::ErrorKind>,
    /// How many bytes of all files have been read.
    passed: u64,
    damage: BTreeMap<(Box<str>, u64), Damage>,
    /// How often the folder has been looked at: from the second time on it is worth being told what has changed.
    looked: u32,
    watch: Option<Box<dyn FolderWatch>>,
}

/// The hurt lines of a run's own file since the last good one. Between two good lines lie those that are missing between their
/// numbers, however many pieces a line break too many, or one too few, has made of them.
#[derive(Debug, Default)]
struct HurtSince {
    /// The number that comes after the last good line's.
    next: u64,
    /// Which lines of the file are hurt.
    lines: Vec<u64>,
}

impl HurtSince {
    /// A line is hurt; gives its number in the run, as far as can be told yet.
    fn hurt(&mut self, line: u64) -> u64 {
        self.lines.push(line);
        self.next.saturating_add(self.lines.len() as u64 - 1)
    }

    /// A good line; gives the hurt ones before it with their numbers in the run.
    fn good(&mut self, n: u64) -> Vec<(u64, u64)> {
        let (first, last) = (self.next, n.saturating_sub(1));
        self.next = n.saturating_add(1);
        let lines = std::mem::take(&mut self.lines);
        (first..).zip(lines).map(|(place, line)| (line, place.min(last))).collect()
    }
}

/// A line just read, its place, and its bytes where they were asked for.
pub(crate) struct Fresh {
    pub(crate) line: Line,
    pub(crate) raw: Bytes,
}

/// Whether a file in `log/` is a log by its name. Copies that a file manager or a carrier has renamed (`… (2).jsonl`)
/// count: order and repeats do not matter.
pub(crate) fn is_log_name(name: &str) -> bool {
    let Some(stem) = name.strip_suffix(".jsonl") else { return false };
    let ours = stem.ends_with(".own") || stem.ends_with(".in");
    !name.starts_with('.') && (ours || run_of(name).is_some())
}

/// The run that a log file is named after.
pub(crate) fn run_of(name: &str) -> Option<RunId> {
    name.get(..16)?.parse().ok()
}

impl Reader {
    /// A reader of `folder`, which need not exist yet. The identity is taken from the headers found there: the one the
    /// name of the folder tells of, else the earliest.
    pub(crate) fn new(storage: SharedStorage, folder: &Path) -> Self {
        Self {
            storage,
            folder: folder.to_path_buf(),
            log: folder.join("log"),
            sid: None,
            files: Vec::new(),
            hurt: Vec::new(),
            by_name: HashMap::new(),
            index: Index::default(),
            headers: HashMap::new(),
            foreign: BTreeMap::new(),
            strays: Vec::new(),
            unreadable: BTreeMap::new(),
            passed: 0,
            damage: BTreeMap::new(),
            looked: 0,
            watch: None,
        }
    }

    /// A reader of `folder` that is known to be the session `sid`.
    pub fn with_sid(storage: SharedStorage, folder: &Path, sid: Sid) -> Self {
        Self { sid: Some(sid), ..Self::new(storage, folder) }
    }

    /// What the header of a run said, if it has been read.
    pub(crate) fn header(&self, run: RunId) -> Option<&RunHeader> {
        self.headers.get(&run)
    }

    /// The runs whose header has been read, with what it said.
    pub(crate) fn headers(&self) -> impl Iterator<Item = (RunId, &RunHeader)> {
        self.headers.iter().map(|(run, header)| (*run, header))
    }

    /// Who did what a line tells of: its own `who`, else that of its run.
    pub(crate) fn who<'a>(&'a self, line: &'a Line) -> Option<&'a str> {
        line.who.as_deref().or_else(|| self.headers.get(&line.run)?.who.as_deref())
    }

    /// The device a line was made on: its own `dev`, else that of its run.
    pub(crate) fn device<'a>(&'a self, line: &'a Line) -> Option<&'a str> {
        line.device.as_deref().or_else(|| Some(self.headers.get(&line.run)?.fields.dev.as_ref()))
    }

    /// How many different places of lines are known.
    pub(crate) fn len(&self) -> usize {
        self.index.len()
    }

    /// For each run, the first sequence number not seen.
    pub(crate) fn version_vector(&self) -> VersionVector {
        self.index.vector()
    }

    /// All that is missing from the middle of runs.
    pub fn holes(&self) -> Vec<Hole> {
        self.index.holes()
    }

    /// How many lines of each run are known.
    pub(crate) fn sizes(&self) -> BTreeMap<RunId, u64> {
        self.index.sizes()
    }

    /// Places in which two different lines stand.
    pub(crate) fn forks(&self) -> Vec<super::remark::Fork> {
        self.index.forks()
    }

    /// Lines whose `p` is not the digest of the line before, where that is known.
    pub(crate) fn unchained(&self) -> Vec<(RunId, u64)> {
        self.index.unchained()
    }

    /// The latest major version among the headers, if it is later than ours: then nothing must be written here.
    pub(crate) fn later_version(&self) -> Option<u32> {
        self.headers.values().map(|header| header.fields.version).filter(|version| *version > VERSION).max()
    }

    /// Whether a line that stands in this place has been read.
    pub(crate) fn has(&self, run: RunId, n: u64) -> bool {
        self.index.get(run, n).is_some()
    }

    /// The last place before `n` of which a line has been read.
    pub(crate) fn last_before(&self, run: RunId, n: u64) -> Option<u64> {
        self.index.last_before(run, n)
    }

    /// Whether this very line has been read.
    pub(crate) fn knows(&self, run: RunId, n: u64, digest: Digest) -> bool {
        self.index.spots(run, n).iter().any(|spot| spot.digest == digest)
    }

    /// Takes lines for known that lie in no file of the folder: those of a pack, which is to be looked at as it is.
    pub(crate) fn know(&mut self, lines: &[Line]) {
        self.know_headers(lines.iter());
        for line in lines {
            let spot = Spot { digest: line.digest, previous: line.previous };
            self.index.put(line.run, line.n, spot);
        }
    }

    /// All lines that came since the last call, in no order to rely on. Lines of other sessions are left out, repeats
    /// too; of a fork every side is given.
    pub fn read_new(&mut self) -> Vec<Line> {
        let mut all = Vec::new();
        self.read_each(&mut |_, mut lines| all.append(&mut lines));
        all
    }

    /// As [`Reader::read_new`], but bit by bit, so that a long session is not in memory twice: `sink` gets lines whose run's
    /// header is known, and at the end those whose header was not found.
    pub(crate) fn read_each(&mut self, sink: &mut dyn FnMut(&Self, Vec<Line>)) {
        self.read_bits(false, &mut |reader, fresh| {
            sink(reader, fresh.into_iter().map(|fresh| fresh.line).collect());
        });
    }

    /// As [`Reader::read_each`], with the bytes of the lines.
    pub(crate) fn read_each_raw(&mut self, sink: &mut dyn FnMut(Vec<Fresh>)) {
        self.read_bits(true, &mut |_, fresh| sink(fresh));
    }

    fn read_bits(&mut self, keep_raw: bool, sink: &mut dyn FnMut(&Self, Vec<Fresh>)) {
        let mut late = Vec::new();
        for at in self.next_files() {
            loop {
                let (mut fresh, more) = self.read_file(at, keep_raw);
                if self.sid.is_none() {
                    // Which session this is shows when all headers are known.
                    late.append(&mut fresh);
                } else {
                    self.know_headers(fresh.iter().map(|fresh| &fresh.line));
                    let known = |fresh: &Fresh| self.headers.contains_key(&fresh.line.run);
                    let (mut sure, mut unsure) = fresh.into_iter().partition(known);
                    late.append(&mut unsure);
                    self.give(&mut sure, sink);
                }
                if !more {
                    break;
                }
            }
        }
        self.know_headers(late.iter().map(|fresh| &fresh.line));
        self.give(&mut late, sink);
    }

    /// Gives those lines out that are ours and new.
    fn give(&mut self, fresh: &mut Vec<Fresh>, sink: &mut dyn FnMut(&Self, Vec<Fresh>)) {
        fresh.retain(|fresh| self.take(fresh));
        if !fresh.is_empty() {
            sink(self, std::mem::take(fresh));
        }
    }

    /// The files that may have something new: those that the system names, else all.
    fn next_files(&mut self) -> Vec<usize> {
        self.looked = self.looked.saturating_add(1);
        if let Some(Changed::Files(names)) = self.watch.as_mut().map(|watch| watch.changed()) {
            let place = |name: &OsString| self.by_name.get(name.to_string_lossy().as_ref()).copied();
            if let Some(places) = names.iter().map(place).collect() {
                return places;
            }
        } else {
            // Watched before it is listed, so that nothing comes unseen in between.
            self.watch = if self.looked > 1 { self.storage.watch(&self.log) } else { None };
        }
        self.list();
        (0..self.files.len()).collect()
    }

    /// Looks for files that were not there before.
    fn list(&mut self) {
        self.strays.clear();
        let mut entries = match self.storage.list(&self.log) {
            Ok(entries) => entries,
            Err(error) => {
                // A session to which nothing was ever written has no folder yet.
                if error.kind() != io::ErrorKind::NotFound {
                    self.unreadable.insert("".into(), error.kind());
                }
                return;
            }
        };
        self.unreadable.remove("");
        entries.sort_unstable_by(|a, b| a.name.cmp(&b.name));
        for entry in entries {
            let name = entry.name.to_string_lossy();
            if entry.kind != EntryKind::File {
                self.strays.push(Remark::Skipped { file: name.into(), kind: entry.kind });
            } else if !is_log_name(&name) {
                self.strays.push(Remark::Stray { file: name.into() });
            } else if !self.by_name.contains_key(name.as_ref()) {
                if self.files.len() >= MAX_FILES {
                    self.unreadable.insert(name.into(), io::ErrorKind::FileTooLarge);
                    continue;
                }
                self.by_name.insert(name.as_ref().into(), self.files.len());
                self.files.push(Scan::new(self.log.join(&entry.name), &name));
                self.hurt.push(HurtSince::default());
            }
        }
    }

    /// Reads on in one file, and says whether there is more of it.
    fn read_file(&mut self, at: usize, keep_raw: bool) -> (Vec<Fresh>, bool) {
        let mut fresh = Vec::new();
        let Some(scan) = self.files.get_mut(at) else { return (fresh, false) };
        let name = scan.name.clone();
        let storage = self.storage.as_ref();
        let before = scan.passed();
        let look = scan.look(storage);
        let room = scan.passed() < MAX_FILE && self.passed < MAX_FOLDER;
        let mut since = self.hurt.get_mut(at).map(std::mem::take).unwrap_or_default();
        if matches!(look, Ok((Start::Afresh, _))) {
            self.damage.retain(|(file, _), _| *file != name);
            since = HurtSince::default();
        }
        let own = if name.ends_with(".own.jsonl") { run_of(&name) } else { None };
        let damage = &mut self.damage;
        let mut sink = |item: Item<'_>| {
            match item.parsed {
                Ok(line) => {
                    if own == Some(line.run) {
                        for (number, n) in since.good(line.n) {
                            if let Some(hurt) = damage.get_mut(&(name.clone(), number)) {
                                hurt.was = Some((line.run, n));
                            }
                        }
                    }
                    fresh.push(Fresh {
                        line,
                        raw: if keep_raw { Bytes::copy_from_slice(item.raw) } else { Bytes::new() },
                    });
                }
                Err(fault) => {
                    // In a run's own file the lines stand in order: its neighbours tell which one is hurt, and no byte of its
                    // own, of which one is wrong.
                    let was = own.map(|run| (run, since.hurt(item.number))).or_else(|| claim(item.raw));
                    let hurt = Damage { file: name.clone(), line: item.number, fault, was, healed: false };
                    damage.insert((name.clone(), item.number), hurt);
                }
            }
            true
        };
        let read = look.and_then(|(_, more)| match (more, room) {
            (false, _) => Ok(false),
            (true, false) => Err(io::ErrorKind::FileTooLarge.into()),
            (true, true) => scan.step(storage, &mut sink),
        });
        self.passed = (self.passed + scan.passed()).saturating_sub(before);
        if let Some(kept) = self.hurt.get_mut(at) {
            *kept = since;
        }
        match read {
            Ok(more) => {
                self.unreadable.remove(&name);
                (fresh, more)
            }
            Err(error) => {
                self.unreadable.insert(name, error.kind());
                (fresh, false)
            }
        }
    }

    fn know_headers<'a>(&mut self, lines: impl Iterator<Item = &'a Line>) {
        for line in lines {
            let Some(fields) = &line.header else { continue };
            self.headers.entry(line.run).or_insert_with(|| RunHeader {
                fields: fields.clone(),
                who: line.who.clone(),
                stamp: line.stamp,
            });
        }
        if self.sid.is_none() {
            let name = self.folder.file_name().map(|name| name.to_string_lossy().into_owned());
            let short = name.as_deref().and_then(split_folder).map(|(_, short)| short.to_owned());
            let named = |header: &RunHeader| Some(header.fields.sid.short()) == short.as_deref();
            let first = self.headers.iter().min_by_key(|(run, header)| (!named(header), header.stamp, **run));
            self.sid = first.map(|(_, header)| header.fields.sid);
        }
    }

    /// Puts a line into the index; false when it is not to be given out.
    fn take(&mut self, fresh: &Fresh) -> bool {
        let line = &fresh.line;
        let sid = self.headers.get(&line.run).map(|header| header.fields.sid);
        if sid.is_some() && sid != self.sid {
            if self.index.get(line.run, line.n).is_some() {
                // Some lines of the run came before its header did and were given out as ours; from now on they are
                // not, and a new reader will not give them at all.
                self.index.forget(line.run);
            }
            self.foreign.entry(line.run).or_default().insert((line.n, line.digest));
            return false;
        }
        let spot = Spot { digest: line.digest, previous: line.previous };
        self.index.put(line.run, line.n, spot) != Put::Repeat
    }

    /// All that is to be said about the files as they were last read, in a fixed order.
    pub(crate) fn remarks(&self) -> Vec<Remark> {
        let mut remarks = self.strays.clone();
        let unreadable = self.unreadable.iter();
        remarks
            .extend(unreadable.map(|(file, error)| Remark::Unreadable { file: file.clone(), error: *error }));
        remarks.extend(self.damage().into_iter().map(Remark::Damage));
        let torn = self.files.iter().filter(|scan| scan.tail > 0);
        remarks.extend(torn.map(|scan| Remark::CutTail { file: scan.name.clone(), bytes: scan.tail }));
        remarks.extend(self.index.forks().into_iter().map(Remark::Fork));
        for (run, lines) in &self.foreign {
            if let Some(header) = self.headers.get(run) {
                let lines = lines.len() as u64;
                remarks.push(Remark::Foreign { run: *run, sid: header.fields.sid, lines });
            }
        }
        let versions = self.headers.iter().map(|(run, header)| (*run, header.fields.version));
        let mut later: Vec<_> = versions.filter(|(_, version)| *version > VERSION).collect();
        later.sort_unstable();
        remarks.extend(later.into_iter().map(|(run, version)| Remark::LaterVersion { run, version }));
        remarks
    }

    /// Whole lines that do not count, by file and line.
    pub fn damage(&self) -> Vec<Damage> {
        let known = |was: Option<(RunId, u64)>| was.is_some_and(|(run, n)| self.index.get(run, n).is_some());
        self.damage.values().map(|hurt| Damage { healed: known(hurt.was), ..hurt.clone() }).collect()
    }
}
