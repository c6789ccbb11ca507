//! The session file as a whole: written, read, hurt, packed, joined.

mod full;
mod hurt;
mod packs;
mod together;

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::disk::Disk;
use super::line::Line;
use super::reader::Reader;
use super::sid::Sid;
use super::storage::SharedStorage;
use super::writer::{Draft, Writer, WriterOptions, WriterReport};
use crate::workshop::id::{EventId, RunId};
use crate::workshop::stamp::Stamp;

/// A session folder that is removed at the end, and what its writers have said.
struct Hall {
    _root: tempfile::TempDir,
    root: PathBuf,
    folder: PathBuf,
    reports: Arc<Mutex<Vec<WriterReport>>>,
}

fn sid() -> Sid {
    "k7q2m9x4ab".parse().unwrap()
}

fn hall() -> Hall {
    let root = tempfile::tempdir().unwrap();
    let folder = root.path().join("helsinki-2017-k7q2m9");
    Hall { root: root.path().to_path_buf(), folder, _root: root, reports: Arc::default() }
}

impl Hall {
    fn options(&self, run: u64) -> WriterOptions {
        let mut next = run;
        WriterOptions {
            folder: self.folder.clone(),
            found: false,
            run: RunId(run),
            reserve: true,
            sid: sid(),
            dev: "d-8f21".into(),
            who: Some("desk".into()),
            app: "0.1.0".into(),
            opening: "{}".into(),
            spill: None,
            next_run: Box::new(move || {
                next += 0x1000;
                RunId(next)
            }),
        }
    }

    fn start(&self, storage: SharedStorage, options: WriterOptions) -> Writer {
        let reports = self.reports.clone();
        Writer::start(storage, options, Box::new(move |report| reports.lock().unwrap().push(report))).unwrap()
    }

    fn writer(&self, run: u64) -> Writer {
        self.start(Disk::shared(), self.options(run))
    }

    /// Writes so many lines as `run`, and closes.
    fn write(&self, run: u64, lines: u64) {
        let writer = self.writer(run);
        for n in 0..lines {
            writer.append(draft(n)).unwrap();
        }
        writer.flush().unwrap();
    }

    fn reader(&self) -> Reader {
        Reader::new(Disk::shared(), &self.folder)
    }

    fn own(&self, run: u64) -> PathBuf {
        self.folder.join("log").join(format!("{}.own.jsonl", RunId(run)))
    }
}

fn draft(n: u64) -> Draft {
    Draft {
        id: None,
        stamp: Stamp::at(1_511_854_282_417 + i64::try_from(n).unwrap()),
        kind: "idea.added".into(),
        who: None,
        device: None,
        must: false,
        d: format!(r#"{{"text":"Идея {n}, with a comma, and \"quotes\""}}"#),
    }
}

fn ids(lines: &[Line]) -> Vec<EventId> {
    let mut ids: Vec<_> = lines.iter().filter(|line| line.header.is_none()).map(|line| line.id).collect();
    ids.sort_unstable();
    ids
}

/// Every line of a session, as bytes, sorted.
fn raw_lines(folder: &Path) -> Vec<bytes::Bytes> {
    let collected = super::collect::collect(&Disk::shared(), folder).unwrap();
    collected.lines.into_values().collect()
}
