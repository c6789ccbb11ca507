//! What each part says.

use super::columns::Lines;
use crate::language::Messages;
use crate::report::model::{Idea, Model, Tally, Versions, Vote};
use crate::report::{words, worth};
use crate::workshop::text::Text;

/// A labelled line, if there is anything to say.
fn labelled(lines: &mut Lines, messages: &Messages, id: &str, text: &str) {
    if !text.is_empty() {
        lines.line(2, &format!("{}: {text}", messages.say(id)));
    }
}

fn conflict(lines: &mut Lines, messages: &Messages, indent: usize, versions: &Versions) {
    if let Some(versions) = words::versions(messages, versions) {
        lines.line(indent, &versions);
    }
}

/// What is torn in a list of things, below their table.
fn conflicts<'a>(lines: &mut Lines, messages: &Messages, all: impl Iterator<Item = (&'a str, &'a Versions)>) {
    for (id, versions) in all {
        if let Some(versions) = words::versions(messages, versions) {
            lines.line(2, &format!("{id}: {versions}"));
        }
    }
}

fn several(messages: &Messages, list: &[Text]) -> String {
    words::joined(list, "; ").in_(messages.lang()).to_owned()
}

pub(super) fn meeting(lines: &mut Lines, model: &Model, messages: &Messages) {
    let meeting = &model.meeting;
    let lang = messages.lang();
    lines.line(
        2,
        if meeting.title.is_empty() {
            messages.say("report-untitled")
        } else {
            meeting.title.in_(lang).to_owned()
        }
        .as_str(),
    );
    if let Some(days) = words::days(messages, meeting) {
        lines.line(2, &days);
    }
    labelled(lines, messages, "report-question", meeting.question.in_(lang));
    labelled(lines, messages, "report-languages", &meeting.languages.join(", "));
    conflict(lines, messages, 2, &meeting.versions);
}

pub(super) fn agenda(lines: &mut Lines, model: &Model, messages: &Messages) {
    for items in model.agenda.chunk_by(|a, b| a.day == b.day) {
        let Some(day) = items.first().map(|item| item.day) else { continue };
        lines.line(0, &words::day(messages, &model.meeting, day));
        let rows: Vec<Vec<String>> = items
            .iter()
            .map(|item| {
                let minutes = messages
                    .with("report-minutes", &[("n", item.extended_to.unwrap_or(item.minutes).into())]);
                let marks = words::marks(messages, item);
                let marks = if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) };
                let title = format!("{}{marks}", item.title.in_(messages.lang()));
                vec![item.id.clone(), words::planned(item), words::actual(item), minutes, title]
            })
            .collect();
        lines.table(2, &rows);
        conflicts(lines, messages, items.iter().map(|item| (item.id.as_str(), &item.versions)));
        if let Some(drift) = model.drift.iter().find(|drift| drift.day == day) {
            lines.line(2, &words::drift(messages, drift));
        }
    }
}

pub(super) fn people(lines: &mut Lines, model: &Model, messages: &Messages) {
    let lang = messages.lang();
    let rows: Vec<Vec<String>> = model
        .people
        .iter()
        .map(|person| {
            let organisation = person.organisation.in_(lang);
            let kind = if person.kind.is_empty() { Text::default() } else { model.term(&person.kind) };
            let role = if person.role.is_empty() {
                String::new()
            } else {
                words::word(messages, "role", &person.role)
            };
            let later = person.arrives.filter(|day| *day > 1);
            let later =
                later.map(|day| format!("{} {day}", messages.say("report-arrives"))).unwrap_or_default();
            let marked = match person.present {
                Some(true) => messages.say("report-present"),
                Some(false) => messages.say("report-away"),
                None => String::new(),
            };
            let about = [person.name.in_(lang), organisation, kind.in_(lang), &role, &later, &marked];
            let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
            vec![person.id.clone(), person.country.clone(), person.languages.join(","), about.join("; ")]
        })
        .collect();
    lines.table(2, &rows);
    conflicts(lines, messages, model.people.iter().map(|person| (person.id.as_str(), &person.versions)));
}

pub(super) fn groups(lines: &mut Lines, model: &Model, messages: &Messages) {
    let lang = messages.lang();
    for round in &model.groups {
        lines.line(0, &format!("{}: {}", round.id, round.title.in_(lang)));
        for room in &round.rooms {
            let topic = room.topic.in_(lang);
            let topic = if topic.is_empty() { String::new() } else { format!(" ({topic})") };
            lines.line(2, &format!("{}: {}{topic}", room.id, room.title.in_(lang)));
            let people: Vec<Vec<String>> = room
                .people
                .iter()
                .map(|person| vec![person.id.clone(), person.title.in_(lang).to_owned()])
                .collect();
            lines.table(4, &people);
        }
        if !round.in_two_rooms.is_empty() {
            labelled(lines, messages, "report-two-rooms", &round.in_two_rooms.join(", "));
        }
        conflict(lines, messages, 2, &round.versions);
    }
}

pub(super) fn ideas(lines: &mut Lines, model: &Model, messages: &Messages) {
    for (room, ideas) in model.by_room() {
        let title = room.title.in_(messages.lang());
        lines.line(0, &if room.id.is_empty() { messages.say("report-no-room") } else { title.to_owned() });
        told(lines, model, messages, &ideas);
    }
    let parked: Vec<&Idea> = model.parking().collect();
    if !parked.is_empty() {
        lines.line(0, &messages.say("report-parking"));
        told(lines, model, messages, &parked);
    }
    if let Some(count) = model.off_record.filter(|count| *count > 0) {
        lines.line(0, &messages.with("report-off-record", &[("n", count.into())]));
    }
}

fn told(lines: &mut Lines, model: &Model, messages: &Messages, ideas: &[&Idea]) {
    let line = |idea: &Idea| {
        let about = words::about(messages, model, idea);
        let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join("; ")) };
        vec![idea.id.clone(), format!("{}{about}", idea.text.in_(messages.lang()))]
    };
    for idea in ideas {
        lines.table(2, &[line(idea)]);
        conflict(lines, messages, 4, &idea.versions);
        if !idea.merged.is_empty() {
            lines.line(4, &format!("{}:", messages.say("report-merged")));
        }
        for merged in &idea.merged {
            lines.table(6, &[line(merged)]);
            conflict(lines, messages, 8, &merged.versions);
        }
    }
}

pub(super) fn proposals(lines: &mut Lines, model: &Model, messages: &Messages) {
    let lang = messages.lang();
    for proposal in &model.proposals {
        lines.line(0, &format!("{}: {}", proposal.id, proposal.title.in_(lang)));
        labelled(lines, messages, "report-state", &words::word(messages, "proposal-state", &proposal.state));
        labelled(lines, messages, "report-leads", &several(messages, &proposal.leads));
        labelled(lines, messages, "report-partners", &several(messages, &proposal.partners));
        labelled(lines, messages, "report-place", proposal.place.in_(lang));
        labelled(lines, messages, "report-when", proposal.when.in_(lang));
        labelled(lines, messages, "report-enablers", words::terms(model, &proposal.enablers).in_(lang));
        labelled(lines, messages, "report-ephos", words::terms(model, &proposal.ephos).in_(lang));
        if !proposal.ideas.is_empty() {
            lines.line(2, &format!("{}:", messages.say("report-sources")));
            let rows: Vec<Vec<String>> = proposal
                .ideas
                .iter()
                .map(|source| vec![source.id.clone(), source.text.in_(lang).to_owned()])
                .collect();
            lines.table(4, &rows);
        }
        conflict(lines, messages, 2, &proposal.versions);
    }
}

pub(super) fn votes(lines: &mut Lines, model: &Model, messages: &Messages) {
    for vote in &model.votes {
        lines.line(0, &format!("{}: {}", vote.id, vote.title.in_(messages.lang())));
        labelled(lines, messages, "report-stage", &words::word(messages, "vote-stage", vote.stage));
        lines.line(2, &words::rule(messages, vote));
        lines.line(2, &messages.say(if vote.secret { "report-secret" } else { "report-not-secret" }));
        labelled(lines, messages, "report-tie-rule", &words::word(messages, "tie", &vote.tie));
        labelled(lines, messages, "report-threshold", &format!("{:.0}%", vote.threshold * 100.0));
        labelled(lines, messages, "report-hash", vote.hash.as_deref().unwrap_or_default());
        labelled(lines, messages, "report-open-gates", &vote.open_gates.join(", "));
        for waived in &vote.waived {
            labelled(lines, messages, "report-waived", &format!("{} ({})", waived.gate, waived.reason));
        }
        if vote.stage != "prepared" {
            labelled(lines, messages, "report-turnout-name", &words::turnout(messages, vote));
        }
        for (label, says) in words::around(messages, vote) {
            labelled(lines, messages, label, &says);
        }
        if words::counts_both(vote) {
            lines.line(2, &messages.say("report-closed-twice"));
        }
        if let Some(why) = words::no_result(vote) {
            lines.line(2, &messages.say(why));
        }
        match &vote.result {
            Some(result) => told_result(lines, messages, vote, result),
            None => told_options(lines, messages, vote),
        }
        conflict(lines, messages, 2, &vote.versions);
    }
}

fn told_options(lines: &mut Lines, messages: &Messages, vote: &Vote) {
    lines.line(2, &format!("{}:", messages.say("report-options")));
    let rows: Vec<Vec<String>> = vote
        .options
        .iter()
        .map(|option| vec![option.id.clone(), option.title.in_(messages.lang()).to_owned()])
        .collect();
    lines.table(4, &rows);
}

fn told_result(lines: &mut Lines, messages: &Messages, vote: &Vote, result: &Tally) {
    let counted = if vote.turnout.hands { "report-counted-hands" } else { "report-counted" };
    labelled(lines, messages, counted, &result.ballots.to_string());
    for (message, whose) in words::not_counted(result) {
        labelled(lines, messages, message, &whose);
    }
    labelled(lines, messages, "report-decided", &words::decided_in(messages, vote, result));
    if let Some(seed) = result.seed {
        labelled(lines, messages, "report-seed", &seed.to_string());
        labelled(lines, messages, "report-drawn", &result.drawn.join(", "));
    }
    let total = format!("report-{}", vote.unit);
    let head = ["report-rank", &total, "report-supporters", "report-forward", "report-option"];
    let mut rows: Vec<Vec<String>> = vec![head.iter().map(|id| messages.say(id)).collect()];
    rows.extend(result.rows.iter().map(|row| {
        vec![
            row.rank.to_string(),
            row.total.to_string(),
            row.supporters.to_string(),
            messages.say(&format!("report-forward-{}", row.forward.name())),
            format!("{} {}", row.option, row.title.in_(messages.lang())),
        ]
    }));
    lines.table(4, &rows);
    told_worth(lines, messages, result);
    for line in &result.cast {
        let votes: Vec<String> =
            line.votes.iter().map(|(option, dots)| format!("{option}: {dots}")).collect();
        lines.line(4, &format!("{}  {}", line.voter, votes.join(", ")));
    }
}

/// What the ranking is worth, a sentence a line.
fn told_worth(lines: &mut Lines, messages: &Messages, result: &Tally) {
    let Some(findings) = &result.findings else { return };
    let mut sentences = worth::solid(messages, findings);
    sentences.push(worth::common_ground(messages, findings));
    sentences.extend(worth::rankings(messages, findings));
    sentences.extend(worth::fair_share(messages, findings, result.ballots));
    sentences.iter().for_each(|sentence| lines.line(2, sentence));
    let heads = worth::agreement_heads(worth::is_scaled(findings), findings.change.is_some());
    let heads = heads.into_iter().map(|id| messages.say(id));
    let mut rows: Vec<Vec<String>> = vec![heads.chain([messages.say("report-option")]).collect()];
    rows.extend(result.rows.iter().map(|row| {
        let cells = worth::agreement_cells(messages, findings, &row.option);
        cells.into_iter().chain([row.option.clone()]).collect()
    }));
    lines.table(4, &rows);
}

pub(super) fn commitments(lines: &mut Lines, model: &Model, messages: &Messages) {
    let lang = messages.lang();
    for commitment in &model.commitments {
        lines.line(0, &format!("{}: {}", commitment.id, commitment.text.in_(lang)));
        labelled(lines, messages, "report-who", commitment.who().in_(lang));
        labelled(lines, messages, "report-with", &several(messages, &commitment.with_names));
        let due = commitment.due.map(|due| words::date(messages, due)).unwrap_or_default();
        labelled(lines, messages, "report-due", &due);
        let proposal = commitment.proposal.as_ref();
        let proposal = proposal.map(|proposal| format!("{} {}", proposal.id, proposal.title.in_(lang)));
        labelled(lines, messages, "report-proposal", proposal.as_deref().unwrap_or_default());
        labelled(
            lines,
            messages,
            "report-done",
            &messages.say(if commitment.done { "report-yes" } else { "report-no" }),
        );
        conflict(lines, messages, 2, &commitment.versions);
    }
}
