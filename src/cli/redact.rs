//! `talkoot redact`: a session written again without one person, for somebody who asks to be forgotten.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;
use std::process::ExitCode;

use super::{Call, Ended, carried, place, print};
use crate::fault::{Exit, Fault};
use crate::journal::{join, redact};
use crate::language::Arg;
use crate::session::{APP, silent};
use crate::workshop::id::EventId;
use crate::workshop::redact::Redaction;
use crate::workshop::thing::Thing;
use crate::workshop::votes::Stage;
use crate::world::RunNames;

pub(super) fn run(call: &Call<'_>) -> Ended {
    let person = call.needed("person")?;
    let out = Path::new(call.needed("out")?);
    let also: Vec<String> = call.arguments.get_many("also").unwrap_or_default().cloned().collect();
    let storage = &call.world.storage;
    carried::out_of_the_way(&call.world, out)?;
    join::nothing_at(storage, out).map_err(|fault| Fault::merging(out, fault))?;
    let place = place::resolve(&call.world, call.needed("session")?)?;
    let session = carried::read(&call.world, &place)?;
    carried::sound(&place, &session)?;
    let opened = place::open_to_read(&call.world, place, "desk", silent())?;
    let redaction = Redaction::new(&opened.workshop, person, &also, call.flag("words")).map_err(|count| {
        Fault::new(Exit::Refused, "ambiguous", "fault-several-people")
            .with("name", person)
            .with("count", count)
    })?;

    let run = RunNames::new(call.world.seed, call.world.device(true), HashSet::new()).next_run();
    let anew = redact::Anew {
        sid: call.world.new_sid(session.slug.as_str(), &[session.sid]),
        run,
        dev: call.world.device(true).as_ref().into(),
        app: APP.into(),
    };
    let mut changed = 0_usize;
    let mut left: BTreeMap<String, Vec<EventId>> = BTreeMap::new();
    let clean = redact::rewrite(&session, &anew, |draft| {
        let mut hit = redaction.payload(draft.id, draft.kind, draft.payload);
        if let Some(who) = redaction.text(draft.who) {
            *draft.who = who.into();
            hit = true;
        }
        changed += usize::from(hit);
        for word in redaction.left(draft.payload) {
            left.entry(word).or_default().push(draft.id);
        }
    })
    .map_err(|fault| Fault::system("fault-not-appended").with("why", fault))?;
    if redaction.person().is_none() && changed == 0 {
        return Err(Fault::new(Exit::Refused, "unknown", "fault-nobody").with("name", person));
    }
    join::put(storage, &clean, out, run).map_err(|fault| Fault::merging(out, fault))?;

    let shown = out.display().to_string();
    let args = [("path", Arg::from(&shown)), ("count", changed.into())];
    let mut text = call.messages.with("said-redacted", &args) + "\n";
    for (word, events) in &left {
        let first = events.first().map(ToString::to_string).unwrap_or_default();
        let args = [("word", Arg::from(word)), ("count", events.len().into()), ("event", Arg::from(&first))];
        text += &(call.messages.with("said-redact-left", &args) + "\n");
    }
    // Its key is the old session's: the lines come along and nobody can open them.
    for vote in opened.workshop.votes.iter().filter(|vote| vote.is_secret() && vote.stage() == Stage::Open) {
        let id = opened.workshop.votes.label(vote.key());
        text += &(call.messages.with("said-redact-sealed", &[("vote", Arg::from(id.as_ref()))]) + "\n");
    }
    text += &(call.messages.say("said-redact-old") + "\n");
    print(&text)?;
    Ok(ExitCode::SUCCESS)
}
