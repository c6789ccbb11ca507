//! Settling what two people wrote apart: one of the versions is picked and written over all of them.

use std::sync::Arc;

use super::Ideas;
use crate::app::desk::Desk;
use crate::app::layers::{Pick, PickRow};
use crate::workshop::command::IdeaEdit;
use crate::workshop::ideas::Idea;
use crate::workshop::register::Register;
use crate::workshop::text::{Lang, Text};

/// A version of a field that could be the one.
struct Version {
    edit: IdeaEdit,
    shown: String,
    aside: String,
}

fn blank(idea: &Arc<str>) -> IdeaEdit {
    IdeaEdit { idea: idea.clone(), text: None, room: None, author: None, kind: None }
}

impl Ideas {
    fn versions(&self, desk: &Desk<'_>, name: &Arc<str>, idea: &Idea) -> Vec<Version> {
        let tongue = desk.tongue;
        let mut versions = Vec::new();
        for lang in Lang::ALL.into_iter().filter(|lang| idea.text.of(*lang).is_torn()) {
            let language = tongue.say(&format!("language-{}-short", lang.code()));
            versions.extend(idea.text.of(lang).alive().into_iter().map(|write| Version {
                edit: IdeaEdit { text: Some(Text::one(lang, write.value.words.clone())), ..blank(name) },
                shown: write.value.words.to_string(),
                aside: format!("{language} · {}", write.value.by),
            }));
        }
        let mut words = |register: &Register<Arc<str>>,
                         label: &str,
                         show: &dyn Fn(&str) -> String,
                         edit: fn(IdeaEdit, Arc<str>) -> IdeaEdit| {
            if register.is_torn() {
                versions.extend(register.alive().into_iter().map(|write| Version {
                    edit: edit(blank(name), write.value.clone()),
                    shown: show(&write.value),
                    aside: tongue.say(label),
                }));
            }
        };
        let kind = |kind: &str| tongue.say(&format!("idea-kind-{kind}"));
        words(&idea.room, "ideas-ask-room", &|id| self.rooms.full(id, tongue), |edit, room| IdeaEdit {
            room: Some(room),
            ..edit
        });
        words(&idea.author, "ideas-ask-author", &str::to_owned, |edit, author| IdeaEdit {
            author: Some(author),
            ..edit
        });
        words(&idea.kind, "ideas-ask-kind", &kind, |edit, kind| IdeaEdit { kind: Some(kind), ..edit });
        versions
    }

    pub(super) fn settle(&self, desk: &mut Desk<'_>) {
        let Some((name, idea)) = self.one(desk) else { return };
        let versions = self.versions(desk, &name, idea);
        if versions.is_empty() {
            return desk.say("ideas-one-version", &[]);
        }
        let row = |(place, version): (usize, &Version)| {
            PickRow::new(place.to_string(), version.shown.clone(), version.aside.clone())
        };
        let rows = versions.iter().enumerate().map(row).collect();
        let then = move |place: &str, desk: &mut Desk<'_>| {
            let version = place.parse::<usize>().ok().and_then(|place| versions.get(place));
            version.is_some_and(|version| desk.perform(version.edit.clone()).is_some())
        };
        let title = desk.tongue.say("ideas-settle-title");
        desk.push(Pick::new(title, rows, then));
    }
}
