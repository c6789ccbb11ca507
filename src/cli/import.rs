//! `talkoot import`: somebody's list into the session. What it would do is printed before anything is written.

use std::io::Read;
use std::process::ExitCode;

use super::{Call, Ended, place, print};
use crate::fault::{Exit, Fault};
use crate::given::{self, MOST_OF_A_LIST};
use crate::intake::{self, Kind, Plan, Table, decode};
use crate::session::silent;
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::refusal::Refusal;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let given = call.needed("session")?;
    let list = call.needed("list")?;
    let kind = Kind::from_name(list)
        .ok_or_else(|| Fault::new(Exit::Usage, "usage", "usage-missing").with("what", list))?;
    // A session that is not there is told before a long list is read.
    let place = place::resolve(&call.world, given)?;
    let bytes = bytes(call.needed("file")?)?;
    let table = match decode(&bytes).and_then(|decoded| Table::read(&decoded.text)) {
        Ok(table) => table,
        Err(fault) => return Ok(refused(&fault, call)),
    };
    drop(bytes);
    // Looked at first: a list that is refused leaves no trace.
    let mut seen = place::open_to_read(&call.world, place, "desk", silent())?;
    seen.remember_ballots();
    super::remark(call, &seen);
    let shown = match planned(call, kind, &seen.workshop, &table)? {
        Ok(plan) => plan,
        Err(fault) => return Ok(refused(&fault, call)),
    };
    print(&(intake::preview(&shown, &call.messages).join("\n") + "\n"))?;
    if shown.requests.is_empty() {
        print(&format!("{}\n", call.messages.say("import-nothing")))?;
        return Ok(ExitCode::SUCCESS);
    }
    if call.flag("dry-run") {
        print(&format!("{}\n", call.messages.say("import-dry")))?;
        return Ok(ExitCode::SUCCESS);
    }
    drop((seen, shown));
    write(call, given, kind, table)
}

fn write(call: &Call<'_>, given: &str, kind: Kind, table: Table) -> Ended {
    let place = place::resolve(&call.world, given)?;
    let mut session = place::open_to_write(&call.world, place, "desk", silent())?;
    session.remember_ballots();
    let Plan { requests, lines, added, changed, .. } = match planned(call, kind, &session.workshop, &table)? {
        Ok(plan) => plan,
        Err(fault) => return Ok(refused(&fault, call)),
    };
    drop(table);
    let done = session.execute_all(requests);
    // What was taken back after a refusal is to be on the disk as well.
    session.flush()?;
    let refused = match done {
        Err((_, fault)) if fault.exit != Exit::Refused => return Err(fault),
        Err((at, fault)) => {
            let (why, hint) = call.messages.refusal(&fault.refusal);
            Some((intake::at_line(&lines, at, &why, &call.messages), hint))
        }
        Ok(()) => None,
    };
    let counts = [("added", added.into()), ("changed", changed.into())];
    super::derive(&mut session, &call.messages);
    if let Some((why, hint)) = refused {
        super::complain(&why);
        super::complain(&hint);
        return Ok(ExitCode::from(Exit::Refused as u8));
    }
    print(&format!("{}\n", call.messages.with("import-done", &counts)))?;
    Ok(ExitCode::SUCCESS)
}

fn planned(
    call: &Call<'_>,
    kind: Kind,
    workshop: &Workshop,
    table: &Table,
) -> Result<Result<Plan, intake::Fault>, Fault> {
    let vote = match call.optional("vote") {
        Some(name) if kind == Kind::Ballots => Some(vote(workshop, name)?),
        _ => None,
    };
    Ok(intake::plan(kind, vote, workshop, table))
}

fn vote(workshop: &Workshop, name: &str) -> Result<EventId, Fault> {
    use crate::workshop::thing::NotFound;
    workshop.votes.find(name).map_err(|fault| match fault {
        NotFound::Unknown => Refusal::unknown("vote", name).into(),
        NotFound::Ambiguous(both) => Refusal::ambiguous("vote", name, &both).into(),
    })
}

/// The bytes of the list: a hyphen is standard input.
fn bytes(file: &str) -> Result<Vec<u8>, Fault> {
    if file != "-" {
        return given::read(file.as_ref(), MOST_OF_A_LIST);
    }
    let mut bytes = Vec::new();
    std::io::stdin()
        .lock()
        .take(MOST_OF_A_LIST as u64)
        .read_to_end(&mut bytes)
        .map_err(|error| Fault::system("fault-input").with("why", error))?;
    Ok(bytes)
}

/// One sentence and one hint.
fn refused(fault: &intake::Fault, call: &Call<'_>) -> ExitCode {
    let (sentence, hint) = intake::say(fault, &call.messages);
    super::complain(&sentence);
    super::complain(&hint);
    ExitCode::from(Exit::Refused as u8)
}
