//! What happens when somebody wants something: events, or a refusal. Never half a change.

pub(super) mod check;

use std::sync::Arc;

use jiff::Timestamp;

use super::Workshop;
use super::command::Request;
use super::event::{EventKind, Frame};
use super::id::EventId;
use super::refusal::Refusal;

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
    let decider = Decider { workshop, context, at, id, who: &who };
    let (kind, mut over) = request.command.decide(&decider)?;
    if decider.id.is_some() && !kind.makes() {
        return Err(Refusal::new("unknown-field", "refused-id-without-making"));
    }
    decider.may_change(&kind)?;
    over.sort_unstable();
    over.dedup();
    Ok(Decision { kind, frame: Frame { at, over: over.into(), ..Frame::default() }, who })
}

/// Everything a decision can look at.
pub(super) struct Decider<'a> {
    pub(super) workshop: &'a Workshop,
    pub(super) context: &'a Context,
    /// When it happens, by the meeting's clock.
    pub(super) at: Timestamp,
    pub(super) id: Option<Arc<str>>,
    pub(super) who: &'a Arc<str>,
}

impl Decider<'_> {
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
}
