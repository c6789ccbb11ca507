//! What two devices said apart, and how a person settles it: by picking one of the versions.

use std::sync::Arc;

use crate::app::desk::Desk;
use crate::app::layers::{Pick, PickRow};
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::id::EventId;
use crate::workshop::register::Register;
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Bilingual;

/// One version of a field that has several.
#[derive(Debug, Clone)]
pub(crate) struct Version {
    /// The message that names the field.
    pub field: &'static str,
    /// How the version reads.
    pub shown: String,
    /// Who wrote it.
    pub who: Arc<str>,
    /// What makes it the only one.
    pub settle: Request,
}

/// The versions of a thing's torn fields.
pub(crate) struct Torn<'a> {
    workshop: &'a Workshop,
    /// The versions found.
    pub versions: Vec<Version>,
}

impl<'a> Torn<'a> {
    /// Nothing found yet.
    pub(crate) fn of(workshop: &'a Workshop) -> Self {
        Self { workshop, versions: Vec::new() }
    }

    fn who(&self, by: EventId) -> Arc<str> {
        self.workshop.event(by).map(|event| event.who.clone()).unwrap_or_default()
    }

    /// A field of any kind.
    pub(crate) fn field<T: Clone + PartialEq>(
        mut self,
        field: &'static str,
        register: &Register<T>,
        shown: impl Fn(&T) -> String,
        settle: impl Fn(&T) -> Request,
    ) -> Self {
        if register.is_torn() {
            let mut seen: Vec<&T> = Vec::new();
            for write in register.alive() {
                if seen.contains(&&write.value) {
                    continue;
                }
                seen.push(&write.value);
                let (shown, settle) = (shown(&write.value), settle(&write.value));
                self.versions.push(Version { field, shown, who: self.who(write.by), settle });
            }
        }
        self
    }

    /// A text, each language apart; `fields` name it in English and in Russian.
    pub(crate) fn text(
        self,
        fields: [&'static str; 2],
        text: &Bilingual,
        settle: impl Fn(Text) -> Request,
    ) -> Self {
        let settle = &settle;
        fields.into_iter().zip(Lang::ALL).fold(self, |torn, (field, lang)| {
            torn.field(
                field,
                text.of(lang),
                |form| form.words.to_string(),
                |form| settle(Text::one(lang, form.words.clone())),
            )
        })
    }
}

/// Lets one of the versions be picked.
pub(crate) fn pick(desk: &mut Desk<'_>, title: &str, versions: Vec<Version>) {
    let row = |(place, version): (usize, &Version)| {
        let field = desk.tongue.say(version.field);
        PickRow::new(place.to_string(), format!("{field}: {}", version.shown), version.who.as_ref())
    };
    let rows: Vec<PickRow> = versions.iter().enumerate().map(row).collect();
    let title = desk.tongue.say(title);
    desk.push(Pick::new(title, rows, move |place, desk| {
        let version = place.parse::<usize>().ok().and_then(|place| versions.get(place));
        version.is_some_and(|version| desk.perform(version.settle.clone()).is_some())
    }));
}
