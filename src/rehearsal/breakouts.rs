//! Rounds: wishes gathered, groups planned just before they are needed, put right when somebody is missing, shown, reported.

use std::sync::Arc;

use jiff::Timestamp;

use super::player::{Player, between, chance, later, name};
use super::task::{Task, Wall};
use crate::workshop::Workshop;
use crate::workshop::agenda::Item;
use crate::workshop::command::{Request, RoundPlan, RoundPrefer, RoundRepair, RoundReport};
use crate::workshop::decide::round_day;
use crate::workshop::groups::Round;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;

/// The most people whose wishes are gathered for one round.
const MOST_WISHES: usize = 500;

/// The rounds held in an item, in order.
pub(super) fn rounds_of(workshop: &Workshop, item: EventId) -> Vec<EventId> {
    let held = workshop.rounds.iter().filter(|round| round.item.get() == Some(&item));
    held.filter(|round| !round.rooms().is_empty()).map(Thing::key).collect()
}

impl Player {
    /// Gets the rounds of an item ready before it starts, and says when it can.
    pub(super) fn arrange(&mut self, workshop: &Workshop, item: &Item, start: Timestamp) -> Timestamp {
        let mut start = start;
        let mut ready = later(self.now, 10);
        for key in rounds_of(workshop, item.key()) {
            let Some(round) = workshop.rounds.get(key) else { continue };
            if round.is_planned() {
                continue;
            }
            if round.is_chosen() && !round.has_preferences() {
                let people = self.present(workshop, item.day());
                for (nth, person) in people.into_iter().take(MOST_WISHES).enumerate() {
                    let at = later(ready, i64::try_from(nth % 80).unwrap_or(0));
                    self.put(at, Task::Prefer(key, person));
                }
                ready = later(ready, 85);
            }
            start = start.max(later(ready, 20));
            self.put(ready.max(later(start, -15)), Task::Plan(key));
        }
        start
    }

    /// Shows who sits where, puts it right when somebody is missing, and remembers what is to be reported.
    pub(super) fn lead_rounds(&mut self, rounds: &[EventId], length: i64) {
        let each = length / i64::try_from(rounds.len().max(1)).unwrap_or(1);
        for (nth, round) in rounds.iter().enumerate() {
            let from = each.saturating_mul(i64::try_from(nth).unwrap_or(0));
            self.put_in(from + 10, Task::Show(Wall::Groups(*round)));
            if each >= 10 * 60 && chance(&mut self.desk, 60) {
                let after = from + between(&mut self.desk, 60, 150);
                self.put_in(after, Task::LeaveSeat(*round));
            }
            self.put_in(from + 180.min(each / 2), Task::Repair(*round));
            self.to_report = Some(*round);
        }
    }

    /// Rooms report back in a plenary after their round.
    pub(super) fn lead_reports(&mut self, workshop: &Workshop, item: EventId, length: i64) {
        let Some(key) = self.to_report.take() else { return };
        let Some(round) = workshop.rounds.get(key) else { return };
        let seated: Vec<&Arc<str>> = round.seated().map(|(_, room)| room).collect();
        let rooms = round.rooms().iter().map(|room| &room.id).filter(|room| seated.contains(room));
        let rooms: Vec<Arc<str>> = rooms.cloned().collect();
        let share = (length - 120) / i64::try_from(rooms.len().max(1)).unwrap_or(1);
        if rooms.is_empty() || share < 60 {
            return;
        }
        self.put_in(30, Task::Show(Wall::Ideas));
        for (nth, room) in rooms.into_iter().enumerate() {
            let at = share.saturating_mul(i64::try_from(nth).unwrap_or(0)) + 60;
            self.put_in(at, Task::Report(key, Some(room)));
        }
        self.put_in(length - 60, Task::Report(key, None));
        self.put_in(length - 50, Task::Show(Wall::Now(item)));
    }

    pub(super) fn round_request(&mut self, task: Task, workshop: &Workshop) -> Option<Request> {
        match task {
            Task::Plan(key) => {
                let round = workshop.rounds.get(key).filter(|round| !round.is_planned())?;
                let day = round_day(workshop, round);
                if self.present(workshop, day).is_empty() {
                    return None;
                }
                let seed = self.desk.bits() >> 12;
                Some(RoundPlan { round: name(&workshop.rounds, key), seed: Some(seed), seats: None }.into())
            }
            Task::Repair(key) => {
                let round = workshop.rounds.get(key).filter(|round| is_broken(workshop, round))?;
                Some(RoundRepair { round: name(&workshop.rounds, round.key()) }.into())
            }
            Task::Report(key, room) => {
                let round = workshop.rounds.get(key)?;
                let now = round.reported().pop().and_then(|(_, room)| room);
                let is_there = room.as_ref().is_none_or(|room| round.room(room).is_some());
                (now != room && is_there)
                    .then(|| RoundReport { round: name(&workshop.rounds, key), room }.into())
            }
            Task::Prefer(key, person) => {
                let round = workshop.rounds.get(key)?;
                workshop.people.get(person)?;
                let mut rooms: Vec<Arc<str>> = round.rooms().iter().map(|room| room.id.clone()).collect();
                self.room.shuffle(&mut rooms);
                rooms.truncate(3);
                let prefer = RoundPrefer {
                    round: name(&workshop.rounds, key),
                    person: name(&workshop.people, person),
                    rooms,
                };
                let mut request = Request::from(prefer);
                request.who = Some("reception".into());
                Some(request)
            }
            _ => None,
        }
    }
}

/// Whether somebody sits in it who is not there.
fn is_broken(workshop: &Workshop, round: &Round) -> bool {
    let day = round_day(workshop, round);
    let away = |person| workshop.people.get(person).is_none_or(|person| !person.is_present(day));
    round.seated().any(|(person, _)| away(person))
}
