//! A scripted workshop of three days through `talkoot apply`, to the exported report: byte for byte the same on every run.

use crate::ground::{Ground, bytes_under, said};

const SCRIPT: &str = include_str!("workshop_script/commands.jsonl");

fn played() -> Ground {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    let said = ground.apply("demo", SCRIPT);
    let answers = said.answers();
    assert_eq!(answers.len(), SCRIPT.lines().count());
    let refused: Vec<_> = answers.iter().filter(|answer| answer["ok"] != true).collect();
    assert!(refused.is_empty() && said.code == 0, "{refused:?}");
    ground
}

#[test]
fn a_workshop_of_three_days_is_played_to_its_report_byte_for_byte_alike() {
    let (one, two) = (played(), played());
    for ground in [&one, &two] {
        ground.run(&["export", "demo", "--to", "out"]).ok();
        ground.run(&["export", "demo", "--to", "public", "--edition", "public", "--language", "ru"]).ok();
    }
    for folder in ["out", "public"] {
        let strip = |ground: &Ground| -> Vec<(String, Vec<u8>)> {
            let files = bytes_under(&ground.path().join(folder));
            files
                .into_iter()
                .map(|(path, bytes)| (path.file_name().unwrap().to_string_lossy().into(), bytes))
                .collect()
        };
        let files = strip(&one);
        assert_eq!(files, strip(&two));
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        assert!(
            names.contains(&"report.md") && names.contains(&"session.json") && names.contains(&"results.csv"),
            "{names:?}"
        );
    }
    assert_eq!(one.run(&["show", "demo", "--json"]).ok(), two.run(&["show", "demo", "--json"]).ok());
}

#[test]
fn the_report_names_the_result_and_where_it_came_from() {
    let ground = played();
    ground.run(&["export", "demo", "--to", "out", "--language", "en"]).ok();
    let report = std::fs::read_to_string(ground.path().join("out/report.md")).unwrap();
    for word in ["P01", "P13", "Coalition of Partners", "Commitments"] {
        assert!(report.contains(word), "{word} is missing");
    }
    // The annex has each vote that was held, from its gates to how its tie fell, and nothing of the one that is open.
    let annex = report.split_once("## Annex").unwrap().1.split_once("### What the figures mean").unwrap().0;
    let votes: Vec<&str> = annex.split("\n### ").skip(1).collect();
    let said = |place: usize, words: &[&str]| {
        for word in words {
            assert!(votes[place].contains(word), "{word} is missing: {}", votes[place]);
        }
    };
    assert_eq!(votes.len(), 3, "{annex}");
    let frozen = "Options and rules frozen, SHA-256: ";
    said(
        0,
        &["take forward first?", frozen, "Conditions passed: no look-alikes", "P14 was read aloud", "seed 7"],
    );
    said(
        0,
        &["different: P10 / P14", "42 of 42", "Proxies: S36 by S35", "before the closing: 1", "Seed of the"],
    );
    said(0, &["line: P01, P13", "tie fell: by the run-off v-2: P13", "forward: P02, P04, P13"]);
    said(
        1,
        &[
            "The third place",
            frozen,
            "Round: run-off of v-1",
            "S35 by S39; S36 by S38",
            "42 of 42",
            "forward: P13",
        ],
    );
    said(2, &["third meeting begin?", frozen, "40 people asked to raise a hand", "forward: P04"]);
    assert!(!votes[0].contains("nothing yet"), "{}", votes[0]);
    assert!(!votes[2].contains("another on each ballot"), "{}", votes[2]);
}

#[test]
fn nothing_of_an_open_vote_can_be_read_before_it_is_closed() {
    let ground = played();
    // The last vote of the script is open, with half of the ballots in.
    ground.run(&["export", "demo", "--to", "out"]).ok();
    let votes = ground.json(&["show", "demo", "votes"]);
    let open = votes["votes"].as_array().unwrap().iter().find(|vote| vote["id"] == "v-4").unwrap();
    assert_eq!(open["stage"], "open");
    assert!(open.get("results").is_none_or(serde_json::Value::is_null), "{open}");
    let log = ground.run(&["log", "demo"]).ok();
    let ballots: Vec<&str> = log.lines().filter(|line| line.contains("ballot")).collect();
    assert!(ballots.len() >= 105, "{}", ballots.len());
    for line in ballots {
        assert!(!line.contains("P0") && !line.contains("P1"), "{line}");
    }
    let undo = ground.apply("demo", r#"{"do":"undo"}"#);
    assert!(!undo.out.contains("P0"), "{}", undo.out);
}

#[test]
fn everything_is_as_it_was_after_opening_again_and_undone_all_the_way_back() {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    let before = ground.json(&["show", "demo"]);
    // Without the votes: what was disclosed is stepped over.
    let desk = |line: &&str| {
        !line.contains("\"vote.") && (!line.contains("\"who\"") || line.contains("\"who\":\"desk\""))
    };
    let script: Vec<&str> = SCRIPT.lines().filter(desk).collect();
    let answers = ground.apply("demo", &script.join("\n")).answers();
    let done = answers.iter().filter(|answer| answer["ok"] == true).count();
    let after = ground.json(&["show", "demo"]);
    assert_ne!(after, before);
    let undos = ground.apply("demo", &"{\"do\":\"undo\"}\n".repeat(done)).answers();
    let refused = undos.iter().filter(|answer| answer["ok"] != true).collect::<Vec<_>>();
    assert!(refused.is_empty(), "{refused:?}");
    assert_eq!(ground.json(&["show", "demo"]), before);
    let redos = ground.apply("demo", &"{\"do\":\"redo\"}\n".repeat(done)).answers();
    let refused = redos.iter().filter(|answer| answer["ok"] != true).collect::<Vec<_>>();
    assert!(refused.is_empty(), "{refused:?}");
    assert_eq!(ground.json(&["show", "demo"]), after);
}

#[test]
fn another_language_says_the_same_of_the_same_session() {
    let ground = played();
    let russian = said(ground.command().env("TALKOOT_LANG", "ru").args(["show", "demo", "agenda"])).ok();
    assert!(russian.contains("Обед"), "{russian}");
}
