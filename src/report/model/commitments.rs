//! Who does what, with whom, by when.

use std::sync::Arc;

use jiff::civil::Date;
use serde::Serialize;

use super::versions::Versions;
use super::{Ref, View, label};
use crate::workshop::commitments;
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;

/// A commitment.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Commitment {
    pub id: String,
    pub text: Text,
    /// Who, as it was written: a seat's id or a name.
    pub owner: String,
    /// The name of that seat.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owner_name: Option<Text>,
    /// With whom, as it was written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<Arc<str>>,
    /// Their names, in the same order; what is no seat stands as it was written.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub with_names: Vec<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub proposal: Option<Ref>,
    /// Whether it was kept.
    pub done: bool,
    /// What is torn.
    #[serde(skip_serializing_if = "Versions::is_empty")]
    pub versions: Versions,
}

impl Commitment {
    /// Who, by name where there is one.
    pub(crate) fn who(&self) -> Text {
        self.owner_name.clone().unwrap_or_else(|| Text::plain(&self.owner))
    }
}

pub(super) fn commitments(view: View<'_>) -> Vec<Commitment> {
    view.workshop.commitments.iter().map(|commitment| one(view, commitment)).collect()
}

fn one(view: View<'_>, commitment: &commitments::Commitment) -> Commitment {
    let proposals = &view.workshop.proposals;
    let proposal = commitment.proposal().filter(|proposal| proposals.get(*proposal).is_some());
    let named = |written: &Arc<str>| view.person(written).unwrap_or_else(|| Text::plain(written));
    Commitment {
        id: label(&view.workshop.commitments, commitment.key()),
        text: commitment.text.text(),
        owner: commitment.owner().to_owned(),
        owner_name: view.person(commitment.owner()),
        with: commitment.with().to_vec(),
        with_names: commitment.with().iter().map(named).collect(),
        due: commitment.due(),
        proposal: proposal.map(|proposal| view.proposal(proposal)),
        done: commitment.is_done(),
        versions: Versions::default()
            .text("text", &commitment.text)
            .field("owner", &commitment.owner)
            .field("with", &commitment.with)
            .field("due", &commitment.due)
            .field_as("proposal", &commitment.proposal, |proposal| Some(proposals.label(*proposal).into()))
            .field("done", &commitment.done)
            .told(view.edition),
    }
}
