//! What plans are worth, in figures and in a line.

use super::met;
use super::words::unbroken;
use crate::language::{Arg, Messages};
use crate::planner::{self, Groups, RoomFacts, RoomLanguage};
use crate::workshop::Workshop;
use crate::workshop::groups::asked::{Asked, asked};
use crate::workshop::thing::Thing;

/// What a plan is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Figures {
    /// Pairs that meet again.
    pub repeats: i64,
    /// Pairs that meet for the first time.
    pub fresh: i64,
    /// Rooms whose people can talk with one another.
    pub talking: usize,
    pub rooms: usize,
    /// How far kinds, countries and organisations are from an even spread.
    pub balance: i64,
    /// The smallest and the largest room.
    pub sizes: (usize, usize),
    /// The fewest and the most people that anybody has met over all rounds.
    pub partners: (usize, usize),
}

impl Figures {
    /// What this plan of a round is worth.
    pub(super) fn of(workshop: &Workshop, view: &Asked, rooms: &Groups, facts: &[RoomFacts]) -> Self {
        let worth = planner::measure_all(&view.problem, std::slice::from_ref(rooms));
        let again: i64 = facts.iter().map(|room| i64::try_from(room.again.len()).unwrap_or(i64::MAX)).sum();
        let pairs: i64 = rooms
            .iter()
            .map(|room| i64::try_from(room.len() * room.len().saturating_sub(1) / 2).unwrap_or(i64::MAX))
            .sum();
        let sizes = || facts.iter().map(|room| room.size);
        Self {
            repeats: again,
            fresh: (pairs - again).max(0),
            talking: facts
                .iter()
                .filter(|room| room.interpreted || !matches!(room.language, RoomLanguage::Without(_)))
                .count(),
            rooms: facts.len(),
            balance: worth.balance,
            sizes: (sizes().min().unwrap_or(0), sizes().max().unwrap_or(0)),
            partners: met::Met::of(workshop).range(),
        }
    }
}

/// The line of figures.
pub(super) fn told(messages: &Messages, figures: &Figures) -> String {
    let range = |(least, most): (usize, usize)| {
        if least == most { least.to_string() } else { format!("{least}–{most}") }
    };
    let line = messages.with(
        "groups-figures",
        &[
            ("repeats", figures.repeats.into()),
            ("fresh", figures.fresh.into()),
            ("talking", figures.talking.into()),
            ("rooms", figures.rooms.into()),
            ("balance", figures.balance.into()),
            ("sizes", range(figures.sizes).into()),
            ("partners", range(figures.partners).into()),
        ],
    );
    unbroken(&line)
}

/// What all planned rounds are worth together, and what would be possible; none while fewer than two are planned.
pub(super) fn together(workshop: &Workshop, messages: &Messages) -> Option<String> {
    let planned: Vec<_> = workshop.rounds.iter().filter(|round| round.is_planned()).collect();
    if planned.len() < 2 {
        return None;
    }
    let keys: Vec<_> = planned.iter().map(|round| round.key()).collect();
    let asked = asked(workshop, &keys);
    let plan = planned.iter().enumerate().map(|(nth, round)| asked.current(nth, round)).collect();
    let judged = planner::judge(&asked.problem, plan);
    let args = [
        ("rounds", Arg::from(planned.len())),
        ("repeats", judged.worth.mixing.into()),
        ("possible", judged.bound.mixing.into()),
        ("balance", judged.worth.balance.into()),
        ("balance-possible", judged.bound.balance.into()),
    ];
    let line = messages.with("groups-together", &args);
    let line = if judged.proved { format!("{line} · {}", messages.say("groups-proved")) } else { line };
    Some(unbroken(&line))
}
