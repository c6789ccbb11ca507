//! What a laptop remembers of the secret ballots that were entered on it, until the vote is closed.
//!
//! It says whose mark is still to be written, which numbers are in, and which line to correct; it never holds what somebody voted.
//! It lies in the state directory and nowhere else, since it links seats with lines. The file has a change a line, so that a ballot
//! costs the same whatever has been entered before it; other programs on this laptop append to it, too.

use std::collections::{BTreeSet, HashMap};
use std::fs::{File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};

use serde::{Deserialize, Serialize};

use super::places::{Places, make_private_folder, put, sync_folder};
use crate::workshop::id::EventId;

/// A ballot that was entered here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Entry {
    /// The number of its paper.
    pub paper: u32,
    /// The sealed line; none while it is being written.
    pub event: Option<EventId>,
    /// Whose it is, where it was entered for a seat.
    pub seat: Option<EventId>,
    /// Whether the seat's mark is in the session file.
    pub marked: bool,
}

/// A ballot that was typed a second time here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Checked {
    /// The number of its paper.
    pub paper: u32,
    /// The sealed line.
    pub event: EventId,
}

/// What is to be remembered, a line of the file each.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Change {
    /// A ballot is about to be written.
    Entered {
        /// The number of its paper.
        paper: u32,
        /// Whose it is, where it was entered for a seat.
        seat: Option<EventId>,
    },
    /// It stands in the session file.
    Written {
        /// The number of its paper.
        paper: u32,
        /// The sealed line.
        event: EventId,
    },
    /// It could not be written.
    NotWritten {
        /// The number of its paper.
        paper: u32,
    },
    /// Seats were marked by hand, and their mark is still to be written.
    ByHand(Vec<EventId>),
    /// The marks that waited stand in the session file: of these seats, and all of those marked by hand.
    Marked(Vec<EventId>),
    /// Marks in the session file were taken back: they wait again.
    Unmarked(Vec<EventId>),
    /// These seats have not voted, so that their mark is not waited for.
    NotVoted(Vec<EventId>),
    /// A ballot was typed a second time.
    Checked(Checked),
}

/// A line of the file: a change, or all that was remembered in one, as earlier programs wrote it.
#[derive(Deserialize)]
#[serde(untagged)]
enum Line {
    Change(Change),
    All {
        entries: Vec<Entry>,
        #[serde(default)]
        by_hand: Vec<EventId>,
        #[serde(default)]
        checks: Vec<Checked>,
    },
}

/// What is remembered of one vote.
#[derive(Debug, Default)]
pub(crate) struct Memory {
    entries: Vec<Entry>,
    of_paper: HashMap<u32, Vec<usize>>,
    of_seat: HashMap<EventId, Vec<usize>>,
    /// The entries with a seat whose mark is not written.
    waiting: BTreeSet<usize>,
    by_hand: BTreeSet<EventId>,
    checks: Vec<Checked>,
    /// How much of the file has been read.
    read: u64,
    /// The last line of that: where it stands still, what follows it is all that is new.
    last: Vec<u8>,
}

impl Memory {
    /// Reads what is remembered; nothing if there is no file. Lines that cannot be read are left out.
    pub(crate) fn load(places: &Places) -> Self {
        let mut memory = Self::default();
        memory.refresh(places);
        memory
    }

    /// Reads what other programs on this laptop have written since. Says whether there was anything.
    pub(crate) fn refresh(&mut self, places: &Places) -> bool {
        let Ok(new) = self.unread(places) else {
            let had = self.read > 0;
            if had {
                *self = Self::default();
            }
            return had;
        };
        for line in new.split_inclusive(|byte| *byte == b'\n') {
            match serde_json::from_slice(line) {
                Ok(Line::Change(change)) => self.apply(change),
                Ok(Line::All { entries, by_hand, checks }) => {
                    entries.into_iter().for_each(|entry| self.push(entry));
                    self.by_hand.extend(by_hand);
                    self.checks.extend(checks);
                }
                // A line is being written, or never was to its end.
                Err(_) if !line.ends_with(b"\n") => break,
                Err(_) => {}
            }
            self.read += line.len() as u64;
            self.last = line.to_vec();
        }
        !new.is_empty()
    }

    /// What stands in the file behind what has been read; all of it if that is another file.
    fn unread(&mut self, places: &Places) -> io::Result<Vec<u8>> {
        let mut file = File::open(places.memory())?;
        let mut text = Vec::new();
        file.seek(SeekFrom::Start(self.read - self.last.len() as u64))?;
        file.read_to_end(&mut text)?;
        if let Some(new) = text.strip_prefix(self.last.as_slice()) {
            return Ok(new.to_vec());
        }
        *self = Self::default();
        text.clear();
        file.rewind()?;
        file.read_to_end(&mut text)?;
        Ok(text)
    }

    /// Remembers a change. It is on the disk before this returns if it is to be there `at_once`. Other programs are to be kept out
    /// ([`Places::hold`]) from before the last [`Memory::refresh`].
    ///
    /// # Errors
    /// The system's: it is remembered by this program only.
    pub(crate) fn record(&mut self, places: &Places, change: Change, at_once: bool) -> io::Result<()> {
        let mut line = serde_json::to_vec(&change)?;
        line.push(b'\n');
        self.apply(change);
        make_private_folder(places.state())?;
        let mut options = OpenOptions::new();
        options.write(true).create(true).truncate(false);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let mut file = options.open(places.memory())?;
        // What was never written to its end goes.
        file.set_len(self.read)?;
        file.seek(SeekFrom::End(0))?;
        let begins = if self.last.is_empty() || self.last.ends_with(b"\n") { 0 } else { 1 };
        if begins == 1 {
            file.write_all(b"\n")?;
        }
        file.write_all(&line)?;
        if at_once {
            file.sync_data()?;
            if self.read == 0 {
                sync_folder(&places.memory())?;
            }
        }
        self.read += begins + line.len() as u64;
        self.last = line;
        Ok(())
    }

    /// Puts seats whose marks are still to be written in the place of all that was remembered.
    pub(crate) fn keep_only(places: &Places, seats: Vec<EventId>) {
        if let Ok(text) = serde_json::to_string(&Change::ByHand(seats)) {
            // What cannot be kept is not to keep the rest.
            let kept = put(&places.memory(), places.state(), &format!("{text}\n"));
            if kept.is_err() {
                places.forget_memory();
            }
        }
    }

    /// The ballots entered here, in that order.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Those with this number: more than one where one was undone.
    pub(crate) fn of_paper(&self, paper: u32) -> impl Iterator<Item = &Entry> {
        self.of_paper.get(&paper).into_iter().flatten().filter_map(|place| self.entries.get(*place))
    }

    /// Those of this seat.
    pub(crate) fn of_seat(&self, seat: EventId) -> impl Iterator<Item = &Entry> {
        let entries = self.of_seat.get(&seat).into_iter().flatten();
        entries.filter_map(|place| self.entries.get(*place)).filter(move |entry| entry.seat == Some(seat))
    }

    /// Those of seats whose mark is not written.
    pub(crate) fn unmarked(&self) -> impl Iterator<Item = &Entry> {
        self.waiting.iter().filter_map(|place| self.entries.get(*place))
    }

    /// Seats that were marked by hand, whose mark is still to be written.
    pub(crate) fn by_hand(&self) -> &BTreeSet<EventId> {
        &self.by_hand
    }

    /// The ballots that were typed a second time here.
    pub(crate) fn checks(&self) -> &[Checked] {
        &self.checks
    }

    fn push(&mut self, entry: Entry) {
        let place = self.entries.len();
        self.of_paper.entry(entry.paper).or_default().push(place);
        if let Some(seat) = entry.seat {
            self.of_seat.entry(seat).or_default().push(place);
            if !entry.marked {
                self.waiting.insert(place);
            }
        }
        self.entries.push(entry);
    }

    fn apply(&mut self, change: Change) {
        match change {
            Change::Entered { paper, seat } => {
                self.push(Entry { paper, event: None, seat, marked: false });
            }
            Change::Written { paper, event } => {
                if let Some(entry) = self.being_written(paper) {
                    entry.event = Some(event);
                }
            }
            Change::NotWritten { paper } => {
                if let Some(place) = self.entries.iter().rposition(|e| e.paper == paper && e.event.is_none())
                {
                    let mut entries = std::mem::take(&mut self.entries);
                    entries.remove(place);
                    self.of_paper.clear();
                    self.of_seat.clear();
                    self.waiting.clear();
                    entries.into_iter().for_each(|entry| self.push(entry));
                }
            }
            Change::ByHand(seats) => self.by_hand.extend(seats),
            Change::Marked(seats) => {
                self.by_hand.clear();
                self.mark(&seats, true);
            }
            Change::Unmarked(seats) => self.mark(&seats, false),
            Change::NotVoted(seats) => {
                for seat in seats {
                    self.by_hand.remove(&seat);
                    for place in self.of_seat.remove(&seat).into_iter().flatten() {
                        self.waiting.remove(&place);
                        if let Some(entry) = self.entries.get_mut(place) {
                            entry.seat = None;
                        }
                    }
                }
            }
            Change::Checked(checked) => self.checks.push(checked),
        }
    }

    fn being_written(&mut self, paper: u32) -> Option<&mut Entry> {
        let place = *self.of_paper.get(&paper)?.last()?;
        self.entries.get_mut(place).filter(|entry| entry.event.is_none())
    }

    fn mark(&mut self, seats: &[EventId], marked: bool) {
        for place in seats.iter().filter_map(|seat| self.of_seat.get(seat)).flatten() {
            if let Some(entry) = self.entries.get_mut(*place) {
                entry.marked = marked;
            }
            if marked {
                self.waiting.remove(place);
            } else {
                self.waiting.insert(*place);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::workshop::id::RunId;

    fn id(n: u64) -> EventId {
        EventId { run: RunId(7), n }
    }

    fn papers(memory: &Memory) -> Vec<(u32, Option<u64>)> {
        memory.entries().iter().map(|entry| (entry.paper, entry.event.map(|event| event.n))).collect()
    }

    fn seats(memory: &Memory) -> Vec<u64> {
        memory.unmarked().filter_map(|entry| entry.seat).map(|seat| seat.n).collect()
    }

    #[test]
    fn two_programs_remember_what_either_has_written() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::new(folder.path().join("state"), folder.path(), "v.1".into());
        let (mut here, mut there) = (Memory::load(&places), Memory::load(&places));
        assert!(!here.refresh(&places), "no file");
        let entered = |paper, seat: u64| Change::Entered { paper, seat: (seat > 0).then(|| id(seat)) };
        here.record(&places, entered(1, 11), true).unwrap();
        here.record(&places, Change::Written { paper: 1, event: id(1) }, false).unwrap();
        assert!(there.refresh(&places));
        there.record(&places, entered(2, 12), true).unwrap();
        there.record(&places, entered(3, 0), true).unwrap();
        there.record(&places, Change::NotWritten { paper: 2 }, true).unwrap();
        there.record(&places, entered(2, 13), true).unwrap();
        assert!(here.refresh(&places) && !here.refresh(&places));
        for memory in [&here, &there, &Memory::load(&places)] {
            assert_eq!(papers(memory), [(1, Some(1)), (3, None), (2, None)]);
            assert_eq!(seats(memory), [11, 13]);
            assert_eq!(memory.of_seat(id(13)).count(), 1);
            assert_eq!(memory.of_paper(2).count(), 1);
        }
        here.record(&places, Change::ByHand(vec![id(20)]), true).unwrap();
        here.record(&places, Change::Marked(vec![id(11), id(20)]), true).unwrap();
        here.record(&places, Change::NotVoted(vec![id(13)]), true).unwrap();
        assert!(seats(&here).is_empty() && here.by_hand().is_empty());
        here.record(&places, Change::Unmarked(vec![id(11)]), true).unwrap();
        there.refresh(&places);
        assert_eq!(seats(&there), [11]);
        // The vote was closed elsewhere: another file lies in this one's place.
        Memory::keep_only(&places, vec![id(11)]);
        assert!(here.refresh(&places));
        assert!(here.entries().is_empty());
        assert_eq!(here.by_hand().len(), 1);
        places.forget_memory();
        assert!(here.refresh(&places) && here.by_hand().is_empty());
    }

    #[test]
    fn a_line_cut_short_is_written_over_and_an_earlier_programs_file_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::new(folder.path().to_owned(), folder.path(), "v.1".into());
        let before =
            r#"{"entries":[{"paper":5,"event":null,"seat":null,"marked":false}],"by_hand":[],"checks":[]}"#;
        std::fs::write(places.memory(), before).unwrap();
        let mut memory = Memory::load(&places);
        assert_eq!(papers(&memory), [(5, None)]);
        memory.record(&places, Change::Written { paper: 5, event: id(1) }, true).unwrap();
        let whole = std::fs::read(places.memory()).unwrap();
        std::fs::write(places.memory(), [whole.as_slice(), br#"{"entered":{"pa"#].concat()).unwrap();
        let mut memory = Memory::load(&places);
        assert_eq!(papers(&memory), [(5, Some(1))]);
        memory.record(&places, Change::Entered { paper: 6, seat: None }, true).unwrap();
        assert_eq!(papers(&Memory::load(&places)), [(5, Some(1)), (6, None)]);
    }

    #[test]
    fn a_thousand_ballots_are_remembered() {
        let folder = tempfile::tempdir().unwrap();
        let places = Places::new(folder.path().to_owned(), folder.path(), "v.1".into());
        let mut memory = Memory::load(&places);
        for paper in 1..=2_000 {
            memory
                .record(&places, Change::Entered { paper, seat: Some(id(u64::from(paper))) }, false)
                .unwrap();
        }
        assert_eq!(Memory::load(&places).entries().len(), 2_000);
    }
}
