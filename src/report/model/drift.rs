//! Planned and actual: how each day went against its plan, and by which causes.

use jiff::Timestamp;
use serde::Serialize;

use super::agenda::{Actual, Planned};
use super::{Edition, View, is_false, label};
use crate::report::outcome::Results;
use crate::report::record::Record;
use crate::workshop::Workshop;
use crate::workshop::drift::{self, Cause, Held, ItemDrift, RoomDrift};
use crate::workshop::text::Text;

/// A day, planned and actual.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Day {
    /// The day, from 1.
    pub day: u32,
    /// Whether nothing of it is to come; else all is told up to the last item that has begun.
    pub over: bool,
    /// When it was planned, as its plan stood when it began.
    pub planned: Planned,
    /// When it really was.
    pub actual: Planned,
    /// Seconds by which it ended later than planned.
    pub drift: i64,
    /// The same in whole minutes.
    pub drift_minutes: i64,
    /// Why: seconds by cause; they add up to the drift.
    pub causes: Vec<Why>,
    pub items: Vec<Line>,
}

/// A cause of drift.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Why {
    /// Its name.
    pub cause: &'static str,
    /// Seconds by which it made the day later.
    pub seconds: i64,
    /// Whole minutes; those of a day add up to its drift in minutes.
    pub minutes: i64,
}

/// An item, planned and actual. Lengths are seconds.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Line {
    pub id: String,
    pub title: Text,
    /// `waiting`, `on`, `ended`, `skipped` or `taken-off`.
    pub state: &'static str,
    /// Whether it was put in after the day had begun.
    #[serde(skip_serializing_if = "is_false")]
    pub inserted: bool,
    /// When it was planned; none when it was put in later.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<Planned>,
    /// When it really was; none when it was not held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<Actual>,
    /// Its planned length.
    pub length: i64,
    /// By how much that was changed after the day had begun.
    #[serde(skip_serializing_if = "is_nothing")]
    pub changed: i64,
    /// What it was given, less what was taken.
    #[serde(skip_serializing_if = "is_nothing")]
    pub given: i64,
    /// How long it ran, without pauses.
    pub ran: i64,
    /// How long it was paused.
    #[serde(skip_serializing_if = "is_nothing")]
    pub paused: i64,
    /// Its rooms that did not begin and end with it as long as it was planned.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub rooms: Vec<RoomLine>,
}

/// A room of a round held in an item, planned and actual.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct RoomLine {
    pub round: String,
    pub room: String,
    pub title: Text,
    /// When it really was; none when it was never begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<Actual>,
    /// Its length, with what it was given.
    pub length: i64,
    /// How long it ran.
    pub ran: i64,
}

fn is_nothing(seconds: &i64) -> bool {
    *seconds == 0
}

/// The days that were held, for the organisers: what a meeting tells the public is when it was, not why it was late.
pub(super) fn days(view: View<'_>) -> Vec<Day> {
    view.internal(|workshop| drift::days(workshop, None).iter().map(|day| one(view, day)).collect())
}

impl Day {
    /// A day as a report tells it.
    pub(crate) fn of(workshop: &Workshop, day: &drift::DayDrift) -> Self {
        let record = Record::of(&workshop.ideas);
        let results = Results::new(workshop);
        one(View { workshop, edition: Edition::Internal, record: &record, results: &results }, day)
    }
}

fn one(view: View<'_>, day: &drift::DayDrift) -> Day {
    let between = |begin, end| Planned { begin: view.moment(begin), end: view.moment(end) };
    let causes = day.causes.minutes().into_iter().filter(|(cause, _)| day.causes.get(*cause) != 0);
    let why =
        |(cause, minutes): (Cause, i64)| Why { cause: cause.name(), seconds: day.causes.get(cause), minutes };
    Day {
        day: day.day,
        over: day.over,
        planned: between(day.planned, day.planned_end),
        actual: between(day.began, day.ended),
        drift: day.seconds(),
        drift_minutes: day.causes.minutes_in_all(),
        causes: causes.map(why).collect(),
        items: day.items.iter().map(|item| line(view, item)).collect(),
    }
}

fn line(view: View<'_>, item: &ItemDrift) -> Line {
    let between = |(begin, end)| Planned { begin: view.moment(begin), end: view.moment(end) };
    let known = view.workshop.items.any(item.item);
    let on_its_own = |room: &&RoomDrift| {
        room.began != item.began
            || room.ended.is_some_and(|ended| Some(ended) != item.ended)
            || room.length != item.length + item.changed + item.given
    };
    Line {
        id: label(&view.workshop.items, item.item),
        title: known.map(|item| item.title.text()).unwrap_or_default(),
        state: match item.held {
            Held::Waits => "waiting",
            Held::On => "on",
            Held::Ended => "ended",
            Held::Skipped => "skipped",
            Held::TakenOff => "taken-off",
        },
        inserted: item.planned.is_none(),
        planned: item.planned.map(between),
        actual: actual(view, item.began, item.ended.filter(|_| item.held == Held::Ended), item.ran),
        length: item.length,
        changed: item.changed,
        given: item.given,
        ran: item.ran,
        paused: item.paused,
        rooms: item.rooms.iter().filter(on_its_own).map(|room| of_room(view, room)).collect(),
    }
}

/// When something was held; without an end while it goes on.
fn actual(view: View<'_>, began: Option<Timestamp>, ended: Option<Timestamp>, ran: i64) -> Option<Actual> {
    let begin = view.moment(began?);
    Some(Actual {
        begin,
        end: ended.map(|ended| view.moment(ended)),
        minutes: ended.map(|_| ran.div_euclid(60)),
    })
}

fn of_room(view: View<'_>, room: &RoomDrift) -> RoomLine {
    let known = view.workshop.rounds.get(room.round).and_then(|round| round.room(&room.room));
    RoomLine {
        round: label(&view.workshop.rounds, room.round),
        room: room.room.to_string(),
        title: known.map(|room| room.title.clone()).unwrap_or_default(),
        actual: actual(view, room.began, room.ended, room.ran),
        length: room.length,
        ran: room.ran,
    }
}
