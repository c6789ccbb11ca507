//! What could not be had, by name, and what there is to know about each room of a plan.

use super::constraints::Frame;
use super::language::{RoomLanguage, room_language};
use super::meetings::{Meetings, PLENARY};
use super::model::Problem;
use super::unmet::Unmet;

/// What there is to know about one room of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RoomFacts {
    /// How many people.
    pub size: usize,
    /// How they can talk.
    pub language: RoomLanguage,
    /// Whether it is one of the interpreted rooms of its round: without a common language, and heard all the same.
    pub interpreted: bool,
    /// Who meets again here: both people, and how often they had met before.
    pub again: Vec<(usize, usize, u32)>,
}

/// The facts of each room of a plan of round number `round`.
pub(crate) fn facts(problem: &Problem, round: usize, rooms: &[Vec<usize>]) -> Vec<RoomFacts> {
    let unheard: Vec<usize> = without_words(problem, round, rooms).flat_map(|unmet| unmet.rooms()).collect();
    let meetings = Meetings::of(problem.people.len(), &problem.history);
    let each = |(room, people): (usize, &Vec<usize>)| {
        let mut again = Vec::new();
        for (i, &p) in people.iter().enumerate().filter(|_| people.len() <= PLENARY) {
            let met = people.iter().skip(i + 1).map(|&q| (p, q, meetings.times(p, q)));
            again.extend(met.filter(|(_, _, times)| *times > 0));
        }
        let language = room_language(problem, people);
        let silent = problem.rules.language && matches!(language, RoomLanguage::Without(_));
        RoomFacts { size: people.len(), interpreted: silent && !unheard.contains(&room), language, again }
    };
    rooms.iter().enumerate().map(each).collect()
}

/// Everything that was asked of round number `round` and is not so in this plan; contradictions in the wishes come first.
pub(crate) fn unmet(problem: &Problem, round: usize, rooms: &[Vec<usize>]) -> Vec<Unmet> {
    unmet_in(problem, round, &Frame::of(problem, round), rooms)
}

/// [`unmet`] with what is at hand already.
pub(super) fn unmet_in(problem: &Problem, round: usize, frame: &Frame, rooms: &[Vec<usize>]) -> Vec<Unmet> {
    let mut unmet = frame.unmet.clone();
    for (room, (stated, even)) in frame.stated.iter().zip(&frame.even).enumerate() {
        let people = super::cells::row(rooms, room);
        let size = people.len();
        if size < stated.min {
            unmet.push(Unmet::BelowMin { room, size, min: stated.min });
        } else if size > stated.max {
            unmet.push(Unmet::OverMax { room, size, max: stated.max });
        } else if even.outside(size) > 0 {
            unmet.push(Unmet::Uneven { room, size, from: even.min, to: even.max });
        }
        if problem.rules.alone {
            unmet.extend(alone(problem, people).map(|person| Unmet::Alone { room, person }));
        }
    }
    unmet.extend(without_words(problem, round, rooms));
    unmet.extend(company(problem, frame, rooms));
    let mut seated = vec![false; frame.present.len()];
    for (room, group) in rooms.iter().enumerate() {
        for &person in group {
            let wrong = super::cells::at(&seated, person)
                || !frame.is_present(person)
                || room >= frame.rooms()
                || frame.fixed(person).is_some_and(|fixed| fixed != room);
            if wrong {
                unmet.push(Unmet::WrongSeat { person, room });
            }
            super::cells::put(&mut seated, person, true);
        }
    }
    let left =
        frame.present.iter().zip(&seated).enumerate().filter(|(_, (there, seated))| **there && !**seated);
    unmet.extend(left.map(|(person, _)| Unmet::NotPlaced { person }));
    unmet
}

/// Rooms without a common language that are not interpreted: interpreted are those that would leave the most without.
fn without_words(problem: &Problem, round: usize, rooms: &[Vec<usize>]) -> impl Iterator<Item = Unmet> {
    let interpreters = problem.rounds.get(round).map_or(0, |round| round.interpreters);
    let mut silent = Vec::new();
    for (room, people) in rooms.iter().enumerate().filter(|_| problem.rules.language) {
        if let RoomLanguage::Without(without) = room_language(problem, people) {
            silent.push((room, without));
        }
    }
    silent.sort_by_key(|(room, without)| (std::cmp::Reverse(without.len()), *room));
    let mut left: Vec<_> = silent.into_iter().skip(interpreters).collect();
    left.sort_unstable();
    left.into_iter().map(|(room, without)| Unmet::NoCommonLanguage { room, without })
}

/// The people of a room with whom nobody shares a language.
fn alone<'a>(problem: &'a Problem, people: &'a [usize]) -> impl Iterator<Item = usize> + 'a {
    let languages = |p: &usize| problem.people.get(*p).map(|person| person.languages).unwrap_or_default();
    let known = move || people.iter().filter(move |p| !languages(p).is_empty());
    let alone = move |p: &&usize| {
        known().count() > 1 && !known().any(|q| q != *p && !languages(q).and(languages(p)).is_empty())
    };
    known().filter(alone).copied()
}

/// People who are to be kept apart and are not, or the other way round; wishes of that sort that no plan can meet come
/// first.
fn company(problem: &Problem, frame: &Frame, rooms: &[Vec<usize>]) -> Vec<Unmet> {
    let there = |group: &[usize]| {
        let mut people: Vec<usize> = group.iter().copied().filter(|&p| frame.is_present(p)).collect();
        people.sort_unstable();
        people.dedup();
        people
    };
    let mut unmet = Vec::new();
    let count = frame.rooms();
    let largest = frame.stated.iter().map(|bounds| bounds.max).max().unwrap_or(0);
    let (apart, together): (Vec<_>, Vec<_>) = (
        problem.apart.iter().map(|g| there(g)).collect(),
        problem.together.iter().map(|g| there(g)).collect(),
    );
    let too_many = apart.iter().filter(|people| count > 0 && people.len() > count);
    unmet.extend(too_many.map(|people| Unmet::TooManyApart { people: people.clone(), rooms: count }));
    let too_large = together.iter().filter(|people| people.len() > largest && count > 0);
    unmet.extend(too_large.map(|people| Unmet::TogetherOverMax { people: people.clone(), max: largest }));
    let mut seat = vec![None; problem.people.len()];
    for (room, group) in rooms.iter().enumerate() {
        group.iter().for_each(|&p| super::cells::put(&mut seat, p, Some(room)));
    }
    let by_room = |people: &[usize]| {
        let mut by: std::collections::BTreeMap<usize, Vec<usize>> = std::collections::BTreeMap::new();
        for &p in people {
            if let Some(room) = super::cells::at(&seat, p) {
                by.entry(room).or_default().push(p);
            }
        }
        by
    };
    for people in &apart {
        let shared = by_room(people).into_iter().filter(|(_, people)| people.len() > 1);
        unmet.extend(shared.map(|(room, people)| Unmet::Apart { room, people }));
    }
    for people in &together {
        let by = by_room(people);
        if by.len() > 1 {
            unmet.push(Unmet::Split { people: people.clone(), rooms: by.into_keys().collect() });
        }
    }
    unmet
}
