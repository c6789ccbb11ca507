//! Secret votes at the desk: the recovery words, who handed in a paper, a seat that two laptops entered apart.

use talkoot::journal::disk::Disk;
use talkoot::journal::folder;
use talkoot::session::{Session, silent};
use talkoot::workshop::command::Request;
use talkoot::workshop::text::Lang;
use talkoot::workshop::thing::Thing;
use talkoot::workshop::votes::{Stage as Step, Vote, Voter};
use talkoot::world::World;

use crate::stage::Stage;

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

fn vote(stage: &Stage) -> &Vote {
    stage.workshop().votes.iter().next_back().unwrap()
}

fn step(stage: &Stage) -> Step {
    vote(stage).stage()
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

#[test]
fn the_recovery_words_stay_until_esc_and_others_can_be_drawn() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    stage.keys("6");
    stage.keys("n enter");
    stage.keys("O enter enter");
    let words = |stage: &mut Stage| -> Vec<String> {
        let screen = stage.screen();
        assert!(screen.contains("Recovery phrase"), "{screen}");
        // Four numbered words in a line.
        let cells = |line: &str| -> Vec<String> {
            line.split(|c: char| !c.is_ascii_alphanumeric())
                .filter(|cell| !cell.is_empty())
                .map(ToOwned::to_owned)
                .collect()
        };
        let is_row = |cells: &Vec<String>| {
            cells.len() == 8 && cells.iter().step_by(2).all(|cell| cell.parse::<u32>().is_ok())
        };
        let rows = screen.lines().map(cells).filter(is_row);
        let words: Vec<String> = rows.flat_map(|cells| cells.into_iter().skip(1).step_by(2)).collect();
        assert_eq!(words.len(), 12, "{screen}");
        words
    };
    let first = words(&mut stage);
    stage.keys("esc esc W");
    let second = words(&mut stage);
    assert_ne!(first, second);
    stage.keys("esc");
    // The first words open nothing any more, the second ones close the vote where its key is not.
    let key = vote(&stage).key();
    let session = stage.app.session.as_ref().unwrap();
    let wrapped = std::fs::read_to_string(session.folder().join("keys").join(key.to_string())).unwrap();
    let opens = |words: &[String]| talkoot::ballot_box::unwrap(&wrapped, &words.join(" ")).is_some();
    assert!(!opens(&first) && opens(&second));
}

#[test]
fn who_handed_in_a_paper_is_marked_from_a_list() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    stage.keys("6");
    stage.keys("n enter O esc");
    stage.keys("esc b").typed("S03").keys("space enter");
    let seat = stage.workshop().people.find("S03").unwrap();
    assert!(vote(&stage).has_voted(Voter::Seat(seat)), "{}", stage.screen());
    assert_eq!(vote(&stage).ballots_in(), 0, "a mark is no ballot");
    // With papers in, nobody is called missing before those who handed them in are marked.
    stage.command(r#"{"do":"vote.cast","vote":"v1","paper":1,"votes":{"P01":1}}"#);
    assert!(stage.screen().contains("not yet: S01  S02  S04"), "{}", stage.screen());
    stage.command(r#"{"do":"vote.cast","vote":"v1","paper":2,"votes":{"P01":1}}"#);
    assert!(!stage.screen().contains("not yet"), "{}", stage.screen());
    stage.keys("b").typed("S07").keys("space enter");
    assert!(stage.screen().contains("not yet: S01  S02  S04"), "{}", stage.screen());
    assert!(!stage.screen().contains("not yet: S01  S02  S03"), "{}", stage.screen());
}
