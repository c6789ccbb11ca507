//! `talkoot show`: the session as plain text or JSON, now or as it was.

use std::process::ExitCode;

use super::{Call, Ended, environment, moment, place, print, reading};
use crate::fault::Fault;
use crate::report::json::{Json, What};
use crate::report::show;
use crate::session::Session;
use crate::workshop::Workshop;
use crate::workshop::event::Event;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let place = place::resolve(&call.world, call.needed("session")?)?;
    let session = reading(call, place)?;
    super::remark(call, &session);
    let what = call.optional("what").and_then(What::from_name).unwrap_or(What::All);
    let earlier = match call.optional("at") {
        None => None,
        Some(at) => Some(as_it_was(&session, at)?),
    };
    let workshop = earlier.as_ref().unwrap_or(&session.workshop);
    if call.flag("json") {
        print(&String::from_utf8_lossy(&Json::of(&what.model(workshop), what).bytes()))?;
    } else {
        print(&show::text(workshop, what, &call.messages, environment::columns()))?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The workshop made of what had happened up to a time.
fn as_it_was(session: &Session, at: &str) -> Result<Workshop, Fault> {
    let until = moment::read(&session.workshop, at)?;
    let mut workshop = Workshop::new();
    for event in session.workshop.events().filter(|event| event.frame.base || event.frame.at <= until) {
        workshop.take(Event::clone(event));
    }
    workshop.settle();
    Ok(workshop)
}
