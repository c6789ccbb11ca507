//! `talkoot tally FILE.pb` from end to end: the reference's winners, files that are wrong, there and back.

use serde_json::Value;

use crate::ground::{Ground, Said};

fn reference(number: usize, ending: &str) -> String {
    let name = format!("tests/data/tally/equal-shares-1-0{number}.{ending}");
    std::fs::read_to_string(std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

fn tally(text: &str, name: &str, more: &[&str]) -> Said {
    let ground = Ground::new();
    let file = ground.path().join(name);
    std::fs::write(&file, text).unwrap();
    let mut arguments = vec!["tally", file.to_str().unwrap()];
    arguments.extend(more);
    ground.run(&arguments)
}

#[test]
fn the_winners_are_those_of_the_reference_implementation() {
    for number in 0..9 {
        let known: Value = serde_json::from_str(&reference(number, "json")).unwrap();
        let utility = known["utility"].as_str().unwrap();
        let out = tally(&reference(number, "pb"), "x.pb", &["--utility", utility]).ok();
        let answer: Value = serde_json::from_str(&out).unwrap();
        let shares = &answer["equal_shares"];
        assert_eq!(shares["winners"], known["winners"], "{number}");
        assert_eq!(shares["completed_by_units"], known["completed_by_add_one"], "{number}");
        assert_eq!(answer["utility"], utility);
        let bought: usize = shares["payments"].as_array().unwrap().len();
        assert_eq!(bought, shares["winners"].as_array().unwrap().len());
        for which in ["represented", "completed_represented", "plain_represented"] {
            assert!(shares[which].as_u64().unwrap() <= answer["ballots"].as_u64().unwrap());
        }
    }
}

#[test]
fn a_pabulib_file_is_known_by_its_beginning_and_comes_back_as_it_was() {
    let text = reference(3, "pb");
    let back = tally(&text, "votes.txt", &["--pb"]).ok();
    assert_eq!(tally(&back, "again", &["--pb"]).ok(), back);
    for line in text.lines().filter(|line| line.starts_with('v')) {
        assert!(back.lines().any(|other| other == line), "{line}");
    }
}

#[test]
fn a_wrong_file_is_refused_with_one_sentence_and_the_line() {
    let text = reference(1, "pb");
    let cut: String = text.lines().take(30).map(|line| format!("{line}\n")).collect();
    let said = tally(&cut, "x.pb", &[]).refused(1);
    assert!(said.contains("Line 8") && said.contains("43"), "{said}");
    let said = tally(&text.replace("P02;41", "P02;-41"), "x.pb", &[]).refused(1);
    assert!(said.contains("-41") && said.contains("below 0"), "{said}");
    let said = tally(&text.replace("v2;P05", "v1;P05"), "x.pb", &[]).refused(1);
    assert!(said.contains("v1"), "{said}");
    let said = tally(&text.replace("v1;P02", "v1;P99"), "x.pb", &["--lang", "ru"]).refused(1);
    assert!(said.contains("P99") && said.contains("Строка"), "{said}");
    let said = tally("{}", "x.json", &["--pb"]).refused(2);
    assert!(said.contains("--pb"), "{said}");
    let said = tally(&text, "x.pb", &["--before", "y.json"]).refused(2);
    assert!(said.contains("--before y.json"), "{said}");
}

#[test]
fn json_is_json_whatever_the_files_name() {
    let vote = r#"{"options":["a"],"method":"approval","seats":1,"ballots":[]}"#;
    assert!(tally(vote, "x.pb", &[]).ok().contains("\"decided_by\""));
    let said = tally("[]", "x.pb", &[]).refused(1);
    assert!(said.contains("META"), "{said}");
}
