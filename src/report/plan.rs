//! The check of the plan in words, and for programs.

use std::sync::Arc;

use serde_json::{Map, Value, json};

use crate::language::date::hours_and_minutes;
use crate::language::{Arg, Messages};
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::plan::{self, Fact, Finding, Unchecked, Weight};
use crate::workshop::text::Text;
use crate::workshop::thing::{Thing, Things};

/// How many people are named; the others are counted.
const MOST_NAMED: usize = 6;

/// From so many minutes on a length is told in hours as well.
const IN_HOURS: i64 = 181;

/// A finding in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Told {
    /// Its place: day, time and item, or round, room, vote.
    pub place: String,
    /// What is so.
    pub why: String,
    /// What would mend it.
    pub mend: String,
}

/// A finding in words of this language.
pub(crate) fn tell(workshop: &Workshop, messages: &Messages, finding: &Finding) -> Told {
    let teller = Teller { workshop, messages };
    let args = teller.args(finding);
    let id = format!("plan-{}", finding.kind.name());
    Told {
        place: teller.place(finding),
        why: messages.with(&id, &args),
        mend: messages.hint(&id, &args).unwrap_or_default(),
    }
}

/// What cannot be checked yet, in words.
pub(crate) fn not_checked(messages: &Messages, unchecked: Unchecked) -> String {
    let (name, n) = unchecked.name();
    messages.with(&format!("plan-unchecked-{name}"), &[("n", n.into())])
}

/// How many things are wrong, and how many remarks there are.
pub(crate) fn counts(messages: &Messages, findings: &[Finding]) -> String {
    let wrong = findings.iter().filter(|finding| finding.weight() == Weight::Wrong).count();
    if findings.is_empty() {
        return messages.say("plan-good");
    }
    messages.with("plan-counts", &[("wrong", wrong.into()), ("remarks", (findings.len() - wrong).into())])
}

/// All of it for programs; the sentences are in the language asked for.
pub(crate) fn json(workshop: &Workshop, messages: &Messages) -> Value {
    let findings = plan::findings(workshop);
    let count = |weight| findings.iter().filter(|finding| finding.weight() == weight).count();
    let unchecked = plan::unchecked(workshop).into_iter().map(|unchecked| {
        let (kind, count) = unchecked.name();
        let mut told = json!({"kind": kind, "says": not_checked(messages, unchecked)});
        if let (Unchecked::Unplanned(_), Some(told)) = (unchecked, told.as_object_mut()) {
            told.insert("count".to_owned(), count.into());
        }
        told
    });
    json!({
        "wrong": count(Weight::Wrong),
        "remarks": count(Weight::Remark),
        "findings": findings.iter().map(|finding| one(workshop, messages, finding)).collect::<Vec<_>>(),
        "unchecked": unchecked.collect::<Vec<_>>(),
    })
}

fn one(workshop: &Workshop, messages: &Messages, finding: &Finding) -> Value {
    let told = tell(workshop, messages, finding);
    let mut map = Map::new();
    let mut put = |name: &str, value: Value| map.insert(name.to_owned(), value);
    put("kind", finding.kind.name().into());
    put("weight", finding.weight().name().into());
    if let Some(day) = finding.day {
        put("day", day.into());
    }
    if let Some(at) = finding.at {
        put("at", hours_and_minutes(at).into());
    }
    if let Some(item) = finding.item {
        put("item", workshop.items.label(item).into());
    }
    if let Some(round) = finding.round {
        put("round", workshop.rounds.label(round).into());
    }
    if let Some(room) = &finding.room {
        put("room", room.as_ref().into());
    }
    if let Some(vote) = finding.vote {
        put("vote", workshop.votes.label(vote).into());
    }
    put("where", told.place.into());
    put("why", told.why.into());
    put("mend", told.mend.into());
    let facts = finding.facts.iter().map(|(name, fact)| ((*name).to_owned(), value(workshop, fact)));
    put("facts", Value::Object(facts.collect()));
    Value::Object(map)
}

fn value(workshop: &Workshop, fact: &Fact) -> Value {
    let label = |person: &EventId| workshop.people.label(*person).into_owned();
    match fact {
        Fact::Count(number) | Fact::Minutes(number) => (*number).into(),
        Fact::Clock(minutes) => hours_and_minutes(*minutes).into(),
        Fact::Item(item) => workshop.items.label(*item).into(),
        Fact::Languages(codes) => json!(codes),
        Fact::People(people) => people.iter().map(label).collect(),
    }
}

struct Teller<'a> {
    workshop: &'a Workshop,
    messages: &'a Messages,
}

impl Teller<'_> {
    fn args(&self, finding: &Finding) -> Vec<(&'static str, Arg<'static>)> {
        let mut args: Vec<(&'static str, Arg<'static>)> = Vec::new();
        for (name, fact) in &finding.facts {
            let arg = match fact {
                Fact::Count(number) => (*name, (*number).into()),
                Fact::Minutes(minutes) => (*name, self.length(*minutes).into()),
                Fact::Clock(minutes) => (*name, self.time(*minutes).into()),
                Fact::Item(item) => (*name, self.item(*item).into()),
                Fact::Languages(codes) => (*name, self.languages(codes).into()),
                Fact::People(people) => {
                    args.push(("n", people.len().into()));
                    (*name, self.people(people).into())
                }
            };
            args.push(arg);
        }
        args
    }

    fn place(&self, finding: &Finding) -> String {
        let mut parts = Vec::new();
        let say =
            |id: &str, name: &'static str, thing: String| self.messages.with(id, &[(name, thing.into())]);
        match (finding.item, finding.day, finding.at) {
            (Some(item), Some(day), Some(at)) => {
                let args =
                    [("day", day.into()), ("at", self.time(at).into()), ("item", self.item(item).into())];
                parts.push(self.messages.with("plan-where-item", &args));
            }
            (_, Some(day), _) => parts.push(self.messages.with("plan-where-day", &[("day", day.into())])),
            _ => {}
        }
        if let Some(key) = finding.round {
            let title = self.workshop.rounds.any(key).map(|round| round.title.text());
            let round = self.thing(&self.workshop.rounds, key, title);
            parts.push(say("plan-where-round", "round", round));
            if let Some(room) = &finding.room {
                let known = self.workshop.rounds.get(key).and_then(|round| round.room(room));
                let room = self.titled(room, known.map(|room| room.title.clone()));
                parts.push(say("plan-where-room", "room", room));
            }
        }
        if let Some(key) = finding.vote {
            let title = self.workshop.votes.any(key).map(|vote| vote.title.text());
            parts.push(say("plan-where-vote", "vote", self.thing(&self.workshop.votes, key, title)));
        }
        parts.join(", ")
    }

    fn thing<T: Thing>(&self, things: &Things<T>, key: EventId, title: Option<Text>) -> String {
        self.titled(&things.label(key), title)
    }

    fn titled(&self, id: &str, title: Option<Text>) -> String {
        let title = title.unwrap_or_default();
        match title.in_(self.messages.lang()) {
            "" => id.to_owned(),
            title => self.messages.with("plan-thing", &[("id", id.into()), ("title", title.into())]),
        }
    }

    fn item(&self, key: EventId) -> String {
        let title = self.workshop.items.any(key).map(|item| item.title.text());
        self.thing(&self.workshop.items, key, title)
    }

    /// `90 min`, `6 h 5 min`
    fn length(&self, minutes: i64) -> String {
        let (h, m) = (minutes.div_euclid(60), minutes.rem_euclid(60));
        match m {
            _ if minutes < IN_HOURS => self.messages.with("plan-minutes", &[("n", minutes.into())]),
            0 => self.messages.with("plan-hours", &[("h", h.into())]),
            _ => self.messages.with("plan-hours-minutes", &[("h", h.into()), ("m", m.into())]),
        }
    }

    /// A time of the day, or of a later one.
    fn time(&self, minutes: i64) -> String {
        let time = hours_and_minutes(minutes.rem_euclid(plan::norms::DAY));
        let time = Arg::from(time);
        match minutes.div_euclid(plan::norms::DAY) {
            0 => hours_and_minutes(minutes),
            1 => self.messages.with("plan-next-day", &[("time", time)]),
            days => self.messages.with("plan-later-day", &[("time", time), ("days", days.into())]),
        }
    }

    fn languages(&self, codes: &[Arc<str>]) -> String {
        let names = codes.iter().map(|code| super::words::word(self.messages, "language", code));
        names.collect::<Vec<_>>().join(", ")
    }

    fn people(&self, people: &[EventId]) -> String {
        let named = people.iter().take(MOST_NAMED).map(|person| self.workshop.people.label(*person));
        let named = named.collect::<Vec<_>>().join(", ");
        match people.len().saturating_sub(MOST_NAMED) {
            0 => named,
            more => {
                self.messages.with("plan-people-more", &[("people", Arg::from(named)), ("n", more.into())])
            }
        }
    }
}
