//! Faults, notes and plans in words. The words stand in the message bundles (`intake-…`); here is what they are about.

use super::fault::{Fault, Note};
use super::{ColumnMatch, Plan};
use crate::language::{Arg, Messages};

type Args<'a> = Vec<(&'static str, Arg<'a>)>;

/// The most cells of a row that are shown.
const CELLS: usize = 6;

fn field(messages: &Messages, field: &str) -> Arg<'static> {
    Arg::Text(messages.say(&format!("intake-field-{field}")).into())
}

/// The sentence of a fault, and what to do about it.
pub(crate) fn say(fault: &Fault, messages: &Messages) -> (String, String) {
    let (message, args) = message(fault, messages);
    (messages.with(message, &args), messages.hint(message, &args).unwrap_or_default())
}

fn message<'a>(fault: &'a Fault, messages: &Messages) -> (&'static str, Args<'a>) {
    let named = |name: &str| field(messages, name);
    match fault {
        Fault::Encoding { guess, line } => {
            let guess = Arg::Text(messages.say(guess.message()).into());
            ("intake-encoding", vec![("guess", guess), ("line", (*line).into())])
        }
        Fault::Empty => ("intake-empty", vec![]),
        Fault::TooManyRows { line, most } => {
            ("intake-too-many-rows", vec![("line", (*line).into()), ("most", (*most).into())])
        }
        Fault::TooManyColumns { line, most } => {
            ("intake-too-many-columns", vec![("line", (*line).into()), ("most", (*most).into())])
        }
        Fault::CellTooBig { line, column, most } => (
            "intake-cell-too-big",
            vec![("line", (*line).into()), ("column", (*column).into()), ("most", (*most).into())],
        ),
        Fault::RowTooLong { line, cells, columns } => (
            "intake-row-too-long",
            vec![("line", (*line).into()), ("cells", (*cells).into()), ("columns", (*columns).into())],
        ),
        Fault::OpenQuote { line } => ("intake-open-quote", vec![("line", (*line).into())]),
        Fault::MissingColumn { field } => ("intake-missing-column", vec![("field", named(field))]),
        Fault::ColumnTwice { field, first, second } => (
            "intake-column-twice",
            vec![("field", named(field)), ("first", first.into()), ("second", second.into())],
        ),
        Fault::MissingValue { line, field } => {
            ("intake-missing-value", vec![("line", (*line).into()), ("field", named(field))])
        }
        Fault::BadValue { line, field, value } => (
            if *field == "idea-kind" { "intake-bad-idea-kind" } else { "intake-bad-value" },
            vec![("line", (*line).into()), ("field", named(field)), ("value", value.into())],
        ),
        Fault::OutOfRange { line, field, value, least, most } => (
            "intake-out-of-range",
            vec![
                ("line", (*line).into()),
                ("field", named(field)),
                ("value", (*value).into()),
                ("least", (*least).into()),
                ("most", (*most).into()),
            ],
        ),
        Fault::TooLong { line, field } => {
            ("intake-too-long", vec![("line", (*line).into()), ("field", named(field))])
        }
        Fault::UnevenLists { line, field } => {
            ("intake-uneven-lists", vec![("line", (*line).into()), ("field", named(field))])
        }
        Fault::NoFirstDay { line, value } => {
            ("intake-no-first-day", vec![("line", (*line).into()), ("value", value.into())])
        }
        Fault::BadId { line, id } => ("intake-bad-id", vec![("line", (*line).into()), ("id", id.into())]),
        Fault::SameId { first, line, id } => {
            ("intake-same-id", vec![("first", (*first).into()), ("line", (*line).into()), ("id", id.into())])
        }
        Fault::SameName { first, line, name } => (
            "intake-same-name",
            vec![("first", (*first).into()), ("line", (*line).into()), ("name", name.into())],
        ),
        Fault::Ambiguous { line, name, both } => {
            ("intake-ambiguous", vec![("line", (*line).into()), ("name", name.into()), ("both", both.into())])
        }
        Fault::NoOpenVote => ("intake-no-open-vote", vec![]),
        Fault::SeveralOpenVotes { votes } => ("intake-several-open-votes", vec![("votes", votes.into())]),
        Fault::UnknownVote { line, vote } => {
            ("intake-unknown-vote", vec![("line", (*line).into()), ("vote", vote.into())])
        }
        Fault::NoOptionColumn => ("intake-no-option-column", vec![]),
        Fault::NotAnOption { column } => ("intake-not-an-option", vec![("column", column.into())]),
        Fault::UnknownSeat { line, seat } => {
            ("intake-unknown-seat", vec![("line", (*line).into()), ("seat", seat.into())])
        }
        Fault::SeatOrPaper { line } => ("intake-seat-or-paper", vec![("line", (*line).into())]),
    }
}

/// The sentence of a note.
pub(crate) fn say_note(note: &Note, messages: &Messages) -> String {
    let (message, args): (_, Args<'_>) = match note {
        Note::UnknownLanguage { line, word } => {
            ("intake-note-unknown-language", vec![("line", (*line).into()), ("word", word.into())])
        }
        Note::SameName { line, name, id } => (
            "intake-note-same-name",
            vec![("line", (*line).into()), ("name", name.into()), ("id", id.into())],
        ),
        Note::Removed { line, id } => {
            ("intake-note-removed", vec![("line", (*line).into()), ("id", id.into())])
        }
        Note::Repeated { line, first } => {
            ("intake-note-repeated", vec![("line", (*line).into()), ("first", (*first).into())])
        }
        Note::OrderDiffers { day } => ("intake-note-order-differs", vec![("day", (*day).into())]),
        Note::PlacedLast { line } => ("intake-note-placed-last", vec![("line", (*line).into())]),
        Note::NoBallot { line } => ("intake-note-no-ballot", vec![("line", (*line).into())]),
        Note::OverBudget { line, given, most } => (
            "intake-note-over-budget",
            vec![("line", (*line).into()), ("given", (*given).into()), ("most", (*most).into())],
        ),
        Note::OverCap { line, option, most } => (
            "intake-note-over-cap",
            vec![("line", (*line).into()), ("option", option.into()), ("most", (*most).into())],
        ),
        Note::Ranks { line, rank } => {
            ("intake-note-ranks", vec![("line", (*line).into()), ("rank", (*rank).into())])
        }
        Note::OptionWithoutColumn { option } => {
            ("intake-note-option-without-column", vec![("option", option.into())])
        }
    };
    messages.with(message, &args)
}

/// What reading the list will do, line by line, to be shown before anything is written: the columns, how many rows are
/// new, changed and known, what is left aside, what to look at, the first rows.
pub(crate) fn preview(plan: &Plan, messages: &Messages) -> Vec<String> {
    let kind = messages.say(&format!("intake-kind-{}", plan.kind.name()));
    let rows = ("rows", Arg::from(plan.rows()));
    let mut lines = vec![messages.with("intake-preview-title", &[("kind", kind.into()), rows])];
    lines.push(messages.with(
        "intake-preview-counts",
        &[
            ("added", plan.added.into()),
            ("changed", plan.changed.into()),
            ("unchanged", plan.unchanged.into()),
        ],
    ));
    lines.push(messages.say("intake-preview-columns"));
    lines.extend(plan.columns.iter().map(|column| said_column(column, messages)));
    if !plan.unmatched.is_empty() {
        let count = plan.unmatched.len();
        let columns = plan.unmatched.join(", ");
        lines.push(
            messages
                .with("intake-preview-unmatched", &[("count", count.into()), ("columns", columns.into())]),
        );
    }
    if !plan.notes.is_empty() {
        lines.push(messages.say("intake-preview-notes"));
        lines.extend(plan.notes.iter().map(|note| format!("  {}", say_note(note, messages))));
    }
    if plan.more_notes > 0 {
        lines.push(format!(
            "  {}",
            messages.with("intake-preview-more-notes", &[("count", plan.more_notes.into())])
        ));
    }
    if !plan.first.is_empty() {
        lines.push(messages.with("intake-preview-first", &[("count", plan.first.len().into())]));
        lines.extend(plan.first.iter().map(|cells| {
            let filled: Vec<&str> =
                cells.iter().map(String::as_str).filter(|cell| !cell.is_empty()).take(CELLS).collect();
            format!("  {}", filled.join(" · "))
        }));
    }
    lines
}

fn said_column(column: &ColumnMatch, messages: &Messages) -> String {
    let args = [("header", Arg::from(&column.header)), ("field", field(messages, column.field))];
    let message = match column.lang {
        None => "intake-preview-column",
        Some(crate::workshop::text::Lang::En) => "intake-preview-column-en",
        Some(crate::workshop::text::Lang::Ru) => "intake-preview-column-ru",
    };
    format!("  {}", messages.with(message, &args))
}

/// A refusal with the line of the list that it is about.
pub(crate) fn at_line(lines: &[u64], place: usize, why: &str, messages: &Messages) -> String {
    match lines.get(place) {
        Some(line) => {
            messages.with("import-refused-line", &[("line", (*line).into()), ("why", Arg::from(why))])
        }
        None => why.to_owned(),
    }
}
