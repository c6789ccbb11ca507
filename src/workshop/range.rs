//! Up to which size a number in a line of the session file is read. A command says less; but a line can be forged, and what is
//! made of a number must not be made four thousand million times. A payload with a larger one cannot be read.

use serde::de::{Deserialize, Deserializer, Error};

use super::votes::Votes;
use super::votes::paper::MOST_DRAWN;

/// The last day of a meeting.
pub(super) const LAST_DAY: u32 = 366;
/// The longest an item can be, in minutes: a day.
pub(crate) const MOST_MINUTES: u32 = 24 * 60;
/// The most that can be given to an item or a room at once, in minutes: what many laptops took apart can be given back at once.
const MOST_GIVEN: u32 = 1_000_000;
/// The most people, rooms or ballots, and the most points on a ballot.
const MOST: u32 = 1_000_000;

/// A number, or what holds numbers.
pub(super) trait Number {
    /// The largest, without its sign.
    fn largest(&self) -> u32;
}

impl Number for u32 {
    fn largest(&self) -> u32 {
        *self
    }
}

impl Number for i32 {
    fn largest(&self) -> u32 {
        self.unsigned_abs()
    }
}

impl<T: Number> Number for Option<T> {
    fn largest(&self) -> u32 {
        self.as_ref().map_or(0, T::largest)
    }
}

impl Number for Votes {
    fn largest(&self) -> u32 {
        self.values().copied().max().unwrap_or(0)
    }
}

fn upto<'de, D: Deserializer<'de>, T: Deserialize<'de> + Number>(from: D, most: u32) -> Result<T, D::Error> {
    let read = T::deserialize(from)?;
    match read.largest() {
        large if large > most => Err(D::Error::custom(large)),
        _ => Ok(read),
    }
}

macro_rules! ranges {
    ($($(#[$meta:meta])* $name:ident: $most:expr;)*) => {
        $($(#[$meta])*
        pub(super) fn $name<'de, D: Deserializer<'de>, T: Deserialize<'de> + Number>(from: D) -> Result<T, D::Error> {
            upto(from, $most)
        })*
    };
}

ranges! {
    /// A day, from 1.
    day: LAST_DAY;
    /// A length or a time of the day, in minutes.
    minutes: MOST_MINUTES;
    /// Minutes given or taken.
    given: MOST_GIVEN;
    /// How many of anything.
    count: MOST;
    /// The number of a paper.
    paper: MOST_DRAWN;
}

#[cfg(test)]
mod tests {
    use super::super::event::{Event, EventKind};
    use super::super::id::{EventId, RunId};
    use super::super::stamp::Stamp;

    fn read(kind: &str, payload: &str) -> EventKind {
        let id = EventId::new(RunId(1), 1);
        Event::read(id, Stamp::default(), "desk".into(), "d".into(), kind, payload, false).kind
    }

    #[test]
    fn a_number_beyond_its_range_is_no_payload_of_its_kind() {
        let kinds = [
            ("item.added", r#"{"day":N}"#, 366),
            ("item.added", r#"{"day":1,"minutes":N}"#, 1_440),
            ("item.extended", r#"{"of":"0000000000000001.0","minutes":N}"#, 1_000_000),
            ("person.added", r#"{"arrives":N}"#, 366),
            ("round.added", r#"{"rooms":[{"id":"a","max":N}]}"#, 1_000_000),
            (
                "vote.cast",
                r#"{"of":"0000000000000001.0","paper":1,"votes":{"0000000000000001.2":N}}"#,
                1_000_000,
            ),
            ("vote.cast", r#"{"of":"0000000000000001.0","paper":N}"#, 9_999_999),
            ("stage.shown", r#"{"view":"reveal","step":N}"#, 1_000_000),
        ];
        for (kind, payload, most) in kinds {
            let with = |number: u64| read(kind, &payload.replace('N', &number.to_string()));
            assert!(!matches!(with(most), EventKind::Unknown(_)), "{kind} {payload} {most}");
            assert!(matches!(with(most + 1), EventKind::Unknown(_)), "{kind} {payload} {most}");
        }
    }
}
