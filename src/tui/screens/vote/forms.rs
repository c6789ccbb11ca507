//! Preparing a vote: what is asked, the rules, the options, gates that are waived, a run-off.

use std::sync::Arc;

use super::rules::{Rules, Size, nothing, usual_dots, with_options};
use crate::language::{Arg, Messages};
use crate::report::outcome::Results;
use crate::report::{decided, findings};
use crate::tui::ctx::{Desk, Effect, Notice};
use crate::tui::layers::{Ask, Choose, Form, PickRow};
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::id::EventId;
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;
use crate::workshop::votes::commands::{VoteDismiss, VotePrepare, VoteWaive};
use crate::workshop::votes::decide::{Gate, open_gates};
use crate::workshop::votes::dots_rule::DotsRule;
use crate::workshop::votes::{Stage, Vote};

/// The proposals that may be voted on: all that are not withdrawn.
pub(super) fn candidates(workshop: &Workshop) -> Vec<EventId> {
    let there = workshop.proposals.iter().filter(|proposal| proposal.state() != "withdrawn");
    there.map(Thing::key).collect()
}

pub(super) fn labels(workshop: &Workshop, keys: &[EventId]) -> Vec<Arc<str>> {
    keys.iter().map(|key| workshop.proposals.label(*key).as_ref().into()).collect()
}

/// The seats that are named as the voters of a vote.
pub(super) fn seats(workshop: &Workshop, vote: &Vote) -> Vec<Arc<str>> {
    vote.voters_named().iter().map(|seat| workshop.people.label(*seat).as_ref().into()).collect()
}

/// The next free id of a vote: `v1`, `v2`.
fn free_id(workshop: &Workshop) -> Arc<str> {
    let mut ids = (1_u64..).map(|n| format!("v{n}"));
    ids.find(|id| !workshop.votes.is_taken(id)).unwrap_or_default().into()
}

/// Asks for a new vote among all proposals that are not withdrawn.
pub(super) fn prepare(desk: &mut Desk<'_>) {
    let Some(workshop) = desk.workshop() else { return };
    let candidates = candidates(workshop);
    if candidates.len() < 2 {
        return desk.say("vote-too-few-proposals", &[]);
    }
    let size = Size::of(workshop, desk, candidates.len(), 0);
    let usual = Rules::usual(candidates.len());
    let asks = usual.asks(size, desk.messages);
    let title = desk.messages.with("vote-form-new", &[("n", candidates.len().into())]);
    desk.push(Form::new("vote-new", title, asks, move |values, desk| {
        let Some(rules) = usual.read(values, size, desk) else { return false };
        let Some(workshop) = desk.workshop() else { return true };
        let options = labels(workshop, &crate::tui::screens::vote::forms::candidates(workshop));
        make(desk, &rules, options, Vec::new(), None, None).is_some()
    }));
}

/// Prepares a vote; `voters` as of a vote it comes from, empty for everybody who is here; `settles`: the vote whose tie it is to settle;
/// `from`: the vote among whose options these are, of which what was said about them is taken along.
pub(super) fn make(
    desk: &mut Desk<'_>,
    rules: &Rules,
    options: Vec<Arc<str>>,
    voters: Vec<Arc<str>>,
    settles: Option<&str>,
    from: Option<EventId>,
) -> Option<Arc<str>> {
    let id = free_id(desk.workshop()?);
    let [_, _, seats] = rules.numbers;
    let (dots, cap, dots_rule) = rules.dots_asked();
    let command = VotePrepare {
        title: rules.text(),
        options,
        method: rules.method.name().into(),
        dots,
        cap,
        seats: Some(seats),
        secret: Some(rules.secret),
        tie: Some(rules.tie.as_str().into()),
        threshold: Some(rules.percent / 100.0),
        dots_rule,
        voters: Some(voters).filter(|voters| !voters.is_empty()),
        runoff_of: settles.map(Into::into),
        ..VotePrepare::default()
    };
    let mut requests = vec![Request { id: Some(id.clone()), ..command.into() }];
    if let Some(from) = from {
        requests.extend(taken_along(desk, &requests, &id, from));
    }
    if !desk.perform_all(&requests) {
        return None;
    }
    let made = desk.workshop().and_then(|workshop| workshop.votes.get(workshop.votes.find(&id).ok()?));
    let shut =
        desk.workshop().zip(made).is_some_and(|(workshop, vote)| !open_gates(workshop, vote).is_empty());
    let says = if shut { "vote-said-prepared-shut" } else { "vote-said-prepared" };
    desk.say(says, &[("id", Arg::from(id.as_ref()))]);
    Some(id)
}

/// What was said of the options of a vote and holds for a new one among them: that two look alike and are different, and what was
/// waived of a gate that looks at nothing but options and is shut here, too. Nobody is asked for it again before the room.
fn taken_along(desk: &mut Desk<'_>, made: &[Request], id: &Arc<str>, from: EventId) -> Vec<Request> {
    let Some(ahead) = desk.foresee(made) else { return Vec::new() };
    let of_new = |ahead: &Workshop| ahead.votes.find(id).ok();
    let Some(options) = of_new(&ahead).and_then(|key| Some(ahead.votes.get(key)?.options().to_vec())) else {
        return Vec::new();
    };
    let Some(old) = ahead.votes.get(from) else { return Vec::new() };
    let pairs = old.dismissed.iter().filter(|(pair, _)| pair.iter().all(|option| options.contains(option)));
    let dismissed = pairs.filter_map(|(pair, reason)| {
        let options = labels(&ahead, pair);
        let reason = Some(reason.get()?.clone()).filter(|reason| !reason.is_empty());
        Some(VoteDismiss { vote: id.clone(), options, reason }.into())
    });
    let mut requests: Vec<Request> = dismissed.collect();
    let all: Vec<Request> = made.iter().cloned().chain(requests.iter().cloned()).collect();
    let Some(ahead) = desk.foresee(&all) else { return requests };
    let shut = of_new(&ahead).and_then(|key| ahead.votes.get(key)).map(|vote| open_gates(&ahead, vote));
    let of_options = [Gate::Languages, Gate::Duplicates].map(Gate::name);
    for gate in shut.unwrap_or_default().into_iter().filter(|gate| of_options.contains(gate)) {
        let waiver = ahead.votes.get(from).and_then(|old| old.waiver(gate)).cloned();
        requests
            .extend(waiver.map(|reason| VoteWaive { vote: id.clone(), gate: gate.into(), reason }.into()));
    }
    requests
}

/// Changes what is asked and how.
pub(super) fn change(desk: &mut Desk<'_>, key: EventId) {
    let Some((vote, id)) = found(desk, key) else { return };
    let Some(workshop) = desk.workshop() else { return };
    let size = Size::of(workshop, desk, vote.options().len(), vote.voters_named().len());
    let old = Rules::of(vote);
    let asks = old.asks(size, desk.messages);
    let title = desk.messages.with("vote-form-change", &[("id", Arg::from(&id))]);
    let name = format!("vote-{id}");
    desk.push(Form::new(name, title, asks, move |values, desk| {
        let Some(new) = old.read(values, size, desk) else { return false };
        let Some((vote, _)) = found(desk, key) else { return true };
        let command = new.change_of(&Rules::of(vote), &id);
        command == nothing(&id) || desk.perform(command).is_some()
    }));
}

pub(super) fn found<'a>(desk: &'a Desk<'_>, key: EventId) -> Option<(&'a Vote, String)> {
    let workshop = desk.workshop()?;
    Some((workshop.votes.get(key)?, workshop.votes.label(key).into_owned()))
}

/// Chooses the options. Where dots and places were the usual ones they stay so.
pub(super) fn choose(desk: &mut Desk<'_>, key: EventId) {
    let Some((vote, id)) = found(desk, key) else { return };
    let Some(workshop) = desk.workshop() else { return };
    let lang = desk.messages.lang();
    let withdrawn = desk.messages.say("proposal-state-withdrawn");
    let taken = labels(workshop, vote.options()).iter().map(ToString::to_string).collect::<Vec<_>>();
    let rows: Vec<PickRow> = workshop
        .proposals
        .iter()
        .map(|proposal| {
            let label = workshop.proposals.label(proposal.key()).into_owned();
            let shown = format!("{label}  {}", proposal.title.in_(lang));
            let aside = if proposal.state() == "withdrawn" { withdrawn.clone() } else { String::new() };
            PickRow::new(label, shown, aside)
        })
        .collect();
    let title = desk.messages.with("vote-form-options", &[("id", Arg::from(&id))]);
    desk.push(Choose::new(title, rows, &taken, move |taken, desk| {
        let Some((vote, id)) = found(desk, key) else { return true };
        let Some(workshop) = desk.workshop() else { return true };
        if taken.is_empty() {
            let sentence = desk.messages.say("vote-no-options");
            desk.effects.push(Effect::Say(Notice { sentence, hint: String::new(), trouble: true }));
            return false;
        }
        let now = taken.len();
        // In the order of the proposals, whatever order they were taken in.
        let all =
            workshop.proposals.iter().map(|proposal| workshop.proposals.label(proposal.key()).into_owned());
        let options: Vec<Arc<str>> = all.filter(|label| taken.contains(label)).map(Into::into).collect();
        if options == labels(workshop, vote.options()) {
            return true;
        }
        let options: Vec<EventId> =
            options.iter().filter_map(|label| workshop.proposals.find(label).ok()).collect();
        let command = with_options(workshop, desk, vote, &id, &options);
        let told = command.dots.unwrap_or(vote.dots());
        if desk.perform(command).is_none() {
            return false;
        }
        desk.say("vote-said-options", &[("n", now.into()), ("dots", told.into())]);
        true
    }));
}

/// Waives the first gate that is not passed, with a reason.
pub(super) fn waive(desk: &mut Desk<'_>, key: EventId) {
    let Some((vote, id)) = found(desk, key) else { return };
    let Some(workshop) = desk.workshop() else { return };
    let shut = super::model::gates_seen(workshop, vote).into_iter().find(super::model::GateSeen::is_shut);
    let Some(shut) = shut else { return desk.say("vote-no-gate", &[]) };
    let gate = shut.gate.name();
    let named = desk.messages.say(&format!("gate-{gate}"));
    let title = desk.messages.with("vote-form-waive", &[("gate", Arg::from(&named))]);
    // One that no longer stands, since the vote was changed, is a good beginning.
    let before = vote.waived.get(gate).and_then(|reason| reason.get()).map(ToString::to_string);
    let ask = Ask::line(desk.messages.say("vote-ask-reason"), before.as_deref().unwrap_or_default())
        .such_as(desk.messages.say("vote-reason-example"));
    let name = format!("vote-waive-{id}-{gate}");
    desk.push(Form::new(name, title, vec![ask], move |values, desk| {
        let reason = values.first().map(String::as_str).unwrap_or_default();
        let command = VoteWaive { vote: id.as_str().into(), gate: gate.into(), reason: reason.into() };
        desk.perform(command).is_some()
    }));
}

/// Prepares a new vote among those tied on the cut, by the same rules.
pub(super) fn runoff(desk: &mut Desk<'_>, key: EventId) -> Option<EventId> {
    let workshop = desk.workshop()?;
    let vote = workshop.votes.get(key)?;
    let outcome = crate::report::outcome::result(workshop, key).filter(|it| !it.settled.tied.is_empty());
    let Some(outcome) = outcome else {
        desk.say("vote-no-runoff", &[]);
        return None;
    };
    let tied = &outcome.settled.tied;
    let owed = u32::try_from(outcome.settled.owed).unwrap_or(1).max(1);
    // One that waits to be opened, or is held already, is the one that is meant.
    let waits = |other: &&Vote| {
        let of_this = other.settles.get().is_none_or(|of| *of == key);
        of_this
            && other.stage() == Stage::Prepared
            && other.seats() == owed
            && other.options() == tied.as_slice()
    };
    let results = Results::new(workshop);
    let there = workshop.votes.iter().find(waits).or_else(|| findings::runoff_held(&results, vote));
    if let Some(there) = there {
        let (there, id) = (there.key(), workshop.votes.label(there.key()).into_owned());
        desk.say("vote-runoff-there", &[("id", Arg::from(&id))]);
        return Some(there);
    }
    let mut rules = Rules::of(vote);
    // The run-off of a run-off is one of what was asked at first.
    rules.title = Rules::of(decided::first_of(&results, vote, |_| true)).title;
    for (lang, title) in Lang::ALL.into_iter().zip(&mut rules.title) {
        if !title.is_empty() {
            *title = Messages::new(lang).with("vote-runoff-title", &[("title", Arg::from(&*title))]);
        }
    }
    let usual = usual_dots(tied.len());
    let dots = usual.max(owed);
    rules.dots_rule = if dots == usual { DotsRule::Third } else { DotsRule::Own };
    rules.numbers = [dots, rules.numbers.get(1).copied().unwrap_or(1).min(dots), owed];
    let options = labels(workshop, tied);
    let voters = seats(workshop, vote);
    let of = workshop.votes.label(key).into_owned();
    let id = make(desk, &rules, options, voters, Some(&of), Some(key))?;
    desk.workshop()?.votes.find(&id).ok()
}
