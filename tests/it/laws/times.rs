//! The arithmetic of a day: what an overrun moves, and what it never moves silently.

use jiff::SignedDuration;
use proptest::prelude::*;
use talkoot::workshop::Workshop;
use talkoot::workshop::agenda::Progress;
use talkoot::workshop::decide::Context;
use talkoot::workshop::foresee::{course, foresee};
use talkoot::workshop::groups::rooms;
use talkoot::workshop::paying::bill;
use talkoot::workshop::schedule::{Slot, slots, slots_of};
use talkoot::workshop::thing::Thing;

use super::play::{play, skews, steps, union};
use crate::common::device::{BEGIN, Device, fold};

pub(crate) fn check(w: &Workshop, now: jiff::Timestamp) {
    let slots = slots(&w.meeting, &w.items, now);
    assert_eq!(slots.len(), w.items.len(), "each item once");
    for slot in &slots {
        let item = w.items.get(slot.item).unwrap();
        assert!(slot.planned_end >= slot.planned && slot.expected_end >= slot.expected, "{slot:?}");
        let late = slot.expected > slot.planned;
        assert_eq!(
            slot.missed.is_some(),
            item.is_stop() && !slot.skipped && late,
            "a stop is missed or not: {slot:?}"
        );
        if slot.progress == Progress::Waiting && item.begins().is_some() && !slot.skipped {
            assert!(slot.expected >= slot.planned, "a fixed begin is waited for");
        }
    }
    slots_of(w, now)
        .iter()
        .map(|slot| slot.day)
        .collect::<std::collections::BTreeSet<_>>()
        .into_iter()
        .for_each(|day| pays(w, day, now));
}

/// What is proposed does what it says: the stops named hold, nothing is shorter than it can be, the plan stays as it is.
fn pays(w: &Workshop, day: u32, now: jiff::Timestamp) {
    let before = slots_of(w, now);
    let bill = bill(w, &before, day, now);
    let missed = |slots: &[Slot]| -> Vec<_> {
        let late = |slot: &&Slot| {
            slot.day == day
                && slot.progress == Progress::Waiting
                && slot.missed.is_some_and(|late| late >= 60)
        };
        slots.iter().filter(late).map(|slot| slot.item).collect()
    };
    let named: Vec<_> = bill.missed.iter().map(|miss| miss.stop).collect();
    assert_eq!(named, missed(&before), "every stop that does not hold is named");
    assert!(bill.fallen.iter().all(|fallen| named.contains(&fallen.stop)));
    for proposal in bill.proposals.iter().chain(&bill.would_take) {
        let context = Context { now, who: "desk".into(), device: "d".into(), seed: 0, ballot_key: None };
        let requests: Vec<_> = proposal
            .requests(w)
            .into_iter()
            .map(|request| talkoot::workshop::command::Request { at: Some(now), ..request })
            .collect();
        let after = foresee(w, &requests, &context).unwrap();
        let slots = slots_of(&after, now);
        let still = missed(&slots);
        assert!(proposal.saves.iter().all(|stop| !still.contains(stop)), "{proposal:?}");
        assert!(still.iter().all(|stop| named.contains(stop)), "no other stop falls");
        for give in &proposal.gives {
            let (old, new) = (w.items.get(give.item).unwrap(), after.items.get(give.item).unwrap());
            assert_eq!(give.dropped, new.is_skipped());
            assert!(
                give.dropped
                    || new.minutes() >= old.shortest() && new.minutes() + give.minutes == old.minutes()
            );
        }
        for (old, new) in before.iter().zip(&slots) {
            assert_eq!((old.item, old.planned, old.planned_end), (new.item, new.planned, new.planned_end));
        }
        let course = course(&before, &slots, day, |_| true);
        assert!(course.steps.iter().all(|step| step.before.is_some() && step.after.is_some()));
    }
}

/// Rooms keep to their item: none begins before it or runs longer than it did, and what has ended does not go on.
fn rooms_hold(w: &Workshop, now: jiff::Timestamp) {
    for round in w.rounds.iter() {
        let Some(item) = round.item.get().and_then(|item| w.items.get(*item)) else { continue };
        for time in rooms::times(round, item, now) {
            assert!(time.ran >= 0 && time.ran <= item.progress().ran(now).max(0), "{time:?}");
            assert!(time.begun.is_none_or(|begun| Some(begun) >= item.progress().first()));
            assert!(time.ended.is_none_or(|ended| Some(ended) >= time.begun));
            let later = rooms::times(round, item, now + SignedDuration::from_mins(7));
            let later = later.iter().find(|later| later.room == time.room).unwrap();
            assert!(time.ended.is_none() || later.ran == time.ran && later.ended == time.ended);
        }
        let reports = rooms::reports(round, item, now);
        let open: i64 =
            reports.iter().filter(|report| report.ended.is_none()).map(|report| report.share).sum();
        assert!(open <= i64::from(item.minutes()) * 60, "no more is shared out than there is");
        let mut rooms: Vec<_> = reports.iter().map(|report| &report.room).collect();
        rooms.sort();
        rooms.dedup();
        assert_eq!(rooms.len(), reports.len(), "each room reports once");
    }
}

/// A day of items, the first of which begins at nine.
pub(crate) fn day(lengths: &[(u32, bool, bool)]) -> Device {
    let mut desk = Device::new(0, 0);
    desk.must(
        r#"{"do":"session.describe","title":"t","starts":"2017-11-28T09:00","timezone":"Europe/Helsinki"}"#,
    );
    let mut at = 9 * 60;
    for (n, (minutes, fixed, stop)) in lengths.iter().enumerate() {
        let begins = format!(r#","begins":"{:02}:{:02}","stop":{stop}"#, at / 60, at % 60);
        let begins = if *fixed || n == 0 { begins } else { String::new() };
        desk.must(&format!(
            r#"{{"do":"item.add","id":"a{n}","day":1,"title":"a","minutes":{minutes}{begins}}}"#
        ));
        at += minutes + if *fixed { 5 } else { 0 };
    }
    desk
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn no_hard_stop_moves_silently(skews in skews(), steps in steps(50), minutes in -600..3000_i64) {
        let laptops = play(skews, &steps);
        let now = BEGIN + SignedDuration::from_mins(minutes);
        laptops.iter().for_each(|laptop| check(&laptop.workshop, now));
        let whole = fold(&union(&laptops));
        check(&whole, now);
        rooms_hold(&whole, now);
    }

    #[test]
    fn an_extension_moves_what_follows_by_just_as_much(
        lengths in prop::collection::vec((5..60_u32, prop::bool::weighted(0.2), any::<bool>()), 2..9),
        running in any::<prop::sample::Index>(), ran in 0..90_i64, more in 1..60_u32,
    ) {
        let mut desk = day(&lengths);
        let running = running.index(lengths.len());
        desk.must(&format!(r#"{{"do":"item.start","item":"a{running}","at":"2017-11-28T09:10:00+02:00"}}"#));
        let now = BEGIN + SignedDuration::from_mins(10 + ran);
        check(&desk.workshop, now);
        let before = slots(&desk.workshop.meeting, &desk.workshop.items, now);
        desk.must(&format!(r#"{{"do":"item.extend","item":"a{running}","minutes":{more}}}"#));
        check(&desk.workshop, now);
        let after = slots(&desk.workshop.meeting, &desk.workshop.items, now);
        // Minutes given to an item that has overrun pay for the overrun first.
        let overrun = (ran - i64::from(lengths[running].0)).max(0);
        let mut shift = (i64::from(more) - overrun).max(0);
        let moved = |old: &Slot, new: &Slot| new.expected.duration_since(old.expected).as_secs();
        for n in running + 1..lengths.len() {
            let moved = moved(&before[n], &after[n]);
            let fixed = desk.workshop.items.get(after[n].item).unwrap().begins().is_some();
            if fixed {
                // A fixed begin takes up what it waited for, and moves on from there.
                prop_assert!((0..=shift * 60).contains(&moved));
                shift = moved / 60;
            }
            prop_assert_eq!(moved, shift * 60);
        }
        for n in 0..=running {
            prop_assert_eq!(moved(&before[n], &after[n]), 0, "what has begun stays");
        }
        prop_assert_eq!(
            before.iter().map(|slot| slot.planned).collect::<Vec<_>>(), after.iter().map(|slot| slot.planned).collect::<Vec<_>>(),
            "an extension leaves the plan alone",
        );
    }

    #[test]
    fn moving_and_swapping_keep_every_item_once(moves in prop::collection::vec((0..5_usize, 0..5_usize, any::<bool>()), 1..20)) {
        let mut desk = day(&[(10, false, false); 5]);
        for (a, b, swap) in moves {
            let order = |desk: &Device| -> Vec<_> {
                talkoot::workshop::agenda::in_order(&desk.workshop.items).iter().map(|item| item.key()).collect()
            };
            let before = order(&desk);
            let name = |n: usize| format!("a{n}");
            let line = match swap {
                true => format!(r#"{{"do":"item.swap","items":["{}","{}"]}}"#, name(a), name(b)),
                false => format!(r#"{{"do":"item.move","item":"{}","after":"{}"}}"#, name(a), name(b)),
            };
            let done = desk.tell(&line).is_ok();
            prop_assert_eq!(done, a != b);
            let after = order(&desk);
            let [a, b] = [a, b].map(|n| desk.workshop.items.find(&name(n)).unwrap());
            let place = |order: &[_], key| order.iter().position(|other| *other == key).unwrap();
            if done && swap {
                prop_assert_eq!(place(&after, a), place(&before, b));
                prop_assert_eq!(place(&after, b), place(&before, a));
            } else if done {
                prop_assert_eq!(place(&after, a), place(&after, b) + 1);
            }
            prop_assert_eq!(after.len(), 5);
        }
    }
}

#[test]
fn an_item_started_on_two_laptops_began_when_the_first_said_so() {
    let mut laptops = crate::common::device::laptops([0, 0, 0]);
    laptops[0].must(r#"{"do":"item.start","item":"a1","at":"2017-11-28T09:02:00+02:00"}"#);
    laptops[1].must(r#"{"do":"item.start","item":"a1","at":"2017-11-28T09:01:00+02:00"}"#);
    laptops[2].must(r#"{"do":"item.start","item":"a2","at":"2017-11-28T09:03:00+02:00"}"#);
    let whole = fold(&union(&laptops));
    let item = |name| whole.items.get(whole.items.find(name).unwrap()).unwrap().progress();
    let at = |text: &str| text.parse().unwrap();
    let (first, since) = (at("2017-11-28T07:01:00Z"), at("2017-11-28T07:01:00Z"));
    assert_eq!(item("a1"), Progress::Running { first, since, before: 0 });
    assert!(item("a2").is_on(), "both run, for all to see");
    let others = [laptops[1].clone(), laptops[2].clone()];
    others.iter().for_each(|other| laptops[0].join(other));
    laptops[0].must(r#"{"do":"item.end","item":"a1","at":"2017-11-28T09:10:00+02:00"}"#);
    assert_eq!(laptops[0].workshop.items.iter().filter(|item| item.progress().is_on()).count(), 1);
}

#[test]
fn a_clock_that_is_slow_can_still_end_what_a_fast_one_started() {
    let mut laptops = crate::common::device::laptops([3_600_000, 0, 0]);
    laptops[0].must(r#"{"do":"item.start","item":"a1"}"#);
    let fast = laptops[0].clone();
    laptops[1].join(&fast);
    laptops[1].must(r#"{"do":"item.end","item":"a1"}"#);
    let item = laptops[1].workshop.items.iter().next().unwrap();
    assert!(matches!(item.progress(), Progress::Ended { ran: 0, .. }));
}

#[test]
fn an_item_taken_off_here_and_held_there_stays() {
    let mut laptops = crate::common::device::laptops([0, 0, 0]);
    laptops[0].must(r#"{"do":"item.remove","item":"a2"}"#);
    laptops[1].must(r#"{"do":"item.start","item":"a2"}"#);
    let other = laptops[0].clone();
    let desk = &mut laptops[1];
    desk.join(&other);
    desk.must(r#"{"do":"item.end","item":"a2","at":"2017-11-28T10:00:00+02:00"}"#);
    assert!(desk.workshop.items.find("a2").is_ok(), "what was held is not forgotten");
}

/// The local begin and end of each item, as planned.
fn planned(desk: &Device) -> Vec<(String, String)> {
    let clock = |time| desk.workshop.meeting.local(time).strftime("%d %H:%M").to_string();
    let slots = slots(&desk.workshop.meeting, &desk.workshop.items, BEGIN);
    slots.iter().map(|slot| (clock(slot.planned), clock(slot.planned_end))).collect()
}

fn times(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect()
}

#[test]
fn an_hour_is_an_hour_over_midnight_and_when_clocks_are_changed() {
    let mut desk = Device::new(0, 0);
    // In the night of 25 March 2018 clocks in Helsinki went from three to four.
    desk.must(
        r#"{"do":"session.describe","title":"t","starts":"2018-03-24T23:00","timezone":"Europe/Helsinki"}"#,
    );
    for n in 1..=3 {
        desk.must(&format!(r#"{{"do":"item.add","id":"n{n}","day":1,"title":"a","minutes":120}}"#));
    }
    assert_eq!(
        planned(&desk),
        times(&[("24 23:00", "25 01:00"), ("25 01:00", "25 04:00"), ("25 04:00", "25 06:00")])
    );
    // A begin that there was not that night is as much later as the clocks were put forward.
    desk.must(r#"{"do":"item.add","id":"gap","day":2,"title":"a","minutes":30,"begins":"03:30"}"#);
    assert_eq!(planned(&desk).last(), times(&[("25 04:30", "25 05:00")]).last());
    // In October there was an hour twice.
    desk.must(r#"{"do":"session.describe","starts":"2018-10-28T02:00"}"#);
    assert_eq!(planned(&desk)[0], times(&[("28 02:00", "28 03:00")])[0]);
}

#[test]
fn who_started_late_says_so_and_what_ended_with_it_moves_along() {
    let mut desk = day(&[(30, false, false), (30, false, false)]);
    desk.must(r#"{"do":"item.start","item":"a0","at":"2017-11-28T09:02:00+02:00"}"#);
    desk.must(r#"{"do":"item.start","item":"a1","at":"2017-11-28T09:36:00+02:00"}"#);
    let progress = |desk: &Device, name| {
        desk.workshop.items.get(desk.workshop.items.find(name).unwrap()).unwrap().progress()
    };
    let put_right = |desk: &mut Device, line: &str| {
        desk.tell(&format!(r#"{{"do":"item.correct","at":"2017-11-28T09:40:00+02:00",{line}}}"#))
    };
    put_right(&mut desk, r#""item":"a1","started":"09:32""#).unwrap();
    assert!(matches!(progress(&desk, "a0"), Progress::Ended { ran, .. } if ran == 30 * 60));
    assert_eq!(progress(&desk, "a1").ran(BEGIN + SignedDuration::from_mins(40)), 8 * 60);
    // Not before what ended with it began, and not in the future.
    for wrong in [r#""item":"a1","started":"09:01""#, r#""item":"a1","started":"09:41""#] {
        assert_eq!(put_right(&mut desk, wrong).unwrap_err().kind, "out-of-range", "{wrong}");
    }
    assert_eq!(put_right(&mut desk, r#""item":"a0","ended":"09:34""#).map(drop), Ok(()));
    assert!(matches!(progress(&desk, "a0"), Progress::Ended { ran, .. } if ran == 32 * 60));
    assert_eq!(
        progress(&desk, "a1").ran(BEGIN + SignedDuration::from_mins(40)),
        6 * 60,
        "one turn, two clocks"
    );
    desk.must(r#"{"do":"undo"}"#);
    assert_eq!(progress(&desk, "a1").ran(BEGIN + SignedDuration::from_mins(40)), 8 * 60);
}

#[test]
fn rooms_have_clocks_of_their_own() {
    let mut desk = day(&[(30, false, false), (10, true, true)]);
    desk.must(
        r#"{"do":"round.add","id":"r","title":"r","item":"a0","rooms":[{"id":"x"},{"id":"y"},{"id":"z","minutes":20}]}"#,
    );
    let refused = desk.tell(r#"{"do":"round.call","round":"r"}"#).unwrap_err();
    assert_eq!(refused.kind, "state");
    let minute = |n: i64| BEGIN + SignedDuration::from_mins(n);
    let at = |n: i64| format!(r#""at":"{}""#, minute(n));
    desk.must(&format!(r#"{{"do":"item.start","item":"a0",{}}}"#, at(0)));
    desk.must(&format!(r#"{{"do":"round.extend","round":"r","room":"y","minutes":5,{}}}"#, at(1)));
    desk.must(&format!(r#"{{"do":"item.pause","item":"a0",{}}}"#, at(5)));
    desk.must(&format!(r#"{{"do":"item.start","item":"a0",{}}}"#, at(7)));
    desk.must(&format!(r#"{{"do":"round.call","round":"r","room":"x",{}}}"#, at(12)));
    let left = |desk: &Device, n: i64| -> Vec<i64> {
        let w = &desk.workshop;
        let round = w.rounds.iter().next().unwrap();
        let item = w.items.get(*round.item.get().unwrap()).unwrap();
        rooms::times(round, item, minute(n)).iter().map(|time| time.left() / 60).collect()
    };
    assert_eq!(
        left(&desk, 17),
        [20, 20, 5],
        "called at twelve; five more minutes; a length of its own; two paused"
    );
    let slot = |desk: &Device| slots_of(&desk.workshop, minute(17))[0];
    assert_eq!(slot(&desk).expected_end, minute(37), "an item lasts as long as the last of its rooms");
    desk.must(&format!(r#"{{"do":"round.call","round":"r",{}}}"#, at(20)));
    assert_eq!(slot(&desk).expected_end, minute(32), "when all were called, as long as itself");
    desk.must(&format!(r#"{{"do":"round.start","round":"r","room":"y",{}}}"#, at(21)));
    assert_eq!(left(&desk, 22)[1], 15);
}

#[test]
fn rooms_report_in_turn_and_share_what_is_left() {
    let mut desk = day(&[(30, false, false), (30, false, false)]);
    desk.must(
        r#"{"do":"round.add","id":"r","title":"r","item":"a0","rooms":[{"id":"x"},{"id":"y"},{"id":"z"}]}"#,
    );
    let minute = |n: i64| BEGIN + SignedDuration::from_mins(n);
    let at = |n: i64| format!(r#""at":"{}""#, minute(n));
    desk.must(&format!(r#"{{"do":"item.start","item":"a0",{}}}"#, at(0)));
    desk.must(&format!(r#"{{"do":"item.start","item":"a1",{}}}"#, at(30)));
    let reports = |desk: &Device, n: i64| -> Vec<(String, i64, i64)> {
        let w = &desk.workshop;
        let item = w.items.find("a1").unwrap();
        let round = rooms::reporting(w, item).unwrap();
        let reports = rooms::reports(w.rounds.get(round).unwrap(), w.items.get(item).unwrap(), minute(n));
        reports.iter().map(|report| (report.room.to_string(), report.took / 60, report.share / 60)).collect()
    };
    let row = |room: &str, took, share| (room.to_owned(), took, share);
    assert_eq!(reports(&desk, 30), [row("x", 0, 10), row("y", 0, 10), row("z", 0, 10)]);
    desk.must(&format!(r#"{{"do":"round.report","round":"r","room":"y",{}}}"#, at(30)));
    desk.must(&format!(r#"{{"do":"round.report","round":"r","room":"z",{}}}"#, at(44)));
    assert_eq!(reports(&desk, 46), [row("y", 14, 14), row("z", 2, 8), row("x", 0, 8)]);
    desk.must(&format!(r#"{{"do":"round.report","round":"r",{}}}"#, at(50)));
    assert_eq!(
        reports(&desk, 56),
        [row("y", 14, 14), row("z", 6, 6), row("x", 0, 4)],
        "a quarrel costs the rest"
    );
}

#[test]
fn a_breakout_that_is_passed_over_has_nothing_to_report() {
    let mut desk = day(&[(30, false, false), (30, false, false), (30, false, false)]);
    for (round, item) in [("first", "a0"), ("second", "a1")] {
        desk.must(&format!(
            r#"{{"do":"round.add","id":"{round}","title":"r","item":"{item}","rooms":[{{"id":"x"}}]}}"#
        ));
    }
    let reporting = |desk: &Device| {
        let w = &desk.workshop;
        w.rounds.label(rooms::reporting(w, w.items.find("a2").unwrap()).unwrap()).to_string()
    };
    assert_eq!(reporting(&desk), "second");
    desk.must(r#"{"do":"item.skip","item":"a1"}"#);
    assert_eq!(reporting(&desk), "first");
}

#[test]
fn a_stop_is_named_also_where_something_else_than_what_runs_holds_it_up() {
    // The third begins at 09:35 at the latest.
    let lengths = [(10, false, false), (20, false, false), (15, true, true)];
    let named = |what: &[(&str, &str, i64)], now: i64| -> Vec<u32> {
        let mut desk = day(&lengths);
        for (what, item, at) in what {
            let at = BEGIN + SignedDuration::from_mins(*at);
            desk.must(&format!(r#"{{"do":"item.{what}","item":"{item}","at":"{at}"}}"#));
        }
        let now = BEGIN + SignedDuration::from_mins(now);
        check(&desk.workshop, now);
        bill(&desk.workshop, &slots_of(&desk.workshop, now), 1, now)
            .missed
            .iter()
            .map(|miss| miss.minutes)
            .collect()
    };
    assert_eq!(named(&[("start", "a0", 0), ("end", "a0", 10)], 10), Vec::<u32>::new());
    // It ended by a clock that is ahead of ours.
    assert_eq!(
        named(&[("start", "a0", 0), ("end", "a0", 15), ("start", "a1", 15), ("end", "a1", 40)], 12),
        [10]
    );
    // One began by such a clock.
    assert_eq!(named(&[("start", "a0", 0), ("end", "a0", 40), ("start", "a1", 2)], 12), [10]);
}
