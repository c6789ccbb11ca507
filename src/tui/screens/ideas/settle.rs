//! Settling what two people wrote concurrently: one of the versions is picked and written over all of them.

use std::sync::Arc;

use super::Ideas;
use crate::language::Messages;
use crate::tui::ctx::Desk;
use crate::tui::screens::shared::conflicts::{self, Conflicts, Version};
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::id::EventId;
use crate::workshop::ideas::commands::{IdeaEdit, IdeaHide, IdeaMerge, IdeaUnmerge};
use crate::workshop::ideas::{self, Idea};
use crate::workshop::thing::Thing;

fn blank(idea: &Arc<str>) -> IdeaEdit {
    IdeaEdit { idea: idea.clone(), text: None, room: None, author: None, kind: None }
}

fn name(workshop: &Workshop, idea: EventId) -> Arc<str> {
    workshop.ideas.label(idea).as_ref().into()
}

impl Ideas {
    fn versions(&self, workshop: &Workshop, messages: &Messages, idea: &Idea) -> Vec<Version> {
        let named = name(workshop, idea.key());
        let edit = |edit: IdeaEdit| -> Request { edit.into() };
        let kind = |kind: &Arc<str>| messages.say(&format!("idea-kind-{kind}"));
        let mut torn = Conflicts::of(workshop)
            .text(["ideas-text-en", "ideas-text-ru"], &idea.text, |text| {
                edit(IdeaEdit { text: Some(text), ..blank(&named) })
            })
            .field(
                "ideas-ask-room",
                &idea.room,
                |id| self.rooms.full(id, messages),
                |room| edit(IdeaEdit { room: Some(room.clone()), ..blank(&named) }),
            )
            .field("ideas-ask-author", &idea.author, ToString::to_string, |author| {
                edit(IdeaEdit { author: Some(author.clone()), ..blank(&named) })
            })
            .field("ideas-ask-kind", &idea.kind, kind, |kind| {
                edit(IdeaEdit { kind: Some(kind.clone()), ..blank(&named) })
            })
            .field(
                "ideas-hidden",
                &idea.hidden,
                |hidden| messages.say(if *hidden { "ideas-is-hidden" } else { "ideas-is-open" }),
                |hidden| IdeaHide { idea: named.clone(), hidden: Some(*hidden) }.into(),
            );
        // Where two laptops merged an idea otherwise, the merges of all that is read here are looked at, too.
        let merged = ideas::merged(&workshop.ideas);
        let inside = merged.get(&idea.key()).into_iter().flatten().copied();
        for key in std::iter::once(idea.key()).chain(inside) {
            merges(&mut torn, workshop, messages, key);
        }
        torn.versions
    }

    pub(super) fn settle(&self, desk: &mut Desk<'_>) {
        let Some((_, idea)) = self.one(desk) else { return };
        let Some(workshop) = desk.workshop() else { return };
        let versions = self.versions(workshop, desk.messages, idea);
        conflicts::settle(desk, versions);
    }
}

/// An idea merged into two others apart, or one that lies in a ring of merges.
fn merges(torn: &mut Conflicts<'_>, workshop: &Workshop, messages: &Messages, key: EventId) {
    let Some(idea) = workshop.ideas.get(key) else { return };
    let words = |key: EventId| {
        workshop.ideas.any(key).map(|idea| idea.text.in_(messages.lang()).to_owned()).unwrap_or_default()
    };
    let says = |into: Option<EventId>| match into {
        Some(into) => messages
            .with("ideas-is-merged", &[("idea", (&words(key)).into()), ("into", (&words(into)).into())]),
        None => messages.with("ideas-stands-alone", &[("idea", (&words(key)).into())]),
    };
    let apart = || Request::from(IdeaUnmerge { idea: name(workshop, key) });
    if idea.into.is_conflicted() {
        let stands = idea.into.get().copied();
        for write in idea.into.alive() {
            let mut settle = vec![apart()];
            if let Some(into) = write.value {
                let ideas = vec![name(workshop, into), name(workshop, key)];
                settle.push(IdeaMerge { ideas, text: None }.into());
            }
            let by = (write.by, stands == Some(write.value));
            torn.version("ideas-merged-field", says(write.value), by, settle);
        }
    } else if ideas::Merges::of(&workshop.ideas).in_ring(key)
        && let Some(write) = idea.into.shown()
    {
        // Taking one of them out breaks the ring; the others stay merged.
        torn.version("ideas-in-ring", says(None), (write.by, false), vec![apart()]);
    }
}
