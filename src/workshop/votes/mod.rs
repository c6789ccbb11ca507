//! Votes: prepared, opened, ballots in, closed, revealed. The counting itself is in `tally`.
//!
//! - [`ballot_rules`] what may stand on a ballot by each way to vote · [`dots_rule`] how many dots, and why ·
//!   [`ballot_order`] in which order the options stand on which ballot
//! - `decide/`: `gates` what should be so before a vote opens, `frozen` what its hash covers
//! - [`hands`] a show of hands · [`second_entry`] a second entry · [`two_stages`] how long a shortlist is
//! - [`closing`] how the ballots of a secret vote are sorted at its closing; they are sealed and opened by `session/ballots.rs`
//! - `report/outcome.rs` puts the ballots that count into `tally`; `report/findings.rs` and `report/decided.rs` say which vote is the
//!   run-off, second stage or next round of which

pub mod ballot_order;
pub mod ballot_rules;
mod ballots;
pub(crate) mod closing;
pub mod commands;
pub mod decide;
pub(crate) mod dots_rule;
pub mod events;
mod fold;
mod hands;
pub(crate) mod paper;
mod second;
pub(crate) mod second_entry;
pub(crate) mod secret;
pub(crate) mod secret_result;
pub(crate) mod two_stages;
mod waivers;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;
use litemap::LiteMap;

use super::id::EventId;
use super::register::Register;
use super::thing::{Bilingual, Made, Thing};
use ballot_rules::{Method, Rules};
use dots_rule::DotsRule;
use events::{PaperAside, SecondTold, VoteCast, VoteSet};
use secret::SecretBox;

/// How many digits of the hash are shown.
const SHORT_HASH: usize = 12;

use super::Workshop;
pub(super) use fold::apply;
pub(crate) use hands::Hands;
use second::Check;

/// The rules for ties at the cut.
pub const TIES: [&str; 4] = ["all", "supporters", "lot", "runoff"];
/// Why a paper does not count of which different things are said.
pub(crate) const CONTRADICTS: &str = "contradicts";

/// Who stands on a ballot: a seat, or the number printed on a paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Voter {
    /// A seat.
    Seat(EventId),
    /// A numbered paper.
    Paper(u32),
}

/// The dots on a ballot, by option. There may be a hundred thousand ballots of two or three options each, so that what holds them is
/// no larger than they are.
pub(crate) type Votes = LiteMap<EventId, u32>;

/// How far a vote has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Being prepared: all of it can be changed.
    Prepared,
    /// Open: ballots come in, nothing of them is shown.
    Open,
    /// Closed and counted.
    Closed,
    /// Shown to the room.
    Revealed,
}

impl Stage {
    /// Its name for programs.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Prepared => "prepared",
            Self::Open => "open",
            Self::Closed => "closed",
            Self::Revealed => "revealed",
        }
    }
}

#[derive(Debug, Clone)]
pub(super) struct Closing {
    at: Timestamp,
    counted: BTreeSet<EventId>,
    seed: Option<u64>,
    pub(super) aside: Vec<PaperAside>,
    pub(super) corrected: Vec<u32>,
    pub(super) copies: Vec<u32>,
    pub(super) corrected_drawn: u32,
    pub(super) copies_drawn: u32,
    pub(super) unread: Vec<EventId>,
    unheard: Vec<Arc<str>>,
    second: Option<SecondTold>,
    pub(super) counts: bool,
}

#[derive(Debug, Clone)]
struct Opening {
    at: Timestamp,
    /// The events that wrote the rules as they stood.
    rules: Arc<[EventId]>,
    /// The public key, where ballots are sealed.
    key: Option<Arc<str>>,
    gates: Vec<Arc<str>>,
    hash: Option<Arc<str>>,
    order: Option<u64>,
    counts: bool,
}

/// A vote.
#[derive(Debug, Clone, Default)]
pub struct Vote {
    made: Made,
    removed: Register<bool>,
    /// What is asked.
    pub title: Bilingual,
    /// The options, in order.
    pub options: Register<Vec<EventId>>,
    /// How one votes.
    pub method: Register<Arc<str>>,
    /// Dots a ballot.
    pub dots: Register<u32>,
    /// Most dots an option.
    pub cap: Register<u32>,
    /// How many go forward.
    pub seats: Register<u32>,
    /// Whether who voted what is never shown.
    pub secret: Register<bool>,
    /// What happens to ties at the cut.
    pub tie: Register<Arc<str>>,
    /// The share that counts as agreement.
    pub threshold: Register<f64>,
    /// Why a ballot has as many dots.
    pub dots_rule: Register<Arc<str>>,
    /// Who may vote; empty: everybody who is present.
    pub voters_named: Register<Vec<EventId>>,
    /// How many go forward in a second stage; 0: there is one stage only.
    pub then: Register<u32>,
    /// The vote of which it was prepared to be the run-off.
    pub settles: Register<EventId>,
    /// Pairs of options that look alike and were said to be different, the smaller key first, with the reason.
    pub dismissed: BTreeMap<[EventId; 2], Register<Arc<str>>>,
    /// Gates waived, with the reason.
    pub waived: BTreeMap<Arc<str>, Register<Arc<str>>>,
    opened: BTreeMap<EventId, Opening>,
    revealed: BTreeMap<EventId, bool>,
    pub(super) closings: BTreeMap<EventId, Closing>,
    ballots: BTreeMap<Voter, Register<Votes>>,
    /// What was typed a second time, by the event that says so.
    checks: BTreeMap<EventId, Check>,
    /// The hands that were counted instead of ballots, as they were written.
    pub hands_written: Register<Hands>,
    /// Who votes for whom, by the one who is voted for.
    pub proxies: BTreeMap<EventId, Register<Option<EventId>>>,
    /// Dots a ballot and most dots an option, where they were changed while it was open.
    pub budget: Register<(u32, u32)>,
    /// Its sealed ballots.
    pub secrets: SecretBox,
}

super::fields!(Vote from VoteSet {
    title, options, method, dots, cap, seats, secret, tie, threshold, dots_rule, voters_named said voters, then, settles said runoff_of
} beside { of, id } also {});

impl Thing for Vote {
    fn made(&self) -> &Made {
        &self.made
    }

    fn made_mut(&mut self) -> &mut Made {
        &mut self.made
    }

    /// A vote that one laptop removed and another opened concurrently stays: ballots are not lost.
    fn is_removed(&self) -> bool {
        self.removed.get().copied().unwrap_or(false) && self.stage() == Stage::Prepared
    }
}

impl Vote {
    /// The options, in order.
    pub fn options(&self) -> &[EventId] {
        self.rule(&self.options).map(Vec::as_slice).unwrap_or_default()
    }

    /// How one votes. A method of a later version is read as dots.
    pub fn method(&self) -> Method {
        self.rule(&self.method).and_then(|name| Method::from_name(name)).unwrap_or(Method::Dots)
    }

    /// What a ballot must keep to.
    pub fn ballot_rules(&self) -> Rules {
        Rules { method: self.method(), dots: self.dots(), cap: self.cap(), options: self.options().len() }
    }

    /// Dots a ballot may give; 0 where one does not vote with dots.
    pub fn dots(&self) -> u32 {
        if self.method() != Method::Dots {
            return 0;
        }
        let changed = self.changed_budget().map(|(dots, _)| dots);
        changed.or_else(|| self.rule(&self.dots).copied()).unwrap_or(0)
    }

    /// Most dots that one option may get on a ballot.
    pub fn cap(&self) -> u32 {
        let changed = self.changed_budget().map(|(_, cap)| cap);
        changed.or_else(|| self.rule(&self.cap).copied()).unwrap_or(1)
    }

    /// The budget that was set while it was open: the smaller of two that were set apart, since whoever set it did so to have it
    /// kept. What was set before the opening, or undone, is no such thing.
    pub(crate) fn changed_budget(&self) -> Option<(u32, u32)> {
        self.opening()?;
        // What was set apart after the closing came too late, like a ballot.
        let closed = self.stage() >= Stage::Closed;
        let held = self.budget.alive_among(|by| !closed || self.is_counted(by));
        let held = if closed { held } else { self.budget.alive() };
        held.iter().map(|write| write.value).min()
    }

    /// The rule by which a ballot has as many dots; a vote of before there were rules had a number of its own.
    pub fn dots_rule(&self) -> DotsRule {
        self.rule(&self.dots_rule).and_then(|name| DotsRule::from_name(name)).unwrap_or(DotsRule::Own)
    }

    /// Those who alone may vote, by seat; empty: everybody who is present.
    pub fn voters_named(&self) -> &[EventId] {
        self.rule(&self.voters_named).map(Vec::as_slice).unwrap_or_default()
    }

    /// Whether this seat may vote, whether it is there or not.
    pub(crate) fn may_vote(&self, seat: EventId) -> bool {
        self.voters_named().is_empty() || self.voters_named().contains(&seat)
    }

    /// How many options go forward.
    pub fn seats(&self) -> u32 {
        self.rule(&self.seats).copied().unwrap_or(3)
    }

    /// How many go forward in a second stage, where this vote is the first of two: fewer than go forward here.
    pub fn then(&self) -> Option<u32> {
        self.rule(&self.then).copied().filter(|then| (1..self.seats()).contains(then))
    }

    /// Whether anybody ever said that it is secret, be it taken back since.
    pub(crate) fn was_ever_called_secret(&self) -> bool {
        self.secret.ever().any(|secret| *secret)
    }

    /// Whether who voted what is never shown.
    pub fn is_secret(&self) -> bool {
        self.rule(&self.secret).copied().unwrap_or(true)
    }

    /// The rule for ties at the cut.
    pub fn tie(&self) -> &str {
        self.rule(&self.tie).map_or("runoff", AsRef::as_ref)
    }

    /// The share of supporters that counts as agreement, fixed beforehand.
    pub fn threshold(&self) -> f64 {
        self.rule(&self.threshold).copied().unwrap_or(0.75)
    }

    /// A rule of the vote as it stands: once it is open, as it stood then, whatever was changed apart.
    fn rule<'a, T: Clone + PartialEq>(&self, register: &'a Register<T>) -> Option<&'a T> {
        let Some(opening) = self.opening() else { return register.get() };
        let stood = register.alive_among(|by| opening.rules.contains(&by));
        stood.last().map(|write| &write.value).or_else(|| register.get())
    }

    fn openings(&self) -> impl Iterator<Item = (&EventId, &Opening)> {
        self.opened.iter().filter(|(_, opening)| opening.counts)
    }

    /// The opening that came first.
    fn opening(&self) -> Option<&Opening> {
        self.openings().min_by_key(|(id, opening)| (opening.at, **id)).map(|(_, opening)| opening)
    }

    /// The opening that came first.
    pub(crate) fn opened_by(&self) -> Option<EventId> {
        self.openings().min_by_key(|(id, opening)| (opening.at, **id)).map(|(id, _)| *id)
    }

    /// Whether two laptops opened it apart: then the rules of the opening that came first hold.
    pub fn is_opened_twice(&self) -> bool {
        self.openings().count() > 1
    }

    /// Whether its rules were changed on a laptop that did not know that it was open: the change is kept and has no effect.
    pub fn is_changed_since_opening(&self) -> bool {
        let mut alive = Vec::new();
        self.over_rules(&mut alive);
        self.opening().is_some_and(|opening| alive.iter().any(|by| !opening.rules.contains(by)))
    }

    /// How far it has come.
    pub fn stage(&self) -> Stage {
        if self.closings.values().any(|closing| closing.counts) {
            if self.revealed.values().any(|counts| *counts) { Stage::Revealed } else { Stage::Closed }
        } else if self.openings().next().is_some() {
            Stage::Open
        } else {
            Stage::Prepared
        }
    }

    /// When it was opened.
    pub fn opened_at(&self) -> Option<Timestamp> {
        self.opening().map(|opening| opening.at)
    }

    /// The gates that were neither passed nor waived when it was opened.
    pub fn open_gates(&self) -> &[Arc<str>] {
        self.opening().map(|opening| opening.gates.as_slice()).unwrap_or_default()
    }

    /// SHA-256 of the options and rules as they were frozen, in 64 hex digits; none before it is open.
    pub fn hash(&self) -> Option<&str> {
        self.opening().and_then(|opening| opening.hash.as_deref())
    }

    /// The first digits of the hash, enough to compare with a paper by eye.
    pub fn short_hash(&self) -> Option<&str> {
        self.hash().map(|hash| hash.get(..SHORT_HASH).unwrap_or(hash))
    }

    /// The seed of the order in which the options stand on each ballot; none before it is open.
    pub fn order_seed(&self) -> Option<u64> {
        self.opening().and_then(|opening| opening.order)
    }

    /// Whether two options that look alike were said to be different.
    pub fn is_dismissed(&self, options: [EventId; 2]) -> bool {
        let written = pair(&options).and_then(|pair| self.dismissed.get(&pair));
        written.is_some_and(|register| register.get().is_some())
    }

    /// When it was closed.
    pub fn closed_at(&self) -> Option<Timestamp> {
        self.closings.values().filter(|closing| closing.counts).map(|closing| closing.at).min()
    }

    /// Whether two laptops closed it apart: then the ballots that either counted are counted.
    pub fn is_closed_twice(&self) -> bool {
        self.closings.values().filter(|closing| closing.counts).count() > 1
    }

    /// The seed of the lot, of the closing that came first.
    pub fn seed(&self) -> u64 {
        let counting = self.closings.iter().filter(|(_, closing)| closing.counts);
        counting
            .min_by_key(|(id, closing)| (closing.at, **id))
            .and_then(|(_, closing)| closing.seed)
            .unwrap_or(0)
    }

    /// The public key to which its ballots are sealed; none before it opens, and where they are not.
    pub(crate) fn public_key(&self) -> Option<&Arc<str>> {
        self.opening().and_then(|opening| opening.key.as_ref())
    }
}

/// Two different options as they are looked up, the smaller key first; none for anything else.
pub(crate) fn pair(options: &[EventId]) -> Option<[EventId; 2]> {
    match options {
        [a, b] if a < b => Some([*a, *b]),
        [a, b] if b < a => Some([*b, *a]),
        _ => None,
    }
}

/// Who stands on a ballot; none for one that says neither seat nor paper.
pub fn voter(cast: &VoteCast) -> Option<Voter> {
    cast.seat.map(Voter::Seat).or_else(|| cast.paper.map(Voter::Paper))
}

impl Workshop {
    /// Whether a vote that was opened asks about this proposal: it cannot be taken away then.
    pub(super) fn is_voted_on(&self, proposal: EventId) -> bool {
        let asks = |vote: &Vote| vote.stage() != Stage::Prepared && vote.options().contains(&proposal);
        self.votes.iter().any(asks)
    }
}
