//! Votes and their results.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use super::held::Held;
use super::proposals::source_ids;
use super::versions::Versions;
use super::{Moment, Ref, View, is_false, label};
use crate::parallel;
use crate::report::outcome::{self, Forward, Outcome, Turnout};
use crate::report::{decided, findings};
use crate::tally::DecidedBy;
use crate::tally::findings::Findings;
use crate::workshop::id::EventId;
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;
use crate::workshop::votes::paper::MOST_PRINTED;
use crate::workshop::votes::{self, CONTRADICTS, Stage, Voter, secret_result};

/// A vote.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Vote {
    pub id: String,
    /// What is asked.
    pub title: Text,
    /// `prepared`, `open`, `closed` or `revealed`.
    pub stage: &'static str,
    /// The options, in the order of the ballot.
    pub options: Vec<Ref>,
    /// How one votes: `dots`, `approval`, `score`, `rank`, `gradients` or `consent`.
    pub method: &'static str,
    /// What the totals count: `dots`, `points` or `agree`.
    #[serde(skip)]
    pub unit: &'static str,
    /// SHA-256 of the options and rules as they were frozen at the opening, in hex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hash: Option<Arc<str>>,
    /// The gates that were neither passed nor waived when it was opened; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub open_gates: Vec<Arc<str>>,
    /// Dots a ballot.
    pub dots: u32,
    /// Most dots an option.
    pub cap: u32,
    /// How many go forward.
    pub seats: u32,
    /// How many go forward in a second stage, where it is the first of two.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub then: Option<u32>,
    /// Whether who voted what is never shown.
    pub secret: bool,
    /// The rule for ties at the cut.
    pub tie: String,
    /// The share of supporters that counts as agreement.
    pub threshold: f64,
    /// Gates waived; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub waived: Vec<Waiver>,
    /// How it was held, for the annex.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub held: Option<Held>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opened: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed: Option<Moment>,
    /// Whether two laptops closed it apart.
    #[serde(skip_serializing_if = "is_false")]
    pub closed_twice: bool,
    /// How many took part.
    pub turnout: Turnout,
    /// Who votes for whom; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub proxies: Vec<Proxy>,
    /// The devices from which nothing had come since the opening when it was closed; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unheard: Vec<Arc<str>>,
    /// Whether two devices counted hands differently, or one counted hands and another took ballots.
    #[serde(skip_serializing_if = "is_false")]
    pub hands_torn: bool,
    /// Whether a count of hands came after the closing.
    #[serde(skip_serializing_if = "is_false")]
    pub hands_late: bool,
    /// What a second entry of the ballots found; of a secret vote only once it is closed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_entry: Option<SecondEntry>,
    /// What tells that a seat may have been entered on two laptops, in a secret vote; nothing where nothing does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entered_again: Option<EnteredAgain>,
    /// The result: none before the vote is closed, in public none before it is revealed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub result: Option<Tally>,
    /// What is torn.
    #[serde(skip_serializing_if = "Versions::is_empty")]
    pub versions: Versions,
}

/// What tells that a seat may have been entered on two laptops, in a secret vote, where no line may link it with its ballots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct EnteredAgain {
    /// How many counted ballots were entered for seats; 0 before the closing.
    pub ballots: usize,
    /// How many seats are marked as having voted.
    pub marked: usize,
    /// How many seats are marked on two laptops.
    pub again: usize,
    /// Which; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub seats: Vec<String>,
}

/// What a second entry found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SecondEntry {
    /// How many ballots were typed twice.
    pub typed: usize,
    /// Of how many that were entered.
    pub ballots: usize,
    /// How many of them had differed and were put right.
    pub put_right: usize,
    /// How many of them differ.
    pub differ: usize,
    /// How many were typed only the second time.
    pub only_second: usize,
    /// Which differ and which were typed only the second time; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ballots_apart: Vec<ApartLine>,
}

/// A ballot of which the two entries do not say the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApartLine {
    /// The seat, or the number of the paper.
    pub voter: String,
    /// Whether it was entered the first time at all.
    pub entered: bool,
    /// What counts of it, once the vote is closed and where ballots are told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub first: Option<BTreeMap<String, u32>>,
    /// What the second entry says, likewise.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second: Option<BTreeMap<String, u32>>,
}

/// A gate that was waived.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Waiver {
    pub gate: Arc<str>,
    /// Why.
    pub reason: Arc<str>,
}

/// Who votes for whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Proxy {
    /// Who is voted for.
    pub person: String,
    /// Who votes for them.
    pub by: String,
    /// Whether devices that were apart named different people.
    #[serde(skip_serializing_if = "is_false")]
    pub torn: bool,
}

/// The result of a vote.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Tally {
    /// A row an option, best first.
    pub rows: Vec<OptionRow>,
    /// How many ballots were counted.
    pub ballots: usize,
    /// What decided: `totals` (no tie at the cut), `all`, `supporters`, `lot` or `runoff` (one is owed).
    pub decided_by: &'static str,
    /// How many seats a run-off is to fill.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owed: Option<usize>,
    /// The seed of the lot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// The options in the order in which the lot drew them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub drawn: Vec<String>,
    /// How many ballots came after the closing.
    pub late: usize,
    /// How many voters have contradicting ballots, none of which is counted.
    pub torn: usize,
    /// How many ballots break the rules of the vote.
    pub void: usize,
    /// Why the ballots that break the rules do, in the order of the reasons' names.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub set_aside: Vec<SetAside>,
    /// The voters of these three, by seat or number of the paper; never in public.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub not_counted: BTreeMap<&'static str, Vec<String>>,
    /// What the ranking is worth; none where no ballot counts.
    #[serde(flatten, skip_serializing_if = "Option::is_none")]
    pub findings: Option<Findings>,
    /// The ballots counted, of a vote that nobody ever called secret; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub cast: Vec<BallotLine>,
}

/// Ballots that break the rules of the vote in one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct SetAside {
    /// `over-budget`, `over-cap`, `unknown-option`, `off-scale` or `ranks`.
    pub why: Arc<str>,
    /// How many.
    pub ballots: usize,
    /// Whose, by seat or number of the paper; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub whose: Vec<String>,
}

/// One option's result.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OptionRow {
    /// The proposal's id.
    pub option: String,
    pub title: Text,
    /// Its competition rank: 1, 2, 2, 4.
    pub rank: u32,
    /// Dots in all.
    pub total: u64,
    /// Ballots with at least one dot on it.
    pub supporters: u64,
    /// Whether the share of supporters reaches the threshold.
    pub agreed: bool,
    /// Whether it goes forward: `yes`, `no` or `tied`.
    pub forward: Forward,
    /// Whether it lay on the cut line with others.
    #[serde(skip_serializing_if = "is_false")]
    pub on_the_line: bool,
    /// The ids of the ideas it comes from.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ideas: Vec<String>,
}

/// Who gave which dots.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct BallotLine {
    /// The seat, or the number of the paper.
    pub voter: String,
    /// The dots, by option.
    pub votes: BTreeMap<String, u32>,
}

pub(super) fn votes(view: View<'_>) -> Vec<Vote> {
    let votes: Vec<&votes::Vote> = view.workshop.votes.iter().collect();
    parallel::map_each(&votes, |vote| one(view, vote))
}

fn one(view: View<'_>, vote: &votes::Vote) -> Vote {
    let told = |held: &votes::Vote| view.may_tell(held);
    let result = view.may_tell(vote).then(|| decided::result(view.results, vote.key(), told)).flatten();
    Vote {
        id: label(&view.workshop.votes, vote.key()),
        title: vote.title.text(),
        stage: vote.stage().name(),
        options: vote.options().iter().map(|option| view.proposal(*option)).collect(),
        method: vote.method().name(),
        unit: vote.method().unit(),
        hash: vote.hash().map(Into::into),
        open_gates: view.internal(|_| vote.open_gates().to_vec()),
        dots: vote.dots(),
        cap: vote.cap(),
        seats: vote.seats(),
        then: vote.then(),
        secret: vote.is_secret(),
        tie: vote.tie().to_owned(),
        threshold: vote.threshold(),
        waived: view.internal(|_| waivers(vote)),
        held: Held::of(view, vote),
        opened: vote.opened_at().map(|at| view.moment(at)),
        closed: vote.closed_at().map(|at| view.moment(at)),
        closed_twice: vote.is_closed_twice(),
        turnout: outcome::turnout(view.workshop, vote),
        proxies: view.internal(|_| proxies(view, vote)),
        unheard: view.internal(|_| vote.unheard().into_iter().collect()),
        hands_torn: vote.are_hands_conflicted(),
        hands_late: vote.are_hands_late(),
        second_entry: second_entry(view, vote),
        entered_again: vote.entered_again().map(|again| entered_again(view, &again)),
        result: result.map(|outcome| told_result(view, vote, &outcome)),
        versions: conflicts(view, vote).told(view.edition),
    }
}

fn proxies(view: View<'_>, vote: &votes::Vote) -> Vec<Proxy> {
    let label = |seat| label(&view.workshop.people, seat);
    let conflicted = |seat| vote.proxies.get(&seat).is_some_and(|by| by.is_conflicted());
    let given = vote.proxies_given();
    let mut all: Vec<Proxy> = given
        .map(|(seat, by)| Proxy { person: label(seat), by: label(by), torn: conflicted(seat) })
        .collect();
    all.sort_by(|a, b| a.person.cmp(&b.person));
    all
}

fn entered_again(view: View<'_>, found: &secret_result::EnteredAgain) -> EnteredAgain {
    let label = |seat: &EventId| label(&view.workshop.people, *seat);
    EnteredAgain {
        ballots: found.ballots,
        marked: found.marked,
        again: found.seats.len(),
        seats: view.internal(|_| {
            let mut seats: Vec<String> = found.seats.iter().map(label).collect();
            seats.sort();
            seats
        }),
    }
}

/// Numbers that were drawn when a ballot was entered differ from run to run and are not named.
fn second_entry(view: View<'_>, vote: &votes::Vote) -> Option<SecondEntry> {
    let closed = vote.stage() >= Stage::Closed;
    let sealed = vote.public_key().is_some();
    // What this laptop alone knows of an open vote is in no export.
    let second = vote.second_entry().filter(|_| closed || !sealed)?;
    let told = closed && (sealed || outcome::may_name_voters(view.workshop, vote));
    let dots = |votes: &votes::Votes| -> BTreeMap<String, u32> {
        votes.iter().map(|(option, dots)| (view.proposal(*option).id, *dots)).collect()
    };
    let drawn = |voter: Voter| matches!(voter, Voter::Paper(number) if number > MOST_PRINTED);
    let apart =
        second.differ.iter().filter(|difference| !drawn(difference.voter)).map(|difference| ApartLine {
            voter: voter_id(view, difference.voter),
            entered: difference.entered,
            first: difference.first.as_ref().filter(|_| told).map(dots),
            second: difference.second.as_ref().filter(|_| told).map(dots),
        });
    let only_second = second.differ.iter().filter(|difference| !difference.entered).count();
    Some(SecondEntry {
        typed: second.typed(),
        ballots: second.ballots(),
        put_right: second.put_right,
        differ: second.differ.len() - only_second,
        only_second,
        ballots_apart: view.internal(|_| apart.collect()),
    })
}

fn waivers(vote: &votes::Vote) -> Vec<Waiver> {
    vote.waivers().map(|(gate, reason)| Waiver { gate: gate.clone(), reason: reason.clone() }).collect()
}

fn told_result(view: View<'_>, vote: &votes::Vote, outcome: &Outcome) -> Tally {
    let rows = outcome.rows.iter().map(|row| {
        let Ref { id, title } = view.proposal(row.option);
        OptionRow {
            option: id,
            title,
            rank: row.rank,
            total: row.total,
            supporters: row.supporters,
            agreed: row.agreed,
            forward: row.forward,
            on_the_line: row.on_the_line,
            ideas: source_ids(view, row.option),
        }
    });
    let named = [("late", &outcome.late), ("torn", &outcome.torn), ("void", &outcome.void)];
    let named = named.into_iter().filter(|(_, voters)| !voters.is_empty());
    let (decided_by, seed, drawn) = match &outcome.settled.decided_by {
        DecidedBy::Totals => ("totals", None, &[][..]),
        DecidedBy::All => ("all", None, &[][..]),
        DecidedBy::Supporters => ("supporters", None, &[][..]),
        DecidedBy::Lot { seed, drawn } => ("lot", Some(*seed), drawn.as_slice()),
        DecidedBy::Runoff => ("runoff", None, &[][..]),
    };
    Tally {
        rows: rows.collect(),
        ballots: outcome.counted,
        decided_by,
        owed: Some(outcome.settled.owed).filter(|owed| *owed > 0),
        seed,
        drawn: drawn.iter().map(|option| view.proposal(*option).id).collect(),
        late: outcome.late.len() + vote.lines_late(),
        torn: outcome.torn.len(),
        void: outcome.void.len(),
        set_aside: set_aside(view, vote, outcome),
        not_counted: view.internal(|_| {
            named
                .map(|(why, voters)| (why, voters.iter().map(|voter| voter_id(view, *voter)).collect()))
                .collect()
        }),
        findings: worth(view, vote),
        cast: view.internal(|workshop| {
            let named = outcome::may_name_voters(workshop, vote);
            ballots(view, vote, named)
        }),
    }
}

/// What the ranking is worth; nothing of a round before that may not be told.
fn worth(view: View<'_>, vote: &votes::Vote) -> Option<Findings> {
    let told = findings::round_before(view.workshop, vote).is_some_and(|before| view.may_tell(before));
    let findings = findings::of(view.workshop, vote.key())?;
    Some(Findings { change: findings.change.filter(|_| told), ..findings })
}

/// Why each ballot that breaks the rules does.
fn set_aside(view: View<'_>, vote: &votes::Vote, outcome: &Outcome) -> Vec<SetAside> {
    let papers: BTreeMap<Voter, &Arc<str>> = vote
        .papers_aside()
        .filter(|aside| &*aside.why != CONTRADICTS)
        .map(|aside| (Voter::Paper(aside.paper), &aside.why))
        .collect();
    let counted: BTreeMap<Voter, &votes::Votes> = vote.counted().into_iter().collect();
    let mut reasons: BTreeMap<Arc<str>, Vec<Voter>> = BTreeMap::new();
    for voter in &outcome.void {
        let by_rules = || counted.get(voter).and_then(|votes| vote.fault_of(votes)).map(Arc::from);
        if let Some(why) = papers.get(voter).map(|why| Arc::clone(why)).or_else(by_rules) {
            reasons.entry(why).or_default().push(*voter);
        }
    }
    let told = reasons.into_iter().map(|(why, voters)| SetAside {
        why,
        ballots: voters.len(),
        whose: view.internal(|_| voters.iter().map(|voter| voter_id(view, *voter)).collect()),
    });
    told.collect()
}

/// The ballots counted: those of named votes, and the printed papers of a secret one, in which whoever kept the paper finds its
/// number. Numbers that were drawn when a ballot was entered differ from run to run and stand in the session file alone.
fn ballots(view: View<'_>, vote: &votes::Vote, named: bool) -> Vec<BallotLine> {
    let sealed = vote.public_key().is_some();
    let dots = |votes: &votes::Votes| {
        votes.iter().map(|(option, dots)| (view.proposal(*option).id, *dots)).collect()
    };
    vote.counted()
        .into_iter()
        .filter(|(voter, _)| {
            named || sealed && matches!(voter, Voter::Paper(number) if *number <= MOST_PRINTED)
        })
        .map(|(voter, votes)| BallotLine { voter: voter_id(view, voter), votes: dots(votes) })
        .collect()
}

fn voter_id(view: View<'_>, voter: Voter) -> String {
    match voter {
        Voter::Seat(seat) => label(&view.workshop.people, seat),
        Voter::Paper(paper) => paper.to_string(),
    }
}

fn conflicts(view: View<'_>, vote: &votes::Vote) -> Versions {
    Versions::default()
        .text("title", &vote.title)
        .field_as("options", &vote.options, |options| {
            Some(options.iter().map(|option| Value::from(view.proposal(*option).id)).collect())
        })
        .field("method", &vote.method)
        .field("dots", &vote.dots)
        .field("dots_rule", &vote.dots_rule)
        .field("cap", &vote.cap)
        .field("seats", &vote.seats)
        .field("secret", &vote.secret)
        .field("tie", &vote.tie)
        .field("threshold", &vote.threshold)
        .field("then", &vote.then)
        .field_as("voters", &vote.voters_named, |voters| {
            Some(voters.iter().map(|seat| Value::from(label(&view.workshop.people, *seat))).collect())
        })
}
