//! What moving somebody would cost, shown before it is done.

use super::cells::row;
use super::constraints::Frame;
use super::language::{RoomLanguage, room_language};
use super::levels::{Cost, levels};
use super::meetings::Meetings;
use super::model::{Groups, Problem};

/// The price of moving one person. "Before" and "after" stand in pairs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Price {
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
    /// They are held, or host, elsewhere.
    pub held_elsewhere: Option<usize>,
    /// All levels: what they would change by.
    pub change: Cost,
}

/// What it would cost to move `person` to room number `to` in this plan of round number `round`. `None` when the person is
/// not there, the room does not exist, or they sit there already.
pub fn move_price(
    problem: &Problem,
    round: usize,
    rooms: &[Vec<usize>],
    person: usize,
    to: usize,
) -> Option<Price> {
    let frame = Frame::of(problem, round);
    let from = rooms.iter().position(|group| group.contains(&person));
    if !frame.is_present(person) || to >= frame.rooms() || from == Some(to) {
        return None;
    }
    let meetings = Meetings::of(problem.people.len(), &problem.history);
    let mut before = rooms.to_vec();
    before.resize(frame.rooms().max(rooms.len()), Vec::new());
    let after = moved(&before, person, to);
    let cost = |rooms: &Groups| {
        let l = levels(problem, &frame, &meetings, rooms);
        Cost { hard: l.hard, uneven: l.uneven, mixing: l.mixing, balance: l.balance }
    };
    let met = |room: usize| -> Vec<(usize, u32)> {
        let others = row(rooms, room).iter().filter(|&&q| q != person);
        others.map(|&q| (q, meetings.times(person, q))).filter(|(_, times)| *times > 0).collect()
    };
    let language = |groups: &Groups, room: usize| room_language(problem, row(groups, room));
    let (meets_again, spared) = (met(to), from.map(met).unwrap_or_default());
    Some(Price {
        from,
        to,
        repeats: meets_again.len() as i64 - spared.len() as i64,
        meets_again,
        spared,
        size_from: from.map(|room| (row(&before, room).len(), row(&after, room).len())),
        size_to: (row(&before, to).len(), row(&after, to).len()),
        language_from: from.map(|room| (language(&before, room), language(&after, room))),
        language_to: (language(&before, to), language(&after, to)),
        held_elsewhere: frame.fixed(person).filter(|room| *room != to),
        change: cost(&after) - cost(&before),
    })
}

/// The rooms after `person` has moved to `to`.
fn moved(rooms: &Groups, person: usize, to: usize) -> Groups {
    let mut after = rooms.clone();
    for group in &mut after {
        group.retain(|&p| p != person);
    }
    if let Some(group) = after.get_mut(to) {
        group.push(person);
    }
    after
}
