//! Lists of ideas: what another room wrote into a spreadsheet.

use std::sync::Arc;

use super::columns::{Columns, TextAt};
use super::fault::Fault;
use super::matching::{Entry, Matching, Name, Rule, Target, forms, forms_of, handle};
use super::table::{Row, Table};
use super::words::{self, Terms};
use super::{Kind, Outcome, Plan, compare, values};
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::ideas::Idea;
use crate::workshop::ideas::commands::{IdeaAdd, IdeaEdit, IdeaTag};
use crate::workshop::text::Text;

struct Places {
    id: Option<usize>,
    text: TextAt,
    room: Option<usize>,
    tags: Option<usize>,
    author: Option<usize>,
    kind: Option<usize>,
}

struct Said {
    text: Option<Text>,
    room: Option<Arc<str>>,
    tags: Option<Vec<Arc<str>>>,
    author: Option<Arc<str>>,
    kind: Option<Arc<str>>,
}

/// Compares a list of ideas with those captured. The same words said twice in one room are two ideas.
pub(super) fn plan(workshop: &Workshop, table: &Table) -> Result<Plan, Fault> {
    let columns = Columns::of(Kind::Ideas, table)?;
    columns.need(&["text"])?;
    let places = Places {
        id: columns.at("id"),
        text: columns.text("text"),
        room: columns.at("room"),
        tags: columns.at("tags"),
        author: columns.at("author"),
        kind: columns.at("kind"),
    };
    let mut plan = Plan::new(Kind::Ideas, &columns, table);
    let ideas = &workshop.ideas;
    let room = |room: &str| if room.is_empty() { Vec::new() } else { vec![values::normal(room)] };
    let of = |idea: &Idea| Name::new(forms_of(&idea.text), room(idea.room()));
    let matching = Matching::new(ideas, Rule::Again, ideas.iter(), of);
    let entry = |row: Row<'_>| {
        let text = values::text(row, places.text, "text")?.as_ref().map(forms).unwrap_or_default();
        let apart = values::word(row, places.room, "room")?.map(|word| room(&word)).unwrap_or_default();
        Ok(Entry { line: row.line, id: values::id(row, places.id)?, name: Name::new(text, apart) })
    };
    let targets = matching.run(table.rows().map(entry), |note| plan.note(note))?;
    let mut terms = Terms::of(workshop);
    for (row, target) in table.rows().zip(targets) {
        let said = places.read(row, &mut terms)?;
        let outcome = match target {
            Target::Gone => Outcome::Unchanged,
            Target::New => {
                let text = said.text.clone().ok_or_else(|| columns.missing(row.line, "text"))?;
                plan.ask(row.line, Request { id: values::id(row, places.id)?, ..said.add(text).into() });
                Outcome::Added
            }
            Target::Known(key) => match ideas.get(key) {
                Some(idea) => said.change(idea, &handle(ideas, key), row.line, &mut plan),
                None => Outcome::Unchanged,
            },
        };
        plan.count(outcome);
    }
    Ok(plan)
}

impl Places {
    fn read(&self, row: Row<'_>, terms: &mut Terms) -> Result<Said, Fault> {
        let kind = match values::word(row, self.kind, "kind")? {
            None => None,
            Some(word) => {
                let bad =
                    || Fault::BadValue { line: row.line, field: "idea-kind", value: values::shown(&word) };
                Some(terms.once(words::idea_kind(&word).ok_or_else(bad)?))
            }
        };
        let tags = self.tags.map(|place| terms.tags("", "", row.cell(place))).filter(|tags| !tags.is_empty());
        Ok(Said {
            text: values::text(row, self.text, "text")?,
            room: values::word(row, self.room, "room")?.map(|room| terms.once(&room)),
            tags,
            author: values::word(row, self.author, "author")?.map(|author| terms.once(&author)),
            kind,
        })
    }
}

impl Said {
    fn add(self, text: Text) -> IdeaAdd {
        IdeaAdd { text, room: self.room, tags: self.tags, author: self.author, kind: self.kind }
    }

    /// Words that changed, and tags that came. Tags are not taken off: somebody here may have put them on.
    fn change(self, idea: &Idea, handle: &Arc<str>, line: u64, plan: &mut Plan) -> Outcome {
        let kind = self.kind.filter(|kind| kind.as_ref() != idea.sort().name());
        let edit = IdeaEdit {
            idea: handle.clone(),
            text: compare::text(self.text, &idea.text),
            room: compare::value(self.room, idea.room.get()),
            author: compare::value(self.author, idea.author.get()),
            kind,
        };
        let there: Vec<&Arc<str>> = idea.tags().collect();
        let add: Vec<Arc<str>> =
            self.tags.into_iter().flatten().filter(|tag| !there.contains(&tag)).collect();
        let edited =
            edit != IdeaEdit { idea: handle.clone(), text: None, room: None, author: None, kind: None };
        let tagged = !add.is_empty();
        if edited {
            plan.ask(line, edit);
        }
        if tagged {
            plan.ask(line, IdeaTag { idea: handle.clone(), add: Some(add), remove: None });
        }
        if edited || tagged { Outcome::Changed } else { Outcome::Unchanged }
    }
}
