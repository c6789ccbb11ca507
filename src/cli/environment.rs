//! The world as the environment and the command line give it. Nothing else reads them.

use std::ffi::OsString;
use std::path::PathBuf;
use std::sync::Arc;

use clap::ArgMatches;
use directories::ProjectDirs;

use crate::fault::{Exit, Fault};
use crate::journal::disk::Disk;
use crate::language::choose;
use crate::terminal::capability::{Environment, colour_depth};
use crate::theme::ColourDepth;
use crate::workshop::text::Lang;
use crate::world::{Clock, World};

fn variable(name: &str) -> Option<String> {
    std::env::var(name).ok().filter(|value| !value.is_empty())
}

/// The language of the interface, before the arguments are read in it.
pub(super) fn language(arguments: &[OsString]) -> Lang {
    let mut asked = None;
    let mut rest = arguments.iter().map(|argument| argument.to_string_lossy());
    while let Some(argument) = rest.next() {
        if argument == "--" {
            break;
        }
        let value = match argument.strip_prefix("--lang") {
            Some("") => rest.next().map(|value| value.into_owned()),
            Some(value) => value.strip_prefix('=').map(ToOwned::to_owned),
            None => None,
        };
        asked = value.and_then(|code| Lang::from_code(&code)).or(asked);
    }
    choose(asked, variable("TALKOOT_LANG").as_deref(), sys_locale::get_locale().as_deref())
}

/// Everything from outside.
///
/// # Errors
/// A `TALKOOT_NOW` or `TALKOOT_SEED` that cannot be read.
pub(super) fn world(arguments: &ArgMatches, lang: Lang) -> Result<World, Fault> {
    let usage = |message, value: &str| Fault::new(Exit::Usage, "usage", message).with("given", value);
    let clock = match variable("TALKOOT_NOW") {
        None => Clock::Runs(0),
        Some(now) => Clock::Stands(now.parse().map_err(|_| usage("usage-bad-now", &now))?),
    };
    let seed = match variable("TALKOOT_SEED") {
        None => None,
        Some(seed) => Some(seed.parse().map_err(|_| usage("usage-bad-seed", &seed))?),
    };
    let places = ProjectDirs::from("", "", "talkoot");
    let data = places.as_ref().map(|places| places.data_dir().to_path_buf());
    let state =
        places.as_ref().map(|places| places.state_dir().unwrap_or(places.data_local_dir()).to_path_buf());
    // Somebody without a home still has the folder they stand in.
    let here = || PathBuf::from(".");
    let local = |arguments: &ArgMatches| arguments.try_get_one::<String>("sessions").ok().flatten().cloned();
    let asked =
        local(arguments).or_else(|| arguments.subcommand().and_then(|(_, arguments)| local(arguments)));
    let sessions = asked.or_else(|| variable("TALKOOT_SESSIONS")).map(PathBuf::from);
    let zone = jiff::tz::TimeZone::system();
    Ok(World {
        clock,
        seed,
        device: variable("TALKOOT_DEVICE").map(|device| plain_device(&device)),
        lang,
        sessions: sessions.or_else(|| data.map(|data| data.join("sessions"))).unwrap_or_else(here),
        state: state.unwrap_or_else(here),
        timezone: zone.iana_name().unwrap_or("UTC").into(),
        storage: Disk::shared(),
    })
}

/// A device's name as it can stand in a line.
fn plain_device(name: &str) -> Arc<str> {
    let plain: String = name.chars().filter(|c| !c.is_control()).take(64).collect();
    plain.into()
}

/// How many colours the terminal has.
pub(super) fn colours() -> ColourDepth {
    let (term, colorterm, no_color) = (variable("TERM"), variable("COLORTERM"), variable("NO_COLOR"));
    colour_depth(Environment {
        term: term.as_deref(),
        colorterm: colorterm.as_deref(),
        no_color: no_color.as_deref(),
        windows: cfg!(windows),
    })
}

/// The width for plain text: `COLUMNS`, else 80.
pub(super) fn columns() -> usize {
    variable("COLUMNS")
        .and_then(|columns| columns.parse().ok())
        .filter(|columns| *columns >= 20)
        .unwrap_or(80)
}
