//! What two devices said concurrently, and how a person settles it: by picking one of the versions.

use std::sync::Arc;

use crate::language::{Messages, date};
use crate::tui::ctx::Desk;
use crate::tui::layers::{Pick, PickRow};
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
    /// The event that wrote it.
    by: EventId,
    /// Whether it is the one that is shown until somebody settles it.
    stands: bool,
    /// What makes it the only one.
    settle: Vec<Request>,
}

/// The versions of a thing's torn fields.
pub(crate) struct Conflicts<'a> {
    workshop: &'a Workshop,
    /// The versions found.
    pub versions: Vec<Version>,
}

impl<'a> Conflicts<'a> {
    /// Nothing found yet.
    pub(crate) fn of(workshop: &'a Workshop) -> Self {
        Self { workshop, versions: Vec::new() }
    }

    /// A version of its own, be it of a field or of how things hang together.
    pub(crate) fn version(
        &mut self,
        field: &'static str,
        shown: String,
        (by, stands): (EventId, bool),
        settle: Vec<Request>,
    ) {
        let who = self.workshop.event(by).map(|event| event.who.clone()).unwrap_or_default();
        self.versions.push(Version { field, shown, who, by, stands, settle });
    }

    /// A field of any kind.
    pub(crate) fn field<T: Clone + PartialEq>(
        mut self,
        field: &'static str,
        register: &Register<T>,
        shown: impl Fn(&T) -> String,
        settle: impl Fn(&T) -> Request,
    ) -> Self {
        if register.is_conflicted() {
            let stands = register.get();
            let mut seen: Vec<&T> = Vec::new();
            for write in register.alive() {
                if seen.contains(&&write.value) {
                    continue;
                }
                seen.push(&write.value);
                let by = (write.by, stands == Some(&write.value));
                self.version(field, shown(&write.value), by, vec![settle(&write.value)]);
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

/// Lets one of the versions be picked, or says that there is nothing to settle.
pub(crate) fn settle(desk: &mut Desk<'_>, versions: Vec<Version>) {
    if versions.is_empty() { desk.say("settle-nothing", &[]) } else { pick(desk, versions) }
}

/// Lets one of the versions be picked, each to be read whole. It begins at the one that stands: whoever presses Enter in a
/// hurry changes nothing that is seen.
fn pick(desk: &mut Desk<'_>, versions: Vec<Version>) {
    let Some(workshop) = desk.workshop() else { return };
    let row = |(place, version): (usize, &Version)| {
        PickRow::new(place.to_string(), version.shown.clone(), from(workshop, desk.messages, version))
    };
    let rows: Vec<PickRow> = versions.iter().enumerate().map(row).collect();
    let stands = versions.iter().position(|version| version.stands).unwrap_or_default();
    let fields: std::collections::BTreeSet<_> = versions.iter().map(|version| version.field).collect();
    let title =
        desk.messages.with("settle-title", &[("n", versions.len().into()), ("fields", fields.len().into())]);
    desk.push(Pick::tall(title, rows, stands, move |place, desk| {
        let version = place.parse::<usize>().ok().and_then(|place| versions.get(place));
        let settled = version.is_some_and(|version| desk.perform_all(&version.settle));
        if settled {
            let fields: std::collections::BTreeSet<_> =
                versions.iter().map(|version| version.field).collect();
            desk.say("settle-said", &[("left", (fields.len() - 1).into())]);
        }
        settled
    }));
}

/// Which field, who wrote it, on which device and when, and whether it stands.
fn from(workshop: &Workshop, messages: &Messages, version: &Version) -> String {
    let mut parts = vec![messages.say(version.field)];
    if version.stands {
        parts.push(messages.say("settle-stands"));
    }
    if let Some(event) = workshop.event(version.by) {
        parts.push(event.who.to_string());
        parts.push(event.device.to_string());
        parts.push(date::moment(messages, &workshop.meeting.local(event.frame.at)));
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}
