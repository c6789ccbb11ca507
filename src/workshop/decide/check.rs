//! Checks that all commands share: texts, words, names, numbers.

use std::sync::Arc;

use crate::workshop::clean::{self, Lines};
use crate::workshop::id::EventId;
use crate::workshop::refusal::Refusal;
use crate::workshop::text::Text;
use crate::workshop::thing::{NotFound, Thing, Things};

/// The most entries in any list of a command but ideas and options: enough for every partner, few enough for a line.
const MOST_ENTRIES: usize = 200;
/// The longest word: a kind, a country, a tag.
const MOST_OF_A_WORD: usize = 200;

type Checked<T> = Result<T, Refusal>;

/// A clean line, which may be empty.
pub(in crate::workshop) fn line(field: &'static str, text: &str) -> Checked<Arc<str>> {
    match clean::clean_whole(text, Lines::One) {
        Ok(clean) => Ok(clean.trim().into()),
        Err(_) => Err(Refusal::too_long(field)),
    }
}

/// A clean text in each form that is there; at least one must hold something.
pub(in crate::workshop) fn needed_text(field: &'static str, text: &Text) -> Checked<Text> {
    let mut clean = Text::default();
    for (lang, form) in text.forms() {
        let form = line(field, form)?;
        if !form.is_empty() {
            clean.set(lang, Some(form));
        }
    }
    if clean.is_empty() { Err(Refusal::empty(field)) } else { Ok(clean) }
}

/// A clean text that may be empty, which clears both forms.
pub(in crate::workshop) fn any_text(field: &'static str, text: &Text) -> Checked<Text> {
    let mut clean = Text::default();
    for (lang, form) in text.forms() {
        clean.set(lang, Some(line(field, form)?));
    }
    Ok(if clean.is_empty() { Text::both("", "") } else { clean })
}

/// A short clean line, which may be empty.
pub(in crate::workshop) fn word(field: &'static str, text: &str) -> Checked<Arc<str>> {
    let word = line(field, text)?;
    if word.len() > MOST_OF_A_WORD { Err(Refusal::too_long(field)) } else { Ok(word) }
}

/// A short clean line that is not empty.
pub(in crate::workshop) fn needed_word(field: &'static str, text: &str) -> Checked<Arc<str>> {
    let word = word(field, text)?;
    if word.is_empty() { Err(Refusal::empty(field)) } else { Ok(word) }
}

/// Short clean lines, without empty ones and repeats.
pub(in crate::workshop) fn words(field: &'static str, list: &[Arc<str>]) -> Checked<Vec<Arc<str>>> {
    let mut words: Vec<Arc<str>> = Vec::new();
    for entry in list {
        let entry = word(field, entry)?;
        if !entry.is_empty() && !words.contains(&entry) {
            words.push(entry);
        }
    }
    if words.len() > MOST_ENTRIES { Err(Refusal::too_many(field, MOST_ENTRIES)) } else { Ok(words) }
}

/// Language codes: lower case.
pub(in crate::workshop) fn languages(list: &[Arc<str>]) -> Checked<Vec<Arc<str>>> {
    let lower: Vec<Arc<str>> = list.iter().map(|code| code.to_lowercase().into()).collect();
    words("languages", &lower)
}

/// Tags: without `#`, in lower case, in one word.
pub(in crate::workshop) fn tags(field: &'static str, list: &[Arc<str>]) -> Checked<Vec<Arc<str>>> {
    let plain = |tag: &Arc<str>| -> Arc<str> {
        let words: Vec<&str> = tag.trim().trim_start_matches('#').split_whitespace().collect();
        words.join("-").to_lowercase().into()
    };
    words(field, &list.iter().map(plain).collect::<Vec<_>>())
}

/// Clean texts, without empty ones.
pub(in crate::workshop) fn texts(field: &'static str, list: &[Text]) -> Checked<Vec<Text>> {
    if list.len() > MOST_ENTRIES {
        return Err(Refusal::too_many(field, MOST_ENTRIES));
    }
    list.iter().filter(|text| !text.is_empty()).map(|text| needed_text(field, text)).collect()
}

/// An id that is well formed: `[A-Za-z0-9][A-Za-z0-9._-]{0,63}`.
pub(in crate::workshop) fn id(id: &str) -> Checked<Arc<str>> {
    let inside = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    let formed = id.len() <= 64
        && id.bytes().next().is_some_and(|b| b.is_ascii_alphanumeric())
        && id.bytes().all(inside);
    if formed { Ok(id.into()) } else { Err(Refusal::bad_id(id)) }
}

/// A chosen id that is not in use for this kind of thing.
pub(in crate::workshop) fn free<T: Thing>(
    things: &Things<T>,
    noun: &'static str,
    id: Option<&Arc<str>>,
) -> Checked<Option<Arc<str>>> {
    match id {
        Some(id) if things.is_taken(id) || things.find(id).is_ok() => Err(Refusal::taken(noun, id)),
        other => Ok(other.cloned()),
    }
}

/// The thing that goes by a name.
pub(in crate::workshop) fn find<T: Thing>(
    things: &Things<T>,
    noun: &'static str,
    name: &str,
) -> Checked<EventId> {
    match things.find(name) {
        Ok(key) => Ok(key),
        Err(NotFound::Unknown) if name.trim().is_empty() => Err(Refusal::empty(noun)),
        Err(NotFound::Unknown) => Err(Refusal::unknown(noun, name)),
        Err(NotFound::Ambiguous(both)) => Err(Refusal::ambiguous(noun, name, &both)),
    }
}

/// The things that go by names, each once, in the order given.
pub(in crate::workshop) fn find_all<T: Thing>(
    things: &Things<T>,
    noun: &'static str,
    names: &[Arc<str>],
) -> Checked<Vec<EventId>> {
    let mut keys = Vec::new();
    for name in names {
        let key = find(things, noun, name)?;
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
    Ok(keys)
}

/// A number within bounds.
pub(in crate::workshop) fn within(field: &'static str, number: u32, least: u32, most: u32) -> Checked<u32> {
    if (least..=most).contains(&number) { Ok(number) } else { Err(Refusal::out_of_range(field, least, most)) }
}

/// A word that is one of those known.
pub(in crate::workshop) fn one_of(field: &'static str, given: &str, known: &[&str]) -> Checked<Arc<str>> {
    let given = given.trim();
    if known.contains(&given) { Ok(given.into()) } else { Err(Refusal::not_one_of(field, given, known)) }
}

/// A time of the day, `9:00` or `09:00`, in minutes from midnight.
pub(in crate::workshop) fn time_of_day(field: &'static str, given: &str) -> Checked<u32> {
    let (hours, minutes) = given.trim().split_once(':').ok_or_else(|| Refusal::bad_time(field, given))?;
    let number = |part: &str, most: u32| {
        let plain = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        part.parse::<u32>().ok().filter(|number| plain && *number <= most)
    };
    match (number(hours, 23), number(minutes, 59)) {
        (Some(hours), Some(minutes)) => Ok(hours * 60 + minutes),
        _ => Err(Refusal::bad_time(field, given)),
    }
}

/// Applies a check to a field that may be there.
pub(in crate::workshop) fn maybe<T: ?Sized, A: std::borrow::Borrow<T>, B>(
    field: Option<&A>,
    check: impl FnOnce(&T) -> Checked<B>,
) -> Checked<Option<B>> {
    field.map(|value| check(value.borrow())).transpose()
}
