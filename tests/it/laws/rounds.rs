//! Breakout rounds: one room a person, nobody absent, even sizes, held seats stay.

use std::collections::BTreeMap;

use proptest::prelude::*;
use talkoot::workshop::Workshop;
use talkoot::workshop::event::EventKind;
use talkoot::workshop::groups::events::RoundEvent;
use talkoot::workshop::id::EventId;
use talkoot::workshop::thing::Thing;

use super::play::{play_watching, skews, steps, union};
use crate::common::device::{Device, fold, laptops};

fn one_room_each(w: &Workshop) {
    for round in w.rounds.iter() {
        let seated: Vec<_> = round.seated().collect();
        let mut people: Vec<EventId> = seated.iter().map(|(person, _)| *person).collect();
        people.sort_unstable();
        people.dedup();
        assert_eq!(people.len(), seated.len(), "in one room of a round");
        for (person, room) in seated {
            assert_eq!(round.seat(person), Some(room));
            assert!(round.room(room).is_some(), "in a room that the round has");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..ProptestConfig::default() })]

    #[test]
    fn everybody_sits_in_one_room_and_nobody_absent_is_assigned(skews in skews(), steps in steps(50)) {
        let laptops = play_watching(skews, &steps, |before, after, _, event| {
            let (EventKind::Round(RoundEvent::Planned(planned)) | EventKind::Round(RoundEvent::Repaired(planned))) = &event.kind else { return };
            let round = after.workshop.rounds.get(planned.of).unwrap();
            let day = talkoot::workshop::groups::asked::round_day(&after.workshop, round);
            for (person, _) in round.seated() {
                let person = after.workshop.people.get(person);
                assert!(person.is_some_and(|person| person.is_present(day)), "seated and not there");
            }
            let old = before.workshop.rounds.get(planned.of).unwrap();
            for person in after.workshop.people.iter().filter(|person| person.is_present(day)) {
                let key = person.key();
                let hosts = |room: &std::sync::Arc<str>| round.rooms().iter().any(|other| &other.id != room && other.hosts.contains(&key));
                if let Some(room) = old.seat(key).filter(|room| old.is_held(key) && !hosts(room)) {
                    let free = round.room(room).is_some_and(|room| room.max.is_none());
                    assert!(!free || round.seat(key) == Some(room), "held");
                }
            }
        });
        laptops.iter().for_each(|laptop| one_room_each(&laptop.workshop));
        one_room_each(&fold(&union(&laptops)));
    }

    #[test]
    fn rooms_are_even_and_the_same_seed_gives_the_same_plan(
        people in 2..24_usize, rooms in 1..5_usize, away in any::<u32>(), seed in any::<u64>(),
    ) {
        let mut desk = Device::new(0, 0);
        desk.must(r#"{"do":"session.describe","title":"t","starts":"2017-11-28"}"#);
        for n in 0..people {
            let spoken = ["en", "ru"][n % 2];
            desk.must(&format!(r#"{{"do":"person.add","id":"s{n}","name":"Seat {n}","languages":["{spoken}","en"]}}"#));
            if n > 1 && away & (1 << n) != 0 {
                desk.must(&format!(r#"{{"do":"person.leave","person":"s{n}"}}"#));
            }
        }
        let doors: Vec<String> = (0..rooms).map(|n| format!(r#"{{"id":"room-{n}"}}"#)).collect();
        desk.must(&format!(r#"{{"do":"round.add","id":"r","title":"r","rooms":[{}]}}"#, doors.join(",")));
        desk.must(r#"{"do":"round.hold","round":"r","person":"s1","room":"room-0"}"#);
        let mut again = desk.clone();
        let plan = format!(r#"{{"do":"round.plan","round":"r","seed":{seed}}}"#);
        let planned = desk.must(&plan);
        prop_assert_eq!(&planned.kind, &again.must(&plan).kind);
        let round = desk.workshop.rounds.iter().next().unwrap();
        let mut sizes: BTreeMap<&str, usize> = round.rooms().iter().map(|room| (room.id.as_ref(), 0)).collect();
        round.seated().for_each(|(_, room)| *sizes.entry(room).or_default() += 1);
        let (least, most) = (sizes.values().min().unwrap(), sizes.values().max().unwrap());
        prop_assert!(most - least <= 1, "{sizes:?}");
        let here = desk.workshop.people.iter().filter(|person| person.is_present(1)).count();
        prop_assert_eq!(sizes.values().sum::<usize>(), here);
        prop_assert_eq!(round.seat(desk.workshop.people.find("s1").unwrap()).map(AsRef::as_ref), Some("room-0"));
    }
}

#[test]
fn two_seats_for_one_person_apart_are_named_and_settled_by_placing() {
    let mut laptops = laptops([0, 60_000, 0]);
    laptops[0].must(r#"{"do":"round.place","round":"r1","person":"p1","room":"x"}"#);
    laptops[1].must(r#"{"do":"round.place","round":"r1","person":"p1","room":"y"}"#);
    let other = laptops[1].clone();
    let desk = &mut laptops[0];
    desk.join(&other);
    let person = desk.workshop.people.find("p1").unwrap();
    let round = |desk: &Device| desk.workshop.rounds.iter().next().unwrap().clone();
    assert_eq!(round(desk).seat(person).map(AsRef::as_ref), Some("y"), "the later one");
    assert!(round(desk).is_conflicted(person));
    desk.must(r#"{"do":"round.place","round":"r1","person":"p1","room":"y"}"#);
    assert!(!round(desk).is_conflicted(person));
}

#[test]
fn a_seat_in_a_room_that_was_taken_away_apart_is_no_seat() {
    let mut laptops = laptops([0, 0, 0]);
    laptops[0].must(r#"{"do":"round.plan","round":"r1"}"#);
    laptops[1].must(r#"{"do":"round.change","round":"r1","rooms":[{"id":"x"}]}"#);
    let other = laptops[1].clone();
    let desk = &mut laptops[0];
    desk.join(&other);
    one_room_each(&desk.workshop);
    desk.must(r#"{"do":"round.repair","round":"r1"}"#);
    let round = desk.workshop.rounds.iter().next().unwrap();
    assert_eq!(round.seated().count(), 3);
    assert!(round.seated().all(|(_, room)| room.as_ref() == "x"));
}

#[test]
fn a_plan_made_elsewhere_seats_nobody_who_is_not_there() {
    let mut desk = Device::new(0, 0);
    desk.must(r#"{"do":"session.describe","title":"t","starts":"2017-11-28"}"#);
    for n in 0..3 {
        desk.must(&format!(r#"{{"do":"person.add","id":"s{n}","name":"Seat {n}"}}"#));
    }
    desk.must(r#"{"do":"person.add","id":"late","name":"Late","arrives":2}"#);
    desk.must(r#"{"do":"person.leave","person":"s1"}"#);
    desk.must(r#"{"do":"person.remove","person":"s2"}"#);
    desk.must(r#"{"do":"round.add","id":"r","title":"r","rooms":[{"id":"x"},{"id":"y"}]}"#);
    let plan =
        |who: &str| format!(r#"{{"do":"round.plan","round":"r","seats":{{"x":["s0"],"y":["{who}"]}}}}"#);
    for (who, kind) in [("s1", "state"), ("late", "state"), ("s2", "unknown")] {
        assert_eq!(desk.tell(&plan(who)).unwrap_err().kind, kind, "{who}");
    }
    desk.must(r#"{"do":"person.arrive","person":"s1"}"#);
    desk.must(&plan("s1"));
    assert_eq!(desk.workshop.rounds.iter().next().unwrap().seated().count(), 2);
}
