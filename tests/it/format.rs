//! The session file as docs/session-format.md has it, read by somebody who has none of our code: a shell with jq and sha256sum.
#![cfg(unix)]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::ground::Ground;

const READER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/read-session.sh");

/// What the reader of the documentation makes of a folder: id, English, Russian.
fn read(folder: &Path) -> BTreeSet<String> {
    let run = Command::new("sh").arg(READER).arg(folder).output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr);
    assert!(run.status.success() && said.is_empty(), "are jq and sha256sum there? {said}");
    String::from_utf8(run.stdout).unwrap().lines().map(str::to_owned).collect()
}

/// The same out of `show --json`.
fn shown(ground: &Ground) -> BTreeSet<String> {
    let json: Value = serde_json::from_str(&ground.run(&["show", "demo", "ideas", "--json"]).ok()).unwrap();
    let mut rows = BTreeSet::new();
    let mut open: Vec<&Value> = json["ideas"].as_array().unwrap().iter().collect();
    while let Some(idea) = open.pop() {
        let text = |lang: &str| idea["text"][lang].as_str().unwrap_or_default();
        rows.insert(format!("{}\t{}\t{}", idea["id"].as_str().unwrap(), text("en"), text("ru")));
        open.extend(idea["merged"].as_array().into_iter().flatten());
    }
    rows
}

fn folder(ground: &Ground) -> PathBuf {
    let mut folders = std::fs::read_dir(ground.sessions()).unwrap();
    folders.next().unwrap().unwrap().path()
}

#[test]
fn a_reader_of_twenty_lines_reads_what_the_program_shows() {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    ground
        .apply(
            "demo",
            concat!(
                r#"{"do":"idea.add","id":"i1","text":"shared fund","tags":["money"]}"#,
                "\n",
                r#"{"do":"idea.edit","idea":"i1","text":{"en":"a \"shared\" fund","ru":"общий фонд"}}"#,
                "\n",
                r#"{"do":"idea.add","id":"i2","text":"more trainers"}"#,
                "\n",
                r#"{"do":"idea.translate","idea":"i2","language":"ru","text":"больше преподавателей"}"#,
                "\n",
                r#"{"do":"undo"}"#,
                "\n",
                r#"{"do":"redo"}"#,
                "\n",
                r#"{"do":"idea.add","id":"i3","text":"removed"}"#,
                "\n",
                r#"{"do":"idea.remove","idea":"i3"}"#,
                "\n",
                r#"{"do":"idea.add","id":"i4","text":"undone"}"#,
                "\n",
                r#"{"do":"undo"}"#,
                "\n",
                r#"{"do":"idea.merge","ideas":["i1","i2"]}"#,
                "\n",
                r#"{"do":"idea.edit","idea":"i2","text":"undone again"}"#,
                "\n",
                r#"{"do":"undo"}"#,
                "\n",
            ),
        )
        .ok();
    let expected = ["i1\ta \"shared\" fund\tобщий фонд", "i2\tmore trainers\tбольше преподавателей"];
    let expected: BTreeSet<String> = expected.into_iter().map(str::to_owned).collect();
    assert_eq!(shown(&ground), expected);
    assert_eq!(read(&folder(&ground)), expected);

    // A copy of a file with one line hurt and the last torn: what is hurt does not count, the rest is there once.
    let log = folder(&ground).join("log");
    let own = std::fs::read_dir(&log).unwrap().map(|entry| entry.unwrap().path());
    let own = own.max_by_key(|path| std::fs::metadata(path).unwrap().len()).unwrap();
    let hurt = std::fs::read_to_string(&own).unwrap().replacen("больше", "меньше", 1);
    std::fs::write(log.join("00000000000000aa.in.jsonl"), &hurt[..hurt.len() - 9]).unwrap();
    assert_eq!(read(&folder(&ground)), expected);
    assert_eq!(shown(&ground), expected);
    // Without the sound file the hurt line is missed by both alike.
    std::fs::remove_file(own).unwrap();
    let less = read(&folder(&ground));
    assert!(!less.is_empty() && less != expected, "{less:?}");
    assert_eq!(shown(&ground), less);
}

#[test]
fn it_reads_three_days_of_work() {
    let ground = Ground::new();
    ground.run(&["new", "demo", "--from", "helsinki-2017"]).ok();
    ground.apply("demo", include_str!("workshop_script/commands.jsonl")).ok();
    let ideas = read(&folder(&ground));
    let shown = shown(&ground);
    assert!(shown.len() > 50, "{}", shown.len());
    // The program keeps to itself what is off the record; the file holds it, and the reader does not ask.
    let more: Vec<&String> = ideas.symmetric_difference(&shown).collect();
    assert_eq!(more, ["i-026\tThe coffee is better than the handout\t"]);
}

#[test]
fn the_reader_stands_in_the_documentation() {
    let script = std::fs::read_to_string(READER).unwrap();
    let page = include_str!("../../docs/session-format.md").replace("\n    ", "\n");
    assert!(page.contains(script.trim_end()), "docs/session-format.md shows docs/read-session.sh as it is");
    assert!(script.lines().count() <= 22, "twenty lines and their heading");
}
