//! Every answer of `talkoot tally` holds to its schema, by every method, of JSON and of Pabulib.

use serde_json::{Map, Value, json};

use crate::ground::Ground;

fn schema() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/tally-answer.schema.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// What is wrong with a value by a schema, as far as ours go. A key that the schema does not name is wrong as well.
fn faults(value: &Value, schema: &Value, whole: &Value, path: &str) -> Vec<String> {
    let known =
        ["$defs", "$ref", "$schema", "additionalProperties", "anyOf", "description", "format", "items"];
    let also = ["minimum", "properties", "required", "title", "type"];
    for key in schema.as_object().unwrap().keys() {
        assert!(
            known.contains(&key.as_str()) || also.contains(&key.as_str()),
            "{path}: {key} is not looked at"
        );
    }
    if let Some(name) = schema["$ref"].as_str() {
        return faults(value, whole.pointer(name.trim_start_matches('#')).unwrap(), whole, path);
    }
    if let Some(any) = schema["anyOf"].as_array() {
        let each: Vec<Vec<String>> = any.iter().map(|one| faults(value, one, whole, path)).collect();
        return each.into_iter().min_by_key(Vec::len).unwrap();
    }
    let kind = match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(number) if number.is_f64() => "number",
        Value::Number(_) => "integer",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    };
    let is = |said: &Value| said == kind || (said == "number" && kind == "integer");
    let mut found = Vec::new();
    if !schema["type"].as_array().map_or_else(|| is(&schema["type"]), |all| all.iter().any(is)) {
        found.push(format!("{path} is {kind}, and should be {}", schema["type"]));
    }
    if schema.get("minimum").is_some() && value.as_f64().is_some_and(|value| value < 0.0) {
        found.push(format!("{path} is below 0"));
    }
    for item in value.as_array().into_iter().flatten() {
        found.extend(faults(item, &schema["items"], whole, &format!("{path}[]")));
    }
    let Some(keys) = value.as_object() else { return found };
    let none = Map::new();
    let properties = schema["properties"].as_object().unwrap_or(&none);
    for needed in schema["required"].as_array().into_iter().flatten() {
        if !keys.contains_key(needed.as_str().unwrap()) {
            found.push(format!("{path} lacks {needed}"));
        }
    }
    for (key, value) in keys {
        match properties.get(key).or_else(|| schema.get("additionalProperties")) {
            Some(schema) => found.extend(faults(value, schema, whole, &format!("{path}.{key}"))),
            None => found.push(format!("{path}.{key} is not in the schema")),
        }
    }
    found
}

/// The answer to a file, after it has been held against the schema.
fn answer(name: &str, text: &str, more: &[&str]) -> Value {
    let ground = Ground::new();
    let file = ground.path().join(name);
    std::fs::write(&file, text).unwrap();
    let mut arguments = vec!["tally", file.to_str().unwrap()];
    arguments.extend(more);
    let answer: Value = serde_json::from_str(&ground.run(&arguments).ok()).unwrap();
    let schema = schema();
    let faults = faults(&answer, &schema, &schema, "answer");
    assert!(faults.is_empty(), "{name} {more:?}: {faults:?}\n{answer}");
    answer
}

#[test]
fn what_is_no_answer_is_found_out() {
    let schema = schema();
    let good = answer("v.json", r#"{"options":["a"],"method":"approval","seats":1,"ballots":[]}"#, &[]);
    let wrong = |change: &dyn Fn(&mut Map<String, Value>)| {
        let mut answer = good.clone();
        change(answer.as_object_mut().unwrap());
        faults(&answer, &schema, &schema, "answer").len()
    };
    assert_eq!(wrong(&|_| ()), 0);
    assert_eq!(wrong(&|answer| drop(answer.remove("copies"))), 1);
    assert_eq!(wrong(&|answer| drop(answer.insert("weather".into(), json!(1)))), 1);
    assert_eq!(wrong(&|answer| drop(answer.insert("ballots".into(), json!("1")))), 1);
    assert_eq!(wrong(&|answer| drop(answer.insert("results".into(), json!([{"total": -1}])))), 5);
}

#[test]
fn every_answer_to_a_vote_in_json_holds_to_the_schema() {
    let groups = |n: usize| json!({"language": (["en", "ru"][n % 2]), "kind": "ngo"});
    for method in ["dots", "approval", "score", "rank", "gradients", "consent"] {
        for (tie, empty) in
            [("all", false), ("supporters", false), ("lot", false), ("runoff", false), ("lot", true)]
        {
            let mut ballots: Vec<Value> = (0..8)
                .map(|n| json!({"id": n, "groups": groups(n), "votes": {(["a", "b"][n / 4]): 1}}))
                .collect();
            ballots.push(json!({"id": 1, "groups": groups(1), "votes": {"a": 1}}));
            ballots.push(json!({"id": "odd", "votes": {"z": 99}}));
            if empty {
                ballots.clear();
            }
            let vote = json!({"options": ["a", "b", "c"], "method": method, "dots": 3, "cap": 2, "seats": 1,
                "tie": tie, "seed": 5, "ballots": ballots});
            let ground = Ground::new();
            let before = ground.path().join("before.json");
            std::fs::write(&before, vote.to_string()).unwrap();
            let answer = answer("vote.json", &vote.to_string(), &["--before", before.to_str().unwrap()]);
            assert_eq!(answer["copies"].as_array().unwrap().len(), usize::from(!empty));
            assert_eq!(answer["cut"].get("seed"), (tie == "lot").then_some(&json!(5)), "{method}");
            assert_eq!(answer["cut"].get("drawn").is_some(), tie == "lot");
            assert_eq!(answer["solid"]["seed"], 5);
        }
    }
}

#[test]
fn every_answer_to_a_pabulib_file_holds_to_the_schema() {
    let file = |kind: &str, meta: &str, votes: [&str; 3]| {
        let head =
            format!("META\nkey;value\nnum_projects;3\nnum_votes;3\nbudget;50\nvote_type;{kind}\n{meta}");
        let projects = "PROJECTS\nproject_id;cost\nP1;40\nP2;40\nP3;10\n";
        let points = if votes[0].contains(';') { ";points" } else { "" };
        let rows: String = (1..).zip(votes).map(|(n, vote)| format!("v{n};{vote}\n")).collect();
        format!("{head}{projects}VOTES\nvoter_id;vote{points}\n{rows}")
    };
    let files = [
        (file("approval", "", ["P1,P2", "P1", "P2,P3"]), json!([2, 2, 1]), json!(0.6667)),
        (file("ordinal", "", ["P1,P2,P3", "P1,P3,P2", "P2"]), json!([4, 3, 1]), json!(0.6667)),
        (file("cumulative", "", ["P1,P2;1.5,0.5", "P1;2", "P2;1"]), json!([35, 15, 0]), json!(0.6667)),
        (
            file("scoring", "min_points;1\nmax_points;5\n", ["P1,P2;5,1", "P1;4", "P2;3"]),
            json!([9, 4, 0]),
            json!(1.0),
        ),
    ];
    for (text, totals, agree) in files {
        let told: Vec<Value> = ["dots", "cost", "one"]
            .iter()
            .map(|utility| answer("x.pb", &text, &["--utility", utility]))
            .collect();
        for answer in &told {
            let of: Vec<u64> = answer["results"]
                .as_array()
                .unwrap()
                .iter()
                .map(|line| line["total"].as_u64().unwrap())
                .collect();
            assert_eq!(json!(of), totals, "{text}");
            // What an option is worth in Equal Shares changes neither the count nor the plain winners.
            assert_eq!(answer["results"], told[0]["results"]);
            for key in ["plain", "plain_represented"] {
                assert_eq!(answer["equal_shares"][key], told[0]["equal_shares"][key]);
            }
            let found = answer["agreement"]["P1"]["agree"].as_f64().unwrap();
            assert_eq!(json!((found * 10_000.0).round() / 10_000.0), agree, "{text}");
            assert_eq!((&answer["cut"], &answer["solid"]), (&Value::Null, &Value::Null));
        }
    }
    // Two projects level in points and in supporters, and room for one.
    let text = file("approval", "", ["P1,P2", "P1", "P2"]);
    let shares = &answer("x.pb", &text, &[])["equal_shares"];
    assert_eq!(shares["plain_tied"], json!([{"tied": ["P1", "P2"], "decided_by": "id"}]));
    assert_eq!(shares["plain"], json!(["P1"]));
    // The middle of points is told in points.
    let text = file("cumulative", "", ["P1;1.5", "P1;2.5", "P2;1"]);
    assert_eq!(answer("x.pb", &text, &[])["agreement"]["P1"]["median"], 1.5);
}
