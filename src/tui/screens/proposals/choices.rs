//! What is chosen from lists: the state, the source ideas, enablers and essential public health operations.

use std::sync::Arc;

use super::draw::glyph;
use super::model::no_change;
use crate::language::Messages;
use crate::report::record::Record;
use crate::tui::ctx::Desk;
use crate::tui::layers::{Choose, Pick, PickRow};
use crate::tui::screens::shared::naming;
use crate::workshop::id::EventId;
use crate::workshop::ideas::{Idea, standing};
use crate::workshop::proposals::commands::ProposalEdit;
use crate::workshop::proposals::{Proposal, STATES};
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;
use crate::workshop::{Workshop, groups};

/// Which terms of a proposal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Enablers,
    /// Essential public health operations.
    Ephos,
}

impl Which {
    const fn group(self) -> &'static str {
        match self {
            Self::Enablers => "enabler",
            Self::Ephos => "epho",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Enablers => "proposals-choose-enablers",
            Self::Ephos => "proposals-choose-ephos",
        }
    }

    fn tags(self, proposal: &Proposal) -> &[Arc<str>] {
        let tags = match self {
            Self::Enablers => &proposal.enablers,
            Self::Ephos => &proposal.ephos,
        };
        tags.get().map(Vec::as_slice).unwrap_or_default()
    }

    fn edit(self, none: ProposalEdit, tags: Vec<Arc<str>>) -> ProposalEdit {
        match self {
            Self::Enablers => ProposalEdit { enablers: Some(tags), ..none },
            Self::Ephos => ProposalEdit { ephos: Some(tags), ..none },
        }
    }
}

/// The title of a list, with the proposal it is about.
fn title(workshop: &Workshop, messages: &Messages, id: &str, of: EventId) -> String {
    let label = workshop.proposals.label(of);
    messages.with(id, &[("id", label.as_ref().into())])
}

pub(super) fn state(desk: &mut Desk<'_>, of: EventId) {
    let Some(workshop) = desk.workshop() else { return };
    let Some(proposal) = workshop.proposals.get(of) else { return };
    let row = |state: &str| {
        let said = desk.messages.say(&format!("proposal-state-{state}"));
        let now =
            if state == proposal.state() { desk.messages.say("proposals-state-now") } else { String::new() };
        PickRow::new(state, format!("{} {said}", glyph(state)), now)
    };
    let rows = STATES.map(row).to_vec();
    let title = title(workshop, desk.messages, "proposals-pick-state", of);
    desk.push(Pick::new(title, rows, move |state, desk| {
        let Some(workshop) = desk.workshop() else { return true };
        let known = workshop.proposals.get(of);
        let same = known.is_some_and(|known| known.state() == state && !known.state.is_conflicted());
        let edit = ProposalEdit { state: Some(state.into()), ..no_change(workshop, of) };
        same || desk.perform(edit).is_some()
    }));
}

/// Its enablers, or its essential public health operations.
pub(super) fn terms(desk: &mut Desk<'_>, of: EventId, which: Which) {
    let Some(workshop) = desk.workshop() else { return };
    let Some(proposal) = workshop.proposals.get(of) else { return };
    let lang = desk.messages.lang();
    let before: Vec<Arc<str>> = which.tags(proposal).to_vec();
    let terms = workshop.terms.iter().filter(|term| term.group() == which.group());
    let mut rows: Vec<PickRow> = terms
        .map(|term| {
            let id = workshop.terms.label(term.key());
            // What is kept of a term is its id in small letters.
            PickRow::new(
                id.to_lowercase(),
                term.name.in_(lang),
                term.name.get(lang.other()).unwrap_or_default(),
            )
        })
        .collect();
    for tag in &before {
        if !rows.iter().any(|row| row.value == tag.as_ref()) {
            rows.push(PickRow::new(tag.as_ref(), naming::term(workshop, tag, lang), ""));
        }
    }
    let taken: Vec<String> = before.iter().map(ToString::to_string).collect();
    let title = title(workshop, desk.messages, which.title(), of);
    desk.push(Choose::new(title, rows, &taken, move |values, desk| {
        let Some(workshop) = desk.workshop() else { return true };
        let tags: Vec<Arc<str>> = values.iter().map(|value| value.as_str().into()).collect();
        let same = tags.len() == before.len() && tags.iter().all(|tag| before.contains(tag));
        let edit = which.edit(no_change(workshop, of), tags);
        same || desk.perform(edit).is_some()
    }));
}

/// The ideas it comes from.
pub(super) fn ideas(desk: &mut Desk<'_>, of: EventId) {
    let Some(workshop) = desk.workshop() else { return };
    let Some(proposal) = workshop.proposals.get(of) else { return };
    let lang = desk.messages.lang();
    let linked = proposal.ideas().iter().filter_map(|key| workshop.ideas.get(*key));
    let before: Vec<String> =
        linked.clone().map(|idea| workshop.ideas.label(idea.key()).into_owned()).collect();
    // Ideas that were merged into others stay linked until somebody lets go of them.
    let record = Record::of(&workshop.ideas);
    let others =
        standing(&workshop.ideas).filter(|idea| record.has(idea) && !proposal.ideas().contains(&idea.key()));
    let rooms = groups::all_rooms(&workshop.rounds);
    let row = |idea: &Idea| {
        let aside = naming::room(&rooms, idea.room(), lang);
        PickRow::new(workshop.ideas.label(idea.key()), shown(workshop, idea, lang), aside)
    };
    let rows: Vec<PickRow> = linked.chain(others).map(row).collect();
    if rows.is_empty() {
        return desk.say("proposals-said-no-ideas", &[]);
    }
    let title = title(workshop, desk.messages, "proposals-choose-ideas", of);
    let taken = before.clone();
    desk.push(Choose::new(title, rows, &taken, move |values, desk| {
        let Some(workshop) = desk.workshop() else { return true };
        let edit = ProposalEdit {
            ideas: Some(values.iter().map(|value| value.as_str().into()).collect()),
            ..no_change(workshop, of)
        };
        values == before.as_slice() || desk.perform(edit).is_some()
    }));
}

/// The words of an idea behind its id, if one was chosen for it.
fn shown(workshop: &Workshop, idea: &Idea, lang: Lang) -> String {
    let words = idea.text.in_(lang);
    match &idea.made().id {
        Some(_) => format!("{} {words}", workshop.ideas.label(idea.key())),
        None => words.to_owned(),
    }
}
