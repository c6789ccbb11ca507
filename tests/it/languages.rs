//! The messages: the same in both languages, complete, grammatical where that can be counted, and nowhere in the code.

mod bundles;
mod events;
mod literals;
mod sources;
