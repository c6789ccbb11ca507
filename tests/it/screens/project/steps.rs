//! A result step by step, and what comes of it: the portfolio with its commitments.

use talkoot::workshop::command::Request;
use talkoot::workshop::text::Lang;

use super::{AT, seen};
use crate::stage::Stage;

/// Four options: the first alone at the top, two that share the second place across the cut, one last.
const VOTE: [&str; 6] = [
    r#"{"do":"vote.prepare","id":"v1","title":{"en":"Which go forward?","ru":"Что проходит дальше?"},"options":["P01","P02","P03","P04"],"method":"dots","dots":3,"cap":2,"seats":2,"secret":false}"#,
    r#"{"do":"vote.open","vote":"v1"}"#,
    r#"{"do":"vote.cast","vote":"v1","seat":"S01","votes":{"P02":2,"P01":1}}"#,
    r#"{"do":"vote.cast","vote":"v1","seat":"S02","votes":{"P02":2,"P03":1}}"#,
    r#"{"do":"vote.close","vote":"v1"}"#,
    r#"{"do":"vote.reveal","vote":"v1"}"#,
];

fn with(more: &[&'static str]) -> Vec<&'static str> {
    VOTE.iter().copied().chain(more.iter().copied()).collect()
}

#[test]
fn from_the_bottom_to_the_top_and_those_who_share_a_place_together() {
    let step = [
        r#"{"do":"stage.show","view":"reveal","of":"v1","step":0}"#,
        r#"{"do":"stage.show","view":"reveal","of":"v1","step":1}"#,
        r#"{"do":"stage.show","view":"reveal","of":"v1","step":2}"#,
        r#"{"do":"stage.show","view":"reveal","of":"v1","step":3}"#,
        r#"{"do":"stage.show","view":"reveal","of":"v1"}"#,
    ];
    let seen = |n: usize| seen(&format!("step_{n}"), AT, &with(&[step[n]]));
    let (top, tied, last) = ("Assessment tool", "Guide to setting up", "Roadmap to the");
    let (none, one, two, three, all) = (seen(0), seen(1), seen(2), seen(3), seen(4));
    let told = |text: &str| [top, tied, last].map(|words| text.contains(words));
    assert_eq!(told(&none), [false, false, false], "{none}");
    assert_eq!(told(&one), [false, false, true], "{one}");
    assert_eq!(told(&two), [false, true, true], "{two}");
    assert!(two.contains("Seminars on") && two.matches("2=").count() == 2, "{two}");
    assert_eq!(three, all);
    // Neither a rank nor a bar nor the cut line gives away what has not come.
    for text in [&none, &one] {
        assert!(!text.contains("2=") && !text.contains("▲") && text.matches('█').count() == 0, "{text}");
    }
    assert!(three.contains("▲ goes forward") && three.contains("tied"), "{three}");
}

#[test]
fn the_last_step_tells_nothing_that_a_run_off_is_to_decide_and_nothing_of_groups_that_nobody_looked_at() {
    const LAST: &str = r#"{"do":"stage.show","view":"reveal","of":"v1","step":4}"#;
    let owed = seen("solid_owed", AT, &with(&[LAST]));
    assert!(owed.contains("How solid it is"), "{owed}");
    assert!(!owed.contains("Equal Shares") && !owed.contains("Common ground"), "{owed}");
    let runoff = [
        r#"{"do":"vote.prepare","id":"r1","title":{"en":"Run-off","ru":"Второй тур"},"options":["P01","P03"],"method":"dots","dots":1,"cap":1,"seats":1,"secret":false,"runoff_of":"v1"}"#,
        r#"{"do":"vote.open","vote":"r1"}"#,
        r#"{"do":"vote.cast","vote":"r1","seat":"S01","votes":{"P03":1}}"#,
        r#"{"do":"vote.close","vote":"r1"}"#,
    ];
    let screen = |more: &[&'static str]| {
        let all: Vec<&str> = with(&runoff).into_iter().chain(more.iter().copied()).chain([LAST]).collect();
        super::wall(AT, &all).screen()
    };
    assert!(!screen(&[]).contains("Equal Shares"), "closed, and not revealed yet");
    assert!(screen(&[r#"{"do":"vote.reveal","vote":"r1"}"#]).contains("Equal Shares"));
    // A run-off that is tied itself, and revealed, has decided nothing yet.
    let mut tied = runoff.to_vec();
    tied.insert(3, r#"{"do":"vote.cast","vote":"r1","seat":"S02","votes":{"P01":1}}"#);
    tied.extend([r#"{"do":"vote.reveal","vote":"r1"}"#, LAST]);
    assert!(!super::wall(AT, &with(&tied)).screen().contains("Equal Shares"));
}

#[test]
fn only_a_result_has_steps() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    for command in VOTE {
        stage.command(command);
    }
    let request = Request::read(r#"{"do":"stage.show","view":"now","step":1}"#).unwrap();
    let fault = stage.app.session.as_mut().unwrap().execute(&request).unwrap_err();
    assert_eq!(fault.refusal.kind, "state");
}

#[test]
fn the_desk_takes_one_step_after_the_other() {
    let mut stage = Stage::helsinki(Lang::En, AT);
    for command in &VOTE[..5] {
        stage.command(command);
    }
    let step = |stage: &Stage| stage.workshop().meeting.staged().and_then(|staged| staged.step);
    let text = stage.keys("1 o").screen();
    assert!(text.contains("No result is on the wall"), "{text}");
    stage.keys("6 R");
    assert_eq!(step(&stage), Some(0));
    stage.keys("o");
    assert_eq!(step(&stage), Some(1));
    // On Run it goes on: three ranks, and the last step is how solid it is.
    let text = stage.keys("1 o o o").screen();
    assert_eq!(step(&stage), Some(4));
    assert!(text.contains("Step 4 of 4"), "{text}");
    let text = stage.keys("o").screen();
    assert_eq!(step(&stage), Some(4));
    assert!(text.contains("The whole result"), "{text}");
    // A step too far is taken back like anything else.
    stage.keys("u");
    assert_eq!(step(&stage), Some(3));
}

#[test]
fn what_goes_forward_stands_first_with_what_was_promised_for_it() {
    let empty = seen("no_commitments", AT, &[r#"{"do":"stage.show","view":"commitments"}"#]);
    assert!(empty.contains("No commitments yet") && empty.contains("Обязательств пока нет"), "{empty}");
    let text = seen(
        "commitments",
        AT,
        &with(&[
            r#"{"do":"commitment.add","text":{"en":"Book the room","ru":"Заказать зал"},"owner":"S20"}"#,
            r#"{"do":"commitment.add","text":{"en":"Find authors","ru":"Найти авторов"},"owner":"S18","due":"2018-02-15","proposal":"P01"}"#,
            r#"{"do":"commitment.add","text":{"en":"Write the terms","ru":"Написать условия"},"owner":"S20","due":"2018-01-31","proposal":"P02"}"#,
            r#"{"do":"stage.show","view":"commitments"}"#,
        ]),
    );
    let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words}: {text}"));
    assert!(at("✓ P02") < at("Write the terms") && at("Write the terms") < at("P01"), "{text}");
    assert!(at("P01") < at("Find authors") && at("Find authors") < at("Other commitments"), "{text}");
    assert!(text.contains("31 January 2018") && at("Other commitments") < at("Book the room"), "{text}");
}

#[test]
fn what_a_run_off_sends_forward_stands_beside_what_was_clear() {
    let runoff = [
        r#"{"do":"vote.prepare","id":"r1","title":{"en":"Run-off","ru":"Второй тур"},"options":["P01","P03"],"method":"dots","dots":1,"cap":1,"seats":1,"secret":false,"runoff_of":"v1"}"#,
        r#"{"do":"vote.open","vote":"r1"}"#,
        r#"{"do":"vote.cast","vote":"r1","seat":"S01","votes":{"P03":1}}"#,
        r#"{"do":"vote.close","vote":"r1"}"#,
        r#"{"do":"stage.show","view":"commitments"}"#,
    ];
    let before = seen("runoff_closed", AT, &with(&runoff));
    assert!(before.contains("✓ P02") && !before.contains("P03"), "not revealed yet: {before}");
    let revealed = [&runoff[..], &[r#"{"do":"vote.reveal","vote":"r1"}"#]].concat();
    let after = seen("runoff_revealed", AT, &with(&revealed));
    let at = |words: &str| after.find(words).unwrap_or_else(|| panic!("{words}: {after}"));
    assert!(at("✓ P02") < at("✓ P03") && !after.contains("P01"), "{after}");
}

#[test]
fn the_first_of_two_stages_sends_on_and_not_forward() {
    let stage = |show: &'static str| {
        [
            r#"{"do":"vote.prepare","id":"s1","title":{"en":"Which stay?","ru":"Что остается?"},"options":["P01","P02","P03"],"method":"dots","dots":2,"cap":1,"seats":2,"then":1,"secret":false}"#,
            r#"{"do":"vote.open","vote":"s1"}"#,
            r#"{"do":"vote.cast","vote":"s1","seat":"S01","votes":{"P02":1,"P03":1}}"#,
            r#"{"do":"vote.close","vote":"s1"}"#,
            r#"{"do":"vote.reveal","vote":"s1"}"#,
            show,
        ]
    };
    let reveal = seen("first_stage", AT, &stage(r#"{"do":"stage.show","view":"reveal","of":"s1"}"#));
    assert!(reveal.contains("▲ second stage") && !reveal.contains("goes forward"), "{reveal}");
    let list = seen("first_stage_list", AT, &stage(r#"{"do":"stage.show","view":"commitments"}"#));
    assert!(list.contains("✓ P02") && list.contains("goes on to the second stage"), "{list}");
    assert!(!list.contains("goes forward"), "{list}");
}

#[test]
fn many_commitments_come_in_pages_and_each_stands_below_its_proposal() {
    const WHAT: &str = r#"{"do":"commitment.add","text":{"en":"Do this and that with the others in good time","ru":"Сделать то и это вместе с другими и в срок"},"owner":"S20","due":"2018-02-15","proposal":"P02"}"#;
    let mut more = vec![WHAT; 14];
    more.push(r#"{"do":"stage.show","view":"commitments"}"#);
    let text = seen("many_commitments", AT, &with(&more));
    assert!(text.contains("✓ P02"), "{text}");
    let mut stage = super::wall(AT, &with(&more));
    let second = stage.size(80, 24).keys("right").screen();
    assert!(second.contains("2 / ") && second.contains("P02"), "named again: {second}");
}

#[test]
fn a_long_result_turns_to_where_something_has_just_happened() {
    let mut commands = vec![
        r#"{"do":"vote.prepare","id":"v2","title":{"en":"All eleven","ru":"Все одиннадцать"},"options":["P01","P02","P03","P04","P05","P06","P07","P08","P09","P10","P11"],"method":"dots","dots":9,"cap":3,"seats":3,"secret":false}"#,
        r#"{"do":"vote.waive","vote":"v2","gate":"number","reason":"a test"}"#,
        r#"{"do":"stage.show","view":"vote","of":"v2"}"#,
    ];
    // What will be asked, before it is open.
    let asked = seen("asked", AT, &commands);
    assert!(asked.contains("P01") && asked.contains("Все одиннадцать"), "{asked}");
    commands.extend([
        r#"{"do":"vote.open","vote":"v2"}"#,
        r#"{"do":"vote.cast","vote":"v2","seat":"S01","votes":{"P11":3,"P10":2,"P09":1}}"#,
        r#"{"do":"vote.close","vote":"v2"}"#,
        r#"{"do":"vote.reveal","vote":"v2"}"#,
    ]);
    let step = |step: &'static str| {
        let mut all = commands.clone();
        all.push(step);
        let mut stage = super::wall(AT, &all);
        stage.size(80, 24).screen()
    };
    // Eight share the last place; then one after the other.
    let first = step(r#"{"do":"stage.show","view":"reveal","of":"v2","step":1}"#);
    let last = step(r#"{"do":"stage.show","view":"reveal","of":"v2","step":4}"#);
    assert!(!first.contains("   1 ") && last.contains("   1 ") && last.contains("1 / "), "{first}{last}");
    commands.push(r#"{"do":"stage.show","view":"reveal","of":"v2"}"#);
    seen("long_reveal", AT, &commands);
}

#[test]
fn a_tie_stands_on_one_page() {
    let mut stage = super::wall(
        AT,
        &[
            r#"{"do":"vote.prepare","id":"v7","title":{"en":"Which?","ru":"Что?"},"options":["P01","P02","P03","P04","P05","P06","P07"],"method":"dots","dots":3,"cap":2,"seats":2,"secret":false}"#,
            r#"{"do":"vote.open","vote":"v7"}"#,
            r#"{"do":"vote.cast","vote":"v7","seat":"S01","votes":{"P01":2,"P02":1}}"#,
            r#"{"do":"vote.cast","vote":"v7","seat":"S02","votes":{"P01":2,"P02":1}}"#,
            r#"{"do":"vote.cast","vote":"v7","seat":"S03","votes":{"P03":2,"P02":1}}"#,
            r#"{"do":"vote.cast","vote":"v7","seat":"S04","votes":{"P04":1,"P05":1}}"#,
            r#"{"do":"vote.close","vote":"v7"}"#,
            r#"{"do":"vote.reveal","vote":"v7"}"#,
        ],
    );
    for (step, place) in [(1, "6="), (2, "4=")] {
        stage.command(&format!(r#"{{"do":"stage.show","view":"reveal","of":"v7","step":{step}}}"#));
        let text = stage.size(80, 24).screen();
        assert_eq!(text.matches(place).count(), 2, "{text}");
    }
}
