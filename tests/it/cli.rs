//! The command line from end to end: what is said, what is left behind, how it ends.

use crate::ground::{Ground, bytes_under, said};

#[test]
fn a_new_session_is_empty_but_valid_and_has_one_name_only() {
    let ground = Ground::new();
    let made = ground.run(&["new", "Ljubljana 2018"]).ok();
    assert!(made.contains("ljubljana-2018"), "{made}");
    ground.run(&["check", "ljubljana-2018"]).ok();
    assert!(ground.run(&["show", "ljubljana-2018"]).ok().contains("Ljubljana 2018"));
    ground.run(&["new", "ljubljana 2018"]).refused(1);
}

#[test]
fn reading_creates_nothing() {
    let ground = Ground::new();
    ground.run(&["show", "helsinki-2017"]).ok();
    ground.run(&["log", "helsinki-2017"]).ok();
    ground.run(&["check", "helsinki-2017"]).ok();
    assert_eq!(bytes_under(ground.path()), []);
}

#[test]
fn the_first_writing_command_copies_a_bundled_session_out() {
    let ground = Ground::new();
    let answers = ground.apply("helsinki-2017", r#"{"do":"person.leave","person":"S07"}"#).answers();
    assert_eq!(answers[0]["ok"], true);
    assert_eq!(ground.session("helsinki-2017").file_name().unwrap(), "helsinki-2017-k7q2m9");
    let people = ground.json(&["show", "helsinki-2017", "people"]);
    assert_eq!(people["people"].as_array().unwrap().len(), 42, "it is the same session with the same people");
}

#[test]
fn a_copy_keeps_the_ids_under_a_new_identity() {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    assert_eq!(ground.apply("demo", r#"{"do":"person.leave","person":"S07"}"#).answers()[0]["ok"], true);
    assert_ne!(ground.session("demo").file_name().unwrap(), "demo-k7q2m9");
    let before = ground.json(&["show", "helsinki-2017", "proposals"]);
    assert_eq!(ground.json(&["show", "demo", "proposals"]), before);
    // What it was made with is the floor.
    let undo = ground.apply("demo", "{\"do\":\"undo\"}\n{\"do\":\"undo\"}").answers();
    assert_eq!((undo[0]["ok"].as_bool(), undo[1]["kind"].as_str()), (Some(true), Some("nothing")));
}

#[test]
fn apply_answers_each_line_and_ends_with_one_if_any_was_refused() {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    let lines = [
        r#"{"do":"idea.add","id":"i-one","text":"a shared fund #financing","room":"a"}"#,
        r#"{"do":"idea.add","id":"i-one","text":"again"}"#,
        "",
        r#"{"idea.add":{"text":{"ru":"общий фонд"}},"id":"i-two","who":"room-b","at":"2017-11-28T09:00:00+02:00"}"#,
        r#"{"do":"idea.edit","idea":"i-three","text":"x"}"#,
        r#"{"do":"idea.add","text":"x","colour":"red"}"#,
        "not json",
    ];
    let said = ground.apply("demo", &lines.join("\n"));
    let answers = said.answers();
    assert_eq!(said.code, 1);
    let kinds: Vec<&str> = answers.iter().map(|answer| answer["kind"].as_str().unwrap_or("ok")).collect();
    assert_eq!(kinds, ["ok", "taken", "ok", "unknown", "unknown-field", "malformed"]);
    assert_eq!(answers[0]["made"], "i-one");
    assert_eq!(answers[0]["events"][0]["k"], "idea.added");
    for answer in &answers[1..] {
        if answer["ok"] == false {
            assert!(
                !answer["error"].as_str().unwrap().is_empty() && !answer["hint"].as_str().unwrap().is_empty()
            );
        }
    }
    let ideas = ground.json(&["show", "demo", "ideas"]);
    assert_eq!(ideas["ideas"].as_array().unwrap().len(), 2);
    assert!(ground.run(&["log", "demo"]).ok().contains("room-b"));
}

#[test]
fn hostile_commands_are_refused_one_by_one() {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    let megabyte = format!(r#"{{"do":"idea.add","text":"{}"}}"#, "x".repeat(1 << 20));
    let five = format!(r#"{{"do":"idea.add","text":"{}"}}"#, "x".repeat(5 << 20));
    let deep = format!(r#"{{"do":"idea.add","text":{}1{}}}"#, "[".repeat(10_000), "]".repeat(10_000));
    let mut bytes: Vec<u8> = Vec::new();
    for line in
        [megabyte.as_str(), &deep, &five, r#"{"do":"idea.fly"}"#, r#"{"do":"idea.add"}"#, r#"{"text":"x"}"#]
    {
        bytes.extend_from_slice(line.as_bytes());
        bytes.push(b'\n');
    }
    bytes.extend_from_slice(b"{\"do\":\"idea.add\",\"text\":\"\xff\xfe\"}\n");
    bytes.extend_from_slice(
        "{\"do\":\"idea.add\",\"id\":\"last\",\"text\":\"a\u{202e}b\\u001b[31mc\"}\n".as_bytes(),
    );
    let answered = said(ground.command().args(["apply", "demo"]).write_stdin(bytes));
    let kinds: Vec<String> =
        answered.answers().iter().map(|answer| answer["kind"].as_str().unwrap_or("ok").to_owned()).collect();
    assert_eq!(
        kinds,
        ["too-long", "malformed", "too-long", "unknown-verb", "missing-field", "no-verb", "not-utf8", "ok"]
    );
    let ideas = ground.json(&["show", "demo", "ideas"]);
    assert_eq!(ideas["ideas"][0]["text"]["en"], "abc");
}

#[test]
fn what_is_not_a_session_is_said_to_be_none() {
    let ground = Ground::new();
    std::fs::create_dir_all(ground.path().join("plain")).unwrap();
    std::fs::write(ground.path().join("file.txt"), "hello").unwrap();
    std::fs::create_dir_all(ground.path().join("empty-abcdef/log")).unwrap();
    std::fs::write(ground.path().join("empty-abcdef/log/0000000000000001.own.jsonl"), "rubbish\n").unwrap();
    std::fs::write(ground.path().join("cut.session.jsonl"), "{\"talkoot\":1,").unwrap();
    for (given, code) in [
        ("./missing", 1),
        ("missing", 1),
        ("./plain", 1),
        ("./file.txt", 1),
        ("./empty-abcdef", 3),
        ("a/b\u{1b}[31m", 1),
        (&"x".repeat(300), 1),
    ] {
        for command in ["show", "log", "check", "apply", "export", "pack"] {
            let told = ground.run(&[command, given]).refused(code);
            assert!(!told.contains('\u{1b}'), "{told:?}");
        }
    }
    assert!(ground.run(&["show", "./cut.session.jsonl"]).code != 0);
}

#[test]
fn names_that_cannot_be_are_refused() {
    let ground = Ground::new();
    let long = "x".repeat(300);
    for name in ["", "  ", "a/b", "..", ".hidden", "a\u{7}b", "a\u{202e}b", &long] {
        let told = ground.run(&["new", name]).refused(1);
        assert!(!told.contains('\u{7}'), "{told:?}");
    }
    assert_eq!(bytes_under(&ground.sessions()), []);
}

#[test]
fn the_command_line_itself_is_refused_with_two() {
    let ground = Ground::new();
    for arguments in
        [&["fly"][..], &["open"], &["show", "helsinki-2017", "weather"], &["show", "--colour", "x"]]
    {
        ground.run(arguments).refused(2);
    }
    let now = said(ground.command().env("TALKOOT_NOW", "yesterday").args(["show", "helsinki-2017"]));
    now.refused(2);
}

#[test]
fn without_a_terminal_the_screens_are_refused() {
    let ground = Ground::new();
    for command in ["open", "capture", "project"] {
        ground.run(&[command, "helsinki-2017"]).refused(1);
    }
    ground.run(&[]).refused(1);
    assert_eq!(bytes_under(&ground.sessions()), [], "nothing was made for a screen that never was");
}

#[test]
fn a_pack_is_a_session_and_comes_back_the_same() {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    let _ = ground.apply("demo", r#"{"do":"idea.add","id":"i","text":"x"}"#);
    ground.run(&["pack", "demo", "-o", "demo.session.jsonl"]).ok();
    ground.run(&["pack", "demo", "-o", "demo.session.jsonl"]).refused(1);
    let before = ground.json(&["show", "demo"]);
    assert_eq!(ground.json(&["show", "./demo.session.jsonl"]), before);
    ground.run(&["unpack", "demo.session.jsonl", "--to", "elsewhere"]).ok();
    let there = std::fs::read_dir(ground.path().join("elsewhere")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(ground.json(&["show", there.to_str().unwrap()]), before);
    let again = ground.run(&["unpack", "demo.session.jsonl", "--to", "elsewhere"]).ok();
    assert!(again.contains("Joined 0"), "{again}");
}

#[test]
fn laptops_that_worked_apart_are_joined_in_any_order() {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    ground.run(&["pack", "demo", "-o", "morning.session.jsonl"]).ok();
    for (device, text) in [("d-a", "a fund"), ("d-b", "общий фонд"), ("d-c", "a roadmap")] {
        let to = ground.path().join(device);
        ground.run(&["unpack", "morning.session.jsonl", "--to", to.to_str().unwrap()]).ok();
        let mut command = ground.command();
        command.env("TALKOOT_SESSIONS", &to).env("TALKOOT_DEVICE", device);
        let line = format!(r#"{{"do":"idea.add","id":"same","text":"{text}"}}"#);
        let answer = said(command.args(["apply", "demo"]).write_stdin(line));
        assert_eq!(answer.answers()[0]["made"], "same");
    }
    let folder = |device: &str| {
        let inside = std::fs::read_dir(ground.path().join(device)).unwrap().next().unwrap().unwrap();
        inside.path().to_str().unwrap().to_owned()
    };
    let (a, b, c) = (folder("d-a"), folder("d-b"), folder("d-c"));
    ground.run(&["merge", &a, &b, &c, "-o", "abc"]).ok();
    ground.run(&["merge", &c, &b, &a, "-o", "cba.session.jsonl"]).ok();
    let all = ground.json(&["show", "./abc"]);
    assert_eq!(all, ground.json(&["show", "./cba.session.jsonl"]));
    let ids: Vec<&str> =
        all["ideas"].as_array().unwrap().iter().map(|idea| idea["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["same", "same~2", "same~3"]);
    ground.run(&["merge", &a, "helsinki-2017", "-o", "x"]).refused(1);
}

#[test]
fn the_errors_speak_russian_too() {
    let ground = Ground::new();
    let told = said(ground.command().env("TALKOOT_LANG", "ru").args(["show", "nothing"])).refused(1);
    assert!(told.contains("нет сессии"), "{told}");
    let told = said(ground.command().args(["--lang", "ru", "fly"])).refused(2);
    assert!(told.contains("нет"), "{told}");
}

#[test]
fn the_papers_of_the_shell_are_printed() {
    let ground = Ground::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(ground.run(&["completions", shell]).ok().contains("talkoot"));
    }
    assert!(ground.run(&["man"]).ok().contains(".TH talkoot"));
    let keys = ground.json(&["keys"]);
    assert!(keys.as_array().unwrap().len() > 60);
}

#[test]
fn a_hurt_session_is_read_as_far_as_it_goes_and_named() {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    let _ = ground.apply("demo", "{\"do\":\"idea.add\",\"id\":\"a\",\"text\":\"kept\"}\n{\"do\":\"idea.add\",\"id\":\"b\",\"text\":\"hurt\"}");
    let log = ground.session("demo").join("log");
    let hurt = std::fs::read_dir(&log)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .find(|path| std::fs::read_to_string(path).unwrap().contains("hurt"))
        .unwrap();
    let whole = std::fs::read_to_string(&hurt).unwrap();
    // Cut in the middle of the last line: information.
    std::fs::write(&hurt, &whole[..whole.len() - 20]).unwrap();
    let torn = ground.run(&["check", "demo"]);
    assert!(torn.code == 1 && torn.out.contains("middle of a line"), "{}", torn.out);
    assert_eq!(ground.json(&["show", "demo", "ideas"])["ideas"].as_array().unwrap().len(), 1);
    // One byte of it turned: damage, named by file and line.
    std::fs::write(&hurt, whole.replace("hurt", "hurl")).unwrap();
    let damaged = ground.run(&["check", "demo"]);
    assert!(damaged.code == 3 && damaged.out.contains("line 3"), "{} {}", damaged.code, damaged.out);
    let shown = ground.run(&["show", "demo", "ideas"]);
    assert_eq!((shown.code, shown.err.lines().count()), (0, 1), "{}", shown.err);
    assert!(shown.out.contains("kept") && !shown.out.contains("hurl"));
    ground.run(&["pack", "demo"]).refused(3);
    assert_eq!(
        std::fs::read_to_string(&hurt).unwrap(),
        whole.replace("hurt", "hurl"),
        "nothing was written over"
    );
}

#[test]
fn a_later_version_is_read_and_not_written() {
    use sha2::{Digest, Sha256};
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    let log = ground.session("demo").join("log");
    let file = std::fs::read_dir(&log).unwrap().next().unwrap().unwrap().path();
    let text = std::fs::read_to_string(&file).unwrap();
    let first = text.lines().next().unwrap().replacen("{\"talkoot\":1,", "{\"talkoot\":2,", 1);
    let (covered, _) = first.rsplit_once(",\"h\":\"").unwrap();
    let digest: String =
        Sha256::digest(covered.as_bytes()).iter().take(16).map(|byte| format!("{byte:02x}")).collect();
    let rest: Vec<&str> = text.lines().skip(1).collect();
    std::fs::write(&file, format!("{covered},\"h\":\"{digest}\"}}\n{}\n", rest.join("\n"))).unwrap();
    assert_eq!(ground.run(&["show", "demo"]).code, 0);
    ground.run(&["apply", "demo"]).refused(1);
    ground.run(&["pack", "demo"]).refused(1);
}

#[test]
fn the_log_is_asked_for_a_person_a_thing_and_a_time() {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    let lines = [
        r#"{"do":"idea.add","id":"i1","text":"one","who":"room-a","at":"2017-11-28T08:00:00Z"}"#,
        r#"{"do":"idea.add","id":"i2","text":"two","who":"room-b","at":"2017-11-28T09:00:00Z"}"#,
        r#"{"do":"idea.merge","ideas":["i1","i2"],"who":"room-b","at":"2017-11-28T10:00:00Z"}"#,
        r#"{"do":"idea.tag","idea":"i1","add":["x"],"who":"room-a","at":"2017-11-28T11:00:00Z"}"#,
    ];
    ground.apply("demo", &(lines.join("\n") + "\n")).ok();
    let kinds = |more: &[&str]| -> Vec<String> {
        let arguments = [&["log", "demo", "--json"], more].concat();
        let out = ground.run(&arguments).ok();
        let kind = |line: &str| {
            let line: serde_json::Value = serde_json::from_str(line).unwrap();
            line["k"].as_str().unwrap().trim_start_matches("idea.").to_owned()
        };
        out.lines().map(kind).collect()
    };
    assert_eq!(kinds(&["--who", "room-a"]), ["added", "tagged"]);
    assert_eq!(kinds(&["--of", "i2"]), ["added", "merged"]);
    assert_eq!(kinds(&["--of", "i1", "--who", "room-b"]), ["merged"]);
    // By the clock of the meeting, or with an offset; the first moment belongs to it, the last does not.
    assert_eq!(
        kinds(&["--after", "2017-11-28T11:00", "--before", "2017-11-28T11:00:00Z"]),
        ["added", "merged"]
    );
    assert_eq!(kinds(&["--device", "d-desk", "--who", "room-b"]).len(), 2);
    ground.run(&["log", "demo", "--of", "nothing"]).refused(1);
    ground.run(&["log", "demo", "--after", "noon"]).refused(2);
}
