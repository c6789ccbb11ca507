//! Who asks to be forgotten is: in every line, every table and every pack; what the others did stays as it was.

use std::path::Path;

use crate::ground::{Ground, bytes_under};

const DAY: &str = r#"
{"do":"person.add","id":"S01","name":{"en":"Anna Koski","ru":"Анна Коски"},"organisation":"THL","country":"FI","languages":["fi","en"]}
{"do":"person.add","id":"S02","name":"Pekka Virta","organisation":"Helsinki","languages":["fi","en"]}
{"do":"idea.add","id":"i1","text":"A fund for pilots, as Anna Koski proposed","author":"Anna Koski","room":"a"}
{"do":"idea.add","id":"i2","text":"Предложение Анны Коски","author":"Pekka Virta","room":"a"}
{"do":"idea.edit","idea":"i2","text":"Предложение Анны Коски и других","who":"Anna Koski"}
{"do":"person.change","person":"S01","name":"Anna Koski-Virta"}
{"do":"proposal.add","id":"P01","title":"A fund","leads":["THL (Anna Koski)"]}
{"do":"vote.prepare","id":"v1","title":"Which?","options":["P01"],"method":"dots","dots":3}
{"do":"vote.waive","vote":"v1","gate":"languages","reason":"read out by anna koski"}
{"do":"commitment.add","id":"c1","text":"Write to the others","owner":"Anna Koski"}
{"do":"undo"}
"#;

fn day() -> Ground {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    let told = ground.apply("demo", DAY.trim_start());
    assert_eq!(told.out.matches("\"ok\":true").count(), DAY.trim().lines().count(), "{}", told.out);
    ground
}

/// All bytes of all files under a path.
fn everything(path: &Path) -> String {
    let bytes: Vec<u8> = if path.is_dir() {
        bytes_under(path).into_iter().flat_map(|(_, bytes)| bytes).collect()
    } else {
        std::fs::read(path).unwrap()
    };
    String::from_utf8(bytes).unwrap().to_lowercase()
}

#[test]
fn a_person_is_taken_out_of_every_line_and_the_work_of_the_others_stays() {
    let ground = day();
    let before = bytes_under(&ground.session("demo"));
    let out = ground.path().join("clean");
    let shown = out.display().to_string();
    let told = ground.run(&["redact", "demo", "S01", "-o", &shown]).ok();
    assert_eq!(bytes_under(&ground.session("demo")), before, "the old session is only read");
    let text = everything(&out);
    for gone in ["anna koski", "анна коски", "\"fi\",\"en\"],\"id\":\"s01\"", "thl\""] {
        assert!(!text.contains(gone), "{gone} still stands in {text}");
    }
    // What may be an inflected form is for a person to judge.
    assert!(told.contains("“Анны”") || told.contains("“Коски”"), "{told}");

    let view = |session: &str| ground.json(&["show", session]);
    let (old, new) = (view("demo"), view(&shown));
    assert_eq!(new["ideas"].as_array().unwrap().len(), old["ideas"].as_array().unwrap().len());
    assert_eq!(new["people"][1], old["people"][1], "the others are as they were");
    assert_eq!(new["people"][0]["name"]["en"], "█████");
    assert_eq!(new["people"][0]["id"], "S01", "the seat stays");
    assert!(new["ideas"][0]["text"]["en"].as_str().unwrap().starts_with("A fund for pilots, as █████"));
    assert_eq!(new["commitments"], old["commitments"], "what was undone stays undone");
    ground.run(&["check", &shown]).ok();
    // It goes on as any session does, and its own undo reaches back into what was there.
    ground.apply(&shown, "{\"do\":\"redo\"}\n").ok();
    assert_eq!(view(&shown)["commitments"][0]["owner"], "█████");
}

#[test]
fn the_new_session_is_another_one_and_says_where_it_came_from() {
    let ground = day();
    let pack = ground.path().join("old.session.jsonl");
    ground.run(&["pack", "demo", "-o", &pack.display().to_string()]).ok();
    let trailer: serde_json::Value =
        serde_json::from_str(std::fs::read_to_string(&pack).unwrap().lines().last().unwrap()).unwrap();
    let (once, twice) = (ground.path().join("once.session.jsonl"), ground.path().join("twice.session.jsonl"));
    let (once, twice) = (once.display().to_string(), twice.display().to_string());
    ground.run(&["redact", "demo", "Anna Koski-Virta", "-o", &once]).ok();
    ground.run(&["redact", &once, "S02", "-o", &twice]).ok();
    let header = |path: &str| -> serde_json::Value {
        let text = std::fs::read_to_string(path).unwrap();
        serde_json::from_str(text.lines().nth(1).unwrap()).unwrap()
    };
    let (first, second) = (header(&once), header(&twice));
    assert_eq!(first["d"]["redacted"][0]["digest"], trailer["digest"]);
    assert_ne!(first["sid"], first["d"]["redacted"][0]["sid"]);
    assert_eq!(second["d"]["redacted"][0], first["d"]["redacted"][0], "the whole descent is told");
    assert_eq!(second["d"]["redacted"][1]["sid"], first["sid"]);
    ground.run(&["merge", "demo", &once, "-o", "joined"]).refused(1);
    ground.run(&["redact", "demo", "S01", "-o", &once]).refused(1);
}

#[test]
fn the_words_go_too_where_they_are_asked_for_and_nobody_is_refused() {
    let ground = day();
    let out = ground.path().join("silent").display().to_string();
    ground.run(&["redact", "demo", "S01", "--words", "--also", "Анны Коски", "-o", &out]).ok();
    let view = ground.json(&["show", &out, "ideas"]);
    assert_eq!(view["ideas"][0]["text"]["en"], "█████");
    assert_eq!(view["ideas"][1]["text"]["ru"], "Предложение █████ и других");
    let other = ground.path().join("other");
    ground.run(&["redact", "demo", "Nobody At All", "-o", &other.display().to_string()]).refused(1);
    assert!(!other.exists());
}

#[test]
fn an_open_secret_vote_cannot_be_opened_in_the_new_session_and_that_is_said() {
    let ground = day();
    let vote = "{\"do\":\"proposal.add\",\"id\":\"P02\",\"title\":\"A prize\"}\n\
                {\"do\":\"vote.change\",\"vote\":\"v1\",\"options\":[\"P01\",\"P02\"],\"secret\":true}\n\
                {\"do\":\"vote.open\",\"vote\":\"v1\"}\n{\"do\":\"vote.cast\",\"vote\":\"v1\",\"seat\":\"S02\",\"votes\":{\"P01\":1}}\n";
    let told = ground.apply("demo", vote);
    assert_eq!(told.out.matches("\"ok\":true").count(), 4, "{}", told.out);
    let redact = |out: &str| {
        let out = ground.path().join(out);
        ground.run(&["redact", "demo", "S01", "-o", &out.display().to_string()]).ok()
    };
    assert!(redact("early").contains("The vote v1 is open and secret"));
    ground.apply("demo", "{\"do\":\"vote.close\",\"vote\":\"v1\"}\n").ok();
    assert!(!redact("late").contains("secret"));
}
