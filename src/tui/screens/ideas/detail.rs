//! All that is known of an idea, line by line.

use crate::language::{Messages, date, events};
use crate::tui::screens::shared::rooms::Rooms;
use crate::workshop::Workshop;
use crate::workshop::id::EventId;
use crate::workshop::ideas::{self, Idea};
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;
use crate::wrap;

/// The columns that lines to read may take; fits the smallest usual terminal.
const WIDTH: usize = 72;

struct Lines<'a> {
    messages: &'a Messages,
    all: Vec<String>,
}

impl Lines<'_> {
    fn title(&mut self, id: &str) {
        if !self.all.is_empty() {
            self.all.push(String::new());
        }
        self.all.push(self.messages.say(id));
    }

    /// Indented, so that titles stand out.
    fn text(&mut self, text: &str) {
        self.all.extend(wrap::wrap(text, WIDTH - 2).into_iter().map(|line| format!("  {line}")));
    }
}

fn words(lines: &mut Lines<'_>, idea: &Idea) {
    for lang in Lang::ALL {
        let register = idea.text.of(lang);
        lines.title(&format!("language-{}", lang.code()));
        let alive = register.alive();
        if alive.iter().all(|write| write.value.words.is_empty()) {
            let missing = lines.messages.say("ideas-missing");
            lines.text(&missing);
        }
        for write in alive.into_iter().filter(|write| !write.value.words.is_empty()) {
            let form = &write.value;
            let state = lines.messages.say(if form.checked { "ideas-checked" } else { "ideas-unchecked" });
            lines.text(&form.words);
            lines.text(&format!("– {} · {state}", form.by));
        }
        if register.is_conflicted() {
            let versions = lines.messages.with("count-versions", &[("n", register.versions().into())]);
            lines.text(&versions);
        }
    }
}

/// What is known of an idea.
pub(super) fn lines(workshop: &Workshop, messages: &Messages, rooms: &Rooms, key: EventId) -> Vec<String> {
    let Some(idea) = workshop.ideas.get(key) else { return Vec::new() };
    let mut lines = Lines { messages, all: Vec::new() };
    words(&mut lines, idea);
    lines.title("ideas-about");
    let made = idea.made();
    let mut about = vec![
        date::moment(messages, &workshop.meeting.local(made.at)),
        rooms.full(idea.room(), messages),
        messages.say(&format!("idea-kind-{}", idea.sort().name())),
    ];
    if idea.is_off_record() {
        about.push(messages.say("idea-kind-off-record"));
        about.dedup();
    }
    if !idea.author().is_empty() {
        about.push(format!("@{}", idea.author()));
    }
    about.extend(idea.tags().map(|tag| format!("#{tag}")));
    lines.text(&about.join(" · "));
    let merged = ideas::merged(&workshop.ideas).remove(&key).unwrap_or_default();
    if !merged.is_empty() {
        lines.title("ideas-merged-here");
        for other in merged.iter().filter_map(|key| workshop.ideas.get(*key)) {
            let tags: String = other.tags().map(|tag| format!(" #{tag}")).collect();
            let author =
                if other.author().is_empty() { String::new() } else { format!(" @{}", other.author()) };
            lines.text(&format!("· {}{tags}{author}", other.text.in_(messages.lang())));
        }
    }
    lines.title("ideas-history");
    let mut things = Vec::new();
    for event in workshop.events() {
        things.clear();
        event.kind.things(&mut things);
        if event.id == key || things.contains(&key) {
            let when = date::moment(messages, &workshop.meeting.local(event.frame.at));
            let undone = if workshop.counts(event.id) {
                String::new()
            } else {
                format!(" ({})", messages.say("ideas-undone"))
            };
            lines.text(&format!(
                "{when} · {} · {}{undone}",
                event.who,
                events::sentence(messages, workshop, event)
            ));
        }
    }
    lines.all
}
