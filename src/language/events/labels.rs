//! The very short form of what happened, for the status line.

use super::names::{Name, Names};
use super::{DEEPEST, signed_minutes};
use crate::language::{Arg, Tongue};
use crate::workshop::Workshop;
use crate::workshop::event::{Event, Happening, RoomsTurned, Taken};
use crate::workshop::id::EventId;
use crate::wrap::{columns, cut_with_ellipsis};

/// The most columns of a label.
const MOST: usize = 24;

/// What happened, in at most 24 columns: `+5 Breakouts`, `S07 away`.
pub fn label(tongue: &Tongue, workshop: &Workshop, event: &Event) -> String {
    let label = Short { names: Names { tongue, workshop } }.label(event, 0);
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
            self.names.tongue.with(id, &args)
        };
        let room = MOST.saturating_sub(columns(&with("")));
        with(&cut_with_ellipsis(title, room))
    }

    fn of(&self, id: &str, name: Name) -> String {
        self.fit(id, &name.plain(self.names.tongue), &[])
    }

    fn person(&self, id: &str, person: EventId) -> String {
        self.fit(id, &self.names.person(person), &[])
    }

    fn say(&self, id: &str) -> String {
        self.names.tongue.say(id)
    }

    /// One room, or how many.
    fn rooms(&self, id: &str, turned: &RoomsTurned) -> String {
        match turned.rooms.as_slice() {
            [only] => self.of(id, self.names.room(turned.of, only)),
            all => self.fit(id, &self.names.tongue.with("count-rooms", &[("n", all.len().into())]), &[]),
        }
    }

    fn count(&self, id: &str, ideas: usize) -> String {
        let count = self.names.tongue.with("count-ideas", &[("n", ideas.into())]);
        self.names.tongue.with(id, &[("count", count.into())])
    }

    fn label(&self, event: &Event, depth: usize) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match &event.happening {
            Happening::SessionMade(_) => self.say("label-session-made"),
            Happening::SessionDescribed(_) => self.say("label-session-described"),
            Happening::SessionPractised(practised) if practised.offset.is_some() => {
                self.say("label-practice-began")
            }
            Happening::SessionPractised(_) => self.say("label-practice-ended"),
            Happening::TermAdded(set) => self.of("label-added", names.term(event.id, set.name.as_ref())),
            Happening::TermChanged(set) => self.of("label-changed", names.term(of(set.of), None)),
            Happening::TermRemoved(about) => self.of("label-removed", names.term(about.of, None)),
            Happening::PersonAdded(set) => match &set.id {
                Some(id) => self.fit("label-added", id, &[]),
                None => self.of("label-added", names.person_name(event.id, set.name.as_ref())),
            },
            Happening::PersonChanged(set) => self.person("label-changed", of(set.of)),
            Happening::PersonArrived(about) => self.person("label-present", about.of),
            Happening::PersonLeft(about) => self.person("label-away", about.of),
            Happening::PersonRemoved(about) => self.person("label-removed", about.of),
            Happening::ItemAdded(set) => self.of("label-added", names.item(event.id, set.title.as_ref())),
            Happening::ItemChanged(set) => self.of("label-changed", names.item(of(set.of), None)),
            Happening::ItemMoved(place) => self.of("label-moved", names.item(place.of, None)),
            Happening::ItemRemoved(about) => self.of("label-removed", names.item(about.of, None)),
            Happening::ItemStarted(started) => self.of("label-started", names.item(started.of, None)),
            Happening::ItemEnded(about) => self.of("label-ended", names.item(about.of, None)),
            Happening::ItemPaused(about) => self.of("label-paused", names.item(about.of, None)),
            Happening::ItemExtended(extended) => {
                let title = names.item(extended.of, None).plain(names.tongue);
                self.fit(
                    "label-extended",
                    &title,
                    &[("minutes", signed_minutes(extended.minutes.into()).into())],
                )
            }
            Happening::ItemSwapped(_) => self.say("label-swapped"),
            Happening::ItemCorrected(corrected) => {
                self.of("label-time-corrected", names.item(corrected.of, None))
            }
            Happening::ItemSkipped(whether) => self.of(
                if whether.is { "label-skipped" } else { "label-unskipped" },
                names.item(whether.of, None),
            ),
            Happening::RoundStarted(turned) => self.rooms("label-room-started", turned),
            Happening::RoundCalled(turned) => self.rooms("label-room-called", turned),
            Happening::RoundExtended(extended) => {
                let room = names.room(extended.of, &extended.room).plain(names.tongue);
                let minutes = signed_minutes(extended.minutes.into());
                self.fit("label-extended", &room, &[("minutes", minutes.into())])
            }
            Happening::RoundReported(told) => match &told.room {
                Some(room) => self.of("label-reports", names.room(told.of, room)),
                None => self.of("label-reports-ended", names.round(told.of, None)),
            },
            Happening::RoundAdded(set) => self.of("label-added", names.round(event.id, set.title.as_ref())),
            Happening::RoundChanged(set) => self.of("label-changed", names.round(of(set.of), None)),
            Happening::RoundRemoved(about) => self.of("label-removed", names.round(about.of, None)),
            Happening::RoundPlanned(planned) => self.of("label-planned", names.round(planned.of, None)),
            Happening::RoundRepaired(planned) => self.of("label-repaired", names.round(planned.of, None)),
            Happening::RoundPlaced(seat) => match &seat.room {
                Some(room) => {
                    let room = names.room(seat.of, room).plain(names.tongue);
                    self.fit("label-placed", &room, &[("person", names.person(seat.person).into())])
                }
                None => self.person("label-unplaced", seat.person),
            },
            Happening::RoundHeld(seat) if seat.held == Some(false) => {
                self.person("label-released", seat.person)
            }
            Happening::RoundHeld(seat) => self.person("label-held", seat.person),
            Happening::RoundPreferred(preferred) => self.person("label-preferred", preferred.person),
            Happening::GroupsRuled(_) => self.say("label-ruled"),
            Happening::WishAdded(_) => self.say("label-wished"),
            Happening::WishRemoved(_) => self.say("label-unwished"),
            Happening::Undone(taken) => self.taken("label-undone", taken, depth),
            Happening::Redone(taken) => self.taken("label-redone", taken, depth),
            Happening::Unknown(foreign) => self.fit("label-unknown", &foreign.kind, &[]),
            _ => self.content(event),
        }
    }

    /// Ideas, proposals, votes, commitments and the wall.
    fn content(&self, event: &Event) -> String {
        let names = &self.names;
        let of = |of: Option<EventId>| of.unwrap_or(event.id);
        match &event.happening {
            Happening::IdeaAdded(set) => match names.idea(event.id, Some(set)) {
                Name::Withheld => self.say("label-off-record"),
                name => self.of("label-added", name),
            },
            Happening::IdeaEdited(set) => self.of("label-changed", names.idea(of(set.of), None)),
            Happening::IdeaTagged(tagged) => {
                self.fit("label-tagged", &names.tags(&tagged.add, &tagged.remove), &[])
            }
            Happening::IdeaMerged(merged) => {
                self.count("label-merged", merged.ideas.iter().filter(|idea| **idea != merged.of).count())
            }
            Happening::IdeaUnmerged(unmerged) => self.count("label-unmerged", unmerged.ideas.len()),
            Happening::IdeaTranslated(translated) => {
                self.of("label-translated", names.idea(translated.of, None))
            }
            Happening::IdeaHidden(whether) if whether.is => self.say("label-off-record"),
            Happening::IdeaHidden(_) => self.say("label-on-record"),
            Happening::IdeaRemoved(about) => self.of("label-removed", names.idea(about.of, None)),
            Happening::IdeaPromoted(set) => {
                self.of("label-promoted", names.proposal(event.id, set.title.as_ref()))
            }
            Happening::ProposalAdded(set) => {
                self.of("label-added", names.proposal(event.id, set.title.as_ref()))
            }
            Happening::ProposalEdited(set) => {
                let name = names.proposal(of(set.of), None);
                match &set.state {
                    Some(state) => {
                        let state = names.word("proposal-state", state);
                        self.fit("label-state", &name.plain(names.tongue), &[("state", state.into())])
                    }
                    None => self.of("label-changed", name),
                }
            }
            Happening::ProposalRemoved(about) => self.of("label-removed", names.proposal(about.of, None)),
            Happening::VotePrepared(set) => {
                self.of("label-prepared", names.vote(event.id, set.title.as_ref()))
            }
            Happening::VoteChanged(set) => self.of("label-changed", names.vote(of(set.of), None)),
            Happening::VoteRemoved(about) => self.of("label-removed", names.vote(about.of, None)),
            Happening::VoteWaived(_) => self.say("label-waived"),
            Happening::VoteDismissed(_) => self.say("label-dismissed"),
            Happening::VoteOpened(_) => self.say("label-opened"),
            Happening::VoteClosed(_) => self.say("label-closed"),
            Happening::VoteRevealed(_) => self.say("label-revealed"),
            Happening::VoteBudget(budget) => self.of("label-changed", names.vote(budget.of, None)),
            Happening::VoteSealed(_) => self.say("label-sealed"),
            Happening::VoteChecked(_) => self.say("label-checked"),
            Happening::VoteCounted(_) => self.say("label-hands"),
            Happening::VoteProxied(proxied) => self.person("label-proxied", proxied.person),
            Happening::VoteMarked(_) => self.say("label-marked"),
            Happening::VoteBallots(_) => self.say("label-ballots"),
            Happening::VoteCast(cast) | Happening::VoteCorrected(cast) => {
                let corrected = matches!(event.happening, Happening::VoteCorrected(_));
                let id = if corrected { "label-corrected" } else { "label-cast" };
                match cast.seat {
                    Some(seat) => self.person(id, seat),
                    None => self.fit(id, &cast.paper.unwrap_or(0).to_string(), &[]),
                }
            }
            Happening::CommitmentAdded(set) => {
                self.of("label-added", names.commitment(event.id, set.text.as_ref()))
            }
            Happening::CommitmentEdited(set) => self.of("label-changed", names.commitment(of(set.of), None)),
            Happening::CommitmentDone(whether) => {
                let id = if whether.is { "label-done" } else { "label-reopened" };
                self.of(id, names.commitment(whether.of, None))
            }
            Happening::CommitmentRemoved(about) => self.of("label-removed", names.commitment(about.of, None)),
            Happening::StageShown(shown) => {
                let view = if shown.view.is_empty() { "blank" } else { shown.view.as_ref() };
                self.fit("label-stage", &names.word("view", view), &[])
            }
            other => self.fit("label-unknown", other.kind(), &[]),
        }
    }

    fn taken(&self, id: &str, taken: &Taken, depth: usize) -> String {
        let what = match self.names.workshop.event(taken.of) {
            Some(event) if depth < DEEPEST => self.label(event, depth + 1),
            Some(_) => "…".to_owned(),
            None => taken.of.to_string(),
        };
        self.fit(id, &what, &[])
    }
}
