//! The arithmetic of a day: what an overrun moves, and what it never moves silently.

use jiff::SignedDuration;
use proptest::prelude::*;
use talkoot::workshop::Workshop;
use talkoot::workshop::agenda::Progress;
use talkoot::workshop::schedule::{Slot, payers, slots};
use talkoot::workshop::thing::Thing;

use crate::common::device::{BEGIN, Device, fold};
use crate::play::{play, skews, steps, union};

fn check(w: &Workshop, now: jiff::Timestamp) {
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
        for payer in payers(&slots, &w.items, slot.item) {
            let item = w.items.get(payer.item).unwrap();
            assert!(
                item.minutes() - payer.minutes >= item.shortest() && item.progress() == Progress::Waiting
            );
        }
    }
}

/// A day of items, the first of which begins at nine.
fn day(lengths: &[(u32, bool, bool)]) -> Device {
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
        check(&fold(&union(&laptops)), now);
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
fn an_item_taken_off_here_and_started_there_stays_while_it_runs() {
    let mut laptops = crate::common::device::laptops([0, 0, 0]);
    laptops[0].must(r#"{"do":"item.remove","item":"a2"}"#);
    laptops[1].must(r#"{"do":"item.start","item":"a2"}"#);
    let other = laptops[0].clone();
    let desk = &mut laptops[1];
    desk.join(&other);
    desk.must(r#"{"do":"item.end","item":"a2","at":"2017-11-28T10:00:00+02:00"}"#);
    assert!(desk.workshop.items.find("a2").is_err());
}
