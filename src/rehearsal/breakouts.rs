//! Rounds: wishes gathered, groups planned just before they are needed, put right when somebody is missing, shown, called, and
//! reported.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::Timestamp;

use super::player::{Player, between, happens, later, name};
use super::task::{Task, Wall};
use crate::workshop::Workshop;
use crate::workshop::agenda::Item;
use crate::workshop::command::Request;
use crate::workshop::groups::Round;
use crate::workshop::groups::asked::round_day;
use crate::workshop::groups::commands::{
    RoundCall, RoundExtend, RoundPlan, RoundPrefer, RoundRepair, RoundReport,
};
use crate::workshop::groups::rooms::{self, RoomTime};
use crate::workshop::id::EventId;
use crate::workshop::range::MOST_MINUTES;
use crate::workshop::thing::Thing;

/// The most people whose wishes are gathered for one round.
const MOST_WISHES: usize = 500;
/// Rooms that would have fewer seconds than this do not report back one by one.
const SHORTEST_REPORT: i64 = 45;

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

    /// Shows who sits where, puts it right when somebody is missing, and calls time. Returns by how many seconds the item is
    /// longer because a room was given minutes.
    pub(super) fn lead_rounds(
        &mut self,
        workshop: &Workshop,
        item: &Item,
        rounds: &[EventId],
        length: i64,
    ) -> i64 {
        let each = length / i64::try_from(rounds.len().max(1)).unwrap_or(1);
        let mut more = 0;
        for (nth, key) in rounds.iter().enumerate() {
            let from = each.saturating_mul(i64::try_from(nth).unwrap_or(0));
            self.put_in(from + 10, Task::Show(Wall::Groups(*key)));
            if each >= 10 * 60 && happens(&mut self.desk, 60) {
                let after = from + between(&mut self.desk, 60, 150);
                self.put_in(after, Task::LeaveSeat(*key));
            }
            self.put_in(from + 180.min(each / 2), Task::Repair(*key));
            let Some(round) = workshop.rounds.get(*key) else { continue };
            let rooms = seated_rooms(round);
            let slow = if rounds.len() == 1 { self.slow_room(workshop, item, &rooms, length) } else { None };
            if let Some((room, minutes)) = &slow {
                more = i64::from(*minutes) * 60;
                self.put_in(length * 7 / 10, Task::Give(*key, room.clone(), *minutes));
            }
            let slow = slow.map(|(room, _)| room);
            self.call(*key, rooms, slow.as_ref(), from + each, more);
        }
        more
    }

    /// A room that needs a few minutes more now and then, where no hard stop is in the way.
    fn slow_room(
        &mut self,
        workshop: &Workshop,
        item: &Item,
        rooms: &[Arc<str>],
        length: i64,
    ) -> Option<(Arc<str>, i32)> {
        let minutes = i32::try_from(between(&mut self.desk, 2, 4)).unwrap_or(2);
        let room = rooms.get(self.desk.below(rooms.len()))?.clone();
        let wanted = happens(&mut self.desk, 40) && rooms.len() >= 2;
        let end = later(self.now, length.saturating_add(i64::from(minutes) * 60));
        let fits = self.stop_after(workshop, item).is_none_or(|stop| end <= stop);
        let ended_early = length.saturating_add(90) < i64::from(item.minutes()) * 60;
        (wanted && fits && !ended_early && length >= 10 * 60).then_some((room, minutes))
    }

    /// Calls time: in some rooms a little earlier, at the end in all that are left. Where one goes on, each of the others is
    /// called by itself.
    fn call(&mut self, round: EventId, rooms: Vec<Arc<str>>, slow: Option<&Arc<str>>, end: i64, more: i64) {
        let most = (end / 10).min(240);
        for room in rooms.into_iter().filter(|room| Some(room) != slow) {
            if slow.is_some() {
                let at = end - between(&mut self.desk, 0, 45);
                self.put_in(at, Task::Call(round, Some(room)));
            } else if most > 30 && happens(&mut self.desk, 25) {
                let at = end - between(&mut self.desk, 30, most);
                self.put_in(at, Task::Call(round, Some(room)));
            }
        }
        let last = end + more - between(&mut self.desk, 5, 20);
        self.put_in(last, Task::Call(round, None));
    }

    /// The rooms of the breakout before this item report back in turn, each for about its share. Returns whether they do.
    pub(super) fn lead_reports(&mut self, workshop: &Workshop, item: &Item, length: i64) -> bool {
        let round = rooms::reporting(workshop, item.key()).and_then(|key| workshop.rounds.get(key));
        let Some(round) = round.filter(|round| round.is_planned()) else { return false };
        let reports = rooms::reports(round, item, self.now).into_iter();
        let rooms: Vec<Arc<str>> =
            reports.filter(|report| report.ended.is_none()).map(|report| report.room).collect();
        let share = (length - 120) / i64::try_from(rooms.len().max(1)).unwrap_or(1);
        if rooms.is_empty() || share < SHORTEST_REPORT {
            return false;
        }
        let key = round.key();
        self.put_in(30, Task::Show(Wall::Ideas));
        let mut from = 60;
        for room in rooms {
            let odd = between(&mut self.desk, -share / 6, share / 6);
            // The first one begins when all are seated.
            let at = if from == 60 { from } else { from + odd };
            self.put_in(at, Task::Report(key, Some(room)));
            from += share;
        }
        self.put_in(length - 60, Task::Report(key, None));
        self.put_in(length - 50, Task::Show(Wall::Now(item.key())));
        true
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
            Task::Give(key, room, minutes) => {
                let (round, item) = held(workshop, key)?;
                let on = rooms::times(round, item, self.now).into_iter().filter(RoomTime::is_on);
                let time = on.into_iter().find(|time| time.room == room)?;
                let fits = time.minutes.checked_add_signed(minutes).is_some_and(|all| all <= MOST_MINUTES);
                fits.then(|| RoundExtend { round: name(&workshop.rounds, key), room, minutes }.into())
            }
            Task::Call(key, room) => {
                let (round, item) = held(workshop, key)?;
                let times = rooms::times(round, item, self.now);
                let mut on = times.iter().filter(|time| time.is_on());
                let is_on = on.any(|time| room.as_ref().is_none_or(|room| time.room == *room));
                is_on.then(|| RoundCall { round: name(&workshop.rounds, key), room }.into())
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

/// A round and the item in which it is held, while that is on.
fn held(workshop: &Workshop, round: EventId) -> Option<(&Round, &Item)> {
    let round = workshop.rounds.get(round)?;
    let item = workshop.items.get(*round.item.get()?)?;
    item.progress().is_on().then_some((round, item))
}

/// The rooms of a round in which somebody sits, in order.
fn seated_rooms(round: &Round) -> Vec<Arc<str>> {
    let seated: BTreeSet<&Arc<str>> = round.seated().map(|(_, room)| room).collect();
    round.rooms().iter().map(|room| &room.id).filter(|room| seated.contains(room)).cloned().collect()
}

/// Whether somebody sits in it who is not there.
fn is_broken(workshop: &Workshop, round: &Round) -> bool {
    let day = round_day(workshop, round);
    let away = |person| workshop.people.get(person).is_none_or(|person| !person.is_present(day));
    round.seated().any(|(person, _)| away(person))
}
