//! The commands that take the terminal: home, `open`, `capture`, `project`.

use std::io::IsTerminal;
use std::path::Path;
use std::process::ExitCode;

use super::{Call, Ended, environment, place, rehearse};
use crate::fault::{Exit, Fault};
use crate::language::Arg;
use crate::rehearsal::{Rehearsal, copy};
use crate::session::Session;
use crate::theme::Palette;
use crate::tui;
use crate::tui::app::App;
use crate::tui::app::run_loop::Line;
use crate::world::World;

fn colours(call: &Call<'_>, usual: Palette) -> Palette {
    call.optional("palette").and_then(|name| name.parse().ok()).unwrap_or(usual)
}

/// Whether there is a terminal to take, with keys and a screen.
pub(super) fn is_there() -> bool {
    let terminal = std::io::stdin().is_terminal() && std::io::stdout().is_terminal();
    terminal && term().is_some_and(|term| term != "dumb")
}

fn term() -> Option<String> {
    std::env::var("TERM").ok()
}

/// On screens the clock runs, also from a time that was given.
pub(super) fn world(call: &Call<'_>) -> World {
    World { clock: call.world.clock.running(), ..call.world.clone() }
}

fn run(call: &Call<'_>, app: App, line: Line) -> Ended {
    let messages = &call.messages;
    let left = tui::app::run_loop::run(app, line, term().as_deref())?;
    if let Some(fault) = &left.not_derived {
        super::complain(&messages.refusal(&fault.refusal).0);
    }
    if left.away > 0 {
        super::complain(&messages.with("said-left-away", &[("count", left.away.into())]));
    }
    let Some(fault) = left.fault else { return Ok(ExitCode::SUCCESS) };
    // Whoever insisted on leaving takes the words along: with their header they are a log, whole as they stand here.
    let folder = left.folder.join("log").display().to_string();
    let args = [("count", left.unsaved.len().into()), ("folder", Arg::from(&folder))];
    super::complain(&messages.with("said-left-unsaved", &args));
    for line in &left.unsaved {
        super::complain(&String::from_utf8_lossy(line));
    }
    Err(fault)
}

pub(super) fn home(call: &Call<'_>) -> Ended {
    let app = App::desk(world(call), None, colours(call, Palette::default()), environment::colours());
    run(call, app, Line::default())
}

pub(super) fn open(call: &Call<'_>) -> Ended {
    let world = world(call);
    let line = Line::default();
    let place = place::resolve(&world, call.needed("session")?)?;
    let session = place::open_to_write(&world, place, "desk", line.report())?;
    let app = App::desk(world, Some(session), colours(call, Palette::default()), environment::colours());
    run(call, app.with_bell(call.flag("bell")), line)
}

pub(super) fn capture(call: &Call<'_>) -> Ended {
    let world = world(call);
    let line = Line::default();
    let place = place::resolve(&world, call.needed("session")?)?;
    let room = call.optional("room").map(ToOwned::to_owned);
    let who = room.as_deref().unwrap_or("rapporteur");
    let session = place::open_to_write(&world, place, who, line.report())?;
    if let Some(room) = &room {
        let rooms = crate::workshop::groups::all_rooms(&session.workshop.rounds);
        if !rooms.is_empty() && !rooms.iter().any(|known| known.id.as_ref() == room) {
            let all: Vec<&str> = rooms.iter().map(|room| room.id.as_ref()).collect();
            return Err(Fault::new(Exit::Refused, "unknown", "fault-no-such-room")
                .with("room", room)
                .with("all", all.join(", ")));
        }
    }
    run(
        call,
        App::capture(world, session, room, colours(call, Palette::default()), environment::colours()),
        line,
    )
}

pub(super) fn project(call: &Call<'_>) -> Ended {
    let world = world(call);
    let line = Line::default();
    let place = place::resolve(&world, call.needed("session")?)?;
    let session = place::open_to_read(&world, place, "projector", line.report())?;
    let app = App::project(world, session, colours(call, Palette::Projector), environment::colours());
    run(call, app.with_bell(call.flag("bell")), line)
}

/// The facilitator's desk on a copy in which a rehearsal goes on.
pub(super) fn rehearse(call: &Call<'_>, source: &Session, to: Option<&Path>, seed: u64, speed: u32) -> Ended {
    let world = world(call);
    let line = Line::default();
    let mut session = rehearse::made(&world, copy::copy(&world, source, to, line.report())?)?;
    let folder = session.folder().display().to_string();
    let rehearsal = Rehearsal::new(&mut session, seed, speed);
    let colours = colours(call, Palette::default());
    let mut app = App::desk(world, Some(session), colours, environment::colours());
    app.begin_rehearsal(rehearsal);
    let ended = run(call, app, line)?;
    super::print(&format!("{}\n", call.messages.with("rehearsal-left", &[("path", Arg::from(&folder))])))?;
    Ok(ended)
}
