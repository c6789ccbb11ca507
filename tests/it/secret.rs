//! Secret votes from the command line: until the closing nothing tells a choice, after it nothing links a seat with a ballot.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::ground;
use crate::ground::Ground;

const OPEN: &str = r#"{"do":"vote.prepare","id":"v","title":"Which?","options":["P01","P02","P03","P04"],"method":"dots","dots":3,"cap":2,"seats":2}
{"do":"vote.open","vote":"v"}"#;

fn ballots(seats: std::ops::RangeInclusive<u32>, option: impl Fn(u32) -> u32) -> String {
    let line = |seat: u32| {
        let option = option(seat);
        format!(r#"{{"do":"vote.cast","vote":"v","seat":"S{seat:02}","votes":{{"P{option:02}":2}}}}"#)
    };
    seats.map(line).collect::<Vec<_>>().join("\n")
}

fn all_ok(answers: &[Value]) {
    for answer in answers {
        assert_eq!(answer["ok"], true, "{answer}");
    }
}

/// Every file below a folder, by name, with its text.
fn files(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.push((path.clone(), String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned()));
        }
    }
    found.sort();
    found
}

/// The lines of the log of these kinds.
fn lines(ground: &Ground, kinds: &[&str]) -> Vec<Value> {
    let all = files(&ground.path().join("sessions"));
    let logs = all.iter().filter(|(path, _)| path.extension().is_some_and(|ending| ending == "jsonl"));
    let lines =
        logs.flat_map(|(_, text)| text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap()));
    lines.filter(|line| kinds.contains(&line["k"].as_str().unwrap())).collect()
}

/// All that can be read of a session without its key, with what differs from run to run taken out.
fn told(ground: &Ground) -> String {
    let mut told = String::new();
    for command in [&["show", "helsinki-2017"][..], &["show", "helsinki-2017", "--json"]] {
        told += &ground.run(command).ok();
    }
    let to = ground.path().join("out");
    let _ = std::fs::remove_dir_all(&to);
    let _ = ground.run(&["export", "helsinki-2017", "--to", &to.display().to_string()]).ok();
    for (path, text) in files(&to) {
        told += &format!("{}\n{text}\n", path.file_name().unwrap().display());
    }
    for line in lines(ground, &["vote.sealed", "vote.marked", "vote.opened", "vote.closed", "vote.ballots"]) {
        let d = &line["d"];
        let length = d["ballot"].as_str().map(str::len);
        told += &format!("{} {length:?} {}\n", line["k"], d["seats"]);
    }
    told
}

#[test]
fn two_votes_that_differ_only_in_what_was_voted_cannot_be_told_apart_before_the_closing() {
    let told_of = |shift: u32| {
        let ground = Ground::new();
        let voted = ballots(1..=25, |seat| (seat + shift) % 4 + 1);
        let answers = ground.apply("helsinki-2017", &format!("{OPEN}\n{voted}")).answers();
        all_ok(&answers);
        let undone = ground.apply("helsinki-2017", r#"{"do":"undo"}"#).answers();
        all_ok(&undone);
        let log = ground.run(&["log", "helsinki-2017"]).ok();
        let ballots_told: Vec<&str> = log.lines().filter(|line| line.contains("ballot")).collect();
        assert_eq!(ballots_told.len(), 26, "25 ballots and an undo: {ballots_told:#?}");
        let plain = |line: &&str| line.contains("sealed ballot") && !line.contains("P0");
        assert!(ballots_told.iter().all(plain), "{ballots_told:#?}");
        // No line of the folder holds an option beside a ballot.
        for line in lines(&ground, &["vote.sealed", "vote.cast", "vote.corrected"]) {
            assert_eq!(line["k"], "vote.sealed");
            assert!(line["d"].get("votes").is_none() && line["d"].get("seat").is_none(), "{line}");
        }
        told(&ground)
    };
    assert_eq!(told_of(0), told_of(1));
}

#[test]
fn marks_are_written_ten_at_a_time_in_the_order_of_the_roster() {
    let ground = Ground::new();
    let voted: Vec<String> = ballots(1..=23, |_| 1).lines().rev().map(ToOwned::to_owned).collect();
    all_ok(&ground.apply("helsinki-2017", &format!("{OPEN}\n{}", voted.join("\n"))).answers());
    let marked = |ground: &Ground| -> Vec<usize> {
        let lines = lines(ground, &["vote.marked"]);
        for line in &lines {
            let number =
                |seat: &Value| -> u64 { seat.as_str().unwrap().rsplit('.').next().unwrap().parse().unwrap() };
            let seats: Vec<u64> = line["d"]["seats"].as_array().unwrap().iter().map(number).collect();
            assert!(seats.is_sorted(), "{line}");
        }
        lines.iter().map(|line| line["d"]["seats"].as_array().unwrap().len()).collect()
    };
    assert_eq!(marked(&ground), [10, 10]);
    // A run for each ballot gathers as well; one that is in is refused, marked or not.
    let said = ground.apply("helsinki-2017", &ballots(1..=1, |_| 2)).answers();
    assert_eq!((&said[0]["ok"], &said[0]["kind"]), (&Value::Bool(false), &Value::from("voted")));
    all_ok(&ground.apply("helsinki-2017", r#"{"do":"vote.close","vote":"v"}"#).answers());
    assert_eq!(marked(&ground).iter().sum::<usize>(), 23);
}

#[test]
fn the_closing_publishes_ballots_without_seats_and_the_keys_are_gone() {
    let ground = Ground::new();
    let first = ground.apply("helsinki-2017", OPEN).answers();
    all_ok(&first);
    assert_eq!(first[1]["phrase"].as_str().unwrap().split(' ').count(), 12);
    let voted = ground.apply("helsinki-2017", &ballots(1..=6, |seat| seat % 2 + 1)).answers();
    all_ok(&voted);
    let numbers: Vec<u64> = voted.iter().map(|answer| answer["paper"].as_u64().unwrap()).collect();
    let keys = |ground: &Ground| files(ground.path()).iter().filter(|(path, _)| is_key(path)).count();
    assert_eq!(keys(&ground), 2, "in the state directory and, wrapped, beside the log");
    let corrections = [
        r#"{"do":"vote.cast","vote":"v","paper":17,"votes":{"P03":1},"groups":{"language":"ru"}}"#,
        r#"{"do":"vote.correct","vote":"v","paper":17,"votes":{"P03":2}}"#,
        r#"{"do":"vote.correct","vote":"v","seat":"S02","votes":{"P03":2}}"#,
    ];
    all_ok(&ground.apply("helsinki-2017", &corrections.join("\n")).answers());
    all_ok(&ground.apply("helsinki-2017", r#"{"do":"vote.close","vote":"v"}"#).answers());
    assert_eq!(keys(&ground), 0);
    let published = lines(&ground, &["vote.ballots"]);
    assert_eq!(published.len(), 1);
    let ballots = published[0]["d"]["ballots"].as_array().unwrap();
    let mut told: Vec<u64> = ballots.iter().map(|ballot| ballot["paper"].as_u64().unwrap()).collect();
    told.sort_unstable();
    let mut expected = numbers.clone();
    expected.push(17);
    expected.sort_unstable();
    assert_eq!(told, expected, "every number once");
    assert!(ballots.iter().all(|ballot| ballot.get("seat").is_none() && ballot.get("at").is_none()));
    // The drawn numbers stand in no other line: nothing links them with the seats.
    for (path, text) in files(&ground.path().join("sessions")) {
        for line in
            text.lines().filter(|line| !line.contains("\"vote.ballots\"") && !line.contains("\"corrected\""))
        {
            for number in &numbers {
                assert!(!line.contains(&number.to_string()), "{}: {line}", path.display());
            }
        }
    }
    let shown: Value =
        serde_json::from_str(&ground.run(&["show", "helsinki-2017", "votes", "--json"]).ok()).unwrap();
    let rows = shown["votes"][0]["result"]["rows"].as_array().unwrap();
    let total = |id: &str| rows.iter().find(|row| row["option"] == id).unwrap()["total"].as_u64().unwrap();
    assert_eq!((total("P01"), total("P02"), total("P03")), (4, 6, 4));
}

fn is_key(path: &Path) -> bool {
    let beside_the_log = path.parent().is_some_and(|folder| folder.ends_with("keys"));
    beside_the_log || path.extension().is_some_and(|ending| ending == "key")
}

#[test]
fn a_dead_laptop_loses_no_vote_its_phrase_closes_it_elsewhere() {
    let ground = Ground::new();
    let opened = ground.apply("helsinki-2017", &format!("{OPEN}\n{}", ballots(1..=4, |_| 2))).answers();
    all_ok(&opened);
    let phrase = opened[1]["phrase"].as_str().unwrap();
    // Its state directory is gone, and with it the key.
    for (path, _) in
        files(ground.path()).iter().filter(|(path, _)| path.extension().is_some_and(|e| e == "key"))
    {
        std::fs::remove_file(path).unwrap();
    }
    let close = |phrase: &str| {
        let line = format!(r#"{{"do":"vote.close","vote":"v","phrase":"{phrase}"}}"#);
        ground.apply("helsinki-2017", &line).answers().remove(0)
    };
    let without = ground.apply("helsinki-2017", r#"{"do":"vote.close","vote":"v"}"#).answers().remove(0);
    assert_eq!(without["kind"], "no-key");
    assert_eq!(close("zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo zoo wrong")["kind"], "wrong-phrase");
    assert_eq!(close(phrase)["ok"], true);
    let shown = ground.run(&["show", "helsinki-2017", "votes"]).ok();
    assert!(shown.contains("Ballots counted: 4"), "{shown}");
    // The phrase stands in no file.
    for (path, text) in files(ground.path()) {
        assert!(!text.contains(phrase), "{}", path.display());
    }
}

#[test]
fn fewer_dots_after_ballots_came_set_those_aside_that_break_them_and_name_them() {
    let ground = Ground::new();
    let said = [
        OPEN,
        r#"{"do":"vote.cast","vote":"v","paper":7,"votes":{"P01":2,"P02":1}}"#,
        r#"{"do":"vote.cast","vote":"v","paper":8,"votes":{"P01":1}}"#,
        r#"{"do":"vote.cast","vote":"v","paper":9,"votes":{"P01":2,"P02":1}}"#,
        r#"{"do":"vote.change","vote":"v","dots":2}"#,
        r#"{"do":"vote.correct","vote":"v","paper":9,"votes":{"P01":2}}"#,
        r#"{"do":"vote.close","vote":"v"}"#,
    ];
    all_ok(&ground.apply("helsinki-2017", &said.join("\n")).answers());
    let closed = lines(&ground, &["vote.closed"]).remove(0);
    assert_eq!(closed["d"]["aside"], serde_json::json!([{"paper": 7, "why": "over-budget"}]));
    assert_eq!(closed["d"]["corrected"], serde_json::json!([9]));
    let shown = ground.run(&["show", "helsinki-2017", "votes"]).ok();
    assert!(shown.contains("Ballots counted: 2") && shown.contains("Void, not counted: 1 (7)"), "{shown}");
}

#[test]
fn a_vote_by_gradients_is_counted_by_those_who_agree_and_says_so() {
    let ground = Ground::new();
    let open = OPEN.replace(r#""method":"dots","dots":3,"cap":2"#, r#""method":"gradients""#);
    let voted = [[1, 4, 5, 8], [2, 8, 4, 8], [4, 5, 5, 8]].map(|steps| {
        let votes: Vec<String> =
            (1..).zip(steps).map(|(n, step): (u32, u32)| format!(r#""P{n:02}":{step}"#)).collect();
        votes.join(",")
    });
    let cast = |(n, votes): (usize, &String)| {
        format!(r#"{{"do":"vote.cast","vote":"v","paper":{},"votes":{{{votes}}}}}"#, n + 1)
    };
    let voted: Vec<String> = voted.iter().enumerate().map(cast).collect();
    let lines = format!("{open}\n{}\n{{\"do\":\"vote.close\",\"vote\":\"v\"}}", voted.join("\n"));
    all_ok(&ground.apply("helsinki-2017", &lines).answers());
    let shown: Value =
        serde_json::from_str(&ground.run(&["show", "helsinki-2017", "votes", "--json"]).ok()).unwrap();
    let vote = &shown["votes"][0];
    assert_eq!((&vote["method"], vote["hash"].as_str().unwrap().len()), (&"gradients".into(), 64));
    let agree = |id: &str| {
        let rows = vote["result"]["rows"].as_array().unwrap();
        rows.iter().find(|row| row["option"] == id).unwrap()["total"].as_u64().unwrap()
    };
    assert_eq!(["P01", "P02", "P03", "P04"].map(agree), [3, 1, 1, 0]);
    let text = ground.run(&["show", "helsinki-2017", "votes"]).ok();
    assert!(
        text.contains("gradients of agreement; 2 options go forward") && text.contains("Agree"),
        "{text}"
    );
    assert!(!text.contains("Dots") && !text.contains("dots"), "{text}");
}

#[test]
fn an_undone_ballot_is_not_counted_and_its_seat_may_vote_again() {
    let ground = Ground::new();
    all_ok(&ground.apply("helsinki-2017", &format!("{OPEN}\n{}", ballots(1..=10, |_| 1))).answers());
    all_ok(&ground.apply("helsinki-2017", r#"{"do":"undo"}"#).answers());
    all_ok(&ground.apply("helsinki-2017", &ballots(10..=10, |_| 2)).answers());
    all_ok(&ground.apply("helsinki-2017", r#"{"do":"vote.close","vote":"v"}"#).answers());
    let shown = ground.run(&["show", "helsinki-2017", "votes"]).ok();
    assert!(shown.contains("Ballots counted: 10"), "{shown}");
}

#[test]
fn a_sealed_ballot_of_a_silent_laptop_is_too_late_after_the_closing_and_is_listed() {
    let ground = Ground::new();
    all_ok(&ground.apply("helsinki-2017", &format!("{OPEN}\n{}", ballots(1..=4, |_| 2))).answers());
    // A laptop takes the session along and enters two ballots where there is no network.
    let away = Ground::new();
    let pack = ground.path().join("along.session.jsonl").display().to_string();
    ground.run(&["pack", "helsinki-2017", "-o", &pack]).ok();
    away.run(&["unpack", &pack]).ok();
    let copy = away.session("helsinki-2017").display().to_string();
    let mut enters = away.command();
    enters.env("TALKOOT_SEED", "8").env("TALKOOT_DEVICE", "d-away").args(["apply", "helsinki-2017"]);
    all_ok(&ground::said(enters.write_stdin(ballots(5..=6, |_| 3))).answers());
    all_ok(&ground.apply("helsinki-2017", r#"{"do":"vote.close","vote":"v"}"#).answers());
    let before = ground.json(&["show", "helsinki-2017", "votes"]);
    // It comes back after the closing.
    let joined = ground.path().join("joined").display().to_string();
    let home = ground.session("helsinki-2017").display().to_string();
    ground.run(&["merge", &home, &copy, "-o", &joined]).ok();
    let after = ground.json(&["show", &joined, "votes"]);
    let result = |json: &Value| json["votes"].as_array().unwrap().last().unwrap()["result"].clone();
    assert_eq!(result(&before)["ballots"], 4);
    assert_eq!(result(&after)["ballots"], 4, "{after}");
    assert_eq!(result(&after)["rows"], result(&before)["rows"]);
    let shown = ground.run(&["show", &joined, "votes"]).ok();
    let late =
        shown.lines().find(|line| line.contains("after the closing")).unwrap_or_else(|| panic!("{shown}"));
    assert!(late.ends_with(": 2"), "{late}");
    // What they hold stays unread: the key is gone.
    assert!(!shown.contains("S05") && !shown.contains("S06"), "{shown}");
}

/// A second laptop on the same folder, with a state directory of its own.
fn elsewhere(ground: &Ground, lines: &str) -> Vec<Value> {
    let mut command = ground.command();
    let state = ground.path().join("state-away");
    command.env("XDG_STATE_HOME", state).env("TALKOOT_DEVICE", "d-away").env("TALKOOT_SEED", "8");
    ground::said(command.args(["apply", "helsinki-2017"]).write_stdin(lines)).answers()
}

#[test]
fn a_seat_entered_on_two_laptops_counts_twice_and_a_line_says_so_and_names_it_once_both_have_marked() {
    let ground = Ground::new();
    all_ok(&ground.apply("helsinki-2017", &format!("{OPEN}\n{}", ballots(1..=3, |_| 2))).answers());
    // Marks wait until there are ten: neither laptop can know that the other has entered S03.
    all_ok(&elsewhere(&ground, &ballots(3..=5, |_| 3)));
    let show = |more: &[&str]| ground.run(&[&["show", "helsinki-2017", "votes"], more].concat()).ok();
    assert!(!show(&[]).contains("two laptops"), "{}", show(&[]));
    all_ok(&ground.apply("helsinki-2017", r#"{"do":"vote.close","vote":"v"}"#).answers());
    let told = "Perhaps entered on two laptops: 6 ballots were entered for seats and 3 seats are marked as having voted: a seat was \
                entered twice, or a laptop has yet to say who voted on it; all are counted";
    let shows = |told: &str| {
        // However wide the page is.
        let shown = show(&[]).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(shown.contains(told), "{shown}");
    };
    shows(told);
    let report = |public: &[&str]| {
        let to = ground.path().join("out").display().to_string();
        let _ = std::fs::remove_dir_all(&to);
        let _ = ground.run(&[&["export", "helsinki-2017", "--to", &to], public].concat()).ok();
        std::fs::read_to_string(ground.path().join("out").join("report.md")).unwrap()
    };
    assert!(
        report(&[]).matches("6 ballots were entered for seats").count() >= 2,
        "in the vote and in its annex"
    );
    // The other laptop says who voted on it as soon as it hears of the closing, whatever it does then.
    assert_eq!(elsewhere(&ground, r#"{"do":"item.start","item":"d2-01"}"#)[0]["ok"], true);
    let told = "Perhaps entered on two laptops: marked on two laptops: S03; whether a ballot is in twice the secrecy hides, and all \
                are counted";
    shows(told);
    assert_eq!(elsewhere(&ground, r#"{"do":"item.end","item":"d2-01"}"#)[0]["ok"], true);
    assert_eq!(lines(&ground, &["vote.marked"]).len(), 2, "each laptop's marks are written once");
    let again = &ground.json(&["show", "helsinki-2017", "votes"])["votes"][0]["entered_again"];
    assert_eq!(*again, serde_json::json!({"ballots": 6, "marked": 5, "again": 1, "seats": ["S03"]}));
    // Nothing of it leads to a ballot, and the public edition names nobody.
    let public = report(&["--edition", "public"]);
    assert!(public.contains("1 seat is marked on two laptops; whether"), "{public}");
    assert!(!public.contains("marked on two laptops: S03"), "{public}");
}

#[test]
fn laptops_that_entered_different_seats_are_not_suspected_once_both_have_marked() {
    let ground = Ground::new();
    all_ok(&ground.apply("helsinki-2017", &format!("{OPEN}\n{}", ballots(1..=3, |_| 2))).answers());
    all_ok(&elsewhere(&ground, &ballots(4..=6, |_| 3)));
    all_ok(&ground.apply("helsinki-2017", r#"{"do":"vote.close","vote":"v"}"#).answers());
    assert!(ground.run(&["show", "helsinki-2017", "votes"]).ok().contains("two laptops"));
    assert_eq!(elsewhere(&ground, r#"{"do":"item.start","item":"d2-01"}"#)[0]["ok"], true);
    let shown = ground.run(&["show", "helsinki-2017", "votes"]).ok();
    assert!(!shown.contains("two laptops") && shown.contains("Ballots counted: 6"), "{shown}");
}

#[test]
fn who_voted_is_not_written_where_a_ballot_would_be_known_by_it() {
    let ground = Ground::new();
    let papers = |papers: std::ops::RangeInclusive<u32>| {
        let line = |paper| format!(r#"{{"do":"vote.cast","vote":"v","paper":{paper},"votes":{{"P01":1}}}}"#);
        papers.map(line).collect::<Vec<_>>().join("\n")
    };
    // One seat, or two, among papers: the only ballots whose numbers were drawn would be theirs.
    all_ok(
        &ground
            .apply("helsinki-2017", &format!("{OPEN}\n{}\n{}", ballots(2..=3, |_| 2), papers(1..=9)))
            .answers(),
    );
    all_ok(&ground.apply("helsinki-2017", r#"{"do":"vote.close","vote":"v"}"#).answers());
    assert!(lines(&ground, &["vote.marked"]).is_empty());
    let log = ground.run(&["log", "helsinki-2017"]).ok();
    let shown = ground.run(&["show", "helsinki-2017", "votes"]).ok();
    assert!(!log.contains("marked who has voted") && !shown.contains("S02"), "{log}\n{shown}");
    assert!(!shown.contains("two laptops"), "{shown}");
    assert!(shown.contains("Ballots counted: 11"), "{shown}");
    // Three are a group.
    let ground = Ground::new();
    all_ok(
        &ground
            .apply("helsinki-2017", &format!("{OPEN}\n{}\n{}", ballots(2..=4, |_| 2), papers(1..=9)))
            .answers(),
    );
    all_ok(&ground.apply("helsinki-2017", r#"{"do":"vote.close","vote":"v"}"#).answers());
    assert_eq!(lines(&ground, &["vote.marked"])[0]["d"]["seats"].as_array().map(Vec::len), Some(3));
}
