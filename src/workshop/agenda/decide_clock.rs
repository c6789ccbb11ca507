//! Decisions about the clock: what is started, paused, ended, given minutes, put right afterwards, passed over.

use jiff::Timestamp;
use jiff::civil::DateTime;

use super::clock::{Told, Turn};
use super::commands::{ItemCorrect, ItemEnd, ItemExtend, ItemPause, ItemSkip, ItemStart};
use super::events::{ItemCorrected, ItemEvent, ItemExtended, ItemStarted};
use super::{Item, Progress};
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::{About, EventKind, Flag};
use crate::workshop::id::EventId;
use crate::workshop::range::MOST_MINUTES;
use crate::workshop::refusal::Refusal;
use crate::workshop::thing::Thing;

impl Decider<'_> {
    pub(in crate::workshop) fn item_start(&self, c: &ItemStart) -> Outcome {
        let of = check::find(&self.workshop.items, "item", &c.item)?;
        if matches!(self.progress(of), Progress::Running { .. }) {
            return Err(Refusal::state("refused-item-runs-already", &c.item));
        }
        let others = self.workshop.items.iter().filter(|item| item.key() != of && item.progress().is_on());
        let ends: Vec<EventId> = others.map(Thing::key).collect();
        let over = ends.iter().chain([&of]).flat_map(|item| self.turns(*item)).collect();
        Ok((EventKind::Item(ItemEvent::Started(ItemStarted { of, ends })), over))
    }

    pub(in crate::workshop) fn item_end(&self, c: &ItemEnd) -> Outcome {
        let of = check::find(&self.workshop.items, "item", &c.item)?;
        if !self.progress(of).is_on() {
            return Err(Refusal::state("refused-item-not-running", &c.item));
        }
        Ok((EventKind::Item(ItemEvent::Ended(About { of })), self.turns(of)))
    }

    pub(in crate::workshop) fn item_pause(&self, c: &ItemPause) -> Outcome {
        let of = check::find(&self.workshop.items, "item", &c.item)?;
        if !matches!(self.progress(of), Progress::Running { .. }) {
            return Err(Refusal::state("refused-item-not-running", &c.item));
        }
        Ok((EventKind::Item(ItemEvent::Paused(About { of })), self.turns(of)))
    }

    pub(in crate::workshop) fn item_extend(&self, c: &ItemExtend) -> Outcome {
        let of = check::find(&self.workshop.items, "item", &c.item)?;
        let most = i32::try_from(MOST_MINUTES).unwrap_or(i32::MAX);
        let now = self.workshop.items.get(of).map_or(0, Item::minutes);
        let left = i64::from(now) + i64::from(c.minutes);
        if c.minutes == 0 || !(-most..=most).contains(&c.minutes) || !(0..=i64::from(most)).contains(&left) {
            return Err(Refusal::out_of_range("minutes", -i64::from(now), i64::from(most) - i64::from(now)));
        }
        if matches!(self.progress(of), Progress::Ended { .. }) {
            return Err(Refusal::state("refused-item-ended", &c.item));
        }
        // Two laptops may together have taken more than there was: what is given now begins at nothing all the same.
        let all =
            self.workshop.items.get(of).map_or(0, |item| i64::from(item.planned_minutes()) + item.given());
        let minutes = i64::from(c.minutes) + (-all).max(0);
        let minutes = i32::try_from(minutes).unwrap_or(c.minutes);
        Ok((EventKind::Item(ItemEvent::Extended(ItemExtended { of, minutes })), Vec::new()))
    }

    pub(in crate::workshop) fn item_correct(&self, c: &ItemCorrect) -> Outcome {
        let of = check::find(&self.workshop.items, "item", &c.item)?;
        let Some(item) = self.workshop.items.get(of) else { return Err(Refusal::unknown("item", &c.item)) };
        let (field, given, told) = match (&c.started, &c.ended, &c.to) {
            (None, None, None) => return Err(Refusal::nothing("item")),
            (Some(given), None, None) => {
                let told = item.clock().first_start();
                ("started", given, told.ok_or_else(|| Refusal::state("refused-item-not-begun", &c.item))?)
            }
            (None, Some(given), None) => {
                let told = item.clock().last_end();
                ("ended", given, told.ok_or_else(|| Refusal::state("refused-item-not-ended", &c.item))?)
            }
            (None, None, Some(given)) => {
                let turn = c.turn.as_deref().unwrap_or_default();
                let known = turn.parse().ok().and_then(|turn: EventId| item.clock().turn_of(turn));
                ("to", given, known.ok_or_else(|| Refusal::unknown("turn", turn))?)
            }
            _ => return Err(Refusal::new("two-times", "refused-two-times")),
        };
        let to = self.time_near(field, given, told.at)?;
        let (least, most) = self.bounds(of, told);
        if !(least..=most).contains(&to) {
            let clock = |time: Timestamp| {
                if time == Timestamp::MIN {
                    return "00:00:00".to_owned();
                }
                self.workshop.meeting.local(time).strftime("%H:%M:%S").to_string()
            };
            return Err(Refusal::out_of_range(field, clock(least), clock(most)));
        }
        if to == told.at {
            return Err(Refusal::nothing("item"));
        }
        let turned = |other: &&Item| other.key() != of && other.clock().has(told.by);
        let also: Vec<EventId> = self.workshop.items.iter().filter(turned).map(Thing::key).collect();
        let mut over = Vec::new();
        for key in also.iter().chain([&of]) {
            if let Some(item) = self.workshop.items.get(*key) {
                item.clock().over_correction(told.by, &mut over);
            }
        }
        Ok((EventKind::Item(ItemEvent::Corrected(ItemCorrected { of, turn: told.by, to, also })), over))
    }

    /// Between which times a turn can have taken place: after what the same clocks were told before it and whatever ended
    /// before, before what came after it, and not later than now.
    fn bounds(&self, of: EventId, told: Told) -> (Timestamp, Timestamp) {
        let (mut least, mut most) = (Timestamp::MIN, self.at.max(told.at));
        for item in self.workshop.items.iter() {
            let turned = item.key() == of || item.clock().has(told.by);
            for other in item.clock().told().filter(|other| other.by != told.by) {
                let ends = turned || other.turn == Turn::End;
                let begins = turned || other.turn == Turn::Start;
                if ends && other.at <= told.at {
                    least = least.max(other.at);
                } else if begins && other.at >= told.at {
                    most = most.min(other.at);
                }
            }
        }
        (least, most)
    }

    /// A time as it is given: RFC 3339, or a time of the day at the place of the meeting, on the day that brings it nearest.
    fn time_near(&self, field: &'static str, given: &str, near: Timestamp) -> Result<Timestamp, Refusal> {
        if let Ok(time) = given.trim().parse::<Timestamp>() {
            return Ok(time);
        }
        let minutes = check::time_of_day(field, given)?;
        let zone = self.workshop.meeting.zone();
        let date = self.workshop.meeting.local(near).date();
        let at = |date: jiff::civil::Date| {
            let hour = i8::try_from(minutes / 60).ok()?;
            let minute = i8::try_from(minutes % 60).ok()?;
            let civil: DateTime = date.at(hour, minute, 0, 0);
            civil.to_zoned(zone.clone()).ok().map(|zoned| zoned.timestamp())
        };
        let days = [date.yesterday().ok(), Some(date), date.tomorrow().ok()];
        let nearest = days.into_iter().flatten().filter_map(at);
        nearest
            .min_by_key(|time| time.duration_since(near).abs())
            .ok_or_else(|| Refusal::bad_time(field, given))
    }

    pub(in crate::workshop) fn item_skip(&self, c: &ItemSkip) -> Outcome {
        let of = check::find(&self.workshop.items, "item", &c.item)?;
        let Some(item) = self.workshop.items.get(of) else { return Err(Refusal::unknown("item", &c.item)) };
        let is = c.skip.unwrap_or(true);
        if item.progress() != Progress::Waiting {
            return Err(Refusal::state("refused-item-begun", &c.item));
        }
        if item.is_skipped() == is && !item.skipped.is_conflicted() {
            return Err(Refusal::nothing("item"));
        }
        let mut over = Vec::new();
        item.skipped.over(&mut over);
        Ok((EventKind::Item(ItemEvent::Skipped(Flag { of, is })), over))
    }

    /// The turns of an item's clock that a new one comes after.
    fn turns(&self, item: EventId) -> Vec<EventId> {
        let mut turns = Vec::new();
        if let Some(item) = self.workshop.items.get(item) {
            item.clock().over(&mut turns);
        }
        turns
    }

    fn progress(&self, item: EventId) -> Progress {
        self.workshop.items.get(item).map_or(Progress::Waiting, Item::progress)
    }
}
