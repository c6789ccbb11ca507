//! Decisions about commitments.

use jiff::civil::Date;

use super::commands::{CommitmentAdd, CommitmentDone, CommitmentEdit, CommitmentRemove};
use super::events::{CommitmentEvent, CommitmentSet};
use super::{Commitment, NO_DATE};
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::{About, EventKind, Flag};
use crate::workshop::refusal::Refusal;

impl Decider<'_> {
    pub(in crate::workshop) fn commitment_add(&self, c: &CommitmentAdd) -> Outcome {
        let set = CommitmentSet {
            of: None,
            id: check::free(&self.workshop.commitments, "commitment", self.id.as_ref())?,
            text: Some(check::needed_text("text", &c.text)?),
            owner: Some(check::needed_word("owner", &c.owner)?),
            due: check::maybe(c.due.as_ref(), |due: &str| date("due", due))?.filter(|due| *due != NO_DATE),
            with: check::maybe(c.with.as_ref(), |list: &Vec<_>| check::words("with", list))?,
            proposal: match c.proposal.as_deref().filter(|name| !name.trim().is_empty()) {
                None => None,
                Some(name) => Some(check::find(&self.workshop.proposals, "proposal", name)?),
            },
        };
        Ok((EventKind::Commitment(CommitmentEvent::Added(set)), Vec::new()))
    }

    pub(in crate::workshop) fn commitment_edit(&self, c: &CommitmentEdit) -> Outcome {
        let of = check::find(&self.workshop.commitments, "commitment", &c.commitment)?;
        let set = CommitmentSet {
            of: Some(of),
            id: None,
            text: check::maybe(c.text.as_ref(), |text| check::needed_text("text", text))?,
            owner: check::maybe(c.owner.as_ref(), |owner: &str| check::needed_word("owner", owner))?,
            due: check::maybe(c.due.as_ref(), |due: &str| date("due", due))?,
            with: check::maybe(c.with.as_ref(), |list: &Vec<_>| check::words("with", list))?,
            proposal: check::maybe(c.proposal.as_ref(), |name: &str| {
                if name.trim().is_empty() {
                    Ok(of)
                } else {
                    check::find(&self.workshop.proposals, "proposal", name)
                }
            })?,
        };
        if set == (CommitmentSet { of: Some(of), ..CommitmentSet::default() }) {
            return Err(Refusal::nothing("commitment"));
        }
        let mut over = Vec::new();
        if let Some(commitment) = self.workshop.commitments.get(of) {
            commitment.over_fields(&set, &mut over);
        }
        Ok((EventKind::Commitment(CommitmentEvent::Edited(set)), over))
    }

    pub(in crate::workshop) fn commitment_done(&self, c: &CommitmentDone) -> Outcome {
        let of = check::find(&self.workshop.commitments, "commitment", &c.commitment)?;
        let is = c.done.unwrap_or(true);
        let mut over = Vec::new();
        if let Some(commitment) = self.workshop.commitments.get(of) {
            if Commitment::is_done(commitment) == is && !commitment.done.is_conflicted() {
                return Err(Refusal::nothing("commitment"));
            }
            commitment.done.over(&mut over);
        }
        Ok((EventKind::Commitment(CommitmentEvent::Done(Flag { of, is })), over))
    }

    pub(in crate::workshop) fn commitment_remove(&self, c: &CommitmentRemove) -> Outcome {
        let of = check::find(&self.workshop.commitments, "commitment", &c.commitment)?;
        Ok((EventKind::Commitment(CommitmentEvent::Removed(About { of })), Vec::new()))
    }
}

/// A date as it is written in lists: `2018-03-31`, `31.03.2018` or `31/03/2018`; empty clears it.
fn date(field: &'static str, given: &str) -> Result<Date, Refusal> {
    let given = given.trim();
    if given.is_empty() {
        return Ok(NO_DATE);
    }
    let formats = ["%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y"];
    let read = formats.iter().find_map(|format| Date::strptime(format, given).ok());
    read.ok_or_else(|| Refusal::bad_time(field, given))
}
