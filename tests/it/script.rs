//! The scripted workshop of three days: every command of it is accepted on top of the bundled session.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use jiff::Timestamp;
use talkoot::report::findings;
use talkoot::report::outcome::{self, Outcome, Results};
use talkoot::tally::DecidedBy;
use talkoot::workshop::agenda::Progress;
use talkoot::workshop::command::{Command, Request};
use talkoot::workshop::id::EventId;
use talkoot::workshop::meeting::commands::StageCommand;
use talkoot::workshop::text::Lang;
use talkoot::workshop::thing::Thing;
use talkoot::workshop::votes::commands::VotesCommand;
use talkoot::workshop::votes::decide::open_gates;
use talkoot::workshop::votes::{Stage, Vote};
use talkoot::workshop::{Workshop, ideas, schedule};

use crate::common::device::{BEGIN, Device, fold};
use crate::common::dump::dump;

const SESSION: &str = include_str!("../../sessions/helsinki-2017.commands.jsonl");
const SCRIPT: &str = include_str!("workshop_script/commands.jsonl");

/// The bundled session with the script run on it; after each line of it somebody looks.
fn walked(mut look: impl FnMut(&Request, &Workshop)) -> Device {
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
        look(&request, &desk.workshop);
    }
    desk
}

/// The same, walked once for all tests that look at its end only.
fn played() -> &'static Device {
    static PLAYED: LazyLock<Device> = LazyLock::new(|| walked(|_, _| ()));
    &PLAYED
}

fn vote<'a>(w: &'a Workshop, name: &str) -> &'a Vote {
    w.votes.get(w.votes.find(name).unwrap()).unwrap()
}

#[test]
fn every_command_of_the_scripted_workshop_is_accepted() {
    let desk = played();
    let w = &desk.workshop;
    assert!(w.ideas.len() > 90 && w.commitments.len() == 14 && w.proposals.len() == 14);

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

/// The ids of these options.
fn ids(w: &Workshop, options: impl IntoIterator<Item = EventId>) -> BTreeSet<String> {
    options.into_iter().map(|option| w.proposals.label(option).into_owned()).collect()
}

fn outcome(w: &Workshop, name: &str) -> Option<Outcome> {
    outcome::result(w, w.votes.find(name).unwrap())
}

/// The totals of a vote, best first.
fn totals(w: &Workshop, name: &str) -> Vec<(String, u64)> {
    let rows = outcome(w, name).unwrap().rows;
    rows.iter().map(|row| (w.proposals.label(row.option).into_owned(), row.total)).collect()
}

/// Which vote a command is about.
fn vote_of(command: &Command) -> Option<&str> {
    Some(match command {
        Command::Votes(VotesCommand::VotePrepare(_)) => return None,
        Command::Votes(VotesCommand::VoteChange(c)) => &c.vote,
        Command::Votes(VotesCommand::VoteWaive(c)) => &c.vote,
        Command::Votes(VotesCommand::VoteDismiss(c)) => &c.vote,
        Command::Votes(VotesCommand::VoteProxy(c)) => &c.vote,
        Command::Votes(VotesCommand::VoteOpen(c)) => &c.vote,
        Command::Votes(VotesCommand::VoteCast(c)) => &c.vote,
        Command::Votes(VotesCommand::VoteCorrect(c)) => &c.vote,
        Command::Votes(VotesCommand::VoteCount(c)) => &c.vote,
        Command::Votes(VotesCommand::VoteClose(c)) => &c.vote,
        Command::Votes(VotesCommand::VoteReveal(c)) => &c.vote,
        _ => return None,
    })
}

#[test]
fn each_vote_of_the_script_is_what_it_should_be_after_each_of_its_steps() {
    let mut seen = Vec::new();
    let mut steps = Vec::new();
    let mut ballots = 0;
    walked(|request, w| {
        if let Command::Stage(StageCommand::StageShow(show)) = &request.command
            && show.view.as_ref() == "reveal"
        {
            let of = show.of.clone().unwrap();
            assert_eq!(vote(w, &of).stage(), Stage::Revealed);
            steps.push((of, show.step));
        }
        let prepared = request
            .id
            .as_deref()
            .filter(|_| matches!(request.command, Command::Votes(VotesCommand::VotePrepare(_))));
        let Some(name) = prepared.or_else(|| vote_of(&request.command)) else { return };
        let (verb, this) = (request.command.verb(), vote(w, name));
        if verb != "vote.cast" {
            seen.push(format!("{verb} {name}"));
        }
        // Until it is closed there is a turnout and nothing else.
        if this.stage() < Stage::Closed {
            assert!(outcome(w, name).is_none() && findings::of(w, this.key()).is_none(), "{verb} {name}");
        }
        match (verb, name) {
            ("vote.prepare", "v-1") => {
                assert_eq!(open_gates(w, this), ["languages", "duplicates"]);
                ballots = 0;
            }
            ("vote.dismiss", "v-1") => assert!(open_gates(w, this).is_empty()),
            ("vote.prepare", "v-2") => {
                // The run-off is among those who are tied, no more and no fewer, for the place that is owed.
                let owed = outcome(w, "v-1").unwrap().settled;
                assert_eq!(ids(w, this.options().iter().copied()), ids(w, owed.tied));
                assert_eq!(this.seats() as usize, owed.owed);
                ballots = 0;
            }
            ("vote.prepare", _) => ballots = 0,
            ("vote.open", _) => {
                assert!(open_gates(w, this).is_empty() && this.open_gates().is_empty(), "{name}");
                assert!(this.hash().is_some_and(|hash| hash.len() == 64) && this.order_seed().is_some());
                let of = findings::runoff_of(&Results::new(w), this)
                    .map(|of| w.votes.label(of.key()).into_owned());
                assert_eq!(of.as_deref(), (name == "v-2").then_some("v-1"));
            }
            ("vote.cast", _) => {
                ballots += 1;
                assert_eq!(outcome::turnout(w, this).ballots, ballots, "{name}");
            }
            ("vote.correct", _) => assert_eq!(outcome::turnout(w, this).ballots, ballots, "{name}"),
            ("vote.close", "v-1") => {
                let result = outcome(w, name).unwrap();
                assert_eq!((result.counted, result.turnout.seats), (42, 42));
                assert_eq!(
                    totals(w, name)[..4].iter().map(|row| row.1).collect::<Vec<_>>(),
                    [24, 16, 14, 14]
                );
                let line = result.rows.iter().filter(|row| row.on_the_line).map(|row| row.option);
                assert_eq!(
                    ids(w, line),
                    ["P01".to_owned(), "P13".to_owned()].into(),
                    "named before any rule"
                );
                assert_eq!(result.settled.decided_by, DecidedBy::Runoff);
                assert_eq!((result.settled.tied.len(), result.settled.owed), (2, 1));
                assert_eq!(ids(w, result.settled.forward), ["P02".to_owned(), "P04".to_owned()].into());
                assert!(result.late.is_empty() && result.torn.is_empty() && result.void.is_empty());
            }
            ("vote.close", "v-2") => {
                // It was 21 to 21 until a ballot that had been entered wrongly was put right.
                let result = outcome(w, name).unwrap();
                assert_eq!(totals(w, name), [("P13".to_owned(), 22), ("P01".to_owned(), 20)]);
                assert_eq!(ids(w, result.settled.forward), ["P13".to_owned()].into());
                assert_eq!((result.settled.decided_by, result.counted), (DecidedBy::Totals, 42));
                assert_eq!(findings::of(w, this.key()).unwrap().solid.flip, Some(1));
            }
            ("vote.close", "v-3") => {
                let result = outcome(w, name).unwrap();
                assert!(
                    result.turnout.hands && result.counted == 40 && findings::of(w, this.key()).is_none()
                );
                assert_eq!(ids(w, result.settled.forward), ["P04".to_owned()].into());
            }
            _ => (),
        }
    });
    let corrected = |name: &str| seen.iter().filter(|step| **step == format!("vote.correct {name}")).count();
    assert_eq!((corrected("v-1"), corrected("v-2")), (1, 1));
    let order: Vec<&str> = seen.iter().map(String::as_str).collect();
    let path = [
        "vote.prepare v-1",
        "vote.waive v-1",
        "vote.dismiss v-1",
        "vote.proxy v-1",
        "vote.open v-1",
        "vote.close v-1",
        "vote.reveal v-1",
        "vote.prepare v-2",
        "vote.proxy v-2",
        "vote.open v-2",
        "vote.close v-2",
        "vote.reveal v-2",
        "vote.count v-3",
        "vote.reveal v-3",
        "vote.open v-4",
    ];
    let places: Vec<usize> =
        path.iter().map(|step| order.iter().position(|seen| seen == step).expect(step)).collect();
    assert!(places.is_sorted(), "{order:?}");
    let on_wall = |of: &str| {
        let steps = steps.iter().filter(|(vote, _)| &**vote == of);
        steps.map(|(_, step)| *step).collect::<Vec<_>>()
    };
    assert_eq!(on_wall("v-1"), [Some(0), Some(11), None]);
    assert_eq!(on_wall("v-2"), [Some(0), Some(1), Some(2)]);
}

#[test]
fn what_the_votes_said_is_what_goes_forward_and_the_last_one_is_open() {
    let w = &played().workshop;
    let votes = ["v-1", "v-2"].map(|name| ids(w, outcome(w, name).unwrap().settled.forward));
    let forward = w.proposals.iter().filter(|proposal| proposal.state() == "going-forward");
    assert_eq!(ids(w, forward.map(Thing::key)), &votes[0] | &votes[1]);
    let open: Vec<_> = w.votes.iter().filter(|vote| vote.stage() == Stage::Open).collect();
    assert_eq!(ids(w, open[0].options().iter().copied()), &votes[0] | &votes[1]);
    let turnout = outcome::turnout(w, open[0]);
    assert_eq!((open.len(), turnout.ballots), (1, 21), "somebody can go on with it");
    assert!(turnout.seats > turnout.ballots && open[0].counted().is_empty());
    // Who was away had somebody to vote for them.
    let proxies = |name: &str| vote(w, name).proxies_given().count();
    assert_eq!((proxies("v-1"), proxies("v-2")), (1, 2));
}

#[test]
fn the_script_is_in_the_order_of_time_and_uses_most_verbs() {
    let requests: Vec<Request> = SCRIPT.lines().map(|line| Request::read(line).unwrap()).collect();
    assert!(requests.len() > 300);
    let times: Vec<Timestamp> = requests.iter().map(|request| request.at.unwrap()).collect();
    assert!(times.is_sorted());
    let verbs: BTreeSet<&str> = requests.iter().map(|request| request.command.verb()).collect();
    assert!(verbs.len() * 10 > talkoot::workshop::command::verbs().count() * 5, "{verbs:?}");
}

#[test]
fn the_scripted_workshop_folds_alike_backwards() {
    let desk = played();
    let events = desk.events();
    assert_eq!(dump(&fold(events.iter().rev())), dump(&desk.workshop));
    assert!(events.iter().all(|event| desk.workshop.event(event.id).is_some()));
    assert_eq!(desk.workshop.items.iter().map(Thing::key).count(), 36);
}
