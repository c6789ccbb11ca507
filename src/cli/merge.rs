//! `talkoot merge`: folders and packs of one session joined into one.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use super::place::{self, Place};
use super::{Call, Ended, print};
use crate::fault::{Exit, Fault};
use crate::journal::join;
use crate::language::Arg;
use crate::report::model::{Edition, Model};
use crate::session::silent;
use crate::world::RunNames;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let out = Path::new(call.needed("out")?);
    let mut inputs: Vec<PathBuf> = Vec::new();
    for given in call.arguments.get_many::<String>("inputs").unwrap_or_default() {
        inputs.push(match place::resolve(&call.world, given)? {
            Place::Folder(identity) => identity.folder,
            Place::Pack(path) => path,
            Place::Bundled(bundled) => {
                return Err(
                    Fault::new(Exit::Refused, "missing", "fault-merge-bundled").with("name", bundled.name)
                );
            }
        });
    }
    let run = RunNames::new(call.world.seed, call.world.device(true), HashSet::new()).next_run();
    let merged =
        join::merge(&call.world.storage, &inputs, out, run).map_err(|fault| Fault::merging(out, fault))?;
    let shown = out.display().to_string();
    let said =
        call.tongue.with("said-merged", &[("path", Arg::from(&shown)), ("lines", merged.lines.into())]);
    print(&format!("{said}\n{}", to_settle(call, out)))?;
    let unhealed = merged.damage.iter().filter(|(_, damage)| !damage.healed).count();
    if unhealed == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    super::complain(&call.tongue.with("said-merged-damaged", &[("count", unhealed.into())]));
    Ok(ExitCode::from(Exit::Distrust as u8))
}

/// What the laptops said differently, a line for each thing; nothing where they agree. What was joined is safe already, so
/// that a session which cannot be opened again here has nothing to settle.
pub(super) fn to_settle(call: &Call<'_>, session: &Path) -> String {
    let opened = place::resolve(&call.world, &session.display().to_string())
        .and_then(|place| place::open_to_read(&call.world, place, "desk", silent()));
    let Ok(session) = opened else { return String::new() };
    let torn = Model::of(&session.workshop, Edition::Internal).torn();
    let lines = torn.iter().map(|torn| {
        let fields = torn.fields.join(", ");
        let id = if torn.id.is_empty() { session.slug().as_str() } else { torn.id.as_str() };
        call.tongue.with("said-to-settle", &[("id", Arg::from(id)), ("fields", Arg::from(&fields))]) + "\n"
    });
    lines.collect()
}
