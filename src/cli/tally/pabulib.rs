//! `talkoot tally FILE.pb`: an election of Pabulib.

use std::collections::BTreeSet;
use std::process::ExitCode;

use schemars::JsonSchema;
use serde::Serialize;

use crate::cli::{Call, Ended, print};
use crate::fault::{Exit, Fault};
use crate::tally::findings::{EqualShares, fair};
use crate::tally::pabulib::{self, Decimal, Instance, Kind, NotDecimal, Unwritable, Utility, VoteType};

/// The answer to a Pabulib file.
#[derive(Debug, Serialize, JsonSchema)]
struct Answer {
    /// How many ballots count: all of them, since a file with a bad one is refused.
    ballots: usize,
    /// None.
    invalid: [(); 0],
    /// What a supported option was taken to be worth: `dots`, `cost` or `one`.
    utility: &'static str,
    /// One row an option, by total.
    results: Vec<Line>,
    /// Fair share.
    equal_shares: EqualShares,
}

/// One option's result.
#[derive(Debug, Serialize, JsonSchema)]
struct Line {
    option: String,
    /// Dots, or what stands for them, in the smallest decimal that the file has.
    total: u128,
    supporters: usize,
    rank: usize,
    /// `yes` for the plain winners.
    forward: &'static str,
}

/// Whether this is Pabulib: because it begins with META, or by its ending unless it begins as JSON does.
pub(super) fn is(name: &str, bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let meta = bytes.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case(b"META"));
    meta || (name.to_ascii_lowercase().ends_with(".pb") && !bytes.starts_with(b"{"))
}

pub(super) fn run(call: &Call<'_>, name: &str, bytes: Vec<u8>) -> Ended {
    let text = String::from_utf8(bytes)
        .map_err(|_| Fault::new(Exit::Refused, "instance", "fault-pb-text").with("path", name))?;
    let instance = pabulib::read(&text).map_err(fault)?;
    if call.flag("pb") {
        print(&pabulib::write(&instance).map_err(unwritable)?)?;
        return Ok(ExitCode::SUCCESS);
    }
    let (utility, said) = utility(call);
    let answer = answer(&instance, utility, said)?;
    let text = serde_json::to_string_pretty(&answer)
        .map_err(|error| Fault::system("fault-output").with("why", error))?;
    print(&(text + "\n"))?;
    Ok(ExitCode::SUCCESS)
}

/// What an option is worth to whoever supports it, and its name.
pub(super) fn utility(call: &Call<'_>) -> (Utility, &'static str) {
    match call.optional("utility") {
        Some("cost") => (Utility::Cost, "cost"),
        Some("one") => (Utility::One, "one"),
        _ => (Utility::Dots, "dots"),
    }
}

fn answer(instance: &Instance, utility: Utility, said: &'static str) -> Result<Answer, Fault> {
    let unfit = |_| Fault::new(Exit::Refused, "instance", "fault-pb-unfit");
    let election = instance.election(utility).map_err(unfit)?;
    let points = if utility == Utility::Dots { 10_u64.pow(instance.point_decimals().min(18)) } else { 1 };
    let equal_shares = fair(&election, points);
    let mut totals: Vec<(u128, usize)> = vec![(0, 0); instance.projects.len()];
    for (project, weight) in election.ballots().iter().flatten() {
        if let Some((total, _)) = totals.get_mut(*project as usize) {
            *total += u128::from(*weight);
        }
    }
    for (place, vote) in instance.voters.iter().flat_map(|voter| voter.votes.iter().enumerate()) {
        if let Some((_, supporters)) =
            totals.get_mut(vote.project as usize).filter(|_| agrees(instance, place, vote))
        {
            *supporters += 1;
        }
    }
    let plain: BTreeSet<&String> = equal_shares.plain.iter().collect();
    let above = |total: u128| totals.iter().filter(|(other, _)| *other > total).count();
    let line = |(project, (total, supporters)): (&pabulib::Project, &(u128, usize))| Line {
        option: project.id.clone(),
        total: *total,
        supporters: *supporters,
        rank: above(*total) + 1,
        forward: if plain.contains(&project.id) { "yes" } else { "no" },
    };
    let mut results: Vec<Line> = instance.projects.iter().zip(&totals).map(line).collect();
    results.sort_by_key(|line| line.rank);
    Ok(Answer { ballots: instance.voters.len(), invalid: [], utility: said, results, equal_shares })
}

/// Whether a vote is one of those that agree, as in any vote of this kind: ranked first, 4 or 5 where scores run from 1 to 5, else
/// any points at all.
fn agrees(instance: &Instance, place: usize, vote: &pabulib::Vote) -> bool {
    let decimals = vote.points.decimals();
    let scored = instance.meta("min_points") == Some("1") && instance.meta("max_points") == Some("5");
    match instance.vote_type {
        VoteType::Ordinal => place == 0,
        VoteType::Scoring if scored => vote.points.scaled(decimals) >= Decimal::from(4).scaled(decimals),
        _ => !vote.points.is_zero(),
    }
}

fn unwritable(why: Unwritable) -> Fault {
    let id = match why {
        Unwritable::Id(id) => id,
        Unwritable::NoSuchProject | Unwritable::Failed => String::new(),
    };
    Fault::new(Exit::Refused, "instance", "fault-pb-unwritable").with("id", id)
}

/// The sentence for what is wrong with a file.
fn fault(fault: pabulib::Fault) -> Fault {
    let say = |message| Fault::new(Exit::Refused, "instance", message).with("line", fault.line);
    match fault.kind {
        Kind::NotPabulib => say("fault-pb-not"),
        Kind::NoSection(section) => say("fault-pb-no-section").with("section", section.title()),
        Kind::SectionTwice(section) => say("fault-pb-section-twice").with("section", section.title()),
        Kind::NoColumn { section, column } => {
            say("fault-pb-no-column").with("section", section.title()).with("column", column)
        }
        Kind::ShortRow { found, columns } => {
            say("fault-pb-short-row").with("found", found).with("columns", columns)
        }
        Kind::LongRow { found, columns } => {
            say("fault-pb-long-row").with("found", found).with("columns", columns)
        }
        Kind::NoKey(key) => say("fault-pb-no-key").with("key", key),
        Kind::KeyTwice(key) => say("fault-pb-key-twice").with("key", key),
        Kind::Count { section, said, found } => {
            say("fault-pb-count").with("section", section.title()).with("said", said).with("found", found)
        }
        Kind::Number { field, text, why } => {
            let message = match why {
                NotDecimal::Number => "fault-pb-number",
                NotDecimal::Negative => "fault-pb-negative",
                NotDecimal::Digits => "fault-pb-digits",
            };
            say(message).with("field", field).with("text", text)
        }
        Kind::Digits { field, text } => say("fault-pb-digits").with("field", field).with("text", text),
        Kind::VoteType(kind) => say("fault-pb-vote-type").with("type", kind),
        Kind::NoId(section) => say("fault-pb-no-id").with("section", section.title()),
        Kind::IdTwice { section, id, first } => {
            say("fault-pb-id-twice").with("section", section.title()).with("id", id).with("first", first)
        }
        Kind::NoSuchProject { voter, project } => {
            say("fault-pb-no-project").with("voter", voter).with("project", project)
        }
        Kind::ProjectTwice { voter, project } => {
            say("fault-pb-project-twice").with("voter", voter).with("project", project)
        }
        Kind::Points { voter, projects, points } => {
            say("fault-pb-points").with("voter", voter).with("projects", projects).with("points", points)
        }
        Kind::TooManyPoints { voter, given, allowed } => {
            say("fault-pb-too-many-points").with("voter", voter).with("given", given).with("allowed", allowed)
        }
        Kind::TooMany(section) => say("fault-pb-too-many").with("section", section.title()),
    }
}
