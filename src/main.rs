//! Talkoot.
fn main() {}
