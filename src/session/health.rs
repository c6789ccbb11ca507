//! What is to be said of a session's files.

use serde::Deserialize;

use super::Session;
use crate::fault::{Exit, Fault, unreadable};
use crate::journal::remark::{Fork, Remark};
use crate::journal::{VersionVector, derived};
use crate::workshop::id::RunId;

/// The most that is read of `session.json`, in bytes.
const MOST_DERIVED: usize = 256 * 1024 * 1024;

/// What is read of `session.json`, which is as long as all that was said.
#[derive(Default, Deserialize)]
struct Covered {
    #[serde(default)]
    covers: serde_json::Map<String, serde_json::Value>,
}

impl Session {
    /// Which lines `session.json` says it covers; none where there is no such file.
    pub(crate) fn covered(&self) -> VersionVector {
        let mut standing = Vec::new();
        let path = self.folder.join(derived::FILE);
        // Whatever else may stand there is not read: only a regular file can be.
        if self.world.storage.read_from(&path, 0, MOST_DERIVED, &mut standing).is_err() {
            return VersionVector::new();
        }
        let covered: Covered = serde_json::from_slice(&standing).unwrap_or_default();
        let covers = covered.covers.iter();
        covers.filter_map(|(run, next)| Some((run.parse::<RunId>().ok()?, next.as_u64()?))).collect()
    }

    /// What is not as it should be with the files, in one sentence each: damaged lines, files that cannot be read, forks.
    pub fn troubles(&self) -> Vec<Fault> {
        let mut troubles: Vec<Fault> = self.damage().into_iter().collect();
        for remark in self.reader.remarks() {
            if let Remark::Unreadable { file, error } = remark {
                let path = self.folder.join("log");
                let fault = Fault::system(unreadable(error)).with("path", path.display());
                troubles.push(fault.with("file", file));
            }
        }
        let forks: Vec<Fork> = self.reader.forks();
        if let Some(first) = forks.first() {
            troubles.push(
                Fault::new(Exit::Distrust, "forked", "fault-forked")
                    .with("path", self.folder.display())
                    .with("count", forks.len())
                    .with("run", first.run)
                    .with("place", first.n),
            );
        }
        troubles
    }

    /// What a fault of damaged lines would be told as, if there are any.
    fn damage(&self) -> Option<Fault> {
        let damage = self.reader.damage();
        let first = damage.iter().find(|damage| !damage.healed)?;
        let unhealed = damage.iter().filter(|damage| !damage.healed).count();
        Some(
            Fault::new(Exit::Distrust, "damaged", "fault-damaged")
                .with("path", self.folder.display())
                .with("count", unhealed)
                .with("file", &first.file)
                .with("line", first.line),
        )
    }
}
