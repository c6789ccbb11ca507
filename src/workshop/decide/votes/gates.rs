//! What should be so before a vote opens.

use std::collections::BTreeMap;

use super::super::super::Workshop;
use super::super::super::id::EventId;
use super::super::super::proposals::Proposal;
use super::super::super::text::Lang;
use super::super::super::votes::Vote;

/// Above this many options people no longer compare; two stages are better.
const MANY_OPTIONS: usize = 20;

/// What should be so before a vote opens. One that is not passed can be waived, with a reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Every option in both languages.
    Languages,
    /// No two options that look alike.
    Duplicates,
    /// Not more options than people can compare.
    Number,
}

impl Gate {
    /// All gates.
    pub const ALL: [Self; 3] = [Self::Languages, Self::Duplicates, Self::Number];

    /// Its name in the session file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Languages => "languages",
            Self::Duplicates => "duplicates",
            Self::Number => "number",
        }
    }
}

/// Each gate with the options for which it is not passed: none, passed.
pub fn gates(workshop: &Workshop, vote: &Vote) -> Vec<(Gate, Vec<EventId>)> {
    let options: Vec<_> =
        vote.options().iter().filter_map(|key| Some((*key, workshop.proposals.get(*key)?))).collect();
    let single = |(key, proposal): &(EventId, &Proposal)| {
        let both = Lang::ALL.iter().all(|lang| proposal.title.get(*lang).is_some());
        (!both).then_some(*key)
    };
    let same = |text: &str| text.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let mut alike = Vec::new();
    for lang in Lang::ALL {
        let mut seen: BTreeMap<String, EventId> = BTreeMap::new();
        for (key, proposal) in &options {
            if let Some(title) = proposal.title.get(lang)
                && let Some(first) = seen.insert(same(title), *key)
            {
                alike.extend([first, *key]);
            }
        }
    }
    alike.sort_unstable();
    alike.dedup();
    let many = options.iter().skip(MANY_OPTIONS).map(|(key, _)| *key).collect();
    vec![
        (Gate::Languages, options.iter().filter_map(single).collect()),
        (Gate::Duplicates, alike),
        (Gate::Number, many),
    ]
}
