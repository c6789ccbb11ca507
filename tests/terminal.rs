//! The guard in a real pseudo-terminal: what it switched on is off again however the program ends.
#![cfg(unix)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test says what it missed")]

use std::io::Read;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};
use talkoot::terminal::{Guard, Signals, Suspension, TerminalError, TerminalSignal};

const IN_ALTERNATE: &str = "\u{1b}[?1049h";
const OUT_OF_ALTERNATE: &str = "\u{1b}[?1049l";

/// Runs one of the children below, as a program of its own in a terminal of its own.
fn run(child: &str, term: &str) -> (String, bool) {
    let mut command = CommandBuilder::new(std::env::current_exe().unwrap());
    command.args(arguments(child));
    run_command(command, term)
}

const fn arguments(child: &str) -> [&str; 5] {
    ["--exact", child, "--ignored", "--nocapture", "--test-threads=1"]
}

fn run_command(mut command: CommandBuilder, term: &str) -> (String, bool) {
    let pty = native_pty_system().openpty(PtySize { rows: 24, cols: 80, ..PtySize::default() }).unwrap();
    command.env("TERM", term);
    let mut process = pty.slave.spawn_command(command).unwrap();
    drop(pty.slave);
    let mut bytes = Vec::new();
    // Linux ends the reading with an error once the other side is closed; what came before is kept.
    let _ = pty.master.try_clone_reader().unwrap().read_to_end(&mut bytes);
    let status = process.wait().unwrap();
    (String::from_utf8_lossy(&bytes).into_owned(), status.success())
}

/// What follows once the alternate screen has been left, after checking that all was undone in order.
fn afterwards(output: &str) -> &str {
    let (_, held) = output.split_once(IN_ALTERNATE).expect("entered");
    let (held, after) = held.split_once(OUT_OF_ALTERNATE).expect("left");
    let modes = ["\u{1b}[?2004h", "\u{1b}[?25l", "\u{1b}[?25h", "\u{1b}[?2004l"];
    let places: Vec<usize> = modes.iter().map(|mode| held.find(mode).expect("switched")).collect();
    assert!(places.is_sorted(), "{held:?}");
    after
}

#[test]
fn a_good_end_gives_the_terminal_back() {
    let (output, success) = run("child_ends_well", "xterm");
    assert!(success, "{output}");
    assert!(!afterwards(&output).contains(IN_ALTERNATE));
}

#[test]
fn a_panic_is_told_on_the_ordinary_screen() {
    let (output, success) = run("child_panics", "xterm");
    assert!(!success);
    let after = afterwards(&output);
    assert!(after.contains("so it ends"), "{output}");
    assert!(!after.contains(OUT_OF_ALTERNATE), "undone once: {output}");
    // Raw mode is off as well: lines end with a carriage return again.
    assert!(after.contains("\r\n"));
}

#[test]
fn where_no_shell_waits_nothing_is_stopped() {
    let (output, success) = run("child_has_nobody", "xterm");
    assert!(success, "{output}");
    assert!(!afterwards(&output).contains(IN_ALTERNATE));
}

#[test]
fn a_shell_gets_the_terminal_and_gives_it_back() {
    let mut command = CommandBuilder::new("sh");
    command.args(["-m", "-c", "\"$@\"; echo shell; fg", "sh"]);
    command.arg(std::env::current_exe().unwrap());
    command.args(arguments("child_waits"));
    let (output, success) = run_command(command, "xterm");
    assert!(success, "{output}");
    let (shell, again) = afterwards(&output).split_once(IN_ALTERNATE).expect("entered again");
    assert!(shell.contains("shell\r\n"), "{output}");
    assert!(again.contains(OUT_OF_ALTERNATE), "{output}");
}

#[test]
fn a_dumb_terminal_is_left_alone() {
    let (output, success) = run("child_is_refused", "dumb");
    assert!(success, "{output}");
    assert!(!output.contains('\u{1b}'), "{output}");
}

fn taken() -> Guard {
    Guard::take(std::env::var("TERM").ok().as_deref()).expect("a terminal")
}

#[test]
#[ignore = "run by others in a terminal of its own"]
fn child_ends_well() {
    drop(taken());
}

#[test]
#[ignore = "run by others in a terminal of its own"]
fn child_panics() {
    let _guard = taken();
    panic!("so it ends");
}

#[test]
#[ignore = "run by others in a terminal of its own"]
fn child_has_nobody() {
    let mut guard = taken();
    assert_eq!(guard.suspend().expect("no error"), Suspension::NotPossible);
}

#[test]
#[ignore = "run by others in a terminal of its own"]
fn child_waits() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let mut signals = Signals::listen().unwrap();
        let mut guard = taken();
        assert_eq!(guard.suspend().expect("no error"), Suspension::Stopped);
        assert!(!guard.is_held());
        assert_eq!(signals.next().await, TerminalSignal::Continue);
        guard.take_again().expect("ours again");
        assert!(guard.is_held());
    });
}

#[test]
#[ignore = "run by others in a terminal of its own"]
fn child_is_refused() {
    let refused = Guard::take(std::env::var("TERM").ok().as_deref());
    assert!(matches!(refused, Err(TerminalError::Dumb)));
}
