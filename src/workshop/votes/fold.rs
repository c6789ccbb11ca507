//! What events mean for a vote, and which writes a change replaces.

use super::events::VoteEvent;
use super::{Check, Closing, Hands, Opening, Vote, Voter, pair, voter};
use crate::workshop::event::Event;
use crate::workshop::id::EventId;
use crate::workshop::register::WriteContext;
use crate::workshop::thing::Things;

impl Vote {
    /// The events that wrote the rules as they stand: what an opening fixes.
    pub(in super::super) fn over_rules(&self, into: &mut Vec<EventId>) {
        self.options.over(into);
        self.method.over(into);
        self.dots.over(into);
        self.cap.over(into);
        self.seats.over(into);
        self.secret.over(into);
        self.tie.over(into);
        self.threshold.over(into);
        self.dots_rule.over(into);
        self.voters_named.over(into);
        self.then.over(into);
    }

    /// The events that a ballot of this voter replaces.
    pub(in super::super) fn over_ballot(&self, voter: Voter, into: &mut Vec<EventId>) {
        if let Some(ballot) = self.ballots.get(&voter) {
            ballot.over(into);
        }
    }
}

/// What an event means for the votes.
pub(in super::super) fn apply(
    votes: &mut Things<Vote>,
    what: &VoteEvent,
    event: &Event,
    ctx: WriteContext<'_>,
) {
    match what {
        VoteEvent::Prepared(set) => {
            votes.make(event, set.id.as_ref(), ctx.counts).set_fields(ctx, set, &event.who);
        }
        VoteEvent::Changed(set) => votes.entry(set.of.unwrap_or(event.id)).set_fields(ctx, set, &event.who),
        VoteEvent::Removed(about) => votes.entry(about.of).removed.write(ctx, true),
        VoteEvent::Waived(waived) => {
            let gates = &mut votes.entry(waived.of).waived;
            gates.entry(waived.gate.clone()).or_default().write(ctx, waived.reason.clone());
        }
        VoteEvent::Dismissed(dismissed) => {
            if let Some(pair) = pair(&dismissed.options) {
                let pairs = &mut votes.entry(dismissed.of).dismissed;
                pairs.entry(pair).or_default().write(ctx, dismissed.reason.clone().unwrap_or_default());
            }
        }
        VoteEvent::Opened(opened) => {
            let opening = Opening {
                at: event.frame.at,
                rules: ctx.over.clone(),
                key: opened.key.clone(),
                gates: opened.gates.clone(),
                hash: opened.hash.clone(),
                order: opened.order,
                counts: ctx.counts,
            };
            votes.entry(opened.of).opened.insert(event.id, opening);
        }
        VoteEvent::Budget(set) => {
            votes.entry(set.of).budget.write(ctx, (set.dots, set.cap));
        }
        VoteEvent::Counted(counted) => {
            let hands = Hands { hands: counted.hands.clone(), voters: counted.voters };
            votes.entry(counted.of).hands_written.write(ctx, hands);
        }
        VoteEvent::Proxied(proxied) => {
            let proxies = &mut votes.entry(proxied.of).proxies;
            proxies.entry(proxied.person).or_default().write(ctx, proxied.by);
        }
        VoteEvent::Sealed(sealed) => votes.entry(sealed.of).secrets.seal(sealed, event, ctx),
        VoteEvent::Marked(marked) => votes.entry(marked.of).secrets.mark(marked, event, ctx),
        VoteEvent::Ballots(told) => votes.entry(told.of).secrets.publish(told, event, ctx),
        VoteEvent::Revealed(about) => {
            votes.entry(about.of).revealed.insert(event.id, ctx.counts);
        }
        VoteEvent::Closed(closed) => {
            let closing = Closing {
                at: event.frame.at,
                counted: closed.counted.iter().copied().collect(),
                seed: closed.seed,
                aside: closed.aside.clone(),
                corrected: closed.corrected.clone(),
                copies: closed.copies.clone(),
                corrected_drawn: closed.corrected_drawn,
                copies_drawn: closed.copies_drawn,
                unread: closed.unread.clone(),
                unheard: closed.unheard.clone(),
                second: closed.second.clone(),
                counts: ctx.counts,
            };
            votes.entry(closed.of).closings.insert(event.id, closing);
        }
        VoteEvent::Checked(checked) if checked.ballot.is_some() => {
            votes.entry(checked.of).secrets.check(checked, event, ctx);
        }
        VoteEvent::Checked(checked) => {
            let voter = checked.seat.map(Voter::Seat).or_else(|| checked.paper.map(Voter::Paper));
            if let Some(voter) = voter {
                let votes_of = checked.votes.clone();
                let check = Check { voter, stamp: event.stamp, votes: votes_of, counts: ctx.counts };
                votes.entry(checked.of).checks.insert(event.id, check);
            }
        }
        VoteEvent::Cast(cast) | VoteEvent::Corrected(cast) => {
            if let Some(voter) = voter(cast) {
                votes.entry(cast.of).ballots.entry(voter).or_default().write(ctx, cast.votes.clone());
            }
        }
    }
}
