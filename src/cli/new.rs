//! `talkoot new`: an empty but valid session, a copy of a bundled one, or one that goes on from one's own.

use std::process::ExitCode;

use super::{Call, Ended, place, print};
use crate::fault::Fault;
use crate::language::Arg;
use crate::session::{Session, silent};
use crate::sessions::create;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let name = call.needed("name")?;
    let mut session = match call.optional("from") {
        None => create::empty(&call.world, name, silent())?,
        Some(from) => {
            let place = place::resolve(&call.world, from)?;
            let bundled = matches!(place, place::Place::Bundled(_));
            let source = place::open_to_read(&call.world, place, "desk", silent())?;
            if bundled || crate::bundled::named(from).is_some() && !has_work(&source) {
                create::copy(&call.world, name, &source, silent())?
            } else {
                create::go_on(&call.world, name, &source, silent())?
            }
        }
    };
    finish(call, &mut session)
}

/// Whether anything was done in it after it was made.
fn has_work(session: &Session) -> bool {
    session.workshop.events().any(|event| !event.frame.base)
}

fn finish(call: &Call<'_>, session: &mut Session) -> Result<ExitCode, Fault> {
    // A session that lies in no folder of its own, but only where lines wait, was not made: nobody would find it.
    let flushed = session.flush();
    if flushed.is_err() || session.away() > 0 {
        let (folder, spill) = (session.folder().to_path_buf(), session.world().spill(session.sid()));
        // Its identity was drawn at random just now, so whatever lies there is of this try and of nothing else. One that comes from
        // a seed may be another's too, and is left alone.
        if session.world().seed.is_none() {
            let _ = std::fs::remove_dir_all(spill);
            let _ = std::fs::remove_dir_all(&folder);
        }
        flushed?;
        return Err(Fault::system("fault-not-made").with("path", folder.display()));
    }
    super::derive(session, &call.messages);
    let shown = session.folder().display().to_string();
    let slug = session.slug().to_string();
    let made = call.messages.with("said-new", &[("name", Arg::from(&slug)), ("path", Arg::from(&shown))]);
    print(&format!("{made}\n"))?;
    Ok(ExitCode::SUCCESS)
}
