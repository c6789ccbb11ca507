//! Contradictions against all plans of small rounds, written from the definition.
#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails loudly")]

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::constraints::Frame;
use super::super::language::{LanguageSet, RoomLanguage, room_language};
use super::super::model::{Groups, Held, Person, Problem, Room, Round, Rules};
use super::super::repair::repair;
use super::super::worth::measure_all;
use super::formula::{Formula, Purpose};
use super::{Wish, contradictions};

/// Whether these wishes are all met, from the definition.
fn are_met(problem: &Problem, wishes: &[&Wish], rooms: &Groups) -> bool {
    let room_of = |p: usize| rooms.iter().position(|group| group.contains(&p));
    let silent = |room: usize| matches!(room_language(problem, &rooms[room]), RoomLanguage::Without(_));
    let met = |wish: &&Wish| match wish {
        Wish::Min { room, min } => rooms[*room].len() >= *min,
        Wish::Max { room, max } => rooms[*room].len() <= *max,
        Wish::Held { person, room } | Wish::Host { person, room } => room_of(*person) == Some(*room),
        Wish::Apart { people } => {
            people.iter().map(|p| room_of(*p)).collect::<BTreeSet<_>>().len() == people.len()
        }
        Wish::Together { people } => people.iter().map(|p| room_of(*p)).collect::<BTreeSet<_>>().len() == 1,
        Wish::NotAlone { people } => people.iter().all(|person| {
            let languages = |p: usize| problem.people[p].languages;
            let room = &rooms[room_of(*person).unwrap()];
            let mut others = room.iter().filter(|p| *p != person && !languages(**p).is_empty()).peekable();
            others.peek().is_none() || others.any(|p| !languages(*p).and(languages(*person)).is_empty())
        }),
        // The two are about one another.
        Wish::Language { .. } | Wish::Interpreted { .. } => true,
    };
    let spoken = wishes.iter().filter(|w| matches!(w, Wish::Language { room } if silent(*room))).count();
    let most = wishes.iter().find_map(|w| match w {
        Wish::Interpreted { rooms } => Some(*rooms),
        _ => None,
    });
    wishes.iter().all(met) && most.is_none_or(|most| spoken <= most)
}

/// All ways of seating those who are there.
fn plans(problem: &Problem) -> Vec<Groups> {
    let frame = Frame::of(problem, 0);
    let there: Vec<usize> = (0..problem.people.len()).filter(|p| frame.is_present(*p)).collect();
    let mut plans: Vec<Groups> = vec![vec![Vec::new(); frame.rooms()]];
    for p in there {
        plans = plans
            .into_iter()
            .flat_map(|plan| {
                (0..frame.rooms()).map(move |room| {
                    let mut plan = plan.clone();
                    plan[room].push(p);
                    plan
                })
            })
            .collect();
    }
    plans
}

fn round() -> impl Strategy<Value = Problem> {
    let person = (0_u64..8, prop::bool::weighted(0.3))
        .prop_map(|(languages, interpreter)| Person { languages: LanguageSet(languages), interpreter });
    let room = (0_usize..4, 0_usize..4).prop_map(|(min, over)| Room {
        min: Some(min),
        max: (over < 3).then_some(min.min(2) + over),
        ..Room::default()
    });
    (prop::collection::vec(person, 1..=6), prop::collection::vec(room, 1..=3), any::<[u8; 12]>()).prop_map(
        |(people, mut rooms, dice)| {
            let n = people.len();
            let die = |k: usize, below: usize| usize::from(dice[k]) % below;
            let count = rooms.len();
            if dice[0].is_multiple_of(2) {
                rooms[die(1, count)].hosts = vec![die(2, n)];
            }
            let group = |k: usize| vec![die(k, n), die(k + 1, n), die(k + 2, n)];
            Problem {
                people,
                rounds: vec![Round {
                    held: (dice[3].is_multiple_of(3))
                        .then(|| Held { person: die(4, n), room: die(5, count) })
                        .into_iter()
                        .collect(),
                    absent: (dice[6].is_multiple_of(5)).then(|| die(7, n)).into_iter().collect(),
                    interpreters: die(8, 2),
                    rooms,
                    preferences: vec![],
                }],
                apart: if dice[9].is_multiple_of(2) { vec![group(0)] } else { vec![] },
                together: if dice[10].is_multiple_of(2) { vec![group(5)] } else { vec![] },
                rules: Rules { alone: dice[11].is_multiple_of(3), ..Rules::default() },
                ..Problem::default()
            }
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn what_contradicts_is_as_small_as_can_be_and_giving_up_is_told_rightly(problem in round()) {
        let frame = Frame::of(&problem, 0);
        let Some(formula) = Formula::of(&problem, 0, &frame, Purpose::Wishes) else {
            prop_assert_eq!(frame.count, 0);
            return Ok(());
        };
        let wishes: Vec<Wish> = formula.wishes.iter().map(|(wish, _)| wish.clone()).collect();
        let plans = plans(&problem);
        let possible = |wishes: &[&Wish]| plans.iter().any(|plan| are_met(&problem, wishes, plan));
        let all: Vec<&Wish> = wishes.iter().collect();
        let knots = contradictions(&problem, 0).unwrap();
        prop_assert_eq!(knots.is_empty(), possible(&all));
        let mut open = all.clone();
        for knot in &knots {
            let members: Vec<&Wish> = knot.wishes.iter().map(|given| &given.wish).collect();
            prop_assert!(!possible(&members));
            for left_out in 0..members.len() {
                let mut fewer = members.clone();
                fewer.remove(left_out);
                prop_assert!(possible(&fewer), "{:?}", fewer);
            }
            open.retain(|wish| !members.contains(wish));
        }
        prop_assert!(possible(&open) || knots.len() == 5);
        // None smaller, among the wishes that were open when it was found.
        if let Some(first) = knots.first() {
            prop_assert!(first.smallest);
            let smaller = (0_u32..1 << wishes.len().min(14)).filter(|set| {
                (set.count_ones() as usize) < first.wishes.len()
            });
            for set in smaller {
                let few: Vec<&Wish> =
                    all.iter().enumerate().filter(|(k, _)| set >> k & 1 == 1).map(|(_, wish)| *wish).collect();
                prop_assert!(possible(&few), "{:?}", (few, first));
            }
        }
        let tied: Vec<&Wish> = knots.iter().flat_map(|knot| knot.wishes.iter().map(|g| &g.wish)).collect();
        for knot in &knots {
            for given in &knot.wishes {
                let mut kept: Vec<&Wish> = all.iter().copied().filter(|wish| !tied.contains(wish)).collect();
                kept.extend(knot.wishes.iter().map(|g| &g.wish).filter(|wish| *wish != &given.wish));
                prop_assert_eq!(given.frees, Some(possible(&kept)));
                let with = |number: usize| match &given.wish {
                    Wish::Max { room, .. } => Some(Wish::Max { room: *room, max: number }),
                    Wish::Min { room, .. } => Some(Wish::Min { room: *room, min: number }),
                    Wish::Interpreted { .. } => Some(Wish::Interpreted { rooms: number }),
                    _ => None,
                };
                if let Some(number) = given.instead {
                    let eased = with(number).unwrap();
                    let mut with_it = kept.clone();
                    with_it.push(&eased);
                    prop_assert!(possible(&with_it));
                }
            }
        }
    }
}

fn moved(before: &Groups, after: &Groups) -> usize {
    let sits = |(room, p): &(usize, &usize)| after[*room].contains(p);
    let seats = before.iter().enumerate().flat_map(|(room, group)| group.iter().map(move |p| (room, p)));
    let there = after.iter().flatten().collect::<BTreeSet<_>>();
    seats.filter(|(_, p)| there.contains(p)).filter(|seat| !sits(seat)).count()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(60))]

    #[test]
    fn as_few_move_as_in_any_plan_that_keeps_the_same_rules(
        problem in round(), seats in prop::collection::vec(0_usize..3, 6), late in prop::option::of(0_usize..6),
    ) {
        let count = problem.rounds[0].rooms.len();
        let mut before: Groups = vec![Vec::new(); count];
        for p in (0..problem.people.len()).filter(|p| Some(*p) != late) {
            before[seats[p] % count].push(p);
        }
        let repaired = repair(&problem, 0, &before);
        let frame = Frame::of(&problem, 0);
        let Some(formula) = Formula::of(&problem, 0, &frame, Purpose::Moves) else {
            prop_assert!(repaired.moved.is_empty());
            return Ok(());
        };
        prop_assert!(repaired.proved);
        let kept: Vec<&Wish> =
            formula.wishes.iter().map(|(wish, _)| wish).filter(|wish| !repaired.given_up.contains(wish)).collect();
        prop_assert!(are_met(&problem, &kept, &repaired.rooms));
        let plans = plans(&problem);
        let possible: Vec<&Groups> = plans.iter().filter(|plan| are_met(&problem, &kept, plan)).collect();
        let least = possible.iter().map(|plan| moved(&before, plan)).min().unwrap();
        prop_assert_eq!(repaired.moved.len(), least);
        // Nothing is given up without need.
        for wish in &repaired.given_up {
            let mut more = kept.clone();
            more.push(wish);
            prop_assert!(!plans.iter().any(|plan| are_met(&problem, &more, plan)), "{:?}", wish);
        }
        // Of the changes of this size, none is better. (So few people never reach the number that are compared.)
        let order = problem.rules.order;
        let alike = possible.into_iter().filter(|plan| moved(&before, plan) == least);
        let best = alike.map(|plan| measure_all(&problem, std::slice::from_ref(plan)).key(order)).min().unwrap();
        prop_assert!(repaired.worth.key(order) == best);
    }
}

/// English and Russian speakers, and so many rooms of six.
fn hall(en: usize, ru: usize, both: usize, rooms: usize, max: usize) -> Problem {
    let people = [(1, en), (2, ru), (3, both)];
    Problem {
        people: people
            .into_iter()
            .flat_map(|(set, n)| {
                std::iter::repeat_n(Person { languages: LanguageSet(set), interpreter: false }, n)
            })
            .collect(),
        rounds: vec![Round {
            rooms: vec![Room { min: Some(2), max: Some(max), ..Room::default() }; rooms],
            ..Round::default()
        }],
        ..Problem::default()
    }
}

#[test]
fn a_missing_interpreter_is_named_with_the_room_and_what_one_more_would_buy() {
    // A Russian host in a room that an English one shares, and no interpreter left.
    let mut problem = hall(22, 12, 8, 7, 6);
    problem.rounds[0].rooms[1].hosts = vec![0, 30];
    let knots = contradictions(&problem, 0).unwrap();
    assert_eq!(knots.len(), 1);
    let kinds: Vec<&str> = knots[0].wishes.iter().map(|given| given.wish.kind()).collect();
    assert_eq!(kinds, ["host", "host", "language", "interpreters"]);
    let one_more = knots[0].wishes.iter().find(|given| given.wish.kind() == "interpreters").unwrap();
    assert_eq!((one_more.frees, one_more.instead), (Some(true), Some(1)));
}

#[test]
fn counts_that_do_not_fit_are_found_without_trying_every_exchange() {
    // 43 people in seven rooms of six; and rooms of five for 42 in eight, with languages between them.
    let knots = contradictions(&hall(23, 12, 8, 7, 6), 0).unwrap();
    assert_eq!(knots[0].wishes.len(), 7);
    assert!(knots[0].wishes.iter().all(|given| given.frees == Some(true) && given.instead == Some(7)));
    // Twelve who speak Russian only and 36 who speak English only: the seats are enough, but no room can be shared.
    let knots = contradictions(&hall(37, 11, 0, 8, 6), 0).unwrap();
    assert!(!knots.is_empty());
    assert!(knots[0].wishes.iter().any(|given| given.wish.kind() == "interpreters"));
}

#[test]
fn more_colleagues_than_rooms_are_named_by_themselves() {
    let mut problem = hall(42, 0, 0, 7, 6);
    problem.apart = vec![(0..8).collect(), (8..10).collect()];
    problem.together = vec![vec![8, 9]];
    let knots = contradictions(&problem, 0).unwrap();
    let kinds: Vec<Vec<&str>> =
        knots.iter().map(|knot| knot.wishes.iter().map(|given| given.wish.kind()).collect()).collect();
    assert_eq!(kinds, [vec!["apart"], vec!["apart", "together"]]);
}
