//! No room: the system's limit on the size of a file stands for a disk that fills in the middle of the work.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::io::Write;
use std::process::{Command, Stdio};

use crate::ground::{Ground, Said};

/// Runs `apply` with files of at most so many blocks of 512 bytes; what goes beyond fails as on a full disk.
fn apply_within(ground: &Ground, blocks: u32, lines: &str) -> Said {
    let script = format!("trap '' XFSZ; ulimit -f {blocks}; exec \"$0\" apply demo");
    let mut child = Command::new("sh")
        .args(["-c", &script, env!("CARGO_BIN_EXE_talkoot")])
        .current_dir(ground.path())
        .env("HOME", ground.path())
        .env("XDG_STATE_HOME", ground.path().join("state"))
        .env("TALKOOT_SESSIONS", ground.sessions())
        .env("TALKOOT_NOW", "2017-11-28T07:00:00Z")
        .env("TALKOOT_DEVICE", "d-desk")
        .env("TALKOOT_LANG", "en")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut input = child.stdin.take().unwrap();
    // A program that gives up does not read to the end.
    let _ = input.write_all(lines.as_bytes());
    drop(input);
    let output = child.wait_with_output().unwrap();
    Said {
        code: output.status.code().unwrap_or(-1),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

fn ideas(from: usize, to: usize) -> String {
    (from..to)
        .map(|n| format!("{{\"do\":\"idea.add\",\"id\":\"i{n}\",\"text\":\"idea {n}: общий фонд\"}}\n"))
        .collect()
}

fn standing(ground: &Ground) -> BTreeSet<String> {
    let view = ground.json(&["show", "demo", "ideas"]);
    view["ideas"].as_array().unwrap().iter().map(|idea| idea["id"].as_str().unwrap().to_owned()).collect()
}

fn acknowledged(told: &Said) -> BTreeSet<String> {
    let ok = told.answers().into_iter().filter(|answer| answer["ok"] == true);
    ok.map(|answer| answer["made"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn a_disk_that_takes_a_little_takes_all_it_can_and_nothing_acknowledged_is_missing() {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    let told = apply_within(&ground, 8, &ideas(0, 60));
    assert_eq!(told.answers().len(), 60, "every command is answered: {}", told.err);
    let saved = acknowledged(&told);
    assert!(saved.len() >= 50, "{} of 60 saved", saved.len());
    assert!(standing(&ground).is_superset(&saved));
    assert!(
        std::fs::read_dir(ground.session("demo").join("log")).unwrap().count() > 3,
        "files were abandoned"
    );
    let check = ground.run(&["check", "demo"]);
    assert!(check.code <= 1, "torn tails are no damage: {}", check.out);
}

#[test]
fn a_disk_that_takes_nothing_is_told_of_and_what_was_there_stays() {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    ground.apply("demo", &ideas(0, 5)).ok();
    let told = apply_within(&ground, 0, &ideas(5, 10));
    assert_eq!(told.code, 4, "{}", told.err);
    let answers = told.answers();
    assert_eq!(answers.len(), 5, "every command is answered");
    assert!(answers.iter().all(|answer| answer["ok"] == false && answer["kind"] == "system"), "{}", told.out);
    assert!(told.err.lines().count() >= 2 && !told.err.contains("panicked"), "{}", told.err);
    assert_eq!(standing(&ground).len(), 5);
    // There is room again, and the same commands are given again: each idea stands once.
    ground.apply("demo", &ideas(5, 10)).ok();
    assert_eq!(standing(&ground).len(), 10);
}
