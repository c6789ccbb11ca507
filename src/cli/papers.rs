//! `talkoot papers`: the ballot papers of an open vote as a page to print.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{Call, Ended, place, print, reading};
use crate::fault::{Exit, Fault};
use crate::report::papers;
use crate::workshop::Workshop;
use crate::workshop::refusal::Refusal;
use crate::workshop::thing::{NotFound, Thing};
use crate::workshop::votes::paper::MOST_PRINTED;
use crate::workshop::votes::{Stage, Vote};

pub(super) fn run(call: &Call<'_>) -> Ended {
    let place = place::resolve(&call.world, call.needed("session")?)?;
    let session = reading(call, place)?;
    super::remark(call, &session);
    let workshop = &session.workshop;
    let vote = open_vote(workshop, call.needed("vote")?)?;
    let id = workshop.votes.label(vote.key());
    let number = |name: &str| call.arguments.get_one::<u32>(name).copied();
    let count = number("count").unwrap_or_else(|| papers::usual_count(workshop, vote));
    let first = number("from").unwrap_or(1);
    let last = first.saturating_add(count).saturating_sub(1);
    if last > MOST_PRINTED {
        let fault = Fault::new(Exit::Usage, "usage", "fault-papers-numbers");
        return Err(fault.with("most", MOST_PRINTED).with("last", last));
    }
    let page = papers::html(workshop, vote, first..=last);
    if call.optional("to") == Some("-") {
        print(&page)?;
        return Ok(ExitCode::SUCCESS);
    }
    let path = call.optional("to").map_or_else(|| PathBuf::from(format!("papers-{id}.html")), PathBuf::from);
    call.world.storage.put_whole(&path, page.as_bytes(), call.flag("force")).map_err(|error| match error
        .kind()
    {
        std::io::ErrorKind::AlreadyExists => {
            Fault::new(Exit::Refused, "taken", "fault-papers-there").with("path", path.display())
        }
        _ => Fault::io(&path, &error),
    })?;
    let shown = path.display().to_string();
    print(&format!("{}\n", papers::said(&call.messages, &(first..=last), &shown)))?;
    Ok(ExitCode::SUCCESS)
}

/// The vote of this name, where it is open: before, nothing of it is fixed; later, nobody can hand a paper in.
fn open_vote<'a>(workshop: &'a Workshop, name: &str) -> Result<&'a Vote, Fault> {
    let key = workshop.votes.find(name).map_err(|fault| match fault {
        NotFound::Unknown => Refusal::unknown("vote", name),
        NotFound::Ambiguous(both) => Refusal::ambiguous("vote", name, &both),
    })?;
    let vote = workshop.votes.get(key).ok_or_else(|| Refusal::unknown("vote", name))?;
    let message = match vote.stage() {
        Stage::Open => return Ok(vote),
        Stage::Prepared => "fault-papers-not-open",
        Stage::Closed | Stage::Revealed => "fault-papers-closed",
    };
    Err(Refusal::state(message, name).into())
}
