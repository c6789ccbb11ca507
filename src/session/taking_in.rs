//! Lines taken in: those of the folder, those of a pack, those that come home from the spill folder.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use bytes::Bytes;

use super::Session;
use super::appending::SET_BACK;
use crate::journal::collect::{self, Lines};
use crate::journal::line::{self, Line};
use crate::journal::reader::Reader;
use crate::parallel;
use crate::workshop::clean;
use crate::workshop::event::Event;
use crate::workshop::id::RunId;

/// So many lines are parsed at once.
const AT_ONCE: usize = 4096;

fn event(line: &Line, who: Arc<str>, device: Arc<str>) -> Event {
    Event::read(line.id, line.stamp, who, device, &line.kind, line.d.get(), line.must)
}

/// By how many milliseconds a clock had been set back, as the header of a run says.
fn set_back(header: &Line) -> i64 {
    let said: serde_json::Value = serde_json::from_str(header.d.get()).unwrap_or_default();
    said.get(SET_BACK).and_then(serde_json::Value::as_i64).unwrap_or(0)
}

/// A name without what nobody sees or what steers terminals.
fn plain(name: &str) -> Cow<'_, str> {
    if clean::is_clean(name) {
        Cow::Borrowed(name)
    } else {
        Cow::Owned(clean::clean(name, clean::Lines::One))
    }
}

/// The events that lines hold.
fn events(reader: &Reader, lines: &[Line]) -> Vec<Event> {
    // A session has few names and many lines: each name is kept once.
    let mut names: HashSet<Arc<str>> = HashSet::new();
    let mut name = |given: Option<&str>| -> Arc<str> {
        let given = plain(given.unwrap_or_default());
        let given = given.as_ref();
        names.get(given).cloned().unwrap_or_else(|| {
            let name = Arc::from(given);
            names.insert(Arc::clone(&name));
            name
        })
    };
    let named: Vec<_> = lines
        .iter()
        .filter(|line| line.kind.as_ref() != line::OPEN)
        .map(|line| (line, name(reader.who(line)), name(reader.device(line))))
        .collect();
    parallel::map(&named, |(line, who, device)| event(line, who.clone(), device.clone()))
}

impl Session {
    /// Takes in what was written into the folder since the last time. Returns whether anything was new.
    pub fn pull(&mut self) -> bool {
        let new = self.read_on();
        if self.headless.iter().any(|run| self.reader.header(*run).is_some()) {
            self.read_again();
            return true;
        }
        new
    }

    /// Reads the whole folder once more, since a header has come after its lines. What lies in no file of it yet stays.
    fn read_again(&mut self) {
        self.headless.clear();
        self.reader = Reader::with_sid(self.world.storage.clone(), &self.folder, self.sid);
        let emptied = self.workshop.emptied();
        let before = std::mem::replace(&mut self.workshop, emptied);
        self.read_on();
        for event in before.events() {
            if self.workshop.event(event.id).is_none() {
                self.workshop.take(Event::clone(event));
            }
        }
        self.workshop.settle();
    }

    fn read_on(&mut self) -> bool {
        let now = self.world.now().as_millisecond();
        let (clock, workshop, headless) = (&mut self.clock, &mut self.workshop, &mut self.headless);
        let (mut new, mut begun) = (false, false);
        self.reader.read_each(&mut |reader, lines| {
            for line in &lines {
                *clock = clock.seen(line.stamp, now);
                if reader.header(line.run).is_none() {
                    headless.insert(line.run);
                }
                if line.header.is_some() {
                    begun = true;
                    workshop.know_set_back(line.run, set_back(line));
                }
            }
            for event in events(reader, &lines) {
                new |= workshop.take(event);
            }
        });
        if begun {
            self.tell_strangers();
        }
        self.workshop.settle();
        self.later = self.reader.later_version();
        new
    }

    /// Takes in lines that lie in no folder of ours. The header of their run may stand among them or have been read before. Where they
    /// are all there is the reader `is_told` of them, as if it had read them.
    pub(super) fn take_raw(&mut self, lines: &Lines, is_told: bool) {
        let now = self.world.now().as_millisecond();
        let begins = lines.iter().filter(|(place, _)| place.n == 0);
        let headers: HashMap<RunId, (Arc<str>, Arc<str>)> = begins
            .filter_map(|(_, raw)| {
                let line = line::parse(raw).ok()?;
                let device = plain(&line.header.as_ref()?.dev).into();
                Some((line.run, (plain(line.who.as_deref().unwrap_or_default()).into(), device)))
            })
            .collect();
        let raw: Vec<&Bytes> = lines.values().collect();
        // Parsed, a line takes more room than what is made of it.
        for some in raw.chunks(AT_ONCE) {
            let parsed: Vec<Line> =
                parallel::map(some, |raw| line::parse(raw).ok()).into_iter().flatten().collect();
            for line in parsed.iter().filter(|line| line.kind.as_ref() != line::OPEN) {
                self.clock = self.clock.seen(line.stamp, now);
                let (who, device) = headers.get(&line.run).cloned().unwrap_or_else(|| {
                    let who = plain(self.reader.who(line).unwrap_or_default());
                    (who.into(), plain(self.reader.device(line).unwrap_or_default()).into())
                });
                let who = line.who.as_deref().map_or(who, |who| plain(who).into());
                let device = line.device.as_deref().map_or(device, |device| plain(device).into());
                self.workshop.take(event(line, who, device));
            }
            if is_told {
                self.reader.know(&parsed);
            }
        }
        self.workshop.settle();
    }

    /// Lines that once found no place in the folder come home from the spill folder: seen at once, written with the first
    /// command.
    pub(super) fn bring_home(&mut self) {
        let spill = self.world.spill(self.sid);
        if let Ok(found) = collect::spilled(self.world.storage.as_ref(), &spill, self.sid) {
            let missing: Lines = found
                .lines
                .into_iter()
                .filter(|(place, _)| !self.reader.knows(place.run, place.n, place.digest))
                .collect();
            self.take_raw(&missing, false);
            self.spilled = missing.into_values().collect();
        }
    }
}
