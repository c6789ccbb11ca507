//! A seat that two laptops enter apart into a secret vote: what the desk says of it.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails loudly")]

mod stage;

use stage::Stage;
use talkoot::journal::disk::Disk;
use talkoot::journal::folder;
use talkoot::session::{Session, silent};
use talkoot::workshop::command::Request;
use talkoot::workshop::text::Lang;
use talkoot::workshop::votes::Stage as Step;
use talkoot::world::World;

const AT: &str = "2017-11-29T13:05:00Z";

fn cast(seat: u32, option: u32) -> String {
    format!(r#"{{"do":"vote.cast","vote":"v1","seat":"S{seat:02}","votes":{{"P{option:02}":1}}}}"#)
}

/// The folder of the stage's session as another laptop sees it, whose state directory is its own.
fn away(stage: &mut Stage, state: &tempfile::TempDir) -> Session {
    let desk = stage.app.session.as_mut().unwrap();
    desk.flush().unwrap();
    let identity = folder::identify(Disk::shared().as_ref(), desk.folder()).unwrap();
    let mut world = World { device: Some("d-away".into()), seed: Some(8), ..desk.world().clone() };
    world.state = state.path().to_path_buf();
    Session::open(&world, identity, "away", silent())
}

/// A laptop enters seats 9 to 18, the desk seats 1 to 9 and 19: each ten, so that both have written who voted.
fn both(lang: Lang) -> Stage {
    let mut stage = Stage::helsinki(lang, AT);
    stage.keys("6").command(
        r#"{"do":"vote.prepare","id":"v1","title":{"en":"Which proposals go forward?","ru":"Какие предложения проходят дальше?"},"options":["P01","P02","P03","P04","P05"],"method":"dots","dots":3,"cap":2,"seats":2}"#,
    );
    stage.keys("O esc");
    for seat in 1..=9 {
        stage.command(&cast(seat, seat % 3 + 1));
    }
    let state = tempfile::tempdir().unwrap();
    let mut away = away(&mut stage, &state);
    for seat in 9..=18 {
        away.execute(&Request::read(&cast(seat, 2)).unwrap()).unwrap();
    }
    away.flush().unwrap();
    stage.command(&cast(19, 1));
    assert!(stage.app.pull());
    stage
}

fn step(stage: &Stage) -> Step {
    stage.workshop().votes.iter().next_back().unwrap().stage()
}

#[test]
fn the_desk_names_the_seat_before_it_closes_and_beside_the_result() {
    for (lang, name, width, height) in [(Lang::En, "en", 120, 36), (Lang::Ru, "ru", 80, 24)] {
        let mut stage = both(lang);
        stage.size(width, height).keys("esc C");
        // Fewer ballots than voters are said first.
        stage.keys("C");
        assert_eq!(step(&stage), Step::Open);
        insta::assert_snapshot!(format!("twice_closing_{name}"), stage.screen());
        stage.keys("C");
        assert_eq!(step(&stage), Step::Closed);
        insta::assert_snapshot!(format!("twice_result_{name}"), stage.screen());
    }
}
