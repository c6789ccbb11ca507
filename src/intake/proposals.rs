//! Lists of proposals.

use std::collections::HashSet;
use std::sync::Arc;

use super::columns::{Columns, TextAt};
use super::fault::Fault;
use super::matching::{Entry, Matching, Name, Rule, Target, forms, forms_of, handle};
use super::table::{Row, Table};
use super::words::Terms;
use super::{Kind, Outcome, Plan, compare, values};
use crate::workshop::Workshop;
use crate::workshop::command::Request;
use crate::workshop::proposals::Proposal;
use crate::workshop::proposals::commands::{ProposalAdd, ProposalEdit};
use crate::workshop::text::{Lang, Text};

struct Places {
    id: Option<usize>,
    title: TextAt,
    leads: TextAt,
    partners: TextAt,
    place: TextAt,
    when: TextAt,
    enablers: Option<usize>,
    ephos: Option<usize>,
}

struct Said {
    title: Option<Text>,
    leads: Option<Vec<Text>>,
    partners: Option<Vec<Text>>,
    place: Option<Text>,
    when: Option<Text>,
    enablers: Option<Vec<Arc<str>>>,
    ephos: Option<Vec<Arc<str>>>,
}

/// Compares a list of proposals with those of the session.
pub(super) fn plan(workshop: &Workshop, table: &Table) -> Result<Plan, Fault> {
    let columns = Columns::of(Kind::Proposals, table)?;
    columns.need(&["title"])?;
    let places = Places {
        id: columns.at("id"),
        title: columns.text("title"),
        leads: columns.text("leads"),
        partners: columns.text("partners"),
        place: columns.text("place"),
        when: columns.text("when"),
        enablers: columns.at("enablers"),
        ephos: columns.at("ephos"),
    };
    let mut plan = Plan::new(Kind::Proposals, &columns, table);
    let proposals = &workshop.proposals;
    let of = |proposal: &Proposal| Name::new(forms_of(&proposal.title), Vec::new());
    let matching = Matching::new(proposals, Rule::Once, proposals.iter(), of);
    let targets = matching.run(table.rows().map(|row| places.entry(row)), |note| plan.note(note))?;
    let mut terms = Terms::of(workshop);
    let listed: HashSet<Arc<str>> =
        table.rows().filter_map(|row| values::id(row, places.id).ok().flatten()).collect();
    let mut free = proposals.free_ids("P").filter(|id| !listed.contains(id));
    for (row, target) in table.rows().zip(targets) {
        let said = places.read(row, &mut terms)?;
        let outcome = match target {
            Target::Gone => Outcome::Unchanged,
            Target::New => {
                let title = said.title.clone().ok_or_else(|| columns.missing(row.line, "title"))?;
                let id = values::id(row, places.id)?.or_else(|| free.next());
                plan.ask(row.line, Request { id, ..said.add(title).into() });
                Outcome::Added
            }
            Target::Known(key) => {
                match proposals.get(key).and_then(|known| said.edit(known, handle(proposals, key))) {
                    Some(edit) => {
                        plan.ask(row.line, edit);
                        Outcome::Changed
                    }
                    None => Outcome::Unchanged,
                }
            }
        };
        plan.count(outcome);
    }
    Ok(plan)
}

impl Places {
    fn entry(&self, row: Row<'_>) -> Result<Entry, Fault> {
        let title = values::text(row, self.title, "title")?.as_ref().map(forms).unwrap_or_default();
        Ok(Entry { line: row.line, id: values::id(row, self.id)?, name: Name::new(title, Vec::new()) })
    }

    fn read(&self, row: Row<'_>, terms: &mut Terms) -> Result<Said, Fault> {
        let mut tags = |at: Option<usize>, group: &str, prefix: &str| {
            let tags = at.map(|place| terms.tags(group, prefix, row.cell(place)));
            tags.filter(|tags| !tags.is_empty())
        };
        Ok(Said {
            title: values::text(row, self.title, "title")?,
            leads: names(row, self.leads, "leads")?,
            partners: names(row, self.partners, "partners")?,
            place: values::text(row, self.place, "place")?,
            when: values::text(row, self.when, "when")?,
            enablers: tags(self.enablers, "enabler", ""),
            ephos: tags(self.ephos, "epho", "epho"),
        })
    }
}

/// The names that a row lists. Two columns, one a language, must have as many entries each: they are paired in order.
fn names(row: Row<'_>, at: TextAt, field: &'static str) -> Result<Option<Vec<Text>>, Fault> {
    let list = |place: Option<usize>, lang: Option<Lang>| -> Result<Vec<Text>, Fault> {
        let cell = place.map_or("", |place| row.cell(place));
        let text = |entry: std::borrow::Cow<'_, str>| {
            let text = values::plain(row.line, field, &entry)?;
            let words = text.en.or(text.ru);
            let lang = lang.unwrap_or_else(|| Lang::of(&entry));
            Ok(words.map_or_else(Text::default, |words| Text::one(lang, words)))
        };
        values::names(cell).map(text).collect()
    };
    let lists = [
        list(at.plain, at.en.map(|_| Lang::Ru).or(at.ru.map(|_| Lang::En)))?,
        list(at.en, Some(Lang::En))?,
        list(at.ru, Some(Lang::Ru))?,
    ];
    let mut filled = lists.into_iter().filter(|list| !list.is_empty());
    let Some(mut names) = filled.next() else { return Ok(None) };
    for other in filled {
        if other.len() != names.len() {
            return Err(Fault::UnevenLists { line: row.line, field });
        }
        for (name, other) in names.iter_mut().zip(other) {
            name.en = name.en.take().or(other.en);
            name.ru = name.ru.take().or(other.ru);
        }
    }
    Ok(Some(names))
}

impl Said {
    fn add(self, title: Text) -> ProposalAdd {
        ProposalAdd {
            title,
            leads: self.leads,
            partners: self.partners,
            place: self.place,
            when: self.when,
            enablers: self.enablers,
            ephos: self.ephos,
            ..ProposalAdd::default()
        }
    }

    fn edit(self, known: &Proposal, handle: Arc<str>) -> Option<ProposalEdit> {
        let edit = ProposalEdit {
            proposal: handle.clone(),
            title: compare::text(self.title, &known.title),
            leads: compare::names(self.leads, known.leads()),
            partners: compare::names(self.partners, known.partners()),
            place: compare::text(self.place, &known.place),
            when: compare::text(self.when, &known.when),
            enablers: compare::set(self.enablers, known.enablers.get()),
            ephos: compare::set(self.ephos, known.ephos.get()),
            ..ProposalEdit::default()
        };
        (edit != nothing(handle)).then_some(edit)
    }
}

fn nothing(proposal: Arc<str>) -> ProposalEdit {
    ProposalEdit { proposal, ..ProposalEdit::default() }
}
