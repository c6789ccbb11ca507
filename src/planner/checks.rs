//! The planner against an independent checker, written from the definition, and against all plans there are where those
//! are few.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::price::Change;
use super::*;

/// Whether every two people of a room are joined by a chain: a language of all, or a path on which all between the ends
/// are interpreters.
fn can_talk(problem: &Problem, room: &[usize]) -> bool {
    let people: Vec<Person> =
        room.iter().map(|&p| problem.people[p]).filter(|p| !p.languages.is_empty()).collect();
    if (0..64).any(|bit| people.iter().all(|p| p.languages.0 >> bit & 1 == 1)) {
        return true;
    }
    let shares = |a: usize, b: usize| people[a].languages.0 & people[b].languages.0 != 0;
    // One company of interpreters that reaches all.
    (0..people.len()).filter(|&i| people[i].interpreter).any(|first| {
        let mut company = BTreeSet::from([first]);
        loop {
            let more: Vec<usize> = (0..people.len())
                .filter(|i| people[*i].interpreter && !company.contains(i))
                .filter(|&i| company.iter().any(|&j| shares(i, j)))
                .collect();
            if more.is_empty() {
                break;
            }
            company.extend(more);
        }
        (0..people.len()).all(|p| company.iter().any(|&i| shares(i, p)))
    })
}

fn again(history: &[Groups], rooms: &Groups) -> usize {
    let mut met = BTreeSet::new();
    for group in history.iter().flatten() {
        met.extend(group.iter().flat_map(|&p| group.iter().map(move |&q| (p, q))));
    }
    let pairs = rooms.iter().flat_map(|r| r.iter().flat_map(move |&p| r.iter().map(move |&q| (p, q))));
    pairs.filter(|(p, q)| p < q && met.contains(&(*p, *q))).count()
}

fn rooms(count: usize) -> Vec<Room> {
    vec![Room::default(); count]
}

fn one(people: &[(u64, bool)], rooms: Vec<Room>) -> Problem {
    Problem {
        people: people
            .iter()
            .map(|&(l, interpreter)| Person { languages: LanguageSet(l), interpreter })
            .collect(),
        rounds: vec![Round { rooms, ..Round::default() }],
        ..Problem::default()
    }
}

/// Everybody who is there has exactly one seat, held people their own.
fn assert_seated(problem: &Problem, rooms: &Groups) {
    let round = &problem.rounds[0];
    let mut seen = BTreeMap::new();
    for (room, group) in rooms.iter().enumerate() {
        for &p in group {
            assert!(!round.absent.contains(&p), "{p} is away");
            assert_eq!(seen.insert(p, room), None, "{p} sits twice");
        }
    }
    let there = (0..problem.people.len()).filter(|p| !round.absent.contains(p)).count();
    assert_eq!(seen.len(), if round.rooms.is_empty() { 0 } else { there });
    let mut first = BTreeMap::new();
    for held in round.held.iter().filter(|h| h.room < round.rooms.len() && seen.contains_key(&h.person)) {
        first.entry(held.person).or_insert(held.room);
    }
    for (person, room) in first {
        assert_eq!(seen[&person], room);
    }
}

prop_compose! {
    fn any_problem(most: usize)(
        people in prop::collection::vec((0_u64..8, prop::bool::weighted(0.2)), 0..most),
        sizes in prop::collection::vec((prop::option::of(0_usize..5), prop::option::of(0_usize..6)), 0..5),
        column in prop::collection::vec(prop::option::of(0_u32..3), most),
        absent in prop::collection::vec(0..most, 0..3),
        held in prop::collection::vec((0..most, 0_usize..5), 0..4),
        hosts in prop::collection::vec((0..most, 0_usize..5), 0..3),
        before in prop::collection::vec(prop::collection::vec(0_usize..4, most), 0..3),
        language in any::<bool>(),
    ) -> Problem {
        let mut rooms: Vec<Room> = sizes.into_iter().map(|(min, max)| Room { min, max, hosts: vec![], topic: None }).collect();
        for (person, room) in hosts {
            if let Some(room) = rooms.get_mut(room) {
                room.hosts.push(person);
            }
        }
        let history = before.iter().map(|seats| {
            (0..4).map(|g| (0..seats.len()).filter(|p| seats[*p] == g).collect()).collect()
        }).collect();
        Problem {
            history,
            columns: vec![Column { values: column }],
            rounds: vec![Round {
                rooms,
                absent,
                held: held.into_iter().map(|(person, room)| Held { person, room }).collect(),
                ..Round::default()
            }],
            rules: Rules { language, ..Rules::default() },
            ..one(&people, vec![])
        }
    }
}

/// A plan of the first round, the others as history.
fn planned(problem: &Problem, seed: u64, steps: u64) -> Groups {
    solve(&evenly(problem), Search { seed, steps: Some(steps) }, &Alone, &Unwatched).plan.remove(0)
}

fn worth_of(problem: &Problem, rooms: &Groups) -> Worth {
    measure_all(problem, std::slice::from_ref(rooms))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_asked_everybody_there_has_one_seat(problem in any_problem(12), seed: u64) {
        let rooms = planned(&problem, seed, 400);
        assert_seated(&problem, &rooms);
        let facts = facts(&problem, 0, &rooms);
        prop_assert_eq!(facts.iter().map(|room| room.again.len()).sum::<usize>(), again(&problem.history, &rooms));
        let unmet = unmet(&problem, 0, &rooms);
        for (room, group) in rooms.iter().enumerate() {
            let named = unmet.iter().any(|u| matches!(u, Unmet::NoCommonLanguage { room: r, .. } if *r == room));
            prop_assert_eq!(named, problem.rules.language && !can_talk(&problem, group));
        }
        if worth_of(&problem, &rooms).hard > 0 {
            prop_assert!(!unmet.is_empty());
        }
    }

    #[test]
    fn a_repair_touches_only_what_it_must(problem in any_problem(12), seed: u64, away in prop::collection::vec(0_usize..12, 0..3), back in any::<bool>()) {
        let before = planned(&problem, seed, 400);
        let mut now = problem;
        if back { now.rounds[0].absent.clear(); }
        now.rounds[0].absent.extend(away);
        let repaired = repair(&now, 0, &before);
        assert_seated(&now, &repaired.rooms);
        for (p, room) in before.iter().enumerate().flat_map(|(r, g)| g.iter().map(move |p| (*p, r))) {
            let stays = repaired.rooms[room].contains(&p);
            let gone = now.rounds[0].absent.contains(&p);
            prop_assert_eq!(repaired.left.contains(&(p, room)), gone);
            prop_assert_eq!(repaired.moved.iter().any(|m| m.person == p && m.from == room), !stays && !gone);
        }
    }

    #[test]
    fn a_price_is_what_the_move_then_costs(problem in any_problem(10), seed: u64, person in 0_usize..10, to in 0_usize..5) {
        let before = planned(&problem, seed, 100);
        let Some(price) = move_prices(&problem, 0, &before, [(person, to)]).remove(0) else { return Ok(()) };
        let mut rooms = before.clone();
        rooms.iter_mut().for_each(|g| g.retain(|p| *p != person));
        rooms[to].push(person);
        let (then, now) = (worth_of(&problem, &rooms), worth_of(&problem, &before));
        prop_assert_eq!(price.change, Change {
            hard: then.hard - now.hard,
            topics: then.topics - now.topics,
            mixing: then.mixing - now.mixing,
            balance: then.balance - now.balance,
            uneven: then.uneven - now.uneven,
        });
        prop_assert_eq!(price.repeats, again(&problem.history, &rooms) as i64 - again(&problem.history, &before) as i64);
        prop_assert_eq!(price.size_to.1, rooms[to].len());
        // Whoever sits nowhere is priced as well.
        let mut without = before;
        without.iter_mut().for_each(|g| g.retain(|p| *p != person));
        let placed = move_prices(&problem, 0, &without, [(person, to)]).remove(0).unwrap();
        prop_assert_eq!(placed.change.hard, then.hard - worth_of(&problem, &without).hard);
        prop_assert_eq!(placed.change.balance, then.balance - worth_of(&problem, &without).balance);
    }
}

/// Plans round after round, each with those before it as history.
fn in_sequence(mut problem: Problem, count: usize, seed: u64) -> (Problem, Vec<(i64, i64, i64)>) {
    let mut found = Vec::new();
    let mut before = 0;
    for nth in 0..count {
        let rooms = planned(&problem, seed + nth as u64, 60_000);
        let worth = worth_of(&problem, &rooms);
        found.push((worth.hard, worth.uneven, worth.repeats - before));
        before = worth.repeats;
        problem.history.push(rooms);
    }
    (problem, found)
}

#[test]
fn forty_two_people_meet_nobody_twice_in_seven_rounds() {
    for seed in 0..3 {
        let (problem, found) = in_sequence(one(&[(1, false); 42], rooms(7)), 7, seed);
        assert_eq!(found, [(0, 0, 0); 7], "seed {seed}");
        assert!(problem.history.iter().flatten().all(|room| room.len() == 6));
    }
}

#[test]
fn two_languages_and_a_few_interpreters_are_enough_for_three_rounds() {
    // 21 English only, 7 Russian only, 14 both, 7 of whom interpret.
    let people: Vec<(u64, bool)> = (0..42)
        .map(|p| match p % 6 {
            0..3 => (1, false),
            3 => (2, false),
            4 => (3, true),
            _ => (3, false),
        })
        .collect();
    let (_, found) = in_sequence(one(&people, rooms(7)), 4, 1);
    assert_eq!(found.get(..3), Some([(0, 0, 0); 3].as_slice()));
    // The fourth round keeps every rule; a handful meet again, since rounds are planned one after the other.
    assert!(found[3].0 == 0 && found[3].2 <= 8, "{found:?}");
}

#[test]
fn balance_is_had_where_it_can_be() {
    let mut problem = one(&[(1, false); 42], rooms(7));
    problem.columns = vec![
        Column { values: (0..42).map(|p| Some(p % 6)).collect() },
        Column { values: (0..42).map(|p| Some(p / 21)).collect() },
    ];
    assert_eq!(worth_of(&problem, &planned(&problem, 5, 60_000)).balance, 0);
}

#[test]
fn a_language_that_cannot_be_shared_makes_rooms_uneven_and_says_so() {
    let people =
        [(1, false), (1, false), (1, false), (2, false), (2, false), (2, false), (2, false), (2, false)];
    let problem = one(&people, rooms(2));
    let plan = planned(&problem, 1, 20_000);
    assert_eq!(worth_of(&problem, &plan).hard, 0);
    let unmet = unmet(&problem, 0, &plan);
    assert!(unmet.iter().any(|u| matches!(u, Unmet::Uneven { .. })), "{unmet:?}");
}

#[test]
fn wishes_that_cannot_be_are_named() {
    let named = |problem: &Problem, wanted: Unmet| {
        let unmet = unmet(problem, 0, &planned(problem, 1, 1_000));
        assert!(unmet.contains(&wanted), "{wanted:?} not in {unmet:?}");
    };
    let some = |count| vec![(1, false); count];
    named(&one(&some(2), vec![]), Unmet::NoRooms { people: 2 });
    named(&one(&some(2), rooms(3)), Unmet::MoreRoomsThanPeople { rooms: 3, people: 2 });
    let room = |min, max| Room { min, max, hosts: vec![], topic: None };
    named(
        &one(&some(4), vec![room(Some(3), Some(2)), room(None, None)]),
        Unmet::MinOverMax { room: 0, min: 3, max: 2 },
    );
    named(&one(&some(4), vec![room(None, Some(1)); 3]), Unmet::TooFewSeats { people: 4, seats: 3 });
    named(&one(&some(4), vec![room(Some(3), None); 2]), Unmet::TooFewPeople { people: 4, needed: 6 });
    let mut problem = one(&some(4), vec![room(None, Some(1)), room(None, None)]);
    problem.rounds[0].held = vec![
        Held { person: 0, room: 0 },
        Held { person: 1, room: 0 },
        Held { person: 1, room: 1 },
        Held { person: 2, room: 9 },
        Held { person: 77, room: 0 },
    ];
    problem.rounds[0].rooms[0].hosts = vec![3, 50];
    problem.rounds[0].rooms[1].hosts = vec![3, 0];
    named(&problem, Unmet::HeldOverMax { room: 0, held: 3, max: 1 });
    named(&problem, Unmet::HeldTwice { person: 1, rooms: vec![0, 1] });
    named(&problem, Unmet::NoSuchRoom { person: 2, room: 9 });
    named(&problem, Unmet::HeldAway { person: 77, room: 0 });
    named(&problem, Unmet::HostAway { person: 50, room: 0 });
    named(&problem, Unmet::HostInTwoRooms { person: 3, rooms: vec![0, 1] });
    named(&problem, Unmet::HeldAgainstHost { person: 0, held: 0, hosts: vec![1] });
    named(&one(&[(1, false), (2, false)], rooms(1)), Unmet::NoCommonLanguage { room: 0, without: vec![1] });
    named(&one(&[(0, false)], rooms(1)), Unmet::LanguagesUnknown { person: 0 });
    for count in 0..3 {
        assert_seated(&one(&some(count), rooms(1)), &planned(&one(&some(count), rooms(1)), 1, 1_000));
    }
}

#[test]
fn many_people_are_seated_as_well() {
    let mut problem = one(&vec![(1, false); 12_000], rooms(1_000));
    problem.columns = vec![Column { values: (0..12_000).map(|p| Some(p % 3_000)).collect() }];
    let plan = planned(&problem, 1, 20);
    assert_seated(&problem, &plan);
    let worth = worth_of(&problem, &plan);
    assert_eq!((worth.hard, worth.uneven), (0, 0));
}
