//! Hands that are counted instead of ballots, and people who vote for others, from the command line.

use serde_json::Value;

use crate::ground::{self, Ground};

fn prepared(rules: &str) -> String {
    format!(
        r#"{{"do":"vote.prepare","id":"v","title":"Which?","options":["P01","P02","P03"],"seats":1,{rules}}}
{{"do":"vote.open","vote":"v"}}"#
    )
}

/// The kind of each refusal, `ok` for what was done.
fn kinds(answers: &[Value]) -> Vec<String> {
    let kind = |answer: &Value| answer["kind"].as_str().unwrap_or("ok").to_owned();
    answers.iter().map(kind).collect()
}

fn apply(ground: &Ground, lines: &str) -> Vec<String> {
    kinds(&ground.apply("helsinki-2017", lines).answers())
}

#[test]
fn hands_are_counted_again_undone_and_closed() {
    let ground = Ground::new();
    apply(&ground, &prepared(r#""method":"approval","secret":false"#));
    let done = apply(
        &ground,
        r#"{"do":"vote.count","vote":"v","hands":{"P01":17,"P02":9},"voters":38}
{"do":"vote.count","vote":"v","hands":{"P02":9,"P01":17,"P03":0},"voters":38}
{"do":"vote.cast","vote":"v","seat":"S01","votes":{"P01":1}}
{"do":"vote.count","vote":"v","hands":{"P01":18,"P02":9},"voters":38}
{"do":"undo"}
{"do":"undo"}
{"do":"vote.cast","vote":"v","seat":"S01","votes":{"P01":1}}
{"do":"vote.count","vote":"v","hands":{"P01":17},"voters":38}
{"do":"undo"}
{"do":"vote.count","vote":"v","hands":{"P01":17,"P02":9},"voters":38}"#,
    );
    assert_eq!(done, ["ok", "nothing", "state", "ok", "ok", "ok", "ok", "state", "ok", "ok"]);
    let open = ground.json(&["show", "helsinki-2017", "votes"]);
    let vote = open["votes"].as_array().unwrap().last().unwrap().clone();
    assert_eq!((&vote["turnout"]["ballots"], &vote["turnout"]["hands"]), (&38.into(), &true.into()));
    assert_eq!(vote["result"], Value::Null);
    let log = ground.run(&["log", "helsinki-2017"]).ok();
    assert!(log.contains("counted hands in the vote"), "{log}");
    assert_eq!(apply(&ground, r#"{"do":"vote.close","vote":"v"}"#), ["ok"]);
    let log = ground.run(&["log", "helsinki-2017"]).ok();
    assert!(log.contains("hands of 38 people"), "{log}");
    let closed = ground.json(&["show", "helsinki-2017", "votes"]);
    let vote = closed["votes"].as_array().unwrap().last().unwrap().clone();
    assert_eq!(vote["result"]["rows"][0]["total"], 17);
    assert_eq!(vote["result"]["rows"][0]["forward"], "yes");
    assert_eq!((&vote["result"]["ballots"], &vote["result"]["cast"]), (&38.into(), &Value::Null));
    assert_eq!(ground.run(&["check", "helsinki-2017"]).code, 0);
}

#[test]
fn what_cannot_be_counted_is_refused() {
    let refused = |rules: &str, count: &str| {
        let ground = Ground::new();
        apply(&ground, &prepared(rules));
        apply(&ground, &format!(r#"{{"do":"vote.count","vote":"v",{count}}}"#)).pop().unwrap()
    };
    let approval = r#""method":"approval","secret":false"#;
    let dots = r#""method":"dots","dots":1,"cap":1,"secret":false"#;
    let usual = r#""hands":{"P01":3},"voters":9"#;
    assert_eq!(refused(r#""method":"approval""#, usual), "state");
    for method in ["score", "rank", "gradients", "consent"] {
        assert_eq!(refused(&format!(r#""method":"{method}","secret":false"#), usual), "method");
    }
    assert_eq!(refused(r#""method":"dots","dots":3,"cap":2,"secret":false"#, usual), "method");
    assert_eq!(refused(dots, usual), "ok");
    assert_eq!(refused(dots, r#""hands":{"P01":3,"P02":7},"voters":9"#), "over-budget");
    assert_eq!(refused(dots, r#""hands":{"P01":3,"P02":6},"voters":9"#), "ok");
    assert_eq!(refused(approval, r#""hands":{"P01":9,"P02":9},"voters":9"#), "ok");
    assert_eq!(refused(approval, r#""hands":{"P01":10},"voters":9"#), "out-of-range");
    assert_eq!(refused(approval, r#""hands":{},"voters":0"#), "out-of-range");
    assert_eq!(refused(approval, r#""hands":{"P04":1},"voters":9"#), "unknown");
    assert_eq!(refused(approval, r#""hands":{"P99":1},"voters":9"#), "unknown");
    assert_eq!(refused(approval, r#""hands":{"P01":-1},"voters":9"#), "wrong-type");
    // More hands than seats are here: recorded, and the report says so.
    let ground = Ground::new();
    apply(&ground, &prepared(approval));
    apply(&ground, r#"{"do":"vote.count","vote":"v","hands":{"P01":60},"voters":60}"#);
    let shown = ground.run(&["show", "helsinki-2017", "votes"]).ok();
    assert!(shown.contains("more people were counted than seats were here"), "{shown}");
}

#[test]
fn a_secret_vote_takes_proxies_and_links_no_seat_with_a_ballot() {
    let ground = Ground::new();
    apply(&ground, &prepared(r#""method":"dots","dots":1,"cap":1"#));
    let done = apply(
        &ground,
        r#"{"do":"person.leave","person":"S07"}
{"do":"vote.proxy","vote":"v","person":"S07","by":"S12"}
{"do":"vote.proxy","vote":"v","person":"S12","by":"S13"}
{"do":"vote.proxy","vote":"v","person":"S13","by":"S07"}
{"do":"vote.cast","vote":"v","seat":"S07","votes":{"P01":1}}
{"do":"vote.proxy","vote":"v","person":"S07","by":null}
{"do":"vote.count","vote":"v","hands":{"P01":1},"voters":9}"#,
    );
    assert_eq!(done[..5], ["ok", "ok", "proxy", "proxy", "ok"], "{done:?}");
    assert_eq!(done[5..], ["voted", "state"]);
    assert_eq!(apply(&ground, r#"{"do":"vote.close","vote":"v"}"#), ["ok"]);
    let shown = ground.run(&["show", "helsinki-2017", "votes"]).ok();
    assert!(shown.contains("Proxies: S07 by S12"), "{shown}");
    let json = ground.json(&["show", "helsinki-2017", "votes"]);
    let vote = json["votes"].as_array().unwrap().last().unwrap();
    assert_eq!((&vote["result"]["ballots"], &vote["result"]["cast"]), (&1.into(), &Value::Null));
}

#[test]
fn a_laptop_that_was_not_heard_from_is_named_at_the_closing() {
    let ground = Ground::new();
    let from = |device: &str, lines: &str| {
        let mut command = ground.command();
        command.env("TALKOOT_DEVICE", device).args(["apply", "helsinki-2017"]).write_stdin(lines);
        kinds(&ground::said(&mut command).answers())
    };
    for device in ["d-hall", "d-room"] {
        assert_eq!(from(device, r#"{"do":"idea.add","text":"One"}"#), ["ok"]);
    }
    // In a secret vote as well.
    apply(&ground, &prepared(r#""method":"dots","dots":1,"cap":1"#));
    assert_eq!(from("d-hall", r#"{"do":"vote.cast","vote":"v","paper":8,"votes":{"P01":1}}"#), ["ok"]);
    assert_eq!(apply(&ground, r#"{"do":"vote.close","vote":"v"}"#), ["ok"]);
    let shown = ground.run(&["show", "helsinki-2017", "votes"]).ok();
    assert!(shown.contains("Not heard from since the opening: d-room"), "{shown}");
    assert!(!shown.contains("d-hall"), "{shown}");
}
