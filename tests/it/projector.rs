//! The wall as a process of its own: it follows what others write, whatever becomes of them and of the folder.
#![cfg(unix)]

use std::path::Path;
use std::process::Command;

use crate::ground::Ground;
use crate::pty::Pty;

const SIZE: (u16, u16) = (120, 36);
/// The wall's clock begins here.
const CLOCK: (&str, &str) = ("TALKOOT_NOW", "2017-11-29T08:47:00Z");

/// A session on the ground, copied out of the bundled one, and a wall that shows its title.
fn wall(ground: &Ground) -> Pty {
    show(ground, "title");
    let mut wall = Pty::start(ground.path(), &["project", "helsinki-2017"], SIZE, &[CLOCK]);
    wall.see("Хельсинки");
    wall
}

fn show(ground: &Ground, view: &str) {
    let told = ground.apply("helsinki-2017", &format!("{{\"do\":\"stage.show\",\"view\":\"{view}\"}}\n"));
    assert_eq!(told.code, 0, "{}", told.err);
}

fn copy(from: &Path, to: &Path) {
    assert!(Command::new("cp").arg("-R").args([from, to]).status().unwrap().success());
}

#[test]
fn a_session_that_vanishes_and_comes_back_stays_on_the_wall_and_is_followed_again() {
    let ground = Ground::new();
    let mut wall = wall(&ground);
    let folder = ground.session("helsinki-2017");
    let (away, backup) = (ground.path().join("away"), ground.path().join("backup"));

    // Renamed away and back again.
    std::fs::rename(&folder, &away).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1200));
    wall.see("Хельсинки");
    std::fs::rename(&away, &folder).unwrap();
    show(&ground, "proposals");
    wall.see("P01");

    // A copy comes back in its place, and the old one is written to no more.
    copy(&folder, &backup);
    std::fs::rename(&folder, &away).unwrap();
    std::fs::rename(&backup, &folder).unwrap();
    show(&ground, "commitments");
    wall.see("Commitments");

    // Removed altogether; what returns is a copy from before, which the wall knows more than.
    std::fs::remove_dir_all(&folder).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1200));
    wall.see("Commitments");
    copy(&away, &folder);
    let told = ground.apply("helsinki-2017", "{\"do\":\"idea.add\",\"text\":\"said after it came back\"}\n");
    assert_eq!(told.code, 0, "{}", told.err);
    show(&ground, "ideas");
    wall.see("said after it came back").keys("q");
    assert_eq!(wall.end(), 0);
}

#[test]
fn the_desk_may_die_and_come_back() {
    let ground = Ground::new();
    let mut wall = wall(&ground);
    let mut desk = Pty::start(ground.path(), &["open", "helsinki-2017"], SIZE, &[CLOCK]);
    // Through the list of what can stand on the wall.
    desk.see("Run").keys("p").see("on the wall").typed("proposals").keys("enter");
    wall.see("P01");
    assert!(Command::new("kill").args(["-9", &desk.pid().to_string()]).status().unwrap().success());
    wall.see("P01");
    let mut desk = Pty::start(ground.path(), &["open", "helsinki-2017"], SIZE, &[CLOCK]);
    desk.see("Run").keys("p").see("on the wall").typed("commitments").keys("enter");
    wall.see("Commitments").keys("q");
    assert_eq!(wall.end(), 0);
    desk.keys("ctrl-q");
    assert_eq!(desk.end(), 0);
}

#[test]
fn the_bell_is_a_bell() {
    let ground = Ground::new();
    // Two seconds of a minute are left: it reaches nothing while one looks.
    let lines = [
        r#"{"do":"item.add","id":"short","day":2,"title":"A short item","minutes":1}"#,
        r#"{"do":"item.start","item":"short","at":"2017-11-29T08:46:02Z"}"#,
        r#"{"do":"stage.show","view":"now"}"#,
    ];
    let told = ground.apply("helsinki-2017", &(lines.join("\n") + "\n"));
    assert_eq!(told.code, 0, "{}", told.err);
    let mut wall = Pty::start(ground.path(), &["project", "helsinki-2017", "--bell"], SIZE, &[CLOCK]);
    wall.see("nearly over").see("over time");
    wall.ring().keys("q");
    assert_eq!(wall.end(), 0);
}
