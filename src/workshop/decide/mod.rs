//! What happens when somebody wants something: events, or a refusal. Never half a change.

pub(super) mod check;

use std::sync::Arc;

use jiff::Timestamp;

use super::command::{Command, Request};
use super::event::{EventKind, Frame};
use super::id::EventId;
use super::refusal::Refusal;
use super::{Workshop, undo};

/// What the world outside hands in.
#[derive(Debug, Clone)]
pub struct Context {
    /// The real time.
    pub now: Timestamp,
    /// Who sits here.
    pub who: Arc<str>,
    /// On which device.
    pub device: Arc<str>,
    /// The seed for what is drawn.
    pub seed: u64,
    /// The public key to which the ballots of a secret vote are to be sealed, should one be opened now.
    pub ballot_key: Option<Arc<str>>,
}

/// What happens.
#[derive(Debug, Clone, PartialEq)]
pub struct Decision {
    /// What, in one event.
    pub kind: EventKind,
    /// When, and what it replaces.
    pub frame: Frame,
    /// By whom.
    pub who: Arc<str>,
}

/// An event in the making: what happens and which events it replaces.
pub(super) type Outcome = Result<(EventKind, Vec<EventId>), Refusal>;

/// Says what happens if this is done to that workshop.
///
/// # Errors
/// A refusal, when it cannot be done; nothing has happened then.
pub fn decide(workshop: &Workshop, request: &Request, context: &Context) -> Result<Decision, Refusal> {
    let at = request.at.unwrap_or_else(|| workshop.meeting.clock(context.now));
    let who = match &request.who {
        Some(who) => check::needed_word("who", who)?,
        None => context.who.clone(),
    };
    let id = request.id.as_ref().map(|id| check::id(id)).transpose()?;
    let desk = Desk { workshop, context, at, id, who: &who };
    let (kind, mut over) = desk.decide(&request.command)?;
    if desk.id.is_some() && !kind.makes() {
        return Err(Refusal::new("unknown-field", "refused-id-without-making"));
    }
    desk.may_change(&kind)?;
    over.sort_unstable();
    over.dedup();
    Ok(Decision { kind, frame: Frame { at, over: over.into(), ..Frame::default() }, who })
}

/// Everything a decision can look at.
pub(super) struct Desk<'a> {
    pub(super) workshop: &'a Workshop,
    pub(super) context: &'a Context,
    /// When it happens, by the meeting's clock.
    pub(super) at: Timestamp,
    pub(super) id: Option<Arc<str>>,
    pub(super) who: &'a Arc<str>,
}

impl Desk<'_> {
    /// Refuses to change what a later version has sealed.
    fn may_change(&self, kind: &EventKind) -> Result<(), Refusal> {
        let mut subjects = kind.subjects();
        for event in kind.reversal().into_iter().flat_map(|taken| &taken.undoes) {
            subjects.extend(self.workshop.event(*event).and_then(|event| event.of()));
        }
        match subjects.into_iter().find(|thing| self.workshop.is_read_only(*thing)) {
            Some(thing) => {
                let name = self.workshop.label(thing);
                Err(Refusal::new("read-only", "refused-read-only").with("id", name))
            }
            None => Ok(()),
        }
    }

    fn decide(&self, command: &Command) -> Outcome {
        match command {
            Command::SessionDescribe(c) => self.session_describe(c),
            Command::SessionPractise(c) => self.session_practise(c),
            Command::VocabularyAdd(c) => self.vocabulary_add(c),
            Command::VocabularyChange(c) => self.vocabulary_change(c),
            Command::VocabularyRemove(c) => self.vocabulary_remove(c),
            Command::PersonAdd(c) => self.person_add(c),
            Command::PersonChange(c) => self.person_change(c),
            Command::PersonArrive(c) => self.person_presence(&c.person, true),
            Command::PersonLeave(c) => self.person_presence(&c.person, false),
            Command::PersonRemove(c) => self.person_remove(c),
            Command::ItemAdd(c) => self.item_add(c),
            Command::ItemChange(c) => self.item_change(c),
            Command::ItemMove(c) => self.item_move(c),
            Command::ItemRemove(c) => self.item_remove(c),
            Command::ItemStart(c) => self.item_start(c),
            Command::ItemEnd(c) => self.item_end(c),
            Command::ItemPause(c) => self.item_pause(c),
            Command::ItemExtend(c) => self.item_extend(c),
            Command::ItemSwap(c) => self.item_swap(c),
            Command::ItemCorrect(c) => self.item_correct(c),
            Command::ItemSkip(c) => self.item_skip(c),
            Command::RoundAdd(c) => self.round_add(c),
            Command::RoundChange(c) => self.round_change(c),
            Command::RoundRemove(c) => self.round_remove(c),
            Command::RoundPlan(c) => self.round_plan(c),
            Command::RoundPlace(c) => self.round_place(c),
            Command::RoundHold(c) => self.round_hold(c),
            Command::RoundPrefer(c) => self.round_prefer(c),
            Command::RoundStart(c) => self.round_start(c),
            Command::RoundCall(c) => self.round_call(c),
            Command::RoundExtend(c) => self.round_extend(c),
            Command::RoundReport(c) => self.round_report(c),
            Command::RoundRepair(c) => self.round_repair(c),
            Command::GroupsRules(c) => self.groups_rules(c),
            Command::WishAdd(c) => self.wish_add(c),
            Command::WishRemove(c) => self.wish_remove(c),
            Command::IdeaAdd(c) => self.idea_add(c),
            Command::IdeaEdit(c) => self.idea_edit(c),
            Command::IdeaTag(c) => self.idea_tag(c),
            Command::IdeaMerge(c) => self.idea_merge(c),
            Command::IdeaUnmerge(c) => self.idea_unmerge(c),
            Command::IdeaTranslate(c) => self.idea_translate(c),
            Command::IdeaHide(c) => self.idea_hide(c),
            Command::IdeaRemove(c) => self.idea_remove(c),
            Command::IdeaPromote(c) => self.idea_promote(c),
            Command::ProposalAdd(c) => self.proposal_add(c),
            Command::ProposalEdit(c) => self.proposal_edit(c),
            Command::ProposalRemove(c) => self.proposal_remove(c),
            Command::VotePrepare(c) => self.vote_prepare(c),
            Command::VoteChange(c) => self.vote_change(c),
            Command::VoteRemove(c) => self.vote_remove(c),
            Command::VoteWaive(c) => self.vote_waive(c),
            Command::VoteDismiss(c) => self.vote_dismiss(c),
            Command::VoteOpen(c) => self.vote_open(c),
            Command::VoteClose(c) => self.vote_close(c),
            Command::VoteReveal(c) => self.vote_reveal(c),
            Command::VoteCast(c) => self.vote_cast(c),
            Command::VoteCount(c) => self.vote_count(c),
            Command::VoteProxy(c) => self.vote_proxy(c),
            Command::VoteMark(c) => self.vote_mark(c),
            Command::VoteCorrect(c) => self.vote_correct(c),
            Command::VoteCheck(c) => self.vote_check(c),
            Command::CommitmentAdd(c) => self.commitment_add(c),
            Command::CommitmentEdit(c) => self.commitment_edit(c),
            Command::CommitmentDone(c) => self.commitment_done(c),
            Command::CommitmentRemove(c) => self.commitment_remove(c),
            Command::StageShow(c) => self.stage_show(c),
            Command::Undo(c) => {
                undo::decide_undo(self.workshop, c.event.as_deref(), &self.context.device, self.who)
            }
            Command::Redo(c) => {
                undo::decide_redo(self.workshop, c.event.as_deref(), &self.context.device, self.who)
            }
        }
    }
}
