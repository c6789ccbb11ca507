//! A day that did not go as planned, told.

use super::*;
use crate::report::markdown;
use crate::report::model::Model;

/// Everything that can happen to a day.
fn day() -> Laptop {
    let mut laptop = Laptop::new(1);
    laptop.all(&[
        r#"{"do":"session.describe","title":"t","starts":"2017-11-28T09:00","timezone":"Europe/Helsinki"}"#,
        r#"{"do":"item.add","id":"a","day":1,"title":{"en":"Opening","ru":"Открытие"},"minutes":20}"#,
        r#"{"do":"item.add","id":"b","day":1,"title":{"en":"Breakouts","ru":"Работа в группах"},"minutes":60}"#,
        r#"{"do":"item.add","id":"c","day":1,"title":{"en":"Film","ru":"Фильм"},"minutes":15}"#,
        r#"{"do":"item.add","id":"d","day":1,"title":{"en":"Song","ru":"Песня"},"minutes":5}"#,
        r#"{"do":"item.add","id":"e","day":1,"title":{"en":"Talk","ru":"Беседа"},"minutes":30}"#,
        r#"{"do":"round.add","id":"r","title":"R","item":"b","rooms":[{"id":"x","title":{"en":"Room X","ru":"Комната X"}},{"id":"y","title":{"en":"Room Y","ru":"Комната Y"},"minutes":40}]}"#,
        r#"{"do":"item.start","item":"a","at":"2017-11-28T09:04:20+02:00"}"#,
        r#"{"do":"item.start","item":"b","at":"2017-11-28T09:26:00+02:00"}"#,
        r#"{"do":"item.pause","item":"b","at":"2017-11-28T09:50:00+02:00"}"#,
        r#"{"do":"item.start","item":"b","at":"2017-11-28T09:53:00+02:00"}"#,
        r#"{"do":"item.extend","item":"b","minutes":5,"at":"2017-11-28T10:20:00+02:00"}"#,
        r#"{"do":"item.end","item":"b","at":"2017-11-28T10:36:00+02:00"}"#,
        r#"{"do":"item.skip","item":"c"}"#,
        r#"{"do":"item.remove","item":"d"}"#,
        r#"{"do":"item.add","id":"f","day":1,"title":{"en":"News","ru":"Новости"},"minutes":10,"after":"c"}"#,
        r#"{"do":"item.change","item":"e","minutes":25}"#,
        r#"{"do":"item.start","item":"f","at":"2017-11-28T10:40:00+02:00"}"#,
        r#"{"do":"item.start","item":"e","at":"2017-11-28T10:52:00+02:00"}"#,
        r#"{"do":"item.end","item":"e","at":"2017-11-28T11:16:50+02:00"}"#,
    ]);
    laptop
}

fn section(lang: Lang, from: &str) -> String {
    let model = Model::of(&day().workshop, Edition::Internal);
    let (en, ru) = (Messages::new(Lang::En), Messages::new(Lang::Ru));
    let page = markdown::report(&model, Languages::One(lang), &en, &ru);
    let (_, section) = page.split_once(from).unwrap();
    // What the organisers print comes after it.
    section.split("\n## ").next().unwrap().trim().to_owned()
}

#[test]
fn a_day_that_did_not_go_as_planned() {
    insta::assert_snapshot!("drift-en", section(Lang::En, "## Planned and actual"));
    insta::assert_snapshot!("drift-ru", section(Lang::Ru, "## План и факт"));
    let agenda = show::text(&day().workshop, What::Agenda, &Messages::new(Lang::En), 80);
    insta::assert_snapshot!("drift-show", agenda);
}

#[test]
fn programs_get_seconds_that_add_up() {
    let told = told(What::Agenda, &day().workshop);
    let day = &told["drift"][0];
    let causes = day["causes"].as_array().unwrap();
    let sum = |field: &str| causes.iter().map(|cause| cause[field].as_i64().unwrap()).sum::<i64>();
    assert_eq!((sum("seconds"), sum("minutes")), (410, 6));
    assert_eq!((day["drift"].as_i64(), day["drift_minutes"].as_i64()), (Some(410), Some(6)));
    assert_eq!(day["over"], true);
    assert_eq!(day["items"][1]["rooms"].as_array().unwrap().len(), 1, "the other room went with its item");
}

#[test]
fn the_public_is_not_told_why_a_day_was_late() {
    let model = Model::of(&day().workshop, Edition::Public);
    assert!(model.drift.is_empty());
    assert!(!file(&day().workshop, "report.md", Edition::Public).contains("Planned and actual"));
    assert!(file(&day().workshop, "report.md", Edition::Internal).contains("Planned and actual"));
}
