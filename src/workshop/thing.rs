//! What all things of a workshop have in common: who made them, by which name they go, whether they are still there.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use super::event::Event;
use super::id::{ById, EventId};
use super::register::{Field, Register, WriteContext};
use super::stamp::Stamp;
use super::text::{Lang, Text};

/// How a thing came about. Default: not yet, something that speaks of it has arrived before it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Made {
    /// The event that made it, which is the thing's own key.
    pub key: EventId,
    /// Its place in the order.
    pub stamp: Stamp,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub who: Arc<str>,
    /// The name chosen for it.
    pub id: Option<Arc<str>>,
    counts: bool,
}

/// A thing that is made, changed and removed.
pub trait Thing: Default {
    /// How it came about.
    fn made(&self) -> &Made;
    /// To write down how it came about.
    fn made_mut(&mut self) -> &mut Made;
    /// Whether it was removed.
    fn is_removed(&self) -> bool;

    /// Its key.
    fn key(&self) -> EventId {
        self.made().key
    }

    /// Whether it was made (and that was not undone) and not removed since.
    fn is_there(&self) -> bool {
        self.made().counts && !self.is_removed()
    }
}

/// Why a name means nothing, or too much.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotFound {
    /// Nothing goes by it.
    Unknown,
    /// Two or more things do; how each of them is told apart.
    Ambiguous(String),
}

/// All things of one kind.
#[derive(Debug, Clone)]
pub struct Things<T> {
    /// Boxed, so that the room a table keeps free costs a pointer and not a thing.
    all: ById<Box<T>>,
    order: BTreeSet<(Stamp, EventId)>,
    /// Those that go by a name, in order: one, mostly.
    names: BTreeMap<Arc<str>, Vec<(Stamp, EventId)>>,
}

impl<T> Default for Things<T> {
    fn default() -> Self {
        Self { all: ById::default(), order: BTreeSet::new(), names: BTreeMap::new() }
    }
}

impl<T: Thing> Things<T> {
    /// The thing with this key, begun empty if what made it has not arrived yet.
    pub(crate) fn entry(&mut self, key: EventId) -> &mut T {
        self.all.entry(key).or_insert_with(|| {
            let mut thing = T::default();
            thing.made_mut().key = key;
            Box::new(thing)
        })
    }

    /// Writes down that an event made a thing, or that it counts no longer.
    pub(crate) fn make(&mut self, event: &Event, id: Option<&Arc<str>>, counts: bool) -> &mut T {
        let place = (event.stamp, event.id);
        self.order.insert(place);
        if let Some(id) = id {
            let homonyms = self.names.entry(id.clone()).or_default();
            match homonyms.binary_search(&place) {
                Err(at) if counts => {
                    homonyms.reserve_exact(usize::from(homonyms.is_empty()));
                    homonyms.insert(at, place);
                }
                Ok(at) if !counts => drop(homonyms.remove(at)),
                _ => {}
            }
        }
        let thing = self.entry(event.id);
        *thing.made_mut() = Made {
            key: event.id,
            stamp: event.stamp,
            at: event.frame.at,
            who: event.who.clone(),
            id: id.cloned(),
            counts,
        };
        thing
    }

    /// The thing with this key, if it is there.
    pub fn get(&self, key: EventId) -> Option<&T> {
        self.any(key).filter(|thing| thing.is_there())
    }

    /// The thing with this key, even if it was removed or its making undone.
    pub(crate) fn any(&self, key: EventId) -> Option<&T> {
        self.all.get(&key).map(Box::as_ref)
    }

    /// The things that are there, in the order in which they were made.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = &T> {
        self.order.iter().filter_map(|(_, key)| self.get(*key))
    }

    /// How many are there.
    pub fn len(&self) -> usize {
        self.iter().count()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.iter().next().is_none()
    }

    /// The key of the thing that goes by `name`: the id chosen for it, `id~2` for the second that two devices made apart, or
    /// the id of the event that made it.
    ///
    /// # Errors
    /// [`NotFound`] when nothing, or more than one thing, goes by that name.
    pub fn find(&self, name: &str) -> Result<EventId, NotFound> {
        if let Some(homonyms) = self.names.get(name) {
            let there: Vec<EventId> =
                homonyms.iter().filter_map(|(_, key)| self.get(*key)).map(Thing::key).collect();
            match there.as_slice() {
                [] => {}
                [only] => return Ok(*only),
                many => {
                    let both: Vec<Cow<'_, str>> = many.iter().map(|key| self.label(*key)).collect();
                    return Err(NotFound::Ambiguous(both.join(", ")));
                }
            }
        }
        // A name with a number is for telling apart, and the first of several has its making event's id as well.
        let numbered = name.rsplit_once('~').and_then(|(id, n)| Some((id, n.parse::<usize>().ok()?)));
        let nth = numbered.and_then(|(id, n)| self.names.get(id)?.get(n.checked_sub(1)?));
        let key = nth.map(|(_, key)| *key).or_else(|| name.parse().ok());
        key.and_then(|key| self.get(key)).map(Thing::key).ok_or(NotFound::Unknown)
    }

    /// The keys of all that ever went by `name`, what was removed among them.
    pub(crate) fn all_named(&self, name: &str) -> impl Iterator<Item = EventId> {
        let chosen = self.names.get(name).into_iter().flatten().map(|(_, key)| *key);
        let by_event = name.parse().ok().filter(|key| self.all.contains_key(key));
        chosen.chain(by_event).chain(self.find(name).ok())
    }

    /// Short ids that no thing of this kind has had, one after the other: the letter and a number.
    pub(crate) fn free_ids(&self, letter: &str) -> impl Iterator<Item = Arc<str>> {
        let numbered = (1_u32..).map(move |n| Arc::from(format!("{letter}{n:02}")));
        numbered.filter(|id: &Arc<str>| !self.is_taken(id))
    }

    /// Whether an id is in use, by something that is there or was removed.
    pub(crate) fn is_taken(&self, id: &str) -> bool {
        self.names.get(id).is_some_and(|homonyms| !homonyms.is_empty())
    }

    /// The name by which a thing is shown and can be found again.
    pub fn label(&self, key: EventId) -> Cow<'_, str> {
        let made = self.all.get(&key).map(|thing| thing.made());
        let Some((made, id)) = made.and_then(|made| Some((made, made.id.as_ref()?))) else {
            return Cow::Owned(key.to_string());
        };
        match self.names.get(id).map(|homonyms| homonyms.binary_search(&(made.stamp, key))) {
            Some(Ok(0)) | Some(Err(_)) | None => Cow::Borrowed(id),
            Some(Ok(n)) => Cow::Owned(format!("{id}~{}", n + 1)),
        }
    }
}

/// One form of a bilingual text.
#[derive(Debug, Clone, PartialEq)]
pub struct Form {
    /// The words.
    pub words: Arc<str>,
    /// Who supplied them.
    pub by: Arc<str>,
    /// Whether they are an original, or a translation that somebody has checked.
    pub checked: bool,
}

/// A text that can be set again, in each language apart.
#[derive(Debug, Clone, Default)]
pub struct Bilingual {
    /// The English form.
    pub en: Register<Form>,
    /// The Russian form.
    pub ru: Register<Form>,
}

impl Field for Bilingual {
    type Value = Text;

    fn put(&mut self, ctx: WriteContext<'_>, value: &Text, who: &Arc<str>) {
        self.write(ctx, value, who, true);
    }

    fn replaced_by(&self, value: &Text, into: &mut Vec<EventId>) {
        self.over(value, into);
    }
}

impl Bilingual {
    /// Writes those forms that the text has.
    pub(crate) fn write(&mut self, ctx: WriteContext<'_>, text: &Text, who: &Arc<str>, checked: bool) {
        for (lang, words) in text.forms() {
            self.of_mut(lang).write(ctx, Form { words: words.clone(), by: who.clone(), checked });
        }
    }

    /// The register of one language.
    pub fn of(&self, lang: Lang) -> &Register<Form> {
        match lang {
            Lang::En => &self.en,
            Lang::Ru => &self.ru,
        }
    }

    fn of_mut(&mut self, lang: Lang) -> &mut Register<Form> {
        match lang {
            Lang::En => &mut self.en,
            Lang::Ru => &mut self.ru,
        }
    }

    /// The words in one language, if there are any.
    pub fn get(&self, lang: Lang) -> Option<&str> {
        self.of(lang).get().map(|form| form.words.as_ref()).filter(|words| !words.is_empty())
    }

    /// The words in one language, else in the other, else none.
    pub fn in_(&self, lang: Lang) -> &str {
        self.get(lang).or_else(|| self.get(lang.other())).unwrap_or_default()
    }

    /// Both forms as they are shown.
    pub fn text(&self) -> Text {
        let form =
            |lang| self.of(lang).get().filter(|form| !form.words.is_empty()).map(|form| form.words.clone());
        Text { en: form(Lang::En), ru: form(Lang::Ru) }
    }

    /// Whether there are no words at all.
    pub(crate) fn is_empty(&self) -> bool {
        self.in_(Lang::En).is_empty()
    }

    /// How many versions the form with the most has: 2 and more is a conflict.
    pub(crate) fn versions(&self) -> u32 {
        self.en.versions().max(self.ru.versions())
    }

    /// The events that a new text in these languages replaces.
    pub(crate) fn over(&self, text: &Text, into: &mut Vec<EventId>) {
        for (lang, _) in text.forms() {
            self.of(lang).over(into);
        }
    }
}
