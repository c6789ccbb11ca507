//! The command line: a file a command. Here what is given is read, the world is gathered, and what went wrong is told: one
//! sentence and one hint, in the language of the interface.

mod apply;
mod arguments;
mod carried;
mod check;
mod completions;
mod environment;
pub(crate) mod export;
pub mod groups;
mod import;
mod keys;
mod log;
mod man;
mod merge;
mod moment;
mod new;
mod pack;
mod papers;
mod redact;
mod rehearse;
mod repair;
mod screen;
mod show;
pub mod tally;
mod unpack;
mod usage;

use std::borrow::Cow;
use std::ffi::OsString;
use std::io::Write;
use std::mem::ManuallyDrop;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::fault::{Exit, Fault};
use crate::language::Messages;
use crate::session::{self, Session};
use crate::sessions::place;
use crate::workshop::clean;
use crate::world::World;

/// What every command is handed.
struct Call<'a> {
    world: World,
    messages: Messages,
    arguments: &'a ArgMatches,
}

/// How a command ended: done, or done with something to be said by the exit code.
type Ended = Result<ExitCode, Fault>;

/// Runs the program with these arguments, the first being its own name.
pub fn main(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let lang = environment::language(&arguments);
    let messages = Messages::new(lang);
    let matches = match arguments::command(&messages).try_get_matches_from(arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::tell(&error, &messages),
    };
    let world = match environment::world(&matches, lang) {
        Ok(world) => world,
        Err(fault) => return tell(&fault, &messages),
    };
    let (name, arguments) = matches.subcommand().unwrap_or(("", &matches));
    let call = Call { world, messages, arguments };
    let ended = match name {
        "open" => screen::open(&call),
        "capture" => screen::capture(&call),
        "project" => screen::project(&call),
        "rehearse" => rehearse::run(&call),
        "new" => new::run(&call),

        "import" => import::run(&call),
        "groups" => groups::run(&call),
        "tally" => tally::run(&call),
        "apply" => apply::run(&call),
        "show" => show::run(&call),
        "log" => log::run(&call),
        "export" => export::run(&call),
        "papers" => papers::run(&call),
        "check" => check::run(&call),
        "repair" => repair::run(&call),
        "pack" => pack::run(&call),
        "unpack" => unpack::run(&call),
        "merge" => merge::run(&call),
        "redact" => redact::run(&call),
        "keys" => keys::run(&call),
        "completions" => completions::run(&call),
        "man" => man::run(&call),
        _ => screen::home(&call),
    };
    match ended {
        Ok(code) => code,
        Err(fault) => tell(&fault, &call.messages),
    }
}

/// Tells a fault on stderr: a sentence and a hint.
fn tell(fault: &Fault, messages: &Messages) -> ExitCode {
    let (sentence, hint) = messages.refusal(&fault.refusal);
    complain(&sentence);
    if !hint.is_empty() {
        complain(&hint);
    }
    ExitCode::from(fault.exit as u8)
}

/// One line on stderr; where there is no stderr, nobody listens.
fn complain(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{}", tame(line));
}

/// Makes `session.json` again. What was asked for is safe whether or not that can be done, and whoever appends next makes it again: so it
/// is said and no more.
fn derive(session: &mut Session, messages: &Messages) {
    if let Err(fault) = crate::sessions::derive(session) {
        complain(&messages.refusal(&fault.refusal).0);
    }
}

/// The session that a command reads. It is not taken apart piece by piece at the end, which takes a quarter of the time of a long
/// one: the process ends with the command.
fn reading(call: &Call<'_>, place: place::Place) -> Result<ManuallyDrop<Session>, Fault> {
    place::open_to_read(&call.world, place, "desk", session::silent()).map(ManuallyDrop::new)
}

/// A text without what nobody sees or what steers terminals: names of files, runs and devices are told here too, and others chose them. In JSON,
/// which escapes most of it by itself, the result is the same text.
fn tame(text: &str) -> Cow<'_, str> {
    let wild = |c: char| clean::is_unseen(c) && !matches!(c, '\n' | '\t');
    if !text.contains(wild) {
        return Cow::Borrowed(text);
    }
    let mut tame = String::with_capacity(text.len());
    for c in text.chars() {
        if wild(c) {
            let units =
                c.encode_utf16(&mut [0; 2]).iter().map(|unit| format!("\\u{unit:04x}")).collect::<String>();
            tame.push_str(&units);
        } else {
            tame.push(c);
        }
    }
    Cow::Owned(tame)
}

/// Writes to stdout. A reader that has gone away (`| head`) has what it wanted.
fn print(text: &str) -> Result<(), Fault> {
    let mut out = std::io::stdout().lock();
    match out.write_all(tame(text).as_bytes()).and_then(|()| out.flush()) {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => {
            Err(Fault::system("fault-output").with("why", error))
        }
        _ => Ok(()),
    }
}

impl Call<'_> {
    /// An argument that must be there.
    fn needed(&self, name: &str) -> Result<&str, Fault> {
        self.optional(name)
            .ok_or_else(|| Fault::new(Exit::Usage, "usage", "usage-missing").with("what", name))
    }

    /// An argument that may be there.
    fn optional(&self, name: &str) -> Option<&str> {
        self.arguments.try_get_one::<String>(name).ok().flatten().map(String::as_str)
    }

    /// Whether a flag is set.
    fn flag(&self, name: &str) -> bool {
        self.arguments.try_get_one::<bool>(name).ok().flatten().copied().unwrap_or(false)
    }
}

/// A line on stderr for each thing that is not as it should be with the files of a session: damaged lines, files that cannot be
/// read, forks. Whoever only reads goes on with the rest.
fn remark(call: &Call<'_>, session: &Session) {
    for fault in session.troubles() {
        complain(&call.messages.refusal(&fault.refusal).0);
    }
}
