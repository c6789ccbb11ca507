//! What happened, in one short sentence an event.

use std::collections::BTreeSet;

use super::DEEPEST;
use super::names::{Name, Names};
use crate::language::date::{self, signed_minutes};
use crate::language::{Arg, Messages};
use crate::workshop::Workshop;
use crate::workshop::agenda::events::{ItemEvent, ItemStarted};
use crate::workshop::commitments::events::CommitmentEvent;
use crate::workshop::event::{Event, EventKind, Reversal, WorkEvent};
use crate::workshop::groups::events::{
    GroupsEvent, RoomsTurned, RoundEvent, RoundPlanned, RoundSeat, WishEvent,
};
use crate::workshop::id::EventId;
use crate::workshop::ideas::Sort;
use crate::workshop::ideas::events::IdeaEvent;
use crate::workshop::meeting::events::{SessionEvent, StageEvent, TermEvent};
use crate::workshop::people::events::PersonEvent;
use crate::workshop::proposals::events::ProposalEvent;

/// What happened, in one short sentence without a full stop.
///
/// Titles are cut to 40 columns. A thing whose making has not arrived, or was undone, goes by what it was made with, or by
/// its id.
pub fn sentence(messages: &Messages, workshop: &Workshop, event: &Event) -> String {
    Speaker { names: Names { messages, workshop } }.sentence(event, 0)
}

pub(super) struct Speaker<'a> {
    pub(super) names: Names<'a>,
}

impl Speaker<'_> {
    pub(super) fn say(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.names.messages.with(id, args)
    }

    pub(super) fn titled(&self, id: &str, name: &Name) -> String {
        self.say(id, &[("title", self.quoted(name).into())])
    }

    pub(super) fn quoted(&self, name: &Name) -> String {
        name.quoted(self.names.messages)
    }

    pub(super) fn person(&self, id: &str, person: EventId) -> String {
        self.say(id, &[("person", self.names.person(person).into())])
    }

    fn sentence(&self, event: &Event, depth: usize) -> String {
        match &event.kind {
            EventKind::Session(what) => self.session(what),
            EventKind::Term(what) => self.term(event, what),
            EventKind::Person(what) => self.roster(event, what),
            EventKind::Item(what) => self.item(event, what),
            EventKind::Round(what) => self.round(event, what),
            EventKind::Groups(what) => self.rules(what),
            EventKind::Wish(what) => self.wish(what),
            EventKind::Idea(what) => self.idea(event, what),
            EventKind::Proposal(what) => self.proposal(event, what),
            EventKind::Vote(what) => self.vote(event, what),
            EventKind::Commitment(what) => self.commitment(event, what),
            EventKind::Stage(what) => self.wall(what),
            EventKind::Work(what) => self.work(what, depth),
            EventKind::Unknown(foreign) => {
                let kind: String = foreign.kind.chars().filter(|c| !c.is_control()).take(40).collect();
                self.say("event-unknown", &[("kind", kind.into())])
            }
        }
    }

    fn session(&self, what: &SessionEvent) -> String {
        match what {
            SessionEvent::Made(_) => self.say("event-session-made", &[]),
            SessionEvent::Described(_) => self.say("event-session-described", &[]),
            SessionEvent::Practised(practised) => match practised.offset {
                Some(_) => self.say("event-practice-began", &[]),
                None => self.say("event-practice-ended", &[]),
            },
        }
    }

    fn term(&self, event: &Event, what: &TermEvent) -> String {
        let names = &self.names;
        // The thing of an event that sets fields: the one named, or the one it makes.
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            TermEvent::Added(set) => {
                self.titled("event-term-added", &names.term(event.id, set.name.as_ref()))
            }
            TermEvent::Changed(set) => {
                self.titled("event-term-changed", &names.term(of(set.of), set.name.as_ref()))
            }
            TermEvent::Removed(about) => self.titled("event-term-removed", &names.term(about.of, None)),
        }
    }

    fn roster(&self, event: &Event, what: &PersonEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            PersonEvent::Added(set) => {
                let title = self.quoted(&names.person_name(event.id, set.name.as_ref()));
                match &set.id {
                    Some(id) => self.say(
                        "event-person-added",
                        &[("person", id.as_ref().into()), ("title", title.into())],
                    ),
                    None => self.say("event-person-added-plain", &[("title", title.into())]),
                }
            }
            PersonEvent::Changed(set) => self.person("event-person-changed", of(set.of)),
            PersonEvent::Arrived(about) => self.person("event-person-arrived", about.of),
            PersonEvent::Left(about) => self.person("event-person-left", about.of),
            PersonEvent::Removed(about) => self.person("event-person-removed", about.of),
        }
    }

    fn item(&self, event: &Event, what: &ItemEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            ItemEvent::Added(set) => {
                let title = self.quoted(&names.item(event.id, set.title.as_ref()));
                self.say("event-item-added", &[("title", title.into()), ("day", set.day.unwrap_or(1).into())])
            }
            ItemEvent::Changed(set) => {
                self.titled("event-item-changed", &names.item(of(set.of), set.title.as_ref()))
            }
            ItemEvent::Moved(place) => {
                let title = self.quoted(&names.item(place.of, None));
                self.say("event-item-moved", &[("title", title.into()), ("day", place.day.into())])
            }
            ItemEvent::Removed(about) => self.titled("event-item-removed", &names.item(about.of, None)),
            ItemEvent::Started(started) => self.started(started),
            ItemEvent::Ended(about) => self.titled("event-item-ended", &names.item(about.of, None)),
            ItemEvent::Paused(about) => self.titled("event-item-paused", &names.item(about.of, None)),
            ItemEvent::Extended(extended) => {
                let title = self.quoted(&names.item(extended.of, None));
                let minutes = signed_minutes(extended.minutes.into());
                self.say("event-item-extended", &[("minutes", minutes.into()), ("title", title.into())])
            }
            ItemEvent::Swapped(swapped) => {
                let title = |place: usize| {
                    let item = swapped.items.get(place).map(|item| names.item(item.of, None));
                    item.map(|name| self.quoted(&name)).unwrap_or_default()
                };
                self.say("event-item-swapped", &[("first", title(0).into()), ("second", title(1).into())])
            }
            ItemEvent::Corrected(corrected) => {
                let title = self.quoted(&names.item(corrected.of, None));
                let time = date::clock(&names.workshop.meeting.local(corrected.to));
                self.say("event-item-corrected", &[("title", title.into()), ("time", time.into())])
            }
            ItemEvent::Skipped(flag) => {
                let id = if flag.is { "event-item-skipped" } else { "event-item-unskipped" };
                self.titled(id, &names.item(flag.of, None))
            }
        }
    }

    fn round(&self, event: &Event, what: &RoundEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            RoundEvent::Started(turned) => self.rooms("event-round-started", turned),
            RoundEvent::Called(turned) => self.rooms("event-round-called", turned),
            RoundEvent::Extended(extended) => {
                let room = self.quoted(&names.room(extended.of, &extended.room));
                let minutes = signed_minutes(extended.minutes.into());
                self.say("event-round-extended", &[("minutes", minutes.into()), ("room", room.into())])
            }
            RoundEvent::Reported(told) => match &told.room {
                Some(room) => {
                    let room = self.quoted(&names.room(told.of, room));
                    self.say("event-round-reported", &[("room", room.into())])
                }
                None => self.titled("event-round-reports-ended", &names.round(told.of, None)),
            },
            RoundEvent::Added(set) => {
                self.titled("event-round-added", &names.round(event.id, set.title.as_ref()))
            }
            RoundEvent::Changed(set) => {
                self.titled("event-round-changed", &names.round(of(set.of), set.title.as_ref()))
            }
            RoundEvent::Removed(about) => self.titled("event-round-removed", &names.round(about.of, None)),
            RoundEvent::Planned(planned) => self.planned(planned),
            RoundEvent::Repaired(planned) => {
                let title = self.quoted(&names.round(planned.of, None));
                let moved = planned.seats.values().flatten().chain(&planned.out).count();
                self.say("event-round-repaired", &[("title", title.into()), ("n", moved.into())])
            }
            RoundEvent::Placed(seat) => self.seat(seat, "event-round-placed", "event-round-unplaced"),
            RoundEvent::Held(seat) => match seat.held {
                Some(false) => self.seat(seat, "event-round-released", "event-round-released"),
                _ => self.seat(seat, "event-round-held", "event-round-unplaced"),
            },
            RoundEvent::Preferred(preferred) => {
                let title = self.quoted(&names.round(preferred.of, None));
                let person = names.person(preferred.person);
                self.say("event-round-preferred", &[("person", person.into()), ("title", title.into())])
            }
        }
    }

    fn rules(&self, what: &GroupsEvent) -> String {
        match what {
            GroupsEvent::Ruled(_) => self.say("event-groups-ruled", &[]),
        }
    }

    fn wish(&self, what: &WishEvent) -> String {
        let names = &self.names;
        match what {
            WishEvent::Added(set) => {
                let people: Vec<String> =
                    set.people.iter().flatten().map(|person| names.person(*person)).collect();
                let kind = set.kind.as_deref().unwrap_or_default();
                self.say("event-wish-added", &[("kind", kind.into()), ("people", people.join(", ").into())])
            }
            WishEvent::Removed(_) => self.say("event-wish-removed", &[]),
        }
    }

    fn idea(&self, event: &Event, what: &IdeaEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            IdeaEvent::Added(set) => match names.idea(event.id, Some(set)) {
                Name::Withheld => self.say("event-idea-added-off-record", &[]),
                name => {
                    let kind = set.kind.as_deref().unwrap_or(Sort::Idea.name());
                    self.say(
                        "event-idea-added",
                        &[("kind", kind.into()), ("title", self.quoted(&name).into())],
                    )
                }
            },
            IdeaEvent::Edited(set) => {
                // By the words of this edit, not by what became of them.
                self.titled("event-idea-edited", &names.idea(of(set.of), Some(set)))
            }
            IdeaEvent::Tagged(tagged) => {
                let title = self.quoted(&names.idea(tagged.of, None));
                let tags = names.tags(&tagged.add, &tagged.remove);
                self.say("event-idea-tagged", &[("title", title.into()), ("tags", tags.into())])
            }
            IdeaEvent::Merged(merged) => {
                let title = self.quoted(&names.idea(merged.of, None));
                let n = merged.ideas.iter().filter(|idea| **idea != merged.of).count();
                self.say("event-idea-merged", &[("n", n.into()), ("title", title.into())])
            }
            IdeaEvent::Unmerged(unmerged) => {
                let first = unmerged.ideas.first().map(|idea| self.quoted(&names.idea(*idea, None)));
                let args = [("n", unmerged.ideas.len().into()), ("title", first.unwrap_or_default().into())];
                self.say("event-idea-unmerged", &args)
            }
            IdeaEvent::Translated(translated) => {
                let title = self.quoted(&names.idea(translated.of, None));
                let language = event.kind.language().unwrap_or_else(|| names.messages.lang());
                let language = names.word("language", language.code());
                let checked = if translated.checked { "yes" } else { "no" };
                let args =
                    [("title", title.into()), ("language", language.into()), ("checked", checked.into())];
                self.say("event-idea-translated", &args)
            }
            IdeaEvent::Hidden(flag) if flag.is => self.say("event-idea-hidden", &[]),
            IdeaEvent::Hidden(flag) => self.titled("event-idea-shown", &names.idea(flag.of, None)),
            IdeaEvent::Removed(about) => self.titled("event-idea-removed", &names.idea(about.of, None)),
            IdeaEvent::Promoted(set) => {
                self.titled("event-idea-promoted", &names.proposal(event.id, set.title.as_ref()))
            }
        }
    }

    fn proposal(&self, event: &Event, what: &ProposalEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            ProposalEvent::Added(set) => {
                self.titled("event-proposal-added", &names.proposal(event.id, set.title.as_ref()))
            }
            ProposalEvent::Edited(set) => {
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
            ProposalEvent::Removed(about) => {
                self.titled("event-proposal-removed", &names.proposal(about.of, None))
            }
        }
    }

    fn commitment(&self, event: &Event, what: &CommitmentEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            CommitmentEvent::Added(set) => {
                let title = self.quoted(&names.commitment(event.id, set.text.as_ref()));
                let owner = names.somebody(set.owner.as_deref().unwrap_or_default());
                self.say("event-commitment-added", &[("title", title.into()), ("owner", owner.into())])
            }
            CommitmentEvent::Edited(set) => {
                self.titled("event-commitment-edited", &names.commitment(of(set.of), None))
            }
            CommitmentEvent::Done(flag) => {
                let id = if flag.is { "event-commitment-done" } else { "event-commitment-reopened" };
                self.titled(id, &names.commitment(flag.of, None))
            }
            CommitmentEvent::Removed(about) => {
                self.titled("event-commitment-removed", &names.commitment(about.of, None))
            }
        }
    }

    fn wall(&self, what: &StageEvent) -> String {
        let names = &self.names;
        match what {
            StageEvent::Shown(shown) => {
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
        }
    }

    fn work(&self, what: &WorkEvent, depth: usize) -> String {
        match what {
            WorkEvent::Undone(taken) => self.taken("event-undone", taken, depth),
            WorkEvent::Redone(taken) => self.taken("event-redone", taken, depth),
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

    fn taken(&self, id: &str, taken: &Reversal, depth: usize) -> String {
        let what = match self.names.workshop.event(taken.of) {
            Some(event) if depth < DEEPEST => self.sentence(event, depth + 1),
            Some(_) => "…".to_owned(),
            None => self.say("event-not-arrived", &[("event", taken.of.to_string().into())]),
        };
        self.say(id, &[("what", what.into())])
    }
}
