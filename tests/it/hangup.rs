//! A terminal that goes away, window and all: the program ends, and what was typed is kept.
#![cfg(unix)]

use std::io::{Read, Write};
use std::sync::mpsc::channel;
use std::time::Duration;

use portable_pty::{CommandBuilder, PtySize, native_pty_system};

use crate::ground;
use crate::ground::Ground;

/// More than a loaded machine needs; what is waited for comes at once, or a moment later where the reader was caught reading.
const PATIENCE: Duration = Duration::from_secs(30);

#[test]
fn closing_the_window_ends_the_program_and_keeps_the_half_sentence() {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    // Whether the loop or the signal comes first is a matter of luck.
    for round in 0..4 {
        let pty = native_pty_system().openpty(PtySize { rows: 24, cols: 80, ..PtySize::default() }).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_talkoot"));
        command.args(["capture", "demo", "--room", "room-a"]);
        command.env_clear();
        for (name, value) in [
            ("HOME", ground.path().to_path_buf()),
            ("XDG_STATE_HOME", ground.path().join("state")),
            ("TALKOOT_SESSIONS", ground.sessions()),
            ("TERM", "xterm-256color".into()),
            ("TALKOOT_LANG", "en".into()),
        ] {
            command.env(name, value);
        }
        let mut child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let (mut output, mut input) =
            (pty.master.try_clone_reader().unwrap(), pty.master.take_writer().unwrap());
        let mut screen = vt100::Parser::new(24, 80, 0);
        let mut see = |text: &str| {
            while !screen.screen().contents().contains(text) {
                let mut bytes = [0; 4096];
                let count = output.read(&mut bytes).unwrap();
                screen.process(bytes.get(..count).unwrap());
            }
        };
        // Typed only once the program listens. A letter more is seen when what was typed before it has been kept.
        see("Enter saves");
        input.write_all(format!("word{round}").as_bytes()).unwrap();
        see(&format!("word{round}"));
        input.write_all(b"!").unwrap();
        see(&format!("word{round}!"));
        drop((output, input, pty.master));
        let (sender, ended) = channel();
        std::thread::spawn(move || sender.send(child.wait()));
        assert!(ended.recv_timeout(PATIENCE).is_ok(), "round {round}: it goes on without a terminal");
    }
    // The last letter may have been drawn and not kept yet; whole words are there, each taken up again by the next round.
    let drafts = ground::bytes_under(&ground.path().join("state"));
    let drafts: Vec<String> =
        drafts.iter().map(|(_, bytes)| String::from_utf8_lossy(bytes).into_owned()).collect();
    let whole = |draft: &String| (0..4).all(|round| draft.contains(&format!("word{round}")));
    assert!(drafts.iter().any(whole), "{drafts:?}");
}
