//! A time as the clock on the wall of the meeting showed it.

use jiff::Zoned;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::language::date::clock;

/// A time at the place of the meeting; in JSON `2017-11-28T09:30:00+02:00`.
#[derive(Debug, Clone, PartialEq)]
pub struct Moment(Zoned);

impl Moment {
    pub(super) fn new(at: Zoned) -> Self {
        Self(at)
    }

    pub(crate) fn date(&self) -> Date {
        self.0.date()
    }

    /// Hours and minutes: `09:30`.
    pub(crate) fn clock(&self) -> String {
        clock(&self.0)
    }

    /// With its offset from UTC, as in JSON.
    pub(crate) fn rfc3339(&self) -> String {
        self.0.strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.rfc3339())
    }
}
