//! Parse, hand over, exit code.
#![forbid(unsafe_code)]

fn main() -> std::process::ExitCode {
    talkoot::cli::main(std::env::args_os())
}
