//! A time as it is given on the command line: with an offset, or by the clock of the meeting.

use jiff::Timestamp;

use crate::fault::{Exit, Fault};
use crate::workshop::Workshop;

/// Reads a time.
///
/// # Errors
/// It is none.
pub(super) fn read(workshop: &Workshop, given: &str) -> Result<Timestamp, Fault> {
    let local = || {
        let clock: jiff::civil::DateTime = given.parse().ok()?;
        Some(clock.to_zoned(workshop.meeting.zone()).ok()?.timestamp())
    };
    let bad = || Fault::new(Exit::Usage, "usage", "usage-bad-time").with("given", given);
    given.parse().ok().or_else(local).ok_or_else(bad)
}
