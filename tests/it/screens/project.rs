//! The wall: what the room sees, and what it must not see.

mod bytes;
mod groups;
mod states;
mod steps;

use talkoot::theme::{ColourDepth, Palette};
use talkoot::tui::app::{App, Flow};
use talkoot::workshop::text::Lang;

use crate::stage::Stage;

pub(crate) const AT: &str = "2017-11-29T08:47:00Z";

/// The projector after these commands.
fn wall(at: &str, commands: &[&str]) -> Stage {
    wall_in(Lang::En, at, commands)
}

fn wall_in(lang: Lang, at: &str, commands: &[&str]) -> Stage {
    let mut stage = Stage::helsinki(lang, at);
    for command in commands {
        stage.command(command);
    }
    let (world, session) = (stage.app.world.clone(), stage.app.session.take().unwrap());
    stage.app = App::project(world, session, Palette::Projector, ColourDepth::Mono);
    stage
}

fn seen(name: &str, at: &str, commands: &[&str]) -> String {
    let mut stage = wall(at, commands);
    // The wall speaks both languages at once, whatever the interface speaks.
    let mut russian = wall_in(Lang::Ru, at, commands);
    for (width, height) in [(80, 24), (120, 36), (200, 60)] {
        let text = stage.size(width, height).screen();
        assert_eq!(text, russian.size(width, height).screen());
        insta::assert_snapshot!(format!("wall_{name}_{width}x{height}"), text);
    }
    stage.size(120, 36).screen()
}

const RUNS: &str = r#"{"do":"item.start","item":"d2-03","at":"2017-11-29T08:21:00Z"}"#;

#[test]
fn before_anything_is_staged_there_is_the_title_and_the_time() {
    let text = seen("nothing", AT, &[]);
    assert!(text.contains("Helsinki") && text.contains("Хельсинки"), "{text}");
}

#[test]
fn the_countdown_fills_the_wall() {
    seen("now", AT, &[RUNS, r#"{"do":"stage.show","view":"now"}"#]);
    let text = seen("over", "2017-11-29T09:08:05Z", &[RUNS, r#"{"do":"stage.show","view":"now"}"#]);
    assert!(text.contains("over time") && text.contains("время вышло"), "{text}");
    seen("now_nothing", AT, &[r#"{"do":"stage.show","view":"now"}"#]);
}

#[test]
fn everybody_finds_their_room() {
    let plan = r#"{"do":"round.plan","round":"mixed","seed":1}"#;
    let text = seen("groups", AT, &[plan, r#"{"do":"stage.show","view":"groups","of":"mixed"}"#]);
    assert!(text.contains("S08") && text.contains("S42"), "{text}");
}

#[test]
fn what_is_off_the_record_is_never_on_the_wall() {
    let text = seen(
        "ideas",
        AT,
        &[
            r#"{"do":"idea.add","text":{"en":"a shared fund for small pilots","ru":"общий фонд"},"room":"room-a"}"#,
            r#"{"do":"idea.add","text":"never to be seen","kind":"off-record"}"#,
            r#"{"do":"idea.add","id":"i-hidden","text":"hidden later"}"#,
            r#"{"do":"idea.hide","idea":"i-hidden"}"#,
            r#"{"do":"idea.add","text":"a joint course","room":"room-b"}"#,
            r#"{"do":"stage.show","view":"ideas"}"#,
        ],
    );
    assert!(text.contains("a shared fund") && text.contains("общий фонд"), "{text}");
    assert!(!text.contains("never to be seen") && !text.contains("hidden later"), "{text}");
    // The newest stands first.
    assert!(text.find("a joint course") < text.find("a shared fund"), "{text}");
}

const VOTE: [&str; 4] = [
    r#"{"do":"vote.prepare","id":"v1","title":{"en":"Which go forward?","ru":"Что проходит дальше?"},"options":["P01","P02","P03","P04"],"method":"dots","dots":3,"cap":1,"seats":2,"secret":false}"#,
    r#"{"do":"vote.open","vote":"v1"}"#,
    r#"{"do":"vote.cast","vote":"v1","seat":"S01","votes":{"P01":1,"P02":1,"P03":1}}"#,
    r#"{"do":"vote.cast","vote":"v1","seat":"S02","votes":{"P01":1,"P04":1,"P03":1}}"#,
];

#[test]
fn an_open_vote_shows_how_many_are_in_and_nothing_else() {
    let mut commands = VOTE.to_vec();
    commands.push(r#"{"do":"stage.show","view":"vote","of":"v1"}"#);
    let text = seen("vote", AT, &commands);
    assert!(text.contains("2 of 42") && text.contains("2 из 42"), "{text}");
    for option in ["P01", "women", "leadership"] {
        assert!(!text.contains(option), "{text}");
    }
}

#[test]
fn a_vote_that_is_closed_says_so_and_still_nothing_else() {
    let mut commands = VOTE.to_vec();
    commands.extend([r#"{"do":"vote.close","vote":"v1"}"#, r#"{"do":"stage.show","view":"vote","of":"v1"}"#]);
    let text = seen("vote_closed", AT, &commands);
    assert!(text.contains("Voting is closed") && text.contains("Голосование закрыто"), "{text}");
    assert!(text.contains("2 of 42") && !text.contains("P01"), "{text}");
}

#[test]
fn a_result_is_shown_once_it_is_revealed() {
    let mut commands = VOTE.to_vec();
    commands.push(r#"{"do":"vote.close","vote":"v1"}"#);
    // Asked for without naming a vote, before the reveal: the wall knows nothing.
    let mut closed = commands.clone();
    closed.push(r#"{"do":"stage.show","view":"reveal"}"#);
    let text = wall(AT, &closed).screen();
    assert!(!text.contains("Which go forward?") && !text.contains('='), "{text}");
    commands
        .extend([r#"{"do":"vote.reveal","vote":"v1"}"#, r#"{"do":"stage.show","view":"reveal","of":"v1"}"#]);
    let text = seen("reveal", AT, &commands);
    assert!(text.contains("1=") && text.contains("3="), "{text}");
}

#[test]
fn proposals_title_and_nothing() {
    let text = seen("proposals", AT, &[r#"{"do":"stage.show","view":"proposals"}"#]);
    assert!(text.contains("P11"), "{text}");
    seen("title", AT, &[r#"{"do":"stage.show","view":"title"}"#]);
    let text = seen("blank", AT, &[r#"{"do":"stage.show","view":"blank"}"#]);
    assert_eq!(text.trim(), "");
}

#[test]
fn only_leaving_is_done_on_it() {
    let mut stage = wall(AT, &[RUNS]);
    let events = stage.workshop().event_count();
    stage.keys("space a x p n d");
    assert_eq!(stage.workshop().event_count(), events);
    assert_eq!(stage.app.key("esc".parse().unwrap()), Flow::Leave);
    assert_eq!(stage.app.key("q".parse().unwrap()), Flow::Leave);
}
