//! What is shown of a vote, computed once for each change of the workshop. Of an open vote nothing is in it but who is in.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::report::outcome::{self, Forward, Outcome, Results, Turnout};
use crate::report::{decided, findings};
use crate::tally::findings::Findings;
use crate::tally::{self, Ballot, DecidedBy};
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::text::Lang;
use crate::workshop::thing::{Bilingual, Thing};
use crate::workshop::votes::ballot_rules::Method;
use crate::workshop::votes::decide::{Gate, GateState, gates};
use crate::workshop::votes::second_entry::SecondEntry;
use crate::workshop::votes::{Stage, Vote, Voter};

/// A title in the language of the interface, and in the other one where it is there as well.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Titled {
    pub id: String,
    /// In the language of the interface, else in the other one.
    pub title: String,
    /// In the other language, if both are there.
    pub other: String,
}

impl Titled {
    fn of(id: String, text: &Bilingual, lang: Lang) -> Self {
        let both = text.get(lang).is_some();
        let other = text.get(lang.other()).filter(|_| both).unwrap_or_default().to_owned();
        Self { id, title: text.in_(lang).to_owned(), other }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct GateSeen {
    pub gate: Gate,
    /// Whether it is passed, without being waived.
    pub passed: bool,
    /// The options, pairs of them (`P03 = P07`) or people for which it is not passed.
    pub labels: Vec<String>,
    /// Why it was waived.
    pub waived: Option<String>,
}

impl GateSeen {
    /// Whether it is in the way.
    pub(crate) fn is_shut(&self) -> bool {
        !self.passed && self.waived.is_none()
    }

    /// What is said where it is in the way; the hint names the key that mends it.
    pub(crate) fn gate_shut(&self) -> &'static str {
        match self.gate {
            Gate::Duplicates => "vote-gate-shut-duplicates",
            Gate::Number => "vote-gate-shut-number",
            Gate::Voters => "vote-gate-shut-voters",
            _ if self.labels.is_empty() => "vote-gate-shut-rule",
            _ => "vote-gate-shut",
        }
    }
}

/// How much of an option's dots came from a group of voters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Support {
    /// By the ballots of this group alone it would go forward.
    Top,
    Some,
    None,
}

/// One option's result.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct RowSeen {
    /// `1`, `2`, `3=`.
    pub rank: String,
    pub option: Titled,
    /// Dots.
    pub total: u64,
    /// Ballots with at least one dot.
    pub supporters: u64,
    /// Of the ballots counted, from 0 to 1.
    pub share: f64,
    /// Whether that share reaches the threshold.
    pub agreed: bool,
    /// Whether it goes forward.
    pub forward: Forward,
    /// Whether it lay on the cut line.
    pub on_the_line: bool,
    /// What it got from each group, in the order of the groups.
    pub support: Vec<Support>,
}

#[derive(Debug, Clone, PartialEq)]
pub(crate) struct ResultSeen {
    /// A row an option, best first.
    pub rows: Vec<RowSeen>,
    /// Whether what is above the line goes on to a second stage.
    pub goes_on: bool,
    /// How many rows stand above the line.
    pub above: usize,
    /// How many ballots were counted.
    pub counted: usize,
    /// What decided; the lot's order as ids.
    pub decided_by: DecidedBy<String>,
    /// The ids of those among whom a run-off is owed.
    pub tied: Vec<String>,
    /// How many of them it decides on.
    pub owed: usize,
    /// The run-off that was held, and whom it sends forward once it is closed.
    pub runoff: Option<(String, Vec<String>)>,
    /// Voters whose ballots came late, contradict each other, break the rules.
    pub aside: [Vec<String>; 3],
    /// How many sealed ballots came after the closing, and how many could not be read: nobody can say whose.
    pub unknown: [usize; 2],
    /// By how many the ballots of seats outnumber the seats marked as having voted, and which seats are marked on two laptops.
    pub again: (usize, Vec<String>),
    /// What the ranking is worth; none where no ballot counts.
    pub findings: Option<Arc<Findings>>,
    /// Groups of voters by the codes of their languages, an empty one for all others, with their ballots.
    pub groups: Vec<(Vec<&'static str>, usize)>,
}

/// How far a second entry is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SecondSeen {
    /// How many were typed a second time.
    pub typed: usize,
    /// What they were found to be, where that is known here.
    pub found: Option<SecondEntry>,
}

/// What is shown of a vote.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Seen {
    pub key: EventId,
    /// Its id and title.
    pub vote: Titled,
    /// How far it is.
    pub stage: Stage,
    /// How one votes.
    pub method: Method,
    /// Dots, cap, how many go forward.
    pub numbers: [u32; 3],
    /// Whether hands can be counted in place of ballots.
    pub takes_hands: bool,
    /// How many go forward in a second stage.
    pub then: Option<u32>,
    /// The id of the vote of which it is the second stage.
    pub second_of: Option<String>,
    /// The first digits of the hash, once it is open.
    pub hash: Option<String>,
    /// The seats that are named as voters; none: everybody who is here.
    pub named: Vec<String>,
    pub secret: bool,
    /// The rule for ties.
    pub tie: String,
    /// The threshold, in percent.
    pub threshold: f64,
    pub gates: Vec<GateSeen>,
    /// The options, in order.
    pub options: Vec<Titled>,
    /// Ballots in, of seats.
    pub turnout: Turnout,
    /// How many of these are numbered papers.
    pub papers: usize,
    /// Whether hands were counted, in whichever version.
    pub hands: bool,
    /// Whether they were counted differently, or beside ballots.
    pub hands_torn: bool,
    /// Who votes for whom: `S07 by S12`.
    pub proxies: Vec<(String, String)>,
    /// The seats that are not in.
    pub missing: Vec<String>,
    /// Whether as many are known to have voted as ballots are in: whoever handed in a paper may not be marked.
    pub all_known: bool,
    /// The voters whose ballots contradict each other, while it is open.
    pub torn: Vec<String>,
    /// How far a second entry is, while it is open.
    pub second: Option<SecondSeen>,
    pub result: Option<ResultSeen>,
    /// The messages of what two devices did concurrently.
    pub remarks: Vec<&'static str>,
    /// The most versions of a field.
    pub versions: u32,
}

pub(crate) fn seen(workshop: &Workshop, vote: &Vote, lang: Lang) -> Seen {
    let results = Results::new(workshop);
    let prepared = vote.stage() == Stage::Prepared;
    let open = vote.stage() == Stage::Open;
    let waited_for = if open && !vote.has_hands() { outcome::seats(workshop, vote) } else { Vec::new() };
    let all = waited_for.len();
    let missing: Vec<EventId> =
        waited_for.into_iter().filter(|seat| !vote.has_voted(Voter::Seat(*seat))).collect();
    let known = all - missing.len() >= outcome::turnout(workshop, vote).ballots;
    let label = |seat: EventId| workshop.people.label(seat).into_owned();
    let remarks = [
        (vote.are_hands_conflicted(), "vote-hands-torn"),
        (vote.are_hands_late(), "vote-hands-late"),
        (vote.proxies.values().any(|by| by.is_conflicted()), "vote-proxies-torn"),
        (vote.is_opened_twice(), "vote-opened-twice"),
        (vote.is_closed_twice() && !vote.are_hands_conflicted(), "vote-closed-twice"),
        (vote.is_changed_since_opening(), "vote-changed-since"),
    ];
    Seen {
        key: vote.key(),
        vote: Titled::of(workshop.votes.label(vote.key()).into_owned(), &vote.title, lang),
        stage: vote.stage(),
        method: vote.method(),
        numbers: [vote.dots(), vote.cap(), vote.seats()],
        takes_hands: vote.takes_hands() && !vote.is_secret() && !vote.has_ballots(),
        then: vote.then(),
        second_of: findings::second_stage_of(&results, vote)
            .map(|first| workshop.votes.label(first.key()).into_owned()),
        hash: vote.short_hash().map(ToOwned::to_owned),
        named: vote.voters_named().iter().copied().map(label).collect(),
        secret: vote.is_secret(),
        tie: vote.tie().to_owned(),
        threshold: vote.threshold() * 100.0,
        gates: if prepared { gates_seen(workshop, vote) } else { Vec::new() },
        options: vote.options().iter().map(|option| option_seen(workshop, *option, lang)).collect(),
        turnout: outcome::turnout(workshop, vote),
        papers: vote.voters().filter(|voter| matches!(voter, Voter::Paper(_))).count(),
        hands: vote.has_hands(),
        hands_torn: vote.are_hands_conflicted(),
        proxies: vote.proxies_given().map(|(seat, by)| (label(seat), label(by))).collect(),
        missing: missing.into_iter().map(label).collect(),
        all_known: known,
        torn: if open { names(workshop, &vote.contradicting()) } else { Vec::new() },
        second: (open && vote.has_checks())
            .then(|| SecondSeen { typed: vote.checked().len(), found: vote.second_entry() }),
        result: decided::result(&results, vote.key(), |held| held.stage() >= Stage::Closed)
            .map(|result| told(&results, vote, &result, lang)),
        remarks: remarks.into_iter().filter(|(is, _)| *is).map(|(_, says)| says).collect(),
        versions: vote.versions(),
    }
}

/// The gates of a vote.
pub(crate) fn gates_seen(workshop: &Workshop, vote: &Vote) -> Vec<GateSeen> {
    let waived = |gate: Gate| vote.waiver(gate.name()).map(ToString::to_string);
    let option = |key: &EventId| workshop.proposals.label(*key).into_owned();
    let labels = |state: &GateState| -> Vec<String> {
        if !state.pairs.is_empty() {
            return state.pairs.iter().map(|[a, b]| format!("{} = {}", option(a), option(b))).collect();
        }
        let people = state.people.iter().map(|key| workshop.people.label(*key).into_owned());
        state.options.iter().map(option).chain(people).collect()
    };
    let seen = |state: GateState| {
        let (labels, waived) = (labels(&state), waived(state.gate));
        GateSeen { gate: state.gate, passed: state.passed, labels, waived }
    };
    gates(workshop, vote).into_iter().map(seen).collect()
}

fn option_seen(workshop: &Workshop, key: EventId, lang: Lang) -> Titled {
    let id = workshop.proposals.label(key).into_owned();
    match workshop.proposals.any(key) {
        Some(proposal) => Titled::of(id, &proposal.title, lang),
        None => Titled { id, ..Titled::default() },
    }
}

/// The name of a voter.
pub(crate) fn name(workshop: &Workshop, voter: Voter) -> String {
    match voter {
        Voter::Seat(seat) => workshop.people.label(seat).into_owned(),
        Voter::Paper(paper) => format!("№\u{a0}{paper}"),
    }
}

fn names(workshop: &Workshop, voters: &[Voter]) -> Vec<String> {
    voters.iter().map(|voter| name(workshop, *voter)).collect()
}

fn told(results: &Results<'_>, vote: &Vote, result: &Outcome, lang: Lang) -> ResultSeen {
    let workshop = results.workshop;
    let label = |key: &EventId| workshop.proposals.label(*key).into_owned();
    let by_group = by_language(workshop, vote, &result.void);
    let ranks: Vec<u32> = result.rows.iter().map(|row| row.rank).collect();
    let shared = |rank: u32| ranks.iter().filter(|other| **other == rank).count() > 1;
    let rows: Vec<RowSeen> = result
        .rows
        .iter()
        .map(|row| RowSeen {
            rank: format!("{}{}", row.rank, if shared(row.rank) { "=" } else { "" }),
            option: option_seen(workshop, row.option, lang),
            total: row.total,
            supporters: row.supporters,
            share: row.share,
            agreed: row.agreed,
            forward: row.forward,
            on_the_line: row.on_the_line,
            support: by_group.iter().map(|group| support(group, row.option, vote.seats())).collect(),
        })
        .collect();
    // Where a run-off decides, all who are on the line are tied until it parts them; then the line runs between them.
    let runoff_decides = result.settled.decided_by == DecidedBy::Runoff;
    let above = rows.iter().rposition(|row| row.on_the_line && !runoff_decides || row.forward != Forward::No);
    let decided_by = match &result.settled.decided_by {
        DecidedBy::Totals => DecidedBy::Totals,
        DecidedBy::All => DecidedBy::All,
        DecidedBy::Supporters => DecidedBy::Supporters,
        DecidedBy::Runoff => DecidedBy::Runoff,
        DecidedBy::Lot { seed, drawn } => {
            DecidedBy::Lot { seed: *seed, drawn: drawn.iter().map(label).collect() }
        }
    };
    ResultSeen {
        goes_on: vote.then().is_some(),
        above: above.map_or(0, |last| last + 1),
        rows,
        counted: result.counted,
        decided_by,
        tied: result.settled.tied.iter().map(label).collect(),
        owed: result.settled.owed,
        runoff: runoff(results, vote),
        unknown: [vote.lines_late(), vote.lines_unread()],
        again: again(workshop, vote),
        aside: [&result.late, &result.torn, &result.void].map(|voters| names(workshop, voters)),
        findings: findings::of(workshop, vote.key()).map(Arc::new),
        groups: by_group.into_iter().map(|group| (group.groups, group.ballots)).collect(),
    }
}

/// By how many the ballots of seats outnumber the seats that are marked, and which seats two laptops marked.
pub(super) fn again(workshop: &Workshop, vote: &Vote) -> (usize, Vec<String>) {
    let Some(found) = vote.entered_again() else { return (0, Vec::new()) };
    let voters: Vec<Voter> = found.seats.iter().copied().map(Voter::Seat).collect();
    let mut seats = names(workshop, &voters);
    seats.sort();
    (found.more(), seats)
}

/// The run-off of a vote: its id, and who goes forward by it.
fn runoff(results: &Results<'_>, vote: &Vote) -> Option<(String, Vec<String>)> {
    let workshop = results.workshop;
    let held = findings::runoff_held(results, vote)?;
    let closed = |vote: &Vote| vote.stage() >= Stage::Closed;
    let settled = decided::result(results, held.key(), closed).map(|outcome| outcome.settled.forward);
    let forward = settled.unwrap_or_default().into_iter();
    let forward = forward.map(|option| workshop.proposals.label(option).into_owned()).collect();
    Some((workshop.votes.label(held.key()).into_owned(), forward))
}

type Group = tally::GroupTotals<&'static str, EventId>;

/// Dots by the first language of those who gave them; papers and other languages are one group, with an empty name.
fn by_language(workshop: &Workshop, vote: &Vote, void: &[Voter]) -> Vec<Group> {
    let said = vote.groups_of_papers();
    let language = |voter: Voter| -> &'static str {
        let seat = match voter {
            Voter::Seat(seat) => seat,
            // A secret ballot says no more than its language.
            Voter::Paper(number) => {
                let code = said.get(&number).and_then(|groups| groups.get("language"));
                return code.and_then(|code| Lang::from_code(code)).map_or("", Lang::code);
            }
        };
        let person = workshop.people.any(seat);
        let spoken = person.map(crate::workshop::people::Person::languages).unwrap_or_default();
        spoken.iter().find_map(|code| Lang::from_code(code)).map_or("", Lang::code)
    };
    let ballots: Vec<(&'static str, Ballot<EventId>)> = vote
        .counted()
        .into_iter()
        .filter(|(voter, _)| !void.contains(voter))
        .map(|(voter, votes)| {
            let votes: Vec<(EventId, u32)> = votes.iter().map(|(option, dots)| (*option, *dots)).collect();
            (language(voter), Ballot { id: String::new(), votes })
        })
        .collect();
    let groups = tally::by_group(vote.options(), &ballots);
    // One group alone says nothing that the result does not say.
    let all: Vec<Group> = groups.apart.into_iter().chain(groups.together).collect();
    if all.len() < 2 { Vec::new() } else { in_order(all) }
}

/// English first, then Russian, the others last.
fn in_order(mut groups: Vec<Group>) -> Vec<Group> {
    let mut order: BTreeMap<&str, usize> = BTreeMap::new();
    for (place, lang) in Lang::ALL.into_iter().enumerate() {
        order.insert(lang.code(), place);
    }
    let place =
        |group: &Group| group.groups.iter().map(|name| order.get(name).copied().unwrap_or(usize::MAX)).max();
    groups.sort_by_key(place);
    groups
}

fn support(group: &Group, option: EventId, seats: u32) -> Support {
    let total = group.totals.iter().find(|(known, _)| *known == option).map_or(0, |(_, total)| *total);
    let better = group.totals.iter().filter(|(_, other)| *other > total).count();
    match total {
        0 => Support::None,
        _ if better < usize::try_from(seats).unwrap_or(usize::MAX) => Support::Top,
        _ => Support::Some,
    }
}
