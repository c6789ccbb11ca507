//! Votes: nothing shown before the close, nobody counted twice, nothing counted that came too late.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;
use talkoot::tally::{Ballot, count};
use talkoot::workshop::Workshop;
use talkoot::workshop::event::{Event, EventKind};
use talkoot::workshop::thing::Thing;
use talkoot::workshop::votes::events::VoteEvent;
use talkoot::workshop::votes::{Stage, Vote, Voter, ballot_rules};

use super::play::{Step, play, skews, steps, union};
use crate::common::device::{Device, fold, laptops};

fn check(w: &Workshop) {
    for vote in w.votes.iter() {
        let counted = vote.counted();
        if vote.stage() < Stage::Closed {
            assert!(counted.is_empty() && vote.late().is_empty(), "hidden until closed");
            continue;
        }
        let voters: BTreeSet<Voter> = counted.iter().map(|(voter, _)| *voter).collect();
        assert_eq!(voters.len(), counted.len(), "nobody is counted twice");
        if vote.is_opened_twice() || is_budgeted_anew(w, vote) {
            // Ballots filled in by the other opening's rules, or before there were fewer dots, are sorted out and named by the count.
            continue;
        }
        let ballots: Vec<Ballot<_>> = counted
            .iter()
            .map(|(voter, votes)| Ballot {
                id: format!("{voter:?}"),
                votes: votes.iter().map(|(option, dots)| (*option, *dots)).collect(),
            })
            .collect();
        let mut sums: BTreeMap<_, u64> = BTreeMap::new();
        for (_, votes) in &counted {
            assert_eq!(ballot_rules::faults(votes, vote.ballot_rules()), [], "by the rules of the vote");
            for (option, dots) in votes.iter() {
                assert!(vote.options().contains(option), "for an option of this vote");
                *sums.entry(*option).or_default() += u64::from(*dots);
            }
        }
        for row in count(vote.options(), &ballots) {
            assert_eq!(
                row.total,
                sums.get(&row.option).copied().unwrap_or(0),
                "totals are the sum of the ballots"
            );
        }
    }
}

/// Whether its dots were ever changed while it was open.
fn is_budgeted_anew(w: &Workshop, vote: &Vote) -> bool {
    let budget = |event: &Event| matches!(&event.kind, EventKind::Vote(VoteEvent::Budget(set)) if set.of == vote.key());
    w.events().any(|event| budget(event))
}

/// The votes of a workshop with what was counted in each.
fn results(w: &Workshop) -> BTreeMap<talkoot::workshop::id::EventId, String> {
    let closed = w.votes.iter().filter(|vote| vote.stage() >= Stage::Closed);
    closed.map(|vote| (vote.key(), format!("{:?} {}", vote.counted(), vote.dots()))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn ballots_are_counted_once_and_only_when_closed(skews in skews(), steps in steps(60)) {
        let laptops = play(skews, &steps);
        laptops.iter().for_each(|laptop| check(&laptop.workshop));
        check(&fold(&union(&laptops)));
    }

    #[test]
    fn a_result_does_not_change_with_what_comes_later(
        skews in skews(), before in steps(30), apart in steps(30),
        ballots in prop::collection::vec((0..3_usize, 1..5_u8, 1..4_u8, 0..3_u32), 0..12),
    ) {
        let mut laptops = play(skews, &before);
        let _ = laptops[0].tell(r#"{"do":"vote.open","vote":"v1"}"#);
        let desk = laptops[0].clone();
        laptops.iter_mut().for_each(|laptop| laptop.join(&desk));
        for (on, person, option, dots) in ballots {
            for verb in ["cast", "correct"] {
                let _ = laptops[on].tell(&format!(
                    r#"{{"do":"vote.{verb}","vote":"v1","seat":"p{person}","votes":{{"P{option}":{dots}}}}}"#
                ));
            }
        }
        let _ = laptops[0].tell(r#"{"do":"vote.close","vote":"v1"}"#);
        let results_before = results(&laptops[0].workshop);
        // The others work on without knowing, but close nothing.
        for step in &apart {
            if let Step::Do(on, draw) = step {
                let verb = crate::common::requests::verb(draw[0]);
                if verb != "vote.close" && *on != 0 {
                    let known = super::play::known(&laptops[*on]);
                    let request = crate::common::requests::request(verb, *draw, &known);
                    let _ = laptops[*on].obey(&request, super::play::time(200));
                }
            }
        }
        let others = [laptops[1].clone(), laptops[2].clone()];
        others.iter().for_each(|other| laptops[0].join(other));
        let alone = |w: &Workshop, key| w.votes.get(key).is_some_and(|vote: &Vote| !vote.is_closed_twice());
        let after = results(&laptops[0].workshop);
        for (vote, result) in results_before.iter().filter(|(vote, _)| alone(&laptops[0].workshop, **vote)) {
            prop_assert_eq!(after.get(vote), Some(result));
        }
        check(&laptops[0].workshop);
    }
}

/// What is done with a ballot: on which laptop, what, whose, for which option, how many dots.
type Typed = (usize, u8, u8, u8, u32);

/// Ballots entered, put right, typed again and taken back on three laptops that join now and then.
fn typed(all: &[Typed]) -> Vec<Device> {
    let mut laptops = opened();
    for (on, what, person, option, dots) in all {
        let ballot = |verb: &str| {
            format!(r#"{{"do":"vote.{verb}","vote":"v1","seat":"p{person}","votes":{{"P{option}":{dots}}}}}"#)
        };
        let _ = match what {
            0 => laptops[*on].tell(&ballot("cast")),
            1 => laptops[*on].tell(&ballot("correct")),
            2 => laptops[*on].tell(r#"{"do":"undo"}"#),
            3 => {
                let other = laptops[usize::from(*person) % 3].clone();
                laptops[*on].join(&other);
                continue;
            }
            _ => laptops[*on].tell(&ballot("check")),
        };
    }
    laptops
}

fn typings() -> impl Strategy<Value = Vec<Typed>> {
    prop::collection::vec((0..3_usize, 0..8_u8, 1..5_u8, 1..3_u8, 1..3_u32), 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn a_second_entry_changes_nothing_that_counts(all in typings()) {
        let mut laptops = typed(&all);
        let others = [laptops[1].clone(), laptops[2].clone()];
        others.iter().for_each(|other| laptops[0].join(other));
        // The opening may have been taken back.
        let _ = laptops[0].tell(r#"{"do":"vote.close","vote":"v1"}"#);
        let with = laptops[0].events();
        let without = with.iter().filter(|event| !matches!(event.kind, EventKind::Vote(VoteEvent::Checked(_))));
        let (with, without) = (fold(&with), fold(without));
        let of = |w: &Workshop| -> Vec<String> {
            w.votes
                .iter()
                .map(|vote| {
                    let voters: Vec<Voter> = vote.voters().collect();
                    format!("{:?} {voters:?} {:?} {:?} {}", vote.counted(), vote.contradicting(), vote.late(), vote.ballots_in())
                })
                .collect()
        };
        prop_assert_eq!(of(&with), of(&without));
    }

    #[test]
    fn the_differences_are_the_ballots_whose_two_readings_differ(all in typings()) {
        let laptops = typed(&all);
        let joined = fold(&union(&laptops));
        for w in laptops.iter().map(|laptop| &laptop.workshop).chain([&joined]) {
            let vote = w.votes.get(w.votes.find("v1").unwrap()).unwrap();
            let mut last = BTreeMap::new();
            for event in w.events().filter(|event| w.counts(event.id)) {
                if let EventKind::Vote(VoteEvent::Checked(checked)) = &event.kind {
                    last.insert(Voter::Seat(checked.seat.unwrap()), checked.votes.clone());
                }
            }
            let Some(second) = vote.second_entry() else {
                prop_assert!(last.is_empty());
                continue;
            };
            let differ: BTreeSet<Voter> = second.differ.iter().map(|difference| difference.voter).collect();
            let expected: BTreeSet<Voter> =
                last.iter().filter(|(voter, votes)| !vote.is_ballot(**voter, votes)).map(|(voter, _)| *voter).collect();
            prop_assert_eq!(&differ, &expected);
            prop_assert_eq!(second.agree, last.len() - expected.len());
            let entered = |voter: &Voter| vote.has_voted(*voter);
            prop_assert!(second.differ.iter().all(|difference| difference.entered == entered(&difference.voter)));
            prop_assert_eq!(second.unchecked, vote.voters().filter(|voter| !last.contains_key(voter)).count());
            prop_assert!(second.put_right <= second.agree);
        }
    }
}

fn opened() -> Vec<Device> {
    let mut laptops = laptops([0, 0, 0]);
    laptops[0].must(r#"{"do":"vote.open","vote":"v1"}"#);
    let desk = laptops[0].clone();
    laptops.iter_mut().skip(1).for_each(|laptop| laptop.join(&desk));
    laptops
}

fn vote(device: &Device) -> &Vote {
    device.workshop.votes.get(device.workshop.votes.find("v1").unwrap()).unwrap()
}

fn seat(device: &Device, name: &str) -> Voter {
    Voter::Seat(device.workshop.people.find(name).unwrap())
}

#[test]
fn a_ballot_cast_after_the_closing_elsewhere_is_listed_and_not_counted() {
    let mut laptops = opened();
    laptops[0].must(r#"{"do":"vote.cast","vote":"v1","seat":"p1","votes":{"P1":2}}"#);
    laptops[0].must(r#"{"do":"vote.close","vote":"v1"}"#);
    laptops[1].must(r#"{"do":"vote.cast","vote":"v1","seat":"p2","votes":{"P2":2}}"#);
    let other = laptops[1].clone();
    laptops[0].join(&other);
    let desk = &laptops[0];
    assert_eq!(vote(desk).counted().len(), 1);
    assert_eq!(vote(desk).late(), [seat(desk, "p2")]);
    let line = r#"{"do":"vote.cast","vote":"v1","seat":"p3","votes":{"P2":2}}"#;
    assert_eq!(laptops[0].tell(line).unwrap_err().kind, "state");
}

#[test]
fn a_correction_or_an_undo_after_the_closing_elsewhere_leaves_the_result_alone() {
    for late in [r#"{"do":"vote.correct","vote":"v1","seat":"p1","votes":{"P2":1}}"#, r#"{"do":"undo"}"#] {
        let mut laptops = opened();
        laptops[1].must(r#"{"do":"vote.cast","vote":"v1","seat":"p1","votes":{"P1":2}}"#);
        let other = laptops[1].clone();
        laptops[0].join(&other);
        laptops[0].must(r#"{"do":"vote.close","vote":"v1"}"#);
        let before: Vec<_> =
            vote(&laptops[0]).counted().into_iter().map(|(voter, votes)| (voter, votes.clone())).collect();
        laptops[1].must(late);
        let other = laptops[1].clone();
        laptops[0].join(&other);
        let desk = &laptops[0];
        let after: Vec<_> =
            vote(desk).counted().into_iter().map(|(voter, votes)| (voter, votes.clone())).collect();
        assert_eq!((before.len(), before), (1, after));
        assert_eq!(vote(desk).late(), [seat(desk, "p1")], "but it is listed: {late}");
    }
}

#[test]
fn two_ballots_for_one_voter_apart_are_set_aside_until_one_is_put_right() {
    let mut laptops = opened();
    laptops[0].must(r#"{"do":"vote.cast","vote":"v1","seat":"p1","votes":{"P1":2}}"#);
    laptops[1].must(r#"{"do":"vote.cast","vote":"v1","seat":"p1","votes":{"P2":2}}"#);
    let other = laptops[1].clone();
    laptops[0].join(&other);
    let mut settled = laptops[0].clone();
    let desk = &mut laptops[0];
    assert_eq!(vote(desk).contradicting(), [seat(desk, "p1")]);
    desk.must(r#"{"do":"vote.close","vote":"v1"}"#);
    assert!(vote(desk).counted().is_empty(), "neither is counted");
    settled.must(r#"{"do":"vote.correct","vote":"v1","seat":"p1","votes":{"P2":1}}"#);
    assert!(vote(&settled).contradicting().is_empty());
    settled.must(r#"{"do":"vote.close","vote":"v1"}"#);
    assert_eq!(vote(&settled).counted().len(), 1);
}

#[test]
fn of_two_closings_apart_the_ballots_that_either_counted_are_counted() {
    let mut laptops = opened();
    laptops[0].must(r#"{"do":"vote.cast","vote":"v1","seat":"p1","votes":{"P1":2}}"#);
    laptops[1].must(r#"{"do":"vote.cast","vote":"v1","seat":"p2","votes":{"P2":2}}"#);
    laptops[0].must(r#"{"do":"vote.close","vote":"v1"}"#);
    laptops[1].must(r#"{"do":"vote.close","vote":"v1"}"#);
    let other = laptops[1].clone();
    laptops[0].join(&other);
    assert!(vote(&laptops[0]).is_closed_twice());
    assert_eq!(vote(&laptops[0]).counted().len(), 2);
    assert!(vote(&laptops[0]).late().is_empty());
}

#[test]
fn a_vote_changed_or_removed_here_and_opened_there_is_the_one_that_was_opened() {
    for change in [
        r#"{"do":"vote.change","vote":"v1","options":["P1","P2"],"dots":1,"cap":1}"#,
        r#"{"do":"vote.remove","vote":"v1"}"#,
    ] {
        let mut laptops = laptops([0, 0, 0]);
        laptops[0].must(r#"{"do":"vote.open","vote":"v1"}"#);
        laptops[0].must(r#"{"do":"vote.cast","vote":"v1","seat":"p1","votes":{"P3":2}}"#);
        laptops[1].must(change);
        let other = laptops[1].clone();
        laptops[0].join(&other);
        assert_eq!((vote(&laptops[0]).options().len(), vote(&laptops[0]).dots()), (3, 3), "{change}");
        laptops[0].must(r#"{"do":"vote.close","vote":"v1"}"#);
        check(&laptops[0].workshop);
        assert_eq!(vote(&laptops[0]).counted().len(), 1);
    }
}
