//! The hybrid logical clock: stamps that order events across laptops whose clocks disagree.
//!
//! After Kulkarni, Demirbas, Madappa, Avva and Leone, *Logical Physical Clocks* (OPODIS 2014): the wall clock in
//! milliseconds and a counter for what happens within one of them. A stamp only *orders*; when a thing happened stands in
//! the event's own `at`.

use std::fmt;
use std::str::FromStr;

use jiff::SignedDuration;
use jiff::civil::DateTime;

use super::id::BadId;

/// How far ahead of our own clock a foreign stamp may be before it no longer drags ours along: ten minutes, in
/// milliseconds.
pub(crate) const FAR_AHEAD_MS: i64 = 10 * 60 * 1000;

/// Milliseconds since 1970 (UTC) and a counter, written `2017-11-28T07:31:22.417Z-0000` (four hex digits): fixed width,
/// so that it sorts as text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Stamp {
    /// Milliseconds since 1970-01-01T00:00Z, kept within the years 1970 to 9999.
    pub ms: i64,
    /// What came in the same millisecond before it.
    pub count: u16,
}

/// The last millisecond that a stamp can write with four digits of a year.
const LAST_MS: i64 = 253_402_300_799_999;
/// The millisecond from which stamps count. Civil time in UTC, since it reaches a day further than instants do.
const BEGIN: DateTime = jiff::civil::date(1970, 1, 1).at(0, 0, 0, 0);

impl Stamp {
    /// A stamp at `ms`, kept within what can be written.
    pub fn at(ms: i64) -> Self {
        Self { ms: ms.clamp(0, LAST_MS), count: 0 }
    }

    /// The stamp of the next event, made at wall time `now_ms` after having seen `self`.
    #[must_use]
    pub fn next(self, now_ms: i64) -> Self {
        let now = Self::at(now_ms);
        if now.ms > self.ms {
            return now;
        }
        match self.count.checked_add(1) {
            Some(count) => Self { ms: self.ms, count },
            None => Self::at(self.ms.saturating_add(1)),
        }
    }

    /// The clock after seeing a foreign stamp at wall time `now_ms`; one that is far ahead leaves ours alone.
    #[must_use]
    pub fn seen(self, foreign: Self, now_ms: i64) -> Self {
        if foreign.is_far_ahead_of(now_ms) { self } else { self.max(foreign) }
    }

    /// Whether this stamp lies more than ten minutes ahead of the wall clock `now_ms`.
    pub(crate) fn is_far_ahead_of(self, now_ms: i64) -> bool {
        self.ms.saturating_sub(now_ms) > FAR_AHEAD_MS
    }
}

impl fmt::Display for Stamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let time = BEGIN.checked_add(SignedDuration::from_millis(self.ms)).unwrap_or(BEGIN);
        write!(f, "{time:.3}Z-{:04x}", self.count)
    }
}

impl FromStr for Stamp {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let (time, count) = text.rsplit_once('-').ok_or(BadId)?;
        let shape = time.len() == 24 && time.ends_with('Z') && count.len() == 4;
        let hex = count.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        if !shape || !hex {
            return Err(BadId);
        }
        let time: DateTime = time.strip_suffix('Z').ok_or(BadId)?.parse().map_err(|_| BadId)?;
        let count = u16::from_str_radix(count, 16).map_err(|_| BadId)?;
        let ms = i64::try_from(time.duration_since(BEGIN).as_millis()).map_err(|_| BadId)?;
        if (0..=LAST_MS).contains(&ms) { Ok(Self { ms, count }) } else { Err(BadId) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_reads_back_what_it_writes_and_sorts_as_text() {
        let early = Stamp { ms: 1_511_854_282_417, count: 9 };
        let late = Stamp { ms: 1_511_854_282_417, count: 10 };
        assert_eq!(early.to_string(), "2017-11-28T07:31:22.417Z-0009");
        assert_eq!(early.to_string().parse(), Ok(early));
        assert!(early < late && early.to_string() < late.to_string());
        assert_eq!(Stamp::at(i64::MAX).to_string().len(), early.to_string().len());
        assert_eq!(Stamp::at(0).to_string(), "1970-01-01T00:00:00.000Z-0000");
        let last = "9999-12-31T23:59:59.999Z-ffff";
        assert_eq!(last.parse::<Stamp>().map(|stamp| stamp.to_string()).as_deref(), Ok(last));
    }

    #[test]
    fn a_full_counter_carries_into_the_millisecond() {
        let full = Stamp { ms: 5, count: u16::MAX };
        assert_eq!(full.next(5), Stamp { ms: 6, count: 0 });
        assert_eq!(full.next(0), Stamp { ms: 6, count: 0 });
    }

    #[test]
    fn a_stamp_far_ahead_does_not_drag_ours_along() {
        let ours = Stamp::at(1_000);
        assert_eq!(ours.seen(Stamp::at(1_000 + FAR_AHEAD_MS + 1), 1_000), ours);
        assert_eq!(ours.seen(Stamp::at(2_000), 1_000), Stamp::at(2_000));
    }
}
