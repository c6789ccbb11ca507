//! `talkoot check`: what is in a session, and whether it is whole. (What mends it comes with the session-file issue.)

use std::process::ExitCode;

use serde_json::json;

use super::{Call, Ended, place, print};
use crate::fault::Exit;
use crate::language::Arg;
use crate::session::silent;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let given = call.needed("session")?;
    let place = place::resolve(&call.world, given)?;
    let session = place::open_to_read(&call.world, place, "desk", silent())?;
    let reader = session.reader();
    let damage: Vec<_> = reader.damage().into_iter().filter(|damage| !damage.healed).collect();
    let remarks: Vec<String> = reader
        .remarks()
        .iter()
        .filter(|remark| !matches!(remark, crate::journal::remark::Remark::Damage(_)))
        .map(|remark| format!("{remark:?}"))
        .collect();
    let unknown: usize = session.workshop.unknown_kinds().values().sum();
    let runs = reader.version_vector().len();
    let exit = if !damage.is_empty() {
        ExitCode::from(Exit::Distrust as u8)
    } else if remarks.is_empty() && unknown == 0 && session.workshop.rings() == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::from(Exit::Refused as u8)
    };
    if call.flag("json") {
        let hurt: Vec<_> = damage
            .iter()
            .map(|damage| json!({"file": damage.file, "line": damage.line, "why": damage.fault.to_string()}))
            .collect();
        let view = json!({
            "runs": runs, "events": session.workshop.event_count(), "damage": hurt, "remarks": remarks,
            "unknown": session.workshop.unknown_kinds(), "rings": session.workshop.rings(),
        });
        print(&format!("{view:#}\n"))?;
        return Ok(exit);
    }
    let say = |id: &str, args: &[(&str, Arg<'_>)]| call.tongue.with(id, args) + "\n";
    let mut text = say(
        "check-counts",
        &[
            ("events", session.workshop.event_count().into()),
            ("runs", runs.into()),
            ("lines", reader.len().into()),
        ],
    );
    for damage in &damage {
        let file = damage.file.to_string();
        text += &say("check-damage", &[("file", Arg::from(&file)), ("line", damage.line.into())]);
    }
    for remark in &remarks {
        text += &say("check-remark", &[("remark", Arg::from(remark))]);
    }
    for (kind, count) in session.workshop.unknown_kinds() {
        text += &say("check-unknown", &[("kind", Arg::from(kind.as_ref())), ("count", (*count).into())]);
    }
    if damage.is_empty() && remarks.is_empty() {
        text += &say("check-whole", &[]);
    }
    print(&text)?;
    Ok(exit)
}
