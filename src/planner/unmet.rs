//! What could not be had, by name.

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
    MinOverMax { room: usize, min: usize, max: usize },
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
        room: usize,
        /// How many are held in it, hosts included.
        held: usize,
        max: usize,
    },
    /// A person is held in several rooms; the first holds.
    HeldTwice {
        person: usize,
        /// Where, in the order given.
        rooms: Vec<usize>,
    },
    /// A person is host of several rooms; the first counts, unless they are held.
    HostInTwoRooms { person: usize, rooms: Vec<usize> },
    /// A host is held in another room; the hand that held them wins.
    HeldAgainstHost {
        person: usize,
        held: usize,
        /// Which rooms they are host of.
        hosts: Vec<usize>,
    },
    /// Somebody is held who is not there (or not known).
    HeldAway { person: usize, room: usize },
    /// A host is not there (or not known).
    HostAway {
        person: usize,
        /// Which room has to do without.
        room: usize,
    },
    /// Somebody is held in a room that does not exist.
    NoSuchRoom {
        person: usize,
        /// The number that is no room.
        room: usize,
    },
    /// Nothing is known of a person's languages, so nothing could be asked for them.
    LanguagesUnknown { person: usize },
    /// A room without a common working language and without an interpreter who reaches all.
    NoCommonLanguage {
        room: usize,
        /// The fewest people that would be left without the words of the others.
        without: Vec<usize>,
    },
    /// A room has fewer people than its min.
    BelowMin {
        room: usize,
        /// How many it has.
        size: usize,
        min: usize,
    },
    /// A room has more people than its max.
    OverMax {
        room: usize,
        /// How many it has.
        size: usize,
        max: usize,
    },
    /// A room is larger or smaller than an even division needs.
    Uneven {
        room: usize,
        /// How many it has.
        size: usize,
        /// The fewest in an even division.
        from: usize,
        /// The most in an even division.
        to: usize,
    },
    /// More people are to be kept apart than there are rooms.
    TooManyApart {
        people: Vec<usize>,
        /// The number of rooms.
        rooms: usize,
    },
    /// More people are to be kept together than the largest room takes.
    TogetherOverMax {
        people: Vec<usize>,
        /// How many the largest room takes.
        max: usize,
    },
    /// People who are to be kept apart share a room.
    Apart { room: usize, people: Vec<usize> },
    /// People who are to be kept together sit in several rooms.
    Split { people: Vec<usize>, rooms: Vec<usize> },
    /// Somebody sits where nobody else speaks a language of theirs.
    Alone { room: usize, person: usize },
    /// Somebody who is there sits nowhere.
    NotPlaced { person: usize },
    /// Somebody sits where they must not: away, in two rooms, or not where they are held.
    WrongSeat { person: usize, room: usize },
}

impl Unmet {
    /// Its name, for programs.
    pub(crate) const fn kind(&self) -> &'static str {
        match self {
            Self::NoRooms { .. } => "no-rooms",
            Self::MoreRoomsThanPeople { .. } => "more-rooms-than-people",
            Self::MinOverMax { .. } => "min-over-max",
            Self::TooFewPeople { .. } => "too-few-people",
            Self::TooFewSeats { .. } => "too-few-seats",
            Self::HeldOverMax { .. } => "held-over-max",
            Self::HeldTwice { .. } => "held-twice",
            Self::HostInTwoRooms { .. } => "host-in-two-rooms",
            Self::HeldAgainstHost { .. } => "held-against-host",
            Self::HeldAway { .. } => "held-away",
            Self::HostAway { .. } => "host-away",
            Self::NoSuchRoom { .. } => "no-such-room",
            Self::LanguagesUnknown { .. } => "languages-unknown",
            Self::NoCommonLanguage { .. } => "no-common-language",
            Self::BelowMin { .. } => "below-min",
            Self::OverMax { .. } => "over-max",
            Self::Uneven { .. } => "uneven",
            Self::TooManyApart { .. } => "too-many-apart",
            Self::TogetherOverMax { .. } => "together-over-max",
            Self::Apart { .. } => "apart",
            Self::Split { .. } => "split",
            Self::Alone { .. } => "alone",
            Self::NotPlaced { .. } => "not-placed",
            Self::WrongSeat { .. } => "wrong-seat",
        }
    }

    /// The people concerned.
    pub(crate) fn people(&self) -> Vec<usize> {
        match self {
            Self::HeldTwice { person, .. }
            | Self::HostInTwoRooms { person, .. }
            | Self::HeldAgainstHost { person, .. }
            | Self::HeldAway { person, .. }
            | Self::HostAway { person, .. }
            | Self::NoSuchRoom { person, .. }
            | Self::LanguagesUnknown { person }
            | Self::Alone { person, .. }
            | Self::NotPlaced { person }
            | Self::WrongSeat { person, .. } => vec![*person],
            Self::NoCommonLanguage { without: people, .. }
            | Self::TooManyApart { people, .. }
            | Self::TogetherOverMax { people, .. }
            | Self::Apart { people, .. }
            | Self::Split { people, .. } => people.clone(),
            _ => Vec::new(),
        }
    }

    /// The rooms concerned.
    pub(crate) fn rooms(&self) -> Vec<usize> {
        match self {
            Self::MinOverMax { room, .. }
            | Self::HeldOverMax { room, .. }
            | Self::HeldAway { room, .. }
            | Self::HostAway { room, .. }
            | Self::NoSuchRoom { room, .. }
            | Self::NoCommonLanguage { room, .. }
            | Self::BelowMin { room, .. }
            | Self::OverMax { room, .. }
            | Self::Uneven { room, .. }
            | Self::Apart { room, .. }
            | Self::Alone { room, .. }
            | Self::WrongSeat { room, .. } => vec![*room],
            Self::HeldTwice { rooms, .. }
            | Self::HostInTwoRooms { rooms, .. }
            | Self::Split { rooms, .. } => rooms.clone(),
            Self::HeldAgainstHost { held, hosts, .. } => {
                std::iter::once(*held).chain(hosts.iter().copied()).collect()
            }
            _ => Vec::new(),
        }
    }

    /// Whether a rule is broken by it. (Uneven rooms and unknown languages break none.)
    pub(crate) const fn is_broken_rule(&self) -> bool {
        !matches!(
            self,
            Self::Uneven { .. } | Self::LanguagesUnknown { .. } | Self::MoreRoomsThanPeople { .. }
        )
    }
}
