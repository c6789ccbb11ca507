//! `talkoot log`: what happened, when, by whom, on which device.

use std::collections::HashSet;
use std::fmt::Write;
use std::process::ExitCode;
use std::sync::Arc;

use jiff::Timestamp;
use serde_json::json;

use super::{Call, Ended, moment, place, print, reading};
use crate::fault::Fault;
use crate::language::events;
use crate::workshop::Workshop;
use crate::workshop::event::Event;
use crate::workshop::id::EventId;
use crate::workshop::refusal::Refusal;

/// Which events are wanted.
#[derive(Default)]
struct Wanted<'a> {
    who: Option<&'a str>,
    device: Option<&'a str>,
    /// The things that they are about.
    of: Option<HashSet<EventId>>,
    after: Option<Timestamp>,
    before: Option<Timestamp>,
}

impl<'a> Wanted<'a> {
    fn read(call: &'a Call<'_>, workshop: &Workshop) -> Result<Self, Fault> {
        let time = |name: &str| call.optional(name).map(|given| moment::read(workshop, given)).transpose();
        Ok(Self {
            who: call.optional("who"),
            device: call.optional("device"),
            of: call.optional("of").map(|id| named(workshop, id)).transpose()?,
            after: time("after")?,
            before: time("before")?,
        })
    }

    fn is(&self, workshop: &Workshop, event: &Event) -> bool {
        let at = event.frame.at;
        self.who.is_none_or(|who| *event.who == *who)
            && self.device.is_none_or(|device| *event.device == *device)
            && self.after.is_none_or(|after| at >= after)
            && self.before.is_none_or(|before| at < before)
            && self.of.as_ref().is_none_or(|of| is_about(workshop, event, of))
    }
}

/// The things that ever went by an id, of whatever kind, or the event with this id.
fn named(workshop: &Workshop, id: &str) -> Result<HashSet<EventId>, Fault> {
    let mut found: HashSet<EventId> = workshop.people.all_named(id).collect();
    found.extend(workshop.items.all_named(id));
    found.extend(workshop.rounds.all_named(id));
    found.extend(workshop.ideas.all_named(id));
    found.extend(workshop.proposals.all_named(id));
    found.extend(workshop.votes.all_named(id));
    found.extend(workshop.commitments.all_named(id));
    found.extend(workshop.terms.all_named(id));
    found.extend(id.parse().ok().filter(|id| workshop.event(*id).is_some()));
    if found.is_empty() { Err(Refusal::unknown("thing", id).into()) } else { Ok(found) }
}

/// Whether an event made one of these things, speaks of one, or undoes an event that does.
fn is_about(workshop: &Workshop, event: &Event, of: &HashSet<EventId>) -> bool {
    let mut things = vec![event.id];
    event.kind.things(&mut things);
    let undone = event.kind.reversal().map(|taken| taken.undoes.as_slice()).unwrap_or_default();
    for target in undone.iter().filter_map(|id| workshop.event(*id)) {
        things.push(target.id);
        target.kind.things(&mut things);
    }
    things.iter().any(|thing| of.contains(thing))
}

pub(super) fn run(call: &Call<'_>) -> Ended {
    let place = place::resolve(&call.world, call.needed("session")?)?;
    let session = reading(call, place)?;
    super::remark(call, &session);
    let workshop = &session.workshop;
    let wanted = Wanted::read(call, workshop)?;
    let mut text = String::new();
    for event in workshop.events().filter(|event| wanted.is(workshop, event)) {
        line(&mut text, call, workshop, event);
    }
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}

fn line(text: &mut String, call: &Call<'_>, workshop: &Workshop, event: &Arc<Event>) {
    let sentence = events::sentence(&call.messages, workshop, event);
    let counts = workshop.counts(event.id);
    // Writing into a string does not fail.
    let _ = if call.flag("json") {
        let line = json!({
            "id": event.id, "at": event.frame.at, "who": event.who, "device": event.device,
            "k": event.kind.name(), "undone": !counts, "says": sentence,
        });
        writeln!(text, "{line}")
    } else {
        let at = workshop.meeting.local(event.frame.at).strftime("%Y-%m-%d %H:%M:%S").to_string();
        let mark = if counts { ' ' } else { '-' };
        writeln!(text, "{mark} {at}  {}  {:<12} {:<12} {sentence}", event.id, event.who, event.device)
    };
}
