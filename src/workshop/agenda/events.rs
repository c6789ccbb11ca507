//! What can happen to the agenda, as it stands in the session file.

use std::sync::Arc;

use jiff::Timestamp;

use crate::workshop::event::{About, Flag, events, payload};
use crate::workshop::id::EventId;
use crate::workshop::range;
use crate::workshop::text::Text;

events! {
    /// What happened to the agenda.
    ItemEvent
    /// An item was added.
    "item.added" => Added(Box<ItemSet>) makes,
    /// An item was changed.
    "item.changed" => Changed(Box<ItemSet>),
    /// An item was moved.
    "item.moved" => Moved(ItemPlace),
    /// An item was removed.
    "item.removed" => Removed(About),
    /// An item started or went on.
    "item.started" => Started(ItemStarted),
    /// An item ended.
    "item.ended" => Ended(About),
    /// An item paused.
    "item.paused" => Paused(About),
    /// An item got more minutes, or fewer.
    "item.extended" => Extended(ItemExtended),
    /// Two items exchanged their places.
    "item.swapped" => Swapped(ItemSwapped) changes_all,
    /// It was said when an item really started or ended.
    "item.corrected" => Corrected(ItemCorrected),
    /// An item was passed over, or is to be held after all.
    "item.skipped" => Skipped(Flag),
}

impl ItemEvent {
    pub(in crate::workshop) fn things(&self, into: &mut Vec<EventId>) {
        match self {
            Self::Added(set) | Self::Changed(set) => into.extend(set.of),
            Self::Removed(about) | Self::Ended(about) | Self::Paused(about) => into.push(about.of),
            Self::Skipped(flag) => into.push(flag.of),
            Self::Moved(place) => into.push(place.of),
            Self::Started(started) => {
                into.push(started.of);
                into.extend(&started.ends);
            }
            Self::Extended(extended) => into.push(extended.of),
            Self::Corrected(corrected) => {
                into.push(corrected.of);
                into.extend(&corrected.also);
            }
            Self::Swapped(swapped) => into.extend(swapped.items.iter().map(|item| item.of)),
        }
    }
}

payload! {
    /// An item of the agenda.
    set ItemSet {
        /// The day, from 1.
        #[serde(deserialize_with = "range::day")]
        day: u32,
        /// Its place among the items of the day: a fractional index, sorting as text.
        place: Arc<str>,
        /// The title.
        title: Text,
        /// Planned length in minutes.
        #[serde(deserialize_with = "range::minutes")]
        minutes: u32,
        /// Shortest useful length in minutes.
        #[serde(deserialize_with = "range::minutes")]
        shortest: u32,
        /// Whether it is a hard stop.
        stop: bool,
        /// Whether it may be dropped.
        droppable: bool,
        /// The kind.
        kind: Arc<str>,
        /// Whether it is interpreted.
        interpreted: bool,
        /// Fixed begin as minutes from midnight; 1440 and more: none.
        #[serde(deserialize_with = "range::minutes")]
        begins: u32,
        /// How much a minute taken from it harms.
        #[serde(deserialize_with = "range::count")]
        weight: u32,
        /// The one instruction that stands on the wall while it runs.
        instruction: Text,
    }
}

payload! {
    /// An item started.
    ItemStarted {
        /// The item.
        of: EventId,
        /// The items that ended with it.
        ends: Vec<EventId>,
    }
}

payload! {
    /// An item got more minutes, or fewer.
    ItemExtended {
        /// The item.
        of: EventId,
        /// How many.
        #[serde(deserialize_with = "range::given")]
        minutes: i32,
    }
}

payload! {
    /// A turn of a clock took place at another time than was said.
    ItemCorrected {
        /// The item.
        of: EventId,
        /// The turn: the event that started or ended it.
        turn: EventId,
        /// When it took place.
        #[schemars(with = "String")]
        to: Timestamp,
        /// The other items whose clocks the same event turned.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        also: Vec<EventId>,
    }
}

payload! {
    /// Where an item stands.
    ItemPlace {
        /// The item.
        of: EventId,
        /// The day, from 1.
        #[serde(deserialize_with = "range::day")]
        day: u32,
        /// The place on that day.
        place: Arc<str>,
    }
}

payload! {
    /// Items exchanged their places.
    ItemSwapped {
        /// Each with its new place.
        items: Vec<ItemPlace>,
    }
}
