//! `talkoot check`: what is in a session, and whether it is whole; with `--plan`, whether its agenda can be
//! held. It reads and never writes; `repair` mends.

mod files;
pub(super) mod findings;
mod plan;

use std::process::ExitCode;

use super::{Call, Ended, place, print, reading};
use crate::fault::Exit;
use findings::{Findings, Weight};

pub(super) fn run(call: &Call<'_>) -> Ended {
    if call.flag("plan") {
        return plan::run(call);
    }
    let given = call.needed("session")?;
    let place = place::resolve(&call.world, given)?;
    let session = reading(call, place)?;
    let findings = Findings::of(&session, &call.messages);
    let exit = match findings.worst() {
        None => ExitCode::SUCCESS,
        Some(Weight::Remark) => ExitCode::from(Exit::Refused as u8),
        Some(Weight::Damage) => ExitCode::from(Exit::Distrust as u8),
    };
    let text = if call.flag("json") {
        format!("{:#}\n", findings.json())
    } else {
        findings.text(&call.messages, &session)
    };
    print(&text)?;
    Ok(exit)
}
