//! The rapporteur's desk: the hand never leaves the letters.

use talkoot::input::Key;
use talkoot::journal::pack::read_pack;
use talkoot::session::{Session, silent};
use talkoot::theme::{ColourDepth, Palette};
use talkoot::tui::app::App;
use talkoot::workshop::ideas::{Idea, Sort};
use talkoot::workshop::text::Lang;

use crate::stage::Stage;

const AT: &str = "2017-11-29T08:47:00Z";

fn capture(lang: Lang, room: Option<&str>) -> Stage {
    let mut stage = Stage::helsinki(lang, AT);
    open(&mut stage, room);
    stage
}

fn open(stage: &mut Stage, room: Option<&str>) {
    let world = stage.app.world.clone();
    // The program before it ends first, and with it the thread that writes its drafts.
    stage.app = App::desk(world.clone(), None, Palette::Terminal, ColourDepth::Mono);
    let (header, lines) = read_pack(talkoot::bundled::named("helsinki-2017").unwrap().pack).unwrap();
    let who = room.unwrap_or("rapporteur");
    let session = Session::begin(&world, header.slug, header.sid, lines, who, silent());
    let room = room.map(ToOwned::to_owned);
    stage.app = App::capture(world, session, room, Palette::Terminal, ColourDepth::Mono);
}

fn all(stage: &Stage) -> Vec<&Idea> {
    stage.workshop().ideas.iter().collect()
}

#[test]
fn what_is_typed_goes_to_the_room() {
    let mut stage = capture(Lang::En, Some("room-a"));
    stage.typed("q is a letter here, and so is u").keys("enter");
    stage.typed("!обучить наставников №кадры").keys("enter");
    let ideas = all(&stage);
    assert_eq!(ideas.len(), 2);
    assert!(ideas.iter().all(|idea| idea.room() == "room-a"));
    assert_eq!((ideas[1].sort(), ideas[1].text.get(Lang::Ru)), (Sort::Action, Some("обучить наставников")));
    assert_eq!(stage.app.session.as_ref().unwrap().who().as_ref(), "room-a");
}

#[test]
fn the_last_line_is_taken_up_again() {
    let mut stage = capture(Lang::En, Some("room-a"));
    stage.typed("a shared fnd").keys("enter up left backspace").typed("un");
    stage.keys("enter");
    assert_eq!(all(&stage)[0].text.in_(Lang::En), "a shared fund");
    stage.keys("up").typed("s").keys("esc").typed("x");
    assert_eq!(all(&stage)[0].text.in_(Lang::En), "a shared fund");
    assert!(stage.screen().contains("› x"), "Esc is back in the empty line");
    stage.keys("esc");
    assert!(stage.screen().contains("› x"), "Esc clears nothing");
}

#[test]
fn the_room_is_asked_for_and_can_be_changed() {
    let mut stage = capture(Lang::En, None);
    insta::assert_snapshot!("capture_room", stage.size(80, 24).screen());
    stage.typed("Room B").keys("enter").typed("first").keys("enter");
    stage.keys("tab").typed("plenary").keys("enter").typed("second").keys("enter");
    let rooms: Vec<&str> = all(&stage).iter().map(|idea| idea.room()).collect();
    assert_eq!(rooms, ["room-b", ""]);
}

#[test]
fn a_draft_comes_back_once() {
    let mut stage = capture(Lang::En, Some("room-a"));
    stage.typed("half a sent");
    stage.app.keep_draft();
    open(&mut stage, Some("room-a"));
    assert!(stage.screen().contains("› half a sent"));
    stage.app.key(Key::char('!'));
    stage.keys("enter");
    stage.app.keep_draft();
    assert_eq!(all(&stage)[0].text.in_(Lang::En), "half a sent!");
    open(&mut stage, Some("room-a"));
    assert!(!stage.screen().contains("half a sent"));
}

#[test]
fn the_desk_at_every_size() {
    for lang in Lang::ALL {
        let mut stage = capture(lang, Some("room-a"));
        insta::assert_snapshot!(format!("capture_empty_{lang}"), stage.size(80, 24).screen());
        for n in 1..=30 {
            stage.typed(&format!("idea {n} of the room #leadership")).keys("enter");
        }
        stage.typed("\"we pay, you decide\" and a longer sentence that goes on and on until the first line of the two has no more room for it @S07 #pilots");
        for (width, height) in [(80, 24), (120, 36), (200, 60)] {
            insta::assert_snapshot!(format!("capture_{lang}_{width}"), stage.size(width, height).screen());
        }
    }
}

#[test]
fn half_a_sentence_belongs_to_its_room_and_the_last_room_is_offered() {
    let mut stage = capture(Lang::En, None);
    stage.typed("room-c").keys("enter").typed("half a sentence");
    let door = stage.screen().lines().nth(2).unwrap().to_owned();
    stage.app.keep_draft();
    // Opened again without a room, the last one is the first choice, and the sentence is there.
    open(&mut stage, None);
    stage.keys("enter");
    stage.app.keep_draft();
    assert!(stage.screen().contains("› half a sentence"), "{}", stage.screen());
    assert_eq!(stage.screen().lines().nth(2), Some(door.as_str()));
    // It does not turn up in another room, and is not lost by looking there.
    open(&mut stage, Some("room-f"));
    stage.app.keep_draft();
    assert!(!stage.screen().contains("half a sentence"), "{}", stage.screen());
    open(&mut stage, Some("room-c"));
    assert!(stage.screen().contains("› half a sentence"), "{}", stage.screen());
    // Whoever takes it along to another room has it there and no longer here.
    stage.keys("tab").typed("room-d").keys("enter");
    stage.app.keep_draft();
    assert!(stage.screen().contains("› half a sentence"), "{}", stage.screen());
    open(&mut stage, Some("room-c"));
    stage.app.keep_draft();
    assert!(!stage.screen().contains("half a sentence"), "{}", stage.screen());
}

#[test]
fn two_rooms_with_half_a_sentence_each_keep_their_own() {
    let mut stage = capture(Lang::En, Some("room-d"));
    stage.typed("left in d");
    stage.app.keep_draft();
    open(&mut stage, Some("room-c"));
    stage.typed("typed in c");
    stage.app.keep_draft();
    stage.keys("tab").typed("room-d").keys("enter");
    stage.app.keep_draft();
    assert!(stage.screen().contains("› left in d"), "{}", stage.screen());
    stage.keys("tab").typed("room-c").keys("enter");
    stage.app.keep_draft();
    assert!(stage.screen().contains("› typed in c"), "{}", stage.screen());
    open(&mut stage, Some("room-d"));
    assert!(stage.screen().contains("› left in d"), "{}", stage.screen());
}
