//! What happened, in words: one short sentence an event, and a very short label for the status line.
//!
//! Of a ballot nothing is told but that it came in, from whom or under which number. An idea off the record is not named.

mod labels;
mod names;

use std::collections::BTreeSet;

use super::date::{self, signed_minutes};
use super::{Arg, Tongue};
use crate::workshop::Workshop;
use crate::workshop::event::{
    Event, Happening, ItemStarted, RoomsTurned, RoundPlanned, RoundSeat, Taken, VoteCast,
};
use crate::workshop::id::EventId;
use crate::workshop::ideas::Sort;
pub use labels::label;
use names::{Name, Names};

/// How many undos of undos a sentence follows; a forged file may hold a ring of them.
const DEEPEST: usize = 3;

/// What a piece of work did: its first event in a sentence, and how many more of the kind it was.
pub(crate) fn work(tongue: &Tongue, workshop: &Workshop, first: &Event) -> String {
    let what = sentence(tongue, workshop, first);
    match workshop.more_alike(first.id) {
        0 => what,
        more => tongue.with("event-and-more", &[("what", Arg::from(&what)), ("more", more.into())]),
    }
}

/// What happened, in one short sentence without a full stop.
///
/// Titles are cut to 40 columns. A thing whose making has not arrived, or was undone, goes by what it was made with, or by
/// its id.
pub fn sentence(tongue: &Tongue, workshop: &Workshop, event: &Event) -> String {
    Speaker { names: Names { tongue, workshop } }.sentence(event, 0)
}

struct Speaker<'a> {
    names: Names<'a>,
}

impl Speaker<'_> {
    fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.names.tongue.with(id, args)
    }

    fn titled(&self, id: &str, name: &Name) -> String {
        self.say(id, &[("title", self.quoted(name).into())])
    }

    fn quoted(&self, name: &Name) -> String {
        name.quoted(self.names.tongue)
    }

    fn person(&self, id: &str, person: EventId) -> String {
        self.say(id, &[("person", self.names.person(person).into())])
    }

    fn sentence(&self, event: &Event, depth: usize) -> String {
        let names = &self.names;
        // The thing of an event that sets fields: the one named, or the one it makes.
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match &event.happening {
            Happening::SessionMade(_) => self.say("event-session-made", &[]),
            Happening::SessionDescribed(_) => self.say("event-session-described", &[]),
            Happening::SessionPractised(practised) => match practised.offset {
                Some(_) => self.say("event-practice-began", &[]),
                None => self.say("event-practice-ended", &[]),
            },
            Happening::TermAdded(set) => {
                self.titled("event-term-added", &names.term(event.id, set.name.as_ref()))
            }
            Happening::TermChanged(set) => {
                self.titled("event-term-changed", &names.term(of(set.of), set.name.as_ref()))
            }
            Happening::TermRemoved(about) => self.titled("event-term-removed", &names.term(about.of, None)),
            Happening::PersonAdded(set) => {
                let title = self.quoted(&names.person_name(event.id, set.name.as_ref()));
                match &set.id {
                    Some(id) => self.say(
                        "event-person-added",
                        &[("person", id.as_ref().into()), ("title", title.into())],
                    ),
                    None => self.say("event-person-added-plain", &[("title", title.into())]),
                }
            }
            Happening::PersonChanged(set) => self.person("event-person-changed", of(set.of)),
            Happening::PersonArrived(about) => self.person("event-person-arrived", about.of),
            Happening::PersonLeft(about) => self.person("event-person-left", about.of),
            Happening::PersonRemoved(about) => self.person("event-person-removed", about.of),
            Happening::ItemAdded(set) => {
                let title = self.quoted(&names.item(event.id, set.title.as_ref()));
                self.say("event-item-added", &[("title", title.into()), ("day", set.day.unwrap_or(1).into())])
            }
            Happening::ItemChanged(set) => {
                self.titled("event-item-changed", &names.item(of(set.of), set.title.as_ref()))
            }
            Happening::ItemMoved(place) => {
                let title = self.quoted(&names.item(place.of, None));
                self.say("event-item-moved", &[("title", title.into()), ("day", place.day.into())])
            }
            Happening::ItemRemoved(about) => self.titled("event-item-removed", &names.item(about.of, None)),
            Happening::ItemStarted(started) => self.started(started),
            Happening::ItemEnded(about) => self.titled("event-item-ended", &names.item(about.of, None)),
            Happening::ItemPaused(about) => self.titled("event-item-paused", &names.item(about.of, None)),
            Happening::ItemExtended(extended) => {
                let title = self.quoted(&names.item(extended.of, None));
                let minutes = signed_minutes(extended.minutes.into());
                self.say("event-item-extended", &[("minutes", minutes.into()), ("title", title.into())])
            }
            Happening::ItemSwapped(swapped) => {
                let title = |place: usize| {
                    let item = swapped.items.get(place).map(|item| names.item(item.of, None));
                    item.map(|name| self.quoted(&name)).unwrap_or_default()
                };
                self.say("event-item-swapped", &[("first", title(0).into()), ("second", title(1).into())])
            }
            Happening::ItemCorrected(corrected) => {
                let title = self.quoted(&names.item(corrected.of, None));
                let time = date::clock(&names.workshop.meeting.local(corrected.to));
                self.say("event-item-corrected", &[("title", title.into()), ("time", time.into())])
            }
            Happening::ItemSkipped(whether) => {
                let id = if whether.is { "event-item-skipped" } else { "event-item-unskipped" };
                self.titled(id, &names.item(whether.of, None))
            }
            Happening::RoundStarted(turned) => self.rooms("event-round-started", turned),
            Happening::RoundCalled(turned) => self.rooms("event-round-called", turned),
            Happening::RoundExtended(extended) => {
                let room = self.quoted(&names.room(extended.of, &extended.room));
                let minutes = signed_minutes(extended.minutes.into());
                self.say("event-round-extended", &[("minutes", minutes.into()), ("room", room.into())])
            }
            Happening::RoundReported(told) => match &told.room {
                Some(room) => {
                    let room = self.quoted(&names.room(told.of, room));
                    self.say("event-round-reported", &[("room", room.into())])
                }
                None => self.titled("event-round-reports-ended", &names.round(told.of, None)),
            },
            Happening::RoundAdded(set) => {
                self.titled("event-round-added", &names.round(event.id, set.title.as_ref()))
            }
            Happening::RoundChanged(set) => {
                self.titled("event-round-changed", &names.round(of(set.of), set.title.as_ref()))
            }
            Happening::RoundRemoved(about) => {
                self.titled("event-round-removed", &names.round(about.of, None))
            }
            Happening::RoundPlanned(planned) => self.planned(planned),
            Happening::RoundRepaired(planned) => {
                let title = self.quoted(&names.round(planned.of, None));
                let moved = planned.seats.values().flatten().chain(&planned.out).count();
                self.say("event-round-repaired", &[("title", title.into()), ("n", moved.into())])
            }
            Happening::RoundPlaced(seat) => self.seat(seat, "event-round-placed", "event-round-unplaced"),
            Happening::RoundHeld(seat) => match seat.held {
                Some(false) => self.seat(seat, "event-round-released", "event-round-released"),
                _ => self.seat(seat, "event-round-held", "event-round-unplaced"),
            },
            Happening::RoundPreferred(preferred) => {
                let title = self.quoted(&names.round(preferred.of, None));
                let person = names.person(preferred.person);
                self.say("event-round-preferred", &[("person", person.into()), ("title", title.into())])
            }
            Happening::GroupsRuled(_) => self.say("event-groups-ruled", &[]),
            Happening::WishAdded(set) => {
                let people: Vec<String> =
                    set.people.iter().flatten().map(|person| names.person(*person)).collect();
                let kind = set.kind.as_deref().unwrap_or_default();
                self.say("event-wish-added", &[("kind", kind.into()), ("people", people.join(", ").into())])
            }
            Happening::WishRemoved(_) => self.say("event-wish-removed", &[]),
            Happening::VoteBudget(budget) => {
                let title = self.quoted(&names.vote(budget.of, None));
                let args =
                    [("title", title.into()), ("dots", budget.dots.into()), ("cap", budget.cap.into())];
                self.say("event-vote-budget", &args)
            }
            Happening::VoteSealed(sealed) if sealed.corrects => self.say("event-vote-sealed-corrected", &[]),
            Happening::VoteSealed(_) => self.say("event-vote-sealed", &[]),
            Happening::VoteChecked(checked) if checked.ballot.is_some() => {
                self.say("event-vote-checked-sealed", &[])
            }
            Happening::VoteChecked(checked) => match checked.seat {
                Some(seat) => self.person("event-vote-checked-seat", seat),
                None => self.say("event-vote-checked-paper", &[("paper", checked.paper.unwrap_or(0).into())]),
            },
            Happening::VoteCounted(counted) => {
                let title = self.quoted(&names.vote(counted.of, None));
                self.say("event-vote-counted", &[("title", title.into()), ("n", counted.voters.into())])
            }
            Happening::VoteProxied(proxied) => {
                let person = names.person(proxied.person);
                let by = proxied.by.map(|by| names.person(by));
                let id = if by.is_some() { "event-vote-proxied" } else { "event-vote-proxy-ended" };
                self.say(id, &[("person", person.into()), ("by", by.unwrap_or_default().into())])
            }
            Happening::VoteMarked(marked) => {
                let people: Vec<String> = marked.seats.iter().map(|seat| names.person(*seat)).collect();
                let id = if marked.voted { "event-vote-marked" } else { "event-vote-unmarked" };
                self.say(id, &[("people", people.join(", ").into())])
            }
            Happening::VoteCast(cast) => self.ballot(cast, "event-vote-cast-seat", "event-vote-cast-paper"),
            Happening::VoteCorrected(cast) => {
                self.ballot(cast, "event-vote-corrected-seat", "event-vote-corrected-paper")
            }
            Happening::StageShown(shown) => {
                let view = names.word("view", &shown.view);
                match shown.of.as_deref() {
                    _ if shown.view.as_ref() == "blank" || shown.view.is_empty() => {
                        self.say("event-stage-blank", &[])
                    }
                    None => self.say("event-stage-shown", &[("view", view.into())]),
                    Some(of) => {
                        let title = self.quoted(&names.staged(&shown.view, of));
                        self.say("event-stage-shown-of", &[("view", view.into()), ("title", title.into())])
                    }
                }
            }
            Happening::Undone(taken) => self.taken("event-undone", taken, depth),
            Happening::Redone(taken) => self.taken("event-redone", taken, depth),
            Happening::Unknown(foreign) => {
                let kind: String = foreign.kind.chars().filter(|c| !c.is_control()).take(40).collect();
                self.say("event-unknown", &[("kind", kind.into())])
            }
            _ => self.content(event),
        }
    }

    /// Ideas, proposals, votes and commitments.
    fn content(&self, event: &Event) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match &event.happening {
            Happening::IdeaAdded(set) => match names.idea(event.id, Some(set)) {
                Name::Withheld => self.say("event-idea-added-off-record", &[]),
                name => {
                    let kind = set.kind.as_deref().unwrap_or(Sort::Idea.name());
                    self.say(
                        "event-idea-added",
                        &[("kind", kind.into()), ("title", self.quoted(&name).into())],
                    )
                }
            },
            Happening::IdeaEdited(set) => {
                // By the words of this edit, not by what became of them.
                self.titled("event-idea-edited", &names.idea(of(set.of), Some(set)))
            }
            Happening::IdeaTagged(tagged) => {
                let title = self.quoted(&names.idea(tagged.of, None));
                let tags = names.tags(&tagged.add, &tagged.remove);
                self.say("event-idea-tagged", &[("title", title.into()), ("tags", tags.into())])
            }
            Happening::IdeaMerged(merged) => {
                let title = self.quoted(&names.idea(merged.of, None));
                let n = merged.ideas.iter().filter(|idea| **idea != merged.of).count();
                self.say("event-idea-merged", &[("n", n.into()), ("title", title.into())])
            }
            Happening::IdeaUnmerged(unmerged) => {
                let first = unmerged.ideas.first().map(|idea| self.quoted(&names.idea(*idea, None)));
                let args = [("n", unmerged.ideas.len().into()), ("title", first.unwrap_or_default().into())];
                self.say("event-idea-unmerged", &args)
            }
            Happening::IdeaTranslated(translated) => {
                let title = self.quoted(&names.idea(translated.of, None));
                let language = event.happening.language().unwrap_or_else(|| names.tongue.lang());
                let language = names.word("language", language.code());
                let checked = if translated.checked { "yes" } else { "no" };
                let args =
                    [("title", title.into()), ("language", language.into()), ("checked", checked.into())];
                self.say("event-idea-translated", &args)
            }
            Happening::IdeaHidden(whether) if whether.is => self.say("event-idea-hidden", &[]),
            Happening::IdeaHidden(whether) => self.titled("event-idea-shown", &names.idea(whether.of, None)),
            Happening::IdeaRemoved(about) => self.titled("event-idea-removed", &names.idea(about.of, None)),
            Happening::IdeaPromoted(set) => {
                self.titled("event-idea-promoted", &names.proposal(event.id, set.title.as_ref()))
            }
            Happening::ProposalAdded(set) => {
                self.titled("event-proposal-added", &names.proposal(event.id, set.title.as_ref()))
            }
            Happening::ProposalEdited(set) => {
                let name = names.proposal(of(set.of), set.title.as_ref());
                match &set.state {
                    Some(state) => {
                        let state = names.word("proposal-state", state);
                        let args = [("title", self.quoted(&name).into()), ("state", state.into())];
                        self.say("event-proposal-state", &args)
                    }
                    None => self.titled("event-proposal-edited", &name),
                }
            }
            Happening::ProposalRemoved(about) => {
                self.titled("event-proposal-removed", &names.proposal(about.of, None))
            }
            Happening::VotePrepared(set) => {
                self.titled("event-vote-prepared", &names.vote(event.id, set.title.as_ref()))
            }
            Happening::VoteChanged(set) => self.titled("event-vote-changed", &names.vote(of(set.of), None)),
            Happening::VoteRemoved(about) => self.titled("event-vote-removed", &names.vote(about.of, None)),
            Happening::VoteWaived(waived) => {
                let title = self.quoted(&names.vote(waived.of, None));
                let gate = names.word("gate", &waived.gate);
                let args = [
                    ("title", title.into()),
                    ("gate", gate.into()),
                    ("reason", names.somebody(&waived.reason).into()),
                ];
                self.say("event-vote-waived", &args)
            }
            Happening::VoteOpened(opened) => self.titled("event-vote-opened", &names.vote(opened.of, None)),
            Happening::VoteDismissed(dismissed) => {
                let title = self.quoted(&names.vote(dismissed.of, None));
                let options = dismissed.options.iter().map(|key| names.workshop.proposals.label(*key));
                let options = options.collect::<Vec<_>>().join(", ");
                let args = [("title", title.into()), ("options", options.into())];
                self.say("event-vote-dismissed", &args)
            }
            Happening::VoteClosed(closed) => {
                let title = self.quoted(&names.vote(closed.of, None));
                let counted: usize =
                    closed.counted.iter().map(|event| ballots_of(names.workshop.event(*event))).sum();
                let hands = closed.counted.iter().filter_map(|event| names.workshop.event(*event));
                let mut hands = hands.filter_map(|event| match &event.happening {
                    Happening::VoteCounted(counted) => Some(counted.voters),
                    _ => None,
                });
                let ballots = match hands.next_back() {
                    Some(voters) => self.say("hands-of-people", &[("n", voters.into())]),
                    None => self.say("count-ballots", &[("n", counted.into())]),
                };
                self.say("event-vote-closed", &[("title", title.into()), ("ballots", ballots.into())])
            }
            Happening::VoteBallots(told) => {
                let title = self.quoted(&names.vote(told.of, None));
                let ballots = self.say("count-ballots", &[("n", told.ballots.len().into())]);
                self.say("event-vote-ballots", &[("title", title.into()), ("ballots", ballots.into())])
            }
            Happening::VoteRevealed(about) => self.titled("event-vote-revealed", &names.vote(about.of, None)),
            Happening::CommitmentAdded(set) => {
                let title = self.quoted(&names.commitment(event.id, set.text.as_ref()));
                let owner = names.somebody(set.owner.as_deref().unwrap_or_default());
                self.say("event-commitment-added", &[("title", title.into()), ("owner", owner.into())])
            }
            Happening::CommitmentEdited(set) => {
                self.titled("event-commitment-edited", &names.commitment(of(set.of), None))
            }
            Happening::CommitmentDone(whether) => {
                let id = if whether.is { "event-commitment-done" } else { "event-commitment-reopened" };
                self.titled(id, &names.commitment(whether.of, None))
            }
            Happening::CommitmentRemoved(about) => {
                self.titled("event-commitment-removed", &names.commitment(about.of, None))
            }
            other => self.say("event-unknown", &[("kind", other.kind().into())]),
        }
    }

    fn started(&self, started: &ItemStarted) -> String {
        let title = self.quoted(&self.names.item(started.of, None));
        let ended: Vec<EventId> = started.ends.iter().copied().filter(|item| *item != started.of).collect();
        match ended.as_slice() {
            [only] => {
                let ended = self.quoted(&self.names.item(*only, None));
                self.say("event-item-started-after", &[("ended", ended.into()), ("title", title.into())])
            }
            _ => self.say("event-item-started", &[("title", title.into())]),
        }
    }

    /// One room, or how many.
    fn rooms(&self, id: &str, turned: &RoomsTurned) -> String {
        let rooms = match turned.rooms.as_slice() {
            [only] => self.quoted(&self.names.room(turned.of, only)),
            all => self.say("count-rooms", &[("n", all.len().into())]),
        };
        self.say(id, &[("rooms", rooms.into())])
    }

    fn planned(&self, planned: &RoundPlanned) -> String {
        let title = self.quoted(&self.names.round(planned.of, None));
        let people: BTreeSet<&EventId> = planned.seats.values().flatten().collect();
        let rooms = planned.seats.values().filter(|people| !people.is_empty()).count();
        let people = self.say("count-people", &[("n", people.len().into())]);
        let rooms = self.say("count-rooms", &[("n", rooms.into())]);
        self.say(
            "event-round-planned",
            &[("title", title.into()), ("people", people.into()), ("rooms", rooms.into())],
        )
    }

    fn seat(&self, seat: &RoundSeat, placed: &str, unplaced: &str) -> String {
        let title = self.quoted(&self.names.round(seat.of, None));
        let person = self.names.person(seat.person);
        match &seat.room {
            Some(room) => {
                let room = self.quoted(&self.names.room(seat.of, room));
                self.say(placed, &[("person", person.into()), ("room", room.into()), ("title", title.into())])
            }
            None => self.say(unplaced, &[("person", person.into()), ("title", title.into())]),
        }
    }

    /// Never what a ballot holds, and of a paper nothing but its number.
    fn ballot(&self, cast: &VoteCast, of_seat: &str, of_paper: &str) -> String {
        match cast.seat {
            Some(seat) => self.person(of_seat, seat),
            None => self.say(of_paper, &[("paper", cast.paper.unwrap_or(0).into())]),
        }
    }

    fn taken(&self, id: &str, taken: &Taken, depth: usize) -> String {
        let what = match self.names.workshop.event(taken.of) {
            Some(event) if depth < DEEPEST => self.sentence(event, depth + 1),
            Some(_) => "…".to_owned(),
            None => self.say("event-not-arrived", &[("event", taken.of.to_string().into())]),
        };
        self.say(id, &[("what", what.into())])
    }
}

/// How many ballots an event holds that a closing counted. Sealed ones stand in what was published.
fn ballots_of(event: Option<&std::sync::Arc<Event>>) -> usize {
    match event.map(|event| &event.happening) {
        Some(Happening::VoteSealed(_) | Happening::VoteBudget(_) | Happening::VoteCounted(_)) => 0,
        Some(Happening::VoteBallots(told)) => told.ballots.len(),
        _ => 1,
    }
}
