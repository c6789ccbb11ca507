//! What two laptops said apart about a vote that is being prepared.

use std::sync::Arc;

use crate::app::screens::naming;
use crate::app::screens::torn::{Torn, Version};
use crate::language::Tongue;
use crate::workshop::Workshop;
use crate::workshop::command::{Request, VoteChange};
use crate::workshop::id::EventId;

/// The versions of whatever has several.
pub(crate) fn versions(workshop: &Workshop, tongue: &Tongue, of: EventId) -> Vec<Version> {
    let Some(vote) = workshop.votes.get(of) else { return Vec::new() };
    let name: Arc<str> = workshop.votes.label(of).as_ref().into();
    let none = || VoteChange {
        vote: name.clone(),
        title: None,
        options: None,
        dots: None,
        cap: None,
        seats: None,
        secret: None,
        tie: None,
        threshold: None,
    };
    let change = |change: VoteChange| -> Request { change.into() };
    let id = |key: &EventId| -> Arc<str> { workshop.proposals.label(*key).as_ref().into() };
    Torn::of(workshop)
        .text(["vote-ask-title-en", "vote-ask-title-ru"], &vote.title, |text| {
            change(VoteChange { title: Some(text), ..none() })
        })
        .field(
            "vote-options",
            &vote.options,
            |list| naming::joined(list.iter().map(id)),
            |list| change(VoteChange { options: Some(list.iter().map(id).collect()), ..none() }),
        )
        .field("vote-ask-dots", &vote.dots, ToString::to_string, |dots| {
            change(VoteChange { dots: Some(*dots), ..none() })
        })
        .field("vote-ask-cap", &vote.cap, ToString::to_string, |cap| {
            change(VoteChange { cap: Some(*cap), ..none() })
        })
        .field("vote-ask-seats", &vote.seats, ToString::to_string, |seats| {
            change(VoteChange { seats: Some(*seats), ..none() })
        })
        .field(
            "vote-ask-secret",
            &vote.secret,
            |secret| tongue.say(if *secret { "vote-secret" } else { "vote-not-secret" }),
            |secret| change(VoteChange { secret: Some(*secret), ..none() }),
        )
        .field(
            "vote-ask-tie",
            &vote.tie,
            |tie| tongue.say(&format!("tie-{tie}")),
            |tie| change(VoteChange { tie: Some(tie.clone()), ..none() }),
        )
        .field(
            "vote-ask-threshold",
            &vote.threshold,
            |share| format!("{:.0}", share * 100.0),
            |share| change(VoteChange { threshold: Some(*share), ..none() }),
        )
        .versions
}
