//! Terms.

use serde::Serialize;

use super::versions::Versions;
use super::{View, label};
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;

/// A term to tag with.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Term {
    pub id: String,
    /// The group: `enabler`, `capacity`, `epho`, `kind`, or one's own.
    pub group: String,
    /// The wording.
    pub name: Text,
    /// What is torn.
    #[serde(skip_serializing_if = "Versions::is_empty")]
    pub versions: Versions,
}

pub(super) fn terms(view: View<'_>) -> Vec<Term> {
    let terms = &view.workshop.terms;
    terms
        .iter()
        .map(|term| Term {
            id: label(terms, term.key()),
            group: term.group().to_owned(),
            name: term.name.text(),
            versions: Versions::default()
                .text("name", &term.name)
                .field("group", &term.group)
                .told(view.edition),
        })
        .collect()
}
