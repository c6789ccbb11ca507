//! `talkoot pack`: a session as one file, to mail or to keep.

use std::path::PathBuf;
use std::process::ExitCode;

use bytes::Bytes;

use super::carried::{self, State};
use super::{Call, Ended, print};
use crate::fault::{Exit, Fault};
use crate::journal::pack;
use crate::language::Arg;
use crate::session::silent;
use crate::sessions::place::{self, Place};

pub(super) fn run(call: &Call<'_>) -> Ended {
    let place = place::resolve(&call.world, call.needed("session")?)?;
    let (slug, bytes) = match &place {
        Place::Folder(identity) => {
            let path = &identity.folder;
            let bytes: Bytes = pack::pack(&carried::read(&call.world, &place)?)
                .map_err(|refusal| Fault::packing(path, refusal))?
                .into();
            let opened = place::open_to_read(&call.world, place.clone(), "desk", silent())?;
            let expected = State::of(&opened.workshop);
            drop(opened);
            // Read back from the bytes themselves: a pack that says less than the session would be trusted all the same.
            let (header, lines) =
                pack::read_pack(bytes.clone()).map_err(|fault| Fault::pack(path, &fault))?;
            let packed = carried::fold(&call.world, &header.slug, header.sid, lines);
            expected.same_as(&packed, path)?;
            (header.slug, bytes)
        }
        // What is a pack already is passed on byte for byte.
        Place::Pack(path) => (carried::read(&call.world, &place)?.slug, place::bytes_of(path)?),
        Place::Bundled(bundled) => {
            (carried::read(&call.world, &place)?.slug, Bytes::from_static(bundled.pack))
        }
    };
    let out = call.optional("out").map_or_else(|| PathBuf::from(slug.pack()), PathBuf::from);
    carried::out_of_the_way(&call.world, &out)?;
    pack::write(call.world.storage.as_ref(), &out, &bytes).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Fault::new(Exit::Refused, "taken", "fault-out-exists").with("path", out.display())
        }
        _ => Fault::io(&out, &error),
    })?;
    let shown = out.display().to_string();
    print(&(call.messages.with("said-packed", &[("path", Arg::from(&shown))]) + "\n"))?;
    Ok(ExitCode::SUCCESS)
}
