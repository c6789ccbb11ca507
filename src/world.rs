//! The world outside, handed in: time, randomness, device, places, language. Nothing below reads them for itself.

use std::collections::HashSet;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::SystemTime;

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use crate::journal::sid::Sid;
use crate::journal::storage::SharedStorage;
use crate::workshop::id::RunId;
use crate::workshop::text::Lang;

/// What time it is.
#[derive(Debug, Clone, Copy)]
pub enum Clock {
    /// The system's clock, moved by so many milliseconds (0 but in tests and scripts).
    Runs(i64),
    /// Always the same moment.
    Stands(Timestamp),
}

impl Clock {
    /// The time now.
    pub(crate) fn now(self) -> Timestamp {
        match self {
            Self::Runs(by) => {
                // As fine as the order of things is; more digits would only make every line longer.
                let now = system_ms().saturating_add(by);
                Timestamp::from_millisecond(now).unwrap_or(if now < 0 {
                    Timestamp::MIN
                } else {
                    Timestamp::MAX
                })
            }
            Self::Stands(at) => at,
        }
    }

    /// The same time, but from now on it passes.
    #[must_use]
    pub(crate) fn running(self) -> Self {
        match self {
            Self::Runs(by) => Self::Runs(by),
            Self::Stands(at) => Self::Runs(at.as_millisecond().saturating_sub(system_ms())),
        }
    }
}

/// The system's clock in milliseconds since 1970. It may stand where no calendar reaches.
fn system_ms() -> i64 {
    let ms = |passed: std::time::Duration| i64::try_from(passed.as_millis()).unwrap_or(i64::MAX);
    match SystemTime::now().duration_since(SystemTime::UNIX_EPOCH) {
        Ok(since) => ms(since),
        Err(before) => ms(before.duration()).saturating_neg(),
    }
}

/// Everything from outside that the program depends on.
#[derive(Clone)]
pub struct World {
    /// The time.
    pub clock: Clock,
    /// The seed that makes names of runs and lots repeatable; none: they come from the system.
    pub seed: Option<u64>,
    /// The device, if it was named from outside.
    pub device: Option<Arc<str>>,
    /// The language of the interface.
    pub lang: Lang,
    /// Where sessions lie.
    pub sessions: PathBuf,
    /// Where drafts, the device's name and spilled lines lie.
    pub state: PathBuf,
    /// The time zone of this laptop, as its IANA name.
    pub timezone: Arc<str>,
    /// The file system.
    pub storage: SharedStorage,
}

impl std::fmt::Debug for World {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("World")
            .field("sessions", &self.sessions)
            .field("state", &self.state)
            .finish_non_exhaustive()
    }
}

/// Names of runs: from the system or, with a seed, the first 16 hex digits of SHA-256(seed, device, k) for the smallest k
/// whose name is not in use.
#[derive(Debug, Clone)]
pub(crate) struct RunNames {
    seed: Option<u64>,
    device: Arc<str>,
    used: HashSet<RunId>,
}

impl RunNames {
    /// Names that are not among those in use.
    pub(crate) fn new(seed: Option<u64>, device: Arc<str>, used: HashSet<RunId>) -> Self {
        Self { seed, device, used }
    }

    pub(crate) fn next_run(&mut self) -> RunId {
        let mut k = 0u64;
        loop {
            let run = match self.seed {
                Some(seed) => RunId(first_64_bits(&format!("{seed},{},{k}", self.device))),
                None => RunId(random_u64()),
            };
            k = k.wrapping_add(1);
            if self.used.insert(run) {
                return run;
            }
        }
    }
}

fn first_64_bits(text: &str) -> u64 {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(8).fold(0, |bits, byte| bits << 8 | u64::from(*byte))
}

/// 64 bits from the system.
pub(crate) fn random_u64() -> u64 {
    // Without a source of randomness the clock still tells two runs apart.
    getrandom::u64()
        .unwrap_or_else(|_| first_64_bits(&format!("{:?}{}", SystemTime::now(), std::process::id())))
}

impl World {
    /// The time now.
    pub(crate) fn now(&self) -> Timestamp {
        self.clock.now()
    }

    /// The seed for what is drawn.
    pub(crate) fn draw(&self) -> u64 {
        self.seed.unwrap_or_else(random_u64)
    }

    /// The name of this device. Made up once and kept in the state directory; a device that cannot keep it gets a new one
    /// each time, which costs nothing but the reach of undo.
    pub(crate) fn device(&self, keep: bool) -> Arc<str> {
        if let Some(device) = &self.device {
            return device.clone();
        }
        let path = self.state.join("device");
        let mut kept = Vec::new();
        let plain =
            |name: &str| name.len() <= 64 && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if self.storage.read_from(&path, 0, 64, &mut kept).is_ok()
            && let Ok(name) = std::str::from_utf8(&kept)
            && !name.trim().is_empty()
            && plain(name.trim())
        {
            return name.trim().into();
        }
        let name = format!("d-{:08x}", random_u64() >> 32);
        if keep && crate::journal::storage::make_folders(self.storage.as_ref(), &self.state).is_ok() {
            // A failure is no more than a name that is not kept.
            let _ = self.storage.put_whole(&path, name.as_bytes(), false);
        }
        name.into()
    }

    /// A new identity for a session.
    pub(crate) fn new_sid(&self, slug: &str, used: &[Sid]) -> Sid {
        let mut k = 0u64;
        loop {
            let bits = match self.seed {
                Some(seed) => first_64_bits(&format!("{seed},{},sid,{slug},{k}", self.device(false))),
                None => random_u64(),
            };
            k = k.wrapping_add(1);
            let digit =
                |bits: u64| char::from_digit(u32::try_from(bits % 36).unwrap_or(0), 36).unwrap_or('0');
            let text: String = (0..10)
                .scan(bits, |bits, _| {
                    let digit = digit(*bits);
                    *bits /= 36;
                    Some(digit)
                })
                .collect();
            if let Ok(sid) = text.parse::<Sid>()
                && !used.contains(&sid)
            {
                return sid;
            }
        }
    }

    /// Where lines of a session go when its folder takes none.
    pub(crate) fn spill(&self, sid: Sid) -> PathBuf {
        self.state.join("spill").join(sid.as_str())
    }

    /// Where it is kept which runs of a session this laptop has written. Two copies that were given a device from outside were given two.
    pub(crate) fn own_runs(&self, sid: Sid) -> Option<PathBuf> {
        self.device.is_none().then(|| self.state.join("runs").join(sid.as_str()))
    }

    /// Where drafts of a session are kept.
    pub(crate) fn drafts(&self, sid: Sid) -> PathBuf {
        self.state.join("drafts").join(sid.as_str())
    }

    /// Where the keys of open secret votes lie, and what this laptop remembers of the ballots entered on it.
    pub(crate) fn ballots(&self, sid: Sid) -> PathBuf {
        self.state.join("ballots").join(sid.as_str())
    }
}
