//! The board of ideas.

use std::sync::Arc;

use serde::Serialize;
use serde_json::Value;

use super::versions::Versions;
use super::{View, label};
use crate::workshop::ideas::{self, Sort};
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Thing;

/// An idea.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Idea {
    pub id: String,
    /// What was said.
    pub text: Text,
    /// Languages in which nobody has checked the translation.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub unchecked: Vec<Lang>,
    /// `idea`, `action`, `question`, `quote` or `parking`.
    pub kind: &'static str,
    /// The room, as an id or a name; empty when none was given.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub room: String,
    /// Who said it, as it was written; never in public.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub author: String,
    /// The name of the seat that said it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub author_name: Option<Text>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Arc<str>>,
    /// The ideas merged into it, with their own words, tags and authors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub merged: Vec<Idea>,
    /// What is torn.
    #[serde(skip_serializing_if = "Versions::is_empty")]
    pub versions: Versions,
}

impl Idea {
    /// Whether it is in the parking lot.
    pub(crate) fn is_parked(&self) -> bool {
        self.kind == Sort::Parking.name()
    }
}

/// The ideas that stand by themselves, and how many are off the record.
pub(super) fn ideas(view: View<'_>) -> (Vec<Idea>, usize) {
    let all = &view.workshop.ideas;
    let below = ideas::merged(all);
    let on_record = |idea: &&ideas::Idea| view.record.has(idea);
    let standing = ideas::standing(all).filter(on_record).map(|idea| {
        let merged = below.get(&idea.key()).into_iter().flatten().filter_map(|key| all.get(*key));
        Idea { merged: merged.filter(on_record).map(|idea| one(view, idea)).collect(), ..one(view, idea) }
    });
    (standing.collect(), all.iter().filter(|idea| !view.record.has(idea)).count())
}

fn one(view: View<'_>, idea: &ideas::Idea) -> Idea {
    let all = &view.workshop.ideas;
    let unchecked =
        |lang: &Lang| idea.text.of(*lang).get().is_some_and(|form| !form.checked && !form.words.is_empty());
    Idea {
        id: label(all, idea.key()),
        text: idea.text.text(),
        unchecked: Lang::ALL.into_iter().filter(unchecked).collect(),
        kind: idea.sort().name(),
        room: idea.room().to_owned(),
        author: view.internal(|_| idea.author().to_owned()),
        author_name: view.internal(|_| view.person(idea.author())),
        tags: idea.tags().cloned().collect(),
        merged: Vec::new(),
        versions: if idea.versions() < 2 { Versions::default() } else { conflicts(view, idea) },
    }
}

fn conflicts(view: View<'_>, idea: &ideas::Idea) -> Versions {
    let all = &view.workshop.ideas;
    Versions::default()
        .text("text", &idea.text)
        .field("room", &idea.room)
        .field("author", &idea.author)
        .field("kind", &idea.kind)
        .field_as("into", &idea.into, |into| match into {
            None => Some(Value::Null),
            // An id can be telling as well.
            Some(key) => {
                all.get(*key).filter(|into| view.record.has(into)).map(|into| label(all, into.key()).into())
            }
        })
        .told(view.edition)
}
