//! What Run shows of the agenda, computed once a minute and after every event.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use jiff::Timestamp;

use crate::tui::ctx::View;
use crate::workshop::agenda::{Item, Progress};
use crate::workshop::drift::{self, DayDrift};
use crate::workshop::groups::rooms::{self as clocks, Report};
use crate::workshop::id::EventId;
use crate::workshop::paying::{self, Bill};
use crate::workshop::plan::{self, Finding};
use crate::workshop::schedule::{self, Slot};
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;
use crate::workshop::{Workshop, ideas};

/// Seconds beyond which a delay is none: the item was run on another date than the one it was planned for.
const OTHER_DATE: i64 = 12 * 3600;

/// One item of the day.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub item: EventId,
    /// In time.
    pub slot: Slot,
    /// Whether when it is expected means anything: it has begun, or its day is today.
    pub live: bool,
    /// Its title in both languages.
    pub title: Text,
    /// Whether it is a hard stop.
    pub stop: bool,
    /// How many versions a field has that was changed apart.
    pub versions: u32,
    /// The gravest that the check of the plan finds in it, while it has not begun.
    pub finding: Option<Finding>,
}

impl Row {
    /// By how many minutes it began, or is to be expected to begin, later than planned.
    pub(crate) fn drift(&self) -> Option<i64> {
        let late = self.slot.expected.duration_since(self.slot.planned).as_secs();
        (self.live && !self.slot.skipped && late.abs() < OTHER_DATE).then(|| self.slot.drift_minutes())
    }

    /// By how many minutes it misses its fixed begin, as a hard stop that is still to come.
    pub(crate) fn missed(&self) -> Option<i64> {
        let waits = self.slot.progress == Progress::Waiting;
        let late = self.slot.missed.filter(|late| self.live && waits && *late < OTHER_DATE)?;
        (late >= 60).then_some(late / 60)
    }
}

/// Whether somebody sits in a room and writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Rapporteur {
    /// Something has come from there since the item began.
    Writes,
    /// Something came from there before.
    Silent,
    /// Nothing ever came from there.
    Nobody,
}

/// A room of the running breakout.
#[derive(Debug, Clone)]
pub(crate) struct RoomRow {
    pub id: Arc<str>,
    /// What stands on its door.
    pub title: Text,
    /// What is talked about.
    pub topic: Text,
    /// How many sit in it.
    pub people: usize,
    /// Ideas captured in it since the item began.
    pub ideas: usize,
    /// Whether its rapporteur is there.
    pub rapporteur: Rapporteur,
    /// The last idea captured in it since then, and when.
    pub last: Option<LastIdea>,
}

/// What was said last, and when.
pub(crate) type LastIdea = (Text, Timestamp);

/// What Run shows.
#[derive(Debug, Clone, Default)]
pub(crate) struct Page {
    /// The day shown.
    pub day: u32,
    /// The last day of the agenda.
    pub last_day: u32,
    /// The items of the day.
    pub rows: Vec<Row>,
    /// The item that runs or is paused.
    pub running: Option<EventId>,
    /// The round that is held in it, if it is a breakout.
    pub round: Option<EventId>,
    /// The rooms of that round.
    pub rooms: Vec<RoomRow>,
    /// The round whose rooms report back in it.
    pub reports: Option<EventId>,
    /// What comes next.
    pub next: Option<Row>,
    /// What an overrun costs, and who could pay.
    pub bill: Bill,
    /// How the day shown went, once it is over.
    pub drift: Option<DayDrift>,
}

impl Page {
    /// Computes it for a day; none: the day on which something runs, else today, else the first.
    pub(crate) fn new(view: &View<'_>, day: Option<u32>) -> Self {
        let workshop = view.workshop;
        let today = workshop.meeting.day_at(view.now).and_then(|day| u32::try_from(day).ok()).unwrap_or(0);
        let slots = schedule::slots_of(workshop, view.now);
        let last_day = slots.iter().map(|slot| slot.day).max().unwrap_or(1);
        let running = schedule::running(workshop);
        let running_day = running.and_then(|key| workshop.items.get(key)).map(Item::day);
        let usual = running_day.unwrap_or(if (1..=last_day).contains(&today) { today } else { 1 });
        let day = day.unwrap_or(usual);
        let flows = |slot: &Slot| {
            slot.progress != Progress::Waiting || slot.day == usual && is_flowing(&slots, usual, today)
        };
        let mut marks = plan::marks(workshop);
        let marked = |slot: &Slot, marks: &mut BTreeMap<EventId, Finding>| {
            let finding = marks.remove(&slot.item).filter(|_| slot.progress == Progress::Waiting);
            row(workshop, slot, flows(slot), finding)
        };
        let row = |slot: &Slot| row(workshop, slot, flows(slot), None);
        let of_day = |day: u32| slots.iter().filter(move |slot| slot.day == day);
        let next_key = schedule::next(workshop, &slots, running, running_day.unwrap_or(day));
        let next = next_key.and_then(|key| slots.iter().find(|slot| slot.item == key)).and_then(row);
        let flowing = is_flowing(&slots, usual, today);
        let bill = if flowing { bill(workshop, &slots, usual, view.now) } else { Bill::default() };
        let round = running.and_then(|item| clocks::round_in(workshop, item));
        Self {
            day,
            last_day,
            rows: of_day(day).filter_map(|slot| marked(slot, &mut marks)).collect(),
            running,
            rooms: running.zip(round).map(|(item, round)| rooms(workshop, item, round)).unwrap_or_default(),
            round,
            reports: running.and_then(|item| clocks::reporting(workshop, item)),
            next,
            bill,
            drift: drift::day(workshop, day, view.now).filter(|drift| drift.over),
        }
    }

    /// Where an item stands in the list.
    pub(crate) fn place(&self, item: EventId) -> Option<usize> {
        self.rows.iter().position(|row| row.item == item)
    }
}

/// Whether the times of a day move with the clock: it is today, or something of it has been started on another date.
fn is_flowing(slots: &[Slot], day: u32, today: u32) -> bool {
    day == today || slots.iter().any(|slot| slot.day == day && slot.progress.is_on())
}

fn row(workshop: &Workshop, slot: &Slot, live: bool, finding: Option<Finding>) -> Option<Row> {
    let item = workshop.items.get(slot.item)?;
    Some(Row {
        item: slot.item,
        slot: *slot,
        live,
        title: item.title.text(),
        stop: item.is_stop(),
        versions: item.versions(),
        finding,
    })
}

/// What the course of the day costs. What was run on another date than the one it was planned for misses nothing.
pub(crate) fn bill(workshop: &Workshop, slots: &[Slot], day: u32, now: Timestamp) -> Bill {
    let bill = paying::bill(workshop, slots, day, now);
    let late = |miss: &paying::Miss| i64::from(miss.minutes) * 60 >= OTHER_DATE;
    if bill.missed.iter().any(late) { Bill::default() } else { bill }
}

/// Who reports back, in order, in the item that runs.
pub(crate) fn reports(workshop: &Workshop, page: &Page, now: Timestamp) -> Vec<Report> {
    let item = page.running.and_then(|item| workshop.items.get(item));
    let round = page.reports.and_then(|round| workshop.rounds.get(round));
    item.zip(round).map(|(item, round)| clocks::reports(round, item, now)).unwrap_or_default()
}

fn rooms(workshop: &Workshop, item: EventId, round: EventId) -> Vec<RoomRow> {
    let Some(round) = workshop.rounds.get(round) else { return Vec::new() };
    let since = workshop.items.get(item).and_then(|item| item.progress().first());
    let mut captured: BTreeMap<&str, (usize, Option<LastIdea>)> = BTreeMap::new();
    for idea in
        ideas::standing(&workshop.ideas).filter(|idea| since.is_some_and(|since| idea.made().at >= since))
    {
        let (count, last) = captured.entry(idea.room()).or_default();
        *count += 1;
        if last.as_ref().is_none_or(|(_, at)| *at <= idea.made().at) {
            *last = Some((idea.text.text(), idea.made().at));
        }
    }
    let mut people: BTreeMap<&str, usize> = BTreeMap::new();
    for (person, room) in round.seated() {
        if workshop.people.get(person).is_some() {
            *people.entry(room.as_ref()).or_default() += 1;
        }
    }
    let wanted: HashSet<&str> = round.rooms().iter().map(|room| room.id.as_ref()).collect();
    // The latest word of each room.
    let mut seen: BTreeMap<&str, Timestamp> = BTreeMap::new();
    for event in workshop.events().rev() {
        if wanted.contains(event.who.as_ref()) {
            seen.entry(event.who.as_ref()).or_insert(event.frame.at);
            if seen.len() == wanted.len() {
                break;
            }
        }
    }
    let row = |room: &crate::workshop::groups::events::Room| {
        let (ideas, last) = captured.get(room.id.as_ref()).cloned().unwrap_or_default();
        RoomRow {
            id: room.id.clone(),
            title: room.title.clone(),
            topic: room.topic.clone(),
            people: people.get(room.id.as_ref()).copied().unwrap_or(0),
            ideas,
            rapporteur: match seen.get(room.id.as_ref()) {
                Some(at) if since.is_some_and(|since| *at >= since) => Rapporteur::Writes,
                Some(_) => Rapporteur::Silent,
                None => Rapporteur::Nobody,
            },
            last,
        }
    };
    round.rooms().iter().map(row).collect()
}
