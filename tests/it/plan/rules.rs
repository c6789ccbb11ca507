//! Each rule at its border.

use talkoot::workshop::agenda::events::{ItemEvent, ItemSet};
use talkoot::workshop::event::EventKind;
use talkoot::workshop::plan::{Fact, Unchecked, Weight, findings, marks, unchecked};

use super::{desk, found, item, item_on, person};
use crate::common::device::Device;

const NOTHING: [&str; 0] = [];

fn fact(desk: &Device, name: &str) -> Fact {
    let all = findings(&desk.workshop);
    all[0].facts.iter().find(|(known, _)| *known == name).map(|(_, fact)| fact.clone()).unwrap()
}

#[test]
fn two_hours_without_a_break_are_borne_and_a_minute_more_is_not() {
    let mut at = desk();
    item(&mut at, "a", 60, "");
    item(&mut at, "b", 60, "");
    assert_eq!(found(&at.workshop), NOTHING);
    at.must(r#"{"do":"item.change","item":"b","minutes":61}"#);
    assert_eq!(found(&at.workshop), ["no-break a"]);
    assert_eq!(fact(&at, "minutes"), Fact::Minutes(121));
    assert_eq!(fact(&at, "ends"), Fact::Clock(11 * 60 + 1));
}

#[test]
fn breaks_lunch_social_events_and_free_time_are_breaks() {
    for kind in ["break", "lunch", "social"] {
        let mut at = desk();
        item(&mut at, "a", 100, "");
        item(&mut at, "pause", 15, &format!(r#""kind":"{kind}""#));
        item(&mut at, "b", 100, "");
        assert_eq!(found(&at.workshop), NOTHING, "{kind}");
    }
    let mut gap = desk();
    item(&mut gap, "a", 100, "");
    item(&mut gap, "b", 100, r#""begins":"10:50""#);
    assert_eq!(found(&gap.workshop), NOTHING);
    gap.must(r#"{"do":"item.change","item":"b","begins":"10:49"}"#);
    assert_eq!(found(&gap.workshop), ["no-break a"], "nine minutes are no break");
}

#[test]
fn a_break_that_is_hardly_one_is_said_to_be_short_between_work_and_work_only() {
    let mut at = desk();
    item(&mut at, "a", 100, "");
    item(&mut at, "pause", 14, r#""kind":"break""#);
    item(&mut at, "b", 100, "");
    assert_eq!(found(&at.workshop), ["short-break pause"]);
    at.must(r#"{"do":"item.change","item":"pause","minutes":9}"#);
    assert_eq!(found(&at.workshop), ["no-break a", "short-break pause"]);
    at.must(r#"{"do":"item.remove","item":"b"}"#);
    assert_eq!(found(&at.workshop), NOTHING, "the last break of a day may be as short as it likes");
}

#[test]
fn a_break_that_is_to_be_passed_over_is_none() {
    let mut at = desk();
    item(&mut at, "a", 100, "");
    item(&mut at, "pause", 30, r#""kind":"break""#);
    item(&mut at, "b", 100, "");
    at.must(r#"{"do":"item.skip","item":"pause"}"#);
    assert_eq!(found(&at.workshop), ["no-break a"]);
}

#[test]
fn fixed_begins_hold_or_are_missed() {
    let mut at = desk();
    item(&mut at, "a", 60, r#""shortest":45"#);
    item(&mut at, "b", 60, r#""begins":"10:00""#);
    assert_eq!(found(&at.workshop), NOTHING);
    at.must(r#"{"do":"item.change","item":"b","begins":"09:59"}"#);
    assert_eq!(found(&at.workshop), ["begin-missed b"]);
    at.must(r#"{"do":"item.change","item":"b","stop":true}"#);
    assert_eq!(found(&at.workshop), ["stop-missed b"]);
    assert_eq!((fact(&at, "minutes"), fact(&at, "spare")), (Fact::Minutes(1), Fact::Minutes(15)));
    at.must(r#"{"do":"item.change","item":"a","stop":true}"#);
    assert_eq!(found(&at.workshop), ["stops-overlap b"]);
    at.must(r#"{"do":"item.change","item":"a","begins":"10:30"}"#);
    assert_eq!(found(&at.workshop), ["begins-backwards b"]);
}

#[test]
fn a_length_is_one_and_not_shorter_than_the_shortest() {
    let mut at = desk();
    item(&mut at, "a", 30, r#""shortest":30"#);
    assert_eq!(found(&at.workshop), NOTHING);
    at.must(r#"{"do":"item.change","item":"a","minutes":29}"#);
    assert_eq!(found(&at.workshop), ["shortest-longer a"]);
    // No command makes an item without a length; a stranger's file can hold one.
    let mut event = at.events().pop().unwrap();
    event.id.n += 1;
    event.kind = EventKind::Item(ItemEvent::Added(Box::new(ItemSet {
        day: Some(1),
        place: Some("ff".into()),
        id: Some("zero".into()),
        ..ItemSet::default()
    })));
    at.workshop.apply(event);
    assert_eq!(found(&at.workshop), ["shortest-longer a", "no-length zero"]);
}

#[test]
fn lengths_without_measure_are_said_and_do_no_harm() {
    let mut at = desk();
    item(&mut at, "a", 30, r#""kind":"plenary","interpreted":true"#);
    person(&mut at, "I1", r#"["en","ru"]"#, r#""role":"interpreter""#);
    for n in 0..40 {
        let mut event = at.events().pop().unwrap();
        event.id.n += 1;
        event.stamp.ms += 1;
        event.kind = EventKind::Item(ItemEvent::Added(Box::new(ItemSet {
            day: Some(u32::MAX - n % 2),
            place: Some("80".into()),
            minutes: Some(u32::MAX),
            begins: Some(u32::MAX).filter(|_| n % 3 == 0),
            interpreted: Some(true),
            stop: Some(true),
            ..ItemSet::default()
        })));
        at.workshop.apply(event);
    }
    let told = found(&at.workshop);
    assert_eq!(told.iter().filter(|told| told.starts_with("over-24-hours")).count(), 2, "{told:?}");
}

#[test]
fn a_day_ends_by_midnight() {
    let mut at = desk();
    item(&mut at, "party", 120, r#""begins":"22:00","kind":"social""#);
    assert_eq!(found(&at.workshop), NOTHING);
    at.must(r#"{"do":"item.change","item":"party","minutes":121}"#);
    assert_eq!(found(&at.workshop), ["past-midnight party"]);
    item(&mut at, "again", 1440, r#""kind":"social""#);
    assert_eq!(found(&at.workshop), ["over-24-hours party"]);
    assert_eq!(fact(&at, "minutes"), Fact::Minutes(1561));
}

#[test]
fn begins_that_the_clocks_leave_out_or_show_twice_are_named() {
    // In Helsinki 03:00 becomes 04:00 on 25 March 2018, and 04:00 becomes 03:00 on 28 October.
    let at = |date: &str, begins: &str| {
        let mut at = desk();
        at.must(&format!(r#"{{"do":"session.describe","starts":"{date}T09:00"}}"#));
        item(&mut at, "early", 30, &format!(r#""begins":"{begins}""#));
        found(&at.workshop)
    };
    assert_eq!(at("2018-03-25", "02:59"), NOTHING);
    assert_eq!(at("2018-03-25", "03:00"), ["begin-does-not-exist early"]);
    assert_eq!(at("2018-03-25", "03:59"), ["begin-does-not-exist early"]);
    assert_eq!(at("2018-03-25", "04:00"), NOTHING);
    assert_eq!(at("2018-03-26", "03:30"), NOTHING);
    assert_eq!(at("2018-10-28", "03:30"), ["begin-twice early"]);
    assert_eq!(at("2018-10-28", "04:00"), NOTHING);
}

#[test]
fn eight_hours_of_work_are_a_day_and_eleven_hours_a_night() {
    let mut at = desk();
    for n in 0..4 {
        item(&mut at, &format!("w{n}"), 120, "");
        item(&mut at, &format!("p{n}"), 20, r#""kind":"break""#);
    }
    assert_eq!(found(&at.workshop), NOTHING, "breaks do not count");
    item(&mut at, "more", 1, "");
    assert_eq!(found(&at.workshop), ["long-day -"]);
    let mut night = desk();
    item(&mut night, "late", 60, r#""begins":"21:00""#);
    item_on(&mut night, 2, "early", 60, r#""begins":"09:00""#);
    assert_eq!(found(&night.workshop), NOTHING);
    night.must(r#"{"do":"item.change","item":"late","begins":"21:01"}"#);
    assert_eq!(found(&night.workshop), ["short-rest late"]);
    night.must(r#"{"do":"item.change","item":"late","kind":"social"}"#);
    assert_eq!(found(&night.workshop), NOTHING, "a dinner is no work");
}

#[test]
fn an_interpreter_is_there_and_not_alone_for_long() {
    let mut at = desk();
    item(&mut at, "a", 40, r#""kind":"plenary","interpreted":true"#);
    assert_eq!(found(&at.workshop), NOTHING, "without a roster nothing is known");
    person(&mut at, "S1", r#"["en"]"#, "");
    assert_eq!(found(&at.workshop), ["no-interpreter a"]);
    person(&mut at, "I1", r#"["en","ru"]"#, r#""role":"interpreter""#);
    assert_eq!(found(&at.workshop), NOTHING);
    at.must(r#"{"do":"item.change","item":"a","minutes":41}"#);
    assert_eq!(found(&at.workshop), ["interpreter-alone a"]);
    person(&mut at, "I2", r#"["en","ru"]"#, r#""role":"interpreter","arrives":2"#);
    assert_eq!(found(&at.workshop), ["interpreter-alone a"], "whoever comes tomorrow is no help today");
    at.must(r#"{"do":"person.change","person":"I2","arrives":1}"#);
    assert_eq!(found(&at.workshop), NOTHING);
    at.must(r#"{"do":"person.leave","person":"I2"}"#);
    assert_eq!(found(&at.workshop), ["interpreter-alone a"]);
}

#[test]
fn what_is_not_interpreted_gives_one_interpreter_a_rest() {
    let mut at = desk();
    person(&mut at, "I1", r#"["en","ru"]"#, r#""role":"interpreter""#);
    item(&mut at, "a", 30, r#""interpreted":true"#);
    item(&mut at, "silent", 10, "");
    item(&mut at, "b", 30, r#""interpreted":true"#);
    assert_eq!(found(&at.workshop), ["small-team -"], "an hour a day is more than one does by the norm");
    at.must(r#"{"do":"item.change","item":"silent","minutes":9}"#);
    assert_eq!(found(&at.workshop), ["interpreter-alone a"]);
}

/// A day with so many interpreted minutes before and after lunch, for so many interpreters.
fn interpreted(team: usize, morning: u32, lunch: u32, afternoon: u32) -> Vec<String> {
    let mut at = desk();
    for n in 0..team {
        person(&mut at, &format!("I{n}"), r#"["en","ru"]"#, r#""role":"interpreter""#);
    }
    let mut half = |name: &str, minutes: u32| {
        // Never two hours at one go: this is about interpreters.
        for (n, part) in [minutes / 3, minutes / 3, minutes - minutes / 3 * 2].into_iter().enumerate() {
            item(&mut at, &format!("{name}{n}"), part, r#""interpreted":true"#);
            if n < 2 {
                item(&mut at, &format!("{name}p{n}"), 15, r#""kind":"break""#);
            }
        }
        if name == "m" {
            item(&mut at, "lunch", lunch, r#""kind":"lunch""#);
        }
    };
    half("m", morning);
    half("a", afternoon);
    found(&at.workshop)
}

#[test]
fn a_team_is_as_large_as_its_hours_and_rests_between_its_sessions() {
    assert_eq!(interpreted(2, 120, 90, 120), NOTHING);
    assert_eq!(interpreted(2, 120, 90, 121), ["small-team -"]);
    assert_eq!(interpreted(3, 180, 90, 180), NOTHING);
    assert_eq!(interpreted(3, 180, 90, 181), ["small-team -"]);
    assert_eq!(interpreted(3, 210, 90, 210), ["small-team -"]);
    assert_eq!(interpreted(3, 210, 90, 211), ["interpreted-day -", "long-session a0"]);
    assert_eq!(interpreted(4, 210, 90, 211), NOTHING, "two teams");
    assert_eq!(interpreted(2, 120, 89, 120), ["short-interval lunch"]);
    assert_eq!(interpreted(2, 105, 60, 105), NOTHING, "one session's worth needs no long lunch");
}

#[test]
fn a_language_that_nobody_interprets_is_named() {
    let mut at = desk();
    person(&mut at, "I1", r#"["en","ru"]"#, r#""role":"interpreter""#);
    person(&mut at, "S1", r#"["fr","en"]"#, "");
    item(&mut at, "a", 30, r#""kind":"plenary","interpreted":true"#);
    assert_eq!(found(&at.workshop), NOTHING);
    person(&mut at, "S2", r#"["fr"]"#, "");
    assert_eq!(found(&at.workshop), ["language-uncovered a"]);
    assert_eq!(fact(&at, "languages"), Fact::Languages(vec!["fr".into()]));
}

#[test]
fn a_hall_without_a_common_language_is_interpreted() {
    let mut at = desk();
    item(&mut at, "a", 30, r#""kind":"plenary""#);
    item(&mut at, "b", 30, r#""kind":"activity""#);
    person(&mut at, "S1", r#"["en"]"#, "");
    person(&mut at, "S2", r#"["ru","en"]"#, "");
    assert_eq!(found(&at.workshop), NOTHING);
    person(&mut at, "S3", r#"["ru"]"#, "");
    assert_eq!(found(&at.workshop), ["not-interpreted a"]);
    at.must(r#"{"do":"item.change","item":"a","kind":"activity"}"#);
    assert_eq!(found(&at.workshop), NOTHING, "at their tables people find their language");
}

#[test]
fn breakouts_have_rooms_that_hold_those_who_are_there() {
    let mut at = desk();
    for n in 0..4 {
        person(&mut at, &format!("S{n}"), r#"["en"]"#, "");
    }
    item(&mut at, "a", 60, r#""kind":"breakout""#);
    assert_eq!(found(&at.workshop), ["no-round a"]);
    at.must(
        r#"{"do":"round.add","id":"r","title":"R","item":"a","rooms":[{"id":"x","title":"X","max":2},{"id":"y","title":"Y","max":1}]}"#,
    );
    assert_eq!(found(&at.workshop), ["rooms-too-small a"]);
    assert_eq!(fact(&at, "over"), Fact::Count(1));
    at.must(r#"{"do":"person.change","person":"S3","arrives":2}"#);
    assert_eq!(found(&at.workshop), NOTHING, "three are there on the first day");
    at.must(r#"{"do":"round.change","round":"r","rooms":[{"id":"x","title":"X","min":2},{"id":"y","title":"Y","min":2}]}"#);
    assert_eq!(found(&at.workshop), ["rooms-too-many a"]);
    at.must(r#"{"do":"round.add","id":"r2","title":"R","item":"a","rooms":[{"id":"x","title":"X"}]}"#);
    at.must(r#"{"do":"round.change","round":"r","rooms":[{"id":"x","title":"X"},{"id":"y","title":"Y"}]}"#);
    assert_eq!(found(&at.workshop), ["two-rounds a"]);
    at.must(r#"{"do":"item.remove","item":"a"}"#);
    assert_eq!(found(&at.workshop), ["round-astray -", "round-astray -"]);
}

#[test]
fn rooms_that_are_interpreted_at_once_have_two_interpreters_each() {
    let mut at = desk();
    for n in 0..3 {
        person(&mut at, &format!("I{n}"), r#"["en","ru"]"#, r#""role":"interpreter""#);
    }
    item(&mut at, "a", 40, r#""kind":"breakout","interpreted":true"#);
    at.must(
        r#"{"do":"round.add","id":"r","title":"R","item":"a","interpreters":2,"rooms":[{"id":"x","title":"X"},{"id":"y","title":"Y"}]}"#,
    );
    assert_eq!(found(&at.workshop), NOTHING, "40 minutes one can do alone");
    at.must(r#"{"do":"item.change","item":"a","minutes":41}"#);
    assert_eq!(found(&at.workshop), ["few-interpreters-for-rooms a"]);
    at.must(r#"{"do":"round.change","round":"r","interpreters":1}"#);
    assert_eq!(found(&at.workshop), NOTHING);
}

#[test]
fn nobody_sits_in_a_room_whose_words_they_do_not_know() {
    let mut at = desk();
    person(&mut at, "S1", r#"["en"]"#, "");
    person(&mut at, "S2", r#"["en"]"#, "");
    person(&mut at, "S3", r#"["ru"]"#, "");
    item(&mut at, "a", 30, r#""kind":"breakout""#);
    at.must(
        r#"{"do":"round.add","id":"r","title":"R","item":"a","rooms":[{"id":"x","title":"X"},{"id":"y","title":"Y"}]}"#,
    );
    assert_eq!(unchecked(&at.workshop), [Unchecked::Unplanned(1)]);
    for (seat, room) in [("S1", "x"), ("S2", "x"), ("S3", "y")] {
        at.must(&format!(r#"{{"do":"round.place","round":"r","person":"{seat}","room":"{room}"}}"#));
    }
    assert_eq!((found(&at.workshop).len(), unchecked(&at.workshop).len()), (0, 0));
    at.must(r#"{"do":"round.place","round":"r","person":"S3","room":"x"}"#);
    let all = findings(&at.workshop);
    assert_eq!(found(&at.workshop), ["no-common-language a"]);
    assert_eq!(all[0].room.as_deref(), Some("x"));
    let seat = at.workshop.people.find("S3").unwrap();
    assert_eq!(fact(&at, "people"), Fact::People(vec![seat]));
    // Also where the planner was told not to mind.
    at.must(r#"{"do":"groups.rules","language":false}"#);
    assert_eq!(found(&at.workshop), ["no-common-language a"]);
    person(&mut at, "I1", r#"["en","ru"]"#, r#""role":"interpreter""#);
    at.must(r#"{"do":"round.change","round":"r","interpreters":1}"#);
    assert_eq!(found(&at.workshop), NOTHING);
}

#[test]
fn a_vote_comes_after_something_to_vote_on() {
    let mut at = desk();
    item(&mut at, "talk", 30, r#""kind":"plenary""#);
    item(&mut at, "vote", 30, r#""kind":"vote""#);
    assert_eq!(found(&at.workshop), ["vote-too-early vote"]);
    let mut later = at.clone();
    later.must(
        r#"{"do":"item.add","id":"work","day":1,"title":"w","minutes":30,"kind":"activity","after":"talk"}"#,
    );
    assert_eq!(found(&later.workshop), NOTHING);
    at.must(r#"{"do":"proposal.add","id":"P1","title":"p"}"#);
    assert_eq!(found(&at.workshop), NOTHING);
    at.must(r#"{"do":"proposal.edit","proposal":"P1","state":"withdrawn"}"#);
    assert_eq!(found(&at.workshop), ["vote-too-early vote"]);
}

#[test]
fn a_prepared_vote_has_options() {
    let mut at = desk();
    at.must(r#"{"do":"proposal.add","id":"P1","title":"p"}"#);
    at.must(r#"{"do":"proposal.add","id":"P2","title":"q"}"#);
    at.must(r#"{"do":"vote.prepare","id":"v","title":"v","options":["P1","P2"],"method":"dots","dots":2,"cap":1}"#);
    assert_eq!(found(&at.workshop), NOTHING);
    at.must(r#"{"do":"proposal.remove","proposal":"P1"}"#);
    at.must(r#"{"do":"proposal.remove","proposal":"P2"}"#);
    assert_eq!(found(&at.workshop), ["vote-without-options -"]);
}

#[test]
fn the_mark_of_an_item_is_its_gravest_finding() {
    let mut at = desk();
    person(&mut at, "S1", r#"["en"]"#, "");
    person(&mut at, "S2", r#"["ru"]"#, "");
    item(&mut at, "a", 130, r#""kind":"plenary""#);
    assert_eq!(found(&at.workshop), ["no-break a", "not-interpreted a"]);
    let marks = marks(&at.workshop);
    let mark = &marks[&at.workshop.items.find("a").unwrap()];
    assert_eq!((marks.len(), mark.kind.name(), mark.weight()), (1, "no-break", Weight::Wrong));
}

#[test]
fn what_cannot_be_checked_is_said() {
    let mut at = Device::new(0, 0);
    assert_eq!(unchecked(&at.workshop), [Unchecked::NoItems]);
    item(&mut at, "a", 30, "");
    assert_eq!(unchecked(&at.workshop), [Unchecked::NoFirstDay, Unchecked::NoPeople]);
    item(&mut at, "b", 120, r#""begins":"03:30""#);
    assert_eq!(found(&at.workshop), ["begin-missed b"], "a plan without a date is checked by the clock");
}
