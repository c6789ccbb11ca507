//! What is missing is named, and brought home from whoever has it; no log is ever touched.

use std::path::{Path, PathBuf};

use crate::ground;
use crate::ground::{Ground, bytes_under};

/// A session of thirty ideas, the file that holds them, and a pack of it from before any harm.
fn thirty() -> (Ground, PathBuf, PathBuf) {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    let lines: String = (1..=30)
        .map(|n| format!("{{\"do\":\"idea.add\",\"id\":\"i{n}\",\"text\":\"idea {n}\"}}\n"))
        .collect();
    ground.apply("demo", &lines).ok();
    let log = ground.session("demo").join("log");
    let files = std::fs::read_dir(log).unwrap().map(|entry| entry.unwrap().path());
    let file = files.max_by_key(|path| std::fs::metadata(path).unwrap().len()).unwrap();
    let pack = ground.path().join("morning.session.jsonl");
    ground.run(&["pack", "demo", "-o", &pack.display().to_string()]).ok();
    (ground, file, pack)
}

fn ideas(ground: &Ground) -> usize {
    ground.json(&["show", "demo", "ideas"])["ideas"].as_array().unwrap().len()
}

/// Takes lines out of a file; the first is line 0.
fn without(path: &Path, gone: &[usize]) {
    let text = std::fs::read_to_string(path).unwrap();
    let kept = text.lines().enumerate().filter(|(n, _)| !gone.contains(n));
    let kept: String = kept.map(|(_, line)| format!("{line}\n")).collect();
    std::fs::write(path, kept).unwrap();
}

#[test]
fn a_hurt_line_is_brought_home_from_a_pack() {
    let (ground, file, pack) = thirty();
    let hurt = std::fs::read_to_string(&file).unwrap().replace("\"idea 7\"", "\"idea 8\"");
    std::fs::write(&file, &hurt).unwrap();
    let check = ground.run(&["check", "demo"]);
    assert!(check.code == 3 && check.out.contains("line 8"), "{}", check.out);
    assert_eq!(check.out.matches("missing").count(), 0, "one fault is told once: {}", check.out);
    assert_eq!(ideas(&ground), 29);

    let alone = ground.run(&["repair", "demo"]);
    assert!(
        alone.code == 3 && alone.out.contains("No other copy") && alone.out.contains("line 8"),
        "{}",
        alone.out
    );
    let told = ground.run(&["repair", "demo", &pack.display().to_string()]);
    assert!(told.code == 0 && told.out.contains("One line was brought home"), "{} {}", told.out, told.err);
    assert_eq!(ideas(&ground), 30);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), hurt, "the log was not touched");
    // The hurt line stays named, and does no harm any more.
    let check = ground.run(&["check", "demo"]);
    assert!(
        check.code == 1 && check.out.contains("nothing is lost") && check.out.contains("Whole"),
        "{}",
        check.out
    );
    let again = ground.run(&["repair", "demo", &pack.display().to_string()]).ok();
    assert!(again.contains("nothing that is missing"), "{again}");
}

#[test]
fn a_line_that_is_gone_is_a_gap_and_a_torn_copy_gives_what_it_has() {
    let (ground, file, pack) = thirty();
    without(&file, &[12]);
    let check = ground.run(&["check", "demo"]);
    assert!(check.code == 3 && check.out.contains("One line is missing"), "{}", check.out);
    let json = ground.run(&["check", "demo", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!((&json["damage"][0]["kind"], &json["damage"][0]["first"]), (&"gap".into(), &12.into()));
    // The pack was cut short on its way: no pack any more, and good for what it still holds.
    let bytes = std::fs::read(&pack).unwrap();
    std::fs::write(&pack, &bytes[..bytes.len() / 2]).unwrap();
    ground.run(&["unpack", &pack.display().to_string()]).refused(3);
    ground.run(&["repair", "demo", &pack.display().to_string()]).ok();
    assert_eq!(ideas(&ground), 30);
    ground.run(&["check", "demo"]).ok();
}

#[test]
fn two_hurt_copies_repair_each_other() {
    let (ground, file, _) = thirty();
    let here = ground.session("demo");
    let other = ground.path().join("stick");
    for (path, bytes) in bytes_under(&here) {
        let to = other.join(path.strip_prefix(&here).unwrap());
        std::fs::create_dir_all(to.parent().unwrap()).unwrap();
        std::fs::write(to, bytes).unwrap();
    }
    let theirs = other.join("log").join(file.file_name().unwrap());
    without(&file, &[3, 4, 20]);
    without(&theirs, &[5, 6]);
    let told = ground.run(&["repair", "demo", &other.display().to_string()]).ok();
    assert!(told.contains("3 lines were brought home"), "{told}");
    assert_eq!(ideas(&ground), 30);
    ground.run(&["repair", &other.display().to_string(), &here.display().to_string()]).ok();
    let text = |session: &Path| ground.run(&["show", &session.display().to_string(), "--json"]).ok();
    assert_eq!(text(&other), text(&here));
}

#[test]
fn what_waits_on_this_laptop_comes_home_and_strangers_do_not() {
    let (ground, file, pack) = thirty();
    let lines = std::fs::read_to_string(&file).unwrap();
    let sid = lines.split("\"sid\":\"").nth(1).unwrap()[..10].to_owned();
    let spill = ground.path().join("state/talkoot/spill").join(&sid);
    std::fs::create_dir_all(&spill).unwrap();
    without(&file, &[9]);
    std::fs::write(spill.join(file.file_name().unwrap()), &lines).unwrap();
    let check = ground.run(&["check", "demo"]);
    assert!(check.out.contains("waits on this laptop"), "{}", check.out);
    assert_eq!(ideas(&ground), 30, "seen at once");
    let files = || bytes_under(&ground.session("demo")).len();
    let before = files();
    ground.run(&["export", "demo", "--to", "out"]).ok();
    assert_eq!(files(), before, "reading creates nothing");
    ground.run(&["new", "another"]).ok();
    let another = ground.session("another").display().to_string();
    let told = ground.run(&["repair", "demo", &another]).ok();
    assert!(
        told.contains("One line was brought home from") && told.contains("state/talkoot/spill"),
        "{told}"
    );
    assert!(told.contains(&format!("Nothing of this session lies in {another}")), "{told}");
    assert_eq!(ideas(&ground), 30);
    ground.run(&["repair", &pack.display().to_string()]).refused(1);
    ground.run(&["repair", "demo", "nowhere"]).refused(1);
}

#[test]
fn copies_carry_what_waits_on_this_laptop() {
    let (ground, file, _) = thirty();
    let lines = std::fs::read_to_string(&file).unwrap();
    let sid = lines.split("\"sid\":\"").nth(1).unwrap()[..10].to_owned();
    let spill = ground.path().join("state/talkoot/spill").join(&sid);
    std::fs::create_dir_all(&spill).unwrap();
    without(&file, &[9, 10]);
    std::fs::write(spill.join(file.file_name().unwrap()), &lines).unwrap();
    assert_eq!(ideas(&ground), 30);
    let elsewhere = |file: &str| {
        let state = ground.path().join("another-laptop");
        let mut command = ground.command();
        command.env("XDG_STATE_HOME", state).args(["show", file, "ideas", "--json"]);
        let view: serde_json::Value = serde_json::from_str(&ground::said(&mut command).ok()).unwrap();
        view["ideas"].as_array().unwrap().len()
    };
    ground.run(&["pack", "demo", "-o", "mailed.session.jsonl"]).ok();
    assert_eq!(elsewhere("mailed.session.jsonl"), 30);
    ground.run(&["merge", "demo", "-o", "merged.session.jsonl"]).ok();
    assert_eq!(elsewhere("merged.session.jsonl"), 30);
    ground.run(&["merge", "demo", "-o", "merged"]).ok();
    assert_eq!(elsewhere("./merged"), 30);
    let told = ground.run(&["redact", "demo", "desk", "-o", "clean.session.jsonl"]);
    assert_eq!(told.code, 0, "{}", told.err);
    assert_eq!(elsewhere("clean.session.jsonl"), 30);
}

#[test]
fn a_command_is_answered_while_many_lines_come_home() {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    let lines: String =
        (1..=9_000).map(|n| format!("{{\"do\":\"idea.add\",\"text\":\"idea {n}\"}}\n")).collect();
    ground.apply("demo", &lines).ok();
    let log = ground.session("demo").join("log");
    let files = std::fs::read_dir(log).unwrap().map(|entry| entry.unwrap().path());
    let file = files.max_by_key(|path| std::fs::metadata(path).unwrap().len()).unwrap();
    let sid = std::fs::read_to_string(&file).unwrap().split("\"sid\":\"").nth(1).unwrap()[..10].to_owned();
    let spill = ground.path().join("state/talkoot/spill").join(&sid);
    std::fs::create_dir_all(&spill).unwrap();
    std::fs::rename(&file, spill.join(file.file_name().unwrap())).unwrap();
    // The command's line is saved between two groups of those that come home, of which nobody says anything.
    let one = "{\"do\":\"idea.add\",\"id\":\"late\",\"text\":\"a late one\"}\n";
    let mut command = ground.command();
    command.args(["apply", "demo"]).write_stdin(one).timeout(std::time::Duration::from_secs(120));
    let answers = ground::said(&mut command);
    assert_eq!(answers.code, 0, "{}", answers.err);
    assert_eq!(answers.answers()[0]["made"], "late");
    std::fs::remove_dir_all(&spill).unwrap();
    assert_eq!(ideas(&ground), 9_001);
}

/// Damage in what waits on this laptop is named, and a hurt header there hides nothing.
#[test]
fn what_waits_is_checked_too() {
    let (ground, file, _) = thirty();
    let lines = std::fs::read_to_string(&file).unwrap();
    let sid = lines.split("\"sid\":\"").nth(1).unwrap()[..10].to_owned();
    let spill = ground.path().join("state/talkoot/spill").join(&sid);
    std::fs::create_dir_all(&spill).unwrap();
    let away = spill.join(file.file_name().unwrap());
    std::fs::rename(&file, &away).unwrap();
    let _ = std::fs::remove_file(ground.session("demo").join("session.json"));
    std::fs::write(&away, lines.replacen("\"talkoot\":1", "\"talkoot\":7", 1)).unwrap();
    assert_eq!(ideas(&ground), 30, "the lines behind a hurt header are ours: the folder is");
    let check = ground.run(&["check", "demo"]);
    assert!(check.code == 3 && check.out.contains("line 1"), "{}", check.out);
    std::fs::write(&away, lines.replace("\"idea 7\"", "\"idea 8\"")).unwrap();
    assert_eq!(ideas(&ground), 29);
    let check = ground.run(&["check", "demo"]);
    assert!(check.code == 3 && check.out.contains("line 8"), "{}", check.out);
    ground.run(&["pack", "demo", "-o", "hurt.session.jsonl"]).refused(3);
}

#[test]
fn a_hurt_first_line_hides_neither_the_session_nor_a_copy() {
    let (ground, file, _) = thirty();
    let whole = std::fs::read_to_string(&file).unwrap();
    let folder = ground.session("demo");
    for other in std::fs::read_dir(folder.join("log")).unwrap().map(|entry| entry.unwrap().path()) {
        if other != file {
            std::fs::remove_file(other).unwrap();
        }
    }
    let hurt = whole.replacen("\"app\":\"0", "\"app\":\"9", 1);
    std::fs::write(&file, &hurt).unwrap();
    assert_eq!(ideas(&ground), 30);
    let check = ground.run(&["check", "demo"]);
    assert!(check.code == 3 && check.out.contains("line 1"), "{}", check.out);
    // The same file as the only copy of lines that are missing here.
    let copy = ground.path().join("found.own.jsonl");
    std::fs::write(&copy, &hurt).unwrap();
    let kept: String = whole.lines().take(20).map(|line| format!("{line}\n")).collect();
    std::fs::write(&file, kept).unwrap();
    let told = ground.run(&["repair", "demo", &copy.display().to_string()]);
    assert!(told.out.contains("lines were brought home"), "{} {}", told.out, told.err);
    assert_eq!(ideas(&ground), 30);
    let strange = ground.run(&["repair", "demo", "/dev/null"]);
    assert!(strange.out.contains("Nothing of this session") || strange.code == 1, "{}", strange.out);
}

#[test]
fn one_wrong_digit_is_not_taken_for_a_copy_of_its_neighbour() {
    let (ground, file, _) = thirty();
    let lines = std::fs::read_to_string(&file).unwrap();
    let hurt = lines.replace("\"n\":30,", "\"n\":29,");
    assert_ne!(hurt, lines);
    std::fs::write(&file, hurt).unwrap();
    let check = ground.run(&["check", "demo"]);
    assert!(check.code == 3 && !check.out.contains("nothing is lost"), "{}", check.out);
    ground.run(&["pack", "demo", "-o", "short.session.jsonl"]).refused(3);
}

#[test]
fn lines_that_were_here_and_are_taken_away_are_missed() {
    let (ground, file, _) = thirty();
    let lines = std::fs::read_to_string(&file).unwrap();
    let kept: String = lines.lines().take(25).map(|line| format!("{line}\n")).collect();
    std::fs::write(&file, kept).unwrap();
    let check = ground.run(&["check", "demo"]);
    assert!(check.code == 3 && check.out.contains("session.json tells of"), "{}", check.out);
}

/// A file that the system will not give, two programs of one name, and a copy cut short by a full disk: said, never passed over.
#[test]
fn what_cannot_be_read_and_what_forked_is_said_by_every_command() {
    let (ground, file, _) = thirty();
    let log = ground.session("demo").join("log");
    let text = std::fs::read_to_string(&file).unwrap();
    let (head, last) = text.trim_end().rsplit_once('\n').unwrap();
    let forked = last.replace("idea 30", "idea 31");
    let (guarded, _) = forked.rsplit_once(",\"h\":\"").unwrap();
    let digest = talkoot::journal::digest::Digest::of(guarded.as_bytes());
    std::fs::write(
        log.join("00000000000000aa.in.jsonl"),
        format!("{head}\n{guarded},\"h\":\"{digest}\"}}\n"),
    )
    .unwrap();
    let shown = ground.run(&["show", "demo", "ideas"]);
    assert!(shown.code == 0 && shown.err.contains("two different lines"), "{}", shown.err);
    let check = ground.run(&["check", "demo"]);
    assert!(check.code == 3 && check.out.contains("two contents"), "{}", check.out);
}

#[test]
fn a_bundled_session_copied_out_in_part_is_whole_all_the_same() {
    let ground = Ground::new();
    let add = "{\"do\":\"idea.add\",\"id\":\"one\",\"text\":\"one\"}\n";
    ground.apply("helsinki-2017", add).ok();
    let log = ground.session("helsinki-2017").join("log");
    let whole = ground.run(&["show", "helsinki-2017", "--json"]).ok();
    for path in std::fs::read_dir(log).unwrap().map(|entry| entry.unwrap().path()) {
        if path.to_string_lossy().ends_with(".in.jsonl") {
            let text = std::fs::read_to_string(&path).unwrap();
            let half: String = text.lines().take(60).map(|line| format!("{line}\n")).collect();
            std::fs::write(&path, half).unwrap();
        }
    }
    assert_eq!(ground.run(&["show", "helsinki-2017", "--json"]).ok(), whole);
    ground.apply("helsinki-2017", &add.replace("one", "two")).ok();
    let people = ground.json(&["show", "helsinki-2017", "people"]);
    assert_eq!(people["people"].as_array().unwrap().len(), 42);
}

#[test]
fn nothing_is_made_among_the_logs_or_without_a_name() {
    let (ground, ..) = thirty();
    let inside = ground.session("demo").join("log/evil.own.jsonl").display().to_string();
    ground.run(&["pack", "demo", "-o", &inside]).refused(1);
    ground.run(&["merge", "demo", "-o", &inside]).refused(1);
    ground.run(&["merge", "demo", "-o", ""]).refused(2);
    assert_eq!(ground.run(&["check", "demo"]).code, 0);
}
