//! What happened, in words: one short sentence an event, and a very short label for the status line.
//!
//! Of a ballot nothing is told but that it came in, from whom or under which number. An idea off the record is not named.

mod labels;
mod names;
mod sentences;
mod votes;

use super::{Arg, Messages};
use crate::workshop::Workshop;
use crate::workshop::event::Event;

pub use labels::label;
pub use sentences::sentence;

/// How many undos of undos a sentence follows; a forged file may hold a ring of them.
const DEEPEST: usize = 3;

/// What a piece of work did: its first event in a sentence, and how many more of the kind it was.
pub(crate) fn work(messages: &Messages, workshop: &Workshop, first: &Event) -> String {
    let what = sentence(messages, workshop, first);
    match workshop.more_alike(first.id) {
        0 => what,
        more => messages.with("event-and-more", &[("what", Arg::from(&what)), ("more", more.into())]),
    }
}
