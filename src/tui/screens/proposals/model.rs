//! What Proposals shows, computed once for each change of the workshop.

use std::collections::HashMap;
use std::sync::Arc;

use crate::language::Messages;
use crate::report::{decided, outcome};
use crate::tui::screens::shared::conflicts::{Conflicts, Version};
use crate::tui::screens::shared::naming;
use crate::workshop::groups::events::Room;
use crate::workshop::id::EventId;
use crate::workshop::proposals::Proposal;
use crate::workshop::proposals::commands::ProposalEdit;
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;
use crate::workshop::votes::Stage;
use crate::workshop::{Workshop, groups};

/// The place of a proposal in a vote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ranked {
    /// Its rank, from 1.
    pub rank: u32,
    /// Whether another has the same.
    pub shared: bool,
    pub dots: u64,
}

/// A proposal in the list.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub key: EventId,
    pub id: String,
    /// The title in the interface language, else in the other.
    pub title: String,
    /// The title in the other language, where both are there.
    pub other: String,
    /// The language in which there is no title.
    pub missing: Option<Lang>,
    pub state: String,
    /// The names of its enablers.
    pub enablers: Vec<String>,
    /// How many ideas it comes from.
    pub ideas: usize,
    /// How many versions there are of what has most.
    pub versions: u32,
    /// Its place in the last vote that is closed.
    pub ranked: Option<Ranked>,
}

/// All that is shown.
#[derive(Debug, Default)]
pub(crate) struct Facts {
    /// The proposals, in order.
    pub rows: Vec<Row>,
    /// The last vote that is closed.
    pub vote: Option<EventId>,
    /// The commitments that come from each proposal.
    pub commitments: HashMap<EventId, Vec<EventId>>,
    pub rooms: Vec<Room>,
    /// The place of each proposal in the last vote that is closed.
    pub ranks: HashMap<EventId, Ranked>,
}

impl Facts {
    pub(crate) fn of(workshop: &Workshop, messages: &Messages, by_rank: bool) -> Self {
        let mut facts = Self { rooms: groups::all_rooms(&workshop.rounds), ..Self::default() };
        facts.rank(workshop);
        for commitment in workshop.commitments.iter() {
            if let Some(proposal) = commitment.proposal() {
                facts.commitments.entry(proposal).or_default().push(commitment.key());
            }
        }
        let ranks = &facts.ranks;
        let row = |proposal| row(workshop, messages.lang(), proposal, ranks);
        facts.rows = workshop.proposals.iter().map(row).collect();
        facts.order(by_rank);
        facts
    }

    /// Puts the best ranked first, or all in the order of their ids.
    pub(crate) fn order(&mut self, by_rank: bool) {
        let natural = |row: &Row| {
            let digits = row.id.trim_start_matches(|c: char| !c.is_ascii_digit());
            (digits.parse::<u64>().unwrap_or(u64::MAX), row.id.clone())
        };
        self.rows.sort_by_cached_key(natural);
        if by_rank {
            // Those of one rank stay in the order of their ids.
            self.rows.sort_by_key(|row| row.ranked.map_or(u32::MAX, |ranked| ranked.rank));
        }
    }

    /// Only of a vote that is closed: of an open one nobody sees a count.
    fn rank(&mut self, workshop: &Workshop) {
        let closed = workshop.votes.iter().filter_map(|vote| Some((vote.closed_at()?, vote.key())));
        let Some(last) = closed.max().and_then(|(_, vote)| workshop.votes.get(vote)) else { return };
        // A run-off ranks but those who were tied.
        let results = outcome::Results::new(workshop);
        let vote = decided::first_of(&results, last, |vote| vote.stage() >= Stage::Closed).key();
        let Some(outcome) = outcome::result(workshop, vote) else { return };
        self.vote = Some(vote);
        for row in &outcome.rows {
            let shared = outcome.rows.iter().filter(|other| other.rank == row.rank).nth(1).is_some();
            self.ranks.insert(row.option, Ranked { rank: row.rank, shared, dots: row.total });
        }
    }
}

fn row(workshop: &Workshop, lang: Lang, proposal: &Proposal, ranks: &HashMap<EventId, Ranked>) -> Row {
    let title = |lang| proposal.title.get(lang);
    let missing = Lang::ALL.into_iter().find(|lang| title(*lang).is_none());
    let enablers = proposal.enablers.get().map(Vec::as_slice).unwrap_or_default();
    Row {
        key: proposal.key(),
        id: workshop.proposals.label(proposal.key()).into_owned(),
        title: proposal.title.in_(lang).to_owned(),
        other: title(lang).and(title(lang.other())).unwrap_or_default().to_owned(),
        missing,
        state: proposal.state().to_owned(),
        enablers: enablers.iter().map(|tag| naming::term(workshop, tag, lang)).collect(),
        ideas: proposal.ideas().iter().filter(|idea| workshop.ideas.get(**idea).is_some()).count(),
        versions: proposal.versions(),
        ranked: ranks.get(&proposal.key()).copied(),
    }
}

/// A change of nothing yet.
pub(crate) fn no_change(workshop: &Workshop, of: EventId) -> ProposalEdit {
    ProposalEdit { proposal: workshop.proposals.label(of).as_ref().into(), ..ProposalEdit::default() }
}

/// The versions of whatever has several.
pub(crate) fn versions(workshop: &Workshop, messages: &Messages, of: EventId) -> Vec<Version> {
    let Some(proposal) = workshop.proposals.get(of) else { return Vec::new() };
    let none = || no_change(workshop, of);
    // An idea that is gone cannot be named any more.
    let there = |key: &&EventId| workshop.ideas.get(**key).is_some();
    let id = |key: &EventId| -> Arc<str> { workshop.ideas.label(*key).as_ref().into() };
    let words = |key: &EventId| workshop.ideas.get(*key).map(|idea| idea.text.in_(messages.lang()));
    Conflicts::of(workshop)
        .text(["proposals-ask-title-en", "proposals-ask-title-ru"], &proposal.title, |text| {
            ProposalEdit { title: Some(text), ..none() }.into()
        })
        .field(
            "proposals-leads",
            &proposal.leads,
            |list| naming::joined(list.iter().map(naming::both)),
            |list| ProposalEdit { leads: Some(list.clone()), ..none() }.into(),
        )
        .field(
            "proposals-partners",
            &proposal.partners,
            |list| naming::joined(list.iter().map(naming::both)),
            |list| ProposalEdit { partners: Some(list.clone()), ..none() }.into(),
        )
        .text(["proposals-ask-place-en", "proposals-ask-place-ru"], &proposal.place, |text| {
            ProposalEdit { place: Some(text), ..none() }.into()
        })
        .text(["proposals-ask-when-en", "proposals-ask-when-ru"], &proposal.when, |text| {
            ProposalEdit { when: Some(text), ..none() }.into()
        })
        .field(
            "proposals-enablers",
            &proposal.enablers,
            |list| naming::joined(list),
            |list| ProposalEdit { enablers: Some(list.clone()), ..none() }.into(),
        )
        .field(
            "proposals-ephos",
            &proposal.ephos,
            |list| naming::joined(list),
            |list| ProposalEdit { ephos: Some(list.clone()), ..none() }.into(),
        )
        .field(
            "proposals-source-ideas",
            &proposal.ideas,
            |keys| naming::joined(keys.iter().filter_map(words)),
            |keys| {
                let ideas = keys.iter().filter(there).map(id).collect();
                ProposalEdit { ideas: Some(ideas), ..none() }.into()
            },
        )
        .field(
            "proposals-state",
            &proposal.state,
            |state| messages.say(&format!("proposal-state-{state}")),
            |state| ProposalEdit { state: Some(state.clone()), ..none() }.into(),
        )
        .versions
}
