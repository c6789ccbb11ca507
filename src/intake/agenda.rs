//! Agendas.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use super::columns::{Columns, TextAt};
use super::fault::{Fault, Note};
use super::matching::{Entry, Matching, Name, Rule, Target, forms, forms_of, handle};
use super::people::day;
use super::table::{Row, Table};
use super::words::Terms;
use super::{Kind, Outcome, Plan, compare, times, values};
use crate::language::date::hours_and_minutes;
use crate::workshop::Workshop;
use crate::workshop::agenda::commands::{AgendaCommand, ItemAdd, ItemChange, ItemMove};
use crate::workshop::agenda::{self, Item, LEAST_WEIGHT, MOST_WEIGHT};
use crate::workshop::command::{Request, Stop};
use crate::workshop::id::EventId;
use crate::workshop::range::MOST_MINUTES;
use crate::workshop::text::Text;
use crate::workshop::thing::Thing;

struct Places {
    id: Option<usize>,
    day: Option<usize>,
    title: TextAt,
    minutes: Option<usize>,
    shortest: Option<usize>,
    begins: Option<usize>,
    stop: Option<usize>,
    droppable: Option<usize>,
    kind: Option<usize>,
    interpreted: Option<usize>,
    weight: Option<usize>,
    instruction: TextAt,
}

struct Said {
    title: Option<Text>,
    minutes: Option<u32>,
    shortest: Option<u32>,
    begins: Option<u32>,
    stop: Option<bool>,
    droppable: Option<bool>,
    kind: Option<Arc<str>>,
    interpreted: Option<bool>,
    weight: Option<u32>,
    instruction: Option<Text>,
}

/// Compares an agenda with that of the session. A title may stand twice on a day (breaks do): the second is the second.
pub(super) fn plan(workshop: &Workshop, table: &Table) -> Result<Plan, Fault> {
    let columns = Columns::of(Kind::Agenda, table)?;
    columns.need(&["title", "minutes"])?;
    let places = Places {
        id: columns.at("id"),
        day: columns.at("day"),
        title: columns.text("title"),
        minutes: columns.at("minutes"),
        shortest: columns.at("shortest"),
        begins: columns.at("begins"),
        stop: columns.at("stop"),
        droppable: columns.at("droppable"),
        kind: columns.at("kind"),
        interpreted: columns.at("interpreted"),
        weight: columns.at("weight"),
        instruction: columns.text("instruction"),
    };
    let mut plan = Plan::new(Kind::Agenda, &columns, table);
    let days = places.days(workshop, table, &columns)?;
    let items = &workshop.items;
    let of = |item: &Item| Name::new(forms_of(&item.title), vec![item.day().to_string()]);
    let order = agenda::in_order(items);
    let matching = Matching::new(items, Rule::Again, order.iter().copied(), of);
    let entry = |(row, day): (Row<'_>, &Option<u32>)| {
        let title = values::text(row, places.title, "title")?.as_ref().map(forms).unwrap_or_default();
        let apart = day.iter().map(u32::to_string).collect();
        Ok(Entry { line: row.line, id: values::id(row, places.id)?, name: Name::new(title, apart) })
    };
    let repeated = |note: Note| {
        if !matches!(note, Note::Repeated { .. }) {
            plan.note(note);
        }
    };
    let targets = matching.run(table.rows().zip(&days).map(entry), repeated)?;
    let mut days_of = Days::new(workshop, &order);
    let mut terms = Terms::of(workshop);
    for ((row, day), target) in table.rows().zip(days).zip(targets) {
        let said = places.read(row, &mut terms)?;
        let outcome = match target {
            Target::Gone => Outcome::Unchanged,
            Target::New => {
                let day = day.ok_or_else(|| columns.missing(row.line, "day"))?;
                let request =
                    Request { id: values::id(row, places.id)?, ..said.add(day, row.line, &columns)?.into() };
                days_of.add(day, row.line, request);
                Outcome::Added
            }
            Target::Known(key) => {
                let moved = days_of.meet(day, key, row.line, &mut plan);
                match items.get(key).and_then(|item| said.change(item, handle(items, key))) {
                    Some(change) => {
                        plan.ask(row.line, change);
                        Outcome::Changed
                    }
                    None if moved => Outcome::Changed,
                    None => Outcome::Unchanged,
                }
            }
        };
        plan.count(outcome);
    }
    days_of.finish(&mut plan);
    Ok(plan)
}

impl Places {
    /// The day of each row. An empty cell means the day of the row above, as in a table with joined cells. Without a
    /// column for it a list of known items, which have ids, tells none, and any other is the first day's.
    fn days(&self, workshop: &Workshop, table: &Table, columns: &Columns) -> Result<Vec<Option<u32>>, Fault> {
        let mut last = (self.day.is_none() && self.id.is_none()).then_some(1);
        let mut days = Vec::with_capacity(table.len());
        for row in table.rows() {
            match values::word(row, self.day, "day")? {
                Some(cell) => last = Some(day(workshop, row.line, "day", &cell)?),
                None if last.is_none() && self.day.is_some() && self.id.is_none() => {
                    return Err(columns.missing(row.line, "day"));
                }
                None => {}
            }
            days.push(last);
        }
        Ok(days)
    }

    fn read(&self, row: Row<'_>, terms: &mut Terms) -> Result<Said, Fault> {
        let bad = |field, word: &str| Fault::BadValue { line: row.line, field, value: values::shown(word) };
        let minutes = |at, field, least| match values::word(row, at, field)? {
            None => Ok(None),
            Some(word) => match times::minutes(&word).ok_or_else(|| bad(field, &word))? {
                value if (least..=MOST_MINUTES).contains(&value) => Ok(Some(value)),
                value => Err(Fault::OutOfRange { line: row.line, field, value, least, most: MOST_MINUTES }),
            },
        };
        let begins = match values::word(row, self.begins, "begins")? {
            None => None,
            Some(word) => Some(times::time_of_day(&word).ok_or_else(|| bad("begins", &word))?),
        };
        // The column may say that it is a hard stop, or when.
        let (stop, at) = match values::word(row, self.stop, "stop")? {
            None => (None, None),
            Some(word) => match (values::is_yes(&word), times::time_of_day(&word)) {
                (Some(yes), _) => (Some(yes), None),
                (None, Some(at)) => (Some(true), Some(at)),
                (None, None) => return Err(bad("stop", &word)),
            },
        };
        let weight = match values::word(row, self.weight, "weight")? {
            None => None,
            Some(word) => match word.trim().parse::<u32>().map_err(|_| bad("weight", &word))? {
                value if (LEAST_WEIGHT..=MOST_WEIGHT).contains(&value) => Some(value),
                value => {
                    let (field, least, most) = ("weight", LEAST_WEIGHT, MOST_WEIGHT);
                    return Err(Fault::OutOfRange { line: row.line, field, value, least, most });
                }
            },
        };
        let said = Said {
            title: values::text(row, self.title, "title")?,
            minutes: minutes(self.minutes, "minutes", 1)?,
            shortest: minutes(self.shortest, "shortest", 0)?,
            begins: begins.or(at),
            stop,
            droppable: values::yes_no(row, self.droppable, "droppable")?,
            kind: values::word(row, self.kind, "kind")?.map(|word| terms.item_kind(&word)),
            interpreted: values::yes_no(row, self.interpreted, "interpreted")?,
            weight,
            instruction: values::text(row, self.instruction, "instruction")?,
        };
        match (said.minutes, said.shortest) {
            (Some(most), Some(value)) if value > most => {
                Err(Fault::OutOfRange { line: row.line, field: "shortest", value, least: 0, most })
            }
            _ => Ok(said),
        }
    }
}

impl Said {
    fn add(self, day: u32, line: u64, columns: &Columns) -> Result<ItemAdd, Fault> {
        Ok(ItemAdd {
            day,
            title: self.title.ok_or_else(|| columns.missing(line, "title"))?,
            minutes: self.minutes.ok_or_else(|| columns.missing(line, "minutes"))?,
            shortest: self.shortest,
            stop: self.stop.map(Stop::Flag),
            droppable: self.droppable,
            kind: self.kind,
            interpreted: self.interpreted,
            begins: self.begins.map(|minutes| hours_and_minutes(minutes.into()).into()),
            weight: self.weight,
            instruction: self.instruction,
            ..ItemAdd::default()
        })
    }

    fn change(self, item: &Item, handle: Arc<str>) -> Option<ItemChange> {
        let begins = self.begins.filter(|minutes| Some(*minutes) != item.begins());
        let change = ItemChange {
            item: handle.clone(),
            title: compare::text(self.title, &item.title),
            minutes: compare::value(self.minutes, item.minutes.get()),
            shortest: compare::value(self.shortest, item.shortest.get()),
            stop: self.stop.filter(|stop| *stop != item.is_stop()).map(Stop::Flag),
            droppable: self.droppable.filter(|droppable| *droppable != item.is_droppable()),
            kind: compare::value(self.kind, item.kind.get()),
            interpreted: self.interpreted.filter(|interpreted| *interpreted != item.is_interpreted()),
            begins: begins.map(|minutes| hours_and_minutes(minutes.into()).into()),
            weight: compare::value(self.weight, item.weight.get()),
            instruction: compare::text(self.instruction, &item.instruction),
        };
        (change != nothing(handle)).then_some(change)
    }
}

fn nothing(item: Arc<str>) -> ItemChange {
    ItemChange { item, ..ItemChange::default() }
}

/// Where new items go: behind the known one that stands above them in the list.
struct Days<'w> {
    workshop: &'w Workshop,
    /// The day and place of each known item.
    places: HashMap<EventId, (u32, usize)>,
    /// The last item of each day.
    last: HashMap<u32, EventId>,
    days: BTreeMap<u32, DayRows>,
}

#[derive(Default)]
struct DayRows {
    /// The last row that is a known item.
    above: Option<EventId>,
    /// New items since.
    new: Vec<(u64, Request)>,
    /// Whether it was said that the order differs.
    told: bool,
}

impl<'w> Days<'w> {
    fn new(workshop: &'w Workshop, order: &[&Item]) -> Self {
        let places =
            order.iter().enumerate().map(|(place, item)| (item.key(), (item.day(), place))).collect();
        let last = order.iter().map(|item| (item.day(), item.key())).collect();
        Self { workshop, places, last, days: BTreeMap::new() }
    }

    fn add(&mut self, day: u32, line: u64, request: Request) {
        self.days.entry(day).or_default().new.push((line, request));
    }

    /// A row that is a known item: what was new above it takes its place, and it is moved if it is on another day.
    fn meet(&mut self, day: Option<u32>, item: EventId, line: u64, plan: &mut Plan) -> bool {
        let Some((was, place)) = self.places.get(&item).copied() else { return false };
        let day = day.unwrap_or(was);
        self.flush(day, true, plan);
        let items = &self.workshop.items;
        let rows = self.days.entry(day).or_default();
        let above = rows.above.replace(item);
        if was != day {
            let after = above.map(|above| handle(items, above));
            let first = after.is_none().then_some(day);
            plan.ask(line, ItemMove { item: handle(items, item), after, day: first });
            self.places.insert(item, (day, place));
            // It is not where it was: whatever follows it says so.
            self.last.retain(|_, last| *last != item);
            return true;
        }
        let before = above.and_then(|above| self.places.get(&above)).map(|(_, place)| *place);
        if before.is_some_and(|before| before > place) && !rows.told {
            rows.told = true;
            plan.note(Note::OrderDiffers { day });
        }
        false
    }

    fn finish(&mut self, plan: &mut Plan) {
        for day in self.days.keys().copied().collect::<Vec<_>>() {
            self.flush(day, false, plan);
        }
    }

    /// Asks for the new items of a day. `known_follows`: a known item stands below them.
    fn flush(&mut self, day: u32, known_follows: bool, plan: &mut Plan) {
        let Some(rows) = self.days.get_mut(&day) else { return };
        let new = std::mem::take(&mut rows.new);
        match rows.above.filter(|above| self.last.get(&day) != Some(above)) {
            // Each goes right behind the known item, so the last one must go there first.
            Some(above) => {
                let after = handle(&self.workshop.items, above);
                for (line, mut request) in new.into_iter().rev() {
                    if let crate::workshop::command::Command::Agenda(AgendaCommand::ItemAdd(add)) =
                        &mut request.command
                    {
                        add.after = Some(after.clone());
                    }
                    plan.ask(line, request);
                }
            }
            None => {
                for (line, request) in new {
                    if known_follows && rows.above.is_none() {
                        plan.note(Note::PlacedLast { line });
                    }
                    plan.ask(line, request);
                }
            }
        }
    }
}
