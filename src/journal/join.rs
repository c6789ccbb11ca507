//! Several copies of one session become one.

use std::io;
use std::path::{Path, PathBuf};

use super::VERSION;
use super::collect::{Collected, collect};
use super::folder::{FolderFault, Found, look};
use super::name::PACK_ENDING;
use super::pack::{self, MAX_PACK, PackFault, read_pack};
use super::remark::Damage;
use super::sid::Sid;
use super::storage::{SharedStorage, read_whole};
use super::unpack::write_in;
use crate::workshop::id::RunId;

/// Why sessions were not joined. Nothing was made, except where the system failed half-way.
#[derive(Debug, thiserror::Error)]
pub(crate) enum MergeFault {
    /// Nothing to join.
    #[error("nothing to join")]
    NoInput,
    /// Something stands where the result should go.
    #[error("something stands there already")]
    OutExists,
    /// An input is no session folder that can be used.
    #[error("{}: {fault}", .input.display())]
    Folder { input: PathBuf, fault: FolderFault },
    /// An input is no whole pack.
    #[error("{}: {fault}", .input.display())]
    Pack {
        input: PathBuf,
        /// What is wrong with it.
        fault: PackFault,
    },
    /// Two inputs are different sessions.
    #[error("{} is another session", .input.display())]
    OtherIdentity {
        /// The first input that differs.
        input: PathBuf,
        /// The identity of the first input.
        expected: Sid,
        /// The identity of this one.
        found: Sid,
    },
    /// The result could not be written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// What joining has done.
#[derive(Debug, Clone)]
pub(crate) struct Merged {
    /// The result.
    pub session: Collected,
    /// Hurt lines in the inputs, each with its input; `healed` says that the result has the line from another copy.
    pub damage: Vec<(PathBuf, Damage)>,
}

/// Joins folders and packs of one identity, each read whole, into `out`, which must not exist: a pack when its name ends in
/// `.session.jsonl`, else a folder whose lines stand in `<run>.in.jsonl`. The set of lines does not depend on the order
/// of the inputs, nor do the bytes of a pack.
///
/// # Errors
/// A [`MergeFault`].
pub(crate) fn merge(
    storage: &SharedStorage,
    inputs: Vec<(PathBuf, Collected)>,
    out: &Path,
    run: RunId,
) -> Result<Merged, MergeFault> {
    nothing_at(storage, out)?;
    let mut inputs = inputs.into_iter();
    let (first, mut whole) = inputs.next().ok_or(MergeFault::NoInput)?;
    let tagged = |input: &PathBuf, session: &mut Collected| {
        session.damage.drain(..).map(|hurt| (input.clone(), hurt)).collect::<Vec<_>>()
    };
    let mut damage = tagged(&first, &mut whole);
    for (input, mut session) in inputs {
        if session.sid != whole.sid {
            let (expected, found) = (whole.sid, session.sid);
            return Err(MergeFault::OtherIdentity { input, expected, found });
        }
        damage.extend(tagged(&input, &mut session));
        whole.lines.append(&mut session.lines);
        whole.slug = whole.slug.min(session.slug);
    }
    heal(&mut damage, &whole);
    put(storage, &whole, out, run)?;
    Ok(Merged { session: whole, damage })
}

/// Refuses where something stands.
///
/// # Errors
/// [`MergeFault::OutExists`], or the system's error.
pub(crate) fn nothing_at(storage: &SharedStorage, out: &Path) -> Result<(), MergeFault> {
    match storage.metadata(out) {
        Ok(_) => Err(MergeFault::OutExists),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Puts a session at `out`, where nothing must stand: a pack when the name ends in `.session.jsonl`, else a folder whose
/// lines stand in `<run>.in.jsonl`.
///
/// # Errors
/// The system's error.
pub(crate) fn put(
    storage: &SharedStorage,
    session: &Collected,
    out: &Path,
    run: RunId,
) -> Result<(), MergeFault> {
    let packed = out.file_name().is_some_and(|name| name.to_string_lossy().ends_with(PACK_ENDING));
    if packed {
        pack::write(storage.as_ref(), out, &pack::encode(session))?;
    } else {
        write_in(storage.as_ref(), out, &mut || run, &session.lines)?;
    }
    Ok(())
}

/// Marks the damage that the joined lines make good.
fn heal(damage: &mut [(PathBuf, Damage)], whole: &Collected) {
    if damage.is_empty() {
        return;
    }
    let known: std::collections::HashSet<_> = whole.lines.keys().map(|place| (place.run, place.n)).collect();
    for (_, hurt) in damage {
        hurt.healed = hurt.was.is_some_and(|was| known.contains(&was));
    }
}

/// Reads one session whole, be it a folder or a pack.
///
/// # Errors
/// [`MergeFault::Folder`] or [`MergeFault::Pack`].
pub(crate) fn read(storage: &SharedStorage, input: &Path) -> Result<Collected, MergeFault> {
    let of_folder = |fault| MergeFault::Folder { input: input.to_path_buf(), fault };
    let session = match look(storage.as_ref(), input).map_err(of_folder)? {
        Found::Folder(_) => collect(storage, input).map_err(of_folder)?,
        Found::Pack(path) => {
            let bytes = read_whole(storage.as_ref(), &path, MAX_PACK)
                .map_err(|error| of_folder(FolderFault::from_io(error)))?;
            let (header, lines) =
                read_pack(bytes).map_err(|fault| MergeFault::Pack { input: input.to_path_buf(), fault })?;
            Collected::of_pack(header, lines)
        }
    };
    // Lines of a later version may stand in a pack whose own header is of ours.
    if session.version > VERSION {
        return Err(of_folder(FolderFault::LaterVersion(session.version)));
    }
    Ok(session)
}
