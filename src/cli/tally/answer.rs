//! The shape of the answer: the count, how solid it is, and how far the ballots agree.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::read::Election;
use crate::language::{Arg, Messages};
use crate::tally::findings::{Agreement, Counted, EqualShares, Moved, Solid, findings};
use crate::tally::pabulib::Utility;
use crate::tally::{DecidedBy, Fault, Goes, SetAside, Why, cut, settle};

/// The answer to a vote, in JSON or in a Pabulib file.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Talkoot tally: answer")]
pub struct Answer {
    /// How many ballots count.
    pub ballots: u64,
    /// Ballots that do not count; none of a Pabulib file, since one with a bad ballot is refused.
    pub invalid: Vec<Aside>,
    /// Ballots that came again in the same words under the same id, and were counted once.
    pub copies: Vec<Aside>,
    /// What a supported option was taken to be worth in `equal_shares`: `dots`, `cost` or `one`.
    pub utility: &'static str,
    /// One row an option, by rank and then in the order of the options.
    pub results: Vec<Line>,
    /// The cut line; null of a Pabulib file, where a budget is spent and no places are filled.
    pub cut: Option<CutLine>,
    /// How solid the result is; null of a Pabulib file.
    pub solid: Option<Solid>,
    /// How far the ballots agree, by option.
    pub agreement: BTreeMap<String, Agreement>,
    /// Options on which every group of at least 3 ballots reaches 60 % agreeing, with at least 3 ballots asked in each, the largest
    /// product of the rates first; none where no division (`language` in `language=ru`) has two such groups, as in a Pabulib file.
    pub common_ground: Vec<String>,
    /// Kendall’s W, corrected for ties; null but for complete rankings.
    pub kendall_w: Option<f64>,
    /// Why there is no W: `not-rankings`, `incomplete` or `nothing-to-compare`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kendall_w_null: Option<String>,
    /// The option that more ballots prefer to each other option than the other way round; null if there is none.
    pub condorcet_winner: Option<String>,
    /// The Method of Equal Shares beside the plain winners, where each is worth its points to whoever gave them (or what
    /// `--utility` says); null above 20,000 ballots in JSON and where amounts are too large to be computed exactly.
    pub equal_shares: Option<EqualShares>,
    /// What changed since the vote of `--before`, by option; only options of both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<BTreeMap<String, Moved>>,
}

/// A ballot that does not count.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Aside {
    /// Its id.
    pub id: String,
    /// Why, in the language of the interface.
    pub why: String,
    /// Why, for programs: `faults`, `contradicts` or `copy`.
    pub kind: &'static str,
}

/// One option’s result.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Line {
    /// Which.
    pub option: String,
    /// Its points.
    pub total: u64,
    /// Ballots that agree with it.
    pub supporters: u64,
    /// Its competition rank: 1, 2, 2, 4.
    pub rank: u32,
    /// `yes`, `no` or, while a run-off is owed, `tied`.
    pub forward: &'static str,
}

/// The cut line.
#[derive(Debug, Serialize, JsonSchema)]
pub struct CutLine {
    /// How many were to go forward.
    pub seats: usize,
    /// The options with equal totals on the line, before any rule for ties.
    pub tied: Vec<String>,
    /// What decided: `totals`, `all`, `supporters`, `lot` or `runoff` (nothing yet).
    pub decided_by: &'static str,
    /// How many of the tied the run-off decides on.
    pub owed: usize,
    /// The tied in the order in which the lot drew them, where one decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawn: Option<Vec<String>>,
    /// The seed of that lot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
}

/// The answer to an election, and what changed since one before.
pub(super) fn answer(
    election: &Election,
    before: Option<&Election>,
    (utility, said): (Utility, &'static str),
    messages: &Messages,
) -> Answer {
    let before = before.map(|before| before.poll(utility));
    let counted = Counted::of(&election.sorted.profile);
    let profile = &election.sorted.profile;
    let (seats, tie) = (election.seats, election.tie);
    let name = |number: &u32| election.options.get(*number as usize).cloned().unwrap_or_default();
    let names = |numbers: &[u32]| -> Vec<String> { numbers.iter().map(name).collect() };
    let line = cut(&counted.rows, seats);
    let settled = settle(&counted.rows, seats, tie);
    let goes = settled.goes(election.options.len());
    let results = counted.rows.iter().map(|row| Line {
        option: name(&row.option),
        total: row.total,
        supporters: row.supporters,
        rank: row.rank,
        forward: match goes.get(row.option as usize) {
            Some(Goes::Yes) => "yes",
            Some(Goes::Tied) => "tied",
            _ => "no",
        },
    });
    let (decided_by, lot) = match &settled.decided_by {
        DecidedBy::Totals => ("totals", None),
        DecidedBy::All => ("all", None),
        DecidedBy::Supporters => ("supporters", None),
        DecidedBy::Lot { drawn, seed } => ("lot", Some((names(drawn), *seed))),
        DecidedBy::Runoff => ("runoff", None),
    };
    let (drawn, seed) = lot.unzip();
    let findings = findings(&election.poll(utility), &counted, before.as_ref());
    let (copies, invalid): (Vec<_>, Vec<_>) =
        election.sorted.set_aside.iter().partition(|aside| aside.why == Why::Copy);
    let aside =
        |all: Vec<&SetAside<u32>>| all.into_iter().map(|one| set_aside(one, election, messages)).collect();
    Answer {
        ballots: profile.ballots(),
        invalid: aside(invalid),
        copies: aside(copies),
        results: results.collect(),
        cut: Some(CutLine { seats, tied: names(&line.tied), decided_by, owed: settled.owed, drawn, seed }),
        utility: said,
        solid: Some(findings.solid),
        agreement: findings.agreement,
        common_ground: findings.common_ground,
        kendall_w: findings.kendall_w,
        kendall_w_null: findings.kendall_w_null,
        condorcet_winner: findings.condorcet_winner,
        equal_shares: findings.equal_shares,
        change: findings.change,
    }
}

fn set_aside(aside: &SetAside<u32>, election: &Election, messages: &Messages) -> Aside {
    let (kind, why) = match &aside.why {
        Why::Contradicts => ("contradicts", messages.say("tally-contradicts")),
        Why::Copy => ("copy", messages.say("tally-copy")),
        Why::Faults(faults) => {
            let told: Vec<String> =
                faults.iter().map(|fault| fault_told(fault, election, messages)).collect();
            ("faults", told.join("; "))
        }
    };
    Aside { id: aside.id.clone(), why, kind }
}

fn fault_told(fault: &Fault<u32>, election: &Election, messages: &Messages) -> String {
    let options = election.options.len();
    let name = |number: u32| -> &str {
        let number = number as usize;
        let name =
            election.options.get(number).or_else(|| election.strangers.get(number.checked_sub(options)?));
        name.map_or("", String::as_str)
    };
    match fault {
        Fault::NoSuchOption(option) => messages.with("tally-no-option", &[("option", name(*option).into())]),
        Fault::OptionTwice(option) => {
            messages.with("tally-option-twice", &[("option", name(*option).into())])
        }
        Fault::NotWhole(option) => messages.with("tally-not-whole", &[("option", name(*option).into())]),
        Fault::OverCap { option, given, cap } => {
            let args = [
                ("option", Arg::from(name(*option))),
                ("given", given.to_string().into()),
                ("cap", cap.to_string().into()),
            ];
            messages.with("tally-over-cap", &args)
        }
        Fault::OutOfRange { option, given, least, most } => {
            let args = [
                ("option", Arg::from(name(*option))),
                ("given", given.to_string().into()),
                ("least", least.to_string().into()),
                ("most", most.to_string().into()),
            ];
            messages.with("tally-out-of-range", &args)
        }
        Fault::OverBudget { given, dots } => {
            let args = [("given", Arg::from(given.to_string())), ("dots", dots.to_string().into())];
            messages.with("tally-over-budget", &args)
        }
    }
}
