//! The clock of an item: the turns that were given to it, and how it went by them.
//!
//! A turn is what somebody did (start, pause, end). It took place when it was said, unless somebody corrected that since.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::Timestamp;

use crate::workshop::id::EventId;
use crate::workshop::register::{Register, WriteContext};
use crate::workshop::stamp::Stamp;

/// What the facilitator did to an item's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Started it, or went on with it.
    Start,
    Pause,
    End,
}

/// One turn of a clock.
#[derive(Debug, Clone)]
struct Turned {
    at: Timestamp,
    stamp: Stamp,
    turn: Turn,
    /// The turns that whoever did it knew of.
    after: Arc<[EventId]>,
    counts: bool,
}

/// A turn as it is taken to have happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The event that turned the clock.
    pub by: EventId,
    /// What was done.
    pub turn: Turn,
    /// When it took place.
    pub at: Timestamp,
}

/// The clock of an item.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    turns: BTreeMap<EventId, Turned>,
    /// Turns that took place at another time than was said.
    corrected: BTreeMap<EventId, Register<Timestamp>>,
}

/// How an item went so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Progress {
    /// Not begun.
    Waiting,
    /// Running since `since`, after having run for `before` seconds.
    Running {
        /// When it was started for the first time.
        first: Timestamp,
        /// When it was started or went on last.
        since: Timestamp,
        /// Seconds it had run before.
        before: i64,
    },
    /// Paused at `at`, having run for `before` seconds.
    Paused {
        /// When it was started for the first time.
        first: Timestamp,
        /// When it was paused.
        at: Timestamp,
        /// Seconds it has run.
        before: i64,
    },
    /// Ended.
    Ended {
        /// When it was started for the first time.
        first: Timestamp,
        /// When it ended.
        at: Timestamp,
        /// Seconds it has run.
        ran: i64,
    },
}

impl Clock {
    /// Takes a turn in, or says whether one known counts.
    pub(in crate::workshop) fn turn(&mut self, ctx: WriteContext<'_>, at: Timestamp, turn: Turn) {
        let turned = Turned { at, stamp: ctx.stamp, turn, after: ctx.over.clone(), counts: ctx.counts };
        self.turns.insert(ctx.by, turned);
    }

    /// Takes in when a turn really took place.
    pub(in crate::workshop) fn correct(&mut self, ctx: WriteContext<'_>, turn: EventId, to: Timestamp) {
        self.corrected.entry(turn).or_default().write(ctx, to);
    }

    /// The corrections of a turn that a new one replaces.
    pub(in crate::workshop) fn over_correction(&self, turn: EventId, into: &mut Vec<EventId>) {
        if let Some(register) = self.corrected.get(&turn) {
            register.over(into);
        }
    }

    /// The turns that were corrected, each with the field that says when it took place.
    pub fn corrections(&self) -> Vec<(Told, &Register<Timestamp>)> {
        let corrected = |told: Told| Some((told, self.corrected.get(&told.by)?));
        self.told().filter_map(corrected).collect()
    }

    /// How many versions there are of the correction that has most.
    pub(in crate::workshop) fn versions(&self) -> u32 {
        self.corrected.values().map(Register::versions).max().unwrap_or(1)
    }

    /// Whether an event turned this clock.
    pub(in crate::workshop) fn has(&self, turn: EventId) -> bool {
        self.turns.get(&turn).is_some_and(|turned| turned.counts)
    }

    /// How it went so far, told by the turns in the order in which they happened.
    pub(crate) fn progress(&self) -> Progress {
        self.told().fold(Progress::Waiting, |progress, told| progress.turned(told.turn, told.at))
    }

    /// How it went until a time: the turns after it are left out.
    pub(crate) fn progress_at(&self, time: Timestamp) -> Progress {
        let before = self.told().filter(|told| told.at <= time);
        before.fold(Progress::Waiting, |progress, told| progress.turned(told.turn, told.at))
    }

    /// The turns that count, in the order in which they happened.
    pub fn told(&self) -> impl Iterator<Item = Told> {
        let counting = self.in_turn().into_iter().filter(|(_, turned, _)| turned.counts);
        counting.map(|(by, turned, at)| Told { by, turn: turned.turn, at })
    }

    /// The turn that an event gave it.
    pub(crate) fn turn_of(&self, event: EventId) -> Option<Told> {
        self.told().find(|told| told.by == event)
    }

    /// The turn with which it was started for the first time.
    pub(crate) fn first_start(&self) -> Option<Told> {
        self.told().find(|told| told.turn == Turn::Start)
    }

    /// The turn with which it ended, if it has.
    pub(crate) fn last_end(&self) -> Option<Told> {
        let Progress::Ended { at, .. } = self.progress() else { return None };
        self.told().find(|told| told.turn == Turn::End && told.at == at)
    }

    /// The turns in order, each with when it is taken to have happened: never before a turn that whoever did it knew of, so
    /// that a laptop with a slow clock can still end what one with a fast clock started.
    fn in_turn(&self) -> Vec<(EventId, &Turned, Timestamp)> {
        let said = |id: &EventId, turned: &Turned| {
            self.corrected.get(id).and_then(Register::get).copied().unwrap_or(turned.at)
        };
        if let [(id, turned)] = self.turns.iter().collect::<Vec<_>>().as_slice() {
            return vec![(**id, turned, said(id, turned))];
        }
        // A turn that was undone holds nothing up; what it came after still does.
        let said = |id: &EventId, turned: &Turned| {
            if turned.counts { said(id, turned) } else { Timestamp::MIN }
        };
        let mut times: BTreeMap<EventId, (Timestamp, usize)> =
            self.turns.iter().map(|(id, turned)| (*id, (said(id, turned), 0))).collect();
        // As many rounds as turns, so that turns that name each other (only forged ones do) come to an end as well.
        for _ in 1..self.turns.len() {
            let later = |(id, turned): (&EventId, &Turned)| {
                let known =
                    turned.after.iter().filter(|known| *known != id).filter_map(|known| times.get(known));
                let (at, rank) = known.fold((said(id, turned), 0), |(at, rank), known| {
                    (at.max(known.0), rank.max(known.1 + 1))
                });
                (*id, (at, rank))
            };
            let next = self.turns.iter().map(later).collect();
            if next == times {
                break;
            }
            times = next;
        }
        let time = |id: &EventId, turned: &Turned| times.get(id).copied().unwrap_or((turned.at, 0));
        let mut turns: Vec<_> =
            self.turns.iter().map(|(id, turned)| (*id, turned, time(id, turned))).collect();
        turns.sort_by_key(|(_, turned, time)| (*time, turned.stamp));
        turns.into_iter().map(|(id, turned, (at, _))| (id, turned, at)).collect()
    }

    /// The turns that a new one comes after.
    pub(in crate::workshop) fn over(&self, into: &mut Vec<EventId>) {
        let named =
            |id: &EventId| self.turns.values().any(|turned| turned.counts && turned.after.contains(id));
        into.extend(self.turns.iter().filter(|(id, turned)| turned.counts && !named(id)).map(|(id, _)| *id));
    }
}

fn seconds(from: Timestamp, to: Timestamp) -> i64 {
    to.as_second().saturating_sub(from.as_second()).max(0)
}

impl Progress {
    fn turned(self, turn: Turn, at: Timestamp) -> Self {
        match (turn, self) {
            (Turn::Start, Self::Waiting) => Self::Running { first: at, since: at, before: 0 },
            (Turn::Start, Self::Paused { first, before, .. }) => Self::Running { first, since: at, before },
            // An item that is taken up again after its end goes on where it was.
            (Turn::Start, Self::Ended { first, ran, .. }) => Self::Running { first, since: at, before: ran },
            (Turn::Pause, Self::Running { first, since, before }) => {
                Self::Paused { first, at, before: before.saturating_add(seconds(since, at)) }
            }
            (Turn::End, Self::Running { first, since, before }) => {
                Self::Ended { first, at, ran: before.saturating_add(seconds(since, at)) }
            }
            (Turn::End, Self::Paused { first, before, .. }) => Self::Ended { first, at, ran: before },
            // Two laptops may both have said it: the first one counts.
            (Turn::Start, Self::Running { .. })
            | (Turn::Pause | Turn::End, Self::Waiting | Self::Ended { .. })
            | (Turn::Pause, Self::Paused { .. }) => self,
        }
    }

    /// Seconds it has run at `now`.
    pub fn ran(self, now: Timestamp) -> i64 {
        match self {
            Self::Waiting => 0,
            Self::Running { since, before, .. } => before.saturating_add(seconds(since, now)),
            Self::Paused { before, .. } => before,
            Self::Ended { ran, .. } => ran,
        }
    }

    /// When it was started for the first time.
    pub fn first(self) -> Option<Timestamp> {
        match self {
            Self::Waiting => None,
            Self::Running { first, .. } | Self::Paused { first, .. } | Self::Ended { first, .. } => {
                Some(first)
            }
        }
    }

    /// Whether it runs or is paused.
    pub fn is_on(self) -> bool {
        matches!(self, Self::Running { .. } | Self::Paused { .. })
    }
}
