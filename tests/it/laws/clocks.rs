//! Clocks of items and rooms as they are handled in a hall: out of turn, put right, dropped, joined.

use jiff::SignedDuration;
use talkoot::workshop::Workshop;
use talkoot::workshop::groups::rooms;
use talkoot::workshop::paying::bill;
use talkoot::workshop::schedule::slots_of;

use super::play::union;
use super::times::{check, day};
use crate::common::device::{BEGIN, Device, fold};

fn minute(n: i64) -> jiff::Timestamp {
    BEGIN + SignedDuration::from_mins(n)
}

fn at(n: i64) -> String {
    format!(r#""at":"{}""#, minute(n))
}

#[test]
fn an_item_held_before_its_turn_frees_nobody() {
    let mut desk = day(&[(30, false, false), (30, false, false), (30, false, false), (30, false, false)]);
    desk.must(&format!(r#"{{"do":"item.start","item":"a0",{}}}"#, at(0)));
    desk.must(&format!(r#"{{"do":"item.start","item":"a2",{}}}"#, at(20)));
    desk.must(&format!(r#"{{"do":"item.start","item":"a1",{}}}"#, at(40)));
    let slots = slots_of(&desk.workshop, minute(45));
    assert_eq!((slots[1].expected_end, slots[3].expected), (minute(70), minute(70)), "after what runs");
}

#[test]
fn dropping_the_first_item_opens_the_day_with_the_next() {
    let mut desk = Device::new(0, 0);
    desk.must(
        r#"{"do":"session.describe","title":"t","starts":"2017-11-28T09:00","timezone":"Europe/Helsinki"}"#,
    );
    desk.must(r#"{"do":"item.add","id":"a","day":1,"title":"a","minutes":60,"droppable":true}"#);
    desk.must(r#"{"do":"item.add","id":"b","day":1,"title":"b","minutes":120}"#);
    desk.must(r#"{"do":"item.add","id":"l","day":1,"title":"l","minutes":60,"stop":"11:30"}"#);
    check(&desk.workshop, minute(-30));
    let bill = bill(&desk.workshop, &slots_of(&desk.workshop, minute(-30)), 1, minute(-30));
    assert_eq!(bill.proposals.len(), 1, "{bill:?}");
    desk.must(r#"{"do":"item.skip","item":"a"}"#);
    let slots = slots_of(&desk.workshop, minute(-30));
    assert_eq!((slots[1].expected, slots[2].missed), (minute(0), None));
}

#[test]
fn what_was_held_stays_on_its_day() {
    let mut desk = day(&[(30, false, false), (30, false, false)]);
    desk.must(r#"{"do":"item.add","id":"z","day":2,"title":"z","minutes":10}"#);
    desk.must(&format!(r#"{{"do":"item.start","item":"a0",{}}}"#, at(0)));
    desk.must(&format!(r#"{{"do":"item.end","item":"a0",{}}}"#, at(20)));
    for line in [
        r#"{"do":"item.remove","item":"a0"}"#,
        r#"{"do":"item.move","item":"a0","after":"z"}"#,
        r#"{"do":"item.swap","items":["a0","z"]}"#,
    ] {
        assert_eq!(desk.tell(line).unwrap_err().kind, "state", "{line}");
    }
}

#[test]
fn any_turn_of_a_clock_can_be_put_right() {
    let mut desk = day(&[(30, false, false)]);
    desk.must(&format!(r#"{{"do":"item.start","item":"a0",{}}}"#, at(0)));
    desk.must(&format!(r#"{{"do":"item.pause","item":"a0",{}}}"#, at(10)));
    desk.must(&format!(r#"{{"do":"item.start","item":"a0",{}}}"#, at(20)));
    let item = |desk: &Device| desk.workshop.items.iter().next().unwrap().clone();
    let pause = item(&desk).clock().told().nth(1).unwrap().by;
    let right = |to: i64| {
        format!(r#"{{"do":"item.correct","item":"a0","turn":"{pause}","to":"{}",{}}}"#, minute(to), at(30))
    };
    desk.must(&right(4));
    assert_eq!(item(&desk).progress().ran(minute(30)), (4 + 10) * 60);
    assert_eq!(desk.tell(&right(21)).unwrap_err().kind, "out-of-range", "not after it went on");
}

#[test]
fn a_report_stands_still_with_its_item_and_looks_past_what_was_not_held() {
    let mut desk = day(&[(30, false, false), (10, false, false), (30, false, false)]);
    desk.must(r#"{"do":"round.add","id":"r","title":"r","item":"a0","rooms":[{"id":"x"},{"id":"y"}]}"#);
    desk.must(
        r#"{"do":"item.add","id":"e","day":1,"title":"e","minutes":5,"kind":"energiser","after":"a1"}"#,
    );
    desk.must(&format!(r#"{{"do":"item.start","item":"a0",{}}}"#, at(0)));
    // a1 is passed over, the energiser is held: neither is the breakout, and the rooms report in what follows.
    desk.must(&format!(r#"{{"do":"item.start","item":"e",{}}}"#, at(30)));
    desk.must(&format!(r#"{{"do":"item.start","item":"a2",{}}}"#, at(35)));
    let w = |desk: &Device| desk.workshop.clone();
    let find = |w: &Workshop, name: &str| w.items.find(name).unwrap();
    assert_eq!(rooms::reporting(&w(&desk), find(&w(&desk), "e")), None);
    let round = rooms::reporting(&w(&desk), find(&w(&desk), "a2")).unwrap();
    desk.must(&format!(r#"{{"do":"round.report","round":"r","room":"x",{}}}"#, at(36)));
    desk.must(&format!(r#"{{"do":"item.pause","item":"a2",{}}}"#, at(40)));
    let w = w(&desk);
    let reports =
        rooms::reports(w.rounds.get(round).unwrap(), w.items.get(find(&w, "a2")).unwrap(), minute(50));
    assert_eq!(reports[0].took, 4 * 60);
}

#[test]
fn what_was_undone_holds_nothing_up() {
    let mut laptops = crate::common::device::laptops([0, 0, 0]);
    laptops[0].must(r#"{"do":"item.start","item":"a1","at":"2017-11-28T11:00:00+02:00"}"#);
    let fast = laptops[0].clone();
    laptops[1].join(&fast);
    laptops[1].must(r#"{"do":"item.pause","item":"a1","at":"2017-11-28T09:05:00+02:00"}"#);
    laptops[0].must(r#"{"do":"undo"}"#);
    laptops[0].must(r#"{"do":"item.start","item":"a1","at":"2017-11-28T09:01:00+02:00"}"#);
    let whole = fold(&union(&laptops));
    let item = whole.items.get(whole.items.find("a1").unwrap()).unwrap();
    assert_eq!(item.progress().ran(minute(10)), 4 * 60, "{:?}", item.progress());
}

#[test]
fn what_two_took_too_much_of_can_be_given_again() {
    let mut laptops = crate::common::device::laptops([0, 0, 0]);
    let minutes =
        laptops[0].workshop.items.get(laptops[0].workshop.items.find("a1").unwrap()).unwrap().minutes();
    let take = format!(r#"{{"do":"item.extend","item":"a1","minutes":-{minutes}}}"#);
    laptops[0].must(&take);
    laptops[1].must(&take);
    let other = laptops[0].clone();
    laptops[1].join(&other);
    laptops[1].must(r#"{"do":"item.extend","item":"a1","minutes":5}"#);
    let w = &laptops[1].workshop;
    assert_eq!(w.items.get(w.items.find("a1").unwrap()).unwrap().minutes(), 5);
}
