//! Decisions about proposals.

use super::STATES;
use super::commands::{ProposalAdd, ProposalEdit, ProposalRemove};
use super::events::{ProposalEvent, ProposalSet};
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::{About, EventKind};
use crate::workshop::refusal::Refusal;

impl Decider<'_> {
    pub(in crate::workshop) fn proposal_add(&self, c: &ProposalAdd) -> Outcome {
        let set = ProposalSet {
            of: None,
            id: check::free(&self.workshop.proposals, "proposal", self.id.as_ref())?,
            title: Some(check::needed_text("title", &c.title)?),
            leads: check::maybe(c.leads.as_ref(), |list: &Vec<_>| check::texts("leads", list))?,
            partners: check::maybe(c.partners.as_ref(), |list: &Vec<_>| check::texts("partners", list))?,
            place: check::maybe(c.place.as_ref(), |text| check::any_text("place", text))?,
            when: check::maybe(c.when.as_ref(), |text| check::any_text("when", text))?,
            enablers: check::maybe(c.enablers.as_ref(), |list: &Vec<_>| check::tags("enablers", list))?,
            ephos: check::maybe(c.ephos.as_ref(), |list: &Vec<_>| check::tags("ephos", list))?,
            ideas: check::maybe(c.ideas.as_ref(), |list: &Vec<_>| {
                check::find_all(&self.workshop.ideas, "idea", list)
            })?,
            state: None,
        };
        Ok((EventKind::Proposal(ProposalEvent::Added(Box::new(set))), Vec::new()))
    }

    pub(in crate::workshop) fn proposal_edit(&self, c: &ProposalEdit) -> Outcome {
        let of = check::find(&self.workshop.proposals, "proposal", &c.proposal)?;
        let set = ProposalSet {
            of: Some(of),
            id: None,
            title: check::maybe(c.title.as_ref(), |text| check::needed_text("title", text))?,
            leads: check::maybe(c.leads.as_ref(), |list: &Vec<_>| check::texts("leads", list))?,
            partners: check::maybe(c.partners.as_ref(), |list: &Vec<_>| check::texts("partners", list))?,
            place: check::maybe(c.place.as_ref(), |text| check::any_text("place", text))?,
            when: check::maybe(c.when.as_ref(), |text| check::any_text("when", text))?,
            enablers: check::maybe(c.enablers.as_ref(), |list: &Vec<_>| check::tags("enablers", list))?,
            ephos: check::maybe(c.ephos.as_ref(), |list: &Vec<_>| check::tags("ephos", list))?,
            ideas: check::maybe(c.ideas.as_ref(), |list: &Vec<_>| {
                check::find_all(&self.workshop.ideas, "idea", list)
            })?,
            state: check::maybe(c.state.as_ref(), |state: &str| check::one_of("state", state, &STATES))?,
        };
        if set == (ProposalSet { of: Some(of), ..ProposalSet::default() }) {
            return Err(Refusal::nothing("proposal"));
        }
        let mut over = Vec::new();
        if let Some(proposal) = self.workshop.proposals.get(of) {
            proposal.over_fields(&set, &mut over);
        }
        Ok((EventKind::Proposal(ProposalEvent::Edited(Box::new(set))), over))
    }

    pub(in crate::workshop) fn proposal_remove(&self, c: &ProposalRemove) -> Outcome {
        let of = check::find(&self.workshop.proposals, "proposal", &c.proposal)?;
        if self.workshop.is_voted_on(of) {
            return Err(Refusal::state("refused-proposal-in-vote", &c.proposal));
        }
        Ok((EventKind::Proposal(ProposalEvent::Removed(About { of })), Vec::new()))
    }
}
