//! Home on the screen: what can be opened, and what the keys do.

use talkoot::session::silent;
use talkoot::sessions::create;
use talkoot::theme::{ColourDepth, Palette};
use talkoot::tui::app::App;
use talkoot::workshop::text::Lang;

use crate::stage::Stage;

fn home(lang: Lang) -> Stage {
    let mut stage = Stage::empty(lang);
    let world = stage.app.world.clone();
    stage.app = App::desk(world, None, Palette::Terminal, ColourDepth::Mono);
    stage.screen();
    stage
}

#[test]
fn without_a_session_of_ones_own_home_says_how_to_begin() {
    for lang in Lang::ALL {
        let mut stage = home(lang);
        let text = stage.size(80, 24).screen();
        insta::assert_snapshot!(format!("home_empty_{lang}"), text);
    }
}

#[test]
fn sessions_packs_and_what_is_broken_stand_in_a_list() {
    for lang in Lang::ALL {
        let mut stage = home(lang);
        let world = stage.app.world.clone();
        create::empty(&world, "Third meeting", silent()).unwrap().flush().unwrap();
        let bundled = talkoot::bundled::named("helsinki-2017").unwrap();
        std::fs::write(world.sessions.join("mailed.session.jsonl"), bundled.pack).unwrap();
        std::fs::create_dir_all(world.sessions.join("lost-a1b2c3/log")).unwrap();
        // Paths and times differ from run to run, so no picture is kept.
        let text = stage.size(120, 36).keys("r").screen();
        let at = |what: &str| text.find(what).unwrap_or_else(|| panic!("{what} is not there:\n{text}"));
        let names = ["third-meeting", "helsinki-2017", "mailed.session.jsonl", "lost-a1b2c3"].map(at);
        assert!(names.is_sorted(), "{text}");
        assert!(text.contains(if lang == Lang::En { "1 session ·" } else { "1 сессия ·" }), "{text}");
        let text = stage.keys("down down down enter").screen();
        assert!(text.contains("lost-a1b2c3"), "{text}");
        assert!(stage.app.session.is_none());
    }
}

#[test]
fn what_is_chosen_is_opened() {
    let mut stage = home(Lang::En);
    stage.keys("enter");
    assert_eq!(stage.workshop().people.len(), 42);
    assert!(stage.screen().contains("Recap of day 1"));
}

#[test]
fn a_session_is_made_and_opened() {
    let mut stage = home(Lang::En);
    stage.keys("n").typed("Our workshop").keys("enter");
    assert_eq!(stage.workshop().meeting.title.in_(Lang::En), "Our workshop");
    // It is there again, and marked as the one that is open.
    let text = stage.keys("0").screen();
    assert!(text.contains("our-workshop") && text.contains("open now"), "{text}");
    // Its name is taken now: what was typed stays.
    let text = stage.keys("n").typed("Our workshop").keys("enter").screen();
    assert!(text.contains("Our workshop") && text.contains("our-workshop"), "{text}");
    // A copy of the bundled one has its people.
    stage.keys("esc");
    stage.keys("n").keys("ctrl-u").typed("Helsinki again").keys("tab right enter");
    assert_eq!(stage.workshop().people.len(), 42);
}

#[test]
fn a_pack_from_elsewhere_is_opened_by_its_path() {
    let mut stage = home(Lang::En);
    let text = stage.keys("m").typed("/nowhere/at-all").keys("enter").screen();
    assert!(text.contains("/nowhere/at-all"), "{text}");
    assert!(stage.app.session.is_none());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mail.session.jsonl");
    std::fs::write(&path, talkoot::bundled::named("helsinki-2017").unwrap().pack).unwrap();
    stage.keys("ctrl-u").typed(&path.display().to_string()).keys("enter");
    assert_eq!(stage.workshop().people.len(), 42);
}
