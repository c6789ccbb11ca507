//! The form of somebody on the roster: new, or changed.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use crate::language::{Arg, Messages};
use crate::tui::ctx::Desk;
use crate::tui::layers::{Ask, Form};
use crate::workshop::Workshop;
use crate::workshop::command::{Arrival, Request};
use crate::workshop::id::EventId;
use crate::workshop::people::Person;
use crate::workshop::people::commands::{PersonAdd, PersonChange};
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Thing;

/// Roles that the program knows; an empty one is a plain participant.
const ROLES: [&str; 5] = ["", "interpreter", "host", "facilitator", "rapporteur"];

/// The id of somebody just added, for the list to choose.
pub(crate) type Added = Rc<RefCell<Option<String>>>;

/// What the form holds, field by field.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
struct Filled {
    name: [String; 2],
    organisation: [String; 2],
    kind: String,
    country: String,
    languages: Vec<Arc<str>>,
    role: String,
    arrives: String,
}

impl Filled {
    fn of(person: &Person) -> Self {
        let both = |text: &crate::workshop::thing::Bilingual| {
            Lang::ALL.map(|lang| text.get(lang).unwrap_or_default().to_owned())
        };
        let word = |word: Option<&Arc<str>>| word.map(ToString::to_string).unwrap_or_default();
        Self {
            name: both(&person.name),
            organisation: both(&person.organisation),
            kind: word(person.kind.get()),
            country: word(person.country.get()),
            languages: person.languages().to_vec(),
            role: plain_role(person.role()).to_owned(),
            arrives: match person.arrival_day() {
                1 => String::new(),
                day => day.to_string(),
            },
        }
    }

    /// What stands in the fields of the form, in their order.
    fn read(values: &[String], messages: &Messages) -> Self {
        let at = |place: usize| values.get(place).map(|value| value.trim().to_owned()).unwrap_or_default();
        let (known, own) = (at(4), at(5));
        Self {
            name: [at(0), at(1)],
            organisation: [at(2), at(3)],
            kind: if own.is_empty() { known } else { own },
            country: at(6),
            languages: languages(&at(7), messages),
            role: at(8),
            arrives: at(9),
        }
    }
}

fn plain_role(role: &str) -> &str {
    if role == "participant" { "" } else { role }
}

/// Codes of languages out of a line: codes, or names in the language of the interface, with any marks between.
fn languages(line: &str, messages: &Messages) -> Vec<Arc<str>> {
    let words = line.split([',', ';', '/', '+', ' ']).map(str::trim).filter(|word| !word.is_empty());
    let code = |word: &str| {
        let word = word.to_lowercase();
        let named = |lang: &&Lang| {
            let code = lang.code();
            messages.say(&format!("language-{code}")).to_lowercase() == word
        };
        let known = Lang::ALL.iter().find(named).map(|lang| lang.code().to_owned());
        known.unwrap_or(word).into()
    };
    words.map(code).collect()
}

fn arrival(typed: &str) -> Arrival {
    typed.parse::<u32>().map_or_else(|_| Arrival::Date(typed.into()), Arrival::Day)
}

/// A text of both forms; an empty one is left out unless it clears what was there.
fn text(forms: &[String; 2], before: &[String; 2]) -> Option<Text> {
    let mut text = Text::default();
    for ((lang, form), before) in Lang::ALL.into_iter().zip(forms).zip(before) {
        if form != before {
            text.set(lang, Some(form.as_str().into()));
        }
    }
    (text != Text::default()).then_some(text)
}

fn word(word: &str, before: &str) -> Option<Arc<str>> {
    (word != before).then(|| word.into())
}

fn asks(filled: &Filled, workshop: &Workshop, messages: &Messages) -> Vec<Ask> {
    let lang = messages.lang();
    let of_kind = |term: &&crate::workshop::meeting::vocabulary::Term| term.group() == "kind";
    let mut kinds = vec![(String::new(), messages.say("people-none"))];
    kinds.extend(
        workshop
            .terms
            .iter()
            .filter(of_kind)
            .map(|term| (workshop.terms.label(term.key()).into_owned(), term.name.in_(lang).to_owned())),
    );
    let own_kind = !kinds.iter().any(|(kind, _)| *kind == filled.kind);
    let mut roles: Vec<(String, String)> =
        ROLES.iter().map(|role| ((*role).to_owned(), role_in(role, messages))).collect();
    if !ROLES.contains(&filled.role.as_str()) {
        roles.push((filled.role.clone(), filled.role.clone()));
    }
    let line = |label: &str, text: &str| Ask::line(messages.say(label), text);
    let [name_en, name_ru] = &filled.name;
    let [organisation_en, organisation_ru] = &filled.organisation;
    let codes: Vec<&str> = filled.languages.iter().map(AsRef::as_ref).collect();
    vec![
        line("people-field-name-en", name_en),
        line("people-field-name-ru", name_ru),
        line("people-field-organisation-en", organisation_en),
        line("people-field-organisation-ru", organisation_ru),
        Ask::one(messages.say("people-field-kind"), kinds, &filled.kind),
        line("people-field-own-kind", if own_kind { &filled.kind } else { "" })
            .such_as(messages.say("people-example-own-kind")),
        line("people-field-country", &filled.country).such_as(messages.say("people-example-country")),
        line("people-field-languages", &codes.join(", ")).such_as(messages.say("people-example-languages")),
        Ask::one(messages.say("people-field-role"), roles, &filled.role),
        line("people-field-arrives", &filled.arrives).such_as(messages.say("people-example-arrives")),
    ]
}

/// A role in words; one's own word as it stands.
pub(crate) fn role_in(role: &str, messages: &Messages) -> String {
    let id = format!("role-{}", if role.is_empty() { "participant" } else { role });
    if messages.has(&id) { messages.say(&id) } else { role.to_owned() }
}

/// The form for somebody new. Whoever is added is told by `added`.
pub(super) fn add(workshop: &Workshop, messages: &Messages, added: Added) -> Form {
    let asks = asks(&Filled::default(), workshop, messages);
    Form::new("person-add", messages.say("people-title-add"), asks, move |values, desk| {
        let (new, none) = (Filled::read(values, desk.messages), Filled::default());
        let command = PersonAdd {
            name: text(&new.name, &none.name).unwrap_or_default(),
            organisation: text(&new.organisation, &none.organisation),
            kind: word(&new.kind, ""),
            country: word(&new.country, ""),
            languages: (!new.languages.is_empty()).then_some(new.languages),
            role: word(&new.role, ""),
            arrives: (!new.arrives.is_empty()).then(|| arrival(&new.arrives)),
        };
        let id = desk.workshop().and_then(|workshop| workshop.people.free_ids("S").next());
        let Some(done) = desk.perform(Request { id, ..command.into() }) else { return false };
        added.replace(done.made);
        true
    })
}

/// The form that changes what is known of somebody. Only what was changed in it is written.
pub(super) fn edit(workshop: &Workshop, messages: &Messages, key: EventId) -> Option<Form> {
    let before = Filled::of(workshop.people.get(key)?);
    let asks = asks(&before, workshop, messages);
    let label = workshop.people.label(key).into_owned();
    let title = messages.with("people-title-edit", &[("id", Arg::from(&label))]);
    let change = move |values: &[String], desk: &mut Desk<'_>| {
        let new = Filled::read(values, desk.messages);
        if new == before {
            return true;
        }
        let command = PersonChange {
            person: key.to_string().into(),
            name: text(&new.name, &before.name),
            organisation: text(&new.organisation, &before.organisation),
            kind: word(&new.kind, &before.kind),
            country: word(&new.country, &before.country),
            languages: (new.languages != before.languages).then(|| new.languages.clone()),
            role: word(&new.role, &before.role),
            arrives: (new.arrives != before.arrives).then(|| arrival(&new.arrives)),
        };
        desk.perform(command).is_some()
    };
    Some(Form::new(format!("person-edit-{key}"), title, asks, change))
}
