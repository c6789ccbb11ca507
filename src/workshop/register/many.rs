//! Which of many writes are alive, kept up to date from one write to the next.
//!
//! A write is at work if it counts or if one at work replaces it; it is replaced if one at work names it. So it is enough to know
//! of each write how many at work name it, and a write that comes or turns is told on along what it names. Where writes
//! replace each other in a ring (only a forged file has that) these counts would hold each other up: then all are looked
//! through, each time.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use super::{Write, alive_places};
use crate::workshop::id::{ById, EventId};
use crate::workshop::stamp::Stamp;

/// The index of a register with many writes.
#[derive(Debug, Clone)]
pub(super) struct Many {
    places: ById<u32>,
    /// Found when first asked for: while a session is read nobody asks.
    settled: OnceLock<Settled>,
    versions: OnceLock<u32>,
}

#[derive(Debug, Clone)]
struct Settled {
    /// The writes alive.
    alive: BTreeMap<(Stamp, EventId), u32>,
    /// By place, how many writes at work name it.
    named: Vec<u32>,
    /// By the id of a write that is not here, the places that name it.
    awaited: ById<Vec<u32>>,
    /// Some writes replace each other.
    ring: bool,
}

/// Where the writes of which events stand.
pub(super) fn places<T>(writes: &[Write<T>]) -> ById<u32> {
    (0..).zip(writes).map(|(place, write)| (write.by, place)).collect()
}

impl Many {
    pub(super) fn of<T>(writes: &[Write<T>]) -> Self {
        Self { places: places(writes), settled: OnceLock::new(), versions: OnceLock::new() }
    }

    pub(super) fn place_of(&self, by: EventId) -> Option<usize> {
        self.places.get(&by).map(|place| *place as usize)
    }

    /// The places of the writes alive, oldest first.
    pub(super) fn alive<T>(
        &self,
        writes: &[Write<T>],
    ) -> impl DoubleEndedIterator<Item = usize> + ExactSizeIterator {
        let settled = self.settled.get_or_init(|| Settled::of(&self.places, writes));
        settled.alive.values().map(|place| *place as usize)
    }

    /// How many versions there are, counted once.
    pub(super) fn versions(&self, count: impl FnOnce() -> u32) -> u32 {
        *self.versions.get_or_init(count)
    }

    /// A write has come, the last of these.
    pub(super) fn added<T>(&mut self, writes: &[Write<T>]) {
        let Some(place) = writes.len().checked_sub(1) else { return };
        let (Some(write), Ok(number)) = (writes.get(place), u32::try_from(place)) else { return };
        self.places.insert(write.by, number);
        self.versions.take();
        let Some(settled) = self.settled.get_mut() else { return };
        settled.named.push(0);
        let named_by = settled.awaited.remove(&write.by);
        // Named before it came and naming others: only then can it close a ring.
        let may_close = named_by.is_some() && write.replaces().any(|id| self.places.contains_key(&id));
        if may_close || settled.ring {
            self.settled.take();
            return;
        }
        let at_work = |at: &&u32| settled.is_at_work(writes, **at as usize);
        let named = named_by.iter().flatten().filter(at_work).count();
        if let Some(count) = settled.named.get_mut(place) {
            *count = u32::try_from(named).unwrap_or(u32::MAX);
        }
        for id in write.replaces().filter(|id| !self.places.contains_key(id)) {
            settled.awaited.entry(id).or_default().push(number);
        }
        settled.place(writes, place);
        if settled.is_at_work(writes, place) {
            settled.tell(&self.places, writes, place, true);
        }
    }

    /// The write at this place counts, or counts no longer.
    pub(super) fn turned<T>(&mut self, writes: &[Write<T>], place: usize) {
        self.versions.take();
        let Some(settled) = self.settled.get_mut() else { return };
        if settled.ring {
            self.settled.take();
            return;
        }
        settled.place(writes, place);
        if settled.named.get(place) == Some(&0) {
            let at_work = settled.is_at_work(writes, place);
            settled.tell(&self.places, writes, place, at_work);
        }
    }
}

impl Settled {
    /// Looks through all writes.
    fn of<T>(places: &ById<u32>, writes: &[Write<T>]) -> Self {
        let place_of = |id: EventId| places.get(&id).map(|place| *place as usize);
        let mut settled = Self {
            alive: BTreeMap::new(),
            named: vec![0; writes.len()],
            awaited: ById::default(),
            ring: false,
        };
        let mut open = vec![0_u32; writes.len()];
        for (number, write) in (0..).zip(writes) {
            for id in write.replaces() {
                match place_of(id) {
                    Some(older) => open.get_mut(older).into_iter().for_each(|count| *count += 1),
                    None => settled.awaited.entry(id).or_default().push(number),
                }
            }
        }
        // From those that nobody replaces to those that they replace, each once all that name it have been looked at.
        let mut next: Vec<usize> = (0..writes.len()).filter(|place| open.get(*place) == Some(&0)).collect();
        let mut passed = 0;
        while let Some(place) = next.pop() {
            passed += 1;
            let at_work = settled.is_at_work(writes, place);
            settled.place(writes, place);
            for older in writes.get(place).into_iter().flat_map(Write::replaces).filter_map(place_of) {
                if let (true, Some(count)) = (at_work, settled.named.get_mut(older)) {
                    *count += 1;
                }
                if let Some(count) = open.get_mut(older) {
                    *count -= 1;
                    if *count == 0 {
                        next.push(older);
                    }
                }
            }
        }
        if passed < writes.len() {
            settled.ring = true;
            let alive = alive_places(writes, |write| write.counts);
            settled.alive = alive.into_iter().filter_map(|place| settled.entry(writes, place)).collect();
        }
        settled
    }

    fn entry<T>(&self, writes: &[Write<T>], place: usize) -> Option<((Stamp, EventId), u32)> {
        Some((writes.get(place)?.order(), u32::try_from(place).ok()?))
    }

    fn is_named(&self, place: usize) -> bool {
        self.named.get(place).is_some_and(|count| *count > 0)
    }

    fn is_at_work<T>(&self, writes: &[Write<T>], place: usize) -> bool {
        self.is_named(place) || writes.get(place).is_some_and(|write| write.counts)
    }

    /// Puts a write among those alive, or takes it out.
    fn place<T>(&mut self, writes: &[Write<T>], place: usize) {
        let Some((order, number)) = self.entry(writes, place) else { return };
        if !self.is_named(place) && writes.get(place).is_some_and(|write| write.counts) {
            self.alive.insert(order, number);
        } else {
            self.alive.remove(&order);
        }
    }

    /// A write is at work now, or no longer: told on to those that it replaces.
    fn tell<T>(&mut self, places: &ById<u32>, writes: &[Write<T>], place: usize, at_work: bool) {
        let mut next = vec![place];
        while let Some(place) = next.pop() {
            let older: Vec<usize> = writes
                .get(place)
                .into_iter()
                .flat_map(Write::replaces)
                .filter_map(|id| places.get(&id).map(|place| *place as usize))
                .collect();
            for older in older {
                let was = self.is_at_work(writes, older);
                if let Some(count) = self.named.get_mut(older) {
                    *count = if at_work { count.saturating_add(1) } else { count.saturating_sub(1) };
                }
                self.place(writes, older);
                if was != self.is_at_work(writes, older) {
                    next.push(older);
                }
            }
        }
    }
}
