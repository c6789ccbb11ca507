//! What is said of a list, in both languages.

use super::*;
use crate::intake::fault::Guess;
use crate::intake::say::say_note;
use crate::language::Messages;

#[test]
fn a_preview_says_what_will_happen_in_both_languages() {
    let desk = Desk::default();
    let plan = desk.plan(Kind::People, "ФИО;Языки;Обувь\nАнна;клингонский;37\n").unwrap();
    let lines = preview(&plan, &Messages::new(Lang::En));
    assert_eq!(
        lines,
        [
            "To import: participants, 1 row",
            "1 new, 0 changed, 0 as they are",
            "Columns:",
            "  “ФИО” is read as name",
            "  “Языки” is read as languages",
            "Not read, 1 column: Обувь",
            "Worth a look:",
            "  Line 2: “клингонский” is not a language known here; it is kept as it stands.",
            "The first row:",
            "  Анна · клингонский",
        ]
    );
    let lines = preview(&plan, &Messages::new(Lang::Ru));
    assert_eq!(lines[0], "К загрузке: участники, 1 строка");
    assert_eq!(lines[5], "Не читается 1 столбец: Обувь");
}

fn every_fault() -> Vec<Fault> {
    let (line, first, field) = (3, 2, "name");
    let text = || "what stands there".to_owned();
    let guesses = [
        Guess::DamagedUtf8,
        Guess::DamagedUtf16,
        Guess::Utf16WithoutMark,
        Guess::Koi8R,
        Guess::Ibm866,
        Guess::MacCyrillic,
        Guess::Iso8859Part5,
        Guess::Windows1252,
        Guess::Workbook,
        Guess::OldWorkbook,
        Guess::Pdf,
        Guess::Unknown,
    ];
    let mut all: Vec<Fault> = guesses.into_iter().map(|guess| Fault::Encoding { guess, line }).collect();
    all.extend([
        Fault::Empty,
        Fault::TooManyRows { line, most: 9 },
        Fault::TooManyColumns { line, most: 9 },
        Fault::CellTooBig { line, column: 2, most: 9 },
        Fault::RowTooLong { line, cells: 3, columns: 2 },
        Fault::OpenQuote { line },
        Fault::ColumnTwice { field, first: text(), second: text() },
        Fault::MissingValue { line, field },
        Fault::BadValue { line, field, value: text() },
        Fault::BadValue { line, field: "idea-kind", value: text() },
        Fault::BadValue { line, field: "dots", value: text() },
        Fault::OutOfRange { line, field, value: 4, least: 1, most: 3 },
        Fault::TooLong { line, field },
        Fault::NoFirstDay { line, value: text() },
        Fault::BadId { line, id: text() },
        Fault::SameId { first, line, id: text() },
        Fault::SameName { first, line, name: text() },
        Fault::Ambiguous { line, name: text(), both: text() },
        Fault::UnevenLists { line, field },
        Fault::NoOpenVote,
        Fault::SeveralOpenVotes { votes: text() },
        Fault::UnknownVote { line, vote: text() },
        Fault::NoOptionColumn,
        Fault::NotAnOption { column: text() },
        Fault::UnknownSeat { line, seat: text() },
        Fault::SeatOrPaper { line },
    ]);
    let fields = Kind::ALL.into_iter().flat_map(headers::specs).map(|spec| spec.field).chain(["option"]);
    all.extend(fields.map(|field| Fault::MissingColumn { field }));
    all
}

fn every_note() -> Vec<Note> {
    let (line, text) = (3, || "what stands there".to_owned());
    vec![
        Note::UnknownLanguage { line, word: text() },
        Note::SameName { line, name: text(), id: text() },
        Note::Removed { line, id: text() },
        Note::Repeated { line, first: 2 },
        Note::OrderDiffers { day: 1 },
        Note::PlacedLast { line },
        Note::NoBallot { line },
        Note::OverBudget { line, given: 5, most: 3 },
        Note::OverCap { line, option: text(), most: 3 },
        Note::OptionWithoutColumn { option: text() },
    ]
}

#[test]
fn every_fault_has_a_sentence_and_a_hint_in_both_languages() {
    for messages in Lang::ALL.map(Messages::new) {
        let whole = |said: &str| !said.is_empty() && !said.contains(['{', '$']) && !said.contains("intake-");
        for fault in every_fault() {
            let (sentence, hint) = say(&fault, &messages);
            assert!(whole(&sentence) && whole(&hint), "{fault:?}: {sentence} {hint}");
        }
        for note in every_note() {
            assert!(whole(&say_note(&note, &messages)), "{note:?}");
        }
        for kind in Kind::ALL {
            assert!(messages.has(&format!("intake-kind-{}", kind.name())));
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
        }
    }
}
