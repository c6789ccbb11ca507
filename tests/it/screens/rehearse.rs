//! A rehearsal at the facilitator's desk: it goes on by itself, one key takes the lead, the same one gives it back.

use talkoot::input::Key;
use talkoot::rehearsal::Rehearsal;
use talkoot::tui::app::Flow;
use talkoot::tui::ctx::Wake;
use talkoot::workshop::agenda::Progress;
use talkoot::workshop::text::Lang;

use crate::stage::Stage;

/// Years after the meeting: a rehearsal has a time of its own.
const AT: &str = "2026-11-25T10:00:00Z";

fn rehearsing(lang: Lang) -> Stage {
    let mut stage = Stage::helsinki(lang, AT);
    let rehearsal = Rehearsal::new(stage.app.session.as_mut().unwrap(), 7, 600);
    stage.app.begin_rehearsal(rehearsal);
    stage.app.pass();
    stage
}

/// The meeting's clock comes to this time, as fast as it ran, and the program wakes until nothing more is due.
fn clock(stage: &mut Stage, time: &str) {
    let speed = stage.workshop().meeting.practice().unwrap().speed();
    stage.command(&format!(
        r#"{{"do":"session.practise","now":"2017-11-{time}","speed":{speed},"who":"a test"}}"#
    ));
    let mut events = 0;
    while std::mem::replace(&mut events, stage.workshop().event_count()) != stage.workshop().event_count() {
        stage.app.pass();
    }
}

fn running(stage: &Stage) -> Vec<String> {
    let items = &stage.workshop().items;
    let on = items.iter().filter(|item| matches!(item.progress(), Progress::Running { .. }));
    on.map(|item| items.label(talkoot::workshop::thing::Thing::key(item)).into_owned()).collect()
}

#[test]
fn the_header_tells_that_it_is_a_rehearsal_and_how_fast() {
    for (lang, mark, taken) in [
        (Lang::En, "rehearsal ×600", "rehearsal, you lead"),
        (Lang::Ru, "репетиция ×600", "репетиция, ведете вы"),
    ] {
        let mut stage = rehearsing(lang);
        assert!(stage.screen().lines().last().unwrap().contains("Ctrl-O"), "{}", stage.screen());
        clock(&mut stage, "28T09:20:00");
        let header = stage.screen().lines().next().unwrap().to_owned();
        assert!(header.contains(mark) && header.contains("9:20"), "{header}");
        assert_eq!(running(&stage), ["d1-01"]);
        assert_eq!(stage.app.wakes(), Wake::Soon);
        stage.keys("ctrl-o");
        let header = stage.screen().lines().next().unwrap().to_owned();
        assert!(header.contains(taken) && header.contains("9:20"), "{header}");
        assert_eq!(stage.app.wakes(), Wake::Second, "the clock keeps step");
        stage.size(80, 24);
        let header = stage.screen().lines().next().unwrap().to_owned();
        assert!(header.contains("9:20"), "{header}");
    }
}

#[test]
fn whoever_takes_over_leads_and_the_room_goes_on() {
    let mut stage = rehearsing(Lang::En);
    clock(&mut stage, "28T09:20:00");
    stage.keys("ctrl-o");
    assert!(stage.screen().contains("You lead now"), "{}", stage.screen());
    clock(&mut stage, "28T10:20:00");
    assert_eq!(running(&stage), ["d1-01"], "nobody ends it but who leads");
    let ideas = stage.workshop().ideas.len();
    stage.command(r#"{"do":"item.start","item":"d1-04"}"#);
    stage.app.pass();
    clock(&mut stage, "28T10:50:00");
    assert_eq!(running(&stage), ["d1-04"]);
    assert!(stage.workshop().ideas.len() > ideas, "people speak in what was begun");
    // A vote that the facilitator opens gets its ballots.
    stage.command(
        r#"{"do":"vote.prepare","id":"v","title":"x","options":["P01","P02","P03"],"method":"dots"}"#,
    );
    stage.command(r#"{"do":"vote.open","vote":"v"}"#);
    stage.app.pass();
    clock(&mut stage, "28T11:40:00");
    let votes = &stage.workshop().votes;
    assert!(votes.get(votes.find("v").unwrap()).unwrap().voters().count() > 20);
    // Given back, it goes on from where the facilitator has left it.
    stage.keys("ctrl-o");
    assert!(stage.screen().contains("goes on by itself"), "{}", stage.screen());
    clock(&mut stage, "28T12:20:00");
    assert_ne!(running(&stage), ["d1-04"]);
    while !stage.app.rehearsal().unwrap().is_over() {
        let now = stage.workshop().meeting.practice().map(|_| stage.app.session.as_ref().unwrap().now());
        let local = stage.workshop().meeting.local(now.unwrap()).datetime();
        let next = local.checked_add(jiff::ToSpan::minutes(20)).unwrap().to_string();
        clock(&mut stage, next.strip_prefix("2017-11-").unwrap_or("30T23:00:00"));
    }
    let staged = stage.workshop().meeting.staged().unwrap();
    assert_eq!(staged.view.as_ref(), "commitments");
    assert_eq!(stage.app.rehearsal().unwrap().figures.refused, 0);
    assert_eq!(stage.workshop().meeting.practice().unwrap().speed(), 1);
    assert!(!stage.app.is_at_work());
}

#[test]
fn keys_work_meanwhile_and_undo_takes_back_work_and_not_the_clock() {
    let mut stage = rehearsing(Lang::En);
    clock(&mut stage, "28T09:20:00");
    stage.keys("4 i").typed("said by somebody real").keys("enter esc u");
    assert!(!stage.workshop().ideas.iter().any(|idea| idea.text.in_(Lang::En).contains("real")));
    stage.keys("ctrl-o u");
    assert_eq!(stage.workshop().meeting.practice().unwrap().speed(), 1, "the clock still keeps step");
}

#[test]
fn leaving_leaves_a_clock_that_keeps_step() {
    let mut stage = rehearsing(Lang::En);
    clock(&mut stage, "28T09:20:00");
    assert_eq!(stage.app.key("q".parse::<Key>().unwrap()), Flow::Leave);
    assert_eq!(stage.workshop().meeting.practice().unwrap().speed(), 1);
}

#[test]
fn without_a_rehearsal_the_key_says_so() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    stage.keys("ctrl-o");
    assert!(stage.screen().contains("There is no rehearsal here"), "{}", stage.screen());
}
