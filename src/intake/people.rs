//! Lists of participants.

use std::borrow::Cow;
use std::collections::HashSet;
use std::sync::Arc;

use super::columns::{Columns, TextAt};
use super::fault::{Fault, Note};
use super::matching::{Entry, Matching, Name, Rule, Target, forms, forms_of, handle};
use super::table::{Row, Table};
use super::times::{self, Day};
use super::words::{self, Terms};
use super::{Kind, Outcome, Plan, compare, values};
use crate::workshop::Workshop;
use crate::workshop::command::{Arrival, Request};
use crate::workshop::people::Person;
use crate::workshop::people::commands::{PersonAdd, PersonChange};
use crate::workshop::text::Text;

/// The last day on which somebody can arrive.
const LAST_DAY: u32 = 366;

struct Places {
    id: Option<usize>,
    name: TextAt,
    surname: TextAt,
    organisation: TextAt,
    kind: Option<usize>,
    country: Option<usize>,
    languages: Option<usize>,
    role: Option<usize>,
    arrives: Option<usize>,
}

/// What a row says of a person.
#[derive(Default)]
struct Said {
    name: Option<Text>,
    organisation: Option<Text>,
    kind: Option<Arc<str>>,
    country: Option<Arc<str>>,
    languages: Option<Vec<Arc<str>>>,
    role: Option<Arc<str>>,
    arrives: Option<u32>,
}

/// Compares a list of participants with the roster.
pub(super) fn plan(workshop: &Workshop, table: &Table) -> Result<Plan, Fault> {
    let columns = Columns::of(Kind::People, table)?;
    columns.need(&["name"])?;
    let places = Places {
        id: columns.at("id"),
        name: columns.text("name"),
        surname: columns.text("surname"),
        organisation: columns.text("organisation"),
        kind: columns.at("kind"),
        country: columns.at("country"),
        languages: columns.at("languages"),
        role: columns.at("role"),
        arrives: columns.at("arrives"),
    };
    let mut plan = Plan::new(Kind::People, &columns, table);
    let people = &workshop.people;
    let of = |person: &Person| Name::new(forms_of(&person.name), forms_of(&person.organisation));
    let matching = Matching::new(people, Rule::OnceLoosely, people.iter(), of);
    let targets = matching.run(table.rows().map(|row| places.entry(row)), |note| plan.note(note))?;
    let mut terms = Terms::of(workshop);
    // Whoever has no id in the list gets the next: people are seated, and vote, by it.
    let listed: HashSet<Arc<str>> =
        table.rows().filter_map(|row| values::id(row, places.id).ok().flatten()).collect();
    let mut free = people.free_ids("S").filter(|id| !listed.contains(id));
    for (row, target) in table.rows().zip(targets) {
        let said = places.read(workshop, row, &mut terms, &mut plan)?;
        let outcome = match target {
            Target::Gone => Outcome::Unchanged,
            Target::New => {
                let name = said.name.clone().ok_or_else(|| columns.missing(row.line, "name"))?;
                let id = values::id(row, places.id)?.or_else(|| free.next());
                plan.ask(row.line, Request { id, ..said.add(name).into() });
                Outcome::Added
            }
            Target::Known(key) => {
                let change = people.get(key).and_then(|person| said.change(person, handle(people, key)));
                match change {
                    Some(change) => {
                        plan.ask(row.line, change);
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
        let name = self.name(row)?.as_ref().map(forms).unwrap_or_default();
        let organisation = values::text(row, self.organisation, "organisation")?;
        let name = Name::new(name, organisation.as_ref().map(forms).unwrap_or_default());
        Ok(Entry { line: row.line, id: values::id(row, self.id)?, name })
    }

    /// The name; given name and surname are put together if they stand in columns of their own.
    fn name(&self, row: Row<'_>) -> Result<Option<Text>, Fault> {
        if !self.surname.is_there() {
            return values::text(row, self.name, "name");
        }
        let cell = |name: Option<usize>, surname: Option<usize>| -> Cow<'_, str> {
            let of = |place: Option<usize>| place.map_or("", |place| row.cell(place));
            values::line(&format!("{} {}", values::line(of(name)), values::line(of(surname))))
                .into_owned()
                .into()
        };
        let cells = [
            cell(self.name.plain, self.surname.plain),
            cell(self.name.en, self.surname.en),
            cell(self.name.ru, self.surname.ru),
        ];
        values::joined(row.line, "name", cells)
    }

    fn read(
        &self,
        workshop: &Workshop,
        row: Row<'_>,
        terms: &mut Terms,
        plan: &mut Plan,
    ) -> Result<Said, Fault> {
        let kind = values::word(row, self.kind, "kind")?.map(|word| terms.person_kind(&word));
        let role = values::word(row, self.role, "role")?.map(|word| terms.role(&word));
        let country = values::word(row, self.country, "country")?.map(|word| {
            let is_code = word.len() == 2 && word.bytes().all(|b| b.is_ascii_alphabetic());
            if is_code { terms.once(&word.to_ascii_uppercase()) } else { terms.once(&word) }
        });
        Ok(Said {
            name: self.name(row)?,
            organisation: values::text(row, self.organisation, "organisation")?,
            kind,
            country,
            languages: self.languages(row, terms, plan)?,
            role,
            arrives: self.arrives(workshop, row)?,
        })
    }

    fn languages(
        &self,
        row: Row<'_>,
        terms: &mut Terms,
        plan: &mut Plan,
    ) -> Result<Option<Vec<Arc<str>>>, Fault> {
        let Some(cell) = values::word(row, self.languages, "languages")? else { return Ok(None) };
        let mut languages = Vec::new();
        for word in values::words(&cell, &[" and ", " и ", "&", "+"]) {
            // “EN RU” has no separator but a blank; a name of two words is no language.
            let many = words::language(word).is_none()
                && word.split_whitespace().all(|part| words::language(part).is_some());
            for word in if many { word.split_whitespace().collect() } else { vec![word] } {
                let code = words::language(word);
                if code.is_none() {
                    plan.note(Note::UnknownLanguage { line: row.line, word: values::shown(word) });
                }
                let code = match code {
                    Some(code) => terms.once(code),
                    None => terms.once(&word.to_lowercase()),
                };
                if !languages.contains(&code) {
                    languages.push(code);
                }
            }
        }
        Ok((!languages.is_empty()).then_some(languages))
    }

    fn arrives(&self, workshop: &Workshop, row: Row<'_>) -> Result<Option<u32>, Fault> {
        let Some(cell) = values::word(row, self.arrives, "arrives")? else { return Ok(None) };
        day(workshop, row.line, "arrives", &cell).map(Some)
    }
}

/// The number of a day that a cell names, by number or date. Whoever comes before the first day is there on it.
pub(super) fn day(workshop: &Workshop, line: u64, field: &'static str, cell: &str) -> Result<u32, Fault> {
    let bad = || Fault::BadValue { line, field, value: values::shown(cell) };
    let number = match times::day(cell).ok_or_else(bad)? {
        Day::Number(number) => number,
        Day::Date(date) => {
            let first = workshop.meeting.starts().map(|starts| starts.date());
            let first = first.ok_or_else(|| Fault::NoFirstDay { line, value: values::shown(cell) })?;
            let since = first.until(date).map_err(|_| bad())?.get_days();
            let number = since.saturating_add(1);
            u32::try_from(if field == "arrives" { number.max(1) } else { number }).map_err(|_| bad())?
        }
    };
    if (1..=LAST_DAY).contains(&number) {
        Ok(number)
    } else {
        Err(Fault::OutOfRange { line, field, value: number, least: 1, most: LAST_DAY })
    }
}

impl Said {
    fn add(self, name: Text) -> PersonAdd {
        PersonAdd {
            name,
            organisation: self.organisation,
            kind: self.kind,
            country: self.country,
            languages: self.languages,
            role: self.role,
            arrives: self.arrives.map(Arrival::Day),
        }
    }

    fn change(self, person: &Person, handle: Arc<str>) -> Option<PersonChange> {
        // A participant is whoever has no other role.
        let plain = |role: &str| role.is_empty() || role == "participant";
        let role = self.role.filter(|role| !(plain(role) && plain(person.role())));
        let change = PersonChange {
            person: handle.clone(),
            name: compare::text(self.name, &person.name),
            organisation: compare::text(self.organisation, &person.organisation),
            kind: compare::value(self.kind, person.kind.get()),
            country: compare::value(self.country, person.country.get()),
            languages: compare::value(self.languages, person.languages.get()),
            role: compare::value(role, person.role.get()),
            arrives: self.arrives.filter(|day| *day != person.arrival_day()).map(Arrival::Day),
        };
        (change != nothing(handle)).then_some(change)
    }
}

fn nothing(person: Arc<str>) -> PersonChange {
    PersonChange { person, ..PersonChange::default() }
}
