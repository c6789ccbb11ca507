//! Which undos name each other in a ring, and in which order all others are looked at.
//!
//! The strongly connected components of the graph of undos, after Tarjan, *Depth-first search and linear graph algorithms*
//! (SIAM Journal on Computing 1, 1972), without recursion: a forged chain is as long as its file.

use crate::workshop::id::{ById, EventId};

/// Events of which each leads to each other, or one alone.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Ring {
    pub(super) members: Vec<EventId>,
    /// Whether they name themselves: several do, one may.
    pub(super) closed: bool,
}

/// How an event was met.
struct Mark {
    index: usize,
    /// The first of those still open that it leads to.
    low: usize,
    open: bool,
}

/// An event on the way from a root, and which of those it names is next.
struct Step {
    at: EventId,
    next: usize,
}

/// All that is reached from `roots` along what events name, each ring after those that it leads to. `names` says what an event
/// names, none for one that is not known.
pub(super) fn undone_first<'a>(
    roots: &[EventId],
    names: impl Fn(EventId) -> Option<&'a [EventId]>,
) -> Vec<Ring> {
    let mut search = Search { marks: ById::default(), open: Vec::new(), path: Vec::new(), rings: Vec::new() };
    for root in roots {
        if !search.marks.contains_key(root) {
            search.enter(*root);
            search.follow(&names);
        }
    }
    search.rings
}

struct Search {
    marks: ById<Mark>,
    /// Events whose ring is not known yet, in the order in which they were met.
    open: Vec<EventId>,
    path: Vec<Step>,
    rings: Vec<Ring>,
}

impl Search {
    fn enter(&mut self, at: EventId) {
        let index = self.marks.len();
        self.marks.insert(at, Mark { index, low: index, open: true });
        self.open.push(at);
        self.path.push(Step { at, next: 0 });
    }

    fn follow<'a>(&mut self, names: &impl Fn(EventId) -> Option<&'a [EventId]>) {
        while let Some(step) = self.path.last_mut() {
            let at = step.at;
            let named = names(at).unwrap_or_default();
            let Some(target) = named.get(step.next).copied() else {
                self.leave(at, named.contains(&at));
                continue;
            };
            step.next += 1;
            match self.marks.get(&target) {
                Some(mark) if mark.open => {
                    let index = mark.index;
                    self.lower(at, index);
                }
                Some(_) => {}
                None if names(target).is_some() => self.enter(target),
                None => {}
            }
        }
    }

    fn lower(&mut self, at: EventId, to: usize) {
        if let Some(mark) = self.marks.get_mut(&at) {
            mark.low = mark.low.min(to);
        }
    }

    /// All that an event names has been followed: the ring that it was the first of is complete.
    fn leave(&mut self, at: EventId, names_itself: bool) {
        self.path.pop();
        let Some(mark) = self.marks.get(&at) else { return };
        let (index, low) = (mark.index, mark.low);
        if let Some(before) = self.path.last() {
            let before = before.at;
            self.lower(before, low);
        }
        if low != index {
            return;
        }
        let begin = self.open.iter().rposition(|open| *open == at).unwrap_or(0);
        let members = self.open.split_off(begin);
        for member in &members {
            if let Some(mark) = self.marks.get_mut(member) {
                mark.open = false;
            }
        }
        let closed = members.len() > 1 || names_itself;
        self.rings.push(Ring { members, closed });
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::id::RunId;
    use super::*;

    fn id(n: u64) -> EventId {
        EventId::new(RunId(1), n)
    }

    fn found(roots: &[u64], names: &[&[u64]]) -> Vec<(Vec<u64>, bool)> {
        let names: Vec<Vec<EventId>> =
            names.iter().map(|all| all.iter().copied().map(id).collect()).collect();
        let roots: Vec<EventId> = roots.iter().copied().map(id).collect();
        let rings = undone_first(&roots, |at| names.get(usize::try_from(at.n).ok()?).map(Vec::as_slice));
        let plain = |ring: Ring| (ring.members.iter().map(|member| member.n).collect(), ring.closed);
        rings.into_iter().map(plain).collect()
    }

    #[test]
    fn what_is_undone_comes_before_its_undoers() {
        let chain = found(&[2], &[&[], &[0], &[1, 0]]);
        assert_eq!(chain, [(vec![0], false), (vec![1], false), (vec![2], false)]);
    }

    #[test]
    fn a_ring_is_one_whatever_leads_to_it_or_from_it() {
        let rings = found(&[0, 4], &[&[1], &[2], &[3, 1], &[9], &[4]]);
        assert_eq!(rings, [(vec![3], false), (vec![1, 2], true), (vec![0], false), (vec![4], true)]);
    }

    #[test]
    fn a_chain_as_long_as_a_forged_file_is_followed() {
        let names: Vec<Vec<EventId>> = (0..200_000_u64).map(|n| vec![id(n + 1)]).collect();
        let rings = undone_first(&[id(0)], |at| names.get(usize::try_from(at.n).ok()?).map(Vec::as_slice));
        assert_eq!(rings.len(), 200_000);
    }
}
