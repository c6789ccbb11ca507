//! `talkoot unpack`: a pack becomes a session folder again, or joins into the one of its identity.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bytes::Bytes;

use super::carried::{self, State};
use super::{Call, Ended, place, print};
use crate::fault::Fault;
use crate::given;
use crate::journal::pack::{MAX_PACK, read_pack};
use crate::journal::unpack;
use crate::language::Arg;
use crate::session::silent;
use crate::workshop::event::Event;
use crate::world::RunNames;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let file = Path::new(call.needed("file")?);
    let bytes = Bytes::from(given::read(file, MAX_PACK)?);
    let to = call.optional("to").map_or_else(|| call.world.sessions.clone(), PathBuf::from);
    let (header, lines) = read_pack(bytes.clone()).map_err(|fault| Fault::pack(file, &fault))?;
    let used = lines.keys().map(|place| place.run).collect();
    let mut names = RunNames::new(call.world.seed, call.world.device(true), used);
    let unpacked = unpack::unpack(&call.world.storage, bytes, &to, &mut || names.next_run())
        .map_err(|fault| Fault::unpacking(file, fault))?;
    // What was there before and what the pack brought, together: that is what must stand there now.
    let mut expected = carried::fold(&call.world, &header.slug, header.sid, lines);
    let place = place::resolve(&call.world, &unpacked.folder.display().to_string())?;
    let there = place::open_to_read(&call.world, place, "desk", silent())?;
    if unpacked.joined {
        for event in there.workshop.events() {
            expected.take(Event::clone(event));
        }
        expected.settle();
    }
    State::of(&expected).same_as(&there.workshop, &unpacked.folder)?;
    let shown = unpacked.folder.display().to_string();
    let message = if unpacked.joined { "said-joined" } else { "said-unpacked" };
    let said = call.messages.with(message, &[("path", Arg::from(&shown)), ("lines", unpacked.added.into())]);
    let settle = if unpacked.joined { super::merge::to_settle(call, &there) } else { String::new() };
    print(&format!("{said}\n{settle}"))?;
    Ok(ExitCode::SUCCESS)
}
