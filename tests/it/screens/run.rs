//! Run on the screen: what one sees, and what the keys do.

use talkoot::workshop::agenda::{Item, Progress, in_order};
use talkoot::workshop::text::Lang;
use talkoot::workshop::thing::Thing;

use crate::stage::Stage;

const AT: &str = "2017-11-29T08:47:00Z";

fn item<'a>(stage: &'a Stage, name: &str) -> &'a Item {
    let items = &stage.workshop().items;
    items.get(items.find(name).unwrap()).unwrap()
}

/// Day 2 as it went: six minutes late, the mixed groups running since 10:21.
fn late(lang: Lang) -> Stage {
    let mut stage = Stage::helsinki(lang, AT);
    for (item, at) in [("d2-01", "07:04:00"), ("d2-02", "07:21:00"), ("d2-03", "08:21:00")] {
        stage.command(&format!(r#"{{"do":"item.start","item":"{item}","at":"2017-11-29T{at}Z"}}"#));
    }
    stage.command(r#"{"do":"round.plan","round":"mixed","seed":1}"#);
    for (n, room) in ["room-a", "room-a", "room-b"].iter().enumerate() {
        stage.command(&format!(r#"{{"do":"idea.add","text":"idea {n}","room":"{room}","who":"{room}"}}"#));
    }
    stage
}

/// The screen once all is on the disk, so that the header says the same each time.
fn still(stage: &mut Stage) -> String {
    stage.app.session.as_mut().unwrap().flush().unwrap();
    stage.screen()
}

fn progress(stage: &Stage, name: &str) -> Progress {
    item(stage, name).progress()
}

#[test]
fn the_day_as_one_sees_it() {
    for (lang, size) in [
        (Lang::En, (120, 36)),
        (Lang::Ru, (120, 36)),
        (Lang::En, (80, 24)),
        (Lang::Ru, (80, 24)),
        (Lang::En, (200, 60)),
        (Lang::En, (60, 16)),
    ] {
        let mut stage = late(lang);
        let text = still(stage.size(size.0, size.1));
        insta::assert_snapshot!(format!("run_late_{lang}_{}x{}", size.0, size.1), text);
    }
}

#[test]
fn before_anything_runs_the_next_item_is_named() {
    for lang in Lang::ALL {
        let mut stage = Stage::helsinki(lang, "2017-11-28T06:50:00Z");
        let text = still(&mut stage);
        insta::assert_snapshot!(format!("run_before_{lang}"), text);
        let mut stage = Stage::empty(lang);
        let text = still(stage.size(80, 24));
        insta::assert_snapshot!(format!("run_empty_{lang}"), text);
    }
}

#[test]
fn after_its_end_an_item_counts_up_and_says_so() {
    for lang in Lang::ALL {
        let mut stage = Stage::helsinki(lang, "2017-11-29T09:08:05Z");
        stage.command(r#"{"do":"item.start","item":"d2-03","at":"2017-11-29T08:21:00Z"}"#);
        let text = still(stage.size(80, 24));
        assert!(text.contains(if lang == Lang::En { "over time" } else { "время вышло" }), "{text}");
        insta::assert_snapshot!(format!("run_over_{lang}"), text);
    }
}

#[test]
fn space_ends_what_runs_and_starts_what_is_next() {
    let mut stage = late(Lang::En);
    stage.keys("space");
    assert!(matches!(progress(&stage, "d2-03"), Progress::Ended { .. }));
    assert!(matches!(progress(&stage, "d2-04"), Progress::Running { .. }));
    stage.keys("u");
    assert!(matches!(progress(&stage, "d2-03"), Progress::Running { .. }));
    assert_eq!(progress(&stage, "d2-04"), Progress::Waiting);
}

#[test]
fn minutes_are_given_taken_and_set() {
    let mut stage = late(Lang::En);
    stage.keys("a a z g");
    assert_eq!(item(&stage, "d2-03").minutes(), 45, "nothing is done before Enter");
    stage.keys("enter");
    assert_eq!(item(&stage, "d2-03").minutes(), 45 + 5 + 1);
    stage.keys("g esc");
    assert_eq!(item(&stage, "d2-03").minutes(), 51, "Esc leaves all as it is");
    stage.keys("t").typed("11:30").keys("enter");
    assert!(stage.screen().contains("11:12 → 11:30"), "{}", stage.screen());
    stage.keys("enter");
    assert_eq!(item(&stage, "d2-03").minutes(), 69);
    // What has passed is refused, and what was typed stays.
    let text = stage.keys("t").typed("9:00").keys("enter").screen();
    assert!(text.contains("That time has passed") && text.contains("9:00"), "{text}");
}

#[test]
fn an_item_is_paused_and_ended() {
    let mut stage = late(Lang::En);
    stage.keys("v");
    assert!(matches!(progress(&stage, "d2-03"), Progress::Paused { .. }));
    assert!(stage.screen().contains("paused"));
    stage.keys("v");
    assert!(matches!(progress(&stage, "d2-03"), Progress::Running { .. }));
    stage.keys("x");
    assert!(matches!(progress(&stage, "d2-03"), Progress::Ended { .. }));
    assert!(stage.keys("x").screen().contains("Nothing is running"));
}

#[test]
fn an_item_is_added_changed_moved_and_removed() {
    let mut stage = late(Lang::En);
    stage.keys("n").typed("Group photo").keys("tab").typed("Фото").keys("enter");
    let made = stage.workshop().items.iter().last().unwrap().key();
    let title = |stage: &Stage| stage.workshop().items.get(made).map(|item| item.title.text());
    assert_eq!(title(&stage).unwrap().get(Lang::Ru), Some("Фото"));
    let place = |stage: &Stage| {
        let items = &stage.workshop().items;
        in_order(items).iter().filter(|item| item.day() == 2).position(|item| item.key() == made).unwrap()
    };
    // It stands after the item that was chosen: the one that runs.
    assert_eq!(place(&stage), 3);
    stage.keys("down J");
    assert_eq!(place(&stage), 4);
    // The choice moves along.
    stage.keys("K K");
    assert_eq!(place(&stage), 2);
    stage.keys("e tab tab").keys("backspace backspace").typed("15").keys("enter");
    assert_eq!(stage.workshop().items.get(made).unwrap().minutes(), 15);
    let events = stage.workshop().event_count();
    // Nothing was changed, so nothing is written.
    stage.keys("e enter");
    assert_eq!(stage.workshop().event_count(), events);
    stage.keys("d");
    assert_eq!(title(&stage), None);
    stage.keys("u");
    assert!(title(&stage).is_some());
}

#[test]
fn an_idea_goes_to_the_plenary_or_to_a_room() {
    let mut stage = late(Lang::En);
    stage.keys("i").typed("a shared fund").keys("enter");
    stage.keys("tab").typed("a joint course").keys("enter esc");
    let ideas: Vec<(String, String)> = stage
        .workshop()
        .ideas
        .iter()
        .map(|idea| (idea.text.in_(Lang::En).to_owned(), idea.room().to_owned()))
        .collect();
    assert_eq!(ideas[3..], [("a shared fund".into(), "".into()), ("a joint course".into(), "room-a".into())]);
    // What is not entered stays where it is.
    let text = stage.keys("i").typed("half a sen").keys("esc").screen();
    assert!(text.contains("half a sen"), "{text}");
}

#[test]
fn another_day_is_turned_to_and_left_when_something_starts() {
    let mut stage = late(Lang::En);
    assert!(stage.keys("right").screen().contains("Portfolio and commitments"));
    stage.keys("right");
    assert!(stage.screen().contains("Nothing is planned on this day"));
    stage.keys("left left left");
    assert!(stage.screen().contains("Check-in"));
    assert!(stage.keys("space").screen().contains("Proposals clinic"));
}

#[test]
fn the_wall_is_picked_from_a_list() {
    let mut stage = late(Lang::En);
    let text = still(stage.keys("p"));
    insta::assert_snapshot!("run_stage_en", text);
    let text = stage.keys("down enter").screen();
    let staged = stage.workshop().meeting.staged().unwrap();
    assert_eq!((staged.view.as_ref(), staged.of.as_deref()), ("groups", Some("mixed")));
    assert!(text.contains("On the wall: groups: Breakouts: mixed groups"), "{text}");
}

#[test]
fn the_form_of_an_item_as_one_sees_it() {
    for lang in Lang::ALL {
        let mut stage = late(lang);
        let text = still(stage.size(80, 24).keys("down e"));
        insta::assert_snapshot!(format!("run_form_{lang}"), text);
    }
}

#[test]
fn a_day_with_more_items_than_rows_is_scrolled() {
    let mut stage = late(Lang::En);
    for n in 0..60 {
        stage.command(&format!(r#"{{"do":"item.add","day":2,"title":"Further item {n}","minutes":5}}"#));
    }
    let text = still(stage.size(80, 24));
    assert!(text.contains("… 6 more rooms") || text.contains("… 5 more rooms"), "{text}");
    insta::assert_snapshot!("run_overfull", text);
}

#[test]
fn an_agenda_without_a_first_day_is_seen_and_run() {
    let mut stage = Stage::empty(Lang::En);
    stage.keys("n").typed("First things").keys("enter");
    assert!(stage.screen().contains("First things"));
    assert!(stage.keys("space").screen().contains("0 of 30 min"));
}

#[test]
fn before_minutes_are_given_one_sees_what_that_does_to_the_day() {
    for lang in Lang::ALL {
        let mut stage = late(lang);
        let text = still(stage.size(80, 24).keys("a"));
        insta::assert_snapshot!(format!("run_what_if_{lang}"), text);
    }
    let mut stage = late(Lang::En);
    let text = still(stage.keys("a z z z"));
    assert!(text.contains("−10 min") && text.contains("11:06 → 11:00"), "{text}");
    // More than there is cannot be taken, and the number stays as it was.
    stage.keys("z z z z z z z z z z z z z z z z z z z z");
    assert!(stage.screen().contains("−45 min"), "{}", stage.screen());
}

#[test]
fn one_key_takes_who_pays_and_one_undo_gives_all_back() {
    for lang in Lang::ALL {
        let mut stage = late(lang);
        stage.keys("space");
        let text = still(stage.keys("w"));
        insta::assert_snapshot!(format!("run_pays_{lang}"), text);
        stage.keys("1");
        assert!(!stage.screen().contains(" !"), "{}", stage.screen());
        stage.keys("u");
        assert!(stage.screen().contains(" !"));
    }
    let mut stage = late(Lang::En);
    stage.keys("w 1");
    assert_eq!(item(&stage, "d2-03").minutes(), 39);
    assert!(stage.keys("w").screen().contains("All hard stops hold"));
}

#[test]
fn what_nothing_can_save_is_said_with_what_would_have_to_go() {
    let mut stage = late(Lang::En);
    for (item, shortest) in [("d2-03", 45), ("d2-04", 30), ("d2-05", 60)] {
        stage.command(&format!(r#"{{"do":"item.change","item":"{item}","shortest":{shortest}}}"#));
    }
    let text = still(stage.keys("w"));
    insta::assert_snapshot!("run_falls", text);
    assert!(text.contains("falls by 6 minutes, whatever is"), "{text}");
    assert!(
        text.contains("Nothing that may be taken saves Lunch 12:30") && text.contains("would have to go"),
        "{text}"
    );
    // Who insists can have it, and take it back.
    stage.keys("4");
    assert!(item(&stage, "d2-05").is_skipped());
}

#[test]
fn rooms_are_seen_at_once_called_and_given_minutes() {
    for lang in Lang::ALL {
        let mut stage = late(lang);
        stage.command(r#"{"do":"round.call","round":"mixed","room":"room-f"}"#);
        let text = still(stage.keys("r"));
        insta::assert_snapshot!(format!("run_rooms_{lang}"), text);
    }
    let mut stage = late(Lang::En);
    let round = |stage: &Stage| {
        let rounds = &stage.workshop().rounds;
        rounds.get(rounds.find("mixed").unwrap()).unwrap().clone()
    };
    stage.keys("r down a enter");
    assert_eq!(round(&stage).clock("room-b").given(), 5);
    stage.keys("down c");
    assert!(round(&stage).clock("room-c").called().is_some());
    stage.keys("x");
    assert!(round(&stage).rooms().iter().all(|room| round(&stage).clock(&room.id).called().is_some()));
    stage.keys("s");
    assert!(round(&stage).clock("room-c").called().is_none());
    // What was called for all is one piece of work.
    stage.keys("esc u u");
    assert!(round(&stage).clock("room-a").called().is_none());
}

#[test]
fn rooms_report_back_in_turn() {
    for lang in Lang::ALL {
        let mut stage = late(lang);
        stage.keys("space space r space space");
        let text = still(&mut stage);
        insta::assert_snapshot!(format!("run_reports_{lang}"), text);
    }
    let mut stage = late(Lang::En);
    assert!(stage.keys("space r").screen().contains("No rooms are at work"));
}

#[test]
fn a_start_that_was_forgotten_is_put_right() {
    let mut stage = late(Lang::En);
    stage.keys("space c 4 enter");
    assert!(stage.screen().contains("Put right"), "{}", stage.screen());
    stage.keys("enter");
    let began = |stage: &Stage, name: &str| {
        let first = progress(stage, name).first().unwrap();
        stage.workshop().meeting.local(first).strftime("%H:%M").to_string()
    };
    assert_eq!(began(&stage, "d2-04"), "10:43");
    assert!(matches!(progress(&stage, "d2-03"), Progress::Ended { ran, .. } if ran == 22 * 60));
    // Nonsense is said, and what was typed stays.
    let text = stage.keys("c").typed("x").keys("enter").screen();
    assert!(text.contains("no time that has passed"), "{text}");
}

#[test]
fn an_item_is_skipped_swapped_and_put_in_between() {
    let mut stage = late(Lang::En);
    stage.keys("down down l enter");
    assert!(item(&stage, "d2-05").is_skipped());
    stage.keys("l enter");
    assert!(!item(&stage, "d2-05").is_skipped());
    stage.command(r#"{"do":"idea.add","text":"Who pays for translation?","kind":"parking"}"#);
    let order = |stage: &Stage| -> Vec<String> {
        let items = &stage.workshop().items;
        let day = in_order(items).into_iter().filter(|item| item.day() == 2);
        day.map(|item| item.title.in_(Lang::En).to_owned()).collect()
    };
    stage.keys("h enter");
    assert_eq!(order(&stage)[4..6], ["Lunch", "Report back from the mixed groups"]);
    stage.keys("u b").typed("transl").keys("enter");
    assert!(stage.screen().contains("new"), "{}", stage.screen());
    stage.keys("enter");
    assert_eq!(order(&stage)[3], "Who pays for translation?");
    stage.keys("b enter enter");
    assert_eq!(order(&stage)[3], "Break");
}

#[test]
fn a_laptop_that_slept_asks_what_the_meeting_did() {
    let time = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
    let slept = talkoot::tui::app::jump::jump(
        time("2017-11-29T08:30:00Z"),
        time("2017-11-29T08:47:00Z"),
        std::time::Duration::from_secs(1),
    );
    for lang in Lang::ALL {
        let mut stage = late(lang);
        stage.app.clock_jumped(slept.unwrap());
        let text = still(&mut stage);
        insta::assert_snapshot!(format!("run_slept_{lang}"), text);
    }
    let mut stage = late(Lang::En);
    stage.app.clock_jumped(slept.unwrap());
    let before = stage.workshop().event_count();
    stage.keys("enter");
    assert_eq!(stage.workshop().event_count(), before, "it went on");
    stage.app.clock_jumped(slept.unwrap());
    stage.keys("down enter");
    assert_eq!(progress(&stage, "d2-03").ran(time("2017-11-29T08:47:00Z")), 9 * 60, "it stood still");
    stage.keys("u");
    stage.app.clock_jumped(slept.unwrap());
    stage.keys("down down enter");
    assert!(matches!(progress(&stage, "d2-03"), Progress::Ended { ran, .. } if ran == 9 * 60));
    // Where nothing runs, nothing is asked.
    stage.app.clock_jumped(slept.unwrap());
    assert!(!stage.screen().contains("slept"));
}

#[test]
fn a_clock_that_was_set_back_takes_the_times_of_today_along() {
    let time = |text: &str| text.parse::<jiff::Timestamp>().unwrap();
    let mut stage = late(Lang::En);
    let passed = std::time::Duration::ZERO;
    let back =
        talkoot::tui::app::jump::jump(time("2017-11-29T09:46:00Z"), time("2017-11-29T08:46:00Z"), passed);
    stage.app.clock_jumped(back.unwrap());
    let text = still(&mut stage);
    insta::assert_snapshot!("run_set_back", text);
    stage.keys("enter");
    let began = |name: &str| progress(&stage, name).first().unwrap();
    assert_eq!(began("d2-01"), time("2017-11-29T06:04:00Z"));
    assert_eq!(began("d2-02"), time("2017-11-29T06:21:00Z"));
    assert_eq!(began("d2-03"), time("2017-11-29T07:21:00Z"));
    assert!(matches!(progress(&stage, "d2-02"), Progress::Ended { ran, .. } if ran == 3600));
}

#[test]
fn what_the_check_of_the_plan_finds_stands_in_the_agenda() {
    for lang in Lang::ALL {
        let mut stage = Stage::helsinki(lang, "2017-11-28T06:50:00Z");
        stage.command(r#"{"do":"item.change","item":"d1-04","minutes":60}"#);
        stage.keys("down down down down");
        let text = still(&mut stage);
        insta::assert_snapshot!(format!("run_marks_{lang}"), text);
        assert!(stage.keys("f").screen().contains("d1-05"));
    }
}

#[test]
fn a_day_that_is_over_says_how_it_went_and_why() {
    for lang in Lang::ALL {
        let mut stage = Stage::helsinki(lang, "2017-11-30T11:00:00Z");
        let times = [
            ("d3-01", "07:08"),
            ("d3-02", "07:25"),
            ("d3-03", "08:55"),
            ("d3-04", "09:15"),
            ("d3-06", "10:02"),
        ];
        for (item, at) in times {
            stage.command(&format!(r#"{{"do":"item.start","item":"{item}","at":"2017-11-30T{at}:00Z"}}"#));
        }
        stage.command(r#"{"do":"item.extend","item":"d3-06","minutes":5,"at":"2017-11-30T10:20:00Z"}"#);
        stage.command(r#"{"do":"item.end","item":"d3-06","at":"2017-11-30T10:40:00Z"}"#);
        let text = still(&mut stage);
        insta::assert_snapshot!(format!("run_went_{lang}"), text);
    }
}

#[test]
fn seconds_are_no_alarm() {
    let mut stage = Stage::helsinki(Lang::En, "2017-11-29T07:05:00Z");
    stage.command(r#"{"do":"item.start","item":"d2-01","at":"2017-11-29T07:00:20Z"}"#);
    assert!(!stage.screen().contains("missed"), "{}", stage.screen());
    stage.command(r#"{"do":"item.extend","item":"d2-01","minutes":1}"#);
    assert!(stage.screen().contains("missed by 1 minute"), "{}", stage.screen());
}

#[test]
fn five_more_minutes_of_what_is_over_count_from_now() {
    let mut stage = Stage::helsinki(Lang::En, "2017-11-29T09:13:00Z");
    stage.command(r#"{"do":"item.start","item":"d2-03","at":"2017-11-29T08:21:00Z"}"#);
    let text = stage.keys("a").screen();
    assert!(text.contains("+12 min") && text.contains("11:13 → 11:18"), "{text}");
}

#[test]
fn a_preview_says_what_would_be_wrong_and_gives_way_to_what_others_do() {
    let mut stage = late(Lang::En);
    let text = stage.keys("down l").screen();
    assert!(text.contains("‼ From here there is no break for 180"), "{text}");
    let text = stage.keys("esc a z z z z").screen();
    assert!(text.contains("Shorter than its shortest useful length, 35 min"), "{text}");
    // Another desk goes on to the break: what was looked at can no longer be done, and any key puts it away.
    stage.command(r#"{"do":"item.start","item":"d2-04"}"#);
    assert!(stage.screen().contains("can no longer be"), "{}", stage.screen());
    let text = stage.keys("enter").screen();
    assert!(!text.contains("no longer") && !text.contains("min: Breakouts"), "{text}");
    assert_eq!(item(&stage, "d2-03").minutes(), 45);
}

#[test]
fn where_nothing_can_be_seen_nothing_is_done() {
    let mut stage = late(Lang::En);
    let events = stage.workshop().event_count();
    stage.size(20, 5).keys("a enter space x");
    assert_eq!(stage.workshop().event_count(), events);
    stage.size(120, 36).keys("space");
    assert!(stage.workshop().event_count() > events);
}

#[test]
fn when_all_rooms_have_ended_one_is_told_and_undo_works_where_one_is() {
    let mut stage = late(Lang::En);
    stage.keys("r x");
    assert!(stage.keys("esc").screen().contains("All rooms have ended"), "{}", stage.screen());
    stage.keys("r u esc");
    assert!(!stage.screen().contains("All rooms have ended"));
    // With five more minutes for one room the countdown goes to its end.
    stage.command(r#"{"do":"round.extend","round":"mixed","room":"room-d","minutes":5}"#);
    let text = stage.screen();
    assert!(text.contains("ends 11:11") && text.contains("24:00"), "{text}");
}
