//! Ballots as they were handed in, in a form that holds a million of them: what two ballots have in common is stored once.

use std::hash::BuildHasher;

use foldhash::fast::FixedState;

use super::ballot::{SetAside, Why};
use super::method::{Mark, Method};
use super::profile::{Cast, Profile};
use super::table::Table;

/// Ballots as handed in. Options are numbers from 0; so are the groups of voters, whatever they stand for.
#[derive(Debug, Clone, Default)]
pub struct Book {
    ids: String,
    id_ends: Vec<usize>,
    /// For each ballot, the row of `kinds` that it is.
    kind_of: Vec<u32>,
    /// For each ballot, its group.
    group_of: Vec<u32>,
    /// Different ballots, their marks in the order of the options.
    kinds: Table<Mark>,
}

/// What comes of a [`Book`]: every ballot of it counts or is set aside.
#[derive(Debug, Clone)]
pub struct SortedBook {
    /// Those that count.
    pub profile: Profile,
    /// The others, in the order in which they came.
    pub set_aside: Vec<SetAside<u32>>,
}

/// What becomes of a ballot because of others with its id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Alone,
    Contradicts,
    Copy,
}

impl Book {
    /// Adds a ballot. The marks are put into the order of the options.
    pub fn add(&mut self, id: &str, group: u32, marks: &mut [Mark]) {
        self.ids.push_str(id);
        self.id_ends.push(self.ids.len());
        marks.sort_unstable();
        self.kind_of.push(self.kinds.intern(marks));
        self.group_of.push(group);
    }

    /// How many ballots.
    pub(crate) fn len(&self) -> usize {
        self.kind_of.len()
    }

    /// The id of the ballot at a place.
    pub(crate) fn id(&self, place: usize) -> &str {
        let begin = place.checked_sub(1).and_then(|before| self.id_ends.get(before)).copied().unwrap_or(0);
        let end = self.id_ends.get(place).copied().unwrap_or(begin);
        self.ids.get(begin..end).unwrap_or_default()
    }

    /// Gives every option the number that stands at its old one in `numbers`, which holds no number twice.
    pub(crate) fn renumber(&mut self, numbers: &[u32]) {
        if numbers.iter().zip(0..).all(|(new, old)| *new == old) {
            return;
        }
        let mut kinds = Table::default();
        let mut marks = Vec::new();
        for kind in 0..self.kinds.len() {
            marks.clear();
            marks.extend(self.kinds.row(kind as u32).iter().map(|mark| Mark {
                option: numbers.get(mark.option as usize).copied().unwrap_or(mark.option),
                value: mark.value,
            }));
            marks.sort_unstable();
            kinds.intern(&marks);
        }
        self.kinds = kinds;
    }

    /// Sorts the ballots of a vote by `method` among so many options: of one id, identical ballots of one group count once,
    /// different ones are all set aside, as are a valid one and one that is not; invalid ones are set aside with everything that is
    /// wrong with them. The order in which they came decides only which of identical ballots is the one that counts.
    pub fn sort_out(&self, options: usize, method: Method) -> SortedBook {
        let mut plain = Table::default();
        let mut marks: Vec<(u32, u32)> = Vec::new();
        let mut sound = Vec::with_capacity(self.kinds.len());
        let mut plain_of = Vec::with_capacity(self.kinds.len());
        for kind in 0..self.kinds.len() {
            let row = self.kinds.row(kind as u32);
            let is_sound = method.is_sound(row, options);
            sound.push(is_sound);
            if is_sound {
                let values = row.iter().filter_map(|mark| Some((mark.option, mark.value?)));
                marks.clear();
                marks.extend(values.filter(|(_, value)| !method.is_blank(*value)));
                plain_of.push(plain.intern(&marks));
            } else {
                plain_of.push(u32::MAX);
            }
        }
        let fates = self.fates(&plain_of, method);
        let mut set_aside = Vec::new();
        let mut casts = Vec::with_capacity(self.len());
        for (place, (&kind, &group)) in self.kind_of.iter().zip(&self.group_of).enumerate() {
            let fate = fates.get(place).copied().unwrap_or(Fate::Alone);
            let is_sound = sound.get(kind as usize).copied().unwrap_or(false);
            let why = match fate {
                Fate::Contradicts => Why::Contradicts,
                _ if !is_sound => Why::Faults(method.faults(self.kinds.row(kind), options)),
                Fate::Copy => Why::Copy,
                Fate::Alone => {
                    let kind = plain_of.get(kind as usize).copied().unwrap_or(0);
                    casts.push(Cast { kind, group });
                    continue;
                }
            };
            set_aside.push(SetAside { place, id: self.id(place).to_owned(), why });
        }
        SortedBook { profile: Profile::of(options, method, &plain, casts), set_aside }
    }

    /// What becomes of each ballot because of others with its id. Empty where every id stands once.
    fn fates(&self, plain_of: &[u32], method: Method) -> Vec<Fate> {
        // Ids are compared only where their hashes are equal: sorting numbers is quicker than a map of texts.
        let hash = FixedState::default();
        let mut order: Vec<(u64, u32)> =
            (0..self.len()).map(|place| (hash.hash_one(self.id(place)), place as u32)).collect();
        order.sort_unstable();
        let mut fates = Vec::new();
        for run in order.chunk_by(|a, b| a.0 == b.0).filter(|run| run.len() > 1) {
            let mut places: Vec<usize> = run.iter().map(|(_, place)| *place as usize).collect();
            places.sort_by_key(|&place| (self.id(place), place));
            for same in places.chunk_by(|&a, &b| self.id(a) == self.id(b)).filter(|same| same.len() > 1) {
                fates.resize(self.len(), Fate::Alone);
                let differ = same.windows(2).any(|two| match two {
                    [a, b] => !self.says_the_same(*a, *b, plain_of, method),
                    _ => false,
                });
                for (number, &place) in same.iter().enumerate().skip(usize::from(!differ)) {
                    if let Some(fate) = fates.get_mut(place) {
                        *fate = if differ { Fate::Contradicts } else { Fate::Copy };
                    }
                    debug_assert!(differ || number > 0);
                }
            }
        }
        fates
    }

    /// Whether two ballots are the same but for marks that say nothing: both sound or both not, of the same group and with the same
    /// other marks. So any two ballots of an id that are each like a third are like each other, in whatever order they came.
    fn says_the_same(&self, a: usize, b: usize, plain_of: &[u32], method: Method) -> bool {
        let of = |place: usize| (self.kind_of.get(place), self.group_of.get(place));
        let ((Some(&kind_a), group_a), (Some(&kind_b), group_b)) = (of(a), of(b)) else { return false };
        let plain = |kind: u32| plain_of.get(kind as usize).copied().filter(|plain| *plain != u32::MAX);
        let said = |kind| {
            let marks = self.kinds.row(kind).iter();
            marks.filter(|mark| !mark.value.is_some_and(|v| method.is_blank(v)))
        };
        let same_votes = match (plain(kind_a), plain(kind_b)) {
            (Some(a), Some(b)) => a == b,
            (None, None) => said(kind_a).eq(said(kind_b)),
            _ => false,
        };
        same_votes && group_a == group_b
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::*;
    use crate::tally::ballot::Budget;

    /// An id, a group, and marks on three options, of which two can be voted for.
    type Handed = (u8, u32, Vec<(u32, Option<u32>)>);

    const TWO: Method = Method::Dots(Budget { dots: 2, cap: 2 });

    fn sorted(handed: &[Handed]) -> SortedBook {
        let mut book = Book::default();
        for (id, group, marks) in handed {
            let mut marks: Vec<Mark> = marks.iter().map(|&(option, value)| Mark { option, value }).collect();
            book.add(&id.to_string(), *group, &mut marks);
        }
        book.sort_out(2, TWO)
    }

    /// What became of each ballot: none where it counts.
    fn fates(handed: &[Handed]) -> Vec<Option<Why<u32>>> {
        let mut fates = vec![None; handed.len()];
        for aside in sorted(handed).set_aside {
            fates[aside.place] = Some(aside.why);
        }
        fates
    }

    #[test]
    fn nothing_is_a_copy_of_a_ballot_that_does_not_count() {
        let one = |marks: &[(u32, u32)]| {
            (7, 0, marks.iter().map(|&(option, value)| (option, Some(value))).collect::<Vec<_>>())
        };
        for odd in [one(&[(0, 1), (2, 0)]), one(&[(0, 0), (0, 1)])] {
            for place in 0..3 {
                let mut handed = vec![one(&[(0, 1)]), one(&[(0, 1)])];
                handed.insert(place, odd.clone());
                assert_eq!(fates(&handed), vec![Some(Why::Contradicts); 3]);
            }
        }
    }

    proptest! {
        #[test]
        fn the_order_of_ballots_changes_nobodys_fate(
            (handed, mixed) in prop::collection::vec(
                (0_u8..3, 0_u32..2, prop::collection::vec((0_u32..3, prop::option::weighted(0.9, 0_u32..3)), 0..3)), 0..7,
            ).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        ) {
            // Of an id: how many count, how many are copies, and with which reasons the others are set aside.
            let by_id = |handed: &[Handed]| {
                let mut by_id: BTreeMap<u8, Vec<String>> = BTreeMap::new();
                for ((id, _, _), fate) in handed.iter().zip(fates(handed)) {
                    by_id.entry(*id).or_default().push(format!("{fate:?}"));
                }
                by_id.values_mut().for_each(|fates| fates.sort_unstable());
                by_id
            };
            prop_assert_eq!(by_id(&handed), by_id(&mixed));
            let counted = |handed: &[Handed]| {
                let profile = sorted(handed).profile;
                let all = profile.casts().iter().map(|cast| (cast.group, profile.marks(cast.kind as usize).to_vec()));
                let mut all: Vec<_> = all.collect();
                all.sort_unstable();
                all
            };
            prop_assert_eq!(counted(&handed), counted(&mixed));
            // Each counts, is a copy of one that counts, or is set aside for a reason of its own; and no id counts twice.
            let fates = fates(&handed);
            prop_assert_eq!(fates.iter().filter(|fate| fate.is_none()).count(), counted(&handed).len());
            for id in 0..3 {
                let of_id = || handed.iter().zip(&fates).filter(move |((of, _, _), _)| *of == id).map(|(_, fate)| fate);
                let counts = of_id().filter(|fate| fate.is_none()).count();
                prop_assert!(counts <= 1);
                prop_assert!(counts == 1 || of_id().all(|fate| *fate != Some(Why::Copy)));
                prop_assert!(of_id().all(|fate| !matches!(fate, Some(Why::Faults(faults)) if faults.is_empty())));
            }
        }
    }
}
