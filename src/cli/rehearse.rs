//! `talkoot rehearse`: a meeting played with made-up participants into a copy, before the eyes of the facilitator or, where no
//! terminal is, by itself.

use std::path::Path;
use std::process::ExitCode;
use std::time::Duration;

use jiff::Timestamp;
use serde_json::json;

use super::{Call, Ended, complain, place, print, screen};
use crate::fault::Fault;
use crate::language::Arg;
use crate::rehearsal::{Figures, Rehearsal, copy};
use crate::session::{Session, silent};
use crate::world::World;

/// The speed that is played at if nobody says so: a day of eight hours in under a minute.
const SPEED: u64 = 600;
/// The seed if nobody says so.
const SEED: u64 = 1;
/// Waits shorter than this are not worth waiting.
const MOMENT: i64 = 5;
/// After so many steps what was played is on a disk for certain.
const STEPS: usize = 200;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let world = screen::world(call);
    let place = place::resolve(&world, call.needed("session")?)?;
    let source = place::open_to_read(&world, place, "desk", silent())?;
    super::remark(call, &source);
    let number = |name: &str| call.arguments.try_get_one::<u64>(name).ok().flatten().copied();
    let speed = u32::try_from(number("speed").unwrap_or(SPEED)).unwrap_or(u32::MAX);
    let seed = number("seed").unwrap_or(SEED);
    let to = call.optional("to").map(Path::new);
    if screen::is_there() && !call.flag("json") {
        return screen::rehearse(call, &source, to, seed, speed);
    }
    let mut session = made(&world, copy::copy(&world, &source, to, silent())?)?;
    let mut rehearsal = Rehearsal::new(&mut session, seed, speed);
    play(call, &mut session, &mut rehearsal)?;
    session.flush()?;
    super::derive(&mut session, &call.messages);
    if session.away() > 0 {
        complain(&call.messages.with("said-left-away", &[("count", session.away().into())]));
    }
    for (verb, refusal) in &rehearsal.refusals {
        complain(&format!("{verb}: {}", call.messages.refusal(refusal).0));
    }
    tell(call, &session, &rehearsal.figures)?;
    Ok(ExitCode::SUCCESS)
}

/// A copy that lies in no folder of its own, but only where lines wait, was not made: nobody would find it.
pub(super) fn made(world: &World, mut session: Session) -> Result<Session, Fault> {
    let flushed = session.flush();
    if flushed.is_err() || session.away() > 0 {
        let folder = session.folder().to_path_buf();
        if world.seed.is_none() {
            let _ = std::fs::remove_dir_all(world.spill(session.sid()));
            let _ = std::fs::remove_dir_all(&folder);
        }
        flushed?;
        return Err(Fault::system("fault-not-made").with("path", folder.display()));
    }
    Ok(session)
}

/// Plays all of it, in the time that the speed asks for.
fn play(call: &Call<'_>, session: &mut Session, rehearsal: &mut Rehearsal) -> Result<(), Fault> {
    // When the clock was set last: the real time, and the time of the meeting.
    let mut set = (session.world().now(), Timestamp::UNIX_EPOCH);
    let mut day = None;
    let mut before = Figures::default();
    let mut steps = 0_usize;
    while let Some(due) = rehearsal.due(session) {
        if rehearsal.is_new_day(session, due) {
            say_day(call, day, &before, rehearsal);
            before = rehearsal.figures.clone();
            day = session.workshop.meeting.day_at(due);
            session.flush()?;
            rehearsal.leap(session, due)?;
            set = (session.world().now(), due);
        }
        wait(session, set, due, rehearsal.speed());
        rehearsal.step(session)?;
        steps += 1;
        if steps.is_multiple_of(STEPS) {
            session.flush()?;
        }
    }
    say_day(call, day, &before, rehearsal);
    Ok(())
}

fn wait(session: &Session, set: (Timestamp, Timestamp), due: Timestamp, speed: u32) {
    let ahead = due.as_millisecond().saturating_sub(set.1.as_millisecond()) / i64::from(speed);
    let passed = session.world().now().as_millisecond().saturating_sub(set.0.as_millisecond());
    let left = ahead.saturating_sub(passed);
    if left >= MOMENT {
        std::thread::sleep(Duration::from_millis(u64::try_from(left).unwrap_or(0)));
    }
}

fn say_day(call: &Call<'_>, day: Option<i64>, before: &Figures, rehearsal: &Rehearsal) {
    let Some(day) = day else { return };
    let now = &rehearsal.figures;
    let args = [
        ("day", Arg::Number(day)),
        ("items", (now.items - before.items).into()),
        ("ideas", (now.ideas - before.ideas).into()),
        ("ballots", (now.ballots - before.ballots).into()),
    ];
    complain(&call.messages.with("rehearsal-day", &args));
}

/// What was played and where it lies.
fn tell(call: &Call<'_>, session: &Session, figures: &Figures) -> Result<(), Fault> {
    let path = session.folder().display().to_string();
    if call.flag("json") {
        let mut told = serde_json::to_value(figures).unwrap_or_default();
        if let Some(told) = told.as_object_mut() {
            told.insert("folder".into(), json!(path));
        }
        return print(&format!("{told}\n"));
    }
    let name = session.slug().to_string();
    let done =
        call.messages.with("rehearsal-done", &[("name", Arg::from(&name)), ("path", Arg::from(&path))]);
    let args = [
        ("days", figures.days.into()),
        ("items", figures.items.into()),
        ("ideas", figures.ideas.into()),
        ("ballots", figures.ballots.into()),
        ("commitments", figures.commitments.into()),
        ("refused", figures.refused.into()),
    ];
    print(&format!("{done}\n{}\n", call.messages.with("rehearsal-figures", &args)))
}
