//! What is wrong with a command line, as one sentence and one hint.

use std::process::ExitCode;

use clap::error::{ContextKind, ContextValue, ErrorKind};

use super::{complain, print};
use crate::fault::Exit;
use crate::language::{Arg, Messages};

/// Tells it; help and version are no errors.
pub(super) fn tell(error: &clap::Error, messages: &Messages) -> ExitCode {
    let message = match error.kind() {
        ErrorKind::DisplayHelp
        | ErrorKind::DisplayVersion
        | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            return match print(&error.render().to_string()) {
                Ok(()) => ExitCode::SUCCESS,
                Err(_) => ExitCode::from(Exit::System as u8),
            };
        }
        ErrorKind::UnknownArgument => "usage-unknown-argument",
        ErrorKind::InvalidSubcommand => "usage-unknown-command",
        ErrorKind::MissingRequiredArgument => "usage-missing",
        ErrorKind::InvalidValue => "usage-bad-value",
        ErrorKind::ValueValidation => "usage-no-number",
        ErrorKind::ArgumentConflict => "usage-twice",
        _ => "usage-other",
    };
    let mut message = message;
    let mut what = String::new();
    let mut known = String::new();
    for (kind, value) in error.context() {
        match (kind, value) {
            (ContextKind::ValidValue | ContextKind::ValidSubcommand, ContextValue::Strings(all)) => {
                known = all.join(", ");
            }
            (ContextKind::InvalidArg, ContextValue::Strings(all)) => what = all.join(", "),
            (ContextKind::InvalidSubcommand | ContextKind::InvalidValue, ContextValue::String(one))
                if !one.is_empty() =>
            {
                what = one.clone();
            }
            (ContextKind::InvalidArg, ContextValue::String(one)) if what.is_empty() => what = one.clone(),
            (ContextKind::PriorArg, ContextValue::String(one)) => known = one.clone(),
            (ContextKind::PriorArg, ContextValue::Strings(all)) => known = all.join(", "),
            _ => {}
        }
    }
    // Two arguments that exclude each other, and not one that stands there twice.
    if error.kind() == ErrorKind::ArgumentConflict && !known.is_empty() && known != what {
        message = "usage-conflict";
    }
    let plain = |text: &str| text.chars().filter(|c| !c.is_control()).take(200).collect::<String>();
    let args = [("what", Arg::from(plain(&what))), ("known", Arg::from(plain(&known)))];
    complain(&messages.with(message, &args));
    if let Some(hint) = messages.hint(message, &args) {
        complain(&hint);
    }
    ExitCode::from(Exit::Usage as u8)
}
