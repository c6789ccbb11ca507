//! `talkoot check SESSION --plan`: what is wrong with the agenda before it is run, and what could be better.

use std::process::ExitCode;

use crate::cli::{Call, Ended, environment, place, print, reading, remark};
use crate::fault::Exit;
use crate::report::{plan, show};
use crate::workshop::plan::{Weight, findings};

pub(super) fn run(call: &Call<'_>) -> Ended {
    let place = place::resolve(&call.world, call.needed("session")?)?;
    let session = reading(call, place)?;
    remark(call, &session);
    let workshop = &session.workshop;
    let text = if call.flag("json") {
        format!("{:#}\n", plan::json(workshop, &call.messages))
    } else {
        show::plan(workshop, &call.messages, environment::columns())
    };
    print(&text)?;
    // Advice alone is no failure: a script that waits for a sound plan goes on.
    let wrong = findings(workshop).iter().any(|finding| finding.weight() == Weight::Wrong);
    Ok(if wrong { ExitCode::from(Exit::Refused as u8) } else { ExitCode::SUCCESS })
}
