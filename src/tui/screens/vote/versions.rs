//! What two laptops said concurrently about a vote that is being prepared.

use std::sync::Arc;

use super::rules::nothing;
use crate::language::Messages;
use crate::tui::screens::shared::conflicts::{Conflicts, Version};
use crate::tui::screens::shared::naming;
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::id::EventId;
use crate::workshop::votes::commands::VoteChange;
use crate::workshop::votes::dots_rule::DotsRule;

/// The versions of whatever has several.
pub(crate) fn versions(workshop: &Workshop, messages: &Messages, of: EventId) -> Vec<Version> {
    let Some(vote) = workshop.votes.get(of) else { return Vec::new() };
    let name: Arc<str> = workshop.votes.label(of).as_ref().into();
    let none = || nothing(&name);
    let change = |change: VoteChange| -> Request { change.into() };
    let id = |key: &EventId| -> Arc<str> { workshop.proposals.label(*key).as_ref().into() };
    let seat = |key: &EventId| -> Arc<str> { workshop.people.label(*key).as_ref().into() };
    Conflicts::of(workshop)
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
            |secret| messages.say(if *secret { "vote-secret" } else { "vote-not-secret" }),
            |secret| change(VoteChange { secret: Some(*secret), ..none() }),
        )
        .field(
            "vote-ask-tie",
            &vote.tie,
            |tie| messages.say(&format!("tie-{tie}")),
            |tie| change(VoteChange { tie: Some(tie.clone()), ..none() }),
        )
        .field(
            "vote-ask-threshold",
            &vote.threshold,
            |share| format!("{:.0}", share * 100.0),
            |share| change(VoteChange { threshold: Some(*share), ..none() }),
        )
        .field(
            "vote-ask-method",
            &vote.method,
            |method| messages.say(&format!("method-{method}")),
            |method| change(VoteChange { method: Some(method.clone()), ..none() }),
        )
        .field(
            "vote-ask-dots-rule",
            &vote.dots_rule,
            |rule| messages.say(&format!("dots-rule-{rule}")),
            |rule| {
                // The number stays what it is; only its reason is settled.
                let dots = Some(vote.dots()).filter(|_| rule.as_ref() == DotsRule::Own.name());
                change(VoteChange { dots_rule: Some(rule.clone()), dots, ..none() })
            },
        )
        .field("vote-ask-then", &vote.then, ToString::to_string, |then| {
            change(VoteChange { then: Some(*then), ..none() })
        })
        .field(
            "vote-ask-voters",
            &vote.voters_named,
            |list| naming::joined(list.iter().map(seat)),
            |list| {
                let voters = list.iter().map(seat).collect();
                change(VoteChange { voters: Some(voters), ..none() })
            },
        )
        .versions
}
