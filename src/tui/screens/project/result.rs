//! A result on the wall: all of it, or step by step from the last place to the first.

use super::model::Shown;
use crate::report::outcome::{self, Forward};
use crate::report::{decided, findings};
use crate::tui::screens::shared::stage;
use crate::workshop::Workshop;
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;
use crate::workshop::votes::Stage;

/// A line of a revealed result.
#[derive(Debug, Clone)]
pub struct Place {
    /// Its rank; several may share one.
    pub rank: u32,
    /// Whether another one has the same rank.
    pub shared: bool,
    /// Its id, by which the last step names it.
    pub label: String,
    pub title: Text,
    /// Dots.
    pub total: u64,
    /// Whether it goes forward.
    pub forward: Forward,
    /// Whether its turn has come.
    pub shown: bool,
}

pub(super) fn reveal(workshop: &Workshop, of: Option<&str>, step: Option<u32>) -> Option<Shown> {
    let vote = stage::revealed(workshop, of)?;
    // What the room has not seen of a run-off does not part those who are tied.
    let result = decided::result(&outcome::Results::new(workshop), vote.key(), |held| {
        held.stage() == Stage::Revealed
    })?;
    let ranks = stage::ranks(&result);
    if usize::try_from(step.unwrap_or(0)).is_ok_and(|step| step > ranks.len())
        && let Some(findings) = findings::of(workshop, vote.key())
    {
        let ballots = result.counted;
        let owed = result.settled.owed > 0;
        return Some(Shown::Solid { title: vote.title.text(), findings: Box::new(findings), ballots, owed });
    }
    let told = step.and_then(|step| usize::try_from(step).ok()).unwrap_or(ranks.len());
    let told = ranks.get(..told).unwrap_or(&ranks);
    let place = |row: &outcome::Row| Place {
        rank: row.rank,
        shared: result.rows.iter().filter(|other| other.rank == row.rank).count() > 1,
        label: workshop.proposals.label(row.option).into_owned(),
        title: workshop.proposals.any(row.option).map(|proposal| proposal.title.text()).unwrap_or_default(),
        total: row.total,
        forward: row.forward,
        shown: told.contains(&row.rank),
    };
    let places = result.rows.iter().map(place).collect();
    let stepped = told.len() < ranks.len();
    Some(Shown::Reveal { title: vote.title.text(), places, stepped, goes_on: vote.then().is_some() })
}
