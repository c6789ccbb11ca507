//! Files as they come, files that contradict themselves, and there and back.

use proptest::prelude::*;

use super::*;
use crate::tally::pabulib::fault::Section;
use crate::tally::shares::equal_shares;

/// A file of points.
const DOTS: &str = "META\nkey;value\ndescription;A hall\nnum_projects;3\nnum_votes;2\nbudget;2\nvote_type;cumulative\n\
max_sum_points;3\nPROJECTS\nproject_id;cost\na;1\nb;1\nc;1\nVOTES\nvoter_id;vote;points\nv1;a,b;2,1\nv2;c;3\n";

fn fault(text: &str) -> (u64, Kind) {
    let fault = read(text).unwrap_err();
    (fault.line, fault.kind)
}

/// The fault of the file above with something else in it.
fn with(old: &str, new: &str) -> (u64, Kind) {
    assert!(DOTS.contains(old), "{old}");
    fault(&DOTS.replacen(old, new, 1))
}

#[test]
fn a_file_is_read() {
    let read = read(DOTS).unwrap();
    assert_eq!(
        read.meta,
        [("description", "A hall"), ("max_sum_points", "3")].map(|(k, v)| (k.into(), v.into()))
    );
    assert_eq!((read.vote_type, read.budget.to_string()), (VoteType::Cumulative, "2".to_owned()));
    let votes: Vec<_> = read.voters[0].votes.iter().map(|v| (v.project, v.points.to_string())).collect();
    assert_eq!(votes, [(0, "2".to_owned()), (1, "1".to_owned())]);
}

#[test]
fn what_editors_and_spreadsheets_do_to_a_file_does_not_matter() {
    let same = read(DOTS).unwrap();
    let crlf = DOTS.replace('\n', "\r\n");
    let padded: String = DOTS.lines().map(|line| format!("{line};;\n")).collect();
    let mac = DOTS.replace('\n', "\r");
    let gaps = DOTS.replace('\n', "\n\n").replace(';', " ; ");
    let columns = DOTS
        .replace("project_id;cost", "project_id;cost;category")
        .replace(";1\n", ";1;\"sport; culture\"\n");
    for text in
        [&crlf, &padded, &mac, &gaps, &columns, &format!("\u{feff}{DOTS}"), &DOTS.replace("META", "meta")]
    {
        assert_eq!(read(text), Ok(same.clone()), "{text:?}");
    }
    assert_eq!(read(DOTS.trim_end()), Ok(same));
}

#[test]
fn a_file_cut_short_is_refused_wherever_it_is_cut() {
    for end in 0..DOTS.trim_end().len() {
        let cut = DOTS.get(..end).unwrap();
        // A last number that has lost digits cannot be told from another; in this file none has two.
        assert!(read(cut).is_err(), "{cut:?}");
    }
    assert_eq!(fault(""), (1, Kind::NoSection(Section::Meta)));
    assert_eq!(with("v2;c;3\n", ""), (5, Kind::Count { section: Section::Votes, said: 2, found: 1 }));
    assert_eq!(with("c;1\n", ""), (16, Kind::NoSuchProject { voter: "v2".into(), project: "c".into() }));
    assert_eq!(with("v2;c;3\n", "v2;c"), (17, Kind::ShortRow { found: 2, columns: 3 }));
    let whole = DOTS.split("VOTES").next().unwrap();
    assert_eq!(fault(whole), (13, Kind::NoSection(Section::Votes)));
}

#[test]
fn what_contradicts_itself_is_refused_with_its_line() {
    let number = |field, text: &str, why| Kind::Number { field, text: text.to_owned(), why };
    assert_eq!(with("b;1\n", "b;-1\n"), (12, number("cost", "-1", NotDecimal::Negative)));
    assert_eq!(with("b;1\n", "b;one\n"), (12, number("cost", "one", NotDecimal::Number)));
    assert_eq!(with("b;1\n", "\n\nb;\n"), (14, number("cost", "", NotDecimal::Number)));
    assert_eq!(with("budget;2", "budget;-2"), (6, number("budget", "-2", NotDecimal::Negative)));
    assert_eq!(with("v1;a,b;2,1", "v1;a,b;2,-1"), (16, number("points", "-1", NotDecimal::Negative)));
    assert_eq!(with("num_votes;2", "num_votes;two"), (5, number("num_votes", "two", NotDecimal::Number)));
    let points = |projects, points| Kind::Points { voter: "v1".into(), projects, points };
    assert_eq!(with("v1;a,b;2,1", "v1;a,b;3"), (16, points(2, 1)));
    assert_eq!(with("v1;a,b;2,1", "v1;;1"), (16, points(0, 1)));
    let more =
        |given: &str| Kind::TooManyPoints { voter: "v1".into(), given: given.into(), allowed: "3".into() };
    assert_eq!(with("v1;a,b;2,1", "v1;a,b;2,2"), (16, more("4")));
    assert_eq!(with("v1;a,b;2,1", "v1;a,b;2,1.05"), (16, more("3.05")));
    let pair = |project: &str| ("v1".to_owned(), project.to_owned());
    let (voter, project) = pair("x");
    assert_eq!(with("v1;a,b", "v1;a,x"), (16, Kind::NoSuchProject { voter, project }));
    let (voter, project) = pair("a");
    assert_eq!(with("v1;a,b", "v1;a,a"), (16, Kind::ProjectTwice { voter, project }));
    let twice = |section, id: &str, first| Kind::IdTwice { section, id: id.into(), first };
    assert_eq!(with("v2;c", "v1;c"), (17, twice(Section::Votes, "v1", 16)));
    assert_eq!(with("c;1\n", "a;1\n"), (13, twice(Section::Projects, "a", 11)));
    assert_eq!(with("v2;c", ";c"), (17, Kind::NoId(Section::Votes)));
    assert_eq!(with("budget;2\n", ""), (1, Kind::NoKey("budget")));
    assert_eq!(with("description", "budget"), (6, Kind::KeyTwice("budget".into())));
    assert_eq!(with("cumulative", "veto"), (7, Kind::VoteType("veto".into())));
    assert_eq!(with("project_id;cost", "project_id;price"), (9, no_column(Section::Projects, "cost")));
    assert_eq!(with("vote;points", "vote;dots"), (14, no_column(Section::Votes, "points")));
    assert_eq!(with("a;1\n", "a;1;2\n"), (11, Kind::LongRow { found: 3, columns: 2 }));
    assert_eq!(with("VOTES", "PROJECTS"), (14, Kind::SectionTwice(Section::Projects)));
    assert_eq!(with("META", "DATA"), (1, Kind::NotPabulib));
    let digits = Kind::Digits { field: "cost", text: "1000000000000".into() };
    assert_eq!(
        fault(&DOTS.replace("a;1\n", "a;1000000000000\n").replace("b;1\n", "b;0.000000001\n")),
        (11, digits)
    );
}

fn no_column(section: Section, column: &'static str) -> Kind {
    Kind::NoColumn { section, column }
}

#[test]
fn nothing_at_all_is_an_answer_too() {
    for (old, new) in
        [("budget;2", "budget;0"), ("v1;a,b;2,1", "v1;;"), ("a,b;2,1", "a,b;0,0"), ("a;1\n", "a;0\n")]
    {
        let election = read(&DOTS.replacen(old, new, 1)).unwrap().election(Utility::Dots).unwrap();
        let winners = equal_shares(&election).winners;
        let expected: &[usize] = match old {
            "budget;2" => &[],
            "a;1\n" => &[0, 1, 2],
            _ => &[2],
        };
        assert_eq!(winners, expected, "{new}");
    }
    let nobody = DOTS.replace("num_votes;2", "num_votes;0").replace("v1;a,b;2,1\nv2;c;3\n", "");
    let election = read(&nobody).unwrap().election(Utility::Dots).unwrap();
    assert!(equal_shares(&election).completed.is_empty());
}

#[test]
fn decimals_of_money_and_points_change_nothing_but_the_unit() {
    let fine = DOTS
        .replace("a;1\n", "a;1,00\n")
        .replace("b;1\n", "b;1.0\n")
        .replace("budget;2", "budget;2.05")
        .replace("v1;a,b;2,1", "v1;a,b;2.5,0.5");
    let election = read(&fine).unwrap().election(Utility::Dots).unwrap();
    assert_eq!((election.unit(), election.budget()), (100, 205));
    assert_eq!(election.ballots(), [vec![(0, 25), (1, 5)], vec![(2, 30)]]);
}

#[test]
fn a_ranking_gives_bordas_points() {
    let text = DOTS.replace("cumulative\nmax_sum_points;3", "ordinal").replace(";points", "");
    let text = text.replace("v1;a,b;2,1\nv2;c;3", "v1;c,a,b\nv2;b");
    let election = |utility| read(&text).unwrap().election(utility).unwrap();
    assert_eq!(election(Utility::Dots).ballots(), [vec![(2, 2), (0, 1)], vec![(1, 2)]]);
    assert_eq!(election(Utility::One).ballots(), [vec![(2, 1), (0, 1), (1, 1)], vec![(1, 1)]]);
}

fn id() -> impl Strategy<Value = String> {
    "[a-zа-я0-9\"][a-zа-я0-9;\" ]{0,4}[a-zа-я0-9\"]"
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (0_u32..1_000, 0_u32..100).prop_map(|(whole, part)| Decimal::read(&format!("{whole}.{part:02}")).unwrap())
}

fn instance() -> impl Strategy<Value = Instance> {
    let kinds = [VoteType::Approval, VoteType::Cumulative, VoteType::Ordinal, VoteType::Scoring];
    let ids = prop::collection::btree_set(id(), 1..6);
    let meta = prop::collection::btree_map(id(), "x[a-z;\"\n]{0,5}x", 0..4);
    let names = prop::option::of("[a-z,;\"]{1,6}");
    (prop::sample::select(kinds.to_vec()), ids, meta, decimal(), prop::collection::btree_set(id(), 0..6))
        .prop_flat_map(move |(vote_type, ids, meta, budget, voters)| {
            let places: Vec<u32> = (0..).take(ids.len()).collect();
            let votes = prop::sample::subsequence(places.clone(), 0..=places.len()).prop_shuffle();
            let ballots = prop::collection::vec(
                votes.prop_flat_map(|votes| {
                    let points = prop::collection::vec(decimal(), votes.len());
                    (Just(votes), points)
                }),
                voters.len(),
            );
            let costs = prop::collection::vec((decimal(), names.clone()), ids.len());
            (Just((vote_type, ids, meta, budget, voters)), costs, ballots)
        })
        .prop_map(|((vote_type, ids, meta, budget, voters), costs, ballots)| Instance {
            meta: meta.into_iter().collect(),
            vote_type,
            budget,
            projects: (ids.into_iter().zip(costs))
                .map(|(id, (cost, name))| Project { id, name, cost })
                .collect(),
            voters: (voters.into_iter().zip(ballots))
                .map(|(id, (chosen, points))| {
                    let points =
                        points.into_iter().map(|p| if vote_type.has_points() { p } else { 1.into() });
                    let votes = chosen.into_iter().zip(points);
                    Voter { id, votes: votes.map(|(project, points)| Vote { project, points }).collect() }
                })
                .collect(),
        })
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(instance in instance()) {
        let text = write(&instance).unwrap();
        let back = read(&text);
        prop_assert_eq!(back, Ok(instance), "{}", text);
    }

    #[test]
    fn no_text_breaks_the_reader(lines in prop::collection::vec("META|PROJECTS|VOTES|key;value|[a-z;,\"\r0-9-]{0,9}", 0..12)) {
        let _ = read(&lines.join("\n"));
    }
}

#[test]
fn what_would_come_back_as_something_else_is_not_written() {
    for id in ["", " a", "a ", "a,b", "votes", "META"] {
        let mut instance = read(DOTS).unwrap();
        instance.projects[0].id = id.to_owned();
        assert_eq!(write(&instance), Err(Unwritable::Id(id.to_owned())), "{id:?}");
    }
    let mut instance = read(DOTS).unwrap();
    instance.voters[0].votes[0].project = 9;
    assert_eq!(write(&instance), Err(Unwritable::NoSuchProject));
}
