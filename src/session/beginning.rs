//! How a session begins elsewhere than beside the others, and with other chance.

use std::path::PathBuf;

use super::{Report, Session};
use crate::journal::collect::Lines;
use crate::journal::name::SessionName;
use crate::journal::reader::Reader;
use crate::journal::sid::Sid;
use crate::world::World;

impl Session {
    /// [`Session::begin`] in a folder of another name.
    pub(crate) fn begin_in(
        world: &World,
        folder: PathBuf,
        slug: SessionName,
        sid: Sid,
        lines: Lines,
        who: &str,
        report: Report,
    ) -> Self {
        let reader = Reader::with_sid(world.storage.clone(), &folder, sid);
        let mut session = Self::of(world, folder, slug, sid, reader, who, report);
        session.take_raw(&lines, true);
        session.bundled = (!lines.is_empty()).then_some(lines);
        session
    }

    /// Takes the seed of lots from now on from here: in a rehearsal even chance is played. Names of runs are not drawn from it once
    /// something has been written.
    pub(crate) fn draw_from(&mut self, seed: u64) {
        self.world.seed = Some(seed);
    }
}
