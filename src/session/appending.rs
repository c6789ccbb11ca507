//! Lines handed to the writer, and how the writer begins: with the first of them.

use std::collections::HashSet;

use super::{APP, Done, Session, Told};
use crate::fault::Fault;
use crate::journal::folder::FolderFault;
use crate::journal::unpack;
use crate::journal::writer::{Draft, Writer, WriterOptions, WriterReport};
use crate::workshop::decide::Decision;
use crate::workshop::event::Event;
use crate::workshop::id::{EventId, RunId};
use crate::world::RunNames;

/// What the header of a run says of a clock that had been set back: by how many milliseconds.
pub(super) const SET_BACK: &str = "setback";

impl Session {
    /// Appends what the session was made with without being asked for.
    ///
    /// # Errors
    /// A fault of the world.
    pub(crate) fn append_base(&mut self, decision: Decision) -> Result<Done, Fault> {
        self.append(decision, None, true)
    }

    /// Appends what was decided.
    pub(super) fn append(
        &mut self,
        decision: Decision,
        part: Option<EventId>,
        base: bool,
    ) -> Result<Done, Fault> {
        let Decision { kind, mut frame, who } = decision;
        frame.part = part;
        frame.base = base;
        let payload =
            kind.write(&frame).map_err(|error| Fault::system("fault-not-appended").with("why", error))?;
        let now = self.world.now().as_millisecond();
        let stamp = self.clock.next(now);
        let own_who = who == self.who;
        let draft = Draft {
            id: None,
            stamp,
            kind: kind.name().into(),
            who: (!own_who).then(|| who.as_ref().into()),
            device: None,
            must: kind.must(),
            d: payload,
        };
        let waits = self.waits;
        let writer = self.writer()?;
        let line = if waits { writer.hand_over(draft)? } else { writer.append(draft)? };
        self.clock = stamp;
        self.appended = true;
        self.workshop.know_set_back(line.id.run, self.set_back);
        let makes = kind.makes();
        let device = self.device();
        self.workshop.apply(Event { id: line.id, stamp, who, device, frame, kind });
        let made = makes.then(|| self.workshop.label(line.id));
        Ok(Done { made, events: vec![line.id], told: Told::default() })
    }

    /// Copies events of another session in under their old ids: what a copy is made with.
    ///
    /// # Errors
    /// A fault of the world.
    pub(crate) fn copy_in(&mut self, events: &[Event]) -> Result<(), Fault> {
        for event in events {
            let mut frame = event.frame.clone();
            frame.base = true;
            let payload = event
                .kind
                .write(&frame)
                .map_err(|error| Fault::system("fault-not-appended").with("why", error))?;
            let draft = Draft {
                id: Some(event.id),
                stamp: event.stamp,
                kind: event.kind.name().into(),
                who: Some(event.who.as_ref().into()),
                device: Some(event.device.as_ref().into()),
                must: event.kind.must(),
                d: payload,
            };
            self.writer()?.append(draft)?;
            self.clock = self.clock.max(event.stamp);
            self.appended = true;
            self.workshop.apply(Event { frame, ..event.clone() });
        }
        Ok(())
    }

    pub(super) fn writer(&mut self) -> Result<&Writer, Fault> {
        if let Some(version) = self.later {
            return Err(Fault::folder(&self.folder, FolderFault::LaterVersion(version)));
        }
        if self.writer.is_none() {
            self.start_writer()?;
        }
        self.writer.as_ref().ok_or_else(|| Fault::system("fault-not-appended"))
    }

    pub(super) fn start_writer(&mut self) -> Result<(), Fault> {
        let device = self.world.device(true);
        self.device = device.clone();
        let mut used: HashSet<RunId> = self.reader.version_vector().into_keys().collect();
        used.extend(self.workshop.events().map(|event| event.id.run));
        let mut names = RunNames::new(self.world.seed, device.clone(), used);
        if let Some(lines) = &self.bundled {
            let mut next = || names.next_run();
            unpack::write_in(self.world.storage.as_ref(), &self.folder, &mut next, lines)
                .map_err(|error| Fault::io(&self.folder, &error))?;
            self.bundled = None;
            self.pull();
        }
        let run = names.next_run();
        let now = self.world.now();
        self.set_back = self.workshop.set_back_of(&device, now.as_millisecond());
        let opening = match self.set_back {
            0 => serde_json::json!({ "at": now }),
            by => serde_json::json!({ "at": now, SET_BACK: by }),
        };
        self.list_own_run(run);
        let mut own_runs = self.own_runs.clone();
        let options = WriterOptions {
            folder: self.folder.clone(),
            found: self.found,
            run,
            reserve: self.world.seed.is_some(),
            sid: self.sid,
            dev: device.as_ref().into(),
            who: Some(self.who.as_ref().into()),
            app: APP.into(),
            opening: opening.to_string(),
            spill: Some(self.world.spill(self.sid)),
            next_run: Box::new(move || {
                let run = names.next_run();
                own_runs.add([run].into_iter());
                run
            }),
        };
        let report = self.report.clone();
        let said = Box::new(move |said: WriterReport| {
            if let Ok(mut report) = report.lock() {
                report(said);
            }
        });
        let writer = Writer::start(self.world.storage.clone(), options, said)
            .map_err(|fault| Fault::system("fault-not-appended").with("why", fault))?;
        // What cannot be brought home now stays in the spill folder for the next time.
        let _ = writer.receive(std::mem::take(&mut self.spilled));
        self.writer = Some(writer);
        Ok(())
    }
}
