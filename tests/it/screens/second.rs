//! The second entry at the ballot desk: keys in, screens and votes out.

use talkoot::workshop::text::Lang;
use talkoot::workshop::votes::{Stage as Step, Vote, Voter};

use crate::stage::Stage;

const AT: &str = "2017-11-29T13:05:00Z";

/// An open vote on seven options with papers 1 to 5 entered: two dots each, for the option of its number and the next.
fn papers(lang: Lang, secret: bool) -> Stage {
    let mut stage = Stage::helsinki(lang, AT);
    stage.keys("6");
    stage.command(&format!(
        r#"{{"do":"vote.prepare","id":"v1","title":{{"en":"Which proposals go forward?","ru":"Какие предложения проходят дальше?"}},"options":["P01","P02","P03","P04","P05","P06","P07"],"method":"dots","dots":3,"cap":2,"seats":3,"secret":{secret}}}"#
    ));
    stage.keys("O");
    if secret {
        stage.keys("esc");
    }
    stage.keys("tab");
    for paper in 1..=5 {
        stage.keys("enter").typed(&format!("{paper} {}", paper + 1)).keys("enter");
    }
    assert_eq!(vote(&stage).ballots_in(), 5);
    stage
}

fn vote(stage: &Stage) -> &Vote {
    stage.workshop().votes.iter().next_back().unwrap()
}

/// The screen without its first line, which says how far saving is.
fn shot(stage: &mut Stage, width: u16, height: u16) -> String {
    stage.size(width, height);
    let screen = stage.screen();
    screen.split_once('\n').map(|(_, rest)| rest.to_owned()).unwrap()
}

fn agreed(stage: &Stage) -> (usize, usize, usize) {
    let second = vote(stage).second_entry().unwrap_or_default();
    (second.agree, second.differ.len(), second.unchecked)
}

#[test]
fn the_same_keys_type_the_stack_again_and_one_key_settles_what_differs() {
    for (lang, name, width, height) in [(Lang::En, "en", 120, 36), (Lang::Ru, "ru", 80, 24)] {
        let mut stage = papers(lang, false);
        // On a Russian keyboard the same key gives another letter.
        stage.keys(if lang == Lang::En { "esc x" } else { "esc ч" });
        stage.keys("enter").typed("1 2").keys("enter");
        assert_eq!(agreed(&stage), (1, 0, 4));
        stage.keys("enter").typed("2 4").keys("enter");
        assert_eq!(agreed(&stage), (1, 1, 3));
        insta::assert_snapshot!(format!("second_which_{name}"), shot(&mut stage, width, height));
        // A hand that types on answers nothing.
        stage.typed("3").keys("enter").typed("1");
        assert_eq!(agreed(&stage), (1, 1, 3));
        // The second is right.
        stage.keys("down");
        assert_eq!(agreed(&stage), (2, 0, 3));
        stage.keys("enter").typed("3 3").keys("enter");
        // The first is right.
        stage.keys("up");
        assert_eq!(agreed(&stage), (3, 0, 2));
        stage.keys("enter").typed("4").keys("enter esc");
        assert_eq!(agreed(&stage), (3, 1, 1), "looked at later");
        // A paper that was passed over the first time, taken in.
        stage.typed("9").keys("enter").typed("7").keys("enter");
        assert_eq!(vote(&stage).ballots_in(), 5);
        stage.keys("esc");
        insta::assert_snapshot!(format!("second_open_{name}"), shot(&mut stage, width, height));
        stage.typed("9").keys("enter down");
        assert_eq!((agreed(&stage), vote(&stage).ballots_in()), ((4, 1, 1), 6));
        assert_eq!(vote(&stage).second_entry().unwrap().put_right, 2);
    }
}

#[test]
fn what_is_left_is_said_before_the_vote_closes_and_undo_takes_back_one_reading() {
    let mut stage = papers(Lang::En, false);
    stage.keys("esc x enter").typed("1 3").keys("enter esc");
    assert_eq!(agreed(&stage), (0, 1, 4));
    stage.keys("ctrl-t");
    assert!(!vote(&stage).has_checks(), "{}", stage.screen());
    stage.keys("ctrl-r");
    assert_eq!(agreed(&stage), (0, 1, 4));
    // Five of 42 seats are in: that is said first.
    stage.keys("esc C C");
    assert_eq!(vote(&stage).stage(), Step::Open);
    assert!(
        stage.screen().contains("second entry: 1 differs (№\u{a0}1); 4 not typed again."),
        "{}",
        stage.screen()
    );
    stage.keys("C");
    assert_eq!(vote(&stage).stage(), Step::Closed);
    let second = vote(&stage).second_entry().unwrap();
    assert_eq!((second.differ[0].voter, second.ballots()), (Voter::Paper(1), 5));
    // Without a second entry nobody hears of one.
    let mut stage = papers(Lang::En, false);
    stage.keys("esc C C");
    assert_eq!(vote(&stage).stage(), Step::Closed);
    assert_eq!(vote(&stage).second_entry(), None);
}

#[test]
fn of_a_secret_ballot_only_that_it_differs_is_said() {
    for (lang, name, width, height) in [(Lang::En, "en", 80, 24), (Lang::Ru, "ru", 120, 36)] {
        let mut stage = papers(lang, true);
        stage.keys("esc x enter").typed("1 2").keys("enter");
        assert_eq!(agreed(&stage), (1, 0, 4));
        stage.keys("enter").typed("2 4").keys("enter");
        assert_eq!(agreed(&stage), (1, 1, 3));
        let screen = shot(&mut stage, width, height);
        assert!(!screen.contains('●'), "no reading: {screen}");
        insta::assert_snapshot!(format!("second_secret_{name}"), screen);
        // A hand that types on changes nothing.
        stage.keys("enter").typed("3 4").keys("enter");
        assert_eq!((agreed(&stage), vote(&stage).ballots_in()), ((1, 1, 3), 5));
        // The paper says what was entered first: both are put right by typing it once more.
        stage.keys("down").typed("2 3").keys("enter");
        assert_eq!(agreed(&stage), (2, 0, 3));
        // Left for later, and named again.
        stage.keys("enter").typed("1").keys("enter esc");
        assert_eq!(agreed(&stage), (2, 1, 2));
        stage.typed("3").keys("enter down").typed("1").keys("enter");
        assert_eq!(agreed(&stage), (3, 0, 2));
        // One that was not entered the first time is taken in.
        stage.typed("9").keys("enter").typed("7").keys("enter");
        assert_eq!((agreed(&stage), vote(&stage).ballots_in()), ((3, 1, 2), 5));
        stage.keys("down").typed("7").keys("enter");
        assert_eq!((agreed(&stage), vote(&stage).ballots_in()), ((4, 0, 2), 6));
        stage.keys("esc C C");
        assert_eq!(vote(&stage).stage(), Step::Open, "two are not typed again");
        stage.keys("C");
        assert_eq!(vote(&stage).stage(), Step::Closed);
        let second = vote(&stage).second_entry().unwrap();
        assert_eq!((second.agree, second.put_right, second.unchecked), (4, 2, 2));
        assert_eq!(vote(&stage).counted().len(), 6);
    }
}

#[test]
fn a_secret_ballot_of_a_seat_is_not_compared() {
    let mut stage = papers(Lang::En, true);
    stage.keys("tab").typed("071 2").keys("enter esc x");
    // The desk asks for papers, and goes to no seats.
    stage.keys("tab");
    assert!(stage.screen().contains("only papers with a number"), "{}", stage.screen());
    stage.keys("esc i tab").typed("x9").keys("enter");
    assert!(stage.screen().contains("“x9”"), "{}", stage.screen());
    // What named nobody is gone when something else is typed.
    stage.typed("08");
    assert!(stage.screen().contains("S08"), "{}", stage.screen());
    assert!(!vote(&stage).has_checks());
}
