//! Decisions about ideas.

use std::sync::Arc;

use super::Sort;
use super::commands::{
    IdeaAdd, IdeaEdit, IdeaHide, IdeaMerge, IdeaPromote, IdeaRemove, IdeaTag, IdeaTranslate, IdeaUnmerge,
};
use super::events::{IdeaEvent, IdeaMerged, IdeaSet, IdeaTagged, IdeaTranslated, IdeaUnmerged};
use crate::workshop::decide::{Decider, Outcome, check};
use crate::workshop::event::{About, EventKind, Flag};
use crate::workshop::id::EventId;
use crate::workshop::ideas;
use crate::workshop::proposals::events::ProposalSet;
use crate::workshop::refusal::Refusal;
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;

impl Decider<'_> {
    pub(in crate::workshop) fn idea_add(&self, c: &IdeaAdd) -> Outcome {
        let set = IdeaSet {
            of: None,
            id: check::free(&self.workshop.ideas, "idea", self.id.as_ref())?,
            text: Some(check::needed_text("text", &c.text)?),
            room: check::maybe(c.room.as_ref(), |room: &str| check::word("room", room))?,
            author: check::maybe(c.author.as_ref(), |author: &str| check::word("author", author))?,
            kind: check::maybe(c.kind.as_ref(), |kind: &str| check::one_of("kind", kind, &sorts()))?,
            tags: check::maybe(c.tags.as_ref(), |list: &Vec<_>| check::tags("tags", list))?,
        };
        Ok((EventKind::Idea(IdeaEvent::Added(set)), Vec::new()))
    }

    pub(in crate::workshop) fn idea_edit(&self, c: &IdeaEdit) -> Outcome {
        let of = self.idea(&c.idea)?;
        let set = IdeaSet {
            of: Some(of),
            id: None,
            text: check::maybe(c.text.as_ref(), |text| check::needed_text("text", text))?,
            room: check::maybe(c.room.as_ref(), |room: &str| check::word("room", room))?,
            author: check::maybe(c.author.as_ref(), |author: &str| check::word("author", author))?,
            kind: check::maybe(c.kind.as_ref(), |kind: &str| check::one_of("kind", kind, &sorts()))?,
            tags: None,
        };
        if set == (IdeaSet { of: Some(of), ..IdeaSet::default() }) {
            return Err(Refusal::nothing("idea"));
        }
        let mut over = Vec::new();
        if let Some(idea) = self.workshop.ideas.get(of) {
            idea.over_fields(&set, &mut over);
        }
        Ok((EventKind::Idea(IdeaEvent::Edited(set)), over))
    }

    pub(in crate::workshop) fn idea_tag(&self, c: &IdeaTag) -> Outcome {
        let of = self.idea(&c.idea)?;
        let none = Vec::new();
        let mut add = check::tags("add", c.add.as_ref().unwrap_or(&none))?;
        let mut remove = check::tags("remove", c.remove.as_ref().unwrap_or(&none))?;
        let mut over = Vec::new();
        if let Some(idea) = self.workshop.ideas.get(of) {
            let there: Vec<&Arc<str>> = idea.tags().collect();
            add.retain(|tag| !there.contains(&tag));
            remove.retain(|tag| there.contains(&tag));
            idea.over_tags(add.iter().chain(&remove), &mut over);
        }
        if add.is_empty() && remove.is_empty() {
            return Err(Refusal::nothing("idea"));
        }
        Ok((EventKind::Idea(IdeaEvent::Tagged(IdeaTagged { of, add, remove })), over))
    }

    pub(in crate::workshop) fn idea_merge(&self, c: &IdeaMerge) -> Outcome {
        let named = check::find_all(&self.workshop.ideas, "idea", &c.ideas)?;
        let mut roots: Vec<EventId> = Vec::new();
        for key in named {
            let root = ideas::kept(&self.workshop.ideas, key);
            if !roots.contains(&root) {
                roots.push(root);
            }
        }
        let [of, merged @ ..] = roots.as_slice() else { return Err(Refusal::empty("ideas")) };
        if merged.is_empty() {
            return Err(Refusal::new("two-ideas", "refused-two-ideas"));
        }
        let text = check::maybe(c.text.as_ref(), |text| check::needed_text("text", text))?;
        let mut over = Vec::new();
        if let (Some(kept), Some(text)) = (self.workshop.ideas.get(*of), &text) {
            kept.text.over(text, &mut over);
        }
        for idea in merged.iter().filter_map(|key| self.workshop.ideas.get(*key)) {
            idea.into.over(&mut over);
        }
        Ok((EventKind::Idea(IdeaEvent::Merged(IdeaMerged { of: *of, ideas: merged.to_vec(), text })), over))
    }

    pub(in crate::workshop) fn idea_unmerge(&self, c: &IdeaUnmerge) -> Outcome {
        let key = self.idea(&c.idea)?;
        let points = |idea: &ideas::Idea| idea.into.get().copied().flatten();
        let own = self.workshop.ideas.get(key).and_then(points);
        let freed: Vec<&ideas::Idea> = self
            .workshop
            .ideas
            .iter()
            .filter(|idea| if own.is_some() { idea.key() == key } else { points(idea) == Some(key) })
            .collect();
        if freed.is_empty() {
            return Err(Refusal::state("refused-not-merged", &c.idea));
        }
        let mut over = Vec::new();
        freed.iter().for_each(|idea| idea.into.over(&mut over));
        let ideas = freed.into_iter().map(Thing::key).collect();
        Ok((EventKind::Idea(IdeaEvent::Unmerged(IdeaUnmerged { ideas })), over))
    }

    pub(in crate::workshop) fn idea_translate(&self, c: &IdeaTranslate) -> Outcome {
        let of = self.idea(&c.idea)?;
        let text = check::needed_text("text", &Text::one(c.language, c.text.clone()))?;
        let mut over = Vec::new();
        if let Some(idea) = self.workshop.ideas.get(of) {
            idea.text.over(&text, &mut over);
        }
        let checked = c.checked.unwrap_or(false);
        Ok((EventKind::Idea(IdeaEvent::Translated(IdeaTranslated { of, text, checked })), over))
    }

    pub(in crate::workshop) fn idea_hide(&self, c: &IdeaHide) -> Outcome {
        let of = self.idea(&c.idea)?;
        let is = c.hidden.unwrap_or(true);
        let mut over = Vec::new();
        if let Some(idea) = self.workshop.ideas.get(of) {
            if idea.hidden.get().copied().unwrap_or(false) == is && !idea.hidden.is_conflicted() {
                return Err(Refusal::nothing("idea"));
            }
            idea.hidden.over(&mut over);
        }
        Ok((EventKind::Idea(IdeaEvent::Hidden(Flag { of, is })), over))
    }

    pub(in crate::workshop) fn idea_remove(&self, c: &IdeaRemove) -> Outcome {
        let of = self.idea(&c.idea)?;
        Ok((EventKind::Idea(IdeaEvent::Removed(About { of })), Vec::new()))
    }

    pub(in crate::workshop) fn idea_promote(&self, c: &IdeaPromote) -> Outcome {
        let sources = check::find_all(&self.workshop.ideas, "idea", &c.ideas)?;
        let Some(first) = sources.first().and_then(|key| self.workshop.ideas.get(*key)) else {
            return Err(Refusal::empty("ideas"));
        };
        let title = match &c.title {
            Some(title) => check::needed_text("title", title)?,
            None => first.text.text(),
        };
        let set = ProposalSet {
            id: check::free(&self.workshop.proposals, "proposal", self.id.as_ref())?,
            title: Some(title),
            ideas: Some(sources),
            ..ProposalSet::default()
        };
        Ok((EventKind::Idea(IdeaEvent::Promoted(Box::new(set))), Vec::new()))
    }

    fn idea(&self, name: &str) -> Result<EventId, Refusal> {
        check::find(&self.workshop.ideas, "idea", name)
    }
}

fn sorts() -> [&'static str; 6] {
    Sort::ALL.map(Sort::name)
}
