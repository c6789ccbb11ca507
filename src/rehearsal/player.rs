//! Who says what happens next: tasks in the order of their times, made into commands when their time has come.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::task::{Task, Wall};
use super::words::{Said, Words};
use crate::planner::random::Random;
use crate::workshop::Workshop;
use crate::workshop::agenda::commands::{ItemEnd, ItemExtend, ItemPause, ItemStart};
use crate::workshop::agenda::{Item, Progress};
use crate::workshop::command::{Command, Request};
use crate::workshop::id::EventId;
use crate::workshop::meeting::commands::StageShow;
use crate::workshop::schedule::{self, Slot};
use crate::workshop::thing::{Thing, Things};

/// Whose a step is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What the facilitator does: the agenda, the rounds, the wall, the vote, the commitments.
    Facilitator,
    /// What comes from the room: people, ideas, ballots.
    Participants,
}

/// Something that happens.
#[derive(Debug, Clone, PartialEq)]
pub struct Step {
    /// When, by the meeting's clock.
    pub at: Timestamp,
    /// Whose it is.
    pub part: Part,
    /// What is wanted, with its time and by whom.
    pub request: Request,
    /// Whether the meeting is over with it.
    pub last: bool,
}

/// Plays a meeting, day by day.
#[derive(Debug)]
pub(crate) struct Player {
    /// Chance for what the facilitator does, and for what comes from the room: one can stop without changing the other.
    pub(super) desk: Random,
    pub(super) room: Random,
    pub(super) words: Words,
    queue: BTreeMap<(Timestamp, u64), Task>,
    count: u64,
    desk_tasks: usize,
    /// The time of the last step.
    pub(super) now: Timestamp,
    /// The day that has been opened.
    pub(super) day: u32,
    tried: BTreeSet<EventId>,
    led: BTreeSet<EventId>,
    peopled: BTreeSet<EventId>,
    pub(super) balloted: BTreeMap<EventId, Vec<u32>>,
    /// Who did not come, and may come back.
    pub(super) gone: Vec<EventId>,
    pub(super) said: Vec<Said>,
    pub(super) vote: Option<Arc<str>>,
    pub(super) committed: bool,
    /// How much was promised without a proposal.
    pub(super) pledged: usize,
    pub(super) promoted: bool,
    leads: bool,
    done: bool,
    /// Set when something may have begun: an item, a vote.
    look_out: bool,
}

impl Player {
    /// A meeting that goes on from where this one is.
    pub(crate) fn new(workshop: &Workshop, seed: u64) -> Self {
        Self {
            desk: Random::new(seed),
            room: Random::new(!seed),
            words: Words::new(&workshop.meeting),
            queue: BTreeMap::new(),
            count: 0,
            desk_tasks: 0,
            now: begin(workshop),
            day: 0,
            tried: BTreeSet::new(),
            led: BTreeSet::new(),
            peopled: BTreeSet::new(),
            balloted: BTreeMap::new(),
            gone: Vec::new(),
            said: Vec::new(),
            vote: None,
            committed: false,
            pledged: 0,
            promoted: false,
            leads: true,
            done: false,
            look_out: true,
        }
    }

    /// When the next thing happens; none: nothing does, until somebody does something.
    pub(crate) fn due(&mut self, workshop: &Workshop) -> Option<Timestamp> {
        self.look(workshop);
        self.queue.keys().next().map(|(at, _)| *at)
    }

    /// What happens next; none as [`Player::due`].
    pub(crate) fn next(&mut self, workshop: &Workshop) -> Option<Step> {
        loop {
            self.look(workshop);
            let ((at, _), task) = self.queue.pop_first()?;
            self.now = self.now.max(at);
            let part = task.part();
            if part == Part::Facilitator {
                self.desk_tasks = self.desk_tasks.saturating_sub(1);
            }
            self.look_out |= matches!(task, Task::Start(_) | Task::GoOn(_) | Task::OpenVote);
            let last = self.done && matches!(task, Task::Show(Wall::Commitments));
            if last && !self.queue.is_empty() {
                // Somebody still had something to say; the commitments are the last word.
                self.close();
                continue;
            }
            if let Some(mut request) = self.request(task, workshop) {
                request.at = Some(self.now);
                return Some(Step { at: self.now, part, request, last });
            }
        }
    }

    /// Whether the whole agenda has been played.
    pub(crate) fn is_over(&self) -> bool {
        self.done && self.queue.is_empty()
    }

    /// Whether the facilitator's part is played.
    pub(crate) fn leads(&self) -> bool {
        self.leads
    }

    /// Somebody may have done something at `now`: it is taken up with the next step.
    pub(crate) fn look_out(&mut self, now: Option<Timestamp>) {
        self.look_out = true;
        self.now = now.map_or(self.now, |now| self.now.max(now));
    }

    /// Somebody leads: the facilitator's part is left to them, what comes from the room goes on.
    pub(crate) fn give_up_lead(&mut self) {
        self.leads = false;
        self.done = false;
        self.desk_tasks = 0;
        self.queue.retain(|_, task| task.part() == Part::Participants);
    }

    /// The facilitator's part is played again, from where the meeting is at `now`.
    pub(crate) fn take_lead(&mut self, now: Timestamp) {
        // What was to begin when somebody took over has not: what has is known by its progress.
        self.tried.clear();
        self.leads = true;
        self.now = self.now.max(now);
        self.led.clear();
        self.look_out = true;
    }

    /// Puts a task in its place, never before now.
    pub(super) fn put(&mut self, at: Timestamp, task: Task) {
        if task.part() == Part::Facilitator {
            self.desk_tasks += 1;
        }
        self.count += 1;
        self.queue.insert((at.max(self.now), self.count), task);
    }

    /// Puts a task so many seconds from now.
    pub(super) fn put_in(&mut self, seconds: i64, task: Task) {
        self.put(later(self.now, seconds), task);
    }

    /// Looks whether anything has begun, and what the facilitator does next.
    fn look(&mut self, workshop: &Workshop) {
        if std::mem::take(&mut self.look_out) {
            let new = |item: &&Item| matches!(item.progress(), Progress::Running { .. });
            let begun: Vec<EventId> = workshop.items.iter().filter(new).map(Thing::key).collect();
            for item in begun.into_iter().filter_map(|key| workshop.items.get(key)) {
                if self.peopled.insert(item.key()) {
                    self.open_day(workshop, item.day());
                    self.speak(workshop, item);
                }
            }
            self.hand_out_ballots(workshop);
        }
        if self.leads && !self.done && self.desk_tasks == 0 {
            self.go_on(workshop);
        }
    }

    /// The facilitator has nothing to do: leads through what runs, or begins what comes next, or closes the meeting.
    fn go_on(&mut self, workshop: &Workshop) {
        let on = workshop.items.iter().filter(|item| item.progress().is_on());
        let new =
            on.filter(|item| !self.led.contains(&item.key())).max_by_key(|item| item.progress().first());
        if let Some(item) = new {
            self.led.insert(item.key());
            self.tried.insert(item.key());
            return self.lead(workshop, item);
        }
        let slots = schedule::slots(&workshop.meeting, &workshop.items, self.now);
        // A day of which nothing was recorded is not held after a later one has begun.
        let day = slots.iter().filter(|slot| slot.progress != Progress::Waiting).map(|slot| slot.day).max();
        let waits = |slot: &&Slot| {
            let item = workshop.items.get(slot.item);
            slot.progress == Progress::Waiting
                && day.is_none_or(|day| slot.day >= day)
                && !slot.skipped
                && !self.tried.contains(&slot.item)
                && item.is_some_and(|item| !item.is_skipped())
        };
        match slots.iter().find(waits) {
            Some(slot) => {
                self.tried.insert(slot.item);
                self.begin(workshop, &slots, *slot);
            }
            None => self.close(),
        }
    }

    /// The commitments go on the wall after all that is still to come.
    fn close(&mut self) {
        self.done = true;
        let last = self.queue.keys().next_back().map_or(self.now, |(at, _)| *at);
        self.put(later(last, 30), Task::Show(Wall::Commitments));
    }

    fn request(&mut self, task: Task, workshop: &Workshop) -> Option<Request> {
        let item = |key: EventId| -> Option<(Arc<str>, Progress)> {
            let item = workshop.items.get(key)?;
            Some((name(&workshop.items, key), item.progress()))
        };
        let by_desk = |command: Command| Some(Request::from(command));
        match task {
            Task::Show(wall) => self.show(workshop, &wall).and_then(|show| by_desk(show.into())),
            Task::Start(key) => {
                let (item, progress) = item(key)?;
                let others = workshop.items.iter().filter(|item| item.progress().is_on());
                if others.map(Thing::key).any(|on| on != key && !self.tried.contains(&on)) {
                    // Somebody has begun another one meanwhile; this one comes after it.
                    self.tried.remove(&key);
                    return None;
                }
                (progress == Progress::Waiting).then(|| ItemStart { item }.into())
            }
            Task::GoOn(key) => {
                let (item, progress) = item(key)?;
                matches!(progress, Progress::Paused { .. }).then(|| ItemStart { item }.into())
            }
            Task::Pause(key) => {
                let (item, progress) = item(key)?;
                matches!(progress, Progress::Running { .. }).then(|| ItemPause { item }.into())
            }
            Task::Extend(key, minutes) => {
                let (item, progress) = item(key)?;
                progress.is_on().then(|| ItemExtend { item, minutes }.into())
            }
            Task::End(key) => {
                let (item, progress) = item(key)?;
                progress.is_on().then(|| ItemEnd { item }.into())
            }
            Task::Pay(_) | Task::Carry(_) | Task::Correct(..) => self.day_request(task, workshop),
            Task::Plan(_) | Task::Repair(_) | Task::Prefer(..) => self.round_request(task, workshop),
            Task::Give(..) | Task::Call(..) | Task::Report(..) => self.round_request(task, workshop),
            Task::Prepare | Task::Gates | Task::Waive(_) | Task::OpenVote | Task::CloseVote => {
                self.vote_request(&task, workshop)
            }
            Task::Reveal | Task::Results | Task::Forward(_) => self.vote_request(&task, workshop),
            Task::Merge => self.merge(workshop),
            Task::Promote => self.promote(workshop),
            Task::Commit(proposal) => self.commit(workshop, proposal),
            Task::Arrive(_) | Task::Leave(_) | Task::LeaveSeat(_) => self.person_request(&task, workshop),
            Task::Say(deck, place) => self.say(workshop, deck, place.as_ref()),
            Task::Translate(idea, lang, text) => self.translate(workshop, &idea, lang, text),
            Task::Vote(vote, person) => self.ballot(workshop, vote, person),
        }
    }

    /// What is put on the wall; none where it is there already or cannot be.
    fn show(&self, workshop: &Workshop, wall: &Wall) -> Option<StageShow> {
        let plain = |view: &str| Some((Arc::from(view), None));
        let (view, of): (Arc<str>, Option<Arc<str>>) = match wall {
            Wall::Title => plain("title"),
            Wall::Ideas => plain("ideas"),
            Wall::Proposals => plain("proposals"),
            Wall::Commitments => plain("commitments"),
            Wall::Now(item) => {
                workshop.items.get(*item)?;
                Some(("now".into(), Some(name(&workshop.items, *item))))
            }
            Wall::Groups(round) => {
                workshop.rounds.get(*round).filter(|round| round.is_planned())?;
                Some(("groups".into(), Some(name(&workshop.rounds, *round))))
            }
            Wall::Vote => Some(("vote".into(), Some(self.vote_named(workshop, false)?))),
            Wall::Reveal(_) => Some(("reveal".into(), Some(self.vote_named(workshop, true)?))),
        }?;
        let step = match wall {
            Wall::Reveal(step) => *step,
            _ => None,
        };
        Some(StageShow { view, of, step })
    }
}

/// A time so many seconds after another, or the same at the end of all times.
pub(super) fn later(time: Timestamp, seconds: i64) -> Timestamp {
    time.checked_add(SignedDuration::from_secs(seconds)).unwrap_or(time)
}

/// The name by which a thing can be found.
pub(super) fn name<T: Thing>(things: &Things<T>, key: EventId) -> Arc<str> {
    things.label(key).as_ref().into()
}

/// A number in `least..=most`.
pub(super) fn between(random: &mut Random, least: i64, most: i64) -> i64 {
    let room = usize::try_from(most.saturating_sub(least).saturating_add(1)).unwrap_or(1);
    least.saturating_add(i64::try_from(random.below(room)).unwrap_or(0))
}

/// Whether something happens that happens so many times in a hundred.
pub(super) fn happens(random: &mut Random, of_hundred: usize) -> bool {
    random.below(100) < of_hundred
}

/// Where a meeting stands: after what was done last, else a while before it begins.
fn begin(workshop: &Workshop) -> Timestamp {
    let done = workshop.items.iter().filter_map(|item| match item.progress() {
        Progress::Waiting => None,
        Progress::Running { since, .. } => Some(since),
        Progress::Paused { at, .. } | Progress::Ended { at, .. } => Some(at),
    });
    let first = || {
        let slots = schedule::slots(&workshop.meeting, &workshop.items, Timestamp::UNIX_EPOCH);
        slots.first().map(|slot| later(slot.planned, -15 * 60))
    };
    let begin = done.max().or_else(first).unwrap_or_default();
    Timestamp::from_second(begin.as_second()).unwrap_or(begin)
}
