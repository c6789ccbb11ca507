//! `talkoot check`: what is in a session, and whether it is whole. (What mends it comes with the session-file issue.)

use std::process::ExitCode;

use serde_json::json;

use super::{Call, Ended, place, print};
use crate::fault::Exit;
use crate::journal::remark::Remark;
use crate::language::{Arg, Tongue};
use crate::session::silent;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let given = call.needed("session")?;
    let place = place::resolve(&call.world, given)?;
    let session = place::open_to_read(&call.world, place, "desk", silent())?;
    let reader = session.reader();
    let damage: Vec<_> = reader.damage().into_iter().filter(|damage| !damage.healed).collect();
    let all = reader.remarks();
    let remarks: Vec<(&str, String)> = all.iter().filter_map(|remark| said(remark, &call.tongue)).collect();
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
        let told: Vec<_> = remarks.iter().map(|(kind, says)| json!({"kind": kind, "says": says})).collect();
        let view = json!({
            "runs": runs, "events": session.workshop.event_count(), "damage": hurt, "remarks": told,
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
    for (_, remark) in &remarks {
        text += &format!("{remark}\n");
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

/// The kind of a remark, for programs, and its sentence. Damage is told apart.
fn said<'a>(remark: &'a Remark, tongue: &Tongue) -> Option<(&'a str, String)> {
    let of_file = |id: &str, file: &str| tongue.with(id, &[("file", Arg::from(file))]);
    let of_run = |id: &str, run: String, n: u64| tongue.with(id, &[("run", Arg::from(run)), ("n", n.into())]);
    Some(match remark {
        Remark::Damage(_) => return None,
        Remark::TornTail { file, .. } => ("torn-tail", of_file("check-torn-tail", file)),
        Remark::Fork(fork) => ("fork", of_run("check-fork", fork.run.to_string(), fork.n)),
        Remark::Foreign { run, lines, .. } => ("foreign", of_run("check-foreign", run.to_string(), *lines)),
        Remark::Skipped { file, .. } => ("skipped", of_file("check-skipped", file)),
        Remark::Stray { file } => ("stray", of_file("check-stray", file)),
        Remark::Unreadable { file, .. } => ("unreadable", of_file("check-unreadable", file)),
        Remark::LaterVersion { run, version } => {
            ("later-version", of_run("check-later-version", run.to_string(), u64::from(*version)))
        }
    })
}
