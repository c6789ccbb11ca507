//! The world that a bench runs in: one clock, one device, folders of its own.

use std::path::Path;

use talkoot::journal::disk::Disk;
use talkoot::workshop::text::Lang;
use talkoot::world::{Clock, World};

/// A world whose sessions lie under `at`.
pub(crate) fn world(at: &Path) -> World {
    World {
        clock: Clock::Stands("2017-11-28T07:00:00Z".parse().unwrap()),
        seed: Some(1),
        device: Some("d-bench".into()),
        lang: Lang::En,
        sessions: at.join("sessions"),
        state: at.join("state"),
        timezone: "Europe/Helsinki".into(),
        storage: Disk::shared(),
    }
}
