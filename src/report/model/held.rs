//! How a vote was held: what an annex on its method states. Nothing in it tells what anybody voted.

use std::sync::Arc;

use serde::Serialize;

use super::{Edition, View, is_false, label};
use crate::report::{decided, findings};
use crate::workshop::id::EventId;
use crate::workshop::thing::Thing;
use crate::workshop::votes::ballot_rules::Method;
use crate::workshop::votes::decide::gates;
use crate::workshop::votes::events::VoteEvent;
use crate::workshop::votes::{self, Stage};

/// How a vote was held.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Held {
    /// How many seats were named as voters; none: everybody present.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named_voters: Option<usize>,
    /// Why a ballot has as many dots: `third`, `quarter`, `fifth`, `msu` or `own`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dots_rule: Option<&'static str>,
    /// Dots a ballot and most dots an option, where they were changed while it was open.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub changed_budget: Option<BudgetSet>,
    /// The seed of the order in which the options stood on each ballot.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub order_seed: Option<u64>,
    /// The seed of the resamples and of a lot, drawn at the closing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub seed: Option<u64>,
    /// The gates that were passed when it was opened; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub gates_passed: Vec<&'static str>,
    /// Options that look alike and were said to be different; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub dismissed: Vec<Dismissal>,
    /// The options that were taken off the ballot before it was opened; never in public.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub taken_off: Vec<String>,
    /// The vote of which it is the run-off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runoff_of: Option<String>,
    /// The run-off that was held among those who were tied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub runoff: Option<Runoff>,
    /// The vote of which it is the second stage.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub second_stage_of: Option<String>,
    /// The vote on the same options of which it is another round.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub round_after: Option<String>,
    /// For how many seats somebody else voted, or was to.
    #[serde(skip_serializing_if = "is_zero")]
    pub by_proxy: usize,
    /// From how many devices nothing had come since the opening when it was closed.
    #[serde(skip_serializing_if = "is_zero")]
    pub unheard: usize,
    /// How many papers of a secret vote were put right before the closing.
    #[serde(skip_serializing_if = "is_zero")]
    pub corrected: usize,
    /// How many papers of a secret vote were entered twice alike.
    #[serde(skip_serializing_if = "is_zero")]
    pub copies: usize,
    /// How many sealed lines could not be read.
    #[serde(skip_serializing_if = "is_zero")]
    pub unread: usize,
    /// Whether its rules were changed on a laptop that did not know that it was open, which had no effect.
    #[serde(skip_serializing_if = "is_false")]
    pub changed_since_opening: bool,
}

/// A budget that was set while a vote was open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct BudgetSet {
    /// Dots a ballot.
    pub dots: u32,
    /// Most dots an option.
    pub cap: u32,
}

/// A run-off.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Runoff {
    pub vote: String,
    /// What goes forward by it; empty before its result may be told, and where it is tied itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub forward: Vec<String>,
}

/// Two options that look alike.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Dismissal {
    /// Which two.
    pub options: [String; 2],
    /// Why they are different.
    pub reason: Arc<str>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands over references")]
fn is_zero(number: &usize) -> bool {
    *number == 0
}

impl View<'_> {
    /// What goes forward by a vote whose result may be told.
    fn forward(self, vote: &votes::Vote) -> Vec<String> {
        let told = decided::result(self.results, vote.key(), |held| self.may_tell(held));
        let forward =
            told.filter(|_| self.may_tell(vote)).into_iter().flat_map(|outcome| outcome.settled.forward);
        forward.map(|option| self.proposal(option).id).collect()
    }

    /// Whether the result of a vote may be told: once it is closed, in public once it is revealed.
    pub(super) fn may_tell(self, vote: &votes::Vote) -> bool {
        match self.edition {
            Edition::Internal => vote.stage() >= Stage::Closed,
            Edition::Public => vote.stage() == Stage::Revealed,
        }
    }
}

impl Held {
    /// How a vote that was opened is held.
    pub(super) fn of(view: View<'_>, vote: &votes::Vote) -> Option<Self> {
        if vote.stage() == Stage::Prepared {
            return None;
        }
        let workshop = view.workshop;
        let id = |other: &votes::Vote| label(&workshop.votes, other.key());
        let named = vote.voters_named().len();
        let passed = gates(workshop, vote).into_iter().map(|state| state.gate.name()).filter(|gate| {
            vote.waiver(gate).is_none() && !vote.open_gates().iter().any(|open| **open == **gate)
        });
        // In the order of the ballot: that of the keys differs from session to session.
        let place = |option: &EventId| vote.options().iter().position(|known| known == option);
        let mut pairs: Vec<([EventId; 2], &Arc<str>)> = vote
            .dismissed
            .iter()
            .filter_map(|(options, reason)| {
                let mut options = *options;
                options.sort_by_key(place);
                Some((options, reason.get()?))
            })
            .collect();
        pairs.sort_by_key(|(options, _)| options.each_ref().map(place));
        let dismissed = pairs.into_iter().map(|(options, reason)| Dismissal {
            options: options.map(|option| view.proposal(option).id),
            reason: reason.clone(),
        });
        // Of which vote this one is the run-off or the second stage tells who was tied or went on there.
        let told = |other: &&votes::Vote| view.may_tell(other);
        Some(Self {
            named_voters: (named > 0).then_some(named),
            dots_rule: (vote.method() == Method::Dots).then(|| vote.dots_rule().name()),
            changed_budget: vote.changed_budget().map(|(dots, cap)| BudgetSet { dots, cap }),
            order_seed: vote.order_seed(),
            seed: (vote.stage() >= Stage::Closed).then(|| vote.seed()),
            gates_passed: view.internal(|_| passed.collect()),
            dismissed: view.internal(|_| dismissed.collect()),
            taken_off: view
                .internal(|_| vote.taken_off().into_iter().map(|option| view.proposal(option).id).collect()),
            runoff_of: findings::runoff_of(view.results, vote).filter(told).map(id),
            runoff: findings::runoff_held(view.results, vote)
                .filter(|_| view.may_tell(vote))
                .map(|other| Runoff { vote: id(other), forward: view.forward(other) }),
            second_stage_of: findings::second_stage_of(view.results, vote).filter(told).map(id),
            round_after: findings::round_before(workshop, vote).map(id),
            by_proxy: vote.proxies_given().count(),
            unheard: vote.unheard().len(),
            corrected: vote.sealed_corrected() + open_corrections(view, vote),
            copies: vote.sealed_copied(),
            unread: vote.lines_unread(),
            changed_since_opening: vote.is_changed_since_opening(),
        })
    }
}

/// How many ballots of a vote that is not sealed were put right before the closing.
fn open_corrections(view: View<'_>, vote: &votes::Vote) -> usize {
    use crate::workshop::event::{Event, EventKind};
    let workshop = view.workshop;
    let voter = |event: &Arc<Event>| match &event.kind {
        EventKind::Vote(VoteEvent::Corrected(cast)) if cast.of == vote.key() => votes::voter(cast),
        _ => None,
    };
    let closed = vote.stage() >= Stage::Closed;
    // What came after the closing was not in time, like any ballot.
    let in_time = |event: &Arc<Event>| !closed || vote.is_counted(event.id);
    let about = workshop.events_about(vote.key()).into_iter();
    let counting = about.filter(|event| workshop.counts(event.id)).filter(|event| in_time(event));
    counting.filter_map(voter).collect::<std::collections::BTreeSet<_>>().len()
}
