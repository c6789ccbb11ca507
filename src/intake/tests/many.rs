//! Many rows, and any rows.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::ballots::voting;
use super::*;
use crate::language::Messages;

#[test]
fn a_long_list_is_matched_without_comparing_rows() {
    // All of one name, told apart by where they come from: comparing them in pairs would not end.
    let mut list = String::from("имя;организация\n");
    (0..20_000).for_each(|n| writeln!(list, "Делегат;Служба {n}").unwrap());
    let mut desk = Desk::default();
    assert_eq!(desk.import(Kind::People, &list), (20_000, 0, 0));
    let plan = desk.plan(Kind::People, &list).unwrap();
    assert_eq!((plan.unchanged, plan.requests.len()), (20_000, 0));
}

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => "[A-Za-zА-яЁё0-9 .,;/|«»\"'\n-]{0,24}",
        1 => "\\PC{0,12}",
        1 => prop::sample::select(vec!["", "1", "yes", "нет", "9:00", "30 мин", "en/ru", "T01", "=1+1", "\u{1b}[31m", "2017-11-28"])
            .prop_map(str::to_owned),
    ]
}

fn csv_of(header: &[&str], rows: &[Vec<String>]) -> String {
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    writer.write_record(header).unwrap();
    rows.iter().for_each(|row| writer.write_record(row).unwrap());
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(192))]

    #[test]
    fn what_was_read_once_says_nothing_new(rows in prop::collection::vec(prop::collection::vec(cell(), 7), 1..8)) {
        let header = ["name", "name_ru", "organisation", "kind", "country", "languages", "role"];
        let text = csv_of(&header, &rows);
        let mut desk = Desk::default();
        if let Ok(plan) = desk.plan(Kind::People, &text) {
            let all: Vec<_> = plan.requests.iter().map(|request| desk.give(request)).collect();
            if all.iter().all(Result::is_ok) {
                match desk.plan(Kind::People, &text) {
                    Ok(again) => {
                        prop_assert_eq!(again.requests, vec![]);
                        prop_assert_eq!(again.unchanged, plan.added);
                    }
                    // Rows that share one form of their names are told apart at first sight, and no longer afterwards.
                    Err(fault) => {
                        let named = matches!(fault, Fault::Ambiguous { .. } | Fault::SameName { .. });
                        prop_assert!(named, "{}", fault);
                    }
                }
            }
        }
    }

    #[test]
    fn ideas_read_twice_are_the_same(rows in prop::collection::vec(("(a|b|ё fund|Ё  fund)", "(|A|B)"), 1..12)) {
        let rows: Vec<Vec<String>> = rows.into_iter().map(|(text, room)| vec![text, room]).collect();
        let text = csv_of(&["text", "room"], &rows);
        let mut desk = Desk::default();
        prop_assert_eq!(desk.import(Kind::Ideas, &text), (rows.len(), 0, 0));
        let again = desk.plan(Kind::Ideas, &text).unwrap();
        prop_assert_eq!(again.added, 0);
        prop_assert_eq!(desk.workshop.ideas.len(), rows.len());
    }

    #[test]
    fn nothing_panics(rows in prop::collection::vec(prop::collection::vec(cell(), 0..11), 0..6), which in 0_usize..5) {
        let kind = Kind::ALL[which];
        let header: Vec<&str> = headers::specs(kind).iter().filter_map(|spec| spec.en.first().copied()).collect();
        let text = csv_of(&header, &rows);
        let mut desk = voting();
        if let Ok(plan) = desk.plan(kind, &text) {
            preview(&plan, &Messages::new(Lang::Ru));
            for request in &plan.requests {
                let _ = desk.give(request);
            }
        }
        if let Ok(table) = Table::pasted(&text, kind) {
            let _ = plan(kind, None, &desk.workshop, &table);
        }
    }

    #[test]
    fn arbitrary_bytes_never_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), which in 0_usize..5) {
        if let Ok(decoded) = decode(&bytes) && let Ok(table) = Table::read(&decoded.text) {
            let _ = plan(Kind::ALL[which], None, &Workshop::new(), &table);
        }
    }
}
