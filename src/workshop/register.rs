//! A field that can be set again: a multi-value register.
//!
//! Each write names the writes it replaces (`over`), so what came after what does not hang on clocks. Two writes that did
//! not know of each other are both kept and both shown ("2 versions"). After Shapiro, Preguiça, Baquero and Zawirski, *A
//! comprehensive study of Convergent and Commutative Replicated Data Types* (INRIA RR-7506, 2011), MV-Register, with one
//! difference: a write can be taken back (undo) and put in force again (redo).
//!
//! A write is alive if it counts and no counting write replaces it, directly or through others that need not count.

mod many;

use std::sync::Arc;

use self::many::Many;
use super::id::EventId;
use super::stamp::Stamp;

/// Up to so many writes are looked through; more get an index.
const FEW: usize = 8;
/// Among more live writes than this, each is taken for a version of its own instead of being compared with all others.
const MOST_COMPARED: usize = 1_000;

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

impl<T> Write<T> {
    /// Its place in the order of writes.
    fn order(&self) -> (Stamp, EventId) {
        (self.stamp, self.by)
    }

    /// The other writes that it names as replaced.
    fn replaces(&self) -> impl Iterator<Item = EventId> + '_ {
        self.over.iter().copied().filter(|over| *over != self.by)
    }
}

/// All that was ever written to a field. Its state is a function of the *set* of writes.
///
/// Most fields of most things are never written, and those that are, once: they take no more room than that needs.
#[derive(Debug, Clone)]
pub struct Register<T>(Writes<T>);

#[derive(Debug, Clone)]
enum Writes<T> {
    None,
    One(Box<Write<T>>),
    Few(Box<Few<T>>),
    Many(Box<Indexed<T>>),
}

/// Writes that are looked through whenever one of them changes.
#[derive(Debug, Clone)]
struct Few<T> {
    writes: Vec<Write<T>>,
    /// Which of them is shown, so that reading costs nothing.
    shown: Option<usize>,
    /// How many different values are alive.
    versions: u32,
}

#[derive(Debug, Clone)]
struct Indexed<T> {
    writes: Vec<Write<T>>,
    index: Many,
}

/// What an event can set: one value, or a text in several languages.
pub(super) trait Field {
    /// What is set.
    type Value;

    /// Writes it.
    fn put(&mut self, ctx: WriteContext<'_>, value: &Self::Value, who: &Arc<str>);

    /// The events that writing this value replaces.
    fn replaced_by(&self, value: &Self::Value, into: &mut Vec<EventId>);
}

impl<T: Clone + PartialEq> Field for Register<T> {
    type Value = T;

    fn put(&mut self, ctx: WriteContext<'_>, value: &T, _who: &Arc<str>) {
        self.write(ctx, value.clone());
    }

    fn replaced_by(&self, _value: &T, into: &mut Vec<EventId>) {
        self.over(into);
    }
}

impl<T> Default for Register<T> {
    fn default() -> Self {
        Self(Writes::None)
    }
}

/// What every write needs to know of its event.
#[derive(Debug, Clone, Copy)]
pub(crate) struct WriteContext<'a> {
    pub by: EventId,
    pub stamp: Stamp,
    /// The events whose writes it replaces, in whichever register.
    pub over: &'a Arc<[EventId]>,
    /// Whether the event counts: false once it is undone.
    pub counts: bool,
}

impl<T: PartialEq> Register<T> {
    /// Puts a write in, or, if its event has written here already, only says whether it counts.
    pub(crate) fn write(&mut self, ctx: WriteContext<'_>, value: T) {
        if self.recount(ctx) {
            return;
        }
        let WriteContext { by, stamp, over, counts } = ctx;
        let write = Write { by, stamp, value, over: over.clone(), counts };
        self.0 = match std::mem::replace(&mut self.0, Writes::None) {
            Writes::None => Writes::One(Box::new(write)),
            Writes::One(first) => Writes::Few(Box::new(Few::of(vec![*first, write]))),
            Writes::Few(mut few) if few.writes.len() < FEW => {
                few.writes.push(write);
                few.settle();
                Writes::Few(few)
            }
            Writes::Few(few) => {
                let mut writes = few.writes;
                writes.push(write);
                Writes::Many(Box::new(Indexed { index: Many::of(&writes), writes }))
            }
            Writes::Many(mut many) => {
                many.writes.push(write);
                many.index.added(&many.writes);
                Writes::Many(many)
            }
        };
    }

    /// Says whether the write of an event counts, if it has written here.
    fn recount(&mut self, ctx: WriteContext<'_>) -> bool {
        let place = match &self.0 {
            Writes::Many(many) => many.index.place_of(ctx.by),
            _ => self.writes().iter().position(|write| write.by == ctx.by),
        };
        let Some(place) = place else { return false };
        let writes = match &mut self.0 {
            Writes::None => &mut [][..],
            Writes::One(only) => std::slice::from_mut(only.as_mut()),
            Writes::Few(few) => &mut few.writes,
            Writes::Many(many) => &mut many.writes,
        };
        let Some(write) = writes.get_mut(place).filter(|write| write.counts != ctx.counts) else {
            return true;
        };
        write.counts = ctx.counts;
        match &mut self.0 {
            Writes::None | Writes::One(_) => {}
            Writes::Few(few) => few.settle(),
            Writes::Many(many) => many.index.turned(&many.writes, place),
        }
        true
    }
}

impl<T: PartialEq> Few<T> {
    fn of(writes: Vec<Write<T>>) -> Self {
        let mut few = Self { writes, shown: None, versions: 0 };
        few.settle();
        few
    }

    /// Finds out again what is alive.
    fn settle(&mut self) {
        let alive = alive_places(&self.writes, |write| write.counts);
        self.shown = alive.last().copied();
        self.versions = different(&self.writes, alive.iter().copied());
    }
}

/// The places of the writes that are alive if these count, in order of stamps.
fn alive_places<T>(writes: &[Write<T>], counts: impl Fn(&Write<T>) -> bool) -> Vec<usize> {
    if let [only] = writes {
        return if counts(only) { vec![0] } else { Vec::new() };
    }
    let index = (writes.len() > FEW).then(|| many::places(writes));
    let place_of = |id: EventId| match &index {
        Some(index) => index.get(&id).map(|place| *place as usize),
        None => writes.iter().position(|write| write.by == id),
    };
    let mut replaced = vec![false; writes.len()];
    for write in writes.iter().filter(|write| counts(write)) {
        let mut next: Vec<usize> = write.replaces().filter_map(place_of).collect();
        while let Some(place) = next.pop() {
            if let (Some(flag), Some(older)) = (replaced.get_mut(place), writes.get(place))
                && !*flag
            {
                *flag = true;
                next.extend(older.replaces().filter_map(place_of));
            }
        }
    }
    let alive = writes.iter().zip(&replaced).enumerate();
    let alive = alive.filter(|(_, (write, replaced))| counts(write) && !**replaced);
    let mut alive: Vec<usize> = alive.map(|(place, _)| place).collect();
    alive.sort_unstable_by_key(|place| writes.get(*place).map(Write::order));
    alive
}

/// How many different values stand at these places.
fn different<T: PartialEq>(writes: &[Write<T>], places: impl ExactSizeIterator<Item = usize>) -> u32 {
    let many = places.len();
    if many > MOST_COMPARED {
        return u32::try_from(many).unwrap_or(u32::MAX);
    }
    let mut values: Vec<&T> = Vec::new();
    for write in places.filter_map(|place| writes.get(place)) {
        if !values.contains(&&write.value) {
            values.push(&write.value);
        }
    }
    u32::try_from(values.len()).unwrap_or(u32::MAX)
}

impl<T> Register<T> {
    fn writes(&self) -> &[Write<T>] {
        match &self.0 {
            Writes::None => &[],
            Writes::One(only) => std::slice::from_ref(only.as_ref()),
            Writes::Few(few) => &few.writes,
            Writes::Many(many) => &many.writes,
        }
    }

    /// The value shown: the only one alive or, of several, the one with the latest stamp.
    pub fn get(&self) -> Option<&T> {
        self.shown().map(|write| &write.value)
    }

    /// The write whose value is shown.
    pub fn shown(&self) -> Option<&Write<T>> {
        match &self.0 {
            Writes::None => None,
            Writes::One(only) => only.counts.then_some(only.as_ref()),
            Writes::Few(few) => few.shown.and_then(|place| few.writes.get(place)),
            Writes::Many(many) => {
                many.index.alive(&many.writes).next_back().and_then(|place| many.writes.get(place))
            }
        }
    }

    /// The writes alive, oldest first.
    pub fn alive(&self) -> Vec<&Write<T>> {
        let places: Vec<usize> = match &self.0 {
            Writes::Many(many) => many.index.alive(&many.writes).collect(),
            _ => alive_places(self.writes(), |write| write.counts),
        };
        places.into_iter().filter_map(|place| self.writes().get(place)).collect()
    }

    /// The writes that would be alive if these and no others counted, oldest first: what stood when they were all that was
    /// known.
    pub(super) fn alive_among(&self, known: impl Fn(EventId) -> bool) -> Vec<&Write<T>> {
        let places = alive_places(self.writes(), |write| known(write.by));
        places.into_iter().filter_map(|place| self.writes().get(place)).collect()
    }

    /// All values ever written, also those that were replaced or taken back.
    pub(super) fn ever(&self) -> impl Iterator<Item = &T> {
        self.writes().iter().map(|write| &write.value)
    }

    /// All writes that count, also those that others replaced.
    pub(super) fn counting(&self) -> impl Iterator<Item = &Write<T>> {
        self.writes().iter().filter(|write| write.counts)
    }

    /// The events that a new write replaces.
    pub(crate) fn over(&self, into: &mut Vec<EventId>) {
        match &self.0 {
            Writes::None | Writes::One(_) => into.extend(self.shown().map(|write| write.by)),
            _ => into.extend(self.alive().iter().map(|write| write.by)),
        }
    }
}

impl<T: PartialEq> Register<T> {
    /// How many different values are alive: 0 never set, 1 settled, more a conflict to be settled by a person. Of more than a
    /// thousand each counts.
    pub fn versions(&self) -> u32 {
        match &self.0 {
            Writes::None => 0,
            Writes::One(only) => u32::from(only.counts),
            Writes::Few(few) => few.versions,
            Writes::Many(many) => {
                many.index.versions(|| different(&many.writes, many.index.alive(&many.writes)))
            }
        }
    }

    /// Whether two people wrote different things without knowing of each other.
    pub(crate) fn is_conflicted(&self) -> bool {
        self.versions() > 1
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

    fn ctx(n: u64, over: &Arc<[EventId]>, counts: bool) -> WriteContext<'_> {
        WriteContext { by: id(n), stamp: Stamp::at(n as i64), over, counts }
    }

    #[test]
    fn a_later_write_replaces_what_it_names() {
        let mut register = Register::default();
        register.write(ctx(1, &[].into(), true), "a");
        register.write(ctx(2, &[id(1)].into(), true), "b");
        assert_eq!((register.get(), register.versions()), (Some(&"b"), 1));
    }

    #[test]
    fn two_writes_that_did_not_know_of_each_other_are_both_kept() {
        let mut register = Register::default();
        register.write(ctx(1, &[].into(), true), "a");
        register.write(ctx(2, &[id(1)].into(), true), "b");
        register.write(ctx(3, &[id(1)].into(), true), "c");
        assert_eq!((register.get(), register.versions()), (Some(&"c"), 2));
        register.write(ctx(4, &[id(2), id(3)].into(), true), "d");
        assert_eq!((register.get(), register.versions()), (Some(&"d"), 1));
    }

    #[test]
    fn taking_a_write_back_brings_the_former_value_again() {
        let mut register = Register::default();
        register.write(ctx(1, &[].into(), true), "a");
        register.write(ctx(2, &[id(1)].into(), true), "b");
        register.write(ctx(2, &[id(1)].into(), false), "b");
        assert_eq!(register.get(), Some(&"a"));
        register.write(ctx(3, &[id(2)].into(), true), "c");
        assert_eq!((register.get(), register.versions()), (Some(&"c"), 1), "through an undone write as well");
    }

    proptest! {
        #[test]
        fn the_order_of_arrival_does_not_matter(
            writes in prop::collection::vec((any::<bool>(), prop::collection::vec(0u64..20, 0..3)), 1..20),
            shuffle in any::<prop::sample::Index>(),
        ) {
            let mut there = Register::default();
            let mut back = Register::default();
            let overs: Vec<Arc<[EventId]>> =
                writes.iter().map(|(_, over)| over.iter().copied().map(id).collect()).collect();
            for (n, (counts, _)) in writes.iter().enumerate() {
                there.write(ctx(n as u64, &overs[n], *counts), n);
            }
            let turn = shuffle.index(writes.len());
            for place in (0..writes.len()).rev() {
                let n = (place + turn) % writes.len();
                back.write(ctx(n as u64, &overs[n], true), n);
                back.write(ctx(n as u64, &overs[n], writes[n].0), n);
            }
            prop_assert_eq!(there.get(), back.get());
            prop_assert_eq!(there.versions(), back.versions());
        }

        #[test]
        fn the_index_of_many_writes_says_what_looking_through_all_says(
            turns in prop::collection::vec((0u64..40, any::<bool>(), prop::collection::vec(0u64..40, 0..3), any::<bool>()), 1..120),
            forged in any::<bool>(),
        ) {
            let mut register = Register::default();
            let mut overs: std::collections::HashMap<u64, Arc<[EventId]>> = std::collections::HashMap::new();
            for (n, counts, over, read) in turns {
                // What is not forged names only what came before it, in whatever order it arrives.
                let over = over.into_iter().filter(|other| forged || *other < n).map(id).collect();
                let over = overs.entry(n).or_insert(over).clone();
                register.write(ctx(n, &over, counts), n / 3);
                if read {
                    let places = alive_places(register.writes(), |write| write.counts);
                    let versions = different(register.writes(), places.iter().copied());
                    let alive: Vec<EventId> = places.iter().map(|place| register.writes()[*place].by).collect();
                    prop_assert_eq!(register.alive().iter().map(|write| write.by).collect::<Vec<_>>(), alive.clone());
                    prop_assert_eq!(register.shown().map(|write| write.by), alive.last().copied());
                    prop_assert_eq!(register.versions(), versions);
                }
            }
        }
    }
}
