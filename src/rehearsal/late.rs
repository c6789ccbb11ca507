//! What a facilitator does when the day runs late: takes minutes from what is to come, or lets it go; passes something over;
//! puts a start right that was forgotten.

use jiff::Timestamp;

use super::agenda::is_work;
use super::player::{Player, between, happens, later, name};
use super::task::Task;
use crate::workshop::Workshop;
use crate::workshop::agenda::commands::{ItemCorrect, ItemExtend, ItemSkip};
use crate::workshop::agenda::{Item, Progress};
use crate::workshop::command::Request;
use crate::workshop::paying::{self, Proposal};
use crate::workshop::range::MOST_MINUTES;
use crate::workshop::schedule::{self, Slot};
use crate::workshop::thing::Thing;

/// From so many minutes on a missed stop is paid for: less is made up for by ending a little earlier.
const WORTH_PAYING: u32 = 3;
/// From so many minutes on it is missed by enough that something may be passed over for it.
const LATE: u32 = 4;
/// The start of an item shorter than this is not forgotten: before it was noticed, the item would be over.
const NOTICED: u32 = 15;

impl Player {
    /// Starts an item at a time; once in a while that is forgotten, and put right when it is noticed.
    pub(super) fn start(&mut self, item: &Item, start: Timestamp) {
        let key = item.key();
        if item.minutes() < NOTICED || !happens(&mut self.desk, 5) {
            return self.put(start, Task::Start(key));
        }
        let noticed = later(start, between(&mut self.desk, 150, 300));
        // From memory: on the minute.
        let really = later(start, start.as_second().wrapping_neg().rem_euclid(60));
        self.put(noticed, Task::Start(key));
        self.put(later(noticed, 30), Task::Correct(key, really));
    }

    /// It is looked who pays, so many seconds from now, where a hard stop of the day is still to come. Where none is, nothing
    /// may stand between the end of a day and the night: the clock leaps over that.
    pub(super) fn look_at_the_bill(&mut self, workshop: &Workshop, day: u32, seconds: i64) {
        let waits = |item: &Item| item.progress() == Progress::Waiting && !item.is_skipped();
        if workshop.items.iter().any(|item| item.day() == day && item.is_stop() && waits(item)) {
            self.put_in(seconds, Task::Pay(day));
        }
    }

    pub(super) fn day_request(&mut self, task: Task, workshop: &Workshop) -> Option<Request> {
        match task {
            Task::Pay(day) => self.pay(workshop, day),
            Task::Carry(request) => Some(*request),
            Task::Correct(key, started) => {
                let is_on = workshop.items.get(key)?.progress().is_on();
                // Somebody may have done something meanwhile that leaves no room for it.
                let free = workshop
                    .items
                    .iter()
                    .filter(|item| item.key() != key)
                    .all(|item| item.clock().told().all(|told| told.at <= started));
                let started = Some(started.to_string().into());
                (is_on && free).then(|| {
                    ItemCorrect { item: name(&workshop.items, key), started, ..ItemCorrect::default() }.into()
                })
            }
            _ => None,
        }
    }

    /// A hard stop is missed as things stand: mostly the way that harms least is taken, sometimes something is passed over,
    /// sometimes it is let go.
    fn pay(&mut self, workshop: &Workshop, day: u32) -> Option<Request> {
        let slots = schedule::slots_of(workshop, self.now);
        let bill = paying::bill(workshop, &slots, day, self.now);
        let worst = bill.missed.iter().map(|miss| miss.minutes).max()?;
        if worst < WORTH_PAYING || !happens(&mut self.desk, 80) {
            return None;
        }
        let others = |proposal: &&Proposal| {
            // What runs has just been given its minutes: it does not give them back.
            let waits = |item| workshop.items.get(item).map(Item::progress) == Some(Progress::Waiting);
            proposal.gives.iter().all(|give| waits(give.item))
        };
        let proposal = bill.proposals.first().filter(others)?;
        let passing = if worst >= LATE { self.pass_over(workshop, &slots, day, worst) } else { None };
        let mut requests = passing.unwrap_or_else(|| proposal.requests(workshop)).into_iter();
        let first = requests.next();
        for (request, seconds) in requests.zip((2..).step_by(2)) {
            self.put_in(seconds, Task::Carry(Box::new(request)));
        }
        first
    }

    /// What comes next is passed over now and then, if it may be; what that saves beyond the delay goes to what follows it.
    fn pass_over(
        &mut self,
        workshop: &Workshop,
        slots: &[Slot],
        day: u32,
        late: u32,
    ) -> Option<Vec<Request>> {
        let waits = |slot: &&Slot| slot.day == day && slot.progress == Progress::Waiting && !slot.skipped;
        let mut waiting = slots.iter().filter(waits).filter_map(|slot| workshop.items.get(slot.item));
        let (item, next) = (waiting.next()?, waiting.next()?);
        let gone = item.is_droppable() && !item.is_stop() && !self.is_for_commitments(workshop, item);
        let gains = is_work(next) && !next.is_stop();
        if !gone || !gains || !happens(&mut self.desk, 50) {
            return None;
        }
        let mut requests =
            vec![Request::from(ItemSkip { item: name(&workshop.items, item.key()), skip: None })];
        let room = MOST_MINUTES.saturating_sub(next.minutes());
        let spare = i32::try_from(item.minutes().saturating_sub(late).min(room)).unwrap_or(0);
        if spare > 0 {
            let next = name(&workshop.items, next.key());
            requests.push(ItemExtend { item: next, minutes: spare }.into());
        }
        Some(requests)
    }
}
