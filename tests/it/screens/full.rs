//! No disk takes anything: what was entered stays, leaving is asked twice, and all is written once there is room.

use talkoot::input::Key;
use talkoot::tui::app::Flow;
use talkoot::workshop::text::Lang;

use crate::stage::Stage;

/// A desk for which files stand where its folders belong.
fn nowhere() -> Stage {
    let stage = Stage::empty(Lang::En);
    std::fs::write(&stage.app.world.sessions, "in the way").unwrap();
    std::fs::write(&stage.app.world.state, "in the way").unwrap();
    stage
}

fn make_room(stage: &Stage) {
    std::fs::remove_file(&stage.app.world.sessions).unwrap();
    std::fs::remove_file(&stage.app.world.state).unwrap();
}

#[test]
fn leaving_with_words_on_no_disk_is_asked_twice() {
    let mut stage = nowhere();
    stage.keys("4 i").typed("words for which no disk has room").keys("enter esc");
    assert_eq!(stage.app.key(Key::ctrl('q')), Flow::On, "no quiet exit");
    let seen = stage.seen();
    assert!(seen.contains("✕ NOT saved") && seen.contains("The same key again leaves"), "{seen}");
    // Any other key in between, and it is asked again.
    assert_eq!(stage.app.key("down".parse().unwrap()), Flow::On);
    let seen = stage.seen();
    assert!(seen.contains("No disk takes this"), "{seen}");
    assert_eq!(stage.app.key(Key::ctrl('q')), Flow::On);
    assert_eq!(stage.app.key(Key::ctrl('q')), Flow::Leave);
    let unsaved = stage.app.session.as_ref().unwrap().unsaved();
    assert!(
        unsaved.len() >= 2 && String::from_utf8_lossy(&unsaved[1]).contains("words for which"),
        "{unsaved:?}"
    );
}

#[test]
fn once_there_is_room_all_is_written() {
    let mut stage = nowhere();
    stage.keys("4 i").typed("a line for which no disk has room").keys("enter");
    assert_eq!(stage.app.key(Key::ctrl('q')), Flow::On);
    make_room(&stage);
    assert!(stage.screen().contains("a line for which no disk has room"));
    let session = stage.app.session.as_ref().unwrap();
    assert_eq!((session.waiting(), session.away()), (0, 0));
    let log = session.folder().join("log");
    let found = std::fs::read_dir(log).unwrap().any(|entry| {
        std::fs::read_to_string(entry.unwrap().path()).unwrap().contains("a line for which no disk has room")
    });
    assert!(found);
    assert_eq!(stage.app.key(Key::ctrl('q')), Flow::Leave);
}
