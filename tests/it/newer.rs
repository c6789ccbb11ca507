//! Lines of kinds that this version does not know: kept, passed on, and obeyed where they say that they must be understood.

use talkoot::journal::disk::Disk;
use talkoot::journal::folder::identify;
use talkoot::journal::writer::{Draft, Writer, WriterOptions};
use talkoot::workshop::id::{EventId, RunId};
use talkoot::workshop::stamp::Stamp;

use crate::ground::{self, Ground};

/// Writes one line as a later version would.
fn write_newer(ground: &Ground, run: u64, kind: &str, must: bool, d: &str) -> EventId {
    let identity = identify(&Disk, &ground.session("demo")).unwrap();
    let options = WriterOptions {
        folder: identity.folder,
        found: true,
        run: RunId(run),
        reserve: true,
        sid: identity.sid,
        dev: "d-9".into(),
        who: Some("desk".into()),
        app: "9.0.0".into(),
        opening: "{}".into(),
        spill: None,
        next_run: Box::new(|| panic!("the run is new")),
    };
    let writer = Writer::start(Disk::shared(), options, Box::new(|_| ())).unwrap();
    let stamp = Stamp::at(1_511_900_000_000 + i64::try_from(run).unwrap());
    let draft = Draft { id: None, stamp, kind: kind.into(), who: None, device: None, must, d: d.to_owned() };
    let id = writer.append(draft).unwrap().id;
    writer.flush().unwrap();
    id
}

fn demo() -> (Ground, String) {
    let ground = Ground::new();
    ground.run(&["new", "demo"]).ok();
    let lines = "{\"do\":\"idea.add\",\"id\":\"i1\",\"text\":\"one\"}\n{\"do\":\"idea.add\",\"id\":\"i2\",\"text\":\"two\"}\n";
    let told = ground.apply("demo", lines);
    let first: serde_json::Value = serde_json::from_str(told.out.lines().next().unwrap()).unwrap();
    (ground, first["events"][0]["id"].as_str().unwrap().to_owned())
}

#[test]
fn what_a_later_version_has_sealed_is_shown_and_not_changed() {
    let (ground, idea) = demo();
    let sealing =
        write_newer(&ground, 7, "idea.sealed", true, &format!(r#"{{"of":"{idea}","by":"notary"}}"#));
    let refused = |command: &str| {
        let told = ground.apply("demo", &format!("{command}\n"));
        assert!(told.out.contains("\"kind\":\"read-only\"") && told.out.contains("i1"), "{}", told.out);
    };
    refused(r#"{"do":"idea.edit","idea":"i1","text":"another"}"#);
    refused(r#"{"do":"idea.merge","ideas":["i2","i1"]}"#);
    refused(r#"{"do":"idea.remove","idea":"i1"}"#);
    assert!(ground.apply("demo", "{\"do\":\"idea.edit\",\"idea\":\"i2\",\"text\":\"other\"}\n").code == 0);
    let ideas = ground.json(&["show", "demo", "ideas"]);
    assert_eq!(ideas["ideas"][0]["text"]["en"], "one");
    let check = ground.run(&["check", "demo"]);
    assert!(check.code == 1 && check.out.contains("i1 can be shown but not changed"), "{}", check.out);

    // The later version takes it back, and the idea is free again.
    let undone = format!(r#"{{"of":"{sealing}","undoes":["{sealing}"]}}"#);
    write_newer(&ground, 8, "work.undone", false, &undone);
    ground.apply("demo", "{\"do\":\"idea.edit\",\"idea\":\"i1\",\"text\":\"another\"}\n").ok();
}

#[test]
fn what_is_not_known_and_need_not_be_hinders_nobody() {
    let (ground, idea) = demo();
    write_newer(&ground, 7, "idea.coloured", false, &format!(r#"{{"of":"{idea}","colour":"green"}}"#));
    ground.apply("demo", "{\"do\":\"idea.edit\",\"idea\":\"i1\",\"text\":\"another\"}\n").ok();
}

#[test]
fn a_session_written_anew_carries_what_is_not_known() {
    let (ground, idea) = demo();
    write_newer(&ground, 7, "idea.sealed", true, &format!(r#"{{"of":"{idea}","by":"Anna Koski"}}"#));
    let out = ground.path().join("anew");
    let shown = out.display().to_string();
    ground.run(&["redact", "demo", "Anna Koski", "-o", &shown]).ok();
    let bytes: Vec<u8> = ground::bytes_under(&out).into_iter().flat_map(|(_, bytes)| bytes).collect();
    let text = String::from_utf8(bytes).unwrap();
    let line = text.lines().find(|line| line.contains("idea.sealed")).unwrap();
    assert!(line.contains("\"by\":\"█████\"") && line.contains("\"must\":true"), "{line}");
    let told = ground.apply(&shown, "{\"do\":\"idea.remove\",\"idea\":\"i1\"}\n");
    assert!(told.out.contains("\"kind\":\"read-only\""), "{}", told.out);
}
