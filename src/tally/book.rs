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
    pub fn len(&self) -> usize {
        self.kind_of.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.kind_of.is_empty()
    }

    /// The id of the ballot at a place.
    pub fn id(&self, place: usize) -> &str {
        let begin = place.checked_sub(1).and_then(|before| self.id_ends.get(before)).copied().unwrap_or(0);
        let end = self.id_ends.get(place).copied().unwrap_or(begin);
        self.ids.get(begin..end).unwrap_or_default()
    }

    /// Gives every option the number that stands at its old one in `numbers`, which holds no number twice.
    pub fn renumber(&mut self, numbers: &[u32]) {
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
    /// different ones are all set aside; invalid ones are set aside with everything that is wrong with them.
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

    /// Whether two ballots are the same but for marks that say nothing.
    fn says_the_same(&self, a: usize, b: usize, plain_of: &[u32], method: Method) -> bool {
        let of = |place: usize| (self.kind_of.get(place), self.group_of.get(place));
        let ((Some(&kind_a), group_a), (Some(&kind_b), group_b)) = (of(a), of(b)) else { return false };
        let plain = |kind: u32| plain_of.get(kind as usize).copied().unwrap_or(u32::MAX);
        let same_votes = kind_a == kind_b
            || (plain(kind_a) != u32::MAX && plain(kind_a) == plain(kind_b))
            || (plain(kind_a) == u32::MAX && {
                let said = |kind| {
                    let marks = self.kinds.row(kind).iter();
                    marks.filter(|mark| !mark.value.is_some_and(|v| method.is_blank(v)))
                };
                said(kind_a).eq(said(kind_b))
            });
        same_votes && group_a == group_b
    }
}
