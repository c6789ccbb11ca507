//! A session on its way into another file: read whole, with what waits on this laptop, and compared on arrival.

use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use sha2::{Digest as _, Sha256};

use crate::fault::{Exit, Fault};
use crate::journal::collect::{Collected, Lines};
use crate::journal::folder::identify;
use crate::journal::join;
use crate::journal::name::SessionName;
use crate::journal::pack::{PackRefusal, read_pack};
use crate::journal::sid::Sid;
use crate::journal::storage::parent_of;
use crate::report::Model;
use crate::report::json::{Json, What};
use crate::session::{Session, silent};
use crate::sessions::place::{self, Place};
use crate::workshop::Workshop;
use crate::workshop::event::Event;
use crate::world::World;

/// All lines of a session. Lines that found no place in its folder and wait on this laptop belong to it: whoever gets the
/// copy must not lack them.
///
/// # Errors
/// No session, one of a later version, a pack that is not whole, or the system's error.
pub(super) fn read(world: &World, place: &Place) -> Result<Collected, Fault> {
    let path = match place {
        Place::Folder(identity) => &identity.folder,
        Place::Pack(path) => path,
        Place::Bundled(bundled) => {
            let name = PathBuf::from(bundled.name);
            let (header, lines) = read_pack(bundled.pack).map_err(|fault| Fault::pack(&name, &fault))?;
            return Ok(Collected::of_pack(header, lines));
        }
    };
    let mut session = join::read(&world.storage, path).map_err(|fault| Fault::merging(path, fault))?;
    if let Place::Folder(identity) = place {
        session
            .take_waiting(world.storage.as_ref(), &world.spill(identity.sid))
            .map_err(|fault| Fault::folder(path, fault))?;
    }
    Ok(session)
}

/// The state that lines fold to.
pub(super) fn fold(world: &World, slug: &SessionName, sid: Sid, lines: Lines) -> Workshop {
    Session::begin(world, slug.clone(), sid, lines, "desk", silent()).workshop
}

/// Refuses when what stands at `path` folds to another state than what went in.
///
/// # Errors
/// The states differ, or nothing can be opened there.
pub(super) fn arrived(world: &World, path: &Path, expected: State) -> Result<Session, Fault> {
    let place = place::resolve(world, &path.display().to_string())?;
    let there = place::open_to_read(world, place, "desk", silent())?;
    expected.same_as(&there.workshop, path)?;
    Ok(there)
}

/// What lines fold to, as a digest: every event, whether it counts, and what the organisers see of it all but the results of votes,
/// which are counted from the ballots among the events. Two long sessions need not be in memory at once to be compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct State([[u8; 32]; 2]);

impl State {
    pub(super) fn of(workshop: &Workshop) -> Self {
        let events = |out: &mut Digesting| {
            workshop.events().try_for_each(|event| {
                let payload = event.kind.write(&event.frame)?;
                let Event { id, stamp, who, device, .. } = event.as_ref();
                let (kind, counts) = (event.kind.name(), workshop.counts(event.id));
                Ok(serde_json::to_writer(
                    &mut *out,
                    &(id, stamp.to_string(), who, device, kind, payload, counts),
                )?)
            })
        };
        let shown =
            |out: &mut Digesting| Json::of(&Model::with_parts(workshop, true, false), What::All).write(out);
        std::thread::scope(|scope| {
            let events = scope.spawn(|| digest(events));
            let shown = digest(shown);
            // A panic there is one here.
            Self([events.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)), shown])
        })
    }

    /// Refuses when what stands at `path` folds to another state than this.
    ///
    /// # Errors
    /// The states differ.
    pub(super) fn same_as(self, other: &Workshop, path: &Path) -> Result<(), Fault> {
        if self == Self::of(other) {
            Ok(())
        } else {
            Err(Fault::new(Exit::Distrust, "differs", "fault-states-differ").with("path", path.display()))
        }
    }
}

type Digesting = BufWriter<DigestWriter>;

struct DigestWriter(Sha256);

impl Write for DigestWriter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.update(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The digest of what is written. What cannot be written is no state at all, and differs from each that is.
fn digest(write: impl FnOnce(&mut Digesting) -> io::Result<()>) -> [u8; 32] {
    let mut out = BufWriter::new(DigestWriter(Sha256::new()));
    let written = write(&mut out);
    let digest = out.into_inner().map_or_else(|_| Sha256::new(), |writer| writer.0);
    digest.chain_update([u8::from(written.is_ok())]).finalize().into()
}

/// Refuses damage that nothing here heals: in a copy it would be left out unseen.
///
/// # Errors
/// Which lines are hurt.
pub(super) fn sound(place: &Place, session: &Collected) -> Result<(), Fault> {
    let hurt = session.unhealed();
    match place {
        Place::Folder(identity) if !hurt.is_empty() => {
            Err(Fault::packing(&identity.folder, PackRefusal::Damaged(hurt)))
        }
        _ => Ok(()),
    }
}

/// Refuses a place for a file or folder of ours that would be read as a log, or that has no name.
///
/// # Errors
/// A usage fault, or what stands in the way.
pub(super) fn out_of_the_way(world: &World, out: &Path) -> Result<(), Fault> {
    if out.file_name().is_none() {
        return Err(Fault::new(Exit::Usage, "usage", "usage-missing").with("what", "-o"));
    }
    let parent = parent_of(out);
    let real = std::fs::canonicalize(parent).unwrap_or_else(|_| parent.to_path_buf());
    let in_log = real.file_name().is_some_and(|name| name == "log")
        && real.parent().is_some_and(|folder| identify(world.storage.as_ref(), folder).is_ok());
    if in_log {
        return Err(Fault::new(Exit::Refused, "taken", "fault-out-in-log").with("path", out.display()));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::bundled;
    use crate::journal::disk::Disk;
    use crate::workshop::text::Lang;
    use crate::world::Clock;

    #[test]
    fn a_copy_that_lacks_one_line_is_found_out() {
        let at = tempfile::tempdir().unwrap();
        let world = World {
            clock: Clock::Stands("2017-11-28T07:00:00Z".parse().unwrap()),
            seed: Some(1),
            device: Some("d-desk".into()),
            lang: Lang::En,
            sessions: at.path().join("sessions"),
            state: at.path().join("state"),
            timezone: "Europe/Helsinki".into(),
            storage: Disk::shared(),
        };
        let bundled = bundled::named("helsinki-2017").unwrap();
        let (header, lines) = read_pack(bundled.pack).unwrap();
        let whole = fold(&world, &header.slug, header.sid, lines.clone());
        assert!(State::of(&whole).same_as(&whole.clone(), at.path()).is_ok());
        for at_line in [1, lines.len() / 2, lines.len() - 1] {
            let mut fewer = lines.clone();
            let place = *fewer.keys().nth(at_line).unwrap();
            fewer.remove(&place);
            let fewer = fold(&world, &header.slug, header.sid, fewer);
            assert_eq!(State::of(&whole).same_as(&fewer, at.path()).unwrap_err().refusal.kind, "differs");
        }
    }
}
