//! `talkoot groups solve` from end to end: plans against a checker of their own, bad instances, the same plan every time.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};

use crate::ground::Ground;

/// What the planner answers to an instance, and how it ended.
fn solve(instance: &Value, more: &[&str]) -> (Value, i32) {
    let ground = Ground::new();
    std::fs::write(ground.path().join("instance.json"), instance.to_string()).unwrap();
    let file = ground.path().join("instance.json");
    let mut arguments = vec!["groups", "solve", file.to_str().unwrap(), "--json"];
    arguments.extend(more);
    let done = ground.run(&arguments);
    let (out, code) = (done.out, done.code);
    (serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}")), code)
}

/// What stands on stderr when an instance is refused.
fn refused(text: &str) -> String {
    let ground = Ground::new();
    std::fs::write(ground.path().join("instance.json"), text).unwrap();
    let file = ground.path().join("instance.json");
    ground.run(&["groups", "solve", file.to_str().unwrap()]).refused(1)
}

fn people(count: usize) -> Value {
    (0..count).map(|n| json!({"id": format!("S{n:02}"), "languages": ["en"]})).collect()
}

fn rooms(count: usize, min: usize, max: usize) -> Value {
    (0..count).map(|n| json!({"id": format!("room-{n}"), "min": min, "max": max})).collect()
}

/// How often each two people meet.
fn meetings(plan: &Value) -> BTreeMap<(String, String), i64> {
    let mut met = BTreeMap::new();
    for group in plan.as_array().unwrap().iter().flat_map(|round| round.as_array().unwrap()) {
        let ids: Vec<&str> = group.as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        for p in &ids {
            for q in ids.iter().filter(|q| *q > p) {
                *met.entry(((*p).to_owned(), (*q).to_owned())).or_default() += 1;
            }
        }
    }
    met
}

#[test]
fn the_meeting_of_42_mixes_without_a_repeat_and_says_that_it_is_proved() {
    let round = json!({"rooms": rooms(7, 6, 6)});
    let instance = json!({"people": people(42), "rounds": vec![round; 7]});
    let (answer, code) = solve(&instance, &[]);
    assert_eq!(code, 0);
    assert_eq!(
        (&answer["repeats"], &answer["distinct"], &answer["proved"]),
        (&json!(0), &json!(7 * 7 * 15), &json!(true))
    );
    let met = meetings(&answer["plan"]);
    assert_eq!((met.len(), met.values().max()), (7 * 7 * 15, Some(&1)));
    for round in answer["plan"].as_array().unwrap() {
        let seated: BTreeSet<&str> = round
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|room| room.as_array().unwrap().iter().map(|id| id.as_str().unwrap()))
            .collect();
        assert_eq!(seated.len(), 42);
    }
}

/// Two languages, hosts, colleagues apart, a late arrival, a held seat, one interpreted room.
fn workshop() -> Value {
    let people: Value = (0..24)
        .map(|n| {
            let languages = match n % 4 {
                0 => json!(["ru"]),
                1 => json!(["en", "ru"]),
                _ => json!(["en"]),
            };
            json!({"id": format!("S{n:02}"), "languages": languages, "organisation": format!("o{}", n / 3), "kind": n % 2})
        })
        .collect();
    let mut rooms = rooms(4, 5, 6);
    for (host, room) in rooms.as_array_mut().unwrap().iter_mut().enumerate() {
        room["hosts"] = json!([format!("S{:02}", host * 4 + 1)]);
    }
    let round = json!({"rooms": rooms, "interpreters": 2});
    let mut first = round.clone();
    first["absent"] = json!(["S23"]);
    json!({
        "people": people,
        "rounds": [first, round.clone(), round],
        "rules": {"apart_by": ["organisation"], "balance": ["kind", "languages"]},
        "held": [{"round": 1, "room": "room-2", "person": "S02"}],
    })
}

#[test]
fn rules_are_kept_as_a_checker_of_their_own_sees_them() {
    let instance = workshop();
    let (answer, code) = solve(&instance, &["--steps", "3000000"]);
    assert_eq!((code, &answer["levels"]["hard"], &answer["conflicts"]), (0, &json!(0), &json!([])));
    let person = |id: &Value| {
        instance["people"].as_array().unwrap().iter().find(|person| person["id"] == *id).unwrap().clone()
    };
    for (number, round) in answer["plan"].as_array().unwrap().iter().enumerate() {
        let mut silent = 0;
        for (room, asked) in
            round.as_array().unwrap().iter().zip(instance["rounds"][number]["rooms"].as_array().unwrap())
        {
            let ids = room.as_array().unwrap();
            assert!((5..=6).contains(&ids.len()));
            assert!(ids.contains(&asked["hosts"][0]));
            let organisations: BTreeSet<String> =
                ids.iter().map(|id| person(id)["organisation"].to_string()).collect();
            assert_eq!(organisations.len(), ids.len(), "colleagues share a room");
            let speaks = |code: &str| {
                ids.iter().all(|id| person(id)["languages"].as_array().unwrap().contains(&json!(code)))
            };
            silent += usize::from(!speaks("en") && !speaks("ru"));
        }
        assert!(silent <= 2, "{silent} rooms without a common language, and two are interpreted");
        let all: Vec<&Value> =
            round.as_array().unwrap().iter().flat_map(|room| room.as_array().unwrap()).collect();
        assert_eq!(all.contains(&&json!("S23")), number > 0);
    }
    assert!(answer["plan"][1][2].as_array().unwrap().contains(&json!("S02")));
    let met = meetings(&answer["plan"]);
    assert_eq!(answer["repeats"], met.values().map(|m| m - 1).sum::<i64>());
    assert_eq!(answer["levels"]["mixing"], met.values().map(|m| m * (m - 1) / 2).sum::<i64>());
    assert_eq!(answer["distinct"], met.len());
}

#[test]
fn the_same_seed_and_steps_give_the_same_plan_on_any_number_of_threads() {
    let instance = workshop();
    let told = |more: &[&str]| {
        let (mut answer, _) = solve(&instance, more);
        answer.as_object_mut().unwrap().remove("seconds");
        answer
    };
    let one = told(&["--steps", "400000", "--seed", "3"]);
    for threads in ["2", "7"] {
        assert_eq!(told(&["--steps", "400000", "--seed", "3", "--threads", threads]), one);
    }
    assert_ne!(told(&["--steps", "400000", "--seed", "4"])["plan"], one["plan"]);
}

#[test]
fn history_and_a_plan_before_are_respected() {
    let base = json!({"people": people(6), "rounds": [{"rooms": rooms(3, 2, 2)}]});
    let mut instance = base.clone();
    instance["history"] = json!([[["S00", "S01"], ["S02", "S03"], ["S04", "S05"]]]);
    let (answer, _) = solve(&instance, &["--steps", "20000"]);
    assert_eq!((&answer["repeats"], &answer["distinct"]), (&json!(0), &json!(6)));
    let mut instance = base;
    instance["before"] = json!([[["S05", "S01"], ["S02", "S03"], ["S04", "S00"]]]);
    let (answer, _) = solve(&instance, &["--steps", "20000"]);
    assert_eq!(
        (&answer["levels"]["disturbance"], &answer["plan"]),
        (&json!(0), &json!([[["S01", "S05"], ["S02", "S03"], ["S00", "S04"]]]))
    );
    instance["rounds"][0]["absent"] = json!(["S05"]);
    instance["rounds"][0]["rooms"] = rooms(3, 1, 2);
    let (answer, code) = solve(&instance, &["--steps", "20000"]);
    assert_eq!((code, &answer["levels"]["disturbance"]), (0, &json!(0)), "nobody moves where nobody must");
}

#[test]
fn topics_go_to_those_who_want_them_and_a_smallest_size_has_its_price() {
    let room =
        |topic: &str, min: usize, max: usize| json!({"id": topic, "min": min, "max": max, "topic": topic});
    let instance = json!({
        "people": people(7),
        "rounds": [{"rooms": [room("fund", 0, 4), room("law", 2, 4), room("data", 0, 3)]}],
        "preferences": {
            "S00": ["fund", "data"], "S01": ["fund", "law"], "S02": ["fund", "data", "law"], "S03": ["data", "fund"],
            "S04": ["data", "law", "fund"], "S05": ["fund", "data"], "S06": ["data", "fund", "law"],
        },
    });
    let (answer, code) = solve(&instance, &["--steps", "20000"]);
    // Two must work on the law; S01 and S04 have it as their second choice.
    assert_eq!(
        (code, &answer["levels"]["topics"], &answer["levels"]["worst_rank"]),
        (0, &json!(2), &json!(1))
    );
    assert_eq!((&answer["bound"]["topics"], &answer["proved"]), (&json!(2), &json!(true)));
    assert_eq!(answer["plan"][0][1], json!(["S01", "S04"]));
    let law = answer["topics"].as_array().unwrap().iter().find(|topic| topic["topic"] == "law").unwrap();
    assert_eq!((&law["size"], &law["min"], &law["price"]), (&json!(2), &json!(2), &json!(2)));
}

#[test]
fn what_contradicts_itself_is_named_with_the_best_plan() {
    let conflict = |instance: Value, kind: &str, people: &[&str]| {
        let (answer, code) = solve(&instance, &["--steps", "20000"]);
        assert_eq!(code, 1, "{answer}");
        assert!(answer["levels"]["hard"].as_i64().unwrap() > 0);
        assert!(answer["bound"]["hard"].as_i64().unwrap() > 0 || kind == "no-common-language", "{answer}");
        let found = answer["conflicts"].as_array().unwrap().iter().find(|conflict| conflict["kind"] == kind);
        let found = found.unwrap_or_else(|| panic!("no {kind} in {answer}"));
        for id in people {
            assert!(found["people"].as_array().unwrap().contains(&json!(id)), "{found}");
            assert!(found["text"].as_str().unwrap().contains(id), "{found}");
        }
    };
    let base = |count: usize, rooms: Value| json!({"people": people(count), "rounds": [{"rooms": rooms}]});
    let with = |mut instance: Value, rules: Value| {
        instance["rules"] = rules;
        instance
    };
    conflict(base(4, rooms(3, 2, 3)), "too-few-people", &[]);
    conflict(base(9, rooms(2, 2, 3)), "too-few-seats", &[]);
    conflict(base(1, rooms(2, 1, 3)), "too-few-people", &[]);
    conflict(
        with(base(6, rooms(2, 3, 3)), json!({"apart": [["S00", "S01", "S02"]]})),
        "too-many-apart",
        &["S00", "S02"],
    );
    conflict(
        with(base(6, rooms(3, 2, 2)), json!({"together": [["S00", "S01", "S02"]]})),
        "together-over-max",
        &["S01"],
    );
    let mut hosts = rooms(2, 1, 3);
    hosts[0]["hosts"] = json!(["S03"]);
    hosts[1]["hosts"] = json!(["S03"]);
    conflict(base(4, hosts), "host-in-two-rooms", &["S03"]);
    let mut strangers = base(2, rooms(1, 2, 2));
    strangers["people"][1]["languages"] = json!(["ru"]);
    conflict(strangers, "no-common-language", &["S01"]);
    let mut away = base(4, rooms(2, 1, 3));
    away["rounds"][0]["absent"] = json!(["S02"]);
    away["held"] = json!([{"round": 0, "room": "room-1", "person": "S02"}]);
    conflict(away, "held-away", &["S02"]);
    conflict(json!({"people": people(3), "rounds": [{"rooms": []}]}), "no-rooms", &[]);
}

#[test]
fn the_smallest_contradiction_comes_first_with_what_giving_up_each_wish_would_buy() {
    let mut instance =
        json!({"people": people(12), "rounds": [{"rooms": rooms(3, 4, 4), "interpreters": 1}]});
    for (person, language) in [(0, "ru"), (1, "ru"), (4, "en"), (5, "en"), (8, "ru"), (9, "ru")] {
        instance["people"][person]["languages"] = json!([language]);
    }
    for person in [2, 3, 6, 7, 10, 11] {
        instance["people"][person]["languages"] = json!(["en", "ru"]);
    }
    // Two rooms in which somebody who speaks only English meets somebody who speaks only Russian, and one that is interpreted.
    instance["rounds"][0]["rooms"][0]["hosts"] = json!(["S00", "S04"]);
    instance["rounds"][0]["rooms"][1]["hosts"] = json!(["S05"]);
    instance["rules"] = json!({"together": [["S05", "S08"]]});
    let (answer, code) = solve(&instance, &["--steps", "20000"]);
    assert_eq!(code, 1);
    let first = &answer["conflicts"][0];
    assert_eq!(first["kind"], json!("contradiction"), "{answer}");
    let wishes = first["wishes"].as_array().unwrap();
    let kinds: Vec<&str> = wishes.iter().map(|wish| wish["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["host", "host", "host", "together", "language", "language", "interpreters"]);
    assert!(wishes.iter().all(|wish| wish["frees"] == json!(true)), "{first}");
    let interpreters = wishes.last().unwrap();
    assert_eq!(interpreters["instead"], json!(2), "{first}");
    assert!(interpreters["buys"].as_str().unwrap().contains("2 interpreted rooms"), "{first}");
    for id in ["S00", "S04", "S05", "S08"] {
        assert!(first["people"].as_array().unwrap().contains(&json!(id)), "{first}");
    }
    instance["rounds"][0]["interpreters"] = json!(2);
    let (answer, code) = solve(&instance, &["--steps", "20000"]);
    assert_eq!((code, &answer["conflicts"]), (0, &json!([])), "what was said is so: {answer}");
}

#[test]
fn what_cannot_be_meant_is_refused_by_name() {
    let base = json!({"people": people(4), "rounds": [{"rooms": rooms(2, 1, 3)}]});
    let cases: Vec<(&str, Value, &[&str])> = vec![
        ("/colour", json!("red"), &["colour"]),
        ("/rounds/0/lenght", json!(45), &["lenght", "rounds[0]"]),
        ("/rounds/0/rooms/0/host", json!([]), &["host", "rooms[0]"]),
        ("/rules", json!({"aprat": []}), &["aprat", "rules"]),
        ("/people", json!([]), &["no people"]),
        ("/rounds", json!([]), &["no rounds"]),
        ("/people/3/id", json!("S01"), &["S01", "twice", "2", "4"]),
        ("/people/3/id", json!(" "), &["4"]),
        ("/rounds/0/rooms/0/min", json!(9), &["room-0", "9", "3"]),
        ("/rounds/0/rooms/1/id", json!("room-0"), &["room-0", "twice"]),
        ("/rounds/0/rooms/0/hosts", json!(["S99"]), &["S99", "rounds[0].rooms[0].hosts"]),
        ("/rounds/0/absent", json!(["nobody"]), &["nobody"]),
        ("/rules", json!({"apart": [["S00", "S77"]]}), &["S77", "rules.apart[0]"]),
        ("/rules", json!({"together": [["S00", "S00"]]}), &["S00", "twice"]),
        ("/rules", json!({"balance": ["colour"]}), &["colour"]),
        ("/rules", json!({"order": "chaos"}), &["rules.order", "chaos"]),
        ("/preferences", json!({"S00": ["P01"]}), &["S00", "P01"]),
        ("/preferences", json!({"S42": []}), &["S42"]),
        ("/held", json!([{"round": 3, "room": "room-0", "person": "S00"}]), &["3", "1"]),
        ("/held", json!([{"round": 0, "room": "attic", "person": "S00"}]), &["attic"]),
        ("/history", json!([[["S00", "S50"]]]), &["S50", "history[0][0]"]),
        ("/people/0/languages", json!("en"), &["people[0].languages"]),
        ("/rounds/0/interpreters", json!(-1), &["interpreters"]),
    ];
    for (place, value, names) in cases {
        let mut instance = base.clone();
        let (parent, key) = place.rsplit_once('/').unwrap();
        let parent = instance.pointer_mut(parent).unwrap();
        match key.parse::<usize>() {
            Ok(index) if parent.is_array() => parent[index] = value,
            _ => parent[key] = value,
        }
        let said = refused(&instance.to_string());
        for name in names {
            assert!(said.contains(name), "{place}: no {name:?} in {said:?}");
        }
        assert_eq!(said.trim_end().lines().count(), 2, "a sentence and a hint: {said}");
    }
    assert!(refused("{").contains("not an instance"));
    assert!(refused("{\"people\":[],\"people\":[]}").contains("people"));
    assert!(refused("[1,2]").contains("not an instance"));
    let ground = Ground::new();
    assert!(ground.run(&["groups", "solve", "nowhere.json"]).refused(1).contains("nowhere.json"));
    std::fs::write(ground.path().join("words"), b"\xff\xfe\x00").unwrap();
    assert!(
        ground
            .run(&["groups", "solve", ground.path().join("words").to_str().unwrap()])
            .refused(1)
            .contains("UTF-8")
    );
}

#[test]
fn few_people_are_planned_as_well_as_many() {
    for count in [1, 2, 3] {
        let (answer, code) =
            solve(&json!({"people": people(count), "rounds": [{"rooms": rooms(1, 0, 5)}]}), &[]);
        assert_eq!((code, answer["plan"][0][0].as_array().unwrap().len()), (0, count));
    }
    let (answer, code) =
        solve(&json!({"people": people(2), "rounds": [{"rooms": rooms(5, 0, 5)}]}), &["--steps", "1000"]);
    assert_eq!(
        (code, &answer["levels"]["hard"]),
        (0, &json!(0)),
        "empty rooms are none too few where no min is asked"
    );
}

#[test]
fn the_example_of_the_page_is_solved_and_told_in_both_languages() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/groups.md")).unwrap();
    let example = page.split("```json").nth(1).unwrap().split("```").next().unwrap();
    let ground = Ground::new();
    let file = ground.path().join("example.json");
    std::fs::write(&file, example).unwrap();
    for lang in ["en", "ru"] {
        let told =
            ground.run(&["--lang", lang, "groups", "solve", file.to_str().unwrap(), "--steps", "50000"]).ok();
        insta::assert_snapshot!(format!("groups_solve_{lang}"), told);
    }
}
