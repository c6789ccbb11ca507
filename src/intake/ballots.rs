//! Ballots that were collected elsewhere: a row a ballot, a column an option.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::columns::{ColumnMatch, Columns};
use super::fault::{Fault, Note};
use super::matching::handle;
use super::table::{Row, Table};
use super::{Kind, Outcome, Plan, values};
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::text::Lang;
use crate::workshop::thing::{NotFound, Thing};
use crate::workshop::votes::ballot_rules::{self, Fault as Wrong};
use crate::workshop::votes::commands::{VoteCast, VoteCorrect};
use crate::workshop::votes::{Stage, Vote, Voter, Votes};

/// The most dots that a cell can hold.
const MOST_DOTS: u32 = 10_000;

/// A column of dots.
struct Dots {
    place: usize,
    option: EventId,
    handle: Arc<str>,
}

/// Compares a list of ballots with those in. It must be clear for which vote they are: a column says so, or only one is
/// open, or it is given from outside.
pub(super) fn plan(workshop: &Workshop, table: &Table, wanted: Option<EventId>) -> Result<Plan, Fault> {
    let mut columns = Columns::of(Kind::Ballots, table)?;
    let (seat, paper) = (columns.at("seat"), columns.at("paper"));
    if seat.or(paper).is_none() {
        return Err(Fault::MissingColumn { field: "seat" });
    }
    let key = vote(workshop, table, columns.at("vote"), wanted)?;
    let Some(vote) = workshop.votes.get(key) else { return Err(Fault::NoOpenVote) };
    let dots = options(workshop, vote, table, &mut columns)?;
    let mut plan = Plan::new(Kind::Ballots, &columns, table);
    for option in vote.options() {
        if workshop.proposals.get(*option).is_some() && !dots.iter().any(|dots| dots.option == *option) {
            plan.note(Note::OptionWithoutColumn { option: workshop.proposals.label(*option).into_owned() });
        }
    }
    let seats = seats(workshop);
    let mut seen: HashMap<Voter, u64> = HashMap::new();
    for row in table.rows() {
        let Some((votes, named)) = read(row, &dots)? else {
            plan.note(Note::NoBallot { line: row.line });
            continue;
        };
        let voter = voter(workshop, &seats, row, seat, paper)?;
        if let Some(first) = seen.insert(voter, row.line) {
            let id = name_of(workshop, voter);
            return Err(Fault::SameId { first, line: row.line, id });
        }
        check(workshop, vote, row.line, &votes, &mut plan);
        let outcome = ask(workshop, (key, vote), voter, (&votes, named), row.line, &mut plan);
        plan.count(outcome);
    }
    Ok(plan)
}

fn ask(
    workshop: &Workshop,
    (key, vote): (EventId, &Vote),
    voter: Voter,
    (votes, named): (&Votes, BTreeMap<Arc<str>, u32>),
    line: u64,
    plan: &mut Plan,
) -> Outcome {
    // A sealed ballot that is in cannot be compared with a list; it is put right by hand.
    if vote.is_ballot(voter, votes) || (vote.public_key().is_some() && vote.has_voted(voter)) {
        return Outcome::Unchanged;
    }
    let vote_handle = handle(&workshop.votes, key);
    let (seat, paper) = match voter {
        Voter::Seat(seat) => (Some(handle(&workshop.people, seat)), None),
        Voter::Paper(paper) => (None, Some(paper)),
    };
    if vote.has_voted(voter) {
        plan.ask(line, VoteCorrect { vote: vote_handle, seat, paper, votes: named, groups: None });
        Outcome::Changed
    } else {
        plan.ask(line, VoteCast { vote: vote_handle, seat, paper, votes: named, groups: None });
        Outcome::Added
    }
}

fn vote(
    workshop: &Workshop,
    table: &Table,
    at: Option<usize>,
    wanted: Option<EventId>,
) -> Result<EventId, Fault> {
    let open = |vote: &Vote| vote.stage() == Stage::Open;
    let mut named: Option<EventId> = wanted.filter(|key| workshop.votes.get(*key).is_some_and(open));
    if wanted.is_some() && named.is_none() {
        return Err(Fault::NoOpenVote);
    }
    for row in table.rows() {
        let Some(word) = values::word(row, at, "vote")? else { continue };
        let key = workshop.votes.find(&word).ok().filter(|key| workshop.votes.get(*key).is_some_and(open));
        // One list, one vote: a second one would have other options.
        match key.filter(|key| named.is_none_or(|named| named == *key)) {
            Some(key) => named = Some(key),
            None => return Err(Fault::UnknownVote { line: row.line, vote: values::shown(&word) }),
        }
    }
    if let Some(named) = named {
        return Ok(named);
    }
    let open: Vec<EventId> = workshop.votes.iter().filter(|vote| open(vote)).map(Thing::key).collect();
    match open.as_slice() {
        [] => Err(Fault::NoOpenVote),
        [only] => Ok(*only),
        many => {
            let labels: Vec<_> = many.iter().map(|key| workshop.votes.label(*key)).collect();
            Err(Fault::SeveralOpenVotes { votes: labels.join(", ") })
        }
    }
}

/// Finds the columns of dots among those that mean nothing else: by the id of an option, alone or before its title, or by
/// the title.
fn options(
    workshop: &Workshop,
    vote: &Vote,
    table: &Table,
    columns: &mut Columns,
) -> Result<Vec<Dots>, Fault> {
    let mut names: HashMap<String, EventId> = HashMap::new();
    for proposal in workshop.proposals.iter() {
        let label = workshop.proposals.label(proposal.key());
        let titles = Lang::ALL.into_iter().filter_map(|lang| proposal.title.get(lang));
        for name in [label.as_ref()].into_iter().chain(titles) {
            names.entry(values::normal(name)).or_insert(proposal.key());
        }
    }
    let find = |header: &str| {
        let whole = values::normal(header);
        let first = whole.split([' ', '.', ':', '-']).next().unwrap_or_default();
        names.get(&whole).or_else(|| names.get(first)).copied()
    };
    let taken: Vec<usize> = columns.matches.iter().map(|column| column.place).collect();
    let mut dots: Vec<Dots> = Vec::new();
    for (place, header) in table.header().iter().enumerate().filter(|(place, _)| !taken.contains(place)) {
        let Some(option) = find(header) else { continue };
        let shown = values::shown(header);
        if !vote.options().contains(&option) {
            return Err(Fault::NotAnOption { column: shown });
        }
        if let Some(first) = dots.iter().find(|dots| dots.option == option) {
            let first =
                table.header().get(first.place).map(|header| values::shown(header)).unwrap_or_default();
            return Err(Fault::ColumnTwice { field: "option", first, second: shown });
        }
        columns.unmatched.retain(|unmatched| *unmatched != shown);
        columns.matches.push(ColumnMatch { place, header: shown, field: "option", lang: None });
        dots.push(Dots { place, option, handle: handle(&workshop.proposals, option) });
    }
    if dots.is_empty() { Err(Fault::NoOptionColumn) } else { Ok(dots) }
}

/// What stands on a ballot; none if nothing was written on it, not even a nought.
#[allow(clippy::type_complexity, reason = "the dots by key, to compare, and by name, to ask for")]
fn read(row: Row<'_>, dots: &[Dots]) -> Result<Option<(Votes, BTreeMap<Arc<str>, u32>)>, Fault> {
    let (mut votes, mut named) = (Votes::new(), BTreeMap::new());
    let mut written = false;
    for column in dots {
        let cell = values::line(row.cell(column.place));
        if cell.is_empty() {
            continue;
        }
        written = true;
        let bad = || Fault::BadValue { line: row.line, field: "dots", value: values::shown(&cell) };
        let given = count(&cell).ok_or_else(bad)?;
        if given > 0 {
            votes.insert(column.option, given);
            named.insert(column.handle.clone(), given);
        }
    }
    Ok(written.then_some((votes, named)))
}

/// How many dots a cell holds: a number, a cross or tick, or the dots themselves.
fn count(cell: &str) -> Option<u32> {
    if let Ok(number) = cell.strip_suffix(".0").unwrap_or(cell).parse::<u32>() {
        return Some(number).filter(|number| *number <= MOST_DOTS);
    }
    let dots = cell.chars().filter(|c| !c.is_whitespace());
    if dots.clone().all(|c| matches!(c, '•' | '●' | '*' | 'x' | 'X' | 'х' | 'Х' | '✓' | '✔' | '+'))
    {
        return u32::try_from(dots.count()).ok();
    }
    matches!(cell, "-" | "–" | "—").then_some(0)
}

/// Seats by name, for lists without ids. A name that two bear means nobody.
fn seats(workshop: &Workshop) -> HashMap<String, Option<EventId>> {
    let mut seats: HashMap<String, Option<EventId>> = HashMap::new();
    for person in workshop.people.iter() {
        for name in super::matching::forms_of(&person.name) {
            let key = person.key();
            seats
                .entry(name)
                .and_modify(|seat| *seat = seat.filter(|seat| *seat == key))
                .or_insert(Some(key));
        }
    }
    seats
}

fn voter(
    workshop: &Workshop,
    seats: &HashMap<String, Option<EventId>>,
    row: Row<'_>,
    seat: Option<usize>,
    paper: Option<usize>,
) -> Result<Voter, Fault> {
    match (values::word(row, seat, "seat")?, values::word(row, paper, "paper")?) {
        (Some(seat), None) => match workshop.people.find(&seat) {
            Ok(key) => Ok(Voter::Seat(key)),
            Err(NotFound::Ambiguous(both)) => {
                Err(Fault::Ambiguous { line: row.line, name: values::shown(&seat), both })
            }
            Err(NotFound::Unknown) => seats
                .get(&values::normal(&seat))
                .copied()
                .flatten()
                .map(Voter::Seat)
                .ok_or_else(|| Fault::UnknownSeat { line: row.line, seat: values::shown(&seat) }),
        },
        (None, Some(paper)) => {
            let number = paper.trim_start_matches(['№', '#', ' ']).parse::<u32>().ok();
            let bad = || Fault::BadValue { line: row.line, field: "paper", value: values::shown(&paper) };
            number.filter(|number| (1..=999_999).contains(number)).map(Voter::Paper).ok_or_else(bad)
        }
        _ => Err(Fault::SeatOrPaper { line: row.line }),
    }
}

fn name_of(workshop: &Workshop, voter: Voter) -> String {
    match voter {
        Voter::Seat(seat) => workshop.people.label(seat).into_owned(),
        Voter::Paper(paper) => paper.to_string(),
    }
}

/// Notes what will be refused, so that it is known before the first ballot is entered.
fn check(workshop: &Workshop, vote: &Vote, line: u64, votes: &Votes, plan: &mut Plan) {
    for fault in ballot_rules::faults(votes, vote.ballot_rules()).into_iter().rev() {
        plan.note(match fault {
            Wrong::OverBudget { given, most } => Note::OverBudget { line, given, most },
            Wrong::OverCap { option, most } | Wrong::OffScale { option, most } => {
                Note::OverCap { line, option: workshop.proposals.label(option).into_owned(), most }
            }
            Wrong::RankTwice { rank } | Wrong::RankMissing { rank } => Note::Ranks { line, rank },
        });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dots_as_people_write_them() {
        assert_eq!(["2", "x", "••", "● ●", "-", "0", "3.0"].map(count), [2, 1, 2, 2, 0, 0, 3].map(Some));
        assert_eq!(["two", "-1", "1.5", "99999999"].map(count), [None; 4]);
    }
}
