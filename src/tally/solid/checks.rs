//! Solidity against its definition: every replacement of so many ballots by every valid ballot.

use proptest::prelude::*;

use super::*;
use crate::tally::cut::Goes;
use crate::tally::solid::flip::Flip;
use crate::tally::{Book, Budget, Mark, Method, Points, Profile, Tie, settle};

fn profile(ballots: &[Vec<Mark>], options: usize, method: Method) -> Profile {
    let mut book = Book::default();
    for (number, marks) in ballots.iter().enumerate() {
        book.add(&number.to_string(), 0, &mut marks.clone());
    }
    let sorted = book.sort_out(options, method);
    assert!(sorted.set_aside.is_empty());
    sorted.profile
}

/// Every valid ballot.
fn valid(options: usize, method: Method) -> Vec<Vec<Mark>> {
    let (_, most) = method.range(options);
    let mut all: Vec<Vec<Mark>> = vec![vec![]];
    for option in 0..options as u32 {
        let mut more = all.clone();
        for value in 1..=most {
            more.extend(all.iter().map(|marks| {
                let mut marks = marks.clone();
                marks.push(Mark { option, value: Some(value) });
                marks
            }));
        }
        all = more;
    }
    all.retain(|marks| method.faults(marks, options).is_empty());
    all
}

fn goes(ballots: &[Vec<Mark>], options: usize, method: Method, seats: usize, tie: Tie) -> Vec<Goes> {
    let points = Points::of(&profile(ballots, options, method));
    settle(&points.totals().rows(), seats, tie).goes(options)
}

/// Whether some replacement of exactly `few` of the ballots from `begin` on gives another result.
fn can_change(
    ballots: &mut Vec<Vec<Mark>>,
    begin: usize,
    few: usize,
    all: &[Vec<Mark>],
    differs: &dyn Fn(&[Vec<Mark>]) -> bool,
) -> bool {
    if few == 0 {
        return differs(ballots);
    }
    for place in begin..ballots.len() {
        let before = ballots[place].clone();
        for ballot in all {
            ballots[place].clone_from(ballot);
            if can_change(ballots, place + 1, few - 1, all, differs) {
                return true;
            }
        }
        ballots[place] = before;
    }
    false
}

fn election(
    method: Method,
    options: usize,
    most: usize,
) -> impl Strategy<Value = (Vec<Vec<Mark>>, usize, Tie)> {
    let ballots = prop::collection::vec(prop::sample::select(valid(options, method)), 0..=most);
    let tie = prop_oneof![
        Just(Tie::All),
        Just(Tie::Supporters),
        Just(Tie::Runoff),
        (0_u64..4).prop_map(|seed| Tie::Lot { seed })
    ];
    (ballots, 0..=options, tie)
}

fn check(method: Method, options: usize, ballots: &[Vec<Mark>], seats: usize, tie: Tie) {
    let before = goes(ballots, options, method, seats, tie);
    let all = valid(options, method);
    let differs = |now: &[Vec<Mark>]| goes(now, options, method, seats, tie) != before;
    let fewest = (1..=ballots.len())
        .find(|few| can_change(&mut ballots.to_vec(), 0, *few, &all, &differs))
        .map(|few| few as u64);
    let points = Points::of(&profile(ballots, options, method));
    let found = flip(&points, &points.totals(), seats, tie);
    if found.exact {
        assert_eq!(found.ballots, fewest, "{ballots:?}, {seats} seats, {tie:?}");
    } else {
        assert!(found.ballots.is_none_or(|bound| fewest.is_some_and(|few| few <= bound)));
        assert!(matches!(tie, Tie::Lot { .. } | Tie::All));
    }
}

const DOTS: Method = Method::Dots(Budget { dots: 2, cap: 1 });
const HEAPED: Method = Method::Dots(Budget { dots: 2, cap: 2 });

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..ProptestConfig::default() })]

    #[test]
    fn the_flip_of_dots_is_the_fewest_there_are((ballots, seats, tie) in election(DOTS, 4, 3)) {
        check(DOTS, 4, &ballots, seats, tie);
    }

    #[test]
    fn the_flip_of_heaped_dots_is_the_fewest_there_are((ballots, seats, tie) in election(HEAPED, 3, 4)) {
        check(HEAPED, 3, &ballots, seats, tie);
    }

    #[test]
    fn the_flip_of_approvals_is_the_fewest_there_are((ballots, seats, tie) in election(Method::Approval, 3, 4)) {
        check(Method::Approval, 3, &ballots, seats, tie);
    }

    #[test]
    fn the_flip_of_ranks_is_the_fewest_there_are((ballots, seats, tie) in election(Method::Rank, 3, 2)) {
        check(Method::Rank, 3, &ballots, seats, tie);
    }

    #[test]
    fn the_flip_of_scores_is_the_fewest_there_are((ballots, seats, tie) in election(Method::Score, 2, 3)) {
        check(Method::Score, 2, &ballots, seats, tie);
    }
}

#[test]
fn a_clear_majority_takes_many_and_a_seat_for_all_cannot_be_lost() {
    let one = |option| vec![Mark { option, value: Some(1) }];
    let ballots: Vec<_> = std::iter::repeat_n(one(0), 30).chain(std::iter::repeat_n(one(1), 12)).collect();
    let points = Points::of(&profile(&ballots, 2, Method::Approval));
    let few = flip(&points, &points.totals(), 1, Tie::Runoff);
    assert_eq!(few, Flip { ballots: Some(9), exact: true }, "9 · 2 = 30 − 12 draws level");
    assert_eq!(flip(&points, &points.totals(), 2, Tie::Runoff).ballots, None);
    assert_eq!(resampled(&points, &points.totals(), 2, Tie::Runoff, 7), Some(RESAMPLES));
    let same = resampled(&points, &points.totals(), 1, Tie::Runoff, 7).unwrap();
    // By the normal approximation the leader keeps ahead in 99.8 of 100.
    assert!((985..=1_000).contains(&same), "{same}");
}
