//! What a vote of a session is worth: the same as `talkoot tally` finds in its ballots.

use serde_json::{Value, json};

use crate::ground::Ground;

/// How each method marks an option, from the number of the seat and the place of the option; none: it is left out.
fn mark(method: &str, seat: usize, option: usize) -> Option<usize> {
    let hash = seat * 11 + option * 5 + seat * option * 3;
    match method {
        "dots" => (option + seat * seat).is_multiple_of(4).then_some(1),
        "approval" => hash.is_multiple_of(3).then_some(1),
        "score" => (!hash.is_multiple_of(7)).then_some(hash % 5 + 1),
        "gradients" => Some(hash % 8 + 1),
        _ => Some((option + seat * (seat % 3)) % 8 + 1),
    }
}

/// A vote of the bundled session that is not secret, closed with a ballot of each of so many seats.
fn closed(ground: &Ground, id: &str, method: &str, seats: usize) {
    let options: Vec<String> = (1..=8).map(|number| format!("P{number:02}")).collect();
    let prepare = json!({"do": "vote.prepare", "id": id, "title": "What goes on?", "options": options, "method": method,
        "seats": 3, "secret": false, "tie": "all"});
    let mut commands = vec![prepare];
    if method == "dots" {
        commands[0]["dots"] = json!(3);
        commands[0]["cap"] = json!(1);
    }
    for gate in ["languages", "duplicates", "number", "dots", "voters", "threshold", "tie", "seats"] {
        commands.push(json!({"do": "vote.waive", "vote": id, "gate": gate, "reason": "a trial"}));
    }
    commands.push(json!({"do": "vote.open", "vote": id}));
    for seat in 1..=seats {
        let marks = options
            .iter()
            .enumerate()
            .filter_map(|(place, option)| Some((option.clone(), json!(mark(method, seat, place)?))));
        let votes: serde_json::Map<String, Value> = marks.collect();
        commands.push(json!({"do": "vote.cast", "vote": id, "seat": format!("S{seat:02}"), "votes": votes}));
    }
    commands.push(json!({"do": "vote.close", "vote": id}));
    let lines: Vec<String> = commands.iter().map(Value::to_string).collect();
    ground.apply("demo", &lines.join("\n")).ok();
}

#[test]
fn a_session_finds_what_the_tally_finds_in_the_same_ballots() {
    for method in ["dots", "approval", "score", "rank", "gradients"] {
        let ground = Ground::new();
        ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
        closed(&ground, "v1", method, 39);
        let votes = ground.json(&["show", "demo", "votes"]);
        let vote = &votes["votes"][0];
        let result = &vote["result"];
        assert_eq!(result["ballots"], 39, "{method}: {vote}");
        let people = ground.json(&["show", "demo", "people"]);
        let people: Vec<&Value> = people["people"].as_array().unwrap().iter().collect();
        let ballots: Vec<Value> = result["cast"]
            .as_array()
            .unwrap()
            .iter()
            .map(|cast| {
                let person = people.iter().find(|person| person["id"] == cast["voter"]).unwrap();
                let spoken = person["languages"].as_array().unwrap();
                let first = spoken.iter().find(|code| *code == "en" || *code == "ru");
                let mut groups = serde_json::Map::new();
                groups.extend(first.map(|code| ("language".to_owned(), code.clone())));
                for group in ["kind", "country"] {
                    let value = &person[group];
                    groups.extend(
                        value.as_str().filter(|v| !v.is_empty()).map(|v| (group.to_owned(), json!(v))),
                    );
                }
                json!({"id": cast["voter"], "groups": groups, "votes": cast["votes"]})
            })
            .collect();
        let options: Vec<&Value> =
            vote["options"].as_array().unwrap().iter().map(|option| &option["id"]).collect();
        let instance = json!({"options": options, "method": method, "dots": 3, "cap": 1, "seats": 3, "tie": "all",
            "seed": vote["held"]["seed"], "threshold": 0.75, "ballots": ballots});
        let told: Value = {
            std::fs::write(ground.path().join("vote.json"), instance.to_string()).unwrap();
            serde_json::from_str(&ground.run(&["tally", "vote.json"]).ok()).unwrap()
        };
        for key in ["solid", "agreement", "common_ground", "kendall_w", "condorcet_winner", "equal_shares"] {
            assert_eq!(result[key], told[key], "{method}: {key}");
        }
        for (row, line) in result["rows"].as_array().unwrap().iter().zip(told["results"].as_array().unwrap())
        {
            for key in ["option", "total", "supporters", "rank", "forward"] {
                assert_eq!(row[key], line[key], "{method}: {key}");
            }
            assert_eq!(
                row["agreed"],
                told["agreement"][row["option"].as_str().unwrap()]["agreed"],
                "{method}"
            );
        }
        assert!(told["solid"]["without"].as_object().unwrap().contains_key("language=ru"), "{method}");
    }
}

#[test]
fn another_round_on_the_same_options_tells_what_changed() {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    closed(&ground, "v1", "score", 20);
    closed(&ground, "v2", "score", 39);
    let votes = ground.json(&["show", "demo", "votes"]);
    let (first, second) = (&votes["votes"][0], &votes["votes"][1]);
    assert!(first["result"].get("change").is_none());
    assert_eq!(second["held"]["round_after"], "v1");
    let rank = |vote: &Value, option: &str| -> i64 {
        let rows = vote["result"]["rows"].as_array().unwrap();
        rows.iter().find(|row| row["option"] == option).unwrap()["rank"].as_i64().unwrap()
    };
    let change = second["result"]["change"].as_object().unwrap();
    assert_eq!(change.len(), 8);
    for (option, moved) in change {
        assert_eq!(moved["rank"], rank(first, option) - rank(second, option), "{option}");
    }
    assert!(change.values().any(|moved| moved["rank"] != 0), "{change:?}");
    // In public it would tell of a round that was not revealed.
    let public = |to: &str| -> Value {
        ground.run(&["export", "demo", "--edition", "public", "--to", to]).ok();
        let text = std::fs::read_to_string(ground.path().join(to).join("session.json")).unwrap();
        serde_json::from_str::<Value>(&text).unwrap()["votes"][1]["result"].clone()
    };
    ground.apply("demo", r#"{"do":"vote.reveal","vote":"v2"}"#).ok();
    let early = public("early");
    assert!(early["rows"].is_array() && early.get("change").is_none(), "{early}");
    ground.apply("demo", r#"{"do":"vote.reveal","vote":"v1"}"#).ok();
    assert_eq!(public("late")["change"].as_object(), Some(change));
}

#[test]
fn nothing_of_it_is_told_before_the_closing() {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    let lines = [
        r#"{"do":"vote.prepare","id":"v1","title":"What goes on?","options":["P01","P02","P03","P04"],"method":"dots","dots":2,"cap":1,"seats":1,"secret":false}"#,
        r#"{"do":"vote.open","vote":"v1"}"#,
        r#"{"do":"vote.cast","vote":"v1","seat":"S01","votes":{"P02":1}}"#,
    ];
    ground.apply("demo", &lines.join("\n")).ok();
    let vote = ground.json(&["show", "demo", "votes"])["votes"][0].clone();
    assert_eq!(vote["stage"], "open", "{vote}");
    assert!(vote.get("result").is_none() && vote["held"].get("seed").is_none(), "{vote}");
    for language in ["en", "ru"] {
        ground.run(&["export", "demo", "--to", language, "--language", language]).ok();
        let report = std::fs::read_to_string(ground.path().join(language).join("report.md")).unwrap();
        assert!(!report.contains("ACCORD") && !report.contains("60\u{a0}%"), "{language}");
    }
}

#[test]
fn two_stages_from_the_command_line_and_in_the_report() {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    let options: Vec<String> = (1..=8).map(|number| format!("P{number:02}")).collect();
    let prepare = |id: &str, seats: u32, then: u32| {
        json!({"do": "vote.prepare", "id": id, "title": "What goes on?", "options": options, "method": "approval", "seats": seats,
            "then": then, "secret": false, "tie": "all"})
    };
    // Fewer go forward in the second stage than go on to it; 0 is one stage.
    for (seats, then, kind) in [(4, 4, "out-of-range"), (4, 9, "out-of-range"), (1, 1, "out-of-range")] {
        let answer = ground.apply("demo", &prepare("bad", seats, then).to_string()).answers().remove(0);
        assert_eq!(answer["kind"], kind, "{answer}");
    }
    ground.apply("demo", &prepare("v1", 4, 0).to_string()).ok();
    ground.apply("demo", r#"{"do":"vote.change","vote":"v1","then":2}"#).ok();
    assert_eq!(ground.json(&["show", "demo", "votes"])["votes"][0]["then"], 2);
    // Fewer places than the second stage has leave one stage.
    ground.apply("demo", r#"{"do":"vote.change","vote":"v1","seats":2}"#).ok();
    assert_eq!(ground.json(&["show", "demo", "votes"])["votes"][0]["then"], Value::Null);
    let ballot = |vote: &str, seat: &str, options: &[&str]| {
        let votes: serde_json::Map<String, Value> =
            options.iter().map(|option| ((*option).to_owned(), json!(1))).collect();
        json!({"do": "vote.cast", "vote": vote, "seat": seat, "votes": votes}).to_string()
    };
    let first = [
        r#"{"do":"vote.change","vote":"v1","seats":4}"#.to_owned(),
        r#"{"do":"vote.open","vote":"v1"}"#.to_owned(),
        ballot("v1", "S01", &["P01", "P02", "P03", "P04"]),
        ballot("v1", "S02", &["P01", "P02", "P03", "P04"]),
        r#"{"do":"vote.change","vote":"v1","then":3}"#.to_owned(),
    ];
    let answers = ground.apply("demo", &first.join("\n")).answers();
    assert_eq!(answers.last().unwrap()["kind"], "state", "an open vote keeps its stages: {answers:?}");
    let second = |id: &str, options: &[&str], seats: u32| {
        json!({"do": "vote.prepare", "id": id, "title": "Which?", "options": options, "method": "dots", "seats": seats,
            "secret": false})
        .to_string()
    };
    let rest = [
        r#"{"do":"vote.close","vote":"v1"}"#.to_owned(),
        // One that was withdrawn meanwhile may be left out; a stranger or other places make it another vote.
        second("v2", &["P04", "P01", "P02"], 2),
        second("v3", &["P01", "P05"], 2),
        second("v4", &["P01", "P02"], 1),
    ];
    ground.apply("demo", &rest.join("\n")).ok();
    for id in ["v2", "v3", "v4"] {
        let open = json!({"do": "vote.open", "vote": id}).to_string();
        ground
            .apply(
                "demo",
                &[open, ballot(id, "S01", &["P01"]), json!({"do": "vote.close", "vote": id}).to_string()]
                    .join("\n"),
            )
            .ok();
    }
    let votes = ground.json(&["show", "demo", "votes"]);
    let of: Vec<&Value> = (0..4).map(|at| &votes["votes"][at]["held"]["second_stage_of"]).collect();
    assert_eq!(of, [&Value::Null, &json!("v1"), &Value::Null, &Value::Null]);
    let shown = ground.run(&["show", "demo", "votes"]).ok();
    assert!(shown.contains("second stage of v1") && shown.contains("forward from the second: 2"), "{shown}");
    let to = ground.path().join("out");
    ground.run(&["export", "demo", "--to", to.to_str().unwrap(), "--format", "markdown"]).ok();
    let report = std::fs::read_to_string(to.join("report.md")).unwrap();
    assert!(report.contains("second stage of v1") && report.contains("второй этап после v1"), "{report}");
}

#[test]
fn a_run_off_settles_the_vote_for_which_it_was_prepared() {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    let vote = |id: &str, more: &str, options: &str, ballots: [&str; 3]| {
        let cast = (1..).zip(ballots).map(|(seat, option)| {
            format!(r#"{{"do":"vote.cast","vote":"{id}","seat":"S0{seat}","votes":{{"{option}":1}}}}"#)
        });
        let lines = [
            format!(
                r#"{{"do":"vote.prepare","id":"{id}","title":"{id}?","options":[{options}],"method":"dots","dots":1,"seats":1,"secret":false{more}}}"#
            ),
            format!(r#"{{"do":"vote.open","vote":"{id}"}}"#),
        ];
        let closes = format!(r#"{{"do":"vote.close","vote":"{id}"}}"#);
        let lines: Vec<String> = lines.into_iter().chain(cast).chain([closes]).collect();
        ground.apply("demo", &lines.join("\n")).ok();
    };
    let three = r#""P01","P02","P03""#;
    vote("v", "", three, ["P01", "P02", "P03"]);
    vote("w", "", three, ["P01", "P02", "P03"]);
    // The tie of the first is settled after that of the second: by its options alone each could be either's.
    vote("w-runoff", r#","runoff_of":"w""#, three, ["P02", "P02", "P01"]);
    vote("v-runoff", r#","runoff_of":"v""#, three, ["P03", "P03", "P01"]);
    let votes = ground.json(&["show", "demo", "votes"])["votes"].clone();
    let settled = |place: usize| votes[place]["held"]["runoff"].clone();
    assert_eq!(settled(0), json!({"vote": "v-runoff", "forward": ["P03"]}));
    assert_eq!(settled(1), json!({"vote": "w-runoff", "forward": ["P02"]}));
    let shown = ground.run(&["show", "demo", "votes"]).ok();
    assert!(shown.contains("w-runoff: P02") && shown.contains("v-runoff: P03"), "{shown}");
    let open =
        r#"{"do":"vote.prepare","id":"x","title":"x?","options":["P01","P02"],"method":"dots","dots":1}"#;
    ground.apply("demo", open).ok();
    let early = open.replace(r#""id":"x""#, r#""id":"y","runoff_of":"x""#);
    assert_eq!(ground.apply("demo", &early).answers()[0]["kind"], "state");
}
