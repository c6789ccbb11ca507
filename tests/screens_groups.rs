//! Groups on the screen: what one sees, and what the keys do.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails loudly")]

mod stage;

use stage::Stage;
use talkoot::workshop::groups::Round;
use talkoot::workshop::id::EventId;
use talkoot::workshop::text::Lang;
use talkoot::workshop::thing::Thing;

const AT: &str = "2017-11-29T08:47:00Z";

fn groups(lang: Lang, width: u16, height: u16) -> Stage {
    let mut stage = Stage::helsinki(lang, AT);
    stage.size(width, height).keys("3");
    stage
}

fn round<'a>(stage: &'a Stage, name: &str) -> &'a Round {
    let workshop = &stage.app.session.as_ref().unwrap().workshop;
    workshop.rounds.get(workshop.rounds.find(name).unwrap()).unwrap()
}

fn person(stage: &Stage, name: &str) -> EventId {
    stage.app.session.as_ref().unwrap().workshop.people.find(name).unwrap()
}

/// The screen once everything is saved: how long that takes is not what is looked at here.
fn shown(stage: &mut Stage) -> String {
    stage.app.session.as_mut().unwrap().flush().unwrap();
    stage.screen()
}

/// The rooms of a round with their people by id.
fn seats(stage: &Stage, name: &str) -> Vec<(String, String)> {
    let people = &stage.app.session.as_ref().unwrap().workshop.people;
    let seated = round(stage, name).seated();
    let mut seats: Vec<_> =
        seated.map(|(person, room)| (people.label(person).into_owned(), room.to_string())).collect();
    seats.sort();
    seats
}

#[test]
fn an_empty_session_says_what_belongs_here() {
    for lang in Lang::ALL {
        let mut stage = Stage::empty(lang);
        stage.size(80, 24).keys("3");
        insta::assert_snapshot!(format!("empty_{lang}"), shown(&mut stage));
    }
}

#[test]
fn a_round_that_is_not_planned_and_one_that_is() {
    for lang in Lang::ALL {
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            let mut stage = groups(lang, width, height);
            insta::assert_snapshot!(format!("open_{lang}_{width}"), shown(&mut stage));
            stage.keys("space right right down");
            insta::assert_snapshot!(format!("planned_{lang}_{width}"), shown(&mut stage));
        }
    }
}

#[test]
fn later_rounds_say_who_meets_again() {
    for lang in Lang::ALL {
        let mut stage = groups(lang, 120, 36);
        stage.keys("space tab space tab space tab space");
        insta::assert_snapshot!(format!("later_{lang}"), shown(&mut stage));
        stage.keys("w");
        insta::assert_snapshot!(format!("met_{lang}"), shown(&mut stage));
        stage.keys("esc enter");
        insta::assert_snapshot!(format!("move_{lang}"), shown(&mut stage));
    }
}

#[test]
fn forms_are_filled_with_what_is_there() {
    for lang in Lang::ALL {
        let mut stage = groups(lang, 80, 24);
        stage.keys("e");
        insta::assert_snapshot!(format!("edit_{lang}"), shown(&mut stage));
        stage.keys("esc n");
        insta::assert_snapshot!(format!("add_{lang}"), shown(&mut stage));
        stage.keys("esc space right c");
        insta::assert_snapshot!(format!("room_{lang}"), shown(&mut stage));
    }
}

/// A session of many people and a round of many rooms.
fn crowd(people: usize, rooms: usize) -> Stage {
    let mut stage = Stage::empty(Lang::En);
    stage.size(80, 24);
    for n in 1..=people {
        let language = ["en", "ru"][n % 2];
        stage.command(&format!(
            r#"{{"do":"person.add","id":"P{n:03}","name":"Person {n} of a rather long name","languages":["{language}","en"]}}"#
        ));
    }
    stage.keys("3 n").typed("Many rooms").keys("tab tab tab").typed(&rooms.to_string()).keys("enter space");
    stage
}

#[test]
fn many_rooms_page_sideways() {
    let mut stage = crowd(240, 20);
    insta::assert_snapshot!("twenty_rooms", shown(&mut stage));
    stage.keys("pagedown pagedown down down down down down down down down down down down");
    insta::assert_snapshot!("twenty_rooms_on", shown(&mut stage));
    assert!(stage.screen().contains("of 20"));
}

#[test]
fn one_room_shows_all_that_fit_beside_one_another() {
    let mut stage = crowd(42, 1);
    insta::assert_snapshot!("one_room", shown(&mut stage));
    stage.keys("right right right");
    assert!(stage.screen().contains("▸ P0"), "the cursor goes from strip to strip");
    insta::assert_snapshot!("one_room_right", shown(&mut stage));
}

#[test]
fn ten_rooms_of_twelve() {
    insta::assert_snapshot!("ten_rooms", shown(&mut crowd(120, 10)));
}

#[test]
fn planning_again_gives_another_plan_and_undo_takes_it_back() {
    let mut stage = groups(Lang::En, 120, 36);
    // The round that is on or to come is chosen at first: the mixed groups of the second day.
    stage.keys("space");
    let first = seats(&stage, "mixed");
    assert_eq!(first.len(), round(&stage, "mixed").seated().count());
    assert!(first.len() >= 40);
    stage.keys("p");
    assert!(stage.screen().contains("seed 1"));
    assert_ne!(seats(&stage, "mixed"), first);
    stage.keys("u");
    assert_eq!(seats(&stage, "mixed"), first);
    stage.keys("p");
    assert!(stage.screen().contains("seed 2"), "no plan comes twice");
}

#[test]
fn a_person_is_moved_held_and_taken_out() {
    let mut stage = groups(Lang::En, 120, 36);
    stage.keys("space right");
    stage.keys("enter").typed("Room G").keys("enter");
    let moved: Vec<_> = round(&stage, "mixed").rooms().iter().map(|room| room.id.to_string()).collect();
    assert!(moved.contains(&"room-g".to_owned()));
    // The cursor has followed whoever was moved.
    stage.keys("h");
    let of = round(&stage, "mixed");
    let held: Vec<EventId> =
        of.seated().map(|(person, _)| person).filter(|person| of.is_held(*person)).collect();
    let [held] = held[..] else { panic!("one is held: {held:?}") };
    assert_eq!(of.seat(held).unwrap().as_ref(), "room-g");
    stage.keys("space");
    assert_eq!(round(&stage, "mixed").seat(held).unwrap().as_ref(), "room-g", "held, whatever is planned");
    stage.keys("h");
    assert!(!round(&stage, "mixed").is_held(held));
    stage.keys("x");
    assert_eq!(round(&stage, "mixed").seat(held), None);
    assert!(stage.screen().contains("Without a room"));
    stage.keys("r");
    assert!(round(&stage, "mixed").seat(held).is_some(), "a repair seats whoever has no room");
}

#[test]
fn who_leaves_is_marked_until_the_plan_is_repaired() {
    let mut stage = groups(Lang::En, 200, 60);
    stage.keys("space");
    stage.command(r#"{"do":"person.leave","person":"S12"}"#);
    assert!(stage.screen().contains('○'));
    insta::assert_snapshot!("absent", shown(&mut stage));
    stage.keys("r");
    let gone = person(&stage, "S12");
    assert_eq!(round(&stage, "mixed").seat(gone), None);
}

#[test]
fn rounds_and_rooms_are_made_changed_and_removed() {
    let mut stage = Stage::empty(Lang::En);
    stage.size(80, 24).keys("3 n").typed("First").keys("tab tab tab").typed("Garden; Sauna").keys("enter");
    let made = |stage: &Stage| {
        let rounds = &stage.app.session.as_ref().unwrap().workshop.rounds;
        rounds.iter().last().map(|round| rounds.label(round.key()).into_owned())
    };
    let name = made(&stage).unwrap();
    let rooms = |stage: &Stage| {
        round(stage, &name).rooms().iter().map(|room| room.id.to_string()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(rooms(&stage), "garden sauna");
    stage.keys("b").keys("ctrl-u").typed("Library").keys("enter");
    assert_eq!(rooms(&stage), "garden sauna library");
    stage.keys("e tab tab tab ctrl-u").typed("Sauna; Library; Hall").keys("tab").typed("x").keys("enter");
    assert!(stage.screen().contains("is no number"), "{}", stage.screen());
    stage.keys("backspace").typed("4").keys("enter");
    assert_eq!(rooms(&stage), "sauna library hall");
    assert!(round(&stage, &name).rooms().iter().all(|room| room.min == Some(4)));
    stage.keys("D");
    assert_eq!(rooms(&stage), "library hall");
    stage.keys("u u");
    assert_eq!(rooms(&stage), "garden sauna library");
    stage.keys("d");
    assert_eq!(made(&stage), None);
    assert!(stage.screen().contains("No round yet"));
}

#[test]
fn the_same_room_keeps_its_id_in_the_next_round() {
    let mut stage = groups(Lang::En, 80, 24);
    stage.keys("n").typed("Once more").keys("tab tab tab").typed("2").keys("enter");
    let workshop = &stage.app.session.as_ref().unwrap().workshop;
    let last = workshop.rounds.iter().last().unwrap();
    let ids: Vec<&str> = last.rooms().iter().map(|room| room.id.as_ref()).collect();
    assert_eq!(ids, ["room-a", "room-b"]);
    assert!(stage.screen().contains("Once more"), "a new round is shown");
}

#[test]
fn the_price_stands_beside_each_room() {
    let mut stage = groups(Lang::En, 120, 36);
    stage.keys("space right enter");
    let screen = stage.screen();
    assert!(screen.contains("which room?"), "{screen}");
    assert!(
        screen.contains("balance") || screen.contains("> ") || screen.contains("costs nothing"),
        "{screen}"
    );
    stage.keys("esc");
    let before = seats(&stage, "mixed");
    stage.keys("enter esc");
    assert_eq!(seats(&stage, "mixed"), before, "looking costs nothing");
}
