//! `talkoot man`: the manual page.

use std::process::ExitCode;

use super::{Call, Ended, arguments, print};
use crate::fault::Fault;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let mut text = Vec::new();
    clap_mangen::Man::new(arguments::command(&call.messages))
        .render(&mut text)
        .map_err(|error| Fault::system("fault-output").with("why", error))?;
    print(&String::from_utf8_lossy(&text))?;
    Ok(ExitCode::SUCCESS)
}
