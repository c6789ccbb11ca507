//! Who comes late, does not come, goes and comes back.

use super::player::{Player, between, happens, name};
use super::task::Task;
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::id::EventId;
use crate::workshop::people::commands::{PersonArrive, PersonLeave};
use crate::workshop::thing::Thing;

/// Of so few people nobody stays away.
const FEW: usize = 8;

impl Player {
    /// Who is there on a day, in the order of the roster.
    pub(super) fn present(&self, workshop: &Workshop, day: u32) -> Vec<EventId> {
        workshop.people.iter().filter(|person| person.is_present(day)).map(Thing::key).collect()
    }

    /// A day has begun: a few do not come, those who come later come, and some of those who stayed away come back.
    pub(super) fn open_day(&mut self, workshop: &Workshop, day: u32) {
        if day == self.day {
            return;
        }
        let first = self.day == 0;
        self.day = day;
        for person in workshop.people.iter() {
            if day > 1 && person.arrival_day() == day && person.presence.get().is_none() {
                let after = between(&mut self.room, 300, 2400);
                self.put_in(after, Task::Arrive(person.key()));
            }
        }
        let gone = std::mem::take(&mut self.gone);
        for person in gone {
            if happens(&mut self.room, 70) {
                let after = between(&mut self.room, 30, 600);
                self.put_in(after, Task::Arrive(person));
            }
        }
        let mut there = self.may_leave(workshop, day);
        if first && there.len() >= FEW {
            self.room.shuffle(&mut there);
            let away = there.len().div_ceil(20).min(5);
            for person in there.into_iter().take(away) {
                let after = between(&mut self.room, 60, 600);
                self.put_in(after, Task::Leave(person));
            }
        }
    }

    /// Those who are there and whom nothing depends on: no interpreters, no hosts.
    fn may_leave(&self, workshop: &Workshop, day: u32) -> Vec<EventId> {
        let hosts: Vec<EventId> = workshop
            .rounds
            .iter()
            .flat_map(|round| round.rooms().iter())
            .flat_map(|room| room.hosts.iter().copied())
            .collect();
        let free = workshop.people.iter().filter(|person| {
            let plain = matches!(person.role(), "" | "participant");
            plain && person.is_present(day) && !hosts.contains(&person.key())
        });
        free.map(Thing::key).collect()
    }

    pub(super) fn person_request(&mut self, task: &Task, workshop: &Workshop) -> Option<Request> {
        let marked = |key: EventId| workshop.people.get(key).map(|person| person.presence.get().copied());
        let command = match task {
            Task::Arrive(key) if marked(*key)? != Some(true) => {
                Request::from(PersonArrive { person: name(&workshop.people, *key) })
            }
            Task::Leave(key) if marked(*key)? != Some(false) => {
                self.gone.push(*key);
                Request::from(PersonLeave { person: name(&workshop.people, *key) })
            }
            Task::LeaveSeat(round) => {
                let round = workshop.rounds.get(*round)?;
                let may = self.may_leave(workshop, self.day);
                let seated: Vec<EventId> =
                    round.seated().map(|(person, _)| person).filter(|person| may.contains(person)).collect();
                if seated.len() < FEW {
                    return None;
                }
                let key = *seated.get(self.room.below(seated.len()))?;
                self.gone.push(key);
                Request::from(PersonLeave { person: name(&workshop.people, key) })
            }
            _ => return None,
        };
        Some(Request { who: Some("reception".into()), ..command })
    }
}
