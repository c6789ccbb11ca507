//! Which ideas stand on the board, in which order and under which headings. Made again when the workshop, the way to look at it
//! or the filter changes; what is seen of it is computed for the visible rows only.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use crate::language::Messages;
use crate::tui::screens::shared::rooms::Rooms;
use crate::workshop::id::EventId;
use crate::workshop::ideas::{self, Idea, Sort};
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;
use crate::workshop::{Workshop, alike};

/// A way to look at the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) enum Shown {
    /// All ideas, the newest last.
    #[default]
    All,
    Rooms,
    /// By tag; an idea with two tags stands twice.
    Tags,
    /// By the languages they are in.
    Languages,
    /// Those that lack a language.
    Untranslated,
    /// For later.
    Parking,
    /// Likely duplicates, together.
    Alike,
}

impl Shown {
    /// All ways, in the order in which they are gone through.
    pub(crate) const ALL: [Self; 7] =
        [Self::All, Self::Rooms, Self::Tags, Self::Languages, Self::Untranslated, Self::Parking, Self::Alike];

    /// The next way, or the one before.
    #[must_use]
    pub(crate) fn turn(self, on: bool) -> Self {
        let at = Self::ALL.iter().position(|shown| *shown == self).unwrap_or(0);
        let next = if on { at + 1 } else { at + Self::ALL.len() - 1 };
        Self::ALL.get(next % Self::ALL.len()).copied().unwrap_or_default()
    }

    /// The name of its title in the bundles.
    pub(crate) const fn title(self) -> &'static str {
        match self {
            Self::All => "ideas-view-all",
            Self::Rooms => "ideas-view-rooms",
            Self::Tags => "ideas-view-tags",
            Self::Languages => "ideas-view-languages",
            Self::Untranslated => "ideas-view-untranslated",
            Self::Parking => "ideas-view-parking",
            Self::Alike => "ideas-view-alike",
        }
    }

    /// The name of what is said when nothing stands there.
    pub(crate) const fn nothing(self) -> &'static str {
        match self {
            Self::All | Self::Rooms | Self::Tags | Self::Languages => "ideas-none",
            Self::Untranslated => "ideas-none-untranslated",
            Self::Parking => "ideas-none-parking",
            Self::Alike => "ideas-none-alike",
        }
    }
}

/// A row of the board.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    pub idea: EventId,
    /// The heading above it, where one begins: its place among the headings.
    pub heading: Option<usize>,
}

/// What stands on the board.
#[derive(Debug, Clone, Default)]
pub(crate) struct Board {
    /// The rows.
    pub entries: Vec<Entry>,
    /// The headings with how many ideas stand under each.
    pub headings: Vec<(String, usize)>,
    /// The ideas merged into one that stands.
    pub merged: HashMap<EventId, Vec<EventId>>,
    /// Ideas of which laptops said concurrently what is merged into what: one of theirs lies in a ring, or was merged into two.
    pub torn: HashSet<EventId>,
    /// How many ideas stand in all.
    pub standing: usize,
    /// How many of them are shown; under two headings an idea counts once.
    pub shown: usize,
    /// The meeting has both languages.
    pub both: bool,
    all: Vec<EventId>,
    /// What a filter looks through, in small letters; made with the first filter.
    haystack: Vec<String>,
}

type Group = (String, Vec<EventId>);

impl Board {
    /// The ideas of a workshop, to be arranged.
    pub(crate) fn of(workshop: &Workshop) -> Self {
        let languages = workshop.meeting.languages();
        let all: Vec<EventId> = ideas::standing(&workshop.ideas).map(Thing::key).collect();
        Self {
            torn: ideas::merged_apart(&workshop.ideas),
            merged: ideas::merged(&workshop.ideas).into_iter().collect(),
            standing: all.len(),
            both: Lang::ALL.iter().all(|lang| languages.iter().any(|code| code.as_ref() == lang.code())),
            all,
            ..Self::default()
        }
    }

    /// Puts the ideas in order.
    pub(crate) fn arrange(
        &mut self,
        workshop: &Workshop,
        rooms: &Rooms,
        messages: &Messages,
        shown: Shown,
        filter: &str,
    ) {
        let found = self.filtered(workshop, rooms, messages, filter);
        let ideas: Vec<&Idea> = found.iter().filter_map(|key| workshop.ideas.get(*key)).collect();
        let groups = match shown {
            Shown::All => vec![(String::new(), found)],
            Shown::Rooms => by_room(&ideas, rooms, messages),
            Shown::Tags => by_tag(&ideas, messages),
            Shown::Languages => by_language(&ideas, messages, true),
            Shown::Untranslated => by_language(&ideas, messages, false),
            Shown::Parking => {
                vec![(String::new(), keys(ideas.iter().filter(|idea| idea.sort() == Sort::Parking)))]
            }
            Shown::Alike => alike(&ideas, messages),
        };
        self.entries.clear();
        self.headings.clear();
        for (title, group) in groups.into_iter().filter(|(_, group)| !group.is_empty()) {
            let mut heading = (!title.is_empty()).then_some(self.headings.len());
            if heading.is_some() {
                self.headings.push((title, group.len()));
            }
            self.entries.extend(group.into_iter().map(|idea| Entry { idea, heading: heading.take() }));
        }
        self.shown = self.entries.iter().map(|entry| entry.idea).collect::<HashSet<EventId>>().len();
    }

    fn filtered(
        &mut self,
        workshop: &Workshop,
        rooms: &Rooms,
        messages: &Messages,
        filter: &str,
    ) -> Vec<EventId> {
        let filter = filter.to_lowercase();
        let words: Vec<&str> = filter.split_whitespace().collect();
        if words.is_empty() {
            return self.all.clone();
        }
        if self.haystack.len() != self.all.len() {
            let hay = |key: &EventId| {
                workshop.ideas.get(*key).map(|idea| hay(idea, rooms, messages)).unwrap_or_default()
            };
            self.haystack = self.all.iter().map(hay).collect();
        }
        let fits = |hay: &str| words.iter().all(|word| hay.contains(word));
        self.all.iter().zip(&self.haystack).filter(|(_, hay)| fits(hay)).map(|(key, _)| *key).collect()
    }
}

/// All words by which an idea is found.
fn hay(idea: &Idea, rooms: &Rooms, messages: &Messages) -> String {
    let tags: String = idea.tags().map(|tag| format!(" #{tag}")).collect();
    let [en, ru] = Lang::ALL.map(|lang| idea.text.get(lang).unwrap_or_default());
    let (author, room) = (idea.author(), rooms.full(idea.room(), messages));
    format!("{en} {ru} {room} @{author}{tags}").to_lowercase()
}

fn keys<'a>(ideas: impl Iterator<Item = &'a &'a Idea>) -> Vec<EventId> {
    ideas.map(|idea| idea.key()).collect()
}

fn by_room(ideas: &[&Idea], rooms: &Rooms, messages: &Messages) -> Vec<Group> {
    let mut of: BTreeMap<&str, Vec<EventId>> = BTreeMap::new();
    for idea in ideas {
        of.entry(idea.room()).or_default().push(idea.key());
    }
    let known = std::iter::once("").chain(rooms.rows.iter().map(|row| row.id.as_ref()));
    let mut groups: Vec<Group> =
        known.filter_map(|id| Some((rooms.full(id, messages), of.remove(id)?))).collect();
    groups.extend(of.into_iter().map(|(id, group)| (id.to_owned(), group)));
    groups
}

fn by_tag(ideas: &[&Idea], messages: &Messages) -> Vec<Group> {
    let mut of: BTreeMap<&Arc<str>, Vec<EventId>> = BTreeMap::new();
    let mut without = Vec::new();
    for idea in ideas {
        let mut tagged = false;
        for tag in idea.tags() {
            of.entry(tag).or_default().push(idea.key());
            tagged = true;
        }
        if !tagged {
            without.push(idea.key());
        }
    }
    let tagged = of.into_iter().map(|(tag, group)| (format!("#{tag}"), group));
    tagged.chain([(messages.say("ideas-untagged"), without)]).collect()
}

fn by_language(ideas: &[&Idea], messages: &Messages, both: bool) -> Vec<Group> {
    let with = |en: bool, ru: bool| {
        keys(ideas.iter().filter(|idea| {
            idea.text.get(Lang::En).is_some() == en && idea.text.get(Lang::Ru).is_some() == ru
        }))
    };
    let only = |lang: Lang| messages.say(&format!("ideas-only-{}", lang.code()));
    let mut groups = vec![(only(Lang::En), with(true, false)), (only(Lang::Ru), with(false, true))];
    if both {
        groups.push((messages.say("ideas-both-languages"), with(true, true)));
    }
    groups
}

/// Ideas that say nearly the same in either language.
fn alike(ideas: &[&Idea], messages: &Messages) -> Vec<Group> {
    let text = |idea: &&Idea| {
        let [en, ru] = Lang::ALL.map(|lang| idea.text.get(lang).unwrap_or_default());
        format!("{en} {ru}")
    };
    let texts: Vec<String> = ideas.iter().map(text).collect();
    let groups = alike::groups(texts.iter().map(String::as_str));
    (1_usize..)
        .zip(groups)
        .map(|(number, places)| {
            let title = messages.with("ideas-alike", &[("number", number.into())]);
            (title, places.iter().filter_map(|place| ideas.get(*place)).map(|idea| idea.key()).collect())
        })
        .collect()
}
