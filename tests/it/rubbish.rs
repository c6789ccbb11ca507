//! Lines of other hands: rubbish is named by file and line, the rest is read, nothing is written over and nothing steers the
//! terminal.

use std::path::PathBuf;

use talkoot::journal::digest::Digest;

use crate::ground::{Ground, bytes_under};

const RUN: &str = "aaaaaaaaaaaaaaaa";

/// A line with a right digest, whatever it says.
fn sealed(body: &str) -> String {
    format!("{body},\"h\":\"{}\"}}\n", Digest::of(body.as_bytes()))
}

fn line(n: u32, kind: &str, d: &str, before: &str) -> String {
    let previous = if before.is_empty() {
        "0".repeat(32)
    } else {
        before[before.len() - 35..before.len() - 3].to_owned()
    };
    sealed(&format!(
        "{{\"w\":\"{RUN}\",\"n\":{n},\"id\":\"{RUN}.{n}\",\"t\":\"2017-11-28T06:00:00.000Z-0000\",\"k\":\"{kind}\",\"d\":{d},\"p\":\"{previous}\""
    ))
}

/// A session with three ideas, and the header of a further run in it.
fn demo() -> (Ground, PathBuf, String) {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    ground.apply("demo", &"{\"do\":\"idea.add\",\"text\":\"one\"}\n".repeat(3)).ok();
    let log = ground.session("demo").join("log");
    let own = std::fs::read_dir(&log).unwrap().next().unwrap().unwrap().path();
    let first = std::fs::read_to_string(own).unwrap().lines().next().unwrap().to_owned();
    let (body, _) = first.rsplit_once(",\"h\":\"").unwrap();
    let run = &body[body.find("\"w\":\"").unwrap() + 5..][..16];
    let header = sealed(&body.replace(run, RUN));
    (ground, log.join(format!("{RUN}.own.jsonl")), header)
}

#[test]
fn a_line_that_cannot_be_is_named_with_its_file_and_the_rest_is_read() {
    let deep = format!("{{\"text\":{}{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let long = format!("{{\"text\":{{\"en\":\"{}\"}}}}", "x".repeat(300 * 1024));
    let twice = "{\"text\":{\"en\":\"a\"}},\"k\":\"idea.removed\"".to_owned();
    for d in
        [deep, long, twice, "{\"text\":{\"en\":\"\\ud800\"}}".into(), "{\"text\":{\"en\":\"a\0b\"}}".into()]
    {
        let (ground, file, header) = demo();
        let bad = line(1, "idea.added", &d, &header);
        let good = line(2, "idea.added", "{\"text\":{\"en\":\"after\"}}", &bad);
        std::fs::write(&file, format!("{header}{bad}{good}")).unwrap();
        let before = bytes_under(&ground.session("demo"));
        let shown: String = d.chars().take(40).collect();
        let check = ground.run(&["check", "demo"]);
        assert!(
            check.code == 3 && check.out.contains("aaaaaaaaaaaaaaaa.own.jsonl, line 2"),
            "{shown}: {}",
            check.out
        );
        let show = ground.run(&["show", "demo", "ideas", "--json"]);
        assert!(show.code == 0 && show.out.contains("after"), "{shown}");
        assert!(show.err.contains("line 2") && show.err.lines().count() == 1, "{shown}: {}", show.err);
        ground.run(&["pack", "demo", "-o", "x.session.jsonl"]).refused(3);
        assert_eq!(bytes_under(&ground.session("demo")), before, "{shown}: reading changes nothing");
        assert_eq!(ground.apply("demo", "{\"do\":\"idea.add\",\"text\":\"on\"}\n").code, 0);
    }
}

#[test]
fn what_another_hand_wrote_does_not_steer_the_terminal() {
    let (ground, file, header) = demo();
    let first = line(
        1,
        "idea.added",
        "{\"text\":{\"en\":\"red \\u001b[31m and \\u0000 and \u{9b}2J\"},\"author\":\"\\u001b]0;x\\u0007\"}",
        &header,
    );
    std::fs::write(&file, format!("{header}{first}")).unwrap();
    ground.run(&["export", "demo", "--to", "out"]).ok();
    let mut told: Vec<Vec<u8>> =
        bytes_under(&ground.path().join("out")).into_iter().map(|(_, bytes)| bytes).collect();
    for arguments in
        [&["show", "demo"][..], &["log", "demo"], &["show", "demo", "--json"], &["check", "demo"]]
    {
        told.push(ground.run(arguments).out.into_bytes());
    }
    for bytes in told {
        let text = String::from_utf8(bytes).unwrap();
        let steering = |c: char| c.is_control() && !matches!(c, '\n' | '\t' | '\r');
        assert!(!text.contains(steering), "{text:?}");
    }
    assert!(ground.run(&["show", "demo", "ideas"]).ok().contains("red"));
}

#[test]
fn a_file_of_rubbish_is_told_of_in_a_few_lines() {
    let (ground, file, _) = demo();
    std::fs::write(&file, "a line that means nothing\n".repeat(100_000)).unwrap();
    let check = ground.run(&["check", "demo"]);
    assert!(check.code == 3 && check.out.lines().count() < 70, "{} lines", check.out.lines().count());
    assert!(check.out.contains("lines 1 to 100000 (100000)"), "{}", check.out);
    assert_eq!(ground.json(&["show", "demo", "ideas"])["ideas"].as_array().unwrap().len(), 3);
}
