//! The second entry from the command line: it never counts, differences are named, and of a secret vote nothing is told before the
//! closing and no seat after it.

use std::path::Path;

use serde_json::{Value, json};

use crate::ground;
use crate::ground::Ground;

fn opened(rules: &str) -> String {
    format!(
        r#"{{"do":"vote.prepare","id":"v","title":"Which?","options":["P01","P02","P03"],"method":"dots","dots":3,"cap":2,"seats":1,{rules}}}
{{"do":"vote.open","vote":"v"}}"#
    )
}

const NAMED: &str = r#""secret":false"#;
const SECRET: &str = r#""secret":true"#;

fn line(verb: &str, who: &str, votes: &str) -> String {
    format!(r#"{{"do":"vote.{verb}","vote":"v",{who},"votes":{{{votes}}}}}"#)
}

fn paper(verb: &str, number: u32, votes: &str) -> String {
    line(verb, &format!(r#""paper":{number}"#), votes)
}

fn all_ok(ground: &Ground, lines: &[String]) -> Vec<Value> {
    let answers = ground.apply("helsinki-2017", &lines.join("\n")).answers();
    assert!(answers.iter().all(|answer| answer["ok"] == true), "{answers:#?}");
    answers
}

fn close() -> String {
    r#"{"do":"vote.close","vote":"v"}"#.to_owned()
}

fn vote(ground: &Ground) -> Value {
    ground.json(&["show", "helsinki-2017", "votes"])["votes"].as_array().unwrap().last().unwrap().clone()
}

fn shown(ground: &Ground) -> String {
    // A long line is wrapped.
    ground.run(&["show", "helsinki-2017", "votes"]).ok().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The lines of the log of this kind.
fn told(ground: &Ground, kind: &str) -> Vec<Value> {
    let log = ground.session("helsinki-2017").join("log");
    let texts =
        std::fs::read_dir(log).unwrap().map(|file| std::fs::read_to_string(file.unwrap().path()).unwrap());
    let lines: Vec<Value> = texts
        .flat_map(|text| text.lines().map(|line| serde_json::from_str(line).unwrap()).collect::<Vec<Value>>())
        .collect();
    lines.into_iter().filter(|line| line["k"] == kind).collect()
}

#[test]
fn a_named_vote_tells_what_differs_until_it_is_put_right() {
    let ground = Ground::new();
    let seat = |verb: &str, seat: &str, votes: &str| line(verb, &format!(r#""seat":"{seat}""#), votes);
    all_ok(
        &ground,
        &[
            opened(NAMED),
            seat("cast", "S01", r#""P01":2"#),
            seat("cast", "S02", r#""P02":1,"P03":1"#),
            paper("cast", 7, r#""P03":2"#),
            seat("check", "S01", r#""P01":2"#),
            seat("check", "S02", r#""P02":2"#),
            paper("check", 9, r#""P01":1"#),
        ],
    );
    let open = vote(&ground);
    let second = &open["second_entry"];
    let figures =
        ["typed", "ballots", "put_right", "differ", "only_second"].map(|name| second[name].as_u64().unwrap());
    assert_eq!(figures, [2, 3, 0, 1, 1]);
    assert_eq!(
        second["ballots_apart"],
        json!([{"voter":"S02","entered":true},{"voter":"9","entered":false}])
    );
    assert_eq!(open["turnout"]["ballots"], 3, "what was typed again is no ballot more");
    let text = shown(&ground);
    let says = "Second entry: 2 of 3 ballots typed twice, 0 differed and were put right, 1 differs (S02); typed only the second time: 1 (9)";
    assert!(text.contains(says), "{text}");
    let log = ground.run(&["log", "helsinki-2017"]).ok();
    assert!(log.contains("ballot 9 typed a second time"), "{log}");
    // The second reading of S02 was right, and 9 is another vote's: its second reading is taken back.
    all_ok(&ground, &[seat("correct", "S02", r#""P02":2"#), seat("check", "S02", r#""P02":2"#)]);
    let of_nine = told(&ground, "vote.checked").into_iter().find(|line| line["d"]["paper"] == 9).unwrap();
    all_ok(
        &ground,
        &[format!(r#"{{"do":"undo","event":{}}}"#, of_nine["id"]), paper("check", 7, r#""P03":1"#), close()],
    );
    let closed = vote(&ground);
    assert_eq!(
        closed["second_entry"],
        json!({"typed":3,"ballots":3,"put_right":1,"differ":1,"only_second":0,
            "ballots_apart":[{"voter":"7","entered":true,"first":{"P03":2},"second":{"P03":1}}]})
    );
    assert_eq!(closed["result"]["ballots"], 3);
    let total = |id: &str| {
        let rows = closed["result"]["rows"].as_array().unwrap();
        rows.iter().find(|row| row["option"] == id).unwrap()["total"].as_u64().unwrap()
    };
    assert_eq!(["P01", "P02", "P03"].map(total), [2, 2, 2], "a second reading counts nowhere");
    let text = shown(&ground);
    assert!(
        text.contains(
            "3 of 3 ballots typed twice, 1 differed and was put right, 1 differs (7 – P03: 2 / P03: 1)"
        ),
        "{text}"
    );
    // What has been relied on stays.
    assert_eq!(ground.apply("helsinki-2017", &paper("check", 7, r#""P03":2"#)).answers()[0]["kind"], "state");
    assert_eq!(ground.apply("helsinki-2017", r#"{"do":"undo"}"#).answers()[0]["kind"], "disclosed");
    assert_eq!(ground.run(&["check", "helsinki-2017"]).code, 0);
    let public = ["export", "helsinki-2017", "--edition", "public", "--language", "en", "--to", "out"];
    let _ = ground.run(&public).ok();
    let report = std::fs::read_to_string(ground.path().join("out/report.md")).unwrap();
    assert!(report.contains("3 of 3 ballots typed twice") && !report.contains("7 – P03"), "{report}");
    let _ = ground.run(&["export", "helsinki-2017", "--language", "ru", "--to", "out-ru"]).ok();
    let report = std::fs::read_to_string(ground.path().join("out-ru/report.md")).unwrap();
    let says =
        "введено дважды: 3 из 3 бюллетеней, расходилось и исправлено: 1, расходится: 1 (7 – P03: 2 / P03: 1)";
    assert_eq!(report.matches(says).count(), 2, "beside the result and in the annex: {report}");
}

#[test]
fn what_a_second_reading_may_be_is_what_a_ballot_may_be() {
    let ground = Ground::new();
    let kinds = |ground: &Ground, lines: &[String]| -> Vec<String> {
        let answers = ground.apply("helsinki-2017", &lines.join("\n")).answers();
        answers.iter().map(|answer| answer["kind"].as_str().unwrap_or("ok").to_owned()).collect()
    };
    let refused = [
        paper("check", 1, r#""P01":3"#),
        paper("check", 1, r#""P01":2,"P02":2"#),
        paper("check", 1, r#""P04":1"#),
        paper("check", 0, r#""P01":1"#),
        line("check", r#""seat":"S01","paper":1"#, r#""P01":1"#),
        line("check", r#""seat":"S99""#, r#""P01":1"#),
    ];
    assert_eq!(kinds(&ground, &[opened(NAMED), paper("check", 1, "")])[2..], ["ok"]);
    assert_eq!(
        kinds(&ground, &refused),
        ["over-cap", "over-budget", "unknown", "out-of-range", "seat-or-paper", "unknown"]
    );
    // Hands and second readings do not go together.
    let hands = r#"{"do":"vote.count","vote":"v","hands":{"P01":3},"voters":9}"#.to_owned();
    let ground = Ground::new();
    let approval = opened(NAMED).replace(r#""method":"dots","dots":3,"cap":2"#, r#""method":"approval""#);
    let both = [
        approval,
        paper("check", 1, ""),
        hands.clone(),
        r#"{"do":"undo"}"#.to_owned(),
        hands,
        paper("check", 1, ""),
    ];
    assert_eq!(kinds(&ground, &both)[2..], ["ok", "state", "ok", "ok", "state"]);
    // Of a secret vote only papers can be read again: whatever else is compared would be told by trying.
    let ground = Ground::new();
    let of_seat = |verb: &str| line(verb, r#""seat":"S01""#, r#""P01":1"#);
    let lines = [opened(SECRET), of_seat("cast"), of_seat("check"), paper("check", 1_000_000, r#""P01":1"#)];
    assert_eq!(kinds(&ground, &lines)[2..], ["ok", "no-paper", "no-paper"]);
}

/// All that is told of a secret vote before it is closed, with what differs from run to run taken out.
fn before_the_closing(typed: impl Fn(u32) -> u32) -> String {
    let ground = Ground::new();
    let mut lines = vec![opened(SECRET)];
    lines.extend((1..=12).map(|number| paper("cast", number, &format!(r#""P{:02}":2"#, number % 3 + 1))));
    lines.extend((1..=12).map(|number| paper("check", number, &format!(r#""P{:02}":2"#, typed(number)))));
    all_ok(&ground, &lines);
    let lengths = |kind: &str| -> Vec<usize> {
        told(&ground, kind).iter().map(|line| line["d"]["ballot"].as_str().unwrap().len()).collect()
    };
    let (ballots, checks) = (lengths("vote.sealed"), lengths("vote.checked"));
    assert_eq!((ballots.len(), &ballots), (12, &checks), "as many, and all of one length");
    for line in told(&ground, "vote.checked") {
        let fields: Vec<&str> = line["d"].as_object().unwrap().keys().map(String::as_str).collect();
        assert_eq!(fields, ["at", "ballot", "of", "to"], "{line}");
    }
    assert!(vote(&ground).get("second_entry").is_none());
    let mut all = shown(&ground) + &vote(&ground).to_string() + &ground.run(&["log", "helsinki-2017"]).ok();
    let derived = ground.session("helsinki-2017").join("session.json");
    let derived: Value = serde_json::from_str(&std::fs::read_to_string(derived).unwrap()).unwrap();
    all += &derived["votes"].to_string();
    assert!(all.contains("a ballot typed a second time came in sealed"), "{all}");
    // The hash and the seed of the order are the vote's own.
    all.lines().filter(|line| !line.contains("sealed ballot")).collect::<Vec<_>>().join("\n")
}

#[test]
fn before_the_closing_nothing_tells_whether_two_readings_agree() {
    assert_eq!(
        before_the_closing(|number| number % 3 + 1),
        before_the_closing(|number| (number + 1) % 3 + 1)
    );
}

#[test]
fn the_closing_of_a_secret_vote_names_what_differs_and_no_seat() {
    let ground = Ground::new();
    let seat = |verb: &str, number: u32, votes: &str| line(verb, &format!(r#""seat":"S{number:02}""#), votes);
    all_ok(
        &ground,
        &[
            opened(SECRET),
            paper("cast", 17, r#""P01":2"#),
            paper("cast", 18, r#""P02":2"#),
            paper("cast", 19, r#""P02":1"#),
            seat("cast", 1, r#""P03":2"#),
            paper("check", 17, r#""P02":2"#),
            paper("check", 18, r#""P02":1"#),
            paper("correct", 18, r#""P02":1"#),
            paper("check", 23, r#""P03":1"#),
            paper("check", 19, r#""P01":1"#),
            r#"{"do":"undo"}"#.to_owned(),
            close(),
        ],
    );
    let closed = told(&ground, "vote.closed").remove(0);
    let p = |n: &str| -> String {
        let made = told(&ground, "vote.prepared").pop().unwrap();
        let place = ["P01", "P02", "P03"].iter().position(|id| *id == n).unwrap();
        made["d"]["options"][place].as_str().unwrap().to_owned()
    };
    let second = &closed["d"]["second"];
    assert_eq!(
        (&second["agree"], &second["put_right"], &second["unchecked"]),
        (&1.into(), &1.into(), &1.into())
    );
    assert_eq!(
        second["differ"],
        json!([
            {"paper": 17, "votes": {(p("P02")): 2}},
            {"paper": 23, "missing": true, "votes": {(p("P03")): 1}},
        ])
    );
    assert_eq!(
        vote(&ground)["second_entry"],
        json!({"typed":2,"ballots":3,"put_right":1,"differ":1,"only_second":1,"ballots_apart":[
            {"voter":"17","entered":true,"first":{"P01":2},"second":{"P02":2}},
            {"voter":"23","entered":false,"second":{"P03":1}},
        ]}),
        "the ballot of a seat has no paper that could be read again"
    );
    assert_eq!(vote(&ground)["result"]["ballots"], 4);
    assert_eq!(ground.run(&["check", "helsinki-2017"]).code, 0);
    let keys = |folder: &Path| std::fs::read_dir(folder).into_iter().flatten().count();
    assert_eq!(keys(&ground.session("helsinki-2017").join("keys")), 0);
}

#[test]
fn one_laptop_types_the_first_entry_and_another_the_second() {
    let ground = Ground::new();
    for rules in [NAMED, SECRET] {
        let id = if rules == NAMED { "n" } else { "s" };
        let of = |lines: Vec<String>| {
            lines
                .join("\n")
                .replace(r#""vote":"v""#, &format!(r#""vote":"{id}""#))
                .replace(r#""id":"v""#, &format!(r#""id":"{id}""#))
        };
        let from = |device: &str, lines: Vec<String>| {
            let mut command = ground.command();
            command.env("TALKOOT_DEVICE", device).args(["apply", "helsinki-2017"]).write_stdin(of(lines));
            let answers = ground::said(&mut command).answers();
            assert!(answers.iter().all(|answer| answer["ok"] == true), "{answers:#?}");
        };
        from("d-one", vec![opened(rules)]);
        // The second is faster with one of them.
        from("d-two", vec![paper("check", 1, r#""P01":1"#)]);
        from("d-one", (1..=4).map(|number| paper("cast", number, r#""P01":1"#)).collect());
        from("d-two", vec![paper("check", 2, r#""P02":1"#), paper("check", 3, r#""P01":1"#)]);
        from("d-one", vec![close()]);
        let second = vote(&ground)["second_entry"].clone();
        let figures = ["typed", "ballots", "put_right", "differ"].map(|name| second[name].as_u64().unwrap());
        assert_eq!(figures, [3, 4, 0, 1], "{second}");
        assert_eq!(second["ballots_apart"][0]["voter"], "2");
    }
}
