//! Which row is which thing of the session: by id or, without one, by name. A second reading of a list finds everything
//! that the first one made. All by hashing: a million rows are looked up, never compared with one another.

use std::collections::HashMap;
use std::sync::Arc;

use super::fault::{Fault, Note};
use super::values::{normal, shown};
use crate::workshop::id::EventId;
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::{Bilingual, NotFound, Thing, Things};

/// The name of a row or of a thing: each of its forms, with each form of what tells namesakes apart.
#[derive(Debug, Default)]
pub(super) struct Name {
    pub(super) forms: Vec<String>,
    /// An organisation, a room, a day; empty when nothing is said.
    pub(super) apart: Vec<String>,
}

impl Name {
    pub(super) fn new(forms: Vec<String>, apart: Vec<String>) -> Self {
        Self { forms, apart }
    }

    fn keys(&self) -> impl Iterator<Item = String> {
        let apart = if self.apart.is_empty() { None } else { Some(&self.apart) };
        self.forms.iter().flat_map(move |form| {
            let bare = apart.is_none().then(|| key(form, ""));
            bare.into_iter().chain(apart.into_iter().flatten().map(move |apart| key(form, apart)))
        })
    }

    fn whole(&self) -> String {
        key(&self.forms.join("\u{1e}"), &self.apart.join("\u{1e}"))
    }
}

fn key(form: &str, apart: &str) -> String {
    format!("{form}\u{1f}{apart}")
}

/// The forms of a text for comparing.
pub(super) fn forms(text: &Text) -> Vec<String> {
    let mut forms: Vec<String> =
        text.forms().map(|(_, form)| normal(form)).filter(|form| !form.is_empty()).collect();
    forms.dedup();
    forms
}

/// The forms of a thing's text for comparing.
pub(super) fn forms_of(text: &Bilingual) -> Vec<String> {
    let mut forms: Vec<String> =
        Lang::ALL.into_iter().filter_map(|lang| text.get(lang)).map(normal).collect();
    forms.dedup();
    forms
}

/// A row, as far as it says what it is about.
pub(super) struct Entry {
    pub(super) line: u64,
    pub(super) id: Option<Arc<str>>,
    pub(super) name: Name,
}

/// What a row is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    /// Something that is there.
    Known(EventId),
    /// Something new.
    New,
    /// Something that was removed.
    Gone,
}

/// How names tell things apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rule {
    /// Two rows of one name mean the same, which is a fault.
    Once,
    /// As [`Rule::Once`]; a row that does not say what tells it apart means the only one of its name, and something of
    /// which it is not known is meant by the only row of its name.
    OnceLoosely,
    /// A name can be there again: the second row of a name means the second thing of that name.
    Again,
}

enum Slot {
    One(EventId),
    Many,
}

/// The matching of a list with things of the session.
pub(super) struct Matching<'w, T> {
    things: &'w Things<T>,
    rule: Rule,
    index: HashMap<String, Slot>,
    /// By the bare form, for loose matches.
    bare: HashMap<String, Slot>,
    /// The rows read so far, by their whole name: the line, and whether it had an id.
    rows: HashMap<String, (u64, bool)>,
    ids: HashMap<Arc<str>, u64>,
    claimed: HashMap<EventId, u64>,
    turns: HashMap<String, u32>,
}

fn put(index: &mut HashMap<String, Slot>, key: String, thing: EventId) {
    index
        .entry(key)
        .and_modify(|slot| {
            if !matches!(slot, Slot::One(one) if *one == thing) {
                *slot = Slot::Many;
            }
        })
        .or_insert(Slot::One(thing));
}

/// The same key for the n-th time is another one.
fn nth(turns: &mut HashMap<String, u32>, key: String) -> String {
    let turn = turns.entry(key.clone()).or_default();
    *turn += 1;
    if *turn == 1 { key } else { format!("{key}\u{1f}{turn}") }
}

impl<'w, T: Thing> Matching<'w, T> {
    /// Makes the index of what is there, in order.
    pub(super) fn new<'a>(
        things: &'w Things<T>,
        rule: Rule,
        there: impl Iterator<Item = &'a T>,
        name: impl Fn(&T) -> Name,
    ) -> Self
    where
        T: 'a,
    {
        let (mut index, mut bare, mut turns) = (HashMap::new(), HashMap::new(), HashMap::new());
        for thing in there {
            let name = name(thing);
            for key in name.keys() {
                let key = if rule == Rule::Again { nth(&mut turns, key) } else { key };
                put(&mut index, key, thing.key());
            }
            if rule == Rule::OnceLoosely {
                name.forms.into_iter().for_each(|form| put(&mut bare, form, thing.key()));
            }
        }
        let (rows, ids, claimed, turns) = (HashMap::new(), HashMap::new(), HashMap::new(), HashMap::new());
        Self { things, rule, index, bare, rows, ids, claimed, turns }
    }

    /// Finds what each row is about, and what is worth a look.
    pub(super) fn run(
        mut self,
        entries: impl Iterator<Item = Result<Entry, Fault>>,
        mut note: impl FnMut(Note),
    ) -> Result<Vec<Target>, Fault> {
        let mut targets = Vec::with_capacity(entries.size_hint().0);
        // Rows that only a looser look can match wait until every exact match has been claimed.
        let mut loose: Vec<(usize, Entry)> = Vec::new();
        let mut namesakes: Vec<(u64, String, EventId)> = Vec::new();
        for entry in entries {
            let entry = entry?;
            let keys = self.keys(&entry);
            self.refuse_twins(&entry, &mut note)?;
            let target = match &entry.id {
                Some(id) => self.by_id(entry.line, id)?,
                None => self.exactly(&entry, &keys)?.map_or(Target::New, Target::Known),
            };
            match target {
                Target::Known(thing) => self.claim(thing, &entry)?,
                Target::Gone => {
                    note(Note::Removed {
                        line: entry.line,
                        id: entry.id.as_deref().unwrap_or_default().to_owned(),
                    });
                }
                Target::New if entry.id.is_some() => {
                    let namesake = keys.iter().find_map(|key| self.index.get(key));
                    if let Some(Slot::One(thing)) = namesake {
                        let name = entry.name.forms.first().cloned().unwrap_or_default();
                        namesakes.push((entry.line, name, *thing));
                    }
                }
                Target::New if self.rule == Rule::OnceLoosely => loose.push((targets.len(), entry)),
                Target::New => {}
            }
            targets.push(target);
        }
        for (at, entry) in loose {
            if let Some(thing) = self.loosely(&entry).filter(|thing| !self.claimed.contains_key(thing)) {
                self.claim(thing, &entry)?;
                if let Some(target) = targets.get_mut(at) {
                    *target = Target::Known(thing);
                }
            }
        }
        for (line, name, thing) in namesakes {
            if !self.claimed.contains_key(&thing) && self.rule != Rule::Again {
                note(Note::SameName { line, name: shown(&name), id: self.things.label(thing).into_owned() });
            }
        }
        Ok(targets)
    }

    fn keys(&mut self, entry: &Entry) -> Vec<String> {
        let keys = entry.name.keys();
        if self.rule == Rule::Again {
            let turns = &mut self.turns;
            keys.map(|key| nth(turns, key)).collect()
        } else {
            keys.collect()
        }
    }

    /// Two rows with one id are a fault, and so are two of one name unless ids tell them apart.
    fn refuse_twins(&mut self, entry: &Entry, note: &mut impl FnMut(Note)) -> Result<(), Fault> {
        let line = entry.line;
        if let Some(id) = &entry.id
            && let Some(first) = self.ids.insert(id.clone(), line)
        {
            return Err(Fault::SameId { first, line, id: id.to_string() });
        }
        if entry.name.forms.is_empty() {
            return Ok(());
        }
        let with_id = entry.id.is_some();
        let Some((first, other)) = self.rows.insert(entry.name.whole(), (line, with_id)) else {
            return Ok(());
        };
        if with_id && other {
            return Ok(());
        }
        if self.rule == Rule::Again {
            note(Note::Repeated { line, first });
            return Ok(());
        }
        let name = shown(entry.name.forms.first().map_or("", String::as_str));
        Err(Fault::SameName { first, line, name })
    }

    fn by_id(&self, line: u64, id: &str) -> Result<Target, Fault> {
        match self.things.find(id) {
            Ok(thing) => Ok(Target::Known(thing)),
            Err(NotFound::Ambiguous(both)) => Err(Fault::Ambiguous { line, name: id.to_owned(), both }),
            Err(NotFound::Unknown) if self.things.is_taken(id) => Ok(Target::Gone),
            // `S01~2` can only mean something that is there.
            Err(NotFound::Unknown) if id.contains('~') => Err(Fault::BadId { line, id: id.to_owned() }),
            Err(NotFound::Unknown) => Ok(Target::New),
        }
    }

    fn exactly(&self, entry: &Entry, keys: &[String]) -> Result<Option<EventId>, Fault> {
        let mut found: Option<EventId> = None;
        let mut many = false;
        for slot in keys.iter().filter_map(|key| self.index.get(key)) {
            match slot {
                Slot::One(thing) if found.is_none_or(|other| other == *thing) => found = Some(*thing),
                Slot::One(_) => {
                    many = true;
                    found = None;
                    break;
                }
                Slot::Many => many = true,
            }
        }
        if found.is_none() && many {
            let name = shown(entry.name.forms.first().map_or("", String::as_str));
            return Err(Fault::Ambiguous { line: entry.line, name, both: String::new() });
        }
        Ok(found)
    }

    fn loosely(&self, entry: &Entry) -> Option<EventId> {
        // A row that says nothing more than a name means the only one of that name; a row that says more means the one
        // of which nothing more is known.
        let slot = |form: &String| {
            if entry.name.apart.is_empty() { self.bare.get(form) } else { self.index.get(&key(form, "")) }
        };
        entry.name.forms.iter().filter_map(slot).find_map(|slot| match slot {
            Slot::One(thing) => Some(*thing),
            Slot::Many => None,
        })
    }

    fn claim(&mut self, thing: EventId, entry: &Entry) -> Result<(), Fault> {
        match self.claimed.insert(thing, entry.line) {
            None => Ok(()),
            Some(first) => {
                let name =
                    entry.name.forms.first().map(String::as_str).or(entry.id.as_deref()).unwrap_or_default();
                Err(Fault::SameName { first, line: entry.line, name: shown(name) })
            }
        }
    }
}

/// The name by which a command can speak of a thing.
pub(super) fn handle<T: Thing>(things: &Things<T>, thing: EventId) -> Arc<str> {
    let label = things.label(thing);
    if things.find(&label) == Ok(thing) { label.into() } else { thing.to_string().into() }
}
