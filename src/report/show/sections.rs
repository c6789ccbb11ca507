//! What each part says.

use crate::language::Tongue;
use crate::report::model::{Idea, Model, Tally, Versions, Vote};
use crate::report::{words, worth};
use crate::workshop::text::Text;

use super::columns::Lines;

/// A labelled line, if there is anything to say.
fn labelled(lines: &mut Lines, tongue: &Tongue, id: &str, text: &str) {
    if !text.is_empty() {
        lines.line(2, &format!("{}: {text}", tongue.say(id)));
    }
}

fn conflict(lines: &mut Lines, tongue: &Tongue, indent: usize, versions: &Versions) {
    if let Some(versions) = words::versions(tongue, versions) {
        lines.line(indent, &versions);
    }
}

/// What is torn in a list of things, below their table.
fn conflicts<'a>(lines: &mut Lines, tongue: &Tongue, all: impl Iterator<Item = (&'a str, &'a Versions)>) {
    for (id, versions) in all {
        if let Some(versions) = words::versions(tongue, versions) {
            lines.line(2, &format!("{id}: {versions}"));
        }
    }
}

fn several(tongue: &Tongue, list: &[Text]) -> String {
    words::joined(list, "; ").in_(tongue.lang()).to_owned()
}

pub(super) fn meeting(lines: &mut Lines, model: &Model, tongue: &Tongue) {
    let meeting = &model.meeting;
    let lang = tongue.lang();
    lines.line(
        2,
        if meeting.title.is_empty() {
            tongue.say("report-untitled")
        } else {
            meeting.title.in_(lang).to_owned()
        }
        .as_str(),
    );
    if let Some(days) = words::days(tongue, meeting) {
        lines.line(2, &days);
    }
    labelled(lines, tongue, "report-question", meeting.question.in_(lang));
    labelled(lines, tongue, "report-languages", &meeting.languages.join(", "));
    conflict(lines, tongue, 2, &meeting.versions);
}

pub(super) fn agenda(lines: &mut Lines, model: &Model, tongue: &Tongue) {
    for items in model.agenda.chunk_by(|a, b| a.day == b.day) {
        let Some(day) = items.first().map(|item| item.day) else { continue };
        lines.line(0, &words::day(tongue, &model.meeting, day));
        let rows: Vec<Vec<String>> = items
            .iter()
            .map(|item| {
                let minutes =
                    tongue.with("report-minutes", &[("n", item.extended_to.unwrap_or(item.minutes).into())]);
                let marks = words::marks(tongue, item);
                let marks = if marks.is_empty() { String::new() } else { format!(" ({})", marks.join(", ")) };
                let title = format!("{}{marks}", item.title.in_(tongue.lang()));
                vec![item.id.clone(), words::planned(item), words::actual(item), minutes, title]
            })
            .collect();
        lines.table(2, &rows);
        conflicts(lines, tongue, items.iter().map(|item| (item.id.as_str(), &item.versions)));
        if let Some(drift) = model.drift.iter().find(|drift| drift.day == day) {
            lines.line(2, &words::drift(tongue, drift));
        }
    }
}

pub(super) fn people(lines: &mut Lines, model: &Model, tongue: &Tongue) {
    let lang = tongue.lang();
    let rows: Vec<Vec<String>> = model
        .people
        .iter()
        .map(|person| {
            let organisation = person.organisation.in_(lang);
            let kind = if person.kind.is_empty() { Text::default() } else { model.term(&person.kind) };
            let role = if person.role.is_empty() {
                String::new()
            } else {
                words::word(tongue, "role", &person.role)
            };
            let later = person.arrives.filter(|day| *day > 1);
            let later =
                later.map(|day| format!("{} {day}", tongue.say("report-arrives"))).unwrap_or_default();
            let marked = match person.present {
                Some(true) => tongue.say("report-present"),
                Some(false) => tongue.say("report-away"),
                None => String::new(),
            };
            let about = [person.name.in_(lang), organisation, kind.in_(lang), &role, &later, &marked];
            let about: Vec<&str> = about.into_iter().filter(|part| !part.is_empty()).collect();
            vec![person.id.clone(), person.country.clone(), person.languages.join(","), about.join("; ")]
        })
        .collect();
    lines.table(2, &rows);
    conflicts(lines, tongue, model.people.iter().map(|person| (person.id.as_str(), &person.versions)));
}

pub(super) fn groups(lines: &mut Lines, model: &Model, tongue: &Tongue) {
    let lang = tongue.lang();
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
            labelled(lines, tongue, "report-two-rooms", &round.in_two_rooms.join(", "));
        }
        conflict(lines, tongue, 2, &round.versions);
    }
}

pub(super) fn ideas(lines: &mut Lines, model: &Model, tongue: &Tongue) {
    for (room, ideas) in model.by_room() {
        let title = room.title.in_(tongue.lang());
        lines.line(0, &if room.id.is_empty() { tongue.say("report-no-room") } else { title.to_owned() });
        told(lines, model, tongue, &ideas);
    }
    let parked: Vec<&Idea> = model.parking().collect();
    if !parked.is_empty() {
        lines.line(0, &tongue.say("report-parking"));
        told(lines, model, tongue, &parked);
    }
    if let Some(count) = model.off_record.filter(|count| *count > 0) {
        lines.line(0, &tongue.with("report-off-record", &[("n", count.into())]));
    }
}

fn told(lines: &mut Lines, model: &Model, tongue: &Tongue, ideas: &[&Idea]) {
    let line = |idea: &Idea| {
        let about = words::about(tongue, model, idea);
        let about = if about.is_empty() { String::new() } else { format!(" ({})", about.join("; ")) };
        vec![idea.id.clone(), format!("{}{about}", idea.text.in_(tongue.lang()))]
    };
    for idea in ideas {
        lines.table(2, &[line(idea)]);
        conflict(lines, tongue, 4, &idea.versions);
        if !idea.merged.is_empty() {
            lines.line(4, &format!("{}:", tongue.say("report-merged")));
        }
        for merged in &idea.merged {
            lines.table(6, &[line(merged)]);
            conflict(lines, tongue, 8, &merged.versions);
        }
    }
}

pub(super) fn proposals(lines: &mut Lines, model: &Model, tongue: &Tongue) {
    let lang = tongue.lang();
    for proposal in &model.proposals {
        lines.line(0, &format!("{}: {}", proposal.id, proposal.title.in_(lang)));
        labelled(lines, tongue, "report-state", &words::word(tongue, "proposal-state", &proposal.state));
        labelled(lines, tongue, "report-leads", &several(tongue, &proposal.leads));
        labelled(lines, tongue, "report-partners", &several(tongue, &proposal.partners));
        labelled(lines, tongue, "report-place", proposal.place.in_(lang));
        labelled(lines, tongue, "report-when", proposal.when.in_(lang));
        labelled(lines, tongue, "report-enablers", words::terms(model, &proposal.enablers).in_(lang));
        labelled(lines, tongue, "report-ephos", words::terms(model, &proposal.ephos).in_(lang));
        if !proposal.ideas.is_empty() {
            lines.line(2, &format!("{}:", tongue.say("report-sources")));
            let rows: Vec<Vec<String>> = proposal
                .ideas
                .iter()
                .map(|source| vec![source.id.clone(), source.text.in_(lang).to_owned()])
                .collect();
            lines.table(4, &rows);
        }
        conflict(lines, tongue, 2, &proposal.versions);
    }
}

pub(super) fn votes(lines: &mut Lines, model: &Model, tongue: &Tongue) {
    for vote in &model.votes {
        lines.line(0, &format!("{}: {}", vote.id, vote.title.in_(tongue.lang())));
        labelled(lines, tongue, "report-stage", &words::word(tongue, "vote-stage", vote.stage));
        lines.line(2, &words::rule(tongue, vote));
        lines.line(2, &tongue.say(if vote.secret { "report-secret" } else { "report-not-secret" }));
        labelled(lines, tongue, "report-tie-rule", &words::word(tongue, "tie", &vote.tie));
        labelled(lines, tongue, "report-threshold", &format!("{:.0}%", vote.threshold * 100.0));
        labelled(lines, tongue, "report-hash", vote.hash.as_deref().unwrap_or_default());
        labelled(lines, tongue, "report-open-gates", &vote.open_gates.join(", "));
        for waived in &vote.waived {
            labelled(lines, tongue, "report-waived", &format!("{} ({})", waived.gate, waived.reason));
        }
        if vote.stage != "prepared" {
            labelled(lines, tongue, "report-turnout-name", &words::turnout(tongue, vote));
        }
        for (label, says) in words::around(tongue, vote) {
            labelled(lines, tongue, label, &says);
        }
        if words::counts_both(vote) {
            lines.line(2, &tongue.say("report-closed-twice"));
        }
        if let Some(why) = words::no_result(vote) {
            lines.line(2, &tongue.say(why));
        }
        match &vote.result {
            Some(result) => told_result(lines, tongue, vote, result),
            None => told_options(lines, tongue, vote),
        }
        conflict(lines, tongue, 2, &vote.versions);
    }
}

fn told_options(lines: &mut Lines, tongue: &Tongue, vote: &Vote) {
    lines.line(2, &format!("{}:", tongue.say("report-options")));
    let rows: Vec<Vec<String>> = vote
        .options
        .iter()
        .map(|option| vec![option.id.clone(), option.title.in_(tongue.lang()).to_owned()])
        .collect();
    lines.table(4, &rows);
}

fn told_result(lines: &mut Lines, tongue: &Tongue, vote: &Vote, result: &Tally) {
    let counted = if vote.turnout.hands { "report-counted-hands" } else { "report-counted" };
    labelled(lines, tongue, counted, &result.ballots.to_string());
    for (message, whose) in words::not_counted(result) {
        labelled(lines, tongue, message, &whose);
    }
    labelled(lines, tongue, "report-decided", &words::decided_in(tongue, vote, result));
    if let Some(seed) = result.seed {
        labelled(lines, tongue, "report-seed", &seed.to_string());
        labelled(lines, tongue, "report-drawn", &result.drawn.join(", "));
    }
    let total = format!("report-{}", vote.unit);
    let head = ["report-rank", &total, "report-supporters", "report-forward", "report-option"];
    let mut rows: Vec<Vec<String>> = vec![head.iter().map(|id| tongue.say(id)).collect()];
    rows.extend(result.rows.iter().map(|row| {
        vec![
            row.rank.to_string(),
            row.total.to_string(),
            row.supporters.to_string(),
            tongue.say(&format!("report-forward-{}", row.forward.name())),
            format!("{} {}", row.option, row.title.in_(tongue.lang())),
        ]
    }));
    lines.table(4, &rows);
    told_worth(lines, tongue, result);
    for line in &result.cast {
        let votes: Vec<String> =
            line.votes.iter().map(|(option, dots)| format!("{option}: {dots}")).collect();
        lines.line(4, &format!("{}  {}", line.voter, votes.join(", ")));
    }
}

/// What the ranking is worth, a sentence a line.
fn told_worth(lines: &mut Lines, tongue: &Tongue, result: &Tally) {
    let Some(findings) = &result.findings else { return };
    let mut sentences = worth::solid(tongue, findings);
    sentences.push(worth::common_ground(tongue, findings));
    sentences.extend(worth::rankings(tongue, findings));
    sentences.extend(worth::fair_share(tongue, findings, result.ballots));
    sentences.iter().for_each(|sentence| lines.line(2, sentence));
    let heads = worth::agreement_heads(worth::is_scaled(findings), findings.change.is_some());
    let heads = heads.into_iter().map(|id| tongue.say(id));
    let mut rows: Vec<Vec<String>> = vec![heads.chain([tongue.say("report-option")]).collect()];
    rows.extend(result.rows.iter().map(|row| {
        let cells = worth::agreement_cells(tongue, findings, &row.option);
        cells.into_iter().chain([row.option.clone()]).collect()
    }));
    lines.table(4, &rows);
}

pub(super) fn commitments(lines: &mut Lines, model: &Model, tongue: &Tongue) {
    let lang = tongue.lang();
    for commitment in &model.commitments {
        lines.line(0, &format!("{}: {}", commitment.id, commitment.text.in_(lang)));
        labelled(lines, tongue, "report-who", commitment.who().in_(lang));
        labelled(lines, tongue, "report-with", &several(tongue, &commitment.with_names));
        let due = commitment.due.map(|due| words::date(tongue, due)).unwrap_or_default();
        labelled(lines, tongue, "report-due", &due);
        let proposal = commitment.proposal.as_ref();
        let proposal = proposal.map(|proposal| format!("{} {}", proposal.id, proposal.title.in_(lang)));
        labelled(lines, tongue, "report-proposal", proposal.as_deref().unwrap_or_default());
        labelled(
            lines,
            tongue,
            "report-done",
            &tongue.say(if commitment.done { "report-yes" } else { "report-no" }),
        );
        conflict(lines, tongue, 2, &commitment.versions);
    }
}
