//! The four states of a countdown, the bell, what is new, and the wall on the desk's own terminal.

use talkoot::theme::{ColourDepth, Palette};
use talkoot::tui::app::{App, Flow};
use talkoot::tui::ctx::Wake;
use talkoot::workshop::text::Lang;

use super::{AT, RUNS, VOTE, seen, wall};
use crate::stage::Stage;

const NOW: &str = r#"{"do":"stage.show","view":"now"}"#;
const DO: &str = r#"{"do":"item.change","item":"d2-03","instruction":{"en":"Write three ideas, one a line","ru":"Запишите три идеи, каждую на своей строке"}}"#;

#[test]
fn each_state_has_its_word_and_its_sign() {
    // It runs for 45 minutes from 8:21.
    for (name, at, en, ru) in [
        ("plenty", "2017-11-29T08:56:59Z", "● plenty of time", "● время есть"),
        ("soon", "2017-11-29T08:57:00Z", "▲ ends soon", "▲ скоро конец"),
        ("nearly", "2017-11-29T09:03:45Z", "■ nearly over", "■ время на исходе"),
        ("late", "2017-11-29T09:06:01Z", "+ over time", "+ время вышло"),
    ] {
        let text = seen(name, at, &[RUNS, DO, NOW]);
        assert!(text.contains(en) && text.contains(ru), "{name}: {text}");
        assert!(text.contains("Write three ideas") && text.contains("Запишите три идеи"), "{text}");
    }
    let paused = r#"{"do":"item.pause","item":"d2-03","at":"2017-11-29T08:40:00Z"}"#;
    let text = wall(AT, &[RUNS, NOW, paused]).screen();
    assert!(text.contains("‖ paused") && text.contains("‖ пауза"), "{text}");
}

#[test]
fn the_bell_is_heard_when_it_is_switched_on_and_not_before() {
    let mut stage = wall(AT, &[RUNS, NOW]);
    stage.screen();
    assert!(!stage.app.rings());
    stage.keys("b");
    assert!(stage.app.rings() && !stage.app.rings());
}

#[test]
fn an_item_that_reaches_five_percent_rings_once_where_one_wants_it() {
    // Minutes are taken from the item: what is left of it becomes less than a twentieth.
    let commands = [RUNS, NOW];
    for bell in [false, true] {
        let mut stage = wall(AT, &commands);
        stage.app = std::mem::replace(&mut stage.app, spare()).with_bell(bell);
        stage.screen();
        assert!(!stage.app.rings(), "what was so before is no news");
        stage.command(r#"{"do":"item.extend","item":"d2-03","minutes":-18}"#);
        assert_eq!(stage.app.rings(), bell);
        stage.screen();
        assert!(!stage.app.rings());
        stage.command(r#"{"do":"item.extend","item":"d2-03","minutes":-1}"#);
        assert_eq!(stage.app.rings(), bell, "and once at nothing");
    }
}

/// Something to hold the place of a program that is being rebuilt.
fn spare() -> App {
    let stage = Stage::empty(Lang::En);
    App::desk(stage.app.world, None, Palette::Terminal, ColourDepth::Mono)
}

#[test]
fn what_was_said_in_the_last_two_minutes_is_new_and_stands_first() {
    let idea =
        |text: &str, at: &str| format!(r#"{{"do":"idea.add","text":"{text}","at":"2017-11-29T08:{at}Z"}}"#);
    let (old, new) = (idea("an old idea", "44:59"), idea("a new idea", "45:01"));
    // What was said earlier stands lower, even where it was brought in later.
    let text = seen("new_ideas", AT, &[&new, &old, r#"{"do":"stage.show","view":"ideas"}"#]);
    assert!(text.contains("new: 1 ●") && text.contains("новых: 1 ●"), "{text}");
    assert!(text.contains("● a new idea") && text.contains("· an old idea"), "{text}");
    assert!(text.find("a new idea") < text.find("an old idea"));
    let mut stage = wall(AT, &[&new, r#"{"do":"stage.show","view":"ideas"}"#]);
    stage.screen();
    assert_eq!(stage.app.wakes(), Wake::Turn, "the sign has to go in time");
}

#[test]
fn a_wall_full_of_ideas_comes_in_pages() {
    let mut commands: Vec<String> = (1..=40)
        .map(|n| format!(r#"{{"do":"idea.add","text":{{"en":"idea number {n} of the room","ru":"идея номер {n}"}},"at":"2017-11-29T08:{n:02}:00Z"}}"#))
        .collect();
    commands.push(r#"{"do":"stage.show","view":"ideas"}"#.into());
    let commands: Vec<&str> = commands.iter().map(String::as_str).collect();
    seen("many_ideas", AT, &commands);
    let mut stage = wall(AT, &commands);
    stage.size(80, 24);
    let mut all = stage.screen();
    for _ in 0..3 {
        all.push_str(&stage.keys("right").screen());
    }
    for n in 1..=40 {
        assert!(all.contains(&format!("idea number {n} of")), "{n}: {all}");
    }
}

#[test]
fn the_wall_on_the_desks_own_terminal() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    stage.command(RUNS).command(NOW);
    let desk = stage.screen();
    let events = stage.workshop().event_count();
    for back in ["esc", "P", "q"] {
        let text = stage.keys("P").screen();
        assert!(text.contains("plenty of time") && text.contains("время есть"), "{text}");
        // Neither header nor screens nor keys.
        assert!(!text.contains("F1") && !text.contains("saved") && !text.contains("1 Run"), "{text}");
        // Nothing of the desk is done from the wall.
        stage.keys("a x u d 3");
        assert_eq!(stage.app.key(back.parse().unwrap()), Flow::On);
        assert_eq!(stage.screen(), desk, "{back}");
    }
    assert_eq!(stage.workshop().event_count(), events);
    // From another screen it goes back there, also on a Russian layout.
    let people = stage.keys("2").screen();
    stage.keys("З");
    assert!(stage.screen().contains("plenty of time"));
    assert_eq!(stage.keys("З").screen(), people);
}

#[test]
fn no_terminal_is_too_small_for_any_view() {
    let plan = r#"{"do":"round.plan","round":"mixed","seed":1}"#;
    let mut commands = vec![RUNS, DO, plan];
    commands.extend(VOTE);
    commands.extend([
        r#"{"do":"vote.close","vote":"v1"}"#,
        r#"{"do":"vote.reveal","vote":"v1"}"#,
        r#"{"do":"commitment.add","text":"Write the terms","owner":"S20","proposal":"P02"}"#,
        r#"{"do":"idea.add","text":"an idea of several words"}"#,
    ]);
    for show in ["title", "now", "groups", "ideas", "proposals", "vote", "reveal", "commitments", "blank"] {
        let show = format!(r#"{{"do":"stage.show","view":"{show}"}}"#);
        let mut all = commands.clone();
        all.push(&show);
        let mut stage = wall(AT, &all);
        for (width, height) in (1..40).step_by(3).flat_map(|width| (1..24).map(move |height| (width, height)))
        {
            stage.size(width, height).keys("right f a esc");
        }
    }
}

#[test]
fn while_rooms_report_back_the_hall_sees_whose_turn_it_is() {
    let report = [
        RUNS,
        r#"{"do":"item.start","item":"d2-05","at":"2017-11-29T08:40:00Z"}"#,
        r#"{"do":"round.report","round":"mixed","room":"room-b","at":"2017-11-29T08:40:00Z"}"#,
        NOW,
    ];
    let text = seen("reporting", AT, &report);
    assert!(text.contains("Room B reports: 01:34") && text.contains("next Room A"), "{text}");
    assert!(text.contains("Докладывает Комната B: 01:34"), "{text}");
}
