//! `session.json`: derived, for people and scripts; never the truth.

use std::io;
use std::path::Path;

use super::VersionVector;
use super::storage::{Fill, Storage};

/// Its name in the session folder.
pub(crate) const FILE: &str = "session.json";

/// Puts what `fill` writes in the place of `session.json` at once, so that no reader ever sees half of it. When, and whether at all,
/// the caller decides.
///
/// # Errors
/// The system's error; what stood there before then still does.
pub(crate) fn write(storage: &dyn Storage, folder: &Path, fill: Fill<'_>) -> io::Result<()> {
    storage.put_filled(&folder.join(FILE), true, fill)
}

/// Whether a writer that has seen `ours` covers all of `theirs`, so that it may replace what was derived from that.
pub(crate) fn covers(ours: &VersionVector, theirs: &VersionVector) -> bool {
    theirs.iter().all(|(run, next)| ours.get(run).copied().unwrap_or(0) >= *next)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::disk::Disk;
    use crate::workshop::id::RunId;

    #[test]
    fn the_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        write(&Disk, folder.path(), &mut |out| out.write_all(b"{}\n")).unwrap();
        write(&Disk, folder.path(), &mut |out| out.write_all(b"{\"a\":1}\n")).unwrap();
        assert_eq!(std::fs::read_to_string(folder.path().join(FILE)).unwrap(), "{\"a\":1}\n");
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_writer_covers_what_it_has_seen() {
        let ours = VersionVector::from([(RunId(1), 5), (RunId(2), 1)]);
        assert!(covers(&ours, &VersionVector::from([(RunId(1), 5)])));
        assert!(!covers(&ours, &VersionVector::from([(RunId(1), 6)])));
        assert!(!covers(&ours, &VersionVector::from([(RunId(3), 1)])));
    }
}
