//! What can happen to breakout groups, as it stands in the session file.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::workshop::event::{About, events, payload};
use crate::workshop::id::EventId;
use crate::workshop::range;
use crate::workshop::text::Text;

events! {
    /// What happened to a breakout round.
    RoundEvent
    /// A round was added.
    "round.added" => Added(RoundSet) makes,
    /// A round was changed.
    "round.changed" => Changed(RoundSet),
    /// A round was removed.
    "round.removed" => Removed(About),
    /// A plan was chosen.
    "round.planned" => Planned(RoundPlanned),
    /// A plan was put right.
    "round.repaired" => Repaired(RoundPlanned),
    /// Somebody was placed.
    "round.placed" => Placed(RoundSeat),
    /// Somebody is held, or no longer.
    "round.held" => Held(RoundSeat),
    /// Rooms began, or went on.
    "round.started" => Started(RoomsTurned),
    /// Time was called in rooms.
    "round.called" => Called(RoomsTurned),
    /// A room got more minutes, or fewer.
    "round.extended" => Extended(RoomExtended),
    /// A room reported back.
    "round.reported" => Reported(RoomReported),
    /// Somebody chose rooms.
    "round.preferred" => Preferred(RoundPreferred),
}

impl RoundEvent {
    pub(in crate::workshop) fn things(&self, into: &mut Vec<EventId>) {
        match self {
            Self::Added(set) | Self::Changed(set) => {
                into.extend(set.of);
                into.extend(set.item);
                into.extend(set.rooms.iter().flatten().flat_map(|room| room.hosts.iter().copied()));
            }
            Self::Removed(about) => into.push(about.of),
            Self::Planned(planned) | Self::Repaired(planned) => {
                into.push(planned.of);
                into.extend(planned.seats.values().flatten());
            }
            Self::Placed(seat) | Self::Held(seat) => into.extend([seat.of, seat.person]),
            Self::Preferred(preferred) => into.extend([preferred.of, preferred.person]),
            Self::Started(turned) | Self::Called(turned) => into.push(turned.of),
            Self::Extended(extended) => into.push(extended.of),
            Self::Reported(reported) => into.push(reported.of),
        }
    }
}

events! {
    /// What is asked of all groups.
    GroupsEvent
    /// It was said what is asked of all groups.
    "groups.ruled" => Ruled(GroupsRuled),
}

impl GroupsEvent {
    pub(in crate::workshop) fn things(&self, _into: &mut Vec<EventId>) {}
}

events! {
    /// What happened to the wishes that people sit together, or apart.
    WishEvent
    /// It was wished that people sit together, or apart.
    "wish.added" => Added(WishSet) makes,
    /// Such a wish was taken back.
    "wish.removed" => Removed(About),
}

impl WishEvent {
    pub(in crate::workshop) fn things(&self, into: &mut Vec<EventId>) {
        match self {
            Self::Added(set) => {
                into.extend(set.of);
                into.extend(set.people.iter().flatten());
            }
            Self::Removed(about) => into.push(about.of),
        }
    }
}

payload! {
    /// A room of a round.
    Room {
        /// Its id, the same in every round.
        id: Arc<str>,
        /// What stands on its door.
        title: Text,
        /// Fewest people.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(deserialize_with = "range::count")]
        min: Option<u32>,
        /// Most people.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(deserialize_with = "range::count")]
        max: Option<u32>,
        /// What is talked about.
        #[serde(skip_serializing_if = "Text::is_empty")]
        topic: Text,
        /// Who stays there.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        hosts: Vec<EventId>,
        /// Its own length in minutes.
        #[serde(skip_serializing_if = "Option::is_none")]
        #[serde(deserialize_with = "range::minutes")]
        minutes: Option<u32>,
    }
}

payload! {
    /// A breakout round.
    set RoundSet {
        /// The title.
        title: Text,
        /// The item in which it is held.
        item: EventId,
        /// Its rooms.
        rooms: Vec<Room>,
        /// How many of its rooms can be interpreted.
        #[serde(deserialize_with = "range::count")]
        interpreters: u32,
        /// `mixed`, `cafe` or `chosen`.
        format: Arc<str>,
    }
}

payload! {
    /// Clocks of rooms were turned.
    RoomsTurned {
        /// The round.
        of: EventId,
        /// The rooms, by id.
        rooms: Vec<Arc<str>>,
    }
}

payload! {
    /// A room got more minutes, or fewer.
    RoomExtended {
        /// The round.
        of: EventId,
        /// The room.
        room: Arc<str>,
        /// How many.
        #[serde(deserialize_with = "range::given")]
        minutes: i32,
    }
}

payload! {
    /// A room reports back.
    RoomReported {
        /// The round.
        of: EventId,
        /// The room; none: the reports have ended.
        #[serde(skip_serializing_if = "Option::is_none")]
        room: Option<Arc<str>>,
    }
}

payload! {
    /// Somebody said which rooms of a round they want.
    RoundPreferred {
        /// The round.
        of: EventId,
        /// Who.
        person: EventId,
        /// The rooms, the dearest first.
        rooms: Vec<Arc<str>>,
    }
}

payload! {
    /// What is asked of all groups; what is not there stays as it was.
    GroupsRuled {
        /// A common working language.
        #[serde(skip_serializing_if = "Option::is_none")]
        language: Option<bool>,
        /// Nobody alone with their language.
        #[serde(skip_serializing_if = "Option::is_none")]
        alone: Option<bool>,
        /// Columns by which people are kept apart.
        #[serde(skip_serializing_if = "Option::is_none")]
        apart_by: Option<Vec<Arc<str>>>,
        /// Columns that are spread evenly.
        #[serde(skip_serializing_if = "Option::is_none")]
        balance: Option<Vec<Arc<str>>>,
        /// What comes first.
        #[serde(skip_serializing_if = "Option::is_none")]
        order: Option<Arc<str>>,
    }
}

payload! {
    /// A wish about people in every round.
    set WishSet {
        /// `together` or `apart`.
        kind: Arc<str>,
        /// Who.
        people: Vec<EventId>,
    }
}

payload! {
    /// A plan was chosen: it is kept, never drawn again.
    RoundPlanned {
        /// The round.
        of: EventId,
        /// Who sits where, by room id.
        seats: BTreeMap<Arc<str>, Vec<EventId>>,
        /// Who has no room now and had one before.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        out: Vec<EventId>,
        /// The seed it was found with.
        #[serde(skip_serializing_if = "Option::is_none")]
        seed: Option<u64>,
    }
}

payload! {
    /// One person's room in a round.
    RoundSeat {
        /// The round.
        of: EventId,
        /// The person.
        person: EventId,
        /// The room; none: no room.
        room: Option<Arc<str>>,
        /// Whether the person stays there whatever is planned; none: as it was.
        #[serde(skip_serializing_if = "Option::is_none")]
        held: Option<bool>,
    }
}
