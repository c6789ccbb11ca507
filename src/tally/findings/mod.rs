//! What is known of a vote beyond its ranking, in the shape in which programs read it: how solid the result is, how far the
//! ballots agree, what is common ground, and the fair share beside the plain winners.

mod fair;

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use super::accord::{Accord, NoConcordance, accord, change, common_ground, concordance};
use super::pabulib::Utility;
use super::ranking::{condorcet_winner, pairs};
use super::solid::{MOST_IN_PAIRS, Memberships, Parts, RESAMPLES, flip, resampled, rules};
use super::{Points, Profile, Row, Settled, Share, Tie, polarisation, settle};
use fair::equal_shares;
pub(crate) use fair::{EqualShares, Plain, fair};

/// A vote as it is looked at here: its ballots, its groups of voters and the rules by which some of its options go forward.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Poll<'a> {
    /// The names of the options, by number.
    pub options: &'a [String],
    /// The names of the groups of voters, such as `language=ru`, by number.
    pub groups: &'a [String],
    /// Which groups each voter is in.
    pub memberships: &'a Memberships,
    /// The ballots that count.
    pub profile: &'a Profile,
    /// How many go forward.
    pub seats: usize,
    /// The rule for ties at the cut.
    pub tie: Tie,
    /// The seed of the resamples.
    pub seed: u64,
    /// The share that counts as agreement.
    pub threshold: Share,
    /// What each option costs, by number, and the budget.
    pub money: (&'a [u64], u64),
    /// What a winner is worth to whoever voted for it.
    pub utility: Utility,
}

/// What is known beyond the ranking.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Findings {
    /// How solid the result is.
    pub solid: Solid,
    /// How far the ballots agree, by option.
    pub agreement: BTreeMap<String, Agreement>,
    /// Options on which every group of at least 3 ballots reaches 60 % agreeing, the largest product of the rates first; none where no
    /// division has two such groups.
    pub common_ground: Vec<String>,
    /// Kendall’s W, corrected for ties; null but for complete rankings.
    pub kendall_w: Option<f64>,
    /// Why there is no W: `not-rankings`, `incomplete` or `nothing-to-compare`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kendall_w_null: Option<String>,
    /// The option that more ballots prefer to each other option than the other way round; null if there is none.
    pub condorcet_winner: Option<String>,
    /// The Method of Equal Shares beside the plain winners, where each is worth its points to whoever gave them (or what
    /// `--utility` says); null above 20,000 ballots and where amounts are too large to be computed exactly.
    pub equal_shares: Option<EqualShares>,
    /// What changed since the vote of `--before`, by option; only options of both.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<BTreeMap<String, Moved>>,
}

/// How solid the result is.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Solid {
    /// The fewest ballots that, replaced by any valid ones, change who goes forward; null if none do.
    pub flip: Option<u64>,
    /// Whether `flip` is proved; else it is a bound from above.
    pub exact: bool,
    /// Who surely goes forward without one group, for each group of at least 3 ballots beside which at least 3 remain.
    pub without: BTreeMap<String, Vec<String>>,
    /// Among whom a run-off would be owed then; only where one would be.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub without_tied: BTreeMap<String, Vec<String>>,
    /// Who surely goes forward by other rules from the same ballots.
    pub rules: BTreeMap<&'static str, Vec<String>>,
    /// Among whom a run-off would be owed then; only where one would be.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rules_tied: BTreeMap<&'static str, Vec<String>>,
    /// The share of 1,000 resamples with the same result; null without ballots.
    pub resampled: Option<f64>,
    /// The seed of the resamples.
    pub seed: u64,
}

/// How far the ballots agree on one option.
#[derive(Debug, Clone, Default, PartialEq, Serialize, JsonSchema)]
pub struct Agreement {
    /// The median of what it was given.
    pub median: Option<f64>,
    /// The interquartile range of what it was given.
    pub iqr: Option<f64>,
    /// The share of those who agree; null where nobody was asked.
    pub agree: Option<f64>,
    /// Of how many ballots that is the share: of all for dots, approval and rankings, else of those that mark the option.
    pub of: u64,
    /// Whether that share reaches the threshold, compared exactly.
    pub agreed: bool,
    /// Van der Eijk’s agreement, from −1 to 1; null but for scores and gradients.
    #[serde(rename = "A")]
    pub a: Option<f64>,
    /// (1−A)/2.
    pub polarisation: Option<f64>,
}

/// What became of an option between two votes.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Moved {
    /// By how many ranks it rose; below 0 where it fell.
    pub rank: i64,
    /// By how much its median moved.
    pub median: Option<f64>,
}

/// A vote that is counted.
#[derive(Debug, Clone)]
pub(crate) struct Counted {
    /// What each different ballot is worth.
    pub points: Points,
    /// One row an option, by rank and then in the order of the options.
    pub rows: Vec<Row<u32>>,
    /// How far the ballots agree on each option, by number.
    pub accord: Vec<Accord>,
}

impl Counted {
    /// Counts the ballots of a profile.
    pub(crate) fn of(profile: &Profile) -> Self {
        let points = Points::of(profile);
        let rows = points.totals().rows();
        Self { rows, accord: accord(profile), points }
    }
}

/// What is known of a vote beyond its ranking, and what changed since one before.
pub(crate) fn findings(poll: &Poll<'_>, counted: &Counted, before: Option<&Poll<'_>>) -> Findings {
    let profile = poll.profile;
    let name = |number: &u32| poll.options.get(*number as usize).cloned().unwrap_or_default();
    let names = |numbers: &[u32]| -> Vec<String> { numbers.iter().map(name).collect() };
    let parts = Parts::of(profile, poll.memberships);
    let opinions = opinions(poll, counted);
    Findings {
        solid: solid(poll, counted, &parts, &names),
        equal_shares: equal_shares(poll, counted),
        agreement: opinions.agreement,
        common_ground: names(&common_ground(profile, &parts, poll.groups)),
        kendall_w: opinions.kendall_w,
        kendall_w_null: opinions.kendall_w_null,
        condorcet_winner: opinions.condorcet_winner,
        change: before.map(|before| changed(before, poll, counted)),
    }
}

/// What the ballots say whatever is done with them.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Opinions {
    /// How far they agree, by option.
    pub agreement: BTreeMap<String, Agreement>,
    /// Kendall’s W; none but for complete rankings.
    pub kendall_w: Option<f64>,
    /// Why there is no W.
    pub kendall_w_null: Option<String>,
    /// The option that more ballots prefer to each other option than the other way round.
    pub condorcet_winner: Option<String>,
}

/// What the ballots of a vote say whatever is done with them.
pub(crate) fn opinions(poll: &Poll<'_>, counted: &Counted) -> Opinions {
    let profile = poll.profile;
    let name = |number: u32| poll.options.get(number as usize).cloned().unwrap_or_default();
    let agreement = poll.options.iter().cloned().zip(counted.accord.iter().map(|accord| told(accord, poll)));
    let w = concordance(profile);
    let in_pairs = poll.options.len() <= MOST_IN_PAIRS;
    Opinions {
        agreement: agreement.collect(),
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
            .map(name),
    }
}

fn solid(poll: &Poll<'_>, counted: &Counted, parts: &Parts, names: &dyn Fn(&[u32]) -> Vec<String>) -> Solid {
    let (seats, tie, points) = (poll.seats, poll.tie, &counted.points);
    let totals = points.totals();
    let few = flip(points, &totals, seats, tie);
    let group = |number: usize| poll.groups.get(number).cloned().unwrap_or_default();
    let without = parts.without(points, &totals, seats, tie);
    let others = rules(poll.profile, &totals).into_iter();
    let others: Vec<_> = others.map(|(rule, rows)| (rule.name(), settle(&rows, seats, tie))).collect();
    let same = resampled(points, &totals, seats, tie, poll.seed);
    let tied = |settled: &Settled<u32>| (!settled.tied.is_empty()).then(|| names(&settled.tied));
    Solid {
        flip: few.ballots,
        exact: few.exact,
        without_tied: without.iter().filter_map(|(number, it)| Some((group(*number), tied(it)?))).collect(),
        without: without.iter().map(|(number, it)| (group(*number), names(&it.forward))).collect(),
        rules_tied: others.iter().filter_map(|(rule, it)| Some((*rule, tied(it)?))).collect(),
        rules: others.iter().map(|(rule, it)| (*rule, names(&it.forward))).collect(),
        resampled: same.map(|times| f64::from(times) / f64::from(RESAMPLES)),
        seed: poll.seed,
    }
}

fn told(accord: &Accord, poll: &Poll<'_>) -> Agreement {
    Agreement {
        median: accord.middle.map(|middle| middle.median.to_f64()),
        iqr: accord.middle.map(|middle| middle.iqr.to_f64()),
        agree: (accord.agree.of > 0).then(|| accord.agree.to_f64()),
        of: accord.agree.of,
        agreed: accord.agree.reaches(poll.threshold),
        a: accord.a,
        polarisation: accord.a.map(polarisation),
    }
}

/// Rank and median by option, now against before.
fn changed(before: &Poll<'_>, poll: &Poll<'_>, now: &Counted) -> BTreeMap<String, Moved> {
    let of = |poll: &Poll<'_>, counted: &Counted| -> BTreeMap<String, _> {
        let places = counted.rows.iter().filter_map(|row| {
            let name = poll.options.get(row.option as usize)?.clone();
            let accord = counted.accord.get(row.option as usize)?;
            Some((name, (row.rank, accord.middle.map(|middle| middle.median))))
        });
        places.collect()
    };
    let old = of(before, &Counted::of(before.profile));
    let new = of(poll, now);
    let both = new.into_iter().filter_map(|(name, now)| {
        let moved = change(*old.get(&name)?, now);
        Some((name, Moved { rank: moved.rose, median: moved.median.map(|quarters| quarters as f64 / 4.0) }))
    });
    both.collect()
}
