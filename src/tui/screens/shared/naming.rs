//! How things are named where people read and type them: ids for what is new, seats, lists with `;`.

use std::rc::Rc;
use std::sync::Arc;

use crate::tui::layers::Known;
use crate::workshop::Workshop;
use crate::workshop::groups::events::Room;
use crate::workshop::meeting::vocabulary::Term;
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::{Bilingual, Thing};

/// What stands between the two languages of one entry of a list.
const BETWEEN_LANGUAGES: &str = " / ";

/// The entries of a line in which `;` parts them.
pub(crate) fn entries(line: &str) -> impl Iterator<Item = &str> {
    line.split(';').map(str::trim).filter(|entry| !entry.is_empty())
}

/// Entries in one line.
pub(crate) fn joined(entries: impl IntoIterator<Item = impl AsRef<str>>) -> String {
    entries.into_iter().map(|entry| entry.as_ref().to_owned()).collect::<Vec<_>>().join("; ")
}

/// A text in one entry: both languages where they differ.
pub(crate) fn both(text: &Text) -> String {
    match (text.get(Lang::En), text.get(Lang::Ru)) {
        (Some(en), Some(ru)) if en != ru => format!("{en}{BETWEEN_LANGUAGES}{ru}"),
        _ => text.in_(Lang::En).to_owned(),
    }
}

/// Texts from one line. Those that stood there before and were left as they were keep both their languages.
pub(crate) fn texts(line: &str, before: &[Text]) -> Vec<Text> {
    let read = |entry: &str| {
        let known = before.iter().find(|text| both(text) == entry);
        known.cloned().unwrap_or_else(|| match entry.split_once(BETWEEN_LANGUAGES) {
            // Two names in one script are one entry that happens to hold a stroke.
            Some((one, other)) if Lang::of(one) != Lang::of(other) => {
                let mut text = Text::plain(one.trim());
                text.set(Lang::of(other), Some(other.trim().into()));
                text
            }
            _ => Text::plain(entry),
        })
    };
    entries(line).map(read).collect()
}

/// The id and the name of the seat that is written by its id.
pub(crate) fn seat(workshop: &Workshop, written: &str, lang: Lang) -> Option<(String, String)> {
    let key = workshop.people.find(written).ok()?;
    let person = workshop.people.get(key)?;
    Some((workshop.people.label(key).into_owned(), person.name.in_(lang).to_owned()))
}

/// Somebody by id and name; by name alone who has no seat.
pub(crate) fn somebody(workshop: &Workshop, written: &str, lang: Lang) -> String {
    match seat(workshop, written, lang) {
        Some((id, name)) if !name.is_empty() => format!("{id} {name}"),
        _ => written.to_owned(),
    }
}

/// What is written down for what was typed: the id of the seat whose id or whole name it is, else as it was typed.
pub(crate) fn written(workshop: &Workshop, typed: &str) -> String {
    let typed = typed.trim();
    if workshop.people.find(typed).is_ok() {
        return typed.to_owned();
    }
    let lower = typed.to_lowercase();
    let same = |words: &str| !words.is_empty() && words.to_lowercase() == lower;
    let mut named = workshop.people.iter().filter(|person| {
        same(&workshop.people.label(person.key()))
            || Lang::ALL.into_iter().any(|lang| person.name.get(lang).is_some_and(same))
    });
    match (named.next(), named.next()) {
        (Some(person), None) => workshop.people.label(person.key()).into_owned(),
        // Two of one name are not told apart by it.
        _ => typed.to_owned(),
    }
}

/// Everybody on the roster, for lines in which they are named.
pub(crate) fn known_people(workshop: &Workshop, lang: Lang) -> Rc<[Known]> {
    let known = |person: &crate::workshop::people::Person| {
        Known::new(workshop.people.label(person.key()), person.name.in_(lang))
    };
    workshop.people.iter().map(known).collect()
}

/// What stands on the door of a room: its title, else its id.
pub(crate) fn room(rooms: &[Room], id: &str, lang: Lang) -> String {
    let title = rooms.iter().find(|room| room.id.as_ref() == id).map(|room| room.title.in_(lang));
    title.filter(|title| !title.is_empty()).unwrap_or(id).to_owned()
}

/// The name of a term that something is tagged with; a word of one's own stands for itself.
pub(crate) fn term(workshop: &Workshop, tag: &str, lang: Lang) -> String {
    let name = term_of(workshop, tag).map(|term| term.name.in_(lang)).filter(|name| !name.is_empty());
    name.unwrap_or(tag).to_owned()
}

/// Tags are in small letters, ids of terms need not be.
fn term_of<'a>(workshop: &'a Workshop, tag: &str) -> Option<&'a Term> {
    let terms = &workshop.terms;
    let found = terms.find(tag).ok().and_then(|key| terms.get(key));
    found.or_else(|| terms.iter().find(|term| terms.label(term.key()).eq_ignore_ascii_case(tag)))
}

/// The tag that stands for what was typed: the id of the term with that id or name, else the word itself.
pub(crate) fn tag(workshop: &Workshop, typed: &str, group: &str) -> Arc<str> {
    let typed = typed.trim();
    if term_of(workshop, typed).is_some() {
        return typed.into();
    }
    let lower = typed.to_lowercase();
    let same = |term: &&Term| {
        Lang::ALL.into_iter().any(|lang| term.name.get(lang).is_some_and(|name| name.to_lowercase() == lower))
    };
    let named = workshop.terms.iter().filter(|term| term.group() == group).find(same);
    named.map_or_else(|| typed.into(), |term| workshop.terms.label(term.key()).as_ref().into())
}

/// The terms of a group, for lines in which they are named.
pub(crate) fn known_terms(workshop: &Workshop, group: &str, lang: Lang) -> Rc<[Known]> {
    let terms = workshop.terms.iter().filter(|term| term.group() == group);
    terms.map(|term| Known::new(workshop.terms.label(term.key()), term.name.in_(lang))).collect()
}

/// Each language of a text that is not blank, the one of the interface first.
pub(crate) fn text(lang: Lang, forms: [&str; 2]) -> Text {
    // One form alone may have been typed into the first line in whichever language.
    if let [only, ""] = forms
        && !only.is_empty()
    {
        return Text::plain(only);
    }
    let mut text = Text::default();
    for (lang, form) in [lang, lang.other()].into_iter().zip(forms).filter(|(_, form)| !form.is_empty()) {
        text.set(lang, Some(form.into()));
    }
    text
}

/// What is new in a text, if anything is; the one of the interface first.
pub(crate) fn change(lang: Lang, before: &Bilingual, forms: [&str; 2]) -> Option<Text> {
    let mut text = Text::default();
    let langs = [lang, lang.other()].into_iter().zip(forms);
    for (lang, form) in langs.clone().filter(|(lang, form)| before.get(*lang).unwrap_or_default() != *form) {
        text.set(lang, Some(form.into()));
    }
    text.forms().next()?;
    if text.is_empty() {
        // A text of blanks alone clears both languages, so the one that stays is said with it.
        langs.filter(|(_, form)| !form.is_empty()).for_each(|(lang, form)| text.set(lang, Some(form.into())));
    }
    Some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_keeps_the_languages_of_what_was_left_as_it_was() {
        let before =
            [Text::both("University of Maastricht", "Маастрихтский университет"), Text::plain("ASPHER")];
        let line = joined(before.iter().map(both));
        assert_eq!(line, "University of Maastricht / Маастрихтский университет; ASPHER");
        assert_eq!(texts(&line, &before), before);
        assert_eq!(texts(" WHO / ВОЗ ;; a / b ", &before), [Text::both("WHO", "ВОЗ"), Text::plain("a / b")]);
    }

    #[test]
    fn one_form_alone_is_filed_by_its_script() {
        assert_eq!(text(Lang::En, ["Общий фонд", ""]), Text::one(Lang::Ru, "Общий фонд"));
        assert_eq!(text(Lang::Ru, ["", "A shared fund"]), Text::one(Lang::En, "A shared fund"));
        assert_eq!(
            text(Lang::Ru, ["Общий фонд", "A shared fund"]),
            Text::both("A shared fund", "Общий фонд")
        );
    }

    #[test]
    fn only_what_was_changed_is_written() {
        assert_eq!(change(Lang::En, &Bilingual::default(), ["", ""]), None);
        assert_eq!(
            change(Lang::En, &Bilingual::default(), ["Odessa", ""]),
            Some(Text::one(Lang::En, "Odessa"))
        );
    }
}
