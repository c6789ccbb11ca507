//! The votes of a `.pb` file.

use std::collections::HashMap;

use super::decimal::Decimal;
use super::fault::{Fault, Kind};
use super::instance::{Instance, Vote, VoteType, Voter};
use super::read::{number, unique};
use super::rows::{Row, Table};
use crate::tally::shares::LARGEST_WEIGHT;

/// What a ballot must keep to.
pub(super) struct Rules {
    pub(super) vote_type: VoteType,
    /// The most points in all.
    pub(super) most: Option<Decimal>,
}

/// Reads the votes; `places` has the place of every project by its id.
pub(super) fn read(table: &Table, rules: &Rules, places: &HashMap<&str, u32>) -> Result<Vec<Voter>, Fault> {
    let (id, vote) = (table.needed("voter_id")?, table.needed("vote")?);
    let points = if rules.vote_type.has_points() { Some(table.needed("points")?) } else { None };
    let mut voters = Vec::with_capacity(table.rows.len());
    let mut seen = HashMap::new();
    // For each project, the voter who named it last, so that a ballot of any length is looked through once.
    let mut named: Vec<Option<u32>> = vec![None; places.len()];
    for (number, row) in (0..).zip(&table.rows) {
        let id = unique(table, row, id, &mut seen, number)?.to_owned();
        let chosen = list(row.field(Some(vote)));
        let points = points.map(|points| list(row.field(Some(points))));
        if let Some(points) = points.as_ref().filter(|points| points.len() != chosen.len()) {
            let (projects, points) = (chosen.len(), points.len());
            return Err(row.fault(Kind::Points { voter: id, projects, points }));
        }
        let mut votes = Vec::with_capacity(chosen.len());
        for (at, name) in chosen.iter().enumerate() {
            let Some(project) = places.get(name).copied() else {
                return Err(row.fault(Kind::NoSuchProject { voter: id, project: (*name).to_owned() }));
            };
            let last = named.get_mut(project as usize).and_then(|last| last.replace(number));
            if last == Some(number) {
                return Err(row.fault(Kind::ProjectTwice { voter: id, project: (*name).to_owned() }));
            }
            let given = points.as_ref().map(|points| points.get(at).copied().unwrap_or(""));
            let points = given.map_or(Ok(Decimal::from(1)), |text| self::number(row, "points", text))?;
            votes.push(Vote { project, points });
        }
        within(&id, &votes, rules, row)?;
        voters.push(Voter { id, votes });
    }
    Ok(voters)
}

/// The parts of a list with commas; nothing is no part.
fn list(field: &str) -> Vec<&str> {
    if field.is_empty() { Vec::new() } else { field.split(',').map(str::trim).collect() }
}

/// That a ballot gives no more points than allowed.
fn within(id: &str, votes: &[Vote], rules: &Rules, row: &Row) -> Result<(), Fault> {
    let Some(most) = rules.most.filter(|_| rules.vote_type.has_points()) else { return Ok(()) };
    let decimals =
        votes.iter().map(|vote| vote.points).chain([most]).map(Decimal::decimals).max().unwrap_or(0);
    // 18 digits and 9 more at most: a sum of as many as memory holds stays below 2¹²⁸.
    let scaled = |number: Decimal| {
        let unit = 10_u128.pow(decimals - number.decimals());
        u128::from(number.scaled(number.decimals()).unwrap_or(u64::MAX)) * unit
    };
    let given: u128 = votes.iter().map(|vote| scaled(vote.points)).sum();
    if given <= scaled(most) {
        return Ok(());
    }
    let unit = 10_u128.pow(decimals);
    let whole = given / unit;
    let given = match given % unit {
        0 => whole.to_string(),
        part => format!("{whole}.{part:0width$}", width = decimals as usize),
    };
    Err(row.fault(Kind::TooManyPoints { voter: id.to_owned(), given, allowed: most.to_string() }))
}

/// That all points can be counted in the smallest decimal that occurs.
pub(super) fn scale(instance: &Instance, table: &Table) -> Result<(), Fault> {
    let decimals = instance.point_decimals();
    let fits = |points: Decimal| points.scaled(decimals).is_some_and(|p| p <= u64::from(LARGEST_WEIGHT));
    for (row, voter) in table.rows.iter().zip(&instance.voters) {
        if let Some(vote) = voter.votes.iter().find(|vote| !fits(vote.points)) {
            return Err(row.fault(Kind::Digits { field: "points", text: vote.points.to_string() }));
        }
    }
    Ok(())
}
