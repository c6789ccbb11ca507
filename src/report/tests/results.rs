//! Results of votes.

use super::*;
use crate::report::outcome::{Forward, result};
use crate::report::{Model, markdown};
use crate::tally::DecidedBy;

fn vote(tie: &str, ballots: &[&str]) -> Laptop {
    let mut laptop = Laptop::new(1);
    for option in ["A", "B", "C", "D"] {
        laptop.does(&format!(
            r#"{{"do":"proposal.add","id":"{option}","title":{{"en":"{option}","ru":"{option}"}}}}"#
        ));
    }
    laptop.does(&format!(
        r#"{{"do":"vote.prepare","id":"v","title":"Which?","options":["A","B","C","D"],"method":"dots","dots":4,"cap":2,"seats":2,"tie":"{tie}"}}"#
    ));
    laptop.does(r#"{"do":"vote.open","vote":"v"}"#);
    for (number, votes) in ballots.iter().enumerate() {
        laptop.does(&format!(r#"{{"do":"vote.cast","vote":"v","paper":{},"votes":{votes}}}"#, number + 1));
    }
    laptop
}

const TIED: [&str; 3] = [r#"{"A":2,"B":1,"C":1}"#, r#"{"A":1,"B":1,"C":2}"#, r#"{"B":1}"#];

fn rows(laptop: &Laptop) -> Vec<(u32, u64, u64, Forward)> {
    let key = laptop.workshop.votes.find("v").unwrap();
    let outcome = result(&laptop.workshop, key).unwrap();
    outcome.rows.iter().map(|row| (row.rank, row.total, row.supporters, row.forward)).collect()
}

#[test]
fn a_result_is_there_once_the_vote_is_closed() {
    let mut laptop = vote("runoff", &TIED);
    let key = laptop.workshop.votes.find("v").unwrap();
    assert_eq!(result(&laptop.workshop, key), None);
    laptop.does(r#"{"do":"vote.close","vote":"v"}"#);
    // A, B and C have three dots each, and two may go forward.
    assert_eq!(
        rows(&laptop),
        [
            (1, 3, 2, Forward::Tied),
            (1, 3, 3, Forward::Tied),
            (1, 3, 2, Forward::Tied),
            (4, 0, 0, Forward::No)
        ]
    );
    assert_eq!(told(What::Votes, &laptop.workshop)["votes"][0]["result"]["owed"], 2);
}

#[test]
fn a_run_off_that_is_told_parts_those_who_were_tied() {
    let mut laptop = vote("runoff", &TIED);
    laptop.all(&[
        r#"{"do":"vote.close","vote":"v"}"#,
        r#"{"do":"vote.prepare","id":"r","title":"Run-off","options":["A","B","C"],"method":"dots","dots":2,"cap":1,"seats":2,"tie":"runoff","runoff_of":"v"}"#,
        r#"{"do":"vote.open","vote":"r"}"#,
        r#"{"do":"vote.cast","vote":"r","paper":1,"votes":{"C":1,"B":1}}"#,
        r#"{"do":"vote.cast","vote":"r","paper":2,"votes":{"C":1,"A":1}}"#,
    ]);
    let forward = |laptop: &Laptop, vote: usize| -> Vec<(String, String)> {
        let view = told(What::Votes, &laptop.workshop);
        let rows = view["votes"][vote]["result"]["rows"].as_array().cloned().unwrap_or_default();
        rows.iter()
            .map(|row| (row["option"].as_str().unwrap().into(), row["forward"].as_str().unwrap().into()))
            .collect()
    };
    let row = |option: &str, forward: &str| (option.to_owned(), forward.to_owned());
    let open = [row("A", "tied"), row("B", "tied"), row("C", "tied"), row("D", "no")];
    assert_eq!(forward(&laptop, 0), open, "nothing is told of an open vote");
    laptop.does(r#"{"do":"vote.close","vote":"r"}"#);
    // C is clear, A and B are tied once more: so they are in the first vote as well.
    assert_eq!(forward(&laptop, 0), [row("C", "yes"), row("A", "tied"), row("B", "tied"), row("D", "no")]);
    assert_eq!(told(What::Votes, &laptop.workshop)["votes"][0]["result"]["owed"], 1);
    laptop.all(&[
        r#"{"do":"vote.prepare","id":"q","title":"Run-off","options":["A","B"],"method":"dots","dots":1,"cap":1,"seats":1,"tie":"runoff","runoff_of":"r"}"#,
        r#"{"do":"vote.open","vote":"q"}"#,
        r#"{"do":"vote.cast","vote":"q","paper":1,"votes":{"B":1}}"#,
        r#"{"do":"vote.close","vote":"q"}"#,
    ]);
    assert_eq!(forward(&laptop, 0), [row("B", "yes"), row("C", "yes"), row("A", "no"), row("D", "no")]);
    let told_now = told(What::Votes, &laptop.workshop);
    assert_eq!(told_now["votes"][0]["result"].get("owed"), None);
    // What the run-off sends forward is said with that of its own run-off.
    assert_eq!(told_now["votes"][0]["held"]["runoff"]["forward"], serde_json::json!(["C", "B"]));
    // In public only what was revealed parts anybody.
    for vote in ["v", "r"] {
        laptop.does(&format!(r#"{{"do":"vote.reveal","vote":"{vote}"}}"#));
    }
    let public = Model::of(&laptop.workshop, Edition::Public);
    let rows = &public.votes[0].result.as_ref().unwrap().rows;
    let public: Vec<(&str, &str)> = rows.iter().map(|row| (&*row.option, row.forward.name())).collect();
    assert_eq!(public, [("C", "yes"), ("A", "tied"), ("B", "tied"), ("D", "no")]);
}

#[test]
fn each_rule_for_ties_is_told() {
    let forward = |tie: &str| {
        let mut laptop = vote(tie, &TIED);
        laptop.does(r#"{"do":"vote.close","vote":"v"}"#);
        let forward: Vec<&str> = rows(&laptop).iter().map(|row| row.3.name()).collect();
        let view = told(What::Votes, &laptop.workshop);
        (forward.join(" "), view["votes"][0]["result"].clone())
    };
    assert_eq!(forward("all").0, "yes yes yes no");
    assert_eq!(forward("supporters").0, "tied yes tied no");
    let (lot, view) = forward("lot");
    assert_eq!(lot.matches("yes").count(), 2);
    assert_eq!((view["seed"].as_u64(), view["drawn"].as_array().map(Vec::len)), (Some(7), Some(3)));
    assert_eq!(view["rows"][0]["on_the_line"], true);
}

#[test]
fn late_and_contradicting_ballots_are_named_and_not_counted() {
    let mut here = vote("runoff", &[r#"{"A":1}"#]);
    let mut there = here.twin(2);
    there.all(&[
        r#"{"do":"vote.cast","vote":"v","paper":50,"votes":{"B":2}}"#,
        r#"{"do":"vote.cast","vote":"v","paper":60,"votes":{"B":2}}"#,
    ]);
    here.does(r#"{"do":"vote.cast","vote":"v","paper":60,"votes":{"A":2}}"#);
    let late = there.clone();
    // The ballot of paper 60 is known to whoever closes in both its versions, that of paper 50 is not.
    here.takes(late.events.last().unwrap().clone());
    here.does(r#"{"do":"vote.close","vote":"v"}"#);
    here.joins(&there);
    let outcome = result(&here.workshop, here.workshop.votes.find("v").unwrap()).unwrap();
    use crate::workshop::votes::Voter;
    assert_eq!((outcome.counted, outcome.turnout.ballots), (1, 3));
    assert_eq!(
        (outcome.late, outcome.torn, outcome.void),
        (vec![Voter::Paper(50)], vec![Voter::Paper(60)], vec![])
    );
    assert_eq!(outcome.settled.decided_by, DecidedBy::Runoff);
    let text = show::text(&here.workshop, What::Votes, &Messages::new(Lang::En), 80);
    assert!(text.contains("Came after the closing, not counted: 1 (50)"), "{text}");
    assert!(text.contains("Contradicting ballots, not counted: 1 (60)"), "{text}");
}

#[test]
fn the_annex_names_what_was_taken_off_before_the_opening_and_the_stage_once() {
    let mut laptop = Laptop::new(1);
    for option in ["A", "B", "C", "D"] {
        laptop.does(&format!(r#"{{"do":"proposal.add","id":"{option}","title":{{"en":"{option}"}}}}"#));
    }
    laptop.all(&[
        r#"{"do":"vote.prepare","id":"v","title":"Which?","options":["A","B","C","D"],"method":"approval","seats":2,"then":1}"#,
        r#"{"do":"vote.change","vote":"v","options":["A","D","C"]}"#,
        r#"{"do":"vote.change","vote":"v","options":["A","C"]}"#,
        r#"{"do":"vote.open","vote":"v"}"#,
        r#"{"do":"vote.cast","vote":"v","paper":1,"votes":{"A":1}}"#,
        r#"{"do":"vote.close","vote":"v"}"#,
    ]);
    let model = Model::of(&laptop.workshop, Edition::Internal);
    assert_eq!(model.votes[0].held.as_ref().unwrap().taken_off, ["B", "D"]);
    let page = markdown::report(
        &model,
        Languages::One(Lang::En),
        &Messages::new(Lang::En),
        &Messages::new(Lang::Ru),
    );
    let (_, annex) = page.split_once("## Annex").unwrap();
    assert!(annex.contains("Taken off before the opening: B, D"), "{annex}");
    assert_eq!(annex.matches("- Round: ").count(), 1, "{annex}");
}

#[test]
fn a_correction_that_came_after_the_closing_put_nothing_right() {
    let mut here = vote("runoff", &[r#"{"A":1}"#, r#"{"B":1}"#]);
    here.does(r#"{"do":"vote.correct","vote":"v","paper":1,"votes":{"A":2}}"#);
    let mut there = here.twin(2);
    there.does(r#"{"do":"vote.correct","vote":"v","paper":2,"votes":{"C":1}}"#);
    let corrected = |laptop: &Laptop| {
        told(What::Votes, &laptop.workshop)["votes"][0]["held"]["corrected"].as_u64().unwrap_or(0)
    };
    assert_eq!((corrected(&here), corrected(&there)), (1, 2));
    here.does(r#"{"do":"vote.close","vote":"v"}"#);
    here.joins(&there);
    assert_eq!(corrected(&here), 1, "that of paper 2 is listed as late");
}

#[test]
fn every_ranked_proposal_leads_back_to_its_ideas() {
    let view = told(What::All, &small().workshop);
    let rows = view["votes"][0]["result"]["rows"].as_array().unwrap();
    let first = rows.iter().find(|row| row["option"] == "P01").unwrap();
    assert_eq!(first["ideas"], serde_json::json!(["i-fund"]));
    assert_eq!(view["proposals"][0]["ideas"][0]["text"]["ru"], "Общий фонд");
    // An idea that was merged later is still named, with where it is now.
    let mut laptop = small();
    laptop.all(&[
        r#"{"do":"idea.promote","id":"P09","ideas":["i-pool","i-why"],"title":"Both"}"#,
        r#"{"do":"idea.hide","idea":"i-why"}"#,
    ]);
    let view = told(What::Proposals, &laptop.workshop);
    let ideas = &view["proposals"][3]["ideas"];
    assert_eq!((ideas.as_array().map(Vec::len), &ideas[0]["merged_into"]), (Some(1), &"i-fund".into()));
}
