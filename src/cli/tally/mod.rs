//! `talkoot tally`: the count alone, from a vote in JSON to its result, how solid it is and how far the ballots agree.

pub mod answer;
pub(crate) mod ballots;
pub mod instance;
mod odd;
mod pabulib;
mod read;

use std::io::Read;
use std::process::ExitCode;

use super::{Call, Ended, print};
use crate::fault::{Exit, Fault};
use crate::given;
use crate::tally::{MOST_CATEGORIES, agreement};

/// The largest instance that is read, in bytes.
const MOST_BYTES: u64 = 512 * 1024 * 1024;

pub(super) fn run(call: &Call<'_>) -> Ended {
    if let Some(numbers) = call.optional("spread") {
        return spread(numbers);
    }
    let name = call.needed("vote-file")?;
    let given = text(name)?;
    if pabulib::is(name, &given) {
        return pabulib::run(call, name, given);
    }
    if call.flag("pb") {
        return Err(Fault::new(Exit::Usage, "usage", "fault-pb-json").with("option", "--pb"));
    }
    let instance = read::instance(&given)?;
    // The text is let go before anything is counted.
    drop(given);
    let election = read::election(instance)?;
    let before = call.optional("before-file").map(read_election).transpose()?;
    let answer = answer::answer(&election, before.as_ref(), pabulib::utility(call), &call.messages);
    let text = serde_json::to_string_pretty(&answer)
        .map_err(|error| Fault::system("fault-output").with("why", error))?;
    print(&(text + "\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// Reads the vote in JSON of the round before.
fn read_election(name: &str) -> Result<read::Election, Fault> {
    let given = text(name)?;
    if pabulib::is(name, &given) {
        return Err(pabulib::before_pabulib(name));
    }
    let instance = read::instance(&given)?;
    // The text is let go before anything is counted.
    drop(given);
    read::election(instance)
}

/// Prints van der Eijk's A of a list of numbers.
fn spread(numbers: &str) -> Ended {
    let wrong = |message| Fault::new(Exit::Usage, "usage", message).with("most", MOST_CATEGORIES);
    let frequencies: Result<Vec<u64>, _> = numbers.split(',').map(|number| number.trim().parse()).collect();
    let frequencies = frequencies.map_err(|_| wrong("fault-tally-spread").with("given", numbers))?;
    let a = agreement(&frequencies).ok_or_else(|| wrong("fault-tally-spread").with("given", numbers))?;
    // Not “−0”.
    let a = if a.abs() < 5e-6 { 0.0 } else { a };
    print(&format!("{a:.5}\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// The bytes of a file, or of what comes in.
fn text(name: &str) -> Result<Vec<u8>, Fault> {
    let fault = |error: std::io::Error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            Fault::new(Exit::Refused, "missing", "fault-tally-missing").with("path", name)
        }
        _ => Fault::system("fault-instance-unread").with("path", name).with("why", error),
    };
    let mut text = Vec::new();
    if name == "-" {
        std::io::stdin().lock().take(MOST_BYTES + 1).read_to_end(&mut text).map_err(fault)?;
    } else {
        let file = given::open_plain(name.as_ref()).map_err(fault)?;
        let size = file.metadata().map_or(0, |known| known.len()).min(MOST_BYTES);
        text.reserve_exact(usize::try_from(size).unwrap_or(0).saturating_add(1));
        file.take(MOST_BYTES + 1).read_to_end(&mut text).map_err(fault)?;
    }
    if text.len() as u64 > MOST_BYTES {
        return Err(Fault::new(Exit::Refused, "instance", "fault-tally-too-long").with("path", name));
    }
    Ok(text)
}
