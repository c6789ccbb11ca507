//! Hands that are counted instead of ballots, people who vote for others, devices that are silent.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::complain;
use crate::language::Arg;
use crate::report::outcome;
use crate::tui::ctx::Desk;
use crate::tui::layers::{Ask, Form};
use crate::tui::screens::shared::naming::known_people;
use crate::workshop::id::EventId;
use crate::workshop::votes::commands::{VoteCount, VoteProxy};
use crate::workshop::votes::{self, Vote};

/// Whether hands were counted in this vote.
pub(super) fn are_in(desk: &Desk<'_>, key: EventId) -> bool {
    desk.workshop().and_then(|workshop| workshop.votes.get(key)).is_some_and(Vote::has_hands)
}

/// The devices that were not heard from since the opening, one after the other.
pub(super) fn unheard(desk: &Desk<'_>, vote: &Vote) -> String {
    let here = desk.session.as_deref().map(|session| session.device()).unwrap_or_default();
    let silent =
        desk.workshop().map(|workshop| votes::decide::unheard(workshop, vote, &here)).unwrap_or_default();
    silent.join(", ")
}

/// Asks for the hands of each option, in the order of the ballot, and how many people were asked.
pub(super) fn count(desk: &mut Desk<'_>, key: EventId) {
    let Some(workshop) = desk.workshop() else { return };
    let Some(vote) = workshop.votes.get(key) else { return };
    // What cannot be is said before anything is typed.
    let trouble = [
        (vote.is_secret(), "vote-hands-secret"),
        (!vote.takes_hands(), "vote-hands-method"),
        (vote.has_ballots(), "vote-hands-ballots"),
    ];
    if let Some((_, says)) = trouble.into_iter().find(|(is, _)| *is) {
        return complain(desk, says, &[]);
    }
    let lang = desk.messages.lang();
    let options: Vec<Arc<str>> =
        vote.options().iter().map(|key| workshop.proposals.label(*key).as_ref().into()).collect();
    let known = vote.hands();
    let ask = |(option, label): (&EventId, &Arc<str>)| {
        let title =
            workshop.proposals.any(*option).map(|proposal| proposal.title.in_(lang)).unwrap_or_default();
        let given = known.map(|known| known.hands.get(option).copied().unwrap_or(0).to_string());
        Ask::line(format!("{label}  {title}"), &given.unwrap_or_default())
    };
    let mut asks: Vec<Ask> = vote.options().iter().zip(&options).map(ask).collect();
    let here = outcome::seats(workshop, vote).len();
    let voters = known.map_or_else(|| here.to_string(), |known| known.voters.to_string());
    asks.push(Ask::line(desk.messages.say("vote-ask-hands-voters"), &voters));
    let id: Arc<str> = workshop.votes.label(key).as_ref().into();
    let title = desk.messages.with("vote-form-hands", &[("id", Arg::from(id.as_ref()))]);
    let name = format!("vote-hands-{id}");
    let form = Form::new(name, title, asks, move |values, desk| {
        // Nothing typed is not nobody: a quick Enter would put all the others at 0.
        let blank = options.iter().zip(values).find(|(_, text)| text.trim().is_empty());
        if let Some((option, _)) = blank {
            complain(desk, "vote-hands-blank", &[("option", Arg::from(option.as_ref()))]);
            return false;
        }
        let numbers: Option<Vec<u32>> = values.iter().map(|text| text.trim().parse().ok()).collect();
        let Some(mut numbers) = numbers.filter(|numbers| numbers.len() == options.len() + 1) else {
            complain(desk, "vote-hands-numbers", &[]);
            return false;
        };
        let voters = numbers.pop().unwrap_or(0);
        let hands: BTreeMap<Arc<str>, u32> = options.iter().cloned().zip(numbers).collect();
        if desk.perform(VoteCount { vote: id.clone(), hands, voters }).is_none() {
            return false;
        }
        desk.say("vote-said-hands", &[("n", voters.into())]);
        true
    });
    desk.push(form.for_numbers());
}

/// Asks who is voted for by whom.
pub(super) fn proxy(desk: &mut Desk<'_>, key: EventId) {
    let Some(workshop) = desk.workshop() else { return };
    let id: Arc<str> = workshop.votes.label(key).as_ref().into();
    let people = known_people(workshop, desk.messages.lang());
    let asks = vec![
        Ask::line(desk.messages.say("vote-ask-proxy-person"), "").such_as("S07").knowing(people.clone()),
        Ask::line(desk.messages.say("vote-ask-proxy-by"), "").such_as("S12").knowing(people),
    ];
    let title = desk.messages.with("vote-form-proxy", &[("id", Arg::from(id.as_ref()))]);
    desk.push(Form::new(format!("vote-proxy-{id}"), title, asks, move |values, desk| {
        let value = |place: usize| values.get(place).map(|value| value.trim()).unwrap_or_default();
        if value(0).is_empty() {
            complain(desk, "vote-proxy-who", &[]);
            return false;
        }
        let person = seat(desk, value(0));
        let by = Some(seat(desk, value(1))).filter(|by| !by.is_empty());
        let ends = by.is_none();
        let who = person.clone();
        let told = by.clone().unwrap_or_default();
        if desk.perform(VoteProxy { vote: id.clone(), person, by }).is_none() {
            return false;
        }
        let says = if ends { "vote-said-proxy-ended" } else { "vote-said-proxy" };
        desk.say(says, &[("who", Arg::from(who.as_ref())), ("by", Arg::from(told.as_ref()))]);
        true
    }));
}

/// The seat as the ballot desk reads it: by its id, or by its number alone.
fn seat(desk: &Desk<'_>, typed: &str) -> Arc<str> {
    let found = desk
        .workshop()
        .and_then(|workshop| Some(workshop.people.label(super::marks::seat(workshop, typed)?).into_owned()));
    found.unwrap_or_else(|| typed.to_owned()).into()
}
