//! A session opened outside its dates asks once whether to practise or to move the meeting.
#![allow(clippy::unwrap_used, reason = "a test fails loudly")]

mod stage;

use stage::Stage;
use talkoot::workshop::text::Lang;

const YEARS_LATER: &str = "2026-11-22T12:00:00Z";

#[test]
fn it_asks_in_the_bottom_line_and_no_more_once_it_was_answered() {
    for (lang, asked) in [(Lang::En, "F12 practise"), (Lang::Ru, "F12 пробный режим")] {
        let mut stage = Stage::helsinki(lang, YEARS_LATER);
        assert!(stage.screen().contains(asked), "{}", stage.screen());
        stage.size(80, 24);
        assert!(stage.screen().lines().last().unwrap().contains("Esc"), "{}", stage.screen());
        stage.keys("2");
        assert!(stage.screen().contains(asked), "on every screen of the desk\n{}", stage.screen());
        stage.keys("esc");
        assert!(!stage.screen().contains(asked), "{}", stage.screen());
        stage.keys("1");
        assert!(!stage.screen().contains(asked), "{}", stage.screen());
    }
}

#[test]
fn practice_is_day_one_at_nine_and_the_header_says_so() {
    let mut stage = Stage::helsinki(Lang::En, YEARS_LATER);
    stage.keys("f12");
    let header = stage.screen().lines().next().unwrap().to_owned();
    assert!(header.contains("Tue 28 Nov · day 1 of 3") && header.contains("practice"), "{header}");
    assert!(!stage.screen().contains("F12 practise"), "{}", stage.screen());
    stage.keys("space");
    assert!(stage.screen().lines().next().unwrap().contains("09:00"), "{}", stage.screen());
    stage.keys("f12");
    assert!(!stage.screen().lines().next().unwrap().contains("· practice"), "{}", stage.screen());
}

#[test]
fn the_meeting_is_moved_to_today() {
    let mut stage = Stage::helsinki(Lang::En, YEARS_LATER);
    stage.keys("ctrl-d");
    let header = stage.screen().lines().next().unwrap().to_owned();
    assert!(header.contains("Sun 22 Nov · day 1 of 3") && !header.contains("practice"), "{header}");
    stage.keys("u");
    assert!(!stage.screen().lines().next().unwrap().contains("day 1"), "{}", stage.screen());
}
