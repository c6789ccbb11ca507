//! The very short form of what happened, for the status line.

use super::DEEPEST;
use super::names::{Name, Names};
use crate::language::date::signed_minutes;
use crate::language::{Arg, Messages};
use crate::workshop::Workshop;
use crate::workshop::agenda::events::ItemEvent;
use crate::workshop::commitments::events::CommitmentEvent;
use crate::workshop::event::{Event, EventKind, Reversal, WorkEvent};
use crate::workshop::groups::events::{GroupsEvent, RoomsTurned, RoundEvent, WishEvent};
use crate::workshop::id::EventId;
use crate::workshop::ideas::events::IdeaEvent;
use crate::workshop::meeting::events::{SessionEvent, StageEvent, TermEvent};
use crate::workshop::people::events::PersonEvent;
use crate::workshop::proposals::events::ProposalEvent;
use crate::workshop::votes::events::VoteEvent;
use crate::wrap::{columns, cut_with_ellipsis};

/// The most columns of a label.
const MOST: usize = 24;

/// What happened, in at most 24 columns: `+5 Breakouts`, `S07 away`.
pub fn label(messages: &Messages, workshop: &Workshop, event: &Event) -> String {
    let label = Short { names: Names { messages, workshop } }.label(event, 0);
    cut_with_ellipsis(&label, MOST).into_owned()
}

struct Short<'a> {
    names: Names<'a>,
}

impl Short<'_> {
    /// The message with a title cut so that what stands around it stays whole.
    fn fit(&self, id: &str, title: &str, more: &[(&str, Arg<'_>)]) -> String {
        let with = |title: &str| {
            let mut args = more.to_vec();
            args.push(("title", title.into()));
            self.names.messages.with(id, &args)
        };
        let room = MOST.saturating_sub(columns(&with("")));
        with(&cut_with_ellipsis(title, room))
    }

    fn of(&self, id: &str, name: Name) -> String {
        self.fit(id, &name.plain(self.names.messages), &[])
    }

    fn person(&self, id: &str, person: EventId) -> String {
        self.fit(id, &self.names.person(person), &[])
    }

    fn say(&self, id: &str) -> String {
        self.names.messages.say(id)
    }

    /// One room, or how many.
    fn rooms(&self, id: &str, turned: &RoomsTurned) -> String {
        match turned.rooms.as_slice() {
            [only] => self.of(id, self.names.room(turned.of, only)),
            all => self.fit(id, &self.names.messages.with("count-rooms", &[("n", all.len().into())]), &[]),
        }
    }

    fn count(&self, id: &str, ideas: usize) -> String {
        let count = self.names.messages.with("count-ideas", &[("n", ideas.into())]);
        self.names.messages.with(id, &[("count", count.into())])
    }

    fn label(&self, event: &Event, depth: usize) -> String {
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
            EventKind::Unknown(foreign) => self.fit("label-unknown", &foreign.kind, &[]),
        }
    }

    fn session(&self, what: &SessionEvent) -> String {
        match what {
            SessionEvent::Made(_) => self.say("label-session-made"),
            SessionEvent::Described(_) => self.say("label-session-described"),
            SessionEvent::Practised(practised) if practised.offset.is_some() => {
                self.say("label-practice-began")
            }
            SessionEvent::Practised(_) => self.say("label-practice-ended"),
        }
    }

    fn term(&self, event: &Event, what: &TermEvent) -> String {
        let names = &self.names;
        // The thing of an event that sets fields: the one named, or the one it makes.
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            TermEvent::Added(set) => self.of("label-added", names.term(event.id, set.name.as_ref())),
            TermEvent::Changed(set) => self.of("label-changed", names.term(of(set.of), None)),
            TermEvent::Removed(about) => self.of("label-removed", names.term(about.of, None)),
        }
    }

    fn roster(&self, event: &Event, what: &PersonEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            PersonEvent::Added(set) => match &set.id {
                Some(id) => self.fit("label-added", id, &[]),
                None => self.of("label-added", names.person_name(event.id, set.name.as_ref())),
            },
            PersonEvent::Changed(set) => self.person("label-changed", of(set.of)),
            PersonEvent::Arrived(about) => self.person("label-present", about.of),
            PersonEvent::Left(about) => self.person("label-away", about.of),
            PersonEvent::Removed(about) => self.person("label-removed", about.of),
        }
    }

    fn item(&self, event: &Event, what: &ItemEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            ItemEvent::Added(set) => self.of("label-added", names.item(event.id, set.title.as_ref())),
            ItemEvent::Changed(set) => self.of("label-changed", names.item(of(set.of), None)),
            ItemEvent::Moved(place) => self.of("label-moved", names.item(place.of, None)),
            ItemEvent::Removed(about) => self.of("label-removed", names.item(about.of, None)),
            ItemEvent::Started(started) => self.of("label-started", names.item(started.of, None)),
            ItemEvent::Ended(about) => self.of("label-ended", names.item(about.of, None)),
            ItemEvent::Paused(about) => self.of("label-paused", names.item(about.of, None)),
            ItemEvent::Extended(extended) => {
                let title = names.item(extended.of, None).plain(names.messages);
                self.fit(
                    "label-extended",
                    &title,
                    &[("minutes", signed_minutes(extended.minutes.into()).into())],
                )
            }
            ItemEvent::Swapped(_) => self.say("label-swapped"),
            ItemEvent::Corrected(corrected) => {
                self.of("label-time-corrected", names.item(corrected.of, None))
            }
            ItemEvent::Skipped(flag) => {
                self.of(if flag.is { "label-skipped" } else { "label-unskipped" }, names.item(flag.of, None))
            }
        }
    }

    fn round(&self, event: &Event, what: &RoundEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            RoundEvent::Started(turned) => self.rooms("label-room-started", turned),
            RoundEvent::Called(turned) => self.rooms("label-room-called", turned),
            RoundEvent::Extended(extended) => {
                let room = names.room(extended.of, &extended.room).plain(names.messages);
                let minutes = signed_minutes(extended.minutes.into());
                self.fit("label-extended", &room, &[("minutes", minutes.into())])
            }
            RoundEvent::Reported(told) => match &told.room {
                Some(room) => self.of("label-reports", names.room(told.of, room)),
                None => self.of("label-reports-ended", names.round(told.of, None)),
            },
            RoundEvent::Added(set) => self.of("label-added", names.round(event.id, set.title.as_ref())),
            RoundEvent::Changed(set) => self.of("label-changed", names.round(of(set.of), None)),
            RoundEvent::Removed(about) => self.of("label-removed", names.round(about.of, None)),
            RoundEvent::Planned(planned) => self.of("label-planned", names.round(planned.of, None)),
            RoundEvent::Repaired(planned) => self.of("label-repaired", names.round(planned.of, None)),
            RoundEvent::Placed(seat) => match &seat.room {
                Some(room) => {
                    let room = names.room(seat.of, room).plain(names.messages);
                    self.fit("label-placed", &room, &[("person", names.person(seat.person).into())])
                }
                None => self.person("label-unplaced", seat.person),
            },
            RoundEvent::Held(seat) if seat.held == Some(false) => self.person("label-released", seat.person),
            RoundEvent::Held(seat) => self.person("label-held", seat.person),
            RoundEvent::Preferred(preferred) => self.person("label-preferred", preferred.person),
        }
    }

    fn rules(&self, what: &GroupsEvent) -> String {
        match what {
            GroupsEvent::Ruled(_) => self.say("label-ruled"),
        }
    }

    fn wish(&self, what: &WishEvent) -> String {
        match what {
            WishEvent::Added(_) => self.say("label-wished"),
            WishEvent::Removed(_) => self.say("label-unwished"),
        }
    }

    fn idea(&self, event: &Event, what: &IdeaEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            IdeaEvent::Added(set) => match names.idea(event.id, Some(set)) {
                Name::Withheld => self.say("label-off-record"),
                name => self.of("label-added", name),
            },
            IdeaEvent::Edited(set) => self.of("label-changed", names.idea(of(set.of), None)),
            IdeaEvent::Tagged(tagged) => {
                self.fit("label-tagged", &names.tags(&tagged.add, &tagged.remove), &[])
            }
            IdeaEvent::Merged(merged) => {
                self.count("label-merged", merged.ideas.iter().filter(|idea| **idea != merged.of).count())
            }
            IdeaEvent::Unmerged(unmerged) => self.count("label-unmerged", unmerged.ideas.len()),
            IdeaEvent::Translated(translated) => self.of("label-translated", names.idea(translated.of, None)),
            IdeaEvent::Hidden(flag) if flag.is => self.say("label-off-record"),
            IdeaEvent::Hidden(_) => self.say("label-on-record"),
            IdeaEvent::Removed(about) => self.of("label-removed", names.idea(about.of, None)),
            IdeaEvent::Promoted(set) => {
                self.of("label-promoted", names.proposal(event.id, set.title.as_ref()))
            }
        }
    }

    fn proposal(&self, event: &Event, what: &ProposalEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            ProposalEvent::Added(set) => self.of("label-added", names.proposal(event.id, set.title.as_ref())),
            ProposalEvent::Edited(set) => {
                let name = names.proposal(of(set.of), None);
                match &set.state {
                    Some(state) => {
                        let state = names.word("proposal-state", state);
                        self.fit("label-state", &name.plain(names.messages), &[("state", state.into())])
                    }
                    None => self.of("label-changed", name),
                }
            }
            ProposalEvent::Removed(about) => self.of("label-removed", names.proposal(about.of, None)),
        }
    }

    fn vote(&self, event: &Event, what: &VoteEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            VoteEvent::Prepared(set) => self.of("label-prepared", names.vote(event.id, set.title.as_ref())),
            VoteEvent::Changed(set) => self.of("label-changed", names.vote(of(set.of), None)),
            VoteEvent::Removed(about) => self.of("label-removed", names.vote(about.of, None)),
            VoteEvent::Waived(_) => self.say("label-waived"),
            VoteEvent::Dismissed(_) => self.say("label-dismissed"),
            VoteEvent::Opened(_) => self.say("label-opened"),
            VoteEvent::Closed(_) => self.say("label-closed"),
            VoteEvent::Revealed(_) => self.say("label-revealed"),
            VoteEvent::Budget(budget) => self.of("label-changed", names.vote(budget.of, None)),
            VoteEvent::Sealed(_) => self.say("label-sealed"),
            VoteEvent::Checked(_) => self.say("label-checked"),
            VoteEvent::Counted(_) => self.say("label-hands"),
            VoteEvent::Proxied(proxied) => self.person("label-proxied", proxied.person),
            VoteEvent::Marked(_) => self.say("label-marked"),
            VoteEvent::Ballots(_) => self.say("label-ballots"),
            VoteEvent::Cast(cast) | VoteEvent::Corrected(cast) => {
                let corrected = matches!(what, VoteEvent::Corrected(_));
                let id = if corrected { "label-corrected" } else { "label-cast" };
                match cast.seat {
                    Some(seat) => self.person(id, seat),
                    None => self.fit(id, &cast.paper.unwrap_or(0).to_string(), &[]),
                }
            }
        }
    }

    fn commitment(&self, event: &Event, what: &CommitmentEvent) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match what {
            CommitmentEvent::Added(set) => {
                self.of("label-added", names.commitment(event.id, set.text.as_ref()))
            }
            CommitmentEvent::Edited(set) => self.of("label-changed", names.commitment(of(set.of), None)),
            CommitmentEvent::Done(flag) => {
                let id = if flag.is { "label-done" } else { "label-reopened" };
                self.of(id, names.commitment(flag.of, None))
            }
            CommitmentEvent::Removed(about) => self.of("label-removed", names.commitment(about.of, None)),
        }
    }

    fn wall(&self, what: &StageEvent) -> String {
        let names = &self.names;
        match what {
            StageEvent::Shown(shown) => {
                let view = if shown.view.is_empty() { "blank" } else { shown.view.as_ref() };
                self.fit("label-stage", &names.word("view", view), &[])
            }
        }
    }

    fn work(&self, what: &WorkEvent, depth: usize) -> String {
        match what {
            WorkEvent::Undone(taken) => self.taken("label-undone", taken, depth),
            WorkEvent::Redone(taken) => self.taken("label-redone", taken, depth),
        }
    }

    fn taken(&self, id: &str, taken: &Reversal, depth: usize) -> String {
        let what = match self.names.workshop.event(taken.of) {
            Some(event) if depth < DEEPEST => self.label(event, depth + 1),
            Some(_) => "…".to_owned(),
            None => taken.of.to_string(),
        };
        self.fit(id, &what, &[])
    }
}
