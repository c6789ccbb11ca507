//! A clock that jumped: the laptop slept for a while, or its time was set. What that means for what runs is asked, since only
//! somebody in the room knows.

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use tokio::time::Instant;

use super::App;
use crate::input::Context;
use crate::language::{Arg, date};
use crate::tui::ctx::Desk;
use crate::tui::layers::{Pick, PickRow};
use crate::workshop::agenda::commands::{ItemCorrect, ItemEnd, ItemPause, ItemStart};
use crate::workshop::agenda::{self, Item, Progress};
use crate::workshop::command::Request;
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;
use crate::workshop::{Workshop, schedule};

/// A laptop that slept for less is not asked about: the coffee was not finished.
const SLEPT: SignedDuration = SignedDuration::from_mins(5);
/// A clock that is set back by less disturbs nobody.
const SET_BACK: SignedDuration = SignedDuration::from_secs(30);

/// By how much the clock of the day went another way than time passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Jump {
    /// What it showed before.
    pub before: Timestamp,
    /// What it shows now.
    pub after: Timestamp,
    /// By how much it is ahead of where it should be; negative: it was set back.
    pub by: SignedDuration,
}

/// The clock of the day beside one that only goes on. That one stands still while a laptop sleeps (on Linux and macOS; where it
/// does not, sleep is not noticed, and nothing is asked).
#[derive(Debug)]
pub(super) struct Watch {
    wall: Timestamp,
    steady: Instant,
}

impl Watch {
    pub(super) fn begin(wall: Timestamp) -> Self {
        Self { wall, steady: Instant::now() }
    }

    /// Looks at both clocks. Says if the one of the day has jumped since they were looked at last.
    pub(super) fn look(&mut self, wall: Timestamp) -> Option<Jump> {
        let steady = Instant::now();
        let passed = steady.duration_since(self.steady);
        let jump = jump(self.wall, wall, passed);
        (self.wall, self.steady) = (wall, steady);
        jump
    }
}

/// The jump between two looks at the clock of the day between which so much time has passed, if there was one.
pub fn jump(before: Timestamp, after: Timestamp, passed: Duration) -> Option<Jump> {
    let by = after.duration_since(before) - SignedDuration::try_from(passed).ok()?;
    (by >= SLEPT || by <= -SET_BACK).then_some(Jump { before, after, by })
}

/// What somebody answers.
const ON: &str = "on";
const STILL: &str = "still";
const OVER: &str = "over";
const BACK: &str = "back";

impl App {
    /// The clock has jumped: where something runs at the desk, it is asked what that means.
    pub fn clock_jumped(&mut self, jump: Jump) {
        if !Context::DESK.contains(&self.context()) {
            return;
        }
        let ((), effects) = self.with_desk(|desk| ask(jump, desk));
        self.take(effects);
    }
}

fn ask(jump: Jump, desk: &mut Desk<'_>) {
    let messages = desk.messages;
    let Some(workshop) = desk.workshop() else { return };
    let running = schedule::running(workshop).and_then(|key| workshop.items.get(key));
    let running = running.filter(|item| matches!(item.progress(), Progress::Running { .. }));
    let Some(item) = running else { return };
    // The meeting's clock may be another one (practice); both moments are by it.
    let meeting = |time| workshop.meeting.clock(time);
    let (before, after) = (meeting(jump.before), meeting(jump.after));
    let clock = |time| date::clock(&workshop.meeting.local(time));
    let title = item.title.in_(messages.lang());
    let name: Arc<str> = workshop.items.label(item.key()).as_ref().into();
    let (from, to) = (clock(before), clock(after));
    let minutes = jump.by.abs().as_mins().max(1);
    let args = [
        ("title", Arg::from(title)),
        ("from", Arg::from(&from)),
        ("to", Arg::from(&to)),
        ("n", Arg::Number(minutes)),
    ];
    let row = |value: &str| {
        let says = |part: &str| messages.with(&format!("jump-{value}{part}"), &args);
        PickRow::new(value, says(""), says("-aside"))
    };
    let slept = jump.by > SignedDuration::ZERO;
    let (heading, rows) = if slept {
        ("jump-slept", vec![row(ON), row(STILL), row(OVER)])
    } else {
        ("jump-set-back", vec![row(BACK), row(ON)])
    };
    let day = item.day();
    desk.push(Pick::new(messages.with(heading, &args), rows, move |value, desk| {
        let requests = match value {
            STILL => vec![
                at(before, ItemPause { item: name.clone() }),
                at(after, ItemStart { item: name.clone() }),
            ],
            OVER => vec![at(before, ItemEnd { item: name.clone() })],
            BACK => desk.workshop().map(|workshop| moved(workshop, day, jump.by)).unwrap_or_default(),
            _ => Vec::new(),
        };
        requests.is_empty() || desk.perform_all(&requests)
    }));
}

fn at(time: Timestamp, command: impl Into<Request>) -> Request {
    Request { at: Some(time), ..command.into() }
}

/// All turns of a day's clocks moved by so much, the earliest first, so that none comes before what went before it.
fn moved(workshop: &Workshop, day: u32, by: SignedDuration) -> Vec<Request> {
    let items = agenda::in_order(&workshop.items);
    let today = items.into_iter().filter(|item| item.day() == day);
    let mut turns: Vec<(Timestamp, EventId, &Item)> =
        today.flat_map(|item| item.clock().told().map(move |told| (told.at, told.by, item))).collect();
    turns.sort_by_key(|(at, event, _)| (*at, *event));
    let mut seen = HashSet::new();
    // One event may have ended one item and started another: both clocks follow it.
    turns.retain(|(_, event, _)| seen.insert(*event));
    let request = |(at, event, item): (Timestamp, EventId, &Item)| {
        let to: Arc<str> = at.checked_add(by).ok()?.to_string().into();
        let item = workshop.items.label(item.key()).as_ref().into();
        let turn = Some(event.to_string().into());
        Some(ItemCorrect { item, started: None, ended: None, turn, to: Some(to) }.into())
    };
    turns.into_iter().filter_map(request).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_jump_is_what_the_clock_of_the_day_did_beside_the_time_that_passed() {
        let nine: Timestamp = "2017-11-29T07:00:00Z".parse().unwrap();
        let minutes = |n: i64| nine + SignedDuration::from_mins(n);
        let passed = |n: u64| Duration::from_secs(n * 60);
        assert_eq!(jump(nine, minutes(40), passed(40)), None, "nobody pressed a key for a while");
        assert_eq!(jump(nine, minutes(3), passed(0)), None, "a short sleep");
        assert_eq!(jump(nine, minutes(62), passed(0)).map(|jump| jump.by.as_mins()), Some(62));
        assert_eq!(jump(nine, minutes(-59), passed(1)).map(|jump| jump.by.as_mins()), Some(-60));
    }
}
