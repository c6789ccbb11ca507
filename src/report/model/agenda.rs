//! The meeting and its agenda, with planned and actual times.

use std::collections::HashMap;
use std::sync::Arc;

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::Serialize;

use super::versions::Versions;
use super::{Moment, View, is_false, label};
use crate::workshop::agenda::{self, Progress};
use crate::workshop::id::EventId;
use crate::workshop::schedule::{self, Slot};
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;

/// The meeting as such.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Meeting {
    pub title: Text,
    /// The focal question.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub question: Text,
    /// When it begins, by the clock of its place.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts: Option<DateTime>,
    /// The time zone's name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub timezone: Option<Arc<str>>,
    /// The working languages.
    pub languages: Vec<Arc<str>>,
    /// The date of each day of the agenda; empty when the first is not known.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub days: Vec<Date>,
    /// What is torn.
    #[serde(skip_serializing_if = "Versions::is_empty")]
    pub versions: Versions,
}

pub(super) fn meeting(view: View<'_>) -> Meeting {
    let meeting = &view.workshop.meeting;
    // An agenda that a stranger's file gives a thousand days does not make a thousand dates.
    let last = view.workshop.items.iter().map(agenda::Item::day).max().unwrap_or(1).min(100);
    Meeting {
        title: meeting.title.text(),
        question: meeting.question.text(),
        starts: meeting.starts(),
        timezone: meeting.timezone.get().cloned(),
        languages: meeting.languages(),
        days: (1..=last).filter_map(|day| meeting.date_of(day)).collect(),
        versions: Versions::default()
            .text("title", &meeting.title)
            .text("question", &meeting.question)
            .field("starts", &meeting.starts)
            .field("timezone", &meeting.timezone)
            .field("languages", &meeting.languages)
            .told(view.edition),
    }
}

/// When something was planned.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Planned {
    pub begin: Moment,
    pub end: Moment,
}

/// When something really was.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Actual {
    /// When it was first started.
    pub begin: Moment,
    /// When it ended; none while it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<Moment>,
    /// Whole minutes that it ran, without pauses; none while it goes on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i64>,
}

/// An item of the agenda.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Item {
    pub id: String,
    /// The day, from 1.
    pub day: u32,
    pub title: Text,
    /// The kind; empty when none was given.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// The planned length in minutes.
    pub minutes: u32,
    /// The length with what was given or taken, where that differs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub extended_to: Option<u32>,
    /// The shortest useful length in minutes.
    pub shortest: u32,
    /// The fixed begin, `09:30`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub begins: Option<String>,
    /// Whether it is a hard stop.
    #[serde(skip_serializing_if = "is_false")]
    pub stop: bool,
    /// Whether it may be dropped.
    #[serde(skip_serializing_if = "is_false")]
    pub droppable: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub interpreted: bool,
    /// How much a minute taken from it harms, where somebody said so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weight: Option<u32>,
    /// The one instruction that stands on the wall while it runs.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub instruction: Text,
    /// `waiting`, `running`, `paused`, `ended` or `skipped`.
    pub state: &'static str,
    /// When it was planned; none when the first day is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned: Option<Planned>,
    /// When it really was; none before it began.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub actual: Option<Actual>,
    /// What is torn.
    #[serde(skip_serializing_if = "Versions::is_empty")]
    pub versions: Versions,
}

pub(super) fn agenda(view: View<'_>) -> Vec<Item> {
    let items = &view.workshop.items;
    // Planned times do not hang on the present, and of expected ones a report says nothing.
    let slots = schedule::slots(&view.workshop.meeting, items, Timestamp::UNIX_EPOCH);
    let slots: HashMap<EventId, Slot> = slots.into_iter().map(|slot| (slot.item, slot)).collect();
    agenda::in_order(items).into_iter().map(|item| one(view, item, slots.get(&item.key()))).collect()
}

fn one(view: View<'_>, item: &agenda::Item, slot: Option<&Slot>) -> Item {
    let progress = item.progress();
    let (end, ran) = match progress {
        Progress::Ended { at, ran, .. } => (Some(at), Some(ran.div_euclid(60))),
        Progress::Waiting | Progress::Running { .. } | Progress::Paused { .. } => (None, None),
    };
    Item {
        id: label(&view.workshop.items, item.key()),
        day: item.day(),
        title: item.title.text(),
        kind: item.kind().to_owned(),
        minutes: item.planned_minutes(),
        extended_to: Some(item.minutes()).filter(|minutes| *minutes != item.planned_minutes()),
        shortest: item.shortest(),
        begins: item.begins().map(|minutes| format!("{:02}:{:02}", minutes / 60, minutes % 60)),
        stop: item.is_stop(),
        droppable: item.is_droppable(),
        interpreted: item.is_interpreted(),
        weight: item.weight.get().copied(),
        instruction: item.instruction.text(),
        state: match progress {
            Progress::Waiting if slot.is_some_and(|slot| slot.skipped) => "skipped",
            Progress::Waiting => "waiting",
            Progress::Running { .. } => "running",
            Progress::Paused { .. } => "paused",
            Progress::Ended { .. } => "ended",
        },
        planned: slot
            .map(|slot| Planned { begin: view.moment(slot.planned), end: view.moment(slot.planned_end) }),
        actual: progress.first().map(|first| Actual {
            begin: view.moment(first),
            end: end.map(|end| view.moment(end)),
            minutes: ran,
        }),
        versions: Versions::default()
            .text("title", &item.title)
            .field_as("day", &item.place, |place| Some(place.0.into()))
            .field("minutes", &item.minutes)
            .field("shortest", &item.shortest)
            .field("stop", &item.stop)
            .field("droppable", &item.droppable)
            .field("kind", &item.kind)
            .field("interpreted", &item.interpreted)
            .field("begins", &item.begins)
            .field("weight", &item.weight)
            .text("instruction", &item.instruction)
            .field("skipped", &item.skipped)
            .told(view.edition),
    }
}
