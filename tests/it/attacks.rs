//! What an attack from outside found, each with the case that failed: forged lines, clocks that were set back, cloned laptops,
//! files that were hurt or never end.

#[cfg(unix)]
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use talkoot::journal::digest::Digest;

use crate::ground::{Ground, said};
use crate::pty;

/// A run of another hand: every line has its right digest.
struct Forged {
    run: &'static str,
    lines: Vec<String>,
    previous: String,
}

impl Forged {
    fn new(run: &'static str, sid: &str) -> Self {
        let mut forged = Self { run, lines: Vec::new(), previous: "0".repeat(32) };
        forged.put(&format!(
            "{{\"talkoot\":1,\"w\":\"{run}\",\"n\":0,\"id\":\"{run}.0\",\"t\":\"2017-11-28T06:00:00.000Z-0000\",\"k\":\"log.open\",\"sid\":\"{sid}\",\"dev\":\"d-forged\",\"who\":\"desk\",\"app\":\"0.1.0\",\"d\":{{}}"
        ));
        forged
    }

    fn put(&mut self, head: &str) {
        let body = format!("{head},\"p\":\"{}\"", self.previous);
        self.previous = Digest::of(body.as_bytes()).to_string();
        self.lines.push(format!("{body},\"h\":\"{}\"}}", self.previous));
    }

    /// Adds an event and gives its id.
    fn add(&mut self, kind: &str, d: &Value) -> String {
        let n = self.lines.len();
        let id = format!("{}.{n}", self.run);
        let at = format!("2017-11-28T06:{:02}:{:02}.{:03}Z-0000", n / 60_000 % 60, n / 1000 % 60, n % 1000);
        self.put(&format!(
            "{{\"w\":\"{}\",\"n\":{n},\"id\":\"{id}\",\"t\":\"{at}\",\"k\":\"{kind}\",\"d\":{d}",
            self.run
        ));
        id
    }

    fn into_log(self, session: &Path) {
        std::fs::write(
            session.join("log").join(format!("{}.in.jsonl", self.run)),
            self.lines.join("\n") + "\n",
        )
        .unwrap();
    }
}

fn demo() -> (Ground, String) {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    let log = ground.session("demo").join("log");
    let own = std::fs::read_dir(log).unwrap().next().unwrap().unwrap().path();
    let first: Value =
        serde_json::from_str(std::fs::read_to_string(own).unwrap().lines().next().unwrap()).unwrap();
    (ground, first["sid"].as_str().unwrap().to_owned())
}

fn idea(id: &str) -> String {
    json!({"do": "idea.add", "id": id, "text": id}).to_string() + "\n"
}

fn ideas(ground: &Ground) -> Vec<String> {
    let shown = ground.json(&["show", "demo", "ideas"]);
    let mut ids: Vec<String> = shown["ideas"]
        .as_array()
        .unwrap()
        .iter()
        .map(|idea| idea["id"].as_str().unwrap().to_owned())
        .collect();
    ids.sort();
    ids
}

/// A network of undos in which each level doubled the work of the one below it when it was settled depth first.
#[test]
fn forged_undos_are_settled_in_one_pass() {
    let (ground, sid) = demo();
    let mut forged = Forged::new("00000000000000aa", &sid);
    let made = forged.add("idea.added", &json!({"id": "forged", "text": {"en": "x"}}));
    let mut state = made.clone();
    for _ in 0..60 {
        let mut undo = |names: &[&String]| forged.add("work.undone", &json!({"of": made, "undoes": names}));
        let b = undo(&[&state]);
        let a = undo(&[&b]);
        let c = undo(&[&state]);
        let d = undo(&[&c]);
        let n = undo(&[&d, &c]);
        state = undo(&[&n, &a, &b]);
    }
    forged.into_log(&ground.session("demo"));
    assert_eq!(ideas(&ground), ["forged"]);
}

#[test]
fn undo_takes_what_was_done_last_here_though_the_clock_was_set_back() {
    let (ground, _) = demo();
    let at = |now: &str, lines: &str| {
        said(ground.command().env("TALKOOT_NOW", now).args(["apply", "demo"]).write_stdin(lines))
    };
    at("2017-11-28T11:00:00Z", &idea("early")).ok();
    at("2017-11-28T09:30:00Z", &idea("last")).ok();
    at("2017-11-28T09:31:00Z", "{\"do\":\"undo\"}\n").ok();
    assert_eq!(ideas(&ground), ["early"]);
    at("2017-11-28T09:32:00Z", "{\"do\":\"redo\"}\n").ok();
    assert_eq!(ideas(&ground), ["early", "last"]);
    at("2017-11-28T09:33:00Z", &(idea("more") + "{\"do\":\"undo\"}\n")).ok();
    assert_eq!(ideas(&ground), ["early", "last"]);
}

#[test]
fn a_laptop_of_the_same_image_is_told_from_this_one() {
    let ground = Ground::new();
    let at = |state: &str, sessions: &str, arguments: &[&str], lines: &str| {
        let mut command = ground.command();
        command.env_remove("TALKOOT_DEVICE").env_remove("TALKOOT_SEED");
        command
            .env("XDG_STATE_HOME", ground.path().join(state))
            .env("TALKOOT_SESSIONS", ground.path().join(sessions));
        said(command.args(arguments).write_stdin(lines))
    };
    at("a", "sessions", &["new", "demo"], "").ok();
    at("a", "sessions", &["apply", "demo"], &idea("of-a")).ok();
    copy(&ground.path().join("a"), &ground.path().join("b"));
    at("a", "sessions", &["pack", "demo", "-o", "one.session.jsonl"], "").ok();
    at("b", "other", &["unpack", "one.session.jsonl"], "").ok();
    at("b", "other", &["apply", "demo"], &idea("of-b")).ok();
    at("b", "other", &["pack", "demo", "-o", "two.session.jsonl"], "").ok();
    at("a", "sessions", &["unpack", "two.session.jsonl"], "").ok();
    at("a", "sessions", &["apply", "demo"], "{\"do\":\"undo\"}\n").ok();
    assert_eq!(ideas(&ground), ["of-b"]);
}

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let (path, to) = {
            let entry = entry.unwrap();
            (entry.path(), to.join(entry.file_name()))
        };
        if path.is_dir() { copy(&path, &to) } else { std::fs::copy(&path, &to).map(drop).unwrap() }
    }
}

/// Whoever is said to have done it would be whose ballot it is, and of a drawn number nothing is told that was seen in the room.
#[test]
fn no_sealed_line_says_whose_it_is() {
    let (ground, _) = demo();
    let mut lines: Vec<Value> = (1..=3)
        .map(|n| json!({"do": "proposal.add", "id": format!("P{n}"), "title": format!("option {n}")}))
        .collect();
    lines.extend(
        (1..=4).map(|n| json!({"do": "person.add", "id": format!("S0{n}"), "name": format!("person {n}")})),
    );
    lines.push(json!({"do": "vote.prepare", "id": "v", "title": "Which?", "options": ["P1", "P2", "P3"], "method": "dots", "dots": 2}));
    lines.push(json!({"do": "vote.open", "vote": "v"}));
    lines.extend((1..=4).map(|n| json!({"do": "vote.cast", "vote": "v", "seat": format!("S0{n}"), "votes": {"P1": 1}, "who": format!("S0{n}")})));
    lines.push(json!({"do": "vote.correct", "vote": "v", "seat": "S02", "votes": {"P3": 1}, "who": "S02"}));
    lines.push(json!({"do": "vote.close", "vote": "v"}));
    let lines: String = lines.iter().map(|line| format!("{line}\n")).collect();
    ground.apply("demo", &lines).ok();
    let log = ground.session("demo").join("log");
    let all: Vec<Value> = std::fs::read_dir(log)
        .unwrap()
        .flat_map(|entry| {
            std::fs::read_to_string(entry.unwrap().path())
                .unwrap()
                .lines()
                .map(str::to_owned)
                .collect::<Vec<_>>()
        })
        .map(|line| serde_json::from_str(&line).unwrap())
        .collect();
    let of = |kind: &str| all.iter().filter(|line| line["k"] == kind).collect::<Vec<_>>();
    assert_eq!(of("vote.sealed").len(), 5);
    assert!(of("vote.sealed").into_iter().chain(of("vote.marked")).all(|line| line.get("who").is_none()));
    let closed = of("vote.closed")[0];
    assert_eq!((closed["d"].get("corrected"), &closed["d"]["corrected_drawn"]), (None, &json!(1)));
}

#[test]
fn a_half_unpacked_session_stands_in_nobodys_way() {
    let (ground, _) = demo();
    ground.apply("demo", &idea("one")).ok();
    ground.run(&["pack", "demo", "-o", "demo.session.jsonl"]).ok();
    let folder = ground.session("demo");
    let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
    // What a kill leaves between the last line and the name of the folder.
    let part = ground.sessions().join(format!(".{name}.4711.part"));
    std::fs::rename(&folder, &part).unwrap();
    ground.run(&["unpack", "demo.session.jsonl"]).ok();
    assert_eq!(ideas(&ground), ["one"]);
    assert!(!part.exists() && folder.exists());
}

#[test]
fn words_of_another_hand_are_clean_wherever_they_stand() {
    let (ground, sid) = demo();
    let mut forged = Forged::new("00000000000000ab", &sid);
    let heap = format!("e{}nd\u{202e}\u{200b}\u{e0041}", "\u{301}".repeat(2_000));
    forged.add(
        "idea.added",
        &json!({"id": "i\u{202e}", "text": {"en": heap}, "room": "r\u{200b}oom", "tags": ["t\u{2067}ag"]}),
    );
    forged.add("x.\u{202e}y", &json!({}));
    forged.into_log(&ground.session("demo"));
    for arguments in [
        &["show", "demo"][..],
        &["show", "demo", "--json"],
        &["log", "demo"],
        &["log", "demo", "--json"],
        &["check", "demo"],
    ] {
        let told = ground.run(arguments);
        let all = told.out + &told.err;
        assert!(all.len() < 20_000, "{arguments:?}: {} bytes", all.len());
        let unseen = ['\u{202e}', '\u{200b}', '\u{2067}', '\u{e0041}'];
        assert!(!all.contains(unseen), "{arguments:?}: {all:?}");
        // What was taken in is clean, not only what is told of it.
        assert!(arguments[0] != "show" || !all.contains("\\u"), "{arguments:?}: {all}");
    }
    let refused = ground.apply("demo", "{\"do\":\"\u{202e}x\"}\n");
    assert!(refused.out.contains("\\u202e") && !refused.out.contains('\u{202e}'), "{}", refused.out);
}

#[test]
fn a_forged_day_has_no_place_in_any_agenda() {
    let (ground, sid) = demo();
    let mut forged = Forged::new("00000000000000ac", &sid);
    forged.add(
        "item.added",
        &json!({"id": "far", "day": 4_294_967_295_u32, "minutes": 30, "title": {"en": "x"}}),
    );
    forged.into_log(&ground.session("demo"));
    let shown = ground.json(&["show", "demo", "agenda"]);
    assert_eq!(shown["agenda"], json!([]));
    let _ = ground.run(&["check", "demo", "--plan"]);
    ground.run(&["show", "demo", "report"]).ok();
}

#[test]
fn a_cover_of_more_lines_than_can_be_is_judged_at_once() {
    let (ground, _) = demo();
    let file = ground.session("demo").join("session.json");
    std::fs::write(&file, json!({"covers": {"00000000000000c1": 1_u64 << 63}}).to_string()).unwrap();
    let told = ground.run(&["check", "demo", "--json"]);
    assert!(told.code == 3 && told.out.contains("taken-away"), "{}", told.out);
}

#[test]
fn what_has_no_end_is_refused() {
    let (ground, _) = demo();
    for arguments in [
        ["unpack", "/dev/zero"].as_slice(),
        &["apply", "demo", "/dev/zero"],
        &["import", "demo", "ideas", "/dev/zero"],
    ] {
        ground.run(arguments).refused(1);
    }
}

/// One writer with more than is read of it keeps nobody from the rest, and nothing is packed without it.
#[test]
fn a_file_without_end_is_named_and_the_others_are_read() {
    let (ground, sid) = demo();
    ground.apply("demo", &idea("ours")).ok();
    let session = ground.session("demo");
    let mut forged = Forged::new("00000000000000aa", &sid);
    forged.add("idea.added", &json!({"id": "theirs", "text": {"en": "x"}}));
    forged.into_log(&session);
    let theirs = session.join("log/00000000000000aa.in.jsonl");
    std::fs::OpenOptions::new().write(true).open(&theirs).unwrap().set_len(300 << 20).unwrap();
    assert_eq!(ideas(&ground), ["ours", "theirs"], "what stands at its beginning counts");
    let told = ground.run(&["check", "demo", "--json"]);
    assert!(told.code == 3 && told.out.contains("too-large"), "{}", told.out);
    let refused = ground.run(&["pack", "demo"]);
    assert!(refused.code == 4 && refused.err.contains("holds more than is read"), "{}", refused.err);
    ground.apply("demo", &idea("more")).ok();
}

/// Runs `apply` with a pipe to it, so that something can be done to its file between two commands.
fn between(ground: &Ground, hurt: impl Fn(&Path)) -> Vec<String> {
    let log = ground.session("demo").join("log");
    let before: Vec<_> = std::fs::read_dir(&log).unwrap().map(|entry| entry.unwrap().path()).collect();
    let mut child = Command::new(env!("CARGO_BIN_EXE_talkoot"))
        .args(["apply", "demo"])
        .current_dir(ground.path())
        .env("XDG_STATE_HOME", ground.path().join("state"))
        .env("TALKOOT_SESSIONS", ground.sessions())
        .env("TALKOOT_LANG", "en")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut give = child.stdin.take().unwrap();
    let mut answers = BufReader::new(child.stdout.take().unwrap()).lines();
    for id in ["a", "b"] {
        give.write_all(idea(id).as_bytes()).unwrap();
        assert!(answers.next().unwrap().unwrap().contains("\"ok\":true"));
    }
    let mut now = std::fs::read_dir(&log).unwrap().map(|entry| entry.unwrap().path());
    hurt(&now.find(|path| !before.contains(path)).unwrap());
    give.write_all(idea("c").as_bytes()).unwrap();
    assert!(answers.next().unwrap().unwrap().contains("\"ok\":true"));
    drop(give);
    child.wait().unwrap();
    ideas(ground)
}

#[test]
fn what_was_called_saved_is_there_whatever_was_done_to_its_file() {
    let junk = |path: &Path| {
        let mut file = std::fs::OpenOptions::new().append(true).open(path).unwrap();
        file.write_all(b"junk without an end").unwrap();
    };
    let zeroed = |path: &Path| {
        let length = std::fs::metadata(path).unwrap().len();
        let mut file = std::fs::OpenOptions::new().write(true).open(path).unwrap();
        file.write_all(&vec![0; usize::try_from(length).unwrap()]).unwrap();
    };
    let removed = |path: &Path| std::fs::remove_file(path).unwrap();
    for hurt in [&junk as &dyn Fn(&Path), &zeroed, &removed] {
        let (ground, _) = demo();
        assert_eq!(between(&ground, hurt), ["a", "b", "c"]);
    }
}

#[cfg(unix)]
mod at_the_desk {
    use super::*;

    #[test]
    fn a_burst_of_typed_lines_is_read_to_its_end() {
        let (ground, _) = demo();
        let mut desk = pty::Pty::start(ground.path(), &["capture", "demo", "--room", "r"], (100, 24), &[]);
        desk.see("what was said");
        let lines: Vec<String> = (0..30).map(|n| format!("line {n} {}", "x".repeat(90))).collect();
        desk.typed(&(lines.join("\r") + "\r"));
        desk.see("line 29");
        desk.keys("ctrl-q");
        desk.end();
        assert_eq!(ideas(&ground).len(), 30);
    }

    #[test]
    fn a_paste_that_never_ends_is_taken_as_it_came_and_keys_are_heard_again() {
        let (ground, _) = demo();
        let mut desk = pty::Pty::start(ground.path(), &["capture", "demo", "--room", "r"], (100, 24), &[]);
        desk.see("what was said");
        desk.typed("\x1b[200~half of what was copied");
        desk.see("half of what was copied");
        desk.typed(" and typed\r");
        desk.see("● saved");
        desk.keys("ctrl-q");
        desk.end();
        let shown = ground.json(&["show", "demo", "ideas"]);
        assert_eq!(shown["ideas"][0]["text"]["en"], "half of what was copied and typed");
    }

    #[test]
    fn rooms_whose_names_are_alike_but_for_letters_no_file_name_has_keep_their_own_drafts() {
        let (ground, _) = demo();
        let open = |room: &str| {
            let mut desk =
                pty::Pty::start(ground.path(), &["capture", "demo", "--room", room], (100, 24), &[]);
            desk.see("● saved");
            desk
        };
        let mut first = open("Зал А");
        first.typed("said in hall A");
        first.see("said in hall A");
        first.keys("ctrl-q");
        first.end();
        let other = open("Зал Б");
        assert!(!other.text().contains("said in hall A"), "{}", other.text());
        drop(other);
        let mut again = open("Зал А");
        again.see("said in hall A");
    }
}
