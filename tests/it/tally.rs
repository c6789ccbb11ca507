//! `talkoot tally` from end to end: counts, ties, bad ballots, bad files, the page's own example.

use serde_json::{Value, json};

use crate::ground::{self, Ground};

fn said(vote: &str, more: &[&str]) -> ground::Said {
    let ground = Ground::new();
    let file = ground.path().join("vote.json");
    std::fs::write(&file, vote).unwrap();
    let mut arguments = vec!["tally", file.to_str().unwrap()];
    arguments.extend(more);
    ground.run(&arguments)
}

fn tally(vote: &Value) -> Value {
    let out = said(&vote.to_string(), &["--json"]).ok();
    serde_json::from_str(&out).unwrap_or_else(|error| panic!("{error}: {out}"))
}

/// So many ballots that each give what stands in `votes`.
fn ballots(of: &[(usize, Value)]) -> Value {
    let all = of.iter().flat_map(|(times, votes)| std::iter::repeat_n(votes, *times));
    all.enumerate().map(|(n, votes)| json!({"id": format!("b{n}"), "votes": votes})).collect()
}

fn forward(answer: &Value) -> Vec<(String, String)> {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    answer["results"].as_array().unwrap().iter().map(|r| (text(&r["option"]), text(&r["forward"]))).collect()
}

#[test]
fn published_spreads_are_printed_alone() {
    let spread = |counts: &str| Ground::new().run(&["tally", "--spread", counts]).ok();
    assert_eq!(spread("30,40,210,130,530,50,10"), "0.61133\n");
    assert_eq!(spread("5,5,5,5,5"), "0.00000\n");
    assert_eq!(spread("20,0,0,0,20"), "-1.00000\n");
    assert_eq!(spread("0, 0, 42, 0, 0"), "1.00000\n");
    for wrong in ["", "5", "0,0", "1,x", "-1,2", "1.5,2"] {
        let told = Ground::new().run(&["tally", "--spread", wrong]).refused(2);
        assert!(told.contains("30,40,210"), "{told}");
    }
}

#[test]
fn each_rule_settles_a_tie_on_the_line() {
    let vote = |tie: &str| {
        let of = [
            (2, json!({"a": 2, "b": 1})),
            (1, json!({"b": 2, "c": 1})),
            (1, json!({"c": 1, "d": 2})),
            (2, json!({"c": 1})),
        ];
        json!({"options": ["a", "b", "c", "d"], "method": "dots", "dots": 3, "cap": 2, "seats": 2,
            "tie": tie, "seed": 5, "ballots": ballots(&of)})
    };
    let goes = |tie: &str| {
        let answer = tally(&vote(tie));
        assert_eq!(answer["cut"]["tied"], json!(["a", "b", "c"]));
        let of = |which: &str| -> String {
            forward(&answer).into_iter().filter(|(_, f)| f == which).map(|(o, _)| o).collect()
        };
        (of("yes"), of("tied"), answer["cut"]["decided_by"].as_str().unwrap().to_owned())
    };
    assert_eq!(goes("all"), ("abc".into(), String::new(), "all".into()));
    assert_eq!(goes("supporters"), ("bc".into(), String::new(), "supporters".into()));
    assert_eq!(goes("runoff"), (String::new(), "abc".into(), "runoff".into()));
    let (lot, _, by) = goes("lot");
    assert_eq!((lot.len(), by.as_str()), (2, "lot"));
    let ranks =
        tally(&vote("all"))["results"].as_array().unwrap().iter().map(|r| r["rank"].clone()).collect();
    assert_eq!(Value::Array(ranks), json!([1, 1, 1, 4]));
}

#[test]
fn no_ballot_is_dropped_without_a_line_that_says_so() {
    let answer =
        tally(&json!({"options": ["a", "b"], "method": "dots", "dots": 2, "cap": 2, "seats": 1, "ballots": [
            {"id": "good", "votes": {"a": 2}},
            {"id": "good", "votes": {"a": 2, "b": 0}},
            {"id": "much", "votes": {"a": 2, "b": 1}},
            {"id": "unknown", "votes": {"z": 1}},
            {"id": "negative", "votes": {"a": -1}},
            {"id": "half", "votes": {"a": 0.5}},
            {"id": "torn", "votes": {"a": 1}},
            {"id": "torn", "votes": {"b": 1}},
        ]}));
    assert_eq!((&answer["ballots"], &answer["results"][0]["total"]), (&json!(1), &json!(2)));
    let ids: Vec<&str> =
        answer["invalid"].as_array().unwrap().iter().map(|aside| aside["id"].as_str().unwrap()).collect();
    assert_eq!(ids, ["much", "unknown", "negative", "half", "torn", "torn"]);
    assert_eq!(answer["copies"][0]["id"], "good");
    assert!(answer["invalid"][1]["why"].as_str().unwrap().contains("“z”"));
}

#[test]
fn what_is_no_vote_is_refused_with_the_field_named() {
    let good = json!({"options": ["a", "b"], "method": "approval", "seats": 1, "ballots": []});
    let with = |key: &str, value: Value| {
        let mut vote = good.clone();
        vote[key] = value;
        vote.to_string()
    };
    let without = |key: &str| {
        let mut vote = good.clone();
        vote.as_object_mut().unwrap().remove(key);
        vote.to_string()
    };
    let cases = [
        (with("method", json!("guess")), "method"),
        (with("method", json!("dots")), "dots"),
        (with("threshold", json!(1.5)), "threshold"),
        (with("seats", json!(-1)), "seats"),
        (with("options", json!(["a", "a"])), "options"),
        (with("options", json!([])), "options"),
        (with("weather", json!(1)), "weather"),
        (with("ballots", json!([{"id": "1", "votes": {"a": "x"}}])), "ballots[0].votes.a"),
        (with("ballots", json!([{"votes": {}}])), "id"),
        (without("seats"), "seats"),
        (without("ballots"), "ballots"),
        ("hello".into(), "."),
        (String::new(), "."),
        (good.to_string().chars().take(30).collect(), "."),
    ];
    for (vote, named) in cases {
        let told = said(&vote, &[]).refused(1);
        assert!(told.contains(named), "{vote}: {told}");
    }
    assert!(Ground::new().run(&["tally", "nowhere.json"]).refused(1).contains("nowhere.json"));
    Ground::new().run(&["tally"]).refused(2);
}

#[test]
fn odd_votes_have_plain_answers() {
    let vote = |options: Value, seats: u32, ballots: Value| {
        tally(&json!({"options": options, "method": "score", "seats": seats, "ballots": ballots}))
    };
    let empty = vote(json!(["a", "b"]), 1, json!([]));
    assert_eq!((&empty["ballots"], &empty["solid"]["flip"]), (&json!(0), &Value::Null));
    assert_eq!(empty["agreement"]["a"]["median"], Value::Null);
    let one = vote(json!(["a"]), 1, ballots(&[(3, json!({"a": 5}))]));
    assert_eq!((forward(&one)[0].1.as_str(), &one["solid"]["flip"]), ("yes", &Value::Null));
    assert_eq!(forward(&vote(json!(["a", "b"]), 9, json!([])))[1].1, "yes");
    assert_eq!(forward(&vote(json!(["a", "b"]), 0, json!([])))[0].1, "no");
}

#[test]
fn agreement_common_ground_and_change_are_told() {
    let scores = |id: usize, language: &str, a: u32, b: u32| json!({"id": id, "groups": {"language": language}, "votes": {"a": a, "b": b}});
    let ballots: Vec<Value> = (0..10)
        .map(|n| scores(n, ["en", "ru"][n % 2], 5 - (n % 2) as u32, if n % 2 == 0 { 5 } else { 1 }))
        .collect();
    let vote = json!({"options": ["b", "a"], "method": "score", "seats": 1, "ballots": ballots});
    let answer = tally(&vote);
    assert_eq!(
        answer["agreement"]["b"],
        json!({"median": 3.0, "iqr": 4.0, "agree": 0.5, "of": 10, "agreed": false, "A": -1.0, "polarisation": 1.0})
    );
    assert_eq!(answer["agreement"]["a"]["agree"], 1.0);
    assert_eq!(answer["common_ground"], json!(["a"]));
    assert_eq!(answer["solid"]["without"]["language=en"], json!(["a"]));
    assert_eq!((&answer["kendall_w"], &answer["kendall_w_null"]), (&Value::Null, &json!("not-rankings")));
    let ground = Ground::new();
    let (now, before) = (ground.path().join("now.json"), ground.path().join("before.json"));
    std::fs::write(&now, vote.to_string()).unwrap();
    std::fs::write(
        &before,
        json!({"options": ["b", "a"], "method": "score", "seats": 1, "ballots": [scores(1, "en", 2, 5)]})
            .to_string(),
    )
    .unwrap();
    let out = ground.run(&["tally", now.to_str().unwrap(), "--before", before.to_str().unwrap()]).ok();
    let answer: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(answer["change"], json!({"a": {"rank": 1, "median": 2.5}, "b": {"rank": -1, "median": -2.0}}));
}

/// A vote by scores on `a` and `b`, each ballot with its groups.
fn scored(of: &[(usize, Value, Value)]) -> Value {
    let all = of.iter().flat_map(|(times, groups, votes)| std::iter::repeat_n((groups, votes), *times));
    let ballots: Vec<Value> = all
        .enumerate()
        .map(|(id, (groups, votes))| json!({"id": id, "groups": groups, "votes": votes}))
        .collect();
    json!({"options": ["a", "b"], "method": "score", "seats": 1, "ballots": ballots})
}

#[test]
fn common_ground_needs_two_groups_of_one_division_and_three_ballots_asked_in_each() {
    let high = json!({"a": 5, "b": 5});
    let (en, ru) = (json!({"language": "en", "kind": "ngo"}), json!({"language": "ru"}));
    let common = |of: &[(usize, Value, Value)]| tally(&scored(of))["common_ground"].clone();
    let two_russians = common(&[(20, en.clone(), high.clone()), (2, ru.clone(), high.clone())]);
    assert_eq!(two_russians, json!([]), "a language and a kind are no two groups");
    assert_eq!(common(&[(20, en.clone(), high.clone()), (3, ru.clone(), high.clone())]), json!(["a", "b"]));
    // One of each language marks b, and nobody else does.
    let only_a = json!({"a": 5});
    let few =
        [(1, en.clone(), high.clone()), (4, en, only_a.clone()), (1, ru.clone(), high), (4, ru, only_a)];
    assert_eq!(common(&few), json!(["a"]));
    let agreement = tally(&scored(&few))["agreement"].clone();
    assert_eq!(
        (&agreement["a"]["of"], &agreement["b"]["of"], &agreement["b"]["agree"]),
        (&json!(10), &json!(2), &json!(1.0))
    );
}

#[test]
fn of_rankings_who_leaves_an_option_out_does_not_agree_with_it() {
    let of = [(1, json!({"a": 1, "b": 2})), (3, json!({"b": 1}))];
    let answer =
        tally(&json!({"options": ["a", "b"], "method": "rank", "seats": 1, "ballots": ballots(&of)}));
    assert_eq!(answer["agreement"]["a"]["agree"], 0.25);
    assert_eq!(
        (&answer["agreement"]["a"]["of"], &answer["agreement"]["b"]["agree"]),
        (&json!(4), &json!(0.75))
    );
}

#[test]
fn what_would_be_tied_without_a_group_or_by_another_rule_is_told() {
    let vote = |n: usize, language: &str, option: &str| json!({"id": n, "groups": {"language": language}, "votes": {(option): 1}});
    let all = [("en", "a"), ("en", "a"), ("en", "b"), ("en", "b"), ("ru", "a"), ("ru", "a"), ("ru", "c")];
    let ballots: Vec<Value> =
        (0..).zip(all).map(|(n, (language, option))| vote(n, language, option)).collect();
    let solid = &tally(
        &json!({"options": ["a", "b", "c"], "method": "dots", "dots": 1, "seats": 1, "ballots": ballots}),
    )["solid"];
    assert_eq!(solid["without"], json!({"language=en": ["a"], "language=ru": []}));
    assert_eq!(solid["without_tied"], json!({"language=ru": ["a", "b"]}));
    assert_eq!((&solid["rules"]["totals"], solid.get("rules_tied")), (&json!(["a"]), None));
}

#[test]
fn the_plain_winners_of_a_vote_on_places_are_those_who_go_forward() {
    let of = [
        (2, json!({"a": 2, "b": 1})),
        (1, json!({"b": 2, "c": 1})),
        (2, json!({"c": 1})),
        (1, json!({"c": 1, "d": 2})),
    ];
    let shares = |tie: &str, utility: &str| {
        let vote = json!({"options": ["a", "b", "c", "d"], "method": "dots", "dots": 3, "cap": 2, "seats": 2,
            "tie": tie, "seed": 5, "ballots": ballots(&of)});
        let answer: Value =
            serde_json::from_str(&said(&vote.to_string(), &["--utility", utility]).ok()).unwrap();
        let forward: Vec<String> = forward(&answer)
            .into_iter()
            .filter(|(_, goes)| goes == "yes")
            .map(|(option, _)| option)
            .collect();
        let mut sorted = forward;
        sorted.sort_unstable();
        (json!(sorted), answer["equal_shares"].clone())
    };
    for utility in ["dots", "cost", "one"] {
        for tie in ["all", "supporters", "lot"] {
            let (forward, shares) = shares(tie, utility);
            assert_eq!((&shares["plain"], shares.get("plain_open")), (&forward, None), "{tie}");
        }
        assert_eq!(shares("all", utility).1["plain_represented"], 6);
        let open = shares("runoff", utility).1;
        assert_eq!((&open["plain_open"], &open["plain"]), (&json!(true), &json!(["b", "c"])));
    }
}

#[test]
fn large_budgets_are_answered() {
    for budget in [10_000_000_u64, 100_000_000, 1_000_000_000_000] {
        let costs = json!({"a": budget / 10 * 6, "b": budget / 10 * 7, "c": budget / 10 * 8});
        let of = [(1, json!({"a": 1})), (1, json!({"b": 1})), (1, json!({"c": 1}))];
        let shares = tally(&json!({"options": ["a", "b", "c"], "method": "approval", "seats": 1,
            "costs": costs, "budget": budget, "ballots": ballots(&of)}))["equal_shares"]
            .clone();
        assert_eq!((&shares["winners"], &shares["completed_by_units"]), (&json!([]), &json!(["a"])));
        assert!(shares["step"].as_u64().unwrap() > 1, "{budget}");
    }
}

#[test]
fn the_fate_of_an_id_hangs_on_no_order() {
    let same = [json!({"P01": 1, "P09": 0}), json!({"P01": 1}), json!({"P01": 1})];
    for first in 0..3 {
        let seven = (0..3).map(|n| json!({"id": "7", "votes": same[(first + n) % 3]}));
        let ballots: Vec<Value> = seven.chain([json!({"id": "8", "votes": {"P02": 1}})]).collect();
        let answer = tally(&json!({"options": ["P01", "P02", "P03"], "method": "dots", "dots": 3, "cap": 2,
            "seats": 1, "tie": "runoff", "ballots": ballots}));
        assert_eq!((&answer["ballots"], &answer["copies"]), (&json!(1), &json!([])));
        let kinds: Vec<&Value> =
            answer["invalid"].as_array().unwrap().iter().map(|aside| &aside["kind"]).collect();
        assert_eq!(kinds, ["contradicts"; 3]);
    }
}

#[test]
fn what_is_wrong_is_said_in_the_language_of_the_interface() {
    let start = r#"{"options":["a"],"method":"approval","seats":1,"ballots":"#;
    let vote = |ballots: &str| format!("{start}{ballots}}}");
    let cases = [
        (String::new(), "empty", "пуст"),
        (" \n".to_owned(), "empty", "пуст"),
        ("hello".to_owned(), "line 1, column 1", "столбца 1"),
        (start.to_owned(), "too early", "обрывается"),
        ("7".to_owned(), "not a vote", "не голосование"),
        (r#"{"colour":1}"#.to_owned(), "has no key “colour”", "Ключа «colour»"),
        ("{}".to_owned(), "lacks the key “options”", "нет ключа «options»"),
        (r#"{"seats":1,"seats":1}"#.to_owned(), "“seats” twice", "«seats» стоит дважды"),
        (r#"{"method":"guess"}"#.to_owned(), "dots, approval", "Возможны: dots"),
        (r#"{"seats":-1}"#.to_owned(), "whole number from 0 to 4294967295 at seats", "В месте seats"),
        (r#"{"seats":4294967296}"#.to_owned(), "from 0 to 4294967295 at seats", "от 0 до 4294967295"),
        (r#"{"seed":-1}"#.to_owned(), "from 0 to 18446744073709551615 at seed", "В месте seed"),
        (r#"{"threshold":"x"}"#.to_owned(), "no number at threshold", "не число"),
        (r#"{"options":7}"#.to_owned(), "no list at options", "не список"),
        (vote("7"), "no list at ballots", "не список"),
        (vote("[7]"), "no keys with values at ballots[0]", "нет ключей"),
        (vote(r#"[{"id":"1","vote":{}}]"#), "“vote” is not a key known at ballots[0]", "в месте ballots[0]"),
        (vote(r#"[{"id":"1"}]"#), "“votes” is missing at ballots[0]", "нет ключа «votes»"),
        (vote(r#"[{"id":[],"votes":{}}]"#), "no text at ballots[0].id", "не текст"),
        (vote(r#"[{"id":"1","votes":{"a":"x"}}]"#), "at ballots[0].votes.a", "ballots[0].votes.a"),
    ];
    for (text, english, russian) in cases {
        let told = said(&text, &[]).refused(1);
        assert!(told.contains(english) && !told.contains("at ."), "{text}: {told}");
        let told = said(&text, &["--lang", "ru"]).refused(1);
        assert!(told.contains(russian), "{text}: {told}");
        for half in ["expected", "invalid", "missing", "unknown", " at ", " line ", "EOF"] {
            assert!(!told.contains(half), "{text}: {told}");
        }
    }
    let large = vote(r#"[{"id":"1","votes":{"a":4294967296}}]"#);
    assert!(said(&large, &[]).ok().contains("from 0 to 4294967295"));
    let told = said(&vote("[]"), &["--spread", "1,2"]).refused(2);
    assert!(told.contains("exclude each other") && !told.contains("only once"), "{told}");
}

#[test]
fn halls_of_41_42_and_43_are_counted_with_the_keys_in_any_order() {
    for hall in [41_usize, 42, 43] {
        let all = ballots(&[(20, json!({"x": 1, "y": 1})), (hall - 20, json!({"y": 1, "z": 1}))]);
        let text = format!(r#"{{"ballots":{all},"seats":1,"method":"approval","options":["z","y","x"]}}"#);
        let answer: Value = serde_json::from_str(&said(&text, &[]).ok()).unwrap();
        assert_eq!((&answer["ballots"], &answer["results"][0]["total"]), (&json!(hall), &json!(hall)));
        // Each replaced ballot that stood for y alone of the two brings z nearer by 2, each of the others by 1.
        assert_eq!((&answer["solid"]["flip"], &answer["solid"]["exact"]), (&json!(10), &json!(true)));
    }
}

#[test]
fn the_example_of_the_page_is_counted_in_both_languages() {
    let page = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/tally.md")).unwrap();
    let example = page.split("```json").nth(1).unwrap().split("```").next().unwrap();
    for (lang, why) in [("en", "dots on “P02”: 3, allowed: 2"), ("ru", "точек у «P02»: 3, разрешено: 2")]
    {
        let answer: Value = serde_json::from_str(&said(example, &["--lang", lang]).ok()).unwrap();
        assert_eq!(answer["invalid"], json!([{"id": "b7", "why": why, "kind": "faults"}]));
        assert_eq!((&answer["ballots"], &answer["cut"]["decided_by"]), (&json!(6), &json!("supporters")));
        for key in answer.as_object().unwrap().keys() {
            assert!(page.contains(&format!("`{key}")), "{key} is not on the page");
        }
    }
}

#[test]
fn the_fair_share_stands_beside_the_plain_winners() {
    // 6 of 10 agree on three options; the plain count gives them all three places, equal shares one to the other four.
    let one = json!({"P01": 1, "P02": 1, "P03": 1});
    let other = json!({"P04": 1, "P05": 1, "P06": 1});
    let vote = json!({
        "options": ["P01", "P02", "P03", "P04", "P05", "P06"], "method": "approval", "seats": 3,
        "ballots": ballots(&[(6, one), (4, other)]),
    });
    let shares = &tally(&vote)["equal_shares"];
    assert_eq!(shares["winners"], json!(["P01", "P04"]));
    assert_eq!(shares["plain"], json!(["P01", "P02", "P03"]));
    assert_eq!((&shares["represented"], &shares["plain_represented"]), (&json!(10), &json!(6)));
    let with = |key: &str, value: Value| {
        let mut vote = vote.clone();
        vote[key] = value;
        vote
    };
    assert!(said(&with("costs", json!({"P01": 1})).to_string(), &[]).refused(1).contains("budget"));
    let mut vote = with("costs", json!({"P01": 1}));
    vote["budget"] = json!(3);
    assert!(said(&vote.to_string(), &[]).refused(1).contains("P02"));
    vote["costs"] = json!({"P01": 5, "P02": 9, "P03": 9, "P04": 4, "P05": 9, "P06": 9});
    vote["budget"] = json!(10);
    assert_eq!(tally(&vote)["equal_shares"]["winners"], json!(["P01", "P04"]));
    vote["costs"]["P01"] = json!(-1);
    assert!(said(&vote.to_string(), &[]).refused(1).contains("costs"));
}
