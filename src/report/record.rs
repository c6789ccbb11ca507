//! What stands on the record.

use crate::workshop::ideas::{Idea, Sort, kept};
use crate::workshop::thing::{Thing, Things};

/// Whether anything may be told of this idea.
///
/// An idea merged into one that is off the record says the same as that one, so it is off the record with it. Where two
/// laptops disagree whether it is, it is: what was told once cannot be taken back.
pub fn is_on_record(ideas: &Things<Idea>, idea: &Idea) -> bool {
    if is_held_back(idea) {
        return false;
    }
    // Nearly all were never merged; only the others need a walk.
    if idea.into.get().is_none_or(Option::is_none) {
        return true;
    }
    ideas.get(kept(ideas, idea.key())).is_none_or(|root| !is_held_back(root))
}

fn is_held_back(idea: &Idea) -> bool {
    idea.is_off_record()
        || idea.hidden.is_torn() && idea.hidden.alive().iter().any(|write| write.value)
        || idea.kind.is_torn()
            && idea.kind.alive().iter().any(|write| Sort::from_name(&write.value) == Some(Sort::OffRecord))
}
