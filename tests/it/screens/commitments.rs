//! Commitments: what is seen, and what keys do.

use talkoot::workshop::Workshop;
use talkoot::workshop::command::Request;
use talkoot::workshop::text::Lang;

use crate::stage::Stage;

const AT: &str = "2017-11-29T08:47:00Z";

fn workshop(stage: &Stage) -> &Workshop {
    &stage.app.session.as_ref().unwrap().workshop
}

/// Some that are open, one that is overdue and comes from the last meeting, one that is done.
fn some(lang: Lang) -> Stage {
    let mut stage = Stage::helsinki(lang, AT);
    let session = stage.app.session.as_mut().unwrap();
    for (base, line) in [
        (
            true,
            r#"{"do":"commitment.add","id":"C01","text":{"en":"Publish the list of all services that the first meeting asked for","ru":"Опубликовать перечень всех служб, о котором просило первое совещание"},"owner":"S03","due":"2017-10-01","proposal":"P03"}"#,
        ),
        (
            false,
            r#"{"do":"commitment.add","id":"C02","text":"Send the draft of the roadmap to all partners","owner":"S07","due":"2018-03-31","with":["S12","ASPHER"],"proposal":"P04"}"#,
        ),
        (
            false,
            r#"{"do":"commitment.add","id":"C03","text":{"en":"Translate the assessment tool","ru":"Перевести инструмент оценки"},"owner":"WHO/Europe"}"#,
        ),
        (
            false,
            r#"{"do":"commitment.add","id":"C04","text":"Book the hall in Ljubljana","owner":"S01","due":"2018-01-15"}"#,
        ),
        (false, r#"{"do":"commitment.done","commitment":"C04"}"#),
    ] {
        let request = Request::read(line).unwrap();
        let done = if base { session.execute_base(&request) } else { session.execute(&request) };
        done.unwrap_or_else(|fault| panic!("{line}: {fault:?}"));
    }
    stage.keys("7");
    stage
}

#[test]
fn an_empty_screen_says_which_key_begins() {
    for lang in Lang::ALL {
        let mut stage = Stage::empty(lang);
        stage.size(80, 24).keys("7");
        insta::assert_snapshot!(format!("commitments_empty_{lang}"), stage.screen());
    }
}

#[test]
fn some_on_every_size_of_terminal() {
    for lang in Lang::ALL {
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            let mut stage = some(lang);
            stage.size(width, height).keys("down");
            insta::assert_snapshot!(format!("commitments_{lang}_{width}x{height}"), stage.screen());
        }
    }
}

#[test]
fn many_are_shown_in_part_and_one_can_be_read_whole() {
    let mut stage = some(Lang::En);
    let session = stage.app.session.as_mut().unwrap();
    for n in 10..60 {
        let line = format!(r#"{{"do":"commitment.add","id":"C{n}","text":"Number {n}","owner":"S{n}"}}"#);
        session.execute(&Request::read(&line).unwrap()).unwrap();
    }
    stage.size(80, 24).keys("pagedown");
    insta::assert_snapshot!("commitments_overfull_en_80x24", stage.screen());
    stage.keys("pageup pageup g");
    insta::assert_snapshot!("commitments_read_en_80x24", stage.screen());
}

#[test]
fn one_key_marks_it_done_and_opens_it_again() {
    let mut stage = some(Lang::En);
    let is_done = |stage: &Stage| {
        let workshop = workshop(stage);
        workshop.commitments.get(workshop.commitments.find("C01").unwrap()).unwrap().is_done()
    };
    stage.keys("space");
    assert!(is_done(&stage));
    stage.keys("space");
    assert!(!is_done(&stage));
}

#[test]
fn a_new_one_is_owned_by_a_seat_that_is_found_by_a_part_of_its_name() {
    let mut stage = some(Lang::En);
    stage.keys("n").typed("Write to the ministry").keys("tab").typed("S4");
    insta::assert_snapshot!("commitments_form_en", stage.screen());
    stage.keys("right tab").typed("soon").keys("enter");
    assert!(stage.screen().contains("New commitment"), "a date that cannot be read is refused");
    stage.keys("ctrl-u").typed("2018-02-01").keys("enter");
    let workshop = workshop(&stage);
    let commitment = workshop.commitments.get(workshop.commitments.find("C05").unwrap()).unwrap();
    assert_eq!(commitment.owner(), "S40");
    assert_eq!(commitment.due().unwrap().to_string(), "2018-02-01");
    assert!(stage.screen().contains("▸ ○ C05"), "what was just written is chosen");
}

#[test]
fn what_is_edited_ordered_and_removed() {
    let mut stage = some(Lang::En);
    stage.keys("e tab").keys("ctrl-u").typed("s09").keys("enter");
    let owner = |stage: &Stage| {
        let workshop = workshop(stage);
        let key = workshop.commitments.find("C01").unwrap();
        workshop.commitments.get(key).unwrap().owner().to_owned()
    };
    assert_eq!(owner(&stage), "S09");
    stage.keys("s");
    assert!(stage.screen().contains("by owner"));
    stage.keys("d");
    assert_eq!(workshop(&stage).commitments.len(), 3);
    stage.keys("u u");
    assert_eq!(owner(&stage), "S03");
}
