//! What the planner could not have, in words.

use super::{Arg, Messages};
use crate::planner::{Contradiction, GivenUp, Unmet, Wish};

/// Who the planner's numbers are.
pub(crate) trait Named {
    /// A person, by number.
    fn person(&self, number: usize) -> String;
    /// A room, by number.
    fn room(&self, number: usize) -> String;
}

/// The name of a wish in the bundles.
const fn id(unmet: &Unmet) -> &'static str {
    match unmet {
        Unmet::NoRooms { .. } => "groups-unmet-no-rooms",
        Unmet::MoreRoomsThanPeople { .. } => "groups-unmet-more-rooms-than-people",
        Unmet::MinOverMax { .. } => "groups-unmet-min-over-max",
        Unmet::TooFewPeople { .. } => "groups-unmet-too-few-people",
        Unmet::TooFewSeats { .. } => "groups-unmet-too-few-seats",
        Unmet::HeldOverMax { .. } => "groups-unmet-held-over-max",
        Unmet::HeldTwice { .. } => "groups-unmet-held-twice",
        Unmet::HostInTwoRooms { .. } => "groups-unmet-host-in-two-rooms",
        Unmet::HeldAgainstHost { .. } => "groups-unmet-held-against-host",
        Unmet::HeldAway { .. } => "groups-unmet-held-away",
        Unmet::HostAway { .. } => "groups-unmet-host-away",
        Unmet::NoSuchRoom { .. } => "groups-unmet-no-such-room",
        Unmet::LanguagesUnknown { .. } => "groups-unmet-languages-unknown",
        Unmet::NoCommonLanguage { .. } => "groups-unmet-no-common-language",
        Unmet::BelowMin { .. } => "groups-unmet-below-min",
        Unmet::OverMax { .. } => "groups-unmet-over-max",
        Unmet::Uneven { .. } => "groups-unmet-uneven",
        Unmet::TooManyApart { .. } => "groups-unmet-too-many-apart",
        Unmet::TogetherOverMax { .. } => "groups-unmet-together-over-max",
        Unmet::Apart { .. } => "groups-unmet-apart",
        Unmet::Split { .. } => "groups-unmet-split",
        Unmet::Alone { .. } => "groups-unmet-alone",
        Unmet::NotPlaced { .. } => "groups-unmet-not-placed",
        Unmet::WrongSeat { .. } => "groups-unmet-wrong-seat",
    }
}

impl Messages {
    /// A wish, in words that stand in a list.
    pub(crate) fn wish(&self, names: &dyn Named, wish: &Wish) -> String {
        let people = |numbers: &[usize]| {
            let people = numbers.iter().map(|number| names.person(*number)).collect::<Vec<_>>().join(", ");
            vec![("people", Arg::from(people)), ("n", numbers.len().into())]
        };
        let room = |room: usize| ("room", Arg::from(names.room(room)));
        let (id, args) = match wish {
            Wish::Min { room: r, min } => ("groups-wish-min", vec![room(*r), ("n", (*min).into())]),
            Wish::Max { room: r, max } => ("groups-wish-max", vec![room(*r), ("n", (*max).into())]),
            Wish::Held { person, room: r } => {
                ("groups-wish-held", vec![room(*r), ("person", names.person(*person).into())])
            }
            Wish::Host { person, room: r } => {
                ("groups-wish-host", vec![room(*r), ("person", names.person(*person).into())])
            }
            Wish::Apart { people: group } => ("groups-wish-apart", people(group)),
            Wish::Together { people: group } => ("groups-wish-together", people(group)),
            Wish::Language { room: r } => ("groups-wish-language", vec![room(*r)]),
            Wish::Interpreted { rooms } => ("groups-wish-interpreted", vec![("n", (*rooms).into())]),
            Wish::NotAlone { people: group } => ("groups-wish-not-alone", people(group)),
        };
        self.with(id, &args)
    }

    /// What giving up a wish would buy, in words.
    pub(crate) fn buys(&self, given: &GivenUp) -> String {
        match (given.frees, given.instead) {
            (Some(true), Some(number)) => {
                let id = match given.wish {
                    Wish::Min { .. } => "groups-buys-min",
                    Wish::Max { .. } => "groups-buys-max",
                    _ => "groups-buys-interpreted",
                };
                self.with(id, &[("n", number.into())])
            }
            (Some(true), None) => self.say("groups-buys-all"),
            (Some(false), _) => self.say("groups-buys-nothing"),
            (None, _) => self.say("groups-buys-unknown"),
        }
    }

    /// Wishes that contradict one another, in one sentence.
    pub(crate) fn contradiction(&self, names: &dyn Named, knot: &Contradiction) -> String {
        let wishes = knot.wishes.iter().map(|given| self.wish(names, &given.wish)).collect::<Vec<_>>();
        let id = if knot.smallest { "groups-contradiction" } else { "groups-contradiction-some" };
        self.with(id, &[("n", wishes.len().into()), ("wishes", wishes.join("; ").into())])
    }

    /// A wish that is not met, in a sentence; `away` knows who is not there.
    pub(crate) fn unmet(&self, names: &dyn Named, unmet: &Unmet, away: &dyn Fn(usize) -> bool) -> String {
        let list = |numbers: &[usize], name: &dyn Fn(usize) -> String| {
            numbers.iter().map(|number| name(*number)).collect::<Vec<_>>().join(", ")
        };
        let people = |numbers: &[usize]| Arg::from(list(numbers, &|number| names.person(number)));
        let rooms = |numbers: &[usize]| Arg::from(list(numbers, &|number| names.room(number)));
        let person = |person: &usize| ("person", Arg::from(names.person(*person)));
        let room = |room: &usize| ("room", Arg::from(names.room(*room)));
        let number = |name: &'static str, n: &usize| (name, Arg::from(*n));
        let args = match unmet {
            Unmet::NoRooms { people: n } => vec![number("people", n)],
            Unmet::MoreRoomsThanPeople { rooms: r, people: n } => {
                vec![number("rooms", r), number("people", n)]
            }
            Unmet::MinOverMax { room: r, min, max } => vec![room(r), number("min", min), number("max", max)],
            Unmet::TooFewPeople { people: n, needed } => vec![number("people", n), number("needed", needed)],
            Unmet::TooFewSeats { people: n, seats } => vec![number("people", n), number("seats", seats)],
            Unmet::HeldOverMax { room: r, held, max } => {
                vec![room(r), number("held", held), number("max", max)]
            }
            Unmet::HeldTwice { person: p, rooms: r } | Unmet::HostInTwoRooms { person: p, rooms: r } => {
                vec![person(p), ("rooms", rooms(r))]
            }
            Unmet::HeldAgainstHost { person: p, held, hosts } => {
                vec![person(p), room(held), ("rooms", rooms(hosts))]
            }
            Unmet::HeldAway { person: p, room: r }
            | Unmet::HostAway { person: p, room: r }
            | Unmet::NoSuchRoom { person: p, room: r }
            | Unmet::WrongSeat { person: p, room: r } => vec![person(p), room(r)],
            Unmet::LanguagesUnknown { person: p } | Unmet::NotPlaced { person: p } => vec![person(p)],
            Unmet::NoCommonLanguage { room: r, without } => {
                vec![room(r), ("without", people(without))]
            }
            Unmet::TooManyApart { people: p, rooms: n } => {
                vec![("people", people(p)), ("n", p.len().into()), number("rooms", n)]
            }
            Unmet::TogetherOverMax { people: p, max } => {
                vec![("people", people(p)), ("n", p.len().into()), number("max", max)]
            }
            Unmet::Apart { room: r, people: p } => vec![room(r), ("people", people(p))],
            Unmet::Split { people: p, rooms: r } => vec![("people", people(p)), ("rooms", rooms(r))],
            Unmet::Alone { room: r, person: p } => vec![room(r), person(p)],
            Unmet::BelowMin { room: r, size, min } => vec![room(r), number("size", size), number("min", min)],
            Unmet::OverMax { room: r, size, max } => vec![room(r), number("size", size), number("max", max)],
            Unmet::Uneven { room: r, size, from, to } => {
                vec![room(r), number("size", size), number("from", from), number("to", to)]
            }
        };
        let id = match unmet {
            Unmet::WrongSeat { person, .. } if away(*person) => "groups-unmet-wrong-seat-away",
            other => id(other),
        };
        self.with(id, &args)
    }
}
