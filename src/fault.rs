//! What went wrong outside of the domain: an exit code, and a sentence with a hint like any refusal.

use std::io;
use std::path::Path;

use crate::journal::folder::FolderFault;
use crate::journal::join::MergeFault;
use crate::journal::pack::{PackFault, PackRefusal};
use crate::journal::repair::RepairFault;
use crate::journal::unpack::UnpackFault;
use crate::journal::writer::{AppendFault, FlushFault};
use crate::workshop::clean;
use crate::workshop::refusal::Refusal;

/// The exit codes of the contract.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// Refused, missing, not ours, or found wrong.
    Refused = 1,
    /// The command line is not as it should be.
    Usage = 2,
    /// The file cannot be trusted.
    Distrust = 3,
    /// The system failed.
    System = 4,
}

/// What went wrong.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{refusal}")]
pub struct Fault {
    /// How the program ends because of it.
    pub exit: Exit,
    /// Kind, sentence and hint.
    pub refusal: Refusal,
}

impl From<Refusal> for Fault {
    fn from(refusal: Refusal) -> Self {
        Self { exit: Exit::Refused, refusal }
    }
}

impl From<AppendFault> for Fault {
    fn from(fault: AppendFault) -> Self {
        match fault {
            AppendFault::Line(_) => Refusal::new("too-long", "fault-line-too-long").into(),
            other => Self::system("fault-not-appended").with("why", other),
        }
    }
}

impl From<FlushFault> for Fault {
    fn from(fault: FlushFault) -> Self {
        Self::system("fault-not-saved").with("count", fault.lines)
    }
}

impl From<crate::terminal::TerminalError> for Fault {
    fn from(error: crate::terminal::TerminalError) -> Self {
        use crate::terminal::TerminalError;
        match error {
            TerminalError::NotATerminal => Self::new(Exit::Refused, "no-terminal", "terminal-not-a-terminal"),
            TerminalError::Dumb => Self::new(Exit::Refused, "no-terminal", "terminal-dumb"),
            TerminalError::Io(error) => Self::system("terminal-failed").with("why", error),
        }
    }
}

impl Fault {
    /// A fault of a kind, with the name of its sentence.
    pub(crate) fn new(exit: Exit, kind: &'static str, message: &'static str) -> Self {
        Self { exit, refusal: Refusal::new(kind, message) }
    }

    /// The system failed.
    pub(crate) fn system(message: &'static str) -> Self {
        Self::new(Exit::System, "system", message)
    }

    /// Adds a particular.
    #[must_use]
    #[allow(clippy::needless_pass_by_value, reason = "callers hand over what they have made for it")]
    pub(crate) fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        // Paths are longer than what is typed, and their end matters most.
        let shown: String = clean::clean(&value.to_string(), clean::Lines::One).chars().take(400).collect();
        self.refusal.args.push((name, shown.into()));
        self
    }

    /// The system failed at a path.
    pub(crate) fn io(path: &Path, error: &std::io::Error) -> Self {
        Self::system("fault-io").with("path", path.display()).with("why", error)
    }

    /// What stands at a path is not a session to work with.
    pub(crate) fn folder(path: &Path, fault: FolderFault) -> Self {
        let (exit, kind, message) = match &fault {
            FolderFault::Missing => (Exit::Refused, "missing", "fault-missing"),
            FolderFault::PlainFolder => (Exit::Refused, "not-ours", "fault-plain-folder"),
            FolderFault::Empty => (Exit::Distrust, "unreadable", "fault-empty-session"),
            FolderFault::NotOurs => (Exit::Refused, "not-ours", "fault-not-ours"),
            FolderFault::LaterVersion(_) => (Exit::Refused, "later-version", "fault-later-version"),
            FolderFault::NotReadable(_) => (Exit::System, "system", "fault-io"),
            FolderFault::FileNotReadable(_, error) => (Exit::System, "system", unreadable(*error)),
            FolderFault::NameTaken(_) => (Exit::Refused, "taken", "fault-name-taken"),
            FolderFault::TooLong => (Exit::Refused, "too-long", "fault-path-too-long"),
        };
        let base = Self::new(exit, kind, message).with("path", path.display());
        match fault {
            FolderFault::LaterVersion(version) => base.with("version", version),
            FolderFault::NotReadable(error) => base.with("why", error),
            FolderFault::FileNotReadable(file, _) => base.with("file", file),
            FolderFault::NameTaken(taken) => base.with("taken", taken.display()),
            _ => base,
        }
    }

    /// A pack is not whole.
    pub(crate) fn pack(path: &Path, fault: &PackFault) -> Self {
        let (exit, kind) = match fault {
            PackFault::NotAPack => (Exit::Refused, "not-ours"),
            _ => (Exit::Distrust, "damaged"),
        };
        let line = match fault {
            PackFault::CutShort { line }
            | PackFault::Line { line, .. }
            | PackFault::OtherSession { line }
            | PackFault::Repeat { line }
            | PackFault::WrongDigest { line }
            | PackFault::AfterEnd { line } => Some(*line),
            // The header and the trailer are lines of the file, too.
            PackFault::WrongCount { found, .. } => Some(found.saturating_add(2)),
            PackFault::NotAPack => None,
        };
        let message = match fault {
            PackFault::NotAPack => "fault-not-ours",
            PackFault::CutShort { .. } => "fault-pack-cut-short",
            PackFault::Line { .. } => "fault-pack-line",
            PackFault::OtherSession { .. } => "fault-pack-other-session",
            PackFault::Repeat { .. } => "fault-pack-repeat",
            PackFault::WrongCount { .. } => "fault-pack-count",
            PackFault::WrongDigest { .. } => "fault-pack-digest",
            PackFault::AfterEnd { .. } => "fault-pack-after-end",
        };
        let base = Self::new(exit, kind, message).with("path", path.display());
        match line {
            Some(line) => base.with("line", line),
            None => base,
        }
    }

    /// A session was not packed.
    pub(crate) fn packing(path: &Path, refusal: PackRefusal) -> Self {
        match refusal {
            PackRefusal::Folder(fault) => Self::folder(path, fault),
            PackRefusal::Damaged(damage) => {
                let first = damage.first();
                Self::new(Exit::Distrust, "damaged", "fault-damaged")
                    .with("path", path.display())
                    .with("count", damage.len())
                    .with("file", first.map(|first| first.file.to_string()).unwrap_or_default())
                    .with("line", first.map(|first| first.line).unwrap_or_default())
            }
        }
    }

    /// A pack was not unpacked.
    pub(crate) fn unpacking(path: &Path, fault: UnpackFault) -> Self {
        match fault {
            UnpackFault::Pack(fault) => Self::pack(path, &fault),
            UnpackFault::Folder(fault) => Self::folder(path, fault),
            UnpackFault::Io(error) => Self::io(path, &error),
        }
    }

    /// Nothing was brought home.
    pub(crate) fn repairing(folder: &Path, fault: RepairFault) -> Self {
        match fault {
            RepairFault::Session(fault) => Self::folder(folder, fault),
            RepairFault::Copy { copy, fault } => Self::folder(&copy, fault),
            RepairFault::Io(error) => Self::io(folder, &error),
        }
    }

    /// Sessions were not joined.
    pub(crate) fn merging(out: &Path, fault: MergeFault) -> Self {
        match fault {
            MergeFault::NoInput => Self::new(Exit::Usage, "usage", "fault-no-input"),
            MergeFault::OutExists => {
                Self::new(Exit::Refused, "taken", "fault-out-exists").with("path", out.display())
            }
            MergeFault::Folder { input, fault } => Self::folder(&input, fault),
            MergeFault::Pack { input, fault } => Self::pack(&input, &fault),
            MergeFault::OtherIdentity { input, expected, found } => {
                Self::new(Exit::Refused, "other-session", "fault-other-session")
                    .with("path", input.display())
                    .with("expected", expected)
                    .with("found", found)
            }
            MergeFault::Io(error) => Self::io(out, &error),
        }
    }
}
/// The sentence that says why a file is not read.
pub(crate) fn unreadable(error: io::ErrorKind) -> &'static str {
    match error {
        io::ErrorKind::FileTooLarge => "fault-too-large",
        _ => "fault-unreadable",
    }
}
