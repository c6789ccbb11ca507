//! The forms on Ideas: edit, tags, translation, kind, promotion.

use std::sync::Arc;

use super::{Ideas, names};
use crate::tui::ctx::Desk;
use crate::tui::layers::{Ask, Form, Pick, PickRow};
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::ideas::commands::{IdeaEdit, IdeaPromote, IdeaTag, IdeaTranslate};
use crate::workshop::ideas::{Idea, Sort};
use crate::workshop::text::{Lang, Text};
use crate::workshop::thing::Thing;

/// The command that says what kind an idea is.
pub(super) fn of_kind(idea: Arc<str>, kind: &str) -> Request {
    IdeaEdit { idea, text: None, room: None, author: None, kind: Some(kind.into()) }.into()
}

/// The tags in a line, with `#` or without, apart by blanks or commas.
fn tags(line: &str) -> Vec<Arc<str>> {
    let tag = |piece: &str| piece.trim_start_matches(['#', '№']).to_lowercase();
    let pieces = line.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    pieces.map(tag).filter(|tag| !tag.is_empty()).map(Into::into).collect()
}

fn tag_line(idea: &Idea) -> String {
    idea.tags().map(|tag| format!("#{tag}")).collect::<Vec<_>>().join(" ")
}

/// The id for a new proposal: the number after the highest, as in `P12`.
fn next_proposal(workshop: &Workshop) -> Arc<str> {
    let number = |id: &Arc<str>| id.strip_prefix('P')?.parse::<u32>().ok();
    let ids = workshop.proposals.iter().filter_map(|proposal| proposal.made().id.as_ref());
    let mut next = ids.filter_map(number).max().unwrap_or(0).saturating_add(1);
    // One that was removed keeps its number.
    while workshop.proposals.is_taken(&format!("P{next:02}")) && next < u32::MAX {
        next += 1;
    }
    format!("P{next:02}").into()
}

impl Ideas {
    /// The chosen idea and its name.
    pub(super) fn one<'a>(&self, desk: &'a Desk<'_>) -> Option<(Arc<str>, &'a Idea)> {
        let workshop = desk.workshop()?;
        let idea = workshop.ideas.get(self.chosen()?)?;
        Some((workshop.ideas.label(idea.key()).as_ref().into(), idea))
    }

    pub(super) fn edit(&self, desk: &mut Desk<'_>) {
        let messages = desk.messages;
        let Some((name, idea)) = self.one(desk) else { return };
        let is_conflicted = idea.versions() > 1;
        let rooms = std::iter::once("").chain(self.rooms.rows.iter().map(|row| row.id.as_ref()));
        let mut rooms: Vec<(String, String)> =
            rooms.map(|id| (id.to_owned(), self.rooms.full(id, messages))).collect();
        if !rooms.iter().any(|(id, _)| id == idea.room()) {
            rooms.push((idea.room().to_owned(), idea.room().to_owned()));
        }
        let kinds = Sort::ALL
            .map(|sort| (sort.name().to_owned(), messages.say(&format!("idea-kind-{}", sort.name()))));
        let [en, ru] = Lang::ALL.map(|lang| idea.text.get(lang).unwrap_or_default().to_owned());
        let before =
            [en, ru, idea.room().to_owned(), idea.author().to_owned(), idea.sort().name().to_owned()];
        let value = |place: usize| before.get(place).map(String::as_str).unwrap_or_default();
        let asks = vec![
            Ask::line(messages.say("language-en"), value(0)),
            Ask::line(messages.say("language-ru"), value(1)),
            Ask::one(messages.say("ideas-ask-room"), rooms, value(2)),
            Ask::line(messages.say("ideas-ask-author"), value(3)),
            Ask::one(messages.say("ideas-ask-kind"), kinds.to_vec(), value(4)),
        ];
        let at = usize::from(idea.text.get(Lang::En).is_none());
        let form = format!("idea-edit-{name}");
        let then = move |values: &[String], desk: &mut Desk<'_>| {
            let changed = |place: usize| {
                let value = values.get(place).filter(|value| before.get(place) != Some(*value));
                value.map(|value| Arc::<str>::from(value.trim()))
            };
            let (en, ru) = (changed(0), changed(1));
            let text = (en.is_some() || ru.is_some()).then_some(Text { en, ru });
            let (room, author, kind) = (changed(2), changed(3), changed(4));
            let untouched = text.is_none() && room.is_none() && author.is_none() && kind.is_none();
            untouched || desk.perform(IdeaEdit { idea: name.clone(), text, room, author, kind }).is_some()
        };
        desk.push(Form::new(form, messages.say("ideas-edit-title"), asks, then).at(at));
        if is_conflicted {
            desk.say("settle-replaces", &[]);
        }
    }

    pub(super) fn tag(&self, desk: &mut Desk<'_>) {
        let messages = desk.messages;
        let Some(workshop) = desk.workshop() else { return };
        let targets = self.targets();
        let ideas: Vec<&Idea> = targets.iter().filter_map(|key| workshop.ideas.get(*key)).collect();
        // One idea shows its tags, to be changed; to several the same ones are added.
        let before = match ideas.as_slice() {
            [] => return,
            [only] => tag_line(only),
            _ => String::new(),
        };
        let terms = workshop.terms.iter().filter_map(|term| term.made().id.as_deref());
        let example: Vec<&str> = terms.take(6).collect();
        let names = names(workshop, &targets);
        let ask = Ask::line(
            messages.say("ideas-ask-tags"),
            &if before.is_empty() { String::new() } else { format!("{before} ") },
        )
        .such_as(example.join(" "));
        let title = messages.with("ideas-tag-title", &[("n", names.len().into())]);
        let form = format!("idea-tag-{}", names.join(" "));
        let forget = self.forget_marks.clone();
        let then = move |values: &[String], desk: &mut Desk<'_>| {
            let (old, new) = (tags(&before), tags(values.first().map(String::as_str).unwrap_or_default()));
            let only = |tags: &[Arc<str>], without: &[Arc<str>]| -> Vec<Arc<str>> {
                tags.iter().filter(|tag| !without.contains(tag)).cloned().collect()
            };
            let (add, remove) = (only(&new, &old), only(&old, &new));
            if add.is_empty() && remove.is_empty() {
                return true;
            }
            let lacks = |name: &&Arc<str>| {
                // A refusal of one that has the tags already would take back the others.
                let idea =
                    desk.workshop().and_then(|workshop| workshop.ideas.get(workshop.ideas.find(name).ok()?));
                idea.is_none_or(|idea| {
                    !remove.is_empty() || add.iter().any(|tag| !idea.tags().any(|has| has == tag))
                })
            };
            let request = |idea: &Arc<str>| -> Request {
                IdeaTag { idea: idea.clone(), add: Some(add.clone()), remove: Some(remove.clone()) }.into()
            };
            let requests: Vec<Request> = names.iter().filter(lacks).map(request).collect();
            let done = requests.is_empty() || desk.perform_all(&requests);
            forget.set(done);
            done
        };
        desk.push(Form::new(form, title, vec![ask], then));
    }

    pub(super) fn translate(&self, desk: &mut Desk<'_>) {
        let messages = desk.messages;
        let Some((name, idea)) = self.one(desk) else { return };
        let unchecked = |lang: &Lang| idea.text.of(*lang).get().is_some_and(|form| !form.checked);
        let missing = |lang: &Lang| idea.text.get(*lang).is_none();
        // The language that lacks, else the translation that nobody has checked, else the other one.
        let found = Lang::ALL.into_iter().find(missing).or_else(|| Lang::ALL.into_iter().find(unchecked));
        let into = found.unwrap_or_else(|| messages.lang().other());
        let language = messages.say(&format!("language-{}", into.code()));
        let yes_no = ["no", "yes"].map(|word| (word.to_owned(), messages.say(&format!("ideas-{word}"))));
        let asks = vec![
            Ask::line(language, idea.text.get(into).unwrap_or_default()),
            Ask::one(messages.say("ideas-ask-checked"), yes_no.to_vec(), "no"),
        ];
        let title = messages.with("ideas-translate-title", &[("text", idea.text.in_(into.other()).into())]);
        let form = format!("idea-translate-{name}-{into}");
        let then = move |values: &[String], desk: &mut Desk<'_>| {
            let mut values = values.iter();
            let text = values.next().map(|text| text.trim()).unwrap_or_default().into();
            let checked = Some(values.next().is_some_and(|checked| checked == "yes"));
            desk.perform(IdeaTranslate { idea: name.clone(), language: into, text, checked }).is_some()
        };
        desk.push(Form::new(form, title, asks, then));
    }

    pub(super) fn kind(&self, desk: &mut Desk<'_>) {
        let messages = desk.messages;
        let Some(workshop) = desk.workshop() else { return };
        let names = names(workshop, &self.targets());
        if names.is_empty() {
            return;
        }
        let row = |sort: Sort| {
            let kind = sort.name();
            PickRow::new(
                kind,
                messages.say(&format!("idea-kind-{kind}")),
                crate::tui::screens::shared::writing::draw::glyph(sort),
            )
        };
        let forget = self.forget_marks.clone();
        let then = move |kind: &str, desk: &mut Desk<'_>| {
            let requests: Vec<Request> = names.iter().map(|name| of_kind(name.clone(), kind)).collect();
            let done = desk.perform_all(&requests);
            forget.set(done);
            done
        };
        desk.push(Pick::new(messages.say("ideas-kind-title"), Sort::ALL.map(row).to_vec(), then));
    }

    pub(super) fn promote(&self, desk: &mut Desk<'_>) {
        let messages = desk.messages;
        let Some(workshop) = desk.workshop() else { return };
        let ideas = names(workshop, &self.targets());
        let Some(first) = self.targets().first().and_then(|key| workshop.ideas.get(*key)) else { return };
        let id = next_proposal(workshop);
        let ask = |lang: Lang| {
            let label = messages.say(&format!("language-{}", lang.code()));
            Ask::line(label, first.text.get(lang).unwrap_or_default())
        };
        let asks = vec![ask(Lang::En), ask(Lang::Ru), Ask::line(messages.say("ideas-ask-id"), &id)];
        let title = messages.with("ideas-promote-title", &[("n", ideas.len().into())]);
        let form = format!("idea-promote-{}", ideas.join(" "));
        let forget = self.forget_marks.clone();
        let then = move |values: &[String], desk: &mut Desk<'_>| {
            let value = |place: usize| values.get(place).map(|text| text.trim()).unwrap_or_default();
            let form = |text: &str| (!text.is_empty()).then(|| Arc::<str>::from(text));
            let title = Text { en: form(value(0)), ru: form(value(1)) };
            let command = IdeaPromote { ideas: ideas.clone(), title: Some(title) };
            let Some(done) = desk.perform(Request { id: form(value(2)), ..command.into() }) else {
                return false;
            };
            desk.say("ideas-promoted", &[("id", done.made.unwrap_or_default().into())]);
            forget.set(true);
            true
        };
        desk.push(Form::new(form, title, asks, then));
    }
}
