//! What is printed and cut: door lists, table cards, personal slips.

use super::snapshots::assert_page;
use super::*;
use crate::report::markdown;
use crate::report::model::Model;
use crate::workshop::people::events::{PersonEvent, PersonSet};

/// Two planned rounds in three rooms, and one that nobody has planned. Table 1 is the same in both, Table 2 gets another host,
/// Table 3 stays empty. S03 has no room in the first round, S04 comes on day 2, S05 has no room at all, S06 has no name. The
/// later round was made first.
fn planned() -> Laptop {
    let mut laptop = Laptop::new(1);
    let rooms = |two: &str| {
        format!(
            r#"[{{"id":"{two}-1","title":{{"en":"Table 1","ru":"Стол 1"}},"topic":{{"en":"Money","ru":"Деньги"}},"hosts":["S01"]}},{{"id":"{two}-2","title":{{"en":"Table 2","ru":"Стол 2"}},"hosts":["{}"]}},{{"id":"{two}-3","title":"Table 3"}}]"#,
            if two == "r1" { "S02" } else { "S04" }
        )
    };
    laptop.all(&[
        r#"{"do":"session.describe","title":"Printed","starts":"2017-11-28T09:00","timezone":"Europe/Helsinki","languages":["en","ru"]}"#,
        r#"{"do":"person.add","id":"S01","name":{"en":"Host, Astana","ru":"Хозяйка, Астана"},"organisation":{"en":"National service","ru":"Национальная служба"}}"#,
        r#"{"do":"person.add","id":"S02","name":"Researcher | **bold**","organisation":"<b>University</b>"}"#,
        r#"{"do":"person.add","id":"S03","name":{"en":"Adviser","ru":"Советник"}}"#,
        r#"{"do":"person.add","id":"S04","name":{"en":"Late guest","ru":"Поздний гость"},"organisation":"ASPHER","arrives":2}"#,
        r#"{"do":"person.add","id":"S05","name":"Forgotten"}"#,
        r#"{"do":"item.add","id":"d1-01","day":1,"title":"First","minutes":20}"#,
        r#"{"do":"item.add","id":"d2-01","day":2,"title":"Second","minutes":30,"begins":"10:15"}"#,
    ]);
    let nameless = PersonSet { id: Some(arc("S06")), ..PersonSet::default() };
    laptop.happens(EventKind::Person(PersonEvent::Added(nameless.into())));
    for (id, number, item) in [("r2", 2, "d2-01"), ("r1", 1, "d1-01"), ("r3", 3, "d2-01")] {
        let rooms = rooms(id);
        laptop.does(&format!(
            r#"{{"do":"round.add","id":"{id}","title":{{"en":"Round {number}","ru":"Раунд {number}"}},"item":"{item}","rooms":{rooms}}}"#
        ));
    }
    for (round, person, room) in [
        ("r1", "S02", "r1-2"),
        ("r1", "S06", "r1-1"),
        ("r1", "S01", "r1-1"),
        ("r2", "S01", "r2-1"),
        ("r2", "S02", "r2-1"),
        ("r2", "S03", "r2-2"),
        ("r2", "S04", "r2-2"),
        ("r2", "S06", "r2-1"),
    ] {
        laptop.does(&format!(
            r#"{{"do":"round.place","round":"{round}","person":"{person}","room":"{room}"}}"#
        ));
    }
    laptop
}

/// The part for printing, without what stands before it.
fn printed(workshop: &Workshop, languages: Languages) -> String {
    let model = Model::of(workshop, Edition::Internal);
    let (en, ru) = (Messages::new(Lang::En), Messages::new(Lang::Ru));
    let page = markdown::report(&model, languages, &en, &ru);
    let parts = ["\n## For printing\n", "\n## Для печати\n"].map(|title| (title, page.split_once(title)));
    let part =
        parts.into_iter().find_map(|(title, split)| Some(format!("{}{}", title.trim_start(), split?.1)));
    part.unwrap_or_default()
}

#[test]
fn the_part_for_printing_in_english() {
    let page = printed(&planned().workshop, Languages::One(Lang::En));
    assert_page(&page, include_str!("snapshots/printing-en.md"), &[Messages::new(Lang::En)]);
}

#[test]
fn the_part_for_printing_in_russian() {
    let page = printed(&planned().workshop, Languages::One(Lang::Ru));
    assert_page(&page, include_str!("snapshots/printing-ru.md"), &[Messages::new(Lang::Ru)]);
}

#[test]
fn the_part_for_printing_in_both_languages() {
    let page = printed(&planned().workshop, Languages::Both);
    assert_page(
        &page,
        include_str!("snapshots/printing-both.md"),
        &[Messages::new(Lang::En), Messages::new(Lang::Ru)],
    );
}

#[test]
fn nothing_is_printed_before_a_round_is_planned() {
    let mut laptop = planned();
    for (round, people) in [("r1", &["S01", "S02", "S06"][..]), ("r2", &["S01", "S02", "S03", "S04", "S06"])]
    {
        for person in people {
            laptop.does(&format!(r#"{{"do":"round.place","round":"{round}","person":"{person}"}}"#));
        }
    }
    assert_eq!(printed(&laptop.workshop, Languages::Both), "");
}

#[test]
fn a_round_without_an_item_or_a_first_day_is_printed_without_a_time() {
    let mut laptop = Laptop::new(1);
    laptop.all(&[
        r#"{"do":"person.add","id":"S01","name":"One"}"#,
        r#"{"do":"item.add","id":"i1","day":2,"title":"Item","minutes":20,"begins":"10:15"}"#,
        r#"{"do":"round.add","id":"free","title":"Free","rooms":[{"id":"a"},{"id":"b"}]}"#,
        r#"{"do":"round.add","id":"held","title":"Held","item":"i1","rooms":[{"id":"a"}]}"#,
        r#"{"do":"round.place","round":"free","person":"S01","room":"b"}"#,
        r#"{"do":"round.place","round":"held","person":"S01","room":"a"}"#,
    ]);
    let page = printed(&laptop.workshop, Languages::One(Lang::En));
    assert!(page.contains("- Day 2, 10:15 · Held → a\n- Free → b\n"), "{page}");
    assert!(page.contains("#### a\n\n- Held\n- Day 2, 10:15\n\n| Name |"), "{page}");
    assert!(page.contains("#### b\n\n- Free\n\n| Name |"), "{page}");
}

#[test]
fn tables_that_look_alike_in_one_round_have_a_card_each() {
    let mut laptop = Laptop::new(1);
    laptop.does(r#"{"do":"person.add","id":"S01","name":"One"}"#);
    for round in ["r1", "r2"] {
        laptop.does(&format!(
            r#"{{"do":"round.add","id":"{round}","title":"{round}","rooms":[{{"id":"a","title":"Sofa"}},{{"id":"b","title":"Sofa"}}]}}"#
        ));
        laptop.does(&format!(r#"{{"do":"round.place","round":"{round}","person":"S01","room":"b"}}"#));
    }
    let model = Model::of(&laptop.workshop, Edition::Internal);
    let printing = model.printing().unwrap();
    let seated = |card: &crate::report::model::TableCard<'_>| {
        card.rounds.iter().map(|(round, room)| (round.id.clone(), room.seated)).collect::<Vec<_>>()
    };
    let cards: Vec<_> = printing.cards.iter().map(seated).collect();
    let both = |seated| vec![("r1".to_owned(), seated), ("r2".to_owned(), seated)];
    assert_eq!(cards, [both(0), both(1)]);
}

#[test]
fn the_public_edition_has_no_part_for_printing() {
    let workshop = planned().workshop;
    assert_eq!(Model::of(&workshop, Edition::Public).printing(), None);
    let printed =
        ["For printing", "Для печати", "Door lists", "Personal slips", "Личные листки", "→", "---\n\n"];
    let (inside, public) = (given_out(&workshop, Edition::Internal), given_out(&workshop, Edition::Public));
    for words in printed {
        assert!(inside.contains(words) && !public.contains(words), "{words}");
    }
    // Nor does any file of it tell who hosts, who sits where, or who sits nowhere.
    for name in ["report.md", "session.json", "groups.csv"] {
        let page = file(&workshop, name, Edition::Public);
        let (_, groups) = page.split_once("Table 1").unwrap();
        let groups = groups.split("## Agenda").next().unwrap().split("\"ideas\"").next().unwrap();
        assert!(!groups.contains("S01") && !groups.contains("S05") && !groups.contains("Astana"), "{groups}");
    }
}

#[test]
fn json_says_no_more_than_before() {
    let round = told(What::Groups, &planned().workshop)["groups"][1].clone();
    let fields: Vec<&String> = round.as_object().unwrap().keys().collect();
    assert_eq!(fields, ["id", "item", "rooms", "title"]);
}
