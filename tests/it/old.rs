//! Sessions as earlier versions wrote them open for ever, and say what they said.

use std::path::{Path, PathBuf};

use crate::ground::{Ground, bytes_under};

/// One folder for each version of the format.
fn versions() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/old");
    let mut versions: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_dir())
        .collect();
    versions.sort();
    assert_eq!(versions.len(), 1, "every version of the format is here");
    versions
}

/// What was told before is told still, key by key; there may be more keys.
fn stands(said: &serde_json::Value, before: &serde_json::Value, at: &str) {
    use serde_json::Value::{Array, Object};
    match (said, before) {
        (Object(said), Object(before)) => {
            for (key, value) in before {
                stands(
                    said.get(key).unwrap_or_else(|| panic!("{at}.{key} is gone")),
                    value,
                    &format!("{at}.{key}"),
                );
            }
        }
        (Array(said), Array(before)) => {
            assert_eq!(said.len(), before.len(), "{at}");
            for (place, (said, before)) in said.iter().zip(before).enumerate() {
                stands(said, before, &format!("{at}[{place}]"));
            }
        }
        _ => assert_eq!(said, before, "{at}"),
    }
}

#[test]
fn every_session_of_every_version_says_what_it_said() {
    let ground = Ground::new();
    for version in versions() {
        let before = bytes_under(&version);
        let expected = std::fs::read_to_string(version.join("expected.json")).unwrap();
        let expected: serde_json::Value = serde_json::from_str(&expected).unwrap();
        for form in ["session", "meeting.session.jsonl"] {
            let path = version.join(form).display().to_string();
            let said: serde_json::Value =
                serde_json::from_str(&ground.run(&["show", &path, "--json"]).ok()).unwrap();
            // A later version may tell of more; what an earlier one told stands as it was.
            for (part, before) in expected.as_object().unwrap() {
                stands(&said[part], before, &format!("{path}: {part}"));
            }
            let check = ground.run(&["check", &path]);
            assert!(check.code <= 1 && check.out.contains("Whole"), "{path}: {}", check.out);
            ground.run(&["log", &path]).ok();
        }
        assert_eq!(bytes_under(&version), before, "reading changes nothing");
    }
}

#[test]
fn work_goes_on_in_a_session_of_every_version() {
    for version in versions() {
        let ground = Ground::new();
        let pack = version.join("meeting.session.jsonl").display().to_string();
        ground.run(&["unpack", &pack]).ok();
        let lines = "{\"do\":\"idea.add\",\"text\":\"today\"}\n{\"do\":\"undo\"}\n{\"do\":\"idea.edit\",\"idea\":\"i1\",\"text\":{\"en\":\"settled\"}}\n";
        ground.apply("meeting", lines).ok();
        let idea = &ground.json(&["show", "meeting", "ideas"])["ideas"][0];
        assert_eq!((&idea["text"]["en"], &idea["versions"]), (&"settled".into(), &serde_json::Value::Null));
        ground.run(&["pack", "meeting", "-o", "again.session.jsonl"]).ok();
        // The clock of these tests stands before that meeting's afternoon, which is remarked on and does no harm.
        let check = ground.run(&["check", "again.session.jsonl"]);
        assert!(check.code <= 1 && check.out.contains("64 lines of 6 runs"), "{}", check.out);
    }
}
