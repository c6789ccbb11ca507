//! Words that several formats share.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::model::{
    Actual, Day, Edition, EnteredAgain, Idea, Item, Line, Meeting, Model, Planned, SecondEntry, Tally,
    Versions, Vote, Why,
};
use crate::language::{self, Messages};
use crate::tally::FEWEST;
use crate::workshop::text::{Lang, Text};

/// The word for a member of an enumeration, as `vote-stage-open`; a word of the users' own stays as it is.
pub(super) fn word(messages: &Messages, list: &str, name: &str) -> String {
    let id = format!("{list}-{name}");
    if messages.has(&id) { messages.say(&id) } else { name.to_owned() }
}

/// `29 November 2017`
pub(super) fn date(messages: &Messages, date: Date) -> String {
    messages.with(
        "report-date",
        &[
            ("day", i64::from(date.day()).into()),
            ("month", month(messages, date).into()),
            ("year", i64::from(date.year()).into()),
        ],
    )
}

fn month(messages: &Messages, date: Date) -> String {
    messages.with("report-month", &[("month", i64::from(date.month()).into())])
}

/// `28–30 November 2017`, or nothing when the first day is not known.
pub(super) fn days(messages: &Messages, meeting: &Meeting) -> Option<String> {
    let (first, last) = (*meeting.days.first()?, *meeting.days.last()?);
    if first == last {
        return Some(date(messages, first));
    }
    if (first.year(), first.month()) == (last.year(), last.month()) {
        let args = [
            ("day", i64::from(first.day()).into()),
            ("last", i64::from(last.day()).into()),
            ("month", month(messages, first).into()),
            ("year", i64::from(first.year()).into()),
        ];
        return Some(messages.with("report-date-range", &args));
    }
    let (from, to) = (date(messages, first), date(messages, last));
    Some(messages.with("report-date-span", &[("from", from.into()), ("to", to.into())]))
}

/// `Day 2: 29 November 2017`
pub(super) fn day(messages: &Messages, meeting: &Meeting, day: u32) -> String {
    match date_of(meeting, day) {
        Some(known) => {
            messages.with("report-day-date", &[("day", day.into()), ("date", date(messages, known).into())])
        }
        None => messages.with("report-day", &[("day", day.into())]),
    }
}

/// `Wed 29 Nov`, or `Day 2` when the first day is not known.
pub(super) fn short_day(messages: &Messages, meeting: &Meeting, day: u32) -> String {
    match date_of(meeting, day) {
        Some(known) => language::date::short_day(messages, known),
        None => messages.with("report-day", &[("day", day.into())]),
    }
}

fn date_of(meeting: &Meeting, day: u32) -> Option<Date> {
    let place = usize::try_from(day).ok()?.checked_sub(1)?;
    meeting.days.get(place).copied()
}

/// The message of an edition.
pub(super) const fn edition(edition: Edition) -> &'static str {
    match edition {
        Edition::Internal => "report-edition-internal",
        Edition::Public => "report-edition-public",
    }
}

/// `09:00–09:20`, empty when the first day is not known.
pub(super) fn planned(item: &Item) -> String {
    match (&item.planned, &item.begins) {
        (Some(planned), _) => format!("{}–{}", planned.begin.clock(), planned.end.clock()),
        (None, Some(begins)) => begins.clone(),
        (None, None) => String::new(),
    }
}

/// `09:04–09:26`, `09:04–` while it goes on, empty before.
pub(super) fn actual(item: &Item) -> String {
    from_on(item.actual.as_ref())
}

/// The same of anything that was held.
pub(super) fn from_on(actual: Option<&Actual>) -> String {
    let Some(actual) = actual else { return String::new() };
    let end = actual.end.as_ref().map(super::model::Moment::clock).unwrap_or_default();
    format!("{}–{end}", actual.begin.clock())
}

/// `09:00–09:20`
pub(super) fn from_to(times: &Planned) -> String {
    format!("{}–{}", times.begin.clock(), times.end.clock())
}

/// Seconds in whole minutes, to the nearest.
pub(super) fn whole_minutes(seconds: i64) -> i64 {
    seconds.saturating_add(30).div_euclid(60)
}

/// `+5`, `−3`, `0`
pub(super) fn signed(minutes: i64) -> String {
    match minutes {
        1.. => format!("+{minutes}"),
        0 => minutes.to_string(),
        _ => format!("−{}", minutes.unsigned_abs()),
    }
}

/// Whether a day ended later or earlier than planned, by how much, and why.
pub(super) fn drift(messages: &Messages, day: &Day) -> String {
    let (all, causes) = drift_parts(messages, day);
    if causes.is_empty() {
        return all;
    }
    messages.with("report-drift-why", &[("all", all.into()), ("causes", causes.join("; ").into())])
}

/// The same in two: by how much, and each cause.
pub(super) fn drift_parts(messages: &Messages, day: &Day) -> (String, Vec<String>) {
    let side = |minutes: i64| if minutes < 0 { "less" } else { "more" };
    let id = match (day.over, day.drift_minutes) {
        (true, 0) => "report-drift-none".to_owned(),
        (false, 0) => "report-drift-so-far-none".to_owned(),
        (true, minutes) => format!("report-drift-{}", side(minutes)),
        (false, minutes) => format!("report-drift-so-far-{}", side(minutes)),
    };
    let args = [
        ("n", day.drift_minutes.saturating_abs().into()),
        ("end", day.actual.end.clock().into()),
        ("planned", day.planned.end.clock().into()),
    ];
    let cause = |why: &Why| {
        let id = format!("report-drift-{}-{}", why.cause, side(why.minutes));
        messages.with(&id, &[("n", why.minutes.saturating_abs().into())])
    };
    let causes = day.causes.iter().filter(|why| why.minutes != 0).map(cause);
    (messages.with(&id, &args), causes.collect())
}

/// What became of an item, where it was not simply held as planned.
pub(super) fn drift_state(messages: &Messages, line: &Line) -> Vec<String> {
    let say = |is: bool, id: &str| is.then(|| messages.say(id));
    let minutes = |id: &str, seconds: i64| {
        let minutes = whole_minutes(seconds);
        (minutes != 0).then(|| messages.with(id, &[("n", signed(minutes).into())]))
    };
    let parts = [
        say(line.state == "skipped", "report-skipped"),
        say(line.state == "taken-off", "report-drift-taken-off"),
        say(line.state == "on", "report-drift-on"),
        say(line.inserted, "report-drift-put-in"),
        minutes("report-drift-item-given", line.given),
        minutes("report-drift-item-changed", line.changed),
        (whole_minutes(line.paused) != 0)
            .then(|| messages.with("report-drift-item-paused", &[("n", whole_minutes(line.paused).into())])),
    ];
    parts.into_iter().flatten().collect()
}

/// What is special about an item: its kind, that it is a hard stop, that it was skipped.
pub(super) fn marks(messages: &Messages, item: &Item) -> Vec<String> {
    let kind = (!item.kind.is_empty()).then(|| word(messages, "item-kind", &item.kind));
    let stop = item.stop.then(|| messages.say("report-stop"));
    let skipped = (item.state == "skipped").then(|| messages.say("report-skipped"));
    kind.into_iter().chain(stop).chain(skipped).collect()
}

/// The rule of a vote in a sentence.
pub(super) fn rule(messages: &Messages, vote: &Vote) -> String {
    let method = messages.say(&format!("method-{}", vote.method));
    let seats = ("seats", vote.seats.into());
    if vote.method == "dots" {
        messages.with("report-vote-rule", &[("dots", vote.dots.into()), ("cap", vote.cap.into()), seats])
    } else {
        messages.with("report-vote-rule-other", &[("method", (&method).into()), seats])
    }
}

/// Ballots of seats.
pub(super) fn turnout(messages: &Messages, vote: &Vote) -> String {
    let args = [("ballots", vote.turnout.ballots.into()), ("seats", vote.turnout.seats.into())];
    messages.with(if vote.turnout.hands { "report-turnout-hands" } else { "report-turnout" }, &args)
}

/// What else there is to say of who voted and how: the names of the line, what it says.
pub(super) fn around(messages: &Messages, vote: &Vote) -> Vec<(&'static str, String)> {
    let mut lines = Vec::new();
    if let Some(then) = vote.then {
        lines.push(("annex-round", messages.with("annex-round-first", &[("then", then.into())])));
    }
    if let Some(first) = vote.held.as_ref().and_then(|held| held.second_stage_of.as_ref()) {
        lines.push(("annex-round", messages.with("annex-round-second", &[("vote", first.into())])));
    }
    if !vote.proxies.is_empty() {
        let told = vote.proxies.iter().map(|proxy| {
            let args = [("who", (&proxy.person).into()), ("by", (&proxy.by).into())];
            messages.with(if proxy.torn { "report-proxy-torn" } else { "report-proxy" }, &args)
        });
        lines.push(("report-proxies", told.collect::<Vec<_>>().join("; ")));
    }
    if !vote.unheard.is_empty() {
        lines.push(("report-unheard", vote.unheard.join(", ")));
    }
    lines.extend(vote.second_entry.iter().map(|second| ("report-second", second_entry(messages, second))));
    if !vote.turnout.hands && vote.turnout.ballots > vote.turnout.seats {
        let args = [("n", vote.turnout.ballots.into()), ("all", vote.turnout.seats.into())];
        lines.push(("report-over", messages.with("report-over-told", &args)));
    }
    lines.extend(vote.entered_again.as_ref().map(|again| ("report-again", entered_again(messages, again))));
    if let Some(held) = &vote.held {
        let counts = [("annex-copies", held.copies), ("annex-unread", held.unread)];
        let counts = counts.into_iter().filter(|(_, count)| *count > 0);
        lines.extend(counts.map(|(label, count)| (label, count.to_string())));
    }
    let more = vote.turnout.hands && vote.turnout.ballots > vote.turnout.seats;
    let supporters = vote.turnout.hands && vote.tie == "supporters";
    let remarks = [
        (more, "report-hands-more"),
        (supporters, "report-hands-supporters"),
        (vote.hands_torn, "report-hands-torn"),
        (vote.hands_late, "report-hands-late"),
    ];
    lines.extend(remarks.into_iter().filter(|(is, _)| *is).map(|(_, id)| ("report-hands", messages.say(id))));
    lines
}

/// `5 ballots were entered for seats, and 4 seats are marked …; marked on two laptops: S05`
fn entered_again(messages: &Messages, again: &EnteredAgain) -> String {
    // Seats that are named explain as many ballots.
    let more = (again.ballots >= FEWEST && again.ballots > again.marked + again.again).then(|| {
        let args = [("ballots", again.ballots.into()), ("marked", again.marked.into())];
        messages.with("report-again-more", &args)
    });
    let seats = (again.again > 0).then(|| {
        let who = again.seats.join(", ");
        let id = if who.is_empty() { "report-again-seats-public" } else { "report-again-seats" };
        messages.with(id, &[("n", again.again.into()), ("who", who.into())])
    });
    more.into_iter().chain(seats).collect::<Vec<_>>().join("; ")
}

/// `42 of 42 ballots typed twice, 2 differed and were put right, 1 differs (17: P02: 1 / P03: 1)`
pub(super) fn second_entry(messages: &Messages, second: &SecondEntry) -> String {
    let args = [
        ("typed", second.typed.into()),
        ("ballots", second.ballots.into()),
        ("right", second.put_right.into()),
        ("differ", second.differ.into()),
    ];
    let mut told = messages.with("report-second-told", &args);
    told.push_str(&apart(messages, second, true));
    if second.only_second > 0 {
        told.push_str("; ");
        told.push_str(&messages.with("report-second-only", &[("n", second.only_second.into())]));
        told.push_str(&apart(messages, second, false));
    }
    told
}

/// The ballots of a second entry that are named, with both readings where they are told.
fn apart(messages: &Messages, second: &SecondEntry, entered: bool) -> String {
    let reading = |votes: &BTreeMap<String, u32>| {
        let told: Vec<String> = votes.iter().map(|(option, dots)| format!("{option}: {dots}")).collect();
        if told.is_empty() { messages.say("report-second-empty") } else { told.join(", ") }
    };
    let named = second.ballots_apart.iter().filter(|line| line.entered == entered).map(|line| {
        let readings: Vec<String> = [&line.first, &line.second].into_iter().flatten().map(reading).collect();
        if readings.is_empty() {
            line.voter.clone()
        } else {
            format!("{} – {}", line.voter, readings.join(" / "))
        }
    });
    let named: Vec<String> = named.collect();
    if named.is_empty() { String::new() } else { format!(" ({})", named.join("; ")) }
}

/// Whether two closings are to be told of, whose ballots are all counted: where hands contradict ballots, none are.
pub(super) const fn counts_both(vote: &Vote) -> bool {
    vote.closed_twice && !vote.hands_torn
}

/// What decided on who goes forward: of a tie the run-off, once it has.
pub(super) fn decided_in(messages: &Messages, vote: &Vote, result: &Tally) -> String {
    let held = vote.held.as_ref().and_then(|held| held.runoff.as_ref());
    match held.filter(|runoff| !runoff.forward.is_empty()) {
        Some(runoff) => {
            let forward = super::worth::options(messages, &runoff.forward);
            let args = [("vote", (&runoff.vote).into()), ("forward", forward.into())];
            messages.with("annex-runoff-told", &args)
        }
        None => decided(messages, vote, result),
    }
}

/// What decided on who goes forward.
pub(super) fn decided(messages: &Messages, vote: &Vote, result: &Tally) -> String {
    // A tie of nothing with nothing wants no run-off.
    if vote.hands_torn {
        return messages.say("report-decided-contradiction");
    }
    let id = format!("report-decided-{}", result.decided_by);
    messages.with(&id, &[("n", result.owed.unwrap_or(0).into())])
}

/// The ballots that are not counted: the message, how many, whose (in the internal edition).
pub(super) fn not_counted(result: &Tally) -> impl Iterator<Item = (&'static str, String)> + '_ {
    let all = [
        ("report-late", "late", result.late),
        ("report-torn", "torn", result.torn),
        ("report-void", "void", result.void),
    ];
    all.into_iter().filter(|(_, _, count)| *count > 0).map(|(message, name, count)| {
        let whose = result.not_counted.get(name).map(|voters| format!(" ({})", voters.join(", ")));
        (message, format!("{count}{}", whose.unwrap_or_default()))
    })
}

/// Why no result is shown of a vote that has begun.
pub(super) fn no_result(vote: &Vote) -> Option<&'static str> {
    match (vote.stage, &vote.result) {
        ("open", _) => Some("report-open-vote"),
        ("closed", None) => Some("report-not-revealed"),
        _ => None,
    }
}

/// `2 versions: text.en: a / b`, nothing when there is no conflict.
pub(super) fn versions(messages: &Messages, versions: &Versions) -> Option<String> {
    if versions.is_empty() {
        return None;
    }
    let plain = |value: &serde_json::Value| match value {
        serde_json::Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let fields = versions.fields().map(|(name, values)| {
        let values: Vec<String> = values.iter().map(plain).collect();
        format!("{name}: {}", values.join(" / "))
    });
    let fields: Vec<String> = fields.collect();
    let count = messages.with("report-versions", &[("n", versions.most().into())]);
    Some(format!("{count}: {}", fields.join("; ")))
}

/// What stands after the words of an idea: what it is, who said it, its tags.
pub(super) fn about(messages: &Messages, model: &Model, idea: &Idea) -> Vec<String> {
    let lang = messages.lang();
    let special = !matches!(idea.kind, "idea" | "parking");
    let kind = special.then(|| word(messages, "idea-kind", idea.kind));
    let author =
        idea.author_name.as_ref().map_or_else(|| idea.author.clone(), |name| name.in_(lang).to_owned());
    let tags = idea.tags.iter().map(|tag| format!("#{}", model.term(tag).in_(lang)));
    let unchecked = (!idea.unchecked.is_empty()).then(|| messages.say("report-unchecked"));
    kind.into_iter()
        .chain(Some(author).filter(|author| !author.is_empty()))
        .chain(tags)
        .chain(unchecked)
        .collect()
}

/// Several texts in one.
pub(super) fn joined(texts: &[Text], between: &str) -> Text {
    let mut all = Text::default();
    for lang in Lang::ALL {
        // A list is whole in both languages, or it is in one.
        if texts.iter().any(|text| text.get(lang).is_some()) {
            let forms: Vec<&str> = texts.iter().map(|text| text.in_(lang)).collect();
            all.set(lang, Some(forms.join(between).into()));
        }
    }
    all
}

/// The wording of terms.
pub(super) fn terms(model: &Model, ids: &[std::sync::Arc<str>]) -> Text {
    let names: Vec<Text> = ids.iter().map(|id| model.term(id)).collect();
    joined(&names, "; ")
}
