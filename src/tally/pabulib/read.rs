//! From the text of a `.pb` file to what stands in it.

use std::collections::HashMap;

use super::decimal::Decimal;
use super::fault::{Fault, Kind, Section};
use super::instance::{Instance, Project, VoteType};
use super::rows::{Row, Table, tables};
use super::votes::{self, Rules};
use crate::tally::shares::{LARGEST_COST, MOST_VOTERS};

const MOST_PROJECTS: usize = 1_000_000;

/// Reads a `.pb` file. A byte-order mark, either kind of line end, empty lines, empty columns at the end, spaces around fields,
/// decimal commas and columns that we do not know do not matter.
///
/// # Errors
/// The first thing that is wrong with it: [`Fault`].
pub(crate) fn read(text: &str) -> Result<Instance, Fault> {
    let (tables, last) = tables(text)?;
    let find = |section: Section| {
        let table = tables.iter().find(|table| table.section == section);
        table.ok_or(Fault { line: last, kind: Kind::NoSection(section) })
    };
    let meta = Meta::read(find(Section::Meta)?)?;
    let (projects_table, votes_table) = (find(Section::Projects)?, find(Section::Votes)?);
    let (projects, places) = projects(projects_table)?;
    let vote_type = meta.vote_type()?;
    let budget = match meta.row("budget") {
        Some(row) => number(row, "budget", row.field(Some(meta.value)))?,
        None => return Err(meta.missing("budget")),
    };
    let rules = Rules { vote_type, most: meta.most_points()? };
    if votes_table.rows.len() > MOST_VOTERS {
        return Err(Fault { line: votes_table.line, kind: Kind::TooMany(Section::Votes) });
    }
    let voters = votes::read(votes_table, &rules, &places)?;
    meta.count("num_projects", Section::Projects, projects.len())?;
    meta.count("num_votes", Section::Votes, voters.len())?;
    let instance = Instance { meta: meta.others(), vote_type, budget, projects, voters };
    scale(&instance, &meta, projects_table)?;
    votes::scale(&instance, votes_table)?;
    Ok(instance)
}

/// A number, or the fault that it is none.
pub(super) fn number(row: &Row, field: &'static str, text: &str) -> Result<Decimal, Fault> {
    let fault = |why| row.fault(Kind::Number { field, text: text.to_owned(), why });
    Decimal::read(text).map_err(fault)
}

/// That all costs and the budget can be counted in the smallest decimal that occurs.
fn scale(instance: &Instance, meta: &Meta<'_>, projects: &Table) -> Result<(), Fault> {
    let decimals = instance.money_decimals();
    let fits = |amount: Decimal| amount.scaled(decimals).is_some_and(|amount| amount <= LARGEST_COST);
    let fault =
        |row: &Row, field, amount: Decimal| Err(row.fault(Kind::Digits { field, text: amount.to_string() }));
    if let Some(row) = meta.row("budget").filter(|_| !fits(instance.budget)) {
        return fault(row, "budget", instance.budget);
    }
    let mut costs = projects.rows.iter().zip(&instance.projects);
    match costs.find(|(_, project)| !fits(project.cost)) {
        Some((row, project)) => fault(row, "cost", project.cost),
        None => Ok(()),
    }
}

/// The section META.
struct Meta<'a> {
    table: &'a Table,
    key: usize,
    value: usize,
}

impl<'a> Meta<'a> {
    /// What follows from the rest of an instance.
    const OURS: [&'static str; 4] = ["num_projects", "num_votes", "budget", "vote_type"];

    fn read(table: &'a Table) -> Result<Self, Fault> {
        let meta = Self { table, key: table.needed("key")?, value: table.needed("value")? };
        let mut seen = HashMap::new();
        for row in &table.rows {
            let key = row.field(Some(meta.key));
            if key.is_empty() {
                return Err(row.fault(Kind::NoId(Section::Meta)));
            }
            if seen.insert(key, ()).is_some() {
                return Err(row.fault(Kind::KeyTwice(key.to_owned())));
            }
        }
        Ok(meta)
    }

    fn row(&self, key: &str) -> Option<&'a Row> {
        self.table.rows.iter().find(|row| row.field(Some(self.key)) == key)
    }

    fn missing(&self, key: &'static str) -> Fault {
        Fault { line: self.table.line, kind: Kind::NoKey(key) }
    }

    fn vote_type(&self) -> Result<VoteType, Fault> {
        let row = self.row("vote_type").ok_or_else(|| self.missing("vote_type"))?;
        match row.field(Some(self.value)).to_lowercase().as_str() {
            // Where everybody chooses one project, that is an approval of one.
            "approval" | "choose-1" => Ok(VoteType::Approval),
            "cumulative" => Ok(VoteType::Cumulative),
            "ordinal" => Ok(VoteType::Ordinal),
            "scoring" => Ok(VoteType::Scoring),
            other => Err(row.fault(Kind::VoteType(other.to_owned()))),
        }
    }

    fn most_points(&self) -> Result<Option<Decimal>, Fault> {
        let row = self.row("max_sum_points");
        let row = row.filter(|row| !row.field(Some(self.value)).is_empty());
        row.map(|row| number(row, "max_sum_points", row.field(Some(self.value)))).transpose()
    }

    /// That there are as many rows as META says; where it says nothing, nobody can tell.
    fn count(&self, key: &'static str, section: Section, found: usize) -> Result<(), Fault> {
        let Some(row) = self.row(key) else { return Ok(()) };
        let number = number(row, key, row.field(Some(self.value)))?;
        let said = number.scaled(0).ok_or_else(|| {
            let why = super::NotDecimal::Number;
            row.fault(Kind::Number { field: key, text: number.to_string(), why })
        })?;
        if said == found as u64 { Ok(()) } else { Err(row.fault(Kind::Count { section, said, found })) }
    }

    fn others(&self) -> Vec<(String, String)> {
        let pair = |row: &Row| (row.field(Some(self.key)).to_owned(), row.field(Some(self.value)).to_owned());
        let pairs = self.table.rows.iter().map(pair);
        pairs.filter(|(key, _)| !Self::OURS.contains(&key.as_str())).collect()
    }
}

/// The projects, and the place of each id.
fn projects(table: &Table) -> Result<(Vec<Project>, HashMap<&str, u32>), Fault> {
    let (id, cost, name) = (table.needed("project_id")?, table.needed("cost")?, table.column("name"));
    if table.rows.len() > MOST_PROJECTS {
        return Err(Fault { line: table.line, kind: Kind::TooMany(Section::Projects) });
    }
    let mut projects = Vec::with_capacity(table.rows.len());
    let mut places: HashMap<&str, (u32, u64)> = HashMap::new();
    for (place, row) in (0..).zip(&table.rows) {
        let id = unique(table, row, id, &mut places, place)?;
        let name = Some(row.field(name)).filter(|name| !name.is_empty()).map(str::to_owned);
        let cost = number(row, "cost", row.field(Some(cost)))?;
        projects.push(Project { id: id.to_owned(), name, cost });
    }
    Ok((projects, places.into_iter().map(|(id, (place, _))| (id, place)).collect()))
}

/// The id of a row, which no row before has.
pub(super) fn unique<'a>(
    table: &Table,
    row: &'a Row,
    column: usize,
    places: &mut HashMap<&'a str, (u32, u64)>,
    place: u32,
) -> Result<&'a str, Fault> {
    let id = row.field(Some(column));
    if id.is_empty() {
        return Err(row.fault(Kind::NoId(table.section)));
    }
    match places.insert(id, (place, row.line)) {
        None => Ok(id),
        Some((_, first)) => {
            Err(row.fault(Kind::IdTwice { section: table.section, id: id.to_owned(), first }))
        }
    }
}
