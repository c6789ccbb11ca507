//! The line in which ideas are written, on the desk and in the rooms.

pub(crate) mod draw;

use std::sync::Arc;

use crate::fault::Fault;
use crate::input::field::Field;
use crate::tui::ctx::Desk;
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::id::EventId;
use crate::workshop::ideas::Idea;
use crate::workshop::ideas::capture_line::{self, Captured};
use crate::workshop::ideas::commands::{IdeaAdd, IdeaEdit, IdeaRemove, IdeaTag};
use crate::workshop::refusal::Refusal;
use crate::workshop::text::Lang;
use crate::workshop::thing::Thing;

/// An idea that is changed in the line.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Changing {
    idea: EventId,
    /// How many lines back.
    back: usize,
    /// The line as it was taken up.
    line: String,
}

/// The line.
#[derive(Debug, Default)]
pub(crate) struct Writing {
    /// What is typed.
    pub field: Field,
    /// The room that a new idea goes to; empty for the plenary.
    pub room: Arc<str>,
    changing: Option<Changing>,
}

/// The seat that is meant by a name, however its letters were typed; else the name itself.
fn author(workshop: &Workshop, name: &str) -> Arc<str> {
    let seats = workshop.people.iter().filter_map(|person| person.made().id.as_ref());
    let mut same = seats.filter(|id| id.eq_ignore_ascii_case(name));
    same.next().cloned().unwrap_or_else(|| name.into())
}

/// The command that adds what was typed.
fn add(workshop: &Workshop, captured: &Captured, room: &Arc<str>) -> Request {
    IdeaAdd {
        text: captured.text(),
        room: (!room.is_empty()).then(|| room.clone()),
        tags: (!captured.tags.is_empty()).then(|| captured.tags.clone()),
        author: captured.author.as_ref().map(|name| author(workshop, name)),
        kind: Some(captured.sort.name().into()),
    }
    .into()
}

/// The commands that make of an idea what the line now says; only what was changed is touched.
fn change(workshop: &Workshop, idea: EventId, before: Option<&Captured>, after: &Captured) -> Vec<Request> {
    let name: Arc<str> = workshop.ideas.label(idea).as_ref().into();
    let differs = |same: fn(&Captured, &Captured) -> bool| before.is_none_or(|before| !same(before, after));
    let words = differs(|a, b| a.words == b.words && a.lang == b.lang);
    let by = differs(|a, b| a.author == b.author);
    let kind = differs(|a, b| a.sort == b.sort);
    let mut requests: Vec<Request> = Vec::new();
    if words || by || kind {
        let said = after.author.as_ref().map_or_else(|| "".into(), |name| author(workshop, name));
        let edit = IdeaEdit {
            idea: name.clone(),
            text: words.then(|| after.text()),
            author: by.then_some(said),
            kind: kind.then(|| after.sort.name().into()),
            ..IdeaEdit::default()
        };
        requests.push(edit.into());
    }
    let old = before.map(|before| before.tags.as_slice()).unwrap_or_default();
    let only = |tags: &[Arc<str>], without: &[Arc<str>]| -> Vec<Arc<str>> {
        tags.iter().filter(|tag| !without.contains(tag)).cloned().collect()
    };
    let (more, less) = (only(&after.tags, old), only(old, &after.tags));
    if !more.is_empty() || !less.is_empty() {
        requests.push(IdeaTag { idea: name, add: Some(more), remove: Some(less) }.into());
    }
    requests
}

/// An idea as a line.
fn as_line(idea: &Idea, who: &str, lang: Lang) -> String {
    let by = |lang: &Lang| idea.text.of(*lang).get().is_some_and(|form| form.by.as_ref() == who);
    let there = |lang: &Lang| idea.text.get(*lang).is_some();
    let lang = Lang::ALL.into_iter().filter(there).find(by).unwrap_or(lang);
    let lang = if there(&lang) { lang } else { lang.other() };
    let captured = Captured {
        words: idea.text.in_(lang).into(),
        lang,
        sort: idea.sort(),
        tags: idea.tags().cloned().collect(),
        author: Some(idea.author()).filter(|author| !author.is_empty()).map(Into::into),
    };
    captured.line()
}

/// A line to be changed, with the cursor behind its words: whoever types on means the sentence and not its tags.
fn field(idea: &Idea, line: &str) -> Field {
    let mut field = Field::new(line);
    let ends = |lang: Lang| {
        let words = idea.text.get(lang)?;
        line.find(words).map(|at| at + words.len())
    };
    if let Some(end) = Lang::ALL.into_iter().filter_map(ends).max() {
        while field.cursor() > end {
            field.left();
        }
    }
    field
}

impl Writing {
    /// A line for a room.
    pub(crate) fn of_room(room: &str) -> Self {
        Self { room: room.into(), ..Self::default() }
    }

    /// Whether a line that was written before is being changed.
    pub(crate) fn is_changing(&self) -> bool {
        self.changing.is_some()
    }

    /// Enter: adds the idea, or makes the change. What is refused stays in the line. Returns whether anything was done.
    pub(crate) fn enter(&mut self, desk: &mut Desk<'_>) -> bool {
        if self.changing.is_some() {
            return self.enter_change(desk);
        }
        if self.field.text().trim().is_empty() {
            return false;
        }
        let Ok(captured) = capture_line::parse(self.field.text()) else {
            desk.complain(&Fault::from(Refusal::empty("text")));
            return false;
        };
        let Some(workshop) = desk.workshop() else { return false };
        let request = add(workshop, &captured, &self.room);
        let done = desk.perform(request).is_some();
        if done {
            self.field.take();
        }
        done
    }

    fn enter_change(&mut self, desk: &mut Desk<'_>) -> bool {
        let (Some(changing), Some(workshop)) = (self.changing.clone(), desk.workshop()) else { return false };
        let requests = match capture_line::parse(self.field.text()) {
            Ok(after) => {
                change(workshop, changing.idea, capture_line::parse(&changing.line).ok().as_ref(), &after)
            }
            // A line whose words were taken out is taken off; undo brings it back.
            Err(_) => vec![IdeaRemove { idea: workshop.ideas.label(changing.idea).as_ref().into() }.into()],
        };
        let done = requests.is_empty() || desk.perform_all(&requests);
        if done {
            self.stop_changing();
        }
        done
    }

    /// Takes up the line written before the one that is here, or after it. Nothing that was typed is lost: only an empty
    /// line, or one not changed yet, makes room.
    pub(crate) fn again(&mut self, desk: &Desk<'_>, older: bool) {
        let untouched = match &self.changing {
            Some(changing) => changing.line == self.field.text(),
            None => self.field.is_empty(),
        };
        let back = match (&self.changing, older) {
            (None, true) => Some(0),
            (Some(changing), true) => Some(changing.back + 1),
            (Some(changing), false) => changing.back.checked_sub(1),
            (None, false) => return,
        };
        let Some(session) = desk.session.as_deref().filter(|_| untouched) else { return };
        let Some(back) = back else { return self.stop_changing() };
        let mut mine = session.workshop.ideas.iter().rev().filter(|idea| idea.made().who == *session.who());
        if let Some(idea) = mine.nth(back) {
            self.field = field(idea, &as_line(idea, session.who(), desk.messages.lang()));
            self.changing = Some(Changing { idea: idea.key(), back, line: self.field.text().to_owned() });
        }
    }

    /// Whether the line being changed is one of several versions: all of them give way to what is entered.
    pub(crate) fn is_conflicted(&self, workshop: &Workshop) -> bool {
        let idea = self.changing.as_ref().and_then(|changing| workshop.ideas.get(changing.idea));
        idea.is_some_and(|idea| idea.versions() > 1)
    }

    /// Gives up changing a line. Returns whether one was being changed.
    pub(crate) fn give_up(&mut self) -> bool {
        let changing = self.is_changing();
        if changing {
            self.stop_changing();
        }
        changing
    }

    fn stop_changing(&mut self) {
        self.changing = None;
        self.field.take();
    }

    /// Each line of a pasted text that has words becomes an idea, all of them one piece of work.
    pub(crate) fn paste(&mut self, text: &str, desk: &mut Desk<'_>) -> bool {
        let Some(workshop) = desk.workshop() else { return false };
        let found = capture_line::lines(text).filter_map(Result::ok);
        let requests: Vec<Request> = found.map(|captured| add(workshop, &captured, &self.room)).collect();
        if !requests.is_empty() && desk.perform_all(&requests) {
            desk.say("capture-pasted", &[("n", requests.len().into())]);
        }
        !requests.is_empty()
    }

    /// What is to be kept as a draft: a new line, not one that stands elsewhere already.
    pub(crate) fn draft(&self) -> Option<&str> {
        (!self.is_changing() && !self.field.is_empty()).then(|| self.field.text())
    }

    /// Puts a draft back.
    pub(crate) fn restore(&mut self, draft: &str) {
        self.field = Field::new(draft);
    }
}
