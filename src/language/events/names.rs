//! The names of things in sentences about what happened.

use std::borrow::Cow;
use std::sync::Arc;

use crate::language::Messages;
use crate::workshop::Workshop;
use crate::workshop::agenda::events::ItemEvent;
use crate::workshop::commitments::events::CommitmentEvent;
use crate::workshop::event::EventKind;
use crate::workshop::groups::events::RoundEvent;
use crate::workshop::id::EventId;
use crate::workshop::ideas::Sort;
use crate::workshop::ideas::events::{IdeaEvent, IdeaSet};
use crate::workshop::meeting::events::TermEvent;
use crate::workshop::people::events::PersonEvent;
use crate::workshop::proposals::events::ProposalEvent;
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::{Bilingual, Thing, Things};
use crate::workshop::votes::events::VoteEvent;
use crate::wrap::cut_with_ellipsis;

/// The most columns that a title takes in a sentence.
const MOST_OF_A_TITLE: usize = 40;

/// What a thing is called in a sentence.
pub(super) enum Name {
    /// By its title or words.
    Title(String),
    /// By its id, since no words are known.
    Label(String),
    /// Not at all: it is off the record.
    Withheld,
}

impl Name {
    /// With quotation marks around a title, cut to what a sentence can hold.
    pub(super) fn quoted(&self, messages: &Messages) -> String {
        match self {
            Self::Title(title) => quoted(messages, title),
            Self::Label(label) => label.clone(),
            Self::Withheld => messages.say("event-off-record"),
        }
    }

    /// As it is, for where there is hardly room.
    pub(super) fn plain(self, messages: &Messages) -> String {
        match self {
            Self::Title(words) | Self::Label(words) => words,
            Self::Withheld => messages.say("event-off-record"),
        }
    }
}

/// A text in quotation marks; those inside it become inner ones.
fn quoted(messages: &Messages, text: &str) -> String {
    let inner: String = text
        .chars()
        .map(|c| match (messages.lang(), c) {
            (Lang::Ru, '«') => '„',
            (Lang::Ru, '»') => '“',
            (Lang::En, '“') => '‘',
            (Lang::En, '”') => '’',
            _ => c,
        })
        .collect();
    messages.with("quoted", &[("text", cut_with_ellipsis(&inner, MOST_OF_A_TITLE).into())])
}

/// Finds names.
#[derive(Clone, Copy)]
pub(super) struct Names<'a> {
    pub(super) messages: &'a Messages,
    pub(super) workshop: &'a Workshop,
}

impl Names<'_> {
    fn words(&self, text: Option<&Text>) -> Option<String> {
        let words = text?.in_(self.messages.lang());
        (!words.is_empty()).then(|| words.to_owned())
    }

    /// A program word as it is said; one that this version does not know is shown as it is.
    pub(super) fn word(&self, kind: &str, word: &str) -> String {
        let id = format!("{kind}-{word}");
        if self.messages.has(&id) { self.messages.say(&id) } else { self.somebody(word) }
    }

    /// A thing by what is known of it: what the event itself says, what it is called now, what it was made with (should that
    /// have been undone), its id.
    fn thing<T: Thing>(
        &self,
        things: &Things<T>,
        key: EventId,
        title: fn(&T) -> &Bilingual,
        own: Option<&Text>,
    ) -> Name {
        let now = || {
            let words = title(things.any(key)?).in_(self.messages.lang());
            (!words.is_empty()).then(|| words.to_owned())
        };
        let once = || self.words(made_text(&self.workshop.event(key)?.kind));
        let words = self.words(own).or_else(now).or_else(once);
        words.map_or_else(|| Name::Label(things.label(key).into_owned()), Name::Title)
    }

    pub(super) fn term(&self, key: EventId, own: Option<&Text>) -> Name {
        self.thing(&self.workshop.terms, key, |term| &term.name, own)
    }

    pub(super) fn item(&self, key: EventId, own: Option<&Text>) -> Name {
        self.thing(&self.workshop.items, key, |item| &item.title, own)
    }

    pub(super) fn round(&self, key: EventId, own: Option<&Text>) -> Name {
        self.thing(&self.workshop.rounds, key, |round| &round.title, own)
    }

    pub(super) fn proposal(&self, key: EventId, own: Option<&Text>) -> Name {
        self.thing(&self.workshop.proposals, key, |proposal| &proposal.title, own)
    }

    pub(super) fn vote(&self, key: EventId, own: Option<&Text>) -> Name {
        self.thing(&self.workshop.votes, key, |vote| &vote.title, own)
    }

    pub(super) fn commitment(&self, key: EventId, own: Option<&Text>) -> Name {
        self.thing(&self.workshop.commitments, key, |commitment| &commitment.text, own)
    }

    /// What somebody is called in the list, apart from the id.
    pub(super) fn person_name(&self, key: EventId, own: Option<&Text>) -> Name {
        self.thing(&self.workshop.people, key, |person| &person.name, own)
    }

    /// Somebody by the id of their seat, if one was chosen, else by name.
    pub(super) fn person(&self, key: EventId) -> String {
        let people = &self.workshop.people;
        match people.any(key).and_then(|person| person.made().id.as_ref()) {
            Some(_) => people.label(key).into_owned(),
            None => cut_with_ellipsis(&self.person_name(key, None).plain(self.messages), MOST_OF_A_TITLE)
                .into_owned(),
        }
    }

    /// Somebody as they were written down: the id of a seat, or a name.
    pub(super) fn somebody(&self, written: &str) -> String {
        cut_with_ellipsis(written, MOST_OF_A_TITLE).into_owned()
    }

    /// An idea. One that is off the record is not named.
    pub(super) fn idea(&self, key: EventId, own: Option<&IdeaSet>) -> Name {
        let is_kind = |set: &IdeaSet| set.kind.as_deref() == Some(Sort::OffRecord.name());
        let made_so = || match &self.workshop.event(key)?.kind {
            EventKind::Idea(IdeaEvent::Added(set)) => Some(is_kind(set)),
            _ => None,
        };
        let known = self.workshop.ideas.any(key);
        let now = known.is_some_and(|idea| {
            idea.is_off_record() || (idea.kind.get().is_none() && made_so() == Some(true))
        });
        if now || own.is_some_and(is_kind) {
            return Name::Withheld;
        }
        self.thing(&self.workshop.ideas, key, |idea| &idea.text, own.and_then(|set| set.text.as_ref()))
    }

    /// A room of a round.
    pub(super) fn room(&self, round: EventId, room: &str) -> Name {
        let known = self.workshop.rounds.any(round).and_then(|round| round.room(room));
        let title = known.and_then(|room| self.words(Some(&room.title)));
        title.map_or_else(|| Name::Label(room.to_owned()), Name::Title)
    }

    /// A tag: the term it stands for, or the word itself.
    pub(super) fn tag<'t>(&self, tag: &'t str) -> Cow<'t, str> {
        let term = self.workshop.terms.find(tag).ok().and_then(|key| self.workshop.terms.get(key));
        match term.map(|term| term.name.in_(self.messages.lang())) {
            Some(name) if !name.is_empty() => Cow::Owned(name.to_owned()),
            _ => Cow::Borrowed(tag),
        }
    }

    /// Tags that came and went, in what a sentence can hold.
    pub(super) fn tags(&self, add: &[Arc<str>], remove: &[Arc<str>]) -> String {
        let added = add.iter().map(|tag| format!("+{}", self.tag(tag)));
        let removed = remove.iter().map(|tag| format!("−{}", self.tag(tag)));
        let all = added.chain(removed).collect::<Vec<_>>().join(", ");
        cut_with_ellipsis(&all, MOST_OF_A_TITLE).into_owned()
    }

    /// What is on the wall, by the name that it was put there under.
    pub(super) fn staged(&self, view: &str, of: &str) -> Name {
        let unknown = || Name::Label(of.to_owned());
        match view {
            "now" => self.workshop.items.find(of).map_or_else(|_| unknown(), |key| self.item(key, None)),
            "groups" => self.workshop.rounds.find(of).map_or_else(|_| unknown(), |key| self.round(key, None)),
            "vote" | "reveal" => {
                self.workshop.votes.find(of).map_or_else(|_| unknown(), |key| self.vote(key, None))
            }
            _ => unknown(),
        }
    }
}

/// The words with which an event made a thing.
fn made_text(kind: &EventKind) -> Option<&Text> {
    match kind {
        EventKind::Term(TermEvent::Added(set)) => set.name.as_ref(),
        EventKind::Person(PersonEvent::Added(set)) => set.name.as_ref(),
        EventKind::Item(ItemEvent::Added(set)) => set.title.as_ref(),
        EventKind::Round(RoundEvent::Added(set)) => set.title.as_ref(),
        EventKind::Idea(IdeaEvent::Added(set)) => set.text.as_ref(),
        EventKind::Idea(IdeaEvent::Promoted(set)) | EventKind::Proposal(ProposalEvent::Added(set)) => {
            set.title.as_ref()
        }
        EventKind::Vote(VoteEvent::Prepared(set)) => set.title.as_ref(),
        EventKind::Commitment(CommitmentEvent::Added(set)) => set.text.as_ref(),
        _ => None,
    }
}
