//! Hands that are counted instead of ballots, proxies, and devices that are not heard from.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::report::outcome::{self, Forward, result};
use crate::tally::DecidedBy;
use crate::workshop::thing::Thing as _;
use crate::workshop::votes::Vote;
use crate::workshop::votes::events::VoteEvent;

fn opened(rules: &str) -> Laptop {
    let mut laptop = Laptop::new(1);
    for option in ["A", "B", "C", "D"] {
        laptop.does(&format!(
            r#"{{"do":"proposal.add","id":"{option}","title":{{"en":"{option}","ru":"{option}"}}}}"#
        ));
    }
    laptop.does(&format!(
        r#"{{"do":"vote.prepare","id":"v","title":"Which?","options":["A","B","C","D"],"secret":false,"seats":2,{rules}}}"#
    ));
    laptop.does(r#"{"do":"vote.open","vote":"v"}"#);
    laptop
}

fn vote(laptop: &Laptop) -> &Vote {
    laptop.workshop.votes.get(laptop.workshop.votes.find("v").unwrap()).unwrap()
}

fn refusal(laptop: &Laptop, command: &str) -> &'static str {
    let now: Timestamp = "2017-11-28T07:00:00Z".parse().unwrap();
    let context = Context { now, who: "desk".into(), device: "d-1".into(), seed: 7, ballot_key: None };
    decide(&laptop.workshop, &Request::read(command).unwrap(), &context).unwrap_err().kind
}

const CLOSE: &str = r#"{"do":"vote.close","vote":"v"}"#;

#[test]
fn a_result_comes_of_hands_as_it_does_of_ballots() {
    for (tie, decided, third) in [
        ("runoff", DecidedBy::Runoff, Forward::Tied),
        ("all", DecidedBy::All, Forward::Yes),
        // The hands are the supporters: they cannot decide.
        ("supporters", DecidedBy::Runoff, Forward::Tied),
    ] {
        let mut laptop = opened(&format!(r#""method":"approval","tie":"{tie}""#));
        laptop.does(r#"{"do":"vote.count","vote":"v","hands":{"A":9,"C":17,"D":9},"voters":20}"#);
        let key = laptop.workshop.votes.find("v").unwrap();
        assert_eq!(result(&laptop.workshop, key), None, "nothing is told of an open vote");
        laptop.does(CLOSE);
        let outcome = result(&laptop.workshop, key).unwrap();
        let rows: Vec<_> =
            outcome.rows.iter().map(|row| (row.rank, row.total, row.supporters, row.share)).collect();
        assert_eq!(rows, [(1, 17, 17, 0.85), (2, 9, 9, 0.45), (2, 9, 9, 0.45), (4, 0, 0, 0.0)]);
        assert_eq!((&outcome.settled.decided_by, outcome.rows[2].forward), (&decided, third), "{tie}");
        assert!(outcome.rows[0].agreed && !outcome.rows[1].agreed && outcome.rows[1].on_the_line);
        assert_eq!((outcome.counted, outcome.turnout.hands), (20, true));
        let text = show::text(&laptop.workshop, What::Votes, &Messages::new(Lang::En), 200);
        assert!(text.contains("20 people asked to raise a hand"), "{text}");
        assert!(text.contains("Counted by show of hands, of so many people: 20"), "{text}");
        assert!(!text.contains("Ballots counted"), "{text}");
        assert_eq!(text.contains("supporters decide no tie"), tie == "supporters", "{text}");
        let view = told(What::Votes, &laptop.workshop);
        assert_eq!(view["votes"][0]["result"]["cast"], serde_json::Value::Null);
        // Closed is closed.
        assert_eq!(refusal(&laptop, r#"{"do":"vote.count","vote":"v","hands":{},"voters":9}"#), "state");
        assert_eq!(refusal(&laptop, r#"{"do":"undo"}"#), "disclosed");
    }
    let mut lot = opened(r#""method":"dots","dots":2,"cap":1,"tie":"lot""#);
    lot.does(r#"{"do":"vote.count","vote":"v","hands":{"A":5,"B":5,"C":5,"D":5},"voters":10}"#).does(CLOSE);
    let outcome = result(&lot.workshop, lot.workshop.votes.find("v").unwrap()).unwrap();
    assert_eq!(outcome.rows.iter().filter(|row| row.forward == Forward::Yes).count(), 2);
    assert!(matches!(outcome.settled.decided_by, DecidedBy::Lot { seed: 7, .. }));
}

proptest! {
    #[test]
    fn hands_give_what_the_ballots_they_stand_for_would_give(ballots in prop::collection::vec(0_u8..16, 1..12), tie in 0_usize..4) {
        let tie = crate::workshop::votes::TIES[tie];
        let rules = format!(r#""method":"approval","tie":"{tie}""#);
        let (mut cast, mut counted) = (opened(&rules), opened(&rules));
        let mut hands: BTreeMap<&str, u32> = BTreeMap::new();
        for (paper, marks) in ballots.iter().enumerate() {
            let named = ["A", "B", "C", "D"].into_iter().enumerate().filter(|(place, _)| marks & (1 << place) != 0);
            let votes: BTreeMap<&str, u32> = named.map(|(_, option)| (option, 1)).collect();
            votes.keys().for_each(|option| *hands.entry(option).or_default() += 1);
            let votes = serde_json::to_string(&votes).unwrap();
            cast.does(&format!(r#"{{"do":"vote.cast","vote":"v","paper":{},"votes":{votes}}}"#, paper + 1));
        }
        let hands = serde_json::to_string(&hands).unwrap();
        counted.does(&format!(r#"{{"do":"vote.count","vote":"v","hands":{hands},"voters":{}}}"#, ballots.len()));
        let of = |laptop: &mut Laptop| {
            laptop.does(CLOSE);
            let outcome = result(&laptop.workshop, laptop.workshop.votes.find("v").unwrap()).unwrap();
            let labels = |key: &EventId| laptop.workshop.proposals.label(*key).into_owned();
            let rows: Vec<_> = outcome.rows.iter().map(|row| (labels(&row.option), row.rank, row.total, row.supporters, row.share.to_bits(), row.agreed, row.forward, row.on_the_line)).collect();
            (rows, outcome.counted, outcome.settled.owed)
        };
        prop_assert_eq!(of(&mut cast), of(&mut counted));
    }
}

#[test]
fn two_different_counts_count_for_nothing_until_it_is_counted_again() {
    let mut here = opened(r#""method":"approval""#);
    let mut there = here.twin(2);
    here.does(r#"{"do":"vote.count","vote":"v","hands":{"A":9},"voters":20}"#);
    there.does(r#"{"do":"vote.count","vote":"v","hands":{"A":8},"voters":20}"#);
    let (mut closed, late) = (here.clone(), there.clone());
    let mut other_way = there.clone();
    other_way.joins(&here);
    here.joins(&there);
    for joined in [&here, &other_way] {
        assert!(vote(joined).are_hands_conflicted() && vote(joined).has_hands());
        assert_eq!(vote(joined).hands(), None);
        assert_eq!(refusal(joined, CLOSE), "state");
        let text = show::text(&joined.workshop, What::Votes, &Messages::new(Lang::En), 200);
        assert!(text.contains("counted differently on two devices"), "{text}");
    }
    // Counted again: one version, which replaces both.
    here.does(r#"{"do":"vote.count","vote":"v","hands":{"A":8},"voters":20}"#).does(CLOSE);
    assert_eq!(result(&here.workshop, vote(&here).key()).unwrap().rows[0].total, 8);
    // A count that comes after the closing is listed and changes nothing.
    closed.does(CLOSE).joins(&late);
    assert_eq!(vote(&closed).hands().unwrap().hands.values().sum::<u32>(), 9);
    assert!(vote(&closed).are_hands_late() && !vote(&closed).are_hands_conflicted());
    let text = show::text(&closed.workshop, What::Votes, &Messages::new(Lang::En), 200);
    assert!(text.contains("a count came after the closing"), "{text}");
    // Both closed by what they knew: nothing is counted, and that is said.
    let mut both = late;
    both.does(CLOSE).joins(&closed);
    let outcome = result(&both.workshop, vote(&both).key()).unwrap();
    assert_eq!((outcome.counted, outcome.rows[0].total), (0, 0));
    assert!(vote(&both).are_hands_conflicted());
    let text = show::text(&both.workshop, What::Votes, &Messages::new(Lang::En), 200);
    assert!(text.contains("Decided by: nothing: what was counted contradicts itself"), "{text}");
    assert!(!text.contains("are counted.") && !text.contains("run-off for"), "{text}");
}

#[test]
fn alike_counts_are_one_and_a_count_beside_ballots_is_none() {
    let count = r#"{"do":"vote.count","vote":"v","hands":{"A":9},"voters":20}"#;
    let mut here = opened(r#""method":"approval""#);
    let mut there = here.twin(2);
    let mut third = here.twin(3);
    here.does(count);
    there.does(count);
    here.joins(&there);
    assert_eq!(vote(&here).hands().unwrap().voters, 20);
    third.does(r#"{"do":"vote.cast","vote":"v","paper":1,"votes":{"B":1}}"#);
    assert_eq!(refusal(&third, count), "state");
    assert_eq!(refusal(&here, r#"{"do":"vote.cast","vote":"v","paper":1,"votes":{"B":1}}"#), "state");
    here.joins(&third);
    assert!(vote(&here).are_hands_conflicted() && refusal(&here, CLOSE) == "state");
    // The counts are undone: the ballot stands.
    let is_count = |event: &&Event| matches!(event.kind, EventKind::Vote(VoteEvent::Counted(_)));
    let counts: Vec<EventId> = here.events.iter().filter(is_count).map(|event| event.id).collect();
    assert_eq!(counts.len(), 2);
    for id in counts {
        here.does(&format!(r#"{{"do":"undo","event":"{id}"}}"#));
    }
    assert!(!vote(&here).has_hands());
    here.does(CLOSE);
    assert_eq!(vote(&here).counted().len(), 1);
}

#[test]
fn who_is_away_and_voted_for_is_waited_for() {
    let mut laptop = opened(r#""method":"approval""#);
    for seat in ["S1", "S2", "S3"] {
        laptop.does(&format!(r#"{{"do":"person.add","id":"{seat}","name":"{seat}"}}"#));
    }
    laptop.does(r#"{"do":"person.leave","person":"S1"}"#);
    let seats = |laptop: &Laptop| outcome::turnout(&laptop.workshop, vote(laptop)).seats;
    assert_eq!(seats(&laptop), 2);
    laptop.does(r#"{"do":"vote.proxy","vote":"v","person":"S1","by":"S2"}"#);
    assert_eq!(seats(&laptop), 3);
    for (command, kind) in [
        (r#"{"do":"vote.proxy","vote":"v","person":"S3","by":"S3"}"#, "proxy"),
        (r#"{"do":"vote.proxy","vote":"v","person":"S3","by":"S1"}"#, "proxy"),
        (r#"{"do":"vote.proxy","vote":"v","person":"S2","by":"S3"}"#, "proxy"),
        (r#"{"do":"vote.proxy","vote":"v","person":"S1","by":"S2"}"#, "nothing"),
        (r#"{"do":"vote.proxy","vote":"v","person":"S3"}"#, "nothing"),
    ] {
        assert_eq!(refusal(&laptop, command), kind, "{command}");
    }
    let text = show::text(&laptop.workshop, What::Votes, &Messages::new(Lang::En), 200);
    assert!(text.contains("Proxies: S1 by S2"), "{text}");
    // Two laptops name different people: both are told of, the vote goes on.
    let mut there = laptop.twin(2);
    there.does(r#"{"do":"vote.proxy","vote":"v","person":"S1","by":"S3"}"#);
    laptop.does(r#"{"do":"vote.proxy","vote":"v","person":"S1","by":""}"#);
    assert_eq!(seats(&laptop), 2);
    laptop.joins(&there);
    let text = show::text(&laptop.workshop, What::Votes, &Messages::new(Lang::En), 200);
    assert!(text.contains("Proxies: S1 by S3 (two devices said different things)"), "{text}");
    laptop.does(r#"{"do":"vote.proxy","vote":"v","person":"S1","by":"S3"}"#);
    assert!(!vote(&laptop).proxies.values().any(|by| by.is_conflicted()));
    laptop.does(r#"{"do":"vote.cast","vote":"v","seat":"S1","votes":{"A":1}}"#);
    assert_eq!(refusal(&laptop, r#"{"do":"vote.proxy","vote":"v","person":"S1","by":"S2"}"#), "voted");
    laptop.does(CLOSE);
    assert_eq!(refusal(&laptop, r#"{"do":"vote.proxy","vote":"v","person":"S3","by":"S2"}"#), "state");
    // Names are no business of the public's.
    assert!(!given_out(&laptop.workshop, Edition::Public).contains("S1 by S3"));
    assert!(given_out(&laptop.workshop, Edition::Internal).contains("S1 by S3"));
}

#[test]
fn a_device_that_was_not_heard_from_is_named_and_its_ballot_is_late() {
    let mut desk = Laptop::new(1);
    for option in ["A", "B"] {
        desk.does(&format!(r#"{{"do":"proposal.add","id":"{option}","title":{{"en":"{option}"}}}}"#));
    }
    let (mut room, mut hall) = (desk.twin(2), desk.twin(3));
    room.does(r#"{"do":"idea.add","id":"i","text":"One"}"#);
    hall.does(r#"{"do":"idea.add","id":"j","text":"Two"}"#);
    desk.joins(&room).joins(&hall);
    desk.all(&[
        r#"{"do":"vote.prepare","id":"v","title":"Which?","options":["A","B"],"method":"approval","secret":false}"#,
        r#"{"do":"vote.open","vote":"v"}"#,
    ]);
    room.joins(&desk);
    hall.joins(&desk);
    let ballot = |paper: u32| format!(r#"{{"do":"vote.cast","vote":"v","paper":{paper},"votes":{{"A":1}}}}"#);
    room.does(&ballot(7));
    hall.does(&ballot(8));
    desk.joins(&hall);
    desk.does(CLOSE);
    assert_eq!(vote(&desk).unheard().into_iter().collect::<Vec<_>>(), [Arc::from("d-2")]);
    let text = show::text(&desk.workshop, What::Votes, &Messages::new(Lang::En), 200);
    assert!(text.contains("Not heard from since the opening: d-2"), "{text}");
    desk.joins(&room);
    assert_eq!(vote(&desk).late(), [crate::workshop::votes::Voter::Paper(7)]);
    assert_eq!(vote(&desk).counted().len(), 1);
    let text = show::text(&desk.workshop, What::Votes, &Messages::new(Lang::En), 200);
    assert!(text.contains("Came after the closing, not counted: 1 (7)"), "{text}");
}

/// The annex on method of the internal and the public edition, in both languages.
fn annexes(laptop: &Laptop) -> [String; 2] {
    [Edition::Internal, Edition::Public].map(|edition| {
        let all =
            files(&laptop.workshop, Formats::usual(), edition, Languages::Both, false, &mut |_| {}).files;
        let (_, bytes) = all.into_iter().find(|(name, _)| name == "report.md").unwrap();
        let text = String::from_utf8(bytes).unwrap();
        text.split_once("## Annex").map(|(_, annex)| annex.to_owned()).unwrap_or_default()
    })
}

#[test]
fn the_annex_is_whole_by_itself_for_a_show_of_hands_with_proxies_and_a_silent_device() {
    let mut desk = Laptop::new(1);
    for option in ["A", "B", "C"] {
        desk.does(&format!(r#"{{"do":"proposal.add","id":"{option}","title":{{"en":"{option}"}}}}"#));
    }
    for seat in ["S1", "S2", "S3"] {
        desk.does(&format!(r#"{{"do":"person.add","id":"{seat}","name":"{seat}"}}"#));
    }
    let mut room = desk.twin(2);
    room.does(r#"{"do":"idea.add","id":"i","text":"One"}"#);
    desk.joins(&room);
    desk.all(&[
        r#"{"do":"person.leave","person":"S1"}"#,
        r#"{"do":"vote.prepare","id":"v","title":"Which?","options":["A","B","C"],"method":"approval","secret":false,"seats":1,"tie":"runoff"}"#,
        r#"{"do":"vote.proxy","vote":"v","person":"S1","by":"S2"}"#,
        r#"{"do":"vote.open","vote":"v"}"#,
        r#"{"do":"vote.count","vote":"v","hands":{"A":2,"B":2},"voters":3}"#,
        CLOSE,
        r#"{"do":"vote.reveal","vote":"v"}"#,
    ]);
    let [internal, public] = annexes(&desk);
    for annex in [&internal, &public] {
        for said in
            ["3 people asked to raise a hand, 3 seats", "спрошены 3 человека", "Ties on the line", "A, B"]
        {
            assert!(annex.contains(said), "{said}: {annex}");
        }
        // Nobody had a ballot, and randomness decided nothing.
        assert!(!annex.contains("another on each ballot") && !annex.contains("Seed"), "{annex}");
    }
    for said in
        ["Proxies · *Голосуют за других*: S1 by S2", "S2 за S1", "Not heard from since the opening", "d-2"]
    {
        assert!(internal.contains(said), "{said}: {internal}");
    }
    for said in ["Proxies · *Голосуют за других*: 1", "Devices not heard from since the opening", ": 1"]
    {
        assert!(public.contains(said), "{said}: {public}");
    }
    assert!(!public.contains("S1") && !public.contains("d-2"), "{public}");
    assert!(!internal.contains("How the tie fell"), "nobody has held the run-off yet");

    // The run-off stands in the annex of the first vote: to come, then with what it says.
    desk.all(&[
        r#"{"do":"vote.prepare","id":"w","title":"Which of the two?","options":["A","B"],"method":"approval","secret":false,"seats":1}"#,
        r#"{"do":"vote.open","vote":"w"}"#,
    ]);
    assert!(annexes(&desk).iter().all(|annex| annex.contains("the run-off w is to decide")));
    desk.all(&[
        r#"{"do":"vote.count","vote":"w","hands":{"A":1,"B":2},"voters":3}"#,
        r#"{"do":"vote.close","vote":"w"}"#,
    ]);
    let [internal, public] = annexes(&desk);
    assert!(internal.contains("by the run-off w: B") && internal.contains("вторым туром w: B"), "{internal}");
    assert!(public.contains("is to decide") && !public.contains("run-off w: B"), "{public}");
    desk.does(r#"{"do":"vote.reveal","vote":"w"}"#);
    assert!(annexes(&desk).iter().all(|annex| annex.contains("by the run-off w: B")));
}

#[test]
fn a_ballot_that_breaks_the_rules_has_its_reason_in_the_annex() {
    use crate::workshop::votes::events::VoteCast;
    let mut laptop = opened(r#""method":"dots","dots":3,"cap":2"#);
    laptop.does(r#"{"do":"vote.cast","vote":"v","paper":1,"votes":{"A":2,"B":1}}"#);
    // What laptops that were apart can bring about: the rules were others where these were entered.
    let of = vote(&laptop).key();
    let option = |id: &str| laptop.workshop.proposals.find(id).unwrap();
    let (a, b) = (option("A"), option("B"));
    for (paper, votes) in [(2, vec![(a, 3)]), (3, vec![(a, 2), (b, 2)]), (4, vec![(a, 3), (b, 0)])] {
        let cast = VoteCast {
            of,
            seat: None,
            paper: Some(paper),
            votes: votes.into_iter().collect(),
            groups: Default::default(),
        };
        laptop.happens(EventKind::Vote(VoteEvent::Cast(cast)));
    }
    laptop.does(CLOSE).does(r#"{"do":"vote.reveal","vote":"v"}"#);
    let view = told(What::Votes, &laptop.workshop);
    let aside = &view["votes"][0]["result"]["set_aside"];
    assert_eq!(aside[0], serde_json::json!({"why": "over-budget", "ballots": 1, "whose": ["3"]}), "{view}");
    assert_eq!(aside[1], serde_json::json!({"why": "over-cap", "ballots": 2, "whose": ["2", "4"]}));
    let [internal, public] = annexes(&laptop);
    assert!(
        internal.contains(
            "more dots on one option than allowed · *на одном варианте точек больше, чем можно*: 2 (2, 4)"
        ),
        "{internal}"
    );
    assert!(internal.contains("more dots than allowed · *точек больше, чем можно*: 1 (3)"), "{internal}");
    assert!(public.contains("на одном варианте точек больше, чем можно*: 2\n"), "{public}");
}
