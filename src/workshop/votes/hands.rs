//! A vote by show of hands, and who votes for whom.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::ballot_rules::Method;
use super::ballots::disagree;
use super::{Stage, Vote, Votes};
use crate::workshop::id::EventId;
use crate::workshop::register::Write;

/// A count of hands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hands {
    /// The hands for each option that got any: its total, and its supporters as well.
    pub hands: Votes,
    /// How many people were asked.
    pub voters: u32,
}

impl Vote {
    /// Whether hands can stand for ballots: where each person has at most one mark for an option, the hands for it are both its
    /// total and its supporters.
    pub(crate) fn takes_hands(&self) -> bool {
        match self.method() {
            Method::Approval => true,
            Method::Dots => self.cap() == 1,
            Method::Score | Method::Rank | Method::Gradients | Method::Consent => false,
        }
    }

    /// The counts that stand: once the vote is closed, those that its closing knew.
    fn standing_hands(&self) -> Vec<&Write<Hands>> {
        if self.stage() < Stage::Closed {
            self.hands_written.alive()
        } else {
            self.hands_written.alive_among(|by| self.is_counted(by))
        }
    }

    /// Whether any count of hands stands, be it in two versions.
    pub fn has_hands(&self) -> bool {
        !self.standing_hands().is_empty()
    }

    /// The count of hands that stands for this vote's ballots; none where there is none, and none while it is torn.
    pub fn hands(&self) -> Option<&Hands> {
        if self.are_hands_conflicted() {
            return None;
        }
        self.standing_hands().first().map(|write| &write.value)
    }

    /// Whether two laptops counted differently, or one counted hands while another took ballots: nothing is counted then.
    pub fn are_hands_conflicted(&self) -> bool {
        let hands = self.standing_hands();
        disagree(&hands) || !hands.is_empty() && self.has_standing_ballots()
    }

    fn has_standing_ballots(&self) -> bool {
        if self.stage() < Stage::Closed {
            return self.has_ballots();
        }
        self.ballots.values().any(|ballot| !self.standing(ballot).is_empty())
            || !self.secret_papers().is_empty()
    }

    /// Whether a count of hands, or the undo of one, came after the closing and is not counted.
    pub fn are_hands_late(&self) -> bool {
        let events =
            |writes: Vec<&Write<Hands>>| -> Vec<EventId> { writes.iter().map(|write| write.by).collect() };
        self.stage() >= Stage::Closed && events(self.hands_written.alive()) != events(self.standing_hands())
    }

    /// Who votes for this seat.
    pub fn proxy_of(&self, seat: EventId) -> Option<EventId> {
        self.proxies.get(&seat).and_then(|by| by.get().copied().flatten())
    }

    /// Who votes for this seat, as far as these events say.
    pub(crate) fn proxy_among(&self, seat: EventId, known: impl Fn(EventId) -> bool) -> Option<EventId> {
        self.proxies.get(&seat).and_then(|by| by.alive_among(known).last().and_then(|write| write.value))
    }

    /// Those who are voted for, each with who votes for them.
    pub fn proxies_given(&self) -> impl Iterator<Item = (EventId, EventId)> + '_ {
        self.proxies.iter().filter_map(|(seat, by)| Some((*seat, by.get().copied().flatten()?)))
    }

    /// The devices from which nothing had come since the opening when it was closed.
    pub fn unheard(&self) -> BTreeSet<Arc<str>> {
        let closings = self.closings.values().filter(|closing| closing.counts);
        closings.flat_map(|closing| closing.unheard.iter().cloned()).collect()
    }
}
