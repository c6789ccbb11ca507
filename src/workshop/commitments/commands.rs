//! What can be done, as it is asked for.

use std::sync::Arc;

use crate::workshop::command::verb_table;
use crate::workshop::text::Text;

verb_table! {
    /// What can be done to commitments.
    CommitmentsCommand
    /// Writes down who does what.
    "commitment.add" commitment_add => CommitmentAdd {
        /// What.
        text: Text,
        /// Who: a seat or a name.
        owner: Arc<str>,
        /// By when, `2018-03-31`.
        due ?_: Arc<str>,
        /// With whom.
        with ?_: Vec<Arc<str>>,
        /// From which proposal.
        proposal ?_: Arc<str>,
    }
    /// Changes a commitment; an empty text or list clears a field.
    "commitment.edit" commitment_edit => CommitmentEdit {
        /// Which.
        commitment: Arc<str>,
        /// What.
        text ?_: Text,
        /// Who.
        owner ?_: Arc<str>,
        /// By when.
        due ?_: Arc<str>,
        /// With whom.
        with ?_: Vec<Arc<str>>,
        /// From which proposal; empty clears it.
        proposal ?_: Arc<str>,
    }
    /// Marks a commitment as kept, or as open again.
    "commitment.done" commitment_done => CommitmentDone {
        /// Which.
        commitment: Arc<str>,
        /// False opens it again.
        done ?_: bool,
    }
    /// Removes a commitment.
    "commitment.remove" commitment_remove => CommitmentRemove {
        /// Which.
        commitment: Arc<str>,
    }
}
