//! A whole problem made ready for planning: its rounds checked, its attributes numbered, its wishes about pairs gathered.

use super::cells::{alter, at, put};
use super::constraints::Frame;
use super::language::LanguageSet;
use super::meetings::{Meetings, PLENARY};
use super::model::{Groups, Order, Problem};
use super::unmet::Unmet;

/// Somebody of whom a column says nothing.
pub(super) const NO_VALUE: u32 = u32::MAX;

/// Up to this many people everything about every two of them stands in tables; above it is computed when asked for.
pub(super) const DENSE: usize = 1_500;

/// Above [`DENSE`], up to this many cells of rooms and values are kept.
const TABLE: usize = 4_000_000;

/// How much a unit of each level counts in the search, which weighs them against one another on its way to plans that are
/// compared level by level.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weights {
    pub(super) hard: i32,
    pub(super) disturbance: i32,
    pub(super) topics: i32,
    pub(super) mixing: i32,
    pub(super) balance: i32,
    pub(super) uneven: i32,
    /// Pairs that meet more often than this weigh more than their share: Σ m(m−1)/2 alone would not mind who they are.
    pub(super) often: u32,
}

impl Weights {
    /// How much a unit counts where nothing else is said.
    pub(super) fn of(order: Order) -> Self {
        let (mixing, balance) = match order {
            Order::Mixing => (20, 1),
            Order::Balance => (1, 20),
        };
        Self { hard: 3_000, disturbance: 800, topics: 200, mixing, balance, uneven: 1, often: 2 }
    }

    /// What it weighs that two people who have met so often meet once more.
    #[inline]
    pub(super) fn meeting(&self, times: u32) -> i32 {
        self.mixing * (times + u32::from(times >= self.often)) as i32
    }
}

/// One round made ready.
#[derive(Debug)]
pub(super) struct RoundSetup {
    /// Presence, fixed seats, sizes.
    pub(super) frame: Frame,
    /// The number of its first room when the rooms of all rounds are counted through.
    pub(super) first: usize,
    /// How many rooms.
    pub(super) rooms: usize,
    /// Who may be moved: there, and not held.
    pub(super) free: Vec<u32>,
    /// For each value, the fewest and the most in a room of an even share.
    pub(super) shares: Vec<(u32, u32)>,
    /// How many rooms can be interpreted.
    pub(super) interpreters: usize,
    /// Whether a plan of this round can break the rule of a common language at all.
    pub(super) divided: bool,
    /// Whether its rooms are so large that sitting in one together is no meeting.
    pub(super) plenary: bool,
    /// Whether sizes may differ from the even ones or between rooms.
    pub(super) elastic: bool,
}

/// A problem made ready.
#[derive(Debug)]
pub(super) struct Setup<'a> {
    pub(super) problem: &'a Problem,
    pub(super) people: usize,
    pub(super) rounds: Vec<RoundSetup>,
    /// Rooms of all rounds.
    pub(super) rooms: usize,
    /// How many columns.
    pub(super) columns: usize,
    /// How many values in all columns.
    pub(super) values: usize,
    /// For each person and column, the value counted through; [`NO_VALUE`].
    pub(super) value_of: Vec<u32>,
    /// Who met whom before.
    pub(super) history: Meetings,
    /// For each person, the groups of [`Problem::apart`] and, from `apart_groups` up, of [`Problem::together`].
    pub(super) ties_of: Vec<Vec<u32>>,
    /// How many groups are kept apart.
    pub(super) apart_groups: u32,
    /// Whether everything about pairs stands in tables.
    pub(super) dense: bool,
    /// Whether it is kept how many of each value are in each room.
    pub(super) tabled: bool,
    /// Whether there are rounds whose rooms are so large that nobody meets there.
    pub(super) plenaries: bool,
    /// How many languages there are.
    pub(super) languages: usize,
    /// Whether room languages must be computed person by person: there are interpreters among the people, or nobody
    /// may be alone.
    pub(super) spelled: bool,
    pub(super) weights: Weights,
    bonded: bool,
    /// [`Setup::tie`] of every two people, where there are few; empty where nothing is asked of any two.
    ties: Vec<i8>,
}

impl<'a> Setup<'a> {
    /// Makes a problem ready.
    pub(super) fn of(problem: &'a Problem) -> Self {
        Self::weighed(problem, Weights::of(problem.rules.order).hard)
    }

    /// The same, with a weight of its own for a broken rule.
    pub(super) fn weighed(problem: &'a Problem, hard: i32) -> Self {
        let people = problem.people.len();
        let spoken = problem.people.iter().fold(LanguageSet::default(), |all, p| all.or(p.languages));
        let (value_of, values) = number_values(problem);
        let columns = problem.columns.len();
        let mut setup = Self {
            problem,
            people,
            rounds: Vec::new(),
            rooms: 0,
            columns,
            values,
            value_of,
            history: Meetings::of(people, &problem.history),
            ties_of: vec![Vec::new(); people],
            apart_groups: u32::try_from(problem.apart.len()).unwrap_or(u32::MAX),
            dense: people <= DENSE,
            tabled: false,
            plenaries: false,
            languages: 64 - spoken.0.leading_zeros() as usize,
            spelled: problem.rules.alone || problem.people.iter().any(|person| person.interpreter),
            weights: Weights { hard, ..Weights::of(problem.rules.order) },
            bonded: !(problem.apart.is_empty() && problem.together.is_empty() && problem.history.is_empty()),
            ties: Vec::new(),
        };
        for (number, group) in problem.apart.iter().chain(&problem.together).enumerate() {
            for &p in group {
                if let Some(ties) = setup.ties_of.get_mut(p)
                    && ties.last() != Some(&(number as u32))
                {
                    ties.push(number as u32);
                }
            }
        }
        if setup.dense && !(problem.apart.is_empty() && problem.together.is_empty()) {
            let pairs = (0..people).flat_map(|p| (0..people).map(move |q| (p, q)));
            setup.ties = pairs.map(|(p, q)| setup.tie_of(p, q).clamp(-100, 100) as i8).collect();
        }
        for round in 0..problem.rounds.len() {
            let ready = setup.round(round);
            setup.rooms += ready.rooms;
            setup.rounds.push(ready);
        }
        setup.plenaries = setup.rounds.iter().any(|round| round.plenary);
        setup.tabled = setup.dense || setup.rooms.saturating_mul(setup.values) <= TABLE;
        setup.weights.often = super::bounds::largest(&setup).max(2) as u32;
        setup
    }

    fn round(&self, number: usize) -> RoundSetup {
        let frame = Frame::of(self.problem, number);
        let rooms = frame.rooms();
        let interpreters = self.problem.rounds.get(number).map_or(0, |round| round.interpreters);
        let free = (0..self.people).filter(|&p| frame.is_present(p) && frame.fixed(p).is_none());
        let mut counts = vec![0_u32; self.values];
        for p in (0..self.people).filter(|&p| frame.is_present(p)) {
            for value in self.values_of(p).iter().filter(|value| **value != NO_VALUE) {
                alter(&mut counts, *value as usize, |count| count + 1);
            }
        }
        let g = u32::try_from(rooms).unwrap_or(u32::MAX).max(1);
        let known = self.problem.people.iter().zip(&frame.present).filter(|(_, there)| **there);
        let common = known
            .map(|(person, _)| person.languages)
            .filter(|set| !set.is_empty())
            .fold(LanguageSet(u64::MAX), LanguageSet::and);
        let rules = self.problem.rules;
        let plenary = frame.even.iter().any(|even| even.max > PLENARY);
        RoundSetup {
            first: self.rooms,
            rooms,
            free: free.map(|p| p as u32).collect(),
            shares: counts.iter().map(|n| (n / g, n.div_ceil(g))).collect(),
            interpreters,
            // Person by person, halls are too large.
            divided: common.is_empty()
                && ((rules.language && interpreters < rooms) || rules.alone)
                && !(plenary && self.spelled),
            plenary,
            elastic: frame.stated.iter().any(|b| b.min < b.max) || frame.unmet.iter().any(misfit),
            frame,
        }
    }

    /// The plan of these seats (by person and round), people ascending.
    pub(super) fn plan(&self, seats: &[u32]) -> Vec<Groups> {
        let mut plan: Vec<Groups> = self.rounds.iter().map(|round| vec![Vec::new(); round.rooms]).collect();
        for (p, seats) in seats.chunks(self.rounds.len().max(1)).enumerate() {
            for (rooms, seat) in plan.iter_mut().zip(seats) {
                if let Some(group) = rooms.get_mut(*seat as usize) {
                    group.push(p);
                }
            }
        }
        plan
    }

    /// The values of a person, one a column.
    #[inline]
    pub(super) fn values_of(&self, p: usize) -> &[u32] {
        self.value_of.get(p * self.columns..(p + 1) * self.columns).unwrap_or(&[])
    }

    /// In units of [`Weights::hard`], what it costs that these two sit in one room: 1 for each wish to keep them apart,
    /// −1 for each wish to keep them together.
    #[inline]
    pub(super) fn tie(&self, p: usize, q: usize) -> i32 {
        if self.dense {
            return i32::from(at(&self.ties, p * self.people + q));
        }
        self.tie_of(p, q)
    }

    fn tie_of(&self, p: usize, q: usize) -> i32 {
        let (Some(ours), Some(theirs)) = (self.ties_of.get(p), self.ties_of.get(q)) else { return 0 };
        if ours.is_empty() || theirs.is_empty() || p == q {
            return 0;
        }
        let shared = ours.iter().filter(|tie| theirs.contains(tie));
        shared.map(|tie| if *tie < self.apart_groups { 1 } else { -1 }).sum()
    }

    /// Whether it is asked of any two people that they share a room or do not, or whether any two met before.
    pub(super) fn has_bonds(&self) -> bool {
        self.bonded
    }

    /// What it weighs that these two share a room, whoever they meet in these rounds.
    pub(super) fn bond(&self, p: usize, q: usize) -> i32 {
        self.weights.hard * self.tie(p, q) + self.weights.mixing * self.history.times(p, q) as i32
    }

    /// What it costs on the level of topics that this person sits in this room of that round: the square of the rank.
    #[inline]
    pub(super) fn rank_squared(&self, round: usize, room: usize, p: usize) -> i64 {
        rank(self.problem, round, room, p).map_or(0, |rank| (rank * rank) as i64)
    }

    /// Whether there are levels between rules and mixing: topics, or seats that are to stay.
    pub(super) fn is_layered(&self) -> bool {
        self.has_topics() || !self.problem.before.is_empty()
    }

    /// Whether topics are ranked and offered at all.
    pub(super) fn has_topics(&self) -> bool {
        let wanted = |lists: &[Vec<u32>]| lists.iter().any(|list| !list.is_empty());
        self.problem.rounds.iter().any(|round| {
            (wanted(&round.preferences) || wanted(&self.problem.preferences))
                && round.rooms.iter().any(|room| room.topic.is_some())
        })
    }
}

/// Whether the sums of sizes do not fit the people: sizes are broken then, one way or another.
pub(super) fn misfit(unmet: &Unmet) -> bool {
    matches!(unmet, Unmet::TooFewPeople { .. } | Unmet::TooFewSeats { .. })
}

/// The rank of a room's topic for somebody: 0 for the first choice; as many as they named for a topic that they did not
/// name; none where they named nothing or the room has no topic.
pub(super) fn rank(problem: &Problem, round: usize, room: usize, p: usize) -> Option<usize> {
    let round = problem.rounds.get(round)?;
    let lists = if round.preferences.is_empty() { &problem.preferences } else { &round.preferences };
    let list = lists.get(p).filter(|list| !list.is_empty())?;
    let topic = round.rooms.get(room)?.topic?;
    Some(list.iter().position(|named| *named == topic).unwrap_or(list.len()))
}

/// The values of all columns counted through, column after column.
fn number_values(problem: &Problem) -> (Vec<u32>, usize) {
    let (people, columns) = (problem.people.len(), problem.columns.len());
    let mut value_of = vec![NO_VALUE; people * columns];
    let mut first = 0_u32;
    for (k, column) in problem.columns.iter().enumerate() {
        let mut most = 0;
        for (p, value) in column.values.iter().enumerate().take(people) {
            if let Some(value) = value {
                put(&mut value_of, p * columns + k, first + value);
                most = most.max(value + 1);
            }
        }
        first += most;
    }
    (value_of, first as usize)
}
