//! Planned and actual: the causes of a day's drift add up to it, to the second.

use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;
use talkoot::workshop::Workshop;
use talkoot::workshop::drift::{Cause, DayDrift, Held, day, days};

use super::play::{play, skews, steps, union};
use crate::common::device::{BEGIN, Device, fold};

fn adds_up(drift: &DayDrift) {
    assert_eq!(drift.causes.sum(), drift.seconds(), "no second is lost: {drift:#?}");
    let minutes = drift.causes.minutes();
    assert_eq!(minutes.iter().map(|(_, minutes)| minutes).sum::<i64>(), drift.causes.minutes_in_all());
    for (cause, minutes) in minutes {
        let seconds = drift.causes.get(cause);
        assert!((minutes * 60 - seconds).abs() < 60 || seconds != 0 && (minutes * 60 - seconds).abs() <= 60);
        assert!(seconds != 0 || minutes == 0, "what is no cause is not told");
    }
    assert!(drift.ended >= drift.began);
    // What is only ever told on one side.
    for cause in [Cause::Paused, Cause::Inserted] {
        assert!(drift.causes.get(cause) >= 0, "{cause:?}: {drift:#?}");
    }
    for cause in [Cause::Skipped, Cause::TakenOff] {
        assert!(drift.causes.get(cause) <= 0, "{cause:?}: {drift:#?}");
    }
}

fn check(workshop: &Workshop, now: Timestamp) {
    for drift in days(workshop, Some(now)) {
        adds_up(&drift);
        assert_eq!(day(workshop, drift.day, now), Some(drift));
    }
    days(workshop, None).iter().for_each(adds_up);
}

/// Seconds before an item began, that it ran, that it was paused.
type Seconds = (i64, i64, i64);

/// How an item of the model was held.
#[derive(Debug, Clone)]
struct Went {
    planned: u32,
    /// None: it was not held.
    held: Option<Seconds>,
    given: i32,
}

fn went() -> impl Strategy<Value = Went> {
    let held = prop::option::weighted(0.85, (0..600_i64, 60..5000_i64, 0..400_i64));
    (5..90_u32, held, -4..15_i32).prop_map(|(planned, held, given)| Went { planned, held, given })
}

fn stamp(at: Timestamp) -> String {
    at.to_string()
}

/// A day that was held like this, beginning so many seconds late: the desk, and when it ended.
fn held(late: i64, all: &[Went]) -> (Device, Timestamp) {
    let mut desk = Device::new(0, 0);
    desk.must(
        r#"{"do":"session.describe","title":"t","starts":"2017-11-28T09:00","timezone":"Europe/Helsinki"}"#,
    );
    for (n, went) in all.iter().enumerate() {
        let minutes = went.planned;
        desk.must(&format!(r#"{{"do":"item.add","id":"a{n}","day":1,"title":"a","minutes":{minutes}}}"#));
    }
    let mut at = BEGIN + SignedDuration::from_secs(late);
    let mut first = true;
    for (n, went) in all.iter().enumerate() {
        let Some((before, ran, paused)) = went.held else {
            desk.must(&format!(r#"{{"do":"item.skip","item":"a{n}"}}"#));
            continue;
        };
        if !first {
            at += SignedDuration::from_secs(before);
        }
        first = false;
        if went.given != 0 {
            let minutes = went.given;
            desk.must(&format!(r#"{{"do":"item.extend","item":"a{n}","minutes":{minutes}}}"#));
        }
        let mut says = |what: &str, at: Timestamp| {
            desk.must(&format!(r#"{{"do":"item.{what}","item":"a{n}","at":"{}"}}"#, stamp(at)));
        };
        says("start", at);
        at += SignedDuration::from_secs(ran / 2);
        if paused > 0 {
            says("pause", at);
            at += SignedDuration::from_secs(paused);
            says("start", at);
        }
        at += SignedDuration::from_secs(ran - ran / 2);
        says("end", at);
    }
    (desk, at)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn no_second_of_any_day_is_lost(skews in skews(), steps in steps(60), minutes in -600..3000_i64) {
        let laptops = play(skews, &steps);
        let now = BEGIN + SignedDuration::from_mins(minutes);
        laptops.iter().for_each(|laptop| check(&laptop.workshop, now));
        check(&fold(&union(&laptops)), now);
    }

    #[test]
    fn each_cause_is_what_was_done(late in -900..1800_i64, all in prop::collection::vec(went(), 1..8)) {
        let (desk, end) = held(late, &all);
        let told = days(&desk.workshop, None);
        let ran: Vec<&Went> = all.iter().filter(|went| went.held.is_some()).collect();
        if ran.is_empty() {
            prop_assert!(told.is_empty());
            return Ok(());
        }
        let drift = &told[0];
        adds_up(drift);
        prop_assert!(drift.over, "all was held or passed over");
        prop_assert_eq!(drift.ended, end);
        let planned: i64 = all.iter().map(|went| i64::from(went.planned) * 60).sum();
        prop_assert_eq!(drift.seconds(), end.as_second() - BEGIN.as_second() - planned);
        let sum = |of: &dyn Fn(&Went, Seconds) -> i64| -> i64 {
            ran.iter().map(|went| of(went, went.held.unwrap())).sum()
        };
        let given = |went: &Went| i64::from(went.given) * 60;
        let gaps: i64 = ran.iter().skip(1).map(|went| went.held.unwrap().0).sum();
        let skipped: i64 = all.iter().filter(|went| went.held.is_none()).map(|went| i64::from(went.planned) * 60).sum();
        let expected = [
            (Cause::Began, late),
            (Cause::Over, sum(&|went, (_, ran, _)| ran - i64::from(went.planned) * 60 - given(went))),
            (Cause::Given, sum(&|went, _| given(went))),
            (Cause::Paused, sum(&|_, (_, _, paused)| paused)),
            (Cause::Idle, gaps),
            (Cause::Skipped, -skipped),
            (Cause::Inserted, 0),
            (Cause::TakenOff, 0),
            (Cause::Replanned, 0),
        ];
        for (cause, seconds) in expected {
            prop_assert_eq!(drift.causes.get(cause), seconds, "{:?}", cause);
        }
    }
}

/// Ten minutes of each of three items, the first of which was held to the minute.
fn third() -> Device {
    let went = |held| Went { planned: 10, held, given: 0 };
    let (mut desk, _) = held(0, &[went(Some((0, 600, 0)))]);
    for id in ["b", "c"] {
        desk.must(&format!(r#"{{"do":"item.add","id":"{id}","day":1,"title":"a","minutes":10}}"#));
    }
    desk
}

fn ran(desk: &mut Device, id: &str, from: i64, minutes: i64) {
    for (what, at) in [("start", from), ("end", from + minutes)] {
        let at = stamp(BEGIN + SignedDuration::from_mins(at));
        desk.must(&format!(r#"{{"do":"item.{what}","item":"{id}","at":"{at}"}}"#));
    }
}

#[test]
fn what_was_put_in_after_the_day_had_begun_is_a_cause_of_its_own() {
    let mut desk = third();
    ran(&mut desk, "b", 10, 12);
    let drift = &days(&desk.workshop, None)[0];
    assert_eq!(drift.seconds(), 12 * 60);
    assert_eq!((drift.causes.get(Cause::Inserted), drift.causes.get(Cause::Over)), (600, 120));
    assert_eq!(drift.items[1].planned, None);
    assert!(!drift.over, "the third is to come");
}

#[test]
fn what_was_taken_off_or_replanned_since_is_too() {
    let mut desk = Device::new(0, 0);
    desk.must(
        r#"{"do":"session.describe","title":"t","starts":"2017-11-28T09:00","timezone":"Europe/Helsinki"}"#,
    );
    for id in ["a", "b", "c", "d"] {
        desk.must(&format!(r#"{{"do":"item.add","id":"{id}","day":1,"title":"a","minutes":10}}"#));
    }
    ran(&mut desk, "a", 0, 10);
    desk.must(r#"{"do":"item.remove","item":"b"}"#);
    desk.must(r#"{"do":"item.change","item":"c","minutes":25}"#);
    ran(&mut desk, "c", 10, 26);
    let so_far = days(&desk.workshop, None).remove(0);
    assert_eq!((so_far.over, so_far.seconds()), (false, (36 - 30) * 60));
    let got = |cause| so_far.causes.get(cause) / 60;
    assert_eq!((got(Cause::TakenOff), got(Cause::Replanned), got(Cause::Over)), (-10, 15, 1));
    let gone = so_far.items.last().unwrap();
    assert_eq!(gone.held, Held::TakenOff);
    // Its date has gone by: what is left was not held.
    let tomorrow = BEGIN + SignedDuration::from_hours(24);
    let over = day(&desk.workshop, 1, tomorrow).unwrap();
    assert_eq!((over.over, over.causes.get(Cause::Skipped), over.seconds()), (true, -600, -4 * 60));
}

#[test]
fn without_a_first_day_nothing_is_told() {
    let mut desk = Device::new(0, 0);
    desk.must(r#"{"do":"item.add","id":"a","day":1,"title":"a","minutes":10}"#);
    ran(&mut desk, "a", 0, 10);
    assert!(days(&desk.workshop, None).is_empty());
}

#[test]
fn free_time_that_is_used_up_is_a_cause_that_makes_good() {
    let mut desk = Device::new(0, 0);
    desk.must(
        r#"{"do":"session.describe","title":"t","starts":"2017-11-28T09:00","timezone":"Europe/Helsinki"}"#,
    );
    desk.must(r#"{"do":"item.add","id":"a","day":1,"title":"a","minutes":10}"#);
    desk.must(r#"{"do":"item.add","id":"b","day":1,"title":"a","minutes":10,"begins":"09:30"}"#);
    ran(&mut desk, "a", 0, 25);
    ran(&mut desk, "b", 30, 10);
    let drift = &days(&desk.workshop, None)[0];
    assert_eq!(
        (drift.seconds(), drift.causes.get(Cause::Over), drift.causes.get(Cause::Idle)),
        (0, 900, -900)
    );
}

#[test]
fn what_is_left_of_an_item_that_runs_makes_nobody_early() {
    let mut desk = third();
    let at = stamp(BEGIN + SignedDuration::from_mins(14));
    desk.must(&format!(r#"{{"do":"item.start","item":"b","at":"{at}"}}"#));
    let told = |minutes: i64| {
        let drift = day(&desk.workshop, 1, BEGIN + SignedDuration::from_mins(minutes)).unwrap();
        adds_up(&drift);
        assert!(!drift.over);
        (drift.seconds() / 60, drift.causes.get(Cause::Over) / 60, drift.causes.get(Cause::Idle) / 60)
    };
    // `b` was put in after the day had begun, so all of it is later than planned.
    assert_eq!(told(19), (9, 0, 4));
    assert_eq!(told(27), (17, 3, 4));
    let planned = Went { planned: 30, held: Some((0, 300, 0)), given: 0 };
    let (mut desk, _) = held(240, &[planned]);
    desk.must(r#"{"do":"item.start","item":"a0","at":"2017-11-28T09:10:00+02:00"}"#);
    let told = |minutes: i64| {
        let drift = day(&desk.workshop, 1, BEGIN + SignedDuration::from_mins(minutes)).unwrap();
        adds_up(&drift);
        let causes = [Cause::Began, Cause::Paused, Cause::Over].map(|cause| drift.causes.get(cause) / 60);
        (drift.seconds() / 60, causes)
    };
    assert_eq!(told(20), (5, [4, 1, 0]), "it began late and was ended for a minute");
    assert_eq!(told(40), (10, [4, 1, 5]));
}

#[test]
fn rooms_come_with_their_own_times() {
    let mut desk = third();
    desk.must(r#"{"do":"round.add","id":"r","title":"R","item":"b","rooms":[{"id":"x","title":"X"},{"id":"y","title":"Y","minutes":5}]}"#);
    ran(&mut desk, "b", 10, 12);
    let drift = &days(&desk.workshop, None)[0];
    let rooms: Vec<(&str, i64, i64)> =
        drift.items[1].rooms.iter().map(|room| (room.room.as_ref(), room.length, room.ran)).collect();
    assert_eq!(rooms, [("x", 600, 720), ("y", 300, 720)]);
}

#[test]
fn what_a_fast_clock_told_has_been_and_makes_no_pause_of_less_than_nothing() {
    let told = |what: &[(&str, i64)], now: i64| {
        let mut desk = third();
        for (what, at) in what {
            let at = stamp(BEGIN + SignedDuration::from_mins(*at));
            desk.must(&format!(r#"{{"do":"item.{what}","item":"b","at":"{at}"}}"#));
        }
        let drift = day(&desk.workshop, 1, BEGIN + SignedDuration::from_mins(now)).unwrap();
        adds_up(&drift);
        (drift.items[1].ran / 60, drift.items[1].paused / 60, drift.ended)
    };
    let at = |minutes| BEGIN + SignedDuration::from_mins(minutes);
    // Paused, and gone on, at minutes that our own clock has not come to yet.
    assert_eq!(told(&[("start", 10), ("pause", 18)], 12), (8, 0, at(18)));
    assert_eq!(told(&[("start", 10), ("pause", 18), ("start", 20)], 12), (8, 2, at(20)));
    assert_eq!(told(&[("start", 10), ("pause", 18)], 21), (8, 3, at(21)));
}
