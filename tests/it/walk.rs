//! The path of a newcomer, walked through keys in a real pseudo-terminal; and two programs on one session.
#![cfg(unix)]

use crate::ground::{Ground, said};
use crate::pty::Pty;

const DAY_TWO: (&str, &str) = ("TALKOOT_NOW", "2017-11-29T07:10:00Z");

fn desk(ground: &Ground) -> Pty {
    let mut desk = Pty::start(ground.path(), &["open", "helsinki-2017"], (120, 36), &[DAY_TWO]);
    desk.see("Recap of day 1");
    desk
}

/// What is in the session now, as another program reads it.
fn shown(ground: &Ground, what: &str) -> serde_json::Value {
    serde_json::from_str(&said(ground.command().args(["show", "helsinki-2017", what, "--json"])).ok())
        .unwrap()
}

#[test]
fn a_newcomer_walks_from_the_opening_to_the_report_and_all_the_way_back() {
    let ground = Ground::new();
    let before = shown(&ground, "report");
    let mut desk = desk(&ground);

    // The first item runs, and is overrun: lunch is late.
    desk.keys("space")
        .see("15 min")
        .keys("a")
        .see("Enter does it")
        .keys("enter")
        .see("20 min")
        .see("missed by");
    // Two people are away.
    desk.keys("2").see("42 here").keys("space space").see("40 here");
    // The mixed groups are planned, and one person is moved.
    desk.keys("3").see("Breakouts: mixed groups").see("Room A");
    desk.keys("space").see("language 7");
    desk.keys("enter").see("Enter take").keys("enter").gone("Enter take");
    // Six ideas in two rooms, one of them in Russian; tagged, merged, and the merge taken back.
    desk.keys("4").see("F1").keys("i").see("Enter saves");
    for idea in ["a shared fund #financing", "общий фонд #financing", "! ask the ministries"] {
        desk.typed(idea).keys("enter");
    }
    desk.see("ask the ministries").keys("tab");
    for idea in ["a roadmap #workforce", "who pays for it?", "train the trainers"] {
        desk.typed(idea).keys("enter");
    }
    desk.see("6 ideas").see("train the trainers").keys("esc").see("merge");
    desk.keys("space up space").see("2 marked").keys("m").see("5 ideas").keys("b").see("6 ideas");
    // A proposal is made of one of them.
    desk.keys("p").see("Enter done").keys("enter").gone("Enter done");
    desk.keys("5").see("12 proposals");
    // A commitment with an owner and a date.
    desk.keys("7").see("no commitment").keys("n").see("Enter done");
    desk.typed("Draft the roadmap")
        .keys("tab")
        .typed("S05")
        .keys("tab")
        .typed("2018-03-31")
        .keys("enter")
        .gone("New commitment");
    desk.see("Draft the roadmap");
    desk.see("saved").keys("ctrl-q");
    assert_eq!(desk.end(), 0);

    // Everything is as it was.
    let commitments = shown(&ground, "commitments");
    assert_eq!(commitments["commitments"][0]["owner"], "S05");
    assert_eq!(commitments["commitments"][0]["due"], "2018-03-31");
    assert_eq!(shown(&ground, "ideas")["ideas"].as_array().unwrap().len(), 6);
    let rooms: std::collections::BTreeSet<String> = shown(&ground, "ideas")["ideas"]
        .as_array()
        .unwrap()
        .iter()
        .map(|idea| idea["room"].to_string())
        .collect();
    assert_eq!(rooms.len(), 2, "{rooms:?}");

    // And it is undone all the way back.
    let mut desk = self::desk(&ground);
    for _ in 0..40 {
        desk.keys("u");
    }
    desk.see("nothing").keys("q");
    assert_eq!(desk.end(), 0);
    assert_eq!(shown(&ground, "report"), before);
}

#[test]
fn a_vote_is_held_with_the_keyboard_alone() {
    let ground = Ground::new();
    let mut desk = desk(&ground);
    desk.keys("6").see("No vote").keys("n").see("Enter done").keys("enter");
    desk.see("Which proposals go forward?")
        .keys("O")
        .see("Recovery phrase")
        .keys("esc")
        .gone("Recovery phrase");
    desk.see("0 of 42 in");
    for (ballot, numbers) in ["1 2 3", "1 2 4", "1 5 6"].iter().enumerate() {
        desk.keys("enter").see("the ballot goes in").typed(numbers).keys("enter");
        desk.see(&format!("{} of 42 in", ballot + 1)).see("under the number");
    }
    let open = shown(&ground, "votes");
    assert_eq!(open["votes"][0]["stage"], "open");
    assert!(open["votes"][0].get("results").is_none_or(serde_json::Value::is_null));
    // A key that comes in one read with Esc is another key: each is pressed once the one before it has shown what it does.
    desk.keys("esc").see("C close the vote").keys("C").see("C again").keys("C").see("supporters").keys("q");
    assert_eq!(desk.end(), 0);
    assert_eq!(shown(&ground, "votes")["votes"][0]["stage"], "closed");
}

#[test]
fn the_rapporteur_and_the_desk_see_each_others_lines() {
    let ground = Ground::new();
    let mut desk = desk(&ground);
    desk.keys("2").see("42 here").keys("space").see("41 here").see("saved");
    let arguments = ["capture", "helsinki-2017", "--room", "room-b"];
    let mut room = Pty::start(ground.path(), &arguments, (100, 30), &[DAY_TWO, ("TALKOOT_DEVICE", "d-room")]);
    room.see("Room B").typed("общий фонд для пилотных проектов").keys("enter").see("saved");
    desk.keys("4").see("общий фонд");
    desk.keys("i").see("Enter saves").typed("seen from the desk").keys("enter esc").see("seen from the desk");
    room.typed("второе").keys("enter").see("второе");
    desk.see("второе").keys("q");
    assert_eq!(desk.end(), 0);
    room.keys("ctrl-q");
    assert_eq!(room.end(), 0);
    assert_eq!(shown(&ground, "ideas")["ideas"].as_array().unwrap().len(), 3);
}

#[test]
fn the_wall_shows_what_the_desk_stages_and_nothing_else() {
    let ground = Ground::new();
    let _ = ground.apply("helsinki-2017", r#"{"do":"person.leave","person":"S01"}"#);
    let mut wall = Pty::start(ground.path(), &["project", "helsinki-2017"], (120, 36), &[DAY_TWO]);
    wall.see("Коалиция").see("Coalition of Partners");
    assert!(!wall.text().contains("saved") && !wall.text().contains("F1"), "{}", wall.text());
    let _ = ground.apply("helsinki-2017", r#"{"do":"stage.show","view":"proposals"}"#);
    wall.see("P11").keys("q");
    assert_eq!(wall.end(), 0);
}

#[test]
fn a_terminal_of_any_size_is_survived_and_signals_give_it_back() {
    let ground = Ground::new();
    let mut desk = desk(&ground);
    for (cols, rows) in [(10, 3), (1, 1), (300, 80), (80, 24)] {
        desk.resize(cols, rows);
    }
    desk.see("Recap");
    let terminate = |pid: u32| {
        let killed = std::process::Command::new("kill").args(["-TERM", &pid.to_string()]).status().unwrap();
        assert!(killed.success());
    };
    terminate(desk.pid());
    assert_eq!(desk.end(), 0);
    // Before the first frame as well.
    let mut desk = Pty::start(ground.path(), &["open", "helsinki-2017"], (120, 36), &[DAY_TWO]);
    desk.taken();
    terminate(desk.pid());
    assert_eq!(desk.end(), 0);
    let mut desk = self::desk(&ground);
    desk.keys("i").see("Enter saves").typed("half a sent");
    desk.see("half a sent");
    terminate(desk.pid());
    assert_eq!(desk.end(), 0);
    // What was typed is there again.
    let mut desk = self::desk(&ground);
    desk.keys("i").see("half a sent").keys("ctrl-q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn a_russian_keyboard_does_it_all() {
    let ground = Ground::new();
    let mut desk = desk(&ground);
    // Space, then a and z where they are on that layout, then u and q.
    desk.keys("space")
        .see("15 min")
        .keys("ф")
        .see("Enter")
        .keys("enter")
        .see("20 min")
        .keys("г")
        .see("Undone")
        .see("15 min")
        .keys("й");
    assert_eq!(desk.end(), 0);
}
