//! `talkoot log`: what happened, when, by whom, on which device.

use std::fmt::Write;
use std::process::ExitCode;

use serde_json::json;

use super::{Call, Ended, place, print};
use crate::language::events;
use crate::session::silent;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let place = place::resolve(&call.world, call.needed("session")?)?;
    let session = place::open_to_read(&call.world, place, "desk", silent())?;
    super::remark(call, &session);
    let workshop = &session.workshop;
    let mut text = String::new();
    for event in workshop.events() {
        let sentence = events::sentence(&call.tongue, workshop, event);
        let counts = workshop.counts(event.id);
        // Writing into a string does not fail.
        let _ = if call.flag("json") {
            let line = json!({
                "id": event.id, "at": event.frame.at, "who": event.who, "device": event.device,
                "k": event.happening.kind(), "undone": !counts, "says": sentence,
            });
            writeln!(text, "{line}")
        } else {
            let at = workshop.meeting.local(event.frame.at).strftime("%Y-%m-%d %H:%M:%S").to_string();
            let mark = if counts { ' ' } else { '-' };
            writeln!(text, "{mark} {at}  {}  {:<12} {:<12} {sentence}", event.id, event.who, event.device)
        };
    }
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}
