//! Two stages: a long list is brought to a shortlist, and a second vote chooses among that.

use super::complain;
use super::forms::{found, labels, make, seats};
use super::rules::{Rules, USUAL_SEATS, nothing};
use crate::language::{Arg, Messages};
use crate::report::findings;
use crate::report::outcome::Results;
use crate::tui::ctx::Desk;
use crate::tui::layers::{Ask, Form};
use crate::workshop::id::EventId;
use crate::workshop::text::Lang;
use crate::workshop::votes::ballot_rules::Method;
use crate::workshop::votes::commands::VoteChange;
use crate::workshop::votes::two_stages::shortlist;

/// Asks how many go on to a second stage, and makes this vote the first. A shortlist takes along whatever is tied on its line.
pub(super) fn prepare(desk: &mut Desk<'_>, key: EventId) {
    let Some((vote, id)) = found(desk, key) else { return };
    let options = vote.options().len();
    // Where nearly all would go forward there is no shortlist for so many: the usual number of places then.
    let fitting = [vote.seats(), USUAL_SEATS, 1].into_iter().find_map(|n| Some((shortlist(options, n)?, n)));
    let known = vote.then().map(|then| (vote.seats(), then)).or(fitting);
    let Some((usual, places)) = known else { return complain(desk, "vote-stages-too-few", &[]) };
    // A yes for whatever is worth a second look is the lightest ballot for a long list.
    let now = if vote.then().is_some() { vote.method() } else { Method::Approval };
    let methods = [Method::Approval, Method::Dots];
    let mut offered: Vec<Method> = methods.into_iter().chain([vote.method(), now]).collect();
    let mut known = Vec::new();
    offered.retain(|method| {
        !known.contains(method) && {
            known.push(*method);
            true
        }
    });
    let methods = offered
        .into_iter()
        .map(|method| (method.name().to_owned(), desk.messages.say(&format!("method-{}", method.name()))))
        .collect();
    let asks = vec![
        Ask::line(desk.messages.say("vote-ask-shortlist"), &usual.to_string()),
        Ask::line(desk.messages.say("vote-ask-then"), &places.to_string()),
        Ask::one(desk.messages.say("vote-ask-first-method"), methods, now.name()),
    ];
    let args = [("id", Arg::from(&id)), ("n", options.into())];
    let title = desk.messages.with("vote-form-stages", &args);
    desk.push(Form::new(format!("vote-stages-{id}"), title, asks, move |values, desk| {
        let value = |place: usize| values.get(place).map(|value| value.trim()).unwrap_or_default();
        let number = |place: usize| value(place).parse::<u32>().ok();
        let (Some(list), Some(places)) = (number(0), number(1)) else {
            complain(desk, "vote-stages-numbers", &[]);
            return false;
        };
        let Some((vote, _)) = found(desk, key) else { return true };
        // Without a shortlist it is one vote again.
        let (seats, then, tie) = if list == 0 { (places, 0, vote.tie()) } else { (list, places, "all") };
        if list > 0 && (places == 0 || places >= list || list as usize >= vote.options().len()) {
            complain(desk, "vote-stages-order", &[]);
            return false;
        }
        let method = Method::from_name(value(2)).unwrap_or(Method::Approval);
        let command = VoteChange {
            seats: (seats != vote.seats()).then_some(seats),
            then: (then != vote.then().unwrap_or(0)).then_some(then),
            tie: (tie != vote.tie()).then(|| tie.into()),
            method: (method != vote.method()).then(|| method.name().into()),
            ..nothing(&id)
        };
        if command != nothing(&id) && desk.perform(command).is_none() {
            return false;
        }
        if list == 0 {
            desk.say("vote-said-one-stage", &[]);
        } else {
            desk.say("vote-said-stages", &[("n", list.into()), ("then", places.into())]);
        }
        true
    }));
}

/// Prepares the second stage of a vote that is closed: by dots, among those that go on, by the same voters and as secret.
pub(super) fn second(desk: &mut Desk<'_>, key: EventId) -> Option<EventId> {
    let workshop = desk.workshop()?;
    let vote = workshop.votes.get(key)?;
    let Some(places) = vote.then() else {
        complain(desk, "vote-no-second", &[]);
        return None;
    };
    let options = findings::shortlist(&Results::new(workshop), key);
    if options.len() < 2 {
        complain(desk, "vote-second-too-few", &[]);
        return None;
    }
    let first = Rules::of(vote);
    let usual = Rules::usual(options.len());
    let [dots, cap, _] = usual.numbers;
    let title = Lang::ALL.map(|lang| {
        let title = vote.title.get(lang).unwrap_or_default();
        if title.is_empty() {
            return String::new();
        }
        Messages::new(lang).with("vote-second-title", &[("title", Arg::from(title))])
    });
    let numbers = [dots, cap, places];
    let rules = Rules { title, numbers, secret: first.secret, percent: first.percent, ..usual };
    let voters = seats(workshop, vote);
    let id = make(desk, &rules, labels(workshop, &options), voters, None, Some(key))?;
    desk.workshop()?.votes.find(&id).ok()
}
