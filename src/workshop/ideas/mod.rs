//! Ideas: what was said, in which room, merged with what, tagged with what.

pub(crate) mod capture_line;
pub mod commands;
pub(crate) mod decide;
pub mod events;

use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

use litemap::LiteMap;

use super::event::Event;
use super::id::{ById, EventId};
use super::register::{Register, WriteContext};
use super::thing::{Bilingual, Made, Thing, Things};
use events::{IdeaEvent, IdeaSet};

/// What an idea is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// A plain idea.
    Idea,
    /// Something to be done.
    Action,
    /// A question.
    Question,
    /// Somebody's own words.
    Quote,
    /// Not for the record: on this laptop's screen and nowhere else.
    OffRecord,
    /// For later: the parking lot.
    Parking,
}

impl Sort {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 6] =
        [Self::Idea, Self::Action, Self::Question, Self::Quote, Self::OffRecord, Self::Parking];

    /// Its name in the session file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Idea => "idea",
            Self::Action => "action",
            Self::Question => "question",
            Self::Quote => "quote",
            Self::OffRecord => "off-record",
            Self::Parking => "parking",
        }
    }

    /// The sort with this name.
    pub(crate) fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }
}

/// An idea.
#[derive(Debug, Clone, Default)]
pub struct Idea {
    made: Made,
    removed: Register<bool>,
    /// What was said, and its translation.
    pub text: Bilingual,
    /// The room.
    pub room: Register<Arc<str>>,
    /// Who said it.
    pub author: Register<Arc<str>>,
    /// What it is.
    pub kind: Register<Arc<str>>,
    /// Off the record.
    pub hidden: Register<bool>,
    /// The idea it was merged into.
    pub into: Register<Option<EventId>>,
    tags: LiteMap<Arc<str>, Register<bool>>,
}

super::thing_for!(Idea);
super::fields!(Idea from IdeaSet { text, room, author, kind } beside { of, id, tags } also { into, hidden });

impl Idea {
    /// The room, empty when none was given.
    pub fn room(&self) -> &str {
        self.room.get().map(AsRef::as_ref).unwrap_or_default()
    }

    /// Who said it, empty when not known.
    pub fn author(&self) -> &str {
        self.author.get().map(AsRef::as_ref).unwrap_or_default()
    }

    /// What it is.
    pub fn sort(&self) -> Sort {
        self.kind.get().and_then(|kind| Sort::from_name(kind)).unwrap_or(Sort::Idea)
    }

    /// Whether it is off the record: such an idea stands in no report and on no wall.
    pub fn is_off_record(&self) -> bool {
        self.hidden.get().copied().unwrap_or(false) || self.sort() == Sort::OffRecord
    }

    /// The tags, in order. A tag that one laptop added and another took off concurrently is there: a word is not lost.
    pub fn tags(&self) -> impl Iterator<Item = &Arc<str>> {
        self.tags
            .iter()
            .filter(|(_, there)| there.is_conflicted() || there.get().copied().unwrap_or(false))
            .map(|(tag, _)| tag)
    }

    fn tag(&mut self, tag: &Arc<str>) -> &mut Register<bool> {
        self.tags.entry(tag.clone()).or_default()
    }

    fn set(&mut self, ctx: WriteContext<'_>, set: &IdeaSet, who: &Arc<str>) {
        self.set_fields(ctx, set, who);
        for tag in set.tags.iter().flatten() {
            self.tag(tag).write(ctx, true);
        }
    }

    /// The events that a change of these tags replaces.
    pub(super) fn over_tags<'a>(&self, tags: impl Iterator<Item = &'a Arc<str>>, into: &mut Vec<EventId>) {
        tags.filter_map(|tag| self.tags.get(tag)).for_each(|register| register.over(into));
    }
}

/// What an event means for the ideas.
pub(super) fn apply(ideas: &mut Things<Idea>, what: &IdeaEvent, event: &Event, ctx: WriteContext<'_>) {
    match what {
        IdeaEvent::Added(set) => ideas.make(event, set.id.as_ref(), ctx.counts).set(ctx, set, &event.who),
        IdeaEvent::Edited(set) => ideas.entry(set.of.unwrap_or(event.id)).set(ctx, set, &event.who),
        IdeaEvent::Removed(about) => ideas.entry(about.of).removed.write(ctx, true),
        IdeaEvent::Hidden(flag) => ideas.entry(flag.of).hidden.write(ctx, flag.is),
        IdeaEvent::Translated(translated) => {
            let idea = ideas.entry(translated.of);
            idea.text.write(ctx, &translated.text, &event.who, translated.checked);
        }
        IdeaEvent::Tagged(tagged) => {
            let idea = ideas.entry(tagged.of);
            for (tags, there) in [(&tagged.add, true), (&tagged.remove, false)] {
                for tag in tags {
                    idea.tag(tag).write(ctx, there);
                }
            }
        }
        IdeaEvent::Merged(merged) => {
            if let Some(text) = &merged.text {
                ideas.entry(merged.of).text.write(ctx, text, &event.who, true);
            }
            for idea in merged.ideas.iter().filter(|idea| **idea != merged.of) {
                ideas.entry(*idea).into.write(ctx, Some(merged.of));
            }
        }
        // It makes a proposal and leaves the ideas as they are.
        IdeaEvent::Promoted(_) => {}
        IdeaEvent::Unmerged(unmerged) => {
            for idea in &unmerged.ideas {
                ideas.entry(*idea).into.write(ctx, None);
            }
        }
    }
}

/// In which idea each merged one is now read: the one kept where it was merged, and so on.
///
/// Laptops that merged concurrently can make a ring (A into B here, B into A there). It is read as merged into the one of the ring
/// that was made first, in every copy alike.
pub struct Merges {
    /// Only of ideas that were merged.
    kept: ById<EventId>,
    rings: HashSet<EventId>,
}

impl Merges {
    /// Those of all ideas, each looked at once.
    pub fn of(ideas: &Things<Idea>) -> Self {
        let mut merges = Self { kept: ById::default(), rings: HashSet::new() };
        for idea in ideas.iter().filter(|idea| idea.into.get().is_some_and(Option::is_some)) {
            merges.follow(ideas, idea.key());
        }
        merges
    }

    /// Finds where an idea leads, and with it all on its way.
    fn follow(&mut self, ideas: &Things<Idea>, idea: EventId) {
        let (mut path, mut places) = (Vec::new(), ById::default());
        let mut at = idea;
        let end = loop {
            if let Some(known) = self.kept.get(&at) {
                break *known;
            }
            if let Some(place) = places.get(&at) {
                let ring: &[EventId] = path.get(*place..).unwrap_or_default();
                self.rings.extend(ring);
                let first = |key: &&EventId| ideas.any(**key).map(|idea| (idea.made().stamp, idea.key()));
                break ring.iter().min_by_key(first).copied().unwrap_or(at);
            }
            match merged_into(ideas, at) {
                Some(next) => {
                    places.insert(at, path.len());
                    path.push(at);
                    at = next;
                }
                None => break at,
            }
        };
        self.kept.extend(path.into_iter().map(|step| (step, end)));
    }

    /// The idea in which this one is read; itself where it stands by itself.
    pub(crate) fn kept(&self, idea: EventId) -> EventId {
        self.kept.get(&idea).copied().unwrap_or(idea)
    }

    /// Whether an idea lies in a ring of merges, which a person should settle.
    pub fn in_ring(&self, idea: EventId) -> bool {
        self.rings.contains(&idea)
    }
}

/// The idea in which this one is now read, as [`Merges`] says of all.
pub fn kept(ideas: &Things<Idea>, idea: EventId) -> EventId {
    let mut merges = Merges { kept: ById::default(), rings: HashSet::new() };
    merges.follow(ideas, idea);
    merges.kept(idea)
}

/// The idea into which one was merged. One merged into an idea that is gone (its adding undone, say) stands by itself again.
fn merged_into(ideas: &Things<Idea>, idea: EventId) -> Option<EventId> {
    ideas.any(idea).and_then(|idea| *idea.into.get()?).filter(|next| ideas.get(*next).is_some())
}

/// The kept ideas of which laptops said concurrently what is merged into what: something read there lies in a ring, or was merged into
/// two ideas. A person should settle it.
pub(crate) fn merged_apart(ideas: &Things<Idea>) -> HashSet<EventId> {
    let merges = Merges::of(ideas);
    let merged = ideas.iter().filter(|idea| idea.into.get().is_some());
    let apart = merged.filter(|idea| idea.into.is_conflicted() || merges.in_ring(idea.key()));
    apart.map(|idea| merges.kept(idea.key())).collect()
}

/// The ideas that stand by themselves: what the board shows.
pub fn standing(ideas: &Things<Idea>) -> impl DoubleEndedIterator<Item = &Idea> {
    let merges = Merges::of(ideas);
    ideas.iter().filter(move |idea| merges.kept(idea.key()) == idea.key())
}

/// The ideas merged into each idea that is kept, in the order in which they were made.
pub fn merged(ideas: &Things<Idea>) -> BTreeMap<EventId, Vec<EventId>> {
    let merges = Merges::of(ideas);
    let mut of: BTreeMap<EventId, Vec<EventId>> = BTreeMap::new();
    for idea in ideas.iter().filter(|idea| merges.kept(idea.key()) != idea.key()) {
        of.entry(merges.kept(idea.key())).or_default().push(idea.key());
    }
    of
}
