//! `talkoot groups solve`: the planner alone, from an instance in JSON to a plan.

pub mod answer;
pub mod instance;
mod read;

use std::io::Read;
use std::process::ExitCode;
use std::time::Instant;

use super::{Call, Ended, print};
use crate::fault::{Exit, Fault};
use crate::given;
use crate::parallel::Threads;
use crate::planner::{Search, Unwatched, solve};

/// The largest instance that is read, in bytes.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let begun = Instant::now();
    let arguments = call.arguments.subcommand_matches("solve").ok_or_else(|| missing("solve"))?;
    let name = arguments.get_one::<String>("instance").ok_or_else(|| missing("instance"))?;
    let instance = read::instance(&text(name)?)?;
    let problem = read::problem(&instance)?;
    let number = |name: &str| arguments.get_one::<u64>(name).copied();
    let search = Search { seed: number("seed").or(call.world.seed).unwrap_or(0), steps: number("steps") };
    let threads = number("threads").map_or(1, |threads| usize::try_from(threads).unwrap_or(usize::MAX));
    let solution = solve(&problem, search, &Threads(threads), &Unwatched);
    let answer = answer::answer(&instance, &problem, &solution, &call.messages, begun.elapsed());
    let text = if arguments.get_flag("json") {
        serde_json::to_string(&answer).map_err(|error| Fault::system("fault-output").with("why", error))?
            + "\n"
    } else {
        answer::told(&instance, &answer, &call.messages)
    };
    print(&text)?;
    let code = if solution.worth.hard > 0 { Exit::Refused as u8 } else { 0 };
    Ok(ExitCode::from(code))
}

fn missing(what: &str) -> Fault {
    Fault::new(Exit::Usage, "usage", "usage-missing").with("what", what)
}

/// The text of a file, or of what comes in.
fn text(name: &str) -> Result<String, Fault> {
    let fault = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::InvalidData => {
            Fault::new(Exit::Refused, "instance", "fault-instance-text").with("path", name)
        }
        std::io::ErrorKind::NotFound => {
            Fault::new(Exit::Refused, "missing", "fault-instance-missing").with("path", name)
        }
        _ => Fault::system("fault-instance-unread").with("path", name).with("why", error),
    };
    let mut text = String::new();
    if name == "-" {
        std::io::stdin().lock().take(MOST_BYTES).read_to_string(&mut text).map_err(fault)?;
    } else {
        let file = given::open_plain(name.as_ref()).map_err(fault)?;
        file.take(MOST_BYTES).read_to_string(&mut text).map_err(fault)?;
    }
    Ok(text)
}
