//! Decisions about the agenda.

use std::sync::Arc;

use fractional_index::FractionalIndex;

use super::commands::{ItemAdd, ItemChange, ItemMove, ItemRemove, ItemSwap};
use super::events::{ItemEvent, ItemPlace, ItemSet, ItemSwapped};
use super::{Item, LEAST_WEIGHT, MOST_WEIGHT, NO_BEGIN, Progress};
use crate::workshop::agenda;
use crate::workshop::command::Stop;
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::{About, EventKind};
use crate::workshop::id::EventId;
use crate::workshop::range::{LAST_DAY, MOST_MINUTES};
use crate::workshop::refusal::Refusal;
use crate::workshop::thing::Thing;

impl Decider<'_> {
    pub(in crate::workshop) fn item_add(&self, c: &ItemAdd) -> Outcome {
        let day = check::within("day", c.day, 1, LAST_DAY)?;
        let after =
            check::maybe(c.after.as_ref(), |after: &str| check::find(&self.workshop.items, "item", after))?;
        let minutes = check::within("minutes", c.minutes, 1, MOST_MINUTES)?;
        let (stop, stop_at) = stop(c.stop.as_ref())?;
        let begins = check::maybe(c.begins.as_ref(), |begins: &str| begin(begins))?;
        let set = ItemSet {
            of: None,
            id: check::free(&self.workshop.items, "item", self.id.as_ref())?,
            day: Some(day),
            place: Some(match after {
                Some(after) => self.place_after(day, Some(after), None)?,
                None => self.place_last(day),
            }),
            title: Some(check::needed_text("title", &c.title)?),
            minutes: Some(minutes),
            shortest: check::maybe(c.shortest.as_ref(), |shortest| {
                check::within("shortest", *shortest, 0, minutes)
            })?,
            stop,
            droppable: c.droppable,
            kind: check::maybe(c.kind.as_ref(), |kind: &str| check::word("kind", kind))?,
            interpreted: c.interpreted,
            begins: begins.or(stop_at),
            weight: check::maybe(c.weight.as_ref(), weight)?,
            instruction: check::maybe(c.instruction.as_ref(), |text| check::any_text("instruction", text))?,
        };
        Ok((EventKind::Item(ItemEvent::Added(set.into())), Vec::new()))
    }

    pub(in crate::workshop) fn item_change(&self, c: &ItemChange) -> Outcome {
        let of = check::find(&self.workshop.items, "item", &c.item)?;
        let minutes =
            check::maybe(c.minutes.as_ref(), |minutes| check::within("minutes", *minutes, 1, MOST_MINUTES))?;
        let (stop, stop_at) = stop(c.stop.as_ref())?;
        let begins = check::maybe(c.begins.as_ref(), |begins: &str| begin(begins))?;
        let set = ItemSet {
            of: Some(of),
            title: check::maybe(c.title.as_ref(), |text| check::needed_text("title", text))?,
            minutes,
            shortest: check::maybe(c.shortest.as_ref(), |shortest| {
                check::within("shortest", *shortest, 0, minutes.unwrap_or(MOST_MINUTES))
            })?,
            stop,
            droppable: c.droppable,
            kind: check::maybe(c.kind.as_ref(), |kind: &str| check::word("kind", kind))?,
            interpreted: c.interpreted,
            begins: begins.or(stop_at),
            weight: check::maybe(c.weight.as_ref(), weight)?,
            instruction: check::maybe(c.instruction.as_ref(), |text| check::any_text("instruction", text))?,
            ..ItemSet::default()
        };
        if set == (ItemSet { of: Some(of), ..ItemSet::default() }) {
            return Err(Refusal::nothing("item"));
        }
        let mut over = Vec::new();
        if let Some(item) = self.workshop.items.get(of) {
            item.over(&set, &mut over);
        }
        Ok((EventKind::Item(ItemEvent::Changed(set.into())), over))
    }

    pub(in crate::workshop) fn item_move(&self, c: &ItemMove) -> Outcome {
        let of = check::find(&self.workshop.items, "item", &c.item)?;
        let after =
            check::maybe(c.after.as_ref(), |after: &str| check::find(&self.workshop.items, "item", after))?;
        if after == Some(of) {
            return Err(Refusal::nothing("item"));
        }
        let day_of = |key: EventId| self.workshop.items.get(key).map_or(1, Item::day);
        let day = match (after, c.day) {
            (Some(after), _) => day_of(after),
            (None, Some(day)) => check::within("day", day, 1, LAST_DAY)?,
            (None, None) => day_of(of),
        };
        if day != day_of(of) && self.has_begun(of) {
            return Err(Refusal::state("refused-item-held", &c.item));
        }
        let place = self.place_after(day, after, Some(of))?;
        let mut over = Vec::new();
        if let Some(item) = self.workshop.items.get(of) {
            item.place.over(&mut over);
        }
        Ok((EventKind::Item(ItemEvent::Moved(ItemPlace { of, day, place })), over))
    }

    pub(in crate::workshop) fn item_remove(&self, c: &ItemRemove) -> Outcome {
        let of = check::find(&self.workshop.items, "item", &c.item)?;
        if self.has_begun(of) {
            return Err(Refusal::state("refused-item-held", &c.item));
        }
        Ok((EventKind::Item(ItemEvent::Removed(About { of })), Vec::new()))
    }

    pub(in crate::workshop) fn item_swap(&self, c: &ItemSwap) -> Outcome {
        let keys = check::find_all(&self.workshop.items, "item", &c.items)?;
        let [a, b] = keys.as_slice() else {
            return Err(Refusal::new("two-items", "refused-two-items"));
        };
        let of = |key: EventId| self.workshop.items.get(key);
        let day = |key: EventId| of(key).map_or(1, Item::day);
        if day(*a) != day(*b)
            && let Some(held) = [a, b].into_iter().find(|key| self.has_begun(**key))
        {
            return Err(Refusal::state("refused-item-held", &self.workshop.items.label(*held)));
        }
        // Two laptops may have put both at one place: then the one that comes first goes behind the other.
        if of(*a).and_then(|item| item.place.get()) == of(*b).and_then(|item| item.place.get()) {
            let order = agenda::in_order(&self.workshop.items);
            let place = |key: EventId| order.iter().position(|item| item.key() == key);
            let (first, second) = if place(*a) < place(*b) { (*a, *b) } else { (*b, *a) };
            let place = self.place_after(day(second), Some(second), Some(first))?;
            let mut over = Vec::new();
            if let Some(item) = of(first) {
                item.place.over(&mut over);
            }
            let moved = ItemPlace { of: first, day: day(second), place };
            return Ok((EventKind::Item(ItemEvent::Moved(moved)), over));
        }
        let mut over = Vec::new();
        let mut moved = |of: EventId, to: EventId| {
            let place = self.workshop.items.get(to).and_then(|item| item.place.get().cloned());
            if let Some(item) = self.workshop.items.get(of) {
                item.place.over(&mut over);
            }
            let (day, place) = place.unwrap_or((1, "".into()));
            ItemPlace { of, day, place }
        };
        let items = vec![moved(*a, *b), moved(*b, *a)];
        Ok((EventKind::Item(ItemEvent::Swapped(ItemSwapped { items })), over))
    }

    fn has_begun(&self, item: EventId) -> bool {
        self.workshop.items.get(item).is_some_and(|item| item.progress() != Progress::Waiting)
    }

    fn places(&self, day: u32, without: Option<EventId>) -> Vec<(EventId, FractionalIndex)> {
        agenda::in_order(&self.workshop.items)
            .into_iter()
            .filter(|item| item.day() == day && Some(item.key()) != without)
            .filter_map(|item| Some((item.key(), FractionalIndex::from_string(&item.place.get()?.1).ok()?)))
            .collect()
    }

    fn place_last(&self, day: u32) -> Arc<str> {
        let last = self.places(day, None).pop();
        last.map_or_else(FractionalIndex::default, |(_, last)| FractionalIndex::new_after(&last))
            .to_string()
            .into()
    }

    /// A place right after an item of that day or, without one, before all others.
    fn place_after(
        &self,
        day: u32,
        after: Option<EventId>,
        moving: Option<EventId>,
    ) -> Result<Arc<str>, Refusal> {
        let places = self.places(day, moving);
        let Some(after) = after else {
            let first = places.first();
            let place =
                first.map_or_else(FractionalIndex::default, |(_, first)| FractionalIndex::new_before(first));
            return Ok(place.to_string().into());
        };
        let at = places.iter().position(|(key, _)| *key == after);
        let Some((at, (_, left))) = at.and_then(|at| Some((at, places.get(at)?))) else {
            return Err(Refusal::state("refused-other-day", &self.workshop.items.label(after)));
        };
        // Two laptops may have chosen one place apart; then there is nothing between, and behind is near enough.
        let between = places.get(at + 1).and_then(|(_, right)| FractionalIndex::new_between(left, right));
        Ok(between.unwrap_or_else(|| FractionalIndex::new_after(left)).to_string().into())
    }
}

fn weight(weight: &u32) -> Result<u32, Refusal> {
    check::within("weight", *weight, LEAST_WEIGHT, MOST_WEIGHT)
}

fn stop(stop: Option<&Stop>) -> Result<(Option<bool>, Option<u32>), Refusal> {
    Ok(match stop {
        None => (None, None),
        Some(Stop::Flag(flag)) => (Some(*flag), None),
        Some(Stop::At(time)) => (Some(true), Some(check::time_of_day("stop", time)?)),
    })
}

fn begin(begins: &str) -> Result<u32, Refusal> {
    if begins.trim().is_empty() { Ok(NO_BEGIN) } else { check::time_of_day("begins", begins) }
}
