//! The shape of the answer: the count, how solid it is, and how far the ballots agree.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::fair::{EqualShares, fair};
use super::read::Election;
use crate::language::{Arg, Tongue};
use crate::tally::accord::{Accord, NoConcordance, accord, change, common_ground, concordance};
use crate::tally::pabulib::Utility;
use crate::tally::ranking::{condorcet_winner, pairs};
use crate::tally::shares;
use crate::tally::solid::{MOST_IN_PAIRS, Parts, RESAMPLES, flip, resampled, rules};
use crate::tally::{DecidedBy, Fault, Goes, Points, Row, SetAside, Why, cut, polarisation, settle};

/// The answer to a vote.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "Talkoot tally: answer")]
pub struct Answer {
    /// How many ballots count.
    pub ballots: u64,
    /// Ballots that do not count.
    pub invalid: Vec<Aside>,
    /// Ballots that came again in the same words under the same id, and were counted once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub copies: Vec<Aside>,
    /// One row an option, by rank and then in the order of the options.
    pub results: Vec<Line>,
    /// The cut line.
    pub cut: CutLine,
    /// How solid the result is.
    pub solid: Solid,
    /// How far the ballots agree, by option.
    pub agreement: BTreeMap<String, Agreement>,
    /// Options on which every group of at least 3 ballots reaches 60 % agreeing, the largest product of the rates first.
    pub common_ground: Vec<String>,
    /// Kendall’s W, corrected for ties; null but for complete rankings.
    pub kendall_w: Option<f64>,
    /// Why there is no W: `not-rankings`, `incomplete` or `nothing-to-compare`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kendall_w_null: Option<String>,
    /// The option that more ballots prefer to each other option than the other way round; null if there is none.
    pub condorcet_winner: Option<String>,
    /// The Method of Equal Shares beside the plain winners, where each is worth its points to whoever gave them (or what
    /// `--utility` says); null above 20,000 ballots and where amounts are too large to be worked out exactly.
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
    /// The tied in the order in which the lot drew them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub drawn: Option<Vec<String>>,
}

/// How solid the result is.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Solid {
    /// The fewest ballots that, replaced by any valid ones, change who goes forward; null if none do.
    pub flip: Option<u64>,
    /// Whether `flip` is proved; else it is a bound from above.
    pub exact: bool,
    /// Who goes forward without one group, for each group of at least 3 ballots beside which at least 3 remain.
    pub without: BTreeMap<String, Vec<String>>,
    /// Who goes forward by other rules from the same ballots.
    pub rules: BTreeMap<&'static str, Vec<String>>,
    /// The share of 1,000 resamples with the same result; null without ballots.
    pub resampled: Option<f64>,
}

/// How far the ballots agree on one option.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Agreement {
    /// The median of what it was given.
    pub median: Option<f64>,
    /// The interquartile range of what it was given.
    pub iqr: Option<f64>,
    /// The share of those who agree; null where nobody was asked.
    pub agree: Option<f64>,
    /// Whether that share reaches the threshold, compared exactly.
    pub agreed: bool,
    /// Van der Eijk’s agreement, from −1 to 1; null but for scores and gradients.
    #[serde(rename = "A")]
    pub a: Option<f64>,
    /// (1−A)/2.
    pub polarisation: Option<f64>,
}

/// What became of an option between two votes.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Moved {
    /// By how many ranks it rose; below 0 where it fell.
    pub rank: i64,
    /// By how much its median moved.
    pub median: Option<f64>,
}

/// What is known of a vote once it is counted.
pub(super) struct Counted {
    points: Points,
    rows: Vec<Row<u32>>,
    accord: Vec<Accord>,
}

impl Counted {
    pub(super) fn of(election: &Election) -> Self {
        let points = Points::of(&election.sorted.profile);
        let rows = points.totals().rows();
        Self { rows, accord: accord(&election.sorted.profile), points }
    }
}

/// The answer to an election, and what changed since one before.
pub(super) fn answer(
    election: &Election,
    before: Option<&Election>,
    utility: Utility,
    tongue: &Tongue,
) -> Answer {
    let counted = Counted::of(election);
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
    let (decided_by, drawn) = match &settled.decided_by {
        DecidedBy::Totals => ("totals", None),
        DecidedBy::All => ("all", None),
        DecidedBy::Supporters => ("supporters", None),
        DecidedBy::Lot { drawn, .. } => ("lot", Some(names(drawn))),
        DecidedBy::Runoff => ("runoff", None),
    };
    let parts = Parts::of(profile, &election.memberships);
    let agreement =
        election.options.iter().cloned().zip(counted.accord.iter().map(|accord| told(accord, election)));
    let w = concordance(profile);
    let in_pairs = election.options.len() <= MOST_IN_PAIRS;
    let (copies, invalid): (Vec<_>, Vec<_>) =
        election.sorted.set_aside.iter().partition(|aside| aside.why == Why::Copy);
    let aside =
        |all: Vec<&SetAside<u32>>| all.into_iter().map(|one| set_aside(one, election, tongue)).collect();
    Answer {
        ballots: profile.ballots(),
        invalid: aside(invalid),
        copies: aside(copies),
        results: results.collect(),
        cut: CutLine { seats, tied: names(&line.tied), decided_by, owed: settled.owed, drawn },
        solid: solid(election, &counted, &parts, &names),
        equal_shares: equal_shares(election, &counted.points, utility),
        agreement: agreement.collect(),
        common_ground: names(&common_ground(profile, &parts)),
        kendall_w: w.ok(),
        kendall_w_null: w.err().map(|why| match why {
            NoConcordance::NotRankings => "not-rankings".to_owned(),
            NoConcordance::Incomplete => "incomplete".to_owned(),
            NoConcordance::NothingToCompare => "nothing-to-compare".to_owned(),
        }),
        condorcet_winner: in_pairs
            .then(|| pairs(profile))
            .filter(|_| profile.ballots() > 0)
            .and_then(|pairs| condorcet_winner(&pairs))
            .map(|winner| name(&winner)),
        change: before.map(|before| changed(before, election, &counted)),
    }
}

fn solid(
    election: &Election,
    counted: &Counted,
    parts: &Parts,
    names: &dyn Fn(&[u32]) -> Vec<String>,
) -> Solid {
    let (seats, tie, points) = (election.seats, election.tie, &counted.points);
    let totals = points.totals();
    let few = flip(points, &totals, seats, tie);
    let group = |number: usize| election.groups.get(number).cloned().unwrap_or_default();
    let without = parts.without(points, &totals, seats, tie);
    let others = rules(&election.sorted.profile, &totals);
    let same = resampled(points, &totals, seats, tie, election.seed);
    Solid {
        flip: few.ballots,
        exact: few.exact,
        without: without
            .into_iter()
            .map(|(number, settled)| (group(number), names(&settled.forward)))
            .collect(),
        rules: others
            .into_iter()
            .map(|(rule, rows)| (rule.name(), names(&settle(&rows, seats, tie).forward)))
            .collect(),
        resampled: same.map(|times| f64::from(times) / f64::from(RESAMPLES)),
    }
}

fn told(accord: &Accord, election: &Election) -> Agreement {
    Agreement {
        median: accord.middle.map(|middle| middle.median.to_f64()),
        iqr: accord.middle.map(|middle| middle.iqr.to_f64()),
        agree: (accord.agree.of > 0).then(|| accord.agree.to_f64()),
        agreed: accord.agree.reaches(election.threshold),
        a: accord.a,
        polarisation: accord.a.map(polarisation),
    }
}

/// Rank and median by option, now against before.
fn changed(before: &Election, election: &Election, now: &Counted) -> BTreeMap<String, Moved> {
    let of = |election: &Election, counted: &Counted| -> BTreeMap<String, _> {
        let places = counted.rows.iter().filter_map(|row| {
            let name = election.options.get(row.option as usize)?.clone();
            let accord = counted.accord.get(row.option as usize)?;
            Some((name, (row.rank, accord.middle.map(|middle| middle.median))))
        });
        places.collect()
    };
    let old = of(before, &Counted::of(before));
    let new = of(election, now);
    let both = new.into_iter().filter_map(|(name, now)| {
        let moved = change(*old.get(&name)?, now);
        Some((name, Moved { rank: moved.rose, median: moved.median.map(|quarters| quarters as f64 / 4.0) }))
    });
    both.collect()
}

fn set_aside(aside: &SetAside<u32>, election: &Election, tongue: &Tongue) -> Aside {
    let (kind, why) = match &aside.why {
        Why::Contradicts => ("contradicts", tongue.say("tally-contradicts")),
        Why::Copy => ("copy", tongue.say("tally-copy")),
        Why::Faults(faults) => {
            let told: Vec<String> = faults.iter().map(|fault| fault_told(fault, election, tongue)).collect();
            ("faults", told.join("; "))
        }
    };
    Aside { id: aside.id.clone(), why, kind }
}

fn fault_told(fault: &Fault<u32>, election: &Election, tongue: &Tongue) -> String {
    let options = election.options.len();
    let name = |number: u32| -> &str {
        let number = number as usize;
        let name =
            election.options.get(number).or_else(|| election.strangers.get(number.checked_sub(options)?));
        name.map_or("", String::as_str)
    };
    match fault {
        Fault::NoSuchOption(option) => tongue.with("tally-no-option", &[("option", name(*option).into())]),
        Fault::OptionTwice(option) => tongue.with("tally-option-twice", &[("option", name(*option).into())]),
        Fault::NotWhole(option) => tongue.with("tally-not-whole", &[("option", name(*option).into())]),
        Fault::OverCap { option, given, cap } => {
            let args = [
                ("option", Arg::from(name(*option))),
                ("given", given.to_string().into()),
                ("cap", cap.to_string().into()),
            ];
            tongue.with("tally-over-cap", &args)
        }
        Fault::OutOfRange { option, given, least, most } => {
            let args = [
                ("option", Arg::from(name(*option))),
                ("given", given.to_string().into()),
                ("least", least.to_string().into()),
                ("most", most.to_string().into()),
            ];
            tongue.with("tally-out-of-range", &args)
        }
        Fault::OverBudget { given, dots } => {
            let args = [("given", Arg::from(given.to_string())), ("dots", dots.to_string().into())];
            tongue.with("tally-over-budget", &args)
        }
    }
}

/// Above so many ballots Equal Shares is not worked out beside a count: it looks at each voter by himself.
const MOST_SHARED: u64 = 20_000;

/// The Method of Equal Shares on the ballots that count.
fn equal_shares(election: &Election, points: &Points, utility: Utility) -> Option<EqualShares> {
    let profile = &election.sorted.profile;
    if profile.ballots() > MOST_SHARED {
        return None;
    }
    let (costs, budget) = &election.money;
    let projects = election.options.iter().zip(costs).map(|(id, cost)| shares::Project {
        id: id.clone(),
        cost: *cost,
        gain: if utility == Utility::Cost { *cost } else { 1 },
    });
    let mut ballots = Vec::new();
    for (kind, weight) in (0..).zip(profile.weights()) {
        let cells = points.cells(kind).iter().filter(|cell| cell.points > 0);
        let worth = |points: u32| if utility == Utility::Dots { points } else { 1 };
        let ballot: Vec<(u32, u32)> = cells.map(|cell| (cell.option, worth(cell.points))).collect();
        ballots.extend(std::iter::repeat_n(ballot, usize::try_from(*weight).unwrap_or(0)));
    }
    let fitted = shares::Election::new(projects.collect(), ballots, *budget, 1).ok()?;
    Some(fair(&fitted, 1))
}
