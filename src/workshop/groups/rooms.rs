//! Rooms of a round in time: each has a clock of its own within the item in which the round is held.
//!
//! A room begins with its item and is as long as it, unless it has a length, a beginning or minutes of its own; it ends when
//! time is called there, and at the latest with the item. While the item is paused, so are its rooms.

use std::collections::BTreeMap;
use std::sync::Arc;

use jiff::{SignedDuration, Timestamp};

use super::Round;
use crate::workshop::Workshop;
use crate::workshop::agenda::{self, Extensions, Item, Progress};
use crate::workshop::id::EventId;
use crate::workshop::register::WriteContext;
use crate::workshop::stamp::Stamp;
use crate::workshop::thing::Thing;

/// What was said to a room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::workshop) enum Said {
    /// It begins, or goes on.
    Start,
    /// Its time is over.
    Call,
}

/// What was said to a room, when, and whether it counts.
#[derive(Debug, Clone)]
struct Turned {
    at: Timestamp,
    stamp: Stamp,
    said: Said,
    counts: bool,
}

/// The clock of one room in one round.
#[derive(Debug, Clone, Default)]
pub struct RoomClock {
    turns: BTreeMap<EventId, Turned>,
    extensions: Extensions,
}

impl RoomClock {
    /// Takes in what was said to it.
    pub(in crate::workshop) fn turn(&mut self, ctx: WriteContext<'_>, at: Timestamp, said: Said) {
        self.turns.insert(ctx.by, Turned { at, stamp: ctx.stamp, said, counts: ctx.counts });
    }

    /// Takes in minutes given or taken.
    pub(in crate::workshop) fn extend(&mut self, ctx: WriteContext<'_>, minutes: i32) {
        self.extensions.put(ctx, minutes);
    }

    fn told(&self) -> Vec<&Turned> {
        let mut told: Vec<&Turned> = self.turns.values().filter(|turned| turned.counts).collect();
        told.sort_by_key(|turned| (turned.at, turned.stamp));
        told
    }

    /// When it was started by itself for the first time, if it was before any call.
    pub(crate) fn started(&self) -> Option<Timestamp> {
        // Said twice, the last time counts.
        let told = self.told();
        told.iter().take_while(|turned| turned.said == Said::Start).last().map(|turned| turned.at)
    }

    /// When time was called, if it does not go on since.
    pub fn called(&self) -> Option<Timestamp> {
        let told = self.told();
        // Of several calls in a row the first one counts.
        let calls = told.iter().rev().take_while(|turned| turned.said == Said::Call);
        calls.last().map(|turned| turned.at)
    }

    /// The minutes that it was given beside the others, less those that were taken.
    pub fn given(&self) -> i64 {
        self.extensions.sum()
    }
}

/// A room in time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomTime {
    /// The room, by id.
    pub room: Arc<str>,
    /// Its length in minutes, with what was given or taken.
    pub minutes: u32,
    /// When it began, if it has.
    pub begun: Option<Timestamp>,
    /// When it ended, if it has.
    pub ended: Option<Timestamp>,
    /// Whether it ended because time was called there.
    pub called: bool,
    /// Seconds it has run.
    pub ran: i64,
    /// When it is to be expected to end, or has ended; none before it began.
    pub ends: Option<Timestamp>,
}

impl RoomTime {
    /// Seconds that are left of it; below zero it is over its time.
    pub fn left(&self) -> i64 {
        i64::from(self.minutes) * 60 - self.ran
    }

    /// Whether it has begun and not ended.
    pub(crate) fn is_on(&self) -> bool {
        self.begun.is_some() && self.ended.is_none()
    }
}

/// The length of a room in minutes: its own or the item's, with what it was given.
pub(crate) fn minutes(round: &Round, room: &str, item: &Item) -> u32 {
    let own = round.room(room).and_then(|room| room.minutes);
    let all = i64::from(own.unwrap_or_else(|| item.minutes())).saturating_add(round.clock(room).given());
    u32::try_from(all.max(0)).unwrap_or(u32::MAX)
}

/// The rooms of a round that is held in this item, in time at `now`.
pub fn times(round: &Round, item: &Item, now: Timestamp) -> Vec<RoomTime> {
    round.rooms().iter().map(|room| time(round, &room.id, item, now)).collect()
}

fn time(round: &Round, room: &Arc<str>, item: &Item, now: Timestamp) -> RoomTime {
    let clock = round.clock(room);
    let minutes = minutes(round, room, item);
    let progress = item.progress();
    let begun = progress.first().map(|first| clock.started().map_or(first, |own| own.max(first)));
    let Some(begun) = begun.filter(|begun| *begun <= now) else {
        let room = room.clone();
        return RoomTime { room, minutes, begun: None, ended: None, called: false, ran: 0, ends: None };
    };
    let item_ended = match progress {
        Progress::Ended { at, .. } => Some(at),
        _ => None,
    };
    let call = clock.called().map(|at| at.max(begun));
    let called = call.is_some_and(|call| item_ended.is_none_or(|ended| call <= ended));
    let ended = match (call, item_ended) {
        (Some(call), Some(ended)) => Some(call.min(ended)),
        (call, ended) => call.or(ended),
    };
    let until = ended.map_or(now, |ended| ended.min(now)).max(begun);
    let ran_at = |time: Timestamp| item.clock().progress_at(time).ran(time);
    let ran = ran_at(until).saturating_sub(ran_at(begun)).max(0);
    let left = (i64::from(minutes) * 60 - ran).max(0);
    let ends = ended.or_else(|| now.checked_add(SignedDuration::from_secs(left)).ok());
    RoomTime { room: room.clone(), minutes, begun: Some(begun), ended, called, ran, ends }
}

/// Seconds that are left of an item with its rooms: it lasts as long as the last of them. Below zero it is over its time.
pub(crate) fn left(workshop: &Workshop, item: &Item, now: Timestamp) -> i64 {
    let held = workshop.rounds.iter().filter(|round| round.item.get() == Some(&item.key()));
    let rooms =
        held.flat_map(|round| times(round, item, now)).filter(RoomTime::is_on).map(|time| time.left());
    rooms.max().map_or(item.left(now), |rooms| rooms.max(item.left(now)))
}

/// The kind of what wakes people up between two items.
pub(crate) const ENERGISER: &str = "energiser";

/// The round that is held in an item.
pub(crate) fn round_in(workshop: &Workshop, item: EventId) -> Option<EventId> {
    workshop.rounds.iter().find(|round| round.item.get() == Some(&item)).map(Thing::key)
}

/// The round whose rooms report back in an item: that of the breakout before it on the same day, with nothing but breaks
/// and what is passed over between. An item in which a round is held, a break or a vote has none.
pub fn reporting(workshop: &Workshop, item: EventId) -> Option<EventId> {
    let order = agenda::in_order(&workshop.items);
    let at = order.iter().position(|other| other.key() == item)?;
    let item = order.get(at)?;
    let between = |item: &Item| item.is_break() || item.kind() == ENERGISER;
    if between(item) || item.kind() == "vote" || round_in(workshop, item.key()).is_some() {
        return None;
    }
    // What has not begun when this one has is passed over, whether or not somebody said so.
    let begun = item.progress() != Progress::Waiting;
    let passed = |other: &Item| other.is_skipped() || begun && other.progress() == Progress::Waiting;
    let before = order.iter().take(at).rev().take_while(|other| other.day() == item.day());
    let breakout = before.into_iter().find(|other| !between(other) && !passed(other))?;
    round_in(workshop, breakout.key())
}

/// A room that reports back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The room, by id.
    pub room: Arc<str>,
    /// When it began to report, if it has.
    pub begun: Option<Timestamp>,
    /// When it ended, if it has.
    pub ended: Option<Timestamp>,
    /// Seconds that it has reported.
    pub took: i64,
    /// Seconds that it has: its share of the time for reporting back.
    pub share: i64,
}

impl Report {
    /// Whether it reports now.
    pub(crate) fn is_on(&self) -> bool {
        self.begun.is_some() && self.ended.is_none()
    }
}

/// The rooms of a round in the order in which they report back, in the time of an item that runs, or is to run.
///
/// Those that have reported or do come first, as they came; then the others, as the round has them. Whoever waits gets an
/// equal share of the time that is left; a room in which nobody sits, where others sit, has nothing to report.
pub fn reports(round: &Round, item: &Item, now: Timestamp) -> Vec<Report> {
    let end = match item.progress() {
        Progress::Ended { at, .. } => Some(at),
        _ => None,
    };
    let first = item.progress().first();
    let turns: Vec<(Timestamp, Option<Arc<str>>)> =
        round.reported().into_iter().filter(|(at, _)| first.is_none_or(|first| *at >= first)).collect();
    let mut told: Vec<Report> = Vec::new();
    for (place, (at, room)) in turns.iter().enumerate() {
        let Some(room) = room.as_ref().filter(|room| round.room(room).is_some()) else { continue };
        let ended = turns.get(place + 1).map(|(next, _)| *next).or(end);
        // While the item is paused, so is the report.
        let ran_at = |time: Timestamp| item.clock().progress_at(time).ran(time);
        let took = ran_at(ended.unwrap_or(now)).saturating_sub(ran_at(*at)).max(0);
        match told.iter_mut().find(|report| report.room == *room) {
            // A room that comes again goes on.
            Some(known) => {
                known.took = known.took.saturating_add(took);
                known.ended = ended;
            }
            None => {
                told.push(Report { room: room.clone(), begun: Some(*at), ended, took, share: 0 });
            }
        }
    }
    let planned = round.is_planned();
    let seated: Vec<&Arc<str>> = round.seated().map(|(_, room)| room).collect();
    let waits = round.rooms().iter().map(|room| &room.id).filter(|room| {
        !told.iter().any(|report| report.room == **room) && (!planned || seated.contains(room))
    });
    let waiting: Vec<Report> = waits
        .map(|room| Report { room: room.clone(), begun: None, ended: None, took: 0, share: 0 })
        .collect();
    told.extend(waiting);
    share(&mut told, item, now);
    told
}

/// Gives each its share: those that have reported what they took, the others equal parts of the rest.
fn share(reports: &mut [Report], item: &Item, now: Timestamp) {
    let all = i64::from(item.minutes()) * 60;
    let gone: i64 = reports.iter().filter(|report| report.ended.is_some()).map(|report| report.took).sum();
    // What passed without a report is gone as well.
    let reporting: i64 = reports.iter().filter(|report| report.is_on()).map(|report| report.took).sum();
    let ran = item.progress().ran(now);
    let left = all - gone.max(ran - reporting);
    let open = reports.iter().filter(|report| report.ended.is_none()).count();
    let each = left.max(0) / i64::try_from(open.max(1)).unwrap_or(1);
    for report in reports {
        report.share = if report.ended.is_some() { report.took } else { each };
    }
}
