//! `talkoot export --format pb`: a vote that was held, as a file of Pabulib, and counted again from it.

use serde_json::{Value, json};

use crate::ground::Ground;

const OPTIONS: [&str; 6] = ["P01", "P02", "P03", "P04", "P05", "P06"];

/// How each method marks an option, from the number of the seat and the place of the option; none: it is left out.
fn mark(method: &str, seat: usize, option: usize) -> Option<usize> {
    let hash = seat * 11 + option * 5 + seat * option * 3;
    match method {
        "dots" => [seat % 6, (seat * seat + 1) % 6].contains(&option).then_some(1 + seat % 2),
        "approval" => hash.is_multiple_of(3).then_some(1),
        "score" => (!hash.is_multiple_of(7)).then_some(hash % 5 + 1),
        "gradients" => Some(hash % 8 + 1),
        "consent" => Some(hash % 4 + 1),
        // The first so many of an order that turns with the seat.
        _ => Some((option + seat * (seat % 3)) % 6 + 1).filter(|rank| *rank <= 1 + seat % 6),
    }
}

/// A vote of so many seats, up to its closing.
fn held(ground: &Ground, method: &str, secret: bool, seats: usize) -> Vec<Value> {
    let prepare = json!({"do": "vote.prepare", "id": method, "title": {"en": "What; goes \"on\"?", "ru": "Что дальше?"},
        "options": OPTIONS, "method": method, "seats": 2, "secret": secret, "tie": "all"});
    let mut commands = vec![prepare];
    if method == "dots" {
        commands[0]["dots"] = json!(4);
        commands[0]["cap"] = json!(2);
    }
    commands.push(json!({"do": "vote.open", "vote": method}));
    for seat in (1..=seats).rev() {
        let marks = OPTIONS.iter().enumerate();
        let votes: serde_json::Map<String, Value> = marks
            .filter_map(|(place, option)| Some(((*option).to_owned(), json!(mark(method, seat, place)?))))
            .collect();
        commands
            .push(json!({"do": "vote.cast", "vote": method, "seat": format!("S{seat:02}"), "votes": votes}));
    }
    let lines: Vec<String> = commands.iter().map(Value::to_string).collect();
    let answers = ground.apply("helsinki-2017", &lines.join("\n")).answers();
    assert!(answers.iter().all(|answer| answer["ok"] == true), "{answers:?}");
    answers
}

fn closes(ground: &Ground, vote: &str) {
    ground.apply("helsinki-2017", &json!({"do": "vote.close", "vote": vote}).to_string()).ok();
}

fn names(ground: &Ground, folder: &str) -> Vec<String> {
    let Ok(found) = std::fs::read_dir(ground.path().join(folder)) else { return Vec::new() };
    let mut names: Vec<String> =
        found.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

/// The lines of VOTES.
fn voters(text: &str) -> Vec<&str> {
    text.split_once("VOTES").unwrap().1.trim().lines().skip(1).collect()
}

#[test]
fn what_is_exported_is_counted_to_the_same_totals_and_supporters() {
    for (method, kind) in
        [("dots", "cumulative"), ("approval", "approval"), ("rank", "ordinal"), ("score", "scoring")]
    {
        for secret in [false, true] {
            let ground = Ground::new();
            held(&ground, method, secret, 33);
            closes(&ground, method);
            ground.run(&["export", "helsinki-2017", "--format", "pb", "--to", "out"]).ok();
            let name = format!("{method}.pb");
            assert_eq!(names(&ground, "out"), std::slice::from_ref(&name));
            let text = std::fs::read_to_string(ground.path().join("out").join(&name)).unwrap();
            let said = [
                format!("vote_type;{kind}\n"),
                "budget;2\n".into(),
                "num_votes;33\n".into(),
                "P01;1;".into(),
            ];
            assert!(said.iter().all(|said| text.contains(said)), "{text}");
            // Nobody is in it, and the voters stand in the order of what is on their ballots.
            assert!(!text.contains("S0") && !text.contains("S1") && !text.contains("language"), "{text}");
            let ids: Vec<&str> = voters(&text).iter().map(|line| line.split_once(';').unwrap().0).collect();
            assert_eq!(ids, (1..=33).map(|number| number.to_string()).collect::<Vec<_>>());

            let counted: Value =
                serde_json::from_str(&ground.run(&["tally", &format!("out/{name}")]).ok()).unwrap();
            let result = ground.json(&["show", "helsinki-2017", "votes"])["votes"][0]["result"].clone();
            assert_eq!(counted["ballots"], result["ballots"]);
            for row in result["rows"].as_array().unwrap() {
                let lines = counted["results"].as_array().unwrap();
                let line = lines.iter().find(|line| line["option"] == row["option"]).unwrap();
                for key in ["total", "supporters", "rank"] {
                    assert_eq!(line[key], row[key], "{method} {} {key}", row["option"]);
                }
            }
        }
    }
}

#[test]
fn the_order_of_entry_is_not_in_the_file() {
    // The same ballots, of other seats and in another order.
    let texts = [false, true].map(|turned| {
        let ground = Ground::new();
        let line = |seat: usize, option: usize| {
            let seat = if turned { 31 - seat } else { seat };
            json!({"do": "vote.cast", "vote": "v", "seat": format!("S{seat:02}"), "votes": {OPTIONS[option]: 1}})
                .to_string()
        };
        let mut lines: Vec<String> = (1..=30).map(|seat| line(seat, seat * seat % 6)).collect();
        if turned {
            lines.reverse();
        }
        let prepare = json!({"do": "vote.prepare", "id": "v", "title": "Which?", "options": OPTIONS, "method": "approval"});
        lines.insert(0, prepare.to_string());
        lines.insert(1, r#"{"do":"vote.open","vote":"v"}"#.to_owned());
        lines.push(r#"{"do":"vote.close","vote":"v"}"#.to_owned());
        ground.apply("helsinki-2017", &lines.join("\n")).ok();
        ground.run(&["export", "helsinki-2017", "--format", "pb", "--to", "out"]).ok();
        std::fs::read_to_string(ground.path().join("out/v.pb")).unwrap()
    });
    assert_eq!(texts[0], texts[1]);
}

#[test]
fn what_does_not_fit_is_named_and_nothing_is_written_of_an_open_vote() {
    let ground = Ground::new();
    held(&ground, "dots", true, 5);
    let refused = ground.run(&["export", "helsinki-2017", "--format", "pb", "--to", "open"]).refused(1);
    assert!(refused.contains("No vote") && names(&ground, "open").is_empty(), "{refused}");
    held(&ground, "gradients", true, 5);
    held(&ground, "consent", false, 5);
    for vote in ["gradients", "consent", "dots"] {
        closes(&ground, vote);
    }
    ground
        .apply(
            "helsinki-2017",
            r#"{"do":"vote.prepare","id":"hands","title":"Which?","options":["P01","P02"],"method":"approval","secret":false}
{"do":"vote.open","vote":"hands"}
{"do":"vote.count","vote":"hands","hands":{"P01":9},"voters":20}
{"do":"vote.close","vote":"hands"}
{"do":"vote.prepare","id":"empty","title":"Which?","options":["P01","P02"],"method":"approval"}
{"do":"vote.open","vote":"empty"}
{"do":"vote.close","vote":"empty"}"#,
        )
        .ok();
    let said = ground.run(&["export", "helsinki-2017", "--format", "json,pb", "--to", "out"]);
    let told: Vec<&str> = said.err.lines().collect();
    assert_eq!((said.code, told.len()), (0, 4), "{}", said.err);
    for (vote, why) in [
        ("gradients", "gradients of agreement"),
        ("consent", "votes of consent"),
        ("hands", "hands were counted"),
        ("empty", "nobody’s ballot counts"),
    ] {
        assert!(told.iter().any(|line| line.starts_with(vote) && line.contains(why)), "{told:?}");
    }
    assert_eq!(names(&ground, "out"), ["dots.pb", "session.json"]);
    // The public edition has no ballots in any form, and a usual export is what it was.
    let public = ["export", "helsinki-2017", "--format", "pb", "--edition", "public", "--to", "public"];
    let said = ground.run(&public);
    assert!(said.code == 1 && said.err.contains("dots is not written"), "{}", said.err);
    assert!(names(&ground, "public").is_empty());
    ground.run(&["export", "helsinki-2017", "--to", "usual"]).ok();
    assert!(names(&ground, "usual").iter().all(|name| !name.ends_with(".pb")));
}
