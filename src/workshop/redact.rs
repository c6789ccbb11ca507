//! Taking a person out of what was written: the pure part of `talkoot redact`.
//!
//! What stays is what the work of the others rests on: the seat, its rooms, its ballots. What goes is what tells who sat
//! there: the name wherever it stands, and all that was said *about* the person.

use std::collections::BTreeSet;

use serde_json::Value;

use super::Workshop;
use super::event::{Event, EventKind};
use super::id::EventId;
use super::people::events::PersonEvent;
use super::thing::Thing;

/// What stands where a name stood. It has no language.
pub(crate) const BLACKED: &str = "\u{2588}\u{2588}\u{2588}\u{2588}\u{2588}";
/// The id that a thing gets whose own id held the name.
const NAMELESS: &str = "redacted";
/// The shortest word of a name that is looked for by itself, in letters.
const SHORTEST: usize = 4;
/// How many letters at the end of a word may be an inflection.
const INFLECTED: usize = 2;

/// Who is taken out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Redaction {
    /// The person on the roster, if there is one.
    person: Option<EventId>,
    /// What the person was ever called there, and whatever else is to go; in lower case.
    names: BTreeSet<String>,
    /// How the person may stand as an author: names and ids.
    authors: BTreeSet<String>,
    /// Whether the words go as well that were said under this name.
    words: bool,
}

impl Redaction {
    /// A person of the roster by id, or by the name as it stands there; or a name that stands only in words. `also` are
    /// further spellings that are to go. `words` takes out what the person said, too.
    ///
    /// # Errors
    /// Says how many people go by that name when there is more than one.
    pub(crate) fn new(
        workshop: &Workshop,
        person: &str,
        also: &[String],
        words: bool,
    ) -> Result<Self, usize> {
        let found = match workshop.people.find(person) {
            Ok(key) => Some(key),
            Err(_) => by_name(workshop, person)?,
        };
        let mut names: BTreeSet<String> = also.iter().map(|name| name.trim().to_lowercase()).collect();
        let mut authors = BTreeSet::new();
        match found {
            Some(key) => {
                names.extend(workshop.events().filter_map(|event| called(event, key)).flatten());
                authors.insert(workshop.people.label(key).to_lowercase());
            }
            None => _ = names.insert(person.trim().to_lowercase()),
        }
        names.remove("");
        authors.extend(names.iter().cloned());
        Ok(Self { person: found, names, authors, words })
    }

    /// The person on the roster, if there is one.
    pub(crate) fn person(&self) -> Option<EventId> {
        self.person
    }

    /// Takes the person out of one event's payload; says whether anything was there to take.
    pub(crate) fn payload(&self, id: EventId, kind: &str, payload: &mut Value) -> bool {
        let mut changed = self.about(id, kind, payload);
        if self.words && kind.starts_with("idea.") && self.is_author(payload) {
            changed |= blacken(payload.get_mut("text"));
        }
        changed | self.value("", payload)
    }

    /// Takes the person out of a plain text, such as who did something.
    pub(crate) fn text(&self, text: &str) -> Option<String> {
        let mut out = String::with_capacity(text.len());
        let mut rest = text;
        let mut changed = false;
        let mut before: Option<char> = None;
        while let Some(letter) = rest.chars().next() {
            let starts = !before.is_some_and(char::is_alphanumeric);
            let hit = starts.then(|| self.names.iter().filter_map(|name| prefix(rest, name)).max()).flatten();
            let length = match hit {
                Some(length) => {
                    out.push_str(BLACKED);
                    changed = true;
                    length
                }
                None => {
                    out.push(letter);
                    letter.len_utf8()
                }
            };
            let (passed, after) = rest.split_at(length);
            before = passed.chars().next_back();
            rest = after;
        }
        changed.then_some(out)
    }

    /// Words left in a payload that look like a part of the name, or an inflected form of one.
    pub(crate) fn left(&self, payload: &Value) -> BTreeSet<String> {
        let stems: Vec<String> = self.names.iter().flat_map(|name| stems(name)).collect();
        let mut found = BTreeSet::new();
        each_text(payload, &mut |text| {
            for word in text.split(|c: char| !c.is_alphanumeric()) {
                let small = word.to_lowercase();
                let long = small.chars().count();
                let like = |stem: &String| {
                    small.starts_with(stem.as_str()) && long <= stem.chars().count() + 2 * INFLECTED
                };
                if stems.iter().any(like) {
                    found.insert(word.to_owned());
                }
            }
        });
        found
    }

    /// What the roster says about the person.
    fn about(&self, id: EventId, kind: &str, payload: &mut Value) -> bool {
        let Some(person) = self.person else { return false };
        let of = payload.get("of").and_then(Value::as_str).and_then(|of| of.parse::<EventId>().ok());
        let theirs = matches!(kind, "person.added" | "person.changed") && of.unwrap_or(id) == person;
        let Some(fields) = payload.as_object_mut().filter(|_| theirs) else { return false };
        let mut changed = blacken(fields.get_mut("name"));
        // What this version does not know about people may tell who it was just as well.
        let kept = ["of", "id", "name", "arrives", "at", "over", "part", "base"];
        let before = fields.len();
        fields.retain(|key, _| kept.contains(&key.as_str()));
        changed |= fields.len() != before;
        changed
    }

    fn is_author(&self, payload: &Value) -> bool {
        let author = payload.get("author").and_then(Value::as_str);
        author.is_some_and(|author| self.authors.contains(&author.to_lowercase()))
    }

    fn value(&self, key: &str, value: &mut Value) -> bool {
        match value {
            Value::String(text) => match self.text(text) {
                // An id must stay one, wherever it stands.
                Some(_) if matches!(key, "id" | "room") && !text.contains(' ') => {
                    NAMELESS.clone_into(text);
                    true
                }
                Some(clean) => {
                    *text = clean;
                    true
                }
                None => false,
            },
            Value::Array(all) => all.iter_mut().fold(false, |changed, one| self.value(key, one) | changed),
            Value::Object(fields) => {
                fields.iter_mut().fold(false, |changed, (key, one)| self.value(key, one) | changed)
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => false,
        }
    }
}

/// The only person of this name.
fn by_name(workshop: &Workshop, name: &str) -> Result<Option<EventId>, usize> {
    let name = name.trim().to_lowercase();
    let mut same: Vec<EventId> = Vec::new();
    for person in workshop.people.iter() {
        if person.name.text().forms().any(|(_, form)| form.to_lowercase() == name) {
            same.push(person.key());
        }
    }
    if same.len() > 1 { Err(same.len()) } else { Ok(same.pop()) }
}

/// What an event calls the person.
fn called(event: &Event, person: EventId) -> Option<Vec<String>> {
    let (EventKind::Person(PersonEvent::Added(set)) | EventKind::Person(PersonEvent::Changed(set))) =
        &event.kind
    else {
        return None;
    };
    let name = set.name.as_ref().filter(|_| set.of.unwrap_or(event.id) == person)?;
    Some(name.forms().map(|(_, form)| form.trim().to_lowercase()).collect())
}

/// The length of what stands at the start of `text` and is `name` (in lower case), if it ends there as a word does.
fn prefix(text: &str, name: &str) -> Option<usize> {
    let mut left = name.chars().peekable();
    let mut length = 0;
    for letter in text.chars() {
        if left.peek().is_none() {
            break;
        }
        for small in letter.to_lowercase() {
            if left.next() != Some(small) {
                return None;
            }
        }
        length += letter.len_utf8();
    }
    let ends = !text.get(length..)?.chars().next().is_some_and(char::is_alphanumeric);
    (left.peek().is_none() && ends && length > 0).then_some(length)
}

/// The words of a name without what may be an inflection.
fn stems(name: &str) -> Vec<String> {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= SHORTEST);
    words.map(|word| word.chars().take(word.chars().count() - INFLECTED).collect()).collect()
}

fn blacken(value: Option<&mut Value>) -> bool {
    match value {
        Some(Value::Object(forms)) => {
            forms.values_mut().for_each(|form| *form = BLACKED.into());
            true
        }
        Some(value @ Value::String(_)) => {
            *value = BLACKED.into();
            true
        }
        _ => false,
    }
}

fn each_text(value: &Value, sink: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => sink(text),
        Value::Array(all) => all.iter().for_each(|one| each_text(one, sink)),
        Value::Object(fields) => fields.values().for_each(|one| each_text(one, sink)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(names: &[&str]) -> Redaction {
        let names: BTreeSet<String> = names.iter().map(|name| name.to_lowercase()).collect();
        Redaction { person: None, authors: names.clone(), names, words: true }
    }

    #[test]
    fn a_name_goes_wherever_it_stands_as_a_word() {
        let redaction = of(&["Anna Koski", "Анна Коски"]);
        let told = |text| redaction.text(text);
        assert_eq!(told("Anna Koski said"), Some(format!("{BLACKED} said")));
        assert_eq!(told("(ANNA KOSKI), анна коски!"), Some(format!("({BLACKED}), {BLACKED}!")));
        assert_eq!(told("Joanna Koski and Anna Koskinen"), None);
        assert_eq!(told("Anna"), None);
        assert_eq!(told(""), None);
    }

    #[test]
    fn what_looks_like_the_name_in_another_case_is_named_and_left() {
        let redaction = of(&["Анна Иванова"]);
        let payload = serde_json::json!({"text": {"ru": "Мнение Ивановой, Иваново-Вознесенск, иван"}});
        let left: Vec<String> = redaction.left(&payload).into_iter().collect();
        assert_eq!(left, ["Иваново", "Ивановой"]);
    }

    #[test]
    fn an_id_made_of_the_name_stays_an_id_and_references_are_left_alone() {
        let redaction = of(&["koski"]);
        let mut payload = serde_json::json!({
            "id": "koski", "of": "7e772f44d7bf6548.1", "rooms": [{"id": "room-koski"}], "author": "Koski"
        });
        assert!(redaction.payload(EventId::default(), "round.added", &mut payload));
        let expected = serde_json::json!({
            "id": "redacted", "of": "7e772f44d7bf6548.1", "rooms": [{"id": "redacted"}], "author": BLACKED
        });
        assert_eq!(payload, expected);
    }

    #[test]
    fn the_words_go_only_of_ideas_that_were_said_under_the_name() {
        let redaction = of(&["koski"]);
        let mut said = serde_json::json!({"text": {"en": "a fund"}, "author": "Koski"});
        let mut other = serde_json::json!({"text": {"en": "a fund"}, "author": "Virta"});
        assert!(redaction.payload(EventId::default(), "idea.added", &mut said));
        assert!(!redaction.payload(EventId::default(), "idea.added", &mut other));
        assert_eq!(said, serde_json::json!({"text": {"en": BLACKED}, "author": BLACKED}));
    }
}
