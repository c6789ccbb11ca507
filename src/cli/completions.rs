//! `talkoot completions`: for the shell.

use std::process::ExitCode;

use super::{Call, Ended, arguments, print};

pub(super) fn run(call: &Call<'_>) -> Ended {
    let mut text = Vec::new();
    if let Some(shell) = call.arguments.get_one::<clap_complete::Shell>("shell") {
        clap_complete::generate(*shell, &mut arguments::command(&call.messages), "talkoot", &mut text);
    }
    print(&String::from_utf8_lossy(&text))?;
    Ok(ExitCode::SUCCESS)
}
