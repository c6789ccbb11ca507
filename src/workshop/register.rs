//! A field that can be set again: a multi-value register.
//!
//! Each write names the writes it replaces (`over`), so what came after what does not hang on clocks. Two writes that did
//! not know of each other are both kept and both shown ("2 versions"). After Shapiro, Preguiça, Baquero and Zawirski, *A
//! comprehensive study of Convergent and Commutative Replicated Data Types* (INRIA RR-7506, 2011), MV-Register, with one
//! difference: a write can be taken back (undo) and put in force again (redo).

use std::collections::HashMap;
use std::sync::Arc;

use super::id::EventId;
use super::stamp::Stamp;

/// One write to a register.
#[derive(Debug, Clone, PartialEq)]
pub struct Write<T> {
    /// The event that wrote it.
    pub by: EventId,
    /// When, for order only.
    pub stamp: Stamp,
    /// What was written.
    pub value: T,
    over: Arc<[EventId]>,
    counts: bool,
}

/// All that was ever written to a field. Its state is a function of the *set* of writes.
#[derive(Debug, Clone, PartialEq)]
pub struct Register<T> {
    writes: Vec<Write<T>>,
    /// Which of the writes is shown, so that reading costs nothing.
    shown: Option<u32>,
    /// How many different values are alive at once.
    alive: u32,
    /// How many writes are alive at once (two may have written the same).
    alive_writes: u32,
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self { writes: Vec::new(), shown: None, alive: 0, alive_writes: 0 }
    }
}

/// What every write needs to know of its event.
#[derive(Debug, Clone, Copy)]
pub struct Pen<'a> {
    /// The event.
    pub by: EventId,
    /// Its stamp.
    pub stamp: Stamp,
    /// The events whose writes it replaces, in whichever register.
    pub over: &'a Arc<[EventId]>,
    /// Whether the event counts: false once it is undone.
    pub counts: bool,
}

impl<T: Clone + PartialEq> Register<T> {
    /// Puts a write in, or, if its event has written here already, only says whether it counts.
    pub fn write(&mut self, pen: Pen<'_>, value: T) {
        if let Some(known) = self.writes.iter_mut().rev().find(|write| write.by == pen.by) {
            if known.counts != pen.counts {
                known.counts = pen.counts;
                self.settle();
            }
            return;
        }
        let simple = self.simply_follows(pen);
        let joins = !simple && self.simply_joins(pen);
        let new_value = joins && !self.writes.iter().any(|write| write.value == value);
        // Most registers are written once: room for one write, not for the four that a list begins with.
        if self.writes.is_empty() {
            self.writes.reserve_exact(1);
        }
        self.writes.push(Write {
            by: pen.by,
            stamp: pen.stamp,
            value,
            over: pen.over.clone(),
            counts: pen.counts,
        });
        if simple {
            self.shown = u32::try_from(self.writes.len() - 1).ok();
        } else if joins {
            let before = self.shown().map(|write| (write.stamp, write.by));
            if before.is_none_or(|before| before < (pen.stamp, pen.by)) {
                self.shown = u32::try_from(self.writes.len() - 1).ok();
            }
            self.alive_writes += 1;
            self.alive += u32::from(new_value);
        } else {
            self.settle();
        }
    }

    /// Whether a new write replaces the only one alive and nothing here replaces it: nearly always so, and then nothing
    /// else has to be looked at.
    fn simply_follows(&self, pen: Pen<'_>) -> bool {
        let last = self.shown().filter(|_| self.alive_writes == 1);
        let follows = last.is_some_and(|last| pen.counts && pen.over.contains(&last.by));
        follows && !self.writes.iter().any(|write| write.over.contains(&pen.by))
    }

    /// Whether a new write replaces nothing here and nothing here replaces it, where all others are alive: it stands beside them.
    fn simply_joins(&self, pen: Pen<'_>) -> bool {
        let all_alive = self.alive_writes as usize == self.writes.len();
        let apart = |write: &Write<T>| !pen.over.contains(&write.by) && !write.over.contains(&pen.by);
        pen.counts && all_alive && self.writes.iter().all(apart)
    }

    /// Finds the writes alive: those that count and that no counting write replaces, directly or through others.
    fn settle(&mut self) {
        if let [only] = self.writes.as_slice() {
            self.shown = only.counts.then_some(0);
            self.alive = u32::from(only.counts);
            self.alive_writes = self.alive;
            return;
        }
        let alive = self.alive_places(|write| write.counts);
        let key = |place: &usize| self.writes.get(*place).map(|write| (write.stamp, write.by));
        self.shown = alive.iter().max_by_key(|place| key(place)).and_then(|place| u32::try_from(*place).ok());
        let mut values: Vec<&T> = Vec::new();
        for write in alive.iter().filter_map(|place| self.writes.get(*place)) {
            if !values.contains(&&write.value) {
                values.push(&write.value);
            }
        }
        self.alive_writes = u32::try_from(alive.len()).unwrap_or(u32::MAX);
        self.alive = u32::try_from(values.len()).unwrap_or(u32::MAX);
    }

    fn alive_places(&self, counts: impl Fn(&Write<T>) -> bool) -> Vec<usize> {
        let places: HashMap<EventId, usize> =
            self.writes.iter().enumerate().map(|(place, write)| (write.by, place)).collect();
        let place_of = |id: &EventId| places.get(id).copied();
        let mut replaced = vec![false; self.writes.len()];
        for write in self.writes.iter().filter(|write| counts(write)) {
            let before = |write: &Write<T>| -> Vec<usize> {
                write.over.iter().filter(|over| **over != write.by).filter_map(place_of).collect()
            };
            let mut next = before(write);
            while let Some(place) = next.pop() {
                if let (Some(flag), Some(older)) = (replaced.get_mut(place), self.writes.get(place))
                    && !*flag
                {
                    *flag = true;
                    next.extend(before(older));
                }
            }
        }
        let alive = |(place, write): (usize, &Write<T>)| {
            (counts(write) && !replaced.get(place).copied().unwrap_or(false)).then_some(place)
        };
        self.writes.iter().enumerate().filter_map(alive).collect()
    }
}

impl<T> Register<T> {
    /// The value shown: the only one alive or, of several, the one with the latest stamp.
    pub fn get(&self) -> Option<&T> {
        self.shown().map(|write| &write.value)
    }

    /// The write whose value is shown.
    pub fn shown(&self) -> Option<&Write<T>> {
        self.shown.and_then(|place| self.writes.get(place as usize))
    }

    /// How many different values are alive: 0 never set, 1 settled, more a conflict to be settled by a person.
    pub fn versions(&self) -> u32 {
        self.alive
    }

    /// Whether two people wrote different things without knowing of each other.
    pub fn is_torn(&self) -> bool {
        self.alive > 1
    }
}

impl<T: Clone + PartialEq> Register<T> {
    /// The writes alive, oldest first.
    pub fn alive(&self) -> Vec<&Write<T>> {
        self.alive_if(|write| write.counts)
    }

    /// The writes that would be alive if these and no others counted, oldest first: what stood when they were all that was
    /// known.
    pub(super) fn alive_among(&self, known: impl Fn(EventId) -> bool) -> Vec<&Write<T>> {
        self.alive_if(|write| known(write.by))
    }

    /// All writes that count, also those that others replaced.
    pub(super) fn counting(&self) -> impl Iterator<Item = &Write<T>> {
        self.writes.iter().filter(|write| write.counts)
    }

    fn alive_if(&self, counts: impl Fn(&Write<T>) -> bool) -> Vec<&Write<T>> {
        let mut alive: Vec<&Write<T>> =
            self.alive_places(counts).into_iter().filter_map(|place| self.writes.get(place)).collect();
        alive.sort_by_key(|write| (write.stamp, write.by));
        alive
    }

    /// The events that a new write replaces.
    pub fn over(&self, into: &mut Vec<EventId>) {
        if self.writes.len() == 1 {
            into.extend(self.shown().map(|write| write.by));
        } else {
            into.extend(self.alive().iter().map(|write| write.by));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::id::RunId;
    use super::*;
    use proptest::prelude::*;

    fn id(n: u64) -> EventId {
        EventId::new(RunId(1), n)
    }

    fn pen(n: u64, over: &Arc<[EventId]>, counts: bool) -> Pen<'_> {
        Pen { by: id(n), stamp: Stamp::at(n as i64), over, counts }
    }

    #[test]
    fn a_later_write_replaces_what_it_names() {
        let mut register = Register::default();
        register.write(pen(1, &[].into(), true), "a");
        register.write(pen(2, &[id(1)].into(), true), "b");
        assert_eq!((register.get(), register.versions()), (Some(&"b"), 1));
    }

    #[test]
    fn two_writes_that_did_not_know_of_each_other_are_both_kept() {
        let mut register = Register::default();
        register.write(pen(1, &[].into(), true), "a");
        register.write(pen(2, &[id(1)].into(), true), "b");
        register.write(pen(3, &[id(1)].into(), true), "c");
        assert_eq!((register.get(), register.versions()), (Some(&"c"), 2));
        register.write(pen(4, &[id(2), id(3)].into(), true), "d");
        assert_eq!((register.get(), register.versions()), (Some(&"d"), 1));
    }

    #[test]
    fn taking_a_write_back_brings_the_former_value_again() {
        let mut register = Register::default();
        register.write(pen(1, &[].into(), true), "a");
        register.write(pen(2, &[id(1)].into(), true), "b");
        register.write(pen(2, &[id(1)].into(), false), "b");
        assert_eq!(register.get(), Some(&"a"));
        register.write(pen(3, &[id(2)].into(), true), "c");
        assert_eq!((register.get(), register.versions()), (Some(&"c"), 1), "through an undone write as well");
    }

    proptest! {
        #[test]
        fn the_order_of_arrival_does_not_matter(
            writes in prop::collection::vec((any::<bool>(), prop::collection::vec(0u64..8, 0..3)), 1..8),
            shuffle in any::<prop::sample::Index>(),
        ) {
            let mut there = Register::default();
            let mut back = Register::default();
            let overs: Vec<Arc<[EventId]>> =
                writes.iter().map(|(_, over)| over.iter().copied().map(id).collect()).collect();
            for (n, (counts, _)) in writes.iter().enumerate() {
                there.write(pen(n as u64, &overs[n], *counts), n);
            }
            let turn = shuffle.index(writes.len());
            for place in (0..writes.len()).rev() {
                let n = (place + turn) % writes.len();
                back.write(pen(n as u64, &overs[n], true), n);
                back.write(pen(n as u64, &overs[n], writes[n].0), n);
            }
            prop_assert_eq!(there.get(), back.get());
            prop_assert_eq!(there.versions(), back.versions());
        }
    }
}
