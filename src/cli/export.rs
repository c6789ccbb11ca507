//! `talkoot export`: the report and its tables as files, flat in one folder.

use std::io::{IsTerminal, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use super::{Call, Ended, complain, place, print, reading};
use crate::fault::{Exit, Fault};
use crate::given;
use crate::language::Arg;
use crate::report::Edition;
use crate::report::export::{self, Formats, Languages};

/// Below this many ideas an export takes less than half a second, and nobody needs to be told how far it is.
const QUICK: usize = 2_000;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let place = place::resolve(&call.world, call.needed("session")?)?;
    let session = reading(call, place)?;
    super::remark(call, &session);
    let names: Vec<&str> =
        call.arguments.get_many::<String>("format").unwrap_or_default().map(String::as_str).collect();
    let formats = if names.is_empty() { Formats::usual() } else { Formats::named(&names) };
    let edition =
        if call.optional("edition") == Some("public") { Edition::Public } else { Edition::Internal };
    let languages = call.optional("language").and_then(Languages::from_name).unwrap_or(Languages::Both);
    let told = session.workshop.ideas.len() > QUICK && std::io::stderr().is_terminal();
    let mut progress = |progress: export::Progress<'_>| {
        if told {
            // Nobody is there to be told when stderr is closed.
            let _ = write!(std::io::stderr(), "\r{}/{}  {:<24}", progress.done, progress.of, progress.file);
        }
    };
    let made =
        export::files(&session.workshop, formats, edition, languages, !call.flag("no-bom"), &mut progress);
    if told {
        let _ = writeln!(std::io::stderr());
    }
    for passed in &made.passed {
        complain(&passed.told(&call.messages));
    }
    if made.files.is_empty() {
        return Err(Fault::new(Exit::Refused, "nothing", "fault-pb-none"));
    }
    let usual = || PathBuf::from(format!("{}-report", session.slug()));
    let to = call.optional("to").map_or_else(usual, PathBuf::from);
    given::write_all(call.world.storage.as_ref(), &to, &made.files)?;
    let shown = to.display().to_string();
    let said = call
        .messages
        .with("said-exported", &[("path", Arg::from(&shown)), ("count", made.files.len().into())]);
    print(&format!("{said}\n"))?;
    Ok(ExitCode::SUCCESS)
}
