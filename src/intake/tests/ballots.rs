//! Ballots from a list.

use super::*;

pub(super) fn voting() -> Desk {
    let mut desk = Desk::default();
    desk.import(Kind::People, PARTICIPANTS);
    desk.import(Kind::Proposals, PROPOSALS);
    desk.say(r#"{"do":"vote.prepare","id":"v","title":"Dots","options":["Q01","Q02","Q03"],"method":"dots","dots":3,"cap":2}"#);
    desk.say(r#"{"do":"vote.open","vote":"v"}"#);
    desk
}

#[test]
fn ballots_are_cast_once_and_corrected_when_they_differ() {
    let mut desk = voting();
    let list = "seat,Q01,Q02 Model law,Инструмент расчета затрат на выездную иммунизацию,remark\nT01,2,1,,good\nDelegate 1\\, x,,,,\n";
    let list = list
        .replace("Delegate 1\\, x", "\"Interpreter\"")
        .replace("\"Interpreter\",,,,", "\"Interpreter\",x,,•,");
    let plan = desk.plan(Kind::Ballots, &list).unwrap();
    assert_eq!(plan.unmatched, ["remark"]);
    assert_eq!(desk.import(Kind::Ballots, &list), (2, 0, 0));
    assert_eq!(desk.import(Kind::Ballots, &list), (0, 0, 2));
    let second = "место;бюллетень;Q01;Q02;Q03\nT01;;1;1;1\n;7;0;0;0\n;8;;;\n";
    assert_eq!(desk.import(Kind::Ballots, second), (1, 1, 0));
    let plan = desk.plan(Kind::Ballots, "paper,Q01,Q02\n9,3,2\n10,,\n").unwrap();
    assert_eq!(
        plan.notes,
        [
            Note::OptionWithoutColumn { option: "Q03".into() },
            Note::OverBudget { line: 2, given: 5, most: 3 },
            Note::OverCap { line: 2, option: "Q01".into(), most: 2 },
            Note::NoBallot { line: 3 },
        ]
    );
}

#[test]
fn ballots_that_belong_nowhere_are_refused() {
    let desk = voting();
    let fault = |text: &str| desk.plan(Kind::Ballots, text).unwrap_err();
    assert_eq!(fault("seat,Q05\nT01,1\n"), Fault::NotAnOption { column: "Q05".into() });
    assert_eq!(fault("seat,colour\nT01,1\n"), Fault::NoOptionColumn);
    assert_eq!(fault("seat,Q01\nT99,1\n"), Fault::UnknownSeat { line: 2, seat: "T99".into() });
    assert_eq!(fault("seat,paper,Q01\nT01,4,1\n"), Fault::SeatOrPaper { line: 2 });
    assert_eq!(fault("paper,Q01\n4,1\n4,1\n"), Fault::SameId { first: 2, line: 3, id: "4".into() });
    assert_eq!(
        fault("paper,Q01,Q01\n4,1,1\n"),
        Fault::ColumnTwice { field: "option", first: "Q01".into(), second: "Q01".into() }
    );
    assert_eq!(fault("vote,paper,Q01\nw,4,1\n"), Fault::UnknownVote { line: 2, vote: "w".into() });
    assert_eq!(Desk::default().plan(Kind::Ballots, "paper,Q01\n4,1\n"), Err(Fault::NoOpenVote));
}
