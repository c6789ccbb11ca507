//! What can be done, as it is asked for.

use std::sync::Arc;

use crate::workshop::command::verb_table;
use crate::workshop::text::Text;

verb_table! {
    /// What can be done to proposals.
    ProposalsCommand
    /// Adds a proposal.
    "proposal.add" proposal_add => ProposalAdd {
        /// The title.
        title: Text,
        /// Who leads it.
        leads ?_: Vec<Text>,
        /// Who takes part.
        partners ?_: Vec<Text>,
        /// Where.
        place ?_: Text,
        /// When, in words.
        when ?_: Text,
        /// The enablers it works on: terms of the vocabulary.
        enablers ?_: Vec<Arc<str>>,
        /// The essential public health operations it serves.
        ephos ?_: Vec<Arc<str>>,
        /// The ideas it comes from.
        ideas ?_: Vec<Arc<str>>,
    }
    /// Changes a proposal; an empty text or list clears a field.
    "proposal.edit" proposal_edit => ProposalEdit {
        /// Which.
        proposal: Arc<str>,
        /// The title.
        title ?_: Text,
        /// Who leads it.
        leads ?_: Vec<Text>,
        /// Who takes part.
        partners ?_: Vec<Text>,
        /// Where.
        place ?_: Text,
        /// When, in words.
        when ?_: Text,
        /// The enablers it works on.
        enablers ?_: Vec<Arc<str>>,
        /// The essential public health operations it serves.
        ephos ?_: Vec<Arc<str>>,
        /// The ideas it comes from.
        ideas ?_: Vec<Arc<str>>,
        /// `draft`, `ready`, `going-forward` or `withdrawn`.
        state ?_: Arc<str>,
    }
    /// Removes a proposal.
    "proposal.remove" proposal_remove => ProposalRemove {
        /// Which.
        proposal: Arc<str>,
    }
}
