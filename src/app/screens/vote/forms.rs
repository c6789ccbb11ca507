//! Preparing a vote: what is asked, the rules, the options, gates that are waived, a run-off.

use std::sync::Arc;

use crate::app::desk::{Desk, Effect, Notice};
use crate::app::layers::{Ask, Form, Options, PickRow};
use crate::language::{Arg, Tongue};
use crate::workshop::Workshop;
use crate::workshop::command::{Request, VoteChange, VotePrepare, VoteWaive};
use crate::workshop::id::EventId;
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Thing;
use crate::workshop::votes::{TIES, Vote};

/// The most dots of the usual rule.
const MOST_USUAL: usize = 20;
const USUAL_SEATS: usize = 3;
const USUAL_PERCENT: f64 = 75.0;

/// A third of the options, rounded up: the usual number of dots.
fn usual_dots(options: usize) -> u32 {
    u32::try_from(options.div_ceil(3).min(MOST_USUAL)).unwrap_or(1).max(1)
}

/// The proposals that may be voted on: all that are not withdrawn.
pub(super) fn candidates(workshop: &Workshop) -> Vec<EventId> {
    let there = workshop.proposals.iter().filter(|proposal| proposal.state() != "withdrawn");
    there.map(Thing::key).collect()
}

fn labels(workshop: &Workshop, keys: &[EventId]) -> Vec<Arc<str>> {
    keys.iter().map(|key| workshop.proposals.label(*key).as_ref().into()).collect()
}

/// The next free id of a vote: `v1`, `v2`.
fn free_id(workshop: &Workshop) -> Arc<str> {
    let mut ids = (1_u64..).map(|n| format!("v{n}"));
    ids.find(|id| !workshop.votes.is_taken(id)).unwrap_or_default().into()
}

struct Rules {
    title: [String; 2],
    numbers: [u32; 3],
    secret: bool,
    tie: String,
    percent: f64,
}

impl Rules {
    fn of(vote: &Vote) -> Self {
        Self {
            title: Lang::ALL.map(|lang| vote.title.get(lang).unwrap_or_default().to_owned()),
            numbers: [vote.dots(), vote.cap(), vote.seats()],
            secret: vote.is_secret(),
            tie: vote.tie().to_owned(),
            percent: vote.threshold() * 100.0,
        }
    }

    fn usual(options: usize) -> Self {
        let seats = u32::try_from(USUAL_SEATS.min(options)).unwrap_or(1).max(1);
        Self {
            title: Lang::ALL.map(|lang| Tongue::new(lang).say("vote-usual-title")),
            numbers: [usual_dots(options), 1, seats],
            secret: true,
            tie: "runoff".to_owned(),
            percent: USUAL_PERCENT,
        }
    }

    fn asks(&self, tongue: &Tongue) -> Vec<Ask> {
        let [en, ru] = &self.title;
        let [dots, cap, seats] = self.numbers.map(|number| number.to_string());
        let secret = [("yes", "vote-secret"), ("no", "vote-not-secret")];
        let secret = secret.map(|(value, says)| (value.to_owned(), tongue.say(says))).to_vec();
        let ties = TIES.map(|tie| (tie.to_owned(), tongue.say(&format!("tie-{tie}")))).to_vec();
        vec![
            Ask::line(tongue.say("vote-ask-title-en"), en),
            Ask::line(tongue.say("vote-ask-title-ru"), ru),
            Ask::line(tongue.say("vote-ask-dots"), &dots),
            Ask::line(tongue.say("vote-ask-cap"), &cap),
            Ask::line(tongue.say("vote-ask-seats"), &seats),
            Ask::one(tongue.say("vote-ask-secret"), secret, if self.secret { "yes" } else { "no" }),
            Ask::one(tongue.say("vote-ask-tie"), ties, &self.tie),
            Ask::line(tongue.say("vote-ask-threshold"), &percent(self.percent)),
        ]
    }

    /// What a form says; none, and said, where a number is none.
    fn read(values: &[String], desk: &mut Desk<'_>) -> Option<Self> {
        let value = |place: usize| values.get(place).map(|value| value.trim()).unwrap_or_default();
        let number = |place: usize| value(place).parse::<u32>().ok();
        let share = value(7).trim_end_matches('%').trim().replace(',', ".").parse::<f64>().ok();
        let (Some(dots), Some(cap), Some(seats), Some(percent)) = (number(2), number(3), number(4), share)
        else {
            let sentence = desk.tongue.say("vote-numbers-wanted");
            desk.effects.push(Effect::Say(Notice { sentence, hint: String::new(), trouble: true }));
            return None;
        };
        Some(Self {
            title: [value(0).to_owned(), value(1).to_owned()],
            numbers: [dots, cap, seats],
            secret: value(5) == "yes",
            tie: value(6).to_owned(),
            percent,
        })
    }

    fn text(&self) -> Text {
        let mut text = Text::default();
        for (lang, form) in Lang::ALL.into_iter().zip(&self.title) {
            text.set(lang, Some(form.as_str().into()).filter(|_| !form.is_empty()));
        }
        text
    }
}

fn percent(percent: f64) -> String {
    let text = format!("{percent:.1}");
    text.strip_suffix(".0").map(ToOwned::to_owned).unwrap_or(text)
}

/// Asks for a new vote among all proposals that are not withdrawn.
pub(super) fn prepare(desk: &mut Desk<'_>) {
    let Some(workshop) = desk.workshop() else { return };
    let candidates = candidates(workshop);
    if candidates.len() < 2 {
        return desk.say("vote-too-few-proposals", &[]);
    }
    let asks = Rules::usual(candidates.len()).asks(desk.tongue);
    let title = desk.tongue.with("vote-form-new", &[("n", candidates.len().into())]);
    desk.push(Form::new("vote-new", title, asks, move |values, desk| {
        let Some(rules) = Rules::read(values, desk) else { return false };
        let Some(workshop) = desk.workshop() else { return true };
        let options = labels(workshop, &self::candidates(workshop));
        make(desk, &rules, options).is_some()
    }));
}

fn make(desk: &mut Desk<'_>, rules: &Rules, options: Vec<Arc<str>>) -> Option<Arc<str>> {
    let id = free_id(desk.workshop()?);
    let [dots, cap, seats] = rules.numbers;
    let command = VotePrepare {
        title: rules.text(),
        options,
        method: "dots".into(),
        dots: Some(dots),
        cap: Some(cap),
        seats: Some(seats),
        secret: Some(rules.secret),
        tie: Some(rules.tie.as_str().into()),
        threshold: Some(rules.percent / 100.0),
    };
    desk.perform(Request { id: Some(id.clone()), ..command.into() })?;
    desk.say("vote-said-prepared", &[("id", Arg::from(id.as_ref()))]);
    Some(id)
}

/// Changes what is asked and how.
pub(super) fn change(desk: &mut Desk<'_>, key: EventId) {
    let Some((vote, id)) = found(desk, key) else { return };
    let asks = Rules::of(vote).asks(desk.tongue);
    let title = desk.tongue.with("vote-form-change", &[("id", Arg::from(&id))]);
    let name = format!("vote-{id}");
    desk.push(Form::new(name, title, asks, move |values, desk| {
        let Some(new) = Rules::read(values, desk) else { return false };
        let Some((vote, _)) = found(desk, key) else { return true };
        let old = Rules::of(vote);
        let changed = |place: usize| {
            let pair = (new.numbers.get(place), old.numbers.get(place));
            if pair.0 == pair.1 { None } else { pair.0.copied() }
        };
        let [dots, cap, seats] = [changed(0), changed(1), changed(2)];
        let command = VoteChange {
            vote: id.as_str().into(),
            title: (new.title != old.title).then(|| new.text()),
            options: None,
            dots,
            // A smaller budget can make the old cap too large: the two are judged together.
            cap: cap.or_else(|| dots.map(|_| new.numbers.get(1).copied().unwrap_or(1))),
            seats,
            secret: (new.secret != old.secret).then_some(new.secret),
            tie: (new.tie != old.tie).then(|| new.tie.as_str().into()),
            threshold: ((new.percent - old.percent).abs() > 0.01).then_some(new.percent / 100.0),
        };
        let nothing = VoteChange { vote: command.vote.clone(), ..nothing() };
        command == nothing || desk.perform(command).is_some()
    }));
}

fn nothing() -> VoteChange {
    VoteChange {
        vote: "".into(),
        title: None,
        options: None,
        dots: None,
        cap: None,
        seats: None,
        secret: None,
        tie: None,
        threshold: None,
    }
}

fn found<'a>(desk: &'a Desk<'_>, key: EventId) -> Option<(&'a Vote, String)> {
    let workshop = desk.workshop()?;
    Some((workshop.votes.get(key)?, workshop.votes.label(key).into_owned()))
}

/// Chooses the options. Where dots and places were the usual ones they stay so.
pub(super) fn choose(desk: &mut Desk<'_>, key: EventId) {
    let Some((vote, id)) = found(desk, key) else { return };
    let Some(workshop) = desk.workshop() else { return };
    let lang = desk.tongue.lang();
    let withdrawn = desk.tongue.say("proposal-state-withdrawn");
    let rows: Vec<(PickRow, bool)> = workshop
        .proposals
        .iter()
        .map(|proposal| {
            let label = workshop.proposals.label(proposal.key()).into_owned();
            let shown = format!("{label}  {}", proposal.title.in_(lang));
            let aside = if proposal.state() == "withdrawn" { withdrawn.clone() } else { String::new() };
            (PickRow::new(label, shown, aside), vote.options().contains(&proposal.key()))
        })
        .collect();
    let title = desk.tongue.with("vote-form-options", &[("id", Arg::from(&id))]);
    desk.push(Options::new(title, rows, move |taken, desk| {
        let Some((vote, id)) = found(desk, key) else { return true };
        let Some(workshop) = desk.workshop() else { return true };
        if taken.is_empty() {
            let sentence = desk.tongue.say("vote-no-options");
            desk.effects.push(Effect::Say(Notice { sentence, hint: String::new(), trouble: true }));
            return false;
        }
        let (before, now) = (vote.options().len(), taken.len());
        let options: Vec<Arc<str>> = taken.iter().map(|label| label.as_str().into()).collect();
        if options == labels(workshop, vote.options()) {
            return true;
        }
        let usual = vote.dots() == usual_dots(before);
        let dots = usual.then(|| usual_dots(now)).filter(|dots| *dots != vote.dots());
        let cap = dots.map(|dots| vote.cap().min(dots));
        let most = u32::try_from(now).unwrap_or(u32::MAX);
        let seats = (vote.seats() > most).then_some(most);
        let told = dots.unwrap_or(vote.dots());
        let command =
            VoteChange { vote: id.as_str().into(), options: Some(options), dots, cap, seats, ..nothing() };
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
    let shut = super::seen::gates_seen(workshop, vote).into_iter().find(super::seen::GateSeen::is_shut);
    let Some(shut) = shut else { return desk.say("vote-no-gate", &[]) };
    let gate = shut.gate.name();
    let named = desk.tongue.say(&format!("gate-{gate}"));
    let title = desk.tongue.with("vote-form-waive", &[("gate", Arg::from(&named))]);
    let ask =
        Ask::line(desk.tongue.say("vote-ask-reason"), "").such_as(desk.tongue.say("vote-reason-example"));
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
    let mut rules = Rules::of(vote);
    for (lang, title) in Lang::ALL.into_iter().zip(&mut rules.title) {
        if !title.is_empty() {
            *title = Tongue::new(lang).with("vote-runoff-title", &[("title", Arg::from(&*title))]);
        }
    }
    let dots = usual_dots(tied.len()).max(owed);
    rules.numbers = [dots, rules.numbers.get(1).copied().unwrap_or(1).min(dots), owed];
    let options = labels(workshop, tied);
    let id = make(desk, &rules, options)?;
    desk.workshop()?.votes.find(&id).ok()
}
