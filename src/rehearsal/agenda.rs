//! What a facilitator does with the items of the agenda: starts them a little late, lets some run over and some end early,
//! gives minutes, pauses, keeps to the hard stops.

use jiff::Timestamp;

use super::player::{Player, between, happens, later};
use super::task::{Task, Wall};
use crate::workshop::Workshop;
use crate::workshop::agenda::{Item, Progress, in_order};
use crate::workshop::id::EventId;
use crate::workshop::range::MOST_MINUTES;
use crate::workshop::schedule::{self, Slot};
use crate::workshop::thing::Thing;

/// An item runs for so many seconds at least.
const SHORTEST: i64 = 30;
/// From so many seconds over its time on it is given minutes.
const OVER: i64 = 120;

/// So many seconds after it is done, it is looked who pays for it.
const SETTLED: i64 = 8;

/// Whether people are at rest in it.
pub(super) fn is_rest(item: &Item) -> bool {
    matches!(item.kind(), "break" | "lunch" | "social")
}

/// Whether something is computed in it, and it is not passed over.
pub(super) fn is_work(item: &Item) -> bool {
    !is_rest(item) && item.kind() != "vote" && !item.is_skipped()
}

/// The last day of the agenda.
pub(super) fn last_day(workshop: &Workshop) -> u32 {
    workshop.items.iter().map(Item::day).max().unwrap_or(1)
}

impl Player {
    /// Begins the item of a slot: late by a little, never before its fixed time; its rounds are planned just before.
    pub(super) fn begin(&mut self, workshop: &Workshop, slots: &[Slot], slot: Slot) {
        let Some(item) = workshop.items.get(slot.item) else { return };
        let today = slots.iter().filter(|other| other.day == slot.day);
        let opens = today.clone().all(|other| other.progress == Progress::Waiting);
        // For a break nobody has to be seated, and what is a hard stop has been announced.
        let settling = if is_rest(item) || item.is_stop() { (3, 20) } else { (30, 150) };
        let soonest = later(self.now, between(&mut self.desk, settling.0, settling.1));
        let punctual = item.is_stop() && happens(&mut self.desk, 90);
        let waits = match (opens, item.begins()) {
            (true, _) => later(slot.planned, between(&mut self.desk, 60, 360)),
            (false, Some(_)) if punctual => slot.planned,
            (false, Some(_)) => later(slot.planned, between(&mut self.desk, 0, 120)),
            (false, None) => soonest,
        };
        let start = self.arrange(workshop, item, soonest.max(waits));
        if opens {
            self.put(later(start, -150), Task::Show(Wall::Title));
        }
        self.start(item, start);
    }

    /// Leads through an item that has just begun.
    pub(super) fn lead(&mut self, workshop: &Workshop, item: &Item) {
        let key = item.key();
        let planned = i64::from(item.minutes()).saturating_mul(60);
        let ran = item.progress().ran(self.now);
        let length = self.length(workshop, item, ran).saturating_sub(ran).max(SHORTEST);
        if length.saturating_add(ran) > planned + OVER {
            let room = MOST_MINUTES.saturating_sub(item.minutes()).min(30);
            let more = (length + ran - planned).div_euclid(60).min(i64::from(room));
            let at = (planned - ran - 60).max(length / 2);
            if more > 0 {
                self.put_in(at, Task::Extend(key, i32::try_from(more).unwrap_or(1)));
                self.look_at_the_bill(workshop, item.day(), at + SETTLED);
            }
        }
        self.put_in(5, Task::Show(Wall::Now(key)));
        if matches!(item.progress(), Progress::Paused { .. }) {
            self.put_in(15, Task::GoOn(key));
        }
        let more = if is_rest(item) { 0 } else { self.lead_work(workshop, item, length) };
        let end = length.saturating_add(more);
        self.put_in(end, Task::End(key));
        self.look_at_the_bill(workshop, item.day(), end.saturating_add(SETTLED));
    }

    /// What is done in an item, and by how many seconds it is longer for that.
    fn lead_work(&mut self, workshop: &Workshop, item: &Item, length: i64) -> i64 {
        let key = item.key();
        let rounds = super::breakouts::rounds_of(workshop, key);
        let plenary = rounds.is_empty() && item.kind() != "vote";
        let reports = plenary && self.lead_reports(workshop, item, length);
        let mut more = 0;
        if !rounds.is_empty() {
            more = self.lead_rounds(workshop, item, &rounds, length);
        } else if item.kind() == "vote" {
            self.lead_vote(workshop, item, length);
        } else if !reports && item.kind() == "activity" && length >= 10 * 60 {
            self.put_in(length * 2 / 5, Task::Show(Wall::Ideas));
        }
        if plenary && !reports && length >= 20 * 60 && happens(&mut self.desk, 12) {
            let pause = between(&mut self.desk, 90, 240);
            let from = length / 4;
            self.put_in(from, Task::Pause(key));
            self.put_in(from + pause, Task::GoOn(key));
        }
        if plenary && !self.said.is_empty() {
            let merges = between(&mut self.desk, 0, 2);
            for nth in 0..merges {
                self.put_in(length * (nth + 4) / 8, Task::Merge);
            }
        }
        if !self.promoted && self.is_before_vote(workshop, item) {
            self.promoted = true;
            for nth in 0..between(&mut self.desk, 1, 3) {
                self.put_in(length * (nth + 5) / 10, Task::Promote);
            }
            self.put_in(length * 9 / 10, Task::Show(Wall::Proposals));
        }
        if !self.committed && self.is_for_commitments(workshop, item) {
            self.committed = true;
            self.lead_commitments(workshop, length);
        }
        more
    }

    /// How many seconds an item takes in all: about what was planned, and seldom into a hard stop. `ran` of them are over.
    fn length(&mut self, workshop: &Workshop, item: &Item, ran: i64) -> i64 {
        let planned = i64::from(item.minutes()).saturating_mul(60);
        let odd = self.desk.below(100);
        let wanted = match odd {
            _ if is_rest(item) => planned + between(&mut self.desk, -60, 60),
            0..15 => planned * between(&mut self.desk, 75, 90) / 100,
            15..40 => planned + between(&mut self.desk, 180, 480).min(planned / 3),
            _ => planned + between(&mut self.desk, -60, 60),
        };
        let Some(stop) = self.stop_after(workshop, item) else { return wanted.max(SHORTEST) };
        let room = stop.as_second().saturating_sub(self.now.as_second()).saturating_add(ran);
        let carried_away = happens(&mut self.desk, 8);
        let grace =
            if carried_away { between(&mut self.desk, 0, 150) } else { -between(&mut self.desk, 40, 120) };
        let least = i64::from(item.shortest()).saturating_mul(50).max(SHORTEST);
        wanted.min(room.saturating_add(grace)).max(least)
    }

    /// When this item must have ended: where what comes at a fixed time begins, less the shortest of what lies between.
    pub(super) fn stop_after(&self, workshop: &Workshop, item: &Item) -> Option<Timestamp> {
        let slots = schedule::slots(&workshop.meeting, &workshop.items, self.now);
        let after = slots.iter().skip_while(|slot| slot.item != item.key()).skip(1);
        let mut between = 0_i64;
        for slot in after.take_while(|slot| slot.day == item.day()) {
            let Some(next) = workshop.items.get(slot.item) else { continue };
            if next.is_stop() || next.begins().is_some() {
                return Some(later(slot.planned, -between));
            }
            between =
                between.saturating_add(i64::from(next.shortest()).saturating_mul(60)).saturating_add(90);
        }
        None
    }

    /// Whether this is the last work before the vote; in a meeting without one, the work in the middle.
    fn is_before_vote(&self, workshop: &Workshop, item: &Item) -> bool {
        let ordered = in_order(&workshop.items);
        let is_work = |item: &&&Item| is_work(item);
        let vote = ordered.iter().position(|item| item.kind() == "vote");
        let work: Vec<EventId> = match vote {
            Some(vote) => ordered.iter().take(vote).filter(is_work).map(|item| item.key()).collect(),
            None => {
                let work = ordered.iter().filter(is_work).map(|item| item.key());
                let half = ordered.len().div_ceil(2);
                work.take(half).collect()
            }
        };
        work.last() == Some(&item.key())
    }

    /// Whether commitments are made in this item: the longest work of the last day, or the last item that is left.
    pub(super) fn is_for_commitments(&self, workshop: &Workshop, item: &Item) -> bool {
        let ordered = in_order(&workshop.items);
        let last = last_day(workshop);
        let work = ordered.iter().filter(|item| item.day() == last && is_work(item));
        let longest = work.rev().max_by_key(|item| item.planned_minutes());
        let waits = ordered.iter().any(|item| item.progress() == Progress::Waiting && !item.is_skipped());
        longest.is_some_and(|longest| longest.key() == item.key()) || !waits
    }
}
