//! What should be so before a vote opens.

use std::collections::BTreeSet;

use crate::workshop::id::EventId;
use crate::workshop::proposals::Proposal;
use crate::workshop::text::Lang;
use crate::workshop::votes::Vote;
use crate::workshop::votes::ballot_rules::Method;
use crate::workshop::votes::dots_rule::MOST_BY_RULE;
use crate::workshop::votes::two_stages::MANY_OPTIONS;
use crate::workshop::{Workshop, alike};

/// What fewer than half support is not agreement.
const LEAST_THRESHOLD: f64 = 0.5;

/// What should be so before a vote opens. One that is not passed can be waived, with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Every option in both languages.
    Languages,
    /// No two options that look alike, but those that somebody said are different.
    Duplicates,
    /// Not more options than people can compare, unless this is the first of two stages, which makes them fewer.
    Number,
    /// Dots that force a choice: not enough of them to mark every option in full, and not more than a hand places with thought.
    Dots,
    /// Nobody named as a voter who is no longer on the roster.
    Voters,
    /// A threshold of agreement of one half at least, fixed beforehand.
    Threshold,
    /// A rule for ties that this way to vote can decide by.
    Tie,
    /// Fewer going forward than there are options.
    Seats,
}

impl Gate {
    /// All gates.
    pub const ALL: [Self; 8] = [
        Self::Languages,
        Self::Duplicates,
        Self::Number,
        Self::Dots,
        Self::Voters,
        Self::Threshold,
        Self::Tie,
        Self::Seats,
    ];

    /// Its name in the session file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Languages => "languages",
            Self::Duplicates => "duplicates",
            Self::Number => "number",
            Self::Dots => "dots",
            Self::Voters => "voters",
            Self::Threshold => "threshold",
            Self::Tie => "tie",
            Self::Seats => "seats",
        }
    }
}

/// A gate as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GateState {
    pub gate: Gate,
    /// Whether it is passed, without being waived.
    pub passed: bool,
    /// The options for which it is not.
    pub options: Vec<EventId>,
    /// The pairs of options that look alike and were not said to be different.
    pub pairs: Vec<[EventId; 2]>,
    /// The people for whom it is not passed.
    pub people: Vec<EventId>,
}

impl GateState {
    fn whether(gate: Gate, passed: bool) -> Self {
        Self { gate, passed, options: Vec::new(), pairs: Vec::new(), people: Vec::new() }
    }

    fn for_options(gate: Gate, options: Vec<EventId>) -> Self {
        let passed = options.is_empty();
        Self { options, ..Self::whether(gate, passed) }
    }
}

/// Each gate that this vote has as it stands, in the order of [`Gate::ALL`]: where one does not vote with dots, chooses nothing or names
/// no voters, there is nothing to judge.
pub fn gates(workshop: &Workshop, vote: &Vote) -> Vec<GateState> {
    let options: Vec<_> =
        vote.options().iter().filter_map(|key| Some((*key, workshop.proposals.get(*key)?))).collect();
    let single = |(key, proposal): &(EventId, &Proposal)| {
        let both = Lang::ALL.iter().all(|lang| proposal.title.get(*lang).is_some());
        (!both).then_some(*key)
    };
    let pairs = alike_pairs(&options, vote);
    let mut alike: Vec<EventId> = pairs.iter().flatten().copied().collect();
    alike.sort_unstable();
    alike.dedup();
    let most = if vote.then().is_some() { options.len() } else { MANY_OPTIONS };
    let many = options.iter().skip(most).map(|(key, _)| *key).collect();
    let gone: Vec<EventId> =
        vote.voters_named().iter().filter(|key| workshop.people.get(**key).is_none()).copied().collect();
    let method = vote.method();
    let by_dots = method == Method::Dots;
    let all = u64::try_from(options.len()).unwrap_or(u64::MAX);
    let choice = u64::from(vote.dots()) < all.saturating_mul(u64::from(vote.cap()));
    let dots = choice && vote.dots() <= MOST_BY_RULE;
    // Where everybody gives every option a number, all have as many supporters.
    let tie = vote.tie() != "supporters" || matches!(method, Method::Dots | Method::Approval);
    let seats = u64::from(vote.seats()) < all;
    let mut gates = vec![
        GateState::for_options(Gate::Languages, options.iter().filter_map(single).collect()),
        GateState { pairs, ..GateState::for_options(Gate::Duplicates, alike) },
        GateState::for_options(Gate::Number, many),
        GateState::whether(Gate::Dots, dots),
        GateState { passed: gone.is_empty(), people: gone, ..GateState::whether(Gate::Voters, true) },
        GateState::whether(Gate::Threshold, vote.threshold() >= LEAST_THRESHOLD),
        GateState::whether(Gate::Tie, tie),
        GateState::whether(Gate::Seats, seats),
    ];
    gates.retain(|state| match state.gate {
        Gate::Dots => by_dots,
        Gate::Voters => !vote.voters_named().is_empty(),
        Gate::Seats => method.chooses(),
        _ => true,
    });
    gates
}

/// The names of the gates that are neither passed nor waived.
pub fn open_gates(workshop: &Workshop, vote: &Vote) -> Vec<&'static str> {
    let open = gates(workshop, vote).into_iter().filter(|state| !state.passed);
    open.map(|state| state.gate.name()).filter(|name| vote.waiver(name).is_none()).collect()
}

/// Two options that look alike in a language, and are not known to be different.
fn alike_pairs(options: &[(EventId, &Proposal)], vote: &Vote) -> Vec<[EventId; 2]> {
    let same = |text: &str| text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found: BTreeSet<[EventId; 2]> = BTreeSet::new();
    for lang in Lang::ALL {
        let titled: Vec<(EventId, &str)> =
            options.iter().filter_map(|(key, proposal)| Some((*key, proposal.title.get(lang)?))).collect();
        let mut places = alike::pairs(titled.iter().map(|(_, title)| *title));
        // Titles of short words only have no stems to compare; the same is still the same.
        let plain: Vec<String> = titled.iter().map(|(_, title)| same(title)).collect();
        for (at, text) in plain.iter().enumerate() {
            let first = plain.iter().position(|other| other == text);
            places.extend(first.filter(|first| *first < at).map(|first| (first, at)));
        }
        let keys = places.iter().filter_map(|(a, b)| Some([titled.get(*a)?.0, titled.get(*b)?.0]));
        found.extend(keys.filter(|pair| !vote.is_dismissed(*pair)).map(|mut pair| {
            pair.sort_unstable();
            pair
        }));
    }
    found.into_iter().collect()
}
