//! What a laptop remembers of the secret ballots that were entered on it, until the vote is closed.
//!
//! It says whose mark is still to be written, which numbers are in, and which line to correct; it never holds what somebody voted.
//! It lies in the state directory and nowhere else, since it links seats with lines.

use serde::{Deserialize, Serialize};

use super::places::{Places, put, read_if_there};
use crate::workshop::id::EventId;

/// A ballot that was entered here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// The number of its paper.
    pub paper: u32,
    /// The sealed line; none while it is being written.
    pub event: Option<EventId>,
    /// Whose it is, where it was entered for a seat.
    pub seat: Option<EventId>,
    /// Whether the seat's mark is in the session file.
    pub marked: bool,
}

/// What is remembered of one vote.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Memory {
    /// The ballots entered here, in that order.
    pub entries: Vec<Entry>,
    /// Seats that were marked by hand, whose mark is still to be written.
    #[serde(default)]
    pub by_hand: Vec<EventId>,
    /// The ballots that were typed a second time here.
    #[serde(default)]
    pub checks: Vec<Checked>,
}

/// A ballot that was typed a second time here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Checked {
    /// The number of its paper.
    pub paper: u32,
    /// The sealed line.
    pub event: EventId,
}

impl Memory {
    /// Reads it; nothing if there is none, or none that can be read.
    pub fn load(places: &Places) -> Self {
        read_if_there(&places.memory()).and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default()
    }

    /// Keeps it: it is on the disk before this returns.
    ///
    /// # Errors
    /// The system's.
    pub fn save(&self, places: &Places) -> std::io::Result<()> {
        put(&places.memory(), places.state(), &self.text()?, true)
    }

    /// Keeps it, on the disk by and by: for what is little to lose.
    ///
    /// # Errors
    /// The system's.
    pub fn save_soon(&self, places: &Places) -> std::io::Result<()> {
        put(&places.memory(), places.state(), &self.text()?, false)
    }

    fn text(&self) -> std::io::Result<String> {
        serde_json::to_string(self).map_err(std::io::Error::other)
    }
}
