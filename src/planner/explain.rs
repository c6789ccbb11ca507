//! What could not be had, by name, and what there is to know about each room of a plan.

use super::constraints::Frame;
use super::language::{RoomLanguage, room_language};
use super::meetings::{Meetings, PLENARY};
use super::model::Problem;

/// A wish that is not met, or wishes that contradict each other. People and rooms are numbers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unmet {
    /// People, but no room at all.
    NoRooms {
        /// How many are there.
        people: usize,
    },
    /// Some room stays empty.
    MoreRoomsThanPeople {
        /// The number of rooms.
        rooms: usize,
        /// The number of people there.
        people: usize,
    },
    /// A room's min is above its max; the max holds.
    MinOverMax {
        /// Which room.
        room: usize,
        /// Its min.
        min: usize,
        /// Its max.
        max: usize,
    },
    /// The rooms' mins add up to more people than there are.
    TooFewPeople {
        /// How many there are.
        people: usize,
        /// How many the mins ask for.
        needed: usize,
    },
    /// The rooms' maxes add up to fewer seats than there are people; rooms are overfilled.
    TooFewSeats {
        /// How many there are.
        people: usize,
        /// How many seats there are.
        seats: usize,
    },
    /// More people are held in a room than it can have.
    HeldOverMax {
        /// Which room.
        room: usize,
        /// How many are held in it, hosts included.
        held: usize,
        /// Its max.
        max: usize,
    },
    /// A person is held in several rooms; the first holds.
    HeldTwice {
        /// Who.
        person: usize,
        /// Where, in the order given.
        rooms: Vec<usize>,
    },
    /// A person is host of several rooms; the first counts, unless they are held.
    HostInTwoRooms {
        /// Who.
        person: usize,
        /// Which rooms.
        rooms: Vec<usize>,
    },
    /// A host is held in another room; the hand that held them wins.
    HeldAgainstHost {
        /// Who.
        person: usize,
        /// Where they are held.
        held: usize,
        /// Which rooms they are host of.
        hosts: Vec<usize>,
    },
    /// Somebody is held who is not there (or not known).
    HeldAway {
        /// Who.
        person: usize,
        /// Where.
        room: usize,
    },
    /// A host is not there (or not known).
    HostAway {
        /// Who.
        person: usize,
        /// Which room has to do without.
        room: usize,
    },
    /// Somebody is held in a room that does not exist.
    NoSuchRoom {
        /// Who.
        person: usize,
        /// The number that is no room.
        room: usize,
    },
    /// Nothing is known of a person's languages, so nothing could be asked for them.
    LanguagesUnknown {
        /// Who.
        person: usize,
    },
    /// A room without a common working language and without an interpreter who reaches all.
    NoCommonLanguage {
        /// Which room.
        room: usize,
        /// The fewest people that would be left without the words of the others.
        without: Vec<usize>,
    },
    /// A room has fewer people than its min.
    BelowMin {
        /// Which room.
        room: usize,
        /// How many it has.
        size: usize,
        /// Its min.
        min: usize,
    },
    /// A room has more people than its max.
    OverMax {
        /// Which room.
        room: usize,
        /// How many it has.
        size: usize,
        /// Its max.
        max: usize,
    },
    /// A room is larger or smaller than an even division needs.
    Uneven {
        /// Which room.
        room: usize,
        /// How many it has.
        size: usize,
        /// The fewest in an even division.
        from: usize,
        /// The most in an even division.
        to: usize,
    },
    /// Somebody who is there sits nowhere.
    NotPlaced {
        /// Who.
        person: usize,
    },
    /// Somebody sits where they must not: away, in two rooms, or not where they are held.
    WrongSeat {
        /// Who.
        person: usize,
        /// In which room.
        room: usize,
    },
}

/// What there is to know about one room of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RoomFacts {
    /// How many people.
    pub size: usize,
    /// How they can talk.
    pub language: RoomLanguage,
    /// Who meets again here: both people, and how often they had met before.
    pub again: Vec<(usize, usize, u32)>,
}

/// The facts of each room of a plan.
pub fn facts(problem: &Problem, rooms: &[Vec<usize>]) -> Vec<RoomFacts> {
    let meetings = Meetings::of(problem.people.len(), &problem.history);
    let each = |people: &Vec<usize>| {
        let mut again = Vec::new();
        for (i, &p) in people.iter().enumerate().filter(|_| people.len() <= PLENARY) {
            let met = people.iter().skip(i + 1).map(|&q| (p, q, meetings.times(p, q)));
            again.extend(met.filter(|(_, _, times)| *times > 0));
        }
        RoomFacts { size: people.len(), language: room_language(problem, people), again }
    };
    rooms.iter().map(each).collect()
}

/// Everything that was asked of round number `round` and is not so in this plan; contradictions in the wishes come first.
pub fn unmet(problem: &Problem, round: usize, rooms: &[Vec<usize>]) -> Vec<Unmet> {
    unmet_in(problem, &Frame::of(problem, round), rooms)
}

/// [`unmet`] with what is at hand already.
pub(super) fn unmet_in(problem: &Problem, frame: &Frame, rooms: &[Vec<usize>]) -> Vec<Unmet> {
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
        if problem.rules.language
            && let RoomLanguage::Without(without) = room_language(problem, people)
        {
            unmet.push(Unmet::NoCommonLanguage { room, without });
        }
    }
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
