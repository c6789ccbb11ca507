//! The rows shown as text for a spreadsheet: cells parted by tabs, under headers that the import understands.

use super::forms::role_in;
use super::model::{Row, Standing, kind_in};
use crate::language::Messages;
use crate::workshop::Workshop;
use crate::workshop::text::Lang;

/// The columns, by the names of their headers in the bundles.
const COLUMNS: [&str; 11] = [
    "people-copy-id",
    "people-copy-name-en",
    "people-copy-name-ru",
    "people-copy-organisation-en",
    "people-copy-organisation-ru",
    "people-copy-kind",
    "people-copy-country",
    "people-copy-languages",
    "people-copy-role",
    "people-copy-arrives",
    "people-copy-presence",
];

/// A cell that a spreadsheet takes as text: one that looks like a formula gets an apostrophe (OWASP, *CSV Injection*).
fn cell(text: &str) -> String {
    let text = text.replace(['\t', '\n', '\r'], " ");
    if text.starts_with(['=', '+', '-', '@']) { format!("'{text}") } else { text }
}

/// The rows as a table.
pub(super) fn table(workshop: &Workshop, rows: &[Row], today: u32, messages: &Messages) -> String {
    let mut lines = vec![COLUMNS.map(|column| messages.say(column)).join("\t")];
    for (row, person) in rows.iter().filter_map(|row| Some((row, workshop.people.get(row.key)?))) {
        let languages: Vec<&str> = person.languages().iter().map(AsRef::as_ref).collect();
        let kind = person.kind.get().map(AsRef::as_ref).unwrap_or_default();
        let role = if person.role().is_empty() { String::new() } else { role_in(person.role(), messages) };
        let arrives = match person.arrival_day() {
            1 => String::new(),
            day => day.to_string(),
        };
        let presence = messages.say(match Standing::of(person, today) {
            Standing::Here => "people-here",
            Standing::Away => "people-away",
            Standing::Expected(_) => "people-expected",
        });
        let cells = [
            workshop.people.label(row.key).into_owned(),
            person.name.get(Lang::En).unwrap_or_default().to_owned(),
            person.name.get(Lang::Ru).unwrap_or_default().to_owned(),
            person.organisation.get(Lang::En).unwrap_or_default().to_owned(),
            person.organisation.get(Lang::Ru).unwrap_or_default().to_owned(),
            kind_in(workshop, kind, messages.lang()),
            person.country.get().map(ToString::to_string).unwrap_or_default(),
            languages.join(" / "),
            role,
            arrives,
            presence,
        ];
        lines.push(cells.map(|text| cell(&text)).join("\t"));
    }
    lines.join("\n") + "\n"
}
