//! What happened to a vote, in a sentence.

use super::sentences::Speaker;
use crate::workshop::event::{Event, EventKind};
use crate::workshop::id::EventId;
use crate::workshop::votes::events::{VoteCast, VoteEvent};

impl Speaker<'_> {
    pub(super) fn vote(&self, event: &Event, what: &VoteEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            VoteEvent::Budget(budget) => {
                let title = self.quoted(&names.vote(budget.of, None));
                let args =
                    [("title", title.into()), ("dots", budget.dots.into()), ("cap", budget.cap.into())];
                self.say("event-vote-budget", &args)
            }
            VoteEvent::Sealed(sealed) if sealed.corrects => self.say("event-vote-sealed-corrected", &[]),
            VoteEvent::Sealed(_) => self.say("event-vote-sealed", &[]),
            VoteEvent::Checked(checked) if checked.ballot.is_some() => {
                self.say("event-vote-checked-sealed", &[])
            }
            VoteEvent::Checked(checked) => match checked.seat {
                Some(seat) => self.person("event-vote-checked-seat", seat),
                None => self.say("event-vote-checked-paper", &[("paper", checked.paper.unwrap_or(0).into())]),
            },
            VoteEvent::Counted(counted) => {
                let title = self.quoted(&names.vote(counted.of, None));
                self.say("event-vote-counted", &[("title", title.into()), ("n", counted.voters.into())])
            }
            VoteEvent::Proxied(proxied) => {
                let person = names.person(proxied.person);
                let by = proxied.by.map(|by| names.person(by));
                let id = if by.is_some() { "event-vote-proxied" } else { "event-vote-proxy-ended" };
                self.say(id, &[("person", person.into()), ("by", by.unwrap_or_default().into())])
            }
            VoteEvent::Marked(marked) => {
                let people: Vec<String> = marked.seats.iter().map(|seat| names.person(*seat)).collect();
                let id = if marked.voted { "event-vote-marked" } else { "event-vote-unmarked" };
                self.say(id, &[("people", people.join(", ").into())])
            }
            VoteEvent::Cast(cast) => self.ballot(cast, "event-vote-cast-seat", "event-vote-cast-paper"),
            VoteEvent::Corrected(cast) => {
                self.ballot(cast, "event-vote-corrected-seat", "event-vote-corrected-paper")
            }
            VoteEvent::Prepared(set) => {
                self.titled("event-vote-prepared", &names.vote(event.id, set.title.as_ref()))
            }
            VoteEvent::Changed(set) => self.titled("event-vote-changed", &names.vote(of(set.of), None)),
            VoteEvent::Removed(about) => self.titled("event-vote-removed", &names.vote(about.of, None)),
            VoteEvent::Waived(waived) => {
                let title = self.quoted(&names.vote(waived.of, None));
                let gate = names.word("gate", &waived.gate);
                let args = [
                    ("title", title.into()),
                    ("gate", gate.into()),
                    ("reason", names.somebody(&waived.reason).into()),
                ];
                self.say("event-vote-waived", &args)
            }
            VoteEvent::Opened(opened) => self.titled("event-vote-opened", &names.vote(opened.of, None)),
            VoteEvent::Dismissed(dismissed) => {
                let title = self.quoted(&names.vote(dismissed.of, None));
                let options = dismissed.options.iter().map(|key| names.workshop.proposals.label(*key));
                let options = options.collect::<Vec<_>>().join(", ");
                let args = [("title", title.into()), ("options", options.into())];
                self.say("event-vote-dismissed", &args)
            }
            VoteEvent::Closed(closed) => {
                let title = self.quoted(&names.vote(closed.of, None));
                let counted: usize =
                    closed.counted.iter().map(|event| ballots_of(names.workshop.event(*event))).sum();
                let hands = closed.counted.iter().filter_map(|event| names.workshop.event(*event));
                let mut hands = hands.filter_map(|event| match &event.kind {
                    EventKind::Vote(VoteEvent::Counted(counted)) => Some(counted.voters),
                    _ => None,
                });
                let ballots = match hands.next_back() {
                    Some(voters) => self.say("hands-of-people", &[("n", voters.into())]),
                    None => self.say("count-ballots", &[("n", counted.into())]),
                };
                self.say("event-vote-closed", &[("title", title.into()), ("ballots", ballots.into())])
            }
            VoteEvent::Ballots(told) => {
                let title = self.quoted(&names.vote(told.of, None));
                let ballots = self.say("count-ballots", &[("n", told.ballots.len().into())]);
                self.say("event-vote-ballots", &[("title", title.into()), ("ballots", ballots.into())])
            }
            VoteEvent::Revealed(about) => self.titled("event-vote-revealed", &names.vote(about.of, None)),
        }
    }

    /// Never what a ballot holds, and of a paper nothing but its number.
    fn ballot(&self, cast: &VoteCast, of_seat: &str, of_paper: &str) -> String {
        match cast.seat {
            Some(seat) => self.person(of_seat, seat),
            None => self.say(of_paper, &[("paper", cast.paper.unwrap_or(0).into())]),
        }
    }
}

/// How many ballots an event holds that a closing counted. Sealed ones stand in what was published.
fn ballots_of(event: Option<&std::sync::Arc<Event>>) -> usize {
    match event.map(|event| &event.kind) {
        Some(
            EventKind::Vote(VoteEvent::Sealed(_))
            | EventKind::Vote(VoteEvent::Budget(_))
            | EventKind::Vote(VoteEvent::Counted(_)),
        ) => 0,
        Some(EventKind::Vote(VoteEvent::Ballots(told))) => told.ballots.len(),
        _ => 1,
    }
}
