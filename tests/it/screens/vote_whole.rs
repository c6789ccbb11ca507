//! A whole vote at the desk with keys alone: prepared, opened, 42 ballots typed, closed with a tie on the line, a run-off
//! with 42 ballots more, revealed step by step, exported; and how many keys a ballot takes.

use talkoot::report::outcome;
use talkoot::workshop::text::Lang;
use talkoot::workshop::thing::Thing;
use talkoot::workshop::votes::{Stage as Step, Vote};

use crate::stage::Stage;

/// How often each of the eleven options is on a ballot: the sixth and the ninth tie for the third place.
const DOTS: [(usize, usize); 11] =
    [(4, 30), (2, 24), (6, 16), (9, 16), (1, 6), (3, 6), (5, 6), (7, 6), (8, 6), (10, 5), (11, 5)];
const SEATS: usize = 42;

/// The numbers on each ballot, dealt so that nobody has an option twice.
fn ballots() -> Vec<String> {
    let all: Vec<usize> = DOTS.iter().flat_map(|(option, times)| vec![*option; *times]).collect();
    assert_eq!(all.len(), 3 * SEATS);
    let of = |seat: usize| format!("{} {} {}", all[seat], all[seat + SEATS], all[seat + 2 * SEATS]);
    (0..SEATS).map(of).collect()
}

/// Types a ballot for the seat that is offered: Enter, the numbers, Enter. How many keys that was.
fn ballot(stage: &mut Stage, numbers: &str) -> usize {
    stage.keys("enter").typed(numbers).keys("enter");
    1 + numbers.chars().count() + 1
}

fn last(stage: &Stage) -> &Vote {
    stage.workshop().votes.iter().next_back().unwrap()
}

/// The ids of the options that go forward, and of those that are tied.
fn settled(stage: &Stage) -> (Vec<String>, Vec<String>) {
    let workshop = stage.workshop();
    let settled = outcome::result(workshop, last(stage).key()).unwrap().settled;
    let ids = |options: Vec<_>| {
        let mut ids: Vec<String> =
            options.into_iter().map(|option| workshop.proposals.label(option).into_owned()).collect();
        ids.sort();
        ids
    };
    (ids(settled.forward), ids(settled.tied))
}

#[test]
fn a_vote_goes_from_its_preparation_to_the_annex_with_keys_alone() {
    let mut stage = Stage::helsinki(Lang::En, "2017-11-29T13:05:00Z");
    // Prepared with three dots a ballot; the gates are passed; the recovery phrase is shown once.
    stage.keys("6 n enter e down down down down backspace").typed("3").keys("enter O");
    assert!(stage.screen().contains("Recovery phrase"), "{}", stage.screen());
    stage.keys("esc");
    assert_eq!((last(&stage).stage(), last(&stage).dots(), last(&stage).cap()), (Step::Open, 3, 1));
    let mut keys = Vec::new();
    for (place, numbers) in ballots().iter().enumerate() {
        keys.push(ballot(&mut stage, numbers));
        assert_eq!(outcome::turnout(stage.workshop(), last(&stage)).ballots, place + 1, "{numbers}");
    }
    assert!(keys.iter().all(|keys| *keys <= 8), "{keys:?}");
    assert!(stage.screen().contains("42 of 42 in"), "{}", stage.screen());
    assert!(outcome::result(stage.workshop(), last(&stage).key()).is_none());

    // Everybody is in: one key closes it. The tie is named, and the run-off is among the tied.
    stage.keys("esc C");
    let owned = |ids: [&str; 2]| ids.map(str::to_owned).to_vec();
    assert_eq!(settled(&stage), (owned(["P02", "P04"]), owned(["P06", "P09"])));
    assert!(stage.screen().contains("run-off"), "{}", stage.screen());
    let line = last(&stage).key();
    stage.keys("R r");
    assert_ne!(last(&stage).key(), line);
    let options = last(&stage).options().iter().map(|option| stage.workshop().proposals.label(*option));
    assert_eq!(options.collect::<Vec<_>>(), ["P06", "P09"]);
    assert_eq!((last(&stage).stage(), last(&stage).seats()), (Step::Prepared, 1));
    stage.keys("O esc");
    for seat in 0..SEATS {
        assert_eq!(ballot(&mut stage, if seat % 7 < 4 { "2" } else { "1" }), 3);
    }
    stage.keys("esc C");
    assert_eq!(settled(&stage), (vec!["P09".to_owned()], vec![]));

    // The tie says what settled it, and its key goes to that run-off in place of making another.
    stage.keys("up");
    assert!(stage.screen().contains("by the run-off v2: P09"), "{}", stage.screen());
    stage.keys("r");
    assert_eq!(stage.workshop().votes.iter().count(), 2);
    assert!(stage.screen().contains("v2 is the run-off already"), "{}", stage.screen());

    // Revealed from the last place on.
    stage.keys("R o o o");
    assert_eq!(last(&stage).stage(), Step::Revealed);
    let staged = stage.workshop().meeting.staged().unwrap();
    assert_eq!((staged.view.as_ref(), staged.step), ("reveal", Some(3)));

    // And the report says how it was done.
    let folder = tempfile::tempdir().unwrap();
    stage.size(200, 60).keys("8 t ctrl-u").typed(folder.path().to_str().unwrap()).keys("enter l x");
    assert!(stage.screen().contains("files written"), "{}", stage.screen());
    let report = std::fs::read_to_string(folder.path().join("report.md")).unwrap();
    let (_, annex) = report.split_once("## Annex").unwrap();
    let hash = last(&stage).hash().unwrap();
    for said in
        ["Conditions passed", hash, "42 of 42", "P06, P09", "run-off of", "another on each ballot, seed"]
    {
        assert!(annex.contains(said), "{said}: {annex}");
    }
}
