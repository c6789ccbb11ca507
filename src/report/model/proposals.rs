//! Proposals, each with the ideas it comes from.

use std::sync::Arc;

use serde::Serialize;

use super::versions::Versions;
use super::{View, label};
use crate::workshop::id::EventId;
use crate::workshop::proposals;
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;

/// A proposal.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Proposal {
    pub id: String,
    pub title: Text,
    /// `draft`, `ready`, `going-forward` or `withdrawn`.
    pub state: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub leads: Vec<Text>,
    /// Who takes part.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub partners: Vec<Text>,
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub place: Text,
    /// When, in words.
    #[serde(skip_serializing_if = "Text::is_empty")]
    pub when: Text,
    /// Enablers, as terms.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub enablers: Vec<Arc<str>>,
    /// Essential public health operations, as terms.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ephos: Vec<Arc<str>>,
    /// The ideas it comes from, as far as they are on the record.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ideas: Vec<Source>,
    /// What is torn.
    #[serde(skip_serializing_if = "Versions::is_empty")]
    pub versions: Versions,
}

/// An idea from which a proposal comes.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Source {
    pub id: String,
    /// What was said.
    pub text: Text,
    /// The idea into which it was merged, if it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub merged_into: Option<String>,
    /// In which room; empty when none was given.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub room: String,
    /// Who said it, as it was written; never in public.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// The name of the seat that said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author_name: Option<Text>,
}

pub(super) fn proposals(view: View<'_>) -> Vec<Proposal> {
    view.workshop.proposals.iter().map(|proposal| one(view, proposal)).collect()
}

fn one(view: View<'_>, proposal: &proposals::Proposal) -> Proposal {
    let ideas = &view.workshop.ideas;
    let forms = |list: &[Text]| list.iter().filter(|text| !text.is_empty()).cloned().collect();
    Proposal {
        id: label(&view.workshop.proposals, proposal.key()),
        title: proposal.title.text(),
        state: proposal.state().to_owned(),
        leads: forms(proposal.leads()),
        partners: forms(proposal.partners()),
        place: proposal.place.text(),
        when: proposal.when.text(),
        enablers: proposal.enablers.get().cloned().unwrap_or_default(),
        ephos: proposal.ephos.get().cloned().unwrap_or_default(),
        ideas: sources(view, proposal).collect(),
        versions: Versions::default()
            .text("title", &proposal.title)
            .text("place", &proposal.place)
            .text("when", &proposal.when)
            .field("leads", &proposal.leads)
            .field("partners", &proposal.partners)
            .field("enablers", &proposal.enablers)
            .field("ephos", &proposal.ephos)
            .field("state", &proposal.state)
            .field_as("ideas", &proposal.ideas, |keys| {
                let told = keys.iter().filter_map(|key| ideas.get(*key)).filter(|idea| view.record.has(idea));
                Some(told.map(|idea| serde_json::Value::from(label(ideas, idea.key()))).collect())
            })
            .told(view.edition),
    }
}

fn sources<'a>(view: View<'a>, proposal: &'a proposals::Proposal) -> impl Iterator<Item = Source> + 'a {
    let all = &view.workshop.ideas;
    let there =
        proposal.ideas().iter().filter_map(|key| all.get(*key)).filter(move |idea| view.record.has(idea));
    there.map(move |idea| Source {
        id: label(all, idea.key()),
        text: idea.text.text(),
        merged_into: Some(view.record.kept(idea.key()))
            .filter(|kept| *kept != idea.key())
            .map(|kept| label(all, kept)),
        room: idea.room().to_owned(),
        author: view.internal(|_| idea.author().to_owned()),
        author_name: view.internal(|_| view.person(idea.author())),
    })
}

/// The ids of the ideas that a proposal comes from.
pub(super) fn source_ids(view: View<'_>, proposal: EventId) -> Vec<String> {
    let proposal = view.workshop.proposals.get(proposal);
    proposal.into_iter().flat_map(|proposal| sources(view, proposal)).map(|source| source.id).collect()
}
