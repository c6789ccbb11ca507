//! What is amiss with a vote that is about to be closed.

use super::{hands, secret};
use crate::app::desk::Desk;
use crate::language::Arg;
use crate::report::outcome;
use crate::workshop::id::EventId;

/// A clause for each thing that whoever closes the vote should know before it is too late; none where all is well.
pub(super) fn amiss(desk: &Desk<'_>, key: EventId) -> Vec<String> {
    let Some(workshop) = desk.workshop() else { return Vec::new() };
    let Some(vote) = workshop.votes.get(key) else { return Vec::new() };
    let mut amiss = Vec::new();
    let turnout = outcome::turnout(workshop, vote);
    if turnout.ballots < turnout.seats {
        let args = [("n", turnout.ballots.into()), ("all", turnout.seats.into())];
        amiss.push(desk.tongue.with("vote-close-missing", &args));
    }
    let unheard = hands::unheard(desk, vote);
    if !unheard.is_empty() {
        amiss.push(desk.tongue.with("vote-close-unheard", &[("devices", Arg::from(&unheard))]));
    }
    let aside = desk.session.as_deref().map(|session| session.would_set_aside(key)).unwrap_or_default();
    if !aside.is_empty() {
        let papers = secret::aside_in_words(desk.tongue, &aside);
        amiss.push(desk.tongue.with("vote-close-aside", &[("papers", Arg::from(&papers))]));
    }
    amiss
}
