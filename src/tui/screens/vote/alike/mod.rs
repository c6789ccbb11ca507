//! Options that look alike: which pairs, and what can be done about each.

pub(crate) mod draw;
pub(crate) mod layer;

use std::sync::Arc;

use super::forms::{found, labels};
use super::rules::with_options;
use crate::language::Arg;
use crate::tui::ctx::Desk;
use crate::tui::screens::proposals::no_change;
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::id::EventId;
use crate::workshop::proposals::commands::ProposalEdit;
use crate::workshop::votes::Stage;
use crate::workshop::votes::commands::VoteDismiss;
use crate::workshop::votes::decide::{Gate, gates};

/// The pairs of a prepared vote that look alike and were not said to be different, in the order of the ballot.
pub(crate) fn pairs(workshop: &Workshop, vote: EventId) -> Vec<[EventId; 2]> {
    let Some(vote) = workshop.votes.get(vote).filter(|vote| vote.stage() == Stage::Prepared) else {
        return Vec::new();
    };
    let place = |option: &EventId| vote.options().iter().position(|other| other == option);
    let alike = gates(workshop, vote).into_iter().find(|state| state.gate == Gate::Duplicates);
    let mut pairs = alike.map(|state| state.pairs).unwrap_or_default();
    pairs.iter_mut().for_each(|pair| pair.sort_by_key(place));
    pairs.sort_by_key(|pair| pair.map(|option| place(&option)));
    pairs
}

/// Says that two are different, and why.
pub(crate) fn dismiss(desk: &mut Desk<'_>, vote: EventId, pair: [EventId; 2], reason: &str) -> bool {
    let Some((_, id)) = found(desk, vote) else { return false };
    let Some(workshop) = desk.workshop() else { return false };
    if reason.trim().is_empty() {
        super::complain(desk, "vote-alike-reason", &[]);
        return false;
    }
    let options = labels(workshop, &pair);
    let told = options.join(", ");
    let done = desk.perform(VoteDismiss { vote: id.into(), options, reason: Some(reason.trim().into()) });
    if done.is_some() {
        desk.say("vote-said-different", &[("options", Arg::from(&told))]);
    }
    done.is_some()
}

/// Takes one of two off the ballot. The ideas that it came from are put to the one that stays, so that the result can be traced to
/// all of them.
pub(crate) fn keep(desk: &mut Desk<'_>, vote: EventId, [stays, goes]: [EventId; 2]) -> bool {
    let Some((of, id)) = found(desk, vote) else { return false };
    let Some(workshop) = desk.workshop() else { return false };
    let options: Vec<EventId> = of.options().iter().copied().filter(|option| *option != goes).collect();
    let mut requests: Vec<Request> = vec![with_options(workshop, desk, of, &id, &options).into()];
    let ideas = |option: EventId| workshop.proposals.any(option).map(|it| it.ideas()).unwrap_or_default();
    let mut all = ideas(stays).to_vec();
    all.extend(ideas(goes).iter().filter(|idea| !ideas(stays).contains(idea)));
    if all.len() > ideas(stays).len() {
        let ideas: Vec<Arc<str>> =
            all.iter().map(|idea| workshop.ideas.label(*idea).as_ref().into()).collect();
        requests.push(ProposalEdit { ideas: Some(ideas), ..no_change(workshop, stays) }.into());
    }
    let [stays, goes] = [stays, goes].map(|option| workshop.proposals.label(option).into_owned());
    if !desk.perform_all(&requests) {
        return false;
    }
    desk.say("vote-said-kept", &[("stays", Arg::from(&stays)), ("goes", Arg::from(&goes))]);
    true
}
