//! Hearing of what other programs write: the session's folder is followed or, while it does not exist, awaited. Neither wakes
//! anybody up for nothing.

use std::path::Path;

use notify::{RecommendedWatcher, RecursiveMode, Watcher};

use crate::journal::follow::{Follow, Mode};
use crate::session::Session;

/// How others are heard.
pub(super) enum Following {
    /// There is no session.
    Nobody,
    /// The folder does not exist yet: the nearest folder above it is watched until it does.
    Awaited { _watcher: RecommendedWatcher },
    /// The folder is followed.
    Followed(Follow),
}

impl Following {
    /// Begins to follow a session; `changed` is called from another thread.
    pub(super) fn begin(session: Option<&Session>, changed: impl FnMut() + Clone + Send + 'static) -> Self {
        let Some(session) = session else { return Self::Nobody };
        let log = session.folder().join("log");
        if !log.is_dir()
            && let Some(watcher) = above(&log, changed.clone())
        {
            return Self::Awaited { _watcher: watcher };
        }
        let storage = session.world().storage.clone();
        Follow::start(storage, session.folder(), Box::new(changed)).map_or(Self::Nobody, Self::Followed)
    }

    /// Whether the folder is still awaited, so that following has to begin again.
    pub(super) fn is_awaiting(&self) -> bool {
        matches!(self, Self::Awaited { .. })
    }

    /// Somebody is awake anyhow: looks whether the folder still stands where it was.
    pub(super) fn check(&self) {
        if let Self::Followed(follow) = self {
            follow.check();
        }
    }

    /// Whether the folder is only looked at once a second.
    pub(super) fn is_polled(&self) -> bool {
        matches!(self, Self::Followed(follow) if follow.mode() == Mode::Polled)
    }
}

/// Watches the nearest folder above a path that exists.
fn above(path: &Path, mut changed: impl FnMut() + Send + 'static) -> Option<RecommendedWatcher> {
    let nearest = path.ancestors().find(|folder| folder.is_dir())?;
    let mut watcher = notify::recommended_watcher(move |_| changed()).ok()?;
    watcher.watch(nearest, RecursiveMode::NonRecursive).ok()?;
    Some(watcher)
}
