//! `talkoot merge`: folders and packs of one session joined into one.

use std::collections::HashSet;
use std::path::Path;
use std::process::ExitCode;

use super::carried::{self, State};
use super::{Call, Ended, print};
use crate::fault::{Exit, Fault};
use crate::journal::join;
use crate::language::Arg;
use crate::report::model::{Edition, Model};
use crate::session::Session;
use crate::sessions::place::{self, Place};
use crate::world::RunNames;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let out = Path::new(call.needed("out")?);
    carried::out_of_the_way(&call.world, out)?;
    let mut inputs = Vec::new();
    for given in call.arguments.get_many::<String>("inputs").unwrap_or_default() {
        let place = place::resolve(&call.world, given)?;
        let path = match &place {
            Place::Folder(identity) => identity.folder.clone(),
            Place::Pack(path) => path.clone(),
            Place::Bundled(bundled) => {
                return Err(
                    Fault::new(Exit::Refused, "missing", "fault-merge-bundled").with("name", bundled.name)
                );
            }
        };
        inputs.push((path, carried::read(&call.world, &place)?));
    }
    let run = RunNames::new(call.world.seed, call.world.device(true), HashSet::new()).next_run();
    let merged =
        join::merge(&call.world.storage, inputs, out, run).map_err(|fault| Fault::merging(out, fault))?;
    let whole = &merged.session;
    let expected = State::of(&carried::fold(&call.world, &whole.slug, whole.sid, whole.lines.clone()));
    let joined = carried::arrived(&call.world, out, expected)?;
    let shown = out.display().to_string();
    let args = [("path", Arg::from(&shown)), ("lines", whole.lines.len().into())];
    let said = call.messages.with("said-merged", &args);
    print(&format!("{said}\n{}", to_settle(call, &joined)))?;
    let unhealed = merged.damage.iter().filter(|(_, damage)| !damage.healed).count();
    if unhealed == 0 {
        return Ok(ExitCode::SUCCESS);
    }
    super::complain(&call.messages.with("said-merged-damaged", &[("count", unhealed.into())]));
    Ok(ExitCode::from(Exit::Distrust as u8))
}

/// What the laptops said differently, a line for each thing; nothing where they agree.
pub(super) fn to_settle(call: &Call<'_>, session: &Session) -> String {
    let torn = Model::of(&session.workshop, Edition::Internal).conflicts();
    let lines = torn.iter().map(|torn| {
        let fields = torn.fields.join(", ");
        let id = if torn.id.is_empty() { session.slug().as_str() } else { torn.id.as_str() };
        call.messages.with("said-to-settle", &[("id", Arg::from(id)), ("fields", Arg::from(&fields))]) + "\n"
    });
    lines.collect()
}
