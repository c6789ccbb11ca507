//! Groups on the screen: what one sees, and what the keys do.

use talkoot::workshop::groups::Round;
use talkoot::workshop::id::EventId;
use talkoot::workshop::text::Lang;
use talkoot::workshop::thing::Thing;

use crate::stage::Stage;

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
    stage.keys("h");
    assert!(!round(&stage, "mixed").is_held(held));
    stage.keys("x");
    assert_eq!(round(&stage, "mixed").seat(held), None);
    assert!(stage.screen().contains("Without a room"));
    stage.keys("r").wait();
    assert_eq!(round(&stage, "mixed").seat(held), None, "it is shown first");
    stage.keys("enter");
    let room = round(&stage, "mixed").seat(held).cloned();
    assert!(room.is_some(), "a repair seats whoever has no room");
    stage.keys("h space");
    assert_eq!(round(&stage, "mixed").seat(held).cloned(), room, "held, whatever is planned");
}

#[test]
fn who_leaves_is_marked_until_the_plan_is_repaired() {
    let mut stage = groups(Lang::En, 200, 60);
    stage.keys("space");
    stage.command(r#"{"do":"person.leave","person":"S12"}"#);
    assert!(stage.screen().contains('○'));
    insta::assert_snapshot!("absent", shown(&mut stage));
    stage.keys("r").wait();
    insta::assert_snapshot!("repair", shown(&mut stage));
    stage.keys("enter");
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
    stage
        .keys("b")
        .keys("ctrl-u")
        .typed("Library")
        .keys("tab tab tab tab tab tab tab")
        .typed("20")
        .keys("enter");
    assert_eq!(rooms(&stage), "garden sauna library");
    assert_eq!(round(&stage, &name).room("library").unwrap().minutes, Some(20), "shorter than its item");
    stage.keys("e tab tab tab ctrl-u").typed("Sauna; Library; Hall").keys("tab").typed("x").keys("enter");
    assert!(stage.screen().contains("is no number"), "{}", stage.screen());
    stage.keys("backspace").typed("4").keys("enter");
    assert_eq!(rooms(&stage), "sauna library hall");
    assert!(round(&stage, &name).rooms().iter().all(|room| room.min == Some(4)));
    assert_eq!(round(&stage, &name).room("library").unwrap().minutes, Some(20));
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

/// Sixteen people who speak the same, and a World Café at four tables.
fn cafe() -> Stage {
    let mut stage = Stage::empty(Lang::En);
    stage.size(120, 36);
    for n in 1..=16 {
        stage.command(&format!(
            r#"{{"do":"person.add","id":"P{n:02}","name":"Person {n}","languages":["en"]}}"#
        ));
    }
    stage.keys("3 n").typed("Café").keys("tab tab tab").typed("Table 1; Table 2; Table 3; Table 4");
    // Past the sizes and the interpreters to the format, and on to the hosts.
    stage.keys("tab tab tab tab right tab").typed("P01 P02 P03 P04").keys("enter");
    stage
}

#[test]
fn a_world_cafe_is_planned_in_one_go_and_hosts_stay_while_the_others_go_on() {
    let mut stage = cafe();
    let names = |stage: &Stage| -> Vec<String> {
        stage.workshop().rounds.iter().map(|round| round.title.in_(Lang::En).to_owned()).collect()
    };
    assert_eq!(names(&stage), ["Café · 1", "Café · 2", "Café · 3"]);
    stage.keys("a").wait();
    let screen = stage.screen();
    assert!(screen.contains("proved best"), "{screen}");
    insta::assert_snapshot!("cafe", shown(&mut stage));
    let mut visits: std::collections::BTreeMap<EventId, Vec<String>> = Default::default();
    for round in stage.workshop().rounds.iter() {
        assert_eq!(round.seated().count(), 16);
        round.seated().for_each(|(person, room)| visits.entry(person).or_default().push(room.to_string()));
    }
    for (person, rooms) in visits {
        let different = rooms.iter().collect::<std::collections::BTreeSet<_>>().len();
        let host = ["P01", "P02", "P03", "P04"].iter().any(|id| self::person(&stage, id) == person);
        assert_eq!(different, if host { 1 } else { 3 }, "{rooms:?}");
    }
    stage.keys("u");
    assert!(stage.workshop().rounds.iter().all(|round| !round.is_planned()), "one undo takes all of it back");
}

#[test]
fn planning_shows_how_far_it_is_and_esc_keeps_the_best_so_far() {
    let mut stage = groups(Lang::En, 120, 36);
    stage.keys("a");
    let screen = stage.screen();
    assert!(screen.contains("Planning") && screen.contains("Esc"), "{screen}");
    // Nobody is moved meanwhile, and nothing is written yet.
    stage.keys("h");
    assert!(stage.screen().contains("are being planned"), "{}", stage.screen());
    assert!(stage.workshop().rounds.iter().all(|round| !round.is_planned()));
    stage.keys("esc");
    let planned = stage.workshop().rounds.iter().filter(|round| round.is_planned()).count();
    assert_eq!(planned, stage.workshop().rounds.iter().count());
    assert!(stage.screen().contains("rounds planned"), "{}", stage.screen());
    stage.keys("u");
    assert!(stage.workshop().rounds.iter().all(|round| !round.is_planned()));
}

#[test]
fn what_is_over_or_running_stays_when_the_others_are_planned() {
    let mut stage = cafe();
    stage.command(r#"{"do":"item.add","id":"one","day":1,"title":"First","minutes":20}"#);
    let first = stage.workshop().rounds.iter().next().unwrap().key();
    let label = stage.workshop().rounds.label(first).into_owned();
    stage.command(&format!(r#"{{"do":"round.change","round":"{label}","item":"one"}}"#));
    stage.command(&format!(r#"{{"do":"round.plan","round":"{label}","seed":4}}"#));
    stage.command(r#"{"do":"item.start","item":"one"}"#);
    let before = seats(&stage, &label);
    stage.keys("a").wait();
    assert_eq!(seats(&stage, &label), before);
    assert!(stage.screen().contains("2 rounds planned"), "{}", stage.screen());
    // Those who met there do not meet again: it counted as held.
    assert!(stage.screen().contains("repeats 0"), "{}", stage.screen());
}

#[test]
fn wishes_that_contradict_are_told_with_what_giving_each_up_would_buy() {
    for lang in Lang::ALL {
        let mut stage = groups(lang, 120, 36);
        // The two from one ministry are to sit together, and one of them is held with the Russian speakers of Room E.
        stage.command(r#"{"do":"wish.add","id":"w1","kind":"together","people":["S01","S19"]}"#);
        stage.command(r#"{"do":"wish.add","id":"w2","kind":"apart","people":["S19","S01","S20"]}"#);
        stage.keys("space y").wait();
        insta::assert_snapshot!(format!("why_{lang}"), shown(&mut stage));
        stage.keys("esc t");
        insta::assert_snapshot!(format!("wishes_{lang}"), shown(&mut stage));
        stage.keys("down down enter");
        assert_eq!(stage.workshop().wishes.iter().count(), 1);
        stage.keys("g");
        insta::assert_snapshot!(format!("rules_{lang}"), shown(&mut stage));
    }
}

#[test]
fn rules_are_asked_for_in_the_words_of_the_screen() {
    let mut stage = groups(Lang::Ru, 80, 24);
    stage
        .keys("g tab tab")
        .typed("организация; страна")
        .keys("tab ctrl-u")
        .typed("Вид")
        .keys("tab right enter");
    let rules = &stage.workshop().rules;
    assert_eq!(rules.apart_by(), ["organisation".into(), "country".into()]);
    assert_eq!(rules.balance(), ["kind".into()]);
    assert!(rules.balance_first() && rules.language() && !rules.alone());
    stage.keys("g tab tab").typed("; цвет").keys("enter");
    assert!(stage.screen().contains("цвет"), "{}", stage.screen());
}

#[test]
fn who_chose_sits_where_they_chose_and_nobody_else_is_sent_anywhere() {
    let mut stage = cafe();
    stage.keys("n").typed("Open Space").keys("tab tab tab").typed("Trees; Water").keys("tab tab").typed("2");
    stage.keys("tab tab right right enter");
    // Everybody stands without a room; the first four choose.
    for wanted in ["Trees; Water", "Trees", "Trees", "Water"] {
        stage.keys("f").typed(wanted).keys("enter down");
    }
    stage.keys("space");
    let name = stage.workshop().rounds.iter().last().map(|round| round.key()).unwrap();
    let label = stage.workshop().rounds.label(name).into_owned();
    let rooms: Vec<(String, String)> = seats(&stage, &label);
    let room = |id: &str| rooms.iter().find(|(person, _)| person == id).map(|(_, room)| room.as_str());
    assert_eq!(rooms.len(), 4, "{rooms:?}");
    // Three want a room of two: who named another goes there.
    assert_eq!(
        [room("P01"), room("P02"), room("P03"), room("P04")],
        [Some("water"), Some("trees"), Some("trees"), Some("water")]
    );
    insta::assert_snapshot!("open_space", shown(&mut stage));
}

#[test]
fn an_interpreted_room_needs_no_common_language() {
    let mut stage = Stage::empty(Lang::En);
    stage.size(120, 36);
    for n in 1..=12 {
        let language = if n <= 6 { "en" } else { "ru" };
        stage.command(&format!(
            r#"{{"do":"person.add","id":"P{n:02}","name":"Person {n}","languages":["{language}"]}}"#
        ));
    }
    stage
        .keys("3 n")
        .typed("Rooms")
        .keys("tab tab tab")
        .typed("3")
        .keys("tab")
        .typed("4")
        .keys("tab")
        .typed("4");
    stage.keys("enter space");
    assert!(!stage.screen().contains("language\u{a0}3\u{a0}of\u{a0}3"), "{}", stage.screen());
    stage.keys("y").wait();
    insta::assert_snapshot!("why_no_interpreter", shown(&mut stage));
    // One more interpreter is what the explanation offers.
    assert!(stage.screen().contains("with 1 interpreted room all else can be had"), "{}", stage.screen());
    stage.keys("esc e tab tab tab tab tab tab").typed("1").keys("enter space");
    let screen = stage.screen();
    assert!(
        screen.contains("language\u{a0}3\u{a0}of\u{a0}3") && screen.contains("◆ interpreted"),
        "{screen}"
    );
    stage.keys("y").wait();
    assert!(stage.screen().contains("could be had"), "{}", stage.screen());
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

#[test]
fn what_is_found_out_beside_the_screen_can_be_left_and_is_about_things_as_they_are() {
    let mut stage = groups(Lang::En, 120, 36);
    stage.command(r#"{"do":"wish.add","id":"w1","kind":"together","people":["S01","S19"]}"#);
    stage.command(r#"{"do":"wish.add","id":"w2","kind":"apart","people":["S19","S01"]}"#);
    stage.keys("space y");
    assert!(stage.screen().contains("Working it out"), "{}", stage.screen());
    stage.keys("esc").wait();
    assert!(!stage.screen().contains("contradict"), "{}", stage.screen());
    // One of the wishes goes while it is found out: the answer knows.
    stage.keys("y").command(r#"{"do":"wish.remove","wish":"w2"}"#);
    stage.wait();
    assert!(!stage.screen().contains("contradict"), "{}", stage.screen());
}
