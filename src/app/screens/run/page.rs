//! What Run shows of the agenda, worked out once a minute and after every event.

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use jiff::{Timestamp, ToSpan};

use crate::app::View;
use crate::workshop::Workshop;
use crate::workshop::agenda::{self, Item, Progress};
use crate::workshop::id::EventId;
use crate::workshop::ideas;
use crate::workshop::schedule::{self, Payer, Slot};
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;

/// Seconds beyond which a delay is none: the item was run on another date than the one it was planned for.
const OTHER_DATE: i64 = 12 * 3600;
/// Minutes from midnight at which a day begins if nobody says so.
const DEFAULT_BEGIN: u32 = 9 * 60;

/// One item of the day.
#[derive(Debug, Clone)]
pub struct Row {
    /// Which.
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
}

impl Row {
    /// By how many minutes it began, or is to be expected to begin, later than planned.
    pub fn drift(&self) -> Option<i64> {
        let late = self.slot.expected.duration_since(self.slot.planned).as_secs();
        (self.live && !self.slot.skipped && late.abs() < OTHER_DATE).then(|| self.slot.drift_minutes())
    }

    /// By how many minutes it misses its fixed begin, as a hard stop that is still to come.
    pub fn missed(&self) -> Option<i64> {
        let waits = self.slot.progress == Progress::Waiting;
        let late = self.slot.missed.filter(|late| self.live && waits && *late < OTHER_DATE)?;
        (late >= 60).then_some(late / 60)
    }
}

/// A room of the running breakout.
#[derive(Debug, Clone)]
pub struct RoomRow {
    /// Its id.
    pub id: Arc<str>,
    /// What stands on its door.
    pub title: Text,
    /// What is talked about.
    pub topic: Text,
    /// How many sit in it.
    pub people: usize,
    /// Ideas captured in it since the item began.
    pub ideas: usize,
    /// Whether anything came from the rapporteur who sits in it.
    pub rapporteur: bool,
}

/// A hard stop that will not hold, and who could pay for it.
#[derive(Debug, Clone)]
pub struct Cost {
    /// The stop.
    pub stop: EventId,
    /// By how many minutes it is missed.
    pub minutes: i64,
    /// Who could give minutes, most first.
    pub payers: Vec<Payer>,
}

/// What Run shows.
#[derive(Debug, Clone, Default)]
pub struct Page {
    /// The day shown.
    pub day: u32,
    /// The last day of the agenda.
    pub last_day: u32,
    /// The items of the day.
    pub rows: Vec<Row>,
    /// The item that runs or is paused.
    pub running: Option<EventId>,
    /// Its rooms, if it is a breakout.
    pub rooms: Vec<RoomRow>,
    /// What comes next.
    pub next: Option<Row>,
    /// The first hard stop that will not hold and, where nobody can pay for that one, the first that can be paid for.
    pub costs: Vec<Cost>,
}

impl Page {
    /// Works it out for a day; none: the day on which something runs, else today, else the first.
    pub fn new(view: &View<'_>, day: Option<u32>) -> Self {
        let workshop = view.workshop;
        let today = workshop.meeting.day_at(view.now).and_then(|day| u32::try_from(day).ok()).unwrap_or(0);
        let slots = slots(workshop, view.now);
        let last_day = slots.iter().map(|slot| slot.day).max().unwrap_or(1);
        let running = running(workshop);
        let running_day = running.and_then(|key| workshop.items.get(key)).map(Item::day);
        let usual = running_day.unwrap_or(if (1..=last_day).contains(&today) { today } else { 1 });
        let day = day.unwrap_or(usual);
        let flows = |slot: &Slot| {
            slot.progress != Progress::Waiting || slot.day == usual && is_flowing(&slots, usual, today)
        };
        let row = |slot: &Slot| row(workshop, slot, flows(slot));
        let of_day = |day: u32| slots.iter().filter(move |slot| slot.day == day);
        let next_key = next(workshop, &slots, running, running_day.unwrap_or(day));
        let next = next_key.and_then(|key| slots.iter().find(|slot| slot.item == key)).and_then(row);
        let costs = of_day(usual).filter_map(row).filter_map(|row| {
            Some(Cost {
                stop: row.item,
                minutes: row.missed()?,
                payers: schedule::payers(&slots, &workshop.items, row.item),
            })
        });
        let mut costs: Vec<Cost> = costs.collect();
        let paid = costs.iter().position(|cost| !cost.payers.is_empty()).unwrap_or(0);
        let costs = costs.drain(..costs.len().min(paid + 1)).collect::<Vec<_>>();
        let costs =
            costs.into_iter().enumerate().filter(|(at, _)| *at == 0 || *at == paid).map(|(_, cost)| cost);
        let costs = costs.collect();
        Self {
            day,
            last_day,
            rows: of_day(day).filter_map(row).collect(),
            running,
            rooms: running.map(|item| rooms(workshop, item)).unwrap_or_default(),
            next,
            costs,
        }
    }

    /// Where an item stands in the list.
    pub fn place(&self, item: EventId) -> Option<usize> {
        self.rows.iter().position(|row| row.item == item)
    }
}

/// Whether the times of a day move with the clock: it is today, or something of it has been started on another date.
fn is_flowing(slots: &[Slot], day: u32, today: u32) -> bool {
    day == today || slots.iter().any(|slot| slot.day == day && slot.progress.is_on())
}

/// The agenda in time. Where no first day is set, each day is laid on today from nine, so that items can be seen and run.
pub fn slots(workshop: &Workshop, now: Timestamp) -> Vec<Slot> {
    if workshop.meeting.starts().is_some() {
        return schedule::slots(&workshop.meeting, &workshop.items, now);
    }
    let today = workshop.meeting.local(now).date();
    let at = |minutes: u32| {
        let midnight = today.to_datetime(jiff::civil::Time::midnight()).to_zoned(workshop.meeting.zone());
        let begin = midnight.ok().and_then(|zoned| zoned.checked_add(i64::from(minutes).minutes()).ok());
        begin.map_or(now, |zoned| zoned.timestamp())
    };
    let (mut day, mut begin) = (0, DEFAULT_BEGIN);
    let ordered = agenda::in_order(&workshop.items);
    let slot = |item: &&Item| {
        if item.day() != day {
            (day, begin) = (item.day(), DEFAULT_BEGIN);
        }
        begin = item.begins().unwrap_or(begin);
        let planned = at(begin);
        begin = begin.saturating_add(item.minutes());
        let planned_end = at(begin);
        let (progress, expected) = (item.progress(), item.progress().first().unwrap_or(planned));
        let key = item.key();
        Slot {
            item: key,
            day,
            planned,
            planned_end,
            expected,
            expected_end: planned_end,
            progress,
            skipped: false,
            missed: None,
        }
    };
    ordered.iter().map(slot).collect()
}

/// The item that runs or is paused; of several that laptops started apart, the one begun last.
pub fn running(workshop: &Workshop) -> Option<EventId> {
    let on = workshop.items.iter().filter(|item| item.progress().is_on());
    on.max_by_key(|item| (matches!(item.progress(), Progress::Running { .. }), item.progress().first()))
        .map(Thing::key)
}

/// What comes after the running item or, where nothing runs, first of what has not been begun on the day.
pub fn next(workshop: &Workshop, slots: &[Slot], running: Option<EventId>, day: u32) -> Option<EventId> {
    let order: Vec<&Item> =
        agenda::in_order(&workshop.items).into_iter().filter(|item| item.day() == day).collect();
    let after =
        running.and_then(|key| order.iter().position(|item| item.key() == key)).map_or(0, |at| at + 1);
    let skipped: HashSet<EventId> = slots.iter().filter(|slot| slot.skipped).map(|slot| slot.item).collect();
    let waits = |item: &&&Item| item.progress() == Progress::Waiting && !skipped.contains(&item.key());
    order.iter().skip(after).find(waits).map(|item| item.key())
}

fn row(workshop: &Workshop, slot: &Slot, live: bool) -> Option<Row> {
    let item = workshop.items.get(slot.item)?;
    Some(Row {
        item: slot.item,
        slot: *slot,
        live,
        title: item.title.text(),
        stop: item.is_stop(),
        versions: item.versions(),
    })
}

fn rooms(workshop: &Workshop, item: EventId) -> Vec<RoomRow> {
    let Some(round) = workshop.rounds.iter().find(|round| round.item.get() == Some(&item)) else {
        return Vec::new();
    };
    let since = workshop.items.get(item).and_then(|item| item.progress().first());
    let mut captured: BTreeMap<&str, usize> = BTreeMap::new();
    for idea in
        ideas::standing(&workshop.ideas).filter(|idea| since.is_some_and(|since| idea.made().at >= since))
    {
        *captured.entry(idea.room()).or_default() += 1;
    }
    let mut people: BTreeMap<&str, usize> = BTreeMap::new();
    for (person, room) in round.seated() {
        if workshop.people.get(person).is_some() {
            *people.entry(room.as_ref()).or_default() += 1;
        }
    }
    let wanted: HashSet<&str> = round.rooms().iter().map(|room| room.id.as_ref()).collect();
    let mut seen: HashSet<&str> = HashSet::new();
    for event in workshop.events().rev() {
        if wanted.contains(event.who.as_ref()) {
            seen.insert(event.who.as_ref());
            if seen.len() == wanted.len() {
                break;
            }
        }
    }
    let row = |room: &crate::workshop::event::Room| RoomRow {
        id: room.id.clone(),
        title: room.title.clone(),
        topic: room.topic.clone(),
        people: people.get(room.id.as_ref()).copied().unwrap_or(0),
        ideas: captured.get(room.id.as_ref()).copied().unwrap_or(0),
        rapporteur: seen.contains(room.id.as_ref()),
    };
    round.rooms().iter().map(row).collect()
}
