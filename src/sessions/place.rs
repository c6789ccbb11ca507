//! From what is given as SESSION to a session: a path to a folder or a pack, a name in the sessions directory, or the name
//! of a bundled one.

use std::path::{Path, PathBuf};

use bytes::Bytes;

use crate::bundled::{self, Bundled};
use crate::fault::{Exit, Fault};
use crate::given;
use crate::journal::collect::Lines;
use crate::journal::folder::{self, FolderFault, Found, Identity};
use crate::journal::pack::{MAX_PACK, PackHeader, read_pack};
use crate::journal::{VERSION, unpack};
use crate::session::{Report, Session};
use crate::world::{RunNames, World};

/// Where a session is.
#[derive(Debug, Clone)]
pub enum Place {
    /// In a folder.
    Folder(Identity),
    /// In a pack.
    Pack(PathBuf),
    /// In the program itself, not copied out yet.
    Bundled(&'static Bundled),
}

/// Finds the session that is meant.
///
/// # Errors
/// Nothing there, several of one name, not ours, or not readable.
pub fn resolve(world: &World, given: &str) -> Result<Place, Fault> {
    let plain_name = !given.is_empty() && !given.contains(['/', '\\']) && given != "." && given != "..";
    if plain_name && let Some(found) = by_name(world, given)? {
        return Ok(Place::Folder(found));
    }
    let path = Path::new(given);
    // A folder that is named by `.` or `..` only gets its real name.
    let real = if plain_name {
        path.to_path_buf()
    } else {
        std::fs::canonicalize(path).unwrap_or_else(|_| path.into())
    };
    match folder::look(world.storage.as_ref(), &real) {
        Ok(Found::Folder(identity)) => Ok(Place::Folder(identity)),
        Ok(Found::Pack(pack)) => Ok(Place::Pack(pack)),
        Err(fault) => match bundled::named(given) {
            Some(bundled) if plain_name => Ok(Place::Bundled(bundled)),
            _ if plain_name && matches!(fault, FolderFault::Missing) => {
                Err(Fault::new(Exit::Refused, "missing", "fault-no-such-session")
                    .with("name", given)
                    .with("path", world.sessions.display()))
            }
            _ => Err(Fault::folder(path, fault)),
        },
    }
}

fn by_name(world: &World, name: &str) -> Result<Option<Identity>, Fault> {
    let listing = folder::list(world.storage.as_ref(), &world.sessions)
        .map_err(|fault| Fault::folder(&world.sessions, fault))?;
    let full =
        |identity: &Identity| identity.folder.file_name().is_some_and(|file| file.to_string_lossy() == name);
    if let Some((path, fault)) = listing
        .faults
        .into_iter()
        .find(|(path, _)| path.file_name().is_some_and(|file| file.to_string_lossy() == name))
    {
        return Err(Fault::folder(&path, fault));
    }
    let mut named: Vec<Identity> = listing
        .sessions
        .into_iter()
        .filter(|identity| identity.slug.as_str() == name || full(identity))
        .collect();
    if let Some(exact) = named.iter().position(full) {
        return Ok(Some(named.swap_remove(exact)));
    }
    if named.len() > 1 {
        let all: Vec<String> = named
            .iter()
            .filter_map(|identity| Some(identity.folder.file_name()?.to_string_lossy().into_owned()))
            .collect();
        return Err(Fault::new(Exit::Refused, "ambiguous", "fault-several-sessions")
            .with("name", name)
            .with("all", all.join(", ")));
    }
    if named.is_empty()
        && let Some(bundled) = bundled::named(name)
    {
        return by_identity(world, bundled);
    }
    Ok(named.pop())
}

/// A bundled session that was copied out goes on under whatever name it has now.
fn by_identity(world: &World, bundled: &Bundled) -> Result<Option<Identity>, Fault> {
    let Ok((header, _)) = read_pack(bundled.pack) else { return Ok(None) };
    let listing = folder::list(world.storage.as_ref(), &world.sessions)
        .map_err(|fault| Fault::folder(&world.sessions, fault))?;
    Ok(listing.sessions.into_iter().find(|identity| identity.sid == header.sid))
}

/// Opens a session to look at it: nothing is created.
///
/// # Errors
/// A pack that is not whole, or cannot be read.
pub fn open_to_read(world: &World, place: Place, who: &str, report: Report) -> Result<Session, Fault> {
    match place {
        Place::Folder(identity) => Ok(whole(world, identity, who, report)),
        Place::Pack(path) => {
            let (header, lines) = read(world, &path)?;
            Ok(Session::begin(world, header.slug, header.sid, lines, who, report))
        }
        Place::Bundled(bundled) => from_bundle(world, bundled, who, report),
    }
}

/// Opens a session to work in it. A pack is joined into the session of its identity, or makes it.
///
/// # Errors
/// As [`open_to_read`], and what keeps a session from being written to.
pub(crate) fn open_to_write(
    world: &World,
    place: Place,
    who: &str,
    report: Report,
) -> Result<Session, Fault> {
    match place {
        Place::Folder(identity) if identity.version > VERSION => {
            Err(Fault::folder(&identity.folder, FolderFault::LaterVersion(identity.version)))
        }
        Place::Folder(identity) => Ok(whole(world, identity, who, report)),
        Place::Pack(path) => {
            let bytes = bytes_of(&path)?;
            let (_, lines) = read_pack(bytes.clone()).map_err(|fault| Fault::pack(&path, &fault))?;
            let used = lines.keys().map(|place| place.run).collect();
            let mut names = RunNames::new(world.seed, world.device(true), used);
            let unpacked = unpack::unpack(&world.storage, bytes, &world.sessions, &mut || names.next_run())
                .map_err(|fault| Fault::unpacking(&path, fault))?;
            let identity = folder::identify(world.storage.as_ref(), &unpacked.folder)
                .map_err(|fault| Fault::folder(&unpacked.folder, fault))?;
            Ok(whole(world, identity, who, report))
        }
        Place::Bundled(bundled) => from_bundle(world, bundled, who, report),
    }
}

/// A session in a folder. One that travels inside the program may have been copied out only in part (a full disk): it is complete
/// all the same, since the rest is here.
fn whole(world: &World, identity: Identity, who: &str, report: Report) -> Session {
    let sid = identity.sid;
    let mut session = Session::open(world, identity, who, report);
    let packs = bundled::all().iter().filter_map(|bundled| read_pack(bundled.pack).ok());
    if let Some((_, lines)) = packs.into_iter().find(|(header, _)| header.sid == sid) {
        session.complete_with(lines);
    }
    session
}

fn from_bundle(world: &World, bundled: &Bundled, who: &str, report: Report) -> Result<Session, Fault> {
    let path = Path::new(bundled.name);
    let (header, lines) = read_pack(bundled.pack).map_err(|fault| Fault::pack(path, &fault))?;
    Ok(Session::begin(world, header.slug, header.sid, lines, who, report))
}

fn read(world: &World, path: &Path) -> Result<(PackHeader, Lines), Fault> {
    let _ = world;
    read_pack(bytes_of(path)?).map_err(|fault| Fault::pack(path, &fault))
}

/// The bytes of a pack.
pub(crate) fn bytes_of(path: &Path) -> Result<Bytes, Fault> {
    given::read(path, MAX_PACK).map(Bytes::from)
}
