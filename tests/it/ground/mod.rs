//! A place of its own for each test of the command line: no test sees another's sessions, clock or language.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;

/// A folder with sessions, a state directory, and a frozen clock.
pub(crate) struct Ground {
    folder: tempfile::TempDir,
}

/// What a run of the program said.
#[must_use]
pub(crate) struct Said {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Said {
    /// The output of a run that ended well.
    pub(crate) fn ok(self) -> String {
        assert_eq!(self.code, 0, "{}\n{}", self.out, self.err);
        self.out
    }

    /// The sentence and hint of a run that ended with this code: two lines on stderr, no more.
    pub(crate) fn refused(self, code: i32) -> String {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.err);
        let lines: Vec<&str> = self.err.lines().collect();
        assert_eq!(lines.len(), 2, "a sentence and a hint: {:?}", self.err);
        assert!(!self.err.contains("panicked"), "{}", self.err);
        self.err
    }

    /// The answer lines of `apply`.
    pub(crate) fn answers(&self) -> Vec<Value> {
        self.out.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"))).collect()
    }
}

impl Ground {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn sessions(&self) -> PathBuf {
        self.path().join("sessions")
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::cargo_bin("talkoot").unwrap();
        command
            .current_dir(self.path())
            .env_clear()
            .env("HOME", self.path())
            .env("XDG_STATE_HOME", self.path().join("state"))
            .env("TALKOOT_SESSIONS", self.sessions())
            .env("TALKOOT_NOW", "2017-11-28T07:00:00Z")
            .env("TALKOOT_SEED", "7")
            .env("TALKOOT_DEVICE", "d-desk")
            .env("TALKOOT_LANG", "en");
        command
    }

    pub(crate) fn run(&self, arguments: &[&str]) -> Said {
        said(self.command().args(arguments))
    }

    pub(crate) fn apply(&self, session: &str, lines: &str) -> Said {
        said(self.command().args(["apply", session]).write_stdin(lines))
    }

    /// The folder of the only session of this slug.
    pub(crate) fn session(&self, slug: &str) -> PathBuf {
        let mut found: Vec<PathBuf> = std::fs::read_dir(self.sessions())
            .unwrap()
            .map(|entry| entry.unwrap().path())
            .filter(|path| path.file_name().unwrap().to_string_lossy().starts_with(&format!("{slug}-")))
            .collect();
        assert_eq!(found.len(), 1, "{found:?}");
        found.remove(0)
    }

    pub(crate) fn json(&self, arguments: &[&str]) -> Value {
        let mut arguments = arguments.to_vec();
        arguments.push("--json");
        serde_json::from_str(&self.run(&arguments).ok()).unwrap()
    }
}

pub(crate) fn said(command: &mut Command) -> Said {
    let output = command.output().unwrap();
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Every file under a folder with its bytes, for seeing that nothing changed.
pub(crate) fn bytes_under(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                open.push(path);
            } else {
                files.push((path.clone(), std::fs::read(path).unwrap()));
            }
        }
    }
    files.sort();
    files
}
