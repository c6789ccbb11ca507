//! `talkoot pack`: a session as one file, to mail or to keep.

use std::path::PathBuf;
use std::process::ExitCode;

use super::place::{self, Place};
use super::{Call, Ended, print};
use crate::fault::{Exit, Fault};
use crate::journal::pack;
use crate::language::Arg;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let given = call.needed("session")?;
    let (slug, bytes) = match place::resolve(&call.world, given)? {
        Place::Folder(identity) => {
            let bytes = pack::pack(&call.world.storage, &identity.folder)
                .map_err(|refusal| Fault::packing(&identity.folder, refusal))?;
            (identity.slug, bytes)
        }
        Place::Pack(path) => {
            let bytes = std::fs::read(&path).map_err(|error| Fault::io(&path, &error))?;
            let (header, _) = pack::read_pack(&bytes).map_err(|fault| Fault::pack(&path, &fault))?;
            (header.slug, bytes)
        }
        Place::Bundled(bundled) => {
            let (header, _) = pack::read_pack(bundled.pack)
                .map_err(|fault| Fault::pack(&PathBuf::from(bundled.name), &fault))?;
            (header.slug, bundled.pack.to_vec())
        }
    };
    let out = call.optional("out").map_or_else(|| PathBuf::from(slug.pack()), PathBuf::from);
    pack::write(call.world.storage.as_ref(), &out, &bytes).map_err(|error| match error.kind() {
        std::io::ErrorKind::AlreadyExists => {
            Fault::new(Exit::Refused, "taken", "fault-out-exists").with("path", out.display())
        }
        _ => Fault::io(&out, &error),
    })?;
    let shown = out.display().to_string();
    print(&(call.tongue.with("said-packed", &[("path", Arg::from(&shown))]) + "\n"))?;
    Ok(ExitCode::SUCCESS)
}
