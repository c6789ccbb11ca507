//! Rooms: breakouts without any, rounds that fit nowhere, and rooms in which somebody understands nobody.

use std::collections::HashMap;
use std::sync::Arc;

use super::finding::{Fact, Finding, Kind};
use super::interpretation::interpreters;
use super::layout::{Day, Placed};
use super::norms;
use crate::planner::{self, RoomLanguage};
use crate::workshop::Workshop;
use crate::workshop::groups::Round;
use crate::workshop::groups::asked::problem_of;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;

pub(super) fn check(workshop: &Workshop, days: &[Day<'_>], found: &mut Vec<Finding>) {
    let mut held: HashMap<EventId, Vec<&Round>> = HashMap::new();
    for round in workshop.rounds.iter() {
        match round.item.get() {
            Some(item) if workshop.items.get(*item).is_some() => {
                held.entry(*item).or_default().push(round);
            }
            Some(_) => found.push(of_round(Kind::RoundAstray, round)),
            None => {}
        }
    }
    for placed in days.iter().flat_map(|day| &day.items) {
        let rounds = held.get(&placed.item.key()).map_or(&[][..], Vec::as_slice);
        if rounds.is_empty() && placed.item.kind() == "breakout" {
            found.push(placed.finds(Kind::NoRound));
        }
        if rounds.len() > 1 {
            found.push(placed.finds(Kind::TwoRounds).with("count", count(rounds.len())));
        }
        for round in rounds {
            let size = found.len();
            sizes(workshop, placed, round, found);
            if round.is_planned() {
                words(workshop, round, found);
            }
            for finding in found.iter_mut().skip(size) {
                finding.day = Some(placed.item.day());
                finding.at = Some(placed.begins);
                finding.item = Some(placed.item.key());
                finding.round = Some(round.key());
            }
        }
        booths(workshop, placed, rounds, found);
    }
}

fn of_round(kind: Kind, round: &Round) -> Finding {
    Finding { round: Some(round.key()), ..Finding::new(kind) }
}

fn count(number: usize) -> Fact {
    Fact::Count(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Whether the people of that day and the rooms fit each other.
fn sizes(workshop: &Workshop, placed: &Placed<'_>, round: &Round, found: &mut Vec<Finding>) {
    let rooms = round.rooms();
    if rooms.is_empty() {
        found.push(of_round(Kind::NoRooms, round));
        return;
    }
    let day = placed.item.day();
    let people = workshop.people.iter().filter(|person| person.is_present(day)).count();
    // A room without a most takes everybody.
    let most = rooms.iter().try_fold(0_usize, |sum, room| Some(sum.saturating_add(room.max? as usize)));
    let least = rooms.iter().fold(0_usize, |sum, room| sum.saturating_add(room.min.unwrap_or(0) as usize));
    let finding =
        |kind| of_round(kind, round).with("people", count(people)).with("rooms", count(rooms.len()));
    if let Some(most) = most.filter(|most| *most < people) {
        found.push(finding(Kind::RoomsTooSmall).with("most", count(most)).with("over", count(people - most)));
    }
    // In an Open Space rooms may stay empty, and before there is a roster nobody is missing.
    if people > 0 && least > people && !round.is_chosen() {
        found.push(finding(Kind::RoomsTooMany).with("least", count(least)));
    }
}

/// The rooms of a planned round in which somebody understands nobody and which are not among its interpreted ones.
fn words(workshop: &Workshop, round: &Round, found: &mut Vec<Finding>) {
    let Some(mut asked) = problem_of(workshop, round.key()) else { return };
    // Asked of the plan even where the organisers do not ask it of the planner.
    asked.problem.rules.language = true;
    let plan = asked.current(0, round);
    let facts = planner::facts(&asked.problem, 0, &plan);
    for (room, fact) in asked.rooms_of(0).iter().zip(facts) {
        let RoomLanguage::Without(without) = fact.language else { continue };
        if fact.interpreted {
            continue;
        }
        let people: Vec<EventId> = without.iter().filter_map(|p| asked.people.get(*p).copied()).collect();
        let finding = Finding { room: Some(room.clone()), ..of_round(Kind::NoCommonLanguage, round) };
        let languages = spoken(workshop, &people);
        found
            .push(finding.with("people", Fact::People(people)).with("languages", Fact::Languages(languages)));
    }
}

/// What these people speak.
fn spoken(workshop: &Workshop, people: &[EventId]) -> Vec<Arc<str>> {
    let people = people.iter().filter_map(|person| workshop.people.get(*person));
    let mut languages: Vec<Arc<str>> = people.flat_map(|person| person.languages().iter().cloned()).collect();
    languages.sort_unstable();
    languages.dedup();
    languages
}

/// Whether there are interpreters for all rooms that are interpreted at the same time.
fn booths(workshop: &Workshop, placed: &Placed<'_>, rounds: &[&Round], found: &mut Vec<Finding>) {
    let rooms: usize =
        rounds.iter().map(|round| (round.interpreters() as usize).min(round.rooms().len())).sum();
    if rooms == 0 || workshop.people.is_empty() {
        return;
    }
    let there = interpreters(workshop, placed.item.day()).count();
    let each = if placed.minutes() > norms::ALONE { norms::TEAM } else { 1 };
    let needed = rooms.saturating_mul(each);
    if needed > there {
        let finding = placed.finds(Kind::FewForRooms).with("rooms", count(rooms)).with("there", count(there));
        let finding = finding.with("needed", count(needed)).with("minutes", Fact::Minutes(placed.minutes()));
        found.push(finding.with("alone", Fact::Minutes(norms::ALONE)));
    }
}
