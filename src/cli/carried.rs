//! A session on its way into another file: read whole, with what waits on this laptop, and compared on arrival.

use std::path::{Path, PathBuf};

use super::place::{self, Place};
use crate::fault::{Exit, Fault};
use crate::journal::folder::identify;
use crate::journal::gather::{Gathered, Lines};
use crate::journal::join;
use crate::journal::name::SessionName;
use crate::journal::pack::{PackRefusal, read_pack};
use crate::journal::sid::Sid;
use crate::journal::storage::parent_of;
use crate::report::json::{self, What};
use crate::session::{Session, silent};
use crate::workshop::Workshop;
use crate::world::World;

/// All lines of a session. Lines that found no place in its folder and wait on this laptop belong to it: whoever gets the
/// copy must not lack them.
///
/// # Errors
/// No session, one of a later version, a pack that is not whole, or the system's error.
pub(super) fn read(world: &World, place: &Place) -> Result<Gathered, Fault> {
    let path = match place {
        Place::Folder(identity) => &identity.folder,
        Place::Pack(path) => path,
        Place::Bundled(bundled) => {
            let name = PathBuf::from(bundled.name);
            let (header, lines) = read_pack(bundled.pack).map_err(|fault| Fault::pack(&name, &fault))?;
            return Ok(Gathered::of_pack(header, lines));
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
pub(super) fn arrived(world: &World, path: &Path, expected: &Workshop) -> Result<Session, Fault> {
    let place = place::resolve(world, &path.display().to_string())?;
    let there = place::open_to_read(world, place, "desk", silent())?;
    same_state(path, expected, &there.workshop)?;
    Ok(there)
}

/// Refuses when two folds are not one: another event, one that counts here and not there, another view of it all.
///
/// # Errors
/// The states differ.
pub(super) fn same_state(path: &Path, one: &Workshop, other: &Workshop) -> Result<(), Fault> {
    let events = one.event_count() == other.event_count()
        && one.events().zip(other.events()).all(|(a, b)| a == b && one.counts(a.id) == other.counts(b.id));
    if events && json::view(one, What::All) == json::view(other, What::All) {
        Ok(())
    } else {
        Err(Fault::new(Exit::Distrust, "differs", "fault-states-differ").with("path", path.display()))
    }
}

/// Refuses damage that nothing here heals: in a copy it would be left out unseen.
///
/// # Errors
/// Which lines are hurt.
pub(super) fn sound(place: &Place, session: &Gathered) -> Result<(), Fault> {
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
        assert!(same_state(at.path(), &whole, &whole.clone()).is_ok());
        for at_line in [1, lines.len() / 2, lines.len() - 1] {
            let mut fewer = lines.clone();
            let place = *fewer.keys().nth(at_line).unwrap();
            fewer.remove(&place);
            let fewer = fold(&world, &header.slug, header.sid, fewer);
            assert_eq!(same_state(at.path(), &whole, &fewer).unwrap_err().refusal.kind, "differs");
        }
    }
}
