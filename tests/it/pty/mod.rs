//! The program in a real pseudo-terminal: keys go in as bytes, the screen is what a terminal makes of what comes out.

use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

/// How long anything may take before a test gives up; nothing waits longer than it has to.
const PATIENCE: Duration = Duration::from_secs(30);

pub(crate) struct Pty {
    master: Box<dyn MasterPty + Send>,
    child: Box<dyn Child + Send + Sync>,
    input: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    bells: Arc<AtomicUsize>,
}

impl Pty {
    /// Starts the program with these arguments; `home` holds its sessions and state.
    pub(crate) fn start(home: &Path, arguments: &[&str], size: (u16, u16), more: &[(&str, &str)]) -> Self {
        let (cols, rows) = size;
        let pty = native_pty_system().openpty(PtySize { rows, cols, ..PtySize::default() }).unwrap();
        let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_talkoot"));
        command.args(arguments);
        command.env_clear();
        command.cwd(home);
        for (name, value) in [
            ("HOME", home.to_str().unwrap()),
            ("XDG_STATE_HOME", home.join("state").to_str().unwrap()),
            ("TALKOOT_SESSIONS", home.join("sessions").to_str().unwrap()),
            ("TALKOOT_LANG", "en"),
            ("TALKOOT_DEVICE", "d-desk"),
            ("TERM", "xterm-256color"),
        ] {
            command.env(name, value);
        }
        for (name, value) in more {
            command.env(name, value);
        }
        let child = pty.slave.spawn_command(command).unwrap();
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().unwrap();
        let input = pty.master.take_writer().unwrap();
        let (sender, output) = channel();
        let bells = Arc::new(AtomicUsize::new(0));
        let rung = bells.clone();
        std::thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(read @ 1..) = reader.read(&mut buffer) {
                // No command that is sent to the terminal holds that byte.
                let bells = buffer[..read].iter().filter(|byte| **byte == 7).count();
                rung.fetch_add(bells, Ordering::Relaxed);
                if sender.send(buffer[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        Self { master: pty.master, child, input, output, screen: vt100::Parser::new(rows, cols, 0), bells }
    }

    pub(crate) fn text(&self) -> String {
        // Words held together by a no-break space read as any others.
        self.screen.screen().contents().replace('\u{a0}', " ")
    }

    fn until(&mut self, what: &str, holds: impl Fn(&str) -> bool) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !holds(&self.text()) {
            match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(RecvTimeoutError::Timeout) => panic!("{what} never came:\n{}", self.text()),
                Err(RecvTimeoutError::Disconnected) => panic!("ended before {what}:\n{}", self.text()),
            }
        }
        self
    }

    /// Waits until the program has taken the terminal.
    pub(crate) fn taken(&mut self) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !self.screen.screen().alternate_screen() {
            let left = deadline.saturating_duration_since(Instant::now());
            self.screen.process(&self.output.recv_timeout(left).expect("the terminal was never taken"));
        }
        self
    }

    /// Waits until a text is on the screen.
    pub(crate) fn see(&mut self, text: &str) -> &mut Self {
        self.until(text, |screen| screen.contains(text))
    }

    /// Waits until a text is no longer on the screen.
    pub(crate) fn gone(&mut self, text: &str) -> &mut Self {
        self.until(&format!("no {text}"), |screen| !screen.contains(text))
    }

    /// Waits until the bell has rung.
    pub(crate) fn ring(&mut self) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while self.bells.load(Ordering::Relaxed) == 0 {
            match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => self.screen.process(&bytes),
                Err(_) => panic!("no bell:\n{}", self.text()),
            }
        }
        self
    }

    /// Presses keys by name, with blanks between.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in keys.split_whitespace() {
            let bytes: Vec<u8> = match key {
                "enter" => b"\r".to_vec(),
                "esc" => b"\x1b".to_vec(),
                "tab" => b"\t".to_vec(),
                "space" => b" ".to_vec(),
                "up" => b"\x1b[A".to_vec(),
                "down" => b"\x1b[B".to_vec(),
                "right" => b"\x1b[C".to_vec(),
                "left" => b"\x1b[D".to_vec(),
                "f1" => b"\x1bOP".to_vec(),
                "f12" => b"\x1b[24~".to_vec(),
                other => match other.strip_prefix("ctrl-") {
                    Some(letter) => vec![letter.as_bytes()[0] & 31],
                    None => other.as_bytes().to_vec(),
                },
            };
            self.input.write_all(&bytes).unwrap();
            self.input.flush().unwrap();
        }
        self
    }

    pub(crate) fn typed(&mut self, text: &str) -> &mut Self {
        self.input.write_all(text.as_bytes()).unwrap();
        self.input.flush().unwrap();
        self
    }

    pub(crate) fn resize(&mut self, cols: u16, rows: u16) -> &mut Self {
        self.master.resize(PtySize { rows, cols, ..PtySize::default() }).unwrap();
        self.screen.screen_mut().set_size(rows, cols);
        self
    }

    /// The process id.
    pub(crate) fn pid(&self) -> u32 {
        self.child.process_id().unwrap()
    }

    /// Waits for the end and gives the exit code and all that was written after what was seen.
    pub(crate) fn end(mut self) -> u32 {
        let deadline = Instant::now() + PATIENCE;
        let mut last = Vec::new();
        loop {
            match self.output.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(bytes) => {
                    self.screen.process(&bytes);
                    last.extend(bytes);
                }
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => panic!("never ended:\n{}", self.text()),
            }
        }
        let left = !self.screen.screen().alternate_screen();
        assert!(left, "the terminal was not given back: {:?}", String::from_utf8_lossy(&last));
        self.child.wait().unwrap().exit_code()
    }
}
