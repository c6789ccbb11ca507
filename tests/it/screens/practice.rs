//! A session opened outside its dates asks once whether to practise or to move the meeting.

use talkoot::workshop::text::Lang;

use crate::stage::Stage;

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

#[test]
fn a_fast_clock_is_told_and_wakes_the_screen_often() {
    use talkoot::tui::ctx::Wake;
    for (lang, mark) in [(Lang::En, "practice ×60"), (Lang::Ru, "пробный режим ×60")] {
        let mut stage = Stage::helsinki(lang, YEARS_LATER);
        stage.command(r#"{"do":"session.practise","now":"2017-11-28T09:10","speed":60}"#);
        stage.command(r#"{"do":"item.start","item":"d1-01"}"#);
        let header = stage.screen().lines().next().unwrap().to_owned();
        assert!(header.contains(mark) && header.contains("9:10"), "{header}");
        assert_eq!(stage.app.wakes(), Wake::Soon);
        // Alone it leaves the time as it is.
        stage.command(r#"{"do":"session.practise","speed":1}"#);
        let header = stage.screen().lines().next().unwrap().to_owned();
        assert!(!header.contains('×') && header.contains("9:10"), "{header}");
        assert_eq!(stage.app.wakes(), Wake::Second);
        stage.command(r#"{"do":"session.practise"}"#);
        assert!(stage.workshop().meeting.practice().is_none());
    }
}

#[test]
fn a_speed_that_is_none_is_refused() {
    use talkoot::workshop::command::Request;
    let mut stage = Stage::helsinki(Lang::En, YEARS_LATER);
    for (command, kind) in [
        (r#"{"do":"session.practise","speed":0}"#, "out-of-range"),
        (r#"{"do":"session.practise","now":"2017-11-28","speed":1000001}"#, "out-of-range"),
        (r#"{"do":"session.practise","speed":1}"#, "nothing"),
    ] {
        let refused = stage.app.session.as_mut().unwrap().execute(&Request::read(command).unwrap());
        assert_eq!(refused.unwrap_err().refusal.kind, kind, "{command}");
    }
    // Refused with the type, not taken for something else.
    assert!(Request::read(r#"{"do":"session.practise","speed":1.5}"#).is_err());
    assert!(stage.workshop().meeting.practice().is_none());
}
