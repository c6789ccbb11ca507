//! The scripted workshop of three days: every command of it is accepted on top of the bundled session.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test says what it missed"
)]

mod common;

use std::collections::BTreeSet;

use common::device::{BEGIN, Device, fold};
use common::dump::dump;
use jiff::Timestamp;
use talkoot::tally::{Ballot, Budget, count, cut, faults};
use talkoot::workshop::agenda::Progress;
use talkoot::workshop::command::{Request, VERBS};
use talkoot::workshop::text::Lang;
use talkoot::workshop::thing::Thing;
use talkoot::workshop::votes::{Stage, Vote};
use talkoot::workshop::{Workshop, ideas, schedule};

const SESSION: &str = include_str!("../sessions/helsinki-2017.commands.jsonl");
const SCRIPT: &str = include_str!("workshop_script/commands.jsonl");

/// The bundled session with the script run on it.
fn played() -> Device {
    let mut maker = Device::new(0x77, 0);
    SESSION.lines().for_each(|line| drop(maker.must(line)));
    let mut desk = Device::new(0, 0);
    for mut event in maker.events() {
        event.frame.base = true;
        desk.take(&event, BEGIN);
    }
    for (number, line) in SCRIPT.lines().enumerate() {
        let request = Request::read(line).unwrap_or_else(|refusal| panic!("line {}: {refusal}", number + 1));
        let now = request.at.expect("every line says when");
        desk.obey(&request, now).unwrap_or_else(|refusal| panic!("line {}: {line}: {refusal}", number + 1));
    }
    desk
}

fn vote<'a>(w: &'a Workshop, name: &str) -> &'a Vote {
    w.votes.get(w.votes.find(name).unwrap()).unwrap()
}

#[test]
fn every_command_of_the_scripted_workshop_is_accepted() {
    let desk = played();
    let w = &desk.workshop;
    assert!(w.ideas.len() > 90 && w.commitments.len() == 14 && w.proposals.len() == 14);

    // Everybody voted; the third place is tied in the first vote, the first in the second.
    let first = vote(w, "v-1");
    assert_eq!((first.stage(), first.counted().len()), (Stage::Revealed, 42));
    let budget = Budget { dots: first.dots(), cap: first.cap() };
    let ballots: Vec<Ballot<_>> = first
        .counted()
        .into_iter()
        .map(|(voter, votes)| Ballot {
            id: format!("{voter:?}"),
            votes: votes.iter().map(|(o, n)| (*o, *n)).collect(),
        })
        .collect();
    assert!(ballots.iter().all(|ballot| faults(&ballot.votes, first.options(), budget).is_empty()));
    let rows = count(first.options(), &ballots);
    let tie = cut(&rows, first.seats() as usize);
    assert!(tie.tied.len() > tie.owed && tie.owed > 0, "a tie on the cut line");
    let second = vote(w, "v-2");
    assert_eq!((second.stage(), second.voters().count(), second.counted().len()), (Stage::Open, 42, 0));

    // All of the agenda was held, in its order, and the clock of nothing is still running.
    let now: Timestamp = "2017-11-30T13:00:00+02:00".parse().unwrap();
    let slots = schedule::slots(&w.meeting, &w.items, now);
    assert!(slots.iter().all(|slot| matches!(slot.progress, Progress::Ended { .. })));
    assert!(slots.windows(2).all(|pair| pair[0].expected_end <= pair[1].expected));
    assert!(slots.iter().any(|slot| slot.missed.is_some()) && slots.iter().any(|slot| slot.missed.is_none()));

    // Both languages, from many rooms, and merges that hold.
    let standing: Vec<_> = ideas::standing(&w.ideas).collect();
    let of = |lang| standing.iter().filter(|idea| idea.text.get(lang).is_some()).count();
    assert!(of(Lang::En) > 40 && of(Lang::Ru) > 40);
    let rooms: BTreeSet<&str> = w.ideas.iter().map(|idea| idea.room()).collect();
    assert!(rooms.len() > 15);
    assert!(ideas::merged(&w.ideas).len() >= 10);

    // Whoever was there sat in one room, and nobody else did.
    for round in w.rounds.iter() {
        let seated: BTreeSet<_> = round.seated().map(|(person, _)| person).collect();
        assert!((37..=42).contains(&seated.len()), "{}", seated.len());
    }
}

#[test]
fn the_script_is_in_the_order_of_time_and_uses_most_verbs() {
    let requests: Vec<Request> = SCRIPT.lines().map(|line| Request::read(line).unwrap()).collect();
    assert!(requests.len() > 300);
    let times: Vec<Timestamp> = requests.iter().map(|request| request.at.unwrap()).collect();
    assert!(times.is_sorted());
    let verbs: BTreeSet<&str> = requests.iter().map(|request| request.command.verb()).collect();
    assert!(verbs.len() * 10 > VERBS.len() * 5, "{verbs:?}");
}

#[test]
fn the_scripted_workshop_folds_alike_backwards() {
    let desk = played();
    let events = desk.events();
    assert_eq!(dump(&fold(events.iter().rev())), dump(&desk.workshop));
    assert!(events.iter().all(|event| desk.workshop.event(event.id).is_some()));
    assert_eq!(desk.workshop.items.iter().map(Thing::key).count(), 36);
}
