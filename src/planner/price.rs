//! What moving somebody would cost, shown before it is done.

use super::cells::{at, row};
use super::language::{RoomLanguage, room_language};
use super::model::{Groups, Order, Problem};
use super::repair::only;
use super::seating::{Running, Seating};
use super::setup::Setup;

/// The price of moving one person. "Before" and "after" stand in pairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Price {
    /// Where they sit now, if anywhere.
    pub from: Option<usize>,
    /// Where they would sit.
    pub to: usize,
    /// Whom they would meet again there, and how often they had met before.
    pub meets_again: Vec<(usize, u32)>,
    /// Whom they would not meet again here after all, and how often they had met before.
    pub spared: Vec<(usize, u32)>,
    /// Pairs meeting again: more (positive) or fewer.
    pub repeats: i64,
    /// The size of the room they leave, before and after.
    pub size_from: Option<(usize, usize)>,
    /// The size of the room they come to, before and after.
    pub size_to: (usize, usize),
    /// How the room they leave can talk, before and after.
    pub language_from: Option<(RoomLanguage, RoomLanguage)>,
    /// How the room they come to can talk, before and after.
    pub language_to: (RoomLanguage, RoomLanguage),
    /// People in the room they come to from whom they are to be kept apart.
    pub apart: Vec<usize>,
    /// People in the room they leave with whom they are to be kept together.
    pub together: Vec<usize>,
    /// They are held, or host, elsewhere.
    pub held_elsewhere: Option<usize>,
    /// All levels: what they would change by.
    pub change: Change,
}

/// By how much a plan changes, level by level; less is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Change {
    /// Of [`super::Worth::hard`].
    pub hard: i64,
    /// Of [`super::Worth::topics`].
    pub topics: i64,
    /// Of [`super::Worth::mixing`].
    pub mixing: i64,
    /// Of [`super::Worth::balance`].
    pub balance: i64,
    /// Of [`super::Worth::uneven`].
    pub uneven: i64,
}

impl Change {
    fn of(before: Running, after: Running) -> Self {
        Self {
            hard: after.hard - before.hard,
            topics: after.topics - before.topics,
            mixing: after.mixing - before.mixing,
            balance: after.balance - before.balance,
            uneven: after.uneven - before.uneven,
        }
    }

    /// What changes are compared by: less is better, level after level.
    pub(crate) fn key(&self, order: Order) -> impl Ord + use<> {
        let (first, second) = match order {
            Order::Mixing => (self.mixing, self.balance),
            Order::Balance => (self.balance, self.mixing),
        };
        (self.hard, self.topics, first, second, self.uneven)
    }
}

/// What it would cost to move people in a plan of round number `round`: asks `of` for each person and room. The other rounds
/// count as the problem has them, in its history.
pub(crate) fn move_prices(
    problem: &Problem,
    round: usize,
    rooms: &[Vec<usize>],
    asked: impl IntoIterator<Item = (usize, usize)>,
) -> Vec<Option<Price>> {
    let problem = only(problem, round);
    let setup = Setup::of(&problem);
    let mut rooms = rooms.to_vec();
    rooms.resize(setup.rooms.max(rooms.len()), Vec::new());
    let mut seating = Seating::of(&setup, std::slice::from_ref(&rooms));
    asked.into_iter().map(|(person, to)| one(&setup, &mut seating, &rooms, person, to)).collect()
}

/// None when the person is not there, the room does not exist, or they sit there already.
fn one<'a>(
    setup: &'a Setup<'a>,
    seating: &mut Seating<'a>,
    rooms: &Groups,
    person: usize,
    to: usize,
) -> Option<Price> {
    let frame = &setup.rounds.first()?.frame;
    let from = seating.room_of(0, person);
    if !frame.is_present(person) || to >= frame.rooms() || from == Some(to) {
        return None;
    }
    let before = seating.running();
    seating.seat(0, person, to);
    let mut change = Change::of(before, seating.running());
    match from {
        Some(from) => seating.seat(0, person, from),
        None => *seating = Seating::of(setup, std::slice::from_ref(rooms)),
    }
    // Seats that are held, and people who sit nowhere, are not among what is kept by differences.
    let asked = |room: Option<usize>| broken_seats(setup, person, room);
    change.hard += asked(Some(to)) - asked(from) - i64::from(from.is_none());
    let others = |room: usize| row(rooms, room).iter().copied().filter(|q| *q != person);
    let met = |room: usize| -> Vec<(usize, u32)> {
        others(room).map(|q| (q, setup.history.times(person, q))).filter(|(_, times)| *times > 0).collect()
    };
    let tied = |room: usize, sign: i32| -> Vec<usize> {
        others(room).filter(|q| setup.tie(person, *q).signum() == sign).collect()
    };
    let without: Vec<usize> = from.map(|room| others(room).collect()).unwrap_or_default();
    let with: Vec<usize> = others(to).chain([person]).collect();
    let language = |people: &[usize]| room_language(setup.problem, people);
    let (meets_again, spared) = (met(to), from.map(met).unwrap_or_default());
    Some(Price {
        from,
        to,
        repeats: meets_again.len() as i64 - spared.len() as i64,
        meets_again,
        spared,
        size_from: from.map(|room| (row(rooms, room).len(), without.len())),
        size_to: (row(rooms, to).len(), with.len()),
        language_from: from.map(|room| (language(row(rooms, room)), language(&without))),
        language_to: (language(row(rooms, to)), language(&with)),
        apart: tied(to, 1),
        together: from.map(|room| tied(room, -1)).unwrap_or_default(),
        held_elsewhere: at(&frame.fixed, person).filter(|room| *room != to),
        change,
    })
}

/// How many wishes for a seat of this person's are broken while they sit there.
fn broken_seats(setup: &Setup<'_>, person: usize, seat: Option<usize>) -> i64 {
    let Some(asked) = setup.problem.rounds.first() else { return 0 };
    let held = asked.held.iter().filter(|held| held.person == person).map(|held| held.room);
    let hosts = asked
        .rooms
        .iter()
        .enumerate()
        .flat_map(|(room, asked)| asked.hosts.iter().filter(|host| **host == person).map(move |_| room));
    held.chain(hosts).filter(|room| Some(*room) != seat).count() as i64
}
