//! `talkoot tally FILE.pb`: an election of Pabulib.

use std::collections::BTreeSet;
use std::process::ExitCode;

use super::answer::{Answer, Line};
use crate::cli::{Call, Ended, print};
use crate::fault::{Exit, Fault};
use crate::tally::findings::{Agreement, Counted, Plain, Poll, fair, opinions};
use crate::tally::pabulib::{self, Instance, Kind, NotDecimal, Unwritable, Utility};
use crate::tally::solid::Memberships;
use crate::tally::{Share, Tie};

/// The share that counts as agreement where the file cannot say: as in a vote that says nothing of it.
const THRESHOLD: Share = Share { some: 75, of: 100 };

/// Whether this is Pabulib: because it begins with META, or by its ending unless it begins as JSON does.
pub(super) fn is(name: &str, bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes).trim_ascii_start();
    let meta = bytes.get(..4).is_some_and(|begin| begin.eq_ignore_ascii_case(b"META"));
    meta || (name.to_ascii_lowercase().ends_with(".pb") && !bytes.starts_with(b"{"))
}

pub(super) fn run(call: &Call<'_>, name: &str, bytes: Vec<u8>) -> Ended {
    if let Some(before) = call.optional("before-file") {
        return Err(before_pabulib(before));
    }
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

/// That rounds are compared only of votes in JSON.
pub(super) fn before_pabulib(before: &str) -> Fault {
    Fault::new(Exit::Usage, "usage", "fault-pb-before").with("path", before)
}

fn answer(instance: &Instance, utility: Utility, said: &'static str) -> Result<Answer, Fault> {
    let election = |utility| {
        let unfit = |_| Fault::new(Exit::Refused, "instance", "fault-pb-unfit");
        instance.election(utility).map_err(unfit)
    };
    // The results and the plain winners are by points, whatever an option is worth to whoever gave them.
    let by_points = election(Utility::Dots)?;
    let unit = 10_u64.pow(instance.point_decimals().min(18));
    let plain = Plain::of(&by_points);
    let equal_shares = match utility {
        Utility::Dots => fair(&by_points, unit, &plain),
        Utility::Cost | Utility::One => fair(&election(utility)?, 1, &plain),
    };
    drop(by_points);
    let options: Vec<String> = instance.projects.iter().map(|project| project.id.clone()).collect();
    let profile = instance.profile();
    let counted = Counted::of(&profile);
    let poll = Poll {
        options: &options,
        groups: &[],
        memberships: &Memberships::default(),
        profile: &profile,
        seats: 0,
        tie: Tie::Runoff,
        seed: 0,
        threshold: THRESHOLD,
        money: (&[], 0),
        utility,
    };
    let opinions = opinions(&poll, &counted);
    let in_points = |figure: Option<f64>| figure.map(|figure| figure / unit as f64);
    let agreement = opinions.agreement.into_iter().map(|(option, found)| {
        (option, Agreement { median: in_points(found.median), iqr: in_points(found.iqr), ..found })
    });
    let plain: BTreeSet<&String> = equal_shares.plain.iter().collect();
    let line = |row: &crate::tally::Row<u32>| {
        let option = options.get(row.option as usize).cloned().unwrap_or_default();
        let forward = if plain.contains(&option) { "yes" } else { "no" };
        Line { option, total: row.total, supporters: row.supporters, rank: row.rank, forward }
    };
    Ok(Answer {
        ballots: profile.ballots(),
        invalid: Vec::new(),
        copies: Vec::new(),
        utility: said,
        results: counted.rows.iter().map(line).collect(),
        cut: None,
        solid: None,
        agreement: agreement.collect(),
        common_ground: Vec::new(),
        kendall_w: opinions.kendall_w,
        kendall_w_null: opinions.kendall_w_null,
        condorcet_winner: opinions.condorcet_winner,
        equal_shares: Some(equal_shares),
        change: None,
    })
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
